"""The text of a PDF: lines put together to paragraphs, with headings told by their size, and without running heads.

A PDF knows letters and places, and nothing of paragraphs. What is larger than the rest, or stands alone in bold, is a
heading; what is further down than a line is a new paragraph; what stands at the edge of page after page is none.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from assistant.formats.document_blocks import Block, heading, item, markdown, one_line
from assistant.formats.document_limits import MOST_PAGES, MOST_TEXT, Refusal, RefusedError

_LARGER = 1.12
"""Times the size of most text; a heading is larger."""
_FURTHER = 1.3
"""Times the usual distance from line to line; a new paragraph is further down."""
_LONGEST_HEADING, _LONGEST_BOLD = 120, 80
_EDGE, _OFTEN = 2, 3
"""Lines at the top and the bottom of a page that may be running heads, and on how many pages they then stand."""
_DEEPEST_HEADING = 4
_BULLET = re.compile(r"[•●▪◦‣∙·■□➢➤\uf0b7\uf0a7\uf0d8\uf076\uf0fc]\s*|[–-]\s+(?=\S)")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_UNKNOWN = re.compile("[\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_][a-zæøåéòôäö])[-\u2010\u00ad]$")
_GOES_ON = re.compile(r"(?!(?:og|eller|samt|and|or)\b)[a-zæøåéòôäö]")
_HEADING_ENDS = (".", ",", ";", ":")
_PAGE_NUMBER = re.compile(r"(?:side|page|s\.)?\s*\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page.

    Attributes:
        text: Its words.
        page: The page it stands on.
        y: How far up it stands, in points; ``None`` where it shares the place of the line before.
        size: The size of its letters, in points.
        bold: Whether all of it is bold.
    """

    text: str
    page: int
    y: float | None
    size: float
    bold: bool


def read_pdf(data: bytes) -> str:
    """The text of a PDF as Markdown.

    Raises:
        RefusedError: It cannot be read, is encrypted, has too many pages, too much text, or none.
    """
    try:
        lines = _lines(data)
    except PyPdfError:
        raise RefusedError(Refusal.BROKEN) from None
    if not any(map(str.isalnum, "".join(line.text for line in lines))):
        raise RefusedError(Refusal.NO_TEXT)
    return markdown(_blocks(_without_running_heads(lines)))


def _lines(data: bytes) -> list[_Line]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise RefusedError(Refusal.ENCRYPTED)
    found: list[_Line] = []
    letters = 0
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            raise RefusedError(Refusal.TOO_MANY_PAGES)
        found += _page(page, number)
        letters = sum(len(line.text) for line in found)
        if letters > MOST_TEXT:
            raise RefusedError(Refusal.TOO_MUCH_TEXT)
    return found


def _page(page: Any, number: int) -> list[_Line]:  # noqa: ANN401 - a page of pypdf calls back with whatever it has
    """The lines of a page, as its letters are placed; what is turned on its side is no text of it."""
    found: list[_Line] = []
    open_line: list[tuple[str, float, float, bool]] = []

    def close() -> None:
        said = [piece for piece in open_line if piece[0].strip()]
        if said:
            text = "".join(piece[0] for piece in open_line).translate(_LIGATURES)
            size = max(said, key=lambda piece: len(piece[0].strip()))[2]
            y = None if found and found[-1].y == said[0][1] else said[0][1]
            found.append(_Line(one_line(text), number, y, size, all(piece[3] for piece in said)))
        open_line.clear()

    def take(text: str, place: list[float], text_place: list[float], font: dict[str, Any] | None, size: float) -> None:
        across, up = text_place[4], text_place[5]
        y = across * place[1] + up * place[3] + place[5]
        scale = abs(text_place[3] * place[3]) or abs(text_place[1] * place[1]) or 1.0
        bold = bool(re.search("bold|black|heavy", str((font or {}).get("/BaseFont", "")), re.IGNORECASE))
        for at, part in enumerate(text.split("\n")):
            if at:
                close()
            if part:
                open_line.append((part, round(y, 1), round(size * scale, 1), bold))

    page.extract_text(orientations=(0,), visitor_text=take)
    close()
    return [line for line in found if line.text]


