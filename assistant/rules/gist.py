"""What is left of a line when inflection, order and small words are taken away: its words and its goal."""

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
    "fjor ifjor forfjor dag idag nå no today now volum volumet mengde mengden mengda volume amount "
    "vi me we our våre vår vårt us oss går gjennomført gjennomføre utført foretatt foreslått forslag proposed innen innan hele heile whole "
    "gang gonger times time overall totalt samlet samla still fortsatt framleis der som who that which are".split()
)
"""Words that add nothing to what is measured."""
_SMALL = ("function_words", "copulas", "modals", "units", "prepositions", "infinitive_marks", "determiners")
_PLACES = frozenset("i på ved hos for blant av til fra frå in at for among of from to with med innen innan".split())
_BOUNDS = frozenset("over under above below minst minimum least høyst høgst maks enn than".split())
_OUT_OF = frozenset("out of av".split())
"""Within a number: «4.6 out of 5»."""
WAYS = frozenset("+-")
_WHOLES = frozenset("alle samtlige samtlege all".split())
"""Before a number: «alle fem kontorer» are «de fem kontorene»."""
_YEARS = frozenset("year month quarter season week term spring summer autumn winter".split())
"""After «last» they date the start value."""
_FEWEST_WORDS = 4
"""Words of a sentence before another may follow."""


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
    for at in range(_FEWEST_WORDS, len(words) - 1):
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
        if (
            at in skipped
            or (word == "last" and not _YEARS.isdisjoint(words[at + 1 : at + 2]))
            or not word[0].isalnum()
            or word in empty
        ):
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
            if (
                not word.isalpha()
                or word in number_words
                or word in _OUT_OF
                or (at < measure.first and word in _BOUNDS)
            ):
                skipped.add(at)
    return skipped
