"""Documents made to harm: each is text or a sentence that says why not, in little time and memory."""

from __future__ import annotations

import io
import random
import socket
import struct
import time
import zipfile
import zlib
from typing import Any

import pypdf
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from assistant.formats.documents import DOCUMENT_LIMIT, read_document
from assistant.formats.errors import InputError
from tests.formats.making_documents import as_docx, as_pdf, as_pptx, pdf_of, pdf_of_objects, saved

STRATEGY = "# Plan\n\n## Strategi\n\nVi skal øke salget fra 4 til 8.\n"
TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
LARGE = "The file is much larger when unpacked than a document tends to be."
BROKEN = "The file is damaged and cannot be read."
MANY = "The file has more than 200 pages."
HEAVY = "The file takes too much time or memory to read."
LONG = "The text is larger than the limit of 1 MiB."


def outcome(data: bytes, name: str = "") -> str:
    """The text of a document, or what is wrong with it."""
    try:
        return read_document(data, name)
    except InputError as error:
        return error.problem.en


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """A package with parts added or replaced; ``__`` stands for a slash."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            if name not in named:
                made.writestr(name, given.read(name))
        for name, part in named.items():
            made.writestr(name, part)
    return file.getvalue()


def document_xml(inside: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{inside}</w:body></w:document>"
    ).encode()


# --- zip files ---------------------------------------------------------------------------------------------------


def test_ten_megabytes_of_zeros_are_not_unpacked() -> None:
    """Packed to a thousandth, as no text is."""
    assert outcome(with_parts(as_docx(STRATEGY), word__media__a=b"\0" * 10_485_760)) == LARGE


def test_a_part_whose_header_lies_about_its_size_is_counted() -> None:
    """It says that it is small, and unpacks to more: what does not fit its header is damage."""
    data = with_parts(as_docx(STRATEGY), word__media__a=b"\0" * 10_485_760)
    told = struct.pack("<I", 10_485_760)
    assert told in data
    assert outcome(data.replace(told, struct.pack("<I", 100))) == BROKEN


def test_many_parts_that_are_each_fine_are_counted_together() -> None:
    """Each a megabyte of zeros, which one part may be."""
    parts = {f"word__media__{number}": b"\0" * 1_000_000 for number in range(110)}
    assert outcome(with_parts(as_docx(STRATEGY), **parts)) == LARGE


def test_thousands_of_parts_are_not_unpacked() -> None:
    """No document has so many."""
    parts = {f"word__media__{number}": b"a" for number in range(1_001)}
    assert outcome(with_parts(as_docx(STRATEGY), **parts)) == LARGE


def test_parts_that_share_their_bytes_are_not_unpacked() -> None:
    """A bomb that needs no nesting: each entry points at the same stream."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = b"\0" * 1_000_000
    stream = packer.compress(zeros) + packer.flush()
    check = zlib.crc32(zeros)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, check, len(stream), len(zeros), 1, 0) + b"a" + stream
    names = [b"[Content_Types].xml", b"word/document.xml", *[b"%d" % number for number in range(900)]]
    entries = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, check, len(stream), len(zeros), len(name), 0, 0, 0, 0, 0, 0)
        + name
        for name in names
    )  # fmt: skip
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(names), len(names), len(entries), len(local), 0)
    assert outcome(local + entries + end) in {LARGE, BROKEN}


def test_a_document_within_a_document_is_not_opened() -> None:
    """A file that holds itself is unpacked once."""
    inner = as_docx(STRATEGY)
    for _ in range(5):
        inner = with_parts(as_docx(STRATEGY), word__embeddings__a=inner)
    assert outcome(inner) == STRATEGY


def test_names_that_lead_out_of_the_folder_do_nothing() -> None:
    """Nothing is ever written."""
    data = as_docx(STRATEGY)
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("../../../tmp/a", b"a")
        package.writestr("/etc/a", b"a")
    assert outcome(file.getvalue()) == STRATEGY


def test_two_parts_of_one_name_are_refused() -> None:
    """One reader would see the first, another the last."""
    file = io.BytesIO(as_docx(STRATEGY))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as package:
        package.writestr("word/document.xml", document_xml("<w:p/>"))
    assert outcome(file.getvalue()) == BROKEN


