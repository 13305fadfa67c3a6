from __future__ import annotations

import asyncio
import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, insert, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from assistant.formats.errors import InputError
from assistant.store import Retention, Store
from assistant.store.migrating import migrate, script
from assistant.store.opening import address, make_private
from assistant.store.tables import METADATA

pytestmark = pytest.mark.anyio

REVISIONS = [step.revision for step in ScriptDirectory.from_config(script()).walk_revisions()]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'okr.db'}"
    return str(request.getfixturevalue("empty_postgres_url"))


async def on(url: str, work: Any) -> Any:
    """Do ``work`` with a connection to the database."""
    engine = create_async_engine(address(url, Path()), poolclass=NullPool)
    async with engine.begin() as connection:
        done = await connection.run_sync(work)
    await engine.dispose()
    return done


async def open_and_close(url: str) -> None:
    """Open a store, which makes or renews the tables."""
    await (await Store.open(url, folder=Path(), retention=Retention.of(1))).close()


def fill(connection: Connection) -> dict[str, int]:
    """Put a row into each table, whatever its columns are; how many rows each has."""
    metadata = MetaData()
    metadata.reflect(connection)
    metadata.remove(metadata.tables["alembic_version"])
    for table in metadata.sorted_tables:
        connection.execute(insert(table), _row(table))
    return count(connection)


def _row(table: Table) -> dict[str, Any]:
    """A row that refers to the rows of other tables, as all have the same values."""
    values: dict[str, Any] = {}
    for column in table.columns:
        kind = column.type.python_type
        values[column.name] = {str: "x", int: 1, bytes: b"x"}.get(kind, {"json": 1})
    return values


def count(connection: Connection) -> dict[str, int]:
    """How many rows each of the tables has."""
    metadata = MetaData()
    metadata.reflect(connection)
    return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in metadata.tables}  # noqa: S608 - our own names


def differences(connection: Connection) -> Any:
    """What the database has otherwise than the tables in the code."""
    return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)


async def test_an_empty_database_gets_the_tables_of_the_code(empty_url: str) -> None:
    """The steps and the tables say the same."""
    await open_and_close(empty_url)
    assert await on(empty_url, differences) == []


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_earlier_version_is_brought_up_with_its_rows(empty_url: str, revision: str) -> None:
    """None is lost, and the tables are those of the code afterwards."""
    url = address(empty_url, Path())
    if url.get_backend_name() == "sqlite":
        make_private(Path(str(url.database)))
    await migrate(url, revision)
    before = await on(empty_url, fill)
    await open_and_close(empty_url)
    after = await on(empty_url, count)
    assert {name: after.get(name) for name in before} == before
    assert await on(empty_url, differences) == []


async def test_opening_again_changes_nothing(empty_url: str) -> None:
    """The rows stay."""
    await open_and_close(empty_url)
    before = await on(empty_url, fill)
    await open_and_close(empty_url)
    assert await on(empty_url, count) == before


async def test_stores_opened_at_once_all_succeed(empty_url: str) -> None:
    """One makes the tables, and the others wait for it."""
    await asyncio.gather(*(open_and_close(empty_url) for _ in range(8)))
    assert await on(empty_url, differences) == []


def _open_here(url: str, ready: Any) -> None:
    ready.wait(60)
    asyncio.run(open_and_close(url))


async def test_processes_that_start_at_once_all_succeed(empty_url: str) -> None:
    """As replicas do, on a database that is empty."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["assistant.store"])
    ready = context.Barrier(4)
    processes = [context.Process(target=_open_here, args=(empty_url, ready)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join, 60)
    assert [process.exitcode for process in processes] == [0] * 4


async def test_a_database_of_a_newer_version_is_refused(empty_url: str) -> None:
    """And left as it is."""
    await open_and_close(empty_url)
    await on(empty_url, lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(InputError, match="newer version"):
        await open_and_close(empty_url)


async def test_a_step_that_fails_leaves_the_database_as_it_was(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps are one transaction."""
    from alembic import command

    real = command.upgrade

    def upgrade(*arguments: Any) -> None:
        real(*arguments)
        raise OSError

    monkeypatch.setattr(command, "upgrade", upgrade)
    with pytest.raises(InputError):
        await open_and_close(empty_url)
    monkeypatch.undo()
    assert await on(empty_url, count) == {}
    await open_and_close(empty_url)
