"""What every part of the store has in common."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.store.removal import Coalesced, clean

if TYPE_CHECKING:
    from assistant.store.database import Database
    from assistant.store.types import Retention


class Part:
    """A part of the store: the database, how long it keeps drafts, and the clock."""

    def __init__(
        self,
        database: Database,
        *,
        retention: Retention,
        now: Callable[[], datetime],
        most_drafts: int,
        most_revisions: int,
    ) -> None:
        """Use :meth:`assistant.store.Store.open` instead, which makes the tables."""
        self._database = database
        self._retention = retention
        self._now = now
        self._most_drafts = most_drafts
        self._most_revisions = most_revisions
        self._clean = Coalesced(lambda: clean(database))


def new_id(size: int) -> str:
    """An id of ``size`` random bytes, in letters and digits that survive any program (5 bytes make 8)."""
    return base64.b32encode(secrets.token_bytes(size)).decode().rstrip("=").lower()
