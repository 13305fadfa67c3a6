"""Whether the drafter's first set had nothing to mend, before anything was repaired."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted, left_to_mend
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    if made.first is not None:
        codes = left_to_mend(made.first)
        yield Look("first set", not codes, "nothing to mend before any repair", ", ".join(codes))


SCORER = Scorer(
    "right the first time",
    "The first set has nothing to mend; values the leader is asked for are no fault of it.",
    _look,
    without_draft=True,
    of_quality=True,
)
