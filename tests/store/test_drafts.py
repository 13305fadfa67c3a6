from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from assistant.store import (
    Change,
    ChangedError,
    DraftSummary,
    FullError,
    Limits,
    MissingError,
    Retention,
    Store,
    UnstorableError,
)
from tests.postgres import Clock
from tests.store.records import a_record, add

pytestmark = pytest.mark.anyio


async def test_a_draft_comes_back_as_it_was_kept(store: Store) -> None:
    """Record, brief, language and times are the same."""
    tenant = await store.local_tenant()
    kept = await store.add_draft(
        tenant, a_record(), brief={"strategy": "Vokse ✨", "metrics": [1.5, None]}, language="nn", by="local"
    )
    assert await store.draft(tenant, kept.id) == kept


async def test_a_change_is_a_new_revision(store: Store, clock: Clock) -> None:
    """The draft says the new, its first revision still the old."""
    tenant = await store.local_tenant()
    first = await add(store, tenant)
    clock.move(minutes=5)
    second = await store.change_draft(tenant, first.id, a_record("Ny"), expected=1, kind="edited", by="key1")
    assert (second.revision, second.updated, second.by) == (2, clock(), "key1")
    assert await store.draft(tenant, first.id) == second
    assert await store.revision(tenant, first.id, 1) == first
    assert await store.revision(tenant, first.id, 2) == second


async def test_the_history_says_who_when_and_what(store: Store, clock: Clock) -> None:
    """Each revision has its number, time, author, kind and changes."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    clock.move(minutes=5)
    await store.change_draft(tenant, draft.id, a_record("Ny"), expected=None, kind="rewritten", by="key1")
    first, second = await store.revisions(tenant, draft.id)
    assert (first.number, first.at, first.by, first.kind, first.changes) == (1, draft.created, "local", "drafted", ())
    assert (second.number, second.at, second.by, second.kind) == (2, clock(), "key1", "rewritten")
    assert second.changes == (Change("/title", "changed"),)


async def test_a_change_of_another_revision_is_refused(store: Store) -> None:
    """The error tells which revision it is at, and nothing is changed."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    with pytest.raises(ChangedError) as refused:
        await store.change_draft(tenant, draft.id, a_record("Ny"), expected=2, kind="edited", by="local")
    assert refused.value.current == 1
    assert await store.draft(tenant, draft.id) == draft


async def test_of_changes_at_once_only_one_is_of_the_revision_expected(store: Store) -> None:
    """The revision is compared where it is changed."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    changes = (
        store.change_draft(tenant, draft.id, a_record(str(number)), expected=1, kind="edited", by="local")
        for number in range(20)
    )
    done = await asyncio.gather(*changes, return_exceptions=True)
    assert sum(isinstance(result, ChangedError) for result in done) == 19
    assert (await store.draft(tenant, draft.id)).revision == 2


async def test_changes_at_once_all_count_when_none_is_expected(store: Store) -> None:
    """Each gets a number of its own."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    changes = (
        store.change_draft(tenant, draft.id, a_record(str(number)), expected=None, kind="edited", by="local")
        for number in range(20)
    )
    done = await asyncio.gather(*changes)
    assert sorted(changed.revision for changed in done) == list(range(2, 22))


async def test_a_deleted_draft_is_missing(store: Store) -> None:
    """So are its revisions."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    await store.delete_draft(tenant, draft.id, expected=1)
    with pytest.raises(MissingError):
        await store.draft(tenant, draft.id)
    with pytest.raises(MissingError):
        await store.revisions(tenant, draft.id)
    assert await store.drafts(tenant, limit=10, after=None) == ((), None)


async def test_a_delete_of_another_revision_is_refused(store: Store) -> None:
    """The draft stays."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    with pytest.raises(ChangedError):
        await store.delete_draft(tenant, draft.id, expected=7)
    assert await store.draft(tenant, draft.id) == draft


