"""Ending well: once told to stop, the service is not ready, finishes what it has begun, and begins no more.

uvicorn stops listening, lets requests finish for :data:`SECONDS`, and cancels what is left. It tells the application
only after all that, so the application listens for the same signals, and passes them on.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType

SECONDS = 30
"""How long requests may go on after the signal: uvicorn's ``timeout_graceful_shutdown``."""

_MARGIN = 2.0
"""How long before that streams are told to end, so that their last event still gets out."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Draining:
    """Whether the service is about to end, and when.

    Attributes:
        begun: Is set when it has been told to stop.
        over: Is set when what still runs has to end: a stream then sends its ``event: error``.
        gone_at: When ``over`` is set, by the loop's clock; nothing before the service has been told to stop.
    """

    def __init__(self, seconds: float = SECONDS - _MARGIN) -> None:
        """Wait for a signal.

        Args:
            seconds: From ``begun`` to ``over``.
        """
        self.seconds = seconds
        self.begun, self.over = asyncio.Event(), asyncio.Event()
        self.gone_at: float | None = None

    @property
    def is_draining(self) -> bool:
        """Whether it has been told to stop."""
        return self.begun.is_set()

    def begin(self) -> None:
        """Begin to end, once; in the loop's own thread."""
        if self.is_draining:
            return
        loop = asyncio.get_running_loop()
        self.gone_at = loop.time() + self.seconds
        self.begun.set()
        loop.call_at(self.gone_at, self.over.set)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Begin to end when the process is told to stop, for as long as the block runs; for the lifespan.

        uvicorn has put its own handlers in place before the lifespan begins, in worker processes too. They are called
        after ours. Where there is none, or outside of the main thread, there is nothing to listen for.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        found = {number: signal.getsignal(number) for number in _SIGNALS}
        before = {number: handler for number, handler in found.items() if callable(handler)}

        def told(number: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self.begin)
            before[signal.Signals(number)](number, frame)

        for number in before:
            signal.signal(number, told)
        try:
            yield
        finally:
            for number, handler in before.items():
                if signal.getsignal(number) is told:
                    signal.signal(number, handler)
