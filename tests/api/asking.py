"""Asking the service in the same process: no socket, no server, a real store.

The log stays the test's own: of what the lifespan starts, only the service itself is.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from api.app import create_app
from api.service import Service, running
from assistant.settings import Settings
from assistant.store import Key, Limits, Scope

HERE = "http://127.0.0.1:8000"
ALL_SCOPES = frozenset(Scope)
Headers = Mapping[str, str] | list[tuple[str, str]]


class Served:
    """A service that runs.

    Attributes:
        app: The application.
        session: A client of it.
    """

    def __init__(self, app: Any, session: httpx.AsyncClient, runner: asyncio.Runner) -> None:
        """Take what has been started."""
        self.app = app
        self.session = session
        self._runner = runner

    @property
    def service(self) -> Service:
        """The service behind the application."""
        service: Service = self.app.state.service
        return service

    def wait(self, work: Awaitable[Any]) -> Any:
        """The result of ``work``, on the service's own loop."""

        async def waiting() -> Any:
            return await work

        return self._runner.run(waiting())

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        content: Any = None,
        headers: Headers | None = None,
        **more: Any,
    ) -> httpx.Response:
        """Send one request, and wait for the answer; an error inside the service is an error here."""
        if body is not None:
            more["json"] = body
        answer: httpx.Response = self.wait(self.session.request(method, path, content=content, headers=headers, **more))
        return answer

    def together(self, *asking: Callable[[httpx.AsyncClient], Awaitable[Any]]) -> list[Any]:
        """The results of several askings, all at once."""

        async def gathered() -> list[Any]:
            return list(await asyncio.gather(*(each(self.session) for each in asking)))

        results: list[Any] = self.wait(gathered())
        return results

    def key(
        self,
        tenant: str = "fjordvarme",
        *,
        scopes: frozenset[Scope] = ALL_SCOPES,
        limits: Limits | None = None,
        **given: Any,
    ) -> tuple[Key, dict[str, str]]:
        """A new key, and the header that carries it."""
        made = self.wait(
            self.service.store.create_key(
                tenant, label="test", scopes=scopes, limits=limits or Limits(), expires=given.get("expires")
            )
        )
        return made.key, {"Authorization": f"Bearer {made.secret}"}


async def until(holds: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait for what happens in another thread or process; what never does fails the test."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - no event of this loop's tells of it
            await asyncio.sleep(0.01)


@contextmanager
def served(folder: Path, client: tuple[str, int] = ("127.0.0.1", 50000), **settings: Any) -> Iterator[Served]:
    """A new service whose data lies in ``folder``."""
    with asyncio.Runner() as runner:
        chosen = Settings(data=folder, **settings)
        app, behind = create_app(chosen), running(chosen)
        app.state.service = runner.run(behind.__aenter__())
        session = httpx.AsyncClient(transport=httpx.ASGITransport(app, client=client), base_url=HERE)
        try:
            yield Served(app, session, runner)
        finally:
            runner.run(session.aclose())
            runner.run(behind.__aexit__(None, None, None))


def ask(
    method: str,
    path: str,
    body: object = None,
    *,
    content: Any = None,
    headers: Headers | None = None,
    client: tuple[str, int] = ("127.0.0.1", 50000),
) -> httpx.Response:
    """Send one request to a new service, and wait for the answer."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), client) as service:
        return service.ask(method, path, body, content=content, headers=headers)


def ask_json(method: str, path: str, body: object = None, **given: Any) -> tuple[int, Any]:
    """The status and the JSON of the answer."""
    answer = ask(method, path, body, **given)
    return answer.status_code, answer.json()
