"""The text of a deck of slides: titles, bullets and tables, without hidden slides, footers and notes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from assistant.formats.document_blocks import Block, heading, item, markdown, one_line, paragraph, table
from assistant.formats.document_limits import MOST_PAGES, Refusal, RefusedError

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TITLES = frozenset((PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE))
_FURNITURE = frozenset((PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.HEADER))
_LISTS = frozenset((PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY))
_MARKS = ("buChar", "buAutoNum", "buBlip")
_DEEPEST_GROUP = 10


def read_pptx(data: bytes) -> str:
    """The text of a deck as Markdown; ``data`` has been looked through.

    Raises:
        RefusedError: It has too many slides.
    """
    deck: Any = Presentation(io.BytesIO(data))
    if len(deck.slides) > MOST_PAGES:
        raise RefusedError(Refusal.TOO_MANY_PAGES)
    shown = [slide for slide in deck.slides if slide.element.get("show") not in {"0", "false"}]
    return markdown(block for number, slide in enumerate(shown) for block in _slide(slide, first=number == 0))


def _slide(slide: Any, *, first: bool) -> Iterator[Block]:  # noqa: ANN401 - python-pptx has no types
    shapes = list(_shapes(slide.shapes, 0))
    titles = [shape for shape in shapes if _placeholder(shape) in _TITLES]
    for shape in titles:
        yield heading(shape.text_frame.text, 1 if first else 2)
    for shape in sorted((shape for shape in shapes if shape not in titles), key=_place):
        if getattr(shape, "has_table", False):
            yield table([[_cell(cell) for cell in row.cells] for row in shape.table.rows])
        elif shape.has_text_frame and _placeholder(shape) not in _FURNITURE:
            yield from _frame(shape)


def _shapes(shapes: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401 - the same
    """The shapes of a slide, those in groups one by one."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            if depth < _DEEPEST_GROUP:
                yield from _shapes(shape.shapes, depth + 1)
        else:
            yield shape


def _placeholder(shape: Any) -> Any:  # noqa: ANN401 - the same
    return shape.placeholder_format.type if shape.is_placeholder else None


def _place(shape: Any) -> tuple[int, int]:  # noqa: ANN401 - the same
    """From the top down, then from left to right."""
    return shape.top or 0, shape.left or 0


def _frame(shape: Any) -> Iterator[Block]:  # noqa: ANN401 - the same
    said = [line for line in shape.text_frame.paragraphs if one_line(line.text)]
    listed = _placeholder(shape) in _LISTS and len(said) > 1
    for line in said:
        properties = line._p.pPr  # noqa: SLF001 - python-pptx has no name for bullets
        marks = () if properties is None else tuple(child.tag.removeprefix(_A) for child in properties)
        text = line.text.replace("\v", "\n")
        if any(mark in marks for mark in _MARKS) or (listed and "buNone" not in marks):
            yield item(text, line.level)
        else:
            runs = [run for run in line.runs if run.text.strip()]
            yield paragraph(text, bold=bool(runs) and all(run.font.bold for run in runs))


def _cell(cell: Any) -> str:  # noqa: ANN401 - the same
    return "" if cell.is_spanned else str(cell.text_frame.text)
