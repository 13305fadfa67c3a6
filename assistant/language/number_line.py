"""What the readers of numbers share: one line's words, and what the words around a number may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon
from assistant.language.number_cues import cues_of
from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.language.dates import DateMention
    from assistant.language.tokens import Tokens

FROM = frozenset("fra frå from".split())
TO = {Language.NB: frozenset(("til",)), Language.NN: frozenset(("til",)), Language.EN: frozenset(("to",))}
"""The word before a goal; «to» is a number in Norwegian."""
DASHES = frozenset("-−–—")
SCALES = frozenset(
    "mill million millioner millionar millions mrd milliard milliarder milliardar billion billions tusen thousand "
    "hundre hundred k m bn mn".split()
)
CURRENCIES = frozenset(
    "kr kroner krone nok eur usd sek dkk gbp euro euros dollar dollars mnok tnok mkr tkr € $ £".split()
)
PERCENT_WORDS = frozenset("% prosent prosenten prosentane prosentene pst percent pct".split())
POINT_WORDS = frozenset(
    "pp ppt prosentpoeng prosentpoenga prosentpoenget prosentpoengene prosentenhet prosentenheter prosenteining "
    "prosenteiningar %-poeng %poeng %-point %-points %point %points".split()
)
NOT_COUNTED = frozenset(
    "og i på til av med for fra frå som er skal vil per pr innen innan før ved etter eller mot men samt enn ned "
    "opp and in on to of with from that is will by before at after or than down up as og/eller hver kvar within "
    "å at det den dei de vi har ha kan bli blir var ble blei vart mens medan så når the a an are was be has have "
    "this next each every today now instead rather nå no ifølgje ifølge uten utan without um om mål målt målet out ut inn "
    "plus pluss skulle gjennom under over mellom blant totalt samlet samla innenfor innanfor oppnådd høyere høgare lavere "
    "lågare mer meir flere fleire færre mindre more less fewer higher lower better bedre betre sammenlignet "
    "samanlikna during årlig årleg annually målte raskere raskare faster kortere kortare shorter must should "
    "against versus vs både both ligger ligg lå låg must can may when while hvor kor where dette disse desse "
    "alle senest seinast if hvis ikke ikkje not fram frem til dagens current cut goal target".split()
)
"""Words after a number that are not what it counts."""

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_SPACE = re.compile(r"\s")
_LONGEST = 24
_NONE: frozenset[int] = frozenset()


def parse_number(word: str, language: Language) -> float | None:
    """The value of a number token: ``1 234,5`` and ``1.234`` in Norwegian, ``1,234`` and ``3.5`` in English."""
    if word.isdecimal():
        return float(word) if len(word) <= _LONGEST else None
    digits = _SPACE.sub("", word).rstrip(".")
    if language is Language.EN:
        digits = digits.replace(",", "." if _DECIMAL_COMMA.fullmatch(digits) else "")
    elif _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", ".")
    try:
        value = float(digits) if len(digits) <= _LONGEST else None
    except ValueError:
        return None
    return value if value is not None and isfinite(value) else None


@lru_cache(maxsize=3)
def units_of(language: Language) -> frozenset[str]:
    """The units of measure of a language."""
    return lexicon(language).phrases("units").entries


@lru_cache(maxsize=3)
def number_words_of(language: Language) -> frozenset[str]:
    """The number words of a language."""
    return frozenset(lexicon(language).number_words)


@dataclass(slots=True)
class Draft:
    """A number being read: ``index`` is the word with its value, ``first`` to ``last`` all its words."""

    index: int
    first: int
    last: int
    value: float
    unit: str | None


class NumberLine:
    """One line as the readers of numbers see it."""

    __slots__ = (
        "cues", "dated", "dates", "language", "number_words", "padded", "says_now", "size", "to", "tokens", "units",
        "words",
    )  # fmt: skip

    def __init__(self, tokens: Tokens, dates: list[DateMention]) -> None:
        """Look at ``tokens``, whose ``dates`` are known."""
        self.tokens = tokens
        self.words = tokens.words
        self.padded = tokens.padded
        self.size = len(tokens.words)
        self.language = tokens.language
        self.number_words = lexicon(tokens.language).number_words
        self.units = units_of(tokens.language)
        self.cues = cues_of(tokens.language)
        self.to = TO[tokens.language]
        self.says_now = not self.cues.says_now.isdisjoint(tokens.words)
        self.dates = dates
        self.dated = (
            frozenset().union(*[range(mention.first, mention.last + 1) for mention in dates]) if dates else _NONE
        )

    def word(self, index: int) -> str:
        """The word at ``index``, or nothing outside the line."""
        return self.words[index] if 0 <= index < self.size else ""

    def is_number(self, index: int) -> bool:
        """Whether there is a number at ``index``, in digits or as a word."""
        word = self.word(index)
        return word[:1].isdecimal() or word in self.number_words

    def value(self, index: int) -> float | None:
        """The value of the number at ``index``."""
        word = self.words[index]
        return float(self.number_words[word]) if word in self.number_words else parse_number(word, self.language)

    def is_counted(self, index: int) -> bool:
        """Whether the word at ``index`` can be what a number before it counts."""
        word = self.word(index)
        return word[:1].isalpha() and word not in NOT_COUNTED and (index not in self.dated or word in self.units)