def _without_running_heads(lines: list[_Line]) -> list[_Line]:
    """The lines without what stands at the edge of many pages, and without page numbers."""
    edges: set[int] = set()
    pages = sorted({line.page for line in lines})
    for page in pages:
        own = [at for at, line in enumerate(lines) if line.page == page]
        edges.update((*own[:_EDGE], *own[-_EDGE:]))
    alike = {at: re.sub(r"\d+", "#", lines[at].text) for at in edges}
    often = Counter(text for text, _ in {(text, lines[at].page) for at, text in alike.items()})
    body = _usual_size(lines)

    def runs(at: int, line: _Line) -> bool:
        on_all = len(pages) > 1 and often[alike[at]] == len(pages) and line.size < body
        return on_all or often[alike[at]] >= _OFTEN or _PAGE_NUMBER.fullmatch(line.text) is not None

    return [line for at, line in enumerate(lines) if at not in edges or not runs(at, line)]


def _blocks(lines: list[_Line]) -> Iterator[Block]:
    """Headings, items and paragraphs, in the order of the lines."""
    body = _usual_size(lines)
    usual = _usual_distance(lines)
    sizes = sorted({line.size for line in lines if _is_larger(line, body)}, reverse=True)[: _DEEPEST_HEADING - 1]
    open_lines: list[_Line] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and not _follows(before, line, usual, body):
            yield from _closed(open_lines, sizes, body)
            open_lines = []
        open_lines.append(line)
        before = line
    yield from _closed(open_lines, sizes, body)


def _usual_size(lines: list[_Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _usual_distance(lines: list[_Line]) -> float:
    """From one line to the next, as most lines of a page have it."""
    down = [
        above.y - below.y
        for above, below in pairwise(lines)
        if above.y is not None and below.y is not None and above.page == below.page and above.size == below.size
    ]
    near = [distance for distance in down if distance > 0]
    return median(sorted(near)[: max(1, (len(near) * 3) // 4)]) if near else 0.0


def _is_larger(line: _Line, body: float) -> bool:
    return line.size > body * _LARGER and len(line.text) <= _LONGEST_HEADING


def _follows(before: _Line, line: _Line, usual: float, body: float) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if _BULLET.match(line.text) or (before.size != line.size and (_is_larger(before, body) or _is_larger(line, body))):
        return False
    if before.page != line.page or before.y is None or line.y is None or line.y > before.y:
        return line.y is None or (not before.text.endswith((".", "!", "?", ":")) and bool(_GOES_ON.match(line.text)))
    if before.bold != line.bold and max(len(before.text), len(line.text)) and _may_be_bold_heading(before):
        return False
    return not usual or before.y - line.y <= usual * _FURTHER * (line.size / body if _is_larger(line, body) else 1)


def _may_be_bold_heading(line: _Line) -> bool:
    return line.bold and len(line.text) <= _LONGEST_BOLD and not line.text.endswith((".", ",", ";"))


def _closed(lines: list[_Line], sizes: list[float], body: float) -> Iterator[Block]:
    """The block that lines which follow on are."""
    if not lines:
        return
    joined = _joined([replace(line, text=_UNKNOWN.sub(" ", line.text)) for line in lines[1:]], lines[0])
    mark = _BULLET.match(joined)
    text = _UNKNOWN.sub("", joined[mark.end() if mark else 0 :])
    if mark:
        yield item(text)
    elif _is_larger(lines[0], body) and len(text) <= _LONGEST_HEADING:
        level = sizes.index(lines[0].size) + 1 if lines[0].size in sizes else _DEEPEST_HEADING
        yield heading(text, level)
    elif all(line.bold for line in lines) and len(text) <= _LONGEST_BOLD and not text.endswith(_HEADING_ENDS[:-1]):
        yield Block(f"**{one_line(text)}**")
    else:
        yield Block(text)


def _joined(following: list[_Line], first: _Line) -> str:
    """Lines of a paragraph, with words that a line's end has broken put together again."""
    text = first.text
    for line in following:
        broken = _BROKEN_WORD.search(text)
        goes_on = broken is not None and _GOES_ON.match(line.text) is not None
        text = f"{text[:-1]}{line.text}" if goes_on else f"{text}\n{line.text}"
    return text
