"""Keeping drafts, changing them, and removing them for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, null, select, update

from assistant.store.answers import close_claim
from assistant.store.changes import changes
from assistant.store.database import storable
from assistant.store.errors import ChangedError, FullError, MissingError
from assistant.store.lookups import LATEST, possible, stored_draft
from assistant.store.part import Part, hold_tenant, new_id
from assistant.store.removal import mark_removed
from assistant.store.tables import ANSWER, DRAFT, REVIEW, REVISION
from assistant.store.types import Answer, Change, Claim, StoredDraft

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

_PARTS = ("okr_set", "review", "questions", "provenance")


class Drafts(Part):
    """The store's part for writing drafts."""

    async def add_draft(  # noqa: PLR0913 - what a draft is, all named
        self,
        tenant: str,
        record: dict[str, Any],
        *,
        brief: Any,  # noqa: ANN401 - whatever JSON can hold
        language: str | None,
        by: str,
        claim: Claim | None = None,
        answer: Answer | Callable[[StoredDraft], Answer] | None = None,
    ) -> StoredDraft:
        """Keep a new draft; with a claim, together with the answer to it.

        Nothing of it is written when nothing is to be kept.

        Args:
            tenant: Whose.
            record: What it says.
            brief: The brief as it was given.
            language: The language that was asked for.
            by: Who does it.
            claim: The claim of the request that makes it.
            answer: The answer to that request, or what makes it of the draft, which has its id then.

        Raises:
            FullError: The tenant has as many drafts as are kept.
            InProgressError: The claim took so long that another has it now.
            UnstorableError: It holds what no database takes.
        """
        now = self._now()
        stored = StoredDraft(
            id=new_id(10), revision=1, created=now, updated=now, record=record, brief=brief, language=language, by=by
        )
        keeps = self._retention.keeps

        async def add(connection: AsyncConnection) -> None:
            if keeps:
                await self._make_room(connection, tenant)
                row = {
                    "id": stored.id,
                    "tenant": tenant,
                    "created": now,
                    "brief": brief,
                    "asked_language": _text(language),
                }
                await connection.execute(insert(DRAFT), {**row, **_summary(stored)})
                await _add_revision(connection, stored, "drafted", ())
            if claim is not None and answer is not None:
                given = answer if isinstance(answer, Answer) else answer(stored)
                await close_claim(connection, claim, given, keeps=keeps, draft=stored.id)

        if keeps or claim is not None:
            await self._database.write(add)
        return stored

    async def _make_room(self, connection: AsyncConnection, tenant: str) -> None:
        await hold_tenant(connection, tenant)
        count = select(func.count()).select_from(DRAFT).where(DRAFT.c.tenant == tenant)
        if (await connection.execute(count)).scalar_one() >= self._most_drafts:
            raise FullError

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
            MissingError: The tenant has none of that id, or nothing is to be kept.
            ChangedError: It is at another revision than expected.
            FullError: It has as many revisions as are kept.
            UnstorableError: It holds what no database takes.
        """
        if not self._retention.keeps:
            raise MissingError

        async def change(connection: AsyncConnection) -> StoredDraft:
            number = await _hold_draft(connection, tenant, draft_id, expected)
            if number >= self._most_revisions:
                raise FullError
            before = stored_draft((await connection.execute(LATEST, {"tenant": tenant, "draft": draft_id})).first())
            stored = StoredDraft(
                id=draft_id,
                revision=number + 1,
                created=before.created,
                updated=self._now(),
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
        """Remove a draft with its history, and what answers told of it: nothing is left of it in the files.

        Raises:
            MissingError: The tenant has none of that id.
            ChangedError: It is at another revision than expected.
        """

        async def remove(connection: AsyncConnection) -> None:
            await _hold_draft(connection, tenant, draft_id, expected)
            await remove_drafts(connection, [draft_id])

        await self._database.write(remove)
        await self._clean.run()


async def remove_drafts(connection: AsyncConnection, ids: list[str]) -> None:
    """Remove drafts; requests that made them stay answered, but not with what."""
    # A revision goes with its draft, and a review with its revision: the tables say so.
    await connection.execute(update(ANSWER).where(ANSWER.c.draft.in_(ids)).values(body=null(), headers={}))
    await connection.execute(delete(DRAFT).where(DRAFT.c.id.in_(ids)))
    await mark_removed(connection)


async def _hold_draft(connection: AsyncConnection, tenant: str, draft_id: str, expected: int | None) -> int:
    """The revision a draft is at, which nobody else can change until the transaction ends."""
    asked = select(DRAFT.c.revision).where(DRAFT.c.id == possible(draft_id), DRAFT.c.tenant == tenant)
    number: int | None = (await connection.execute(asked.with_for_update())).scalar_one_or_none()
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


def _summary(stored: StoredDraft) -> dict[str, Any]:
    """What a list shows of a draft, as columns."""
    okr_set, review = stored.record["okr_set"], stored.record["review"]
    period = okr_set.get("period")
    return {
        "updated": stored.updated,
        "revision": stored.revision,
        "title": _text(okr_set.get("title")),
        "language": _text(okr_set.get("language")),
        "period": _text(period.get("label")) if period else None,
        "verdict": _text(review.get("verdict")),
    }


def _text(value: object) -> str | None:
    return storable(value) if isinstance(value, str) else None
