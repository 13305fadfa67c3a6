"""Whether the period of the brief is the draft's, and none was made up."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    wanted, period = made.expected.period, made.okr_set.period
    expected = f"{wanted.start} to {wanted.end}" if wanted else "no period"
    got = f"{period.start} to {period.end}" if period else "no period"
    yield Look("period", expected == got, expected, got)


SCORER = Scorer("period read", "The period is the brief's, and none was made up.", _look)
