from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from assistant.store.changes import changes
from assistant.store.types import Change
from tests.store.records import a_record

Set = dict[str, Any]


def _first(okr_set: Set) -> Set:
    found: Set = okr_set["objectives"][0]
    return found


CASES: dict[str, tuple[Callable[[Set], object], list[tuple[str, str]]]] = {
    "nothing": (lambda it: None, []),
    "a field of the set, changed": (lambda it: it.update(title="Ny"), [("/title", "changed")]),
    "a field of the set, added": (lambda it: it.update(owner="Eva"), [("/owner", "added")]),
    "a field of the set, removed": (lambda it: it.update(period=None), [("/period", "removed")]),
    "an objective, added first": (lambda it: it["objectives"].insert(0, {"text": "Ny"}), [("/objectives/0", "added")]),
    "an objective, removed": (lambda it: it["objectives"].pop(0), [("/objectives/0", "removed")]),
    "an objective's wording": (lambda it: _first(it).update(text="Ny"), [("/objectives/0/text", "changed")]),
    "the last objective's initiative": (
        lambda it: it["objectives"][1]["initiatives"].append("Ringe"),
        [("/objectives/1/initiatives", "added")],
    ),
    "a key result's target": (
        lambda it: _first(it)["key_results"][0].update(target={"text": "70 %"}),
        [("/objectives/0/key_results/0/target", "changed")],
    ),
    "a key result, removed": (
        lambda it: _first(it)["key_results"].pop(0),
        [("/objectives/0/key_results/0", "removed")],
    ),
    "all objectives": (
        lambda it: it.update(objectives=[]),
        [("/objectives/0", "removed"), ("/objectives/1", "removed")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told_by_where_it_is(name: str) -> None:
    """The pointer leads to what was added, removed or changed, and to nothing else."""
    change, expected = CASES[name]
    before = a_record()["okr_set"]
    after = copy.deepcopy(before)
    change(after)
    assert changes(before, after) == tuple(Change(path, what) for path, what in expected)


def test_a_rewritten_set_tells_a_bounded_number_of_changes() -> None:
    """However large both sets are."""
    before: Set = {"objectives": [{"text": f"Før {number}"} for number in range(500)]}
    after: Set = {"objectives": [{"text": f"Etter {number}"} for number in range(500)]}
    assert len(changes(before, after)) == 200


def test_a_long_list_is_compared_by_place() -> None:
    """What repeats itself thousands of times is compared in no time; by what it says it would take minutes."""
    before: Set = {"objectives": [{"text": "ab"[number % 2]} for number in range(20_000)]}
    after: Set = {"objectives": [{"text": "abb"[number % 3]} for number in range(20_000)]}
    assert changes(before, after)[0] == Change("/objectives/2/text", "changed")
