"""The values and the deadline that a key result tells in its line, where its fields do not hold them.

A set that somebody wrote as Markdown has lines and no fields; a sheet wants its numbers, and a calendar its days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.language.line import Line
from assistant.okr import Basis, KeyResult, Language, OkrSet, Quantity
from assistant.rules.values import Value, read_values

if TYPE_CHECKING:
    from datetime import date


def with_told_values(okr_set: OkrSet, language: Language) -> OkrSet:
    """``okr_set`` with start, goal and deadline of each key result as its line tells them; what it holds stays."""
    year = okr_set.period.end.year if okr_set.period else None
    return replace(
        okr_set,
        objectives=tuple(
            replace(
                objective, key_results=tuple(_with_told_values(item, language, year) for item in objective.key_results)
            )
            for objective in okr_set.objectives
        ),
    )


def _with_told_values(item: KeyResult, language: Language, year: int | None) -> KeyResult:
    known = item.deadline is not None and (item.baseline is not None or item.target is not None)
    if known or len(item.text) > _LONGEST:
        return item
    line = Line(item.text, language, year)
    deadline = item.deadline or _deadline(line)
    if item.baseline is not None or item.target is not None or item.long_term is not None:
        return replace(item, deadline=deadline)
    values = read_values(item, line)
    if values is None:
        return replace(item, deadline=deadline)
    return replace(item, deadline=deadline, baseline=_quantity(values.start), target=_quantity(values.goal))


_LONGEST = 2_000
"""Characters; no line that tells values is longer."""


def _deadline(line: Line) -> date | None:
    """The last day that the line sets; not the date of a start value."""
    days = [mention.day for mention in line.dates if mention.deadline and mention.introduced and mention.day]
    return max(days, default=None)


def _quantity(value: Value) -> Quantity:
    """A value that stands in the line, and is nobody's proposal here."""
    return Quantity(text=value.text, value=value.value, unit=value.unit, basis=Basis.SOURCE)
