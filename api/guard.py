"""Who is answered: programs on this machine, and pages this service itself has served.

A web page elsewhere can make a browser send requests here. It gives itself away by its ``Origin``, or, when it has
pointed a name of its own at this machine, by its ``Host``.
"""

from __future__ import annotations

import logging
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders

from api.problems import ProblemError, problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("okr.api")
_MOST_HEADERS = 100


class Guard:
    """The outermost layer: refuses strangers, marks every answer as private, and lets no error out with its text."""

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
            _refuse_strangers(scope)
            await self.app(scope, receive, send_private)
        except ProblemError as error:
            await problem(error.status, error.detail)(scope, receive, send_private)
        except Exception as error:  # noqa: BLE001 - its text, and its traceback's, may hold strategy
            _log.error("%s at %s", type(error).__name__, _place(error))
            if not begun:
                await problem(500, "Something went wrong here. It is noted in the log.")(scope, receive, send_private)


def _refuse_strangers(scope: Scope) -> None:
    if len(scope["headers"]) > _MOST_HEADERS:
        raise ProblemError(431, f"A request may have {_MOST_HEADERS} headers.")
    client = scope.get("client")
    if client is not None and not _loopback(client[0]):
        raise ProblemError(403, "Only programs on this machine are answered.")
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if len(hosts) != 1 or not _loopback(_name(hosts[0])):
        raise ProblemError(421, "The header Host must be 127.0.0.1, localhost or [::1].")
    own = scope["scheme"].encode() + b"://" + hosts[0]
    if any(name == b"origin" and value != own for name, value in scope["headers"]):
        raise ProblemError(403, "Pages from elsewhere are not answered.")


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


def _loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _place(error: BaseException) -> str:
    """Where an error was raised: file and line, and nothing of what was worked on."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}" if step is not None else "an unknown place"
