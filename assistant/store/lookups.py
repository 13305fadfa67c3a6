"""Drafts as they are and as they were. Another tenant's draft is as a missing one: it is never looked for."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Integer, String, bindparam, select, tuple_

from assistant.store.database import storable
from assistant.store.errors import MissingError
from assistant.store.part import Part
from assistant.store.tables import DRAFT, REVIEW, REVISION, Moment
from assistant.store.types import Change, DraftSummary, Revision, StoredDraft

_LARGEST = 2**31 - 1

_AT_A_REVISION = (
    select(
        DRAFT.c.id,
        REVISION.c.number,
        DRAFT.c.created,
        REVISION.c.at,
        REVISION.c.okr_set,
        REVIEW.c.review,
        REVISION.c.questions,
        REVISION.c.provenance,
        DRAFT.c.brief,
        DRAFT.c.asked_language,
        REVISION.c.by,
    )
    .join_from(DRAFT, REVISION, REVISION.c.draft == DRAFT.c.id)
    .join(REVIEW, (REVIEW.c.draft == REVISION.c.draft) & (REVIEW.c.revision == REVISION.c.number))
    .where(DRAFT.c.id == bindparam("draft"), DRAFT.c.tenant == bindparam("tenant"))
)
LATEST = _AT_A_REVISION.where(REVISION.c.number == DRAFT.c.revision)
_NUMBERED = _AT_A_REVISION.where(REVISION.c.number == bindparam("number"))

_SUMMARY = ("id", "revision", "created", "updated", "title", "language", "period", "verdict")
_FIRST_PAGE = (
    select(*(DRAFT.c[name] for name in _SUMMARY))
    .where(DRAFT.c.tenant == bindparam("tenant"))
    .order_by(DRAFT.c.updated.desc(), DRAFT.c.id.desc())
    .limit(bindparam("limit", type_=Integer))
)
_NEXT_PAGE = _FIRST_PAGE.where(
    tuple_(DRAFT.c.updated, DRAFT.c.id) < tuple_(bindparam("updated", type_=Moment), bindparam("id", type_=String))
)
_HISTORY = (
    select(REVISION.c.number, REVISION.c.at, REVISION.c.by, REVISION.c.kind, REVISION.c.changes)
    .join_from(REVISION, DRAFT, REVISION.c.draft == DRAFT.c.id)
    .where(DRAFT.c.id == bindparam("draft"), DRAFT.c.tenant == bindparam("tenant"))
    .order_by(REVISION.c.number)
)


class Lookups(Part):
    """The store's part for reading drafts."""

    async def draft(self, tenant: str, draft_id: str) -> StoredDraft:
        """A draft as it is now.

        Raises:
            MissingError: The tenant has none of that id.
        """
        row = await self._database.row(LATEST, tenant=tenant, draft=possible(draft_id))
        return stored_draft(row)

    async def drafts(
        self, tenant: str, *, limit: int, after: str | None
    ) -> tuple[tuple[DraftSummary, ...], str | None]:
        """A page of the tenant's drafts, those changed last first, and where the next page begins.

        Args:
            tenant: Whose.
            limit: How many at most.
            after: What the page before gave; ``None`` for the first page.

        Raises:
            ValueError: ``after`` is not what a page gave.
        """
        if after is None:
            rows = await self._database.rows(_FIRST_PAGE, tenant=tenant, limit=limit + 1)
        else:
            rows = await self._database.rows(_NEXT_PAGE, tenant=tenant, limit=limit + 1, **_place(after))
        page = tuple(DraftSummary(**dict(zip(_SUMMARY, row, strict=True))) for row in rows[:limit])
        return page, _cursor(page[-1]) if len(rows) > limit else None

    async def revisions(self, tenant: str, draft_id: str) -> tuple[Revision, ...]:
        """A draft's history, from its first revision on.

        Raises:
            MissingError: The tenant has none of that id.
        """
        rows = await self._database.rows(_HISTORY, tenant=tenant, draft=possible(draft_id))
        if not rows:
            raise MissingError
        return tuple(
            Revision(number=number, at=at, by=by, kind=kind, changes=tuple(Change(**change) for change in found))
            for number, at, by, kind, found in rows
        )

    async def revision(self, tenant: str, draft_id: str, number: int) -> StoredDraft:
        """A draft as it was at a revision.

        Raises:
            MissingError: The tenant has no such draft, or the draft no such revision.
        """
        if not 0 < number <= _LARGEST:
            raise MissingError
        row = await self._database.row(_NUMBERED, tenant=tenant, draft=possible(draft_id), number=number)
        return stored_draft(row)


def possible(draft_id: str) -> str:
    """The id, if it is one that a database can be asked for.

    Raises:
        MissingError: Nothing has such an id.
    """
    if not (draft_id.isascii() and draft_id.isalnum()):
        raise MissingError
    return draft_id


def stored_draft(row: Sequence[Any] | None) -> StoredDraft:
    """The draft that a row of :data:`LATEST` tells of.

    Raises:
        MissingError: There is no row.
    """
    if row is None:
        raise MissingError
    draft_id, number, created, at, okr_set, review, questions, provenance, brief, language, by = tuple(row)
    return StoredDraft(
        id=draft_id,
        revision=number,
        created=created,
        updated=at,
        record={"okr_set": okr_set, "review": review, "questions": questions, "provenance": provenance},
        brief=brief,
        language=language,
        by=by,
    )


def _cursor(summary: DraftSummary) -> str:
    place = f"{summary.updated.isoformat()} {summary.id}"
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _place(cursor: str) -> dict[str, Any]:
    try:
        place = base64.b64decode(cursor.encode() + b"==", b"-_").decode()
        when, _, draft_id = place.partition(" ")
        updated = datetime.fromisoformat(when)
        return {"updated": updated.astimezone(UTC), "id": storable(draft_id)}
    except (ValueError, OverflowError):
        raise ValueError("no such page") from None
