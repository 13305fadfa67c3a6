"""A database behind two engines: one whose every statement stands alone, for reading, and one for transactions."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from assistant.store.errors import StoreError, UnstorableError

if TYPE_CHECKING:
    from sqlalchemy import URL, Executable, Row, Table
    from sqlalchemy.engine.interfaces import DBAPIConnection

_T = TypeVar("_T")

BUSY_SECONDS = 30
"""How long one waits for another process that writes to the same SQLite file."""

_CONNECT_SECONDS = 10
_STATEMENT_SECONDS = 60
_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


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
        self.url = url
        self._reads = _engine(url, isolation_level="AUTOCOMMIT", skip_autocommit_rollback=True, pool_size=5)
        self._writes = _engine(url, pool_size=1 if self.is_sqlite else 5, max_overflow=0 if self.is_sqlite else 5)
        # SQLite has one writer at a time: those in this process take turns here, so that none starves.
        self._turn: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.is_sqlite else nullcontext()
        if self.is_sqlite:
            event.listen(self._writes.sync_engine, "begin", lambda it: it.exec_driver_sql("BEGIN IMMEDIATE"))

    async def rows(self, statement: Executable, values: Mapping[str, Any] | None = None) -> list[Row[Any]]:
        """What a single statement gives, outside of any transaction."""

        async def run() -> list[Row[Any]]:
            async with self._reads.connect() as connection:
                return list((await connection.execute(statement, values)).all())

        try:
            return await sealed(run())
        except LostError:  # the server was started anew since: all old connections are gone now
            return await sealed(run())

    async def row(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """The only row a statement gives, if it gives one."""
        found = await self.rows(statement, values)
        return found[0] if found else None

    async def write(self, work: Callable[[AsyncConnection], Awaitable[_T]]) -> _T:
        """Do ``work`` in a transaction that is kept if it returns, and undone if it raises."""

        async def run() -> _T:
            async with self._writes.begin() as connection:
                return await work(connection)

        async with self._turn:
            return await sealed(run())

    async def close(self) -> None:
        """Close every connection."""
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
    except StatementError as error:
        failure = _failure(error)
    except (SQLAlchemyError, OSError) as error:
        failure = StoreError(type(error).__name__)
    raise failure  # here, where it has no context: that would hold statement and values


def _failure(error: StatementError) -> Exception:
    if isinstance(error.orig, UnstorableError):
        return UnstorableError()
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return LostError(type(error).__name__)
    return StoreError(type(error).__name__)


def adding(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An ``INSERT`` that can say what is to happen when the row is there already."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def connection_options(url: URL) -> dict[str, Any]:
    """What the drivers are told: SQLite's to leave transactions alone, PostgreSQL's to give up some time."""
    if url.get_backend_name() == "sqlite":
        return {"isolation_level": None, "timeout": BUSY_SECONDS}
    return {"timeout": _CONNECT_SECONDS, "command_timeout": _STATEMENT_SECONDS}


def _engine(url: URL, **options: Any) -> AsyncEngine:  # noqa: ANN401 - handed on as they are
    is_file = url.get_backend_name() == "sqlite"
    engine = create_async_engine(
        url,
        hide_parameters=True,
        json_serializer=to_json,
        connect_args=connection_options(url),
        **options,
    )
    if is_file:
        event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Set what SQLite forgets with each connection."""
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "secure_delete=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
