"""No link between the goals and the business strategy."""
