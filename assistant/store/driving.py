"""Running statements on the drivers' own connections, for a tenth of the CPU that SQLAlchemy's take.

Statements are SQLAlchemy's and are compiled once; connections are its pool's and stay lent. Every request asks a
statement or two, and a draft some ten.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from sqlalchemy import Delete, Insert, Select, Update
    from sqlalchemy.engine import Dialect
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    Statement = Select[*tuple[Any, ...]] | Insert | Update | Delete

Row = tuple[Any, ...]
_T = TypeVar("_T")


class Prepared:
    """A statement as the driver takes it, and how its values go in and come out."""

    def __init__(self, statement: Statement, names: tuple[str, ...], dialect: Dialect) -> None:
        """Compile the statement for values of these names: of its parameters, or of columns to be set."""
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        self.sql = str(compiled)
        self._given = compiled.params
        types = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        self._binds = [(name, types[name].bind_processor(dialect)) for name in compiled.positiontup or ()]
        columns = enumerate(statement.exported_columns)
        processors = [(at, column.type.dialect_impl(dialect).result_processor(dialect, None)) for at, column in columns]
        self._results = [(at, process) for at, process in processors if process]

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the order of the statement's places."""
        all_values = {**self._given, **values}
        return [process(all_values[name]) if process else all_values[name] for name, process in self._binds]

    def row(self, raw: Any) -> Row:  # noqa: ANN401 - whatever the driver calls a row
        """A row of the driver's as one of Python's."""
        row = list(raw)
        for at, process in self._results:
            row[at] = process(row[at])
        return tuple(row)


class Link:
    """A connection: the driver's, and what is known of statements.

    Attributes:
        dialect: ``sqlite`` or ``postgresql``.
    """

    def __init__(self, lent: AsyncConnection, driver: Any, prepared: dict[Any, Prepared]) -> None:  # noqa: ANN401 - aiosqlite's or asyncpg's
        """Keep the connection that the pool has lent, so that it can be given back."""
        self.lent = lent
        self.dialect = lent.dialect.name
        self._driver = driver
        self._prepared = prepared

    async def run(self, sql: str, *arguments: object) -> Any:  # noqa: ANN401 - rows as the driver makes them
        """Run a command."""
        if self.dialect == "sqlite":
            return await self._driver.execute_fetchall(sql, arguments)
        return await self._driver.fetch(sql, *arguments)

    async def rows(self, statement: Statement, **values: object) -> list[Row]:
        """What a statement gives; it has to be one that lives as long as the program, as it is remembered."""
        names = tuple(values)
        prepared = self._prepared.get((statement, names))
        if prepared is None:
            prepared = self._prepared[statement, names] = Prepared(statement, names, self.lent.dialect)
        return [prepared.row(raw) for raw in await self.run(prepared.sql, *prepared.arguments(values))]

    async def row(self, statement: Statement, **values: object) -> Row | None:
        """The first row a statement gives, if it gives one."""
        found = await self.rows(statement, **values)
        return found[0] if found else None


class Links:
    """A few connections that stay open, each for one at a time."""

    def __init__(self, engine: AsyncEngine, most: int) -> None:
        """Connections are opened when they are needed; who asks for one too many waits."""
        self._engine = engine
        self._idle: list[Link] = []
        self._places = asyncio.Semaphore(most)
        self._prepared: dict[Any, Prepared] = {}

    @asynccontextmanager
    async def link(self) -> AsyncIterator[Link]:
        """A connection; it is used again unless it failed, or was given up, in the middle of something."""
        async with self._places:
            link = self._idle.pop() if self._idle else await self._connect()
            try:
                yield link
            except (LookupError, ValueError):  # no failure: the store's way to refuse
                self._idle.append(link)
                raise
            except BaseException:
                await asyncio.shield(_drop(link))
                raise
            self._idle.append(link)

    async def transaction(self, work: Callable[[Link], Awaitable[_T]]) -> _T:
        """Do ``work`` in a transaction that is kept if it returns, and undone if it raises."""
        async with self.link() as link:
            # SQLite's would take its turn to write only when it first writes, and fail if another has it then.
            await link.run("BEGIN IMMEDIATE" if link.dialect == "sqlite" else "BEGIN")
            try:
                done = await work(link)
            except (LookupError, ValueError):
                await link.run("ROLLBACK")
                raise
            await link.run("COMMIT")
            return done

    async def _connect(self) -> Link:
        lent = await self._engine.connect()
        driver = (await lent.get_raw_connection()).driver_connection
        return Link(lent, driver, self._prepared)

    async def close(self) -> None:
        """Close the connections that nobody uses."""
        while self._idle:
            await _drop(self._idle.pop())


async def _drop(link: Link) -> None:
    await link.lent.invalidate()
    await link.lent.close()
