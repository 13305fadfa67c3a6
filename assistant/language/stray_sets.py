"""The sets of words by which a line's language is told, worked out from the lexicons once."""

from __future__ import annotations

from functools import cache

from assistant.language.lexicon import VerbForm, foreign_words, lexicon
from assistant.language.stray_words import (
    CORE,
    ENDINGS,
    ENDINGS_BEYOND,
    ENGLISH,
    ENGLISH_IN_TERMS,
    FOREIGN_NAMES,
    LOANS,
    LOOKALIKES,
    NORWEGIAN_UNITS,
    NOT_BY_ENDING,
    NOT_ONLY,
    SHORTEST_WITH_ENDING,
    TIMES,
)
from assistant.okr import Language

OTHER = {Language.NB: Language.NN, Language.NN: Language.NB}
"""The other Norwegian."""
HOME_TOO = ENGLISH_IN_TERMS - LOOKALIKES
"""Small English words that are no Norwegian ones."""
_DONE = frozenset((VerbForm.PAST, VerbForm.PARTICIPLE))


@cache
def vocabulary(language: Language) -> frozenset[str]:
    """Every word the lexicon of a language has."""
    words = lexicon(language)
    found = set(words.verbs) | words.number_words.keys() | words.months.keys()
    for name in ("function_words", "distinct_words", "comparatives", "units", "measure_suffixes", "activity_nouns",
                 "deliverable_nouns", "task_nouns", "vague_words", "buzzwords", "weekdays", "role_suffixes"):  # fmt: skip
        found.update(*[entry.split() for entry in words.phrases(name).entries])
    return frozenset(found)


@cache
def norwegian() -> frozenset[str]:
    """Every word of the two Norwegian lexicons."""
    return vocabulary(Language.NB) | vocabulary(Language.NN)


@cache
def strong_norwegian() -> frozenset[str]:
    """The function words and verbs of the two that are neither English nor look it."""
    found = set[str]()
    for language in (Language.NB, Language.NN):
        words = lexicon(language)
        found |= set(words.verbs) | words.words("function_words") | words.words("distinct_words")
    return frozenset(found - vocabulary(Language.EN) - LOOKALIKES)


@cache
def english_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """English participles, and infinitives that open a line; those that Norwegians use are left out."""
    verbs = lexicon(Language.EN).verbs
    shared = norwegian() | LOANS
    plain = verbs.in_forms(VerbForm.INFINITIVE) - shared
    return plain, verbs.in_forms(*_DONE) - plain - shared


@cache
def homographs() -> frozenset[str]:
    """English verbs that are nouns as well, and may open a term: «code coverage»."""
    return lexicon(Language.EN).words("noun_homographs") | {"return", "code", "search", "trade", "travel", "live"}


def orders(word: str) -> bool:
    """Whether it is an English verb and nothing else."""
    return word in english_verbs()[0] and word not in homographs()


@cache
def core_of(language: Language) -> frozenset[str]:
    """The words of one Norwegian that nobody takes for the other, comparatives like «raskere» and «raskare» among them."""
    other = lexicon(OTHER[language])
    compared = lexicon(language).phrases("comparatives").entries - other.phrases("comparatives").entries
    known = other.words("function_words") | other.words("distinct_words") | set(other.verbs) | CORE[OTHER[language]]
    return (CORE[language] | {word for word in compared if word.endswith(("ere", "are"))}) - known


@cache
def broad_of(language: Language) -> frozenset[str]:
    """The common words of one Norwegian that the other does not allow, and no language else has."""
    words = lexicon(language).words("distinct_words") | core_of(language)
    other = lexicon(OTHER[language])
    return words - NOT_ONLY[language] - other.words("function_words") - other.words("distinct_words")


def ends_so(word: str, language: Language) -> bool:
    """Whether a word ends as words of one Norwegian alone do."""
    return len(word) >= SHORTEST_WITH_ENDING and word.endswith(ENDINGS[language]) and not word.endswith(NOT_BY_ENDING)


@cache
def alien() -> dict[str, frozenset[str]]:
    """The common words of each foreign language that none of the three has."""
    known = norwegian() | vocabulary(Language.EN) | LOOKALIKES | ENGLISH_IN_TERMS
    return {name: frozenset(words) - known for name, words in foreign_words().items() if name in FOREIGN_NAMES}


@cache
def foreign_words_of(name: str) -> frozenset[str]:
    """The common words of one foreign language."""
    return frozenset(foreign_words()[name])


@cache
def suspects(home: Language) -> frozenset[str]:
    """The words that make a second look worth while."""
    found = set[str]().union(*alien().values())
    if home is Language.EN:
        return frozenset(found | strong_norwegian() | NORWEGIAN_UNITS)
    plain, done = english_verbs()
    return frozenset(found | ENGLISH | TIMES | plain | done | {"up"} | LOANS | broad_of(OTHER[home]))


@cache
def tails(home: Language) -> frozenset[str]:
    """The last letters of the endings that the other Norwegian has."""
    beyond = (ending for endings in ENDINGS_BEYOND.values() for ending in endings)
    return frozenset(ending[-4:] for ending in (*ENDINGS[OTHER[home]], *beyond))
