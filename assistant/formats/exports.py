"""A recorded draft as a file to keep: Markdown, Word, Excel, CSV, a calendar or JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from assistant.formats.recorded import Recorded, read_recorded
from assistant.formats.records import to_json


class ExportForm(StrEnum):
    """The forms a draft is given out in, named as their files end."""

    MD = "md"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    ICS = "ics"
    JSON = "json"


class Export(NamedTuple):
    """A draft as a file.

    Attributes:
        content: What the file holds; the same draft always gives the same bytes.
        media_type: Its media type.
        filename: A name for it, in ASCII: ``okr-t1-2027.docx``.
    """

    content: bytes
    media_type: str
    filename: str


MEDIA_TYPES = {
    ExportForm.MD: "text/markdown; charset=utf-8",
    ExportForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ExportForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportForm.CSV: "text/csv; charset=utf-8",
    ExportForm.ICS: "text/calendar; charset=utf-8",
    ExportForm.JSON: "application/json",
}
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l"})
_LONGEST_NAME = 60


def export_draft(record: Mapping[str, Any], form: ExportForm, *, title: str | None = None) -> Export:
    """A recorded draft as a file, in the language it was reviewed in.

    Args:
        record: What :func:`assistant.formats.records.draft_record` gives.
        form: The form.
        title: A title instead of the set's own.

    Raises:
        InputError: The record has another form, or it has no dates to put in a calendar.
    """
    recorded = read_recorded(record, title=title)
    content = f"{to_json(record)}\n".encode() if form is ExportForm.JSON else _WRITERS[form](recorded)
    return Export(content, MEDIA_TYPES[form], f"{_name(recorded)}.{form.value}")


def _name(recorded: Recorded) -> str:
    """«OKR T1 2027» as part of a file name: ``okr-t1-2027``."""
    okr_set = recorded.okr_set
    said = okr_set.title or (okr_set.period.label if okr_set.period else "")
    letters = unicodedata.normalize("NFKD", said.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST_NAME].strip("-")
    return name if name.startswith("okr") else f"okr-{name}".rstrip("-")


def _markdown(recorded: Recorded) -> bytes:
    from assistant.formats.draft_markdown import write_recorded

    return write_recorded(recorded).encode()


def _docx(recorded: Recorded) -> bytes:
    from assistant.formats.draft_docx import write_docx

    return write_docx(recorded)


def _xlsx(recorded: Recorded) -> bytes:
    from assistant.formats.draft_xlsx import write_xlsx

    return write_xlsx(recorded)


def _csv(recorded: Recorded) -> bytes:
    from assistant.formats.draft_csv import write_csv

    return write_csv(recorded)


def _ics(recorded: Recorded) -> bytes:
    from assistant.formats.draft_ics import write_ics

    return write_ics(recorded)


_WRITERS: dict[ExportForm, Callable[[Recorded], bytes]] = {
    ExportForm.MD: _markdown,
    ExportForm.DOCX: _docx,
    ExportForm.XLSX: _xlsx,
    ExportForm.CSV: _csv,
    ExportForm.ICS: _ics,
}
"""Each loads its library only when it is asked for."""
