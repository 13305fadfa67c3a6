"""The tables of a set of OKRs, with bars, tabs or semicolons: where a row's cells are, and which column says what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.formats.labels import Label, read_label
from assistant.formats.set_columns import columns_of, may_head, names_an_objective
from assistant.language.detect import detect
from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.formats.set_lines import SetLine
    from assistant.formats.set_parts import Place

_RULE = re.compile(r"(?=[^|]*\|)[\s:|-]{2,}+$")
"""The line between a table's head and its rows."""
_FEWEST_COLUMNS = 2
_BLANK = frozenset(("", "-", "–", "—", "n/a", "?", "…", "..."))
_BAR, _TAB = "|", "\t"
_SPACES = "  "
_GAP = re.compile(r" {2,}")
_PASTED = (_TAB, ";", _SPACES, ",")
"""What sets the cells of a paste from a spreadsheet, or of a file saved from one, apart."""
_BREAK = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_GUESSED = (Label.OBJECTIVE, Label.KEY_RESULT)
"""The columns of a paste without a head."""
_FIELDS = frozenset(
    (
        *(Label.OWNER, Label.WHY, Label.DATA_SOURCE, Label.FOLLOW_UP, Label.INVOLVED, Label.SPONSOR),
        *(Label.AMBASSADOR, Label.PERIOD, Label.ORGANISATION, Label.LEVEL, Label.SET_OWNER),
    )
)
_JOINS = {
    Language.NB: {Label.BASELINE: "fra", Label.TARGET: "til", Label.DEADLINE: "innen"},
    Language.NN: {Label.BASELINE: "frå", Label.TARGET: "til", Label.DEADLINE: "innan"},
    Language.EN: {Label.BASELINE: "from", Label.TARGET: "to", Label.DEADLINE: "by"},
}

Row = dict[Label, list["Place"]]
"""The cells of a row by what their columns say, each in its pieces: a cell may hold more than one line."""


def is_rule(text: str) -> bool:
    """Whether a line is the one between a table's head and its rows."""
    return _RULE.match(text.strip()) is not None


def joins_for(text: str) -> dict[Label, str]:
    """The words that join a start, a goal and a date to a key result, in the language of ``text``."""
    return _JOINS[detect(text) or Language.NB]


