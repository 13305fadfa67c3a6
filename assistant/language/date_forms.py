"""The forms a date is written in: which words of a line are one, and from which day to which it reaches."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.language.date_words import (
    ARTICLES,
    BREAKS,
    CODE,
    EACH,
    EDGES,
    GLUE,
    LEADS,
    LONG_UNITS,
    NAMED_DAY,
    NEXT,
    OF,
    PIECES,
    PLAIN_UNITS,
    REACH,
    SEASONS,
    SHORT_UNITS,
    STRONG,
    SUFFIXES,
    WEEKS,
    WORDS_TOO,
    YEAR_ENDS,
    YEARS,
    Span,
    countables,
    full_year,
    function_words,
    months_of,
    year_of,
)
from assistant.language.lexicon import lexicon
from assistant.language.periods import ORDINALS, PART_WORDS, PARTS, last_day_of, part_of_year
from assistant.language.tokens import ARROWS, Tokens
from assistant.okr import Language

_LONGEST_LEAD = 8
"""Words that may stand before a length of time: «i løpet av de neste tre månedene»."""


class DateForms:
    """Finds the dates of one line; ``year`` stands in where the line gives none."""

    def __init__(self, tokens: Tokens, year: int | None) -> None:
        """Look at ``tokens``."""
        self.tokens = tokens
        self.words = tokens.words
        self.padded = tokens.padded
        self.size = len(tokens.words)
        self.months = months_of(tokens.language)
        self.year = year

    def word(self, index: int) -> str:
        """The word at ``index``, or nothing outside the line."""
        return self.words[index] if 0 <= index < self.size else ""

    def is_plain(self, index: int) -> bool:
        """Whether the word is certainly no date: a number with its unit."""
        return self.padded[index + 1] in PLAIN_UNITS and self.words[index].isdecimal()

    def at(self, index: int) -> Span | None:
        """The date that begins at ``index``, introducing words left out."""
        word = self.words[index]
        if word[0].isdecimal():
            return self._digits(index, word)
        if word in self.months:
            return self._month(index, index, None)
        if word[-1].isdecimal() and (code := CODE.fullmatch(word)):
            return self._code(index, code)
        return self._phrase(index, word)

    def _phrase(self, index: int, word: str) -> Span | None:
        if word in ORDINALS and (kind := PART_WORDS.get(self.padded[index + 1])):
            return self._part(index + 1, kind, ORDINALS[word])
        if word in SEASONS:
            return self._season(index, word)
        if word in WEEKS and (span := self._week(index)):
            return span
        if word in REACH:
            return self._duration(index)
        if word in YEAR_ENDS:
            return self._year_end(index)
        return self._unnumbered(index, word)

    def _digits(self, index: int, word: str) -> Span | None:
        if not word.isdecimal():
            return self._numeric(index, word)
        if (year := year_of(word)) is not None:
            return self._bare_year(index, year)
        if len(word) > 2:
            return None
        following = self.padded[index + 1]
        dotted = following == "." or following in SUFFIXES
        step = 2 if dotted else 1
        if self.padded[index + step] == "of":
            step += 1
        named = self.padded[index + step]
        if named in self.months:
            return self._month(index + step, index + step, int(word))
        if kind := PART_WORDS.get(named):
            # «3 kvartal» may be three quarters; a point or a year makes it the third.
            return self._part(index + step, kind, int(word), ordinal=dotted)
        return None

    def _numeric(self, index: int, word: str) -> Span | None:
        """«30.6.2026», «30/6-2026», «2026-06-30», «30/6»."""
        parts = [part for part in PIECES.split(word) if part]
        if len(parts) == 3 and len(parts[0]) == 4:
            parts.reverse()
        if "," in word or not 2 <= len(parts) <= 3 or any(len(part) > 2 for part in parts[:2]):
            return None
        day, month = int(parts[0]), int(parts[1])
        if self.tokens.language is Language.EN and month > 12 >= day:
            day, month = month, day
        if len(parts) == 2 and not (word.endswith(".") or "/" in word):
            return None
        if len(parts) == 2 and self.padded[index - 1] not in NAMED_DAY:
            return None
        year = full_year(parts[2]) if len(parts) == 3 else self.year or 2000
        known = self._day(year, month, day)
        if known is None:
            return None
        return Span(index, known, known) if len(parts) == 3 or self.year else Span(index)

    @staticmethod
    def _day(year: int | None, month: int, day: int) -> date | None:
        try:
            return date(year, month, day) if year else None
        except ValueError:
            return None

    def _bare_year(self, index: int, year: int) -> Span | None:
        following = self.padded[index + 1]
        if following and (code := CODE.fullmatch(following)) and not code[3]:
            return self._bounded(index + 1, part_of_year(code[1], int(code[2]), year))
        if self._counts(index) or (
            self.padded[index - 1] == ":" and self.tokens.glued(index) and self.tokens.glued(index - 1)
        ):
            return None
        last, until = index, year
        if following in BREAKS and self.tokens.glued(index + 1) and self.padded[index + 2].isdecimal():
            until = full_year(self.padded[index + 2]) or year
            last = index + 2
        return Span(last, date(year, 1, 1), date(until, 12, 31))

    def _counts(self, index: int) -> bool:
        """Whether four digits count something: «2050 timer», and the 2050 of «fra 2050 til 1900 timer»."""
        following, before = self.padded[index + 1], self.padded[index - 1]
        if following in {"til", "to", "→", "->"} and year_of(self.padded[index + 2]):
            return self._counts(index + 2)
        if following in countables() or following in {"%", "prosent", "percent"}:
            return following not in {"mål", "no"}
        if not following.isalpha() or following in self.months or following in function_words(self.tokens.language):
            return False
        return before not in LEADS or before in {
            "til",
            "to",
            "fra",
            "frå",
            "from",
            "enn",
            "than",
            "the",
            "de",
            "dei",
            "den",
        }

    def _month(self, index: int, last: int, day: int | None) -> Span | None:
        name = self.words[index]
        led = self.padded[index - 1] in LEADS
        following = self.padded[last + 1]
        if day is None and following.isdecimal() and len(following) <= 2 and self.tokens.language is Language.EN:
            day = int(following)
            last += 1
            last += self.padded[last + 1] in SUFFIXES
            last += self.padded[last + 1] == "," and year_of(self.padded[last + 2]) is not None
        elif following == "." and year_of(self.padded[last + 2]):
            last += 1
        year = year_of(self.padded[last + 1])
        if year is not None:
            last += 1
        elif name in WORDS_TOO and not self._is_name_of_month(index, day, led=led):
            return None
        year = year or self.year
        month = self.months[name]
        if day is not None:
            known = self._day(year or 2000, month, day)
            return None if known is None else Span(last, known, known) if year else Span(last)
        return Span(last, date(year, month, 1), last_day_of(year, month)) if year else Span(last)

    def _is_name_of_month(self, index: int, day: int | None, *, led: bool) -> bool:
        """Whether «may», «mars» or «jan» is the month: English writes it with a capital, as the verb is not."""
        if self.tokens.language is Language.EN and not self.tokens.text[self.tokens.start(index)].isupper():
            return False
        return day is not None or led

    @staticmethod
    def _bounded(last: int, bounds: tuple[date, date] | None) -> Span:
        return Span(last, *bounds) if bounds else Span(last)

    def _code(self, index: int, code: re.Match[str]) -> Span | None:
        kind, number = code[1], int(code[2])
        if number > PARTS[kind]:
            return None
        last, year = index, full_year(code[3]) if code[3] else None
        if year is None:
            step = 2 if self.padded[index + 1] in OF or self.padded[index + 1] in BREAKS else 1
            year = year_of(self.padded[index + step])
            if year is not None:
                last = index + step
            elif kind != "q" and self.padded[index - 1] not in LEADS:
                return None  # «fraværsskader (H1)» is the name of a measure
        year = year or self.year
        return self._bounded(last, part_of_year(kind, number, year) if year else None)

    def _part(self, index: int, kind: str, number: int, *, ordinal: bool = True) -> Span | None:
        """«3. kvartal 2026», «andre halvår», «first half of 2026»; ``index`` is that of the noun."""
        step = 2 if self.padded[index + 1] in OF else 1
        year = year_of(self.padded[index + step])
        # «siste kvartal» alone is the one before; «first half of the customers» is no time.
        if year is None and (
            not ordinal or number < 0 or (self.words[index] == "half" and self.padded[index + 1] == "of")
        ):
            return None
        number = PARTS[kind] if number < 0 else number
        if not 1 <= number <= PARTS[kind]:
            return None
        last = index + step if year is not None else index
        year = year or self.year
        return self._bounded(last, part_of_year(kind, number, year) if year else None)

    def _season(self, index: int, word: str) -> Span | None:
        step = 2 if self.padded[index + 1] in OF else 1
        year = year_of(self.padded[index + step])
        before, following = self.padded[index - 1], self.padded[index + 1]
        if year is None:
            if before not in LEADS or before in {"om", "for", "on", "at"}:
                return None
            if word in {"vår", "fall", "spring", "høst"} and following.isalpha():
                return None  # «i vår kommune»
        last = index + step if year is not None else index
        year = year or self.year
        first, until = SEASONS[word]
        return Span(last, date(year, first, 1), last_day_of(year, until)) if year else Span(last)

    def _week(self, index: int) -> Span | None:
        number = self.padded[index + 1]
        if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 53 or self.padded[index - 1] in EACH:
            return None
        if self.padded[index + 2] in ARROWS:
            return None  # «Pages per on-call week 31 → 12»
        step = 3 if self.padded[index + 2] in OF else 2
        year = year_of(self.padded[index + step])
        last = index + step if year is not None else index + 1
        year = year or self.year
        try:
            monday = date.fromisocalendar(year, int(number), 1) if year else None
        except ValueError:
            return None
        return Span(last, monday, monday + timedelta(days=6)) if monday else Span(last)

    def _duration(self, index: int) -> Span | None:
        """«innen tre måneder», «i løpet av 12 måneder», «over the next six weeks».

        «Innen 14 dager» is how soon a customer is served; only months and more, or the *next* weeks, are a time limit.
        """
        at, coming = index, False
        while at < index + _LONGEST_LEAD and (self.word(at) in REACH or self.word(at) in GLUE):
            coming |= self.word(at) in NEXT
            at += 1
        number, unit = self.word(at), self.word(at + 1)
        if not (number.isdecimal() or number in ARTICLES or number in lexicon(self.tokens.language).number_words):
            return None
        if self.words[index] == "over" and not coming:
            return None
        return Span(at + 1) if unit in LONG_UNITS or (coming and unit in SHORT_UNITS) else None

    def _year_end(self, index: int) -> Span:
        """«årsskiftet 2026/27», «year-end 2026»."""
        year = year_of(self.padded[index + 1])
        last = index + 1 if year is not None else index
        if year is not None and self.padded[index + 2] in BREAKS and self.padded[index + 3].isdecimal():
            last = index + 3
        year = year or self.year
        return Span(last, date(year, 12, 31), date(year, 12, 31)) if year else Span(last)

    def _unnumbered(self, index: int, word: str) -> Span | None:
        """«før jul», «i løpet av året», «by the end of the quarter», «i år», «this quarter»."""
        before = self.padded[index - 1]
        reach = index - 1
        while self.word(reach) in GLUE:
            reach -= 1
        bound = self.word(reach) in STRONG or self.word(reach) in EDGES
        current = before in {"this", "dette", "denne", "inneværende", "inneverande"} or (before == "i" and word == "år")
        if not bound and not current:
            return None
        year = year_of(self.padded[index + 1])
        last = index + 1 if year is not None else index
        year = year or self.year
        if year and word in YEARS and before not in NEXT:
            return Span(last, date(year, 1, 1), date(year, 12, 31))
        if year and word in {"jul", "jula", "julen", "christmas"}:
            return Span(last, date(year, 12, 24), date(year, 12, 24))
        return Span(last)
