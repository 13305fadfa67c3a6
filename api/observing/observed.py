"""What is noted of every request: a name, a line in the log, its time and status, and a span when traces are on."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import TYPE_CHECKING

from api.observing import metrics, traces
from api.observing.request_ids import HEADER, request_id, request_id_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("okr.requests")
_LEFT = 499
"""What is noted when nothing was answered: the caller has left, or the service ended first."""


class Observed:
    """The outermost layer: it notes what was asked by the route's template, and never the path, the query or a body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = perf_counter(), 0
        method = metrics.method_of(scope["method"])
        name = request_id_of(scope["headers"])
        header = (HEADER, name.encode("ascii"))

        async def send_named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), header]
            await send(message)

        token = request_id.set(name)
        try:
            with traces.request_span(method, scope["headers"]) as note:
                try:
                    await self.app(scope, receive, send_named)
                except Exception:
                    status = status or 500
                    raise
                finally:
                    status = status or _LEFT
                    note(route=_route(scope), status=status)
        finally:
            _write_down(scope, method, status, perf_counter() - began)
            request_id.reset(token)


def _route(scope: Scope) -> str:
    """The template of the route that was found."""
    path = getattr(scope.get("route"), "path", None)
    return path if isinstance(path, str) else metrics.OTHER


def _write_down(scope: Scope, method: str, status: int, seconds: float) -> None:
    route = _route(scope)
    metrics.count_request(route, method, status, seconds)
    if _log.isEnabledFor(logging.INFO):
        fields = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        key = scope.get("state", {}).get("key_id")
        if key is not None:
            fields["key"] = key
        _log.info("", extra={"fields": fields})