@pytest.mark.parametrize("draft_id", ["foreign", "missing", "", "\0", "æ", "../..", "a" * 5_000])
async def test_a_foreign_draft_is_as_a_missing_one(store: Store, draft_id: str) -> None:
    """Whatever is asked, the answer is the same."""
    tenant = await store.local_tenant()
    key = await store.create_key("other", label="", scopes=frozenset(), limits=Limits(), expires=None)
    if draft_id == "foreign":
        draft_id = (await add(store, key.key.tenant)).id
    asked: list[Any] = [
        store.draft(tenant, draft_id),
        store.revisions(tenant, draft_id),
        store.revision(tenant, draft_id, 1),
        store.change_draft(tenant, draft_id, a_record(), expected=3, kind="edited", by="local"),
        store.delete_draft(tenant, draft_id, expected=3),
    ]
    for question in asked:
        with pytest.raises(MissingError) as missing:
            await question
        assert str(missing.value) == ""


@pytest.mark.parametrize("number", [-1, 0, 2, 2**31, 2**70])
async def test_a_revision_that_never_was_is_missing(store: Store, number: int) -> None:
    """However large its number."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    with pytest.raises(MissingError):
        await store.revision(tenant, draft.id, number)


async def test_drafts_are_listed_by_their_last_change(store: Store, clock: Clock) -> None:
    """Page after page, each draft once, those changed last first."""
    tenant = await store.local_tenant()
    ids = []
    for number in range(5):
        clock.move(seconds=number % 2)  # some at the same time
        ids.append((await add(store, tenant, f"Nr. {number}")).id)
    clock.move(seconds=1)
    await store.change_draft(tenant, ids[0], a_record("Nr. 0"), expected=1, kind="edited", by="local")
    seen: list[DraftSummary] = []
    cursor: str | None = None
    while not seen or cursor:
        page, cursor = await store.drafts(tenant, limit=2, after=cursor)
        seen += page
    assert sorted(draft.id for draft in seen) == sorted(ids)
    assert seen[0].id == ids[0]
    assert [draft.updated for draft in seen] == sorted((draft.updated for draft in seen), reverse=True)


async def test_a_summary_tells_what_the_latest_revision_is(store: Store) -> None:
    """Title, language, period and verdict."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    changed = await store.change_draft(tenant, draft.id, a_record("Ny"), expected=1, kind="edited", by="local")
    summary = DraftSummary(
        id=draft.id,
        revision=2,
        created=draft.created,
        updated=changed.updated,
        title="Ny",
        language="nb",
        period="T1 2027",
        verdict="needs_work",
    )
    assert await store.drafts(tenant, limit=10, after=None) == ((summary,), None)


@pytest.mark.parametrize("cursor", ["", "x", "MjAyNg", "\0", "æ", "MDAwMS0wMS0wMVQwMDowMDowMCB4", "ÿ" * 500])
async def test_a_cursor_nobody_gave_is_refused(store: Store, cursor: str) -> None:
    """With a ``ValueError`` that does not repeat it."""
    tenant = await store.local_tenant()
    with pytest.raises(ValueError, match="no such page") as refused:
        await store.drafts(tenant, limit=2, after=cursor)
    assert refused.value.__suppress_context__


async def test_a_tenant_has_as_many_drafts_as_are_kept(database_url: str, tmp_path: Path) -> None:
    """However many are added at once."""
    store = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(1), most_drafts=3)
    tenant = await store.local_tenant()
    done = await asyncio.gather(*(add(store, tenant) for _ in range(9)), return_exceptions=True)
    page, _ = await store.drafts(tenant, limit=10, after=None)
    await store.close()
    assert sum(isinstance(result, FullError) for result in done) == 6
    assert len(page) == 3


