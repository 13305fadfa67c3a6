"""A model service that misbehaves on request: one path a fault, for trying out how a client takes it.

``/FAULT/chat/completions`` answers as an OpenAI-like service with that fault would; :data:`FAULTS` has them all. A
request with ``"stream": true`` gets its answer in pieces. ``/`` lists the faults.
"""

from __future__ import annotations

import asyncio
import gzip
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tests.drafters.wire import BRIEF, answer, completion

Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]
SECRET = "HEMMELIG SVAR"
"""Stands in every faulty body: no client may repeat it."""
_PIECE = 40
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Said:
    """An answer of the service, whole or in pieces as the client wants it.

    Attributes:
        text: What the model says.
        tools: The names of the tools it calls with that; as text when there are none.
        finish: Why it stopped.
        message: Further fields of the message.
    """

    text: str | None
    tools: tuple[str, ...] = ()
    finish: str = "stop"
    message: Mapping[str, Any] = field(default_factory=dict)

    def whole(self) -> bytes:
        """The body of an answer that comes at once."""
        body = completion(self.text or "", finish=self.finish, **self.message)
        message = body["choices"][0]["message"]
        message["content"] = None if self.tools else self.text
        if self.tools:
            message["tool_calls"] = [self._call(at, self.text or "") for at in range(len(self.tools))]
        return json.dumps(body).encode("utf-8")

    def pieces(self) -> list[bytes]:
        """The records of an answer that comes in pieces."""
        text = self.text or ""
        parts = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)] or [""]
        deltas: list[dict[str, Any]] = [{"role": "assistant", **self.message}]
        for at in range(len(self.tools)):
            deltas += [{"tool_calls": [{"index": at, **self._call(at, part)}]} for part in parts]
        if not self.tools:
            deltas += [{"content": part} for part in parts]
        choices: list[dict[str, Any]] = [{"index": 0, "delta": delta, "finish_reason": None} for delta in deltas]
        choices.append({"index": 0, "delta": {}, "finish_reason": self.finish})
        frame = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        usage = {"prompt_tokens": 700, "completion_tokens": 90, "total_tokens": 790}
        records = [{**frame, "choices": [it]} for it in choices] + [{**frame, "choices": [], "usage": usage}]
        return [b"data: " + json.dumps(it).encode() + b"\n\n" for it in records] + [b"data: [DONE]\n\n"]

    def _call(self, at: int, text: str) -> dict[str, Any]:
        return {"id": f"call_{at}", "type": "function", "function": {"name": self.tools[at], "arguments": text}}


