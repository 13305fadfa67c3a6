"""Telling what a key result is measured by: the reading that the rules on clarity share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbKind
from assistant.language.numbers import Measure, Role
from assistant.rules.directions import opens_with_comparison
from assistant.rules.others import is_decided
from assistant.rules.start_needed import NONE, TIMES, is_share, needs_start, none_or_all
from assistant.rules.starting import THEN, measures_first
from assistant.rules.states import is_cleared, is_closed, is_state_word, is_step_of_grades, is_verified_state

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.okr import KeyResult, Quantity

__all__ = ["THEN", "Measuring", "measures_first", "read_measuring"]


class Measuring(NamedTuple):
    """What a key result is measured by.

    Attributes:
        measured: Whether somebody outside could tell if it was reached.
        lacks_start: Whether it says where to go and not from where, though it should.
        goal: The value to reach as it is written, where there is one.
        span: Where that value, or the words that stand for it, are in the line.
    """

    measured: bool
    lacks_start: bool = False
    goal: str | None = None
    span: tuple[int, int] | None = None


_NOTHING = Measuring(measured=False)
_STATE = Measuring(measured=True)

_FROM = frozenset("fra frå from".split())
_THAN = frozenset("enn than".split())
_ASIDES = frozenset(", ( – —".split())
_CLAUSE_BREAKS = frozenset(", ; ( – — .".split())
_JOINTS = frozenset("og and samt eller or".split())
"""Between two values they name two goals, not a goal and where it stands."""
_LASTING = frozenset("etter after i for over in".split())
_FRACTIONS = frozenset(
    "halvparten halvdelen halvdel firedel firedeler firedelar tredel tredeler tredelar tredjedel tredjedeler tredjedelar fjerdedel fjerdedeler "
    "fjerdedelar femtedel halvparten half third thirds two-thirds quarters three-quarters fifth fifths sixth eighth tenth tenths tidel tideler tidelar tiendedel åttedel sjettedel".split()
)
"""Shares written as words, which are no numbers to the reader of numbers."""
_AGAINST = _FROM | frozenset("mot against".split())
_UP_DOWN = frozenset("opp ned up down".split())
_MAJORITY = frozenset("majority flertall fleirtal".split())
_ORDINALS = frozenset(
    "første fyrste andre annen tredje fjerde femte sjette sjuende syvende åttende niende tiende sjuande åttande niande "
    "tiande first second third fourth fifth sixth seventh eighth ninth tenth".split()
)
_SHARES = frozenset("andel andelen delen share proportion".split())
_OPENING = 3
"""Words that a line says in what it counts: «Øke andelen …», “the share of …”."""
_NAME_WITHIN = 3
"""A name opens the line: «The belt 2»."""


def read_measuring(key_result: KeyResult, line: Line) -> Measuring:
    """What a key result is measured by, from its values where it has them and else from its line."""
    goal = _goal(key_result, line)
    if goal is None and line.change.factor is None:
        return _without_value(key_result, line)
    lacks = not _has_start(key_result, line) and needs_start(goal, line) and measures_first(line) is None
    if isinstance(goal, Measure):
        return Measuring(
            measured=True, lacks_start=lacks, goal=line.text[goal.start : goal.end], span=(goal.start, goal.end)
        )
    return Measuring(measured=True, lacks_start=lacks, goal=None if goal is None else goal.text)


def _goal(key_result: KeyResult, line: Line) -> Measure | Quantity | None:
    """The value to reach, or the size of the change."""
    target = key_result.target
    if target is not None and (target.value is not None or target.text):
        return target
    change = line.change
    goal = change.target
    alone = goal is not None and goal.role is Role.LEVEL and change.baseline is None
    if goal is not None and alone and _belongs_to_metric(goal, key_result, line):
        goal = None
    return goal or change.delta


def _belongs_to_metric(level: Measure, key_result: KeyResult, line: Line) -> bool:
    """«Flere kunder over 70 år», «øke andelen som venter under 10 dager»: the level tells what is counted."""
    if key_result.metric is not None and line.text[level.start : level.end] in key_result.metric:
        return True
    if level.bound is None and 0 < level.first <= _NAME_WITHIN and _is_number_of_a_name(level, line):
        return True
    if level.unit not in TIMES:
        return False
    if not _SHARES.isdisjoint(line.words[:_OPENING]):
        return True  # «andel av kundene som får tilbud innen to dager»: a share is reached in per cent
    if level.first and line.words[level.first - 1] in _LASTING and is_verified_state(line):
        return True  # «går i balanse etter tre år med tap»
    return level.bound is not None and opens_with_comparison(line)


def _is_number_of_a_name(level: Measure, line: Line) -> bool:
    """«Kran 4 sertifisert av DNV», «Belt 2 certified by 29 May»: the number tells which one, the state what of it."""
    before = line.words[level.first - 1]
    if (
        not before[0].isalpha()
        or before in line.lexicon.phrases("prepositions").entries
        or before in NONE[line.language]
    ):
        return False
    unit = level.unit
    if before in line.lexicon.verbs and not (level.first == 1 and unit is not None and is_state_word(unit)):
        return False  # «Løft 5 godkjent» is a lift
    return (unit is None or is_state_word(unit) or unit in line.lexicon.verbs) and is_verified_state(line)


def _is_named(line: Line) -> bool:
    """«Løft 5 godkjent», «Lift 5 approved»: not a comparison, but a name."""
    measures = line.measures
    return bool(measures) and measures[0].first == 1 and _is_number_of_a_name(measures[0], line)


def _has_start(key_result: KeyResult, line: Line) -> bool:
    start = key_result.baseline
    if line.change.baseline is not None or (start is not None and (start.value is not None or bool(start.text))):
        return True
    if not _FRACTIONS.isdisjoint(line.words) and _against_fraction(line):
        return True
    delta, measures = line.change.delta, line.measures
    if delta is not None and delta.first > 1 and measures[0].last < delta.first - 1:
        before = line.words[delta.first - 2 : delta.first]
        if before[0] in _ASIDES and before[1] in _UP_DOWN:
            return True  # «22 % av salget, opp 7 prosentpoeng»
    if len(measures) > 1 and _is_said_again(line):
        return True
    if delta is None or len(measures) == 1 or delta.first == 0 or _THAN.isdisjoint(line.words):
        return False
    # «12 000 lesere, 1 500 flere enn i januar»
    return line.words[delta.first - 1] in _ASIDES and measures[0].last < delta.first


def _is_said_again(line: Line) -> bool:
    """«40 % kommer igjen; før sommeren gjorde 24 % det»: behind a break stands another value of the goal's kind."""
    goal = line.change.target
    if goal is None or goal.unit is None or goal.unit in TIMES:
        return False
    for other in line.measures:
        between = line.words[goal.last + 1 : other.first]
        if other.first > goal.last and other.unit == goal.unit and other.bound is None:
            return not _CLAUSE_BREAKS.isdisjoint(between) and _JOINTS.isdisjoint(between)
    return False


