"""A draft as CSV: one row a key result, for the spreadsheet of the reader's own country.

A cell whose text begins as a formula does gets an apostrophe before it, and so stays text; a column of numbers holds
numbers. Norwegian spreadsheets read semicolons and decimal commas, and a byte order mark tells them that it is UTF-8.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from datetime import date

from assistant.formats.draft_rows import columns, rows
from assistant.formats.recorded import Recorded
from assistant.okr import Language

_BEGINS_A_FORMULA = frozenset("=+-−@\t\r\n")
_BYTE_ORDER_MARK = "\ufeff"


def write_csv(recorded: Recorded) -> bytes:
    """The key results of a recorded draft as CSV in UTF-8."""
    norwegian = recorded.language is not Language.EN
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";" if norwegian else ",", lineterminator="\r\n")
    writer.writerow(columns(recorded.language))
    for row in rows(recorded):
        start, goal = (_cell(value, "," if norwegian else ".") for value in (row.start, row.goal))
        texts = [_harmless(text) for text in (row.objective, row.owner, row.key_result, row.unit)]
        last = [_day(row.deadline), _harmless(row.source), _harmless(row.remark)]
        writer.writerow([row.number, *texts, start, goal, "", *last])
    return (_BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def _cell(value: float | str | None, point: str) -> str:
    if isinstance(value, str):
        return _harmless(value)
    return "" if value is None else f"{value:.15g}".replace(".", point)


def _day(day: date | None) -> str:
    """A day as every spreadsheet reads it."""
    return day.isoformat() if day else ""


def _harmless(text: str) -> str:
    """``text`` as no spreadsheet takes it for a formula, whatever width its first character has."""
    first = unicodedata.normalize("NFKC", text.lstrip())[:1]
    return f"'{text}" if first in _BEGINS_A_FORMULA and first else text
