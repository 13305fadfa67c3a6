"""What a draft may cost: calls, tokens, money and seconds, and what happens when one of them is used up."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
import respx

from assistant.brief import read_brief
from assistant.drafters.llm import Budget, LlmDrafter, Mode
from assistant.drafters.llm.budget import Meter, Price, tokens_in
from assistant.drafters.llm.failures import passes
from assistant.drafters.llm.library import price_of
from assistant.drafters.llm.modes import fall_back, forget, mode_of, refuses
from assistant.drafters.llm.transport import Seen
from assistant.drafters.llm.waiting import seconds_to_wait
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import Draft, draft
from tests.drafters.wire import BASE, BRIEF, URL, answer, completion

A_CENT_A_TOKEN = Price(0.01, 0.01)


def spent(meter: Meter, sent: int = 100, received: int = 100, cost: float | None = 1.0) -> Meter:
    """A meter after one call."""
    meter.begin(sent)
    meter.add(sent, received, cost)
    return meter


def test_a_budget_of_calls_ends_with_the_last_of_them() -> None:
    """Not one more."""
    meter = Meter(Budget(calls=2), None)
    spent(spent(meter))
    with pytest.raises(ModelError) as caught:
        meter.begin(1)
    assert caught.value.kind is Failure.BUDGET
    assert meter.calls == 2


def test_tokens_left_bound_the_answer_and_then_the_calls() -> None:
    """What is sent counts, and an answer too short to hold anything is not asked for."""
    meter = Meter(Budget(tokens=2_000, answer_tokens=4_000), None)
    assert meter.allowance(500) == 1_500
    assert spent(meter, 500, 500).allowance(400) == 600
    assert meter.allowance(900) == 0


def test_money_left_bounds_the_answer_and_then_the_calls() -> None:
    """Counted at the model's own price, before the call is made."""
    meter = Meter(Budget(money=30.0), A_CENT_A_TOKEN)
    assert meter.allowance(1_000) == 2_000
    assert spent(meter, 1_000, 1_000, 20.0).allowance(500) == 500
    assert meter.allowance(1_100) == 0


@pytest.mark.parametrize(("price", "cost"), [(None, 0.0), (A_CENT_A_TOKEN, None)])
def test_money_is_not_spent_in_the_dark(price: Price | None, cost: float | None) -> None:
    """A limit nobody can keep is not taken for kept."""
    meter = Meter(Budget(money=1_000.0), price)
    meter.cost = cost
    assert meter.allowance(1) == 0


def test_a_model_on_ones_own_machine_costs_nothing(litellm_ready: Any) -> None:
    """Its price is known: none. A stranger's is not."""
    free = price_of(litellm_ready, "ollama_chat/qwen3")
    assert free == Price(0, 0)
    assert Meter(Budget(money=0.01), free).allowance(10_000) == Budget().answer_tokens
    assert price_of(litellm_ready, "openai/some-model") is None


def test_without_limits_every_answer_may_be_as_long_as_any() -> None:
    """Four calls, whatever they cost."""
    assert spent(Meter(Budget(), None), 10**6, 10**6, None).allowance(10**6) == Budget().answer_tokens


def test_tokens_are_rather_too_many_than_too_few() -> None:
    """A model's own count of Norwegian is below ours: about three characters a token."""
    assert tokens_in("Andelen kunder som fornyer, skal opp fra 45 % til 60 %.") > 18


# --- on the wire -----------------------------------------------------------------------------------------------------


def _drafted(budget: Budget, model: str = "openai/gpt-4o-mini") -> Draft:
    return draft(read_brief(BRIEF), LlmDrafter(model, api_base=BASE, budget=budget, pause_seconds=0.01))


@pytest.mark.parametrize("budget", [Budget(tokens=1_000), Budget(money=0.000_01)], ids=["tokens", "money"])
def test_a_draft_that_would_cost_too_much_is_not_begun(wire: respx.MockRouter, budget: Budget) -> None:
    """The leader is told before anything is sent."""
    route = wire.post(URL).respond(json=completion(answer(), tools=True))
    with pytest.raises(ModelError) as caught:
        _drafted(budget)
    assert caught.value.kind is Failure.BUDGET
    assert not route.called


def test_a_price_nobody_knows_is_not_paid(wire: respx.MockRouter) -> None:
    """With a limit in money, an unlisted model is not called."""
    route = wire.post(URL).respond(json=completion(answer()))
    with pytest.raises(ModelError) as caught:
        _drafted(Budget(money=100.0), "openai/some-model")
    assert caught.value.kind is Failure.BUDGET
    assert not route.called


