"""Whether every objective says which words of the brief it serves."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    for at, objective in enumerate(made.okr_set.objectives):
        yield Look(f"objectives/{at}", bool(objective.sources), "words of the brief it serves", objective.text)


SCORER = Scorer(
    "objectives with a source", "Every objective cites the words of the brief it serves.", _look, of_quality=True
)
