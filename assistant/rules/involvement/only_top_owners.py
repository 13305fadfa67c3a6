"""A set for a team or a department that only the organisation's top management owns.

Why it hurts: goals that the team is handed, and that somebody three floors up answers for, are management by objectives
under another name. Whoever owns a goal works with it every week. Text cannot tell whether the team took part, so this
is a question.

Source: the article's pitfall «no involvement: top-down management by objectives».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.tokens import split_words
from assistant.okr import Level, OkrSet
from assistant.rules.analysis import Context
from assistant.rules.people import People, owner_of, persons_named, persons_of
from assistant.rules.ranks import Rank, is_team, names_a_unit, rank_of
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_OF_THE_TOP = ("ledergruppe", "leiargruppe", "ledelse", "leiing", "toppledelse", "konsernled", "konsernlei", "leadership", "management", "executive")  # fmt: skip


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Ask where a team's or department's set names owners, and each of them leads the whole organisation."""
    if not _is_of_a_unit(item, context):
        return
    owners = {owner_of(key_result, context) for key_result in context.key_results}
    owners |= {objective.owner for objective in context.objectives if not objective.key_results}
    named = [owner for owner in owners if owner]
    if not named:
        return
    people = People(list(persons_named(context)))
    unit = _unit(item, context)
    team = is_team(unit, item.level or (context.brief.level if context.brief is not None else None))
    ranks: list[Rank] = []
    for owner in named:
        persons = persons_of(owner, context.language)
        titles = [people.title(person) or "" for person in persons] if persons else [owner]
        ranks += [rank_of(title, unit) for title in titles]
    least = Rank.DIRECTOR if team else Rank.DEPUTY
    if not ranks or min(ranks) < least or (max(ranks) is not Rank.TOP and not team):
        return
    owner = min(named)
    facts = {"owner": owner, "sponsor": owner.partition(",")[0], "objective": context.objectives[0].line.text}
    yield Finding("INV05", "", RULE.severity, facts)


def _unit(item: OkrSet, context: Context) -> list[str]:
    """The words that tell whose set it is."""
    said = [item.title or "", item.organisation or ""]
    if context.brief is not None and item.organisation is None:
        said.append(context.brief.organisation or "")
    return split_words(" . ".join(said), context.language)


def _is_of_a_unit(item: OkrSet, context: Context) -> bool:
    """Whether the set is a unit's: it or its brief says its level, or its title or its organisation names one."""
    words = _unit(item, context)
    if any(word.startswith(_OF_THE_TOP) for word in words):
        return False
    level = item.level or (context.brief.level if context.brief is not None else None)
    return level is not Level.COMPANY if level is not None else names_a_unit(item.title, item.organisation, words)


_NB = "# Team Betaling, OKR Q3 2026\n## Mål 1: Ro i kveldene\nEier: {}\n- NR1: Utrykninger fra 9 til 4"
_NN = "# Innbyggjaravdelinga, OKR Q3 2026\n## Mål 1: Ro om kvelden\nEigar: {}\n- NR1: Utrykkingar frå 9 til 4"
_EN = "# Network department, OKRs Q3 2026\n## Objective 1: Quiet nights\nOwner: {}\n- KR1: Calls from 9 to 4"

RULE = Rule(
    code="INV05",
    name="only-top-owners",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hvem av dem som gjør jobben, eier målene? Bare toppledelsen står som eier ({owner}).",
        nn="Kven av dei som gjer jobben, eig måla? Berre toppleiinga står som eigar ({owner}).",
        en="Who among those who do the work owns the goals? Only top management is named ({owner}).",
    ),
    suggestion=Text(
        nb="La en av dem som gjør jobben, eie «{objective}», og la {sponsor} være sponsor.",
        nn="Lat ein av dei som gjer jobben, eige «{objective}», og lat {sponsor} vere sponsor.",
        en="Let one of those who do the work own “{objective}”, with {sponsor} as the sponsor.",
    ),
    bad=Examples(
        nb=(
            _NB.format("Eva Lie, administrerende direktør"),
            _NB.format("adm. dir."),
            "Virksomhet: Avdeling for vakt\nSponsor: Eva Lie, kommunedirektør\n## Mål 1: Ro\nEier: Eva Lie\n- NR1: Feil fra 9 til 4",
        ),
        nn=(
            _NN.format("Eva Lie, administrerande direktør"),
            _NN.format("kommunedirektøren"),
            _NN.format("Eva Lie, dagleg leiar"),
        ),
        en=(
            _EN.format("Eve Lee, chief executive"),
            _EN.format("the CEO"),
            "Organisation: Payments Team\n## Objective 1: Quiet nights\nOwner: Managing Director Eve Lee\n- KR1: Calls from 9 to 4",
        ),
    ),
    good=Examples(
        nb=(
            _NB.format("Kari Moen, teamleder"),
            _NB.format("Eva Lie, administrerende direktør") + "\n- NR2: Feil fra 9 til 4 (eier: Kari Moen)",
            "# Ledergruppen, avdeling hovedkontor\n## Mål 1: Ro\nEier: konsernsjefen\n- NR1: Utrykninger fra 9 til 4",
            "# Nordvik Renhold AS\n## Mål 1: Ro\nEier: Eva Lie, daglig leder\n- NR1: Utrykninger fra 9 til 4",
        ),
        nn=(
            _NN.format("Kari Moen, avdelingsleiar"),
            _NN.format("Kari Moen"),
            _NN.format("assisterande avdelingsleiar"),
        ),
        en=(
            _EN.format("Ann Lee, head of networks"),
            _EN.format("Ann Lee, director of networks"),
            "# Northwick Water\n## Objective 1: Quiet nights\nOwner: Eve Lee, chief executive\n- KR1: Calls from 9 to 4",
        ),
    ),
    check=check,
)
