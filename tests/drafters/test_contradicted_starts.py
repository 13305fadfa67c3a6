"""A start value that the brief tells otherwise elsewhere is asked about, and stands in no line."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import asked, drafted, results

NB, NN, EN = Language.NB, Language.NN, Language.EN


@pytest.mark.parametrize(
    ("language", "strategy", "line", "both"),
    [
        (NB, "Svartiden er 15 dager.\n\nSvartiden skal ned fra 12 dager til 7 dager.", "Svartiden: til 7 dager", ("12 dager", "15 dager")),
        (NN, "Svinnet var 17 %.\n\nSvinnet skal ned frå 12 % til 7 %.", "Svinnet: til 7 %", ("12 %", "17 %")),
        (EN, "Attendance was 64%.\n\nAttendance is to rise from 61% to 75%.", "Attendance: to 75%", ("61%", "64%")),
    ],
)  # fmt: skip
def test_a_start_value_told_otherwise_elsewhere_is_asked_about(
    language: Language, strategy: str, line: str, both: tuple[str, str]
) -> None:
    """Both values stand in the question, and neither in the key result."""
    made = drafted(language, strategy)
    (item,) = results(made)
    assert (item.text, item.baseline) == (line, None)
    assert all(value in asked(made) for value in both)


@pytest.mark.parametrize(
    "other",
    ["Svinnet var 17 % i 2022.", "Svinnet er 12 %.", "Svinnet i kantina er 17 %.", "Svinnet er 17 tonn."],
)
def test_a_value_of_another_year_place_or_unit_contradicts_nothing(other: str) -> None:
    """The goal keeps the start value it gives itself."""
    (item,) = results(drafted(NB, f"{other}\n\nSvinnet skal ned fra 12 % til 7 %."))
    assert item.text == "Svinnet: fra 12 % til 7 %"


def test_a_contradiction_is_asked_about_once() -> None:
    """Two sentences and a goal that disagree about one metric make one question."""
    made = drafted(NB, "Svinnet er 12 %.\n\nSvinnet er 17 %.\n\nSvinnet skal ned fra 12 % til 7 %.")
    assert sum("17 %" in question.text for question in made.questions) == 1


@pytest.mark.parametrize(
    ("language", "chat", "line"),
    [
        (NB, "Køen skal ned til 3 timer nå er den 7 timer\n\nnei den er 9 timer jeg sjekka", "Køen: til 3 timer"),
        (NN, "Køen skal ned til 3 timar no er ho 7 timar\n\nnei ho er 9 timar eg sjekka", "Køen: til 3 timar"),
        (EN, "The queue should go down to 3 hours now it is 7 hours\n\nno it is 9 hours", "The queue: to 3 hours"),
    ],
)
def test_a_start_value_that_the_next_to_speak_denies_is_asked_about(language: Language, chat: str, line: str) -> None:
    """Both values stand in the question, and neither in the line."""
    made = drafted(language, chat)
    assert [item.text for item in results(made)] == [line]
    assert all(value in asked(made) for value in ("7", "9"))