def test_what_is_left_bounds_the_answer_asked_for(wire: respx.MockRouter) -> None:
    """The service is told not to go on for longer than is paid for."""
    route = wire.post(URL).respond(json=completion(answer(), tools=True))
    _drafted(Budget(tokens=20_000, answer_tokens=30_000))
    assert 200 < json.loads(route.calls.last.request.content)["max_tokens"] < 20_000


def test_a_budget_spent_on_a_bad_answer_leaves_none_for_a_second(wire: respx.MockRouter) -> None:
    """The failure told is the model's, not the budget's."""
    route = wire.post(URL).respond(json=completion({"objectives": []}))
    with pytest.raises(ModelError) as caught:
        _drafted(Budget(calls=1))
    assert caught.value.kind is Failure.MALFORMED
    assert route.call_count == 1


def test_at_most_four_calls_whatever_goes_wrong(wire: respx.MockRouter) -> None:
    """Refused, busy, and of the wrong form, again and again."""
    refused = httpx.Response(400, json={"error": {"message": "tools are not supported"}})
    busy = httpx.Response(429, headers={"retry-after": "0"})
    bad = httpx.Response(200, json=completion({"objectives": []}))
    forget()
    route = wire.post(URL)
    route.side_effect = [refused, busy, bad, busy, bad, bad, bad, bad]
    with pytest.raises(ModelError):
        _drafted(Budget())
    assert route.call_count == 4
    forget()


# --- modes, and waiting ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "mode"),
    [
        ("anthropic/claude-sonnet-4-5", Mode.TOOLS),
        ("openai/gpt-4o-mini", Mode.TOOLS),
        ("gemini/gemini-2.5-flash", Mode.TOOLS),
        ("azure/min-utrulling", Mode.JSON_SCHEMA),
        ("mistral/mistral-large-latest", Mode.JSON_SCHEMA),
        ("ollama_chat/qwen3", Mode.JSON_SCHEMA),
        ("hosted_vllm/qwen3", Mode.JSON_SCHEMA),
        ("openai/some-model", Mode.JSON),
    ],
)
def test_a_model_is_asked_in_the_best_mode_it_is_known_to_take(litellm_ready: Any, model: str, mode: Mode) -> None:
    """By the list of models that comes with the library, and what it is known to miss."""
    forget()
    assert mode_of(litellm_ready, model, None) is mode


def test_a_mode_that_was_refused_is_not_tried_again_at_that_address(litellm_ready: Any) -> None:
    """Another address of the same model is another service."""
    forget()
    assert fall_back(Mode.TOOLS, "openai/gpt-4o-mini", "http://a") is Mode.JSON
    assert mode_of(litellm_ready, "openai/gpt-4o-mini", "http://a") is Mode.JSON
    assert mode_of(litellm_ready, "openai/gpt-4o-mini", "http://b") is Mode.TOOLS
    assert fall_back(Mode.TEXT, "openai/gpt-4o-mini", "http://a") is None
    forget()


@pytest.mark.parametrize(
    ("mode", "status", "said", "refused"),
    [
        (Mode.TOOLS, 400, "registry.ollama.ai/library/x does not support tools", True),
        (Mode.TOOLS, 404, "No endpoints found that support tool use", True),
        (Mode.JSON_SCHEMA, 400, "response_format value as json_schema is enabled only for api versions 2024-08-01", True),
        (Mode.JSON, 422, "response_format: json_object is not available", True),
        (Mode.TOOLS, 400, "maximum context length is 8192 tokens", False),
        (Mode.TOOLS, 401, "tools", False),
        (Mode.TOOLS, None, "tools", False),
        (Mode.TEXT, 400, "format", False),
    ],
)  # fmt: skip
def test_a_refused_mode_is_told_from_other_errors(mode: Mode, status: int | None, said: str, *, refused: bool) -> None:
    """By the status, and by what the service says of it."""
    assert refuses(mode, status, said) is refused


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "2"}, 2.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after-ms": "1500", "retry-after": "2"}, 1.5),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "Wed, 21 Oct 2099 07:28:00 GMT"}, 3_600.0),
        ({"retry-after": "1e9"}, 3_600.0),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "snart"}, None),
        ({}, None),
    ],
)
def test_how_long_a_service_asks_to_be_left_alone(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, thousandths or a date; nonsense is no answer."""
    assert seconds_to_wait(headers) == seconds


def test_a_quota_that_is_used_up_does_not_pass() -> None:
    """Asking again would only take time."""
    assert passes(Seen(status=429, said="rate limit reached"))
    assert not passes(Seen(status=429, said='{"error": {"code": "insufficient_quota"}}'))
    assert not passes(Seen(status=500))