async def test_a_draft_has_as_many_revisions_as_are_kept(database_url: str, tmp_path: Path) -> None:
    """The one too many is refused, and the draft stays as it is."""
    store = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(1), most_revisions=2)
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    kept = await store.change_draft(tenant, draft.id, a_record("2"), expected=1, kind="edited", by="local")
    with pytest.raises(FullError):
        await store.change_draft(tenant, draft.id, a_record("3"), expected=2, kind="edited", by="local")
    assert await store.draft(tenant, draft.id) == kept
    await store.close()


@pytest.mark.parametrize("bad", ["a\0b", "\\\0", "\ud800", float("nan"), float("inf"), {1, 2}])
async def test_what_no_database_takes_is_refused(store: Store, bad: object) -> None:
    """NUL, half characters and numbers without end: nothing of it is kept, wherever it stands."""
    tenant = await store.local_tenant()
    draft = await add(store, tenant)
    with pytest.raises(UnstorableError):
        await store.add_draft(tenant, a_record(note=bad), brief="", language=None, by="local")
    with pytest.raises(UnstorableError):
        await store.add_draft(tenant, a_record(), brief=bad, language=None, by="local")
    with pytest.raises(UnstorableError):
        await store.change_draft(tenant, draft.id, a_record(note=bad), expected=1, kind="edited", by="local")
    with pytest.raises(UnstorableError):
        await store.add_draft(tenant, a_record(bad), brief="", language=None, by="local")  # type: ignore[arg-type] # on purpose
    assert await store.draft(tenant, draft.id) == draft
    assert len((await store.drafts(tenant, limit=10, after=None))[0]) == 1


@pytest.mark.parametrize("text", ["\\u0000", "\\\\u0000", "«»  ✨", "\x01", "'; DROP TABLE draft; --", "{{ x }}"])
async def test_text_that_only_looks_dangerous_is_kept(store: Store, text: str) -> None:
    """Text is data."""
    tenant = await store.local_tenant()
    draft = await store.add_draft(tenant, a_record(text), brief=text, language=None, by="local")
    assert await store.draft(tenant, draft.id) == draft


async def test_numbers_and_depth_survive(store: Store) -> None:
    """What JSON can say comes back the same."""
    tenant = await store.local_tenant()
    deep: Any = "in here"
    for _ in range(300):
        deep = [deep]
    numbers: dict[str, Any] = {
        "large": 10**17 + 1,
        "small": 5e-324,
        "third": 1 / 3,
        "zero": -0.0,
        "one": 1.0,
        "none": None,
        "yes": True,
    }
    draft = await store.add_draft(tenant, a_record(**numbers), brief=deep, language=None, by="local")
    kept = await store.draft(tenant, draft.id)
    assert kept == draft
    assert repr(kept.record["provenance"]) == repr(draft.record["provenance"])


async def test_64_writers_at_once_all_succeed(store: Store) -> None:
    """None is told that the database is locked."""
    tenant = await store.local_tenant()
    done = await asyncio.gather(*(add(store, tenant, str(number)) for number in range(64)))
    page, _ = await store.drafts(tenant, limit=100, after=None)
    assert {draft.id for draft in page} == {draft.id for draft in done}


async def test_writers_of_two_stores_all_succeed(store: Store, database_url: str, tmp_path: Path) -> None:
    """As when two processes use one database."""
    other = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(1))
    tenant = await store.local_tenant()
    done = await asyncio.gather(*(add(one, tenant) for one in (store, other) for _ in range(32)))
    page, _ = await store.drafts(tenant, limit=100, after=None)
    await other.close()
    assert {draft.id for draft in page} == {draft.id for draft in done}


async def test_a_writer_that_gives_up_leaves_the_others_in_peace(store: Store) -> None:
    """A client that leaves ends what was done for it, and whoever comes next can write."""
    tenant = await store.local_tenant()
    tasks = [asyncio.create_task(add(store, tenant)) for _ in range(20)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    last = await add(store, tenant)
    assert await store.draft(tenant, last.id) == last
