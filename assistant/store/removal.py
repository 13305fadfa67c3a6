"""Removing for good: what is deleted leaves the files too, not only the tables."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from assistant.store.errors import StoreError

if TYPE_CHECKING:
    from assistant.store.database import Database
    from assistant.store.driving import Link

_MOST_REMOVALS = 2**31
_SECONDS = 30
"""How long one waits for readers in other processes to let go of what was there before."""


class Coalesced:
    """Work for many who ask at once: those who ask while it is being done share the next time."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        """Keep the work."""
        self._work = work
        self._turn = asyncio.Lock()
        self._next: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Return when the work was begun after this was called, and is done."""
        if self._next is None:
            self._next = asyncio.create_task(self._run_next())
        await asyncio.shield(self._next)  # others wait for it too

    async def _run_next(self) -> None:
        async with self._turn:
            self._next = None  # whoever asks from now on comes too late for this time
            await self._work()

    async def close(self) -> None:
        """Wait for what is being done."""
        async with self._turn:
            pass


async def mark_removed(link: Link) -> None:
    """Note that something was removed, in the same transaction: if the program dies now, it is cleaned up later."""
    if link.dialect == "sqlite":
        await link.run(f"PRAGMA user_version={(await _removals(link.run) + 1) % _MOST_REMOVALS or 1}")


async def must_clean(database: Database) -> bool:
    """Whether something was removed and is still in the files."""
    return database.is_sqlite and bool(await _removals(database.run))


async def _removals(run: Callable[[str], Awaitable[Any]]) -> int:
    """How many removals have been made since the files were last cleaned."""
    return int((await run("PRAGMA user_version"))[0][0])


async def clean(database: Database) -> None:
    """Take what was removed out of the files.

    SQLite writes the database anew, as pages may hold copies of what was once moved, and empties the log. PostgreSQL
    lets the space be used again.

    Raises:
        StoreError: Somebody else reads so long that it cannot be done; it will be tried again.
    """
    if not database.is_sqlite:
        with suppress(StoreError):  # the rows are gone; the server will come round to the space
            await database.run("VACUUM draft, revision, review, answer")
        return
    async with database.turn:
        seen = await _removals(database.run)
        await database.run("VACUUM")
        deadline = time.monotonic() + _SECONDS
        while (await database.run("PRAGMA wal_checkpoint(TRUNCATE)"))[0][0]:
            if time.monotonic() > deadline:
                raise StoreError("Busy")
            await asyncio.sleep(0.02)

    async def note(link: Link) -> None:
        if await _removals(link.run) == seen:  # nobody has removed anything since, in whatever process
            await link.run("PRAGMA user_version=0")

    await database.write(note)
