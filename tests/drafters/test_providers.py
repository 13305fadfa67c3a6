"""Seven providers on the wire: what each is sent, whole, and what becomes of its answer."""

from __future__ import annotations

import json
import logging
import traceback
from typing import Any, NamedTuple

import httpx
import pytest
import respx

from assistant.brief import read_brief
from assistant.drafters.answer import Answer
from assistant.drafters.llm import LlmDrafter, Mode
from assistant.drafters.llm.messages import user_message
from assistant.drafters.llm.modes import forget
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import Draft, draft
from assistant.review import Verdict
from prompts import prompt
from tests.drafters.wire import BRIEF, KEY, answer, completion

SYSTEM, USER = prompt("draft", "nb"), user_message(read_brief(BRIEF))
MESSAGES = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": USER}]
SCHEMA = Answer.model_json_schema()
DESCRIPTION = "The objectives and key results drafted from the brief."
FORMAT = {"type": "json_schema", "json_schema": {"name": "Answer", "schema": SCHEMA}}
USED = {"prompt_tokens": 700, "completion_tokens": 90, "total_tokens": 790}
SECRETS = (KEY, "Nordlys", "holder avtalen", "Du hjelper ledere", "HEMMELIG SVAR")


class Provider(NamedTuple):
    """A provider as it is spoken to.

    Attributes:
        model: The model, as litellm names it.
        url: Where the request goes.
        header: Which header carries the key; ``None`` for a service without.
        body: The whole body of the request.
        answer: A good answer, as the provider sends it.
        base: The address of the service, where it is one's own.
    """

    model: str
    url: str
    header: str | None
    body: dict[str, Any]
    answer: dict[str, Any]
    base: str | None = None


PROVIDERS = [
    Provider(
        "anthropic/claude-sonnet-4-5",
        "https://api.anthropic.com/v1/messages",
        "x-api-key",
        {
            "model": "claude-sonnet-4-5",
            "system": [{"type": "text", "text": SYSTEM}],
            "messages": [{"role": "user", "content": [{"type": "text", "text": USER}]}],
            "max_tokens": 4000,
            "tools": [{"name": "Answer", "type": "custom", "description": DESCRIPTION, "input_schema": ...}],
            "tool_choice": {"type": "tool", "name": "Answer"},
        },
        {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "claude-sonnet-4-5",
            "stop_reason": "tool_use",
            "content": [{"type": "tool_use", "id": "toolu_1", "name": "Answer", "input": answer()}],
            "usage": {"input_tokens": 700, "output_tokens": 90},
        },
    ),
    Provider(
        "openai/gpt-4o-mini",
        "https://api.openai.com/v1/chat/completions",
        "authorization",
        {
            "model": "gpt-4o-mini",
            "messages": MESSAGES,
            "max_tokens": 4000,
            "tools": [
                {"type": "function", "function": {"name": "Answer", "description": DESCRIPTION, "parameters": ...}}
            ],
            "tool_choice": {"type": "function", "function": {"name": "Answer"}},
        },
        completion(answer(), tools=True, finish="tool_calls"),
    ),
    Provider(
        "azure/min-utrulling",
        "https://own.azure.example/openai/deployments/min-utrulling/chat/completions?api-version=2024-10-21",
        "api-key",
        {"model": "min-utrulling", "messages": MESSAGES, "max_tokens": 4000, "response_format": FORMAT},
        completion(answer()),
        "https://own.azure.example",
    ),
    Provider(
        "gemini/gemini-2.5-flash",
        "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent",
        "x-goog-api-key",
        {
            "contents": [{"role": "user", "parts": [{"text": USER}]}],
            "system_instruction": {"parts": [{"text": SYSTEM}]},
            "tools": [{"function_declarations": [{"name": "Answer", "description": DESCRIPTION, "parameters": ...}]}],
            "toolConfig": {"functionCallingConfig": {"mode": "ANY", "allowed_function_names": ["Answer"]}},
            "generationConfig": {"max_output_tokens": 4000},
        },
        {
            "candidates": [
                {
                    "finishReason": "STOP",
                    "index": 0,
                    "content": {"role": "model", "parts": [{"functionCall": {"name": "Answer", "args": answer()}}]},
                }
            ],
            "usageMetadata": {"promptTokenCount": 700, "candidatesTokenCount": 90, "totalTokenCount": 790},
        },
    ),
    Provider(
        "mistral/mistral-large-latest",
        "https://api.mistral.ai/v1/chat/completions",
        "authorization",
        {"model": "mistral-large-latest", "messages": MESSAGES, "max_tokens": 4000, "response_format": FORMAT},
        completion(answer()),
    ),
    Provider(
        "ollama_chat/qwen3",
        "http://localhost:11434/api/chat",
        None,
        {
            "model": "qwen3",
            "messages": [{**message, "images": []} for message in MESSAGES],
            "options": {"num_predict": 4000},
            "stream": False,
            "format": ...,
        },
        {
            "model": "qwen3",
            "created_at": "2026-01-01T00:00:00Z",
            "done": True,
            "done_reason": "stop",
            "message": {"role": "assistant", "content": json.dumps(answer())},
            "prompt_eval_count": 700,
            "eval_count": 90,
        },
    ),
    Provider(
        "hosted_vllm/qwen3",
        "http://127.0.0.1:8001/v1/chat/completions",
        None,
        {"model": "qwen3", "messages": MESSAGES, "max_tokens": 4000, "response_format": FORMAT},
        completion(answer()),
        "http://127.0.0.1:8001/v1",
    ),
]
EVERY = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda it: it.model.partition("/")[0])


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANTHROPIC", "OPENAI", "AZURE", "GEMINI", "MISTRAL"):
        monkeypatch.setenv(f"{name}_API_KEY", KEY)
    monkeypatch.setenv("AZURE_API_VERSION", "2024-10-21")
    monkeypatch.delenv("OKR_MODEL_BASE", raising=False)
    forget()


