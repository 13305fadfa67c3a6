"""The start value and the goal of a clause as quantities of the brief, and those that code can work out from them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.drafters.shares import read_fraction, zero_goal
from assistant.drafters.texts import cleaned
from assistant.language.line import Line
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Basis, Bound, Language, Quantity

_GROUPED = re.compile(r"\d([ \u00a0\u202f\u2009])\d{3}")
_NUMBER = re.compile(r"\d[\d., \u00a0\u202f\u2009]*\d|\d")
_ASIDE = re.compile(
    r"\((?=[^)]*(?:\b20\d\d\b|i dag|i fjor|fjoråret|last year|today|nå|no|now)\b)[^)]*\)"
    r"|\b(?:som|which|that|currently|dagens)\b\s*(?:(?:nå|no|i dag|now|today|currently)\s+)?(?:er|ligger|ligg|is|are|was|var)?"
    r"\s*(?:nå|no|i dag|now|today|currently|på|at)?\s*\d.*$",
    re.IGNORECASE,
)
"""An aside that tells what is or was: «(1,6 mill. kr i 2025)», «(16 % last year)», «som nå er 26»."""
TOLD_NOW = re.compile(
    r",?\s+(?:men\s+|but\s+)?(?:nå|no|i\s+dag|akkurat\s+nå|now|today|currently)\s+(?:(?:er|ligger|ligg|tar|tek)\s+(?:den|det|ho|han|dei|de|vi|me)|(?:it|they|we)\s+(?:is|are|takes?))\b"
    r"\s*(?:på\s+|at\s+)?(?=\d)",
    re.IGNORECASE,
)
"""«… ned til 3 uker nå er den 7 uker»: today's value, told in the same breath as the goal."""
_NOT_MORE = re.compile(
    r"\b(?:ikke|ikkje|ingen|no|not|never|none|nobody)\b(?:\W+\w+){0,6}?\W+(?:mer|meir|flere|fleire|lenger|lengre|lengjer|more|longer|higher|høyere|høgare|over)"
    r"\s+(?:enn\s+|than\s+)?$",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:reduser\w*|senk\w*|kutt\w*|ned|færre|mindre|lavere|lågare|kortere|kortare|minsk\w*|mink\w*|reduce|cut|lower|fewer|less|shorter|frafall\w*"
    r"|fråfall\w*|churn|klag\w+|feil\w*|svinn\w*|sykefravær\w*|sjukefråvær\w*|ventetid\w*|overtid\w*)\b",
    re.IGNORECASE,
)
"""Words that say, or whose things suggest, that the value is to go down."""

_BEFORE_A_GOAL = frozenset("på til to at".split())
_MAKING = frozenset("make makes making".split())
_BY = frozenset("med by opp ned up down".split())
_FACTOR = re.compile(r"halv|dobl|tredobl|firedobl|doubl|tripl|quadrup")
_PART = re.compile(r"tredel|tredjedel|fjerdedel|femtedel|third|fifth|half")


def quantity(measure: Measure, text: str, quote: str, *, whole: bool = False) -> Quantity:
    """A value of the brief, as it is written there.

    Args:
        measure: The value.
        text: The line it was read in, or just the words it stands in.
        quote: The words to cite for it.
        whole: Whether ``text`` is a table cell, which may hold the unit apart from the number.
    """
    is_slice = len(text) == measure.end - measure.start
    written = text if is_slice or len(text) < measure.end else text[measure.start : measure.end]
    if whole and measure.unit is not None and measure.unit not in written:
        written = text.strip()
    bound = measure.bound
    if bound is not Bound.AT_MOST and not is_slice and _NOT_MORE.search(text[: measure.start]):
        bound = Bound.AT_MOST
    return Quantity(
        text=_signed(written),
        value=measure.value,
        unit=measure.unit,
        bound=bound,
        basis=Basis.SOURCE,
        quote=quote,
    )


def _signed(written: str) -> str:
    """A value as it is written, with the sign that words lose: «-6,8»."""
    plain = cleaned(written) or written
    return f"{written[0]}{plain}" if written[0] in "-–" and plain[:1].isdigit() else plain


def state(text: str, quote: str) -> Quantity:
    """A value that is no number: «CII D»."""
    return Quantity(text=cleaned(text), basis=Basis.SOURCE, quote=quote)


def read_values(line: Line, quote: str) -> tuple[Quantity | None, Quantity | None]:
    """The start value and the goal of a line."""
    start, goal = line.change.baseline, line.change.target
    delta = line.change.delta
    if goal is None and delta is not None and _is_reached(line, delta):
        goal = delta
    now = TOLD_NOW.search(line.text)
    said = next((it for it in line.measures if now is not None and it.start == now.end()), None)
    if said is not None and said is not goal:
        start = said
    elif start is None and (aside := _aside(line)) is not None:
        start, goal = aside, None if goal is aside else goal
    if line.change.factor is not None and start is None and goal is not None and _is_told_of(line, goal):
        start, goal = goal, None  # «halvere sykefraværet på 8,4 %»: the value is today's
    if goal is not None and (_is_determined(line, goal) or _is_within_fraction(line, goal)):
        goal = None
    baseline = quantity(start, line.text, quote) if start is not None else None
    target = quantity(goal, line.text, quote) if goal is not None else _in_words(line, quote)
    if baseline is not None and target is not None and target.unit is None and target.value is not None:
        target = replace(target, unit=baseline.unit)
    return baseline, target


