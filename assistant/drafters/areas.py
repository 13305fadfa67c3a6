"""The areas and owners of a table's rows: what stands under one of them belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from assistant.brief import Statement
from assistant.drafters.rows import name_of_row
from assistant.language.columns import column_of, names_an_area


class Place(NamedTuple):
    """Where a row belongs: its area, and who answers for it; either may not be said."""

    area: str | None
    owner: str | None


def places_of_rows(statements: Iterable[Statement]) -> dict[str, Place]:
    """The place of each table row, by the id of its statement.

    A spreadsheet often names an area in its first row only: empty cells below have the area above them.
    """
    found: dict[str, Place] = {}
    headings: tuple[str, ...] = ()
    area: str | None = None
    for statement in statements:
        if not statement.cells:
            continue
        if (own := tuple(heading for heading, _ in statement.cells)) != headings:
            headings, area = own, None
        name = name_of_row(statement)
        said = next((value for heading, value in statement.cells if names_an_area(heading)), None)
        if said and said != name:
            area = said
        owner = next((value for heading, value in statement.cells if value and column_of(heading) == "owner"), None)
        known = area if area is not None and column_of(area) != "work" else None
        found[statement.id] = Place(known, owner)
    return found
