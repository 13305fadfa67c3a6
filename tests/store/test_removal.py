from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from assistant.store import Answer, Claim, Limits, MissingError, Retention, Scope, Store
from assistant.store.removal import Coalesced
from tests.postgres import Clock
from tests.store.records import a_record, add

pytestmark = pytest.mark.anyio

CANARY = "Kanariøya"
TRACE = b"Kanari"
"""What it begins with, however the rest may be written."""


def holds_canary(folder: Path) -> bool:
    """Whether any byte of any file in the folder tells of it."""
    return any(TRACE in file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def keep_canaries(store: Store, tenant: str, number: int = 30) -> list[str]:
    """Drafts of all sizes with the canary in every part, changed, among others without it."""
    ids = []
    for index in range(number):
        record = a_record(CANARY, note=CANARY * (index * 40 + 1))
        record["review"]["findings"] = [{"text": CANARY}]
        claim = await store.claim(tenant, f"{CANARY}{index}", CANARY.encode(), seconds=60)
        assert isinstance(claim, Claim)
        draft = await store.add_draft(
            tenant,
            record,
            brief=CANARY,
            language=None,
            by="local",
            claim=claim,
            answer=Answer(status=201, headers={"X": CANARY}, body=CANARY.encode()),
        )
        await add(store, tenant)
        if store._retention.keeps:
            await store.change_draft(tenant, draft.id, a_record(CANARY), expected=1, kind="edited", by="local")
        ids.append(draft.id)
    return ids


async def test_a_deleted_draft_is_in_no_file(tmp_path: Path) -> None:
    """Not in the database, nor in what SQLite writes beside it, as soon as the call returns."""
    store = await Store.open(None, folder=tmp_path / "data", retention=Retention.of(1))
    tenant = await store.local_tenant()
    ids = await keep_canaries(store, tenant)
    assert holds_canary(tmp_path)
    await asyncio.gather(*(store.delete_draft(tenant, draft_id) for draft_id in ids))
    assert not holds_canary(tmp_path)
    assert (await store._database.run("PRAGMA freelist_count"))[0][0] == 0
    assert len((await store.drafts(tenant, limit=100, after=None))[0]) == len(ids)
    assert await store.sound()
    await store.close()


async def test_a_draft_is_gone_while_another_process_reads(tmp_path: Path) -> None:
    """Removing waits until nobody reads what was there before."""
    store = await Store.open(None, folder=tmp_path / "data", retention=Retention.of(1))
    tenant = await store.local_tenant()
    ids = await keep_canaries(store, tenant, 3)
    reader = sqlite3.connect(tmp_path / "data" / "okr.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM draft").fetchall()
    removing = asyncio.gather(*(store.delete_draft(tenant, draft_id) for draft_id in ids))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.shield(removing), 0.2)
    reader.close()
    await removing
    assert not holds_canary(tmp_path)
    await store.close()


