"""A set for a team or a department that only the organisation's top management owns.

Why it hurts: goals that the team is handed, and that somebody three floors up answers for, are management by objectives
under another name. Whoever owns a goal works with it every week. Text cannot tell whether the team took part, so this
is a question.

Source: the article's pitfall «no involvement: top-down management by objectives».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.tokens import split_words
from assistant.okr import Language, Level, OkrSet
from assistant.rules.analysis import Context
from assistant.rules.people import People, owner_of, persons_named, persons_of
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_UNITS = frozenset(
    "team enhet eining avdeling seksjon enheten eininga department dept unit section division divisjon".split()
)
_UNIT_ENDS = (
    "avdeling", "avdelingen", "avdelinga", "seksjonen", "seksjon", "enheten", "eininga", "einingen", "teamet", "divisjonen",
)  # fmt: skip
_SERVICES = ("tjenesten", "tenesta")
"""Units within a municipality; elsewhere they may be the whole organisation."""
_MUNICIPAL = frozenset(("kommune", "kommunen", "fylkeskommune"))
_OF_THE_TOP = ("ledergruppe", "leiargruppe", "ledelse", "leiing", "toppledelse", "konsernled", "konsernlei", "leadership", "management", "executive")  # fmt: skip
_FIRMS = frozenset("as asa ltd inc plc llc gmbh ab".split())
_TOP = re.compile(
    r"""
    (?<!vise)(?<!vise\ )(?<!assisterende\ )(?<!assisterande\ )(?<!deputy\ )(?<!vice\ )(?<!vice-)(?<!\w)
    (?: ceo | chief\s+executive(?:\s+officer)? | managing\s+director | executive\s+director | director[\s-]general
      | president | mayor | secretary[\s-]general | chair(?:man|woman|person)?\s+of\s+the\s+board
      | adm(?:inistrerende|inistrerande|\.)?\s*(?:direktør(?:en)?|dir\b|banksjef(?:en)?)
      | dag(?:lig|leg)\s+lei?[da]e?r(?:en)? | konsernsjef(?:en)? | topp(?:sjef|leder|leiar)(?:en)?
      | rådmann(?:en)? | (?:fylkes)?kommunedirektør(?:en)? | fylkes(?:rådmann|direktør)(?:en)? | generalsekretær(?:en)?
      | ordfører(?:en)? | ordførar(?:en)? | styreleder(?:en)? | styreleiar(?:en)? | (?:sykehus|sjukehus)direktør(?:en)?
      | ^direktør(?:en)?$
    )(?!\w|-|\s+(?:for|of|i|sin|sitt)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Ask where a team's or department's set names owners, and each of them leads the whole organisation."""
    if not _is_of_a_unit(item, context.language):
        return
    owners = {owner_of(key_result, context) for key_result in context.key_results}
    owners |= {objective.owner for objective in context.objectives if not objective.key_results}
    named = [owner for owner in owners if owner]
    if not named:
        return
    people = People(list(persons_named(context)))
    for owner in named:
        persons = persons_of(owner, context.language)
        titles = [people.title(person) or "" for person in persons] if persons else [owner]
        if not all(_is_top(title) for title in titles):
            return
    facts = {"owner": min(named), "objective": context.objectives[0].line.text}
    yield Finding("INV05", "", RULE.severity, facts)


@lru_cache(maxsize=256)
def _is_top(title: str) -> bool:
    return _TOP.search(title.strip(" .")) is not None


def _is_of_a_unit(item: OkrSet, language: Language) -> bool:
    """Whether the set is a unit's: it says its level, or its title or its organisation names one."""
    if item.level is not None:
        return item.level is not Level.COMPANY
    words = split_words(f"{item.title or ''} . {item.organisation or ''}", language)
    if any(word.startswith(_OF_THE_TOP) for word in words):
        return False
    ends = _UNIT_ENDS if _MUNICIPAL.isdisjoint(words) else _UNIT_ENDS + _SERVICES
    for index, word in enumerate(words):
        if word in _UNITS or word.endswith(ends):
            return word != "team" or _FIRMS.isdisjoint(words[index : index + 3])
    return False


_NB = "# Team Betaling, OKR Q3 2026\n## Mål 1: Ro i kveldene\nEier: {}\n- NR1: Utrykninger fra 9 til 4"
_NN = "# Innbyggjaravdelinga, OKR Q3 2026\n## Mål 1: Ro om kvelden\nEigar: {}\n- NR1: Utrykkingar frå 9 til 4"
_EN = "# Network department, OKRs Q3 2026\n## Objective 1: Quiet nights\nOwner: {}\n- KR1: Calls from 9 to 4"

RULE = Rule(
    code="INV05",
    name="only-top-owners",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hvem i enheten eier målene? Bare toppledelsen står som eier: {owner}.",
        nn="Kven i eininga eig måla? Berre toppleiinga står som eigar: {owner}.",
        en="Who in the unit owns the goals? Only top management is named: {owner}.",
    ),
    suggestion=Text(
        nb="La en av dem som gjør jobben, eie «{objective}», og før opp {owner} som sponsor.",
        nn="Lat ein av dei som gjer jobben, eige «{objective}», og før opp {owner} som sponsor.",
        en="Let one of those who do the work own “{objective}”, and name {owner} as the sponsor.",
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
            _NN.format("assisterande rådmann"),
        ),
        en=(
            _EN.format("Ann Lee, head of networks"),
            _EN.format("Ann Lee, director of networks"),
            "# Northwick Water\n## Objective 1: Quiet nights\nOwner: Eve Lee, chief executive\n- KR1: Calls from 9 to 4",
        ),
    ),
    check=check,
)
