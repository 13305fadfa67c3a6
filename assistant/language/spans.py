"""Periods written from one day, month or part of a year to another: «januar–april 2027», “1 May to 30 September 2027”."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from assistant.okr import Period

_NAMES = (
    "jan januar january", "feb febr februar february", "mar mars march", "apr april", "mai may", "jun juni june",
    "jul juli july", "aug august", "sep sept september", "okt oct oktober october", "nov november", "des dec desember december",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
"""Months in the three languages, abbreviated and in full, and their numbers."""

_YEAR = r"(?:19|20)\d\d(?!\d)"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NTH = r"(?:\.|st|nd|rd|th)?"
_ALONE = re.compile(_YEAR)


def _point(name: str) -> str:
    """A day or a month, as one end of a span: «1. mai», “May 1st, 2027”, «1.5.2027»."""
    return (
        rf"(?:(?:(?P<day{name}>\d\d?){_NTH}\s*(?:of\s+)?)?(?P<month{name}>{_MONTH})(?![^\W\d_])\.?"
        rf"(?:\s+(?P<after{name}>\d\d?)(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?P<year{name}>{_YEAR}))?"
        rf"|(?P<d{name}>\d\d?)[./](?P<m{name}>\d\d?)(?:[./-](?P<y{name}>{_YEAR})|\.|(?!\d)))"
    )


_TO = r"\s*(?:\.\.|[-–—/→])\s*|\s+(?:til(?:\s+og\s+med)?|t\.?\s?o\.?\s?m\.?|to|through|thru|until|og|and)\s+"
_DAYS = re.compile(rf"(?<![\w.,/-]){_point('1')}(?P<to>{_TO}){_point('2')}", re.IGNORECASE)
_PARTS = re.compile(
    rf"(?<![\w.,/-])(?P<letter>[qkth])(?P<first>[1-4])(?:{_TO})(?P=letter)?(?P<last>[1-4])\s?[-/ .,]?\s?(?P<year>{_YEAR})"
    rf"|(?<![\w.,/-])(?P<nth>[1-4])\.?(?:{_TO})(?P<mth>[1-4])\.\s+(?P<noun>kvartal|tertial)(?:\s+(?:i|av))?\s+(?P<of>{_YEAR})",
    re.IGNORECASE,
)
_MONTHS_OF = {"q": 3, "k": 3, "t": 4, "h": 6}
_TERTIAL = 4
_ANDS = frozenset(("og", "and"))
_BOTH = re.compile(r"\b(?:mellom|between)\s+$", re.IGNORECASE)


def read_span(text: str) -> tuple[int, Period] | None:
    """Where the first span of days, months or parts of a year stands in ``text``, and its period.

    A year that stands elsewhere in the text is that of a span without one: «2027: januar–april». A span that goes past
    New Year ends in the year it names. January to April is a tertial and is called so; any other span is called what
    the text calls it.
    """
    found = [place for place in (_first(text, _DAYS, _days), _first(text, _PARTS, _parts)) if place is not None]
    return min(found, key=lambda place: place[0], default=None)


_Bounds = tuple[date, date]


def _first(
    text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], _Bounds | None]
) -> tuple[int, Period] | None:
    for found in pattern.finditer(text):
        bounds = read(found)
        if bounds is not None:
            return found.start(), Period(label=_label(found, bounds), start=bounds[0], end=bounds[1])
    return None


def _days(found: re.Match[str]) -> _Bounds | None:
    first, last = _numbers(found, "1"), _numbers(found, "2")
    years = _ALONE.findall(found.string)
    until = last[0] or (int(years[0]) if len(years) == 1 else None)
    if until is None or not (1 <= first[1] <= _YEAR_LENGTH and 1 <= last[1] <= _YEAR_LENGTH):
        return None
    since = first[0] or (until if (first[1], first[2] or 1) <= (last[1], last[2] or _LAST) else until - 1)
    both = found["to"].strip().lower() not in _ANDS or _BOTH.search(found.string[: found.start()])
    if not both and (last[1] != first[1] + 1 or first[2] or last[2]):
        return None  # «mars og oktober» are two months
    try:
        start = date(since, first[1], first[2] or 1)
        end = date(until, last[1], last[2] or monthrange(until, last[1])[1])
    except ValueError:
        return None
    return (start, end) if start < end else None


_YEAR_LENGTH, _LAST = 12, 31


def _numbers(found: re.Match[str], end: str) -> tuple[int | None, int, int | None]:
    """Year, month and day of one end of a span; what is not said is ``None``."""
    month = found[f"month{end}"]
    if month is None:
        return _whole(found[f"y{end}"]), int(found[f"m{end}"]), int(found[f"d{end}"])
    return _whole(found[f"year{end}"]), MONTHS[month.lower()], _whole(found[f"day{end}"] or found[f"after{end}"])


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _parts(found: re.Match[str]) -> _Bounds | None:
    letter = (found["letter"] or found["noun"][0]).lower()
    first, last = int(found["first"] or found["nth"]), int(found["last"] or found["mth"])
    months, year = _MONTHS_OF[letter], int(found["year"] or found["of"])
    if not first < last <= _YEAR_LENGTH // months:
        return None
    return date(year, (first - 1) * months + 1, 1), date(year, last * months, monthrange(year, last * months)[1])


def _label(found: re.Match[str], bounds: _Bounds) -> str:
    start, end = bounds
    number, rest = divmod(end.month, _TERTIAL)
    whole = (
        start == date(end.year, max(1, end.month - _TERTIAL + 1), 1) and end.day == monthrange(end.year, end.month)[1]
    )
    if whole and not rest:
        return f"T{number} {end.year}"
    said = " ".join(found[0].split())
    if found.re is _DAYS and found["to"].strip().lower() in _ANDS:
        said = said.replace(found["to"], " – ", 1)  # «mellom 1. mars og 31. mai»
    return said if _ALONE.search(said) else f"{said} {end.year}"
