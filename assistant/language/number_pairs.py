"""Telling the start from the goal by where two values stand: «41 i fjor vinter, høyst 15 til neste», «23 dager; målet er 10»."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.language.number_cues import cues_of
from assistant.language.number_roles import BASELINE, LEVEL, TARGET

if TYPE_CHECKING:
    from assistant.language.numbers import Measure
    from assistant.language.tokens import Tokens

_GOAL_NOUNS = frozenset("mål målet target goal".split())
_UP_DOWN = frozenset("opp ned up down".split())
_LED_TO = _UP_DOWN | frozenset("bli become be".split())
_BREAKS = frozenset(", ; . / – — (".split())
_DUE = frozenset("skal må bør shall must should is are".split())
_LONGEST_STEP = 5
"""Words from the break to the goal: «41 i T1, ned til under 15»."""
_STOPS = frozenset(", ; . / – —".split())
_TIMES = frozenset(
    "vinter vinteren vår våren sommer sommeren sommar sommaren høst høsten haust hausten winter spring summer autumn "
    "fall fjor jul jula julen påske påska påsken pinse pinsa pinsen ferie ferien feriane fellesferien christmas easter "
    "january february march april may june july august september october november december januar februar mars mai juni "
    "juli oktober november desember t1 t2 t3 q1 q2 q3 q4 h1 h2 k1 k2 k3 k4 år året year season sesong sesongen term "
    "termin quarter kvartal tertial halvår half month måned månad week uke veke snitt gjennomsnitt average mean today "
    "dag now nå no nu".split()
)
"""What a value of the past is dated by, as the last word of its clause."""
_SEASONS = (
    "sesong", "sesongen", "ferie", "ferien", "vinter", "vinteren", "sommer", "sommar", "våren", "høsten", "hausten", "halvår",
    "halvåret", "tertialet", "kvartalet", "helga", "helgen", "helgene", "season", "quarter",
)  # fmt: skip
"""Last parts of such words: «sommersesongen»."""
_AVERAGES = frozenset("snitt gjennomsnitt average mean".split())
_DEADLINES = frozenset("innen innan by før before til until within senest seinast neste next".split())
_AFTERWARDS = frozenset("så deretter dernest dinest then later siden sidan seinare senere".split())
_LEADS = _AFTERWARDS | frozenset(
    "høyst høgst maks maksimalt minst at most least no more than not over under below above max maximum ned opp down up "
    "to til skal målet er is goal target mål : og and fewer less i this year år about om lag ca ~ up".split()
)
"""Words that may stand between the break and the goal."""
_ONWARD = frozenset("by innen innan i in til fra frå from this next neste ved før before".split())
_LONGEST_LEAD = 4
_LONGEST_ASIDE = 6
"""Words from the bracket to the value of «(snitt siste tre år: 6,5)»."""
_INTRODUCED = frozenset(": ,".split())
_WITHIN = frozenset("within innen innan".split())
_NONE = frozenset("ingen inga inkje null none zero nil".split())
_OF = frozenset(("av", "of"))
_YEAR_DIGITS = 4


def without_those_of_the_metric(tokens: Tokens, measures: list[Measure]) -> list[Measure]:
    """The measures but those that stand before the colon: «Avbestillinger senere enn 12 timer før vakt: 70 i april».

    A start value or a goal before the colon is kept, and so is all if nothing is measured behind it. Nor is the whole
    that a line opens with a value: «Av 130 ungdommer sluttet 39 i fjor».
    """
    words = tokens.padded
    if words[0] in _OF and measures[0].first == 1:
        measures = measures[1:]
    if ":" not in words:
        return measures
    depth = 0
    for at, word in enumerate(words):
        depth += (word == "(") - (word == ")")
        if word != ":" or depth:
            continue
        behind = [measure for measure in measures if measure.first > at]
        if not behind or len(behind) == len(measures):
            continue
        ahead = measures[: -len(behind)]
        both = any(it.role is BASELINE for it in behind) and len(behind) > 1  # «solgt til under 30: 2 100, mot 1 200»
        if any(it.role is not LEVEL and not (both and it.bound is not None) for it in ahead):
            continue
        in_brackets = "(" in words[at : behind[0].first]
        if not in_brackets or words[at + 1] in _NONE:
            return behind  # in brackets stands the start value of what is before the colon, or of «none»
    return measures


def start_before_goal(tokens: Tokens, measures: list[Measure], target: Measure) -> Measure | None:
    """«De venter i snitt 23 dager; målet er 10», «41 i T1, ned til 15»: the level before the goal is the start value."""
    moves = cues_of(tokens.language).changes
    for measure in measures:
        is_before = measure.last < target.first and measure.role is LEVEL and target.unit in {measure.unit, None}
        if not is_before:
            continue
        between = tokens.words[measure.last + 1 : target.first]
        if not _GOAL_NOUNS.isdisjoint(between):
            return measure
        if measure.bound is None and not _LED_TO.isdisjoint(between) and not _DUE.isdisjoint(between):
            return measure  # «tar 74 dager i snitt og skal ned til 50», «84 kilo som skal bli 60»
        if measure.bound is None and not _BREAKS.isdisjoint(between):
            after = between[next(at for at, word in enumerate(between) if word in _BREAKS) + 1 :]
            if len(after) <= _LONGEST_STEP and not (_UP_DOWN.isdisjoint(after) and moves.isdisjoint(after)):
                return measure
    return None


def goal_and_start_in_brackets(
    tokens: Tokens, measures: list[Measure], target: Measure
) -> tuple[Measure | None, Measure]:
    """The start value in brackets and the goal before it: «explained within five minutes on 9 in 10 trains (6 in 10)»."""
    within = target.first and tokens.words[target.first - 1] in _WITHIN
    others = [it for it in measures if it.first > target.first and it.role is LEVEL] if within else []
    for goal in (target, *others):
        start = _start_in_brackets(tokens, measures, goal)
        if start is not None:
            return start, goal
    return None, target


def _start_in_brackets(tokens: Tokens, measures: list[Measure], target: Measure) -> Measure | None:
    """«7 in 10 are seen in time (spring: 4 in 10)», «82 % (74 %)»: nothing but another value of the same kind."""
    words = tokens.padded
    for measure in measures:
        if measure.first <= target.last or measure.unit not in {target.unit, None} or measure.role is not LEVEL:
            continue
        if measure.bound is not None or measure.value == target.value or words[measure.last + 1] != ")":
            continue
        if "(" not in words[target.last : measure.first]:
            continue
        beside = words.index("(", target.last)
        if measure.unit is None and any(target.last < it.first < beside for it in measures):
            continue  # «15 000 kroner … 900 millioner (mars: 850)»: the bracket is about the value beside it
        if words[measure.first - 1] == "(":
            return measure
        opening = words[max(measure.first - _LONGEST_ASIDE, 0) : measure.first]
        if opening[-1] == ":" and "(" in opening and _GOAL_NOUNS.isdisjoint(opening):
            return measure
    return None


def start_and_goal(tokens: Tokens, measures: list[Measure]) -> tuple[Measure, Measure] | None:
    """Two values of one thing in a row, the first of them dated: «88 % i vinter, 93 % til sommeren», «74, then 90»."""
    for here, after in pairwise(measures):
        if here.role not in {LEVEL, BASELINE} or after.role not in {LEVEL, TARGET} or here.bound is not None:
            continue
        if here.value != after.value and _are_of_one_kind(here, after) and _is_followed(tokens, here, after):
            return here, after
    return None


def _are_of_one_kind(here: Measure, after: Measure) -> bool:
    return here.unit == after.unit or after.unit is None or (here.unit is None and after.unit in _TIMES)


def _is_followed(tokens: Tokens, here: Measure, after: Measure) -> bool:
    """Whether the words between two values put the first of them before the second in time."""
    words = tokens.padded
    between = words[here.last + 1 : after.first]
    stop = next((at for at, word in enumerate(between) if word in _STOPS), None)
    if stop is None:
        return False
    dated, lead = between[:stop], between[stop + 1 :]
    if len(lead) > _LONGEST_LEAD or not _LEADS.issuperset(lead):
        return False
    if dated:
        is_year = len(dated[-1]) == _YEAR_DIGITS and dated[-1].isdecimal()
        if not (is_year or dated[-1] in _TIMES or dated[-1].endswith(_SEASONS)) or not _DEADLINES.isdisjoint(dated):
            return False
        return dated[-1] not in _AVERAGES or words[after.last + 1] in _ONWARD or not _AFTERWARDS.isdisjoint(lead)
    if not _AFTERWARDS.isdisjoint(lead):
        return True
    # «Svartid, dager: 6 / 2»
    is_last = after.last + 1 >= len(tokens.words) or words[after.last + 1] in _DEADLINES
    return between == ["/"] and words[here.first - 1] in _INTRODUCED and is_last


def later_value(measures: list[Measure], baseline: Measure) -> Measure | None:
    """«31 % i dag / 45 % ved utgangen av året»: of two values with their times, the later one is the goal."""
    for measure in measures:
        if measure.role is BASELINE and measure.first > baseline.last and measure.unit == baseline.unit:
            return measure
    return None
