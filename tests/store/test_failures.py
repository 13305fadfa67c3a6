from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import asyncpg
import pytest

from assistant.store import Retention, Store, StoreError
from assistant.store.database import sealed
from assistant.store.driving import Link
from tests.store.records import a_record, add

pytestmark = pytest.mark.anyio

CANARY = "Kanariøya"
TWICE = "INSERT INTO tenant VALUES ('Kanariøya', 'Kanariøya', 1), ('Kanariøya', 'Kanariøya', 1)"
NONSENSE = "SELECT 'Kanariøya' FROM nothing"


def told(error: BaseException) -> Iterator[str]:
    """All that an error says, and the errors it carries."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        waiting += [one.__cause__, one.__context__]
        yield "".join(traceback.format_exception(one))
        yield repr(vars(one))
        yield repr(one.args)


async def _twice(store: Store) -> None:
    await store._database.write(lambda link: link.run(TWICE))


async def _nobodys(store: Store) -> None:
    await add(store, CANARY, CANARY)


async def _nonsense(store: Store) -> None:
    await store._database.write(lambda link: link.run(NONSENSE))


async def _nonsense_alone(store: Store) -> None:
    await store._database.run(NONSENSE)


async def _unstorable(store: Store) -> None:
    await store.add_draft(await store.local_tenant(), a_record(note=f"{CANARY}\ud800"), brief="", language=None, by="")


@pytest.mark.parametrize("fail", [_twice, _nobodys, _nonsense, _nonsense_alone, _unstorable])
async def test_no_error_tells_what_it_was_about(
    store: Store, caplog: pytest.LogCaptureFixture, fail: Callable[[Store], Awaitable[Any]]
) -> None:
    """Neither its text nor what it carries, nor what is logged, at whatever level."""
    caplog.set_level(logging.DEBUG)
    with pytest.raises((StoreError, ValueError)) as failed:
        await fail(store)
    assert not any(CANARY in words for words in told(failed.value))
    assert CANARY not in caplog.text


async def test_nothing_is_logged_of_what_is_kept(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """Not even at DEBUG."""
    caplog.set_level(logging.DEBUG)
    tenant = await store.local_tenant()
    draft = await add(store, tenant, CANARY)
    await store.change_draft(tenant, draft.id, a_record(CANARY), expected=1, kind="edited", by="local")
    await store.drafts(tenant, limit=1, after=None)
    await store.delete_draft(tenant, draft.id)
    assert CANARY not in caplog.text


@pytest.mark.parametrize("error", [LookupError(), RuntimeError(), asyncio.CancelledError()])
async def test_what_fails_is_undone(store: Store, error: BaseException) -> None:
    """A transaction is all or nothing, whatever ends it."""
    tenant = await store.local_tenant()

    async def half(link: Link) -> None:
        await link.run("INSERT INTO tenant VALUES ('x', 'x', 1)")
        raise error

    with pytest.raises(type(error)):
        await store._database.write(half)
    assert await store.keys("x") == ()
    assert (await store.everything("x"))["tenant"] == {}
    assert await store.local_tenant() == tenant


async def test_a_read_that_is_given_up_leaves_the_others_in_peace(store: Store) -> None:
    """Its connection is not used again."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    for _ in range(5):
        tasks = [asyncio.create_task(store.draft(tenant, draft.id)) for _ in range(8)]
        await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    assert await store.draft(tenant, draft.id) == draft


async def test_a_closed_store_is_not_ready(store: Store) -> None:
    """It may be closed twice."""
    await store.close()
    await store.close()
    assert Retention.none().keeps is False


async def test_a_server_that_went_away_in_the_middle_of_an_answer_is_a_failure_like_others() -> None:
    """The driver has an error of its own kind for it, which is not let out either."""

    async def fail() -> None:
        raise asyncpg.InternalClientError(CANARY)

    with pytest.raises(StoreError, match="InternalClientError") as failure:
        await sealed(fail())
    assert not any(CANARY in text for text in told(failure.value))