class Table:
    """A table under reading: what its columns say.

    Attributes:
        mark: What sets its cells apart: a bar, a tab, a semicolon or a comma.
        framed: Whether its rows begin with a bar.
        is_guessed: Whether it has no head.
        columns: What each column says; ``None`` for one that says nothing of an OKR.
        has_heads: Whether objectives stand in rows of their own, over their key results.
    """

    takes_values = frozenset((Label.BASELINE, Label.TARGET, Label.DEADLINE))
    """The columns of what belongs to a key result alone."""

    def __init__(self, head: SetLine, mark: str, columns: Sequence[Label | None] | None = None) -> None:
        """Read the table's head, or take its ``columns`` as given."""
        self.mark = mark
        self.framed = mark == _BAR and head.text.lstrip("> \t").startswith(_BAR)
        self.is_guessed = columns is not None
        self.has_heads = False
        self.columns = (
            list(columns)
            if columns is not None
            else list(columns_of([head.text[first:last] for first, last in self.cells(head)]))
        )

    @property
    def pasted(self) -> bool:
        """Whether it comes from a spreadsheet: empty lines do not end it, and quotes may hold a cell together."""
        return self.mark != _BAR

    @property
    def holds_key_results(self) -> bool:
        """Whether its head speaks of objectives or key results, and of something more."""
        named = [label for label in self.columns if label is not None]
        if self.mark == _BAR and Label.KEY_RESULT in named:
            return True
        return len(named) >= _FEWEST_COLUMNS and not {Label.OBJECTIVE, Label.KEY_RESULT}.isdisjoint(named)

    @property
    def holds_fields(self) -> bool:
        """Whether its head names what is said of an objective or the set: «Eier | Hvorfor | Kilde»."""
        return len(self.columns) >= _FEWEST_COLUMNS and all(label in _FIELDS for label in self.columns)

    def goes_on(self, line: SetLine) -> bool:
        """Whether a line is a row of it."""
        if self.framed:
            return not line.apart and line.text.lstrip("> \t").startswith(_BAR)
        return self.mark in line.text and (self.pasted or not line.apart)

    def headed_anew(self, line: SetLine) -> Table | None:
        """The table that begins with a row of this one: one that says what columns there are."""
        if not may_head(line.text[line.start :]):
            return None
        heads = [pieces[0].text for pieces in self.pieces([line]) if pieces]
        if len(heads) < _FEWEST_COLUMNS or None in columns_of(heads):
            return None
        table = Table(line, self.mark)
        return table if table.holds_key_results else None

    def row(self, cells: Sequence[list[Place]]) -> Row:
        """The cells of a row that say something, by what their column is about."""
        found: Row = {}
        for label, pieces in zip(self.columns, cells, strict=False):
            if label is Label.KEY_RESULT and pieces and label in found:
                found[label] = [*found[label], *pieces]  # «Mål | KR1 | KR2»
            elif label is not None and pieces:
                found.setdefault(label, pieces)  # «Start | I dag | Mål»: the first of them counts
        code = found.pop(Label.CODE, None)
        if code is not None and Label.KEY_RESULT in found and names_an_objective(code[0].text):
            # «O1 | Kundene kommer igjen» above «KR1 | Gjenkjøp | 45 % | 60 %»
            found.setdefault(Label.OBJECTIVE, found.pop(Label.KEY_RESULT))
        elif code is not None and _is_objective(code[0].text):
            found.setdefault(Label.OBJECTIVE, code)
        return found

    def cells(self, line: SetLine, *, quoted: bool = False, whole: bool = True) -> list[tuple[int, int]]:
        """Where each cell of a line begins and ends.

        Args:
            line: The line.
            quoted: Whether it begins inside the quotes of the line above.
            whole: Whether it is a row by itself; a single quotation mark is then a letter like others.
        """
        text = line.text
        if self.mark == _SPACES:
            gaps = [found.span() for found in _GAP.finditer(text, line.start)]
            return list(zip([line.start, *[end for _, end in gaps]], [*[at for at, _ in gaps], len(text)], strict=True))
        counts = self.pasted and not (whole and leaves_a_quote_open(text))
        marks = _marks(text, self.mark, quoted=quoted, quotes=counts)
        if self.framed:
            cells = [(first + 1, last) for first, last in zip(marks, [*marks[1:], len(text)], strict=True)]
            if cells and not text[slice(*cells[-1])].strip():
                cells.pop()  # what follows the last bar is a cell only if it says something
            return cells
        return list(zip([0, *[mark + 1 for mark in marks]], [*marks, len(text)], strict=True))

    def pieces(self, lines: Sequence[SetLine]) -> list[list[Place]]:
        """The cells of a row, each in its pieces."""
        cells: list[list[Place]] = []
        for number, line in enumerate(lines):
            for at, (first, last) in enumerate(self.cells(line, quoted=number > 0, whole=len(lines) == 1)):
                pieces = self._in_cell(line, first, last)
                if at == 0 and number and cells:
                    cells[-1] += pieces  # the cell above goes on
                else:
                    cells.append(pieces)
        return cells

    def _in_cell(self, line: SetLine, first: int, last: int) -> list[Place]:
        """What a cell says on one line: a piece, or several with breaks between."""
        text = line.text
        if self.pasted:
            while first < last and text[first] in ' "':
                first += 1
            while last > first and text[last - 1] in ' "':
                last -= 1
        if text[first:last].strip().lower() in _BLANK:
            return []
        if "<" not in text:
            return [_piece(line, first, last)]
        breaks = [found.span() for found in _BREAK.finditer(text, first, last)]
        starts = [first, *[end for _, end in breaks]]
        ends = [*[start for start, _ in breaks], last]
        return [_piece(line, start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def opened_by(line: SetLine, below: str, *, guess: bool) -> Table | None:
    """The table a line is the head of, or ``None``.

    Args:
        line: The line.
        below: The next line.
        guess: Whether a paste without a head may hold objectives and key results.
    """
    text = line.text
    if text.lstrip("> \t").startswith(_BAR):
        return Table(line, _BAR)
    if _BAR in text and is_rule(below):
        return Table(line, _BAR)
    if may_head(text[line.start :]):
        for mark in _PASTED:
            if mark in text and (table := Table(line, mark)).holds_key_results:
                return table
    if guess and _TAB in text and _TAB in below and text.strip() != text.partition(_TAB)[0]:
        return Table(line, _TAB, _GUESSED)
    return None


def _is_objective(text: str) -> bool:
    """Whether a cell for codes holds an objective, as a head over its key results: «Mål 1: Ro om natta»."""
    labelled = read_label(text)
    return labelled is not None and labelled.label is Label.OBJECTIVE


def leaves_a_quote_open(text: str) -> bool:
    """Whether a cell in quotes goes on in the next line."""
    return text.count('"') % 2 == 1


def _piece(line: SetLine, first: int, last: int) -> Place:
    text = line.text[first:last]
    return line.place(first + len(text) - len(text.lstrip()), first + len(text.rstrip()))


def _marks(text: str, mark: str, *, quoted: bool, quotes: bool) -> list[int]:
    """Where the marks between the cells stand; inside quotes or behind a backslash there are none."""
    if not quotes or '"' not in text:
        return [] if quoted else [at for at, char in enumerate(text) if char == mark and text[at - 1 : at] != "\\"]
    found = []
    for at, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char == mark and not quoted:
            found.append(at)
    return found
