"""The tables of a set of OKRs: which column says what, and a row's cells put into words."""

from __future__ import annotations

import re

from assistant.formats.labels import Label, bare_label
from assistant.language.detect import detect
from assistant.okr import Language

TABLE_RULE = re.compile(r"(?=[^|]*\|)[\s:|-]{2,}+$")
"""The line between a table's head and its rows."""

_BAR = re.compile(r"(?<!\\)\|")
_COLUMNS = {
    "nøkkelresultat": Label.KEY_RESULT, "key result": Label.KEY_RESULT, "kr": Label.KEY_RESULT, "nr": Label.KEY_RESULT,
    "nøkkelresultater": Label.KEY_RESULT, "key results": Label.KEY_RESULT, "resultat": Label.KEY_RESULT,
    "mål": Label.OBJECTIVE, "objective": Label.OBJECTIVE, "hovedmål": Label.OBJECTIVE, "hovudmål": Label.OBJECTIVE,
    "fra": Label.BASELINE, "frå": Label.BASELINE, "from": Label.BASELINE, "til": Label.TARGET, "to": Label.TARGET,
}  # fmt: skip
_WORDS = {
    Language.NB: {Label.BASELINE: "fra", Label.TARGET: "til", Label.DEADLINE: "innen"},
    Language.NN: {Label.BASELINE: "frå", Label.TARGET: "til", Label.DEADLINE: "innan"},
    Language.EN: {Label.BASELINE: "from", Label.TARGET: "to", Label.DEADLINE: "by"},
}


def cell_spans(line: str) -> list[tuple[int, int]]:
    """Where each cell of a row begins and ends; what follows the last bar is a cell only if it says something."""
    bars = [found.start() for found in _BAR.finditer(line)]
    cells = [(first + 1, last) for first, last in zip(bars, [*bars[1:], len(line)], strict=True)]
    if cells and not line[slice(*cells[-1])].strip():
        cells.pop()
    return cells


def column_label(text: str) -> Label | None:
    """What the cells below a column's head say."""
    words = " ".join(text.strip(" *_:").lower().split())
    label = _COLUMNS.get(words) or bare_label(words)
    return Label.DATA_SOURCE if label is Label.SOURCE else label


def words_for(text: str) -> dict[Label, str]:
    """The words that join a start, a goal and a date to a key result, in the language of ``text``."""
    return _WORDS[detect(text) or Language.NB]
