"""A model service that takes its time and gives one good answer: ``python -m evals.fake_model PORT``."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

BRIEF = """# Strategi for Nordlys Energi

Periode: T2 2026

- Kundene skal oppleve at vi holder avtalen.
- Andelen kunder som fornyer, skal opp fra 45 % til 60 % innen 31. august 2026.
"""
"""What the answer is an answer to."""

SECONDS = 2.0
"""How long it takes."""
_QUOTE = "skal opp fra 45 % til 60 %"
_ANSWER = {
    "objectives": [
        {
            "text": "Kundene blir fordi vi holder det vi lover",
            "why": "",
            "owner": None,
            "sources": ["Kundene skal oppleve at vi holder avtalen."],
            "key_results": [
                {
                    "text": "Andelen kunder som fornyer, øker fra 45 % til 60 %",
                    "metric": "Andelen kunder som fornyer",
                    "baseline": {"text": "45 %", "basis": "source", "quote": _QUOTE},
                    "target": {"text": "60 %", "basis": "source", "quote": _QUOTE},
                    "deadline": "2026-08-31",
                }
            ],
            "initiatives": [],
        }
    ]
}


def completion() -> bytes:
    """The answer, as an OpenAI-like service sends it."""
    message = {"role": "assistant", "content": json.dumps(_ANSWER, ensure_ascii=False)}
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "some-model",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": {"prompt_tokens": 3_000, "completion_tokens": 300, "total_tokens": 3_300},
        }
    ).encode()


def main() -> None:
    """Serve until somebody ends it."""
    import uvicorn

    body = completion()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]

    async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's own
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        await asyncio.sleep(SECONDS)
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    uvicorn.run(app, port=int(sys.argv[1]), log_level="error", backlog=4_096, lifespan="off")


if __name__ == "__main__":
    main()
