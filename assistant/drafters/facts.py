"""What the brief says the figures are today: table rows and sentences, and where they contradict each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.brief import Brief, Statement
from assistant.language.line import Line
from assistant.language.numbers import Measure, Role
from assistant.okr import Language

_TODAY = re.compile(
    r"\b(?:i dag|nå|no|dagens|status|baseline|utgangspunkt|today|current|now|actual|resultat|siste|latest|last|nivå|20\d\d)\b",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\b(?:mål|måltal|måltall|målverdi|ambisjon|target|goal|ønsket|ønskt)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:frist|innen|innan|deadline|due|by|when|når|dato|date)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:kilde|kjelde|datakilde|datakjelde|source|måles i|målt i)\b", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:ansvar\w*|eier|eigar|owner|responsible)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ASIDE = re.compile(r"\([^)]*\)")
_COMMON = frozenset(
    (
        "andel andelen del delen antall antallet talet tal prosent fra frå til innen innan skal blant alle vår våre som med for "
        "og den det per share number percent from the and with for our among who that are is was were var er har blir ble vil ved "
        "snitt gjennomsnittlig gjennomsnittleg gjennomsnitt median average mean time årlig årleg annual "
        "hos etter hvor kor nye mer meir ned opp dag ligger ligg igjen annet nivå"
    ).split()
)


_FROM = frozenset(("fra", "frå", "from", "mot", "against"))


def key_words(text: str) -> frozenset[str]:
    """The beginnings of a metric's telling words, for comparing metrics that are worded differently."""
    return frozenset(word[:6] for word in _WORD.findall(_ASIDE.sub(" ", text).lower()) if word not in _COMMON)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set of words the two share, from 0 to 1."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


