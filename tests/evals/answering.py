"""A model service on this machine that gives one recorded answer, whatever it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from evals.recordings import load
from tests.drafters.faults.serving import serving

BRIEF = "nb-oppdrett"
ANSWER = load(BRIEF).exchanges[0].body["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"]
"""What it says of the brief."""


def body() -> bytes:
    """The answer as an OpenAI-like service sends it."""
    call = {"id": "call_1", "type": "function", "function": {"name": "Answer", "arguments": json.dumps(ANSWER)}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    return json.dumps(
        {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "some-model",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": {"prompt_tokens": 3_000, "completion_tokens": 300, "total_tokens": 3_300},
        }
    ).encode()  # fmt: skip


@contextmanager
def answering() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Serve; the address to ask at, and the headers and the body of each request."""
    seen: list[dict[str, Any]] = []
    answer = body()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        content = b""
        while True:
            message = await receive()
            content += message.get("body", b"")
            if not message.get("more_body"):
                break
        seen.append(
            {"body": json.loads(content), "headers": {key.decode(): it.decode() for key, it in scope["headers"]}}
        )
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    with serving(app) as running:
        yield f"{running.address}/v1", seen
