"""Reading how often a set is followed up: the frequency that the rules on rhythm share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.language.lexicon import lexicon
from assistant.language.line import Line
from assistant.okr import Language
from assistant.rules.rhythm_words import (
    ADVERBS,
    ALTERNATING,
    BACK,
    BEGINNINGS,
    CLOCK,
    COMPOUNDS,
    COUNTS,
    DAYS,
    EVERY,
    EVERY_OTHER,
    INTERVALS,
    JOINTS,
    MOST,
    NOT_COUNTED,
    ORDINALS,
    OTHER,
    OVER,
    PARTS,
    PER,
    PERIODS,
    PLACES,
    PLURALS,
    SAID,
)


class Rhythm(NamedTuple):
    """How often the goals are looked at.

    Attributes:
        days: The days from one check-in to the next, by the fastest of the rhythms named; ``None`` where only single
            reviews are, or where the words do not settle it («annethvert ledermøte»).
        reviews: How many single reviews are named («én gjennomgang i juni»), where no days are.
    """

    days: float | None = None
    reviews: int = 0


_A_WEEK = 7
_HALF_A_MONTH = 15
_A_MONTH = 30
_TWICE_A_MONTH = re.compile(
    r"\b\d{1,2}(?:\.|st|nd|rd|th)?\s*(?:og|and|&)\s*(?:den\s+|the\s+)?\d{1,2}(?:\.|st|nd|rd|th)\s+(?:(?:i|of|in|hver|kvar|each|every|the)\s+)+(?:måned|månad|month)",
    re.IGNORECASE,
)
"""«Den 1. og 15. i måneden»."""


@lru_cache(maxsize=1024)
def read_rhythm(text: str, language: Language) -> Rhythm | None:
    """How often ``text`` says that the goals are looked at, or ``None`` if it names no frequency."""
    line = Line(text, language)
    words = [word for word in line.words if word not in {".", "st", "nd", "rd", "th"}]
    if _TWICE_A_MONTH.search(text):
        return Rhythm(days=_HALF_A_MONTH)
    gaps = _Reading(words).gaps()
    if any(word.startswith(ALTERNATING) for word in words):
        gaps = [14 if gap == 7 else gap for gap in gaps] or [14]  # «mandag i partallsuker»
    if gaps:
        return Rhythm(days=min(gaps))
    months = [word for word in words if word in line.lexicon.months]
    reviews = max(len(line.dates), len(months), len(PARTS.intersection(words)))
    if not PERIODS.isdisjoint(words):
        at = next(index for index, word in enumerate(words) if word in PERIODS)
        reviews = max(reviews, _count_before(words, at))
    if reviews or (not OVER.isdisjoint(words) and any(DAYS.get(word, 0) > _A_MONTH for word in words)):
        return Rhythm(reviews=max(reviews, 1))
    said = not SAID.isdisjoint(words) or any(word.startswith(BEGINNINGS) for word in words)
    return Rhythm() if said else None


@cache
def _weekdays() -> tuple[str, ...]:
    names = {word for language in Language for word in lexicon(language).words("weekdays")}
    return tuple(sorted(names))


@cache
def _months() -> frozenset[str]:
    return frozenset(month for language in Language for month in lexicon(language).months)


@cache
def _numbers() -> dict[str, int]:
    words = {word: value for language in Language for word, value in lexicon(language).number_words.items()}
    return words | COUNTS


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= 2 and 0 < int(word) <= MOST else None
    return _numbers().get(word)


def _count_before(words: list[str], index: int) -> int:
    """How many times: «to ganger i måneden», «three check-ins a quarter»; one if nothing says so."""
    if index and words[index - 1].startswith(_weekdays()):
        return 1  # «1. og 3. mandag i måneden»
    for at in range(index - 1, max(index - 1 - BACK, -1), -1):
        if words[at] in {",", ";", ":"}:
            break
        number = _number(words[at])
        if number and words[at + 1] not in CLOCK and (at == 0 or words[at - 1] not in NOT_COUNTED):
            return number
    return 1


class _Reading:
    """The words of one follow-up line, read from left to right."""

    def __init__(self, words: list[str]) -> None:
        self.words = [*words, "", "", ""]
        self.size = len(words)

    def gaps(self) -> list[float]:
        """The days between check-ins, one number for each frequency named."""
        found: list[float] = []
        index = 0
        while index < self.size:
            placed = bool(found) and self._only_places(index, found[-1])
            gap, index = self._gap(index)
            if gap and not placed:
                found.append(gap)
        return found

    def _only_places(self, index: int, gap: float) -> bool:
        """Whether a weekday says on which day of some weeks: «every second week on Tuesdays»."""
        weeks = gap > _A_WEEK and gap % _A_WEEK == 0
        return weeks and self.words[index].startswith(_weekdays()) and self.words[index - 1] in PLACES

    def _gap(self, index: int) -> tuple[float | None, int]:
        """The gap the words at ``index`` name, and where to read on."""
        word = self.words[index]
        if word in ADVERBS:
            return ADVERBS[word] / _count_before(self.words, index), index + 1
        if word in EVERY:
            return self._every(index)
        split = word in OTHER and self.words[index + 1] in EVERY  # «annen hver uke»
        if split or word in EVERY_OTHER:
            days = self._unit(index + 1 + split)
            return (2 * days if days else None), index + 2 + split
        if word in PER:
            return self._per(index)
        if word in DAYS and self.words[index + 2] == word:
            return DAYS[word], index + 3  # «uke for uke»
        day = word.startswith(_weekdays())
        return (self._weekday(index) if day else self._length(index)), index + 1

    def _unit(self, index: int) -> int | None:
        word = self.words[index]
        return 7 if word.startswith(_weekdays()) else DAYS.get(word)

    def _every(self, index: int) -> tuple[float | None, int]:
        """«hver mandag», «hver 14. dag», «every two weeks», «once every quarter», «every second Tuesday»."""
        at, factor = index + 1, 1
        word = self.words[at]
        multiple = 2 if word in OTHER else ORDINALS.get(word) or _number(word)
        if multiple:
            factor, at = multiple, at + 1
            while self.words[at] in JOINTS or self.words[at] == "of" or _number(self.words[at]):
                at += 1  # «every 2-3 weeks», «every couple of weeks»
        days = self._unit(at)
        if not days:
            return None, index + 1
        if multiple and days == 7 and self._span_after(at):
            return self._weekday(at), at + 1  # «hver første mandag i måneden»
        if word in ORDINALS and ORDINALS[word] == 1:
            return 30, at + 1
        return factor * days / (1 if multiple else _count_before(self.words, index)), at + 1

    def _per(self, index: int) -> tuple[float | None, int]:
        """«to ganger i måneden», «twice a month», «at the end of the quarter»; «i uke 24» is a date."""
        at = index + 1
        while self.words[at] in PER:
            at += 1
        days = DAYS.get(self.words[at])
        if not days or self.words[at + 1].isdecimal() or self.words[at] in PLURALS:
            return None, at
        return days / _count_before(self.words, index), at + 1

    def _span_after(self, index: int) -> int | None:
        """The stretch of time a weekday is placed in: «mandag i måneden», «Tuesday of each quarter»."""
        if self.words[index + 1] not in PER and self.words[index + 1] not in EVERY:
            return None
        following = (DAYS.get(word) for word in self.words[index + 2 : index + 4])
        return next((days for days in following if days and days > 7), None)

    def _weekday(self, index: int) -> float | None:
        """«tirsdager», «første og tredje mandag i måneden»; «fredag 12. juni» is a date."""
        following = self.words[index + 1]
        if following.isdecimal() and (self.words[index + 2] in _months() or "." in following):
            return None
        ordinals, at = 0, index - 1
        while at >= 0 and (self._is_ordinal(at) or self.words[at] in JOINTS):
            ordinals += self._is_ordinal(at)
            at -= 1
        return (self._span_after(index) or 30) / ordinals if ordinals else 7

    def _is_ordinal(self, index: int) -> bool:
        word = self.words[index]
        return word in ORDINALS or (word.isdecimal() and len(word) == 1)

    def _length(self, index: int) -> float | None:
        """«med to ukers mellomrom», «three-week cycles», «ukesmøtet»."""
        word = self.words[index]
        head, _, rest = word.partition("-")
        number = _number(head) if rest else _number(word)
        if rest in ADVERBS and (number or head == "half"):
            return (number or 0.5) * ADVERBS[rest]  # «six-weekly»
        if number is not None:
            at = index + 1 if rest else index + (2 if self.words[index + 1] == "-" else 1)
            days = DAYS.get(rest) if rest else DAYS.get(self.words[at])
            following = self.words[at if rest else at + 1]
            is_interval = following.startswith(INTERVALS) or (rest or self.words[at]).endswith(("ers", "ars"))
            return number * days if days and is_interval else None
        if word in DAYS:
            return 14 if word.startswith("sprint") else None
        return next((float(days) for root, days in COMPOUNDS if word.startswith(root)), None)
