"""The steps that bring a database up to the tables of this version."""
