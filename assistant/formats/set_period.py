"""The period a set says it is for, with its first and last day if it names them: «1. mai–31. august 2026»."""

from __future__ import annotations

import re
from datetime import date

from assistant.language.dates import read_dates, read_period
from assistant.language.tokens import Tokens
from assistant.okr import Language, Period

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_BETWEEN = re.compile(r"\s*[–—/]\s*|\s+(?:-|til|to|t\.o\.m\.|until)\s+|(?<=[^\W\d])-(?=[^\W\d])")
_MONTHS = re.compile(
    r"(?<!\w)(?:\d{1,2}\.?\s*)?(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)\w*|\d{1,2}\.\d{1,2}\.|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"(?<!\w)(\d\.)(?=[^\W\d])")
"""«1.halvår»"""
_LAST_WORDS = 4
"""How many words before the mark between may belong to the first day."""


def read_said_period(text: str, *, whole_year: bool = True) -> Period | None:
    """The period a field, a title or a line above the objectives names; or the days it names.

    Args:
        text: The line.
        whole_year: Whether a year alone counts.
    """
    text = _TIGHT.sub(r"\1 ", text)
    if (period := read_period(text, whole_year=False)) is not None:
        return period
    year = _YEAR.search(text)
    if year is not None and (
        period := read_period(f"{text[: year.start()]}{text[year.end() :].rstrip(' .*_)')} {year[0]}", whole_year=False)
    ):
        return period  # «2026, første halvår»
    if (
        year is not None
        and len(_MONTHS.findall(text)) > 1
        and (period := _between_days(text, int(year[0]))) is not None
    ):
        return period
    return read_period(text) if whole_year else None


def _between_days(text: str, year: int) -> Period | None:
    """The period from one day or month to another."""
    for mark in _BETWEEN.finditer(text):
        before = " ".join(text[: mark.start()].split()[-_LAST_WORDS:])
        first = _days(before, year) if _MONTHS.search(before) else []
        last = _days(text[mark.end() :], year)
        if first and last and first[-1][0] < last[0][1]:
            start, end = first[-1][0], last[0][1]
            return Period(label=f"{start.isoformat()}..{end.isoformat()}", start=start, end=end)
    return None


def _days(text: str, year: int) -> list[tuple[date, date]]:
    """The first and the last day of each date or month a piece of a line names."""
    if not _YEAR.search(text):
        text = f"{text.rstrip(' .')} {year}" if not text.rstrip().endswith(".") else f"{text}{year}"
    language = (
        Language.EN if re.search(r"\b(?:may|march|october|december|june|july)\b", text, re.IGNORECASE) else Language.NB
    )
    mentions = read_dates(Tokens(text.strip(), language), year)
    return [(item.start_day, item.day) for item in mentions if item.start_day is not None and item.day is not None]
