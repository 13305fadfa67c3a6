"""Today's value and the goal of a table row, in the unit that its cells, its unit column or the heading give."""

from __future__ import annotations

from dataclasses import replace

from assistant.drafters.rows import Row
from assistant.drafters.values import quantity, state, worked_out
from assistant.language.line import Line
from assistant.okr import Basis, Quantity


def values_of_row(row: Row) -> tuple[Quantity | None, Quantity | None]:
    """Today's value and the goal of a row; a goal in words («halveres») is worked out from today's value."""
    quote = row.statement.text
    if row.goal is None:
        return None, None
    baseline = _start(row, quote)
    measures = row.goal.measures
    if measures:
        target: Quantity | None = quantity(measures[-1], row.goal.text, quote, whole=True)
    else:
        _, target = worked_out(row.goal, baseline, None, quote)
        if target is None or target.basis is not Basis.DERIVED:
            target = state(row.goal.text, quote)
    if target is not None and target.unit is None and baseline is not None and target.value is not None:
        target = replace(target, unit=baseline.unit)
    return _in_unit(baseline, row.unit), _in_unit(target, row.unit)


def _start(row: Row, quote: str) -> Quantity | None:
    today: Line | None = row.today
    if today is not None and today.measures:
        return quantity(today.measures[0], today.text, quote, whole=True)
    if today is not None and today.text.strip(" –-"):
        return state(today.text, quote)
    return None


def _in_unit(value: Quantity | None, unit: str | None) -> Quantity | None:
    """A value in the unit of its column, which stands elsewhere in the table than its number."""
    if value is None or unit is None or value.value is None or value.unit is not None:
        return value
    return replace(value, unit=unit)
