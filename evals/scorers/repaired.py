"""Whether a repair ended with nothing left to mend."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted, left_to_mend
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    if made.draft is not None and made.last is not None and made.draft.provenance.rounds:
        codes = left_to_mend(made.last)
        yield Look("last set", not codes, "nothing left to mend after the repair", ", ".join(codes))


SCORER = Scorer("repair converges", "Where a repair was asked for, nothing is left to mend.", _look)
