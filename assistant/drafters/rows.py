"""Reading a table row by its column headings: the metric, today's value, the goal, its date, owner and source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.brief import Statement
from assistant.language.line import Line
from assistant.okr import Language

_TODAY = re.compile(
    r"\b(?:i dag|nå|no|dagens|status|baseline|utgangspunkt|today|current|now|actual|resultat|siste|latest|last|nivå|20\d\d)\b",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\b(?:mål|måltal|måltall|målverdi|ambisjon|target|goal|ønsket|ønskt)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:frist|innen|innan|deadline|due|by|when|når|dato|date)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:kilde|kjelde|datakilde|datakjelde|source|måles i|målt i)\b", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:ansvar\w*|eier|eigar|owner|responsible)\b", re.IGNORECASE)
_METRIC = re.compile(
    r"\b(?:metric|measure|indicator|ambition|key result|måltall|måltal|indikator|måleparameter|nøkkelresultat)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Row:
    """A table row read by its column headings; any cell but the name may be missing."""

    statement: Statement
    name: str
    today: Line | None = None
    goal: Line | None = None
    by: Line | None = None
    data_source: str | None = None
    owner: str | None = None
    year: int | None = None


def read_row(statement: Statement, language: Language, year: int | None) -> Row | None:
    """Read a table row as a metric, or return ``None`` when it has no name or no value."""
    cells = [(heading, value) for heading, value in statement.cells if value]
    if len(cells) < 2:
        return None
    name_at = next((at for at, (heading, _) in enumerate(cells) if _METRIC.search(heading)), 0)
    name = cells[name_at][1]
    picked: dict[str, str] = {}
    years: dict[int, str] = {}
    for heading, value in (cell for at, cell in enumerate(cells) if at and at != name_at):
        kind = _column(heading)
        if kind == "today" and (found := _YEAR.search(heading)):
            years[int(found[1])] = value
        elif kind is not None:
            picked.setdefault(kind, value)
    of_year = None
    if years and "today" not in picked:
        of_year = max(years)
        picked["today"] = years[of_year]
    lines = {kind: Line(picked[kind], language, year) for kind in ("today", "goal", "by") if kind in picked}
    if not any(lines[kind].measures for kind in ("today", "goal") if kind in lines):
        return None
    return Row(
        statement,
        name,
        lines.get("today"),
        lines.get("goal"),
        lines.get("by"),
        picked.get("source"),
        picked.get("owner"),
        of_year,
    )


def _column(heading: str) -> str | None:
    if _GOAL.search(heading):
        return "goal"
    for kind, pattern in (("source", _SOURCE), ("owner", _OWNER), ("by", _BY), ("today", _TODAY)):
        if pattern.search(heading):
            return kind
    return None
