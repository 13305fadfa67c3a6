"""Limits of keys, shared by everyone who uses the same database, and the ledger of what was used."""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, case, func, insert, select, update

from assistant.store.database import insert_on_both
from assistant.store.errors import LimitError
from assistant.store.part import Part, new_id
from assistant.store.tables import KEY, REQUEST_WINDOW, USAGE
from assistant.store.types import Key, Reservation

if TYPE_CHECKING:
    from assistant.store.driving import Link

_MINUTE = 60
_SOON = 5
"""Seconds after which a place for a draft may well be free again."""

_BLOCKS = 20
"""In how many blocks a minute's requests are taken from the database."""

_BLOCK, _LIMIT = bindparam("block", type_=Integer), bindparam("most", type_=Integer)
_TAKEN = REQUEST_WINDOW.c.taken
_GIVEN = case((_TAKEN + _BLOCK <= _LIMIT, _BLOCK), (_TAKEN < _LIMIT, _LIMIT - _TAKEN), else_=0)
_TAKE_BLOCK = insert_on_both(
    REQUEST_WINDOW,
    lambda add: add.on_conflict_do_update(
        index_elements=["key", "minute"], set_={"taken": _TAKEN + _GIVEN, "given": _GIVEN}
    ).returning(REQUEST_WINDOW.c.given),
)
_HOLD = select(KEY.c.id).where(KEY.c.id == bindparam("which")).with_for_update(key_share=True)
_RUNNING = select(func.count(), func.min(USAGE.c.until)).where(
    USAGE.c.key == bindparam("which"), USAGE.c.until > bindparam("now"), USAGE.c.settled.is_(None)
)
_SPENT = select(
    func.sum(func.coalesce(USAGE.c.input_tokens + USAGE.c.output_tokens, USAGE.c.reserved_tokens)),
    func.sum(func.coalesce(USAGE.c.micros, USAGE.c.reserved_micros, 0)),
).where(USAGE.c.key == bindparam("which"), USAGE.c.month == bindparam("in_month"))
"""What is reserved counts as spent until it is settled."""
_ADD = insert(USAGE)
_SETTLE = update(USAGE).where(USAGE.c.id == bindparam("which"), USAGE.c.settled.is_(None))