def drafted(provider: Provider, **settings: Any) -> Draft:
    """A draft by a provider's model."""
    drafter = LlmDrafter(provider.model, api_base=provider.base, pause_seconds=0.01, **settings)
    return draft(read_brief(BRIEF), drafter)


def _without_schemas(body: dict[str, Any]) -> dict[str, Any]:
    """A body with what a provider's dialect makes of the tool's schema left out."""
    schemas = {"input_schema", "parameters", "format"}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: ... if key in schemas else plain(item) for key, item in value.items()}
        return [plain(item) for item in value] if isinstance(value, list) else value

    return dict(plain(body))


@EVERY
def test_a_provider_gets_one_request_whose_every_field_is_known(wire: respx.MockRouter, provider: Provider) -> None:
    """The prompt, the brief, the form and the bound on the answer, at the provider's own address, and nothing else."""
    route = wire.route().respond(json=provider.answer)
    drafted(provider)
    assert [f"{call.request.url}" for call in route.calls] == [provider.url]
    request = route.calls.last.request
    assert _without_schemas(json.loads(request.content)) == provider.body
    assert not [name for name in request.headers if name.startswith("cookie")]
    carrying = [name for name, value in request.headers.items() if KEY in value]
    assert carrying == ([provider.header] if provider.header else [])


@EVERY
def test_a_providers_good_answer_is_a_ready_draft_after_one_call(wire: respx.MockRouter, provider: Provider) -> None:
    """Whatever form the provider wraps it in; what it counts is on record."""
    wire.route().respond(json=provider.answer)
    made = drafted(provider)
    assert made.review.verdict is Verdict.READY
    assert len(made.okr_set.objectives) == 1
    provenance = made.provenance
    assert (provenance.calls, provenance.input_tokens, provenance.output_tokens) == (1, 700, 90)


