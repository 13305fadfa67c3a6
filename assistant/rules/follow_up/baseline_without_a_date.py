"""A start value that will be measured first, and no date for it.

Why it hurts: «first» has no end. As long as nobody knows where things stand, nobody can say whether the goal is near,
and the measuring is what gives way when the weeks fill up. Write the day the start value will be known, early in the
period, and set the goal then.

Source: the article's pitfall «no focus: no follow-up out in the organisation».
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from assistant.language.line import Line
from assistant.language.tokens import split_words
from assistant.okr import Quantity
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text
from assistant.rules.starting import MEASURING, THEN, measures_first

_BREAKS = frozenset(", ; . ( ) [ ] – —".split())
_ALSO = frozenset("og and so".split())
_FROM = frozenset("fra frå from".split())
_FIRST = frozenset("første fyrste first".split())
_STRETCHES = frozenset("uke uka uken ukene veke veka vekene måned måneden månad månaden week weeks month days".split())
_UNKNOWN = frozenset(
    "måles målast måle kartlegges kartleggast settes setjast ukjent ukjend unknown measured tbd determined established "
    "set".split()
)
_EARLY = 6
"""The suggested day is a sixth into the period."""


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a goal whose start value is still to be measured, and on no day."""
    line, start = item.line, item.key_result.baseline
    at = measures_first(line)
    if at is None:
        if start is None or not _is_unknown(start, line):
            return
        span = None
    elif (start is not None and start.value is not None) or not _has_goal(item):
        return
    else:
        first, last = _clause(line, at)
        if _has_start(line, first, last) or _is_dated(line, first, last) or _is_dated_later(line, last + 1):
            return
        span = (line.tokens.start(first), line.tokens.end(last))
    period = context.period
    day = period.start + timedelta(days=period.days // _EARLY) if period else None
    yield Finding("FOL05", item.path, RULE.severity, {"date": day.isoformat() if day else "…"}, span)


def _has_goal(item: KeyResultItem) -> bool:
    """A value to reach, or the mere promise of a change: «measure how many come back, then raise it»."""
    return item.measuring.measured or not THEN.isdisjoint(item.line.words)


def _is_unknown(start: Quantity, line: Line) -> bool:
    """A start value given in words: «måles først», «ukjent»; a date among them settles it."""
    if start.value is not None or any(char.isdecimal() for char in start.text):
        return False
    return not _UNKNOWN.isdisjoint(split_words(start.text, line.language))


def _clause(line: Line, at: int) -> tuple[int, int]:
    """The first and last word of the clause that says the measuring, the word ``at`` being in it."""
    words, verbs = line.words, line.lexicon.verbs
    then = next((index for index in range(at, len(words)) if words[index] in THEN), None)
    if then is not None:
        last = then - 1
        while last > at and (words[last] in _BREAKS or words[last] in _ALSO):
            last -= 1
        return 0 if words[0] not in _BREAKS else 1, last
    first, last = at, at
    while first > 0 and words[first - 1] not in _BREAKS:
        first -= 1
    while last + 1 < len(words) and words[last + 1] not in _BREAKS:
        if words[last + 1] in _ALSO and last + 2 < len(words) and words[last + 2] in verbs:
            break  # «establish a baseline and reduce it by 20% by 30 June»
        last += 1
    return first, last


def _has_start(line: Line, first: int, last: int) -> bool:
    """Whether the start value is known after all: «grunnlinje 45 %», «fra 45 % (grunnlinje)»."""
    start = line.change.baseline
    if start is None:
        return False
    return start.first <= last or (start.first > 0 and line.words[start.first - 1] in _FROM)


def _is_dated_later(line: Line, start: int) -> bool:
    """«opp 10 prosentpoeng fra nullpunktet, som måles innen 1. februar»: a later clause dates the measuring."""
    words = line.words
    if MEASURING.isdisjoint(words[start:]):
        return False
    return any(words[at] in MEASURING and _is_dated(line, *_clause(line, at)) for at in range(start, len(words)))


def _is_dated(line: Line, first: int, last: int) -> bool:
    if any(mention.first <= last and mention.last >= first for mention in line.dates):
        return True
    words = line.words[first : last + 1]
    return not _FIRST.isdisjoint(words) and not _STRETCHES.isdisjoint(words)  # «in the first two weeks»


RULE = Rule(
    code="FOL05",
    name="baseline-without-a-date",
    scope=Scope.KEY_RESULT,
    severity=Severity.WARNING,
    message=Text(
        nb="Startverdien skal måles først, men det står ikke når.",
        nn="Startverdien skal målast først, men det står ikkje når.",
        en="The start value is to be measured first, but nothing says when.",
    ),
    suggestion=Text(
        nb="Skriv når dere vet startverdien, for eksempel «innen {date}», og sett målverdien da.",
        nn="Skriv når de veit startverdien, til dømes «innan {date}», og set målverdien då.",
        en="Write when you will know the start value, such as “by {date}”, and set the target then.",
    ),
    bad=Examples(
        nb=(
            "Finne ut hvor mange som ringer to ganger, og så halvere tallet",
            "Andel gjester som kommer igjen: grunnlinjen måles først, deretter opp 10 prosentpoeng innen 31. august 2026",
            "Øke andelen gjester som kommer igjen med 10 prosentpoeng innen 31. august 2026 (nullpunkt mangler)",
            "Kartlegge hvor mye mat vi kaster, og deretter kutte 20 %",
        ),
        nn=(
            "Finne ut kor mange som ringjer to gonger, og så halvere talet",
            "Del gjester som kjem att: grunnlinja blir målt først, deretter opp 10 prosentpoeng innan 31. august 2026",
            "Kartleggje kor mykje mat vi kastar, og deretter kutte 20 %",
        ),
        en=(
            "Find out how many guests call twice, and then halve it",
            "Share of guests who return: baseline to be measured, then up 10 percentage points by 31 August 2026",
            "Establish a baseline for food waste and reduce it by 20% by 31 August 2026",
        ),
    ),
    good=Examples(
        nb=(
            "Finne ut innen 20. mai 2026 hvor mange som ringer to ganger, og så halvere tallet",
            "Andel gjester som kommer igjen: grunnlinjen måles i mai, deretter opp 10 prosentpoeng",
            "Gjester som kommer igjen: grunnlinje 40 %, mål 50 %",
            "Med utgangspunkt i gjestenes ønsker skal klagene ned fra 12 til 5",
        ),
        nn=(
            "Finne ut innan 20. mai 2026 kor mange som ringjer to gonger, og så halvere talet",
            "Del gjester som kjem att: grunnlinja blir målt i mai, deretter opp 10 prosentpoeng",
            "Gjester som kjem att: grunnlinje 40 %, mål 50 %",
        ),
        en=(
            "Find out by 20 May 2026 how many guests call twice, and then halve it",
            "Share of guests who return: baseline measured in the first two weeks, then up 10 percentage points",
            "Guests who return: baseline 40%, target 50%",
        ),
    ),
    check=check,
    silenced_by=("TSK01", "TSK02", "CLR11"),
)
