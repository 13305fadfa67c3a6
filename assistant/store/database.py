"""A database: single statements for reading, transactions for writing, and no error that tells what was in them."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

import asyncpg
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from assistant.store.errors import StoreError, UnstorableError
from assistant.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import URL, Select, Table
    from sqlalchemy.engine.interfaces import DBAPIConnection

_T = TypeVar("_T")

logging.getLogger("aiosqlite").setLevel(logging.WARNING)  # below that it writes every value down

BUSY_SECONDS = 30
"""How long one waits for another process that writes to the same SQLite file."""

_CONNECT_SECONDS = 10
_STATEMENT_SECONDS = 60
_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_FAILURES = (SQLAlchemyError, OSError, sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError)
_LOST = (OSError, asyncpg.InterfaceError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError)


def to_json(value: object) -> str:
    """JSON that every database takes.

    Raises:
        UnstorableError: It holds NUL, half characters, or what JSON cannot say.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
    except (ValueError, TypeError, RecursionError):
        text = "\\u0000"
    if "\\u0000" in text and _ESCAPED_NUL.search(text):
        raise UnstorableError
    return text


def storable(text: str) -> str:
    """The text, if every database takes it.

    Raises:
        UnstorableError: It holds NUL or half characters.
    """
    to_json(text)
    return text


class Database:
    """Where the tables are.

    Attributes:
        is_sqlite: Whether it is a file.
    """

    def __init__(self, url: URL) -> None:
        """Make the engines; nothing is connected yet."""
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._reads = _engine(url)
        self._writes = _engine(url)
        self._reader = Reader(self._reads)
        # SQLite has one writer at a time: those in this process take turns here, so that none starves.
        self.turn: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.is_sqlite else nullcontext()
        if self.is_sqlite:
            begin_immediately(self._writes)

    async def rows(self, statement: Select[Any], **values: object) -> list[tuple[Any, ...]]:
        """What a statement gives that stands alone, in no transaction, and lives as long as the program."""
        try:
            return await sealed(self._reader.rows(statement, values))
        except LostError:  # the server was started anew, say: another connection may be better
            await self._reader.close()
            return await sealed(self._reader.rows(statement, values))

    async def row(self, statement: Select[Any], **values: object) -> tuple[Any, ...] | None:
        """The first row a statement gives, if it gives one."""
        found = await self.rows(statement, **values)
        return found[0] if found else None

    async def run(self, sql: str) -> Any:  # noqa: ANN401 - rows as the driver makes them
        """Run a command that cannot stand in a transaction."""
        return await sealed(self._reader.run(sql, []))

    async def write(self, work: Callable[[AsyncConnection], Awaitable[_T]]) -> _T:
        """Do ``work`` in a transaction that is kept if it returns, and undone if it raises."""

        async def run() -> _T:
            async with self._writes.begin() as connection:
                return await work(connection)

        async with self.turn:
            return await sealed(run())

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.close()
        await self._reads.dispose()
        await self._writes.dispose()


class LostError(StoreError):
    """The connection was lost."""


async def sealed(work: Awaitable[_T]) -> _T:
    """Await ``work``, and let no error of the database out with what it was about.

    Raises:
        UnstorableError: A value cannot be stored.
        StoreError: The database failed.
    """
    try:
        return await work
    except _FAILURES as error:
        failure = _failure(error)
    raise failure  # here, where it has no context: that would hold statement and values


def _failure(error: Exception) -> Exception:
    if isinstance(error, StatementError) and isinstance(error.orig, UnstorableError):
        return UnstorableError()
    return (LostError if isinstance(error, _LOST) else StoreError)(type(error).__name__)


def adding(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An ``INSERT`` that can say what is to happen when the row is there already."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def begin_immediately(engine: AsyncEngine) -> None:
    """Let every transaction of an SQLite engine take its turn to write when it begins, not when it first writes."""
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))


def connection_options(url: URL) -> dict[str, Any]:
    """What the drivers are told: SQLite's to leave transactions alone, PostgreSQL's to give up some time."""
    if url.get_backend_name() == "sqlite":
        return {"isolation_level": None, "timeout": BUSY_SECONDS}
    return {"timeout": _CONNECT_SECONDS, "command_timeout": _STATEMENT_SECONDS}


def _engine(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url, hide_parameters=True, json_serializer=to_json, connect_args=connection_options(url)
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Set what SQLite forgets with each connection."""
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "secure_delete=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
