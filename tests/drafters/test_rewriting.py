"""Other words for one objective or key result, and other ways through the whole strategy."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
import respx

from assistant.brief import read_brief
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafters.llm import LlmDrafter
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import (
    CannotRewriteError,
    Draft,
    NoSuchItemError,
    Rewriting,
    draft,
    rewrite,
    variants,
)
from assistant.okr import Ambition, Basis
from tests.drafters.three import BRIEF, objectives
from tests.drafters.wire import BASE, URL, completion, value

DRAFTER = LlmDrafter("openai/some-model", api_base=BASE, pause_seconds=0.01)
TASK = {"text": "Lansere en ny app for kundene", "metric": "Lansere en ny app for kundene"}


@pytest.fixture
def route(wire: respx.MockRouter) -> respx.Route:
    """The model's door."""
    return wire.post(URL)


def _answering(route: respx.Route, *answers: Any) -> None:
    route.side_effect = [
        item if isinstance(item, httpx.Response) else httpx.Response(200, json=completion(item)) for item in answers
    ]


def _first(route: respx.Route) -> Draft:
    _answering(route, {"objectives": objectives()})
    return draft(read_brief(BRIEF), DRAFTER)


def _reworded(route: respx.Route, path: str, *answers: Any, instruction: str = "mer ambisiøst") -> tuple[Draft, Draft]:
    before = _first(route)
    _answering(route, *answers)
    wanted = Rewriting(before.okr_set, path, instruction, before.questions)
    return before, rewrite(wanted, read_brief(BRIEF), DRAFTER)


def test_a_key_result_is_reworded_and_nothing_else(route: respx.Route) -> None:
    """Whatever else the model touched stays as it was, and the new value is known to be proposed."""
    item = json.loads(json.dumps(objectives()[0]))
    item["text"] = "Noe helt annet"
    item["key_results"][1]["text"] = "Noe helt annet"
    item["key_results"][0] |= {
        "text": "Andelen kunder som fornyer, øker fra 45 % til 75 %",
        "target": value("75 %", basis="proposed"),
        "ambition": "aspirational",
    }
    before, after = _reworded(route, "/objectives/0/key_results/0", {"objectives": [item]})
    new = after.okr_set.objectives[0].key_results[0]
    assert new.target is not None
    assert (new.target.value, new.target.basis, new.ambition) == (75, Basis.PROPOSED, Ambition.ASPIRATIONAL)
    assert after.okr_set.objectives[0].text == before.okr_set.objectives[0].text
    assert after.okr_set.objectives[0].key_results[1] == before.okr_set.objectives[0].key_results[1]
    assert after.okr_set.objectives[1:] == before.okr_set.objectives[1:]
    assert set(after.provenance.prompts) == {"rewrite.nb"}
    assert [question for question in after.questions if "75 %" in question.text]


def test_an_objective_is_reworded_and_its_key_results_stay(route: respx.Route) -> None:
    """Words, reason and sources are new; what is measured and who owns it is not."""
    item = {**objectives()[1], "text": "Varmen er der når det er kaldest", "key_results": [], "owner": None}
    before, after = _reworded(route, "/objectives/1", {"objectives": [item]})
    old, new = before.okr_set.objectives[1], after.okr_set.objectives[1]
    assert new.text == "Varmen er der når det er kaldest"
    assert (new.key_results, new.owner) == (old.key_results, old.owner)
    assert after.review.errors == 0


def test_the_instruction_and_the_part_are_sent_as_data(route: respx.Route) -> None:
    """The system message is the prompt, whatever the leader wishes."""
    _reworded(route, "/objectives/0/key_results/1", {"objectives": [objectives()[0]]}, instruction="for førstelinjen")
    system, user = json.loads(route.calls.last.request.content)["messages"]
    assert "førstelinjen" not in system["content"]
    said = user["content"]
    wanted = json.loads(said[said.index("<draft>") + len("<draft>") : said.index("</draft>")])
    assert (wanted["instruction"], wanted["part"]) == ("for førstelinjen", "key_results/1")


def test_invented_numbers_and_links_do_not_come_in_by_rewording(route: respx.Route) -> None:
    """The same grounding as for a draft."""
    item = objectives()[0]
    item["key_results"][0] |= {
        "text": "Andelen kunder som fornyer, øker https://ond.example fra 45 % til 99 %",
        "target": value("99 %", "skal opp fra 45 % til 99 %"),
    }
    _, after = _reworded(route, "/objectives/0/key_results/0", {"objectives": [item]}, {"objectives": [item]})
    new = after.okr_set.objectives[0].key_results[0]
    assert "ond.example" not in new.text
    assert new.target is None or new.target.basis is Basis.PROPOSED


