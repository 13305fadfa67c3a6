import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.detect import detect, detect_most, scores
from assistant.okr import Language
from tests.language.language_cases import CASES, FOREIGN, HARD

_BOKMAL, _NYNORSK, _ENGLISH = (next(text for code, text in CASES if code == language) for language in Language)
_GERMAN = next(text for code, text in FOREIGN if code == "de")


@pytest.mark.parametrize(("language", "text"), CASES)
def test_a_text_is_told_by_its_common_words(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), HARD)
def test_names_numbers_and_few_words_are_never_foreign(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_a_text_in_another_language_is_none_of_the_three(language: str, text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("text", [text for _, text in FOREIGN])
def test_a_quote_in_another_language_does_not_make_a_text_foreign(text: str) -> None:
    assert detect(f"{_BOKMAL} {text[:60]} {_BOKMAL}") is Language.NB


def test_of_a_mixed_text_the_larger_part_counts() -> None:
    assert detect(f"{_ENGLISH} {_ENGLISH} {_BOKMAL}") is Language.EN
    assert detect(f"{_NYNORSK} {_NYNORSK} {_BOKMAL}") is Language.NN
    assert detect(f"{_BOKMAL} {_BOKMAL} {_GERMAN}") is Language.NB
    assert detect(f"{_GERMAN} {_GERMAN} {_BOKMAL}") is None


def test_a_text_that_leans_to_neither_bokmal_nor_nynorsk_is_read_as_bokmal() -> None:
    assert detect("Vi skal ha det godt og gjere ein god jobb") is Language.NN
    assert detect("Vi skal ha det godt") is Language.NB


def test_one_long_line_of_the_neighbours_does_not_decide_for_a_set() -> None:
    """Each line has one voice, and the reasons have theirs, where the words alone do not settle it."""
    lines = [
        "Naboene vet hva som skjer",
        "Klager ned fra 30 til 12",
        "Delen elevar som kjem i tide aukar frå 80 til 92 %",
    ]
    reasons = ["Mange venter for lenge på svar i dag."]
    assert detect_most(lines, reasons) is Language.NB
    assert detect_most(["Delen elevar som kjem i tide aukar"], []) is Language.NN


def test_capitals_and_marks_do_not_matter() -> None:
    assert scores("IKKJE, «frå»!") == scores("ikkje frå")


def test_a_word_of_one_language_alone_weighs_more() -> None:
    found = scores("ikkje for")
    assert found[Language.NN] > found[Language.NB] == found[Language.EN]


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    assert detect(text) in {None, *Language}
    assert set(scores(text)) == set(Language)


@given(
    st.lists(st.sampled_from("Kari Moen NAV 45 % Oslo HubSpot og the ikkje und des les till av".split()), max_size=7)
)
def test_a_few_words_are_never_foreign(words: list[str]) -> None:
    assert detect(" ".join(words)) is not None
