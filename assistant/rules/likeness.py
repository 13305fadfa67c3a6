"""Telling lines that say the same from lines that look alike: their words without inflection, and their goals."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import lexicon
from assistant.okr import Language

if TYPE_CHECKING:
    from collections.abc import Hashable

    from assistant.language.line import Line


class Gist(NamedTuple):
    """What is left of a line when inflection, order and small words are taken away.

    Attributes:
        words: Its content words, without endings; and «+» or «-» for a direction that no values tell.
        scoped: Those among them that narrow it down: after a preposition, or with a capital.
        goal: The value to reach, or how much it changes; ``None`` without numbers.
        start: The value it starts from.
        unit: The unit of the goal.
    """

    words: frozenset[str]
    scoped: frozenset[str]
    goal: Hashable
    start: float | None
    unit: str | None


_ENDINGS = {
    Language.NB: ("ene", "ers", "ens", "ets", "es", "er", "en", "et", "ne", "e", "s"),
    Language.NN: ("ane", "ene", "ars", "ens", "ets", "ast", "ar", "er", "en", "et", "ne", "a", "e", "s"),
    Language.EN: ("'s", "’s", "es", "s"),
}
_SHORTEST = 4
"""Letters of a stem."""
_TELLING = frozenset(
    "ikke ikkje ingen inga uten utan før etter inn ut over under not no none without before after above below outside "
    "inside within in out customers employees people alle all some noen nokre andre other første siste first last".split()
)
"""Function words that turn the meaning, and what the English list of them has besides."""
_EMPTY = frozenset(
    "antall antallet tallet talet andel andelen delen number share proportion percentage stedet staden instead "
    "gjennomsnittlig gjennomsnittleg snitt snittet average nivå nivået level få får fått get gets got oppnå oppnår achieve "
    "reach levere alltid always stadig igjen again rather heller mål målet resultat result så that is are was be skal vil "
    "vi me we our våre vår vårt us oss".split()
)
"""Words that add nothing to what is measured."""
_SMALL = ("function_words", "copulas", "modals", "units", "prepositions", "infinitive_marks", "determiners")
_PLACES = frozenset("i på ved hos for blant av til fra frå in at for among of from to with med innen innan".split())
_BOUNDS = frozenset("over under above below minst minimum least høyst høgst maks enn than".split())
_WAYS = frozenset("+-")
_FEWEST = 2
_ALIKE = 4
"""Letters that two forms of one word share at least, and that the longer of them has more at most."""


@cache
def _empty(language: Language) -> frozenset[str]:
    words = lexicon(language)
    found = set(_EMPTY)
    for name in _SMALL:
        found |= words.phrases(name).entries
    return frozenset(found - _TELLING - words.phrases("up_words").entries - words.phrases("down_words").entries)


@lru_cache(maxsize=4096)
def stem(word: str, language: Language) -> str:
    """A word without its ending, if enough of it is left."""
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not (ending == "et" and word[-3] == "h"):
            return word[: -len(ending)]
    return word


def read_gist(line: Line) -> Gist:
    """What a line says, whatever its wording."""
    baseline, target, delta, factor = line.change
    language, words, lists = line.language, line.words, line.lexicon
    rising, falling = lists.phrases("up_words").entries, lists.phrases("down_words").entries
    empty, skipped = _empty(language), _skipped(line)
    found, scoped = set[str](), set[str]()
    for at, word in enumerate(words):
        if at in skipped or not word[0].isalnum() or word in empty:
            continue
        if word in rising or word in falling:
            if target is None:
                found.add("+" if word in rising else "-")
            continue
        key = stem(word, language)
        found.add(key)
        if at and (words[at - 1] in _PLACES or line.text[line.tokens.start(at)].isupper()):
            scoped.add(key)
    goal: Hashable = None if target is None else target.value
    if goal is None and (delta is not None or factor is not None):
        goal = ("by", factor if delta is None else delta.value)
    unit = target or delta
    start = None if baseline is None else baseline.value
    return Gist(frozenset(found), frozenset(scoped), goal, start, None if unit is None else unit.unit)


def _skipped(line: Line) -> set[int]:
    """The words of its dates, and the numbers of its change with the bound before them; «sal 2» stays."""
    skipped = {at for mention in line.dates for at in range(mention.first, mention.last + 1)}
    number_words = line.lexicon.number_words
    for measure in line.change[:3]:
        if measure is None:
            continue
        for at in range(max(measure.first - 1, 0), measure.last + 1):
            word = line.words[at]
            if not word.isalpha() or word in number_words or (at < measure.first and word in _BOUNDS):
                skipped.add(at)
    return skipped


def say_the_same(one: Gist, other: Gist) -> bool:
    """Whether two lines have the same goal and the same words.

    Where start and goal are the same, forms of a word may differ («ventetid», «venter»), and one of the lines may have a
    word more, if that does not narrow it down.
    """
    if one.goal != other.goal or (one.unit and other.unit and _unlike(one.unit, other.unit)):
        return False
    if one.words == other.words:
        return not one.words <= _WAYS
    if one.start is None or one.start != other.start:
        return False
    less, more = (one, other) if len(one.words) <= len(other.words) else (other, one)
    missing = [word for word in less.words - more.words if not any(_alike(word, its) for its in more.words)]
    extra = [word for word in more.words - less.words if not any(_alike(word, its) for its in less.words)]
    if missing or len(less.words) < _FEWEST or len(extra) > 1:
        return False
    return more.scoped.isdisjoint(extra) and not any(character.isdecimal() for word in extra for character in word)


def _unlike(one: str, other: str) -> bool:
    return one[:3].lower() != other[:3].lower()


def _alike(one: str, other: str) -> bool:
    """Whether two stems are forms of one word."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _ALIKE and long.startswith(short) and len(long) - len(short) <= _ALIKE
