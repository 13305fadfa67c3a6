"""What the brief names: its numbers, its days and its people, for telling what a model found from what it made up."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property

from assistant.brief import Brief
from assistant.drafters.quotes import Quoted, whole_words
from assistant.drafters.texts import tidy
from assistant.language.dates import DateMention
from assistant.language.folding import comparable
from assistant.language.line import Line
from assistant.language.numbers import Measure
from assistant.language.roles import has_role_word
from assistant.language.tokens import split_words
from assistant.okr import Language
from assistant.rules.brief_numbers import numbers_of
from assistant.rules.names import is_known, proper_names, stems_of

_FULL_NAME = re.compile(r"[A-ZÆØÅÄÖÁ][\w.'’-]*(?:\s(?:van|von|de|af|av))?(?:\s[A-ZÆØÅÄÖÁ][\w.'’-]*)+")

_BEFORE = frozenset("før before".split())
_A_YEAR = timedelta(days=360)


class BriefFacts:
    """The brief without the words that speak to the assistant: those name nothing."""

    def __init__(self, brief: Brief, language: Language, year: int | None) -> None:
        """Take the brief; nothing is read yet."""
        self.brief = brief
        self.language = language
        self.year = year

    @cached_property
    def _lines(self) -> list[Line]:
        return [Line(item.text, self.language, self.year) for item in self.brief.statements if not item.addressed]

    @cached_property
    def _words(self) -> str:
        pairs = zip(self.brief.statements, self.brief.comparable_statements, strict=True)
        said = [folded.text for item, folded in pairs if not item.addressed]
        return " ".join([*said, *(comparable(role.text) for role in self.brief.roles)]).casefold()

    @cached_property
    def _numbers(self) -> frozenset[float]:
        known: set[float] = set()
        for line in self._lines:
            known |= numbers_of(line.tokens).values | {abs(measure.value) for measure in line.measures}
        return frozenset(known)

    @cached_property
    def days(self) -> frozenset[date]:
        """The days the brief names, and the period's own."""
        found = {
            day for line in self._lines for mention in line.dates for day in (mention.start_day, mention.day) if day
        }
        period = self.brief.period
        return frozenset(found | ({period.start, period.end} if period else set()))

    def holds_the_numbers_of(self, text: str) -> bool:
        """Whether every number of ``text`` stands in the brief; dates too, and «1» in words is an article."""
        line = Line(text, self.language, self.year)
        if any(mention.day is not None and mention.day not in self.days for mention in line.dates):
            return False
        return all(map(self.holds, line.measures))

    def holds(self, measure: Measure) -> bool:
        """Whether the number of ``measure`` stands in the brief; «1» in words is an article."""
        return abs(measure.value) in self._numbers or (measure.value == 1 and not measure.written)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        told = {word for line in self._lines for word in line.words}
        said = [role.text for role in self.brief.roles] + [self.brief.organisation or "", self.brief.title or ""]
        return frozenset(told | {word for text in said for word in split_words(text, self.language)})

    @cached_property
    def _stems(self) -> frozenset[str]:
        return stems_of(self._vocabulary)

    def holds_the_names_of(self, text: str) -> bool:
        """Whether every proper name of ``text`` stands in the brief, in some form of it."""
        names = proper_names(Line(text, self.language, self.year))
        return all(is_known(name, self._vocabulary, self._stems) for name in names)

    def named(self, text: str) -> str | None:
        """``text`` if the brief has those words, else ``None``."""
        wanted = comparable(text).casefold()
        return text if wanted and whole_words(self._words, wanted) is not None else None

    def owner(self, proposed: str) -> str | None:
        """The role or person of the brief that ``proposed`` means, as plain words, or ``None``."""
        return tidy(self._owner(proposed)) or None

    def _owner(self, proposed: str) -> str | None:
        wanted = comparable(proposed).casefold()
        if not wanted:
            return None
        for role in self.brief.roles:
            if wanted in {comparable(name).casefold() for name in (role.text, role.title, role.name) if name}:
                return role.text
        named = [
            role
            for role in self.brief.roles
            if role.name and whole_words(wanted, comparable(role.name).casefold()) is not None
        ]
        if len(named) == 1:
            return named[0].text
        is_somebody = has_role_word(proposed) or _FULL_NAME.fullmatch(proposed) is not None
        return self.named(proposed) if is_somebody else None

    def day_of(self, quoted: Quoted) -> date | None:
        """The one day by which the statement of a quote wants something reached; ``None`` if it gives none or more."""
        days: set[date] = set()
        for statement in quoted.statements:
            line = Line(statement.text, self.language, self.year)
            days |= {day for it in line.dates if it.deadline and (day := _latest(line, it)) is not None}
        return days.pop() if len(days) == 1 else None


def _latest(line: Line, mention: DateMention) -> date | None:
    """The last day of a deadline: «before summer» ends as the summer begins."""
    if mention.start_day is None or mention.day is None or line.words[mention.first] not in _BEFORE:
        return mention.day
    return mention.start_day if mention.day - mention.start_day < _A_YEAR else mention.day
