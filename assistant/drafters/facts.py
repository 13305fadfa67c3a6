"""What the brief says the figures are today: table rows and sentences, and where they contradict each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from assistant.brief import Brief, Statement
from assistant.drafters import wording
from assistant.drafters.patterns import people
from assistant.drafters.rows import read_row
from assistant.drafters.todays import name_of_today, without_time
from assistant.language.line import Line
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Language

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
        loose: Whether only what follows the sentence can be about it: its name is a guess.
    """

    name: str
    words: frozenset[str]
    measure: Measure
    text: str
    quote: str
    statement: Statement
    year: int | None = None
    data_source: str | None = None
    loose: bool = False


_SAYS = re.compile(
    r"^(?P<name>.{3,90}?)\s+(?:er|var|ligger\s+på|ligg\s+på|lå\s+på|låg\s+på|ligger|utgjør|utgjer|is|was|are|were|(?:stands|stood|runs|ran|sits|sat)\s+at|averaged|står\s+på|har\s+vært|ble|vart|endte\s+på"
    r"|enda\s+på|(?:har|er)\s+(?:falt|sunket|økt|steget|gått\s+\w+|auka|falle|kommet|komne?)\s+til|nådde|utgjorde|har|made|makes|reached"
    r"|(?:has\s+)?(?:slipped|fallen|risen|grown|climbed|fell|rose|grew)\s+to)"
    r"\s+(?:i\s+dag\s+|nå\s+|no\s+|i\s+snitt\s+|på\s+|at\s+|currently\s+|now\s+|about\s+|rundt\s+|om\s+lag\s+)*$",
    re.IGNORECASE,
)
"""What stands before a value that «X is N» gives, with the name of X."""

_MOVED = re.compile(
    r"^(?P<name>.{3,90}?)\s+(?:(?:har|er|has|have)\s+)?(?:økt|auka|auke|økte|falt|falle|sunket|søkke|gått\s+\w+|gikk\s+\w+|steget|stige|vokst|vakse|risen|rose"
    r"|fallen|fell|grown|grew|dropped|increased|decreased|gone\s+\w+|went\s+\w+)\s+(?:fra|frå|from)\s",
    re.IGNORECASE,
)
"""«Fraværet har økt fra 5,1 % til 6,9 %»: where a change that has happened ended is where things are."""

_OF = re.compile(
    r"\s*(?:av|of)\s+(?P<name>(?:[^,.;:]|(?<=\d)\.){3,70}?)(?=\s+(?:for|som|opplever|opplevde|who|that|because|fordi|når)\b|[,;:]|(?<!\d)\.|$)",
    re.IGNORECASE,
)
_WE_HAD = re.compile(
    r"\b(?:(?:vi|me|we)\s+(?:hadde|had|har|have|fikk|fekk|got)|(?:har|hadde|fikk|fekk)\s+(?:vi|me))\s+$", re.IGNORECASE
)
_TELLS = re.compile(
    r"\b(?:er|var|viste|viser|ble|blei|vart|is|was|were|are|said|showed|agreed|opplever)\b", re.IGNORECASE
)
_OF_A_YEAR = re.compile(r"\s+(?:i|in|for)\s+20\d\d$")
_GOALS = frozenset("goal target aim mål målet målsetting målsettingen målsetjinga".split())
"""«The goal is 201 %» is no fact about today."""
_FROM = frozenset(("fra", "frå", "from", "mot", "against"))


def read_facts(brief: Brief, language: Language, year: int | None) -> list[Fact]:
    """The values the brief gives for today, from its tables and sentences; nothing excluded or addressed elsewhere."""
    facts: list[Fact] = []
    for statement in brief.of("strategy", "metrics"):
        if statement.excluded or statement.addressed:
            continue
        if not statement.cells:
            facts.extend(_said(statement, language, year))
            continue
        row = read_row(statement, language, year)
        if row is not None and row.today is not None and row.today.measures:
            fact = _fact(row.name, row.today.measures[0], row.today.text, statement)
            facts.append(replace(fact, year=row.year, data_source=row.data_source))
    return facts


