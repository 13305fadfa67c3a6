"""Reading the rows of a set's tables: objectives, key results, and who owns what."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.formats.labels import Label, bare_label, read_label
from assistant.formats.set_builder import OF_THE_SET, SetBuilder
from assistant.formats.set_columns import number_of
from assistant.formats.set_details import DETAILS, take
from assistant.formats.set_lines import ITEM_MARK, SetLine, SetLines
from assistant.formats.set_parts import JOINED, ObjectiveRead, Place
from assistant.formats.set_tables import Row, Table, is_rule, leaves_a_quote_open, opened_by
from assistant.formats.set_unlabelled import Unlabelled

_MOST_LINES = 20
"""How many lines quotes may hold together."""
_OF_OBJECTIVE = (Label.WHY, Label.INITIATIVES, Label.SOURCE)
_IN_CELLS = DETAILS | {Label.OBJECTIVE, Label.KEY_RESULT, Label.WHY}
"""The labels that may stand inside a cell."""
_IN_ROWS = OF_THE_SET | {
    *(Label.FOLLOW_UP, Label.OWNER, Label.SET_OWNER, Label.WHY, Label.SOURCE, Label.INITIATIVES, Label.OBJECTIVE)
}
"""The labels a row among key results may have."""
_OF_OWN = frozenset((Label.OBJECTIVE, Label.CODE))
"""The columns that name objectives."""
_LABEL_AND_WORDS = 2
_LISTS = frozenset((Label.KEY_RESULTS, Label.INITIATIVES))


class TableReader:
    """Reads the tables of a set, row by row.

    Attributes:
        table: The table under reading.
        held: The lines of a row whose quotes are still open.
    """

    def __init__(self, lines: SetLines, builder: SetBuilder, unlabelled: Unlabelled) -> None:
        """Read tables among ``lines`` into ``builder``."""
        self.lines = lines
        self.builder = builder
        self.unlabelled = unlabelled
        self.table: Table | None = None
        self.held: list[SetLine] = []

    def goes_on(self, line: SetLine) -> bool:
        """Read a line as a row of the table under reading; whether it is one."""
        if self.table is None or not (self.held or self.table.goes_on(line)):
            self.table = None
            return False
        self._row(line, self.table)
        return True

    def opens(self, line: SetLine) -> bool:
        """Whether a table begins with a line, which has then been read."""
        text = line.text
        listed = "," in text and ", " not in text
        if not line.is_row and not listed and "|" not in text and ";" not in text and "  " not in text[line.start :]:
            return False
        below = self.lines.raw[line.number] if line.number < len(self.lines.raw) else ""
        table = opened_by(line, below, guess="\t" in text and self.unlabelled.heads_no_table(line))
        self.table = table
        if table is not None and (table.is_guessed or not (table.holds_key_results or table.holds_fields)):
            self._row(line, table)
        return table is not None

    def let_go(self) -> None:
        """Read the lines that are held each as a row of its own: the quote is never closed."""
        for line in self.held:
            if self.table is not None:
                read_row([line], self.table, self.builder)
        self.held = []

    def _row(self, line: SetLine, table: Table) -> None:
        """A row; if it leaves a quote open, it is held until that is closed."""
        toggles = table.pasted and leaves_a_quote_open(line.text)
        if not self.held and not (toggles and f'{table.mark}"' in line.text):
            if (head := table.headed_anew(line)) is not None:
                self.table = head
            else:
                read_row([line], table, self.builder)
            return
        self.held.append(line)
        if toggles and len(self.held) > 1:
            read_row(self.held, table, self.builder)
            self.held = []
        elif len(self.held) > _MOST_LINES:
            self.let_go()


def read_row(lines: Sequence[SetLine], table: Table, builder: SetBuilder) -> None:
    """Read a row of a table; in quotes, it may go over several lines."""
    if is_rule(lines[0].text):
        return
    cells = table.pieces(lines)
    if table.holds_fields:
        for label, pieces in table.row(cells).items():
            of_objective = label is Label.DATA_SOURCE and builder.latest is None
            builder.labelled(Label.SOURCE if of_objective else label, joined_pieces(pieces, ", "))
    elif not table.holds_key_results:
        if not read_labelled_cells(cells, None, builder):
            builder.unread.append(lines[0].number)
    elif not read_labelled_cells(cells, table, builder):
        _read_results(cells, lines, table, builder)


def _read_results(cells: list[list[Place]], lines: Sequence[SetLine], table: Table, builder: SetBuilder) -> None:
    """Read a row of a table of key results: one or more of them, or their objective."""
    row = table.row(cells)
    results = row.pop(Label.KEY_RESULT, [])
    objective = row.get(Label.OBJECTIVE, [])
    if (
        not objective
        and results
        and (_words_of(results[0])[0] is Label.OBJECTIVE or _is_over_results(row, results, lines[0], table, builder))
    ):
        objective, results = results, []
    if objective:
        _objective_of_row(row, objective, len(results), builder)
    elif not results:
        builder.unread += [line.number for line in lines]
    for number, piece in enumerate(results):
        label, place = _words_of(piece)
        if label in DETAILS and builder.latest is not None:
            take(builder.latest, label, place)
        else:
            _result_of_row(row, place, number, len(results), builder)
    builder.open_section(None)


def _is_over_results(row: Row, pieces: list[Place], line: SetLine, table: Table, builder: SetBuilder) -> bool:
    """Whether a row in the column of key results, without values of its own, is the objective of those below it."""
    if table.takes_values.isdisjoint(table.columns) or not table.takes_values.isdisjoint(row):
        return False
    current = builder.current
    bold = line.text.startswith("**", pieces[0].column - 3) and current is not None and bool(current.key_results)
    table.has_heads |= current is None or bold
    return table.has_heads


def _objective_of_row(row: Row, pieces: list[Place], results: int, builder: SetBuilder) -> None:
    """What a row says of its objective: its reason, the work, and its owner where the column says it is its."""
    said = [_words_of(piece) for piece in pieces]
    named = [words for label, words in said if label in {None, Label.OBJECTIVE} and words.text]
    place = joined_pieces(named or pieces[:1], " ")
    current = builder.current
    if current is None or current.place.text != place.text:
        current = builder.known_objective(place) or builder.objective(place)
    for label, words in said:
        if words.text and (label in _OF_OBJECTIVE or label is Label.OWNER):
            builder.labelled(label, words)
    for label in _OF_OBJECTIVE:
        _said_of_objective(label, row.get(label, []), current)
    owner = row.get(Label.OBJECTIVE_OWNER)
    if not owner and (not results or (results > 1 and len(row.get(Label.OWNER, [])) == 1)):
        owner = row.pop(Label.OWNER, None)
    if owner:
        of_objective = joined_pieces(owner, ", ")
        current.owner, current.owner_place = of_objective.text, of_objective


def _said_of_objective(label: Label, pieces: list[Place], current: ObjectiveRead) -> None:
    for place in pieces:
        if label is Label.INITIATIVES:
            current.initiatives += [part.strip() for part in place.text.split(";") if part.strip()]
        elif label is Label.SOURCE:
            current.sources.append(place.text)
        elif current.why != place.text:
            current.why = f"{current.why} {place.text}" if current.why else place.text


def _result_of_row(row: Row, place: Place, number: int, results: int, builder: SetBuilder) -> None:
    """A key result of a row; a cell with as many pieces as there are key results has one for each."""
    made = builder.key_result(place)
    if made is None:
        return
    for label in (*JOINED, Label.OWNER, Label.DATA_SOURCE, Label.AMBITION):
        if pieces := row.get(label):
            each = results > 1 and len(pieces) == results
            take(made, label, pieces[number] if each else joined_pieces(pieces, ", "))


def _words_of(piece: Place) -> tuple[Label | None, Place]:
    """What the label of a piece of a cell says, if it has one, and the words behind it and its list mark."""
    mark = ITEM_MARK.match(piece.text)
    start = mark.end() if mark else 0
    labelled = read_label(piece.text[start:])
    if labelled is not None and labelled.label in _IN_CELLS:
        return labelled.label, piece.part(start + labelled.start)
    return None, piece.part(start) if start else piece


def joined_pieces(pieces: Sequence[Place], mark: str) -> Place:
    """The pieces of a cell as one."""
    first, *others = pieces
    return first.followed_by(mark, *others) if others else first


def read_labelled_cells(cells: Sequence[list[Place]], table: Table | None, builder: SetBuilder) -> bool:
    """Read a row whose first cell is a label («KR1», «Eier») and the next its words; whether it is one.

    Args:
        cells: The row's cells.
        table: The table of key results it stands in, if it does; such a row says something of the objective above it
            or of the set, and nothing else.
        builder: What it is read into.
    """
    filled = [pieces for pieces in cells if pieces]
    if filled and not cells[0] and builder.mode in _LISTS and table is None:
        _items(filled, builder)
        return True
    if not filled or (table is not None and len(filled) > _LABEL_AND_WORDS):
        return False
    first = filled[0][0]
    alone = len(filled) == 1
    name = first.text if alone else first.text.rstrip(":")
    labelled = read_label(name if alone else f"{name}: ")
    if labelled is None or labelled.label is Label.END or (labelled.start >= len(name)) is alone:
        return False
    label = Label.KEY_RESULTS if bare_label(name) is Label.KEY_RESULTS else labelled.label
    if table is not None and (label not in _IN_ROWS or (label is Label.OBJECTIVE and table.columns[0] in _OF_OWN)):
        return False
    words = [first.part(labelled.start)] if alone else [piece for pieces in filled[1:] for piece in pieces]
    if label is Label.KEY_RESULTS:
        builder.open_section(label)
        _items(filled[1:] or [words], builder)
    elif label is Label.INITIATIVES:
        builder.labelled(label, joined_pieces([_words_of(piece)[1] for piece in words], "; "))
    elif label is Label.OBJECTIVE:
        builder.objective(joined_pieces(words, " "))
    elif label is Label.KEY_RESULT:
        builder.key_result(joined_pieces(words, " "))
    else:
        builder.labelled(label, joined_pieces(words, ", "))
    return True


def _items(cells: Sequence[list[Place]], builder: SetBuilder) -> None:
    """Each piece of a row of labels as an item of its section, but for the numbers of items."""
    for piece in (piece for pieces in cells for piece in pieces):
        if number_of(piece.text) is None or len(cells) == 1:
            builder.item(_words_of(piece)[1], 0)
