"""A number in the wording that is neither in the brief nor marked as proposed.

Why it hurts: a figure in a finished sentence looks agreed on. Nobody asks where it came from until it is missed, and
then it turns out that a program or a colleague made it up. Say that it is proposed, or take it from the brief.

Source: not the article; this guards against what a language model adds. Number words count, and dates are no numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, Item, KeyResultItem, ObjectiveItem
from assistant.rules.brief_numbers import is_in_brief
from assistant.rules.marks import claims, proposed
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Look every number of the line up in the brief, and among the values that say what they rest on."""
    measures = item.line.measures
    if not measures or context.brief is None:
        return
    marked = _marked(item)
    unknown = [
        at
        for at, measure in enumerate(measures)
        if abs(measure.value) not in marked and not is_in_brief(measure, item.line, context)
    ]
    if not unknown:
        return
    known = frozenset(range(len(measures))).difference(unknown)
    said = {*proposed(item.line, known), *(claim.measure for claim in claims(item.line, context.brief))}
    for measure in (measures[at] for at in unknown):
        if measure not in said:
            number = item.line.text[measure.start : measure.end]
            yield Finding("GND02", item.path, RULE.severity, {"number": number}, (measure.start, measure.end))


def _marked(item: Item) -> set[float]:
    """The values whose basis is on record; one said to come from the brief is judged by its own rule."""
    results: tuple[KeyResultItem, ...] = item.key_results if isinstance(item, ObjectiveItem) else (item,)
    quantities = (
        quantity
        for result in results
        for quantity in (result.key_result.baseline, result.key_result.target, result.key_result.long_term)
    )
    return {abs(quantity.value) for quantity in quantities if quantity is not None and quantity.value is not None}


_NB = "# Strategi\nI dag får 40 % av kundene svar samme dag. Vi skal åpne elleve nye butikker, og ingen skal vente."
_NN = "# Strategi\nI dag får 40 % av kundane svar same dag. Vi skal opne elleve nye butikkar, og ingen skal vente i kø."
_EN = "# Strategy\nToday 40% of customers hear from us the same day. We will open eleven shops, and nobody shall queue."

RULE = Rule(
    code="GND02",
    name="unmarked-number",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    message=Text(
        nb="«{number}» står ikke i strategien, og er ikke merket som forslag.",
        nn="«{number}» står ikkje i strategien, og er ikkje merkt som forslag.",
        en="“{number}” is not in the strategy, and is not marked as proposed.",
    ),
    suggestion=Text(
        nb="Hvor kommer tallet fra? Bruk et tall fra strategien, eller skriv «(forslag)» bak «{number}».",
        nn="Kvar kjem talet frå? Bruk eit tal frå strategien, eller skriv «(forslag)» bak «{number}».",
        en="Where does the number come from? Use one from the strategy, or add “(proposed)” after “{number}”.",
    ),
    bad=Examples(
        nb=(
            Example("Svar samme dag fra 40 % til 75 % innen 1. juli 2026", _NB),
            Example("Tolv butikker når 90 % av budsjettet", _NB),
            Example("Mål 1: Kundene i 25 byer får svar samme dag", _NB),
        ),
        nn=(
            Example("Svar same dag frå 40 % til 75 % innan 1. juli 2026", _NN),
            Example("Tolv butikkar når 90 % av budsjettet", _NN),
            Example("Mål 1: Kundane i 25 byar får svar same dag", _NN),
        ),
        en=(
            Example("Answers the same day from 40% to 75% by 1 July 2026", _EN),
            Example("Twelve shops reach 90% of budget", _EN),
            Example("Objective 1: Customers in 25 towns hear from us the same day", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example("Svar samme dag: mer enn dagens 40 prosent innen 1. juli 2026", _NB),
            Example("11 butikker er åpnet for kundene innen 31. august 2026", _NB),
            Example("Mål 1: Kundene i elleve byer får svar", _NB),
        ),
        nn=(
            Example("Svar same dag: meir enn dagens 40 prosent innan 1. juli 2026", _NN),
            Example("11 butikkar er opna for kundane innan 31. august 2026", _NN),
            Example("Mål 1: Kundane i elleve byar får svar", _NN),
        ),
        en=(
            Example("Answers the same day: more than today's 40 per cent by 1 July 2026", _EN),
            Example("11 shops are open to customers by 31 August 2026", _EN),
            Example("Objective 1: Customers in eleven towns hear from us", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
)
