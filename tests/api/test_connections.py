"""Connections that do not say what they want: a real server, and bytes sent by hand."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn import Config, Server

from api import connections

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
WHOLE = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
PATIENCE = 0.3


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Take longer than the server waits for headers, then answer with how much came."""
    size = 0
    while (message := await receive()).get("more_body") or "body" in message:
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    await asyncio.sleep(2 * PATIENCE)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"8")]})
    await send({"type": "http.response.body", "body": b"%08d" % size})


def connected(
    monkeypatch: pytest.MonkeyPatch, talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]
) -> bytes:
    """What ``talk`` heard from a server with little patience."""
    monkeypatch.setattr(connections, "SECONDS_FOR_HEADERS", PATIENCE)

    async def run() -> bytes:
        listener = socket.create_server(("127.0.0.1", 0))
        server = Server(Config(app, http=connections.Connection, ws="none", lifespan="off", log_config=None))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        reader, writer = await asyncio.open_connection(*listener.getsockname())
        try:
            async with asyncio.timeout(30):
                return await talk(reader, writer)
        finally:
            writer.close()
            server.should_exit = True
            await serving

    return asyncio.run(run())


def test_half_a_request_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then does not help: the whole of the headers has its time."""

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(b"GET / HTTP/1.1\r\nHo")
        heard = asyncio.ensure_future(reader.read())
        while not heard.done():
            writer.write(b"s")
            await asyncio.wait([heard], timeout=PATIENCE / 5)
        return heard.result()

    assert connected(monkeypatch, drip) == b""


def test_a_connection_that_says_nothing_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server itself would keep it without end."""

    async def wait(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        return await reader.read()

    assert connected(monkeypatch, wait) == b""


def test_an_answer_may_take_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only headers are waited for; and what comes after the answer has its time again."""

    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(WHOLE)
        first = await reader.readuntil(b"00000000")
        writer.write(WHOLE[:10])
        return first + await reader.read()

    heard = connected(monkeypatch, ask)
    assert heard.startswith(b"HTTP/1.1 200 OK")
    assert heard.endswith(b"00000000")


def test_requests_sent_at_once_are_all_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one of them is answered, nobody waits for headers."""

    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(WHOLE * 3)
        return b"".join([await reader.readuntil(b"00000000") for _ in range(3)])

    assert connected(monkeypatch, ask).count(b"HTTP/1.1 200 OK") == 3


def test_headers_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would fill the memory before anything looks at them."""

    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        monkeypatch.setattr(connections, "SECONDS_FOR_HEADERS", 30)
        writer.write(b"GET / HTTP/1.1\r\nA: ")
        heard = asyncio.ensure_future(reader.read())
        try:
            while not heard.done():
                writer.write(b"x" * 30_000)
                await writer.drain()
                await asyncio.wait([heard], timeout=0.01)
            return heard.result()
        except ConnectionError:
            return b"HTTP/1.1 400 "

    assert connected(monkeypatch, pour).startswith(b"HTTP/1.1 400 ")


def test_a_body_may_be_longer_than_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is one on headers, not on what follows them."""

    async def post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n")
        for _ in range(10):
            writer.write(b"x" * 30_000)
            await writer.drain()
        return await reader.readuntil(b"00300000")

    assert connected(monkeypatch, post).startswith(b"HTTP/1.1 200 OK")
