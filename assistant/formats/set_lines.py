"""Cutting a set's text into lines: what kind each is, where its words begin, and what comments ask to be ignored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.formats.escaping import hide_escaped
from assistant.formats.set_parts import Ignore, Place
from assistant.language.folding import INVISIBLE, fold, fold_line


class SetLine(NamedTuple):
    """A line that says something: a heading if it has a level, a list item if it has a mark, or else plain words or a row.

    Attributes:
        number: Its number in the file, from 1.
        text: Its text, composed, escaped marks hidden, comments blanked out.
        start: Where its words begin, behind quote, heading and list marks.
        indent: How far its mark is moved in; a number of an outline («1.2») counts as moved in below «1».
        level: Of a heading, its number of hashes; 0 of other lines.
        origins: For each character of ``text``, where it stood in the file's line; ``None`` if nothing moved.
        apart: Whether the line above it is empty.
        mark: Of a list item, its mark: «-», «1.», «a)»; empty of other lines.
        is_row: Whether bars or tabs set it apart in cells, and it is neither heading nor list item.
    """

    number: int
    text: str
    start: int
    indent: int
    level: int
    origins: tuple[int, ...] | None
    apart: bool
    mark: str = ""
    is_row: bool = False

    @property
    def numbered(self) -> bool:
        """Whether it is an item of a numbered list."""
        return self.mark[:1].isdigit() or self.mark[:1] in set("ABCDEFGHIVX")

    def place(self, start: int, end: int | None = None) -> Place:
        """The words from ``start`` to ``end``, emphasis and invisible characters taken out, and their columns."""
        raw = self.text[start:end]
        origins = self.origins
        if origins is None and "  " not in raw and not _MARKED.search(raw):
            return Place(self.number, start + 1, raw)
        folded = fold(self.text, start, len(self.text) if end is None else end)
        bare = _EMPHASIS.sub(lambda found: "\0" * len(found[0]), folded.text)
        kept = [at for at, char in enumerate(bare) if char != "\0"]
        text = "".join(folded.text[at] for at in kept)
        lead = len(text) - len(text.lstrip())
        columns = tuple((origins[folded.starts[at]] if origins else folded.starts[at]) + 1 for at in kept)[
            lead : len(text.rstrip())
        ]
        return Place(self.number, columns[0] if columns else start + 1, text.strip(), columns)


_BULLETS = ":-*+•–—●▪◦‣·▸▹►▶▼▾→➔➢➤✓✔☐☑☒■□○⁃\uf0a7\uf0b7"
_CAPITAL = r'[A-ZÆØÅ*_«“"\[]'
_BOX = rf"(?:\[[ xX]?\][ \t]+)?(?:\d{{1,2}}\.\d{{1,2}}\.?[ \t]+(?={_CAPITAL}))?"
"""A box to tick, and a number of an outline, behind a list mark."""
ITEM_MARK = re.compile(
    rf"(?:[{re.escape(_BULLETS)}][ \t]+|[-–](?=[A-ZÆØÅ])|•(?=\S)|[IVX]{{1,4}}\.[ \t]+(?={_CAPITAL})|o[ \t]+(?!\d)|\d{{1,2}}(?:\.\d{{1,2}})*[.)][ \t]+"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}[ \t]+(?={_CAPITAL})|\d{{1,2}}[a-h][.):]?[ \t]+(?={_CAPITAL})|[a-h](?:\)|\.(?=[ \t]+{_CAPITAL}))[ \t]+|\((?:\d{{1,2}}|[a-h])\)[ \t]+|\[\d{{1,2}}\][ \t]+|[A-H](?:\.\d{{1,2}}\.?|[.)])[ \t]+(?={_CAPITAL})|\d\u20e3[ \t]*){_BOX}"
)
"""What a list item begins with."""
_ICON = "[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_TAG = "</?(?:u|details|summary)>"
"""Tags that only set a line off."""
_OPENING = re.compile(
    rf"(?:[ \t]*> ?)*([ \t]*)(?:(#{{1,6}})[ \t]*|(\|)|({ITEM_MARK.pattern}))?(?:(?:{_ICON}+|:[a-z][a-z0-9_+-]+:)[ \t]*)?(?:\*{{0,3}}(?:{_TAG})+)?"
)
_INDENT, _ITEM = 1, 4
"""Groups of that pattern; between them stand the hashes of a heading and the bar of a row."""
_TAB_WIDTH = 4
_SET_IN = 2
"""How far each further number of an outline counts as moved in."""
_UNDERLINES = {"=": 1, "-": 2}
"""The levels of headings that are underlined."""
_LONGEST_UNDERLINED = 80
_FOLDED = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{INVISIBLE}\U000e0000-\U000e007f]"
)
"""Characters that folding takes out or turns into plain spaces."""
_USUAL = re.compile(r"[\t\n -~\xa1-\xac\xae-\u0240\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*+")
"""Characters among which there are none of those: what nearly every text is made of, and soonest to go through."""
_MARKED = re.compile(r"[*_`\t<\[]")
_EMPHASIS = re.compile(
    r"[*`]|(?<!_)__(?=[^\s_])|(?<=[^\s_])__(?!_)|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w)|</?(?:u|details|summary)>|\[\^\w{1,20}\](?!:)"
)
"""Marks that show nothing of their own: emphasis, and the number of a footnote. «__ %» is a gap to fill in."""
_FENCES = ("```", "~~~")
_COMMENT = re.compile(r"<!--(.*?)(-->|$)")
_IGNORE = re.compile(
    r"\s*okr\s*:\s*ignore\s+(?P<codes>[A-Za-z]{3}\d\d(?:\s*,\s*[A-Za-z]{3}\d\d)*)\s*"
    r"(?:(?:because|fordi|av\s+di|ettersom|siden|sidan|since)\b|[:–—-])?\s*(?P<reason>.*?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ASKS_TO_IGNORE = re.compile(r"\s*okr\s*:", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}")
_RULED_OFF = "-=_* \t"


class SetLines:
    """The lines of a text that say something, and the comments that ask for findings to be ignored.

    Attributes:
        raw: Every line as it stands in the file.
        plain: Whether no character has to be folded and no mark is escaped.
        commented: Whether it may have comments.
        ignores: What comments ask for, known when the lines have been read.
        refused: The lines of comments that ask for it without a code or a reason.
    """

    def __init__(self, text: str) -> None:
        """Look at ``text``, its line breaks being line feeds."""
        self.raw = text.split("\n")
        usual = _USUAL.fullmatch(text) or not _FOLDED.search(text)
        self.plain = bool(usual) and "\\" not in text and (text.isascii() or unicodedata.is_normalized("NFC", text))
        self.commented = "<!--" in text
        self.ignores: list[Ignore] = []
        self.refused: list[int] = []
        self._pending: list[Ignore] = []

    def __iter__(self) -> Iterator[SetLine]:
        """Go through the lines; what stands in a code fence or a comment is left out."""
        fenced = False
        apart = True
        last = len(self.raw)
        for number, text, origins in self._uncommented():
            opening = _OPENING.match(text)
            if not text or opening is None:
                apart = True
                continue
            start = opening.end()
            if text.startswith(_FENCES, opening.end(_INDENT)):
                fenced = not fenced
            elif not fenced:
                spaces, hashes, bar, mark = opening.groups("")
                level, is_row = len(hashes), bar != ""
                if not (hashes or bar or mark):
                    is_row = "\t" in text[start:]
                    if not is_row and number < last and self.raw[number][:1] in _UNDERLINES:
                        level = self._underlined(number, text)
                if is_row or text[start:].strip(_RULED_OFF):
                    if self._pending:
                        self._settle_ignores(number)
                    indent = _indent(spaces, mark) if spaces or mark else 0
                    yield SetLine(number, text, start, indent, level, origins, apart, mark, is_row)
            apart = False

    def _underlined(self, number: int, text: str) -> int:
        """The level of a heading whose next line is a row of «=» or «-»; 0 if it is none."""
        level = _UNDERLINES[self.raw[number][0]]
        ruled = len(self.raw[number]) > level and not self.raw[number].strip(" =" if level == 1 else " -")
        return level if ruled and len(text) < _LONGEST_UNDERLINED and not text.endswith((".", "|")) else 0

    def next_filled(self, number: int) -> str:
        """The next line after line ``number`` that is not empty, as it stands; nothing at the end."""
        return next((self.raw[at] for at in range(number, len(self.raw)) if self.raw[at].strip()), "")

    def _uncommented(self) -> Iterator[tuple[int, str, tuple[int, ...] | None]]:
        """Number, folded text and origins of each line, without comments and white space at its end."""
        if self.plain and not self.commented:
            return ((number, raw.rstrip(), None) for number, raw in enumerate(self.raw, 1))
        return self._folded_and_uncommented()

    def _folded_and_uncommented(self) -> Iterator[tuple[int, str, tuple[int, ...] | None]]:
        commented = False
        # A comment that is never closed is the rest of its line: it must not hide the rest of the set.
        last_end = next((at for at in range(len(self.raw), 0, -1) if "-->" in self.raw[at - 1]), 0)
        for number, raw in enumerate(self.raw, 1):
            text, origins = (raw, None) if self.plain else _folded(raw)
            if commented:
                commented = "-->" not in text
            elif "<!--" not in text:
                yield number, text.rstrip(), origins
            else:
                commented = number < last_end and "-->" not in text[text.rindex("<!--") :]
                if text := self._without_comments(text, number):
                    yield number, text, origins

    def _without_comments(self, text: str, number: int) -> str:
        """``text`` with its comments blanked out; nothing if it holds nothing else."""
        for found in _COMMENT.finditer(text):
            if asked := _IGNORE.match(found[1]):
                if _SAYS_SOMETHING.search(asked["reason"]):
                    for code in asked["codes"].upper().split(","):
                        self._pending.append(Ignore(code.strip(), asked["reason"], number, number))
                else:
                    self.refused.append(number)
            elif _ASKS_TO_IGNORE.match(found[1]):
                self.refused.append(number)
        left = _COMMENT.sub(lambda found: " " * len(found[0]), text).rstrip()
        if left.strip():
            self._settle_ignores(number)
        return left

    def _settle_ignores(self, number: int) -> None:
        """What has been asked for so far is asked of line ``number``."""
        self.ignores += [pending._replace(line=number) for pending in self._pending]
        self._pending = []


def words_of(raw: str) -> tuple[str, int, str]:
    """The list mark of a line as it stands in the file, how far it is moved in, and its words."""
    opening = _OPENING.match(raw)
    if opening is None:
        return "", 0, raw
    mark = opening[_ITEM] or ""
    return mark, _indent(opening[_INDENT], mark), raw[opening.end() :].rstrip()


@lru_cache(maxsize=256)
def _indent(spaces: str, mark: str) -> int:
    """How far a line is moved in, the numbers of an outline counted along; kept, for the lines of a set are alike."""
    indent = len(spaces.expandtabs(_TAB_WIDTH)) if "\t" in spaces else len(spaces)
    deeper = mark.rstrip(". \t").count(".") + (
        mark[:1].isdigit() and not mark.isdecimal() and any(map(str.isalpha, mark))
    )
    return indent + _SET_IN * deeper


def _folded(raw: str) -> tuple[str, tuple[int, ...] | None]:
    """``raw`` composed, without invisible characters, and escaped marks hidden, so that only true marks are seen."""
    folded = fold_line(raw, 0, len(raw))
    if "\\" in raw:
        folded = hide_escaped(folded)
    return folded.text, folded.starts if folded.text != raw else None
