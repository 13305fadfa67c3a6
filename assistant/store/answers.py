"""Idempotency keys, by Stripe's rules: one request is answered, and its repetitions get the same answer for a day."""

from __future__ import annotations

import hashlib
import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, null, select, update

from assistant.store.database import adding
from assistant.store.errors import DifferentRequestError, InProgressError
from assistant.store.part import Part, new_id
from assistant.store.tables import ANSWER
from assistant.store.types import Answer, Claim

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection

KEPT = timedelta(hours=24)
"""How long an answer is repeated."""


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

        async def take(connection: AsyncConnection) -> Claim | Answer:
            now = self._now()
            claim = Claim(tenant=tenant, key=key, token=new_id(10))
            row = {"request": request, "token": claim.token, "claimed": now}
            row |= {"until": now + timedelta(seconds=seconds), "headers": {}}
            add = adding(connection, ANSWER).values(tenant=tenant, key=key, **row).on_conflict_do_nothing()
            if (await connection.execute(add.returning(ANSWER.c.token))).first() is not None:
                return claim
            same = (ANSWER.c.tenant == tenant) & (ANSWER.c.key == key)
            found = (await connection.execute(select(ANSWER).where(same).with_for_update())).first()
            if found is None:  # it was released in between
                raise InProgressError(1)
            answer = None if found.claimed + KEPT <= now else _answer(found, request, now)
            if answer is None:
                empty = {"status": None, "body": null(), "draft": None}
                await connection.execute(update(ANSWER).where(same).values(**row, **empty))
            return answer or claim

        return await self._database.write(take)

    async def answered(self, claim: Claim, answer: Answer) -> None:
        """Keep the answer to a claimed request, if it made no draft; only its status when nothing is to be kept.

        Raises:
            InProgressError: It took so long that another has the claim now.
        """
        await self._database.write(
            lambda connection: close_claim(connection, claim, answer, keeps=self._retention.keeps)
        )

    async def release(self, claim: Claim) -> None:
        """Let the request be tried again: answering it failed in a way that may not last."""
        await self._database.write(lambda connection: connection.execute(delete(ANSWER).where(_open(claim))))


async def close_claim(
    connection: AsyncConnection, claim: Claim, answer: Answer, *, keeps: bool, draft: str | None = None
) -> None:
    """Write the answer to a claim down.

    Raises:
        InProgressError: Another has the claim now.
    """
    what = {"headers": answer.headers, "body": answer.body} if keeps else {"headers": {}, "body": None}
    close = update(ANSWER).where(_open(claim)).values(status=answer.status, draft=draft, **what)
    if (await connection.execute(close.returning(ANSWER.c.key))).first() is None:
        raise InProgressError(1)


def _open(claim: Claim) -> Any:  # noqa: ANN401 - a condition
    ours = (ANSWER.c.tenant == claim.tenant) & (ANSWER.c.key == claim.key) & (ANSWER.c.token == claim.token)
    return ours & ANSWER.c.status.is_(None)


def _answer(found: Row[Any], request: str, now: datetime) -> Answer | None:
    """What a request was answered with; ``None`` if whoever took it on is long gone."""
    if found.request != request:
        raise DifferentRequestError
    if found.status is not None:
        return Answer(status=found.status, headers=found.headers, body=found.body)
    left = (found.until - now).total_seconds()
    if left > 0:
        raise InProgressError(math.ceil(left))
    return None


def _hash(tenant: str, data: bytes) -> str:
    return hashlib.sha256(tenant.encode() + b"\0" + data).hexdigest()
