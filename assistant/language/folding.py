"""Folding text to its plain form while remembering where every character came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u202a-\u202e\u2066-\u2069"
"""Characters that show nothing: soft hyphens, zero-width characters, direction marks (as inside a ``[]`` class)."""

_TAGS = "\U000e0000-\U000e007f"
_DROPPED = re.compile(rf"\u00ad[ \t]*\r?\n[ \t]*|[{INVISIBLE}{_TAGS}\x00-\x08\x0e-\x1f\x7f]")
_CLUSTER = re.compile(r"[\s\S](?:[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])*")
_PIECE = re.compile(rf"{_DROPPED.pattern}|\s+|[^\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and its way back.

    Attributes:
        text: Composed (NFC), without invisible characters, white space folded to single spaces.
        starts: For each character, where what it stands for begins in the original.
        ends: For each character, where what it stands for ends in the original.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of the folded text's characters ``start`` to ``end`` (``end`` excluded)."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> Folded:
        """Characters ``start`` to ``end`` on their own, with their way back."""
        return Folded(self.text[start:end], self.starts[start:end], self.ends[start:end])


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Fold ``text[start:end]``; the way back counts from the beginning of ``text``.

    Composed to NFC, invisible characters dropped (a soft hyphen takes the line break behind it along), every run of
    white space one space, none at the ends.
    """
    return join_folded([_fold_segment(text, start, len(text) if end is None else end)])


def fold_lines(text: str, segments: list[tuple[int, int]]) -> Folded:
    """Fold several stretches of ``text`` into one, a space between them (none after a soft hyphen)."""
    return join_folded([_fold_segment(text, start, end) for start, end in segments], text)


def join_folded(parts: list[Folded], text: str | None = None) -> Folded:
    """Put folded stretches one after the other with single spaces between, and none at the ends."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part in parts:
        hyphenated = bool(text and ends and text[ends[-1] : part.starts[0] if part.starts else None][:1] == "\u00ad")
        if chars and part.text and not hyphenated and chars[-1] != " ":
            chars.append(" ")
            starts.append(ends[-1])
            ends.append(part.starts[0])
        offset = 1 if part.text.startswith(" ") and (not chars or chars[-1] == " ") else 0
        chars.extend(part.text[offset:])
        starts.extend(part.starts[offset:])
        ends.extend(part.ends[offset:])
    while chars and chars[-1] == " ":
        chars.pop()
        starts.pop()
        ends.pop()
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _fold_segment(text: str, start: int, end: int) -> Folded:
    segment = text[start:end]
    if segment.isascii() or unicodedata.is_normalized("NFC", segment):
        clusters: re.Pattern[str] | None = None
    else:
        clusters = _CLUSTER
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _PIECE.finditer(segment):
        piece = match.group()
        at = start + match.start()
        if piece[0].isspace():
            if chars and chars[-1] == " ":
                ends[-1] = at + len(piece)
            else:
                chars.append(" ")
                starts.append(at)
                ends.append(at + len(piece))
        elif _DROPPED.fullmatch(piece):
            continue
        elif clusters is None:
            chars.extend(piece)
            starts.extend(range(at, at + len(piece)))
            ends.extend(range(at + 1, at + len(piece) + 1))
        else:
            _fold_clusters(piece, at, chars, starts, ends)
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _fold_clusters(piece: str, at: int, chars: list[str], starts: list[int], ends: list[int]) -> None:
    for match in _CLUSTER.finditer(piece):
        composed = unicodedata.normalize("NFC", match.group())
        chars.extend(composed)
        starts.extend([at + match.start()] * len(composed))
        ends.extend([at + match.end()] * len(composed))


_EMPHASIS = re.compile(r"[*`]+|__+|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)")
_LIST_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+•–●▪◦‣·][ \t]+|\d{1,2}[.)][ \t]+|#{1,6}[ \t]+)?", re.MULTILINE)


def comparable(text: str) -> str:
    """``text`` as two quotes are compared: folded, without quotation, list and emphasis marks or table pipes."""
    return _comparable(text).text


def comparable_with_origins(text: str) -> Folded:
    """Like :func:`comparable`, with the way back to ``text``."""
    return _comparable(text)


def _comparable(text: str) -> Folded:
    parts: list[Folded] = []
    for mark in _LIST_MARK.finditer(text):
        line_end = text.find("\n", mark.end())
        line_end = len(text) if line_end < 0 else line_end
        parts.append(_fold_segment(text, mark.end(), line_end))
    joined = join_folded(parts, text)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    bare = _EMPHASIS.sub(lambda match: "\0" * len(match.group()), joined.text)
    for char, start, end in zip(bare.translate(_KEEP_LENGTH), joined.starts, joined.ends, strict=True):
        if char == "\0" or (char == " " and (not chars or chars[-1] == " ")):
            continue
        chars.append(char)
        starts.append(start)
        ends.append(end)
    if chars and chars[-1] == " ":
        chars.pop()
        starts.pop()
        ends.pop()
    return Folded("".join(chars), tuple(starts), tuple(ends))


_KEEP_LENGTH = str.maketrans({**dict.fromkeys("«»“”„‟\"", "\0"), **dict.fromkeys("‘’‚‛´", "'"), "|": " "})
_SURROGATE = re.compile("[\ud800-\udfff]")


def has_lone_surrogate(text: str) -> bool:
    """Whether ``text`` holds half a character, which no file and no database can keep."""
    return _SURROGATE.search(text) is not None
