"""The two values a key result lies between, start and goal, and whether they can be compared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.numbers import Role
from assistant.okr import Language
from assistant.rules.start_needed import NONE

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.language.numbers import Measure
    from assistant.okr import KeyResult, Quantity


class Value(NamedTuple):
    """One end of a change.

    Attributes:
        value: The number as written.
        unit: Its unit, ``None`` for a bare number.
        text: How it is written, unit included.
        span: Where it stands in the line, if it does.
    """

    value: float
    unit: str | None
    text: str
    span: tuple[int, int] | None


class Values(NamedTuple):
    """Start and goal of a key result, and both in one unit.

    Attributes:
        start: The value today.
        goal: The value to reach.
        low: The start as a number in the unit of both.
        high: The goal as a number in that unit; it may well be the lower of the two.
    """

    start: Value
    goal: Value
    low: float
    high: float


_SECONDS = {
    name: seconds
    for seconds, names in {
        1: "sekund sekunder second seconds sek",
        60: "minutt minutter minute minutes min",
        3600: "time timer timar hour hours",
        86_400: "døgn dag dager dagar day days",
        604_800: "uke uker veke veker week weeks",
        2_629_800: "måned måneder månad månader månadar month months",
        31_557_600: "år year years",
    }.items()
    for name in names.split()
}
_SCALES = {
    "tusen": 1e3, "thousand": 1e3, "k": 1e3, "hundre": 1e2, "hundred": 1e2,
    **dict.fromkeys("mill million millioner millionar millions m mn".split(), 1e6),
    **dict.fromkeys("mrd milliard milliarder milliardar billion billions bn".split(), 1e9),
}  # fmt: skip
_CURRENCIES = {
    **dict.fromkeys("kr kroner krone nok".split(), (1.0, "kr")),
    **dict.fromkeys("mnok mkr".split(), (1e6, "kr")),
    **dict.fromkeys("tnok tkr".split(), (1e3, "kr")),
    **dict.fromkeys("€ eur euro euros".split(), (1.0, "€")),
    **dict.fromkeys("$ usd dollar dollars".split(), (1.0, "$")),
    **dict.fromkeys("£ gbp".split(), (1.0, "£")),
}

_MISREAD = 1000


def read_values(key_result: KeyResult, line: Line) -> Values | None:
    """Start and goal, from the fields where they are given and else from the line; ``None`` if they do not compare."""
    baseline, target, _, _ = line.change
    if (baseline is None and key_result.baseline is None) or (target is None and key_result.target is None):
        return None
    if key_result.target is None and target is not None and target.role is Role.LEVEL and _opens_with_none(line):
        return None  # «Ingen vakter uten folk to dager før (i fjor: 14)»: the goal is none, not two days
    start = _value(key_result.baseline, baseline, key_result, line)
    goal = _value(key_result.target, target, key_result, line)
    if start is None or goal is None:
        return None
    low, high = start.value, goal.value
    if start.unit != goal.unit and not _is_left_out(start.unit, goal.unit):
        (factor, kind), (other, same) = _plain(start.unit), _plain(goal.unit)
        if kind != same:
            return None
        low, high = low * factor, high * other
    # «fra 900 000 til 1,2 mill.»: a thousandfold is one unit read into both.
    return Values(start, goal, low, high) if abs(low) < _MISREAD * abs(high) or not (low and high) else None


def _opens_with_none(line: Line) -> bool:
    return bool(line.words) and line.words[0] in NONE[line.language]


def _is_left_out(unit: str | None, other: str | None) -> bool:
    """«60 påmeldte, mot 12 i dag»: the unit is said once; «fra 850 til 1,1 mill.» leaves a scale to be guessed."""
    said = unit or other
    return (
        (unit is None or other is None)
        and said is not None
        and _SCALES.keys().isdisjoint(said.lower().replace(".", "").split())
    )


def written(value: float, language: Language) -> str:
    """A number as people write it, with one decimal at most: «1 950», «7,5»; in English “1,950”, “7.5”."""
    text = f"{value:,.1f}".removesuffix(".0")
    if language is Language.EN:
        return text
    return text.replace(",", "\u00a0").replace(".", ",")


def _value(given: Quantity | None, read: Measure | None, key_result: KeyResult, line: Line) -> Value | None:
    if given is not None and given.value is not None:
        place = (read.start, read.end) if read is not None and read.value == given.value else None
        return Value(given.value, given.unit or key_result.unit, given.text, place)
    if read is None:
        return None
    return Value(read.value, read.unit, line.text[read.start : read.end], (read.start, read.end))


@lru_cache(maxsize=256)
def _plain(unit: str | None) -> tuple[float, str]:
    """What one of a unit is worth in the plainest unit of its kind, and that kind: «mill. kr» is a million «kr»."""
    if unit is None:
        return 1.0, ""
    if unit in _SECONDS:
        return float(_SECONDS[unit]), "second"
    factor, kinds = 1.0, list[str]()
    for word in unit.lower().replace(".", "").split():
        if word in _SCALES:
            factor *= _SCALES[word]
        else:
            worth, kind = _CURRENCIES.get(word, (1.0, word))
            factor *= worth
            kinds.append(kind)
    return factor, " ".join(kinds)
