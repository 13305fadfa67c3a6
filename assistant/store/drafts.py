"""Keeping drafts, changing them, and removing them for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from assistant.store.answers import close_claim
from assistant.store.changes import changes
from assistant.store.database import storable
from assistant.store.errors import ChangedError, FullError, MissingError
from assistant.store.lookups import LATEST, possible, stored_draft
from assistant.store.part import Part, new_id
from assistant.store.removal import mark_removed
from assistant.store.tables import ANSWER, DRAFT, REVIEW, REVISION, TENANT
from assistant.store.types import Answer, Change, Claim, StoredDraft

if TYPE_CHECKING:
    from assistant.store.driving import Link

GivenAnswer = Answer | Callable[[StoredDraft], Answer]
"""An answer, or what makes it of the draft as it is kept."""

_PARTS = ("okr_set", "review", "questions", "provenance")
_HOLD_TENANT = select(TENANT.c.id).where(TENANT.c.id == bindparam("tenant")).with_for_update(key_share=True)
_COUNT = select(func.count()).select_from(DRAFT).where(DRAFT.c.tenant == bindparam("tenant"))
_ADD = insert(DRAFT)
_ADD_REVISION = insert(REVISION)
_ADD_REVIEW = insert(REVIEW)
_HOLD = (
    select(DRAFT.c.revision)
    .where(DRAFT.c.id == bindparam("draft"), DRAFT.c.tenant == bindparam("tenant"))
    .with_for_update()
)
_CHANGE = update(DRAFT).where(DRAFT.c.id == bindparam("which"))
_EMPTY_ANSWERS = update(ANSWER).where(ANSWER.c.draft == bindparam("which"))
_REMOVE = delete(DRAFT).where(DRAFT.c.id == bindparam("which"))


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
        answer: GivenAnswer | None = None,
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

        async def add(link: Link) -> None:
            if keeps:
                await self._make_room(link, tenant)
                row = {"id": stored.id, "tenant": tenant, "created": now, "brief": brief, "asked_language": language}
                await link.rows(_ADD, **row, **_summary(stored))
                await _add_revision(link, stored, "drafted", ())
            await _answer(link, stored, claim, answer, keeps=keeps)

        if keeps or claim is not None:
            await self._database.write(add)
        return stored

    async def _make_room(self, link: Link, tenant: str) -> None:
        if link.dialect != "sqlite":  # there, nobody else writes
            await link.rows(_HOLD_TENANT, tenant=tenant)
        if (await link.rows(_COUNT, tenant=tenant))[0][0] >= self._most_drafts:
            raise FullError

    async def change_draft(  # noqa: PLR0913 - what a change is, all named
        self,
        tenant: str,
        draft_id: str,
        record: dict[str, Any],
        *,
        expected: int | None,
        kind: str,
        by: str,
        claim: Claim | None = None,
        answer: GivenAnswer | None = None,
    ) -> StoredDraft:
        """Keep a new revision of a draft; with a claim, together with the answer to it.

        Args:
            tenant: Whose.
            draft_id: Which.
            record: What it says now.
            expected: The revision this is a change of; ``None`` for whatever is there.
            kind: ``edited`` or ``rewritten``.
            by: Who does it.
            claim: The claim of the request that changes it.
            answer: The answer to that request, or what makes it of the draft.

        Raises:
            MissingError: The tenant has none of that id, or nothing is to be kept.
            ChangedError: It is at another revision than expected.
            FullError: It has as many revisions as are kept.
            InProgressError: The claim took so long that another has it now.
            UnstorableError: It holds what no database takes.
        """
        if not self._retention.keeps:
            raise MissingError

        async def change(link: Link) -> StoredDraft:
            number = await _hold_draft(link, tenant, draft_id, expected)
            if number >= self._most_revisions:
                raise FullError
            before = stored_draft(await link.row(LATEST, tenant=tenant, draft=draft_id))
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
            await link.rows(_CHANGE, which=draft_id, **_summary(stored))
            await _add_revision(link, stored, kind, changes(before.record["okr_set"], record["okr_set"]))
            await _answer(link, stored, claim, answer, keeps=True)
            return stored

        return await self._database.write(change)

    async def delete_draft(self, tenant: str, draft_id: str, *, expected: int | None = None) -> None:
        """Remove a draft with its history, and what answers told of it: nothing is left of it in the files.

        Raises:
            MissingError: The tenant has none of that id.
            ChangedError: It is at another revision than expected.
        """

        async def remove(link: Link) -> None:
            await _hold_draft(link, tenant, draft_id, expected)
            # The requests that made and changed it stay answered, but not with what. Revisions and reviews go with the draft.
            await link.rows(_EMPTY_ANSWERS, which=draft_id, headers={}, body=None)
            await link.rows(_REMOVE, which=draft_id)
            await mark_removed(link)

        await self._database.write(remove)
        await self._clean.run()


async def _hold_draft(link: Link, tenant: str, draft_id: str, expected: int | None) -> int:
    """The revision a draft is at, which nobody else can change until the transaction ends."""
    found = await link.row(_HOLD, draft=possible(draft_id), tenant=tenant)
    if found is None:
        raise MissingError
    number = int(found[0])
    if expected is not None and expected != number:
        raise ChangedError(number)
    return number


async def _answer(
    link: Link, stored: StoredDraft, claim: Claim | None, answer: GivenAnswer | None, *, keeps: bool
) -> None:
    """Write down the answer to the request that a draft comes of, as one that goes when the draft does."""
    if claim is not None and answer is not None:
        given = answer if isinstance(answer, Answer) else answer(stored)
        await close_claim(link, claim, given, keeps=keeps, draft=stored.id)


async def _add_revision(link: Link, stored: StoredDraft, kind: str, found: tuple[Change, ...]) -> None:
    record = {part: stored.record[part] for part in _PARTS}
    review = {"draft": stored.id, "revision": stored.revision, "review": record.pop("review")}
    row = {"draft": stored.id, "number": stored.revision, "at": stored.updated, "by": stored.by, "kind": kind}
    found_rows = [{"path": change.path, "what": change.what} for change in found]
    await link.rows(_ADD_REVISION, **row, **record, changes=found_rows)
    await link.rows(_ADD_REVIEW, **review)


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