def _is_done(line: Line) -> bool:
    """«Tilsynet har lukket saken», «fylket har fornyet løyvet», «avtalen er forlenget»: the verb that could compare says a state."""
    words = line.words
    return is_closed(words) or is_cleared(words) or is_state_word(words[line.head.last])


def _goes_from_rank_to_rank(words: list[str]) -> bool:
    """«Telefonen tas på tredje ring, mot sjette i dag»."""
    return not _AGAINST.isdisjoint(words) and sum(word in _ORDINALS for word in words) > 1


def _against_fraction(line: Line) -> bool:
    """«Halvparten leser 100 ord, mot en tredel i dag»: the start value is in words, or stands behind a goal in words."""
    words = line.words
    if any(word in _FRACTIONS and not _AGAINST.isdisjoint(words[max(at - 3, 0) : at]) for at, word in enumerate(words)):
        return True
    if "(" not in words:
        return False
    # «Tre av fire kommer med tog (halvparten i 2026)», «Half of them buy (one in five in 2026)»
    aside = words.index("(")
    inside = words[aside:]
    return not _FRACTIONS.isdisjoint(inside) or (
        not _FRACTIONS.isdisjoint(words[:aside])
        and any(it.first > aside and is_share(it.unit or "") for it in line.measures)
    )


def _without_value(key_result: KeyResult, line: Line) -> Measuring:
    """A line without a number: none, all, a grade or a state make it measurable."""
    if is_step_of_grades(line) or _goes_from_rank_to_rank(line.words):
        return _STATE
    if not _FRACTIONS.isdisjoint(line.words) and _MAJORITY.isdisjoint(line.words):
        lacks = _AGAINST.isdisjoint(line.words) and not _has_start(key_result, line)
        return Measuring(measured=True, lacks_start=lacks and measures_first(line) is None)
    if (line.head.first > 1 and _is_done(line)) or is_decided(line) or _is_named(line):
        return _STATE  # «The regulator has lifted the notice»
    if key_result.metric is not None or opens_with_comparison(line) or line.head.kind is VerbKind.VAGUE:
        return _STATE if key_result.metric is None and none_or_all(line) is not None else _NOTHING
    if none_or_all(line) is not None or is_verified_state(line):
        return _STATE
    return _NOTHING
