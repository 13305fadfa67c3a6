"""Idempotency keys, by Stripe's rules: one request is answered, and its repetitions get the same answer for a day."""

from __future__ import annotations

import hashlib
import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select, update

from assistant.store.database import insert_on_both
from assistant.store.errors import DifferentRequestError, InProgressError
from assistant.store.part import Part, new_id
from assistant.store.tables import ANSWER
from assistant.store.types import Answer, Claim

if TYPE_CHECKING:
    from assistant.store.driving import Link, Row

KEPT = timedelta(hours=24)
"""How long an answer is repeated."""


_THIS = (ANSWER.c.tenant == bindparam("whose")) & (ANSWER.c.key == bindparam("which"))
_OURS = _THIS & (ANSWER.c.token == bindparam("by")) & ANSWER.c.status.is_(None)
_TAKE = insert_on_both(ANSWER, lambda add: add.on_conflict_do_nothing().returning(ANSWER.c.token))
_FOUND = (
    select(ANSWER.c.request, ANSWER.c.claimed, ANSWER.c.until, ANSWER.c.status, ANSWER.c.headers, ANSWER.c.body)
    .where(_THIS)
    .with_for_update()
)
_TAKE_OVER = update(ANSWER).where(_THIS)
_CLOSE = update(ANSWER).where(_OURS).returning(ANSWER.c.key)
_RELEASE = delete(ANSWER).where(_OURS)


class Answers(Part):
    """The store's part for idempotency."""

    async def claim(self, tenant: str, idempotency_key: str, fingerprint: bytes, *, seconds: float) -> Claim | Answer:
        """Take on a request, or learn how it was answered.

        Args:
            tenant: Whose the request is.
            idempotency_key: What the client calls the request; only its hash is stored.
            fingerprint: The request; only its hash is stored.
            seconds: How long answering may take. A claim older than that was left by a worker that crashed, and is
                given to another.

        Raises:
            InProgressError: It is being answered.
            DifferentRequestError: The key was used for something else within a day.
        """
        key, request = _hash(tenant, idempotency_key.encode("utf-8", "surrogatepass")), _hash(tenant, fingerprint)

        async def take(link: Link) -> Claim | Answer:
            now = self._now()
            claim = Claim(tenant=tenant, key=key, token=new_id(10))
            row: dict[str, Any] = {"request": request, "token": claim.token, "claimed": now}
            row |= {"until": now + timedelta(seconds=seconds), "headers": {}}
            if await link.row(_TAKE[link.dialect], tenant=tenant, key=key, **row):
                return claim
            found = await link.row(_FOUND, whose=tenant, which=key)
            if found is None:  # it was released in between
                raise InProgressError(1)
            answer = _answer(found, request, now)
            if answer is None:
                await link.rows(_TAKE_OVER, whose=tenant, which=key, **row, status=None, body=None, draft=None)
            return answer or claim

        return await self._database.write(take)

    async def answered(self, claim: Claim, answer: Answer) -> None:
        """Keep the answer to a claimed request, if it made no draft; only its status when nothing is to be kept.

        Raises:
            InProgressError: It took so long that another has the claim now.
        """
        await self._database.write(lambda link: close_claim(link, claim, answer, keeps=self._retention.keeps))

    async def release(self, claim: Claim) -> None:
        """Let the request be tried again: answering it failed in a way that may not last."""
        await self._database.write(lambda link: link.rows(_RELEASE, **_names(claim)))


async def close_claim(link: Link, claim: Claim, answer: Answer, *, keeps: bool, draft: str | None = None) -> None:
    """Write the answer to a claim down.

    Raises:
        InProgressError: Another has the claim now.
    """
    what = {"headers": answer.headers, "body": answer.body} if keeps else {"headers": {}, "body": None}
    if not await link.row(_CLOSE, **_names(claim), status=answer.status, draft=draft, **what):
        raise InProgressError(1)


def _names(claim: Claim) -> dict[str, str]:
    return {"whose": claim.tenant, "which": claim.key, "by": claim.token}


def _answer(found: Row, request: str, now: datetime) -> Answer | None:
    """What a request was answered with; ``None`` if that, or whoever took it on, is long gone."""
    asked, claimed, until, status, headers, body = found
    if claimed + KEPT <= now:
        return None
    if asked != request:
        raise DifferentRequestError
    if status is not None:
        return Answer(status=status, headers=headers, body=body)
    left = (until - now).total_seconds()
    if left > 0:
        raise InProgressError(math.ceil(left))
    return None


def _hash(tenant: str, data: bytes) -> str:
    return hashlib.sha256(tenant.encode() + b"\0" + data).hexdigest()
