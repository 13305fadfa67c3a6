from __future__ import annotations

import pytest

from assistant.language.line import Line
from assistant.okr import Language
from assistant.rules.facts import fact, shortened, undated


@pytest.mark.parametrize(
    ("name", "value", "language", "said"),
    [
        ("end", "2026-04-30", "nb", "30. april 2026"),
        ("end", "2026-04-30", "en", "30 April 2026"),
        ("period", "2026-01-01..2026-06-30", "nn", "1. januar 2026–30. juni 2026"),
        ("period", "T1 2026", "nn", "T1 2026"),
        ("language", "en", "nb", "engelsk"),
        ("expected", "svenska", "en", "Swedish"),
        ("results", "1", "nn", "berre eitt nøkkelresultat"),
        ("results", "0", "en", "no key results"),
        ("length", "24 words", "nb", "24 ord"),
        ("length", "2 sentences", "nn", "2 setningar"),
        ("objective", "", "nb", "(uten tekst)"),
        ("objective", "Lansere «Ro» i mai.", "nb", "Lansere ‘Ro’ i mai."),
        ("priority", "Vi svarer samme dag, hver gang.", "nb", "Vi svarer samme dag, hver gang"),
        ("gap", "N.N.", "nb", "N.N."),
        ("value", "3 mill.", "nb", "3 mill."),
    ],
)
def test_a_fact_is_said_in_the_readers_language(name: str, value: str, language: str, said: str) -> None:
    """Dates, languages and numbers are words; words of the line can stand between quotation marks."""
    assert fact(name, value, Language(language)) == said


def test_a_long_fact_is_cut_between_two_words() -> None:
    """No word is cut, and no comma is left hanging; what has no gaps is cut where it must."""
    assert shortened("Vi svarer raskt, og vi svarer alle", 18) == "Vi svarer raskt …"
    assert shortened("x" * 20, 10) == f"{'x' * 10} …"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lansere ny nettside innen 1. mai 2026", "Lansere ny nettside"),
        ("Lansere ny nettside innen 1. mai 2026 i alle land", "Lansere ny nettside innen 1. mai 2026 i alle land"),
        ("Lansere ny nettside.", "Lansere ny nettside"),
    ],
)
def test_the_deadline_that_ends_a_line_can_be_left_out(text: str, left: str) -> None:
    """Only the last words of a line are its deadline."""
    assert undated(Line(text, Language.NB)) == left
