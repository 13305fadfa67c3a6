"""Whether the drafter's first set had no error, before anything was repaired."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    if made.first is not None:
        codes = sorted({finding.code for finding in made.first.findings if finding.severity == "error"})
        yield Look("first set", not codes, "no error before any repair", ", ".join(codes))


SCORER = Scorer("right the first time", "The first set has no error, before any repair.", _look, without_draft=True)
