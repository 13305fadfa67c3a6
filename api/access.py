"""Who asks, and what for: the holder of a key, or whoever sits at this machine as long as there are no keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api import refusals
from api.problems import ProblemError
from api.service import Service, service_of
from assistant.store import Key, Scope

_LONGEST_SECRET = 200
_bearer = HTTPBearer(
    auto_error=False,
    scheme_name="key",
    description="A key made with `okr keys create`: `Authorization: Bearer okr_...`. As long as no key exists, programs on the service's own machine need none.",
)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        service: The service asked.
        tenant: Whose drafts these are.
        key: The key that came along; ``None`` at one's own machine.
    """

    service: Service
    tenant: str
    key: Key | None = None

    @property
    def name(self) -> str:
        """What a revision is signed with: the key's public id, never the secret."""
        return self.key.id if self.key else "local"


def caller_with(scope: Scope) -> Callable[..., Awaitable[Caller]]:
    """A dependency: whoever asks, if they may ask for what ``scope`` covers and not too often."""

    async def caller(
        request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]
    ) -> Caller:
        service = service_of(request)
        if not await service.asks_for_keys():
            return Caller(service, service.tenant)
        secret = given.credentials if given else ""
        key = await service.store.key_of(secret) if 0 < len(secret) <= _LONGEST_SECRET and secret.isascii() else None
        if key is None:
            raise ProblemError(refusals.NO_KEY, headers={"WWW-Authenticate": "Bearer"})
        request.state.key_id = key.id
        await service.store.count_request(key)
        if scope not in key.scopes:
            raise ProblemError(refusals.NOT_ALLOWED.saying(scope=scope.value))
        return Caller(service, key.tenant, key)

    return caller
