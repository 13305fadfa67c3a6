"""What is read of Word documents, decks, PDFs and text, and what is refused."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from docx import Document
from docx.oxml import OxmlElement
from pptx import Presentation
from pptx.util import Cm

from assistant.brief import read_brief
from assistant.formats.documents import read_document
from assistant.formats.errors import InputError
from assistant.okr import Language
from tests.formats.making_documents import as_docx, as_pdf, as_pptx, pdf_of, saved

MAKERS = {"docx": as_docx, "pptx": as_pptx, "pdf": as_pdf}
STRATEGIES = {
    Language.NB: "# Plan\n\n## Visjon\n\nIngen fryser.\n\n## Verdier\n\n- Ærlig\n- Åpen\n\n## Strategi\n\nVi skal øke salget fra 4 til 8.\n",
    Language.NN: "# Plan\n\n## Visjon\n\nIngen frys.\n\n## Verdiar\n\n- Ærleg\n- Open\n\n## Strategi\n\nVi skal auke salet frå 4 til 8.\n",
    Language.EN: "# Plan\n\n## Vision\n\nNobody is cold.\n\n## Values\n\n- Honest\n- Open\n\n## Strategy\n\nWe will raise sales from 4 to 8.\n",
}  # fmt: skip
PASTED = "# Plan\n\n## Strategi\n\n- Øke salget\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"


def refusal(data: bytes, name: str = "", media_type: str = "") -> str:
    with pytest.raises(InputError) as caught:
        read_document(data, name, media_type)
    return caught.value.problem.en


# --- what is read ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("language", Language)
def test_headings_bullets_and_paragraphs_come_through(kind: str, language: Language) -> None:
    """A document is read as its own Markdown."""
    assert read_document(MAKERS[kind](STRATEGIES[language]), f"a.{kind}") == STRATEGIES[language]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("language", Language)
def test_the_headings_of_a_brief_open_their_fields(kind: str, language: Language) -> None:
    """«Visjon», «Verdiar» and “Strategy” are found in every kind of document."""
    brief = read_brief(read_document(MAKERS[kind](STRATEGIES[language])))
    assert {item.field for item in brief.statements} == {"vision", "values", "strategy"}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_table_comes_through_in_columns(kind: str) -> None:
    """Rows are rows, also where a PDF has only letters in places."""
    assert "| A | B |\n| --- | --- |\n| 1 | 2 |" in read_document(MAKERS[kind](PASTED))


@pytest.mark.parametrize(("name", "media_type"), [("a.md", ""), ("a.TXT", "text/plain; charset=utf-8"), ("", "text/markdown"), ("", ""), ("plan 1.2", "")])  # fmt: skip
def test_text_is_given_as_it_is(name: str, media_type: str) -> None:
    """Markdown and plain text need no reader."""
    assert read_document("## Strategi\n\nØke salget\n".encode(), name, media_type) == "## Strategi\n\nØke salget\n"


@pytest.mark.parametrize("kind", MAKERS)
def test_a_document_needs_no_name(kind: str) -> None:
    """Its content says what it is."""
    assert "Øke salget" in read_document(MAKERS[kind](PASTED), "", "application/octet-stream")


def test_word_sees_what_its_reader_sees() -> None:
    """What was deleted or hidden is not read; what was inserted, and what stands in a control or a box, is."""
    document = Document()
    paragraph = document.add_paragraph("synlig ")
    paragraph.add_run("skjult").font.hidden = True
    for tag, text in (("w:ins", "innsatt"), ("w:del", "slettet"), ("w:moveFrom", "flyttet")):
        change = OxmlElement(tag)
        run = paragraph.add_run(f" {text}")._r
        paragraph._p.append(change)
        change.append(run)
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    content.append(document.add_paragraph("i et felt")._p)
    document.element.body.insert(0, control)
    assert read_document(saved(document)) == "i et felt\n\nsynlig innsatt\n"


def test_a_box_of_text_is_read_once() -> None:
    """Word keeps it twice, for programs that know boxes and for those that do not."""
    document = Document()
    run = document.add_paragraph("Utenfor").add_run()._r
    alternate = run.makeelement("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent", {})
    for name in ("Choice", "Fallback"):
        part = alternate.makeelement(f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}", {})
        box, paragraph, inner, text = (OxmlElement(tag) for tag in ("w:txbxContent", "w:p", "w:r", "w:t"))
        text.text = "Visjon"
        for parent, child in ((inner, text), (paragraph, inner), (box, paragraph), (part, box), (alternate, part)):
            parent.append(child)
    run.append(alternate)
    assert read_document(saved(document)) == "Utenfor\n\nVisjon\n"


def test_a_short_bold_paragraph_is_taken_for_a_heading() -> None:
    """Many write headings so."""
    document = Document()
    document.add_paragraph().add_run("Visjon").bold = True
    document.add_paragraph("Ingen fryser.")
    assert read_document(saved(document)) == "**Visjon**\n\nIngen fryser.\n"


def test_a_table_that_only_places_text_is_read_as_text() -> None:
    """One row of two cells is a layout, and headings in it are headings."""
    document = Document()
    table = document.add_table(1, 2)
    for cell, text in zip(table.rows[0].cells, ("Visjon", "Strategi"), strict=True):
        cell.paragraphs[0].style = document.styles["Heading 1"]
        cell.paragraphs[0].add_run(text)
    assert read_document(saved(document)) == "# Visjon\n\n# Strategi\n"


def test_merged_cells_keep_the_columns() -> None:
    """A cell over two columns leaves the second empty."""
    document = Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "ab"
    for at, text in enumerate("cde"):
        table.cell(1, at).text = text
    assert read_document(saved(document)) == "| ab |  |  |\n| --- | --- | --- |\n| c | d | e |\n"


def test_a_table_of_contents_is_left_out() -> None:
    """What is a heading once is no line of the strategy too."""
    document = Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Visjon 3", "toc 1")
    document.add_paragraph("Ingen fryser.")
    assert read_document(saved(document)) == "Ingen fryser.\n"


def test_hidden_slides_and_notes_are_left_out() -> None:
    """The audience did not see them."""
    deck: Any = Presentation()
    for text in ("Visjon", "Skjult"):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = text
        slide.notes_slide.notes_text_frame.text = "Notat"
        slide.element.set("show", "0" if text == "Skjult" else "1")
    assert read_document(saved(deck)) == "# Visjon\n"


def test_boxes_of_a_slide_are_read_from_the_top_down() -> None:
    """Whatever order they were drawn in."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for text, top in (("sist", 9), ("først", 1)):
        slide.shapes.add_textbox(Cm(1), Cm(top), Cm(5), Cm(1)).text_frame.text = text
    assert read_document(saved(deck)) == "først\n\nsist\n"


