"""Telling lines that say the same from lines that look alike: their words without inflection, and their goals."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import lexicon
from assistant.language.numbers import PERCENT
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
        order: The same words in the order they stand in.
        start: The value it starts from.
        unit: The unit of the goal.
    """

    words: frozenset[str]
    scoped: frozenset[str]
    goal: Hashable
    order: tuple[str, ...]
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
    "vi me we our våre vår vårt us oss går gjennomført gjennomføre utført foretatt foreslått forslag proposed innen innan hele heile whole "
    "gang gonger times time overall totalt samlet samla still fortsatt framleis der som who that which are".split()
)
"""Words that add nothing to what is measured."""
_SMALL = ("function_words", "copulas", "modals", "units", "prepositions", "infinitive_marks", "determiners")
_PLACES = frozenset("i på ved hos for blant av til fra frå in at for among of from to with med innen innan".split())
_BOUNDS = frozenset("over under above below minst minimum least høyst høgst maks enn than".split())
_WAYS = frozenset("+-")
_WHOLES = frozenset("alle samtlige samtlege all".split())
"""Before a number: «alle fem kontorer» are «de fem kontorene»."""
_FEWEST = 2
_WHOLE, _ROUND, _SMALL_COUNT = 100, 5, 10
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


_SAME = (
    "punktlig punktleg presis rute on-time punctual", "fravær fråvær absen borte", "svartid responstid ventetid kø vent wait queue respons reply", "turnover gjennomtrekk slutt leav quit",
    "medarbeider medarbeidar ansatt tilsett employee staff", "omsetning omsetnad inntekt revenue", "kostnad utgift cost expense",
    "feil avvik mangel error defect fault", "gjenkjøp gjenbestill repeat reorder", "fornøyd tilfreds nøgd satisf happy happi",
    "fullfør gjennomfør complet finish", "frafall fråfall dropout drop-out", "klage reklamasjon complain grievance", "digital nett online web",
    "svinn kast avfall waste", "ulykke ulukke skade accident injur", "medlem member", "besøk gjest visit guest", "elev pupil student",
    "pasient patient", "kunde customer client", "søknad applic", "levering leveranse deliver", "saksbehandlingstid behandlingstid handsamingstid",
)  # fmt: skip
"""Beginnings of words that mean the same where they are measured by the same values."""
_CLASSES = {beginning: group for group, words in enumerate(_SAME) for beginning in words.split()}
_SHORTEST_BEGINNING = min(map(len, _CLASSES))
_BEGINNINGS = frozenset(word[:_SHORTEST_BEGINNING] for word in _CLASSES)


@lru_cache(maxsize=4096)
def _meaning(word: str) -> str:
    """One word for all that mean the same: its class where it has one, else itself."""
    if word[:_SHORTEST_BEGINNING] not in _BEGINNINGS:
        return word
    for size in range(len(word), _SHORTEST_BEGINNING - 1, -1):
        group = _CLASSES.get(word[:size])
        if group is not None:
            return _SAME[group].split()[0]
    return word


def _first_sentence(line: Line) -> int:
    """How many words the first sentence has: what follows says where the value is read."""
    words = line.words
    if "." not in words:
        return len(words)
    for at in range(_ALIKE, len(words) - 1):
        if words[at] == "." and words[at - 1].isalpha() and line.text[line.tokens.start(at + 1)].isupper():
            return at
    return len(words)


def read_gist(line: Line) -> Gist:
    """What a line says, whatever its wording."""
    baseline, target, delta, factor = line.change
    language, words, lists = line.language, line.words, line.lexicon
    rising, falling = lists.phrases("up_words").entries, lists.phrases("down_words").entries
    empty, skipped = _empty(language), _skipped(line)
    order, scoped = list[str](), set[str]()
    stop = _first_sentence(line)
    for at, word in enumerate(words[:stop]):
        if at in skipped or not word[0].isalnum() or word in empty:
            continue
        if word in rising or word in falling:
            if target is None:
                order.append("+" if word in rising else "-")
            continue
        key = _meaning(stem(word, language))
        order.append(key)
        if at and (words[at - 1] in _PLACES or line.text[line.tokens.start(at)].isupper()):
            scoped.add(key)
    goal: Hashable = None if target is None else target.value
    if goal is None and (delta is not None or factor is not None):
        goal = ("by", factor if delta is None else delta.value)
    unit = target or delta
    start = None if baseline is None else baseline.value
    return Gist(frozenset(order), frozenset(scoped), goal, tuple(order), start, None if unit is None else unit.unit)


