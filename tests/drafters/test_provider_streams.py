"""Streams in the dialects of providers that do not speak OpenAI's: heard in pieces, and the same draft in the end."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest
import respx

from assistant.brief import read_brief
from assistant.drafters.events import Event, ObjectiveWritten, UsageCounted
from assistant.drafters.llm import LlmDrafter
from assistant.drafters.llm.modes import forget
from assistant.drafting import draft
from assistant.review import Verdict
from tests.drafters.wire import BRIEF, KEY, answer

_TEXT = json.dumps(answer(), ensure_ascii=False)
_PIECES = [_TEXT[at : at + 50] for at in range(0, len(_TEXT), 50)]


def _records(items: Iterable[dict[str, Any]], *, named: bool = False) -> bytes:
    """Server-sent events, with their names where the dialect has them."""
    lines = ((f"event: {item['type']}\n" if named else "") + f"data: {json.dumps(item)}\n\n" for item in items)
    return "".join(lines).encode()


def _anthropic() -> bytes:
    usage = {"input_tokens": 700, "output_tokens": 1}
    message = {"id": "m", "type": "message", "role": "assistant", "model": "c", "content": [], "usage": usage}
    tool = {"type": "tool_use", "id": "t", "name": "Answer", "input": {}}
    deltas = [
        {"type": "content_block_delta", "index": 0, "delta": {"type": "input_json_delta", "partial_json": piece}}
        for piece in _PIECES
    ]
    return _records(
        [
            {"type": "message_start", "message": message},
            {"type": "content_block_start", "index": 0, "content_block": tool},
            *deltas,
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "delta": {"stop_reason": "tool_use"}, "usage": {"output_tokens": 90}},
            {"type": "message_stop"},
        ],
        named=True,
    )


def _gemini() -> bytes:
    part = {"functionCall": {"name": "Answer", "args": answer()}}
    candidate = {"index": 0, "finishReason": "STOP", "content": {"role": "model", "parts": [part]}}
    usage = {"promptTokenCount": 700, "candidatesTokenCount": 90, "totalTokenCount": 790}
    return _records([{"candidates": [candidate], "usageMetadata": usage}])


def _ollama() -> bytes:
    base = {"model": "qwen3", "created_at": "2026-01-01T00:00:00Z"}
    said = [{**base, "done": False, "message": {"role": "assistant", "content": piece}} for piece in _PIECES]
    end = {**base, "done": True, "done_reason": "stop", "message": {"role": "assistant", "content": ""}}
    end |= {"prompt_eval_count": 700, "eval_count": 90}
    return "".join(json.dumps(item) + "\n" for item in [*said, end]).encode()


def _mistral() -> bytes:
    base = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    said = [{**base, "choices": [{"index": 0, "delta": {"content": it}, "finish_reason": None}]} for it in _PIECES]
    usage = {"prompt_tokens": 700, "completion_tokens": 90, "total_tokens": 790}
    end = {**base, "choices": [{"index": 0, "delta": {"content": ""}, "finish_reason": "stop"}], "usage": usage}
    return _records([*said, end]) + b"data: [DONE]\n\n"


STREAMS = {
    "anthropic/claude-sonnet-4-5": (_anthropic, "text/event-stream"),
    "gemini/gemini-2.5-flash": (_gemini, "text/event-stream"),
    "ollama_chat/qwen3": (_ollama, "application/x-ndjson"),
    "mistral/mistral-large-latest": (_mistral, "text/event-stream"),
    "hosted_vllm/qwen3": (_mistral, "text/event-stream"),
    "azure/min-utrulling": (_mistral, "text/event-stream"),
}


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANTHROPIC", "AZURE", "GEMINI", "MISTRAL"):
        monkeypatch.setenv(f"{name}_API_KEY", KEY)
    monkeypatch.setenv("AZURE_API_VERSION", "2024-10-21")
    forget()


def _streamed(wire: respx.MockRouter, model: str, body: bytes, kind: str) -> tuple[Any, list[Event]]:
    told: list[Event] = []
    route = wire.route().respond(200, content=body, headers={"content-type": kind})
    base = "https://own.example/v1" if model.startswith(("hosted_vllm", "azure")) else None
    made = draft(read_brief(BRIEF), LlmDrafter(model, api_base=base), tell=told.append)
    assert route.call_count == 1
    return made, told


@pytest.mark.parametrize("model", STREAMS, ids=lambda it: it.partition("/")[0])
def test_a_providers_stream_is_heard_and_comes_to_a_ready_draft(wire: respx.MockRouter, model: str) -> None:
    """One call, the objective told before the draft is there, and the tokens the provider counted."""
    body, kind = STREAMS[model]
    made, told = _streamed(wire, model, body(), kind)
    assert made.review.verdict is Verdict.READY
    assert [event.objective for event in told if isinstance(event, ObjectiveWritten)] == list(made.okr_set.objectives)
    (usage,) = [event for event in told if isinstance(event, UsageCounted)]
    assert (usage.input_tokens, usage.output_tokens) == (700, 90)


def test_a_long_stream_of_small_records_is_heard_to_its_end(wire: respx.MockRouter) -> None:
    """An answer of a modest length comes in records that are many times as long as it, whatever they are called."""
    padded = b"".join(line + b" " * 40_000 + b"\n" for line in _ollama().splitlines())
    assert len(padded) > 400_000
    made, _ = _streamed(wire, "ollama_chat/qwen3", padded, "application/x-ndjson")
    assert made.review.verdict is Verdict.READY
