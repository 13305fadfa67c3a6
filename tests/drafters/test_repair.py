"""Mending a draft: only what failed goes back, and only what got better stays."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
import respx

from assistant.brief import read_brief
from assistant.drafters.events import Event, Step, StepBegan
from assistant.drafters.llm import Budget, LlmDrafter
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import Draft, draft
from assistant.rules.rule import Severity
from tests.drafters.faults.app import Said
from tests.drafters.three import BRIEF, key_results, objectives
from tests.drafters.wire import BASE, URL, completion

TASK = {"text": "Lansere en ny app for kundene", "metric": "Lansere en ny app for kundene"}

NYNORSK = """# Strategi for Nordlys Energi

Periode: T2 2026

- Kundane skal oppleve at vi held avtalen. Delen kundar som fornyar, skal opp frå 45 % til 60 %.
- Anlegga skal verke når det er kaldast. Vi skal ikkje ha fleire enn fem stans.
"""


def drafted(route: respx.Route, *answers: Any, **settings: Any) -> Draft:
    """A draft of the brief by a model that gives these answers, one after the other."""
    route.side_effect = [
        item if isinstance(item, httpx.Response) else httpx.Response(200, json=completion(item)) for item in answers
    ]
    drafter = LlmDrafter("openai/some-model", api_base=BASE, pause_seconds=0.01, **settings)
    return draft(read_brief(BRIEF), drafter)


def bad_second() -> dict[str, Any]:
    """Three objectives, the second with work among its key results."""
    items = objectives()
    items[1] = {**items[1], "key_results": [*items[1]["key_results"], TASK]}
    return {"objectives": items}


def codes(made: Draft) -> list[str]:
    """The errors of a draft."""
    return [finding.code for finding in made.review.findings if finding.severity is Severity.ERROR]


def sent(route: respx.Route, at: int) -> tuple[str, str]:
    """The system and the user message of a request."""
    system, user = json.loads(route.calls[at].request.content)["messages"]
    return system["content"], user["content"]


@pytest.fixture
def route(wire: respx.MockRouter) -> respx.Route:
    """The model's door."""
    return wire.post(URL)


def test_a_draft_that_is_right_at_once_takes_one_call(route: respx.Route) -> None:
    """Nobody asks for more than what is missing."""
    made = drafted(route, {"objectives": objectives()})
    assert codes(made) == []
    assert (made.provenance.calls, made.provenance.rounds) == (1, 0)


def test_a_failing_objective_is_mended_and_the_others_stay_as_they_were(route: respx.Route) -> None:
    """One repair, which is on record with its prompt."""
    made = drafted(route, bad_second(), {"objectives": [objectives()[1]]})
    assert codes(made) == []
    assert [item.text for item in made.okr_set.objectives] == [item["text"] for item in objectives()]
    assert (made.provenance.calls, made.provenance.rounds) == (2, 1)
    assert set(made.provenance.prompts) == {"draft.nb", "repair.nb"}


def test_only_the_failing_objective_and_its_findings_go_back(route: respx.Route) -> None:
    """The others are not repeated, and neither are remarks that are no errors."""
    drafted(route, bad_second(), {"objectives": [objectives()[1]]})
    _, said = sent(route, 1)
    wrong = json.loads(said[said.index("<draft>") + len("<draft>") : said.index("</draft>")])["failing"]
    assert [item["objective"]["text"] for item in wrong] == [objectives()[1]["text"]]
    assert [finding["where"] for item in wrong for finding in item["findings"]] == ["key_results/2"]
    assert objectives()[0]["text"] not in said
    assert objectives()[2]["text"] not in said


def test_a_repair_takes_at_most_half_of_what_asking_for_everything_again_takes(route: respx.Route) -> None:
    """With one bad objective of three; counted in characters sent and received, by the same measure for both."""
    mended = {"objectives": [objectives()[1]]}
    drafted(route, bad_second(), mended)
    everything = json.dumps({"objectives": objectives()}, ensure_ascii=False)
    again = sum(map(len, sent(route, 0))) + len(json.dumps(bad_second(), ensure_ascii=False)) + len(everything)
    repair = sum(map(len, sent(route, 1))) + len(json.dumps(mended, ensure_ascii=False))
    assert repair <= again / 2


