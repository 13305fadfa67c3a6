"""Each scorer by itself: a draft it passes, and one that fails the very marks it should."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from assistant.brief import Brief, cite, read_brief
from assistant.drafters import Provenance, Question
from assistant.drafters.model_errors import Failure
from assistant.drafting import edited
from assistant.drafting.versions import Version
from assistant.okr import Basis, KeyResult, Language, LongTermGoal, Objective, OkrSet, Period, Quantity
from assistant.rules.profile import load_profile
from evals.drafted import Drafted
from evals.expectations import Change, Expectations, Span
from evals.scorers import Scorer, scorers

TEXT = """# Strategi for Fjordbåt AS

Periode: T2 2026

## Roller

- Mona Lie, driftsleder

## Strategi

- Andelen avganger som går i rute, skal opp fra 88 % til 95 % innen 31. august 2026.
- Innen 2030 skal vi ha 1 200 faste reisende, mot 900 i dag.
- Passasjerene skal få vite det når båten er forsinket.
- Vi skal kurse tre skippere i den nye ruteplanen.
- Etter havariet i fjor fikk vi 41 klager.

## Ikke nå

- Vi kjøper ingen ny båt til Ytterøya.
"""
BRIEF = read_brief(TEXT)
SAID = "skal opp fra 88 % til 95 %"
T2 = Period(label="T2 2026", start=date(2026, 5, 1), end=date(2026, 8, 31))


def said(text: str, value: float | None = None, quote: str | None = SAID, basis: Basis = Basis.SOURCE) -> Quantity:
    """A value that is said to stand in the brief."""
    return Quantity(text=text, value=value, basis=basis, quote=quote)


def proposed(text: str, value: float | None = None) -> Quantity:
    """A value that nobody has said yes to."""
    return said(text, value, None, Basis.PROPOSED)


RESULT = KeyResult(
    text="Andelen avganger som går i rute, øker fra 88 % til 95 %",
    metric="Andelen avganger som går i rute",
    baseline=said("88 %", 88),
    target=said("95 %", 95),
    deadline=date(2026, 8, 31),
)
OBJECTIVE = Objective(
    text="Passasjerene vet når båten kommer",
    why="Passasjerene skal få vite det når båten er forsinket.",
    owner="Mona Lie, driftsleder",
    sources=(cite(next(it for it in BRIEF.statements if "få vite" in it.text)),),
    key_results=(RESULT,),
    initiatives=("Kurse tre skippere i den nye ruteplanen",),
)
SOUND = OkrSet(objectives=(OBJECTIVE,), title="OKR T2 2026", period=T2)
FOREIGN = Objective(
    text="Our passengers trust the timetable and tell their friends about it",
    key_results=(KeyResult(text="The share of departures that leave on time goes from 88 % to 95 %"),),
)
EXPECTED = Expectations(
    language="nb",
    period=Span(start="2026-05-01", end="2026-08-31"),
    level=None,
    roles=("Mona Lie, driftsleder",),
    changes=(Change(words=SAID, baseline=88, target=95, unit="%", deadline="2026-08-31", long_term=False),),
    open_priorities=("Passasjerene skal få vite det når båten er forsinket",),
    work=("kurse tre skippere i den nye ruteplanen",),
    not_goals=("Vi kjøper ingen ny båt til Ytterøya",),
    forbidden_values=(41,),
    contradictions=(),
    max_objectives=None,
    tags=(),
)


def made(
    okr_set: OkrSet = SOUND,
    brief: Brief = BRIEF,
    *,
    questions: Sequence[Question] = (),
    rounds: int = 0,
    first: OkrSet | None = None,
    expected: dict[str, Any] | None = None,
    **known: Any,
) -> Drafted:
    """What came of a brief: this set, made in so many rounds from that first one."""
    draft = edited(okr_set, brief, Provenance("extractive", rounds=rounds), questions=tuple(questions))
    return Drafted(
        brief=brief,
        expected=EXPECTED.model_copy(update=expected or {}),
        draft=draft,
        first=version(okr_set if first is None else first, brief),
        last=version(okr_set, brief),
        **known,
    )


def unasked(drafted: Drafted) -> Drafted:
    """The same, with no question put to the leader."""
    assert drafted.draft is not None
    return replace(drafted, draft=replace(drafted.draft, questions=()))


def version(okr_set: OkrSet, brief: Brief = BRIEF) -> Version:
    """A set, checked."""
    return Version.of(brief, load_profile(), okr_set, ())


def with_objective(**changes: Any) -> OkrSet:
    """The sound set, but for what is changed in its objective."""
    return replace(SOUND, objectives=(replace(OBJECTIVE, **changes),))


def with_result(**changes: Any) -> OkrSet:
    """The sound set, but for what is changed in its key result."""
    return with_objective(key_results=(replace(RESULT, **changes),))


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


# --- numbers ---------------------------------------------------------------------------------------------------------


def invented(sentence: str, *objectives: Objective, period: Period | None = None) -> list[str]:
    """The marks of numbers that fail where a brief holds this sentence and no other number."""
    brief = read_brief(f"# Strategi\n\n## Strategi\n\n- {sentence}\n", language=Language.NB)
    (scorer,) = (it for it in scorers() if it.key == "numbers grounded")
    marks = scorer.marks(made(OkrSet(objectives=objectives, period=period), brief))
    return [mark.name for mark in marks if not mark.passed]


TEXTS = ["objectives/0/texts"]
TARGET = ["objectives/0/key_results/0/target"]
SAME_NUMBERS = [
    ("Vi skal ha 10 000 kunder.", "10 000 kunder"),
    ("Vi skal ha 10 000 kunder.", "10.000 kunder"),
    ("Vi skal ha 10.000 kunder.", "10 000 kunder"),
    ("Vi skal ha 10 000 kunder.", "10000 kunder"),
    ("We want 1,250,000 readers.", "1 250 000 lesere"),
    ("Snittet er 4,5 i dag.", "et snitt på 4.5"),
    ("Snittet er 4,5 i dag.", "et snitt på 4,50"),
    ("Vi skal ansette fire lærlinger.", "4 lærlinger"),
    ("Vi skal opne tre kontor, ikkje éin.", "3 kontor og 1 til"),
    ("We will open SEVEN shops.", "7 shops"),
    ("Vi skal være 12 på laget.", "012 på laget"),
]
OTHER_NUMBERS = [
    ("Vi skal ha 10 000 kunder.", "1 000 kunder"),
    ("Vi skal ha 10 000 kunder.", "10 kunder"),
    ("Vi skal ha 10 000 kunder.", "100 000 kunder"),
    ("Snittet er 4,5 i dag.", "et snitt på 45"),
    ("Snittet er 4,5 i dag.", "et snitt på 4"),
    ("Snittet er 4,5 i dag.", "et snitt på 5"),
    ("Vi skal ansette fire lærlinger.", "5 lærlinger"),
    ("Vi skal opne tretti kontor.", "3 kontor"),
    ("We will often act.", "10 times"),
]


@pytest.mark.parametrize(("sentence", "why"), SAME_NUMBERS)
def test_a_number_of_the_brief_may_be_written_in_another_way(sentence: str, why: str) -> None:
    assert invented(sentence, Objective(text="Flere blir", why=why)) == []


@pytest.mark.parametrize(("sentence", "why"), OTHER_NUMBERS)
def test_a_number_that_looks_like_one_of_the_brief_is_another(sentence: str, why: str) -> None:
    assert invented(sentence, Objective(text="Flere blir", why=why)) == TEXTS


@pytest.mark.parametrize(
    "objective",
    [
        Objective(text="Vi når 700 kunder"),
        Objective(text="Flere blir", why="Vi mistet 700 kunder"),
        Objective(text="Flere blir", owner="Avdeling 700"),
        Objective(text="Flere blir", initiatives=("Ringe alle", "Ringe 700 kunder")),
        Objective(text="Flere blir", key_results=(KeyResult(text="700 kunder blir"),)),
        Objective(text="Flere blir", key_results=(KeyResult(text="Kunder blir", metric="700 kunder"),)),
        Objective(text="Flere blir", key_results=(KeyResult(text="Kunder blir", owner="Avdeling 700"),)),
        Objective(text="Flere blir", key_results=(KeyResult(text="Kunder blir", data_source="Skjema 700"),)),
    ],
    ids=["objective", "why", "owner", "initiative", "key result", "metric", "owner of it", "data source"],
)
def test_a_number_that_nobody_gave_is_found_wherever_it_stands(objective: Objective) -> None:
    assert invented("Kundene skal bli hos oss.", objective) == TEXTS


def test_a_number_is_not_grounded_by_the_quote_that_the_draft_made_up_for_it() -> None:
    """The quote lends its number to the value alone; that it stands nowhere is told by the scorer of quotes."""
    made_up = said("700 kunder", 700, "Vi skal ha 700 kunder")
    objective = Objective(text="Flere blir", key_results=(KeyResult(text="Vi får 700 kunder", target=made_up),))
    assert invented("Kundene skal bli hos oss.", objective) == TEXTS


@pytest.mark.parametrize(("day", "fails"), [("31. august", []), ("30. august", TEXTS), ("31. august 2027", TEXTS)])
def test_the_numbers_of_a_deadline_are_its_own_day(day: str, fails: list[str]) -> None:
    """«Utgangen av august» is worked out to be the 31st, and no other day."""
    result = KeyResult(text=f"Kundene blir til {day}", deadline=date(2026, 8, 31))
    objective = Objective(text="Flere blir", key_results=(result,))
    assert invented("Kundene skal bli ut august.", objective) == fails


def test_the_day_of_a_long_term_goal_may_be_named() -> None:
    goal = LongTermGoal(text="alle", deadline=date(2030, 12, 31))
    objective = Objective(text="Flere blir", key_results=(KeyResult(text="Alle blir innen 2030", long_term=goal),))
    assert invented("Kundene skal bli hos oss.", objective) == []


@pytest.mark.parametrize(("period", "fails"), [(T2, []), (None, TEXTS)])
def test_the_numbers_of_the_period_may_be_named(period: Period | None, fails: list[str]) -> None:
    assert invented("Kundene skal bli.", Objective(text="Flere blir i T2 2026"), period=period) == fails


@pytest.mark.parametrize(
    ("text", "quote", "fails"),
    [
        ("9 prosent", "frå 9 til 6 prosent", []),
        ("6 prosent", "frå 9 til 6 prosent", []),
        ("8 prosent", "frå 9 til 6 prosent", TARGET),
        ("9 dagar", "frå 9 til 6 prosent", TARGET),
        ("9 prosent", "", TARGET),
        ("klasse D", "frå klasse E til D", []),
        ("klasse C", "frå klasse E til D", TARGET),
    ],
)
def test_a_value_stands_in_its_quote_by_number_and_unit(text: str, quote: str, fails: list[str]) -> None:
    value = said(text, quote=quote or None)
    objective = Objective(text="Færre sluttar", key_results=(KeyResult(text="Færre sluttar", target=value),))
    sentence = "Sjukefråværet skal ned frå 9 til 6 prosent, og bygget frå klasse E til D."
    assert invented(sentence, objective) == fails


@pytest.mark.parametrize("basis", [Basis.PROPOSED, Basis.DERIVED])
def test_a_value_that_says_it_is_not_the_brief_s_may_be_any(basis: Basis) -> None:
    value = Quantity(text="40 %", value=40, basis=basis)
    objective = Objective(text="Flere blir", key_results=(KeyResult(text="40 % av kundene blir", target=value),))
    assert invented("Kundene skal bli hos oss.", objective) == []


def test_a_proposal_is_no_excuse_for_another_objective() -> None:
    proposal = Objective(text="Flere blir", key_results=(KeyResult(text="40 % blir", target=proposed("40 %", 40)),))
    other = Objective(text="Flere kommer", why="40 % har gått")
    assert invented("Kundene skal bli hos oss.", proposal, other) == ["objectives/1/texts"]
