"""Cutting a pasted document into sections and blocks: headings, paragraphs, bullets and table rows, without the noise."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.language.chats import is_chat, is_stamp, opening_of
from assistant.language.columns import heads_a_table
from assistant.language.folding import Folded, fold_line, fold_lines, line_spans
from assistant.language.headings import BOLD_LEVEL, PLAIN_LEVEL, Heading, read_heading


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a table row.

    Attributes:
        folded: Its text and the way back to the source.
        bullet: Whether it is a list item.
        lead: The line that introduces its list.
        cells: For a table row, (column heading, cell) pairs.
    """

    folded: Folded
    bullet: bool = False
    lead: str | None = None
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Section:
    """What stands under one heading.

    Attributes:
        field: The field of the brief it belongs to.
        title: The heading's words.
        subheading: The leader's own heading, when it is not one of the brief's.
        blocks: Its blocks.
        is_title: Whether the heading is the document's title.
    """

    field: str
    title: str | None = None
    subheading: str | None = None
    blocks: list[Block] = dataclasses.field(default_factory=list)
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its quoted-mail marks.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends.
        text: Its characters, composed and without the invisible ones.
        origins: Where each character of ``text`` stands in the text; ``None`` if they follow on from ``start``.
        heads_a_slide: Whether it is the first line of a slide.
    """

    start: int
    end: int
    text: str
    origins: tuple[int, ...] | None = None
    heads_a_slide: bool = False

    def at(self, offset: int) -> int:
        """Where the character at ``offset`` stands in the text."""
        if self.origins is None:
            return self.start + offset
        return self.origins[offset] if offset < len(self.origins) else self.end


_QUOTE_MARKS = re.compile(r"[ \t]*(?:>[ \t]?)+")
_BULLET = re.compile(
    r"[ \t]*(?:[-*+•–●▪◦‣·→✓][ \t]+|\(?\d{1,2}[.)][ \t]+(?!(?:kvartal|tertial|halvår|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b)|[a-h]\)[ \t]+|\[[ xX]\][ \t]+)(?:\[[ xX]\][ \t]+)?"
)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+\S.{2,70}[^.,;:!?]$|^\d{1,2}\.?\s+[A-ZÆØÅ][^.;!?]{2,60}[^.,;:!?]$")
_LONE_MARK = re.compile(r"[ \t]*(?:[-*+•–●▪◦‣·→✓]|\d{1,2}[.)])[ \t]*$")
_HASHES = re.compile(r"[ \t]*#{1,6}(?:[ \t]+|$)")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_TABLE_RULE = re.compile(r"(?=[^|]*\|)[\s:|-]{2,}+$")
_NOISE = re.compile(
    r"""\s*(?:
        (?:side|page|s\.|p\.|lysark|lysbilde|slide|bilde)\s*\d+(?:\s*(?:av|of|/)\s*\d+)?
        | [-–—|]\s*\d{1,3}\s*[-–—|] | \d{1,3}\s*/\s*\d{1,3}
        | (?:strengt\s+)?(?:konfidensiel[lt]t?|fortrolig|confidential|internt|unntatt\s+offentlighet|u\.off)\b[^.]{0,80}\.?
        | (?:fra|frå|til|sendt|kopi|emne|dato|vedlegg|from|to|sent|cc|subject|date|attachments?):\s.*
        | [-_]{5,}\s*(?:opprinnelig\ melding|original\ message|forwarded\ message|videresendt\ melding).*
        | den\s.{5,80}skrev.{0,80}: | on\s.{5,80}wrote:
        | (?:dokumentnr|saksnr|arkivsak|dok\.?\s?nr|document\ no)\b.{0,80}
        | <!--.*-->
        | (?:©|\(c\)).{0,80}
    )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_SLIDE = re.compile(r"\W*(?:lysark|lysbilde|slide)\s*\d{1,3}\W*", re.IGNORECASE)
_SLIDE_TITLE = re.compile(r"[^\W\d_][^.!?;:|\t]{1,58}[^.!?;:,|\t]")
_SIGN_OFF = re.compile(
    r"\s*(?:mvh|vh|(?:med )?venn?l?e?g helsing|(?:med )?vennlig hilsen|(?:beste|hjertelig|med) helsing|beste hilsen|hilsen|helsing|"
    r"(?:best|kind|warm)(?: regards| wishes)|best|thanks|takk|regards|sincerely|cheers|sent from my .*|sendt fra min .*|--)[ ,.!]*$",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"^[|#]|[.!?:;,]$")
