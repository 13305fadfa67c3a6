"""Single statements, run on the driver's own connections: a tenth of the CPU that the same takes through SQLAlchemy's.

Every request asks at least one of them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.engine import Dialect
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_MOST = 4
"""Connections a store reads on at once; the others wait their turn."""


class Prepared:
    """A statement as the driver takes it, and how its values go in and come out."""

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        """Compile the statement."""
        compiled = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        self._given = compiled.params
        types = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        self._binds = [(name, types[name].bind_processor(dialect)) for name in compiled.positiontup or ()]
        columns = [column.type.dialect_impl(dialect) for column in statement.selected_columns]
        self._results = [kind.result_processor(dialect, None) for kind in columns]

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the order of the statement's places."""
        all_values = {**self._given, **values}
        return [process(all_values[name]) if process else all_values[name] for name, process in self._binds]

    def row(self, raw: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever the driver calls a row
        """A row of the driver's as one of Python's."""
        return tuple(process(value) if process else value for value, process in zip(raw, self._results, strict=True))


class Reader:
    """A few connections that stay open, each for one statement at a time."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Connections are the engine's; they are opened when they are needed."""
        self._engine = engine
        self._idle: list[AsyncConnection] = []
        self._places = asyncio.Semaphore(_MOST)
        self._prepared: dict[Select[Any], Prepared] = {}
        self._is_sqlite = engine.dialect.name == "sqlite"

    async def rows(self, statement: Select[Any], values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """What a statement gives; it has to be one that lives as long as the program, as it is remembered."""
        prepared = self._prepared.get(statement)
        if prepared is None:
            prepared = self._prepared[statement] = Prepared(statement, self._engine.dialect)
        return [prepared.row(raw) for raw in await self.run(prepared.sql, prepared.arguments(values))]

    async def run(self, sql: str, arguments: list[Any]) -> Any:  # noqa: ANN401 - rows as the driver makes them
        """Run a statement by itself, in no transaction."""
        async with self._places:
            connection = self._idle.pop() if self._idle else await self._engine.connect()
            try:
                driver: Any = (await connection.get_raw_connection()).driver_connection
                if self._is_sqlite:
                    found = await driver.execute_fetchall(sql, arguments)
                else:
                    found = await driver.fetch(sql, *arguments)
            except BaseException:  # whatever it was, nobody knows what state the connection is in
                await connection.invalidate()
                await connection.close()
                raise
            self._idle.append(connection)
            return found

    async def close(self) -> None:
        """Give all connections back."""
        while self._idle:
            await self._idle.pop().close()
