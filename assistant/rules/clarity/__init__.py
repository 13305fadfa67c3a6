"""No engagement, because the goals are unclear."""
