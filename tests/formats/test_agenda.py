"""The questions of a review as the agenda of a workshop."""

from __future__ import annotations

import pytest

from assistant.formats.agenda import write_agenda
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Language
from assistant.review import check

SET = """# OKR T1 2026
## Mål 1: Ro i kveldene
- Lansere ny app
- Utrykninger fra 9 til 4 innen 1. mars 2026
- Klager fra 12 til 3 innen 1. april 2026
"""


def agenda(text: str = SET, language: Language = Language.NB) -> str:
    """The agenda of a set's workshop."""
    okr_set = read_set_markdown(text).okr_set
    return write_agenda(check(okr_set), okr_set, language)


def part(title: str, text: str) -> str:
    """The part of an agenda below a heading of the second level."""
    return next(piece for piece in text.split("\n## ") if piece.startswith(title))


def test_the_leadership_is_asked_about_sponsor_and_first_step() -> None:
    asked = part("Med ledelsen", agenda())
    assert "Hvem på toppen står bak målene" in asked
    assert "«Ro i kveldene»" in asked


def test_the_team_is_asked_where_values_are_read_in_one_question() -> None:
    asked = part("Med dem som skal gjøre jobben", agenda())
    assert asked.count("Hvor kan dere se") == 1
    assert "«Klager fra 12 til 3 innen 1. april 2026»" in asked


def test_errors_are_for_the_owners_to_mend_beforehand() -> None:
    assert "(TSK01)" in part("Rettes av eierne før møtet", agenda())


def test_what_no_rule_asks_about_and_text_cannot_tell_is_asked_too() -> None:
    assert "Legg ved strategien" in part("Med ledelsen", agenda())


def test_the_ambassador_is_named_in_their_part() -> None:
    named = agenda(f"{SET}\nOKR-ambassadør: Ola Berg\n")
    assert "## OKR-ambassadøren: Ola Berg" in named


def test_without_an_ambassador_the_first_thing_is_to_name_one() -> None:
    assert "Ingen er utpekt ennå" in part("OKR-ambassadøren", agenda())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.NB, "6 til 12 måneder"),
        (Language.NN, "6 til 12 månader"),
        (Language.EN, "6 to 12 months"),
    ],
)
def test_the_agenda_is_written_in_each_language(language: Language, words: str) -> None:
    assert words in agenda(language=language)


def test_what_people_have_written_stays_text() -> None:
    hostile = agenda("# OKR <b>T1</b> 2026\n## Mål 1: Ro [her](x)\n- Klager fra 9 til 3\n")
    assert "\\[her]" in hostile or "\\(x)" in hostile
    assert "\\<b>" in hostile
