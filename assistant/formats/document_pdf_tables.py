"""The tables of a PDF: rows whose pieces begin at the same places, one below the other.

A PDF has no tables, only letters that stand in columns. Rows are told by two columns or more that they share with the
next one; a cell of several lines comes after the first line of its row, and the cells beside it come after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.formats.document_pdf_lines import Line

_NEAR = 3.0
"""Points; what begins so near is in one column, and what stands so near in height on one line."""
_LINES_OF_A_CELL = 6
_MOST_COLUMNS = 40
_LEADING, _TIGHT = 1.6, 1.3
"""Times the size of the letters; lines of one cell are no further apart, and mostly closer than rows are."""
_MOST = 0.6
"""Of the pieces of a row; of words that stand one by one, some share a place with others by chance."""
_NO_CELL = re.compile(r"\W{1,2}|\(?(?:\d{1,2}|[a-zA-Z])[.)]|o|[\ue000-\uf8ff]|[^:]{1,40}:")
"""The mark of a list, or a label: what stands beside it is no column."""


def with_tables(lines: list[Line]) -> Iterator[Line | list[list[str]]]:
    """The lines of a PDF, with the rows of each table in place of its lines."""
    rows = _beside_each_other(lines)
    at = 0
    while at < len(rows):
        last = _end_of_table(rows, at)
        if last == at:
            yield rows[at]
        else:
            yield _cells(rows[at : last + 1])
        at = last + 1


def _beside_each_other(lines: list[Line]) -> list[Line]:
    """The lines, with cells that were drawn after the whole of the cell before them put beside its first line."""
    rows: list[Line] = []
    for line in lines:
        for back in range(len(rows) - 1, max(len(rows) - 1 - _LINES_OF_A_CELL, -1), -1):
            above = rows[back]
            if above.page == line.page and abs(above.y - line.y) < _NEAR and above.cells[-1][0] < line.cells[0][0]:
                rows[back] = replace(above, text=f"{above.text} {line.text}", cells=(*above.cells, *line.cells))
                break
        else:
            rows.append(line)
    return rows


def _end_of_table(rows: list[Line], first: int) -> int:
    """The last row of the table that begins at ``first``; ``first`` itself if none does."""
    last = first
    columns = [x for x, _ in rows[first].cells]
    while (following := _next_row(rows, last, columns)) is not None:
        columns += [x for x, _ in rows[following].cells if not _is_at(x, columns)]
        last = following
    while last > first and last + 1 < len(rows) and _goes_on(rows[last], rows[last + 1], columns):
        last += 1
    return last


def _goes_on(row: Line, line: Line, columns: list[float]) -> bool:
    """Whether a line is more of the last row: close below it, and in a column that is not the first."""
    close = line.page == row.page and 0 < row.y - line.y < line.size * _LEADING and line.size == row.size
    return close and all(_is_at(x, columns) and x > columns[0] + _NEAR for x, _ in line.cells)


def _next_row(rows: list[Line], at: int, columns: list[float]) -> int | None:
    """The row below that shares two columns with those above; lines of its cells may stand between."""
    row = rows[at]
    if len(columns) > _MOST_COLUMNS or _NO_CELL.fullmatch(row.cells[0][1]):
        return None
    for below in range(at + 1, min(at + 1 + _LINES_OF_A_CELL, len(rows))):
        line = rows[below]
        shared = sum(_is_at(x, columns) for x, _ in line.cells)
        turned = line.page == row.page + 1 and below == at + 1 and shared == len(columns)  # the page
        if (not turned and (line.page != row.page or line.y > row.y)) or line.size != row.size:
            return None
        if shared > 1:
            fits = shared >= len(line.cells) * _MOST and not _NO_CELL.fullmatch(line.cells[0][1])
            return below if fits else None
        if shared < len(line.cells):
            return None
    return None


def _is_at(x: float, columns: list[float]) -> bool:
    return any(abs(x - column) < _NEAR for column in columns)


def _columns(rows: list[Line]) -> list[float]:
    """Where the columns of a table begin."""
    columns: list[tuple[float, set[int]]] = []
    for x, at in sorted((x, at) for at, row in enumerate(rows) for x, _ in row.cells):
        if columns and x - columns[-1][0] < _NEAR:
            columns[-1][1].add(at)
        else:
            columns.append((x, {at}))
    return [x for x, own in columns if len(own) > 1 or 0 in own]


def _cells(rows: list[Line]) -> list[list[str]]:
    """The rows of a table, each with a cell for each column: those of the first row, and what two others share."""
    columns = _columns(rows)
    table: list[list[str]] = []
    above: Line | None = None
    for row in rows:
        cells = [""] * len(columns)
        for x, text in row.cells:
            at = max((place for place, column in enumerate(columns) if column < x + _NEAR), default=0)
            cells[at] = f"{cells[at]} {text}".strip()
        close = above is not None and 0 < above.y - row.y < row.size * _TIGHT
        if table and (len(row.cells) < 2 or (close and not cells[0])):
            table[-1] = [f"{said} {more}".strip() for said, more in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
        above = row
    return table