_SOUND = json.dumps(answer(), ensure_ascii=False)
_ENGLISH = json.dumps(
    answer(
        {"text": "The share of customers who renew rises", "metric": "The share of customers who renew"},
        text="Customers stay because we keep our promises",
        why=None,
        initiatives=[],
    )
)
_SURROGATE = _SOUND.replace("vi lover", "vi lover \\ud83d")
SAYINGS: dict[str, Said] = {
    "good": Said(_SOUND),
    "good-tool": Said(_SOUND, ("Answer",), "tool_calls"),
    "null-content": Said(None),
    "empty-content": Said(""),
    "length": Said(_SOUND[:90] + SECRET, finish="length"),
    "content-filter": Said("", finish="content_filter"),
    "refusal": Said("", message={"refusal": SECRET}),
    "truncated-json": Said(_SOUND[:-40] + SECRET),
    "fenced-json": Said(f"```json\n{_SOUND}\n```"),
    "prose-around-json": Said(f"Gjerne! Her er {{utkastet}}:\n\n{_SOUND}\n\nSi fra om noe mangler."),
    "thinking-aloud": Said(f'<think>{{"objectives": []}} {SECRET}</think>{_SOUND}'),
    "no-json": Said(SECRET),
    "wrong-schema": Said(json.dumps({"objectives": [{"title": SECRET}]})),
    "wrong-language": Said(_ENGLISH),
    "two-tools": Said(_SOUND, ("Answer", "Answer"), "tool_calls"),
    "foreign-tool": Said(_SOUND, ("run_shell",), "tool_calls"),
    "foreign-tool-and-data": Said(json.dumps({"command": SECRET}), ("run_shell",), "tool_calls"),
    "lone-surrogate": Said(_SURROGATE),
    "deep-json": Said('{"objectives": ' + "[" * 100_000),
    "markup-only": Said(json.dumps(answer(text="<b></b>"))),
}
"""Answers that come as they should, with something odd in them."""
_HEADERS = {
    "429-retry-after": {"retry-after": "0"},
    "429-retry-after-an-hour": {"retry-after": "3600"},
    "429-retry-after-a-date": {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"},
    "503-retry-after": {"retry-after": "0"},
}
STATUSES: dict[str, int] = {
    **{str(status): status for status in (400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 529)},
    **{name: int(name[:3]) for name in _HEADERS},
}
"""Answers that are errors."""
_ONCE = {"busy-once": "429-retry-after", "wrong-language-once": "wrong-language", "reset-once": "reset"}
"""Faults of the first request alone."""
FAULTS = (
    *SAYINGS,
    *STATUSES,
    "busy-once",
    "wrong-language-once",
    "reset-once",
    "no-tools",
    "empty-choices",
    "no-object",
    "invalid-utf8",
    "deep-body",
    "huge-body",
    "huge-error",
    "gzip-bomb",
    "unknown-packing",
    "drip",
    "hang-before-answer",
    "hang-in-body",
    "reset",
    "reset-in-body",
    "redirect",
    "endless",
)


class FaultyService:
    """The service. It counts what it is asked for.

    Attributes:
        asked: How many requests each path got.
    """

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self.asked: Counter[str] = Counter()

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        name = scope["path"].strip("/").partition("/")[0]
        self.asked[name] += 1
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        answering = asyncio.create_task(self._answer(name, body, send))
        leaving = asyncio.create_task(_left(receive))
        await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        for task in (answering, leaving):
            task.cancel()
        await asyncio.gather(answering, leaving, return_exceptions=True)

    async def _answer(self, name: str, body: bytes, send: Send) -> None:
        asked = json.loads(body) if body else {}
        if name in _ONCE:
            name = _ONCE[name] if self.asked[name] == 1 else "good"
        if name == "no-tools":
            name = "422" if "tools" in asked else "good"
        if name in SAYINGS:
            await _say(SAYINGS[name], send, streams=bool(asked.get("stream")))
        elif name in STATUSES:
            said = "<html>" if name == "502" else json.dumps({"error": {"message": f"tools: {SECRET}"}})
            await _whole(send, said.encode() + b" " + SECRET.encode(), STATUSES[name], _HEADERS.get(name, {}))
        elif name in FAULTS:
            await _ODD[name](send)
        else:
            await _whole(send, "\n".join(FAULTS).encode(), 200, {"content-type": "text/plain"})


async def _left(receive: Receive) -> None:
    """Wait until the client is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _start(send: Send, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
    told = {"content-type": "application/json", **(headers or {})}
    encoded = [(key.encode(), value.encode()) for key, value in told.items()]
    await send({"type": "http.response.start", "status": status, "headers": encoded})


async def _more(send: Send, data: bytes, *, last: bool = False) -> None:
    await send({"type": "http.response.body", "body": data, "more_body": not last})


async def _whole(send: Send, data: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
    await _start(send, status, headers)
    await _more(send, data, last=True)


async def _say(said: Said, send: Send, *, streams: bool) -> None:
    if not streams:
        await _whole(send, said.whole())
        return
    await _start(send, 200, {"content-type": "text/event-stream"})
    for piece in said.pieces():
        await _more(send, piece)
    await _more(send, b"", last=True)


async def _empty_choices(send: Send) -> None:
    await _whole(send, json.dumps({**completion(""), "choices": []}).encode())


async def _no_object(send: Send) -> None:
    await _whole(send, b'["HEMMELIG SVAR"]')


async def _invalid_utf8(send: Send) -> None:
    await _whole(send, SAYINGS["good"].whole().replace(b"lover", b"\xff\xfe\xf0"))


async def _deep_body(send: Send) -> None:
    await _whole(send, b'{"choices": ' + b"[" * 100_000)


async def _huge_body(send: Send, status: int = 200) -> None:
    await _start(send, status)
    for _ in range(200):
        await _more(send, b" " * _MEBIBYTE)
    await _more(send, SAYINGS["good"].whole(), last=True)


@cache
def _bomb() -> bytes:
    return gzip.compress(b" " * (100 * _MEBIBYTE), compresslevel=1)


async def _gzip_bomb(send: Send) -> None:
    await _whole(send, _bomb(), 200, {"content-encoding": "gzip"})


async def _unknown_packing(send: Send) -> None:
    await _whole(send, SAYINGS["good"].whole(), 200, {"content-encoding": "zip"})


async def _drip(send: Send) -> None:
    await _start(send)
    while True:
        await _more(send, b" ")
        await asyncio.sleep(0.05)


async def _hang(send: Send) -> None:
    await asyncio.sleep(3_600)


async def _hang_in_body(send: Send) -> None:
    await _start(send)
    await _more(send, SAYINGS["good"].whole()[:100])
    await asyncio.sleep(3_600)


async def _reset(send: Send) -> None:
    send.__self__.transport.abort()  # type: ignore[attr-defined] # uvicorn's own: ASGI has no word for it


async def _reset_in_body(send: Send) -> None:
    await _start(send)
    await _more(send, SAYINGS["good"].whole()[:100])
    await _reset(send)


async def _redirect(send: Send) -> None:
    await _whole(send, SECRET.encode(), 307, {"location": "http://127.0.0.1:9/elsewhere/chat/completions"})


async def _endless(send: Send) -> None:
    await _start(send, 200, {"content-type": "text/event-stream"})
    piece = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    choice = {"index": 0, "delta": {"content": SECRET}, "finish_reason": None}
    while True:
        await _more(send, b"data: " + json.dumps({**piece, "choices": [choice]}).encode() + b"\n\n")
        await asyncio.sleep(0)


_ODD: dict[str, Callable[[Send], Awaitable[None]]] = {
    "empty-choices": _empty_choices,
    "no-object": _no_object,
    "invalid-utf8": _invalid_utf8,
    "deep-body": _deep_body,
    "huge-body": _huge_body,
    "huge-error": lambda send: _huge_body(send, 500),
    "gzip-bomb": _gzip_bomb,
    "unknown-packing": _unknown_packing,
    "drip": _drip,
    "hang-before-answer": _hang,
    "hang-in-body": _hang_in_body,
    "reset": _reset,
    "reset-in-body": _reset_in_body,
    "redirect": _redirect,
    "endless": _endless,
}

BRIEF_FOR_TRYING = BRIEF
"""A brief the good answers hold against."""
