"""Measuring how well the assistant does, against what people have labelled."""
