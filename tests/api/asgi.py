"""Asking any application in the same process, with the headers and the state a server would give it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Message

from api.service import running
from assistant.settings import Settings


@asynccontextmanager
async def with_service(app: FastAPI) -> AsyncIterator[None]:
    """Give ``app`` the service it asks, as its lifespan does, and leave the log and the traces to the test."""
    async with running(Settings.from_environment()) as service:
        app.state.service = service
        yield


def answer_of(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | list[tuple[str, str]] | None = None,
    body: bytes = b"",
    query: str = "",
    state: dict[str, Any] | None = None,
) -> tuple[int, dict[str, str]]:
    """The status and the headers of the answer; an error that gets out of the application is an error here."""
    given = list(headers.items()) if isinstance(headers, Mapping) else headers or []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), *((name.lower().encode(), value.encode()) for name, value in given)],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 8000),
        "state": state or {},
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    async def answer() -> None:
        if isinstance(app, FastAPI):
            async with with_service(app):
                await app(scope, receive, send)
        else:
            await app(scope, receive, send)

    asyncio.run(answer())
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}
