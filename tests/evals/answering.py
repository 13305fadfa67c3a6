"""A model service on this machine that gives one recorded answer, whatever it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from evals.recordings import Exchange, load
from tests.drafters.faults.serving import serving
from tests.drafters.wire import completion

BRIEF = "nb-oppdrett"
ANSWER = load(BRIEF).exchanges[0].body["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"]
"""What it says of the brief."""


def as_answers(*answers: dict[str, Any]) -> list[Exchange]:
    """Answers as an OpenAI-like service sends them; nobody has asked for them yet."""
    return [Exchange(sent=f"answer {at}", body=completion(it, tools=True)) for at, it in enumerate(answers, 1)]


@contextmanager
def answering() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Serve; the address to ask at, and the headers and the body of each request."""
    seen: list[dict[str, Any]] = []
    answer = json.dumps(completion(ANSWER, tools=True)).encode()

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
