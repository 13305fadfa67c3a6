"""The numbers a text holds, by value, for telling a number that was found from one that was made up."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon
from assistant.language.numbers import parse_number

if TYPE_CHECKING:
    from assistant.language.tokens import Tokens


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
        elif word in _ZERO:
            values.add(0.0)
    return Numbers(frozenset(values), frozenset(written))
