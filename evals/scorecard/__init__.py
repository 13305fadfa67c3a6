"""The scorecard: what was run, how it went, and what has changed, for people and for machines."""

from evals.scorecard.scorecard import Scorecard, write

__all__ = ["Scorecard", "write"]
