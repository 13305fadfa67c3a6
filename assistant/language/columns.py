"""The columns of a table of goals, by their headings: today's value, the goal, its unit, date, owner, source and work."""

from __future__ import annotations

import re

_PATTERNS = {
    "goal": r"\b(?:mål|måltal|måltall|målverdi|ambisjon|target|goal|ønsket|ønskt)\b|^(?:etter|after|til|to)\b(?!\s+\w)",
    "source": r"\b(?:kilde|kjelde|datakilde|datakjelde|source|måles i|målt i)\b",
    "owner": r"\b(?:ansvar\w*|eier|eigar|owner|responsible)\b",
    "unit": r"\b(?:enhet|eining|måleenhet|måleining|benevning|units?)\b",
    "work": r"^(?:tiltak\w*|aktivitet\w*|oppgav\w*|oppgåv\w*|hva\s+vi\s+gjør|kva\s+vi\s+gjer|actions?|initiatives?|activit\w+|tasks?|what\s+we\s+(?:will\s+)?do)\b",
    "by": r"\b(?:frist|innen|innan|deadline|due|by|when|når|dato|date)\b",
    "today": (
        r"\b(?:i dag|nå|no|dagens|status|baseline|utgangspunkt|today|current|now|actual|resultat|siste|latest|last|nivå|20\d\d)\b"
        r"|^(?:før|before|fra|frå|from)\b(?!\s+\w)"
    ),
    "metric": r"\b(?:metric|measure|indicator|ambition|key result|måltall|måltal|indikator|måleparameter|nøkkelresultat)\b",
}
_AREA = re.compile(
    r"(?:(?:\w+\s+)?\w*område\w*|tema|satsing|satsning|perspektiv|pilar|kategori|avdeling|seksjon|(?:focus\s+|priority\s+|strategic\s+)?area|theme|perspective|pillar|category"
    r"|department|workstream)",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"(?:komment\w*|merknad\w*|notat\w*|comments?|notes?|remarks?)", re.IGNORECASE)
_COLUMNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _PATTERNS.items()}
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)\s*$")
_COUNTED = re.compile(r"^(?:antall|antal|tal|stk\.?|number|count|no\.|#)\s*", re.IGNORECASE)


def column_of(heading: str) -> str | None:
    """What a column holds: ``goal``, ``today``, ``by``, ``owner``, ``source``, ``unit`` or ``work``; else ``None``."""
    plain = _IN_BRACKETS.sub("", heading).strip()
    return next((kind for kind, pattern in _COLUMNS.items() if kind != "metric" and pattern.search(plain)), None)


def names_the_metric(heading: str) -> bool:
    """Whether a column says what is measured («Indikator», “Key result”)."""
    return _COLUMNS["metric"].search(heading) is not None


def names_an_area(heading: str) -> bool:
    """Whether a column says what a row belongs to («Område», “Focus area”)."""
    return _AREA.fullmatch(heading.strip()) is not None


def may_name_the_metric(heading: str) -> bool:
    """Whether a column beside one of areas may say what is measured: it is of no known kind, and holds no remarks."""
    return column_of(heading) is None and not names_an_area(heading) and not _REMARKS.fullmatch(heading.strip())


def unit_of(heading: str) -> str | None:
    """The unit a heading gives in brackets: «mill. kr» of «Før (mill. kr)»."""
    found = _IN_BRACKETS.search(heading)
    return plain_unit(found[1]) if found is not None else None


def plain_unit(words: str) -> str | None:
    """A unit without the words that only say that things are counted: «per år» of «tal per år»."""
    return _COUNTED.sub("", words.strip()) or None


def heads_a_table(cells: list[str]) -> bool:
    """Whether a row is the headings of the rows below it: words only, and one of them a known column."""
    named = [cell for cell in cells if cell.strip()]
    if len(named) < 2 or any(char.isdigit() for cell in named for char in re.sub(r"\b20\d\d\b", "", cell)):
        return False
    return (
        any(column_of(cell) is not None or names_the_metric(cell) for cell in named) and len(max(named, key=len)) < 40
    )