@EVERY
@pytest.mark.parametrize(
    "expected",
    [
        (401, Failure.KEY, 1),
        (403, Failure.KEY, 1),
        (404, Failure.UNKNOWN_MODEL, 1),
        (408, Failure.SLOW, 1),
        (413, Failure.TOO_LONG, 1),
        (429, Failure.BUSY, 2),
        (500, Failure.SERVICE, 1),
        (502, Failure.SERVICE, 1),
        (503, Failure.BUSY, 2),
        (529, Failure.BUSY, 2),
    ],
    ids=lambda it: str(it[0]),
)
def test_a_providers_error_is_typed_and_silent(
    wire: respx.MockRouter,
    caplog: pytest.LogCaptureFixture,
    provider: Provider,
    expected: tuple[int, Failure, int],
) -> None:
    """The same kind whoever it comes from, no more requests than our own policy makes, and nothing told."""
    status, kind, calls = expected
    caplog.set_level(logging.DEBUG)
    route = wire.route().respond(status, text=f"<html>HEMMELIG SVAR {KEY}")
    with pytest.raises(ModelError) as caught:
        drafted(provider)
    assert caught.value.kind is kind
    assert route.call_count == calls
    told = "".join(traceback.format_exception(caught.value)) + caplog.text
    assert not [secret for secret in SECRETS if secret in told]


@EVERY
@pytest.mark.parametrize(
    ("error", "kind", "calls"),
    [
        (httpx.ConnectError, Failure.UNREACHABLE, 1),
        (httpx.RemoteProtocolError, Failure.UNREACHABLE, 2),
        (httpx.ReadError, Failure.UNREACHABLE, 2),
        (httpx.ReadTimeout, Failure.SLOW, 1),
    ],
    ids=["refused", "left", "reset", "timeout"],
)
def test_a_broken_connection_is_tried_again_by_our_own_policy_alone(
    wire: respx.MockRouter, provider: Provider, error: type[httpx.HTTPError], kind: Failure, calls: int
) -> None:
    """Once if it was dropped without a word; litellm would try each once more with a client of its own."""
    route = wire.route().mock(side_effect=error("HEMMELIG SVAR"))
    with pytest.raises(ModelError) as caught:
        drafted(provider)
    assert caught.value.kind is kind
    assert route.call_count == calls


@pytest.mark.parametrize("mode", list(Mode))
def test_each_mode_sends_the_prompt_and_adds_only_the_form(wire: respx.MockRouter, mode: Mode) -> None:
    """What the libraries would add in words of their own is not in any of the four."""
    route = wire.route().respond(json=completion(answer(), tools=mode is Mode.TOOLS))
    drafted(Provider("openai/some-model", "", None, {}, {}), mode=mode)
    body = _without_schemas(json.loads(route.calls.last.request.content))
    schema = json.dumps(SCHEMA, ensure_ascii=False)
    in_words = [{"role": "system", "content": f"{SYSTEM}\n{schema}\n"}, MESSAGES[1]]
    openai = PROVIDERS[1].body
    expected: dict[Mode, dict[str, Any]] = {
        Mode.TOOLS: {"messages": MESSAGES, "tools": openai["tools"], "tool_choice": openai["tool_choice"]},
        Mode.JSON_SCHEMA: {"messages": MESSAGES, "response_format": FORMAT},
        Mode.JSON: {"messages": in_words, "response_format": {"type": "json_object"}},
        Mode.TEXT: {"messages": in_words},
    }
    assert body == {"model": "some-model", "max_tokens": 4000, **expected[mode]}


def test_the_tool_takes_the_form_of_an_answer(wire: respx.MockRouter) -> None:
    """Its parameters are the schema the answer is held to."""
    route = wire.route().respond(json=completion(answer(), tools=True))
    drafted(PROVIDERS[1])
    parameters = json.loads(route.calls.last.request.content)["tools"][0]["function"]["parameters"]
    assert parameters["required"] == ["objectives"]
    assert parameters["$defs"] == SCHEMA["$defs"]
    assert parameters["properties"] == SCHEMA["properties"]
