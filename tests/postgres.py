"""Fixtures for tests that need a store: each of them runs on SQLite and on PostgreSQL, and neither is shared."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.store import Store
    from evals.postgres import PostgreSQL

_numbers = count()

_EMPTY = """
DELETE FROM review; DELETE FROM revision; DELETE FROM draft; DELETE FROM answer;
DELETE FROM usage; DELETE FROM request_window; DELETE FROM key; DELETE FROM tenant;
"""
"""Quicker than TRUNCATE, for a few rows."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        """Move on: ``move(days=1)``."""
        self.time += timedelta(**by)


@pytest.fixture
def anyio_backend() -> str:
    """What async tests run on."""
    return "asyncio"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgreSQL]:
    """A server for the tests of this process, started when the first of them asks for it."""
    from evals.postgres import PostgreSQL

    server = PostgreSQL(durable=False)
    try:
        yield server
    finally:
        server.remove()


@pytest.fixture
def empty_postgres_url(postgres_server: PostgreSQL) -> Iterator[str]:
    """The address of a PostgreSQL database without tables."""
    name = f"empty_{next(_numbers)}"
    postgres_server.execute(f"CREATE DATABASE {name} STRATEGY file_copy")
    yield postgres_server.url(name)
    postgres_server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def made_postgres_url(postgres_server: PostgreSQL) -> str:
    """A database with tables: making one takes longer than most tests."""
    from assistant.store import Retention, Store

    async def make_tables() -> None:
        store = await Store.open(postgres_server.url("made"), folder=Path(), retention=Retention.of(1))
        await store.close()

    postgres_server.execute("CREATE DATABASE made")
    asyncio.run(make_tables())
    return postgres_server.url("made")


@pytest.fixture
def postgres_url(postgres_server: PostgreSQL, made_postgres_url: str) -> Iterator[str]:
    """The address of a PostgreSQL database with empty tables, which no other test uses at the time."""
    yield made_postgres_url
    postgres_server.execute(_EMPTY, "made")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of one's own, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'okr.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def clock() -> Clock:
    """The clock of the store."""
    return Clock()


@pytest.fixture
async def store(database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    """An empty store that keeps drafts for 400 days."""
    from assistant.store import Retention, Store

    opened = await Store.open(database_url, folder=tmp_path / "data", retention=Retention.of(400), now=clock)
    yield opened
    await opened.close()
