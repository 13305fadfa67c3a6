"""Telling bokmål, nynorsk and English apart by their common words, and saying so when a text is none of them."""

from __future__ import annotations

from collections import Counter
from functools import cache

from assistant.language.lexicon import foreign_words, lexicon
from assistant.okr import Language

_MARKS_AROUND = ".,:;!?()[]{}«»\"'“”‘’„*_#-–—…/|>"
_READ = 20_000
"""Characters; what follows cannot change the answer, and a text may be a megabyte."""
_TOO_SHORT = 8
"""Words; a text shorter than this is never called foreign."""
_SHORTEST_WITH_ENDING = 6
_DISTINCT, _ENDING, _COMMON = 3, 2, 1
_FEWEST_MARKS = 3
_MARK_SHARE = 0.05
"""How much of a text in a language is at least common words of that language alone."""
_ORDINARY_WORDS = 20
_COMMON_SHARE = 0.05
"""How much of a text in one of the three languages is at least its common words, names and numbers aside."""
_ONE_LINE = 12
"""What the words of one line weigh in the language it is in."""
_LAST_LATIN = "\u024f"
_FEW_LETTERS = 30


@cache
def _weights(language: Language) -> dict[str, int]:
    words = lexicon(language)
    weights = dict.fromkeys(words.words("function_words"), _COMMON)
    return weights | dict.fromkeys(words.words("distinct_words"), _DISTINCT)


@cache
def _weighed() -> dict[str, tuple[tuple[Language, int], ...]]:
    """What each common word weighs, in the languages that have it."""
    words: dict[str, list[tuple[Language, int]]] = {}
    for language in Language:
        for word, weight in _weights(language).items():
            words.setdefault(word, []).append((language, weight))
    return {word: tuple(found) for word, found in words.items()}


@cache
def _endings() -> dict[str, tuple[tuple[Language, str], ...]]:
    """The endings that tell a language, by their last two letters: most words have none of them."""
    endings: dict[str, list[tuple[Language, str]]] = {}
    for language in Language:
        for ending in lexicon(language).words("distinct_endings"):
            endings.setdefault(ending[-2:], []).append((language, ending))
    return {last: tuple(found) for last, found in endings.items()}


@cache
def _foreign() -> dict[str, list[str]]:
    """The foreign languages that have a word among their common ones."""
    languages: dict[str, list[str]] = {}
    for language, words in foreign_words().items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return languages


def _count(text: str) -> dict[str, int]:
    """How often each word occurs. Marks are stripped from the few hundred different words, not from all."""
    counted = dict(Counter(text[:_READ].lower().split()))
    for written in [written for written in counted if not written.isalpha()]:
        times, word = counted.pop(written), written.strip(_MARKS_AROUND)
        if word and word[0].isalpha():
            counted[word] = counted.get(word, 0) + times
    return counted


def _scores(counted: dict[str, int]) -> dict[Language, int]:
    found = dict.fromkeys(Language, 0)
    weighed, endings = _weighed(), _endings()
    for word in counted.keys() & weighed.keys():
        times = counted[word]
        for language, weight in weighed[word]:
            found[language] += weight * times
    for word in [word for word in counted if word[-2:] in endings and len(word) >= _SHORTEST_WITH_ENDING]:
        # A word that is common as a whole has been weighed, and a word has one ending in a language.
        told = {language for language, ending in endings[word[-2:]] if word.endswith(ending)}
        for language in told:
            if word not in _weights(language):
                found[language] += _ENDING * counted[word]
    return found


def scores(text: str) -> dict[Language, int]:
    """How much each language's common words weigh in ``text``; a word that belongs to one alone weighs three."""
    return _scores(_count(text))


def detect(text: str) -> Language | None:
    """The language of a text, or ``None`` when it is none of the three.

    Bokmål and nynorsk are told apart by words and endings that belong to one of them only; a text that leans to
    neither is read as bokmål. Of a mixed text the larger part counts. A text of a few words is never called foreign.
    """
    counted = _count(text)
    return _told(text, counted, _scores(counted))


def detect_most(lines: list[str], beside: list[str]) -> Language | None:
    """The language of most of ``lines``: where two come near each other, one long line of the other decides nothing.

    Args:
        lines: The lines.
        beside: Further lines of the same text, which count where these do not settle it.
    """
    text = "\n".join(lines)
    counted = _count(text)
    found = _scores(counted)
    best = _told(text, counted, found)
    weights = sorted(found.values())
    if best is None or weights[-1] - weights[-2] > _ONE_LINE:
        return best
    votes: Counter[Language] = Counter()
    for line in (*lines, *beside):
        told = scores(line)
        first, second = sorted(told, key=told.__getitem__, reverse=True)[:2]
        votes[first] += told[first] > told[second]
    return max(Language, key=lambda language: (votes[language], found[language]))


def _told(text: str, counted: dict[str, int], found: dict[Language, int]) -> Language | None:
    best = max(Language, key=found.__getitem__)  # bokmål is first, and wins a tie
    size = sum(counted.values())
    if _is_unreadable(counted) or _is_foreign(counted, best, size) or _is_unknown(text, found[best], size):
        return None
    return best


def _is_unreadable(counted: dict[str, int]) -> bool:
    """Whether most letters are of another alphabet."""
    if not counted or max(counted)[0] <= _LAST_LATIN:
        return False
    strange = sum([len(word) * counted[word] for word in counted if word[0] > _LAST_LATIN])
    return strange >= _FEW_LETTERS and strange > sum([len(word) * counted[word] for word in counted]) / 2


def _is_foreign(counted: dict[str, int], best: Language, size: int) -> bool:
    """Whether the words another language has alone outnumber those that ``best`` has alone.

    Danish and Swedish share most common words with Norwegian, so words shared by the pair say nothing either way.
    """
    if size < _TOO_SHORT:
        return False
    own, languages = _weights(best), _foreign()
    fewest = max(_FEWEST_MARKS, size * _MARK_SHARE)
    marks = (counted.keys() & languages.keys()) - own.keys()
    if sum([counted[word] for word in marks]) < fewest:
        return False
    for language in {language for word in marks for language in languages[word]}:
        found = sum([counted[word] for word in marks if language in languages[word]])
        ours = [word for word in counted if word in own and language not in languages.get(word, ())]
        if found >= fewest and found > sum([counted[word] for word in ours]):
            return True
    return False


def _is_unknown(text: str, score: int, size: int) -> bool:
    """Whether a text of many ordinary words has next to no common ones; names, with a capital, do not count."""
    if score >= size * _COMMON_SHARE:
        return False
    ordinary = sum(word[0].islower() for word in text[:_READ].split())
    return ordinary >= _ORDINARY_WORDS and score < ordinary * _COMMON_SHARE
