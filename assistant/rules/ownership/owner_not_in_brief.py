"""An owner whom the strategy does not name, though it says who is who.

Why it hurts: a goal handed to somebody outside the list is either a slip or news to the person it names. Nobody
follows up what somebody else does not know is theirs. Pick one of the roles, or add the new one to the list with open eyes.

Source: the article's pitfall «nobody owns the goals; someone else will do it». A name or a title is enough, inflected or
in a sentence of the strategy; who sent or signed it is no role.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.okr import Language
from assistant.rules.analysis import Context, Item, ItemKind
from assistant.rules.blanks import is_blank
from assistant.rules.brief_reading import reading_of, speaks_alike
from assistant.rules.roles import names_of
from assistant.rules.rule import Anchor, Example, Examples, Finding, Rule, Scope, Severity, Text

if TYPE_CHECKING:
    from assistant.brief import Brief

_MOST_ROLES = 6


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Look the item's own owner up, and the owner of the whole set once."""
    if context.brief is None or not context.brief.roles:
        return
    if not is_blank(item.owner):
        yield from _unknown(item.owner or "", item.path, item, context)
    elif item.kind is ItemKind.OBJECTIVE and not is_blank(context.okr_set.owner):
        first = next(objective for objective in context.objectives if is_blank(objective.owner))
        if item.path == first.path:
            yield from _unknown(context.okr_set.owner or "", "", item, context)


def _unknown(owner: str, path: str, item: Item, context: Context) -> Iterator[Finding]:
    reading = reading_of(context)
    if reading is None or context.brief is None:
        return
    titles = speaks_alike(context, reading)
    for person in names_of(owner):
        if not reading.named.knows(person, titles=titles):
            facts = {"owner": ", ".join(person), "goal": item.line.text, "roles": _roles(context.brief)}
            yield Finding("OWN03", path, RULE.severity, facts, anchor=Anchor.OWNER)
            return


def _roles(brief: Brief) -> str:
    """The roles to pick from."""
    return "; ".join(role.text for role in brief.roles[:_MOST_ROLES])


def _goal(label: str, owner: str, language: Language) -> str:
    word = {Language.NB: "Eier", Language.NN: "Eigar", Language.EN: "Owner"}[language]
    return f"## {label}\n{word}: {owner}"


_NB = """# Strategi
Vi skal rydde opp i avfallet på øyene. Havnefogden følger saken ukentlig.
## Roller
- Liv Hamre, driftssjef
- Leder for innsamling og gjenbruk
- Økonomisjef"""
_NN = """# Strategi
Vi skal rydde opp i avfallet på øyane. Hamnefuten følgjer saka kvar veke.
## Roller
- Liv Hamre, driftssjef
- Leiar for innsamling og ombruk
- Økonomisjef"""
_EN = """# Strategy
We will clear the islands of waste. The harbour warden follows the case every week.
## Roles
- Liv Hamre, operations manager
- Head of Collection and Reuse
- Finance Director"""

RULE = Rule(
    code="OWN03",
    name="owner-not-in-brief",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    message=Text(
        nb="«{owner}» står som eier av «{goal}», men er ikke nevnt i strategien.",
        nn="«{owner}» står som eigar av «{goal}», men er ikkje nemnd i strategien.",
        en="“{owner}” is down as the owner of “{goal}”, but is not mentioned in the strategy.",
    ),
    suggestion=Text(
        nb="Velg en av rollene strategien nevner ({roles}), eller få «{owner}» med på lista.",
        nn="Vel ei av rollene strategien nemner ({roles}), eller få «{owner}» med på lista.",
        en="Choose one of the roles the strategy names ({roles}), or have “{owner}” added to the list.",
    ),
    bad=Examples(
        nb=(
            Example(_goal("Mål 1: Øyene er rene", "Trond Eik, miljøsjef", Language.NB), _NB),
            Example(_goal("Mål 1: Øyene er rene", "Leder for kommunikasjon", Language.NB), _NB),
            Example("Restavfall fra 90 til 60 tonn innen 1. juli 2026 (eier: HR-sjef)", _NB),
        ),
        nn=(
            Example(_goal("Mål 1: Øyane er reine", "Trond Eik, miljøsjef", Language.NN), _NN),
            Example(_goal("Mål 1: Øyane er reine", "Leiar for kommunikasjon", Language.NN), _NN),
            Example("Restavfall frå 90 til 60 tonn innan 1. juli 2026 (eigar: HR-sjef)", _NN),
        ),
        en=(
            Example(_goal("Objective 1: The islands are clean", "Tom Oakes, environment lead", Language.EN), _EN),
            Example(_goal("Objective 1: The islands are clean", "Head of Communications", Language.EN), _EN),
            Example("Residual waste from 90 to 60 tonnes by 1 July 2026 (owner: HR director)", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example(_goal("Mål 1: Øyene er rene", "Liv Hamre", Language.NB), _NB),
            Example(_goal("Mål 1: Øyene er rene", "Driftssjefen", Language.NB), _NB),
            Example(_goal("Mål 1: Øyene er rene", "Jon Aas, leder innsamling", Language.NB), _NB),
            Example("Restavfall fra 90 til 60 tonn innen 1. juli 2026 (eier: havnefogden)", _NB),
        ),
        nn=(
            Example(_goal("Mål 1: Øyane er reine", "Liv Hamre", Language.NN), _NN),
            Example(_goal("Mål 1: Øyane er reine", "Driftssjefen", Language.NN), _NN),
            Example(_goal("Mål 1: Øyane er reine", "Jon Aas, leiar innsamling", Language.NN), _NN),
            Example("Restavfall frå 90 til 60 tonn innan 1. juli 2026 (eigar: hamnefuten)", _NN),
        ),
        en=(
            Example(_goal("Objective 1: The islands are clean", "Liv Hamre", Language.EN), _EN),
            Example(_goal("Objective 1: The islands are clean", "The operations manager", Language.EN), _EN),
            Example(_goal("Objective 1: The islands are clean", "John Ash, head of collection", Language.EN), _EN),
            Example("Residual waste from 90 to 60 tonnes by 1 July 2026 (owner: harbour warden)", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
    silenced_by=("OWN01", "OWN02"),
)
