"""Which numbers a draft may hold: those of its brief however they are written, and those it says are its own."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.brief import read_brief
from assistant.okr import Basis, KeyResult, Language, LongTermGoal, Objective, OkrSet, Period, Quantity
from evals.scorers.numbers_grounded import SCORER
from tests.evals.drafts import T2, made, proposed, said


def invented(sentence: str, *objectives: Objective, period: Period | None = None) -> list[str]:
    """The marks of numbers that fail where a brief holds this sentence and no other number."""
    brief = read_brief(f"# Strategi\n\n## Strategi\n\n- {sentence}\n", language=Language.NB)
    marks = SCORER.marks(made(OkrSet(objectives=objectives, period=period), brief))
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
    ("Vi skal ansette førti lærlinger.", "40 lærlinger"),
    ("We will open one hundred and forty shops.", "140 shops"),
    ("Vi skal ha tre hundre kunder.", "300 kunder"),
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
    ("We will open one hundred and forty shops.", "104 shops"),
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
