from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language import tokens as cutting
from assistant.language.tokens import Tokens, lower, split_words
from assistant.okr import Language


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("nb", "Øke B2B-salget med 10 %", ["øke", "b2b-salget", "med", "10", "%"]),
        ("nb", "Hente inn 1\u00a0250\u00a0000 kroner", ["hente", "inn", "1\u00a0250\u00a0000", "kroner"]),
        ("nb", "1.450 tonn, 4,5 % og 0,750 kg", ["1.450", "tonn", ",", "4,5", "%", "og", "0,750", "kg"]),
        ("nb", "innen 30.6.2026", ["innen", "30.6.2026"]),
        ("nb", "innen 30/6-2026", ["innen", "30/6-2026"]),
        ("nb", "opp 3 %-poeng", ["opp", "3", "%-poeng"]),
        ("nn", "64% -> 80%", ["64", "%", "->", "80", "%"]),
        ("en", "from $4,500 to 3.2", ["from", "$", "4,500", "to", "3.2"]),
        ("en", "today's 5G", ["today's", "5", "g"]),
    ],
)
def test_a_line_is_cut_into_words_numbers_and_signs(language: str, text: str, words: list[str]) -> None:
    """Numbers and dates stay in one piece, as the language writes them."""
    assert split_words(text, Language(language)) == words
    assert Tokens(text, Language(language)).words == words


def test_a_slice_is_the_text_as_it_was_written() -> None:
    """Capitals and the spaces between words are kept."""
    tokens = Tokens("Over  12 MNOK i Q3", Language.NB)
    assert tokens.slice(1, 2) == "12 MNOK"
    assert (tokens.start(2), tokens.end(2)) == (9, 13)


def test_glued_words_have_nothing_between_them() -> None:
    """«64%» is glued, «64 %» is not, and the first word never is."""
    assert [Tokens("64%", Language.NB).glued(index) for index in (0, 1)] == [False, True]
    assert not Tokens("64 %", Language.NB).glued(1)


def test_lower_case_keeps_every_character_at_its_place() -> None:
    """«İ» has two characters in lower case, which would move all that follows."""
    assert len(lower("İØ")) == 2


@given(st.text(), st.sampled_from(Language))
def test_the_words_of_any_text_are_all_of_it_but_the_white_space(text: str, language: Language) -> None:
    """Nothing is lost between the words, and each stands where its span says."""
    tokens = Tokens(text, language)
    assert [lower(text)[start:end] for start, end in tokens.spans] == tokens.words
    rest, end = "", 0
    for start, stop in tokens.spans:
        rest += text[end:start]
        end = stop
    assert not (rest + text[end:]).strip()


PIECES = st.sampled_from(
    ["1", "12", "345", "2026", "1234567", "٣", ".", ",", "/", "-", " ", "\u00a0", "\u202f", "%", "(", "\n", "a", "øk", "é", "q3", "_", "’", "–"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9).map("".join), st.sampled_from(Language))
def test_plain_words_and_numbers_are_found_sooner_and_not_otherwise(text: str, language: Language) -> None:
    """The short cuts for the commonest words and numbers cut no text otherwise than the full forms do."""
    number = cutting._ENGLISH_NUMBER if language is Language.EN else cutting._NORWEGIAN_NUMBER
    full = re.compile(rf"{cutting._WORD}|(?=\d)(?:{cutting._DATE}|{number})|{cutting._SIGN}")
    assert split_words(text, language) == full.findall(lower(text))
