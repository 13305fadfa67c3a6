"""The text of a PDF: lines put together to paragraphs, with headings told by their size, and without running heads.

A PDF knows letters and places, and nothing of paragraphs. What is larger than the rest, or stands alone in bold, is a
heading; what is further down than a line is a new paragraph; what stands at the edge of page after page is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from assistant.formats.document_blocks import Block, heading, item, markdown, one_line, table
from assistant.formats.document_limits import Refusal, RefusedError
from assistant.formats.document_pdf_lines import Line, lines_of
from assistant.formats.document_pdf_tables import with_tables

_LARGER = 1.12
"""Times the size of most text; a heading is larger."""
_FURTHER = 1.3
"""Times the usual distance from line to line; a new paragraph is further down."""
_CLOSE, _FEW = 1.75, 10
"""Times the size of the letters: lines that are further apart follow on only where hardly any are nearer."""
_LONGEST_HEADING, _LONGEST_BOLD = 120, 80
_EDGE, _OFTEN = 2, 3
"""Lines at the top and the bottom of a page that may be running heads, and on how many pages they then stand."""
_DEEPEST_HEADING = 4
_BULLET = re.compile(r"[•●▪◦‣∙·■□➢➤\uf0b7\uf0a7\uf0d8\uf076\uf0fc]\s*|[–-]\s+(?=\S)")
_UNKNOWN = re.compile("[\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_][a-zæøåéòôäö])[-\u2010\u00ad]$")
_BROKEN_OFF = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
"""A hyphen that ends a line; that of «SFO-» and «e-» belongs to its word."""
_GOES_ON = re.compile(r"(?!(?:og|eller|samt|and|or)\b)[a-zæøåéòôäö]")
_HEADING_ENDS = (".", ",", ";", ":")
_CONTENTS = re.compile(r"(?:\.\s?){8}|…{4}")
"""The dots between a heading and its page: a table of contents says nothing twice."""
_PAGE_NUMBER = re.compile(r"(?:side|page|s\.)?\s*\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?", re.IGNORECASE)


def read_pdf(data: bytes) -> str:
    """The text of a PDF as Markdown.

    Raises:
        RefusedError: It cannot be read, is encrypted, has too many pages, too much text, or none.
    """
    try:
        lines = [line for line in lines_of(data) if not _CONTENTS.search(line.text)]
    except DependencyError:  # a lock that pypdf alone cannot open
        raise RefusedError(Refusal.ENCRYPTED) from None
    except LimitReachedError:
        raise RefusedError(Refusal.TOO_HEAVY) from None
    except PyPdfError:
        raise RefusedError(Refusal.BROKEN) from None
    if not any(map(str.isalnum, "".join(line.text for line in lines))):
        raise RefusedError(Refusal.NO_TEXT)
    return markdown(_blocks(_without_running_heads(lines)))


def _without_running_heads(lines: list[Line]) -> list[Line]:
    """The lines without what stands at the edge of many pages, and without page numbers."""
    edges: set[int] = set()
    pages = sorted({line.page for line in lines})
    for page in pages:
        own = [at for at, line in enumerate(lines) if line.page == page]
        edges.update((*own[:_EDGE], *own[-_EDGE:]))
    alike = {at: re.sub(r"\d+", "#", lines[at].text) for at in edges}
    often = Counter(text for text, _ in {(text, lines[at].page) for at, text in alike.items()})
    body = _usual_size(lines)

    def runs(at: int, line: Line) -> bool:
        on_all = len(pages) > 1 and often[alike[at]] == len(pages) and line.size < body
        return on_all or often[alike[at]] >= _OFTEN or _PAGE_NUMBER.fullmatch(line.text) is not None

    return [line for at, line in enumerate(lines) if at not in edges or not runs(at, line)]


def _blocks(lines: list[Line]) -> Iterator[Block]:
    """Headings, items and paragraphs, in the order of the lines."""
    body = _usual_size(lines)
    usual = _usual_distance(lines)
    sizes = sorted({line.size for line in lines if _is_larger(line, body)}, reverse=True)[: _DEEPEST_HEADING - 1]
    open_lines: list[Line] = []
    for line in with_tables(lines):
        goes_on = isinstance(line, Line) and open_lines and _follows(open_lines[-1], line, usual, body)
        if not goes_on:
            yield from _closed(open_lines, sizes, body)
            open_lines = []
        if isinstance(line, Line):
            open_lines.append(line)
        else:
            yield table(line)
    yield from _closed(open_lines, sizes, body)


def _usual_size(lines: list[Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _usual_distance(lines: list[Line]) -> float:
    """From one line to the next of a paragraph: the distance that most have of those that letters so large can have."""
    down = [
        (above.y - below.y, below.size)
        for above, below in pairwise(lines)
        if above.page == below.page and above.size == below.size
    ]
    near = [distance for distance, _ in down if distance > 0]
    close = Counter(round(distance, 1) for distance, size in down if 0 < distance <= size * _CLOSE)
    if sum(close.values()) * _FEW > len(near):
        return min(close.items(), key=lambda counted: (-counted[1], counted[0]))[0]
    return median(near) if near else 0.0


def _is_larger(line: Line, body: float) -> bool:
    return line.size > body * _LARGER and len(line.text) <= _LONGEST_HEADING


def _follows(before: Line, line: Line, usual: float, body: float) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if _BULLET.match(line.text) or (before.size != line.size and (_is_larger(before, body) or _is_larger(line, body))):
        return False
    if before.page != line.page or line.y > before.y:
        return not before.text.endswith((".", "!", "?", ":")) and line.text[:1].islower()
    if before.bold != line.bold and max(len(before.text), len(line.text)) and _may_be_bold_heading(before):
        return False
    return not usual or before.y - line.y <= usual * _FURTHER * (line.size / body if _is_larger(line, body) else 1)


def _may_be_bold_heading(line: Line) -> bool:
    return line.bold and len(line.text) <= _LONGEST_BOLD and not line.text.endswith((".", ",", ";"))


def _closed(lines: list[Line], sizes: list[float], body: float) -> Iterator[Block]:
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


def _joined(following: list[Line], first: Line) -> str:
    """Lines of a paragraph, with words that a line's end has broken put together again."""
    text = first.text
    for line in following:
        if _BROKEN_OFF.search(text) and _GOES_ON.match(line.text):
            text = f"{text[:-1] if _BROKEN_WORD.search(text) else text}{line.text}"
        else:
            text = f"{text}\n{line.text}"
    return text
