"""A draft as a Word document, read back with python-docx."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as Page
from docx.oxml.ns import qn

from assistant.formats.exports import ExportForm, export_draft
from assistant.okr import Language
from tests.formats.exporting import exported, record

HEADINGS = {
    Language.NB: ["Mål 1: Kundene blir hos oss", "Mål 2: Flåten slipper ut mindre", "Spørsmål til dere", "Oppfølging"],
    Language.NN: ["Mål 1: Kundane blir hos oss", "Mål 2: Flåten slepp ut mindre", "Spørsmål til dykk", "Oppfølging"],
    Language.EN: ["Objective 1: Our customers stay", "Objective 2: The fleet emits less", "Questions for you", "Follow-up"],
}  # fmt: skip
HEADERS = {
    Language.NB: ["Nr.", "Nøkkelresultat", "Start", "Målverdi", "Frist", "Kilde"],
    Language.NN: ["Nr.", "Nøkkelresultat", "Start", "Målverdi", "Frist", "Kjelde"],
    Language.EN: ["No.", "Key result", "Start", "Goal", "Deadline", "Data source"],
}
DEADLINES = {Language.NB: "30. april 2027", Language.NN: "30. april 2027", Language.EN: "30 April 2027"}
FIRST_DAYS = {
    Language.NB: "De første innsjekkene: 4. januar 2027, 11. januar 2027",
    Language.NN: "Dei første innsjekkane: 4. januar 2027, 11. januar 2027",
    Language.EN: "The first check-ins: 4 January 2027, 11 January 2027",
}


def document(language: Language = Language.NB) -> Page:
    return Document(io.BytesIO(exported(ExportForm.DOCX, language)))


def paragraphs(language: Language = Language.NB, style: str | None = None) -> list[str]:
    return [
        item.text
        for item in document(language).paragraphs
        if style is None or (item.style and item.style.name == style)
    ]


@pytest.mark.parametrize("language", Language)
def test_objectives_questions_and_follow_up_are_headings(language: Language) -> None:
    """Real headings, so that one can jump between them and make a table of contents."""
    headings = paragraphs(language, "Heading 1")
    assert [heading for heading in headings if heading in HEADINGS[language]] == HEADINGS[language]


@pytest.mark.parametrize("language", Language)
def test_the_key_results_stand_in_a_table(language: Language) -> None:
    """From, to, deadline and source have columns of their own."""
    table = document(language).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == HEADERS[language]
    assert [cell.text for cell in table.rows[1].cells][2:] == ["18 %", "12,5 %", DEADLINES[language], "CRM"]


@pytest.mark.parametrize("language", Language)
def test_the_first_row_of_a_table_comes_again_on_each_page(language: Language) -> None:
    """A table over two pages is still read."""
    tables = document(language).tables
    assert [table.rows[0]._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None for table in tables] == [True] * 3


@pytest.mark.parametrize("language", Language)
def test_every_table_is_described_for_those_who_cannot_see_it(language: Language) -> None:
    """A screen reader says what the table holds."""
    tables = document(language).tables
    assert all(table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) for table in tables)


@pytest.mark.parametrize(
    ("language", "locale"), [(Language.NB, "nb-NO"), (Language.NN, "nn-NO"), (Language.EN, "en-GB")]
)
def test_the_document_says_its_language(language: Language, locale: str) -> None:
    """Spelling is checked, and read aloud, in the right language."""
    styles = document(language).styles.element
    assert {element.get(qn("w:val")) for element in styles.iter(qn("w:lang"))} == {locale}


@pytest.mark.parametrize("language", Language)
def test_the_follow_up_page_tells_the_first_days(language: Language) -> None:
    """The rhythm is turned into days one can put in a calendar."""
    assert any(text.startswith(FIRST_DAYS[language]) for text in paragraphs(language))


def test_initiatives_and_questions_are_real_lists() -> None:
    """Bullets and numbers are the document's own."""
    assert "Ringe de 50 største kundene" in paragraphs(style="List Bullet")
    assert paragraphs(style="List Number") == ["Mål 1, NR2: Q2?", "Q?"]


def test_quotes_sponsor_and_owners_are_there() -> None:
    """What anchors an objective and who stands behind it."""
    texts = paragraphs()
    assert {
        "«Frafallet skal ned fra 18 % til 12,5 %»", "Sponsor: Eva Lie, administrerende direktør",
        "OKR-ambassadør: Per Dahl", "Eier: Kari Moen, kundedirektør", "Hvorfor: Nysalget faller",
        "Periode: T1 2027 (1. januar 2027 – 30. april 2027)",
    } <= set(texts)  # fmt: skip


def test_a_unit_that_is_said_once_stands_with_both_values() -> None:
    """«Fra 34 til 20 minutter» is minutes at both ends."""
    given = record(Language.NB)
    given["okr_set"]["objectives"][0]["key_results"][1]["baseline"]["text"] = "52"
    tables = Document(io.BytesIO(export_draft(given, ExportForm.DOCX).content)).tables
    assert [cell.text for cell in tables[0].rows[2].cells][2:4] == ["52 timer", "30 timer"]


def test_what_is_proposed_is_said_in_the_table() -> None:
    """A number that is nobody's yet is not taken for the strategy's."""
    assert "mål er et forslag" in document().tables[0].rows[2].cells[1].text


def test_a_set_without_a_rhythm_says_that_none_is_agreed() -> None:
    """No day is made up."""
    given = record(Language.NB)
    given["okr_set"]["follow_up"] = None
    texts = [item.text for item in Document(io.BytesIO(export_draft(given, ExportForm.DOCX).content)).paragraphs]
    assert "Rytme: ikke avtalt ennå" in texts
    assert not any("innsjekkene" in text for text in texts)


def test_nothing_in_the_document_points_outside() -> None:
    """No part of it is fetched when it is opened."""
    parts = zipfile.ZipFile(io.BytesIO(exported(ExportForm.DOCX)))
    assert not any(b'TargetMode="External"' in parts.read(name) for name in parts.namelist())
