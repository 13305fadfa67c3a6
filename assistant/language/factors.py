"""Reading a change given as a factor: «halvere», «doble», «redusere med en tredel»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon

if TYPE_CHECKING:
    from assistant.language.tokens import Tokens

_VERB_ENDINGS = "e er et a es ast ar ing inga ingen".split()
_MULTIPLES = {"dobl": 2, "fordobl": 2, "tredobl": 3, "firedobl": 4, "femdobl": 5, "tidobl": 10}
_ENGLISH_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_HALVING = (
    "halvere halverer halverte halvert halveres halvera halverast halvering halveringa halveringen "
    "halve halves halved halving"
)
_FACTORS: dict[str, float] = (
    dict.fromkeys(_HALVING.split(), 0.5)
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
_TWICE = frozenset("dobbelt twice".split())
_SO_MANY = frozenset("så as".split())
_FACTOR_WORDS = frozenset(_FACTORS.keys() | _FRACTIONS.keys() | _HALF | _TWICE)


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
        before = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in _HALF and (before in _HALF_LEADS or following in _SO_MANY):
            return 0.5
        if word in _TWICE and following in _SO_MANY:
            return 2.0
        if word in _FRACTIONS and (part := _part_moved(tokens, index, _FRACTIONS[word])) is not None:
            return part
    return None


def _part_moved(tokens: Tokens, index: int, denominator: int) -> float | None:
    """«med en tredel» down is 2/3, up 4/3; ``None`` where the fraction is no change («en tredel av brevene»)."""
    words = tokens.words
    if index < 2 or words[index - 2] not in _BY_OR_MOVED:
        return None
    number_words = lexicon(tokens.language).number_words
    numerator = 1 if words[index - 1] in _ONE_PART else number_words.get(words[index - 1])
    if numerator is None:
        return None
    rising = (
        not lexicon(tokens.language).phrases("up_words").entries.isdisjoint(words[:index]) or "opp" in words[:index]
    )
    return 1 + numerator / denominator if rising else 1 - numerator / denominator
