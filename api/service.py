"""What one running service has: its settings, its store, and whether it asks for keys."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.drafters.extractive import ExtractiveDrafter
from assistant.store import Store
from assistant.storing import asks_for_keys, opened_store

if TYPE_CHECKING:
    from fastapi import Request

    from assistant.drafters.llm import LlmDrafter
    from assistant.settings import Settings

_log = logging.getLogger("okr.api")
_DOCUMENTS_AT_ONCE = 2
_SECONDS_BETWEEN_FORGETTING = 3_600.0


@dataclass(slots=True)
class Service:
    """One running service.

    Attributes:
        settings: What the environment says.
        store: Where drafts, keys and usage are kept.
        tenant: Whose everything is as long as no key is asked for.
        keyed: Whether a key is asked for. Once it is, it stays so until the service is started again: revoking the last
            key must not open the door.
        reading: Lets a few documents be read at once: each is read in a process of its own, which may take a GiB.
    """

    settings: Settings
    store: Store
    tenant: str
    keyed: bool
    reading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_DOCUMENTS_AT_ONCE))

    @property
    def keeps(self) -> bool:
        """Whether drafts are kept at all."""
        return self.settings.retention is not None

    async def asks_for_keys(self) -> bool:
        """Whether a key is asked for: one exists, perhaps since a moment ago, or others than this machine are answered."""
        if not self.keyed and await self.store.has_usable_key():
            self.keyed = True
        return self.keyed

    def drafter(self, wanted: str | None) -> ExtractiveDrafter | LlmDrafter | None:
        """Who drafts.

        Args:
            wanted: ``extractive`` or ``llm``; the model, where there is one, when not given.

        Returns:
            The drafter; ``None`` if a model is wanted and there is none.
        """
        model = self.settings.model
        if wanted == "extractive" or (wanted is None and model is None):
            return ExtractiveDrafter()
        return None if model is None else self.settings.drafter(model)


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Service]:
    """A service while it runs: its store is open, its model is loaded, and what is past its days is forgotten.

    Raises:
        InputError: The store cannot be opened; or others than this machine would be answered, and there is no key.
    """
    async with opened_store(settings) as store:
        forgetting = asyncio.create_task(_forget(store))
        try:
            keyed = await asks_for_keys(settings, store)
            if settings.model is not None:
                await asyncio.to_thread(_load_model_libraries)
            yield Service(settings, store, await store.local_tenant(), keyed=keyed)
        finally:
            forgetting.cancel()
            await asyncio.gather(forgetting, return_exceptions=True)


async def _forget(store: Store) -> None:
    """Forget what is past its days, now and every hour; a failure is noted, and tried again."""
    while True:
        try:
            await store.forget()
        except Exception as error:  # noqa: BLE001 - whatever it is, the next hour may be better
            _log.error("%s while forgetting", type(error).__name__)
        await asyncio.sleep(_SECONDS_BETWEEN_FORGETTING)


def _load_model_libraries() -> None:
    """Load what takes seconds before the first request has to wait for it."""
    from assistant.drafters.llm.library import libraries

    libraries()


def service_of(request: Request) -> Service:
    """The service a request came to."""
    service: Service = request.app.state.service
    return service