def _skipped(line: Line) -> set[int]:
    """The words of its dates, and the numbers of its change with the bound before them; «sal 2» stays."""
    skipped = {at for mention in line.dates for at in range(mention.first, mention.last + 1)}
    if not _WHOLES.isdisjoint(line.words):
        firsts = [measure.first for measure in line.measures]
        skipped.update(at - 1 for at in firsts if at and line.words[at - 1] in _WHOLES)
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
    """Whether two lines have the same goal and the same words, or the same values of what is worded otherwise.

    Where start and goal are the same, forms of a word may differ («ventetid», «venter»), and one of the lines may have a
    word more, if that does not narrow it down. Where the values are so odd that they are no chance («83 → 88 %»), or one
    the complement of the other («80 → 85 %» stay, «20 → 15 %» leave), more words may differ.
    """
    if one.goal != other.goal:
        shares = one.unit == PERCENT and one.start is not None
        return shares and _is_complement(one, other) and _are_about_the_same(one, other, alike=True)
    if one.unit and other.unit and _unlike(one.unit, other.unit):
        return False
    if one.words == other.words:
        return not one.words <= _WAYS
    return one.start is not None and one.start == other.start and _is_worded_otherwise(one, other)


def _is_worded_otherwise(one: Gist, other: Gist) -> bool:
    """Whether lines with the same start and goal have nearly the same words."""
    less, more = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if len(more.words) - len(less.words) > _FEWEST:
        return False
    missing = _unmatched(less, more)
    if len(missing) > 1 or (missing and not _is_odd(one)):
        return False
    extra = _unmatched(more, less)
    if not missing and len(less.words) >= _FEWEST and len(extra) <= 1:
        return more.scoped.isdisjoint(extra) and not _has_digit(extra)
    return _is_odd(one) and len(extra) <= _FEWEST and _are_about_the_same(one, other)


def _unmatched(one: Gist, other: Gist) -> list[str]:
    """The words of ``one`` that the other has in no form."""
    return [word for word in one.words - other.words if not any(_alike(word, its) for its in other.words)]


def _has_digit(words: list[str]) -> bool:
    return any(character.isdecimal() for word in words for character in word)


def _is_complement(one: Gist, other: Gist) -> bool:
    """«Bestått fra 80 til 85 %», «stryk fra 20 til 15 %»."""
    if one.unit != PERCENT or other.unit != PERCENT or one.start is None or other.start is None:
        return False
    if not isinstance(one.goal, float) or not isinstance(other.goal, float) or one.start == other.start:
        return False
    return one.start + other.start == _WHOLE and one.goal + other.goal == _WHOLE


def _is_odd(gist: Gist) -> bool:
    """Whether two lines hardly have these values by chance: not both are round, nor both small."""
    if gist.start is None or not isinstance(gist.goal, float):
        return False
    return any(value % 1 or (value % _ROUND and value > _SMALL_COUNT) for value in (gist.start, gist.goal))


def _are_about_the_same(one: Gist, other: Gist, *, alike: bool = False) -> bool:
    """Whether lines with the same values share a word, and are not built alike (if they may not be) for two things."""
    mine, theirs = _unmatched(one, other), _unmatched(other, one)
    if len(mine) == len(one.words) or len(theirs) == len(other.words) or _has_digit(mine) or _has_digit(theirs):
        return False
    if not one.scoped.isdisjoint(mine) and not other.scoped.isdisjoint(theirs):
        return False  # «blant barn», «blant voksne»
    if alike or len(one.order) != len(other.order):
        return True
    differing = sum(word != its for word, its in zip(one.order, other.order, strict=True))
    return differing > 1  # «Ran i butikker», «Trusler i butikker»: one word exchanged


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
