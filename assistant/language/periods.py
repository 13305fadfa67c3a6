"""Reading periods: quarters, tertials, half-years, years and ranges, in bokmål, nynorsk and English."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from assistant.language.spans import MONTHS, read_span
from assistant.okr import Period

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Four digits between these are read as a year, where the words around allow it."""

PARTS = {"q": 4, "k": 4, "t": 3, "h": 2}
"""How many quarters (``q``, ``k``), tertials (``t``) and half-years (``h``) a year has."""

PART_WORDS = {
    "kvartal": "q", "kvartalet": "q", "quarter": "q",
    "tertial": "t", "tertialet": "t", "tertialen": "t", "tertiary": "t",
    "halvår": "h", "halvåret": "h", "half": "h", "half-year": "h",
}  # fmt: skip

ORDINALS = {
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "annet": 2, "second": 2,
    "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4, "siste": -1, "last": -1,
}  # fmt: skip
"""Ordinals and their numbers; the last part of a year is -1."""

_KVARTAL = frozenset({"kvartal", "kvartalet"})
_HALF_YEAR = frozenset({"halvår", "halvåret"})
_YEAR = r"((?:19|20)\d{2})"
_ORDINAL = "|".join(word for word, number in ORDINALS.items() if number > 0)
_PART = "|".join(sorted(PART_WORDS, key=len, reverse=True))
_RANGE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})\s*(?:\.\.|–|—|til|to)\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_SHORT = re.compile(rf"(?<![\w.])([qkth])\s?([1-4])\s?[-/ .,]?\s?(?:{_YEAR}(?!\d)|'?(\d\d)(?!\d))", re.IGNORECASE)
_YEAR_FIRST = re.compile(rf"(?<![\w.-]){_YEAR}\s?[-/ ]?\s?([qkth])([1-4])(?!\w)", re.IGNORECASE)
_LONG = re.compile(
    rf"(?<!\w)(?:([1-4])(?:\.|st|nd|rd|th)?|({_ORDINAL}))\s+({_PART})(?:\s+(?:i|in|of|av))?[\s,]+{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(rf"(?<![\w.,/–-]){_YEAR}(?![\w–/-]|[.,]\d)")
_LESS_THAN_A_YEAR = re.compile(
    rf"\b(?:[qkth]\d|{_PART}|halvdel\w*|{'|'.join(MONTHS)}|uke|uker|veke|veker|weeks?|months?|måned\w*|månad\w*"
    r"|våren|hausten|høsten?|sommeren?|sommaren?|vinteren?|spring|summer|autumn|fall|winter|skoleåret?|skuleåret?|school year)\b"
    rf"|\b(?:vår|haust|sommar)\s+(?:i\s+)?{_YEAR}",
    re.IGNORECASE,
)
"""Words of a time that is no whole year, whether or not it could be read."""
_DIGIT = re.compile(r"\d")


def last_day_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def part_of_year(kind: str, number: int, year: int) -> tuple[date, date] | None:
    """First and last day of a quarter (``q``, ``k``), tertial (``t``) or half-year (``h``); ``None`` if none such."""
    parts = PARTS[kind]
    if not 1 <= number <= parts:
        return None
    months = 12 // parts
    return date(year, (number - 1) * months + 1, 1), last_day_of(year, number * months)


def read_period(text: str, *, whole_year: bool = True) -> Period | None:
    """The first period ``text`` names, in any of the three languages.

    Args:
        text: A heading, a title, a field or running text.
        whole_year: Whether a year alone counts; in running text it should not.

    Returns:
        The period, labelled in its short form («andre tertial 2026» is ``T2 2026``), or ``None``.
    """
    if not _DIGIT.search(text):
        return None
    if found := _RANGE.search(text):
        return _between(found[1], found[2])
    named = _named(text)
    if whole_year and (span := read_span(text)) is not None:
        named.append(span)
    if named:
        return min(named, key=lambda place: place[0])[1]
    year = _WHOLE_YEAR.search(text) if whole_year else None
    return _of_year(text, year) if year is not None else None


def _named(text: str) -> list[tuple[int, Period]]:
    return [
        (found.start(), period)
        for pattern, read in ((_SHORT, _read_short), (_YEAR_FIRST, _read_year_first), (_LONG, _read_long))
        for found in pattern.finditer(text)
        if (period := read(found)) is not None
    ]


def _of_year(text: str, found: re.Match[str]) -> Period | None:
    """The year ``found``, the part of it that stands after it («2027, første halvår»), or ``None`` for a part not read.

    «Q5 2026», «våren 2027» and «mars 2027» are less than a year, and the whole of it is not what was meant.
    """
    named = _named(f"{text[: found.start()]}{text[found.end() :].rstrip(' .*_)')} {found[1]}")
    if named:
        return min(named, key=lambda place: place[0])[1]
    if _LESS_THAN_A_YEAR.search(text):
        return None
    year = int(found[1])
    return Period(label=str(year), start=date(year, 1, 1), end=date(year, 12, 31))


def _part(kind: str, number: int, year: int, letter: str) -> Period | None:
    bounds = part_of_year(kind, number, year)
    return Period(label=f"{letter}{number} {year}", start=bounds[0], end=bounds[1]) if bounds else None


def _read_short(found: re.Match[str]) -> Period | None:
    kind = found[1].lower()
    return _part(kind, int(found[2]), int(found[3]) if found[3] else 2000 + int(found[4]), kind.upper())


def _read_year_first(found: re.Match[str]) -> Period | None:
    kind = found[2].lower()
    return _part(kind, int(found[3]), int(found[1]), kind.upper())


def _read_long(found: re.Match[str]) -> Period | None:
    number = int(found[1]) if found[1] else ORDINALS[found[2].lower()]
    word = found[3].lower()
    kind = PART_WORDS[word]
    period = _part(kind, number, int(found[4]), "K" if word in _KVARTAL else kind.upper())
    # «H1» is English; quarters and tertials have their short form in Norwegian too.
    return replace(period, label=f"{number}. halvår {found[4]}") if period and word in _HALF_YEAR else period


def _between(first: str, last: str) -> Period | None:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return Period(label=f"{first}..{last}", start=start, end=end) if start <= end else None
