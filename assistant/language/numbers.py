"""Reading numbers with their units, and what a line says is to happen to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.factors import read_factor
from assistant.language.number_clocks import read_clock
from assistant.language.number_line import DASHES, Draft, NumberLine, number_words_of, parse_number
from assistant.language.number_masks import measures_nothing
from assistant.language.number_pairs import (
    goal_and_start_in_brackets,
    later_value,
    start_and_goal,
    start_before_goal,
    without_those_of_the_metric,
)
from assistant.language.number_roles import BASELINE, DELTA, LEVEL, TARGET, Role, read_bound, read_role
from assistant.language.number_units import PERCENT, read_unit, share_units
from assistant.language.tokens import ARROWS
from assistant.okr import Bound, Language

if TYPE_CHECKING:
    from assistant.language.dates import DateMention
    from assistant.language.tokens import Tokens

__all__ = ["PERCENT", "Change", "Measure", "Role", "parse_number", "read_change", "read_factor", "read_measures"]


class Measure(NamedTuple):
    """A number a line measures something by; dates, ordinals, standards and the like are none.

    Attributes:
        value: The number as written: «12 MNOK» is 12; «4 timer og 30 minutter» is 4.5.
        unit: ``%``, ``prosentpoeng``, ``mill. kr``, ``dager``, ``av 10`` ...; ``None`` if nothing countable follows.
        start: Where it begins in the line, sign and leading currency included.
        end: Where it ends, unit included.
        bound: Whether it is a floor or a ceiling.
        role: Start value, goal, size of a change, or a level with neither said.
        first: Index of its first word.
        last: Index of its last word.
        written: Whether it is written in digits (and not as a word).
    """

    value: float
    unit: str | None
    start: int
    end: int
    bound: Bound | None
    role: Role
    first: int
    last: int
    written: bool


class Change(NamedTuple):
    """What a line says is to change.

    Attributes:
        baseline: The value today.
        target: The value to reach.
        delta: The size of the change («med 20 %»), unless both ends are given.
        factor: The change as a factor («halvere» is 0.5), or ``None``.
    """

    baseline: Measure | None = None
    target: Measure | None = None
    delta: Measure | None = None
    factor: float | None = None


_SIGNS = DASHES | {"+"}
_SIGN_WORDS = frozenset("minus pluss plus".split())
_UNCHANGED = Change()
_ONWARD = frozenset("down up ned opp".split())
_EACH = frozenset("a an per pr i each every hver hvert kvar kvart".split())
_RATE = 3
_BECOMES = (["becomes"], ["become"], ["blir"], ["vert"])
_NO_START = frozenset("med by på in mellom between innen innan within av".split())
_ONE_OF = frozenset("en ein".split())
"""Articles, and numbers in «en av tre»."""
_SHARES = re.compile(r"(\d{1,2})/(\d{1,2})")
_TIMES = {
    name: kind
    for kind, names in {
        "year": "år year years",
        "month": "måned måneder månad månader månadar month months",
        "week": "uke uker veke veker week weeks",
        "day": "døgn dag dager dagar day days",
        "hour": "time timer timar hour hours t",
        "minute": "minutt minutter minute minutes min",
        "second": "sekund sekunder second seconds sek",
    }.items()
    for name in names.split()
}
_PARTS_OF = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
}  # fmt: skip
"""How many of the smaller unit of time make one of the larger."""


def read_measures(tokens: Tokens, dates: list[DateMention]) -> list[Measure]:
    """The numbers a line measures by, in reading order.

    Args:
        tokens: The line.
        dates: The dates found in it; their digits are no measures.

    Returns:
        The measures; standards, phases, years, ordinals, pages, phone and organisation numbers are left out.
    """
    places, number_words = tokens.digits, number_words_of(tokens.language)
    if not number_words.isdisjoint(tokens.words):
        named = (index for index, word in enumerate(tokens.words) if word in number_words)
        places = sorted({*places, *named})
        if not _ONE_OF.isdisjoint(tokens.words):
            one_of = (
                at - 1 for at in places if at > 1 and tokens.words[at - 1] == "av" and tokens.words[at - 2] in _ONE_OF
            )
            places = sorted({*places, *(at - 1 for at in one_of)})
    if not places:
        return []
    line = NumberLine(tokens, dates)
    drafts: list[Draft] = []
    after = 0
    for index in places:
        draft = None if index < after or index in line.dated else _read(line, index)
        if draft is not None:
            drafts.append(draft)
            after = draft.last + 1
    if not drafts:
        return []
    if len(drafts) > 1:
        share_units(line, drafts)
        drafts = _join_times(line, drafts)
    return _with_roles(line, drafts)


def _read(line: NumberLine, index: int) -> Draft | None:
    """The number at ``index`` with its sign and unit, or ``None`` if it measures nothing."""
    word = line.words[index]
    if "/" in word and (share := _SHARES.fullmatch(word)):
        part, whole = int(share[1]), int(share[2])
        unit = f"{'of' if line.language is Language.EN else 'av'} {whole}"
        return Draft(index, index, index, part, unit) if part < whole else None
    if line.padded[index + 1] == ":" and (clock := read_clock(line, index)) is not None:
        return clock
    if word in _ONE_OF and line.language is not Language.EN and word not in line.number_words:
        return Draft(index, index, index + 2, 1, f"av {line.value(index + 2):g}")
    if measures_nothing(line, index):
        return None
    value = line.value(index)
    if value is None:
        return None
    draft = Draft(index, index, index, value, None)
    if line.padded[index - 1] in _SIGNS or line.padded[index - 1] in _SIGN_WORDS:
        _take_sign(line, draft)
    read_unit(line, draft)
    if draft.first == index - 1 and line.padded[index - 2] in _SIGNS:
        _take_sign(line, draft)  # «-£4m»: the currency stands between the sign and its number
    return draft


def _take_sign(line: NumberLine, draft: Draft) -> None:
    if line.padded[draft.first - 1] in _SIGN_WORDS:
        draft.first -= 1
        draft.value = -draft.value if line.padded[draft.first] == "minus" else draft.value
        return
    if _is_sign(line, draft.first):
        draft.first -= 1
        draft.value = draft.value if line.padded[draft.first] == "+" else -draft.value


def _is_sign(line: NumberLine, index: int) -> bool:
    """Whether the dash or plus before ``index`` is a sign: glued to the number, and to nothing before it."""
    if not line.tokens.glued(index) or line.tokens.glued(index - 1):
        return False
    return not (line.word(index - 2)[:1].isdecimal() and line.word(index - 1) != "+")


def _join_times(line: NumberLine, drafts: list[Draft]) -> list[Draft]:
    """«4 timer og 30 minutter» is one length of time, in its larger unit."""
    joined = [drafts[0]]
    for draft in drafts[1:]:
        larger = joined[-1]
        parts = _PARTS_OF.get((_TIMES.get(larger.unit or "", ""), _TIMES.get(draft.unit or "", "")))
        if parts is not None and line.words[larger.last + 1 : draft.first] in ([], ["og"], ["and"]):
            larger.value = round(larger.value + draft.value / parts, 4)
            larger.last = draft.last
        else:
            joined.append(draft)
    return joined


def _with_roles(line: NumberLine, drafts: list[Draft]) -> list[Measure]:
    found: list[Measure] = []
    words, starts = line.words, line.tokens.starts
    floor, most = 0, len(drafts) - 1
    for position, draft in enumerate(drafts):
        ceiling = drafts[position + 1].first if position < most else line.size
        bound, before = read_bound(line, draft)
        role = read_role(line, draft, before, floor, ceiling)
        if role is TARGET and found and _is_start_of(line, found[-1], draft):
            found[-1] = found[-1]._replace(role=BASELINE)
        first, last = draft.first, draft.last
        end = starts[last] + len(words[last])
        if last == draft.index and words[last][-1] == ".":
            end -= 1  # the full stop after «4.2.»
        written = words[draft.index][0].isdecimal()
        found.append(Measure(draft.value, draft.unit, starts[first], end, bound, role, first, last, written))
        floor = last + 1
    return found


def _is_start_of(line: NumberLine, earlier: Measure, draft: Draft) -> bool:
    """Whether only the step lies between: «NPS -12 to +20», «12 % til 18 %».

    «På 3 til 5 dager» is a range, «by 150 to 900» the size of a change and a goal.
    """
    if earlier.role in {BASELINE, TARGET} or line.word(earlier.first - 1) in _NO_START:
        return False
    if earlier.role is DELTA and (earlier.unit != draft.unit or earlier.unit not in {PERCENT, None}):
        return False  # «opp 12 prosentpoeng til 70 %»
    between = line.words[earlier.last + 1 : draft.first]
    if len(between) >= _RATE and between[0] in _EACH:
        between = between[2:]  # «9 a season to 2»
    if len(between) > 1 and (between[0] in _ONWARD or between[0] in line.cues.changes):
        between = between[1:]  # «31 % ned til 20 %», «6 % synker til 2 %»
    return bool(between) and (between[0] in line.to or between[0] in ARROWS or between in _BECOMES)


def read_change(tokens: Tokens, measures: list[Measure]) -> Change:
    """What the line says is to change, from the roles of its numbers.

    A level beside a start value is read as the goal («35 % of trials convert, up from 20 %»).
    """
    factor = read_factor(tokens)
    if not measures:
        return _UNCHANGED if factor is None else Change(factor=factor)
    if len(measures) > 1:
        measures = without_those_of_the_metric(tokens, measures)
    baseline = _first(measures, BASELINE)
    target = _first(measures, TARGET, baseline)
    baseline = _nearest_before(measures, target) or baseline
    if target is None or (baseline is not None and target.unit != baseline.unit):
        level = _level_beside(measures, baseline)
        if target is None or (level is not None and baseline is not None and level.unit == baseline.unit):
            target = level
    delta = _first(measures, DELTA)
    if baseline is None and target is not None and target.role is TARGET and len(measures) > 1:
        baseline = start_before_goal(tokens, measures, target)
    if target is not None and len(measures) > 1 and (baseline is None or _is_before(target, baseline)):
        baseline, target = start_and_goal(tokens, measures) or (baseline, target)
        if baseline is None and "(" in tokens.words:
            baseline, target = goal_and_start_in_brackets(tokens, measures, target)
    elif target is None and baseline is not None and delta is None:
        target = later_value(measures, baseline)
    if baseline is None and delta is not None and target is not None and target.role is LEVEL and target.bound is None:
        target = None  # «dei 12 skulebygga brukar 15 % mindre»: the level is no goal, the change is said
    return Change(baseline, target, None if baseline is not None and target is not None else delta, factor)


def _is_before(level: Measure, baseline: Measure) -> bool:
    """«Days scored under 3: 41 last winter, at most 15 next»: the first level belongs to the metric."""
    return level.role is LEVEL and level.last < baseline.first


def _nearest_before(measures: list[Measure], target: Measure | None) -> Measure | None:
    """«Members younger than 35 up from 92 to 130»: of more start values, the last one before the goal."""
    if target is None:
        return None
    before = [it for it in measures if it.role is BASELINE and it.last < target.first and it.unit == target.unit]
    return before[-1] if before else None


def _level_beside(measures: list[Measure], baseline: Measure | None) -> Measure | None:
    """The level that is the goal: the last before the start value of those in its unit, else the first of all."""
    levels = [measure for measure in measures if measure.role is LEVEL]
    if baseline is None or not levels:
        return levels[0] if levels else None
    alike = [level for level in levels if level.unit == baseline.unit]
    before = [level for level in alike if level.last < baseline.first]
    return before[-1] if before else (alike or levels)[0]


def _first(measures: list[Measure], role: Role, like: Measure | None = None) -> Measure | None:
    """The first measure with the role, those of the unit of ``like`` before others."""
    first = None
    for measure in measures:
        if measure.role is role:
            if like is None or measure.unit == like.unit:
                return measure
            first = first or measure
    return first
