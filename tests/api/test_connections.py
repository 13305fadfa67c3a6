"""Connections that do not say what they want: a real server, and bytes sent by hand."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config, Server

from api import connections

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


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]


def connected(monkeypatch: pytest.MonkeyPatch, talk: Talk) -> bytes:
    """What ``talk`` heard from a server with little patience."""
    monkeypatch.setattr(connections, "SECONDS_FOR_HEADERS", PATIENCE)
    return heard_from(app, talk)


def heard_from(application: ASGIApp, talk: Talk) -> bytes:
    """What ``talk`` heard from a server."""

    async def run() -> bytes:
        listener = socket.create_server(("127.0.0.1", 0))
        server = Server(Config(application, http=connections.Connection, ws="none", lifespan="off", log_config=None))
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


def test_trailers_are_no_headers() -> None:
    """Whoever looks at headers has looked at them before the trailers come."""
    seen: list[bytes] = []

    async def echo(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        seen.extend(name for name, _ in scope["headers"])
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body"})

    async def post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(
            b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nIf-Match: b\r\n\r\n"
        )
        return await reader.readuntil(b"\r\n\r\n")

    assert heard_from(echo, post).startswith(b"HTTP/1.1 200 OK")
    assert seen == [b"host", b"transfer-encoding"]


@pytest.mark.parametrize("piece", [b"a: b\r\n" * 5_000, b"x" * 30_000], ids=["many", "one"])
def test_trailers_without_end_are_refused(piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would fill the memory as headers would."""

    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        monkeypatch.setattr(connections, "SECONDS_FOR_HEADERS", 30)
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\na: ")
        heard = asyncio.ensure_future(reader.read())
        poured = 0
        try:
            while not heard.done() and poured < 10_000_000:
                writer.write(piece)
                poured += len(piece)
                await writer.drain()
                await asyncio.wait([heard], timeout=0.01)
        except ConnectionError:
            pass
        heard.cancel()
        return b"%d" % poured

    assert int(connected(monkeypatch, pour)) < 10_000_000


def test_a_body_may_come_in_small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands around chunks is no more than what is in them."""

    async def post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(300):
            writer.write(b"a\r\n0123456789\r\n" * 100)
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        return await reader.readuntil(b"00300000")

    assert connected(monkeypatch, post).startswith(b"HTTP/1.1 200 OK")


def test_an_answer_that_nobody_reads_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing waits until it is read, and the place among the connections would be taken for as long."""
    monkeypatch.setattr(connections, "SECONDS_TO_READ", PATIENCE)

    async def large(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"30000000")]})
        await send({"type": "http.response.body", "body": bytes(30_000_000)})

    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.transport.pause_reading()  # type: ignore[attr-defined]  # asyncio's own can
        writer.write(WHOLE)
        try:
            while True:
                await writer.drain()  # fails once the other end has hung up
                await asyncio.sleep(PATIENCE)
                writer.write(b"\r\n")
        except ConnectionError:
            return b"dropped"

    assert heard_from(large, ask) == b"dropped"
