from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.store import Key, LimitError, Limits, Reservation, Retention, Store
from tests.postgres import Clock

pytestmark = pytest.mark.anyio


@pytest.fixture
async def other(store: Store, database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    """A second store on the same database, as another replica has it."""
    opened = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(1), now=clock)
    yield opened
    await opened.close()


async def limited(
    store: Store,
    requests_per_minute: int | None = None,
    concurrent_drafts: int | None = None,
    monthly_tokens: int | None = None,
    monthly_micros: int | None = None,
) -> Key:
    """A key with these limits and no others."""
    limits = Limits(
        requests_per_minute=requests_per_minute,
        concurrent_drafts=concurrent_drafts,
        monthly_tokens=monthly_tokens,
        monthly_micros=monthly_micros,
    )
    return (await store.create_key("Havglimt", label="", scopes=frozenset(), limits=limits, expires=None)).key


async def reserve(
    store: Store, key: Key | None, tokens: int = 10, micros: int | None = 10, seconds: float = 60
) -> Reservation:
    """Take a place for a draft."""
    tenant = key.tenant if key else await store.local_tenant()
    return await store.reserve(key, tenant, tokens=tokens, micros=micros, seconds=seconds)


async def settle(store: Store, reservation: Reservation, tokens: int = 4, micros: int | None = 4) -> None:
    """Say what the draft came to."""
    await store.settle(
        reservation,
        calls=1,
        input_tokens=tokens // 2,
        output_tokens=tokens // 2,
        micros=micros,
        drafter="llm",
        model="m",
    )


def granted(done: list[object], kind: str) -> int:
    """How many were let in; the others must have been told of this limit."""
    refused = [result for result in done if isinstance(result, BaseException)]
    assert all(isinstance(error, LimitError) and error.kind == kind for error in refused), refused
    return len(done) - len(refused)


@pytest.mark.parametrize("limit", [0, 1, 7, 30, 47])
async def test_a_minute_has_as_many_requests_as_the_key_may(store: Store, limit: int) -> None:
    """Of 50 at once, exactly so many are let in."""
    key = await limited(store, requests_per_minute=limit)
    done = await asyncio.gather(*(store.count_request(key) for _ in range(50)), return_exceptions=True)
    assert granted(list(done), "requests") == limit


async def test_two_replicas_share_a_minute(store: Store, other: Store) -> None:
    """Together they never let in more than the key may, and nearly as many."""
    key = await limited(store, requests_per_minute=40)
    asked = (one.count_request(key) for _ in range(50) for one in (store, other))
    done = await asyncio.gather(*asked, return_exceptions=True)
    assert granted(list(done), "requests") == 40


async def test_a_request_too_many_is_told_when_the_next_minute_begins(store: Store, clock: Clock) -> None:
    """And is let in then."""
    key = await limited(store, requests_per_minute=1)
    clock.move(seconds=40)
    await store.count_request(key)
    with pytest.raises(LimitError) as refused:
        await store.count_request(key)
    assert (refused.value.kind, refused.value.seconds) == ("requests", 20)
    clock.move(seconds=20)
    await store.count_request(key)


async def test_most_requests_touch_no_database(store: Store) -> None:
    """A block is counted in memory, so that a closed database goes unnoticed."""
    key = await limited(store, requests_per_minute=200)
    await store.count_request(key)
    await store.close()
    for _ in range(9):
        await store.count_request(key)


async def test_a_key_without_limits_is_never_refused(store: Store) -> None:
    """Neither requests nor drafts nor budgets."""
    key = await limited(store)
    await asyncio.gather(*(store.count_request(key) for _ in range(50)))
    await asyncio.gather(*(reserve(store, key, tokens=10**12, micros=None) for _ in range(10)))


async def test_without_keys_nothing_is_refused(store: Store) -> None:
    """The ledger is kept all the same."""
    await settle(store, await reserve(store, None))
    everything = await store.everything(await store.local_tenant())
    assert [line["model"] for line in everything["usage"]] == ["m"]


