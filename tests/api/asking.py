"""Asking the service in the same process: no socket, no server."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx

from api.app import create_app

HERE = "http://127.0.0.1:8000"


def ask(
    method: str,
    path: str,
    body: object = None,
    *,
    content: Any = None,
    headers: Mapping[str, str] | list[tuple[str, str]] | None = None,
    client: tuple[str, int] = ("127.0.0.1", 50000),
) -> httpx.Response:
    """Send one request to a new service, and wait for the answer; an error inside it is an error here."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(create_app(), client=client)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as session:
            if body is not None:
                return await session.request(method, path, json=body, headers=headers)
            return await session.request(method, path, content=content, headers=headers)

    return asyncio.run(send())


def ask_json(method: str, path: str, body: object = None, **given: Any) -> tuple[int, Any]:
    """The status and the JSON of the answer."""
    answer = ask(method, path, body, **given)
    return answer.status_code, answer.json()
