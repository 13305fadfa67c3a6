"""Folding text to its plain form while remembering where every character came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

INVISIBLE = "\x80-\x84\x86-\x9f\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
"""Characters that show nothing: soft hyphens, zero-width characters, direction marks (as inside a ``[]`` class)."""

_UNSEEN = rf"{INVISIBLE}\U000e0000-\U000e007f\x00-\x08\x0e-\x1b\x7f"
_LINE_ENDS = r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_BREAK = rf"\u00ad[{INVISIBLE} \t]{{0,8}}(?:(?:{_LINE_ENDS})[ \t]*)+"
_PIECE = re.compile(rf"(?P<break>{_BREAK})|(?P<unseen>[{_UNSEEN}])|(?P<space>\s+)|[^\s{_UNSEEN}]+")
_PLAIN = re.compile(rf"[^\s{_UNSEEN}]+(?: [^\s{_UNSEEN}]+)*")
"""What folds to itself, letters aside: words with single spaces between."""
_HYPHENATED = re.compile(rf"[{_UNSEEN}]{{0,8}}?{_BREAK}")
_LINE = re.compile(rf"(?P<text>[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(?:{_LINE_ENDS}|\Z)")


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


def fold_line(text: str, start: int, end: int) -> Folded:
    """Fold one line for reading its marks: every white character one space (a tab stays), none taken away."""
    return _fold_segment(text, start, end, runs=False)


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of ``text`` begins and ends, its line break left out, however lines are broken."""
    at = 0
    while at < len(text) and (found := _LINE.match(text, at)) is not None:
        yield found.span("text")
        at = found.end()


def join_folded(parts: list[Folded], text: str | None = None) -> Folded:
    """Put folded stretches one after the other with single spaces between, and none at the ends.

    Args:
        parts: The stretches.
        text: The text they come from, to see whether a word is broken over two of them by a soft hyphen.
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part in parts:
        if not part.text:
            continue
        hyphenated = bool(text and ends and _HYPHENATED.match(text, ends[-1], part.starts[0]))
        if chars and not hyphenated and chars[-1] != " ":
            chars.append(" ")
            starts.append(ends[-1])
            ends.append(part.starts[0])
        offset = 1 if part.text.startswith(" ") and (not chars or hyphenated or chars[-1] == " ") else 0
        chars.extend(part.text[offset:])
        starts.extend(part.starts[offset:])
        ends.extend(part.ends[offset:])
    while chars and chars[-1] == " ":
        chars.pop()
        starts.pop()
        ends.pop()
    return _composed(Folded("".join(chars), tuple(starts), tuple(ends)))


def _fold_segment(text: str, start: int, end: int, *, runs: bool = True) -> Folded:
    """Fold without composing; ``runs`` says whether white space is folded to single spaces."""
    if runs and _PLAIN.fullmatch(text, start, end):
        return _as_it_is(text, start, end)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(text, start, end):
        kind = match.lastgroup
        if kind in {"break", "unseen"}:
            continue
        if kind == "space" and runs:
            if chars and chars[-1] == " ":
                ends[-1] = match.end()
            else:
                chars.append(" ")
                starts.append(match.start())
                ends.append(match.end())
            continue
        chars.extend(match.group() if kind is None else ("\t" if char == "\t" else " " for char in match.group()))
        starts.extend(range(match.start(), match.end()))
        ends.extend(range(match.start() + 1, match.end() + 1))
    folded = Folded("".join(chars), tuple(starts), tuple(ends))
    return folded if runs else _composed(folded)


def _as_it_is(text: str, start: int, end: int) -> Folded:
    """A stretch that folds to itself."""
    return Folded(text[start:end], tuple(range(start, end)), tuple(range(start + 1, end + 1)))


def _composed(folded: Folded) -> Folded:
    """``folded`` with its letters composed (NFC)."""
    if folded.text.isascii() or unicodedata.is_normalized("NFC", folded.text):
        return folded
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(folded.text):
        after = at + 1
        while after < len(folded.text) and _joins(folded.text[after]):
            after += 1
        letters = unicodedata.normalize("NFC", folded.text[at:after])
        chars.extend(letters)
        starts.extend([folded.starts[at]] * len(letters))
        ends.extend([folded.ends[after - 1]] * len(letters))
        at = after
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _joins(char: str) -> bool:
    """Whether ``char`` may melt into the letter before it: a mark, or a Hangul vowel or final."""
    return char > "\u02ff" and (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")


_EMPHASIS = re.compile(r"[*`]+|__+|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)")
_ORDINAL_FOR = (
    "kvartal|tertial|halvår|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
)
_LIST_MARK = re.compile(
    rf"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+•–●▪◦‣·]|\d{{1,2}}[.)](?![ \t]+(?:{_ORDINAL_FOR})\b)|\#{{1,6}})(?:[ \t]++|\Z))?",
    re.IGNORECASE,
)


def comparable(text: str) -> str:
    """``text`` as two quotes are compared: folded, without quotation, list and emphasis marks or table pipes."""
    return _comparable(text).text


def comparable_with_origins(text: str) -> Folded:
    """Like :func:`comparable`, with the way back to ``text``."""
    return _comparable(text)


def _comparable(text: str) -> Folded:
    if _PLAIN.fullmatch(text) and not _MARK.search(text) and unicodedata.is_normalized("NFC", text):
        return _as_it_is(text, 0, len(text))
    parts: list[Folded] = []
    for start, end in line_spans(text):
        parts.append(_fold_segment(text, _after_list_mark(text, start, end), end))
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


def _after_list_mark(text: str, start: int, end: int) -> int:
    """Where the words of a line begin, behind marks of quoted mail, lists and headings."""
    if text[start:end].isascii():
        mark = _LIST_MARK.match(text, start, end)
        return mark.end() if mark else start
    line = fold_line(text, start, end)
    mark = _LIST_MARK.match(line.text)
    return line.origin(mark.end(), mark.end())[0] if mark and mark.end() else start


_QUOTES, _APOSTROPHES = '«»“”„‟"', "‘’‚‛´"
_KEEP_LENGTH = str.maketrans({**dict.fromkeys(_QUOTES, "\0"), **dict.fromkeys(_APOSTROPHES, "'"), "|": " "})
_MARK = re.compile(rf"[{_QUOTES}{_APOSTROPHES}|*`_]|\A(?:[-+•–●▪◦‣·#>]|\d{{1,2}}[.)])")
"""What may be left out of a quote, or written otherwise in it."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def has_lone_surrogate(text: str) -> bool:
    """Whether ``text`` holds half a character, which no file and no database can keep."""
    return _SURROGATE.search(text) is not None
