"""Reading a table row by its column headings: the metric, today's value, the goal, its date, owner and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.brief import Statement
from assistant.drafters.clause_kinds import ClauseKind
from assistant.drafters.clauses import Clause, cut
from assistant.language.addressing import speaks_to_the_assistant
from assistant.language.columns import (
    column_of,
    may_name_the_metric,
    names_an_area,
    names_the_metric,
    plain_unit,
    unit_of,
)
from assistant.language.line import Line
from assistant.okr import Language

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_UNIT = re.compile(r"[a-zæøå]|[^\w\s]|[A-Z]{3,5}$")
"""How a unit begins: «%», «mill. kr», «MNOK»; «Avdeling nord» is a unit of another kind."""
_FEWEST_WORDS = 3
"""Of a row without values that can be a goal; «Trivsel» alone is the name of something nobody has measured."""


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
    unit: str | None = None


def _cells(statement: Statement) -> list[tuple[str, str]]:
    return [(heading, value) for heading, value in statement.cells if value]


def _name_at(cells: list[tuple[str, str]]) -> int:
    behind_area = len(cells) > 1 and names_an_area(cells[0][0]) and may_name_the_metric(cells[1][0])
    return next((at for at, (heading, _) in enumerate(cells) if names_the_metric(heading)), int(behind_area))


def name_of_row(statement: Statement) -> str | None:
    """What a row says is measured or to be done; ``None`` for an empty row."""
    cells = _cells(statement)
    return cells[_name_at(cells)][1] if cells else None


def read_row(statement: Statement, language: Language, year: int | None) -> Row | None:
    """Read a table row as a metric, or return ``None`` when it has no name or no value."""
    cells = _cells(statement)
    if len(cells) < 2:
        return None
    name_at = _name_at(cells)
    picked: dict[str, str] = {}
    years: dict[int, str] = {}
    for heading, value in (cell for at, cell in enumerate(cells) if at and at != name_at):
        kind = column_of(heading)
        if kind == "today" and (found := _YEAR.search(heading)):
            years[int(found[1])] = value
        elif kind is not None:
            picked.setdefault(kind, value)
        if kind in {"goal", "today"} and (unit := unit_of(heading)) is not None:
            picked.setdefault("unit", unit)
    of_year = None
    if years and "today" not in picked:
        of_year = max(years)
        picked["today"] = years[of_year]
    lines = {kind: Line(picked[kind], language, year) for kind in ("today", "goal", "by") if kind in picked}
    if not any(lines[kind].measures for kind in ("today", "goal") if kind in lines):
        return None
    return Row(
        statement,
        cells[name_at][1],
        lines.get("today"),
        lines.get("goal"),
        lines.get("by"),
        picked.get("source"),
        picked.get("owner"),
        of_year,
        plain_unit(picked["unit"]) if _UNIT.match(picked.get("unit", "")) else None,
    )


def clauses_of_row(statement: Statement, language: Language, year: int | None) -> Iterator[Clause]:
    """What a row says in words: work under a heading for work, and a goal that has no values beside it."""
    cells = _cells(statement)
    if not cells:
        return
    name_at = _name_at(cells)
    told = [column_of(heading) for heading, _ in statement.cells]
    worded = [at for at, (heading, _) in enumerate(cells) if column_of(heading) == "work"]
    if not worded and column_of(cells[0][1]) == "work" and name_at:
        worded = [name_at]
    for at in worded:
        yield from _said(statement, cells[at][1], language, year, ClauseKind.WORK)
    valued = any(column_of(heading) in {"goal", "today"} for heading, _ in cells)
    if "goal" in told and not valued and name_at not in worded and len(cells[name_at][1].split()) >= _FEWEST_WORDS:
        yield from _said(statement, cells[name_at][1], language, year, None)


def _said(
    statement: Statement, cell: str, language: Language, year: int | None, kind: ClauseKind | None
) -> Iterator[Clause]:
    """The clauses of one cell; what the row says besides, to the assistant say, is left out."""
    at = statement.text.find(cell)
    if at < 0 or speaks_to_the_assistant(cell):
        return
    place = statement.place.part(at, at + len(cell))
    alone = replace(
        statement,
        text=place.text,
        start=place.starts[0],
        end=place.ends[-1],
        place=place,
        cells=(),
        bullet=True,
        addressed=False,
    )
    for clause in cut(alone, language, year):
        wanted = kind or (ClauseKind.PRIORITY if clause.kind is ClauseKind.BACKGROUND else clause.kind)
        yield replace(clause, kind=wanted)