def _said(statement: Statement, language: Language, year: int | None) -> list[Fact]:
    """«X er N», «X var N i 2025» and values said to be of today, also beside a goal."""
    line = Line(statement.text.rstrip(" ."), language, year)
    of_year = _YEAR.search(statement.text)
    year_of = int(of_year[1]) if of_year else None
    facts: list[Fact] = []
    for measure in line.measures:
        named = _name(line, measure, statement)
        whole = "" if named is not None and named.stays else _phrase(line, measure)
        said = whole or (named.text if named is not None else "")
        if said and said.lower().split()[-1] not in _GOALS:
            fact = _fact(said, measure, line.text, statement)
            facts.append(replace(fact, year=year_of, loose=named is None))
    return facts


class _Name(NamedTuple):
    """What a value is the value of, and whether the sentence says so itself («X er N») and not just its words."""

    text: str
    stays: bool


def _phrase(line: Line, measure: Measure) -> str:
    """The whole phrase that a sentence of today names its value by, if it does."""
    moves = measure.role in {Role.TARGET, Role.DELTA} or line.words[max(0, measure.first - 1)] in _FROM
    return "" if moves else name_of_today(line, measure)


_REACH = 200
"""Characters on either side of a value that may say what it is of: a bound, for sentences that never end."""


def _name(line: Line, measure: Measure, statement: Statement) -> _Name | None:
    """What a value of a sentence is said to be the value of; ``None`` if it is no fact about today by itself."""
    near = line.text[max(0, measure.start - _REACH) : measure.end + _REACH]
    before = line.text[max(0, measure.start - _REACH) : measure.start]
    moved = _MOVED.match(line.text) if measure is line.change.target else None
    if (said := (_SAYS.match(before) if measure.start <= _REACH else None) or moved) is not None:
        name = re.split(r",\s+|[:;]\s+", said["name"])[-1]
        if without_time(name):
            return _Name(name, stays=True)
    if _WE_HAD.search(before) and measure.unit is not None:
        return _Name(_counted(line, measure), stays=False)
    if measure.role is Role.LEVEL and (shared := _OF.match(line.text, measure.end)) and _TELLS.search(near):
        return _Name(_share(line, measure, shared), stays=False)
    if statement.field == "metrics" and measure is line.measures[0] and before.strip(" :–-"):
        return _Name(before.strip(" :–-"), stays=True)
    is_start = measure.role is Role.BASELINE and line.words[max(0, measure.first - 1)] not in _FROM
    if is_start and measure.unit is not None:
        after = re.split(r"[,.;]", line.text[measure.end :])[0].strip()
        unit = measure.unit if measure.unit[0].isalpha() else ""
        name = f"{unit} {after}".strip() if after else before.strip()
        return _Name(name, stays=False) if name else None
    return None


_WHO_DO = re.compile(r"\s+(?:(?:som|who|that)\s+)?(?P<does>(?:[^\s,;:(]+\s?){2,14})")
_FOLLOWS = re.compile(r"\s+(?:som|opplever|who|that)\b")


def _share(line: Line, measure: Measure, shared: re.Match[str]) -> str:
    """«14 % av elevene opplever å bli krenket»: the share of the pupils who do; of a count, just what is counted."""
    who = shared["name"]
    if measure.unit != PERCENT and not (measure.unit or "").startswith(("av ", "of ")):
        return who
    if _FOLLOWS.match(line.text, shared.end()) and (found := _WHO_DO.match(line.text, shared.end())) is not None:
        text = wording.SHARE_WHO if people(line.language).search(who) else wording.SHARE_THAT
        return text.in_language(line.language).format(who=who, does=found["does"].strip())
    return wording.SHARE_OF.in_language(line.language).format(who=who)


def _counted(line: Line, measure: Measure) -> str:
    """«Vi har 23 aktive frivillige»: the words after the number."""
    words = re.sub(r"^\D*[\d., \u00a0\u202f\u2009]+", "", line.text[measure.start : measure.end]).strip()
    after = re.match(r"\s+(?!(?:i|in|på|at|på|on|for)\b)[^\W\d_]+", line.text[measure.end :])
    return words if " " in words or after is None else f"{words}{after[0]}"


def _fact(name: str, measure: Measure, text: str, statement: Statement) -> Fact:
    words = key_words(f"{name} {statement.section or ''}" if not name.strip() else name)
    written = text[measure.start : measure.end]
    return Fact(_OF_A_YEAR.sub("", name.strip(" :")), words, measure, written, statement.text.rstrip(), statement)


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two values can be compared: one unit, or one of them has none written."""
    return one == other or one is None or other is None or one[:3] == other[:3]
