"""``okr export``, and documents where ``okr draft`` and ``okr check`` take a brief."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from assistant.formats.exports import ExportForm
from assistant.okr import Language
from tests.formats.exporting import record
from tests.formats.making_documents import as_docx, as_pdf, as_pptx
from tests.running import ROOT, Okr

STRATEGY = (ROOT / "examples/strategi.md").read_text("utf-8")
OKRS = "# OKR T1 2027\n\n## Mål 1: Kundene blir\n\n- NR1: Øke gjenkjøp fra 45 % til 60 % innen 30. april 2027 (kilde: CRM)\n"
FIRST_BYTES = {
    "md": b"# OKR",
    "docx": b"PK",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbfNr.;",
    "ics": b"BEGIN:VCALENDAR",
    "json": b"{\n",
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(record(Language.NB)), "utf-8")
    return path


@pytest.mark.parametrize("form", [form.value for form in ExportForm])
def test_a_draft_becomes_a_file_of_the_form_its_name_ends_in(okr: Okr, made: Path, tmp_path: Path, form: str) -> None:
    """Nobody has to say it twice."""
    ran = okr("export", made, "-o", f"okr.{form}")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / f"okr.{form}").read_bytes().startswith(FIRST_BYTES[form])


def test_the_form_asked_for_wins_over_the_name(okr: Okr, made: Path, tmp_path: Path) -> None:
    """A name may end in anything."""
    assert okr("export", made, "--format", "docx", "-o", "okr.txt").code == 0
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "okr.txt").namelist()


def test_without_a_form_it_is_markdown(okr: Okr, made: Path) -> None:
    """On standard output, to be read."""
    assert okr("export", made).out.startswith("# OKR T1 2027")


def test_a_set_of_okrs_is_checked_and_exported(okr: Okr, tmp_path: Path) -> None:
    """What the leader has mended by hand goes out as well, with its numbers and its deadline."""
    ran = okr("export", "-", "--format", "csv", stdin=OKRS.encode())
    assert "M1-NR1;Kundene blir;;" in ran.out
    assert ";%;45;60;;2027-04-30;CRM;" in ran.out


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"okr_set": {}, "review": {}}', "ingen mål her", '{"okr_set": {"objectives": 1}, "review": 1}']
)
def test_what_cannot_be_read_is_one_line_and_no_file(okr: Okr, tmp_path: Path, text: str) -> None:
    """Exit 2, and nothing half done."""
    ran = okr("export", "-", "-o", "okr.docx", stdin=text.encode())
    assert (ran.code, ran.err.count("\n"), "Traceback" in ran.err) == (2, 1, False)
    assert not (tmp_path / "okr.docx").exists()


def test_a_file_that_was_there_stays_when_the_draft_has_no_dates(okr: Okr, tmp_path: Path) -> None:
    """A calendar is replaced whole or not at all."""
    (tmp_path / "okr.ics").write_text("før", "utf-8")
    ran = okr(
        "export",
        "-",
        "-o",
        "okr.ics",
        stdin=b"# OKR\n\n## M\xc3\xa5l 1: Kundene blir\n\n- Flere kunder\n",
        LC_ALL="nb_NO.UTF-8",
    )
    assert (ran.code, ran.err.startswith("okr: Utkastet har ingen datoer")) == (2, True)
    assert (tmp_path / "okr.ics").read_text("utf-8") == "før"


@pytest.mark.parametrize(("kind", "make"), [("docx", as_docx), ("pptx", as_pptx), ("pdf", as_pdf)])
def test_a_document_is_drafted_from(okr: Okr, tmp_path: Path, kind: str, make: object) -> None:
    """As from its Markdown."""
    assert callable(make)
    (tmp_path / f"strategi.{kind}").write_bytes(make(STRATEGY))
    (tmp_path / "strategi.md").write_text(STRATEGY, "utf-8")
    assert okr("draft", f"strategi.{kind}").out == okr("draft", "strategi.md").out


def test_a_document_on_standard_input_is_drafted_from(okr: Okr) -> None:
    """Its content says what it is."""
    assert okr("draft", "-", stdin=as_docx(STRATEGY)).out.startswith("# OKR T1 2027")


def test_okrs_are_checked_against_a_document(okr: Okr, tmp_path: Path) -> None:
    """Quotes and numbers are looked up in it, as in its Markdown."""
    (tmp_path / "strategi.pdf").write_bytes(as_pdf(STRATEGY))
    (tmp_path / "strategi.md").write_text(STRATEGY, "utf-8")
    okrs = ROOT / "examples/okr.md"
    assert okr("check", okrs, "--brief", "strategi.pdf").out == okr("check", okrs, "--brief", "strategi.md").out


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb_NO.UTF-8", "Fila er skadet"), ("nn_NO.UTF-8", "Fila er skadd"), ("en_GB.UTF-8", "The file is damaged")],
)
def test_a_damaged_document_is_one_line_in_the_readers_language(
    okr: Okr, tmp_path: Path, language: str, said: str
) -> None:
    """Exit 2, and no traceback."""
    (tmp_path / "strategi.docx").write_bytes(as_docx(STRATEGY)[:5_000])
    ran = okr("draft", "strategi.docx", LC_ALL=language)
    assert (ran.code, ran.out, ran.err.startswith(f"okr: {said}"), ran.err.count("\n")) == (2, "", True, 1)


def test_checking_loads_no_document_library(okr: Okr, tmp_path: Path) -> None:
    """Nor does it start slower for what it does not need."""
    (tmp_path / "okr.md").write_text(OKRS, "utf-8")
    ran = okr("check", "okr.md", python=("-X", "importtime"))
    assert not [
        name
        for name in ("docx", "openpyxl", "pptx", "pypdf", "icalendar", "defusedxml", "lxml")
        if f" {name}\n" in ran.err
    ]
