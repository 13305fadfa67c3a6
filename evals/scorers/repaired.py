"""Whether a repair ended with no error left."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    if made.draft is not None and made.draft.provenance.rounds:
        codes = sorted({finding.code for finding in made.draft.review.findings if finding.severity == "error"})
        yield Look("last set", not codes, "no error after the repair", ", ".join(codes))


SCORER = Scorer("repair converges", "Where a repair was asked for, no error is left.", _look)
