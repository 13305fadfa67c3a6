"""Hearing the signal to stop, beside the server that hears it too."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from api.draining import Draining


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """What a server's own handlers have heard, which were there first."""
    numbers: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        numbers.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    yield numbers
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_signal_is_heard_and_passed_on(heard: list[int], number: signal.Signals) -> None:
    """The server has to hear it too, or nothing would stop."""

    async def told() -> bool:
        draining = Draining()
        async with draining.listening():
            signal.raise_signal(number)
            await asyncio.wait_for(draining.begun.wait(), 10)
        return draining.is_draining

    assert asyncio.run(told())
    assert heard == [number]


def test_the_handlers_are_put_back(heard: list[int]) -> None:
    """After the lifespan nothing of the service hears signals."""
    before = signal.getsignal(signal.SIGTERM)

    async def listen() -> None:
        async with Draining().listening():
            assert signal.getsignal(signal.SIGTERM) is not before

    asyncio.run(listen())
    assert signal.getsignal(signal.SIGTERM) is before


def test_where_nothing_would_stop_a_signal_does_what_it_does() -> None:
    """Without a server's handler, SIGTERM ends the process as it always does."""
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)

    async def listen() -> object:
        async with Draining().listening():
            return signal.getsignal(signal.SIGTERM)

    try:
        assert asyncio.run(listen()) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)


def test_outside_of_the_main_thread_nothing_is_listened_for() -> None:
    """Python hears signals in the main thread only."""
    before = signal.getsignal(signal.SIGTERM)

    async def listen() -> object:
        async with Draining().listening():
            return signal.getsignal(signal.SIGTERM)

    async def elsewhere() -> object:
        return await asyncio.to_thread(asyncio.run, listen())

    assert asyncio.run(elsewhere()) is before
