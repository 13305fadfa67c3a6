"""What the service keeps: keys, drafts with their history, and a ledger of what they cost, in SQLite or PostgreSQL.

This is the only door to the database.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from assistant.formats.errors import InputError
from assistant.store import opening
from assistant.store.answers import Answers
from assistant.store.budgets import Budgets
from assistant.store.database import Database, sealed
from assistant.store.drafts import Drafts
from assistant.store.errors import (
    ChangedError,
    DifferentRequestError,
    FullError,
    InProgressError,
    LimitError,
    MissingError,
    StoreError,
    UnstorableError,
)
from assistant.store.housekeeping import Housekeeping
from assistant.store.keys import Keys
from assistant.store.lookups import Lookups
from assistant.store.migrating import migrate
from assistant.store.removal import must_clean
from assistant.store.types import (
    LOCAL,
    Answer,
    Change,
    Claim,
    DraftSummary,
    Key,
    Limits,
    NewKey,
    Reservation,
    Retention,
    Revision,
    Scope,
    StoredDraft,
    utc_now,
)

__all__ = [
    "LOCAL",
    "Answer",
    "Change",
    "ChangedError",
    "Claim",
    "DifferentRequestError",
    "DraftSummary",
    "FullError",
    "InProgressError",
    "Key",
    "LimitError",
    "Limits",
    "MissingError",
    "NewKey",
    "Reservation",
    "Retention",
    "Revision",
    "Scope",
    "Store",
    "StoreError",
    "StoredDraft",
    "UnstorableError",
    "utc_now",
]


class Store(Keys, Lookups, Drafts, Answers, Budgets, Housekeeping):
    """All that is kept. Tenants are told by their id; one never sees another's.

    Every method may raise :class:`StoreError` when the database fails, and whatever writes text
    :class:`UnstorableError`, a ``ValueError``, for text that no database takes.
    """

    @classmethod
    async def open(  # noqa: PLR0913 - settings with defaults, all named
        cls,
        url: str | None,
        *,
        folder: Path,
        retention: Retention,
        now: Callable[[], datetime] = utc_now,
        most_drafts: int = 10_000,
        most_revisions: int = 500,
    ) -> Store:
        """Open the database, and make or renew its tables; several may do so at once.

        Args:
            url: ``postgresql://`` or ``sqlite:///``; a file in ``folder`` when not given.
            folder: The data folder; made when it is missing, for nobody else to read.
            retention: How long drafts are kept.
            now: The clock.
            most_drafts: How many drafts a tenant may have.
            most_revisions: How many revisions a draft may have.

        Raises:
            InputError: It cannot be reached or written, or is newer than this program.
        """
        where = opening.address(url, folder)
        is_file = where.get_backend_name() == "sqlite"
        if is_file:
            opening.make_private(Path(str(where.database)))
        try:
            await sealed(migrate(where))
        except (StoreError, TypeError, ValueError):  # the last two are the drivers', about options in the address
            raise InputError(*(opening.UNUSABLE_FILE if is_file else opening.UNREACHED)) from None
        database = Database(where)
        store = cls(database, retention=retention, now=now, most_drafts=most_drafts, most_revisions=most_revisions)
        if await must_clean(database):
            with suppress(StoreError):  # somebody reads for long: `forget` tries again
                await store._clean.run()
        return store

    async def close(self) -> None:
        """Let go of the database, when what is being removed is gone."""
        await self._clean.close()
        await self._database.close()