"""A line that no footer is: a table row, a heading, a sentence."""
_GREETING = re.compile(r"\s*(?:hei|heisann|kjære|god morgen|hi|hello|dear)\b[^.]{0,40}[,!.]?\s*$", re.IGNORECASE)


def _lines(text: str) -> list[_Line]:
    return [_line(text, start, end) for start, end in line_spans(text)]


def _line(text: str, start: int, end: int) -> _Line:
    raw = text[start:end]
    if raw.isascii() and raw.isprintable():
        mark = _QUOTE_MARKS.match(raw)
        after = mark.end() if mark else 0
        return _Line(start + after, end, raw[after:])
    folded = fold_line(text, start, end)
    mark = _QUOTE_MARKS.match(folded.text)
    after = mark.end() if mark else 0
    first = folded.starts[after] if after < len(folded.text) else end
    return _Line(first, end, folded.text[after:], folded.starts[after:])


def _after(line: _Line, opening: int) -> _Line:
    """A line without its first characters."""
    origins = line.origins[opening:] if line.origins is not None else None
    return _Line(line.at(opening), line.end, line.text[opening:], origins)


def _without_noise(lines: list[_Line]) -> list[_Line]:
    """Blank the page numbers, footers, mail headers and signatures out."""
    counts: dict[str, int] = {}
    for line in lines:
        key = re.sub(r"\d+", "#", line.text.strip())
        if len(key) > 5:
            counts[key] = counts.get(key, 0) + 1
    kept: list[_Line] = []
    chat = is_chat([line.text for line in lines])
    signing = hidden = fenced = False
    for line in lines:
        plain = line.text.strip()
        fence = plain.startswith(("```", "~~~"))
        fenced ^= fence
        opens = "<!--" in plain and "-->" not in plain
        concealed = hidden or opens or fenced or fence
        hidden = (hidden or opens) and "-->" not in plain
        if _SIGN_OFF.match(plain) and plain:
            signing = True
        elif signing and read_heading(line.text, alone=True):
            signing = False
        footer = counts.get(re.sub(r"\d+", "#", plain), 0) >= 3 and not (
            _BULLET.match(line.text) or _SAYS_MORE.search(plain)
        )
        stamp = chat and is_stamp(plain)
        if chat and not stamp and (opening := opening_of(line.text)):
            kept.append(_Line(line.start, line.start, ""))
            line = _after(line, opening)  # noqa: PLW2901 - the message is what is left of the line
        noise = concealed or signing or footer or stamp or (plain and (_NOISE.match(plain) or _GREETING.match(plain)))
        kept.append(replace(line, end=line.start, text="", origins=None) if noise else line)
    return _with_slides(lines, kept)


def _with_slides(lines: list[_Line], kept: list[_Line]) -> list[_Line]:
    """Mark the titles of slides: the lines right behind «Lysark 3»."""
    titles = {at + 1 for at, line in enumerate(lines) if _SLIDE.fullmatch(line.text)}
    return (
        [
            replace(line, heads_a_slide=at in titles and _SLIDE_TITLE.fullmatch(line.text.strip()) is not None)
            for at, line in enumerate(kept)
        ]
        if titles
        else kept
    )


