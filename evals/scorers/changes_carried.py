"""Whether the measurable changes of the brief are key results with the right start value, goal and date."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import KeyResult, Quantity
from evals.drafted import Drafted
from evals.expectations import Change
from evals.scorers.comparing import key_results, plain
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    results = [item for _, item in key_results(made.okr_set)]
    for number, change in enumerate(made.expected.changes, 1):
        met = any(_carries(item, change) for item in results)
        expected = f"{change.words} ({change.baseline} → {change.target}, {change.deadline or 'no date of its own'})"
        yield Look(f"change {number}", met, expected, "" if met else _nearest(results, change))


def _nearest(results: list[KeyResult], change: Change) -> str:
    """What the draft has of it: the key results with one of its values."""
    near = [it.text for it in results if _same(_goal(it, change), change.target) or _begins(it, change)]
    return "; ".join(near) or "no key result has its values"


def _begins(item: KeyResult, change: Change) -> bool:
    return change.baseline is not None and _same(item.baseline, change.baseline)


def _carries(item: KeyResult, change: Change) -> bool:
    return (
        _same(item.baseline, change.baseline) and _same(_goal(item, change), change.target) and _on_time(item, change)
    )


def _goal(item: KeyResult, change: Change) -> Quantity | None:
    return item.long_term if change.long_term else item.target


def _on_time(item: KeyResult, change: Change) -> bool:
    if change.deadline is None:
        return True
    day = item.long_term.deadline if change.long_term and item.long_term else item.deadline
    if day is None:
        return False
    return day.isoformat()[:4] == change.deadline[:4] if change.year_only else day.isoformat() == change.deadline


def _same(value: Quantity | None, wanted: float | str | None) -> bool:
    if wanted is None:
        return True
    if value is None:
        return False
    if isinstance(wanted, str):
        words, text = plain(wanted), plain(value.text)
        in_quote = value.quote is not None and value.value is None and words in plain(value.quote)
        return words in text or text in words or in_quote
    return value.value is not None and abs(value.value - wanted) < 1e-6


SCORER = Scorer(
    "changes carried over", "Measurable changes keep their start value, goal and date.", _look, of_quality=True
)
