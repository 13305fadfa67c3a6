"""Briefs for the tests of the extractive drafter, and what to ask of a draft."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.brief import read_brief
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import Draft, draft
from assistant.okr import KeyResult, Language, Quantity

LEFT_OPEN = frozenset(("CLR01",))
"""Errors a draft without a model may have: a key result whose values the brief does not give. Nothing else."""

_HEADINGS = {
    Language.NB: ("Strategi", "Periode", "Visjon", "Roller", "Ikke nå"),
    Language.NN: ("Strategi", "Periode", "Visjon", "Roller", "Ikkje no"),
    Language.EN: ("Strategy", "Period", "Vision", "Roles", "Not now"),
}


def brief_text(language: Language, strategy: str, *, period: str | None = "T1 2027", **parts: str) -> str:
    """A pasted brief with ``strategy`` in it; ``vision``, ``roles`` and ``exclusions`` where given."""
    names = dict(zip(("strategy", "period", "vision", "roles", "exclusions"), _HEADINGS[language], strict=True))
    given = {"period": period, **parts, "strategy": strategy}
    language_line = "## Language\n\n" + language.value
    sections = [f"## {names[name]}\n\n{text}" for name, text in given.items() if text]
    return "\n\n".join([language_line, *sections]) + "\n"


def drafted(language: Language, strategy: str, *, period: str | None = "T1 2027", **parts: str) -> Draft:
    """The draft made of such a brief, without a model."""
    return draft(read_brief(brief_text(language, strategy, period=period, **parts)), ExtractiveDrafter())


def results(made: Draft) -> list[KeyResult]:
    """The key results of every objective."""
    return [item for objective in made.okr_set.objectives for item in objective.key_results]


def initiatives(made: Draft) -> list[str]:
    """The initiatives of every objective."""
    return [item for objective in made.okr_set.objectives for item in objective.initiatives]


def values(made: Draft) -> list[Quantity]:
    """Every value of every key result."""
    return [it for item in results(made) for it in (item.baseline, item.target, item.long_term) if it is not None]


def texts(made: Draft) -> Iterator[str]:
    """Every line of the set that is not a citation."""
    for objective in made.okr_set.objectives:
        yield from (objective.text, objective.why or "", objective.owner or "", *objective.initiatives)
        for item in objective.key_results:
            yield from (item.text, item.metric or "", item.owner or "", item.data_source or "")


def asked(made: Draft) -> str:
    """Everything the leader is asked, as one text."""
    return "\n".join(question.text for question in made.questions)