class _Reader:
    def __init__(self, lines: list[_Line], text: str, *, field_name: str, headings: bool) -> None:
        self.text = text
        self.lines = lines
        self.headings = headings
        self.sections = [Section(field_name)]
        self.level = 0 if headings else 1
        self.numbered = False
        self.open: list[tuple[int, int]] = []
        self.bullet = False
        self.lead: str | None = None
        self.columns: list[str] | None = None
        self.was_blank = True
        self.leaving = False

    def read(self) -> list[Section]:
        for index, line in enumerate(self.lines):
            self._line(index, line)
        self._close()
        return self.sections

    def _line(self, index: int, line: _Line) -> None:
        plain = line.text.strip()
        if not plain or _RULE.match(plain):
            self._blank(plain)
            return
        heading = self._heading(index, line)
        if heading is not None and not self.headings:
            heading = _subheading(heading)
        if heading is not None:
            self._open_section(heading, line)
        elif plain.startswith("|") or (plain.count("|") >= 2 and self.columns is not None):
            self._row(index, line)
        elif self._is_pasted_row(index):
            self._pasted_row(line)
        else:
            self._prose(line)
        self.was_blank = heading is not None

    def _blank(self, plain: str) -> None:
        if self._interrupted():
            return
        self._close()
        self.columns = None
        self.was_blank = True
        if plain:
            self.lead = None

    def _interrupted(self) -> bool:
        """Whether the open paragraph was cut by a page break: its last character is a soft hyphen."""
        return bool(self.open) and self.text[self.open[-1][1] - 1 : self.open[-1][1]] == "\u00ad"

    def _heading(self, index: int, line: _Line) -> Heading | None:
        following = self.lines[index + 1].text.strip() if index + 1 < len(self.lines) else ""
        heading = read_heading(line.text, alone=self.was_blank or not self.open)
        underlined = len(following) >= 3 and (set(following) == {"="} or (set(following) == {"-"} and not self.open))
        if heading is not None:
            return (
                replace(heading, level=_UNDERLINE[following[0]])
                if underlined and heading.level == PLAIN_LEVEL
                else heading
            )
        plain = line.text.strip()
        if line.heads_a_slide:
            return Heading(None, plain, PLAIN_LEVEL)
        if underlined:
            return Heading(None, plain, _UNDERLINE[following[0]])
        if self.was_blank and _NUMBERED.match(plain) and self._reads_as_title(index, plain):
            level = (
                PLAIN_LEVEL + plain.split()[0].strip(".").count(".")
                if self.numbered or "." in plain.split()[0].strip(".")
                else None
            )
            return Heading(None, re.sub(r"^[\d.]+\s+", "", plain), level) if level else None
        if (
            self.was_blank
            and plain.isupper()
            and len(plain) < 80
            and sum(map(str.isalpha, plain)) > 5
            and not any(char in plain for char in "|:;")
        ):
            return Heading(None, plain.capitalize(), PLAIN_LEVEL if self.level else 1)
        return None

    def _reads_as_title(self, index: int, plain: str) -> bool:
        following = self.lines[index + 1].text.strip() if index + 1 < len(self.lines) else ""
        if not following and index + 2 < len(self.lines):
            following = self.lines[index + 2].text.strip()
        return len(plain.split()) <= 8 and bool(following) and not _NUMBERED.match(following)

    def _open_section(self, heading: Heading, line: _Line) -> None:
        self._close()
        self.leaving = False
        self.lead = None
        self.columns = None
        current = self.sections[-1]
        first = len(self.sections) == 1 and not current.blocks and self.level == 0
        if heading.field is not None:
            section = Section(heading.field, heading.title)
            self.level = heading.level
            self.numbered = self.numbered or line.text.strip()[:1].isdigit()
        elif heading.level > self.level and self.level:
            section = Section(current.field, heading.title, subheading=heading.title)
        else:
            section = Section("strategy", heading.title, subheading=heading.title, is_title=first)
            self.level = heading.level
        if section.is_title:
            section.subheading = None
        self.sections.append(section)
        if heading.rest is not None:
            start = line.at(heading.rest)
            end = line.end
            while end > start and self.text[end - 1] in " \t*_":
                end -= 1
            self.open.append((start, end))
            if heading.level >= BOLD_LEVEL and heading.field in _ONE_LINE:
                self._leave()
            elif heading.level >= BOLD_LEVEL and heading.field in _ONE_PARAGRAPH:
                self.leaving = True

    def _leave(self) -> None:
        """Go on under no heading: a value that stood behind its heading has ended."""
        self._close()
        self.sections.append(Section("strategy"))
        self.leaving = False

    def _row(self, index: int, line: _Line) -> None:
        self._close()
        if _TABLE_RULE.match(line.text):
            return
        cells = [cell.strip(" *_`") for cell in line.text.strip().strip("|").split("|")]
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        if self.columns is None and _TABLE_RULE.match(following):
            self.columns = cells
            return
        names = self.columns or [""] * len(cells)
        self._add_row(line, "|", names, cells)

    def _is_pasted_row(self, index: int) -> bool:
        """Whether a line is a row copied from a spreadsheet: cells with tabs between, and such a line beside it."""
        if "\t" not in self.lines[index].text:
            return False
        beside = (self.lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(self.lines))
        return _has_cells(self.lines[index].text) and any(_has_cells(text) for text in beside)

    def _pasted_row(self, line: _Line) -> None:
        self._close()
        cells = [cell.strip(" *_`") for cell in line.text.split("\t")]
        if self.columns is None and heads_a_table(cells):
            self.columns = cells
            return
        self._add_row(line, "\t", self.columns or [""] * len(cells), cells)

    def _add_row(self, line: _Line, divider: str, names: list[str], cells: list[str]) -> None:
        bars = [at for at in range(line.start, line.end) if self.text[at] == divider]
        edges = [line.start, *[at + 1 for at in bars], line.end + 1]
        segments = [(first, last - 1) for first, last in pairwise(edges) if self.text[first : last - 1].strip()]
        pairs = tuple((names[at] if at < len(names) else "", cell) for at, cell in enumerate(cells))
        folded = fold_lines(self.text, segments)
        if folded.text:
            self.sections[-1].blocks.append(Block(folded, cells=pairs, lead=self.lead))

    def _prose(self, line: _Line) -> None:
        if self.leaving and self.was_blank and not _BULLET.match(line.text):
            self._leave()
        mark = _BULLET.match(line.text) or _LONE_MARK.match(line.text)
        if mark:
            self._close()
            self.bullet = True
            self.open.append((line.at(mark.end()), line.end))
            return
        if hashes := _HASHES.match(line.text):
            self._close()
            self.open.append((line.at(hashes.end()), line.end))
            return
        if self.open and self.bullet and self.was_blank:
            self._close()
        if (
            self.open
            and self.sections[-1].field in _LISTED
            and line.text[:1].isupper()
            and self.open[-1][1] - self.open[-1][0] < 60
        ):
            self._close()
        if self.open and not self.bullet and self.text[self.open[-1][0] : self.open[-1][1]].rstrip().endswith(":"):
            self._close()
        self.open.append((line.start, line.end))

    def _close(self) -> None:
        if not self.open:
            return
        folded = fold_lines(self.text, self.open)
        self.open = []
        bullet, self.bullet = self.bullet, False
        if not folded.text.strip("-*•–— ."):
            return
        if not bullet and folded.text.endswith(":") and len(folded.text) < 200:
            self.lead = folded.text.rstrip(": ")
            if len(folded.text.split()) <= 8:
                return
        elif not bullet:
            self.lead = None
        self.sections[-1].blocks.append(Block(folded, bullet=bullet, lead=self.lead if bullet else None))


