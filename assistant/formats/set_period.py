"""The period a set says it is for, with its first and last day if it names them: «1. mai–31. august 2026»."""

from __future__ import annotations

import re
from datetime import date

from assistant.language.dates import read_period
from assistant.language.spans import read_span
from assistant.okr import Period

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SEASON = re.compile(
    r"(?<!\w)(våren?|høsten?|hausten?|spring|autumn|fall)(?:\s(?:term|semester|trimester|season))?\s+(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"(?<!\w)(\d\.)(?=[^\W\d])")
"""«1.halvår»"""


def read_said_period(text: str, *, whole_year: bool = True) -> Period | None:
    """The period a field, a title or a line above the objectives names; or the days it names.

    Args:
        text: The line.
        whole_year: Whether a year alone counts.
    """
    text = _TIGHT.sub(r"\1 ", text)
    if (period := read_period(text, whole_year=False)) is not None:
        return period
    if (span := read_span(text)) is not None:
        return span[1]
    year = _YEAR.search(text)
    if year is not None and (
        period := read_period(f"{text[: year.start()]}{text[year.end() :].rstrip(' .*_)')} {year[0]}", whole_year=False)
    ):
        return period  # «2026, første halvår»
    if not whole_year:
        return None
    return read_period(text) or _read_season(text)


def _read_season(text: str) -> Period | None:
    """«OKR våren 2027», «Autumn term 2026»: no exact days, and so the whole half of the year."""
    found = _SEASON.search(text)
    if found is None:
        return None
    year, spring = int(found[2]), found[1].lower().startswith(("v", "s"))
    start, end = (date(year, 1, 1), date(year, 6, 30)) if spring else (date(year, 7, 1), date(year, 12, 31))
    return Period(label=f"{found[1].lower()} {year}", start=start, end=end)
