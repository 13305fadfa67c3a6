from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from assistant.store import Answer, Claim, Limits, Retention, Scope, Store, StoreError
from evals.postgres import PostgreSQL
from tests.postgres import Clock
from tests.store.records import a_record, add

pytestmark = pytest.mark.anyio


async def test_everything_about_a_tenant_is_one_piece_of_json(store: Store, clock: Clock) -> None:
    """Keys without hashes, every revision with its review, usage and answers; nothing of others."""
    made = await store.create_key(
        "Havglimt", label="page", scopes=frozenset({Scope.READ}), limits=Limits(), expires=None
    )
    other = await store.create_key("Fjellbekk", label="secret", scopes=frozenset(), limits=Limits(), expires=None)
    tenant = made.key.tenant
    claim = await store.claim(tenant, "k", b"", seconds=1)
    assert isinstance(claim, Claim)
    answer = Answer(status=201, headers={"ETag": "1"}, body=b"\xff")
    draft = await store.add_draft(
        tenant,
        a_record("Første"),
        brief={"strategy": "Vokse"},
        language="nb",
        by=made.key.id,
        claim=claim,
        answer=answer,
    )
    await store.change_draft(tenant, draft.id, a_record("Andre"), expected=1, kind="edited", by=made.key.id)
    await store.reserve(made.key, tenant, tokens=7, micros=8, seconds=9)
    await add(store, other.key.tenant, "Hemmelig")
    found = json.loads(json.dumps(await store.everything(tenant)))
    assert found["tenant"] == {"id": tenant, "name": "Havglimt", "created": clock().isoformat()}
    assert [(key["label"], "hash" in key) for key in found["keys"]] == [("page", False)]
    assert [kept["brief"] for kept in found["drafts"]] == [{"strategy": "Vokse"}]
    revisions = found["drafts"][0]["revisions"]
    assert [revision["okr_set"]["title"] for revision in revisions] == ["Første", "Andre"]
    assert [revision["review"]["verdict"] for revision in revisions] == ["needs_work"] * 2
    assert [(line["reserved_tokens"], line["reserved_micros"]) for line in found["usage"]] == [(7, 8)]
    assert [(kept["status"], kept["body"]) for kept in found["answers"]] == [(201, "/w==")]
    assert "Hemmelig" not in json.dumps(found, ensure_ascii=False)
    assert other.key.id not in json.dumps(found)


async def test_a_store_is_ready_while_its_database_answers(store: Store) -> None:
    """And sound, when what is in it is whole."""
    assert await store.ready()
    await add(store, await store.local_tenant())
    assert await store.sound()


async def test_a_draft_without_its_revision_is_not_sound(store: Store) -> None:
    """Nothing may be half there."""
    await add(store, await store.local_tenant())
    await store._database.write(lambda link: link.run("DELETE FROM review"))
    assert not await store.sound()


async def test_a_damaged_file_is_not_sound(tmp_path: Path) -> None:
    """Bytes that were overwritten are noticed."""
    store = await Store.open(None, folder=tmp_path, retention=Retention.of(1))
    await store.add_draft(await store.local_tenant(), a_record(), brief="Vokse" * 10_000, language=None, by="local")
    await store.close()
    file = tmp_path / "okr.db"
    data = file.read_bytes()
    half = data.rindex(b"VokseVokse") // 4096 * 4096
    file.write_bytes(data[:half] + b"\xaa" * 4096 + data[half + 4096 :])
    store = await Store.open(None, folder=tmp_path, retention=Retention.of(1))
    assert not await store.sound()
    await store.close()


async def test_a_store_finds_its_server_again(tmp_path: Path) -> None:
    """While it is away nothing is ready; as soon as it is back, reading and writing are as before."""
    server = PostgreSQL()
    try:
        store = await Store.open(server.url(), folder=tmp_path, retention=Retention.of(1))
        tenant = await store.local_tenant()
        draft, *_ = await asyncio.gather(*(add(store, tenant) for _ in range(8)))
        await asyncio.gather(*(store.draft(tenant, draft.id) for _ in range(8)))
        server.kill()
        assert not await store.ready()
        with pytest.raises(StoreError):
            await store.draft(tenant, draft.id)
        server.start()
        assert [await store.draft(tenant, draft.id) for _ in range(8)] == [draft] * 8
        await asyncio.gather(*(add(store, tenant) for _ in range(8)))
        assert await store.ready()
        await store.close()
    finally:
        server.remove()
