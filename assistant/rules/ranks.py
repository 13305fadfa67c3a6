"""Telling a unit's set from a whole organisation's, and who of its owners leads more than the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from assistant.okr import Level


class Rank(IntEnum):
    """How far up an owner is."""

    WITHIN = 0
    DIRECTOR = 1
    """One of the top management, who leads a field of the whole organisation."""
    DEPUTY = 2
    TOP = 3


_UNITS = frozenset(
    "team enhet eining avdeling seksjon enheten eininga department dept dept. unit section division divisjon gruppe squad "
    "stab tribe trinn post sengepost klinikk".split()
)
_UNIT_ENDS = (
    "avdeling", "avdelingen", "avdelinga", "seksjonen", "seksjon", "enheten", "enhet", "eininga", "eining", "einingen",
    "teamet", "-team", "divisjonen", "divisjon", "gruppa", "gruppen", "kontoret", "senteret", "staben", "laget",
    "posten", "poliklinikken", "laboratoriet", "verkstedet", "verkstaden", "redaksjonen", "lageret",
)  # fmt: skip
_SERVICES = ("tjenesten", "tenesta")
"""Units within a municipality; elsewhere they may be the whole organisation."""
_MUNICIPAL = frozenset(("kommune", "kommunen", "fylkeskommune"))
_FIRMS = frozenset("as asa ltd inc plc llc gmbh ab".split())
_WHOLE = frozenset(
    "hovedkontoret hovudkontoret skattekontoret kraftlaget samvirkelaget bygdelaget idrettslaget legesenteret selskapet".split()
)
_FIELDS = frozenset(
    "salg sal plattform platform drift operations økonomi finans finance hr it ikt marked marknad marketing sales "
    "kundeservice kundesenter kundestøtte support kundeopplevelse produkt product produksjon production innkjøp logistikk "
    "logistics engineering utvikling teknologi technology digitalisering oppvekst helse omsorg teknisk kultur samfunn "
    "kommunikasjon communications lager warehouse kvalitet quality hms analyse data design privatmarked bedriftsmarked "
    "personmarked bedriftsmarkedet personmarkedet privatmarkedet vedlikehold maintenance procurement purchasing claims "
    "underwriting research forskning inkasso innkreving innkrevjing kreditt credit savings lending forvaltning eiendom "
    "eigedom facilities estates imaging radiologi kirurgi medisin akutt emergency surgery pediatrics pharmacy analytics "
    "security sikkerhet jus juridisk legal compliance arkiv renhold reinhald kantine".split()
)
"""Fields of work: a part of a title that is one of these, beside a name, is a unit («Salg Nord», «Platform, Kvantum»)."""
_PARTS = re.compile(r"\s*[,:|·•/()]\s*|\s+[–—-]\s+")
_LONGEST_FIELD = 3
_PERIOD = re.compile(
    r"\b(?:okrs?|mål|måla|goals|objectives|[qkth]\d|20\d\d|\d\.?|kvartal|tertial|halvår|quarter|for|set)\b",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    r"(?<!\w)(?:vise-?|nest-?|assisterende\s+|assisterande\s+|ass\.?\s+|konstituert\s+|deputy\s+|vice[\s-]+|associate\s+)(?=\w)",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"""
    (?<!\w)
    (?: ceo | chief\s+executive(?:\s+officer)? | managing\s+director | executive\s+director | director[\s-]general | general\s+manager
      | president | mayor | secretary[\s-]general | chair(?:man|woman|person)?(?:\s+of\s+(?:the\s+)?(?:board|trustees|governors|directors))?
      | chief\s+constable | vice[\s-]chancellor | (?:executive\s+)?head\s?(?:teacher|master|mistress) | principal | county\s+executive
      | adm(?:inistrerende|inistrerande|\.)?\s*(?:direktør(?:en)?|dir\b|banksjef(?:en)?|leder(?:en)?|leiar(?:en)?)
      | dag(?:lig|leg)\s+lei?[da]e?r(?:en)? | konsernsjef(?:en)? | topp(?:sjef|leder|leiar)(?:en)?
      | rådmann(?:en)? | (?:fylkes)?kommunedirektør(?:en)? | fylkes(?:rådmann|direktør)(?:en)? | generalsekretær(?:en)?
      | (?:fylkes)?ordfører(?:en)? | (?:fylkes)?ordførar(?:en)? | styreleder(?:en)? | styreleiar(?:en)? | (?:sykehus|sjukehus|universitets|etats|museums|havne|hamne|general)direktør(?:en)?
      | politim(?:ester|eister)(?:en)? | statsforvalt(?:er|ar)(?:en)? | rektor(?:en|atet)? | departementsråd(?:en)? | biskop(?:en)? | forbundsle(?:der|iar)(?:en)?
      | byrådsle(?:der|iar)(?:en)? | riksadvokat(?:en)? | brannsjef(?:en)? | lensmann(?:en)? | toll?direktør(?:en)? | skattedirektør(?:en)?
      | founder | gründer(?:en)? | hovedeier(?:en)? | hovudeigar(?:en)?
      | ^direktør(?:en)?$ | ^(?:direktør|banksjef)(?:en)?(?=\s+[A-ZÆØÅ])
    )(?!\w|-|\s+(?:for|of|i|sin|sitt)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIRECTOR = re.compile(
    r"""
    (?<!\w)(?:c[fto]o | cio | cmo | chro | cpo | ciso | cco | chief\s+\w+(?:\s+\w+)?\s+officer | (?:s|e)vp
      | (?:konsern|fag|\w*)direktør(?:en)?)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_OF_ALL = re.compile(
    r"(?<!\w)(?:avdelings|seksjons|område|regions|distrikts|ass|underd|klinikk|program|prosjekt|art|kunst|creative)",
    re.IGNORECASE,
)
_AREA = 4
"""Letters by which «salgsdirektør» and «salgsavdelingen» meet."""


@lru_cache(maxsize=256)
def _rank(title: str) -> Rank:
    text = title.strip(" .")
    top = _TOP.search(text)
    if top is not None:
        return Rank.DEPUTY if _DEPUTY.search(text[: top.start() + 1]) or _DEPUTY.search(text) else Rank.TOP
    bare = _DEPUTY.sub("", text)
    if bare != text and _TOP.search(bare):
        return Rank.DEPUTY
    return Rank.DIRECTOR if _DIRECTOR.search(text) and not _NOT_OF_ALL.search(text) else Rank.WITHIN


def rank_of(title: str, unit: Sequence[str]) -> Rank:
    """The rank of an owner with this title, in a set of the unit that these words name."""
    rank = _rank(title)
    if rank is Rank.DIRECTOR and any(
        word.startswith(named[:_AREA]) for word in title.lower().split() for named in unit if len(named) >= _AREA
    ):
        return Rank.WITHIN  # the sales director leads the sales team
    return rank


def is_team(words: Sequence[str], level: Level | None) -> bool:
    """Whether the set is a team's, and so further from the top than a department's."""
    if level is not None:
        return level is Level.TEAM
    return any(word in {"team", "squad"} or word.endswith(("teamet", "-team")) for word in words)


def names_a_unit(title: str | None, organisation: str | None, words: Sequence[str]) -> bool:
    """Whether a title or an organisation's name, whose words are given too, says that the set is a unit's."""
    ends = _UNIT_ENDS if _MUNICIPAL.isdisjoint(words) else _UNIT_ENDS + _SERVICES
    for index, word in enumerate(words):
        if word in _UNITS or (word.endswith(ends) and word not in _WHOLE):
            return word != "team" or _FIRMS.isdisjoint(words[index : index + 3])
    return any(_is_field(part) for said in (title, organisation) if said for part in _fields_of(said))


def _fields_of(said: str) -> list[str]:
    """The parts of a title that may be a unit: all where there are several, «Salg» of «Salg i Kodekroken»."""
    parts = [_PERIOD.sub(" ", part).strip() for part in _PARTS.split(said)]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        return parts
    place = re.split(r"\s+(?:i|in|at|hos|ved)\s+", parts[0], maxsplit=1) if parts else []
    return place[:1] if len(place) > 1 else parts


def _is_field(part: str) -> bool:
    words = part.lower().split()
    return 0 < len(words) <= _LONGEST_FIELD and words[0] in _FIELDS and _FIRMS.isdisjoint(words)