@dataclass(frozen=True, slots=True)
class Fact:
    """A value the brief gives for a metric.

    Attributes:
        name: The metric's words.
        words: Its telling words.
        measure: The value.
        text: The value as written.
        quote: The words it stands in.
        statement: The statement it stands in.
        year: The year it is said to be of, if one is said.
        data_source: Where it is read, if the row says.
    """

    name: str
    words: frozenset[str]
    measure: Measure
    text: str
    quote: str
    statement: Statement
    year: int | None = None
    data_source: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row read by its column headings; any cell but the name may be missing."""

    statement: Statement
    name: str
    today: Line | None = None
    goal: Line | None = None
    by: Line | None = None
    data_source: str | None = None
    owner: str | None = None
    year: int | None = None


def read_row(statement: Statement, language: Language, year: int | None) -> Row | None:
    """Read a table row as a metric, or return ``None`` when it has no name or no value."""
    cells = [(heading, value) for heading, value in statement.cells if value]
    if len(cells) < 2:
        return None
    picked: dict[str, str] = {}
    years: dict[int, str] = {}
    for heading, value in cells[1:]:
        kind = _column(heading)
        if kind == "today" and (found := _YEAR.search(heading)):
            years[int(found[1])] = value
        elif kind is not None:
            picked.setdefault(kind, value)
    of_year = None
    if years and "today" not in picked:
        of_year = max(years)
        picked["today"] = years[of_year]
    lines = {kind: Line(picked[kind], language, year) for kind in ("today", "goal", "by") if kind in picked}
    if not any(lines[kind].measures for kind in ("today", "goal") if kind in lines):
        return None
    return Row(
        statement,
        cells[0][1],
        lines.get("today"),
        lines.get("goal"),
        lines.get("by"),
        picked.get("source"),
        picked.get("owner"),
        of_year,
    )


def _column(heading: str) -> str | None:
    if _GOAL.search(heading):
        return "goal"
    for kind, pattern in (("source", _SOURCE), ("owner", _OWNER), ("by", _BY), ("today", _TODAY)):
        if pattern.search(heading):
            return kind
    return None


_SAYS = re.compile(
    r"^(?P<name>.{3,90}?)\s+(?:er|var|ligger\s+på|ligg\s+på|lå\s+på|ligger|utgjør|utgjer|is|was|stands\s+at|står\s+på|har\s+vært|ble|vart|endte\s+på|enda\s+på|(?:har|er)\s+(?:falt|sunket|økt|steget|gått\s+\w+|auka|falle|kommet|komne?)\s+til|nådde|utgjorde|har|made|makes|reached|(?:has\s+)?(?:slipped|fallen|risen|grown|climbed|fell|rose|grew)\s+to)\s+(?:i\s+dag\s+|nå\s+|no\s+|i\s+snitt\s+|på\s+|at\s+|currently\s+|now\s+|about\s+|rundt\s+|om\s+lag\s+)*$",
    re.IGNORECASE,
)


def read_facts(brief: Brief, language: Language, year: int | None) -> list[Fact]:
    """The values the brief gives for today, from its tables and sentences; nothing excluded or addressed elsewhere."""
    facts: list[Fact] = []
    for statement in brief.of("strategy", "metrics"):
        if statement.excluded or statement.addressed:
            continue
        if statement.cells:
            row = read_row(statement, language, year)
            if row is not None and row.today is not None and row.today.measures:
                facts.append(
                    _fact(row.name, row.today.measures[0], row.today.text, statement, row.year, row.data_source)
                )
        else:
            facts.extend(_said(statement, language, year))
    return facts


def _said(statement: Statement, language: Language, year: int | None) -> list[Fact]:
    """«X er N», «X var N i 2025» and values said to be of today, also beside a goal."""
    line = Line(statement.text.rstrip(" ."), language, year)
    found: list[Fact] = []
    of_year = _YEAR.search(statement.text)
    for measure in line.measures:
        before = line.text[: measure.start]
        named = _SAYS.match(before)
        if named is not None:
            name = re.split(r",\s+|:\s+", named["name"])[-1]
            found.append(_fact(name, measure, line.text, statement, int(of_year[1]) if of_year else None, None))
        elif _WE_HAD.search(before) and measure.unit is not None:
            found.append(_fact(measure.unit, measure, line.text, statement, int(of_year[1]) if of_year else None, None))
        elif measure.role is Role.LEVEL and (shared := _OF.match(line.text, measure.end)) and _TELLS.search(line.text):
            found.append(
                _fact(shared["name"], measure, line.text, statement, int(of_year[1]) if of_year else None, None)
            )
        elif statement.field == "metrics" and measure is line.measures[0] and before.strip(" :–-"):
            found.append(_fact(before.strip(" :–-"), measure, line.text, statement, None, None))
        elif (
            measure.role is Role.BASELINE
            and measure.unit is not None
            and line.words[max(0, measure.first - 1)] not in _FROM
        ):
            after = re.split(r"[,.;]", line.text[measure.end :])[0].strip()
            unit = measure.unit if measure.unit[0].isalpha() else ""
            name = f"{unit} {after}".strip() if after else before.strip()
            found.append(_fact(name, measure, line.text, statement, int(of_year[1]) if of_year else None, None))
    return found


_OF = re.compile(
    r"\s*(?:av|of)\s+(?P<name>(?:[^,.;:]|(?<=\d)\.){3,70}?)(?=\s+(?:for|som|opplever|opplevde|who|that|because|fordi|når)\b|[,.;:]|$)",
    re.IGNORECASE,
)
_WE_HAD = re.compile(r"\b(?:vi|me|we)\s+(?:hadde|had|har|have|fikk|fekk|got)\s+$", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:er|var|viste|viser|ble|blei|vart|is|was|were|are|said|showed|agreed|opplever)\b", re.IGNORECASE
)


def _fact(name: str, measure: Measure, text: str, statement: Statement, year: int | None, source: str | None) -> Fact:
    words = key_words(f"{name} {statement.section or ''}" if not name.strip() else name)
    return Fact(
        name.strip(" :"),
        words,
        measure,
        text[measure.start : measure.end],
        statement.text.rstrip(),
        statement,
        year,
        source,
    )


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two values can be compared: one unit, or one of them has none written."""
    return one == other or one is None or other is None or one[:3] == other[:3]