def test_words_broken_at_the_end_of_a_line_are_put_together() -> None:
    """A hyphen that only ends a line goes; one that joins words stays."""
    lines = ["Vi skal øke kundetil-", "fredsheten, og salgs-", "og SFO-", "tilbudet skal vare."]
    drawn = b"\n".join(
        b"BT /F1 11 Tf 1 0 0 1 60 %d Tm (%s) Tj ET" % (700 - 13 * at, line.encode("cp1252"))
        for at, line in enumerate(lines)
    )
    assert read_document(pdf_of([drawn])) == "Vi skal øke kundetilfredsheten, og salgs-\nog SFO-tilbudet skal vare.\n"


def test_footers_and_page_numbers_of_a_pdf_are_left_out() -> None:
    """They are no lines of the strategy, and break no paragraph in two."""
    text = "# Plan\n\n" + "\n\n".join(f"Avsnitt {number} om noe vi skal gjøre." for number in range(60))
    assert "Konfidensielt" not in read_document(as_pdf(text, footer="Konfidensielt – side"))


def test_a_paragraph_goes_on_over_a_page() -> None:
    """Where a sentence has not ended, the next page goes on with it."""
    draw = b"BT /F1 11 Tf 1 0 0 1 60 %d Tm (%s) Tj ET"
    pages = [draw % (60, b"Vi skal gjore mer for kundene,"), draw % (800, b"og mindre for oss selv.")]
    assert read_document(pdf_of(pages)) == "Vi skal gjore mer for kundene,\nog mindre for oss selv.\n"


