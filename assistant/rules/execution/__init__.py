"""No power to carry the goals out."""
