"""Telling a line that is a number of something, and says nothing that anyone does or has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm
from assistant.language.numbers import Role
from assistant.okr import Language
from assistant.rules.counting import TO_US, Activity, end_of_name, is_share, listed
from assistant.rules.others import is_outsider
from assistant.rules.own_people import is_occupation, is_own_people
from assistant.rules.states import is_verified_state

if TYPE_CHECKING:
    from assistant.language.line import Line

_LONGEST = 9
"""Words; a longer line says more than how many."""
_LONGEST_NAME = 3
_FEW = range(2, 100)
_FIRST = frozenset("første fyrste first ever nye ny new".split())
"""Counted from nothing, or more than there were: those may well be what is to be won."""
_SAID = frozenset((VerbForm.PRESENT, VerbForm.PAST, VerbForm.PARTICIPLE))


def nothing_but_a_count(line: Line) -> Activity | None:
    """«Nine devlogs on the store page», «Seks åpne kvelder på verkstedet»: so many, made by us, and no word of an effect."""
    words = line.words
    if len(line.measures) != 1 or len(words) > _LONGEST or not _FIRST.isdisjoint(words) or not _counts(line):
        return None
    end = end_of_name(line, 1)
    if not 1 < end <= 1 + _LONGEST_NAME or words[end - 1] in TO_US or _is_people(words[end - 1], line.language):
        return None
    return None if _says_more(line) else Activity(words[end - 1], 0, end - 1)


def _counts(line: Line) -> bool:
    """Whether the line opens with a small number of things, that is no bound, no share and no size."""
    measure, unit = line.measures[0], line.measures[0].unit or ""
    if measure.role is not Role.LEVEL or measure.bound is not None or measure.first or measure.value not in _FEW:
        return False
    return unit[:1].isalpha() and not is_share(measure) and unit not in line.lexicon.phrases("units").entries


def _says_more(line: Line) -> bool:
    """Whether there is a verb, or a state that somebody outside can verify."""
    if not listed(line.language, "finite_copulas").isdisjoint(line.words) or is_verified_state(line):
        return True
    return any(verb.form in _SAID for word in line.words for verb in line.lexicon.verbs.get(word))


def _is_people(word: str, language: Language) -> bool:
    english = language is Language.EN
    return is_outsider(word) or is_own_people(word) or is_occupation(word, one=False, english=english)
