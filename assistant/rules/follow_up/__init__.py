"""No focus: no follow-up out in the organisation."""
