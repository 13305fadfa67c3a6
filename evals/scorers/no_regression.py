"""Whether a repair brought an error or a warning that was not there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assistant.review import Review
from assistant.rules.rule import Severity
from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    if made.draft is not None and made.first is not None and made.draft.provenance.rounds:
        new = sorted((_codes(made.draft.review) - _codes(made.first.review)).elements())
        yield Look("findings", not new, "nothing that was not there before", ", ".join(new))


def _codes(review: Review) -> Counter[str]:
    return Counter(finding.code for finding in review.findings if finding.severity is not Severity.QUESTION)


SCORER = Scorer(
    "repair makes nothing worse",
    "A repair brings no error and no warning of a kind that was not there.",
    _look,
)
