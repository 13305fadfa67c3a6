"""The gates: what turns them red, and how the baseline changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.baseline import HINTS, Baseline, Bound, accepted, held_against
from evals.marks import ADVICE, Mark, Result
from evals.scorers import scorers

HARD = next(scorer.key for scorer in scorers() if scorer.hard)


def result(
    *marks: tuple[str, str, bool], case: str = "a", suite: str = "briefs", broken: tuple[str, ...] = ()
) -> Result:
    """A case with these marks: scorer, name, passed."""
    return Result(suite=suite, case=case, language="nb", marks=tuple(Mark(*mark) for mark in marks), broken=broken)


def kinds(results: list[Result], baseline: Baseline, complete: tuple[str, ...] = ("briefs",)) -> list[tuple[str, str]]:
    return [(reason.kind, reason.where) for reason in held_against(results, baseline, complete=complete)]


PASSES, FAILS = ("covered", "1", True), ("covered", "1", False)


def test_what_passed_and_passes_is_green() -> None:
    assert kinds([result(PASSES)], accepted([result(PASSES)], Baseline(), None)) == []


def test_what_failed_and_fails_is_green() -> None:
    assert kinds([result(FAILS)], accepted([result(FAILS)], Baseline(), None)) == []


def test_what_passed_and_fails_is_red() -> None:
    before = accepted([result(PASSES), result(PASSES, case="b")], Baseline(), None)
    assert ("worse", "briefs / a / covered: 1") in kinds([result(FAILS), result(PASSES, case="b")], before)


def test_what_is_listed_with_a_reason_may_fail() -> None:
    before = Baseline({"briefs": {"a": []}}, {}, {"briefs / a / covered: 1": "the label was wrong"})
    assert kinds([result(FAILS)], before) == []


def test_a_mark_that_is_new_in_a_known_case_may_not_fail() -> None:
    """A false alarm has no mark until it is made."""
    before = accepted([result(PASSES)], Baseline(), None)
    assert ("worse", "briefs / a / right: 9") in kinds([result(PASSES, ("right", "9", False))], before)


def test_a_case_the_baseline_does_not_know_is_no_regression() -> None:
    assert kinds([result(PASSES), result(FAILS, case="new")], Baseline({"briefs": {"a": []}})) == []


def test_what_must_always_hold_is_red_even_if_it_failed_before() -> None:
    fails = result((HARD, "x", False))
    before = Baseline({"briefs": {"a": [f"{HARD}: x"]}})
    assert kinds([fails], before) == [("hard", f"briefs / a / {HARD}: x")]


def test_a_case_that_could_not_be_run_or_scored_is_red() -> None:
    assert kinds([result(broken=("it could not be run",))], Baseline()) == [("broken", "briefs / a")]


@pytest.mark.parametrize(("failing", "red"), [(3, False), (4, True)])
def test_a_share_that_falls_below_where_its_interval_began_is_red(failing: int, *, red: bool) -> None:
    """Of twenty that pass, the interval begins at 0.84."""
    before = accepted([result(PASSES, case=f"{number}") for number in range(20)], Baseline(), None)
    now = [result(FAILS if number < failing else PASSES, case=f"{number}") for number in range(20)]
    assert (("below", "briefs / covered / all") in kinds(now, before)) is red


def test_a_case_that_is_new_brings_no_share_down() -> None:
    before = accepted([result(PASSES, case=f"{number}") for number in range(20)], Baseline(), None)
    now = [result(PASSES, case=f"{number}") for number in range(20)]
    assert kinds([*now, result(FAILS, case="new")], before) == []


@pytest.mark.parametrize("kept", [0, 17])
def test_a_scorer_that_looks_away_is_red(kept: int) -> None:
    """What is not looked at is neither passed nor failed, and must not pass for good."""
    before = accepted([result(PASSES, case=f"{number}") for number in range(20)], Baseline(), None)
    now = [result(*([PASSES] if number < kept else []), case=f"{number}") for number in range(20)]
    assert {kind for kind, _ in kinds(now, before)} == {"fewer"}


def test_a_draft_with_a_line_less_is_green() -> None:
    before = accepted([result(PASSES, case=f"{number}") for number in range(20)], Baseline(), None)
    now = [result(*([PASSES] if number < 19 else []), case=f"{number}") for number in range(20)]
    assert kinds(now, before) == []


def test_every_kind_of_reason_says_what_to_do() -> None:
    assert sorted(HINTS) == ["below", "broken", "fewer", "gone", "hard", "worse"]


def test_a_case_that_is_gone_is_red() -> None:
    assert kinds([], Baseline({"briefs": {"a": []}})) == [("gone", "briefs / a")]


def test_of_a_suite_that_was_run_in_part_neither_shares_nor_missing_cases_are_judged() -> None:
    before = Baseline({"briefs": {"a": [], "b": []}}, {"briefs / covered / all": Bound(1.0, 2)})
    assert kinds([result(PASSES)], before, complete=()) == []


def test_no_gate_listens_to_a_judge() -> None:
    advice = result((f"{ADVICE}says clear", "clear", False))
    before = Baseline({"briefs": {"a": []}}, {f"briefs / {ADVICE}says clear / all": Bound(1.0, 1)})
    assert kinds([advice], before) == []


@pytest.mark.parametrize("now", [[], [result(FAILS)], [result()]], ids=["gone", "worse", "fewer"])
def test_a_loss_is_accepted_with_a_reason_alone(now: list[Result]) -> None:
    """A case that is dropped is as much a loss as one that fails."""
    rest = [result(PASSES, case=f"{number}") for number in range(3)]
    before = accepted([result(PASSES), *rest], Baseline(), None)
    with pytest.raises(ValueError, match=r"^briefs / "):
        accepted([*now, *rest], before, None)
    after = accepted([*now, *rest], before, "the label was wrong")
    assert set(after.because.values()) == {"the label was wrong"}
    assert kinds([*now, *rest], after) == []


def test_a_reason_goes_when_what_it_excuses_is_mended() -> None:
    before = Baseline({"briefs": {"a": ["covered: 1"]}}, {}, {"briefs / a / covered: 1": "the label was wrong"})
    assert accepted([result(PASSES)], before, None).because == {}


def test_accepting_one_suite_leaves_the_others_as_they_were() -> None:
    before = Baseline({"checks": {"x": ["y"]}}, {"checks / z / all": Bound(0.5, 9)})
    after = accepted([result(PASSES)], before, None)
    assert after.failing["checks"] == {"x": ["y"]}
    assert after.least["checks / z / all"] == Bound(0.5, 9)


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    before = accepted([result(PASSES), result(FAILS, case="ø")], Baseline(), None)
    before.write(tmp_path / "baseline.json")
    assert Baseline.read(tmp_path / "baseline.json") == before


def test_without_a_file_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Baseline.read(tmp_path / "none.json")
