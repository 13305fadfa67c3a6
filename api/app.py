"""Making the application: ``uvicorn --factory api.app:create_app``."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

from api.draining import Draining
from api.guard import Guard
from api.observing import NO_TELEMETRY, add_observing, observing
from api.problems import add_problems
from api.routes import checks, drafts, health, metrics, rules, schemas

_ROOT = "okr-assistant: see README.md for what can be asked, and /openapi.json for the same as OpenAPI.\n"


def create_app() -> FastAPI:
    """Make the service: it keeps nothing, calls no model, and answers only programs on this machine."""
    draining = Draining()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with observing(os.environ.get("OKR_LOG_LEVEL", "info")), draining.listening():
            yield

    app = FastAPI(
        title="okr-assistant",
        version=version("okr-assistant"),
        summary="Drafts objectives and key results from a strategy, and checks every one before it is returned.",
        docs_url=None,  # FastAPI's pages fetch their scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        telemetry=NO_TELEMETRY,
    )
    app.state.draining, app.state.ready_checks = draining, []
    add_problems(app)
    for routes in (health, rules, schemas, checks, drafts, metrics):
        app.include_router(routes.router)
    app.add_api_route("/", _root, include_in_schema=False, response_class=PlainTextResponse)
    app.add_middleware(Guard)
    add_observing(app)
    return app


async def _root() -> str:
    return _ROOT
