"""Whether a draft has as few objectives as it should."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafters import MOST_OBJECTIVES
from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    most, count = min(MOST_OBJECTIVES, made.expected.max_objectives or MOST_OBJECTIVES), len(made.okr_set.objectives)
    yield Look("objectives", 1 <= count <= most, f"1 to {most} objectives", str(count))


SCORER = Scorer(
    "within limits", "There are one to three objectives, and no more than the brief asks for.", _look, hard=True
)
