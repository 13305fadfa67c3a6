"""A quotation that does not stand in the strategy it is said to come from.

Why it hurts: the quote is the proof of the link. Words nobody wrote make the link look settled when it is not, and the
first reader who looks them up stops trusting the rest. Quote what stands there, or let the objective go.

Source: the article's pitfall «no link between the business strategy and the purpose». White space, quotation marks and
composition are folded on both sides, so only the words count.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Look every quoted source up in the brief."""
    if context.brief is None:
        return
    for source in item.objective.sources:
        if source.quote.strip() and context.brief.find(source.quote) is None:
            facts = {"quote": source.quote, "objective": item.line.text}
            yield Finding("LNK02", item.path, RULE.severity, facts)


_NB = "# Strategi\nVi skal være\nførstevalget for   pendlere i «hele» regionen."
_NN = "# Strategi\nVi skal vere\nførstevalet for   pendlarar i «heile» regionen."
_EN = "# Strategy\nWe will be the\nfirst choice   of commuters in the “whole” region."

RULE = Rule(
    code="LNK02",
    name="quote-not-in-brief",
    scope=Scope.OBJECTIVE,
    severity=Severity.ERROR,
    message=Text(
        nb="Ordene «{quote}» står ikke i strategien.",
        nn="Orda «{quote}» står ikkje i strategien.",
        en="The words “{quote}” are not in the strategy.",
    ),
    suggestion=Text(
        nb="Hvilke ord i strategien leder til «{objective}»? Kopier dem ordrett inn etter «Forankring:».",
        nn="Kva ord i strategien leier til «{objective}»? Kopier dei ordrett inn etter «Forankring:».",
        en="Which words of the strategy lead to “{objective}”? Copy them exactly after “Source:”.",
    ),
    bad=Examples(
        nb=(
            Example(
                "## Mål 1: Pendlerne velger bussen\nForankring: «Vi skal være førstevalget for alle reisende»", _NB
            ),
            Example("## Mål 1: Pendlerne velger bussen\nForankring: «førstevalget for pendlerne»", _NB),
        ),
        nn=(
            Example("## Mål 1: Pendlarane vel bussen\nForankring: «Vi skal vere førstevalet for alle reisande»", _NN),
            Example("## Mål 1: Pendlarane vel bussen\nForankring: «førstevalet for pendlarane»", _NN),
        ),
        en=(
            Example("## Objective 1: Commuters take the bus\nSource: “We will be the first choice of everyone”", _EN),
            Example("## Objective 1: Commuters take the bus\nSource: “the first choice for commuters”", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example("## Mål 1: Pendlerne velger bussen\nForankring: «Vi skal være førstevalget for pendlere»", _NB),
            Example("## Mål 1: Pendlerne velger bussen\nForankring: pendlere i hele regionen.", _NB),
        ),
        nn=(
            Example("## Mål 1: Pendlarane vel bussen\nForankring: «Vi skal vere førstevalet for pendlarar»", _NN),
            Example("## Mål 1: Pendlarane vel bussen\nForankring: pendlarar i heile regionen.", _NN),
        ),
        en=(
            Example("## Objective 1: Commuters take the bus\nSource: “We will be the first choice of commuters”", _EN),
            Example("## Objective 1: Commuters take the bus\nSource: commuters in the whole region.", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
)
