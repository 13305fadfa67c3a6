"""An objective that cites no words of the strategy it is meant to serve.

Why it hurts: a goal that nobody can trace back to the strategy competes with the ones that can, and the link is the
first thing people ask for. Quote the very words of the strategy the objective rests on; if there are none, it is not
this period's goal.

Source: the article's pitfall «no link between the business strategy and the purpose».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag an objective without a single quoted word; whether the words are real is another rule's."""
    if not any(source.quote.strip() for source in item.objective.sources):
        yield Finding("LNK01", item.path, RULE.severity, {"objective": item.line.text})


_NB = "# Strategi\nKundene skal få svar samme dag. Vi skal bygge ut nettet i nord."
_NN = "# Strategi\nKundane skal få svar same dag. Vi skal byggje ut nettet i nord."
_EN = "# Strategy\nCustomers shall get an answer the same day. We will build the network in the north."

RULE = Rule(
    code="LNK01",
    name="objective-without-source",
    scope=Scope.OBJECTIVE,
    severity=Severity.ERROR,
    message=Text(
        nb="«{objective}» viser ikke til noen setning i strategien.",
        nn="«{objective}» viser ikkje til noka setning i strategien.",
        en="“{objective}” does not point to any sentence of the strategy.",
    ),
    suggestion=Text(
        nb="Hvilken setning i strategien er grunnen til målet? Sett den inn ordrett: «Forankring: …».",
        nn="Kva setning i strategien er grunnen til målet? Set ho inn ordrett: «Forankring: …».",
        en="Which sentence of the strategy is the objective there for? Copy it word for word: “Source: …”.",
    ),
    bad=Examples(
        nb=(
            Example("Kundene venter ikke på oss", _NB),
            Example("## Mål 1: Nettet når helt fram i nord\nForankring:\n- NR1: Dekning fra 80 % til 95 %", _NB),
        ),
        nn=(
            Example("Kundane ventar ikkje på oss", _NN),
            Example("## Mål 1: Nettet når heilt fram i nord\nForankring:\n- NR1: Dekning frå 80 % til 95 %", _NN),
        ),
        en=(
            Example("Customers never wait for us", _EN),
            Example("## Objective 1: The network reaches the far north\nSource:\n- KR1: Coverage from 80% to 95%", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example("## Mål 1: Kundene venter ikke på oss\nForankring: «Kundene skal få svar samme dag.»", _NB),
            Example("## Mål 1: Nettet når helt fram\nForankring: bygge ut nettet i nord\nHvorfor: Folk flytter.", _NB),
        ),
        nn=(
            Example("## Mål 1: Kundane ventar ikkje på oss\nForankring: «Kundane skal få svar same dag.»", _NN),
            Example("## Mål 1: Nettet når heilt fram\nForankring: byggje ut nettet i nord\nKvifor: Folk flyttar.", _NN),
        ),
        en=(
            Example("## Objective 1: Nobody waits for us\nSource: “Customers shall get an answer the same day.”", _EN),
            Example("## Objective 1: The network arrives\nSource: the network in the north\nWhy: People leave.", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
)
