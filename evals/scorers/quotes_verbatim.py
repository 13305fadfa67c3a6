"""Whether every quote of a draft stands in the brief, character for character but for white space and quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.brief import Brief
from assistant.language.folding import comparable
from assistant.okr import Citation
from evals.drafted import Drafted
from evals.scorers.comparing import key_results, values
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    brief = made.brief
    for at, objective in enumerate(made.okr_set.objectives):
        for number, citation in enumerate(objective.sources):
            where = f"objectives/{at}/sources/{number}"
            yield Look(where, _stands(brief, citation), "words of the brief, at the place given", citation.quote)
    for path, item in key_results(made.okr_set):
        for name, value in values(item):
            if value.quote is not None:
                found = brief.find(value.quote) is not None
                yield Look(f"{path}/{name}", found, "words of the brief", value.quote)


def _stands(brief: Brief, citation: Citation) -> bool:
    """Whether the words stand where the citation says that they do."""
    if citation.start is None or citation.end is None:
        return False
    there = brief.sources.get(citation.field, "")[citation.start : citation.end]
    return comparable(there) == comparable(citation.quote) != ""


SCORER = Scorer("quotes verbatim", "Every quote stands in the brief, word for word.", _look, hard=True)
