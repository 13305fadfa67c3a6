from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from assistant.store import Limits, NewKey, Scope, Store, UnstorableError
from tests.postgres import Clock

pytestmark = pytest.mark.anyio


async def make(store: Store, tenant: str = "Havglimt", *, clock: Clock | None = None, days: float = 1) -> NewKey:
    return await store.create_key(
        tenant,
        label="leaders' page",
        scopes=frozenset({Scope.READ, Scope.WRITE}),
        limits=Limits(requests_per_minute=7, monthly_micros=2**40),
        expires=clock() + timedelta(days=days) if clock else None,
    )


async def test_a_key_is_found_by_its_secret(store: Store) -> None:
    """What was made comes back as it was: scopes, limits, times."""
    made = await make(store)
    assert await store.key_of(made.secret) == made.key


async def test_a_secret_holds_256_random_bits(store: Store) -> None:
    """It is ``okr_`` and 43 characters, and no two are the same."""
    secrets = {(await make(store)).secret for _ in range(5)}
    assert {(secret[:4], len(secret)) for secret in secrets} == {("okr_", 47)}
    assert len(secrets) == 5


async def test_the_files_do_not_hold_the_secret(tmp_path: Path) -> None:
    """Only its hash is written."""
    from assistant.store import Retention

    store = await Store.open(None, folder=tmp_path / "data", retention=Retention.none())
    made = await make(store)
    files = [file.read_bytes() for file in (tmp_path / "data").iterdir()]
    await store.close()
    assert any(b"leaders' page" in file for file in files)
    assert not any(made.secret[4:].encode() in file for file in files)


@pytest.mark.parametrize(
    "secret", ["", "okr_", "okr_" + "A" * 43, "okr_" + "\0" * 43, "okr_" + "\ud800" * 43, "æ" * 47]
)
async def test_what_is_no_secret_opens_nothing(store: Store, secret: str) -> None:
    """Whatever a stranger sends is answered with no key."""
    await make(store)
    assert await store.key_of(secret) is None


async def test_a_revoked_key_opens_nothing_at_once(store: Store) -> None:
    """Revoking tells the key, and it is of no use from then on."""
    made = await make(store)
    revoked = await store.revoke_key(made.key.id)
    assert revoked is not None
    assert revoked.revoked is not None
    assert await store.key_of(made.secret) is None
    assert not await store.has_usable_key()


async def test_revoking_again_keeps_the_first_time(store: Store, clock: Clock) -> None:
    """When a key was revoked does not change."""
    made = await make(store)
    first = await store.revoke_key(made.key.id)
    clock.move(days=1)
    assert await store.revoke_key(made.key.id) == first


async def test_revoking_what_is_not_there_says_so(store: Store) -> None:
    """An unknown id gives nothing."""
    assert await store.revoke_key("nothere") is None


async def test_a_key_ends_when_it_expires(store: Store, clock: Clock) -> None:
    """It is usable until then, and no longer."""
    made = await make(store, clock=clock)
    assert await store.has_usable_key()
    clock.move(days=1)
    assert await store.key_of(made.secret) is None
    assert not await store.has_usable_key()


async def test_keys_are_listed_by_tenant(store: Store, clock: Clock) -> None:
    """All of them, or one tenant's, the oldest first."""
    first = await make(store, "Havglimt")
    clock.move(seconds=1)
    second = await make(store, "Fjellbekk")
    assert await store.keys() == (first.key, second.key)
    assert await store.keys("Fjellbekk") == (second.key,)
    assert await store.keys("nobody") == ()


async def test_two_keys_of_a_name_have_one_tenant(store: Store) -> None:
    """A tenant is made once."""
    assert (await make(store)).key.tenant == (await make(store)).key.tenant


async def test_the_local_tenant_is_made_once(store: Store) -> None:
    """It has the same id each time, and is whom a key for ``local`` belongs to."""
    local = await store.local_tenant()
    assert await store.local_tenant() == local
    assert (await make(store, "local")).key.tenant == local


async def test_a_name_no_database_takes_is_refused(store: Store) -> None:
    """NUL would pass SQLite and fail PostgreSQL."""
    with pytest.raises(UnstorableError):
        await make(store, "a\0b")
