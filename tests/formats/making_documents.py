"""Documents made of Markdown, as people make them: with heading styles, bullets and tables, on slides, on pages."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx import Document
from pptx import Presentation
from pptx.util import Cm

LONGEST = 88
"""Characters of a line of the PDF."""


class Part(NamedTuple):
    """A heading (with its level), a bullet, a paragraph or the rows of a table."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def parts(markdown: str) -> Iterator[Part]:
    """What a simple Markdown text is made of."""
    rows: list[tuple[str, ...]] = []
    for line in [*markdown.splitlines(), ""]:
        if line.startswith("|"):
            if not set(line) <= set("|-: "):
                rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Part("table", rows=tuple(rows))
            rows = []
        if line.startswith("#"):
            yield Part("heading", line.lstrip("# "), len(line) - len(line.lstrip("#")))
        elif line.startswith("- "):
            yield Part("bullet", line[2:])
        elif line.strip():
            yield Part("paragraph", line)


def as_docx(markdown: str) -> bytes:
    """A Word document with heading styles, a list style and tables."""
    document = Document()
    for part in parts(markdown):
        if part.kind == "heading":
            document.add_heading(part.text, part.level - 1)
        elif part.kind == "table":
            table = document.add_table(len(part.rows), len(part.rows[0]))
            for row, cells in zip(table.rows, part.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(part.text, "List Bullet" if part.kind == "bullet" else None)
    return saved(document)


def as_pptx(markdown: str) -> bytes:
    """A deck with one slide a heading: bullets in the body, paragraphs without marks, tables as tables."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    frame = slide.placeholders[1].text_frame
    for at, part in enumerate(parts(markdown)):
        if part.kind == "heading":
            slide = deck.slides.add_slide(deck.slide_layouts[1]) if at else slide
            slide.shapes.title.text = part.text
            frame = slide.placeholders[1].text_frame
            continue
        if part.kind == "table":
            table = slide.shapes.add_table(len(part.rows), len(part.rows[0]), Cm(2), Cm(9), Cm(20), Cm(6)).table
            for down, cells in enumerate(part.rows):
                for column, text in enumerate(cells):
                    table.cell(down, column).text = text
            continue
        line = frame.paragraphs[0] if not frame.text else frame.add_paragraph()
        line.text = part.text
        if part.kind == "paragraph":
            line._p.get_or_add_pPr().insert(0, line._p.makeelement(qualified("a:buNone"), {}))
    return saved(deck)


def qualified(name: str) -> str:
    """A name of a slide's XML in full."""
    from pptx.oxml.ns import qn

    return str(qn(name))


def saved(document: Any) -> bytes:
    """What a library writes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_pdf(markdown: str, *, footer: str = "", per_page: int = 46) -> bytes:
    """A PDF of its pages: headings larger, bullets marked, tables in columns, a footer on each page."""
    lines: list[_Drawn] = []
    for part in parts(markdown):
        size = {1: 22.0, 2: 16.0, 3: 13.0}.get(part.level, 11.0)
        if part.kind == "table":
            wide = 480 / len(part.rows[0])
            lines += [
                _Drawn(9.0, 4.0, [(60 + at * wide, cell) for at, cell in enumerate(cells)]) for cells in part.rows
            ]
            continue
        text = f"\u2022 {part.text}" if part.kind == "bullet" else part.text
        for number, line in enumerate(textwrap.wrap(text, LONGEST)):
            lines.append(_Drawn(size, 0.0 if number or part.kind == "bullet" else 8.0, [(60, line)]))
    pages = [lines[at : at + per_page] for at in range(0, len(lines), per_page)]
    return pdf_of([_page(page, f"{footer} {number}" if footer else "") for number, page in enumerate(pages, 1)])


class _Drawn(NamedTuple):
    """A line: how large, how much further down, and what stands where in it."""

    size: float
    space: float
    cells: list[tuple[float, str]]


def _page(lines: list[_Drawn], footer: str) -> bytes:
    """What draws one page: each line in its place."""
    drawn, y = [], 800.0
    for line in lines:
        y -= line.size * 1.2 + line.space
        drawn += [_drawn(text, line.size, x, y) for x, text in line.cells if text]
    if footer:
        drawn.append(_drawn(footer, 8.0, 60, 30.0))
    return b"\n".join(drawn)


def _drawn(text: str, size: float, x: float, y: float) -> bytes:
    written = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET" % (size, x, y, written)


def pdf_of(contents: list[bytes], *, catalogue: bytes = b"", count: int | None = None) -> bytes:
    """A PDF of pages that are drawn so.

    Args:
        contents: What draws each page.
        catalogue: More entries for the catalogue.
        count: How many pages it says it has; as many as it has when not given.
    """
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents) if count is None else count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return pdf_of_objects(objects)


def pdf_of_objects(objects: list[bytes]) -> bytes:
    """A PDF of numbered objects, the first its catalogue."""
    file = io.BytesIO(b"%PDF-1.7\n")
    file.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        file.write(b"%010d 00000 n \n" % place)
    file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return file.getvalue()
