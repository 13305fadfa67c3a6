"""The suites: what is run, and on which cases."""
