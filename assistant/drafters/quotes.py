"""Looking a quote up in the brief, and a value up in a quote. A model's word is taken for neither."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.brief import Brief, Statement, cite
from assistant.drafters.facts import same_unit
from assistant.drafters.texts import plain_pieces
from assistant.language.folding import comparable, fold
from assistant.language.lexicon import lexicon
from assistant.language.line import Line
from assistant.language.numbers import Measure
from assistant.okr import Citation, Language

_NOT_QUOTED = frozenset(("roles",))
_FEWEST_WORDS = 3
"""A shorter quote links nothing to anything, unless it is a whole statement."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that stand in the brief.

    Attributes:
        citation: The words, with their field and place.
        statements: The statements they stand in.
    """

    citation: Citation
    statements: tuple[Statement, ...]

    @property
    def links(self) -> bool:
        """Whether there are words enough for an objective to rest on."""
        quote = comparable(self.citation.quote)
        return len(quote.split()) >= _FEWEST_WORDS or any(quote == comparable(item.text) for item in self.statements)

    def measures(self, language: Language, year: int | None) -> list[Measure]:
        """The values that stand in the quoted words, read in their whole statement: «5 %» is not in «45 %»."""
        found: list[Measure] = []
        first, last = self.citation.start or 0, self.citation.end or 0
        for statement in self.statements:
            line = Line(statement.text, language, year)
            for measure in line.measures:
                begins = _number_at(line, measure)
                at = statement.place.origin(begins, begins + 1)[0]
                if first <= at < last:
                    found.append(measure)
        return found

    def holds(self, value: float | None, text: str, unit: str | None, language: Language, year: int | None) -> bool:
        """Whether a value stands in the quoted words, in its unit; a state («CII D») as words."""
        if value is None:
            wanted, words = comparable(text).casefold(), comparable(self.citation.quote).casefold()
            return bool(wanted) and whole_words(words, wanted) is not None
        return any(
            math.isclose(measure.value, value) and same_unit(measure.unit, unit)
            for measure in self.measures(language, year)
        )


def find_quote(brief: Brief, quote: str) -> Quoted | None:
    """Where ``quote`` stands in the brief, whole words of it, or ``None``.

    Within one statement if it can be, those that are for this period first; else wherever :meth:`Brief.find` finds it.
    Words that speak to the assistant, and the list of roles, are not there to be quoted.
    """
    wanted = comparable(quote)
    if not any(char.isalnum() for char in wanted):
        return None
    usable = [
        (item, folded)
        for item, folded in zip(brief.statements, brief.comparable_statements, strict=True)
        if not item.addressed and item.field not in _NOT_QUOTED
    ]
    for statement, folded in sorted(usable, key=lambda pair: pair[0].excluded):
        at = whole_words(folded.text, wanted)
        if at is not None:
            return Quoted(cite(statement, *folded.origin(at, at + len(wanted))), (statement,))
    return _across_statements(brief, quote)


def plain_quotes(brief: Brief, quote: str) -> Iterator[Quoted]:
    """Where ``quote`` stands in the brief; if links or markup stand in it, its pieces without them, longest first."""
    found = find_quote(brief, quote)
    if found is None:
        return
    pieces = plain_pieces(found.citation.quote)
    if pieces == [found.citation.quote]:
        yield found
        return
    yield from filter(None, (find_quote(brief, piece) for piece in pieces))


def _across_statements(brief: Brief, quote: str) -> Quoted | None:
    for name, source in brief.sources.items():
        place = brief.find(quote, name)
        if place is None or not _is_whole(source, *place):
            continue
        touched = tuple(
            item
            for item in brief.statements
            if (item.field == name or brief.sources[item.field] is source)
            and item.start < place[1]
            and place[0] < item.end
        )
        if touched and not any(item.addressed or item.field in _NOT_QUOTED for item in touched):
            words = fold(source, *place).text
            return Quoted(Citation(field=touched[0].field, quote=words, start=place[0], end=place[1]), touched)
    return None


def whole_words(text: str, wanted: str) -> int | None:
    """Where ``wanted`` stands in ``text`` without beginning or ending within a word, or ``None``."""
    at = text.find(wanted)
    while at >= 0:
        if _is_whole(text, at, at + len(wanted)):
            return at
        at = text.find(wanted, at + 1)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _number_at(line: Line, measure: Measure) -> int:
    """Where the number itself begins, past a sign or «kr» before it."""
    number_words = lexicon(line.language).number_words
    for index in range(measure.first, measure.last + 1):
        if line.words[index][0].isdecimal() or line.words[index] in number_words:
            return line.tokens.start(index)
    return measure.start
