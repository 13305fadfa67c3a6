"""A draft as an Excel workbook, read back with openpyxl."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from assistant.formats.exports import ExportForm, export_draft
from assistant.okr import Language
from tests.formats.exporting import exported, record

SHEETS = {
    Language.NB: ["Nøkkelresultater", "Spørsmål", "Innsjekk"],
    Language.NN: ["Nøkkelresultat", "Spørsmål", "Innsjekk"],
    Language.EN: ["Key results", "Questions", "Check-ins"],
}
HEADERS = {
    Language.NB: "Nr.|Mål|Eier|Nøkkelresultat|Enhet|Start|Målverdi|Nå|Fremdrift|Frist|Kilde|Merknad",
    Language.NN: "Nr.|Mål|Eigar|Nøkkelresultat|Eining|Start|Målverdi|No|Framdrift|Frist|Kjelde|Merknad",
    Language.EN: "No.|Objective|Owner|Key result|Unit|Start|Goal|Now|Progress|Deadline|Data source|Remark",
}


def workbook(language: Language = Language.NB) -> Any:
    return load_workbook(io.BytesIO(exported(ExportForm.XLSX, language)))


def row(number: int, language: Language = Language.NB) -> list[Any]:
    return [cell.value for cell in workbook(language).worksheets[0][number]]


@pytest.mark.parametrize("language", Language)
def test_there_is_a_sheet_for_results_questions_and_check_ins(language: Language) -> None:
    """Each is named in the draft's language."""
    assert workbook(language).sheetnames == SHEETS[language]


@pytest.mark.parametrize("language", Language)
def test_the_columns_are_named_in_the_language_of_the_draft(language: Language) -> None:
    """The first row says what each column holds."""
    assert "|".join(row(1, language)) == HEADERS[language]


@pytest.mark.parametrize("language", Language)
def test_one_row_is_one_key_result(language: Language) -> None:
    """Four key results of two objectives."""
    letter, code = ("O", "KR") if language is Language.EN else ("M", "NR")
    numbers = [cell.value for cell in workbook(language).worksheets[0]["A"][1:]]
    assert numbers == [f"{letter}{at}-{code}{place}" for at in (1, 2) for place in (1, 2)]


def test_per_cent_is_a_number_that_shows_as_per_cent() -> None:
    """18 % is 0.18, as a spreadsheet has it, with the decimals the goal has."""
    sheet = workbook().worksheets[0]
    assert [(sheet[name].value, sheet[name].number_format) for name in ("F2", "G2", "H2")] == [
        (0.18, "0.0%"),
        (0.125, "0.0%"),
        (None, "0.0%"),
    ]


def test_other_numbers_stay_as_they_are() -> None:
    """Also below zero and with two decimals."""
    sheet = workbook().worksheets[0]
    assert [(sheet[name].value, sheet[name].number_format) for name in ("F3", "F5", "G5")] == [
        (52, "#,##0"),
        (-5, "#,##0.00"),
        (1.25, "#,##0.00"),
    ]


def test_a_deadline_is_a_date() -> None:
    """One can sort by it."""
    assert row(2)[9] == datetime(2027, 4, 30)  # noqa: DTZ001 - a sheet's days have no time zone


def test_a_state_is_text() -> None:
    """«CII D» is no number."""
    assert row(4)[5:7] == ["CII D", "CII B"]


def test_an_inherited_owner_stands_in_the_row() -> None:
    """Whoever filters by an owner finds all that is theirs."""
    assert [row(2)[2], row(3)[2]] == ["Kari Moen, kundedirektør", "Ola Berg, driftssjef"]


def test_a_remark_says_what_is_proposed_what_is_a_limit_and_what_comes_later() -> None:
    """What the numbers alone do not tell."""
    assert [row(number)[11] for number in (2, 3, 5)] == [
        "målverdien er et maksimum",
        "strekkmål; mål er et forslag",
        "senere: 40 mill. kr (31. desember 2029)",
    ]


def test_progress_is_a_formula_of_our_own_and_the_only_one() -> None:
    """It holds cell names and nothing from the draft."""
    formulas = [cell.value for sheet in workbook() for line in sheet for cell in line if cell.data_type == "f"]
    assert formulas == [
        f'=IF(COUNT(F{at},G{at},H{at})=3,IF(G{at}=F{at},"",(H{at}-F{at})/(G{at}-F{at})),"")' for at in range(2, 6)
    ]


def test_the_sheet_is_fit_for_use() -> None:
    """The first row stays, one can filter, wrong values are warned of, and progress has a chart."""
    sheet = workbook().worksheets[0]
    kinds = sorted(rule.type for rule in sheet.data_validations.dataValidation)
    assert (sheet.freeze_panes, sheet.auto_filter.ref, kinds, len(sheet._charts)) == (
        "B2",
        "A1:L5",
        ["date", "decimal"],
        1,
    )


@pytest.mark.parametrize("language", Language)
def test_questions_stand_with_what_they_are_about(language: Language) -> None:
    """And with room for an answer."""
    rows = [[cell.value for cell in line] for line in workbook(language).worksheets[1].iter_rows(min_row=2)]
    about = {
        Language.NB: ("Mål 1, NR2", "Alle målene"),
        Language.NN: ("Mål 1, NR2", "Alle måla"),
        Language.EN: ("Objective 1, KR2", "All objectives"),
    }
    assert [(line[1], line[2], line[3]) for line in rows[:2]] == [
        (about[language][0], "Q2?", None),
        (about[language][1], "Q?", None),
    ]


@pytest.mark.parametrize("language", Language)
def test_every_check_in_has_a_row(language: Language) -> None:
    """Seventeen Mondays in the tertial, and nobody has to count them."""
    days = [cell.value for cell in workbook(language).worksheets[2]["A"][1:]]
    assert (len(days), days[0], {day.weekday() for day in days}) == (17, datetime(2027, 1, 4), {0})  # noqa: DTZ001 - a sheet's days have no time zone


def test_without_a_rhythm_the_dates_are_left_to_be_filled_in() -> None:
    """No day is made up."""
    given = record(Language.NB)
    given["okr_set"]["follow_up"] = None
    sheet = load_workbook(io.BytesIO(export_draft(given, ExportForm.XLSX).content)).worksheets[2]
    assert ({cell.value for cell in sheet["A"][1:]}, sheet.cell(2, sheet.max_column).value) == (
        {None},
        "Rytmen er ikke avtalt. Fyll inn datoene når den er det.",
    )


def test_an_objective_without_key_results_has_a_row() -> None:
    """It is not lost because nobody has measured it yet."""
    given = record(Language.NB)
    given["okr_set"]["objectives"][1]["key_results"] = []
    sheet = load_workbook(io.BytesIO(export_draft(given, ExportForm.XLSX).content)).worksheets[0]
    assert [cell.value for cell in sheet[4]][:4] == ["M2", "Flåten slipper ut mindre", None, None]
