"""Bringing a database up to date, under a lock: of several that start at once, one does it and the others wait."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from assistant.formats.errors import InputError
from assistant.store import opening
from assistant.store.database import BUSY_SECONDS, begin_immediately, connection_options

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

_LOCK = 0x6F6B72  # "okr", for PostgreSQL's advisory locks


async def migrate(url: URL, revision: str = "head") -> None:
    """Bring the database at ``url`` up to ``revision``.

    Raises:
        InputError: It is newer than this program.
    """
    engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=connection_options(url))
    is_file = url.get_backend_name() == "sqlite"
    if is_file:
        begin_immediately(engine)
        await _use_wal(url)
    try:
        async with engine.begin() as connection:
            if not is_file:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            await connection.run_sync(_upgrade, revision)
    finally:
        await engine.dispose()


async def _use_wal(url: URL) -> None:
    """Write ahead: readers and a writer do not wait for each other. The file remembers it.

    SQLite does not wait by itself when another process is doing the same.
    """
    engine = create_async_engine(
        url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=connection_options(url)
    )
    deadline = time.monotonic() + BUSY_SECONDS
    try:
        while True:
            try:
                async with engine.connect() as connection:
                    await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                    return
            except OperationalError as error:
                if "locked" not in str(error.orig) or time.monotonic() > deadline:
                    raise
            await asyncio.sleep(0.02)
    finally:
        await engine.dispose()


def script() -> Config:
    """Alembic's settings, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection, revision: str) -> None:
    config = script()
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    at: Any = MigrationContext.configure(connection).get_current_revision()
    if at is not None and at not in known:
        raise InputError(*opening.TOO_NEW)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
