from __future__ import annotations

import json
from collections import Counter

import pytest

from assistant.okr import Language
from evals.expectations import SPLITS
from evals.marks import Measured, Result, Share, shares
from evals.running import run_suite
from evals.scorers import scorers
from evals.suites import checks as labelled_sets
from evals.suites.briefs import briefs
from evals.suites.checks import checks


@pytest.fixture(scope="module")
def drafted() -> list[Result]:
    """Every brief of the dev split drafted without a model, and scored."""
    return run_suite(briefs(["dev"]))


@pytest.mark.parametrize("scorer", [scorer.key for scorer in scorers() if scorer.hard])
def test_what_must_always_hold_of_a_draft_holds_for_every_brief(drafted: list[Result], scorer: str) -> None:
    assert [(result.case, mark.name) for result in drafted for mark in result.failing if mark.scorer == scorer] == []


def test_every_brief_is_drafted_and_every_scorer_has_looked(drafted: list[Result]) -> None:
    assert [result.broken for result in drafted if result.broken or result.accepted is None] == []
    looked = {mark.scorer for result in drafted for mark in result.marks}
    of_models = {"bad answers held back", "repair converges", "repair makes nothing worse"}
    assert {scorer.key for scorer in scorers()} - looked == of_models


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """Every labelled set of the dev split, checked and scored."""
    return run_suite(checks(["dev"]))


@pytest.fixture(scope="module")
def checked(results: list[Result]) -> dict[Measured, Share]:
    """What the labelled sets of the dev split add up to."""
    return shares(results)


LEAST = {
    "task_driven": (0.92, 0.88), "clarity": (0.92, 0.88), "execution": (0.95, 0.95), "ownership": (0.95, 0.95),
    "follow_up": (0.95, 0.95), "involvement": (0.95, 0.95), "strategy_link": (0.92, 0.88), "grounding": (0.92, 0.8),
}  # fmt: skip
"""The precision and the recall below which a family of rules has become worse than it may be."""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("family", LEAST)
def test_errors_and_warnings_are_right_and_found_as_often_as_they_must_be(
    checked: dict[Measured, Share], family: str, language: Language
) -> None:
    precision, recall = LEAST[family]
    assert checked[Measured("checks", f"{family} right", language)].value >= precision
    assert checked[Measured("checks", f"{family} found", language)].value >= recall


def test_good_sets_are_left_alone(checked: dict[Measured, Share]) -> None:
    assert checked[Measured("checks", "good sets without a false error", "")].value >= 0.9


@pytest.mark.parametrize("code", ["CLR08", "CLR11", "CLR13"])
def test_contradictions_placeholders_and_foreign_lines_are_never_missed(results: list[Result], code: str) -> None:
    marks = [mark for result in results for mark in result.marks if mark.key.startswith(f"clarity found: {code}@")]
    assert marks
    assert [mark for mark in marks if not mark.passed] == []


def test_the_sets_are_as_many_and_as_good_as_they_should_be() -> None:
    """At least 60, 25 and 35 in the three languages, half of them good, and no organisation on both sides."""
    labelled = [item for split in SPLITS for item in labelled_sets.load(split)]
    counts = Counter(item.language for item in labelled)
    assert all(counts[language] >= least for language, least in (("nb", 60), ("nn", 25), ("en", 35)))
    assert 0.4 <= sum(item.good for item in labelled) / len(labelled) <= 0.6


def test_every_label_names_its_line() -> None:
    """What a label says its line is stands on that line, in both splits."""
    for file in sorted(labelled_sets.DATA.glob("*.labels.json")):
        lines = file.with_name(file.name.removesuffix(".labels.json") + ".md").read_text(encoding="utf-8").split("\n")
        for label in json.loads(file.read_text(encoding="utf-8"))["labels"]:
            assert lines[label["line"] - 1].strip() == label.get("text", lines[label["line"] - 1]).strip(), file.name