@dataclass(slots=True)
class _Window:
    """What this process may still answer of a key's requests without asking.

    Attributes:
        minute: Which minute of the clock it is about.
        left: Requests taken from the database and not used yet.
        spent: Whether the database has no more.
        turn: One asks at a time: the others can use what it brings.
    """

    minute: int = -1
    left: int = 0
    spent: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Budgets(Part):
    """The store's part for limits and the ledger."""

    @cached_property
    def _windows(self) -> dict[str, _Window]:
        """By the key's id."""
        return {}

    async def count_request(self, key: Key) -> None:
        """Count a request of a key.

        The minutes are those of the clock, and all who share the database share them. Most requests are counted here,
        from a block that was taken for this process; so some may be refused although another process has a few left.

        Raises:
            LimitError: There were as many as the key may have.
        """
        limit = key.limits.requests_per_minute
        if limit is None:
            return
        now = self._now().timestamp()
        minute = int(now // _MINUTE)
        window = self._windows.setdefault(key.id, _Window())
        async with window.turn:
            if window.minute < minute:
                window.minute, window.left, window.spent = minute, 0, False
            if not window.left and not window.spent:
                window.left = await self._take_block(key.id, window.minute, limit)
                window.spent = not window.left
            if not window.left:
                raise LimitError("requests", max(1, math.ceil((minute + 1) * _MINUTE - now)))
            window.left -= 1

    async def _take_block(self, key_id: str, minute: int, limit: int) -> int:
        """Take some of a minute's requests out of the database; how many there were."""
        block = max(1, limit // _BLOCKS)
        first = min(block, limit)

        async def take(link: Link) -> int:
            row = {"key": key_id, "minute": minute, "taken": first, "given": first}
            return int((await link.rows(_TAKE_BLOCK[link.dialect], **row, block=block, most=limit))[0][0])

        return await self._database.write(take)

    async def reserve(
        self, key: Key | None, tenant: str, *, tokens: int, micros: int | None, seconds: float
    ) -> Reservation:
        """Take a place and a budget for a draft, before a model is called.

        Args:
            key: Whose limits count; ``None`` without keys, and then nothing is refused.
            tenant: Whose the draft is.
            tokens: The most it can take.
            micros: The most it can cost, in micro-dollars; ``None`` when the price is not known, which a key with a
                limit in money is refused.
            seconds: How long it can take. A reservation that is never settled gives its place back then, and stays
                counted as spent.

        Raises:
            LimitError: The key has no place, or not the budget.
        """
        reservation = Reservation(new_id(10))

        async def take(link: Link) -> Reservation:
            now = self._now()
            if key is not None:
                if link.dialect != "sqlite":  # there, nobody else writes
                    await link.rows(_HOLD, which=key.id)
                await _check_places(link, key, now)
                await _check_month(link, key, now, tokens, micros)
            line: dict[str, Any] = {
                "id": reservation.id,
                "tenant": tenant,
                "key": key.id if key else None,
                "month": _month(now),
            }
            line |= {"reserved": now, "until": now + timedelta(seconds=seconds)}
            line |= {"reserved_tokens": tokens, "reserved_micros": micros}
            await link.rows(_ADD, **line)
            return reservation

        return await self._database.write(take)

    async def settle(  # noqa: PLR0913 - what a draft came to, all named
        self,
        reservation: Reservation,
        *,
        calls: int,
        input_tokens: int,
        output_tokens: int,
        micros: int | None,
        drafter: str,
        model: str | None,
    ) -> None:
        """Write down what a draft came to, and give its place back; only the first time counts.

        Args:
            reservation: What was taken for it.
            calls: How many times the model was called.
            input_tokens: Tokens sent.
            output_tokens: Tokens received.
            micros: What it cost, in micro-dollars; ``None`` when nobody knows, and then what was reserved counts.
            drafter: Who drafted: ``extractive`` or ``llm``.
            model: The language model.
        """
        line: dict[str, Any] = {
            "settled": self._now(),
            "calls": calls,
            "input_tokens": input_tokens,
            "output_tokens": output_tokens,
        }
        line |= {"micros": micros, "drafter": drafter, "model": model}
        await self._database.write(lambda link: link.rows(_SETTLE, which=reservation.id, **line))


async def _check_places(link: Link, key: Key, now: datetime) -> None:
    most = key.limits.concurrent_drafts
    if most is None:
        return
    number, first_end = (await link.rows(_RUNNING, which=key.id, now=now))[0]
    if number >= most:
        left = math.ceil((first_end - now).total_seconds()) if first_end else _SOON
        raise LimitError("drafts", max(1, min(left, _SOON)))


async def _check_month(link: Link, key: Key, now: datetime, tokens: int, micros: int | None) -> None:
    """Refuse what the month's budget does not hold."""
    limits = key.limits
    if limits.monthly_tokens is None and limits.monthly_micros is None:
        return
    spent = (await link.rows(_SPENT, which=key.id, in_month=_month(now)))[0]
    had_tokens, had_micros = (int(value or 0) for value in spent)
    if limits.monthly_tokens is not None and had_tokens + tokens > limits.monthly_tokens:
        raise LimitError("tokens", _until_next_month(now))
    if limits.monthly_micros is not None and (micros is None or had_micros + micros > limits.monthly_micros):
        raise LimitError("money", _until_next_month(now))


def _month(now: datetime) -> str:
    return f"{now.astimezone(UTC):%Y-%m}"


def _until_next_month(now: datetime) -> int:
    first = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = (first + timedelta(days=32)).replace(day=1)
    return max(1, math.ceil((following - now).total_seconds()))
