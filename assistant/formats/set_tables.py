"""The tables of a set of OKRs, with bars or tabs: which column says what, and a row's cells put into words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.formats.labels import Label, bare_label
from assistant.language.detect import detect
from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.formats.set_lines import SetLine
    from assistant.formats.set_parts import Place

_RULE = re.compile(r"(?=[^|]*\|)[\s:|-]{2,}+$")
"""The line between a table's head and its rows."""
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_FEWEST_COLUMNS = 2
_BLANK = frozenset(("", "-", "–", "—", "n/a", "?", "…", "..."))
_LABELS = {
    word: label
    for label, words in {
        Label.KEY_RESULT: "nøkkelresultat|nøkkelresultater|nøkkelresultata|key result|key results|resultat|result|results|måleindikator|indikator|indicator|metric|kpi|measure",
        Label.OBJECTIVE: "mål|måla|objective|objectives|hovedmål|hovudmål|okr",
        Label.CODE: "nr|no.|#|kr|krs|o|o/kr|id|kode|code|type|nummer|number",
        Label.BASELINE: "fra|frå|from|nåverdi|noverdi|nåsituasjon|nosituasjon|dagens nivå|dagens verdi|verdi i dag|status nå|status no|no|nivå i dag|current value|startnivå|starting value|utgangsverdi",
        Label.TARGET: "til|to|ønsket verdi|ønskt verdi|mål for perioden|måltal|målsetting|goal|target value|sluttverdi|ved årets slutt|ved årsslutt|ved periodens slutt|ved utgangen av perioden|by year end|at year end|end value|end of period",
        Label.DEADLINE: "innen|innan|by|when|når|due date|dato|date|forfall",
        Label.DATA_SOURCE: "read from|measured by|målt med|måles i|leses av i|lesast av i|datagrunnlag",
    }.items()
    for word in words.split("|")
}  # fmt: skip
"""Heads of columns that are no labels of lines, or mean something else as one."""
_TEXTS = frozenset("tekst text beskrivelse skildring description hva kva what formulering ordlyd wording".split())
_NUMBERED = re.compile(r"(o|m|kr|nr|mål|objective|hovedmål|hovudmål)?\s?\d{0,2}(?:\.\d{1,2})?\.?", re.IGNORECASE)
_OBJECTIVE_CODES = frozenset("o m mål objective hovedmål hovudmål".split())
_PERIOD = re.compile(r"\s*\(?(?:[qkth][1-4])?\s?(?:20\d\d)?\)?$", re.IGNORECASE)
_GOAL_WORDS = frozenset("mål målet goal objective".split())
_JOINS = {
    Language.NB: {Label.BASELINE: "fra", Label.TARGET: "til", Label.DEADLINE: "innen"},
    Language.NN: {Label.BASELINE: "frå", Label.TARGET: "til", Label.DEADLINE: "innan"},
    Language.EN: {Label.BASELINE: "from", Label.TARGET: "to", Label.DEADLINE: "by"},
}


def is_rule(text: str) -> bool:
    """Whether a line is the one between a table's head and its rows."""
    return _RULE.match(text.strip()) is not None


def joins_for(text: str) -> dict[Label, str]:
    """The words that join a start, a goal and a date to a key result, in the language of ``text``."""
    return _JOINS[detect(text) or Language.NB]


class Table:
    """A table under reading: what its columns say.

    Attributes:
        tabbed: Whether tabs set its cells apart, as in a paste from a spreadsheet.
        columns: What each column says; ``None`` for one that says nothing of an OKR.
    """

    def __init__(self, head: SetLine) -> None:
        """Read the table's head."""
        self.tabbed = not head.text.startswith("|", head.indent)
        self.columns = self._columns([head.text[first:last] for first, last in self._cells(head)])

    @property
    def holds_key_results(self) -> bool:
        """Whether its head speaks of objectives or key results, and of something more."""
        named = [label for label in self.columns if label is not None]
        return len(named) >= _FEWEST_COLUMNS and not {Label.OBJECTIVE, Label.KEY_RESULT}.isdisjoint(named)

    def row(self, line: SetLine) -> dict[Label, Place]:
        """The cells of a row that say something, by what their column is about."""
        found: dict[Label, Place] = {}
        for label, (first, last) in zip(self.columns, self._cells(line), strict=False):
            text = line.text[first:last]
            if label is not None and text.strip().lower() not in _BLANK:
                lead = len(text) - len(text.lstrip())
                found[label] = line.place(first + lead, first + len(text.rstrip()))
        code = found.pop(Label.CODE, None)
        if code is not None and Label.KEY_RESULT in found and _names_an_objective(code.text):
            # «O1 | Kundene kommer igjen» above «KR1 | Gjenkjøp | 45 % | 60 %»
            found.setdefault(Label.OBJECTIVE, found.pop(Label.KEY_RESULT))
        return found

    def _cells(self, line: SetLine) -> list[tuple[int, int]]:
        """Where each cell of a row begins and ends; what follows the last bar is a cell only if it says something."""
        if self.tabbed:
            ends = [*[found.start() for found in _TAB.finditer(line.text)], len(line.text)]
            return list(zip([0, *[end + 1 for end in ends[:-1]]], ends, strict=True))
        bars = [found.start() for found in _BAR.finditer(line.text)]
        cells = [(first + 1, last) for first, last in zip(bars, [*bars[1:], len(line.text)], strict=True)]
        if cells and not line.text[slice(*cells[-1])].strip():
            cells.pop()
        return cells

    @staticmethod
    def _columns(heads: list[str]) -> list[Label | None]:
        columns = [_column(head) for head in heads]
        if Label.CODE in columns and Label.KEY_RESULT not in columns:
            code = columns.index(Label.CODE)
            # «Nr | Tekst | Fra | Til», and «KR | Fra | Til»
            text = next((at for at, head in enumerate(heads) if _words(head) in _TEXTS), code)
            columns[text] = Label.KEY_RESULT
        if Label.KEY_RESULT in columns:
            at = columns.index(Label.KEY_RESULT)
            for later in range(at + 1, len(columns)):
                if columns[later] is Label.OBJECTIVE and _words(heads[later]) in _GOAL_WORDS:
                    columns[later] = Label.TARGET  # «Nøkkelresultat | I dag | Mål»
        return columns

    @property
    def owner_is_the_objectives(self) -> bool:
        """Whether the column of owners stands between the objective and its key results."""
        columns = self.columns
        if not {Label.OBJECTIVE, Label.OWNER, Label.KEY_RESULT} <= set(columns):
            return False
        return columns.index(Label.OBJECTIVE) < columns.index(Label.OWNER) < columns.index(Label.KEY_RESULT)


def _names_an_objective(code: str) -> bool:
    """Whether a code is that of an objective: «O1», «Mål 2»."""
    found = _NUMBERED.fullmatch(code.strip(" *_:"))
    return found is not None and (found[1] or "").lower() in _OBJECTIVE_CODES


def _words(head: str) -> str:
    """A column's head in lower case, without marks and the period it may name."""
    words = " ".join(head.replace("*", " ").replace("_", " ").strip(" :").lower().split())
    return _PERIOD.sub("", words) or words


def _column(head: str) -> Label | None:
    """What the cells below a column's head say."""
    words = _words(head)
    label = _LABELS.get(words) or bare_label(words)
    return Label.DATA_SOURCE if label is Label.SOURCE else label
