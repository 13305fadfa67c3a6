"""What was once a goal, what others aim for and what a meeting turned down gives no key result."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import drafted, results, values

NB, NN, EN = Language.NB, Language.NN, Language.EN
_ALSO = {
    NB: "Medlemmene skal kjenne seg hjemme.",
    NN: "Medlemene skal kjenne seg heime.",
    EN: "Members should feel at home.",
}
"""A goal that is left when the sentence before it is ruled out."""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (NB, "I fjor skulle vi ha køen ned fra 40 til 20 dager. Det ble 22."),
        (NN, "Svinnet skulle ned frå 30 til 15 kilo, og vi enda på 12."),
        (EN, "Last year we would bring the queue down from 40 to 20 days. It went to 22."),
        (EN, "We should have cut the fee from 300 to 200 kr, but did not dare."),
        (NB, "Omsetningen gikk opp 12 % til 47 mill. kr."),
        (NB, "- Brukertilfredshet 74 % → 81 % (nådd)"),
        (EN, "- Complaints: 412 → 280 (2023 → 2025)"),
        (EN, "In our last plan we aimed to raise loans from 58,000 to 65,000."),
        (EN, "The old strategy was to raise loans from 58,000 to 65,000."),
        (NN, "Den førre planen: svinnet skal ned frå 30 til 15 kilo."),
        (EN, "The board rejected a rise in the fee from 400 to 600 kr."),
        (NB, "Styret avviste et løft av kontingenten fra 400 til 600 kr."),
        (NB, "Vi vurderte å øke kontingenten fra 400 til 600 kr, men lot være."),
    ],
)
def test_what_was_once_a_goal_or_has_happened_is_none_now(language: Language, sentence: str) -> None:
    """A former goal, and a change whose outcome is told, give no key result."""
    assert not results(drafted(language, sentence))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (NB, "Konkurrenten vil fra 20 til 40 butikker innen 2028."),
        (NN, "Departementet vil at alle sjukehus skal under 50 dagar innan 2030."),
        (EN, "Our rivals want to go from 20 to 40 shops by 2028."),
        (EN, "Hanna suggested that we should aim for 100,000 visitors."),
        (NN, "Birkeland meinte at vi burde nå 90 %."),
        (EN, "A petition with 900 names asked us to cut the charge from £2.40 to £1.00."),
        (NB, "Det hadde vært fint om oppsummeringen også nevnte et mål om å øke støtten fra 600 til 900 kr."),
        (NN, "Ver så venleg å føre opp eit mål om at støtta skal auke frå 600 til 900 kr."),
        (NB, "Den som oppsummerer dette, kan gjerne ta med et mål om å øke støtten fra 600 til 900 kr."),
        (EN, "Please also list a goal to raise the allowance from £600 to £900."),
        (EN, "It would be nice if the summary also listed a goal to raise the allowance from £600 to £900."),
    ],
)
def test_what_others_want_or_one_voice_proposes_is_no_goal(language: Language, sentence: str) -> None:
    """The plans of rivals and ministries and one voice of a meeting are background."""
    assert not values(drafted(language, f"{sentence}\n\n{_ALSO[language]}"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (NB, "Forslaget om å øke kontingenten fra 400 til 600 kr ble nedstemt."),
        (NN, "Framlegget om å auke kontingenten frå 400 til 600 kr fekk ikkje fleirtal."),
        (NN, "1. Auke kontingenten frå 400 til 600 kr. (2 mot 5)"),
        (EN, "The proposal to raise the fee from 400 to 600 kr was voted down."),
        (EN, "- Raise the fee from 400 to 600 kr (2 to 5)"),
    ],
)
def test_what_a_meeting_turned_down_is_no_goal(language: Language, sentence: str) -> None:
    """A rejected proposal gives no value."""
    assert not values(drafted(language, f"{sentence}\n\n{_ALSO[language]}"))


def test_what_a_meeting_carried_is_a_goal_without_its_vote() -> None:
    """The vote behind a decision is no statement of its own, and the decision a key result."""
    made = drafted(NB, "1. Svinnet skal ned fra 12 % til 7 %. (5 mot 2)\n2. Kursene skal opp fra 8 til 11. (Enstemmig)")
    assert [item.text for item in results(made)] == ["Svinnet: fra 12 % til 7 %", "Kursene: fra 8 til 11"]


def test_what_is_left_alone_is_no_goal() -> None:
    """A figure of what is to stay as it is gives no key result."""
    told = "The shop is let until 2029 and scores 4.2 out of 5, so we shall leave the shop alone."
    assert not values(drafted(EN, f"{told}\n\n{_ALSO[EN]}"))


def test_what_stands_below_a_heading_that_looks_back_has_been() -> None:
    """Notes under “What we achieved” are no goals, and those under the strategy are."""
    made = drafted(EN, "### What we achieved\n\n- NPS 41 → 52\n\n### What comes next\n\n- NPS 52 → 60")
    assert [item.text for item in results(made)] == ["NPS 52 → 60"]


@pytest.mark.parametrize(("language", "heading"), [(NB, "Der vi står"), (NN, "Status"), (EN, "Where we are")])
def test_figures_below_a_heading_of_today_are_no_goals(language: Language, heading: str) -> None:
    """A lone figure in a note under “Where we are” is not what is to be reached."""
    assert not values(drafted(language, f"### {heading}\n\n- NPS 61 %\n\n{_ALSO[language]}"))


def test_a_message_of_a_chat_is_read_without_who_wrote_it() -> None:
    """Names and times between the messages are no part of a goal."""
    chat = "Kari 08:12\nhei igjen\nPer 08:14\nSvinnet skal ned fra 12 % til 7 %\nKari 08:15\nflott"
    assert [item.text for item in results(drafted(NB, chat))] == ["Svinnet: fra 12 % til 7 %"]


def test_the_line_behind_the_number_of_a_slide_is_its_title() -> None:
    """Figures of a slide that says how things are give no goal, those of the next one do."""
    slides = "Lysark 1\nSkogly teater\n\nLysark 2\nDer vi står\n• Belegg 58 % (2024: 61 %)\n\nLysark 3\nDit vi skal\n• Belegg: 58 % → 70 %"
    assert [item.text for item in results(drafted(NB, slides))] == ["Belegg: fra 58 % til 70 %"]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (NB, "ok, da må vi finne ut av det"),
        (NN, "ja vi må snakke om det"),
        (EN, "ok, we must figure that out"),
    ],
)
def test_what_a_chat_leaves_to_another_day_is_no_goal(language: Language, message: str) -> None:
    """«Vi må finne ut av det» is neither a key result nor an objective."""
    made = drafted(language, f"{message}\n\n{_ALSO[language]}")
    assert [item.text for item in made.okr_set.objectives] == [_ALSO[language].rstrip(".")]
    assert not results(made)
