"""The service with routes that take their time or break, for tests of how it ends and of what it notes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

from api.app import create_app as create_service


def create_app() -> FastAPI:
    """Make the service, with more routes."""
    app = create_service()
    app.state.draining.seconds = 0.3

    @app.get("/slow")
    async def slow() -> StreamingResponse:
        async def parts() -> AsyncIterator[str]:
            yield "begun\n"
            while not Path("finish").exists():  # noqa: ASYNC110, ASYNC240 - a test decides, from its own process
                await asyncio.sleep(0.02)
            yield "done\n"

        return StreamingResponse(parts(), media_type="text/plain")

    @app.get("/stream")
    async def stream() -> StreamingResponse:
        async def events() -> AsyncIterator[str]:
            yield "event: progress\n\n"
            await app.state.draining.over.wait()
            yield "event: error\n\n"

        return StreamingResponse(events(), media_type="text/event-stream")

    @app.get("/worker")
    def worker() -> list[str]:
        return [str(os.getpid()), os.environ.get("PROMETHEUS_MULTIPROC_DIR", "")]

    @app.post("/broken/{word}")
    async def broken(word: str, request: Request) -> None:
        raise ValueError(word, await request.body())

    return app


def create_unstartable() -> FastAPI:
    """Make a service whose lifespan fails with a text that must not be told."""
    app = create_service()
    whole = app.router.lifespan_context

    async def fail() -> None:
        raise ValueError("kanarifugl")

    @asynccontextmanager
    async def failing(app: FastAPI) -> AsyncIterator[None]:
        async with whole(app):
            await fail()
            yield

    app.router.lifespan_context = failing
    return app
