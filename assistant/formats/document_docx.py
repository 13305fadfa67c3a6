"""The text of a Word document: what its reader sees, without what was deleted, hidden or made by the machine."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx import Document

from assistant.formats.document_blocks import Block, heading, item, markdown, one_line, paragraph, table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText", f"{_W}pPr", f"{_W}sdtPr"))
_BOX = f"{_W}txbxContent"
_TABLE = f"{_W}tbl"
_SAID = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\u00ad"}
_HEADING = re.compile(r"heading (\d)")
_OFF = frozenset(("0", "false", "none", "off"))
_LONGEST_CHAIN = 20
_DEEPEST_LIST = 5


class _Style(NamedTuple):
    """What a style says of its paragraphs: the level of a heading (0 for the title), a list, or made by the machine."""

    level: int | None
    listed: bool
    made: bool


def read_docx(data: bytes) -> str:
    """The text of a Word document as Markdown; ``data`` has been looked through."""
    document: Any = Document(io.BytesIO(data))
    return markdown(_Reader(document).blocks(document.element.body))


class _Reader:
    def __init__(self, document: Any) -> None:  # noqa: ANN401 - lxml has no types
        self.styles = _styles(document.styles.element)
        self.titled = False

    def blocks(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401 - the same
        """The blocks of the body, a cell, or a box, in reading order."""
        for child in parent:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag not in _UNSEEN and isinstance(child.tag, str):
                yield from self.blocks(child)  # a content control, an insertion

    def _paragraph(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - the same
        style = self.styles.get(_value(element, "pPr/pStyle") or "", _Style(None, listed=False, made=False))
        text = "".join(_texts(element))
        if one_line(text) and not style.made:
            yield self._block(element, style, text)
        for box in element.iter(_BOX):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.blocks(box)

    def _block(self, element: Any, style: _Style, text: str) -> Block:  # noqa: ANN401 - the same
        outline = _value(element, "pPr/outlineLvl")
        level = int(outline) + 1 if outline and outline.isdecimal() and int(outline) < 9 else style.level
        if level is not None:
            self.titled = self.titled or level == 0
            return heading(text, level + self.titled if level else 1)
        number = _value(element, "pPr/numPr/numId")
        if (number is not None and number != "0") or (style.listed and number != "0"):
            depth = _value(element, "pPr/numPr/ilvl") or "0"
            return item(text, min(int(depth), _DEEPEST_LIST) if depth.isdecimal() else 0)
        return paragraph(text, bold=all(map(_is_bold, _runs(element))))

    def _table(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - the same
        """A table; one that only places text on the page is read cell by cell."""
        rows = [list(_children(row, f"{_W}tc")) for row in _children(element, f"{_W}tr")]
        if len(rows) == 1 or max(map(len, rows), default=0) == 1:
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell)
        elif rows:
            yield table([[text for cell in row for text in _cell(cell)] for row in rows])


def _cell(cell: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """The text of a cell, empty where it goes on from above, and an empty one for each column it goes over."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    goes_on = merged is not None and merged.get(f"{_W}val") != "restart"
    yield "" if goes_on else " ".join(one_line("".join(_texts(part))) for part in cell.iter(f"{_W}p"))
    span = _value(cell, "tcPr/gridSpan") or "1"
    yield from [""] * (min(int(span), 60) - 1 if span.isdecimal() else 0)


def _children(parent: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - the same
    """Children of a kind, also inside content controls and insertions, and not inside what is deleted or nested."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _UNSEEN and child.tag not in {_TABLE, f"{_W}p"}:
            yield from _children(child, tag)


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401 - the same
    """The words of a paragraph that its reader sees; those of a box stand by themselves."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SAID:
            yield _SAID[child.tag]
        elif child.tag not in _UNSEEN and child.tag != _BOX and not (child.tag == f"{_W}r" and _is_on(child, "vanish")):
            yield from _texts(child)


def _runs(element: Any) -> Iterator[Any]:  # noqa: ANN401 - the same
    return (run for run in element.iter(f"{_W}r") if any((text.text or "").strip() for text in run.findall(f"{_W}t")))


def _is_bold(run: Any) -> bool:  # noqa: ANN401 - the same
    return _is_on(run, "b")


def _is_on(run: Any, name: str) -> bool:  # noqa: ANN401 - the same
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in _OFF


def _value(element: Any, path: str) -> str | None:  # noqa: ANN401 - the same
    found = element.find("/".join(f"{_W}{part}" for part in path.split("/")))
    return None if found is None else found.get(f"{_W}val")


def _styles(element: Any) -> dict[str, _Style]:  # noqa: ANN401 - the same
    """Each style by its id; what one does not say it has from the one it is based on."""
    given = {style.get(f"{_W}styleId") or "": style for style in element.iter(f"{_W}style")}
    return {name: _style(name, given) for name in given}


def _style(name: str, given: dict[str, Any]) -> _Style:
    level: int | None = None
    listed = made = False
    for _ in range(_LONGEST_CHAIN):
        style = given.get(name)
        if style is None:
            break
        called = (_value(style, "name") or "").lower()
        found = _HEADING.fullmatch(called)
        outline = _value(style, "pPr/outlineLvl")
        if level is None and found is not None:
            level = int(found[1])
        elif level is None and called == "title":
            level = 0
        elif level is None and outline and outline.isdecimal() and int(outline) < 9:
            level = int(outline) + 1
        listed = (
            listed or called.startswith(("list bullet", "list number")) or _value(style, "pPr/numPr/numId") is not None
        )
        made = made or called.startswith("toc ") or called in {"header", "footer"}
        name = _value(style, "basedOn") or ""
    return _Style(level, listed, made)
