"""The store that the settings name, opened for the service and for the commands that tend to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from assistant.formats.errors import InputError
from assistant.rules.rule import Text
from assistant.store import Retention, Store, StoreError

if TYPE_CHECKING:
    from assistant.settings import Settings

_FAILED = Text(
    nb="Databasen svarte med en feil.", nn="Databasen svara med ein feil.", en="The database answered with an error."
)
_SEE_DATABASE = Text(
    nb="Se etter at OKR_DATABASE_URL og OKR_DATA er riktige, og prøv igjen.",
    nn="Sjå etter at OKR_DATABASE_URL og OKR_DATA er rette, og prøv igjen.",
    en="Check that OKR_DATABASE_URL and OKR_DATA are right, and try again.",
)
_NO_KEY_YET = Text(
    nb="Tjenesten starter ikke på en adresse andre maskiner når, så lenge det ikke finnes noen nøkkel.",
    nn="Tenesta startar ikkje på ei adresse andre maskiner når, så lenge det ikkje finst nokon nøkkel.",
    en="The service does not start on an address that other machines reach as long as there is no key.",
)
_MAKE_KEY = Text(
    nb="Lag en med «okr keys create», eller start den på 127.0.0.1.",
    nn="Lag ein med «okr keys create», eller start ho på 127.0.0.1.",
    en="Make one with “okr keys create”, or start it on 127.0.0.1.",
)


@asynccontextmanager
async def opened_store(settings: Settings) -> AsyncIterator[Store]:
    """The store, until the block ends.

    Raises:
        InputError: It cannot be opened.
    """
    days = settings.retention
    retention = Retention.none() if days is None else Retention.of(days)
    try:
        store = await Store.open(settings.database_url, folder=settings.data_folder(), retention=retention)
    except StoreError:
        raise InputError(_FAILED, _SEE_DATABASE) from None
    try:
        yield store
    finally:
        await store.close()


async def asks_for_keys(settings: Settings, store: Store) -> bool:
    """Whether a service with these settings asks for keys.

    Raises:
        InputError: Others than this machine would be answered, and there is no key yet.
    """
    usable = await store.has_usable_key()
    if not settings.is_local and not usable:
        raise InputError(_NO_KEY_YET, _MAKE_KEY)
    return usable or not settings.is_local


async def try_out(settings: Settings) -> None:
    """Open the store once, so that whatever keeps a service from starting can be told before it starts.

    Raises:
        InputError: The store cannot be opened, or there is no key where there has to be one.
    """
    async with opened_store(settings) as store:
        await asks_for_keys(settings, store)
