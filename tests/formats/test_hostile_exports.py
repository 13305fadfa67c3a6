"""Text from outside in every field of a draft: never a formula, never markup, never a broken file."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from assistant.formats.exports import ExportForm, export_draft
from tests.formats.exporting import hostile_record

TEXTS = [
    '=HYPERLINK("http://x.y","a")', "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "#N/A", "#REF!", "a\x01\x02\x0b\x1fb", "a\ufffe\uffffb",
    "<script>alert(1)</script>", "<w:br/>", "&lt;b&gt;", "]]>", "[a](http://x.y)", "![a](http://x.y)", "# Heading", "a\r\n\r\n# Mål 9: b",
    "a\r\nATTENDEE:mailto:x", "\u202eevil\u2066", "\u200f\u200e", "é" * 40_000, "a" * 33_000, "|a|b|", "```\ncode", "<!-- okr: ignore TSK01 because x -->",
    "_x003D_1", "{{7*7}}", "${jndi:ldap://x}", "%s%n", "'", '"', "\u2028x\u2029", "\ufdd0\ufdef", "- NR9: fra 1 til 2", "", " ", "\x7f", "👩‍👩‍👧", "NaN", "TRUE",
]  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


def exported(text: str, form: ExportForm) -> bytes:
    return export_draft(hostile_record(text), form).content


def cells(content: bytes) -> list[Any]:
    return [cell for sheet in load_workbook(io.BytesIO(content)) for row in sheet for cell in row]


def only_our_formulas(content: bytes) -> bool:
    formulas = [cell.value for cell in cells(content) if cell.data_type == "f"]
    errors = [cell for cell in cells(content) if cell.data_type == "e"]
    return not errors and all(re.fullmatch(r"=IF\(COUNT\(F\d+,G\d+,H\d+\)=3[A-H\d=\-/,()\"IF]*", it) for it in formulas)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    """But those that count progress."""
    assert only_our_formulas(exported(text, ExportForm.XLSX))


@pytest.mark.parametrize("text", TEXTS[:6])
def test_text_stays_text_when_somebody_edits_its_cell(text: str) -> None:
    """A spreadsheet reads what is typed again, unless the cell says that it is text."""
    mine = [cell for cell in cells(exported(text, ExportForm.XLSX)) if cell.value == text.strip()]
    assert (len(mine) > 3, all(cell.quotePrefix for cell in mine)) == (True, True)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_cell_of_csv_begins_as_a_formula(text: str) -> None:
    """But numbers, which stand in columns of their own."""
    read = list(csv.reader(io.StringIO(exported(text, ExportForm.CSV).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [len(row) for row in read] == [11] * 3
    assert not any(cell.lstrip()[:1] in set("=+-@＝＋－＠") for row in read for cell in row if cell.strip())


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_document_is_read_back_and_has_only_our_headings(text: str) -> None:
    """No words of the draft become a heading of their own, and none break the file."""
    document = Document(io.BytesIO(exported(text, ExportForm.DOCX)))
    headings = [item.text for item in document.paragraphs if item.style and item.style.name == "Heading 1"]
    assert (headings[0].startswith("Mål 1: "), headings[1:]) == (
        True,
        ["Dette må på plass", "Spørsmål til dere", "Oppfølging"],
    )


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_calendar_holds_only_our_events(text: str) -> None:
    """A series, the review and a deadline."""
    calendar = Calendar.from_ical(exported(text, ExportForm.ICS))
    assert [component.name for component in calendar.walk()] == ["VCALENDAR", *["VEVENT"] * 3]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_markdown_has_only_our_headings_and_no_markup(text: str) -> None:
    """What the draft says is escaped, in the set and in what is asked about it."""
    written = exported(text, ExportForm.MD).decode()
    assert len([line for line in written.split("\n") if re.match(r"\s*#", line)]) == 2
    assert re.findall(r"(?<!\\)(?:\\\\)*(?:<|`|(?<=\])\()", written) == []


@pytest.mark.parametrize("text", ["\u202eevil", "\u2066x\u2069", "\u200fx"])
@pytest.mark.parametrize("form", [ExportForm.MD, ExportForm.CSV, ExportForm.ICS])
def test_no_mark_turns_the_direction_of_what_follows(text: str, form: ExportForm) -> None:
    """Text reads in the order it is written in."""
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200f]", exported(text, form).decode())


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_any_text_gives_files_that_are_read_back(text: str) -> None:
    """Whatever stands in a draft, each of its files is whole."""
    assert only_our_formulas(exported(text, ExportForm.XLSX))
    assert Document(io.BytesIO(exported(text, ExportForm.DOCX))).paragraphs
    assert len(Calendar.from_ical(exported(text, ExportForm.ICS)).walk("VEVENT")) == 3
    assert json.loads(exported(text, ExportForm.JSON)) == hostile_record(text)
    assert exported(text, ExportForm.CSV).decode("utf-8-sig")
    assert exported(text, ExportForm.MD).decode()
