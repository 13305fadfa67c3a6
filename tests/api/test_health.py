"""Whether the service can be used."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.draining import Draining
from tests.api.asgi import with_service


async def holds() -> bool:
    return True


async def fails() -> bool:
    return False


async def breaks() -> bool:
    raise OSError("kanarifugl")


async def hangs() -> bool:
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:  # as a driver that tidies up, and hangs at that
        await asyncio.sleep(3600)
    return True


def ready(*checks: Callable[[], Awaitable[bool]], draining: bool = False) -> httpx.Response:
    async def ask() -> httpx.Response:
        app = create_app()
        app.state.ready_checks = checks
        if draining:
            app.state.draining.begin()
        async with (
            with_service(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client,
        ):
            return await client.get("/v1/health/ready")

    return asyncio.run(ask())


def problem(answer: httpx.Response) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("checks", [(), (holds,), (holds, holds)])
def test_it_is_ready_when_all_it_relies_on_is(checks: tuple[Callable[[], Awaitable[bool]], ...]) -> None:
    """A service that relies on nothing is ready."""
    answer = ready(*checks)
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


@pytest.mark.parametrize("check", [fails, breaks])
def test_it_is_not_ready_when_something_fails(check: Callable[[], Awaitable[bool]]) -> None:
    """The answer says so as a problem, without the error's text."""
    answer = ready(holds, check)
    assert answer.status_code == 503
    assert problem(answer)["code"] == "not_ready"


def test_it_answers_within_a_second_when_a_check_hangs() -> None:
    """A database that does not answer, and does not let go either, is not waited for."""

    async def ask() -> float:
        app = create_app()
        app.state.ready_checks = (hangs, holds)
        async with (
            with_service(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client,
        ):
            began = time.monotonic()
            answer = await client.get("/v1/health/ready")
            took = time.monotonic() - began
        assert answer.status_code == 503
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()  # what the test itself has left hanging
        return took

    assert asyncio.run(ask()) < 1


def test_it_is_not_ready_when_it_is_about_to_end() -> None:
    """Load balancers then send requests elsewhere."""
    answer = ready(holds, draining=True)
    assert answer.status_code == 503
    assert problem(answer)["code"] == "not_ready"


def test_it_begins_to_end_once() -> None:
    """A second signal gives no more time."""

    async def told_twice() -> tuple[float | None, float | None, bool]:
        draining = Draining(seconds=0.01)
        draining.begin()
        first = draining.gone_at
        draining.begin()
        await asyncio.wait_for(draining.over.wait(), 10)
        return first, draining.gone_at, draining.is_draining

    first, second, is_draining = asyncio.run(told_twice())
    assert first is not None
    assert (second, is_draining) == (first, True)
