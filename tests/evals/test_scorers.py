"""Each scorer by itself: a draft it passes, and one that fails the very marks it should."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from assistant.drafters import Question
from assistant.drafters.model_errors import Failure
from assistant.okr import KeyResult, Objective
from evals.drafted import Drafted
from evals.scorers import Scorer, scorers
from tests.evals.drafts import (
    OBJECTIVE,
    RESULT,
    SOUND,
    T2,
    made,
    proposed,
    said,
    unasked,
    with_objective,
    with_result,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two drafts for a scorer.

    Attributes:
        sound: One with marks that are all passed.
        faulty: One that fails some.
        fails: The names of those.
    """

    sound: Drafted
    faulty: Drafted
    fails: Sequence[str]


TASKS = with_result(text="Kurse tre skippere i den nye ruteplanen", baseline=None, target=None)
TWICE = replace(SOUND, objectives=(replace(OBJECTIVE, key_results=(RESULT, RESULT)), OBJECTIVE))
FORBIDDEN = said("41 klager", 41, "fikk vi 41 klager")
OPEN = replace(SOUND, period=None, objectives=(replace(OBJECTIVE, owner=None, key_results=(KeyResult(text="x"),)),))
"""A set that says neither when, nor who, nor how much."""
ASKED = [
    Question("", "execution", "Hvilken periode gjelder målene for?"),
    Question("/objectives/0", "ownership", "Hvem eier målet?"),
    Question("/objectives/0/key_results/0", "clarity", "Hva er verdien i dag, og hvilket tall gjelder?"),
]
SILENT: dict[str, Any] = {"period": None, "contradictions": ("88 % og 90 %",)}
FOREIGN = Objective(
    text="Our passengers trust the timetable and tell their friends about it",
    key_results=(KeyResult(text="The share of departures that leave on time goes from 88 % to 95 %"),),
)
HARMED = replace(SOUND, objectives=(*SOUND.objectives, FOREIGN))

PAIRS = {
    "bad answers held back": Pair(
        sound=made(with_result(target=proposed("97 %", 97)), absent=("Svindel",), not_from_source=("97 %",)),
        faulty=made(
            with_objective(why="Svindel AS er best", key_results=(replace(RESULT, target=said("97 %", 97)),)),
            absent=("Svindel",),
            not_from_source=("88 % mot 12", "97 %"),
        ),
        fails=["absent 1", "proposed 2"],
    ),
    "changes carried over": Pair(
        sound=made(), faulty=made(with_result(deadline=date(2026, 7, 31))), fails=["change 1"]
    ),
    "ends as it should": Pair(
        sound=made(), faulty=replace(made(), draft=None, failure=Failure.MALFORMED), fails=["end"]
    ),
    "right the first time": Pair(sound=made(first=SOUND), faulty=made(first=TASKS), fails=["first set"]),
    "forbidden values unused": Pair(
        sound=made(with_result(target=proposed("41 klager", 41))),
        faulty=made(with_result(target=FORBIDDEN)),
        fails=["values"],
    ),
    "language held": Pair(sound=made(), faulty=made(HARMED, expected={"language": "nn"}), fails=["set", "lines"]),
    "no near-duplicates": Pair(
        sound=made(
            replace(
                SOUND,
                objectives=(
                    OBJECTIVE,
                    Objective(
                        text="Flere reiser fast",
                        key_results=(OTHER := replace(RESULT, text="Vi får 1 200 faste reisende"),),
                    ),
                ),
            )
        ),
        faulty=made(TWICE),
        fails=["objectives", "key results"],
    ),
    "repair makes nothing worse": Pair(
        sound=made(first=TASKS, rounds=1), faulty=made(HARMED, first=SOUND, rounds=1), fails=["findings"]
    ),
    "no tasks as key results": Pair(sound=made(), faulty=made(TASKS), fails=["objectives/0/key_results/0"]),
    "nothing made of the rest": Pair(
        sound=made(),
        faulty=made(with_objective(initiatives=("Vi kjøper en båt til Ytterøya",))),
        fails=["not a goal 1"],
    ),
    "numbers grounded": Pair(
        sound=made(),
        faulty=made(
            with_objective(
                why="Halvparten av 700 reisende klager", key_results=(replace(RESULT, target=said("96 %", 96)),)
            )
        ),
        fails=["objectives/0/key_results/0/target", "objectives/0/texts"],
    ),
    "period read": Pair(
        sound=made(), faulty=made(replace(SOUND, period=replace(T2, end=date(2026, 12, 31)))), fails=["period"]
    ),
    "priorities covered": Pair(
        sound=made(),
        faulty=unasked(made(with_objective(text="Avgangene går i rute", sources=()))),
        fails=["priority 1"],
    ),
    "asked where the brief is silent": Pair(
        sound=made(OPEN, questions=ASKED, expected=SILENT),
        faulty=made(OPEN, expected=SILENT),
        fails=["period", "contradiction", "objectives/0/owner", "objectives/0/key_results/0/values"],
    ),
    "quotes verbatim": Pair(
        sound=made(),
        faulty=made(
            with_objective(
                sources=(replace(OBJECTIVE.sources[0], start=0, end=10),),
                key_results=(replace(RESULT, target=said("95 %", 95, "skal opp til 95 %")),),
            )
        ),
        fails=["objectives/0/sources/0", "objectives/0/key_results/0/target"],
    ),
    "repair converges": Pair(sound=made(first=TASKS, rounds=1), faulty=made(TASKS, rounds=1), fails=["last set"]),
    "objectives with a source": Pair(sound=made(), faulty=made(with_objective(sources=())), fails=["objectives/0"]),
    "within limits": Pair(
        sound=made(expected={"max_objectives": 1}),
        faulty=made(TWICE, expected={"max_objectives": 1}),
        fails=["objectives"],
    ),
    "work kept as initiatives": Pair(sound=made(), faulty=made(with_objective(initiatives=())), fails=["work 1"]),
}
"""Both drafts of each scorer, by its key."""


@pytest.mark.parametrize("scorer", scorers(), ids=lambda scorer: scorer.key)
def test_every_scorer_passes_a_draft_that_is_as_it_should_be(scorer: Scorer) -> None:
    """It looks at something there; a scorer without a pair of drafts fails here."""
    assert {mark.passed for mark in scorer.marks(PAIRS[scorer.key].sound)} == {True}


@pytest.mark.parametrize("scorer", scorers(), ids=lambda scorer: scorer.key)
def test_every_scorer_fails_the_marks_it_should_and_no_other(scorer: Scorer) -> None:
    pair = PAIRS[scorer.key]
    assert [mark.name for mark in scorer.marks(pair.faulty) if not mark.passed] == pair.fails
