"""Running suites: what raises is kept and told, and nothing that may not be shown comes along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from evals.marks import Mark, Measured, Share, shares
from evals.running import Suite, SuiteCase, Told, run_suite


@dataclass(frozen=True)
class Looking:
    """A scorer whose marks are made by a function."""

    look: Callable[[str], tuple[Mark, ...]]
    key: str = "looking"

    def marks(self, made: str) -> tuple[Mark, ...]:
        return self.look(made)


def is_loud(made: str) -> tuple[Mark, ...]:
    return (Mark("loud", "text", made.isupper(), "capitals", made),)


async def shout(text: str) -> str:
    if text == "silence":
        raise ValueError("nothing to shout")
    return text.upper()


def suite(
    *texts: str, look: Callable[[str], tuple[Mark, ...]] = is_loud, hidden: bool = False, repeats: int = 1
) -> Suite[str, str]:
    """A suite that shouts each text."""
    cases = [
        SuiteCase(name=text, language="en", given=text, source=f"source of {text}", hidden=hidden) for text in texts
    ]
    return Suite(
        key="shouts",
        cases=cases,
        run=shout,
        scorers=[Looking(look)],
        tell=lambda made: Told(made=made),
        repeats=repeats,
    )


def test_each_case_has_its_marks_in_the_order_of_the_suite() -> None:
    results = run_suite(suite("b", "a", "1"))
    assert [(it.case, it.made, it.marks) for it in results] == [
        ("b", "B", (Mark("loud", "text", passed=True, expected="capitals", got="B"),)),
        ("a", "A", (Mark("loud", "text", passed=True, expected="capitals", got="A"),)),
        ("1", "1", (Mark("loud", "text", passed=False, expected="capitals", got="1"),)),
    ]


def test_a_case_that_raises_is_broken_and_the_others_are_run() -> None:
    broken, fine = run_suite(suite("silence", "a"))
    assert broken.broken == ("it could not be run: ValueError: nothing to shout",)
    assert broken.marks == ()
    assert (fine.broken, fine.made) == ((), "A")


def test_a_scorer_that_raises_is_broken_and_never_a_pass() -> None:
    def look(made: str) -> tuple[Mark, ...]:
        raise KeyError(made)

    (result,) = run_suite(suite("a", look=look))
    assert result.broken == ("the scorer “looking” failed: KeyError: 'A'",)
    assert result.marks == ()


def test_two_marks_of_one_name_are_a_fault_of_the_scorer() -> None:
    (result,) = run_suite(suite("a", look=lambda made: is_loud(made) * 2))
    assert result.broken == ("the scorer “looking” failed: ValueError: two marks have the same name",)


def test_nothing_of_a_hidden_case_is_told_but_its_marks() -> None:
    (result,) = run_suite(suite("secret", hidden=True))
    assert result.marks == (Mark("loud", "text", passed=True),)
    assert (result.source, result.made) == ("", "")


def test_a_case_is_run_as_often_as_the_suite_says() -> None:
    results = run_suite(suite("a", "b", repeats=3))
    assert [it.case for it in results] == ["a [1/3]", "a [2/3]", "a [3/3]", "b [1/3]", "b [2/3]", "b [3/3]"]


def test_a_suite_without_cases_has_no_results() -> None:
    assert run_suite(suite()) == []


def test_marks_add_up_for_each_language_and_for_all() -> None:
    found = shares(run_suite(suite("a", "1")))
    assert found == {Measured("shouts", "loud", ""): Share(1, 2), Measured("shouts", "loud", "en"): Share(1, 2)}


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0.0, 0.278), (9, 10, 0.596, 0.982), (50, 100, 0.404, 0.596)]
)
def test_the_interval_is_wilson_s(part: int, whole: int, low: float, high: float) -> None:
    """The figures are those of the textbooks' tables."""
    assert Share(part, whole).interval == pytest.approx((low, high), abs=0.001)
