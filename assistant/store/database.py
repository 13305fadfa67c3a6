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
import pydantic_core
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from assistant.store.driving import Link, Links, Row
from assistant.store.errors import StoreError, UnstorableError

if TYPE_CHECKING:
    from sqlalchemy import URL, Insert, Table
    from sqlalchemy.engine.interfaces import DBAPIConnection

    from assistant.store.driving import Statement

_T = TypeVar("_T")

logging.getLogger("aiosqlite").setLevel(logging.WARNING)  # below that it writes every value down

BUSY_SECONDS = 30
"""How long one waits for another process that writes to the same SQLite file."""

_CONNECT_SECONDS = 10
_STATEMENT_SECONDS = 60
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_READERS = 4
_WRITERS = 4

_BROKEN_OFF = (asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What the driver says of a server that went away, the latter in the middle of an answer."""

_FAILURES = (SQLAlchemyError, OSError, sqlite3.Error, asyncpg.PostgresError, *_BROKEN_OFF)
_LOST = (OSError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, *_BROKEN_OFF)


def to_json(value: object) -> str:
    """JSON that every database takes.

    Raises:
        UnstorableError: It holds NUL, half characters, or what JSON cannot say.
    """
    try:
        text = _encode(value)
        text.encode()
    except (ValueError, TypeError, RecursionError):
        text = "\\u0000"
    if "\\u0000" in text and _ESCAPED_NUL.search(text):
        raise UnstorableError
    return text


def from_json(text: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """What the JSON says, in half the time of the standard library's reader."""
    try:
        return pydantic_core.from_json(text)
    except ValueError:  # nested deeper than it reads
        return json.loads(text)


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
        turn: SQLite has one writer at a time: those in this process take turns here, so that none starves.
    """

    def __init__(self, url: URL) -> None:
        """Nothing is connected yet."""
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.turn: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.is_sqlite else nullcontext()
        self._engine = create_async_engine(
            url,
            pool_size=_READERS + _WRITERS,
            hide_parameters=True,
            json_serializer=to_json,
            json_deserializer=from_json,
            connect_args=connection_options(url),
        )
        if self.is_sqlite:
            event.listen(self._engine.sync_engine, "connect", _prepare)
        self._readers = Links(self._engine, _READERS)
        self._writers = Links(self._engine, _WRITERS)

    async def rows(self, statement: Statement, **values: object) -> list[Row]:
        """What a statement gives that stands alone, in no transaction, and lives as long as the program."""

        async def ask() -> list[Row]:
            async with self._readers.link() as link:
                return await link.rows(statement, **values)

        try:
            return await sealed(ask())
        except LostError:  # the server was started anew, say: another connection may be better
            await self._readers.close()
            return await sealed(ask())

    async def row(self, statement: Statement, **values: object) -> Row | None:
        """The first row a statement gives, if it gives one."""
        found = await self.rows(statement, **values)
        return found[0] if found else None

    async def run(self, sql: str) -> Any:  # noqa: ANN401 - rows as the driver makes them
        """Run a command that cannot stand in a transaction."""

        async def run() -> Any:  # noqa: ANN401 - the same
            async with self._readers.link() as link:
                return await link.run(sql)

        return await sealed(run())

    async def write(self, work: Callable[[Link], Awaitable[_T]]) -> _T:
        """Do ``work`` in a transaction that is kept if it returns, and undone if it raises."""
        begun = False

        async def begin(link: Link) -> _T:
            nonlocal begun
            begun = True
            return await work(link)

        async with self.turn:
            try:
                return await sealed(self._writers.transaction(begin))
            except LostError:  # as above; but what was begun may have been done
                if begun:
                    raise
                await self._writers.close()
                return await sealed(self._writers.transaction(work))

    async def close(self) -> None:
        """Close every connection."""
        await self._readers.close()
        await self._writers.close()
        await self._engine.dispose()


class LostError(StoreError):
    """The connection was lost."""


async def sealed(work: Awaitable[_T]) -> _T:
    """Await ``work``, and let no error of the database out with what it was about.

    Raises:
        StoreError: The database failed.
    """
    try:
        return await work
    except _FAILURES as error:
        failure = _failure(error)
    raise failure  # here, where it has no context: that would hold statement and values


def _failure(error: Exception) -> StoreError:
    lost = isinstance(error, _LOST) and not isinstance(error, TimeoutError)
    return (LostError if lost else StoreError)(type(error).__name__)


def insert_on_both(table: Table, finish: Callable[[Any], Insert]) -> dict[str, Insert]:
    """An ``INSERT`` that says what is to happen when the row is there already, for each dialect."""
    return {"sqlite": finish(sqlite.insert(table)), "postgresql": finish(postgresql.insert(table))}


def begin_immediately(engine: AsyncEngine) -> None:
    """Let every transaction of an SQLite engine take its turn to write when it begins, not when it first writes."""
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))


def connection_options(url: URL) -> dict[str, Any]:
    """What the drivers are told: SQLite's to leave transactions alone, PostgreSQL's to give up some time."""
    if url.get_backend_name() == "sqlite":
        return {"isolation_level": None, "timeout": BUSY_SECONDS}
    return {"timeout": _CONNECT_SECONDS, "command_timeout": _STATEMENT_SECONDS}


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Set what SQLite forgets with each connection."""
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "secure_delete=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