# --- what is refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), ("a.xlsx", b"PK\x03\x04"), ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.html", b"<html>"), ("", b"<!DOCTYPE html><p>"), ("", b"\xef\xbb\xbf <HTML>"), ("a.rtf", b"{\\rtf1"), ("", b"{\\rtf1 a}"), ("a.odt", b"PK\x03\x04"),
        ("", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ],
)  # fmt: skip
def test_a_kind_that_is_not_taken_is_named_as_such(name: str, data: bytes) -> None:
    """With what to use instead."""
    assert refusal(data, name) == "The file is of a kind that cannot be read here."


@pytest.mark.parametrize("media_type", ["image/png", "text/html", "application/msword", "application/json"])
def test_a_media_type_that_is_not_taken_is_refused(media_type: str) -> None:
    """Also when the content could be read."""
    assert refusal(b"## Strategi", "", media_type) == "The file is of a kind that cannot be read here."


def test_a_workbook_is_refused_whatever_it_is_called() -> None:
    """It is a zip file as documents are, and none of them."""
    from openpyxl import Workbook

    assert refusal(saved(Workbook())) == "The file is of a kind that cannot be read here."


@pytest.mark.parametrize(
    ("kind", "name", "media_type"),
    [
        ("docx", "a.pptx", ""), ("pptx", "a.docx", ""), ("pdf", "a.docx", ""), ("docx", "a.pdf", ""), ("docx", "a.md", ""), ("pdf", "a.txt", ""),
        ("docx", "a.docx", "application/pdf"), ("pdf", "", "text/plain"), ("pdf", "a.pptx", "application/pdf"),
    ],
)  # fmt: skip
def test_a_name_or_type_that_says_otherwise_is_refused(kind: str, name: str, media_type: str) -> None:
    """Something is wrong, and guessing hides it."""
    assert (
        refusal(MAKERS[kind](PASTED), name, media_type)
        == "The content of the file is other than its name or type says."
    )


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_text_that_is_called_a_document_is_refused(name: str) -> None:
    """A renamed file is no document."""
    assert refusal(b"## Strategi", name) == "The content of the file is other than its name or type says."


@pytest.mark.parametrize("algorithm", ["RC4-128", "RC4-40"])
def test_a_locked_pdf_is_refused(algorithm: str) -> None:
    """Nobody is asked for a password here."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(as_pdf(PASTED)))
    writer.encrypt("hemmelig", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    assert refusal(file.getvalue()) == "The file is locked with a password."


def test_a_pdf_with_the_newest_lock_is_refused() -> None:
    """Whether or not anything here could open it."""
    lock = (
        b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s> /StmF /StdCF"
        b" /StrF /StdCF /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> >>"
        % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    )
    data = as_pdf(PASTED).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt %s /ID [<00> <00>]" % lock)
    assert refusal(data) == "The file is locked with a password."


@pytest.mark.parametrize("name", ["a.docx", "a.pptx", ""])
def test_a_locked_office_document_is_refused(name: str) -> None:
    """Its lock is a file system of its own, with a stream of this name."""
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
    assert refusal(data, name) == "The file is locked with a password."


def test_a_scanned_pdf_says_that_it_has_no_text() -> None:
    """A picture of words is no text, and OCR is named."""
    assert refusal(pdf_of([b"0 0 m 10 10 l S"])) == "There is no text in the file, only pictures or empty pages."


@pytest.mark.parametrize("document", [Document(), Presentation()])
def test_an_empty_document_says_that_it_has_no_text(document: Any) -> None:
    """There is nothing to draft from."""
    assert refusal(saved(document)) == "There is no text in the file, only pictures or empty pages."


def test_an_empty_file_is_refused() -> None:
    """Before anything is started."""
    assert refusal(b" \n") == "The text is empty."


def test_what_is_refused_is_said_in_three_languages() -> None:
    """Each a sentence of its own."""
    with pytest.raises(InputError) as caught:
        read_document(b"a", "a.png")
    assert [caught.value.in_language(language).partition(".")[0] for language in Language] == [
        "Fila er av et slag som ikke kan leses her",
        "Fila er av eit slag som ikkje kan lesast her",
        "The file is of a kind that cannot be read here",
    ]
