"""The days of a set's check-ins, worked out from its period and its rhythm in words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import NamedTuple

from assistant.okr import Language, OkrSet
from assistant.rules.rhythm import read_rhythm
from assistant.rules.rhythm_words import ORDINALS
from assistant.rules.rule import Text

QUESTIONS = (
    Text(nb="Hvor er vi nå, i tall?", nn="Kvar er vi no, i tal?", en="Where are we now, in numbers?"),
    Text(
        nb="Hva har endret seg siden sist?", nn="Kva har endra seg sidan sist?", en="What has changed since last time?"
    ),
    Text(
        nb="Hva står i veien, og hvem rydder det bort?",
        nn="Kva står i vegen, og kven ryddar det bort?",
        en="What stands in the way, and who clears it?",
    ),
    Text(nb="Hva gjør vi til neste gang?", nn="Kva gjer vi til neste gong?", en="What will we do before next time?"),
)
"""What is asked at every check-in: the same each time, so that nobody has to prepare."""

_STEMS = (
    ("mandag", "måndag", "monday"), ("tirsdag", "tysdag", "tuesday"), ("onsdag", "wednesday"),
    ("torsdag", "thursday"), ("fredag", "friday"), ("lørdag", "laurdag", "saturday"),
    ("søndag", "sundag", "sunday"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_DAYS_OF_MONTH = re.compile(
    r"\b(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:og|and|&)\s*(?:den\s+|the\s+)?(\d{1,2})(?:\.|st|nd|rd|th)", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:\b(?:kl\.?|klokka|klokken|at)\s*)([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(?!\d|[.,:]\d|\s*(?:%|min))\s*([ap]m\b)?",
    re.IGNORECASE,
)
_EVEN, _ODD = ("partal", "even-", "even week"), ("oddetal", "odd-", "odd week")
_LAST_OF_MONTH = frozenset(("siste", "last"))
_SPREAD = {1: (0, 1, 2, 3, 4), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 2, 3)}
"""On which weekdays so many check-ins a week are proposed; one means every working day."""
_WEEK, _MONTH, _QUARTER = 7, 30, 91
_WORKING_DAYS = 5
_OFF = ((1, 1), (5, 1))
"""The first days of tertials that nobody works on; no check-in is proposed for them."""
_LONGEST = 731
"""Days; two years of check-ins are as many as anybody plans."""


class CheckIns(NamedTuple):
    """When the goals are looked at.

    Attributes:
        days: The days, in order; at least one.
        proposed: Whether the rhythm leaves the day open, and the first that fits was taken.
        clock: The time of day, where the rhythm names one.
    """

    days: tuple[date, ...]
    proposed: bool
    clock: time | None


def check_ins(okr_set: OkrSet, language: Language) -> CheckIns | None:
    """The check-ins of a set, or ``None`` where its period or its rhythm is not known, or names no day in it."""
    period, said = okr_set.period, okr_set.follow_up
    rhythm = read_rhythm(said, language) if said else None
    if period is None or said is None or rhythm is None or rhythm.days is None:
        return None
    last = date.fromordinal(min(period.end.toordinal(), period.start.toordinal() + _LONGEST))
    finder = _Finder(said.lower(), period.start, last)
    days = tuple(sorted({day for day in finder.days(rhythm.days) if period.start <= day <= last}))
    return CheckIns(days, finder.proposed, _clock(said)) if days else None


def last_working_day(day: date) -> date:
    """``day``, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - _WORKING_DAYS + 1))


class _Finder:
    def __init__(self, said: str, start: date, end: date) -> None:
        self.said = said
        self.words = _WORD.findall(said)
        self.start, self.end = start, end
        self.named = sorted({at for word in self.words for at, stems in enumerate(_STEMS) if word.startswith(stems)})
        self.proposed = not self.named

    def days(self, gap: float) -> Iterator[date]:
        """The days of a rhythm with ``gap`` days from one check-in to the next."""
        if gap <= _WEEK:
            weekdays = self.named or self._spread(gap)
            return (day for day in self._all() if day.weekday() in weekdays)
        if gap % _WEEK == 0 and gap < _QUARTER:
            return self._weeks(int(gap))
        if gap <= _MONTH:
            return self._months(round(_MONTH / gap))
        return self._seldom(int(gap))

    def _all(self) -> Iterator[date]:
        return (date.fromordinal(at) for at in range(self.start.toordinal(), self.end.toordinal() + 1))

    def _first(self) -> int:
        """The weekday named, else that of the first working day of the period."""
        if self.named:
            return self.named[0]
        day = self.start
        while day.weekday() >= _WORKING_DAYS or (day.month, day.day) in _OFF:
            day += timedelta(days=1)
        return day.weekday()

    def _spread(self, gap: float) -> tuple[int, ...]:
        times = round(_WEEK / gap)
        if times == 1:
            return (self._first(),)
        return _SPREAD.get(times, _SPREAD[1])

    def _weeks(self, gap: int) -> Iterator[date]:
        """Every second week and the like, counted from the first; «partallsuker» says which."""
        fitting = [day for day in self._all() if day.weekday() == self._first()]
        parity = (
            0 if any(word in self.said for word in _EVEN) else 1 if any(word in self.said for word in _ODD) else None
        )
        if parity is not None:
            return (day for day in fitting if day.isocalendar().week % 2 == parity)
        return (day for at, day in enumerate(fitting) if at % (gap // _WEEK) == 0)

    def _months(self, times: int) -> Iterator[date]:
        """So many times a month: on the days or the weekdays named, else on the first that fit."""
        numbered = _DAYS_OF_MONTH.search(self.said)
        if numbered:
            self.proposed = False
            wanted = {int(number) for number in numbered.groups()}
            return (day for day in self._all() if day.day in wanted)
        ordinals = {ORDINALS[word] for word in self.words if word in ORDINALS and word not in _LAST_OF_MONTH}
        last = not _LAST_OF_MONTH.isdisjoint(self.words)
        self.proposed = not (self.named and (ordinals or last))
        if not ordinals and not last:
            ordinals = {1, 3} if times == 2 else set(range(1, times + 1))
        fitting = (day for day in self._all() if day.weekday() == self._first())
        return (day for day in fitting if (day.day + 6) // 7 in ordinals or (last and _is_last_of_month(day)))

    def _seldom(self, gap: int) -> Iterator[date]:
        """Once a quarter and the like: at the end of each stretch of time."""
        self.proposed = True
        for at in range(self.start.toordinal() + gap - 1, self.end.toordinal() + 1, gap):
            yield last_working_day(date.fromordinal(at))


def _is_last_of_month(day: date) -> bool:
    return day.day > monthrange(day.year, day.month)[1] - _WEEK


def _clock(said: str) -> time | None:
    found = _CLOCK.search(said)
    if found is None:
        return None
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    return time(hour, int(found[2] or 0))