async def test_what_a_crash_left_behind_is_cleaned_when_the_store_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows were gone, and their bytes were still there."""
    store = await Store.open(None, folder=tmp_path / "data", retention=Retention.of(1))
    tenant = await store.local_tenant()
    ids = await keep_canaries(store, tenant, 3)
    monkeypatch.setattr(store._clean, "run", lambda: asyncio.sleep(0))
    for draft_id in ids:
        await store.delete_draft(tenant, draft_id)
    shutil.copytree(tmp_path / "data", tmp_path / "crashed")
    await store.close()
    assert holds_canary(tmp_path / "crashed")
    opened = await Store.open(None, folder=tmp_path / "crashed", retention=Retention.of(1))
    assert not holds_canary(tmp_path / "crashed")
    await opened.close()


async def test_without_retention_no_text_is_ever_written(tmp_path: Path) -> None:
    """Neither while requests are answered nor after; keys and the ledger are kept."""
    store = await Store.open(None, folder=tmp_path / "data", retention=Retention.none())
    made = await store.create_key("t", label="", scopes=frozenset(Scope), limits=Limits(), expires=None)
    tenant = made.key.tenant
    ids = await keep_canaries(store, tenant)
    claim = await store.claim(tenant, "another", CANARY.encode(), seconds=60)
    assert isinstance(claim, Claim)
    await store.answered(claim, Answer(status=200, headers={"X": CANARY}, body=CANARY.encode()))
    reservation = await store.reserve(made.key, tenant, tokens=1, micros=1, seconds=1)
    assert not holds_canary(tmp_path)
    with pytest.raises(MissingError):
        await store.draft(tenant, ids[0])
    with pytest.raises(MissingError):
        await store.change_draft(tenant, ids[0], a_record(CANARY), expected=1, kind="edited", by="local")
    await store.settle(reservation, calls=1, input_tokens=1, output_tokens=1, micros=1, drafter="llm", model="m")
    everything = await store.everything(tenant)
    assert await store.claim(tenant, "another", CANARY.encode(), seconds=60) == Answer(
        status=200, headers={}, body=None
    )
    await store.close()
    assert not holds_canary(tmp_path)
    assert (len(everything["keys"]), len(everything["usage"]), everything["drafts"]) == (1, 1, [])


async def test_a_draft_that_is_not_kept_is_given_back_all_the_same(database_url: str, tmp_path: Path) -> None:
    """Whoever asked for it gets it, with an id nothing answers to."""
    store = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.none())
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    assert (draft.revision, draft.record) == (1, a_record())
    assert await store.drafts(tenant, limit=10, after=None) == ((), None)
    await store.close()


async def test_drafts_are_forgotten_when_they_were_not_changed_for_long(store: Store, clock: Clock) -> None:
    """Counted from the last change; answers go after a day."""
    tenant = await store.local_tenant()
    old, changed = await add(store, tenant), await add(store, tenant)
    clock.move(days=300)
    await store.change_draft(tenant, changed.id, a_record("Ny"), expected=1, kind="edited", by="local")
    clock.move(days=101)
    assert await store.forget() == 1
    with pytest.raises(MissingError):
        await store.draft(tenant, old.id)
    assert (await store.draft(tenant, changed.id)).revision == 2
    assert await store.forget() == 0


async def test_what_is_forgotten_is_in_no_file(tmp_path: Path, clock: Clock) -> None:
    """Old drafts and old answers leave the files as deleted ones do."""
    store = await Store.open(None, folder=tmp_path / "data", retention=Retention.of(1), now=clock)
    tenant = await store.local_tenant()
    await keep_canaries(store, tenant, 5)
    claim = await store.claim(tenant, "another", b"", seconds=60)
    assert isinstance(claim, Claim)
    await store.answered(claim, Answer(status=200, headers={}, body=CANARY.encode()))
    clock.move(days=1, seconds=1)
    assert await store.forget() == 10
    assert not holds_canary(tmp_path)
    await store.close()


async def test_when_nothing_is_to_be_kept_what_was_there_is_forgotten(
    database_url: str, tmp_path: Path, clock: Clock
) -> None:
    """Someone who turns retention off means the drafts that are there too."""
    store = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(400), now=clock)
    tenant = await store.local_tenant()
    await add(store, tenant)
    await store.close()
    store = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.none(), now=clock)
    assert await store.forget() == 1
    assert await store.drafts(tenant, limit=10, after=None) == ((), None)
    await store.close()


async def test_work_that_many_ask_for_is_done_for_all_of_them_at_once() -> None:
    """Who asks while it is being done waits for the next time, and shares that."""
    runs: list[asyncio.Event] = []

    async def work() -> None:
        runs.append(asyncio.Event())
        await runs[-1].wait()

    async def settle(tasks: Iterable[asyncio.Task[None]]) -> list[bool]:
        for _ in range(10):
            await asyncio.sleep(0)
        return [task.done() for task in tasks]

    coalesced = Coalesced(work)
    first = [asyncio.create_task(coalesced.run()) for _ in range(3)]
    assert await settle(first) == [False] * 3
    later = [asyncio.create_task(coalesced.run()) for _ in range(3)]
    later[0].cancel()
    await settle(later)
    runs[0].set()
    assert await settle(first) == [True] * 3
    assert await settle(later) == [True, False, False]
    runs[1].set()
    await asyncio.gather(*later[1:])
    assert len(runs) == 2


async def test_postgresql_lets_the_space_be_used_again(postgres_url: str, tmp_path: Path) -> None:
    """Deleting vacuums the tables, which a transaction would not allow."""
    store = await Store.open(postgres_url, folder=tmp_path, retention=Retention.of(1))
    tenant = await store.local_tenant()
    ids = await keep_canaries(store, tenant, 3)
    await asyncio.gather(*(store.delete_draft(tenant, draft_id) for draft_id in ids))
    dead = await store._database.run("SELECT pg_stat_force_next_flush()") and await store._database.run(
        "SELECT vacuum_count > 0 FROM pg_stat_user_tables WHERE relname = 'revision'"
    )
    await store.close()
    assert dead[0][0]
