"""Telling which way a line goes: the words for up and down, and for more and less."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.okr import Language


@dataclass(frozen=True, slots=True)
class Direction:
    """A word of a line that says which way its values go.

    Attributes:
        rising: Up or down.
        index: Which word it is.
    """

    rising: bool
    index: int


_THAN = frozenset("enn than".split())
_NO_DIRECTION = frozenset(
    "vekst veksten growth fall kutt løft steg kort lengst mest flest færrest høyest høgast lavest lågast most least "
    "highest lowest korte limit limits limited drop drops fallene kuttene rise rises raises cuts falls løfte heving "
    "stigning stigninga stigningen lenger".split()
)
"""Words of direction that may as well be the name of what is measured: «steg per dag», «growth rate»."""
_VERBS_TOO = frozenset("kutt løft steg fall limit drop rise korte løfte".split())
"""Those among them that count where they are the line's head verb."""


@cache
def _directions(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon(language)
    return words.phrases("up_words").entries - _NO_DIRECTION, words.phrases("down_words").entries - _NO_DIRECTION


@cache
def _all_directions(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon(language)
    return words.phrases("up_words").entries, words.phrases("down_words").entries


@cache
def comparatives(language: Language) -> frozenset[str]:
    """The single-word comparatives of a language («færre», «bedre», «økt»)."""
    return frozenset(word for word in lexicon(language).phrases("comparatives").entries if " " not in word)


def direction_at(line: Line, index: int) -> Direction | None:
    """Which way the word at ``index`` points, or ``None``; «færre enn» points nowhere, it is a bound."""
    words = line.words
    if not 0 <= index < len(words) or (index + 1 < len(words) and words[index + 1] in _THAN):
        return None
    rising, falling = _directions(line.language)
    if words[index] in rising:
        return Direction(rising=True, index=index)
    return Direction(rising=False, index=index) if words[index] in falling else None


def opening_direction(line: Line) -> Direction | None:
    """The direction a line opens with: its head verb («øke», «reduce») or its first word («færre», «økt»)."""
    head = line.head
    if head.form is not None:
        word = line.words[head.first]
        rising, falling = _directions(line.language)
        if word in _VERBS_TOO:
            rising, falling = _all_directions(line.language)
        if word in rising or word in falling:
            return Direction(rising=word in rising, index=head.first)
    return direction_at(line, 0)


def opens_with_comparison(line: Line) -> bool:
    """Whether a line opens by comparing («Færre klager», «Øke trivselen», «Bedre mat»), which is no value yet."""
    words = line.words
    if not words:
        return False
    if opening_direction(line) is not None:
        return True
    return words[0] in comparatives(line.language) and (len(words) == 1 or words[1] not in _THAN)
