"""Exporting from the command line: what a file holds as a record, and in which form it goes out."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import PurePath
from typing import Any

from assistant.formats.decoding import is_json
from assistant.formats.errors import InputError
from assistant.formats.exports import ExportForm, export_draft
from assistant.rules.rule import Text

_NOT_FOR_A_SCREEN = Text(
    nb="Et dokument kan ikke vises på skjermen.",
    nn="Eit dokument kan ikkje visast på skjermen.",
    en="A document cannot be shown on the screen.",
)
_SAY_FILE = Text(
    nb="Skriv hvor det skal ligge, for eksempel «-o {name}».",
    nn="Skriv kvar det skal liggje, til dømes «-o {name}».",
    en="Say where to put it, for example “-o {name}”.",
)
_NO_SUCH_FORM = Text(
    nb="Navnet på fila sier ikke hva slags fil det skal være.",
    nn="Namnet på fila seier ikkje kva slags fil det skal vere.",
    en="The file's name does not say what kind of file it is to be.",
)
_FORMS = ", ".join(f".{form}" for form in ExportForm)
_CHOOSE_FORM = Text(
    nb=f"La det ende på en av {_FORMS}, eller velg med --format.",
    nn=f"Lat det ende på ein av {_FORMS}, eller vel med --format.",
    en=f"Let it end in one of {_FORMS}, or choose with --format.",
)
_DOCUMENTS = frozenset((ExportForm.DOCX, ExportForm.XLSX))


def exported(text: str, form: str | None, output: str | None) -> bytes:
    """A draft, or any set of OKRs, as a file of the form asked for.

    Args:
        text: What ``okr draft --format json`` printed, or a set in any form that is read; a set is checked first.
        form: The form; that of the file's name when not given, else Markdown.
        output: The file it goes to, or ``None`` for standard output.

    Raises:
        InputError: It cannot be read, has no dates for a calendar, or is a document for the screen.
    """
    chosen = ExportForm(form) if form else _form_of(output)
    export = export_draft(_record(text), chosen)
    if chosen in _DOCUMENTS and output is None and sys.stdout.isatty():
        raise InputError(_NOT_FOR_A_SCREEN, _SAY_FILE.filled(name=export.filename))
    return export.content


def _form_of(output: str | None) -> ExportForm:
    """The form that a file's name asks for; Markdown for no file.

    Raises:
        InputError: It is none that is written.
    """
    ending = PurePath(output or "-.md").suffix.lower().lstrip(".")
    try:
        return ExportForm(ending)
    except ValueError:
        raise InputError(_NO_SUCH_FORM, _CHOOSE_FORM) from None


def _record(text: str) -> dict[str, Any]:
    """The record of a draft as it stands in the file, or one made by checking the set that stands there."""
    if is_json(text):
        with suppress(ValueError, RecursionError):
            data = json.loads(text)
            if isinstance(data, dict) and isinstance(data.get("okr_set"), dict) and "review" in data:
                return data
    from assistant.drafters import Provenance
    from assistant.drafting.questions import questions_of
    from assistant.formats.records import plain, review_record
    from assistant.formats.sets import read_set_text
    from assistant.review import Checker

    read = read_set_text(text)
    review = Checker().check(read.okr_set, read.ignored())
    return {
        "okr_set": plain(read.okr_set),
        "review": review_record(review, read.okr_set, {}, review.language),
        "questions": plain(questions_of(read.okr_set, (), review)),
        "provenance": plain(Provenance(drafter="")),
    }
