"""The word lists, as data: one JSON file a language, and :class:`Lexicon`, which looks words up in them.

Forms are stored, not stemmed: a stemmer maps at best three quarters of Norwegian verb forms to their lemma.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache, cached_property
from importlib import resources
from typing import Any, NamedTuple

from assistant.language.tokens import split_words
from assistant.okr import Language


class VerbKind(StrEnum):
    """What a verb as the head of a line makes of the line."""

    TASK = "task"
    OUTCOME = "outcome"
    VAGUE = "vague"


class VerbForm(StrEnum):
    """The forms kept apart, because position and form together tell a verb from a noun."""

    INFINITIVE = "infinitive"
    IMPERATIVE = "imperative"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    GERUND = "gerund"


class Verb(NamedTuple):
    """One reading of a word as a verb.

    Attributes:
        lemma: The infinitive, particles included: ``rulle ut``.
        kind: Task, outcome or vague.
        form: Which form the word is. English has no imperative of its own: it is the infinitive.
        particles: Words that must follow for this reading: ``("ut",)``.
    """

    lemma: str
    kind: VerbKind
    form: VerbForm
    particles: tuple[str, ...]


NORWEGIAN_FORMS = (VerbForm.IMPERATIVE, VerbForm.PRESENT, VerbForm.PAST, VerbForm.PARTICIPLE, VerbForm.PASSIVE)
"""What the forms of a verb in ``nb.json`` and ``nn.json`` are, in their order there."""

ENGLISH_FORMS = (VerbForm.PRESENT, VerbForm.PAST, VerbForm.PARTICIPLE, VerbForm.GERUND)
"""What the forms of a verb in ``en.json`` are, in their order there."""


class Verbs:
    """Every stored verb form with its readings.

    A file has some thousand forms and a run asks for few of them: only which verb a form belongs to is indexed at
    once, and the readings are worked out when first asked for.
    """

    __slots__ = ("_entries", "_forms", "_read")

    def __init__(self, language: Language, data: dict[str, Any]) -> None:
        """Index the verbs of ``data``, the parsed word lists of ``language``."""
        self._forms = ENGLISH_FORMS if language is Language.EN else NORWEGIAN_FORMS
        self._entries: dict[str, list[tuple[str, VerbKind, str]]] = {}
        self._read: dict[str, tuple[Verb, ...]] = {}
        for kind in VerbKind:
            for lemma, written in data[f"{kind}_verbs"].items():
                entry = (lemma, kind, written)
                for word in {lemma.partition(" ")[0], *written.replace("|", " ").split()}:
                    if word in self._entries:
                        self._entries[word].append(entry)
                    else:
                        self._entries[word] = [entry]
        self._entries.pop("-", None)

    def __contains__(self, word: str) -> bool:
        """Whether the word is a form of some verb."""
        return word in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, word: str) -> tuple[Verb, ...]:
        """The readings of a word, those with most particles first; empty if it is no verb."""
        if word not in self._entries:
            return ()
        found = self._read.get(word)
        if found is None:
            readings = (verb for entry in self._entries[word] for verb in self._readings(word, *entry))
            found = self._read[word] = tuple(sorted(readings, key=lambda verb: -len(verb.particles)))
        return found

    def in_forms(self, *forms: VerbForm) -> frozenset[str]:
        """Every word that is one of ``forms`` of some verb; cheaper than the readings of all words."""
        places = [self._forms.index(form) for form in forms if form in self._forms]
        found = set[str]()
        for lemma, _, written in {entry for entries in self._entries.values() for entry in entries}:
            if VerbForm.INFINITIVE in forms:
                found.add(lemma.partition(" ")[0])
            words = written.split()
            for place in places:
                found.update(words[place].split("|"))
        return frozenset(found - {"-"})

    def form_of(self, infinitive: str, form: VerbForm) -> str | None:
        """The stored ``form`` of a verb without particles («oppleve», present: «opplever»), or ``None``."""
        for lemma, _, written in self._entries.get(infinitive, ()):
            if lemma == infinitive and form in self._forms:
                word = written.split()[self._forms.index(form)].split("|")[0]
                return None if word == "-" else word
        return None

    def _readings(self, word: str, lemma: str, kind: VerbKind, written: str) -> Iterator[Verb]:
        first, *particles = lemma.split()
        if word == first:
            yield Verb(lemma, kind, VerbForm.INFINITIVE, tuple(particles))
        for form, alternatives in zip(self._forms, written.split(), strict=True):
            if word in alternatives.split("|"):
                yield Verb(lemma, kind, form, tuple(particles))


class Phrases:
    """A set of words and phrases, found in a list of words by their first word."""

    __slots__ = ("_by_first", "entries")

    def __init__(self, entries: Iterable[str]) -> None:
        """Index the entries; a phrase is words with single spaces between them."""
        self.entries = frozenset(entries)
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in self.entries:
            words = (entry,) if entry.isalpha() else tuple(split_words(entry))
            by_first.setdefault(words[0], []).append(words)
        self._by_first = {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in by_first.items()}

    def __contains__(self, word: str) -> bool:
        """Whether the single word is an entry of its own."""
        return word in self.entries

    def length_at(self, words: list[str], index: int) -> int:
        """How many words the longest entry starting at ``index`` covers; 0 if none starts there."""
        for phrase in self._by_first.get(words[index], ()):
            size = len(phrase)
            if size == 1 or tuple(words[index : index + size]) == phrase:
                return size
        return 0

    def find(self, words: list[str]) -> tuple[int, int] | None:
        """The first entry in ``words`` as (index, number of words), or ``None``."""
        firsts = self._by_first
        if firsts.keys().isdisjoint(words):
            return None
        for index, word in enumerate(words):
            if word in firsts and (size := self.length_at(words, index)):
                return index, size
        return None


class Lexicon:
    """The words of one language, ready to be looked up.

    Attributes:
        language: The language.
        number_words: Number words and their values.
        months: Month names and their numbers.
    """

    def __init__(self, language: Language, data: dict[str, Any]) -> None:
        """Index ``data``, the parsed word lists of ``language``."""
        self.language = language
        self.number_words: dict[str, int] = data["number_words"]
        self.months: dict[str, int] = data["months"]
        self._data = data
        self._phrases: dict[str, Phrases] = {}

    @cached_property
    def verbs(self) -> Verbs:
        """Every stored verb form, with its readings."""
        return Verbs(self.language, self._data)

    def words(self, name: str) -> frozenset[str]:
        """The entries of the list called ``name`` in the data file, where none is a phrase."""
        return frozenset(self._data[name])

    def phrases(self, name: str) -> Phrases:
        """The list of words and phrases called ``name`` in the data file."""
        found = self._phrases.get(name)
        if found is None:
            found = self._phrases[name] = Phrases(self._data[name])
        return found


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, read from its file once."""
    return Lexicon(language, _load(language))


def foreign_words() -> dict[str, list[str]]:
    """The common words of languages that are none of the three, to tell them apart by."""
    return _load("foreign")


def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    return data