def test_new_words_with_errors_are_mended(route: respx.Route) -> None:
    """One repair, of that objective alone."""
    item = {**objectives()[0], "key_results": [TASK, objectives()[0]["key_results"][1]]}
    _, after = _reworded(
        route, "/objectives/0/key_results/0", {"objectives": [item]}, {"objectives": [objectives()[0]]}
    )
    assert after.review.errors == 0
    assert (after.provenance.calls, after.provenance.rounds) == (2, 1)


def test_what_the_rules_asked_of_the_old_words_is_not_asked_of_the_new(route: respx.Route) -> None:
    """A draft read back has their questions among its own."""
    item = {**objectives()[0], "initiatives": ["Ringe kundene før avtalen løper ut"]}
    before, after = _reworded(route, "/objectives/0", {"objectives": [item]})
    asked = {
        question.text for question in before.questions if "hva er det første dere gjør" in question.text.casefold()
    }
    assert len(asked) == 1
    assert not asked & {question.text for question in after.questions}


@pytest.mark.parametrize(
    "path",
    ["", "/", "/objectives", "/objectives/3", "/objectives/-1", "/objectives/0/key_results/9", "/objectives/0/text", "/objectives/0/", "/objectives/00"],
)  # fmt: skip
def test_a_path_to_nothing_is_told_before_anybody_is_asked(route: respx.Route, path: str) -> None:
    """No call is spent on it."""
    before = _first(route)
    calls = route.call_count
    with pytest.raises(NoSuchItemError):
        rewrite(Rewriting(before.okr_set, path, "kortere"), read_brief(BRIEF), DRAFTER)
    assert route.call_count == calls


@pytest.mark.parametrize("answer", [{"objectives": [{"text": "<b></b>"}]}, {"objectives": [{"text": "Uten"}]}])
def test_a_rewording_without_the_part_is_no_answer(route: respx.Route, answer: Any) -> None:
    """The leader keeps what there was, and is told."""
    with pytest.raises(ModelError) as caught:
        _reworded(route, "/objectives/0/key_results/0", answer)
    assert caught.value.kind is Failure.MALFORMED


def test_without_a_model_there_are_no_other_words() -> None:
    """The text says what it says."""
    brief = read_brief(BRIEF)
    made = draft(brief, ExtractiveDrafter())
    with pytest.raises(CannotRewriteError):
        rewrite(Rewriting(made.okr_set, "/objectives/0", "kortere"), brief, ExtractiveDrafter())


# --- variants --------------------------------------------------------------------------------------------------------


def test_variants_differ_and_the_soundest_comes_first(route: respx.Route) -> None:
    """Ranked by the review, not by when they came."""
    weak = [{**item, "why": None, "key_results": item["key_results"][:1]} for item in objectives()]
    other = [{**objectives()[2], "text": "Vi sparer energi hver dag"}]
    _answering(route, {"objectives": weak}, {"objectives": other}, {"objectives": objectives()})
    made = variants(read_brief(BRIEF), DRAFTER, 3)
    assert len(made) == 3
    ranks = [(it.review.errors, len(it.review.findings)) for it in made]
    assert ranks[0][0] <= ranks[1][0] <= ranks[2][0]
    assert made[-1].okr_set.objectives[0].why is None


def test_each_variant_knows_what_those_before_it_said(route: respx.Route) -> None:
    """That is what makes them differ; the system message is the same for all."""
    other = [{**objectives()[2], "text": "Vi sparer energi hver dag"}]
    _answering(route, {"objectives": objectives()}, {"objectives": other})
    variants(read_brief(BRIEF), DRAFTER, 2)
    first, second = (json.loads(call.request.content)["messages"] for call in route.calls)
    assert first[0] == second[0]
    assert "already_drafted" not in first[1]["content"]
    assert all(item["text"] in second[1]["content"] for item in objectives())


def test_a_variant_that_says_the_same_is_left_out(route: respx.Route) -> None:
    """Two copies are no choice."""
    _answering(route, {"objectives": objectives()}, {"objectives": objectives()})
    assert len(variants(read_brief(BRIEF), DRAFTER, 2)) == 1


def test_a_failure_after_the_first_variant_costs_only_what_is_left(route: respx.Route) -> None:
    """One good draft is better than none."""
    _answering(route, {"objectives": objectives()}, httpx.Response(500))
    assert len(variants(read_brief(BRIEF), DRAFTER, 3)) == 1


def test_a_failure_of_the_first_variant_is_a_failure(route: respx.Route) -> None:
    """There is nothing to show."""
    _answering(route, httpx.Response(401))
    with pytest.raises(ModelError):
        variants(read_brief(BRIEF), DRAFTER, 3)


def test_a_text_has_one_reading_and_nobody_wants_none() -> None:
    """Without a model there is one variant; zero are a mistake of the caller."""
    assert len(variants(read_brief(BRIEF), ExtractiveDrafter(), 3)) == 1
    with pytest.raises(ValueError, match="variant"):
        variants(read_brief(BRIEF), ExtractiveDrafter(), 0)
