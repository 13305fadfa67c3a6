"""What the columns of a set's tables say, by their heads: «Nøkkelresultat», «Nåverdi (2025)», «Mål T1», «DRI»."""

from __future__ import annotations

import re

from assistant.formats.labels import LABELS, Label, bare_label

_LABELS = {
    word: label
    for label, words in {
        Label.KEY_RESULT: "nøkkelresultat|nøkkelresultater|nøkkelresultata|nøkkelresultatene|key result|key results|resultat|resultater|result|results|måleindikator|måleindikatorer|indikator|indikatorer|indicator|indicators|metric|metrics|kpi|kpi-er|measure|delmål|resultatmål|effektmål|måleparameter|målepunkt",
        Label.OBJECTIVE: "mål|måla|målene|objective|objectives|hovedmål|hovudmål|okr|målsetting|målsetning|goal|goals|overordnet mål|overordna mål",
        Label.CODE: "nr|no.|#|kr|krs|o|o/kr|id|kode|code|type|nummer|number",
        Label.BASELINE: "fra|frå|from|nåverdi|noverdi|nåsituasjon|nosituasjon|dagens nivå|dagens verdi|verdi i dag|status nå|status no|no|nivå i dag|current value|startnivå|starting value|utgangsverdi|nivå nå|as is|today's value",
        Label.TARGET: "til|to|ønsket verdi|ønskt verdi|mål for perioden|måltal|target value|sluttverdi|ved årets slutt|ved årsslutt|ved periodens slutt|ved utgangen av perioden|by year end|at year end|end value|end of period|to be",
        Label.DEADLINE: "innen|innan|by|when|når|due date|dato|date|forfall",
        Label.DATA_SOURCE: "read from|measured by|målt med|måles i|leses av i|lesast av i|datagrunnlag",
        Label.INITIATIVES: "initiatives|tiltak",
        Label.OWNER: "hvem|kven|who",
        Label.OBJECTIVE_OWNER: "måleier|måleigar|objective owner|goal owner|eier av mål|eigar av mål|eier av målet|eigar av målet|målansvarlig|målansvarleg|owner of objective",
    }.items()
    for word in words.split("|")
}  # fmt: skip
"""Heads of columns that are no labels of lines, or mean something else as one."""
_IN_HEADS = {
    word: label
    for label, words in {
        Label.BASELINE: "dag nå no nåværende noverande dagens startverdi utgangspunkt start today now current currently baseline status",
        Label.TARGET: "ønsket ønskt ønska mål målet måltall måltal target goal desired planned",
        Label.DEADLINE: "frist fristen innen innan deadline due",
        Label.OWNER: "eier eigar owner ansvarlig ansvarleg hvem kven who responsible",
        Label.DATA_SOURCE: "kilde kjelde datakilde datakjelde source",
        Label.KEY_RESULT: "nøkkelresultat nøkkelresultater nøkkelresultata kr",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Words that tell what a column says whose head is no label: «Status i dag», «Ønsket nivå», «Delmål (KR)»."""
_NUMBERED_HEADS = frozenset(("kr", "nr", "nøkkelresultat", "key result", "resultat"))
_MOST_WORDS = 5
_TEXTS = frozenset("tekst text beskrivelse skildring description hva kva what formulering ordlyd wording".split())
_OKR_CODES = frozenset(("okr", "ref", "ref.", "mål/kr", "o/kr", "objective/kr", "level", "nivå"))
_MEASURES = frozenset(
    ("måling", "måltype", "metrikk", "parameter", "what we measure", "navn", "namn", "name", "title", "tittel")
)
"""Heads of the wording beside a column of codes."""
_NUMBERED = re.compile(r"(o|m|kr|nr|mål|objective|hovedmål|hovudmål)?\s?\d{0,2}(?:\.\d{1,2})?\.?", re.IGNORECASE)
_OBJECTIVE_CODES = frozenset("o m mål objective hovedmål hovudmål".split())
_PERIOD = re.compile(r"\s*(?:[qkth][1-4])?\s?(?:20\d\d)?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_DATED = re.compile(r"(?:[qkth][1-4]\s?)?(?:[\d.]{0,8}|\w{3,9}\s)20\d\d", re.IGNORECASE)
"""A head that is a time alone: «2025», «Q1 2026», «31.12.2025»."""
_GOAL_WORDS = frozenset("mål målet målsetting målsetning goal objective target".split())
_FIRST_WORD = re.compile(r"[\s*_\"]*([^\s*_\";,|/]*)")
_FIRST_WORDS = frozenset(("", *(words.partition(" ")[0] for words in (*LABELS, *_LABELS, *_IN_HEADS, *_TEXTS))))
_LEADING = frozenset(
    (Label.KEY_RESULT, Label.KEY_RESULTS, Label.OBJECTIVE, Label.OWNER, Label.DEADLINE, Label.BASELINE, Label.TARGET)
)
"""What a head says if its first word does: «Mål ved årsskiftet», «Frist for måling»."""
_OF_A_RESULT = frozenset((Label.BASELINE, Label.TARGET, Label.DEADLINE, Label.OWNER))


def may_head(text: str) -> bool:
    """Whether a table's head may begin with this; asked of many lines, and cheap."""
    found = _FIRST_WORD.match(text)
    return found is not None and found[1].lower() in _FIRST_WORDS


def columns_of(heads: list[str]) -> list[Label | None]:
    """What each column of a table says, by the heads in its first row."""
    words = [_words(head) for head in heads]
    columns = [_column(head) for head in words]
    if (
        Label.KEY_RESULT in columns
        or _codes_results(columns, words)
        or any(head.partition(" ")[0] in _TEXTS for head in words)
    ):
        columns = [label or _by_its_words(head) for label, head in zip(columns, words, strict=True)]
    if words and words[0] in _OKR_CODES and any(head in _TEXTS for head in words[1:]):
        columns[0] = Label.CODE  # «OKR | Tekst | Fra | Til»
    _name_the_text(columns, words)
    if Label.KEY_RESULT in columns:
        at = columns.index(Label.KEY_RESULT)
        for later in range(at + 1, len(columns)):
            if (
                columns[later] in {Label.OBJECTIVE, Label.KEY_RESULT}
                and words[later].partition(" ")[0] in _GOAL_WORDS
                and not (Label.TARGET in columns and _is_an_objective(heads[later], words[later]))
            ):
                columns[later] = Label.TARGET  # «Nøkkelresultat | I dag | Mål»
        _name_the_times(columns, heads, at)
        if Label.OWNER in columns[:at] and Label.OBJECTIVE in columns[: columns.index(Label.OWNER)]:
            columns[columns.index(Label.OWNER)] = Label.OBJECTIVE_OWNER  # «Mål | Eier | Nøkkelresultat | Ansvarlig»
        if at and not words[0] and Label.OBJECTIVE not in columns:
            columns[0] = Label.CODE
    return columns


def _codes_results(columns: list[Label | None], words: list[str]) -> bool:
    """Whether the column of codes is one of key results: «KR»."""
    return Label.CODE in columns and words[columns.index(Label.CODE)].startswith("kr")


def _is_an_objective(head: str, words: str) -> bool:
    """Whether a goal beside another that has the value is the objective: «Måltall | Mål», «Mål (overordnet)»."""
    return "overordn" in head or head.strip(" *_:").lower() == words


def _name_the_text(columns: list[Label | None], words: list[str]) -> None:
    """Find the column of the wording: «Nr | Tekst | Fra | Til», «KR | Fra | Til», «| | Hva | Nå | Mål |»."""
    if Label.KEY_RESULT in columns:
        return
    text = next((at for at, head in enumerate(words) if columns[at] is None and head.partition(" ")[0] in _TEXTS), None)
    if text is None and Label.CODE in columns:
        text = next((at for at, head in enumerate(words) if head in _MEASURES), None)
    if Label.CODE in columns:
        if (
            Label.OBJECTIVE in columns
            and not _codes_results(columns, words)
            and _OF_A_RESULT.isdisjoint({*columns} - {Label.OWNER})
            and text is None
        ):
            return  # «ID | Mål | Eier»
        columns[columns.index(Label.CODE) if text is None else text] = Label.KEY_RESULT
    elif text is not None and not _OF_A_RESULT.isdisjoint(columns):
        columns[text] = Label.KEY_RESULT
        if text and not words[0]:
            columns[0] = Label.CODE


def _name_the_times(columns: list[Label | None], heads: list[str], at: int) -> None:
    """A column headed by a time alone is the start, the last of two the goal: «2025 | Mål 2026», «2025 | 2026»."""
    dated = [
        later
        for later in range(at + 1, len(columns))
        if columns[later] is None and _DATED.fullmatch(heads[later].strip(" *_"))
    ]
    if dated and Label.BASELINE not in columns:
        columns[dated.pop(0)] = Label.BASELINE
    if dated and Label.TARGET not in columns:
        columns[dated[-1]] = Label.TARGET


def number_of(code: str) -> int | None:
    """The number a code has («O2», «Mål 2», «2»), or ``None`` if it is no code."""
    found = _NUMBERED.fullmatch(code.strip(" *_:"))
    digits = "".join(char for char in code if char.isdigit())
    return int(digits) if found is not None and digits and "." not in code.strip(".: ") else None


def names_an_objective(code: str) -> bool:
    """Whether a code is that of an objective: «O1», «Mål 2»."""
    found = _NUMBERED.fullmatch(code.strip(" *_:"))
    return found is not None and (found[1] or "").lower() in _OBJECTIVE_CODES


def _words(head: str) -> str:
    """A column's head in lower case, without marks, brackets and the period it may name."""
    words = " ".join(head.replace("*", " ").replace("_", " ").strip(' :"').lower().split())
    words = _BRACKETS.sub("", words) or words
    return _PERIOD.sub("", words).strip() or words


def _column(words: str) -> Label | None:
    """What the cells below a column's head say."""
    label = _LABELS.get(words) or bare_label(words)
    if label is None and words[-1:].isdigit() and words.rstrip("0123456789. ") in _NUMBERED_HEADS:
        label = Label.KEY_RESULT  # «Mål | KR1 | KR2 | KR3»
    if label is None and "/" in words:
        parts = [known for part in words.split("/") if (known := _column(part.strip())) is not None]
        label = Label.KEY_RESULT if Label.KEY_RESULT in parts else next(iter(parts), None)
    if label is Label.KEY_RESULTS:
        return Label.KEY_RESULT
    return Label.DATA_SOURCE if label is Label.SOURCE else label


def _by_its_words(head: str) -> Label | None:
    """What a head says that is no label itself: by the label it begins with, or the first word that tells."""
    words = head.split()
    if not words or len(words) > _MOST_WORDS or words[0] in _TEXTS:
        return None
    first = _LABELS.get(words[0]) or LABELS.get(words[0])
    known = (_IN_HEADS.get(word) for word in words)
    return first if first in _LEADING else next((label for label in known if label is not None), None)