@pytest.mark.parametrize("make", [as_docx, as_pptx, as_pdf])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.95])
def test_a_file_that_was_cut_off_is_damaged(make: Any, kept: float) -> None:
    """An upload that broke off is told from an empty one."""
    data = make(STRATEGY)
    assert outcome(data[: int(len(data) * kept)]) in {
        BROKEN,
        STRATEGY,
        "There is no text in the file, only pictures or empty pages.",
    }


# --- XML ---------------------------------------------------------------------------------------------------------

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(10))
    + "]>"
)


@pytest.mark.parametrize(
    "before",
    [LAUGHS, '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "<!DOCTYPE a>"],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(before: str, encoding: str) -> None:
    """Entities expand a thousandfold and read files; documents have none."""
    text = document_xml("<w:p><w:r><w:t>&k;</w:t></w:r></w:p>" if before is LAUGHS else "<w:p/>", before).decode()
    part = text.replace("<?xml", "<?xml").encode(encoding)
    assert outcome(with_parts(as_docx(STRATEGY), word__document_xml=part)) == BROKEN


@pytest.mark.parametrize(
    "inside", ["<w:p>" * 100_000, "<w:tbl><w:tr><w:tc>" * 200 + "</w:tc></w:tr></w:tbl>" * 200, "<w:p"]
)
def test_xml_that_is_nested_or_broken_is_an_answer(inside: str) -> None:
    """Not a crash."""
    assert outcome(with_parts(as_docx(STRATEGY), word__document_xml=document_xml(inside))) in {
        BROKEN, HEAVY, "There is no text in the file, only pictures or empty pages.",
    }  # fmt: skip


def test_numbers_that_are_none_do_no_harm() -> None:
    """A level, a depth and a width that no program writes."""
    odd = "999999999999999999999"
    inside = (
        f'<w:p><w:pPr><w:outlineLvl w:val="{odd}"/><w:numPr><w:ilvl w:val="{odd}"/><w:numId w:val="x"/></w:numPr></w:pPr>'
        f"<w:r><w:t>a</w:t></w:r></w:p><w:tbl>"
        + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{odd}"/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>'
        * 2
        + "</w:tbl>"
    )
    assert "a" in outcome(with_parts(as_docx(STRATEGY), word__document_xml=document_xml(inside)))


def test_a_style_that_is_based_on_itself_does_no_harm() -> None:
    """A chain without an end is followed so far and no further."""
    document = Document()
    for name, other in (("Heading 1", "Heading 2"), ("Heading 2", "Heading 1")):
        document.styles[name].base_style = document.styles[other]
    document.add_heading("Visjon", 1)
    assert outcome(saved(document)) == "# Visjon\n"


def test_nothing_outside_a_document_is_fetched() -> None:
    """A template, a picture and a link of another machine: nobody is asked."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        document = Document()
        document.add_paragraph("Visjon")
        for kind in (TEMPLATE, RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK):
            document.part.relate_to(address, kind, is_external=True)
        assert outcome(saved(document)) == "Visjon\n"
        with pytest.raises(BlockingIOError):
            server.accept()


# --- how much ----------------------------------------------------------------------------------------------------


def test_a_file_above_ten_megabytes_is_refused_unread() -> None:
    """Whatever it is."""
    assert outcome(b"%PDF-" + b"\0" * DOCUMENT_LIMIT) == "The text is larger than the limit of 10 MiB."


def test_a_deck_of_too_many_slides_is_refused() -> None:
    """Two hundred and one."""
    deck: Any = Presentation()
    for _ in range(201):
        deck.slides.add_slide(deck.slide_layouts[6])
    assert outcome(saved(deck)) == MANY


def test_a_deck_that_lists_ten_thousand_slides_is_refused() -> None:
    """The list is longer than what it lists."""
    data = as_pptx(STRATEGY)
    part = zipfile.ZipFile(io.BytesIO(data)).read("ppt/presentation.xml")
    first = part.index(b"<p:sldId ")
    one = part[first : part.index(b"/>", first) + 2]
    assert outcome(with_parts(data, ppt__presentation_xml=part.replace(one, one * 10_000))) in {MANY, BROKEN}


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    """Two hundred and one."""
    assert outcome(pdf_of([b"BT /F1 9 Tf 60 700 Td (a) Tj ET"] * 201)) == MANY


def test_a_pdf_that_says_it_has_a_billion_pages_has_those_it_has() -> None:
    """A number is not believed."""
    assert outcome(pdf_of([b"BT /F1 9 Tf 60 700 Td (Strategi) Tj ET"], count=10**9)) == "Strategi\n"


@pytest.mark.parametrize("make", [as_docx, as_pdf])
def test_more_than_a_megabyte_of_text_is_refused(make: Any) -> None:
    """No strategy is so long."""
    text = "\n\n".join(" ".join(str(number * at) for at in range(300)) for number in range(700))
    assert outcome(make(text)) in {LONG, MANY}


# --- PDFs --------------------------------------------------------------------------------------------------------


def test_a_page_tree_that_loops_is_an_answer() -> None:
    """A page that is its own parent and child."""
    data = pdf_of_objects([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])
    assert outcome(data) in {BROKEN, HEAVY, "There is no text in the file, only pictures or empty pages."}


def test_a_page_tree_without_an_end_takes_little_time() -> None:
    """Each level doubles the one above: a billion pages in a kilobyte."""
    levels = [b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>" % (at + 3, at + 3) for at in range(40)]
    began = time.monotonic()
    said = outcome(pdf_of_objects([b"<< /Type /Catalog /Pages 2 0 R >>", *levels, b"<< /Type /Page /Parent 2 0 R >>"]))
    assert (said in {BROKEN, HEAVY, MANY}, time.monotonic() - began < 40) == (True, True)


def test_scripts_and_actions_of_a_pdf_are_no_text_and_do_nothing() -> None:
    """Nothing is run."""
    script = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /O << /S /URI /URI (http://x.y) >> >>"
    assert outcome(pdf_of([b"BT /F1 9 Tf 60 700 Td (Strategi) Tj ET"], catalogue=script)) == "Strategi\n"


def test_a_stream_that_unpacks_to_gigabytes_is_an_answer() -> None:
    """Twice packed zeros."""
    packed = zlib.compress(zlib.compress(b"\0" * 200_000_000, 9), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]  # fmt: skip
    assert outcome(pdf_of_objects(objects)) in {
        BROKEN,
        HEAVY,
        "There is no text in the file, only pictures or empty pages.",
    }


def test_text_that_stands_in_no_order_stays_text() -> None:
    """Places far off the page, sizes of nothing and of everything, upside down."""
    lines = [b"BT /F1 %s Tf %s Tm (a%d) Tj ET" % (size, matrix, at) for at, (size, matrix) in enumerate([
        (b"0", b"1 0 0 1 0 0"), (b"1e9", b"1 0 0 1 1e9 -1e9"), (b"12", b"-1 0 0 -1 60 60"), (b"12", b"0 0 0 0 0 0"), (b"12", b"1 0 0 1 60 60"),
    ])]  # fmt: skip
    assert "a4" in outcome(pdf_of([b"\n".join(lines)]))


# --- anything ----------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=20)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<"]),
)
def test_any_bytes_are_text_or_a_sentence(data: bytes, first: bytes) -> None:
    """No exception but the one that says what is wrong."""
    assert outcome(first + data)


@settings(deadline=None, max_examples=20)
@given(st.sampled_from([as_docx, as_pptx, as_pdf]), st.integers(0, 2**32), st.integers(1, 30))
def test_a_document_with_bytes_changed_is_text_or_a_sentence(make: Any, seed: int, changes: int) -> None:
    """Damage anywhere in a real file."""
    data = bytearray(make(STRATEGY))
    chance = random.Random(seed)  # noqa: S311 - where the damage is, is no secret
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert outcome(bytes(data))


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 2**32), st.sampled_from([as_docx, as_pptx]))
def test_a_part_with_characters_changed_is_text_or_a_sentence(seed: int, make: Any) -> None:
    """Damage within the XML, which the file's own check would hide."""
    data = make(STRATEGY)
    name = "word/document.xml" if make is as_docx else "ppt/slides/slide1.xml"
    part = bytearray(zipfile.ZipFile(io.BytesIO(data)).read(name))
    chance = random.Random(seed)  # noqa: S311 - the same
    for _ in range(5):
        at = chance.randrange(len(part))
        part[at : at + chance.randrange(20)] = chance.randbytes(chance.randrange(4))
    assert outcome(with_parts(data, **{name.replace("/", "__").replace(".xml", "_xml"): bytes(part)}))


def test_what_a_pdf_says_of_its_making_is_no_text() -> None:
    """Names and times of its author stay where they are."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(as_pdf(STRATEGY)))
    writer.add_metadata({"/Author": "Kari Moen", "/Title": "Hemmelig"})
    file = io.BytesIO()
    writer.write(file)
    assert outcome(file.getvalue()) == STRATEGY
