"""Drafts and their history."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, tuple_, update

from assistant.store.changes import changes
from assistant.store.database import storable
from assistant.store.errors import ChangedError, FullError, MissingError
from assistant.store.part import Part, hold_tenant, new_id
from assistant.store.tables import DRAFT, REVIEW, REVISION
from assistant.store.types import Answer, Change, Claim, DraftSummary, Revision, StoredDraft

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

_PARTS = ("okr_set", "review", "questions", "provenance")

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
_LATEST = _AT_A_REVISION.where(REVISION.c.number == DRAFT.c.revision)
_NUMBERED = _AT_A_REVISION.where(REVISION.c.number == bindparam("number"))
_SUMMARIES = select(
    DRAFT.c.id,
    DRAFT.c.revision,
    DRAFT.c.created,
    DRAFT.c.updated,
    DRAFT.c.title,
    DRAFT.c.language,
    DRAFT.c.period,
    DRAFT.c.verdict,
).order_by(DRAFT.c.updated.desc(), DRAFT.c.id.desc())
_HISTORY = (
    select(REVISION.c.number, REVISION.c.at, REVISION.c.by, REVISION.c.kind, REVISION.c.changes)
    .join_from(REVISION, DRAFT, REVISION.c.draft == DRAFT.c.id)
    .where(DRAFT.c.id == bindparam("draft"), DRAFT.c.tenant == bindparam("tenant"))
    .order_by(REVISION.c.number)
)


class Drafts(Part):
    """The store's part for drafts. Another tenant's draft is as a missing one: it is never looked for."""

    async def add_draft(  # noqa: PLR0913 - what a draft is, all named
        self,
        tenant: str,
        record: dict[str, Any],
        *,
        brief: Any,  # noqa: ANN401 - whatever JSON can hold
        language: str | None,
        by: str,
        claim: Claim | None = None,
        answer: Answer | None = None,
    ) -> StoredDraft:
        """Keep a new draft; with a claim, together with the answer to it.

        Nothing is written of it when nothing is to be kept.

        Raises:
            FullError: The tenant has as many drafts as are kept.
            InProgressError: The claim took so long that another has it now.
            UnstorableError: It holds what no database takes.
        """
        now = self._now()
        stored = StoredDraft(
            id=new_id(10),
            revision=1,
            created=now,
            updated=now,
            record=record,
            brief=brief,
            language=language,
            by=by,
        )

        async def add(connection: AsyncConnection) -> None:
            await hold_tenant(connection, tenant)
            count = select(func.count()).select_from(DRAFT).where(DRAFT.c.tenant == tenant)
            if (await connection.execute(count)).scalar_one() >= self._most_drafts:
                raise FullError
            row = {"id": stored.id, "tenant": tenant, "created": now, "brief": brief, "asked_language": language}
            await connection.execute(insert(DRAFT), {**row, **_summary(stored)})
            await _add_revision(connection, stored, "drafted", ())

        await self._database.write(add)
        return stored

    async def draft(self, tenant: str, draft_id: str) -> StoredDraft:
        """A draft as it is now.

        Raises:
            MissingError: The tenant has none of that id.
        """
        row = await self._database.row(_LATEST, {"tenant": tenant, "draft": draft_id})
        return _stored(row)

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
        asked = _SUMMARIES.where(DRAFT.c.tenant == tenant).limit(limit + 1)
        if after is not None:
            asked = asked.where(tuple_(DRAFT.c.updated, DRAFT.c.id) < tuple_(*_place(after)))
        rows = await self._database.rows(asked)
        page = tuple(DraftSummary(**row._mapping) for row in rows[:limit])  # noqa: SLF001 - SQLAlchemy's public name
        return page, _cursor(page[-1]) if len(rows) > limit else None

    async def change_draft(  # noqa: PLR0913 - what a change is, all named
        self, tenant: str, draft_id: str, record: dict[str, Any], *, expected: int | None, kind: str, by: str
    ) -> StoredDraft:
        """Keep a new revision of a draft.

        Args:
            tenant: Whose.
            draft_id: Which.
            record: What it says now.
            expected: The revision this is a change of; ``None`` for whatever is there.
            kind: ``edited`` or ``rewritten``.
            by: Who does it.

        Raises:
            MissingError: The tenant has none of that id.
            ChangedError: It is at another revision than expected.
            FullError: It has as many revisions as are kept.
            UnstorableError: It holds what no database takes.
        """

        async def change(connection: AsyncConnection) -> StoredDraft:
            now = self._now()
            number = await _hold_draft(connection, tenant, draft_id, expected)
            if number >= self._most_revisions:
                raise FullError
            before = _stored((await connection.execute(_LATEST, {"tenant": tenant, "draft": draft_id})).first())
            stored = StoredDraft(
                id=draft_id,
                revision=number + 1,
                created=before.created,
                updated=now,
                record=record,
                brief=before.brief,
                language=before.language,
                by=by,
            )
            await connection.execute(update(DRAFT).where(DRAFT.c.id == draft_id).values(**_summary(stored)))
            await _add_revision(connection, stored, kind, changes(before.record["okr_set"], record["okr_set"]))
            return stored

        return await self._database.write(change)

    async def delete_draft(self, tenant: str, draft_id: str, *, expected: int | None = None) -> None:
        """Remove a draft with its history, and the answers that told of it: none of it is left in the files.

        Raises:
            MissingError: The tenant has none of that id.
            ChangedError: It is at another revision than expected.
        """

        async def remove(connection: AsyncConnection) -> None:
            await _hold_draft(connection, tenant, draft_id, expected)
            await connection.execute(delete(DRAFT).where(DRAFT.c.id == draft_id))

        await self._database.write(remove)

    async def revisions(self, tenant: str, draft_id: str) -> tuple[Revision, ...]:
        """A draft's history, from its first revision on.

        Raises:
            MissingError: The tenant has none of that id.
        """
        rows = await self._database.rows(_HISTORY, {"tenant": tenant, "draft": draft_id})
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
        row = await self._database.row(_NUMBERED, {"tenant": tenant, "draft": draft_id, "number": number})
        return _stored(row)


async def _hold_draft(connection: AsyncConnection, tenant: str, draft_id: str, expected: int | None) -> int:
    """The revision a draft is at, which nobody else can change until the transaction ends."""
    asked = select(DRAFT.c.revision).where(DRAFT.c.id == draft_id, DRAFT.c.tenant == tenant).with_for_update()
    number: int | None = (await connection.execute(asked)).scalar_one_or_none()
    if number is None:
        raise MissingError
    if expected is not None and expected != number:
        raise ChangedError(number)
    return number


async def _add_revision(connection: AsyncConnection, stored: StoredDraft, kind: str, found: tuple[Change, ...]) -> None:
    record = {part: stored.record[part] for part in _PARTS}
    review = {"draft": stored.id, "revision": stored.revision, "review": record.pop("review")}
    row = {"draft": stored.id, "number": stored.revision, "at": stored.updated, "by": stored.by, "kind": kind}
    found_rows = [{"path": change.path, "what": change.what} for change in found]
    await connection.execute(insert(REVISION), {**row, **record, "changes": found_rows})
    await connection.execute(insert(REVIEW), review)


def _stored(row: Sequence[Any] | None) -> StoredDraft:
    if row is None:
        raise MissingError
    id_, number, created, at, okr_set, review, questions, provenance, brief, language, by = row
    return StoredDraft(
        id=id_,
        revision=number,
        created=created,
        updated=at,
        record={"okr_set": okr_set, "review": review, "questions": questions, "provenance": provenance},
        brief=brief,
        language=language,
        by=by,
    )


def _summary(stored: StoredDraft) -> dict[str, Any]:
    """What a list shows of a draft, as columns."""
    okr_set, review = stored.record["okr_set"], stored.record["review"]
    period = okr_set.get("period")
    return {
        "updated": stored.updated,
        "revision": stored.revision,
        "title": okr_set.get("title"),
        "language": okr_set.get("language"),
        "period": period.get("label") if period else None,
        "verdict": review.get("verdict"),
    }


def _cursor(summary: DraftSummary) -> str:
    place = f"{summary.updated.isoformat()} {summary.id}"
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _place(cursor: str) -> tuple[datetime, str]:
    try:
        place = base64.b64decode(cursor.encode() + b"==", b"-_", validate=False).decode()
        when, _, draft_id = place.partition(" ")
        updated = datetime.fromisoformat(when)
        return updated.astimezone(UTC), storable(draft_id)
    except (ValueError, OverflowError):
        raise ValueError("no such page") from None
