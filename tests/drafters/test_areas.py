"""The areas of a table are themes: rows of one area or one owner stand under one objective."""

from __future__ import annotations

import pytest

from assistant.brief import read_brief
from assistant.drafters.areas import places_of_rows
from assistant.okr import Language, OkrSet
from tests.drafters.extracting import brief_text, drafted

NB, NN, EN = Language.NB, Language.NN, Language.EN

_HEADINGS = {
    NB: "Område\tIndikator\tI dag\tMål\tAnsvarlig",
    NN: "Fokusområde\tIndikator\tI dag\tMål\tAnsvarleg",
    EN: "Focus area\tIndicator\tToday\tTarget\tOwner",
}
_ROWS = (
    "Havn\tKaiplasser i bruk\t41\t52\tAnna\n"
    "Havn\tSkader på kai\t12\t5\tAnna\n"
    "Penger\tUbetalte regninger\t90\t30\tBo\n"
    "Penger\tPåminnelser\t64\t20\tBo\n"
    "Vakt\tOvertid per vakt\t14\t7\tAnna\n"
    "Mannskap\tNestenulykker\t6\t2\tCarl"
)


def _under(made: OkrSet) -> dict[str, set[str]]:
    """The metrics below each objective."""
    return {item.text: {result.metric or "" for result in item.key_results} for item in made.objectives}


@pytest.mark.parametrize("language", [NB, NN, EN])
def test_rows_of_one_area_and_of_one_owner_stand_together(language: Language) -> None:
    """Four areas make three objectives: the two that one person answers for share one."""
    made = drafted(language, f"{_HEADINGS[language]}\n{_ROWS}").okr_set
    assert sorted(_under(made).values(), key=len) == [
        {"Nestenulykker"},
        {"Ubetalte regninger", "Påminnelser"},
        {"Kaiplasser i bruk", "Skader på kai", "Overtid per vakt"},
    ]
    assert {item.owner for item in made.objectives} == {"Anna", "Bo", "Carl"}


def test_an_objective_without_words_of_its_own_is_named_by_its_areas() -> None:
    """«Penger» says more than the names of two of its rows."""
    made = drafted(NB, f"{_HEADINGS[NB]}\n{_ROWS}").okr_set
    assert "Det går rett vei med penger" in _under(made)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (NB, "Gjestene synes det er lett å finne fram"),
        (NN, "Gjestane opplever at nokon ventar på dei"),
        (EN, "Guests find it easy to get to us"),
    ],
)
def test_what_people_feel_is_the_objective_of_its_area(language: Language, sentence: str) -> None:
    """A row that is a sentence stands above the values of its area, and its owner answers for them."""
    rows = f"Havn\tKaiplasser i bruk\t41\t52\tAnna\nHavn\tSkader på kai\t12\t5\tAnna\nHavn\t{sentence}\t\t\tBo\nMannskap\tNestenulykker\t6\t2\tCarl"
    made = drafted(language, f"{_HEADINGS[language]}\n{rows}").okr_set
    assert _under(made)[sentence] == {"Kaiplasser i bruk", "Skader på kai"}
    assert next(item.owner for item in made.objectives if item.text == sentence) == "Bo"


def test_empty_cells_below_an_area_belong_to_it() -> None:
    """A spreadsheet names an area once, in its first row."""
    rows = _ROWS.replace("Havn\tSkader", "\tSkader").replace("Penger\tPåmin", "\tPåmin")
    statements = read_brief(brief_text(NB, f"{_HEADINGS[NB]}\n{rows}")).of("strategy")
    areas = [place.area for place in places_of_rows(statements).values()]
    assert areas == ["Havn", "Havn", "Penger", "Penger", "Vakt", "Mannskap"]


def test_the_owner_of_most_rows_owns_the_objective() -> None:
    """One row of another's does not make it theirs."""
    rows = "Havn\tKaiplasser i bruk\t41\t52\tBo\nHavn\tSkader på kai\t12\t5\tAnna\nHavn\tTomme båser\t9\t4\tAnna"
    (objective,) = drafted(NB, f"{_HEADINGS[NB]}\n{rows}").okr_set.objectives
    assert objective.owner == "Anna"


def test_work_stands_below_the_objective_of_who_is_to_do_it() -> None:
    """A row of work goes with the rows of its owner."""
    made = drafted(NB, f"{_HEADINGS[NB]}\n{_ROWS}\nTiltak\tBytte lyktene på moloen\t\t\tCarl").okr_set
    (owner,) = {item.owner for item in made.objectives if "Bytte lyktene på moloen" in item.initiatives}
    assert owner == "Carl"


def test_a_column_of_areas_names_the_metric_where_no_other_does() -> None:
    """«Tema» before nothing but values is what is measured, and beside a column of its own it is not."""
    alone = drafted(NB, "Tema\tI dag\tMål\nSvinn\t12 %\t7 %\nKø ved kaia\t20 min\t9 min").okr_set
    beside = drafted(NB, "Tema\tHva\tI dag\tMål\nMat\tSvinn\t12 %\t7 %\nGjester\tKø ved kaia\t20 min\t9 min").okr_set
    for made in (alone, beside):
        assert {"Svinn", "Kø ved kaia"} == set().union(*_under(made).values())
