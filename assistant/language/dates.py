"""Reading the dates of a line, and telling a deadline from the date of a start value."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from assistant.language.date_forms import DateForms
from assistant.language.date_words import EDGES, GLUE, STRONG, after_days, triggers
from assistant.language.periods import FIRST_YEAR, LAST_YEAR, part_of_year, read_period
from assistant.language.tokens import Tokens

__all__ = ["FIRST_YEAR", "LAST_YEAR", "DateMention", "part_of_year", "read_dates", "read_period"]


class DateMention(NamedTuple):
    """A date or a span of time as a line mentions it.

    Attributes:
        first: Index of its first word, the words that introduce it included.
        last: Index of its last word.
        day: The last day meant, if the words settle it (the year given, or known from the period).
        deadline: Whether something is to be reached by then (not the date of a baseline).
        introduced: Whether a word says so («innen», «før», «by»), and not just the date's place in the line.
        start_day: The first day meant, likewise: of «Q3 2026» the first of July.
    """

    first: int
    last: int
    day: date | None
    deadline: bool
    introduced: bool
    start_day: date | None = None


_PLACED_BY = frozenset("i in på on ved at om".split())
_TAKEN_ALONG = STRONG | EDGES | GLUE | _PLACED_BY
_LIMITS = frozenset("frist fristen tidsfrist deadline due forfall".split())
_PAST = frozenset("siden sidan since fra frå from after etter enn than as som mot against versus vs per pr".split())
_COMPARED = frozenset("sammenlignet sammenliknet samanlikna samanlikne compared relative".split())
_PAST_VERBS = frozenset(
    "var lå låg hadde utgjorde endte enda ble blei vart målt målte was were had stood ended measured så hittil".split()
)
_START_VALUE = frozenset("fra frå from mot against enn than versus vs".split()) | _PAST_VERBS
_LATER = frozenset("later senere seinare".split())
_CLAUSE_ENDS = frozenset(",;:(")
_GOALS = frozenset("til to mål målet goal target skal → ->".split())
_PARTICLES = frozenset("fram frem".split())
_DIGITS = frozenset("0123456789")
_HEADS = _DIGITS | frozenset("qkth")
"""What a date in digits or a code («Q3») begins with."""
_CODE = re.compile("[QKTHqkth][0-9]")
_DAY_DIGITS = 2


def read_dates(tokens: Tokens, year: int | None = None) -> list[DateMention]:
    """The dates a line mentions, in reading order.

    Args:
        tokens: The line.
        year: The year meant where the line gives none, usually that of the set's period.

    Returns:
        One mention for each date; ``day`` is ``None`` where the year is not known.
    """
    words = tokens.words
    starts, led_by_day = triggers(tokens.language), after_days(tokens.language)
    if tokens.has_digit and _CODE.search(tokens.text):
        places = [
            index
            for index, word in enumerate(words)
            if word in starts or ((head := word[0]) in _HEADS and (head in _DIGITS or word[1:2] in _DIGITS))
        ]
    else:
        places = [index for index in tokens.digits if words[index][0] in _DIGITS]
        if not starts.isdisjoint(words):
            places += [index for index, word in enumerate(words) if word in starts]
            places.sort()
        if not places:
            return []
    forms = DateForms(tokens, year)
    found: list[DateMention] = []
    after = 0
    for index in places:
        word = words[index]
        size = len(word)
        if index < after or (size <= _DAY_DIGITS and word.isdecimal() and tokens.padded[index + 1] not in led_by_day):
            continue  # most numbers are let go here
        span = forms.at(index) if not forms.is_plain(index) else None
        if span is not None:
            first = _first_word(words, index, after)
            deadline, introduced = _Place(words, first, index, span.last).role()
            found.append(DateMention(first, span.last, span.day, deadline, introduced, span.start_day))
            after = span.last + 1
    return found


def _first_word(words: list[str], index: int, floor: int) -> int:
    """Take the words that introduce the date along: «innen utgangen av», «i løpet av»."""
    first = index
    while first > floor and words[first - 1] in _TAKEN_ALONG:
        first -= 1
    return first


class _Place:
    """Where a date stands in its line: ``first`` is its introduction, ``core`` the date itself."""

    def __init__(self, words: list[str], first: int, core: int, last: int) -> None:
        self.words = words
        self.first = first
        self.core = core
        self.last = last

    def _word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def role(self) -> tuple[bool, bool]:
        """Whether the date is a deadline, and whether a word says so."""
        lead = self.words[self.first : self.core + 1]
        if not STRONG.isdisjoint(lead) or self._is_limit():
            return True, True
        if self._is_past():
            return False, False
        return True, not EDGES.isdisjoint(lead)

    def _is_limit(self) -> bool:
        """«frist: 1. mai», «no later than 1 May», «fram til 1. mai»."""
        before, second = self._word(self.first - 1), self._word(self.first - 2)
        if before == ":":
            return second in _LIMITS
        return (
            before in _LIMITS
            or (before in {"than", "enn"} and second in _LATER)
            or (before == "til" and second in _PARTICLES)
        )

    def _is_past(self) -> bool:
        """Whether the date is that of a start value or a comparison."""
        before, second, following = self._word(self.first - 1), self._word(self.first - 2), self._word(self.last + 1)
        if before == "." and second in {"pr", "vs"}:
            before = second
        if before in {"per", "pr"} and not self._in_brackets() and following != ":":
            return not _GOALS.isdisjoint(self.words[self.last + 1 :])  # «18 avvik per 31.12.2025, mål 10»
        if before in _PAST or (before in {"med", "with", "to"} and second in _COMPARED):
            return True
        if before in {"(", "["} and following in {":", ")", "]"}:
            # «(2025: 5,5 %)» tells of the past, «60 % (2026)» only if another number follows as the goal.
            return (
                following == ":"
                or any(word[0].isdecimal() for word in self.words[self.last + 1 :])
                or self._after_start_value()
            )
        if following == ":" and self._in_brackets():
            return True
        return (
            following in _PAST_VERBS
            or (following in _SEPARATORS and self._has_later_value())
            or self._in_aside()
            or self._after_past_verb()
            or self._after_start_value()
        )

    def _has_later_value(self) -> bool:
        """«61 % i 2025, 75 % i 2026», «41 i T1, ned til 15»: the first of two values, each with its time."""
        near = self._clause()[:_REACH_OF_A_UNIT]
        at = next((distance for distance, word in enumerate(near) if word[0].isdecimal()), None)
        if at is None or not _GOALS.isdisjoint(self._clause()[: at + 3]):
            return False
        for word in self.words[self.last + 2 : self.last + 2 + _REACH_OF_A_VALUE]:
            if word[0].isdecimal():
                return True
            if word in STRONG or word in _CLAUSE_ENDS:
                return False
        return False

    def _in_brackets(self) -> bool:
        before = self.words[: self.first]
        return before.count("(") > before.count(")")

    def _in_aside(self) -> bool:
        """«ned til 38 (52 ved utgangen av 2025)»: the number beside the goal, in brackets with its date."""
        clause = self._clause()
        opening = self.first - 1 - len(clause)
        numbers = [word for word in clause if word[0].isdecimal()]
        if not numbers or self._word(opening) != "(" or not _GOALS.isdisjoint(clause):
            return False
        return any(word[0].isdecimal() for word in self.words[max(opening - _LONGEST_CLAUSE, 0) : opening])

    def _clause(self) -> list[str]:
        """The words of the clause before the date, the nearest first."""
        nearest: list[str] = []
        for index in range(self.first - 1, max(self.first - 1 - _LONGEST_CLAUSE, -1), -1):
            word = self.words[index]
            if word in _CLAUSE_ENDS and (nearest or word != "("):
                break
            if word == "." and not self._is_abbreviated(index - 1):
                break
            nearest.append(word)
        return nearest

    def _is_abbreviated(self, index: int) -> bool:
        """Whether the point after ``index`` is that of «mill.» or «2.», and not a full stop."""
        word = self._word(index)
        return word in _ABBREVIATIONS or (word.isdecimal() and len(word) <= 2)

    def _after_past_verb(self) -> bool:
        """«Dekningen var 19 % i 2025»."""
        for word in self._clause():
            if word in _PAST_VERBS or word in _COMPARED:
                return True
            if word in _GOALS:
                return False
        return False

    def _after_start_value(self) -> bool:
        """«fra 45 % i 2025», «mot 7 i Q2»: the number just before the date is the start value."""
        clause = self._clause()
        for distance, word in enumerate(clause):
            if word[0].isdecimal():
                cue = next((before for before in clause[distance + 1 :] if before not in _HEDGES), "")
                return cue in _START_VALUE
            if distance > _REACH_OF_A_UNIT or word in _GOALS:
                break
        return False


_LONGEST_CLAUSE = 40
"""How many words before a date are looked at: a line of a hundred thousand numbers is no sentence."""
_HEDGES = frozenset("rundt ca . about around nearly om lag - − – dagens kr nok $ € £".split())
_ABBREVIATIONS = frozenset("mill mrd ca pr pst kr nr mnd stk".split())
_SEPARATORS = frozenset(", ; / → -> => – —".split())
_REACH_OF_A_VALUE = 5
_REACH_OF_A_UNIT = 4
"""How many words may stand between a number and its date: «7 klager i snitt i Q2»."""
