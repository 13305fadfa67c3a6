"""A draft as CSV, read back with the standard library's reader."""

from __future__ import annotations

import csv
import io

import pytest

from assistant.formats.exports import ExportForm, export_draft
from assistant.okr import Language
from tests.formats.exporting import exported, hostile_record

DIVIDERS = {Language.NB: ";", Language.NN: ";", Language.EN: ","}
NUMBERS = {Language.NB: ["-5", "1,25"], Language.NN: ["-5", "1,25"], Language.EN: ["-5", "1.25"]}


def rows(content: bytes, divider: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=divider))


@pytest.mark.parametrize("language", Language)
def test_a_byte_order_mark_says_that_it_is_utf_8(language: Language) -> None:
    """Without it, a spreadsheet shows «MÃ¥l»."""
    assert exported(ExportForm.CSV, language).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("language", Language)
def test_each_row_has_the_columns_of_the_first(language: Language) -> None:
    """Divided as the spreadsheets of the country divide."""
    read = rows(exported(ExportForm.CSV, language), DIVIDERS[language])
    assert [len(row) for row in read] == [11] * 5


@pytest.mark.parametrize("language", Language)
def test_numbers_have_the_decimal_mark_of_the_country_and_stay_numbers(language: Language) -> None:
    """A number below zero begins with a mark that a formula begins with, and is none."""
    assert rows(exported(ExportForm.CSV, language), DIVIDERS[language])[4][5:7] == NUMBERS[language]


def test_a_deadline_is_written_as_every_spreadsheet_reads_it() -> None:
    """Year, month, day."""
    assert rows(exported(ExportForm.CSV), ";")[1][8] == "2027-04-30"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+47 22", "-5 %", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1", "＋1", "－1", "＠a", "\u200b=1", "−5", "﹦1", "⁺1"],
)  # fmt: skip
def test_text_that_begins_as_a_formula_gets_an_apostrophe(text: str) -> None:
    """In every column of words, behind white space and in every width."""
    read = rows(export_draft(hostile_record(text), ExportForm.CSV).content, ";")
    assert {read[1][at][:1] for at in (1, 2, 3, 5, 6, 9)} == {"'"}


def test_a_semicolon_and_quotation_marks_stay_in_their_cell() -> None:
    """What divides cells is quoted."""
    read = rows(export_draft(hostile_record('a;b "c"'), ExportForm.CSV).content, ";")
    assert read[1][3] == 'a;b "c"'
