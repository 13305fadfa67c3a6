"""What the store does by itself: telling how it is, forgetting what is old, and handing out all it holds."""

from __future__ import annotations

import asyncio
import base64
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, literal, or_, select, update

from assistant.store.answers import KEPT
from assistant.store.errors import StoreError
from assistant.store.part import Part
from assistant.store.removal import mark_removed, must_clean
from assistant.store.tables import ANSWER, DRAFT, KEY, METADATA, REQUEST_WINDOW, REVIEW, REVISION, TENANT, USAGE

if TYPE_CHECKING:
    from sqlalchemy import Select, Table

    from assistant.store.driving import Link

_ONE = select(literal(1))
_SECONDS_TO_ANSWER = 2
_AGED = DRAFT.c.updated <= bindparam("oldest")
_EMPTY_ANSWERS = update(ANSWER).where(ANSWER.c.draft.in_(select(DRAFT.c.id).where(_AGED)))
_FORGET_DRAFTS = delete(DRAFT).where(_AGED).returning(DRAFT.c.id)
_FORGET_ANSWERS = delete(ANSWER).where(ANSWER.c.claimed <= bindparam("oldest")).returning(ANSWER.c.key)
_FORGET_WINDOWS = delete(REQUEST_WINDOW).where(REQUEST_WINDOW.c.minute < bindparam("oldest"))

_TORN = (
    select(func.count())
    .select_from(DRAFT)
    .outerjoin(REVISION, (REVISION.c.draft == DRAFT.c.id) & (REVISION.c.number == DRAFT.c.revision))
    .outerjoin(REVIEW, (REVIEW.c.draft == REVISION.c.draft) & (REVIEW.c.revision == REVISION.c.number))
    .where(or_(REVISION.c.draft.is_(None), REVIEW.c.draft.is_(None)))
)
"""Drafts whose latest revision, or its review, is not there."""


def _of_tenant(table: Table, *order: str, without: tuple[str, ...] = ()) -> Select[Any]:
    columns = [column for column in table.c if column.name not in {"tenant", *without}]
    return select(*columns).where(table.c.tenant == bindparam("tenant")).order_by(*(table.c[name] for name in order))


_TENANT = select(TENANT).where(TENANT.c.id == bindparam("tenant"))
_KEYS = _of_tenant(KEY, "created", "id", without=("hash",))
_DRAFTS = _of_tenant(DRAFT, "created", "id")
_USAGE = _of_tenant(USAGE, "reserved", "id")
_ANSWERS = _of_tenant(ANSWER, "claimed", "key", without=("token",))
_REVISIONS = (
    select(REVISION, REVIEW.c.review)
    .join(REVIEW, (REVIEW.c.draft == REVISION.c.draft) & (REVIEW.c.revision == REVISION.c.number))
    .join(DRAFT, DRAFT.c.id == REVISION.c.draft)
    .where(DRAFT.c.tenant == bindparam("tenant"))
    .order_by(REVISION.c.draft, REVISION.c.number)
)


class Housekeeping(Part):
    """The store's part for everything at once."""

    async def ready(self) -> bool:
        """Whether the database answers."""
        try:
            async with asyncio.timeout(_SECONDS_TO_ANSWER):
                return bool(await self._database.rows(_ONE))
        except (StoreError, TimeoutError):
            return False

    async def sound(self) -> bool:
        """Whether the database can be read from end to end, and every draft in it is whole. It takes a while."""
        database = self._database
        try:
            if database.is_sqlite:
                whole = [tuple(row) for row in await database.run("PRAGMA integrity_check")] == [("ok",)]
                whole = whole and not list(await database.run("PRAGMA foreign_key_check"))
            else:
                for name in METADATA.tables:  # as text, so that long values are read too
                    await database.run(f'SELECT sum(length(t::text)) FROM "{name}" t')  # noqa: S608 - our own names
                whole = True
            return whole and await database.row(_TORN) == (0,)
        except StoreError:
            return False

    async def everything(self, tenant: str) -> dict[str, Any]:
        """All that is held about a tenant, as JSON can say it: with every revision, and without the keys' hashes."""
        named = (await self._records(_TENANT, tenant)) or [{}]
        drafts = {draft["id"]: {**draft, "revisions": []} for draft in await self._records(_DRAFTS, tenant)}
        for revision in await self._records(_REVISIONS, tenant):
            draft = drafts.get(revision.pop("draft"))
            if draft is not None:
                draft["revisions"].append(revision)
        return {
            "tenant": named[0],
            "keys": await self._records(_KEYS, tenant),
            "drafts": list(drafts.values()),
            "usage": await self._records(_USAGE, tenant),
            "answers": await self._records(_ANSWERS, tenant),
        }

    async def _records(self, asked: Select[Any], tenant: str) -> list[dict[str, Any]]:
        names = asked.selected_columns.keys()
        rows = await self._database.rows(asked, tenant=tenant)
        return [{name: _as_json(value) for name, value in zip(names, row, strict=True)} for row in rows]

    async def forget(self) -> int:
        """Remove drafts that were not changed for as long as they are kept, and answers and counts that are over.

        When nothing is to be kept, that is every draft there is.

        Returns:
            How many drafts.
        """
        now = self._now()
        oldest = now - timedelta(days=self._retention.days or 0)

        async def remove(link: Link) -> tuple[int, bool]:
            await link.rows(_EMPTY_ANSWERS, oldest=oldest, headers={}, body=None)
            number = len(await link.rows(_FORGET_DRAFTS, oldest=oldest))
            told = bool(await link.rows(_FORGET_ANSWERS, oldest=now - KEPT))
            await link.rows(_FORGET_WINDOWS, oldest=int(now.timestamp() // 60) - 2)
            if number or told:
                await mark_removed(link)
            return number, told

        number, told = await self._database.write(remove)
        if number or told or await must_clean(self._database):
            await self._clean.run()
        return number


def _as_json(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return value
