"""The words of one language that give a number its part: floors, ceilings, start values, changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon
from assistant.language.tokens import ARROWS, split_words
from assistant.okr import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_BOUND = frozenset({"opp til", "up to", "ned mot", "min", "min.", "within", "eller", "or"})
_AFTER_A_VALUE = ("eller ", "or ", "og oppover", "and above", "and up", "plus")
_NOT_AFTER = frozenset("fra frå from med with to vs versus til of the last sist på i in at".split())


class Ends:
    """Phrases found by the word they end in, longest first."""

    __slots__ = ("by_last",)

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index ``phrases``."""
        by_last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(split_words(phrase))
            by_last.setdefault(words[-1], []).append(words)
        self.by_last = {last: sorted(found, key=len, reverse=True) for last, found in by_last.items()}

    def length_at(self, words: list[str], index: int) -> int:
        """How many words the longest phrase that ends at ``index`` covers."""
        if index < 0:
            return 0
        for phrase in self.by_last.get(words[index], ()):
            start = index + 1 - len(phrase)
            if start >= 0 and (len(phrase) == 1 or tuple(words[start : index + 1]) == phrase):
                return len(phrase)
        return 0


class Cues:
    """The words of one language that give a number its part."""

    def __init__(self, language: Language) -> None:
        """Read them from the lexicon."""
        words = lexicon(language)
        floors, ceilings = words.phrases("bound_at_least").entries, words.phrases("bound_at_most").entries
        self.floors = Ends(phrase for phrase in floors - _NO_BOUND if not phrase.startswith(_AFTER_A_VALUE))
        self.ceilings = Ends(phrase for phrase in ceilings - _NO_BOUND if not phrase.startswith(_AFTER_A_VALUE))
        self.bound_ends = self.floors.by_last.keys() | self.ceilings.by_last.keys()
        self.or_more = {tuple(split_words(phrase)) for phrase in floors if phrase.startswith(_AFTER_A_VALUE)}
        self.or_less = {tuple(split_words(phrase)) for phrase in ceilings if phrase.startswith(_AFTER_A_VALUE)}
        baseline = words.phrases("baseline_cues")
        # «Nå» is both «now» and «reach»; it is judged by the word before it.
        self.starts = Ends(baseline.entries - {"nå"})
        self.after = Ends(phrase for phrase in baseline.entries if split_words(phrase)[-1] not in _NOT_AFTER)
        self.says_now = self.after.by_last.keys() | ARROWS
        self.comparatives = words.phrases("comparatives").entries
        self.falls = words.phrases("down_words").entries
        self.changes = words.phrases("up_words").entries | self.falls


@lru_cache(maxsize=3)
def cues_of(language: Language) -> Cues:
    """The cues of a language, read once."""
    return Cues(language)
