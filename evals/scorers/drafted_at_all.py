"""Whether a brief ends as it should: in a draft, or in a refusal to show what cannot be used."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    got = "draft" if made.draft is not None else str(made.failure)
    yield Look("end", got == made.ends, made.ends, got)


SCORER = Scorer(
    "ends as it should", "There is a draft, or a clear refusal where none could be shown.", _look, without_draft=True
)
