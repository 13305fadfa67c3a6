"""A massive to-do list: work listed where results belong."""
