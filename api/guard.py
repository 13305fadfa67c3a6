"""Who is answered: programs on this machine, and pages this service has served or is told to trust.

A web page elsewhere can make a browser send requests here. It gives itself away by its ``Origin``, or, when it has
pointed a name of its own at this machine, by its ``Host``. Pictures, scripts and frames come without an origin; browsers
then say ``Sec-Fetch-Site``, and only links that somebody follows are answered. Once keys are asked for, other machines
are answered too: no page and no neighbour can know a key, and still only the pages that are named may use one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

from api import refusals
from api.languages import language_of
from api.problems import ProblemError, problem_of
from api.refusals import Refusal
from assistant.settings import is_loopback

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from api.service import Service

_MOST_HEADERS = 100
_OTHER_SITES = frozenset((b"cross-site", b"same-site"))
"""What browsers say of requests by other pages; the same site is any port of this machine."""


class Guard:
    """Refuses strangers, marks every answer as private, and lets no error out with its text."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def send_private(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "no-store"
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        try:
            await _refuse_strangers(scope, scope["app"].state.service)
            await self.app(scope, receive, send_private)
        except Exception as error:  # noqa: BLE001 - its text, and its traceback's, may hold strategy
            problem = problem_of(error)
            if not begun:
                language = language_of(Headers(scope=scope).get("accept-language", ""))
                await problem.answer(language)(scope, receive, send_private)


async def _refuse_strangers(scope: Scope, service: Service) -> None:
    if len(scope["headers"]) > _MOST_HEADERS:
        raise ProblemError(refusals.TOO_MANY_HEADERS.saying(most=_MOST_HEADERS))
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    stranger = _stranger(scope, hosts)
    if stranger is not None and not await service.asks_for_keys():
        raise ProblemError(stranger)
    trusted = {origin.encode() for origin in service.settings.origins}
    trusted |= {scope["scheme"].encode() + b"://" + host for host in hosts}
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    if not trusted.issuperset(origins) or (not origins and _is_embedded(scope)):
        raise ProblemError(refusals.OTHER_PAGE)


def _stranger(scope: Scope, hosts: list[bytes]) -> Refusal | None:
    """Why somebody is none of this machine's own programs; ``None`` for those."""
    client = scope.get("client")
    if client is not None and not is_loopback(client[0]):
        return refusals.OTHER_MACHINE
    return None if len(hosts) == 1 and is_loopback(_name(hosts[0])) else refusals.OTHER_HOST


def _is_embedded(scope: Scope) -> bool:
    """Whether a page elsewhere shows, or runs, what is answered."""
    said = dict(scope["headers"])
    followed = said.get(b"sec-fetch-mode") == b"navigate" and said.get(b"sec-fetch-dest") == b"document"
    return said.get(b"sec-fetch-site") in _OTHER_SITES and not followed


def _name(host: bytes) -> str:
    """The name in a ``Host`` header; nothing if it is none."""
    try:
        parts = urlsplit("//" + host.decode("ascii"))
        _ = parts.port
    except ValueError:
        return ""
    if parts.netloc != host.decode("ascii") or "@" in parts.netloc:
        return ""
    return parts.hostname or ""
