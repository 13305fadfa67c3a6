"""Nobody owns the goals."""
