"""Reading a set of OKRs from Markdown or plain text, as people write it, and remembering where each line stood."""

from __future__ import annotations

import re

from assistant.formats.labels import Label, Labelled, bare_label, read_label, section_label
from assistant.formats.set_builder import SetBuilder
from assistant.formats.set_details import DETAILS, details_in, fields_of, is_phrase, take, target_start
from assistant.formats.set_lines import ITEM_MARK, SetLine, SetLines
from assistant.formats.set_parts import Place, ReadSet
from assistant.formats.set_result import read_set_of
from assistant.formats.set_rows import TableReader, read_labelled_cells
from assistant.formats.set_tables import Table, joins_for
from assistant.formats.set_titles import is_greeting, names_a_set
from assistant.formats.set_unlabelled import Unlabelled
from assistant.formats.set_wrapped import Wrapping

__all__ = ["Place", "ReadSet", "read_set_markdown"]

_OBJECTIVE, _KEY_RESULT, _WHY, _END = Label.OBJECTIVE, Label.KEY_RESULT, Label.WHY, Label.END
"""Asked for of every line, and so by names of their own: Python 3.11 looks a member of a class up slowly."""
_NUMBER = re.compile(r"\d{1,2}[.)][ \t]+")
_HEADING_NUMBER = re.compile(r"\d{1,2}[ \t]+(?=[A-ZÆØÅ])")
_BOLD_NUMBER = re.compile(r"\*\*(?:\d{1,2}[.)][ \t]+)?|\d{1,2}[ \t]+")
_IN_BRACKETS = re.compile(r"[*_]{0,2}[(\[]([^()\[\]]*:[^()\[\]]*)[)\]][*_]{0,2}\.?$")
"""«(Eier: Kari Moen)» on a line of its own."""
_HEAD = Labelled(Label.TITLE, 0)
_LONGEST_LABEL = 60
"""Characters; a longer line is no label that stands alone."""
_SECTIONS = frozenset(
    (Label.KEY_RESULTS, Label.INITIATIVES, Label.FOLLOW_UP, Label.INVOLVED, Label.OTHER, Label.WHY, Label.SOURCE)
)
_SECTIONS_AND_OWNER = _SECTIONS | {Label.OWNER}
_OPEN = _SECTIONS_AND_OWNER | {Label.OBJECTIVE, Label.KEY_RESULT}
"""What a label with nothing behind it may open."""
_OF_OBJECTIVE = frozenset((Label.OWNER, Label.WHY, Label.SOURCE))
_RESULTS_OR_WORK = frozenset((Label.INITIATIVES, Label.KEY_RESULTS))
_MAY_BE_DETAILS = DETAILS | {Label.OBJECTIVE}
_SET_LEVEL = 2
"""Headings of this level and above speak of the whole set."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = SetLines(text)
        self.builder = SetBuilder()
        self.unlabelled = Unlabelled(self.lines, self.builder)
        self.tables = TableReader(self.lines, self.builder, self.unlabelled)
        self.wrapping = Wrapping(self.lines)
        self.joins: dict[Label, str] | None = None

    def read(self) -> ReadSet:
        builder = self.builder
        for line in self.lines:
            builder.apart = line.apart
            if self.tables.goes_on(line):
                continue
            if line.level:
                self._heading(line)
            elif line.mark:
                self._item(line)
            elif not self.tables.opens(line):
                self._plain(line)
            if builder.mode is _END:
                break
        self.tables.let_go()
        return read_set_of(builder, self.lines, self._join)

    def _join(self, label: Label) -> str:
        """The word that joins a start, a goal or a date to a key result."""
        if self.joins is None:
            self.joins = joins_for("\n".join(self.lines.raw))
        return self.joins[label]

    # --- kinds of line -------------------------------------------------------------------------------------------------

    def _heading(self, line: SetLine) -> None:
        builder = self.builder
        text = line.text[line.start :].rstrip("# ")
        end = line.start + len(text)
        of_the_set = line.level <= _SET_LEVEL or not builder.objectives
        label = bare_label(text)
        numbered = _NUMBER.match(text) or _HEADING_NUMBER.match(text)
        start = numbered.end() if numbered else 0
        labelled = read_label(text[start:])
        if label is not None and label in _SECTIONS_AND_OWNER:
            builder.open_section(label, of_the_set=of_the_set)
        elif labelled is not None:
            self._labelled(labelled, line, line.place(line.start + start + labelled.start, end))
        elif builder.mode is _OBJECTIVE:
            builder.objective(line.place(line.start, end))
        elif self.unlabelled.is_result_heading(line, text):
            outlined = ITEM_MARK.match(text)
            builder.key_result(line.place(line.start + (outlined.end() if outlined else 0), end), heading=True)
        elif builder.mode is _KEY_RESULT:
            builder.key_result(line.place(line.start, end), heading=True)
        elif not builder.objectives and (names_a_set(text) or (builder.title is None and line.level == 1)):
            builder.head(line.place(line.start, end))
        elif numbered or not (self.unlabelled.labels_objectives or self.unlabelled.heads_the_sets_fields(line)):
            builder.objective(line.place(line.start + start, end))
            self.unlabelled.level = line.level
        else:
            section = _section_of(text)
            builder.open_section(section if section in _SECTIONS_AND_OWNER else Label.OTHER, of_the_set=of_the_set)
            if builder.mode is Label.OTHER:
                builder.head(line.place(line.start, end))

    def _item(self, line: SetLine) -> None:
        labelled = read_label(line.text[line.start :])
        builder = self.builder
        if labelled is not None and not (labelled.weak and builder.mode is Label.INITIATIVES):
            at = line.start + labelled.start
            if at < len(line.text) or labelled.label in _OPEN:
                self._labelled(labelled, line, line.place(at))
            else:
                builder.unread.append(line.number)
        elif len(line.text) < _LONGEST_LABEL and bare_label(line.text[line.start :]) in _SECTIONS_AND_OWNER:
            builder.open_section(bare_label(line.text[line.start :]), indent=line.indent)
        elif line.numbered and self.wrapping.goes_on(line):
            self.wrapping.extend(line, line.start - len(line.mark))
        elif builder.mode is _OBJECTIVE or self.unlabelled.opens_objective(line):
            self.wrapping.follow(builder.objective(line.place(line.start), line.indent), line)
        elif self._is_phrase(line):
            self.wrapping.follow(builder.latest, line)
            self.wrapping.extend(line)
        else:
            results = builder.latest
            builder.item(line.place(line.start), line.indent)
            if builder.latest is not results:
                self.wrapping.follow(builder.latest, line)

    def _plain(self, line: SetLine) -> None:
        text = line.text
        start = line.start
        builder = self.builder
        if len(text) < _LONGEST_LABEL and not line.is_row and self._opens_section(text[start:]):
            return
        bracketed = _IN_BRACKETS.match(text, start)
        first, last = bracketed.span(1) if bracketed else (start, None)
        labelled = read_label(text[first:last])
        if labelled is not None:
            self._labelled(labelled, line, line.place(first + labelled.start, last))
        elif (line.is_row or " | " in text) and self._is_labelled_row(line):
            pass
        elif self.wrapping.goes_on(line):
            self.wrapping.extend(line)
        elif self._is_phrase(line):
            self.wrapping.follow(builder.latest, line)
            self.wrapping.extend(line)
        elif not builder.objectives and builder.mode in {None, Label.OTHER} and self._is_of_the_top(line):
            pass
        elif self.unlabelled.is_bold_objective(line) or self.unlabelled.heads_an_outline(line):
            numbered = _BOLD_NUMBER.match(text, start)
            self.wrapping.follow(builder.objective(line.place(numbered.end() if numbered else start)), line)
        elif self.unlabelled.heads_a_list(line):
            self.wrapping.follow(builder.objective(line.place(start), bare=True), line)
        else:
            builder.loose(line.place(start), line.indent)

    def _is_labelled_row(self, line: SetLine) -> bool:
        """Read a line whose cells are a label and its words: «Eier | Kari Moen»."""
        table = Table(line, "\t" if "\t" in line.text else "|", ())
        return read_labelled_cells(table.pieces([line]), None, self.builder)

    def _is_of_the_top(self, line: SetLine) -> bool:
        """Read a line above the objectives: a greeting, the title, or fields that stand side by side below it."""
        builder = self.builder
        place = line.place(line.start)
        fields = fields_of(_HEAD, place)
        if builder.title is None and builder.mode is None and is_greeting(place.text):
            builder.unread.append(line.number)
        elif len(fields) > 1:
            for said, part in fields:
                builder.labelled(said, part)  # «April–juni 2026 · Sponsor: Eva Lie»
        elif builder.title is None and builder.mode is None:
            builder.title = place
        else:
            return False
        return True

    def _opens_section(self, words: str) -> bool:
        """Whether a line consists of a label alone, and what follows is about it."""
        label = bare_label(words)
        if label is None and words.rstrip("* _").endswith(":"):
            label = section_label(words)
        if label is None or not (label is _END or label in _SECTIONS_AND_OWNER or words.rstrip("* _").endswith(":")):
            return False
        self.builder.open_section(label, of_the_set=not self.builder.objectives)
        return True

    # --- labelled lines ---------------------------------------------------------------------------------------------

    def _labelled(self, labelled: Labelled, line: SetLine, place: Place) -> None:
        builder = self.builder
        label = labelled.label
        if self._reads_details(labelled, line):
            return
        if label is _OBJECTIVE and place.text:
            self.wrapping.follow(builder.objective(place, line.indent if line.mark else -1), line, labelled)
        elif label is _KEY_RESULT and place.text:
            self.wrapping.follow(builder.key_result(place, line.indent, heading=line.level > 0), line, labelled)
        elif not place.text:
            of_the_set = 0 < line.level <= _SET_LEVEL
            indent = line.indent if line.mark else -1
            builder.open_section(label, of_the_set=of_the_set or not builder.objectives, indent=indent)
            if label is _OBJECTIVE:
                builder.pending = line.place(line.start)
        elif len(fields := fields_of(labelled, place)) > 1:
            for said, part in fields:
                builder.labelled(said, part, line.indent)
        else:
            builder.labelled(label, place, line.indent)
            if label is _WHY:
                self.wrapping.follow(builder.current, line, reason=True)

    def _reads_details(self, labelled: Labelled, line: SetLine) -> bool:
        """Whether a line says more than one thing of the key result above it, or its goal: «Nå: 4 / Mål: 9»."""
        made = self.builder.latest
        label = labelled.label
        if made is None or line.level or label not in _MAY_BE_DETAILS:
            return False
        below = line.indent > made.indent
        if label is not Label.OBJECTIVE and not (below or made.heading or label in {Label.BASELINE, Label.TARGET}):
            return False
        words = line.place(line.start)
        start = target_start(words.text, below=below) if label is _OBJECTIVE else 0
        if start is None:
            return False
        said = details_in(words)
        if len(said) > 1:
            taken = [take(made, item.label, item.place) for item in said]
            return all(taken)
        return label is _OBJECTIVE and take(made, Label.TARGET, words.part(start))

    def _is_phrase(self, line: SetLine) -> bool:
        """Whether an item below a key result goes on with its wording: «fra 45 % til 60 %»."""
        made = self.builder.latest
        below = made is not None and (line.indent > made.indent or (made.heading and not line.apart))
        return below and is_phrase(line.text[line.start :])


def _section_of(heading: str) -> Label:
    """The section a heading opens by its first words («Tiltak i våren», «Key results for the fleet»)."""
    words = heading.replace(",", " ").split()
    return bare_label(" ".join(words[:1])) or bare_label(" ".join(words[:2])) or Label.OTHER


def read_set_markdown(text: str) -> ReadSet:
    """Read a set of OKRs from Markdown or plain text.

    Args:
        text: The file's text.

    Returns:
        The set and the places of its lines. A text without any objective gives a set without objectives.
    """
    return _Reader(text.replace("\r\n", "\n").replace("\r", "\n")).read()
