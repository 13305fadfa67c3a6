"""No involvement: management by objectives under another name."""
