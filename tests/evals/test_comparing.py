"""Two ways of drafting side by side: the figures, and what a scorecard tells of a side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from evals.about import About
from evals.baseline import Baseline
from evals.comparing import Side, compare, read_way
from evals.marks import Mark, Result, Spent
from evals.scorecard import Scorecard, write

Counts = tuple[int, int]


def side(name: str = "none", marks: Sequence[Counts | None] = (), **changes: Any) -> Side:
    """A side on which a scorer gave each brief so many marks of so many, but none where it says nothing."""
    costs: dict[str, Any] = {"accepted": 2, "drafts": 4, "calls": 6, "tokens": 9_000, "cost": 0.5, **changes}
    counts = {f"nb-{at}": {} if it is None else {"loud": it} for at, it in enumerate(marks)}
    return Side(name=name, marks=counts, **costs)


def rows(one: Side, other: Side) -> dict[str, list[str]]:
    """The cells of each row of the comparison, by what stands first in it."""
    lines = [line for line in compare(one, other) if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {first: rest for first, *rest in cells}


def compared(one: Sequence[Counts | None], other: Sequence[Counts | None]) -> list[str]:
    """What the comparison says of one scorer."""
    return rows(side(marks=one), side(marks=other))["loud"]


# --- the figures -----------------------------------------------------------------------------------------------------


def test_the_shares_of_both_sides_are_those_of_all_their_marks() -> None:
    """A brief with more marks counts more: 3 of 4, not the mean of 1 and 2/3."""
    assert compared([(1, 1), (2, 3)], [(0, 1), (1, 3)])[:2] == ["0.75", "0.25"]


def test_the_difference_is_the_other_s_less_the_one_s() -> None:
    assert compared([(1, 2)], [(2, 2)])[2].startswith("+50.0 ")
    assert compared([(2, 2)], [(1, 2)])[2].startswith("-50.0 ")


def test_briefs_that_became_better_and_worse_are_counted_and_equal_ones_are_not() -> None:
    same, better, worse = ((1, 2), (1, 2)), ((1, 2), (2, 2)), ((2, 4), (1, 4))
    one, other = zip(same, better, better, worse, same, strict=True)
    assert compared(one, other)[3:] == ["2", "1"]


def test_where_nothing_differs_the_interval_is_nothing() -> None:
    marks = [(1, 2), (3, 4), (0, 1)]
    assert compared(marks, marks)[2:] == ["+0.0 (+0.0 to +0.0)", "0", "0"]


def test_where_every_brief_differs_alike_the_interval_is_the_difference() -> None:
    assert compared([(1, 2)] * 5, [(2, 2)] * 5)[2] == "+50.0 (+50.0 to +50.0)"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([(1, 2), (0, 2), (2, 2), (1, 2)], [(2, 2), (1, 2), (1, 2), (2, 2)]),
        ([(5, 5), (4, 5), (1, 9)], [(1, 5), (4, 5), (2, 9)]),
        ([(0, 3), (1, 3)], [(3, 3), (0, 3)]),
    ],
)
def test_the_interval_holds_the_difference(one: list[Counts], other: list[Counts]) -> None:
    change, low, _, high = compared(one, other)[2].replace("(", "").replace(")", "").split()
    assert float(low) < float(change) < float(high)


def test_the_interval_is_narrower_the_more_briefs_there_are() -> None:
    def width(times: int) -> float:
        cell = compared([(1, 2), (0, 2)] * times, [(1, 2), (2, 2)] * times)[2]
        low, _, high = cell.partition("(")[2].removesuffix(")").split()
        return float(high) - float(low)

    assert width(32) < width(4) / 2


def test_the_same_is_said_twice() -> None:
    """With so many briefs that differ so much that other draws would give another interval."""
    one = side(marks=[(at * 7 % 11, 11) for at in range(30)])
    other = side(marks=[(at * 5 % 13, 13) for at in range(30)])
    assert list(compare(one, other)) == list(compare(one, other))


def test_what_one_side_alone_has_is_not_compared() -> None:
    """Neither a brief that the other did not draft, nor one in which a scorer looked at nothing on one side."""
    assert compared([(1, 1), None, (1, 1)], [(1, 1), (0, 1)]) == ["1.00", "1.00", "+0.0 (+0.0 to +0.0)", "0", "0"]


def test_a_scorer_that_never_looked_on_both_sides_has_no_row() -> None:
    assert "loud" not in rows(side(marks=[(1, 1), None]), side(marks=[None, (1, 1)]))


def test_what_an_accepted_draft_takes_is_told_for_each_side() -> None:
    """Those that were not accepted are paid for by those that were."""
    told = rows(side(), side(accepted=4, cost=0.25))
    assert (told["A"], told["B"]) == (["2 of 4", "3", "4500", "0.25"], ["4 of 4", "1.5", "2250", "0.0625"])


def test_a_price_that_nobody_knows_is_told_as_unknown() -> None:
    assert rows(side(cost=None), side())["A"] == ["2 of 4", "3", "4500", "unknown"]


def test_tokens_that_nobody_counted_are_told_as_unknown() -> None:
    assert rows(side(tokens=None), side())["A"] == ["2 of 4", "3", "unknown", "0.25"]


def test_what_each_draft_takes_is_unknown_where_none_was_accepted() -> None:
    assert rows(side(accepted=0), side())["A"] == ["0 of 4", "unknown", "unknown", "unknown"]


# --- a side of a scorecard -------------------------------------------------------------------------------------------


def drafted(case: str, scored: str = "", suite: str = "briefs", **changes: Any) -> Result:
    """A draft that was scored: ``+`` for each mark that was passed, ``-`` for each that was not."""
    marks = tuple(Mark("loud", f"line {at}", passed=it == "+") for at, it in enumerate(scored))
    known = {"language": "nb", "spent": Spent(calls=2, input_tokens=100, output_tokens=10, cost=0.5), **changes}
    return Result(suite=suite, case=case, marks=marks, **known)


def read_scorecard(folder: Path, *results: Result) -> Side:
    """The side of a scorecard that okr-evals has written."""
    about = About(commit="0a1b2c", clean=True, versions={}, prompts={}, models=())
    write(Scorecard(about, results, Baseline(), [], {}), folder)
    found = read_way(str(folder / "scorecard.json"))
    assert isinstance(found, Side)
    return found


def test_a_scorecard_s_json_is_a_side(tmp_path: Path) -> None:
    results = drafted("nb-a", "+-", accepted=True), drafted("nb-b", "+", accepted=False)
    found = read_scorecard(tmp_path, *results, drafted("other", "+", suite="checks"))
    assert found == Side(
        name=str(tmp_path / "scorecard.json"),
        marks={"nb-a": {"loud": (1, 2)}, "nb-b": {"loud": (1, 1)}},
        accepted=1,
        drafts=2,
        calls=4,
        tokens=220,
        cost=1.0,
    )


def test_the_turns_of_a_brief_are_one_brief(tmp_path: Path) -> None:
    turns = (drafted(f"nb-a [{it}/2]", "-+"[it - 1], suite="live openai/en", accepted=True) for it in (1, 2))
    found = read_scorecard(tmp_path, *turns)
    assert (found.marks, found.drafts) == ({"nb-a": {"loud": (1, 2)}}, 2)


def test_a_model_s_drafts_go_before_those_without(tmp_path: Path) -> None:
    live = drafted("nb-a", "+", suite="live openai/en", accepted=True)
    found = read_scorecard(tmp_path, drafted("nb-a", "-", accepted=True), live)
    assert found.marks == {"nb-a": {"loud": (1, 1)}}


def test_one_price_that_nobody_knows_makes_the_sum_unknown(tmp_path: Path) -> None:
    unknown = drafted("nb-b", "+", accepted=True, spent=Spent(calls=1, cost=None))
    assert read_scorecard(tmp_path, drafted("nb-a", "+", accepted=True), unknown).cost is None


def test_a_model_whose_service_counts_no_tokens_has_an_unknown_sum_of_them(tmp_path: Path) -> None:
    assert read_scorecard(tmp_path, drafted("nb-a", "+", accepted=True, spent=Spent(calls=2))).tokens is None


def test_a_brief_that_could_not_be_run_is_a_draft_that_was_not_accepted(tmp_path: Path) -> None:
    broken = drafted("nb-b", broken=("it could not be run: ValueError",))
    found = read_scorecard(tmp_path, drafted("nb-a", "+", accepted=True), broken)
    assert (found.accepted, found.drafts) == (1, 2)
