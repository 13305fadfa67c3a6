from __future__ import annotations

import pytest

from assistant.okr import KeyResult, Language, Objective, OkrSet
from assistant.review import check
from tests.rules import task_cases, work_cases

CODES = frozenset(("TSK01", "TSK02", "TSK03", "TSK05", "TSK06"))
NAMES = {
    Language.NB: "Naboene finner fram",
    Language.NN: "Naboane finn fram",
    Language.EN: "Neighbours find their way",
}


def cases(table: dict[str, dict[str, tuple[str, ...]]]) -> list[tuple[str, str, str]]:
    return [
        (code, language, text) for code, lists in table.items() for language, texts in lists.items() for text in texts
    ]


def codes_at(path: str, objective: str, key_result: str, language: Language) -> set[str]:
    okr_set = OkrSet(objectives=(Objective(text=objective, key_results=(KeyResult(text=key_result),)),))
    return {it.code for it in check(okr_set, language=language).findings if it.path == path} & CODES


@pytest.mark.parametrize(("code", "language", "text"), cases(task_cases.KEY_RESULTS) + cases(work_cases.KEY_RESULTS))
def test_a_key_result_is_work_a_count_or_a_result(code: str, language: str, text: str) -> None:
    spoken = Language(language)
    expected = set() if code == "-" else {code}
    assert codes_at("/objectives/0/key_results/0", NAMES[spoken], text, spoken) == expected


@pytest.mark.parametrize(("code", "language", "text"), cases(task_cases.OBJECTIVES) + cases(work_cases.OBJECTIVES))
def test_an_objective_is_a_deliverable_or_a_direction(code: str, language: str, text: str) -> None:
    expected = set() if code == "-" else {code}
    assert codes_at("/objectives/0", text, "NPS 12 → 20", Language(language)) == expected


@pytest.mark.parametrize(
    ("language", "work", "result"),
    [
        ("nb", "Serverne flyttet til det nye rommet", "De første fem gründerne har flyttet inn i hagen"),
        ("nn", "Flytte arkivet til fjellhallen", "Flytta avtalar per veke ned frå 60 til 20"),
        ("en", "Servers moved to the new room", "Move 30% of requests online, from 12%"),
    ],
)
def test_some_verbs_are_work_only_where_nothing_is_measured(language: str, work: str, result: str) -> None:
    spoken = Language(language)
    assert codes_at("/objectives/0/key_results/0", NAMES[spoken], work, spoken) == {"TSK01"}
    assert codes_at("/objectives/0/key_results/0", NAMES[spoken], result, spoken) == set()


@pytest.mark.parametrize(
    ("language", "counted", "work"),
    [
        ("nb", "Besøke 40 gårdsbruk før slåtten", "Kjøpe 3 varebiler"),
        ("nn", "Ringje 200 tidlegare kundar", "Byte ut 40 vassmålarar"),
        ("en", "Hand out 2,000 flyers", "Install 40 sensors"),
    ],
)
def test_a_number_after_a_verb_of_contact_counts_our_acts(language: str, counted: str, work: str) -> None:
    spoken = Language(language)
    assert codes_at("/objectives/0/key_results/0", NAMES[spoken], counted, spoken) == {"TSK02"}
    assert codes_at("/objectives/0/key_results/0", NAMES[spoken], work, spoken) == {"TSK01"}
