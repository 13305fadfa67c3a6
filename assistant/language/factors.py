"""Reading a change given as a factor: «halvere», «doble», «redusere med en tredel»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon

if TYPE_CHECKING:
    from assistant.language.tokens import Tokens

_VERB_ENDINGS = ["", *"e er et a es ast ar ing inga ingen".split()]
_MULTIPLES = {"dobl": 2, "fordobl": 2, "tredobl": 3, "firedobl": 4, "femdobl": 5, "tidobl": 10}
_ENGLISH_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_HALVING = (
    "halver halvere halverer halverte halvert halveres halvera halverast halvering halveringa halveringen "
    "halve halves halved halving"
)
_DIVIDING = (
    "tredele tredeler tredelt tredeles tredelast", "firedele firedeler firedelt firedeles firedelast",
)  # fmt: skip
_FACTORS: dict[str, float] = (
    dict.fromkeys(_HALVING.split(), 0.5)
    | {word: 1 / parts for parts, words in enumerate(_DIVIDING, 3) for word in words.split()}
    | {stem + ending: factor for stem, factor in _MULTIPLES.items() for ending in _VERB_ENDINGS}
    | {stem + ending: factor for stem, factor in _ENGLISH_MULTIPLES.items() for ending in ("e", "es", "ed", "ing")}
)
_FRACTION_STEMS = {
    "tredel": 3, "tredjedel": 3, "fjerdedel": 4, "firedel": 4, "femdel": 5, "femtedel": 5, "tidel": 10, "tiendedel": 10,
}  # fmt: skip
_ENGLISH_FRACTIONS = {"third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "tenth": 10}
_FRACTIONS = {stem + ending: parts for stem, parts in _FRACTION_STEMS.items() for ending in ("", "er", "ar", "en")} | {
    name + ending: parts for name, parts in _ENGLISH_FRACTIONS.items() for ending in ("", "s")
}
_BY = frozenset("med by".split())
_BY_OR_MOVED = _BY | frozenset("opp ned up down".split())
_ONE_PART = frozenset("en ein én éin a one".split())
_HALF = frozenset("halvparten halvdelen half".split())
_HALF_LEADS = _BY | frozenset("til to in".split())
_DIGITS = 3
"""Of a number of times."""
_TWICE = frozenset("dobbelt dobbel doble twice".split())
_SO_MANY = frozenset("så as".split())
_TIMES = frozenset("ganger gonger times".split())
"""«Tre ganger så mange», «three times as many»."""
_FACTOR_WORDS = frozenset(_FACTORS.keys() | _FRACTIONS.keys() | _HALF | _TWICE | _TIMES)


def read_factor(tokens: Tokens) -> float | None:
    """The factor a line multiplies by: «halvere» 0.5, «doble» 2, «redusere med en tredel» 2/3; ``None`` if none."""
    words = tokens.words
    if _FACTOR_WORDS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        if word not in _FACTOR_WORDS:
            continue
        if word in _FACTORS:
            return _FACTORS[word]
        found = _part_moved(tokens, index, _FRACTIONS[word]) if word in _FRACTIONS else _so_many(tokens, index, word)
        if found:
            return found
    return None


def _so_many(tokens: Tokens, index: int, word: str) -> float | None:
    """«Halvparten så mange», «med halvparten», «twice as many», «tre ganger så mange»."""
    words = tokens.words
    before = words[index - 1] if index else ""
    as_many = index + 1 < len(words) and words[index + 1] in _SO_MANY
    if word in _HALF:
        return 0.5 if as_many or before in _HALF_LEADS else None
    if not as_many:
        return None
    return 2.0 if word in _TWICE else _number(tokens, index - 1)


def _part_moved(tokens: Tokens, index: int, denominator: int) -> float | None:
    """«med en tredel» down is 2/3, up 4/3; ``None`` where the fraction is no change («en tredel av brevene»)."""
    words = tokens.words
    if index < 2:
        return None
    lists = lexicon(tokens.language)
    falls = lists.phrases("down_words").entries
    if words[index - 2] not in _BY_OR_MOVED and words[index - 2] not in falls:
        return None  # «kutte en tredel», «ned en firedel», «med to femdeler»
    number_words = lists.number_words
    numerator = 1 if words[index - 1] in _ONE_PART else number_words.get(words[index - 1])
    if numerator is None:
        return None
    rising = not lists.phrases("up_words").entries.isdisjoint(words[:index]) or "opp" in words[:index]
    return 1 + numerator / denominator if rising else 1 - numerator / denominator


def _number(tokens: Tokens, index: int) -> float | None:
    """The number word or the digits at ``index``."""
    word = tokens.words[index] if index >= 0 else ""
    if word.isdecimal():
        return float(word) if len(word) <= _DIGITS else None
    found = lexicon(tokens.language).number_words.get(word)
    return None if found is None else float(found)
