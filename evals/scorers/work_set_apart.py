"""Whether the work that the brief names is among the initiatives."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.comparing import plain, says
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    initiatives = [plain(text) for objective in made.okr_set.objectives for text in objective.initiatives]
    for number, fragment in enumerate(made.expected.work, 1):
        met = any(says(text, plain(fragment)) for text in initiatives)
        yield Look(f"work {number}", met, fragment, "" if met else "not among the initiatives")


SCORER = Scorer(
    "work kept as initiatives", "The work that the brief names is among the initiatives.", _look, of_quality=True
)
