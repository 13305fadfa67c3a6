"""The lines of a PDF, as its letters are placed."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdf import PdfReader

from assistant.formats.document_blocks import one_line
from assistant.formats.document_limits import MOST_PAGES, MOST_TEXT, Refusal, RefusedError

_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: Its words.
        page: The page it stands on.
        y: How far up it stands, in points.
        size: The size of its letters, in points.
        bold: Whether all of it is bold.
        cells: Its pieces, each with how far to the right it begins.
    """

    text: str
    page: int
    y: float
    size: float
    bold: bool
    cells: tuple[tuple[float, str], ...] = ()


class _Piece(NamedTuple):
    """Letters that a PDF places together."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


def lines_of(data: bytes) -> list[Line]:
    """The lines of a PDF, page by page.

    Raises:
        RefusedError: It is encrypted, has too many pages or too much text.
    """
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise RefusedError(Refusal.ENCRYPTED)
    found: list[Line] = []
    letters = 0
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            raise RefusedError(Refusal.TOO_MANY_PAGES)
        found += _page(page, number)
        letters = sum(len(line.text) for line in found)
        if letters > MOST_TEXT:
            raise RefusedError(Refusal.TOO_MUCH_TEXT)
    return found


def _page(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - a page of pypdf calls back with whatever it has
    """The lines of a page, as its letters are placed; what is turned on its side is no text of it."""
    found: list[Line] = []
    pieces: list[_Piece] = []

    def close() -> None:
        said = [piece for piece in pieces if piece.text.strip()]
        if said:
            text = "".join(piece.text for piece in pieces).translate(_LIGATURES)
            cells = tuple((piece.x, one_line(piece.text.translate(_LIGATURES))) for piece in said)
            size, bold = max(said, key=lambda piece: len(piece.text.strip())).size, all(piece.bold for piece in said)
            found.append(Line(one_line(text), number, said[0].y, size, bold, cells))
        pieces.clear()

    def take(text: str, place: list[float], text_place: list[float], font: dict[str, Any] | None, size: float) -> None:
        across, up = text_place[4], text_place[5]
        x = across * place[0] + up * place[2] + place[4]
        y = across * place[1] + up * place[3] + place[5]
        scale = abs(text_place[3] * place[3]) or abs(text_place[1] * place[1]) or 1.0
        bold = _BOLD.search(str((font or {}).get("/BaseFont", ""))) is not None
        for at, part in enumerate(text.split("\n")):
            if at:
                close()
            if part:
                pieces.append(_Piece(part, round(x, 1), round(y, 1), round(size * scale, 1), bold))

    page.extract_text(orientations=(0,), visitor_text=take)
    close()
    return [line for line in found if line.text]
