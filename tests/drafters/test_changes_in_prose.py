"""Changes told in running text: by an amount, of what was just told, behind a date, and in words."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import drafted, results

NB, NN, EN = Language.NB, Language.NN, Language.EN


@pytest.mark.parametrize(
    ("language", "sentence", "line"),
    [
        (EN, "The queue takes 34 minutes. It is to be cut by 9 minutes.", "Time the queue takes: from 34 to 25 minutes"),
        (NN, "Vi kastar for mykje mat, og innan 1. mars 2027 skal svinnet ned frå 12 % til 5 %.", "Svinnet: frå 12 % til 5 % innan 1. mars 2027"),
        (NN, "Vi i Nordbakst kastar for mykje mat, og innan 1. mars 2027 skal svinnet ned frå 9 % til 4 %.", "Svinnet: frå 9 % til 4 % innan 1. mars 2027"),
        (NB, "også skal andelen som uteblir ned fra 14 % til 6 %", "Andelen som uteblir: fra 14 % til 6 %"),
        (NB, "Andelen som slutter, skal ned fra hver tredje til hver femte.", "Andelen som slutter: fra hver tredje til hver femte"),
        (NN, "Delen som kjem att, skal opp frå kvar sjette til kvar fjerde.", "Delen som kjem att: frå kvar sjette til kvar fjerde"),
        (NB, "kundescoren vår på 62 skal opp til 75", "Kundescoren vår: fra 62 til 75"),
    ],
)  # fmt: skip
def test_a_change_told_in_prose_keeps_its_values(language: Language, sentence: str, line: str) -> None:
    """The start value and the goal are found, and the metric is named."""
    assert [item.text for item in results(drafted(language, sentence))] == [line]


@pytest.mark.parametrize(
    ("language", "sentence", "line"),
    [
        (NB, "vi skal få køen på legevakta ned til 3 timer nå er den 7 timer", "Køen på legevakta: fra 7 til 3 timer"),
        (NN, "me skal få køen på legevakta ned til 3 timar no er ho 7 timar", "Køen på legevakta: frå 7 til 3 timar"),
        (EN, "we will get the queue at the door down to 3 hours now it is 7 hours", "The queue at the door: from 7 to 3 hours"),
    ],
)  # fmt: skip
def test_todays_value_told_in_one_breath_with_the_goal_is_the_start(
    language: Language, sentence: str, line: str
) -> None:
    """The line is the metric with its values, and not the raw sentence."""
    assert [item.text for item in results(drafted(language, sentence))] == [line]


@pytest.mark.parametrize(
    ("language", "sentences", "line"),
    [
        (EN, "Complaints about billing ran at 52 a month in the autumn. They are to be halved.", "Complaints about billing: from 52 to 26 a month"),
        (NN, "Klagene på faktura låg på 52 i månaden i haust. Dei skal halverast.", "Klagene på faktura: frå 52 til 26 i månaden"),
        (EN, "Guests who order food wait on average 17 minutes for it, and that wait should be brought under 8 minutes.", "Time guests who order food wait for it: from 17 to below 8 minutes"),
        (NB, "Gjester som bestiller mat, venter i snitt 17 minutter på den, og den ventetiden skal under 8 minutter.", "Tiden gjester som bestiller mat venter på den: fra 17 til under 8 minutter"),
        (EN, "In 2026 one in three trainees left before they finished, and by the end of 2027 it should be no more than one in ten.", "Share of trainees who left before they finished: from one in three to at most one in ten by 31 December 2027"),
        (NB, "I 2026 sluttet én av tre lærlinger før de var ferdige, og innen utgangen av 2027 skal det være høyst én av ti.", "Andel av lærlinger som sluttet før de var ferdige: fra én av tre til høyst én av ti innen 31. desember 2027"),
        (NN, "I 2026 slutta ein av tre lærlingar før dei var ferdige, og innan utgangen av 2027 skal det vere høgst ein av ti.", "Delen av lærlingar som slutta før dei var ferdige: frå ein av tre til høgst ein av ti innan 31. desember 2027"),
        (NB, "- Publikum under 26: 11 % → 20 %", "Publikum under 26: fra 11 % til 20 %"),
    ],
)  # fmt: skip
def test_a_start_value_told_before_the_goal_is_found(language: Language, sentences: str, line: str) -> None:
    """In a sentence or a clause of its own it names what is measured; an age in the name is no value."""
    assert [item.text for item in results(drafted(language, sentences, period="2027"))] == [line]


@pytest.mark.parametrize(
    ("language", "sentence", "line"),
    [
        (NB, "Vi ble enige om at saksbunken skulle ned fra 46 til 25 innen juni 2027.", "Saksbunken: fra 46 til 25 innen 30. juni 2027"),
        (NN, "I haust vart vi samde om at saksbunken skulle ned frå 46 til 25 innan juni 2027.", "Saksbunken: frå 46 til 25 innan 30. juni 2027"),
        (EN, "We agreed that the backlog should come down from 46 to 25 by June 2027.", "The backlog: from 46 to 25 by 30 June 2027"),
        (EN, "It was decided that the backlog was to fall from 46 to 25 by June 2027.", "The backlog: from 46 to 25 by 30 June 2027"),
        (NB, "Styret vedtok at vaktene skulle bli færre.", "Vaktene skal bli færre"),
    ],
)  # fmt: skip
def test_what_was_decided_is_a_goal_though_it_is_told_in_the_past(language: Language, sentence: str, line: str) -> None:
    """«Vi ble enige om at … skulle» sets a goal."""
    made = drafted(language, sentence, period="2027")
    assert line in [item.text for item in results(made)] + [item.text for item in made.okr_set.objectives]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (NB, "I fjor ble vi enige om at svinnet skulle ned fra 30 til 15 kilo."),
        (NN, "Vi vart samde om at svinnet skulle ned frå 30 til 15 kilo, og vi enda på 12."),
        (EN, "Last year we agreed that waste should fall from 30 to 15 kilos."),
    ],
)
def test_what_was_decided_long_ago_or_is_done_is_no_goal(language: Language, sentence: str) -> None:
    """A decision of the last plan, or one whose outcome is told, gives no key result."""
    assert not results(drafted(language, sentence, period="2027"))
