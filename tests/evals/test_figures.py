from __future__ import annotations

import json
from collections import Counter

import pytest

from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import draft
from assistant.okr import Language
from evals import briefs, checks


@pytest.fixture(scope="module")
def drafted() -> briefs.Score:
    """Every brief of the dev split drafted without a model, and scored."""
    score = briefs.Score()
    for name in briefs.names("dev"):
        brief, expected = briefs.load(name)
        briefs.score_draft(name, brief, draft(brief, ExtractiveDrafter()), expected, score)
    return score


@pytest.mark.parametrize("kind", ["quote verbatim", "value in its quote", "language", "objectives within limit"])
def test_what_must_always_hold_of_a_draft_holds_for_every_brief(drafted: briefs.Score, kind: str) -> None:
    assert drafted.expected[kind]
    assert [failure for failure in drafted.failures if failure[1] == kind] == []


@pytest.mark.parametrize("kind", ["forbidden value", "work as a key result"])
def test_what_must_never_be_in_a_draft_is_in_none(drafted: briefs.Score, kind: str) -> None:
    assert [failure for failure in drafted.failures if failure[1] == kind] == []


@pytest.fixture(scope="module")
def outcomes() -> list[checks.Outcome]:
    """Every labelled set of the dev split beside what the checker says of it."""
    return [checks.run(labelled) for labelled in checks.load("dev")]


@pytest.fixture(scope="module")
def summary(outcomes: list[checks.Outcome]) -> checks.Summary:
    """What the outcomes of the dev split add up to."""
    summary = checks.Summary()
    for outcome in outcomes:
        summary.add(outcome)
    return summary


LEAST = {
    "task_driven": (0.92, 0.88), "clarity": (0.92, 0.88), "execution": (0.95, 0.95), "ownership": (0.95, 0.95),
    "follow_up": (0.95, 0.95), "involvement": (0.95, 0.95), "strategy_link": (0.92, 0.88), "grounding": (0.92, 0.8),
}  # fmt: skip
"""The precision and the recall below which a family of rules has become worse than it may be."""
FALSE_ERRORS = 0.1
"""A good set, on average."""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("family", LEAST)
def test_errors_and_warnings_are_right_and_found_as_often_as_they_must_be(
    summary: checks.Summary, family: str, language: Language
) -> None:
    tally = summary.families[family, language]
    precision, recall = LEAST[family]
    assert tally.right / (tally.right + tally.false) >= precision
    assert tally.right / (tally.right + tally.missed) >= recall


def test_good_sets_are_left_alone(summary: checks.Summary) -> None:
    assert summary.false_errors / summary.good <= FALSE_ERRORS


@pytest.mark.parametrize("code", ["CLR08", "CLR11", "CLR13"])
def test_contradictions_placeholders_and_foreign_lines_are_never_missed(summary: checks.Summary, code: str) -> None:
    assert summary.codes[code].right
    assert summary.codes[code].missed == 0


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0.0, 0.278), (9, 10, 0.596, 0.982), (50, 100, 0.404, 0.596)]
)
def test_the_interval_is_wilson_s(part: int, whole: int, low: float, high: float) -> None:
    """The figures are those of the textbooks' tables."""
    assert checks.wilson(part, whole) == pytest.approx((low, high), abs=0.001)


def test_the_sets_are_as_many_and_as_good_as_they_should_be() -> None:
    """At least 60, 25 and 35 in the three languages, half of them good, and no organisation on both sides."""
    sides = {side: checks.load(side) for side in ("dev", "test")}
    labelled = [item for side in sides.values() for item in side]
    counts = Counter(item.language for item in labelled)
    assert all(counts[language] >= least for language, least in (("nb", 60), ("nn", 25), ("en", 35)))
    assert 0.4 <= sum(item.good for item in labelled) / len(labelled) <= 0.6


def test_every_label_names_its_line() -> None:
    """What a label says its line is stands on that line, in both splits."""
    for file in sorted(checks.DATA.glob("*.labels.json")):
        lines = file.with_name(file.name.removesuffix(".labels.json") + ".md").read_text(encoding="utf-8").split("\n")
        for label in json.loads(file.read_text(encoding="utf-8"))["labels"]:
            assert lines[label["line"] - 1].strip() == label.get("text", lines[label["line"] - 1]).strip(), file.name
