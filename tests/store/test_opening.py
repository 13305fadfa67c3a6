from __future__ import annotations

import os
import sqlite3
import stat
import traceback
from pathlib import Path

import pytest

from assistant.formats.errors import InputError
from assistant.store import Retention, Store
from assistant.store.opening import address
from tests.store.records import add

pytestmark = pytest.mark.anyio


async def test_only_its_owner_can_read_the_database(tmp_path: Path) -> None:
    """The folder, the file, and what SQLite writes beside it, whatever the umask."""
    before = os.umask(0)
    try:
        store = await Store.open(None, folder=tmp_path / "a" / "data", retention=Retention.of(1))
        await add(store, await store.local_tenant())
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "a" / "data").iterdir()}
        await store.close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a" / "data").stat().st_mode) == 0o700
    assert modes == {"okr.db": 0o600, "okr.db-wal": 0o600, "okr.db-shm": 0o600}


async def test_a_database_others_could_read_is_made_private(tmp_path: Path) -> None:
    """As when it was copied here; the folder may hold more than this and is left alone."""
    folder = tmp_path / "shared"
    before = os.umask(0o022)
    folder.mkdir()
    (folder / "okr.db").touch()
    os.umask(before)
    await (await Store.open(None, folder=folder, retention=Retention.of(1))).close()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "okr.db")] == [0o755, 0o600]


@pytest.mark.parametrize("way", ["a file", "below a file", "not a database"])
async def test_a_folder_that_cannot_be_used_is_told_in_words(tmp_path: Path, way: str) -> None:
    """In the reader's language, with what to do."""
    (tmp_path / "file").touch()
    folder = {"a file": tmp_path / "file", "below a file": tmp_path / "file" / "data"}.get(way, tmp_path)
    if way == "not a database":
        (tmp_path / "okr.db").write_bytes(b"This is no database, whatever it is called." * 100)
    with pytest.raises(InputError) as refused:
        await Store.open(None, folder=folder, retention=Retention.of(1))
    assert "OKR_DATA" in refused.value.remedy.nn


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://okr:hemmelig@127.0.0.1:1/okr",
        "postgres://okr:hemmelig@localhost:1/okr?sslmode=require",
        "postgresql://okr:hemmelig@/okr?host=/nowhere",
        "postgresql+asyncpg://okr:hemmelig@127.0.0.1:1/okr?nonsense=hemmelig",
        "mysql://okr:hemmelig@127.0.0.1/okr",
        "postgresql+psycopg://okr:hemmelig@127.0.0.1/okr",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:hemmelig?mode=memory",
        "hemmelig",
        "postgresql://okr:hemmelig@127.0.0.1:port/okr",
        "",
    ],
)
async def test_a_database_that_cannot_be_reached_is_told_without_its_password(tmp_path: Path, url: str) -> None:
    """Nor is it in what a traceback would show."""
    with pytest.raises(InputError) as refused:
        await Store.open(url, folder=tmp_path, retention=Retention.of(1))
    assert "OKR_DATABASE_URL" in refused.value.remedy.nb or "OKR_DATABASE_URL" in refused.value.problem.nb
    assert "hemmelig" not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://u:p@h:1/d", "postgresql+asyncpg://u:p@h:1/d"),
        ("postgresql://u:p@h/d?sslmode=require", "postgresql+asyncpg://u:p@h/d?ssl=require"),
        ("postgresql+asyncpg://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("sqlite:////var/lib/okr.db", "sqlite+aiosqlite:////var/lib/okr.db"),
        (" sqlite:///okr.db\n", "sqlite+aiosqlite:///okr.db"),
    ],
)
def test_addresses_are_taken_as_others_write_them(url: str, expected: str) -> None:
    """With whatever driver, and with libpq's name for TLS."""
    assert address(url, Path()).render_as_string(hide_password=False) == expected


async def test_without_an_address_it_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    """Written ahead and to the disk, as an acknowledged draft must be."""
    store = await Store.open(None, folder=tmp_path, retention=Retention.of(1))
    settings = {
        name: (await store._database.run(f"PRAGMA {name}"))[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    }
    await store.close()
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 30_000,
    }
    assert sqlite3.connect(tmp_path / "okr.db").execute("SELECT count(*) FROM tenant").fetchone() == (0,)


@pytest.mark.parametrize("days", [0, -1])
def test_drafts_are_kept_for_a_day_or_not_at_all(days: int) -> None:
    """Nothing in between can be meant."""
    with pytest.raises(ValueError, match="a day"):
        Retention.of(days)
