import json
import unicodedata
from importlib import resources
from typing import Any

import pytest

from assistant.language.lexicon import (
    ENGLISH_FORMS,
    NORWEGIAN_FORMS,
    Phrases,
    Verb,
    VerbForm,
    VerbKind,
    foreign_words,
    lexicon,
)
from assistant.language.tokens import split_words
from assistant.okr import Language

LANGUAGES = list(Language)
KINDS = list(VerbKind)


def data(language: Language) -> dict[str, Any]:
    raw = resources.files("assistant.language.lexicon").joinpath(f"{language}.json").read_text(encoding="utf-8")
    parsed: dict[str, Any] = json.loads(raw)
    return parsed


def entries(language: Language) -> list[str]:
    return [entry for values in data(language).values() for entry in values]


def verbs(language: Language) -> list[tuple[VerbKind, str, str]]:
    lists = data(language)
    return [(kind, lemma, forms) for kind in KINDS for lemma, forms in lists[f"{kind}_verbs"].items()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_lists(language: Language) -> None:
    assert list(data(language)) == list(data(Language.NB))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_written_in_lower_case_and_composed_letters(language: Language) -> None:
    odd = [word for word in entries(language) if word != unicodedata.normalize("NFC", word.lower()).strip()]
    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_says_a_thing_twice(language: Language) -> None:
    lists = {name: values for name, values in data(language).items() if isinstance(values, list)}
    assert [name for name, values in lists.items() if len(set(values)) < len(values)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_has_all_its_forms(language: Language) -> None:
    expected = len(ENGLISH_FORMS if language is Language.EN else NORWEGIAN_FORMS)
    assert [lemma for _, lemma, forms in verbs(language) if len(forms.split()) != expected] == []
    assert [lemma for _, lemma, forms in verbs(language) if any(not form for form in forms.split("|"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_verb_is_of_two_kinds(language: Language) -> None:
    lemmas = [lemma for _, lemma, _ in verbs(language)]
    assert len(set(lemmas)) == len(lemmas)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_verb_is_found(language: Language) -> None:
    index = lexicon(language).verbs
    for kind, lemma, forms in verbs(language):
        for word in forms.replace("|", " ").split():
            if word != "-":
                assert any(verb.lemma == lemma and verb.kind is kind for verb in index.get(word))
    assert "-" not in index
    assert len(index) == len(list(index))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_cut_as_a_line_is(language: Language) -> None:
    lists = data(language)
    for name in ("task_nouns", "done_states", "units", "baseline_cues"):
        for entry in lists[name]:
            words = split_words(entry, language)
            assert lexicon(language).phrases(name).length_at(words, 0) == len(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_unmistakable_in_one_language_is_common_in_no_other(language: Language) -> None:
    unmistakable = lexicon(language).words("distinct_words")
    for other in set(LANGUAGES) - {language}:
        words = lexicon(other)
        assert unmistakable & words.words("distinct_words") == frozenset()
        assert unmistakable & words.words("function_words") == frozenset()


def test_readings_with_particles_come_first() -> None:
    readings = lexicon(Language.NB).verbs.get("legge")
    assert len(readings[0].particles) >= len(readings[-1].particles)
    assert readings[-1] == Verb("legge", VerbKind.TASK, VerbForm.INFINITIVE, ())


def test_a_word_that_is_no_verb_has_no_reading() -> None:
    assert lexicon(Language.EN).verbs.get("table") == ()
    assert "table" not in lexicon(Language.EN).verbs


def test_a_lexicon_is_read_once() -> None:
    assert lexicon(Language.NN) is lexicon(Language.NN)


def test_the_longest_phrase_is_found() -> None:
    phrases = Phrases(["blog", "blog post"])
    assert phrases.find(["a", "blog", "post"]) == (1, 2)
    assert phrases.find(["posts"]) is None
    assert "blog" in phrases
    assert "post" not in phrases


def test_common_words_of_other_languages_are_written_in_lower_case_and_composed_letters() -> None:
    for words in foreign_words().values():
        assert words == [unicodedata.normalize("NFC", word.lower()) for word in dict.fromkeys(words)]