def test_a_repair_that_mends_nothing_is_thrown_away(route: respx.Route) -> None:
    """The first version is as good, and is the one that was asked for."""
    worse = {**objectives()[1], "text": "Noe annet enn før", "key_results": [TASK, *key_results(1)]}
    made = drafted(route, bad_second(), {"objectives": [worse]})
    assert codes(made) == ["TSK01"]
    assert made.okr_set.objectives[1].text == objectives()[1]["text"]
    assert (made.provenance.calls, made.provenance.rounds) == (2, 1)


def test_of_two_replacements_the_one_that_mends_is_kept(route: respx.Route) -> None:
    """Each is judged by itself."""
    items = [{**item, "key_results": [*item["key_results"], TASK]} for item in objectives()[:2]]
    first = {"objectives": [*items, objectives()[2]]}
    made = drafted(route, first, {"objectives": [objectives()[0], {**items[1], "text": "Noe annet enn før"}]})
    assert codes(made) == ["TSK01"]
    assert made.okr_set.objectives[1].text == objectives()[1]["text"]
    assert len(made.okr_set.objectives[0].key_results) == 2
    assert len(made.okr_set.objectives[1].key_results) == 3


@pytest.mark.parametrize(
    "reply",
    [
        httpx.Response(500, text="x"),
        httpx.Response(401, text="x"),
        {"objectives": objectives()},
        {"objectives": [{**objectives()[1], "text": "<b></b>"}]},
    ],
    ids=["an error", "no key", "too many objectives", "no words"],
)
def test_a_repair_that_fails_costs_the_repair_and_never_the_draft(route: respx.Route, reply: Any) -> None:
    """What is left is returned with its findings."""
    made = drafted(route, bad_second(), reply)
    assert codes(made) == ["TSK01"]
    assert len(made.okr_set.objectives) == 3


def test_the_questions_of_a_replaced_objective_are_asked_anew(route: respx.Route) -> None:
    """Nothing is asked about words that are no longer there."""
    bad = bad_second()
    unknown = {"text": "Andelen reparasjoner som holder, øker", "metric": "Andelen reparasjoner som holder"}
    bad["objectives"][1]["key_results"] = [unknown, TASK]
    made = drafted(route, bad, {"objectives": [objectives()[1]]})
    assert not [question for question in made.questions if "reparasjoner som holder" in question.text]
    assert {question.path.split("/")[2] for question in made.questions if question.path} == {"0", "1", "2"}


@pytest.mark.parametrize("budget", [Budget(rounds=0), Budget(calls=1)], ids=["rounds", "calls"])
def test_there_is_no_repair_beyond_the_budget(route: respx.Route, budget: Budget) -> None:
    """The draft is returned as it is, with its findings."""
    made = drafted(route, bad_second(), {"objectives": [objectives()[1]]}, budget=budget)
    assert codes(made) == ["TSK01"]
    assert route.call_count == 1


def test_a_value_that_only_the_leader_knows_is_asked_for_and_costs_no_call(route: respx.Route) -> None:
    """The key result says what is to be measured, and the brief has no number for it: another answer would make one up."""
    items = objectives()
    unsaid = {"text": "Andelen kunder som anbefaler oss, går opp", "metric": "Andelen kunder som anbefaler oss"}
    items[1] = {**items[1], "key_results": [*items[1]["key_results"], unsaid]}
    made = drafted(route, {"objectives": items}, {"objectives": items[1:2]})
    assert codes(made) == ["CLR01"]
    assert made.provenance.calls == 1
    assert "/objectives/1/key_results/2" in {question.path for question in made.questions}


def test_a_key_result_that_says_nothing_to_measure_goes_back(route: respx.Route) -> None:
    items = objectives()
    items[1] = {**items[1], "key_results": [*items[1]["key_results"], {"text": "Kundene føler seg sett"}]}
    made = drafted(route, {"objectives": items}, {"objectives": objectives()[1:2]})
    assert (codes(made), made.provenance.calls) == ([], 2)


def test_a_second_round_mends_what_the_first_left(route: respx.Route) -> None:
    """As long as each reduces the errors, and no longer than the budget allows."""
    item = objectives()[1]
    bad = {
        "objectives": [
            {**item, "key_results": [*item["key_results"], TASK, {**TASK, "text": "Ansette fire lærlinger"}]}
        ]
    }
    half = {"objectives": [{**item, "key_results": [*item["key_results"], TASK]}]}
    made = drafted(route, bad, half, {"objectives": [item]}, budget=Budget(rounds=2))
    assert codes(made) == []
    assert (made.provenance.calls, made.provenance.rounds) == (3, 2)


