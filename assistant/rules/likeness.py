"""Telling lines that say the same from lines that look alike: by their words without inflection, and their goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.numbers import PERCENT
from assistant.rules.gist import WAYS, Gist

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEWEST = 2
_WHOLE, _ROUND, _SMALL_COUNT = 100, 5, 10
_JOINT = 1
"""Letters between the parts of a compound: «renhold-s-klage»."""
_ALIKE = 4
"""Letters that two forms of one word share at least, and that the longer of them has more at most."""


def say_the_same(one: Gist, other: Gist) -> bool:
    """Whether two lines have the same goal and the same words, or the same values of what is worded otherwise.

    Where start and goal are the same, forms of a word may differ («ventetid», «venter»), and one of the lines may have a
    word more, if that does not narrow it down. Where the values are so odd that they are no chance («83 → 88 %»), or one
    the complement of the other («80 → 85 %» stay, «20 → 15 %» leave), more words may differ.
    """
    if one.goal != other.goal:
        shares = one.unit == PERCENT and one.start is not None
        return shares and _is_complement(one, other) and _are_of_one_thing(one, other)
    if one.unit and other.unit and _unlike(one.unit, other.unit):
        return False
    if one.words == other.words:
        return not one.words <= WAYS
    return one.start is not None and one.start == other.start and _is_worded_otherwise(one, other)


def _is_worded_otherwise(one: Gist, other: Gist) -> bool:
    """Whether lines with the same start and goal have nearly the same words, or values that are no chance at all."""
    less, more = (one, other) if len(one.words) <= len(other.words) else (other, one)
    apart = len(more.words) - len(less.words) > _FEWEST
    unmistakable = one.unit == other.unit and _is_odd(one, throughout=True)
    if (apart and not unmistakable) or _has_digit(one.words ^ other.words):
        return False  # «butikk 12», «butikk 13»
    missing, extra = _unmatched(less, more), _unmatched(more, less)
    if unmistakable:  # «Sykefraværet 8,4 → 6,9 %», «ansatte som er borte fra 8,4 til 6,9 %»
        return not _are_two_things(less, more, missing, extra)
    if len(missing) > 1 or (missing and not _is_odd(one)):
        return False
    if not missing and len(less.words) >= _FEWEST and len(extra) <= 1:
        return more.scoped.isdisjoint(extra)
    if not _is_odd(one) or len(extra) > _FEWEST or not _share_a_word(less, more, missing, extra):
        return False
    return not _are_two_things(less, more, missing, extra)


def _are_of_one_thing(one: Gist, other: Gist) -> bool:
    """Whether a share and its complement share a word, and nothing narrows them down to two groups."""
    if _has_digit(one.words ^ other.words):
        return False
    mine, theirs = _unmatched(one, other), _unmatched(other, one)
    if not _share_a_word(one, other, mine, theirs):
        return False
    return one.scoped.isdisjoint(mine) or other.scoped.isdisjoint(theirs)


def _unmatched(one: Gist, other: Gist) -> list[str]:
    """The words of ``one`` that the other has in no form."""
    return [
        word
        for word in one.words - other.words
        if not any(_alike(word, its) for its in other.words) and not _is_part(word, one, other)
    ]


def _is_part(word: str, one: Gist, other: Gist) -> bool:
    """«Renholdsklager», «klager på renhold»: a compound of the other's words, or a part of one that this line takes apart."""
    if _is_made_of(word, other.words):
        return True
    compounds = (its for its in other.words if its.startswith(word) or its.endswith(word))
    return any(_is_made_of(its, one.words) for its in compounds)


def _is_made_of(compound: str, parts: frozenset[str]) -> bool:
    firsts = [part for part in parts if compound.startswith(part) and part != compound]
    lasts = [part for part in parts if compound.endswith(part) and part != compound]
    return any(len(first) + len(last) + _JOINT >= len(compound) for first in firsts for last in lasts)


def _has_digit(words: Iterable[str]) -> bool:
    return any(character.isdecimal() for word in words for character in word)


def _is_complement(one: Gist, other: Gist) -> bool:
    """«Bestått fra 80 til 85 %», «stryk fra 20 til 15 %»."""
    if one.unit != PERCENT or other.unit != PERCENT or one.start is None or other.start is None:
        return False
    if not isinstance(one.goal, float) or not isinstance(other.goal, float) or one.start == other.start:
        return False
    return one.start + other.start == _WHOLE and one.goal + other.goal == _WHOLE


def _is_odd(gist: Gist, *, throughout: bool = False) -> bool:
    """Whether two lines hardly have these values by chance: not both are round, nor both small; ``throughout``: neither."""
    if gist.start is None or not isinstance(gist.goal, float):
        return False
    odd = [value % 1 or (value % _ROUND and value > _SMALL_COUNT) for value in (gist.start, gist.goal)]
    return all(odd) if throughout else any(odd)


def _share_a_word(one: Gist, other: Gist, mine: list[str], theirs: list[str]) -> bool:
    return len(mine) < len(one.words) and len(theirs) < len(other.words)


def _are_two_things(one: Gist, other: Gist, mine: list[str], theirs: list[str]) -> bool:
    """Whether lines with the same values are about two things, by the words each has alone: built alike, or narrowed down."""
    if not one.scoped.isdisjoint(mine) and not other.scoped.isdisjoint(theirs):
        return True  # «blant barn», «blant voksne»
    if len(one.order) != len(other.order):
        return False
    differing = sum(word != its for word, its in zip(one.order, other.order, strict=True))
    return differing == 1  # «Ran i butikker», «Trusler i butikker»: one word exchanged


def _unlike(one: str, other: str) -> bool:
    """Whether two units differ: «dager» and «%»; a noun that is counted may be worded otherwise."""
    return one[:3].lower() != other[:3].lower() and not (one.isalpha() and other.isalpha())


def _alike(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: «absence», «absent»; or one begins the other: «ventetid», «venter»."""
    if one[:_ALIKE] != other[:_ALIKE]:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < _ALIKE:
        return False
    longer = len(long) - len(short)
    if long.startswith(short):
        return longer <= _ALIKE or len(short) >= 2 * _ALIKE
    return len(short) > _ALIKE and longer <= _FEWEST and long.startswith(short[: max(len(short) - 1, _ALIKE + 1)])