async def test_places_are_given_once(store: Store, other: Store) -> None:
    """Of 50 drafts at once, on two replicas, as many run as the key may."""
    key = await limited(store, concurrent_drafts=4)
    asked = (reserve((store, other)[number % 2], key) for number in range(50))
    assert granted(list(await asyncio.gather(*asked, return_exceptions=True)), "drafts") == 4


async def test_a_settled_draft_gives_its_place_back(store: Store) -> None:
    """Whoever was refused gets it then."""
    key = await limited(store, concurrent_drafts=1)
    reservation = await reserve(store, key)
    with pytest.raises(LimitError) as refused:
        await reserve(store, key)
    assert refused.value.kind == "drafts"
    assert refused.value.seconds == 5
    await settle(store, reservation)
    await reserve(store, key)


async def test_a_draft_that_is_never_settled_gives_its_place_back(store: Store, clock: Clock) -> None:
    """When its time is over; what it reserved stays counted as spent."""
    key = await limited(store, concurrent_drafts=1, monthly_tokens=19)
    await reserve(store, key, tokens=10, seconds=60)
    clock.move(seconds=60)
    with pytest.raises(LimitError) as refused:
        await reserve(store, key, tokens=10)
    assert refused.value.kind == "tokens"
    await reserve(store, key, tokens=9)


@pytest.mark.parametrize("kind", ["tokens", "money"])
async def test_a_budget_is_spent_once(store: Store, other: Store, kind: str) -> None:
    """Of 50 drafts at once, on two replicas, as many run as the month's budget holds."""
    budget = {"monthly_tokens": 75} if kind == "tokens" else {"monthly_micros": 75}
    key = await limited(store, **budget)
    asked = (reserve((store, other)[number % 2], key) for number in range(50))
    assert granted(list(await asyncio.gather(*asked, return_exceptions=True)), kind) == 7


async def test_what_a_draft_came_to_replaces_what_was_reserved(store: Store) -> None:
    """The rest can be used again."""
    key = await limited(store, monthly_tokens=14, monthly_micros=14)
    await settle(store, await reserve(store, key, tokens=14, micros=14), tokens=4, micros=4)
    await reserve(store, key, tokens=10, micros=10)
    with pytest.raises(LimitError):
        await reserve(store, key, tokens=1, micros=0)


async def test_settling_again_changes_nothing(store: Store) -> None:
    """Only the first time counts."""
    key = await limited(store, monthly_tokens=14)
    reservation = await reserve(store, key)
    await settle(store, reservation, tokens=4)
    await settle(store, reservation, tokens=14)
    await reserve(store, key, tokens=10)


async def test_what_nobody_knows_the_price_of_counts_as_reserved(store: Store) -> None:
    """A model without a price may have cost as much."""
    key = await limited(store, monthly_micros=14)
    await settle(store, await reserve(store, key, micros=10), micros=None)
    with pytest.raises(LimitError):
        await reserve(store, key, micros=5)


async def test_an_unknown_price_is_refused_where_money_is_limited(store: Store) -> None:
    """It could cost anything."""
    key = await limited(store, monthly_micros=10**9)
    with pytest.raises(LimitError) as refused:
        await reserve(store, key, micros=None)
    assert refused.value.kind == "money"


@pytest.mark.parametrize(("day", "seconds"), [(datetime(2026, 12, 31, 23, 59, 30, tzinfo=UTC), 30)])
async def test_a_month_begins_anew_in_utc(store: Store, clock: Clock, day: datetime, seconds: int) -> None:
    """Whoever is refused is told how long it is until then."""
    clock.time = day
    key = await limited(store, monthly_tokens=10)
    await reserve(store, key)
    with pytest.raises(LimitError) as refused:
        await reserve(store, key)
    assert refused.value.seconds == seconds
    clock.move(seconds=seconds)
    await reserve(store, key)


async def test_keys_of_a_tenant_have_budgets_of_their_own(store: Store) -> None:
    """One key's use does not bind another."""
    first, second = await limited(store, monthly_tokens=10), await limited(store, monthly_tokens=10)
    await reserve(store, first)
    await reserve(store, second)