# --- another language ------------------------------------------------------------------------------------------------


def english(at: int) -> dict[str, Any]:
    """An objective in English, with sources and values of the brief."""
    texts = (
        ("Customers stay because we keep our promises", "The share of customers who renew rises"),
        ("People can trust the heat when it is cold", "The number of stops goes down"),
        ("We lead the way in using less energy", "The share of cars that are electric rises"),
    )
    said, measured = texts[at]
    results = [{"text": measured, "metric": measured}, objectives()[at]["key_results"][0]]
    return {**objectives()[at], "text": said, "why": None, "key_results": results[:1]}


def test_an_answer_in_another_language_goes_back_once_and_comes_home(route: respx.Route) -> None:
    """All of it, with the remark that it is in another language."""
    made = drafted(route, {"objectives": [english(at) for at in range(3)]}, {"objectives": objectives()})
    assert [item.text for item in made.okr_set.objectives] == [item["text"] for item in objectives()]
    assert (made.provenance.calls, made.provenance.rounds) == (2, 1)
    assert "Linja er på engelsk" in sent(route, 1)[1]


def test_an_objective_in_another_language_goes_back_alone(route: respx.Route) -> None:
    """The others stay as they were."""
    items = [english(0), *objectives()[1:]]
    made = drafted(route, {"objectives": items}, {"objectives": [objectives()[0]]})
    assert [item.text for item in made.okr_set.objectives] == [item["text"] for item in objectives()]


def test_a_model_that_will_not_speak_the_language_is_no_drafter(route: respx.Route) -> None:
    """Nobody takes a draft in English to a Norwegian board, however sound it is."""
    answer = {"objectives": [english(at) for at in range(3)]}
    with pytest.raises(ModelError) as caught:
        drafted(route, answer, answer)
    assert caught.value.kind is Failure.LANGUAGE
    assert route.call_count == 2


def test_one_objective_that_stays_in_another_language_stands_with_its_findings(route: respx.Route) -> None:
    """What can be used is not thrown away."""
    items = [english(0), *objectives()[1:]]
    made = drafted(route, {"objectives": items}, {"objectives": [english(0)]})
    assert {finding.path for finding in made.review.findings if finding.code == "CLR13"} == {
        "/objectives/0",
        "/objectives/0/key_results/0",
    }


def test_a_loan_from_another_language_costs_no_call(route: respx.Route) -> None:
    """One line of an objective is a warning, and the leader's to mend."""
    item = objectives()[0]
    own, other = item["key_results"]
    line = {**other, "text": "The share of complaints that are solved the first day rises from 30 % to 70 %"}
    made = drafted(route, {"objectives": [{**item, "key_results": [own, line]}]})
    assert "CLR13" in {finding.code for finding in made.review.findings}
    assert made.provenance.calls == 1


def test_bokmal_for_nynorsk_is_mended_if_it_can_be_and_kept_if_not(route: respx.Route) -> None:
    """Norwegians read both: that is no reason to return nothing."""
    answers = [httpx.Response(200, json=completion({"objectives": objectives()}))] * 2
    route.side_effect = answers
    brief = read_brief(NYNORSK)
    made = draft(brief, LlmDrafter("openai/some-model", api_base=BASE, pause_seconds=0.01))
    assert brief.language == "nn"
    assert "CLR13" in {finding.code for finding in made.review.findings}
    assert route.call_count == 2


def test_the_steps_are_told_as_they_begin(route: respx.Route) -> None:
    """Drafting, checking, repairing and checking again."""
    told: list[Event] = []
    replies = [Said(json.dumps(reply)) for reply in (bad_second(), {"objectives": [objectives()[1]]})]
    bodies = [b"".join(replies[0].pieces()), replies[1].whole()]
    kinds = ["text/event-stream", "application/json"]
    route.side_effect = [
        httpx.Response(200, content=body, headers={"content-type": kind})
        for body, kind in zip(bodies, kinds, strict=True)
    ]
    draft(read_brief(BRIEF), LlmDrafter("openai/some-model", api_base=BASE), tell=told.append)
    assert [event.step for event in told if isinstance(event, StepBegan)] == [
        Step.DRAFTING,
        Step.CHECKING,
        Step.REPAIRING,
        Step.CHECKING,
    ]
