"""Words from outside, made fit to stand in a set."""

from __future__ import annotations

import pytest

from assistant.drafters.texts import plain_pieces, tidy, tidy_value


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kundene <b>blir</b>", "Kundene blir"),
        ("&lt;script&gt;Kundene&lt;/script&gt; blir", "Kundene blir"),
        ("&amp;lt;i&amp;gt;Kundene blir", "Kundene blir"),
        ("[Kundene](javascript:alert(1)) blir", "Kundene blir"),
        ("Kundene [blir](htt", "Kundene blir"),
        ("Kundene blir ![](https://x.example/a.png)", "Kundene blir"),
        ("Kundene https://x.example/?q=1 blir", "Kundene blir"),
        ("Kundene httрs://x.example blir", "Kundene blir"),
        ("Kundene ｈｔｔｐｓ：／／x.example blir", "Kundene blir"),
        ("Kundene x.com/a blir", "Kundene blir"),
        ("Kundene //x.example/a blir", "Kundene blir"),
        ("Kundene {{ 7*7 }}${x}<%= y %> blir", "Kundene blir"),
        ("=SUM(A1:A9)", "SUM(A1:A9)"),
        ("=(1+2)", "(1+2)"),
        ("+-@Kundene blir", "Kundene blir"),
        ("Kund\u200bene\U000e0041 bl\u00adir\u202e", "Kundene blir"),
        ("Kundene\udc80 blir\x00", "Kundene blir"),
        (None, ""),
    ],
)
def test_links_markup_templates_and_formulas_go(text: str | None, left: str) -> None:
    """However they are wrapped or disguised."""
    assert tidy(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Svar på < 5 dager, >= 3 av 4 ganger",
        "FoU & drift møter kundene",
        "12 mill.kr/år og 40 kr/kg, 24/7",
        "Kundene finner svaret på finn.no",
        "JavaScript: fra 70 % til 20 % av linjene",
        "C++-feil og og/eller-formuleringer",
        "Resultatet øker fra -12 til 8",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    """Signs that people write with are no markup."""
    assert tidy(text) == text


def test_a_value_keeps_its_sign() -> None:
    """NPS may be below zero; a formula is no value."""
    assert [tidy_value(text) for text in ("-12", "– 3,5 %", "-2+3", "=-5", "-cmd")] == [
        "-12",
        "–3,5 %",
        "-2+3",
        "5",
        "cmd",
    ]


def test_a_text_falls_into_pieces_between_its_marks() -> None:
    """Each of them stands in the text, the longest first."""
    text = "Se https://x.example: Kundene skal <b>alltid</b> få svar i tide ｈｔｔｐ：／／y.example"
    pieces = plain_pieces(text)
    assert pieces == ["få svar i tide", "Kundene skal", "alltid", "Se"]
    assert plain_pieces("Kundene får svar på < 5 dager") == ["Kundene får svar på < 5 dager"]


@pytest.mark.parametrize(
    "text", ["  Kundene   blir, (hos oss) - ", "- 40 % av «dem»!", "WWW.x.example nå", "–", "", " , "]
)
def test_plain_words_are_tidied_as_any_others(text: str) -> None:
    """The short way for plain words comes to what the long way comes to: a character of no width takes the long one."""
    assert tidy(text) == tidy(f"{text}\u200b")
