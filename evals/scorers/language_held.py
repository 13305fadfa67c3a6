"""Whether a draft is in the language of its brief, line for line."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    if made.draft is None:
        return
    wanted, language = made.expected.language, made.draft.review.language
    yield Look("set", language == wanted, wanted, language)
    strays = [finding.path for finding in made.draft.review.findings if finding.code == "CLR13"]
    yield Look("lines", not strays, "no line in another language", ", ".join(strays))


SCORER = Scorer("language held", "The draft is in the brief's language, line for line.", _look, of_quality=True)
