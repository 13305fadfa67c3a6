"""Telling number words that count («ni av ti», «i dag har vi to») from those that do not («i ett», «tre ganger»)."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.lexicon import lexicon
from assistant.language.number_line import FROM, PERCENT_WORDS, POINT_WORDS, NumberLine
from assistant.okr import Language

_FRACTIONS = (
    "tredel",
    "tredjedel",
    "fjerdedel",
    "firedel",
    "femtedel",
    "femdel",
    "tidel",
    "tiendedel",
    "third",
    "fifth",
    "tenth",
)
_ONES = frozenset("én éi ett étt éin eitt éitt one".split())
_AND = frozenset(("og", "and"))
_HUNDRED = 100
_ARTICLES = frozenset("en et ei ein eit a an".split())
_CLAUSE_ENDS = frozenset(("", ",", ".", ";", ")", "(", "/"))
_NOW = frozenset("dag idag fjor ifjor nå no now today currently".split())
_SAID_OF_NOW = frozenset(
    "har hadde er var finst finnes vi me det den dei bare berre kun dag fjor have has had is are was were we only just now no nå "
    "today there mot enn than against".split()
)
"""Before a number of what the line has named already: «i dag har vi fem», «today we have two»."""
_AGAINST = frozenset("mot against versus vs".split())
_TIMES = frozenset("ganger gonger gang gong times".split())
_A_WEEK = frozenset("i om per pr a each every hver hvert kvar kvart".split())
"""After «times»: a rhythm, which can be counted («three times a week»)."""


def _stands_alone(line: NumberLine, index: int) -> bool:
    """«der vi i dag har to», «from three days to one»: nothing is named again at the end of a clause."""
    before, following = line.word(index - 1), line.word(index + 1)
    if before in _SAID_OF_NOW and (following in _NOW or (following == "i" and line.word(index + 2) in _NOW)):
        return True  # «vi har fem i dag»
    if following not in _CLAUSE_ENDS or line.words[index] in _ARTICLES:
        return before in FROM and following in line.to
    moved = before in line.to and not FROM.isdisjoint(line.words[:index])
    return moved or before in FROM or (before in _SAID_OF_NOW and line.says_now)


def counts(line: NumberLine, index: int) -> bool:
    """Whether a number word counts: «ni av ti», «fem dager»; not «i ett», nor the «en» that is an article."""
    word, following, before = line.words[index], line.word(index + 1), line.word(index - 1)
    if following in {"av", "of"} and line.is_number(index + 2):
        return True
    if following == "in" and line.language is Language.EN and line.is_number(index + 2):
        return True
    if following == "out" and line.is_number(index + 3):
        return True
    if following.startswith(_FRACTIONS) or (following in _TIMES and line.word(index + 2) not in _A_WEEK):
        return False
    alone = _stands_alone(line, index)
    if word in _ONES:  # «én time», «maks én feil»
        return alone or following in line.units or (before in line.cues.bound_ends and line.is_counted(index + 1))
    introduced = before in _AGAINST or (
        before == ":" and following in _CLAUSE_ENDS
    )  # «konsertar: åtte, mot fem i haust»
    moved = alone or introduced or before in FROM or before in line.to
    # «åtte færre fall», «ten more calls»
    fewer = following in line.cues.comparatives and line.is_counted(index + 2)
    return moved or fewer or following in PERCENT_WORDS or following in POINT_WORDS or line.is_counted(index + 1)


def spelled(words: Sequence[str], first: int, language: Language) -> float | None:
    """The number written in words from ``first`` on: «tre», «to hundre», “one hundred and forty”; an article is none."""
    numbers = lexicon(language).number_words
    total: float | None = None
    for word in words[first:]:
        if total is not None and total >= _HUNDRED and word in _AND:
            continue
        if word not in numbers or word in _ARTICLES:
            break
        number = float(numbers[word])
        if total is None:
            total = number
        elif number >= _HUNDRED and number > total:
            total *= number
        elif total >= _HUNDRED:
            total += number
        else:
            break
    return total
