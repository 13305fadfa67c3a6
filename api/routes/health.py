"""Whether the service runs, and whether it can be used."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from api import refusals
from api.problems import ProblemError, described

router = APIRouter(tags=["health"])

Check = Callable[[], Awaitable[bool]]
"""Whether something the service relies on can be used; ``app.state.ready_checks`` has them."""

_SECONDS = 0.8
"""How long a check may take: whoever asks waits for a second."""


class Live(BaseModel):
    """The service runs."""

    status: Literal["live"] = "live"


class Ready(BaseModel):
    """The service can be used."""

    status: Literal["ready"] = "ready"


@router.get("/v1/health/live")
async def live() -> Live:
    """Say that the service runs."""
    return Live()


@router.get("/v1/health/ready", responses=described(503))
async def ready(request: Request) -> Ready:
    """Say that the service can be used: what it relies on answers, and it is not about to end."""
    state = request.app.state
    if state.draining.is_draining or not await _all_hold(state.ready_checks):
        raise ProblemError(refusals.NOT_READY)
    return Ready()


async def _all_hold(checks: Sequence[Check]) -> bool:
    """Whether each check says yes in time; one that hangs is told to end, and not waited for."""
    asked = [asyncio.ensure_future(_holds(check)) for check in checks]
    if not asked:
        return True
    done, late = await asyncio.wait(asked, timeout=_SECONDS)
    for question in late:
        question.cancel()
    return not late and all(answer.result() for answer in done)


async def _holds(check: Check) -> bool:
    try:
        return await check()
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it cannot be used
        return False
