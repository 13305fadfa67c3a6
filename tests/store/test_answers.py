from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from assistant.store import (
    Answer,
    Claim,
    DifferentRequestError,
    InProgressError,
    Limits,
    Retention,
    Store,
)
from tests.postgres import Clock
from tests.store.records import a_record

pytestmark = pytest.mark.anyio

ANSWER = Answer(status=422, headers={"Content-Type": "application/problem+json"}, body=b'{"title": "no"}')


async def take(store: Store, tenant: str, key: str = "k", request: bytes = b"body") -> Claim:
    """Claim a request that nobody has."""
    claim = await store.claim(tenant, key, request, seconds=60)
    assert isinstance(claim, Claim)
    return claim


async def test_a_repetition_gets_the_first_answer(store: Store) -> None:
    """Status, headers and body."""
    tenant = await store.local_tenant()
    await store.answered(await take(store, tenant), ANSWER)
    assert await store.claim(tenant, "k", b"body", seconds=60) == ANSWER


async def test_a_request_in_progress_is_told_to_wait(store: Store, clock: Clock) -> None:
    """For as long as answering it may take."""
    tenant = await store.local_tenant()
    await take(store, tenant)
    clock.move(seconds=10.5)
    with pytest.raises(InProgressError) as busy:
        await store.claim(tenant, "k", b"body", seconds=60)
    assert busy.value.seconds == 50


async def test_another_request_with_the_key_is_refused(store: Store) -> None:
    """Whether the first is answered or not."""
    tenant = await store.local_tenant()
    claim = await take(store, tenant)
    with pytest.raises(DifferentRequestError):
        await store.claim(tenant, "k", b"other", seconds=60)
    await store.answered(claim, ANSWER)
    with pytest.raises(DifferentRequestError):
        await store.claim(tenant, "k", b"other", seconds=60)


async def test_another_tenants_key_is_another_key(store: Store) -> None:
    """The same words from two tenants are two requests."""
    key = await store.create_key("other", label="", scopes=frozenset(), limits=Limits(), expires=None)
    await take(store, await store.local_tenant())
    await take(store, key.key.tenant, request=b"other")


async def test_a_released_request_may_be_tried_again(store: Store) -> None:
    """Also with another body."""
    tenant = await store.local_tenant()
    await store.release(await take(store, tenant))
    await take(store, tenant, request=b"other")


async def test_an_answer_is_not_released(store: Store) -> None:
    """Releasing what was answered changes nothing."""
    tenant = await store.local_tenant()
    claim = await take(store, tenant)
    await store.answered(claim, ANSWER)
    await store.release(claim)
    assert await store.claim(tenant, "k", b"body", seconds=60) == ANSWER


async def test_what_a_crashed_worker_left_is_taken_over(store: Store, clock: Clock) -> None:
    """Then the first one, should it live, can no longer answer."""
    tenant = await store.local_tenant()
    first = await take(store, tenant)
    clock.move(seconds=60)
    second = await take(store, tenant)
    with pytest.raises(InProgressError):
        await store.answered(first, ANSWER)
    with pytest.raises(InProgressError):
        await store.add_draft(tenant, a_record(), brief="", language=None, by="local", claim=first, answer=ANSWER)
    await store.release(first)
    await store.answered(second, ANSWER)
    assert await store.drafts(tenant, limit=1, after=None) == ((), None)


async def test_an_answer_is_repeated_for_a_day(store: Store, clock: Clock) -> None:
    """Then the key is as new."""
    tenant = await store.local_tenant()
    await store.answered(await take(store, tenant), ANSWER)
    clock.move(hours=23)
    assert await store.claim(tenant, "k", b"body", seconds=60) == ANSWER
    clock.move(hours=1)
    await take(store, tenant, request=b"other")


async def test_a_draft_and_its_answer_are_kept_together(store: Store) -> None:
    """The answer can name the draft."""
    tenant = await store.local_tenant()
    draft = await store.add_draft(
        tenant,
        a_record(),
        brief="",
        language=None,
        by="local",
        claim=await take(store, tenant),
        answer=lambda stored: Answer(status=201, headers={"Location": f"/v1/drafts/{stored.id}"}, body=b"{}"),
    )
    answer = Answer(status=201, headers={"Location": f"/v1/drafts/{draft.id}"}, body=b"{}")
    assert await store.claim(tenant, "k", b"body", seconds=60) == answer


async def test_the_answer_of_a_deleted_draft_is_empty(store: Store) -> None:
    """The request stays answered: it must not make a second draft."""
    tenant = await store.local_tenant()
    claim, answer = await take(store, tenant), Answer(status=201, headers={"ETag": '"1"'}, body=b"text")
    draft = await store.add_draft(tenant, a_record(), brief="", language=None, by="local", claim=claim, answer=answer)
    await store.delete_draft(tenant, draft.id)
    assert await store.claim(tenant, "k", b"body", seconds=60) == Answer(status=201, headers={}, body=None)


async def test_a_change_and_its_answer_are_kept_and_removed_together(store: Store) -> None:
    """A change whose claim is another's by now is undone; the answer to one goes with the draft, as it tells what it says."""
    tenant = await store.local_tenant()
    draft = await store.add_draft(tenant, a_record(), brief="", language=None, by="local")
    claim, answer = await take(store, tenant), Answer(status=200, headers={"ETag": '"r2"'}, body=b"text")

    async def change(claim: Claim) -> None:
        await store.change_draft(
            tenant, draft.id, a_record("Ny"), expected=1, kind="rewritten", by="local", claim=claim, answer=answer
        )

    with pytest.raises(InProgressError):
        await change(Claim(tenant=tenant, key=claim.key, token="another"))
    assert (await store.draft(tenant, draft.id)).revision == 1
    await change(claim)
    assert await store.claim(tenant, "k", b"body", seconds=60) == answer
    await store.delete_draft(tenant, draft.id)
    assert await store.claim(tenant, "k", b"body", seconds=60) == Answer(status=200, headers={}, body=None)


@pytest.mark.parametrize("stores", [1, 2])
async def test_a_claim_is_given_once(
    store: Store, database_url: str, tmp_path: Path, clock: Clock, stores: int
) -> None:
    """Of 50 requests at once, in one process or two, one is answered and 49 wait."""
    other = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(1), now=clock)
    asked = [store, other][:stores]
    tenant = await store.local_tenant()
    claims = (asked[number % stores].claim(tenant, "k", b"body", seconds=60) for number in range(50))
    done = await asyncio.gather(*claims, return_exceptions=True)
    await other.close()
    assert sum(isinstance(result, Claim) for result in done) == 1
    assert sum(isinstance(result, InProgressError) for result in done) == 49


@pytest.mark.parametrize("key", ["", "\0", "\ud800", "æ" * 5_000])
async def test_a_key_is_whatever_the_client_says(store: Store, key: str) -> None:
    """Only its hash is kept, so that any text will do."""
    tenant = await store.local_tenant()
    await store.answered(await take(store, tenant, key), ANSWER)
    assert await store.claim(tenant, key, b"body", seconds=60) == ANSWER
