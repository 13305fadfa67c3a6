"""The leader's themes as objectives: in the strategy's own words, no more than a leader can follow, none lost unseen."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import asked, drafted, results

NB, NN, EN = Language.NB, Language.NN, Language.EN

THEMES = {
    NB: {
        "Raskere service": "Svartiden skal ned fra 5 til 2 dager.",
        "Lønnsom vekst": "Driftsmarginen skal opp fra 4 % til 7 %. Omsetningen per ansatt skal opp fra 1,9 til 2,3 mill. kr.",
        "Trygge byggeplasser": "Antall fraværsskader skal ned fra 9 til 3. Antall nestenulykker skal ned fra 40 til 20.",
        "Flere lærlinger": "Antall lærlinger skal opp fra 12 til 20. Andelen som består, skal opp fra 70 % til 90 %.",
    },
    NN: {
        "Raskare service": "Svartida skal ned frå 5 til 2 dagar.",
        "Lønsam vekst": "Driftsmarginen skal opp frå 4 % til 7 %. Omsetninga per tilsett skal opp frå 1,9 til 2,3 mill. kr.",
        "Trygge byggjeplassar": "Talet på fråværsskadar skal ned frå 9 til 3. Talet på nestenulykker skal ned frå 40 til 20.",
        "Fleire lærlingar": "Talet på lærlingar skal opp frå 12 til 20. Delen som består, skal opp frå 70 % til 90 %.",
    },
    EN: {
        "Faster service": "The response time shall fall from 5 to 2 days.",
        "Profitable growth": "The operating margin shall rise from 4% to 7%. Sales per employee shall rise from £190 to £230.",
        "Safer sites": "The number of injuries shall fall from 9 to 3. The number of near misses shall fall from 40 to 20.",
        "More apprentices": "The number of apprentices shall rise from 12 to 20. The share who qualify shall rise from 70% to 90%.",
    },
}


def written(language: Language, form: str, count: int) -> str:
    """The first ``count`` themes of a language, each under a heading of one form."""
    return "\n\n".join(f"{form.format(name)}\n\n{text}" for name, text in list(THEMES[language].items())[:count])


@pytest.mark.parametrize("form", ["### {}", "**{}**"])
@pytest.mark.parametrize("language", Language)
def test_each_theme_with_goals_is_an_objective_in_its_own_words(language: Language, form: str) -> None:
    made = drafted(language, written(language, form, 3))
    assert [objective.text for objective in made.okr_set.objectives] == list(THEMES[language])[:3]


@pytest.mark.parametrize("language", Language)
def test_a_theme_without_room_is_named_in_a_question(language: Language) -> None:
    """The one with the fewest goals gives way, and its goals are told of with it."""
    made = drafted(language, written(language, "### {}", 4))
    assert [objective.text for objective in made.okr_set.objectives] == list(THEMES[language])[1:]
    (question,) = [it.text for it in made.questions if next(iter(THEMES[language])) in it.text]
    assert "2" in question


@pytest.mark.parametrize("language", Language)
def test_no_objective_has_more_key_results_than_the_rules_call_few(language: Language) -> None:
    made = drafted(language, written(language, "### {}", 4))
    assert not [finding for finding in made.review.findings if finding.code == "EXE02"]


BARE = {
    NB: ("Sykefraværet skal ned fra 8 % til 6 %.", "Det går rett vei med sykefraværet", "Hva er målet"),
    NN: ("Sjukefråværet skal ned frå 8 % til 6 %.", "Det går rett veg med sjukefråværet", "Kva er målet"),
    EN: (
        "Staff turnover shall fall from 8% to 6%.",
        "We move the right way on staff turnover",
        "What is the objective",
    ),
}
VISION = {NB: "Ingen skal fryse hjemme.", NN: "Ingen skal fryse heime.", EN: "Nobody shall be cold at home."}


@pytest.mark.parametrize("language", Language)
def test_without_words_for_it_an_objective_says_what_is_measured_and_asks(language: Language) -> None:
    """A direction that sounds good and stands nowhere in the text would be a guess; the vision stays the reason."""
    strategy, text, question = BARE[language]
    made = drafted(language, strategy, vision=VISION[language])
    (objective,) = made.okr_set.objectives
    assert objective.text == text
    assert VISION[language].rstrip(".") in (objective.why or "")
    assert question in asked(made)


@pytest.mark.parametrize(
    ("language", "strategy", "direction"),
    [
        (NB, "De ansatte skal ha en arbeidsdag de orker. Sykefraværet blant de ansatte skal ned fra 8 % til 6 %.", "De ansatte skal ha en arbeidsdag de orker"),
        (NN, "Dei tilsette skal ha ein arbeidsdag dei orkar. Sjukefråværet blant dei tilsette skal ned frå 8 % til 6 %.", "Dei tilsette skal ha ein arbeidsdag dei orkar"),
        (EN, "Employees shall have a working day they can stand. Sickness absence among employees shall fall from 8% to 6%.", "Employees shall have a working day they can stand"),
    ],
)  # fmt: skip
def test_the_sentence_that_goals_stand_under_is_their_objective(
    language: Language, strategy: str, direction: str
) -> None:
    made = drafted(language, strategy)
    assert [objective.text for objective in made.okr_set.objectives] == [direction]
    assert len(results(made)) == 1
