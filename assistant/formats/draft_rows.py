"""The key results of a draft as rows of a sheet: what a table has in its columns, whatever kind of file it lies in."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from assistant.formats import draft_words as words
from assistant.formats.recorded import Recorded, plain_words
from assistant.okr import Ambition, Basis, Bound, KeyResult, Language, Objective, Quantity
from assistant.rules.facts import written_date
from assistant.rules.rule import Text

Value = float | str | None

_LETTER = Text(nb="M", nn="M", en="O")
_AT_LEAST = Text(nb="målverdien er et minimum", nn="målverdien er eit minimum", en="the goal is a minimum")
_AT_MOST = Text(nb="målverdien er et maksimum", nn="målverdien er eit maksimum", en="the goal is a maximum")
_START_PROPOSED = Text(nb="start er et forslag", nn="start er eit framlegg", en="the start is proposed")
_GOAL_PROPOSED = Text(nb="mål er et forslag", nn="mål er eit framlegg", en="the goal is proposed")
_LATER = Text(nb="senere: {value}", nn="seinare: {value}", en="later: {value}")


class Columns(NamedTuple):
    """What stands at the top of the columns."""

    number: str
    objective: str
    owner: str
    key_result: str
    unit: str
    start: str
    goal: str
    now: str
    deadline: str
    source: str
    remark: str


_COLUMNS = {
    Language.NB: Columns(
        "Nr.", "Mål", "Eier", "Nøkkelresultat", "Enhet", "Start", "Målverdi", "Nå", "Frist", "Kilde", "Merknad"
    ),
    Language.NN: Columns(
        "Nr.", "Mål", "Eigar", "Nøkkelresultat", "Eining", "Start", "Målverdi", "No", "Frist", "Kjelde", "Merknad"
    ),
    Language.EN: Columns(
        "No.", "Objective", "Owner", "Key result", "Unit", "Start", "Goal", "Now", "Deadline", "Data source", "Remark"
    ),
}


class Row(NamedTuple):
    """One key result.

    Attributes:
        number: The objective's number and its own, ``M2-NR1``, which no spreadsheet takes for a date; the objective's
            alone where it has no key results.
        objective: The objective's text.
        owner: Who owns it: its own owner, else the objective's, else that of the set.
        key_result: Its text; empty where the objective has none.
        unit: The unit of its numbers.
        start: The value today, a number where it is one.
        goal: The value to reach, likewise.
        deadline: The day it is due.
        source: Where the value is read.
        remark: What else there is to know: whether a number is proposed, a limit, an ambition.
    """

    number: str
    objective: str
    owner: str
    key_result: str
    unit: str
    start: Value
    goal: Value
    deadline: date | None
    source: str
    remark: str


def columns(language: Language) -> Columns:
    """What stands at the top of the columns."""
    return _COLUMNS[language]


def rows(recorded: Recorded) -> list[Row]:
    """One row a key result, in the order of the set."""
    found: list[Row] = []
    for at, objective in enumerate(recorded.okr_set.objectives, 1):
        number = f"{_LETTER.in_language(recorded.language)}{at}"
        owner = objective.owner or recorded.okr_set.owner
        for place, item in enumerate(objective.key_results, 1):
            code = f"{number}-{words.KEY_RESULT.in_language(recorded.language)}{place}"
            found.append(_row(code, objective, item, owner, recorded.language))
        if not objective.key_results:
            found.append(
                Row(number, plain_words(objective.text), plain_words(owner or ""), "", "", None, None, None, "", "")
            )
    return found


def _row(number: str, objective: Objective, item: KeyResult, owner: str | None, language: Language) -> Row:
    units = {value.unit for value in (item.baseline, item.target) if value and value.value is not None and value.unit}
    alike = len(units) < 2
    unit = next(iter(units), item.unit) if alike else None
    return Row(
        number,
        plain_words(objective.text),
        plain_words(item.owner or owner or ""),
        plain_words(item.text),
        plain_words(unit or ""),
        _value(item.baseline, as_number=alike),
        _value(item.target, as_number=alike),
        item.deadline,
        plain_words(item.data_source or ""),
        "; ".join(_remarks(item, language)),
    )


def _value(quantity: Quantity | None, *, as_number: bool) -> Value:
    """A number where it is one, in the unit of the row; else what is written («CII D», or numbers of two units)."""
    if quantity is None:
        return None
    if quantity.value is None or not as_number:
        return plain_words(quantity.text) or None
    return quantity.value


def _remarks(item: KeyResult, language: Language) -> list[str]:
    said: list[str] = []
    if item.ambition is not None:
        said.append(
            (words.STRETCH if item.ambition is Ambition.ASPIRATIONAL else words.COMMITTED).in_language(language)
        )
    if item.target is not None and item.target.bound is not None:
        said.append((_AT_LEAST if item.target.bound is Bound.AT_LEAST else _AT_MOST).in_language(language))
    for quantity, proposed in ((item.baseline, _START_PROPOSED), (item.target, _GOAL_PROPOSED)):
        if quantity is not None and quantity.basis is Basis.PROPOSED:
            said.append(proposed.in_language(language))
    if item.long_term is not None:
        by = f" ({written_date(item.long_term.deadline, language)})" if item.long_term.deadline else ""
        said.append(_LATER.in_language(language).format(value=f"{plain_words(item.long_term.text)}{by}"))
    return said
