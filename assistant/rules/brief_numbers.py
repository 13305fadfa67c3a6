"""The numbers a text holds, by value, for telling a number that was found from one that was made up."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon
from assistant.language.number_words import spelled
from assistant.language.numbers import parse_number

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.language.numbers import Measure
    from assistant.language.tokens import Tokens
    from assistant.rules.analysis import Context


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a text.

    Attributes:
        values: Their values, without sign; number words count, and «ingen» is zero.
        words: Those in digits as they are written, in lower case.
    """

    values: frozenset[float]
    words: frozenset[str]


_ZERO = frozenset("ingen inga ikkje null zero no nobody none never aldri uten utan without".split())


def numbers_of(tokens: Tokens, skip: Container[int] = ()) -> Numbers:
    """The numbers among ``tokens``, but for the words at the indices in ``skip``."""
    number_words = lexicon(tokens.language).number_words
    values: set[float] = set()
    written: set[str] = set()
    for index, word in enumerate(tokens.words):
        if index in skip:
            continue
        if word[0].isdecimal():
            written.add(word)
            value = parse_number(word, tokens.language)
            if value is not None:
                values.add(abs(value))
        elif word in number_words:
            values.add(float(number_words[word]))
            if index + 1 < len(tokens.words) and (whole := spelled(tokens.words, index, tokens.language)) is not None:
                values.add(whole)
        elif word in _ZERO:
            values.add(0.0)
    return Numbers(frozenset(values), frozenset(written))


def is_in_brief(measure: Measure, line: Line, context: Context) -> bool:
    """Whether the brief has the number of a line, by its value or as it is written."""
    numbers = context.brief_numbers
    if abs(measure.value) in numbers.values or (measure.value == 1 and not measure.written):
        return True
    words = line.words[measure.first : measure.last + 1]
    return all(word in numbers.words for word in words if word[0].isdecimal())
