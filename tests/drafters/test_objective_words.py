"""An objective says what gets better for whom: no heading of minutes, no label, and no share to be counted."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import drafted, results, texts

NB, NN, EN = Language.NB, Language.NN, Language.EN
_DECIDED = {
    NB: "- Svinnet skal ned fra 12 % til 7 %.\n- Køen skal ned fra 20 til 9 minutter.",
    NN: "- Svinnet skal ned frå 12 % til 7 %.\n- Køen skal ned frå 20 til 9 minutt.",
    EN: "- The queue is to fall from 20 to 9 minutes.\n- Waste is to fall from 12% to 7%.",
}
_PLAIN = {NB: "Det går rett vei med ", NN: "Det går rett veg med ", EN: "We move the right way on "}


@pytest.mark.parametrize(
    ("language", "above"),
    [
        (NB, "### Sak 7/26 Handlingsplan"),
        (NB, "Vedtak, stemt over ett for ett:"),
        (NN, "### Vedtak (røysta over kvar for seg)"),
        (NN, "### Protokoll frå styremøtet"),
        (EN, "### Decisions (voted on one by one)"),
        (EN, "### Item 4: decisions taken"),
    ],
)
def test_a_heading_of_minutes_is_no_objective(language: Language, above: str) -> None:
    """Where only the agenda stands above the goals, the objective names what is measured."""
    objectives = drafted(language, f"{above}\n\n{_DECIDED[language]}").okr_set.objectives
    assert objectives
    for objective in objectives:
        assert objective.text.startswith(_PLAIN[language])
        assert not any(word in objective.text.lower() for word in ("sak", "vedtak", "protokoll", "decision", "item"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (NB, "Folk som er redde for vann, skal tørre å komme tilbake"),
        (NN, "Bygdefolket skal oppleve at bussen kjem til dei"),
        (EN, "Our volunteers should feel that somebody waits for them"),
        (NB, "Vi skal bli et sted folk i dalen er stolte av"),
        (NB, "Vi skal bli kjent for maten vår også i byen"),
        (EN, "Make Mondays a day people ask for"),
        (NN, "Gjestar som har vore her ein gong, skal kome att"),
    ],
)
def test_what_people_shall_experience_is_the_objective(language: Language, sentence: str) -> None:
    """The sentence itself stands above the goals, and not the share of them who do."""
    minutes = f"### Decisions (all)\n\n{_DECIDED[language]}\n- {sentence}."
    (objective,) = drafted(language, minutes).okr_set.objectives
    assert objective.text in {sentence, sentence.removeprefix("Vi skal ").capitalize()}


def test_alone_what_people_shall_experience_is_said_in_its_own_words() -> None:
    """Without a value beside it, «Kundene skal …» is an objective and no «Andelen av kundene som …»."""
    (objective,) = drafted(NB, "Kundene skal kjenne seg hjemme.").okr_set.objectives
    assert objective.text == "Kundene skal kjenne seg hjemme"


def test_a_sentence_that_goes_on_from_the_one_before_is_read_without_its_joint() -> None:
    """«Og folk som …» of a chat is what folk shall."""
    (objective,) = drafted(NB, "og folk som gruer seg skal tørre å spørre").okr_set.objectives
    assert objective.text == "Folk som gruer seg skal tørre å spørre"


def test_a_remark_behind_a_heading_is_left_out() -> None:
    """How a heading was voted on is no part of the direction it says."""
    (objective,) = drafted(NB, f"### Barn som er trygge på veien (enstemmig)\n\n{_DECIDED[NB]}").okr_set.objectives
    assert objective.text == "Barn som er trygge på veien"


def test_a_preface_gives_no_objective() -> None:
    """What is said of all that is not named, and the heading of a preface, are nobody's direction."""
    brief = "### Forord\n\nDet som ikke står her, skal gjøres som før.\n\nSvinnet skal ned fra 12 % til 7 %.\n\n### Flere\n\nKøen skal ned fra 9 til 4 timer."
    made = drafted(NB, brief)
    assert [item.text for item in made.okr_set.objectives][:1] == ["Det går rett vei med svinnet"]
    assert len(results(made)) == 2


def test_a_claim_about_those_who_do_something_is_no_goal() -> None:
    """«En kafé som …, vil miste gjester» tells what would happen."""
    made = drafted(NB, "Svinnet skal ned fra 12 % til 7 %. En kafé som aldri vasker gulvet, vil miste gjestene sine.")
    assert not any("gulvet" in text for text in texts(made))


def test_half_a_sentence_about_being_seen_is_no_goal() -> None:
    """“and be seen to come down” leans on what stands before it."""
    made = drafted(EN, "Noise has to come down, and be seen to come down.\n\nWaste is to fall from 12% to 7%.")
    assert not any("be seen" in text.lower() for text in texts(made))
