from __future__ import annotations

import pytest

from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import draft
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


def test_no_good_set_gets_an_error_it_does_not_deserve(outcomes: list[checks.Outcome]) -> None:
    assert [
        (it.labelled.name, it.errors & it.false) for it in outcomes if it.labelled.good and it.errors & it.false
    ] == []


def test_no_line_written_as_a_near_miss_is_flagged(outcomes: list[checks.Outcome]) -> None:
    assert [
        (it.labelled.name, it.false & it.labelled.near_misses) for it in outcomes if it.false & it.labelled.near_misses
    ] == []


def test_nothing_the_labels_expect_is_missed(outcomes: list[checks.Outcome]) -> None:
    assert [(it.labelled.name, it.missed) for it in outcomes if it.missed] == []