def _has_cells(text: str) -> bool:
    """Whether a line has two cells or more with tabs between, and is no item of a list."""
    return "\t" in text.strip() and _BULLET.match(text) is None


def _subheading(heading: Heading) -> Heading | None:
    """In a text that is one field's, marked headings are the leader's own subheadings and plain ones are text."""
    return replace(heading, field=None, level=max(heading.level, 2), rest=None) if heading.level < PLAIN_LEVEL else None


_LISTED = frozenset(("roles", "metrics", "exclusions", "parent_objectives"))
"""Fields whose plain lines are entries of a list."""

_UNDERLINE = {"=": 1, "-": 2}
_ONE_LINE = frozenset(("period", "level", "language", "max_objectives"))
_ONE_PARAGRAPH = frozenset(("organisation", "roles"))
"""Fields whose value, when it stands behind its heading, ends with its line or its paragraph."""


def read_sections(text: str, *, field: str = "strategy", headings: bool = True) -> list[Section]:
    """Cut a document into its sections.

    Args:
        text: The text as it was given.
        field: The field of text that stands under no heading.
        headings: Whether to look for the headings of a brief; not when the text is one field's.

    Returns:
        The sections in reading order, the first for what stands before any heading.
    """
    return _Reader(_without_noise(_lines(text)), text, field_name=field, headings=headings).read()
