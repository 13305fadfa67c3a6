"""Lines without a label: which of them are objectives, by their marks and by what stands below."""

from __future__ import annotations

import re
from functools import cached_property
from unicodedata import normalize

from assistant.formats.labels import Label, read_label
from assistant.formats.set_builder import SetBuilder
from assistant.formats.set_details import target_start
from assistant.formats.set_lines import SetLine, SetLines, words_of
from assistant.formats.set_titles import names_a_set

_LONGEST = 120
"""Characters; a longer line is no objective unless it says so."""
_OF_THE_SET = frozenset(
    (Label.INVOLVED, Label.SPONSOR, Label.AMBASSADOR, Label.FOLLOW_UP, Label.SET_OWNER, Label.PERIOD)
)
_BARE_NUMBER = re.compile(r"(\d{1,2})[ \t]+(?=[A-ZÆØÅ])")
_VALUES = re.compile(r"\d.*(?:→|->|\d)")
_RESULTS_OR_WORK = frozenset((Label.INITIATIVES, Label.KEY_RESULTS))
_RESULTS = frozenset((Label.KEY_RESULT, Label.KEY_RESULTS))
_OF_OBJECTIVE = frozenset((Label.OWNER, Label.WHY, Label.SOURCE))


class Unlabelled:
    """What the lines of a set tell that have no label.

    Attributes:
        level: The level of the latest heading that is an objective without a label; 0 if none is.
    """

    def __init__(self, lines: SetLines, builder: SetBuilder) -> None:
        """Look at ``lines`` beside what has been read so far."""
        self.lines = lines
        self.builder = builder
        self.level = 0

    @cached_property
    def labels_objectives(self) -> bool:
        """Whether the set says which of its lines are objectives («Mål 1: …»); other lines are then none."""
        return any(_labels_an_objective(words_of(normalize("NFC", text))[2]) for text in self.lines.raw)

    def opens_objective(self, line: SetLine) -> bool:
        """Whether a list item holds the objective, and what stands below it the key results."""
        builder = self.builder
        current = builder.current
        if builder.mode in _RESULTS_OR_WORK and line.indent >= builder.mode_indent:
            return False
        if current is not None and (line.indent != current.indent or current.indent < 0):
            return False
        mark, indent, words = words_of(self.lines.next_filled(line.number))
        deeper = indent > line.indent
        label = read_label(words)
        if (mark and deeper) or (label is not None and label.label in _RESULTS):
            return True
        if not line.numbered:
            return False
        if deeper and label is not None and label.label in _OF_OBJECTIVE:
            return True
        return bool(mark) and not mark[0].isdigit() and not self.labels_objectives

    def is_bold_objective(self, line: SetLine) -> bool:
        """Whether a bold line on its own is an objective: where no line is labelled as one, nor names the set."""
        text = line.text
        if not (text.startswith("**", line.start) and text.endswith("**")) or self.builder.mode is Label.KEY_RESULTS:
            return False
        return not self.labels_objectives and (bool(self.builder.objectives) or not names_a_set(text))

    def heads_an_outline(self, line: SetLine) -> bool:
        """Whether a line begins with a bare number that the next line's goes on from: «1 Ro», «1.1 Klager …»."""
        found = _BARE_NUMBER.match(line.text, line.start)
        if found is None or self.labels_objectives:
            return False
        return words_of(self.lines.next_filled(line.number))[0].startswith(f"{found[1]}.")

    def heads_a_list(self, line: SetLine) -> bool:
        """Whether a line without marks is an objective: a list follows, and no other line says that it is one."""
        current = self.builder.current
        if self.builder.mode is not None or not line.apart or len(line.text) > _LONGEST:
            return False
        if line.text.endswith((".", ":", ",", "!", "?")) or not (current is None or current.bare):
            return False
        mark, _, _ = words_of(self.lines.next_filled(line.number))
        return bool(mark) and not names_a_set(line.text) and not self.labels_objectives

    def is_result_heading(self, line: SetLine, text: str) -> bool:
        """Whether a heading below one that is an objective is a key result: «### 1.1 Klager fra 9 til 3»."""
        return (
            bool(self.level)
            and line.level > self.level
            and bool(self.builder.objectives)
            and _VALUES.search(text) is not None
        )

    def heads_the_sets_fields(self, line: SetLine) -> bool:
        """Whether a heading stands over what is said of the set («Rammer», and then «- Sponsor: …»)."""
        if not self.builder.objectives:
            return False
        below = read_label(words_of(self.lines.next_filled(line.number))[2])
        return below is not None and below.label in _OF_THE_SET

    def heads_no_table(self, line: SetLine) -> bool:
        """Whether a line pasted from a spreadsheet may be an objective and its first key result."""
        if self.builder.objectives or self.labels_objectives or names_a_set(line.text):
            return False
        first_cell = line.text[line.start :].partition("\t")[0].strip()
        return read_label(f"{first_cell}: ") is None


def _labels_an_objective(words: str) -> bool:
    """Whether a line is labelled as an objective, and not a goal («Mål: 60 %») or a label alone («Mål»)."""
    labelled = read_label(words)
    if labelled is None or labelled.label is not Label.OBJECTIVE or target_start(words, below=False) is not None:
        return False
    return bool(words[labelled.start :].strip("*_ ")) or any(char.isdigit() for char in words)
