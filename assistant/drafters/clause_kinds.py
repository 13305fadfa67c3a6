"""Telling what a clause of a strategy is for a draft: a change with values, a priority, work, or background."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.brief import Statement
from assistant.drafters.clause_work import is_work
from assistant.drafters.patterns import patterns
from assistant.drafters.shares import SHARE_OF, read_fraction, read_state_change, zero_goal
from assistant.drafters.told import is_told, looks_back, tells_today
from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.line import Line
from assistant.language.numbers import Measure, Role
from assistant.okr import Language


class ClauseKind(StrEnum):
    """What a clause of a strategy is for a draft."""

    CHANGE = "change"
    PRIORITY = "priority"
    WORK = "work"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Said:
    """Who shall do what in a clause.

    Attributes:
        goal: The words from the verb on.
        subject: Who or what shall, when it is another than «we».
        shall: Whether the clause says that it shall be.
        decided: Whether it is told as what was decided: «vi ble enige om at køen skulle ned».
    """

    goal: str
    subject: str | None
    shall: bool
    decided: bool = False


AIM = re.compile(
    r"\b(?:målet|måltallet|måltalet|ambisjonen|målsettingen|målsetjinga|the\s+(?:goal|target|aim)|our\s+(?:goal|target|aim)|mål|target|goal)"
    r"\s*(?:er|is|:|på|of)",
    re.IGNORECASE,
)
"""Words that say that a goal follows."""

_CONTACT = re.compile(
    r"\b(?:ring|call|mail|e-?post|kontakt|contact|spør|ask|send)\b.{0,30}\b(?:meg|me|oss|us)\b", re.IGNORECASE
)
_FIRST_PERSON = {
    Language.NB: re.compile(r"(?:og\s+|men\s+)?jeg\s", re.IGNORECASE),
    Language.NN: re.compile(r"(?:og\s+|men\s+)?eg\s", re.IGNORECASE),
    Language.EN: re.compile(r"(?:[Aa]nd\s+|[Bb]ut\s+)?I\s(?!want\s+us\b)"),
}
_PAST = re.compile(
    r"\b(?:har\s+(?:\w+\s+)?(?:økt|auka|falt|falle|sunket|søkke|gått|vokst|vakse|steget|stige|redusert|kuttet|kutta|hatt|levert)"
    r"|økte|auka\s+frå|falt|gikk|gjekk|slaktet|hadde|var|vart|ble|blei|siden|sidan|since"
    r"|er\s+(?:sunket|økt|redusert|vokst|falt|steget|auka|gått|søkt|sokke)"
    r"|(?:has|have)\s+(?:\w+\s+)?(?:risen|fallen|grown|dropped|increased|decreased|been|gone)|rose|fell|grew|was|were|had)\b",
    re.IGNORECASE,
)


def kind_of(statement: Statement, line: Line, said: Said) -> ClauseKind:
    """What a clause is.

    Args:
        statement: The statement it stands in.
        line: Its words.
        said: Who shall do what.
    """
    goal = Line(said.goal, line.language, line.year) if said.goal != line.text else line
    wants = said.subject is not None and patterns(line.language).we_want.match(statement.text) is not None
    told = is_told(line, statement.text, decided=said.decided) or (not said.shall and _is_no_plan(statement, line))
    personal = _FIRST_PERSON[line.language].match(line.text) and said.subject is None and not wants
    if told or personal or _CONTACT.search(line.text):
        return ClauseKind.BACKGROUND
    aims = said.shall or AIM.search(line.text) is not None or _is_headline(line)
    opens = _opens_as_goal(line)
    # A bullet names a goal in note form, but «68 % av dem bor fortsatt trygt» in one tells what is.
    notes = statement.bullet and not is_finite(line)
    if is_work(line, goal, said.subject, said=aims or opens or notes, ours=said.shall and said.subject is None):
        return ClauseKind.WORK
    tells = _PAST.search(line.text) is not None and not aims
    only_today = statement.field == "metrics" and not said.shall and not _moves_on(line) and line.change.delta is None
    if tells or only_today:
        return ClauseKind.BACKGROUND
    valued = goal if said.subject is not None and not SHARE_OF.match(said.subject) else line
    if _sets_a_value(valued, aims=aims or opens or notes) or (aims and zero_goal(valued) is not None):
        return ClauseKind.CHANGE
    if aims or opens or (statement.bullet and _is_direction(line)):
        return ClauseKind.PRIORITY
    return ClauseKind.BACKGROUND


def _is_no_plan(statement: Statement, line: Line) -> bool:
    """Whether a note stands under a heading that tells what has been, or what is today and does not move."""
    return looks_back(statement.section) or (tells_today(statement.section) and not _moves_on(line))


def has_pair(line: Line) -> bool:
    """Whether a line gives both a start value and a goal."""
    return line.change.baseline is not None and line.change.target is not None


def _moves_on(line: Line) -> bool:
    """Whether a figure gives a goal behind its start value; «61 200 (2019: 88 400)» tells what was in brackets."""
    start, goal = line.change.baseline, line.change.target
    return (
        start is not None
        and goal is not None
        and (start.start < goal.start or start.role is not goal.role is Role.TARGET)
    )


_DIRECTIONS = frozenset("ned opp down up under below".split())
_LONGEST_HEADLINE = 12


def _is_headline(line: Line) -> bool:
    """«Svinn av eik ned 25 %», «Ulykker med fravær: 0», «null skader»: a goal in note form."""
    words = line.words
    if not 1 < len(words) <= _LONGEST_HEADLINE or is_finite(line):
        return False
    if zero_goal(line) is not None:
        return True
    return bool(line.measures) and (not _DIRECTIONS.isdisjoint(words) or words[-2] == ":")


def _opens_as_goal(line: Line) -> bool:
    """«Øke …», «Redusere …», «Increase …»: the clause begins with a verb that asks for something.

    English has one form for «build» and «we build»: with a subject before it, the clause tells what is.
    """
    head = line.head
    if line.language is Language.EN and head.first > 0 and line.words[0] in line.lexicon.words("own_subjects"):
        return False
    return head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE} and head.first <= 2


def _is_direction(line: Line) -> bool:
    """A bullet without numbers that names a change: «Færre klager», «Tryggere skoleveier»."""
    words = line.words
    comparatives = line.lexicon.phrases("comparatives")
    return len(words) >= 2 and (any(word in comparatives for word in words[:3]) or line.head.kind is VerbKind.VAGUE)


def _sets_a_value(line: Line, *, aims: bool) -> bool:
    """Whether the clause says where a value is to go: a from-to, a goal, or a change of known size."""
    change = line.change
    if change.baseline is not None and change.target is not None:
        return aims or any(word in {"→", "->"} for word in line.words) or not is_finite(line)
    if not aims:
        return False
    if change.factor is not None or change.delta is not None:
        return True
    if read_state_change(line.text) is not None or read_fraction(line.text) is not None:
        return True
    return change.target is not None and _is_goal_value(line, change.target)


_TELLING = frozenset("er har var ble blei vart hadde is are was were has have had".split())


def is_telling_word(word: str) -> bool:
    """Whether a word is a verb that tells what is or was."""
    return word in _TELLING


def is_finite(line: Line) -> bool:
    """Whether a sentence tells what is or was, rather than naming a change: «har sunket fra 51 til 44»."""
    return line.head.form in {VerbForm.PRESENT, VerbForm.PAST} or any(map(is_telling_word, line.words))


_DETERMINERS = frozenset("de dei the våre our alle all disse these dens hele heile nemlig lag".split())
_BEFORE_A_GOAL = frozenset("ha have nå reach oppnå achieve på at exceed utgjøre utgjere mål : to be".split())


def _is_goal_value(line: Line, target: Measure) -> bool:
    """Whether a lone value is the goal, and not a number that happens to stand in the clause («de fire skipene»)."""
    before = line.words[target.first - 1] if target.first else ""
    if before in _DETERMINERS:
        return False
    if target.role is Role.TARGET or target.bound is not None or target.value == 0:
        return True
    unit = (target.unit or "").lower()
    if unit.startswith(("%", "av ", "of ", "prosentpoeng")) or not target.written:
        return unit == "%" or unit.startswith(("av ", "of "))
    if before in {"er", "is"}:
        return AIM.search(line.text) is not None
    return before in _BEFORE_A_GOAL
