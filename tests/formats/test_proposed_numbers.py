"""A number nobody has said yes to is marked where a person reads it, and the checker understands the mark."""

from __future__ import annotations

import pytest

from assistant.brief import read_brief
from assistant.formats.draft_markdown import write_set
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Basis, KeyResult, Language, LongTermGoal, Objective, OkrSet, Quantity
from assistant.review import check
from assistant.rules.profile import load_profile

BRIEFS = {
    Language.NB: "# Strategi\n\nI dag må 38 % av søkerne sende inn noe på nytt, og det vil vi bort fra.",
    Language.NN: "# Strategi\n\nI dag må 38 % av søkjarane sende inn noko på nytt, og det vil vi bort frå.",
    Language.EN: "# Strategy\n\nToday 38% of applicants have to send something in again, and we want that to end.",
}
LINES = {
    Language.NB: ("Søkere som må sende inn på nytt, går ned fra 38 % til 25 %", "25 %", "(25 % er et forslag)"),
    Language.NN: ("Søkjarar som må sende inn på nytt, går ned frå 38 % til 25 %", "25 %", "(25 % er eit framlegg)"),
    Language.EN: ("Applicants who have to send it in again fall from 38% to 25%", "25%", "(25% is proposed)"),
}


def with_target(language: Language, basis: Basis) -> OkrSet:
    """A set whose one target has a basis."""
    text, target, _ = LINES[language]
    result = KeyResult(text=text, target=Quantity(text=target, value=25, unit="%", basis=basis))
    return OkrSet(language=language, objectives=(Objective(text="Søkere slipper omveier", key_results=(result,)),))


@pytest.mark.parametrize("language", list(Language))
def test_a_proposed_number_is_marked_in_the_line_it_stands_in(language: Language) -> None:
    """In the words of the language; what the strategy says has no mark."""
    mark = LINES[language][2]
    assert f"- {'KR' if language is Language.EN else 'NR'}1: {LINES[language][0]} {mark}\n" in write_set(
        with_target(language, Basis.PROPOSED)
    )
    assert mark not in write_set(with_target(language, Basis.SOURCE))


@pytest.mark.parametrize("language", list(Language))
def test_the_checker_takes_a_marked_number_for_a_proposal(language: Language) -> None:
    """A printed draft, checked against its brief, is not told that the number is unmarked; without the mark it is."""
    brief = read_brief(BRIEFS[language], language=language)
    for basis, codes in ((Basis.PROPOSED, set()), (Basis.SOURCE, {"GND02"})):
        read = read_set_markdown(write_set(with_target(language, basis))).okr_set
        found = {finding.code for finding in check(read, brief, load_profile(), language).findings}
        assert found & {"GND02"} == codes


def test_two_proposals_share_a_mark_and_a_value_the_line_does_not_say_has_none() -> None:
    """«40 dager» is marked by its number in «fra 40 til 20 dager»; a long-term value nobody reads is not."""
    result = KeyResult(
        text="Ventetiden går ned fra 40 til 20 dager",
        baseline=Quantity(text="40 dager", value=40, unit="dager"),
        target=Quantity(text="20 dager", value=20, unit="dager"),
        long_term=LongTermGoal(text="4 dager", value=4, unit="dager"),
        data_source="CRM",
    )
    written = write_set(
        OkrSet(language=Language.NB, objectives=(Objective(text="Svar i tide", key_results=(result,)),))
    )
    assert "- NR1: Ventetiden går ned fra 40 til 20 dager (40 dager og 20 dager er forslag) (kilde: CRM)" in written
