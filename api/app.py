"""Making the application: ``okr serve``, or ``uvicorn --factory api.app:create_app``."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from starlette.middleware.cors import CORSMiddleware

from api.draining import Draining
from api.guard import Guard
from api.observing import NO_TELEMETRY, add_observing, observing
from api.problems import add_problems
from api.routes import checks, drafts, health, kept, metrics, rewriting, rules, schemas, streams, tenants, uploads
from api.service import running
from assistant.settings import Settings

_ROOT = "okr-assistant: see README.md for what can be asked, and /openapi.json for the same as OpenAPI.\n"
_ROUTES = (health, rules, schemas, checks, streams, drafts, kept, rewriting, uploads, tenants, metrics)
"""Streams come before drafts: the same path, for those who accept events."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the service.

    Args:
        settings: What the environment says; read from it when not given.

    Raises:
        InputError: A setting cannot be understood.
    """
    chosen, draining = Settings.from_environment() if settings is None else settings, Draining()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with observing(chosen.log_level), draining.listening(), running(chosen) as service:
            app.state.service, app.state.ready_checks = service, [service.store.ready]
            gc.collect()
            gc.freeze()  # what is loaded by now stays: the collector need not look through it for every draft
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
    app.state.draining = draining
    add_problems(app)
    for routes in _ROUTES:
        app.include_router(routes.router)
    app.add_api_route("/", _root, include_in_schema=False, response_class=PlainTextResponse)
    if chosen.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=chosen.origins,
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["Accept-Language", "Authorization", "Content-Type", "If-Match", "Idempotency-Key"],
            expose_headers=["Content-Disposition", "ETag", "Idempotent-Replayed", "Location", "Retry-After"],
        )
    app.add_middleware(Guard)
    add_observing(app)
    return app


async def _root() -> str:
    return _ROOT
