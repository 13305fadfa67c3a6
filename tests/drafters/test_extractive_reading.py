"""Sentences that leaders write and that were once read wrong: what comes out of each, and what is asked instead."""

from __future__ import annotations

import pytest

from assistant.okr import Bound, Language
from tests.drafters.extracting import asked, drafted, initiatives, results

NB, NN, EN = Language.NB, Language.NN, Language.EN


@pytest.mark.parametrize(
    ("language", "strategy", "metric", "start", "goal"),
    [
        (NB, "Vi skal halvere antall feil, som nå er 26 i måneden.", "Antall feil", 26, 13),
        (NB, "Vi må ha flere rådgivningstimer: fra 120 til 200 timer.", "Rådgivningstimer", 120, 200),
        (NB, "Belegget i 2026 var 57 prosent, og vi skal opp i 64 prosent.", "Belegget", 57, 64),
        (NN, "Fråværet har auka frå 9,8 % til 11,2 %. Det skal ned under 9 %.", "Fråværet", 11.2, 9),
        (NN, "Oppgjeret skal kome raskare: i dag tek det 45 dagar, målet er 21 dagar.", "Oppgjeret", 45, 21),
        (EN, "Sickness absence has risen from 5.1% to 6.9%; it must be back at 5.5%.", "Sickness absence", 6.9, 5.5),
        (EN, "Utilisation is 88% and I'd like it at 78%.", "Utilisation", 88, 78),
        (EN, "Win rate in tenders to go from 22% to 35%.", "Win rate in tenders", 22, 35),
    ],
)
def test_metric_and_values_are_those_of_the_sentence(
    language: Language, strategy: str, metric: str, start: float, goal: float
) -> None:
    (item,) = results(drafted(language, strategy))
    assert item.metric == metric
    assert (item.baseline and item.baseline.value, item.target and item.target.value) == (start, goal)


@pytest.mark.parametrize(
    ("language", "strategy"),
    [
        (NB, "Flere skal klare seg selv: 68 % av de som flytter ut bor fortsatt trygt etter seks måneder, og vi vil opp i 80 %."),
        (EN, "Too much depends on two clients who make up 58% of revenue; that needs to come down to 40%."),
        (EN, "No tenant should wait longer than 14 days on average."),
    ],
)  # fmt: skip
def test_what_could_not_be_named_is_asked_about_and_not_worded(language: Language, strategy: str) -> None:
    made = drafted(language, strategy)
    assert not [
        item for item in results(made) if item.target is not None and item.metric in {None, "", "Flere", "That"}
    ]
    assert strategy.rsplit(". ", 1)[-1].rstrip(".") in asked(made)


def test_a_value_of_one_scale_is_no_start_value_of_another() -> None:
    made = drafted(NB, "Antallet saker er 23 100. Det skal være 65 %.")
    assert not [item for item in results(made) if item.baseline is not None and item.target is not None]


def test_no_more_than_is_a_ceiling() -> None:
    (item,) = results(drafted(NN, "Vi skal ikkje ha meir enn 5 klager i kvartalet."))
    assert item.target is not None
    assert item.target.bound is Bound.AT_MOST


@pytest.mark.parametrize(
    ("language", "strategy", "work"),
    [
        (NB, "Vi skal pusse opp 30 rom, åpne en ny restaurant og inngå avtale med tre turoperatører.",
         ["Pusse opp 30 rom", "Åpne en ny restaurant", "Inngå avtale med tre turoperatører"]),
        (EN, "We will open a care unit, introduce streaming at the front door and train 12 practitioners.",
         ["Open a care unit", "Introduce streaming at the front door", "Train 12 practitioners"]),
        (EN, "Let's launch the new website in August, run a client survey, and hire a head of delivery.",
         ["Launch the new website in August", "Run a client survey", "Hire a head of delivery"]),
    ],
)  # fmt: skip
def test_each_thing_to_do_is_an_initiative_of_its_own(language: Language, strategy: str, work: list[str]) -> None:
    assert initiatives(drafted(language, strategy)) == work


@pytest.mark.parametrize("told", ["We build forecasting software for ports.", "We manage 6,200 homes."])
def test_what_an_english_company_does_is_neither_work_nor_asked_about(told: str) -> None:
    made = drafted(EN, f"{told} Reduce the response time from 12 to 5 days.")
    assert initiatives(made) == []
    assert told.rstrip(".") not in asked(made)


@pytest.mark.parametrize(
    ("language", "strategy"),
    [
        (NB, "I høst skal vi øke andelen faste kunder fra 40 % til 50 %."),
        (NN, "I haust skal vi auke delen faste kundar frå 40 % til 50 %."),
    ],
)
def test_a_norwegian_sentence_that_begins_with_i_is_not_about_the_writer(language: Language, strategy: str) -> None:
    assert len(results(drafted(language, strategy))) == 1


def test_what_the_leader_listed_and_the_draft_leaves_out_is_asked_about() -> None:
    made = drafted(EN, "- Cut food waste from 12 to 6 tonnes\n- Dignity for everyone who walks through the door")
    assert "Dignity for everyone who walks through the door" in asked(made)


def test_a_goal_for_people_nobody_mentions_is_not_made_up() -> None:
    made = drafted(NB, "Svartid på endepunktet skal ned fra 840 til 500 ms.")
    assert not [it for it in made.okr_set.objectives if "Innbygger" in it.text or "Elev" in it.text]


@pytest.mark.parametrize(
    ("language", "strategy", "text"),
    [
        (
            Language.NB,
            "Sykefraværet er 7,2 prosent og skal være under 5 prosent.",
            "Sykefraværet: fra 7,2 prosent til under 5 prosent",
        ),
        (
            Language.NN,
            "Sjukefråværet er 7,2 prosent og skal vere under 5 prosent.",
            "Sjukefråværet: frå 7,2 prosent til under 5 prosent",
        ),
    ],
)
def test_a_value_told_before_the_goal_is_the_start_value(language: Language, strategy: str, text: str) -> None:
    assert text in [item.text for item in results(drafted(language, strategy))]


def test_the_ambition_of_a_table_row_is_its_metric_and_not_its_theme() -> None:
    table = "| Theme | Ambition | Baseline | Target |\n|---|---|---|---|\n| Growth | Recurring revenue | NOK 48m | NOK 75m |"
    (result,) = results(drafted(Language.EN, table))
    assert result.metric == "Recurring revenue"
