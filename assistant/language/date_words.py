"""The words dates are written with, in bokmål, nynorsk and English."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from assistant.language.lexicon import lexicon
from assistant.language.periods import FIRST_YEAR, LAST_YEAR, ORDINALS, PART_WORDS
from assistant.okr import Language


class Span(NamedTuple):
    """A date in a line.

    Attributes:
        last: Index of its last word.
        start_day: The first day it covers, if known.
        day: The last day it covers, if known.
    """

    last: int
    start_day: date | None = None
    day: date | None = None


STRONG = frozenset("innen innan før senest seinast seinest by before until within".split())
"""Words that make what follows a time limit."""
EDGES = frozenset(
    "utgangen utløpet slutten end close løpet course during begynnelsen byrjinga starten start midten".split()
)
"""Words that point at a place in a span of time: «utgangen av», «the end of»."""
GLUE = frozenset(
    "av of the den det de dei neste next this dette denne inneværende inneverande kommende komande".split()
)
"""Words between the pointing ones and the date."""
IN = frozenset("i in på on ved at om for til to fra frå from siden sidan since mot enn than per pr".split())
LEADS = STRONG | EDGES | GLUE | IN

CODE = re.compile(r"([qkth])([1-4])(?:[-/]?(\d{4}|\d{2}))?")
PIECES = re.compile(r"[./ \u00a0-]+")
SEASONS = {
    "våren": (3, 5), "vår": (3, 5), "spring": (3, 5), "sommeren": (6, 8), "sommaren": (6, 8), "sommer": (6, 8),
    "sommar": (6, 8), "summer": (6, 8), "høsten": (9, 11), "hausten": (9, 11), "høst": (9, 11), "haust": (9, 11),
    "autumn": (9, 11), "fall": (9, 11),
}  # fmt: skip
YEAR_ENDS = frozenset("årsslutt årsskiftet årsskifte nyttår year-end".split())
FEASTS = frozenset("jul jula julen påske påsken pinse christmas easter".split())
SPANS = frozenset(
    "vinteren vinterferien sommerferien sommarferien høstferien haustferien fellesferien skolestart skulestart "
    "skoleåret skuleåret kvartalet tertialet halvåret måneden månaden perioden uken uka veka quarter month "
    "period week".split()
)
YEARS = frozenset("året årets år year".split())
WEEKS = frozenset("uke veke week".split())
EACH = frozenset("per pr hver kvar each every a an".split())
"""Before «week»: a rhythm, and what follows is no number of a week («deploys per week 14 → 22»)."""
NEXT = frozenset("neste next kommende komande coming".split())
REACH = frozenset("innen innan within løpet course over".split()) | NEXT
LONG_UNITS = frozenset(
    "måned måneder månedene månad månader månadar månadene mnd år årene åra kvartal kvartaler kvartala tertial "
    "month months year years quarter quarters".split()
)
SHORT_UNITS = frozenset("uke uker ukene veke veker vekene dager dagene dagar dagane døgn weeks days".split())
ARTICLES = frozenset("et eit ett en ein én éin a one".split())
SUFFIXES = frozenset("st nd rd th".split())
WORDS_TOO = frozenset("mai may mars march mar des sep jan".split())
"""Months that are other words or names as well: they need a word before them or a year after them."""
PLAIN_UNITS = frozenset("% prosent percent kr dager dagar days".split())
BREAKS = frozenset("/ - –".split())
OF = frozenset("i in of av".split())
NAMED_DAY = frozenset("den on the dato fra til".split()) | STRONG
TRIGGERS = frozenset(ORDINALS) | frozenset(SEASONS) | YEAR_ENDS | FEASTS | SPANS | YEARS | WEEKS | REACH


@lru_cache(maxsize=3)
def months_of(language: Language) -> dict[str, int]:
    """Month names; «jul» is Christmas in Norwegian, whatever a calendar's short form says."""
    months = dict(lexicon(language).months)
    if language is not Language.EN:
        months.pop("jul", None)
    return months


@lru_cache(maxsize=3)
def triggers(language: Language) -> frozenset[str]:
    """The words a date without digits can begin with."""
    return TRIGGERS.union(months_of(language))


@lru_cache(maxsize=3)
def after_days(language: Language) -> frozenset[str]:
    """What follows one or two digits that are a day or an ordinal: «1.», «1st», «1 May», «3 kvartal»."""
    return SUFFIXES.union((".", "of"), months_of(language), PART_WORDS)


@lru_cache(maxsize=1)
def countables() -> frozenset[str]:
    """The units of all three languages."""
    return frozenset[str]().union(*(lexicon(language).phrases("units").entries for language in Language))


@lru_cache(maxsize=3)
def function_words(language: Language) -> frozenset[str]:
    """Articles, prepositions, pronouns and the like."""
    return lexicon(language).phrases("function_words").entries


def year_of(word: str) -> int | None:
    """The year four digits name, or ``None``."""
    if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def full_year(digits: str) -> int | None:
    """«26» is 2026."""
    return 2000 + int(digits) if len(digits) == 2 else year_of(digits)