def _is_told_of(line: Line, goal: Measure) -> bool:
    """«halvere sykefraværet på 8,4 %», «double 7 shops»: no «til» says that the value is to be reached."""
    return line.words[goal.first - 1] not in {"til", "to", "under", "over"} if goal.first else True


def told_before(line: Line, goal: Quantity, quote: str) -> Quantity | None:
    """«Sykefraværet er 7,2 prosent og skal være under 5 prosent»: what is told before the goal is the start value."""
    for measure in line.measures:
        before, after = line.words[measure.first - 1 : measure.first], line.words[measure.last + 1 : measure.last + 2]
        named = not _OF.isdisjoint(before) and not _SHALL.isdisjoint(after)  # «scoren på 62 skal …»
        told = named or not _TELLING.isdisjoint(before)
        if told and measure.unit == goal.unit and measure.value != goal.value and measure is not line.change.target:
            return quantity(measure, line.text, quote)
    return None


_TELLING = frozenset("er is var was".split())
_OF = frozenset("på of at".split())
_SHALL = frozenset("skal må bør should shall must is".split())


def _is_determined(line: Line, goal: Measure) -> bool:
    """«de fire skipene»: no goal."""
    return goal.first > 0 and line.words[goal.first - 1] in {"de", "dei", "the"}


def _is_within_fraction(line: Line, goal: Measure) -> bool:
    """«minst halvparten av inntektene fra avtaler på mer enn to år»: the goal is the half, the years say of what."""
    fraction = read_fraction(line.text)
    return fraction is not None and not goal.written and line.text.find(fraction) + len(fraction) < goal.start


def _is_reached(line: Line, delta: Measure) -> bool:
    """«opp på 70 %», «make 40 %»: what looks like the size of a change is where it ends."""
    words = line.words
    return words[max(0, delta.first - 1)] in _BEFORE_A_GOAL or words[max(0, delta.first - 2)] in _MAKING


def _in_words(line: Line, quote: str) -> Quantity | None:
    """«null», «halvparten»."""
    if (zero := zero_goal(line)) is not None:
        return Quantity(text=zero, value=0, basis=Basis.SOURCE, quote=quote)
    if line.change.delta is None and (fraction := read_fraction(line.text)) is not None:
        return Quantity(text=fraction, basis=Basis.SOURCE, quote=quote)
    return None


def _aside(line: Line) -> Measure | None:
    found = _ASIDE.search(line.text)
    if found is None:
        return None
    return next((it for it in line.measures if found.start() < it.start and it.end <= found.end()), None)


def worked_out(
    line: Line, baseline: Quantity | None, target: Quantity | None, quote: str
) -> tuple[Quantity | None, Quantity | None]:
    """«halvere fra 28» and «opp 15 prosentpoeng fra 62 %» worked out; without a start value the words are the goal."""
    change = line.change
    if target is not None and not (change.factor is not None and change.target is None):
        return baseline, target
    start = baseline.value if baseline is not None else None
    value: float | None = None
    if change.factor is not None:
        value = None if start is None else start * change.factor
    elif change.delta is not None:
        value = _after(start, change.delta, baseline, down=DOWN.search(line.text) is not None)
    if value is not None and baseline is not None:
        value = round(value, 6)
        text = _NUMBER.sub(_written(value, baseline, line.language), baseline.text, count=1)
        return baseline, Quantity(text=text, value=value, unit=baseline.unit, basis=Basis.DERIVED, quote=quote)
    words = _relative_words(line)
    return baseline, Quantity(text=words, basis=Basis.SOURCE, quote=quote) if words else None


def derived(
    text: str, language: Language, year: int | None, start: Quantity | None = None
) -> tuple[Quantity, Quantity] | None:
    """The start value and the goal that code works out of a whole sentence: «er 64 dager og skal halveres».

    Args:
        text: The sentence, which is also the quote of both.
        language: Its language.
        year: The year meant by dates that give none.
        start: The start value, where the sentence gives none of its own.
    """
    line = Line(text.rstrip(" ."), language, year)
    told, goal = read_values(line, text)
    known, made = worked_out(line, told or start, goal, text)
    return (known, made) if known is not None and made is not None and made.basis is Basis.DERIVED else None


def _written(value: float, like: Quantity, language: Language) -> str:
    """A number written as the start value is, with its mark for decimals and thousands."""
    written = f"{value:.10g}".replace(".", "." if language is Language.EN else ",")
    if (gap := _GROUPED.search(like.text)) is not None:
        written = re.sub(r"(?<=\d)(?=(?:\d{3})+(?:,|$))", gap[1], written)
    return written


def _after(start: float | None, delta: Measure, baseline: Quantity | None, *, down: bool) -> float | None:
    if start is None or baseline is None:
        return None
    size = abs(delta.value)
    down = down or delta.value < 0
    points = (delta.unit or "").startswith(("prosentpoeng", "percentage"))
    if delta.unit == PERCENT and baseline.unit != PERCENT:
        return start * (1 - size / 100 if down else 1 + size / 100)
    if points or (delta.unit == baseline.unit and delta.unit != PERCENT):
        return start - size if down else start + size
    return None


def _relative_words(line: Line) -> str:
    """The words of a change of known size without a start value: «halveres», «med 20 %»."""
    change, words = line.change, line.words
    if change.delta is not None and change.delta.role is Role.DELTA:
        first = change.delta.first
        return line.tokens.slice(first - (first > 0 and words[first - 1] in _BY), change.delta.last)
    if change.factor is not None:
        for at, word in enumerate(words):
            if _FACTOR.match(word):
                return line.tokens.slice(at, at)
            if _PART.match(word) and at:
                return line.tokens.slice(at - 1, at)
    return ""
