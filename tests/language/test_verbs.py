import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.tokens import Tokens
from assistant.language.verbs import Head, read_head
from assistant.okr import Language
from tests.language.head_cases import CASES, HeadCase


def head_of(text: str, language: str) -> Head:
    return read_head(Tokens(unicodedata.normalize("NFC", text), Language(language)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.text}")
def test_a_line_is_judged_by_its_head(case: HeadCase) -> None:
    assert head_of(case.text, case.language).kind == case.kind


def test_no_line_is_labelled_twice() -> None:
    assert len({(case.language, case.text) for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("language", "text", "lemma", "form", "words"),
    [
        ("nb", "Vi skal innføre felles rutiner", "innføre", VerbForm.INFINITIVE, "innføre"),
        ("nb", "Rulle ut nye nettbrett", "rulle ut", VerbForm.INFINITIVE, "Rulle ut"),
        ("nb", "Sette den nye planen i gang", "sette i gang", VerbForm.INFINITIVE, "Sette"),
        ("nb", "Ny kundeportal lanseres i T2 2026", "lansere", VerbForm.PASSIVE, "lanseres"),
        ("nb", "Lansering av medlemsappen", "lansering", None, "Lansering"),
        ("nb", "Ny turnus på plass", "på plass", None, "på plass"),
        ("nb", "Øke gjenkjøp fra 38 % til 50 %", "øke", VerbForm.INFINITIVE, "Øke"),
        ("nb", "Lanser appen før sommeren", "lansere", VerbForm.IMPERATIVE, "Lanser"),
        ("nb", "Vi jobber videre med kulturen", "jobbe med", VerbForm.PRESENT, "jobber"),
        ("nn", "Ny rektor er tilsett", "tilsetje", VerbForm.PARTICIPLE, "tilsett"),
        ("en", "New booking system shipped", "ship", VerbForm.PARTICIPLE, "shipped"),
        ("en", "Launching a new portal", "launch", VerbForm.GERUND, "Launching"),
        ("en", "Waiting time is reduced to 5 days", "reduce", VerbForm.PARTICIPLE, "reduced"),
    ],
)
def test_a_head_says_which_words_decided(
    language: str, text: str, lemma: str, form: VerbForm | None, words: str
) -> None:
    tokens = Tokens(text, Language(language))
    head = read_head(tokens)
    assert head.lemma == lemma
    assert head.form is form
    assert tokens.slice(head.first, head.last) == words


def test_a_line_that_nothing_settles_is_a_state() -> None:
    assert head_of("Svartid under 3 timer", "nb") == Head(VerbKind.OUTCOME)


@pytest.mark.parametrize("text", ["", " ", "…", "12", "%", ":", "Innen", "skal", "å", "We will", "Bygg"])
@pytest.mark.parametrize("language", list(Language))
def test_a_line_of_next_to_nothing_has_a_head(language: Language, text: str) -> None:
    assert read_head(Tokens(text, language)).kind in VerbKind


_WORDS = sorted({word for case in CASES for word in case.text.split()})


@given(
    text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)),
    language=st.sampled_from(Language),
)
def test_any_line_has_a_head_that_lies_within_it(text: str, language: Language) -> None:
    tokens = Tokens(unicodedata.normalize("NFC", text), language)
    head = read_head(tokens)
    assert 0 <= head.first <= head.last
    assert head.last < max(1, len(tokens.words))


@given(text=st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join), language=st.sampled_from(Language))
def test_capitals_do_not_matter(text: str, language: Language) -> None:
    assert read_head(Tokens(text, language)) == read_head(Tokens(text.upper(), language))
