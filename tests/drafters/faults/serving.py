"""Serving an ASGI app on this machine, in a thread of the test, and knowing what is still open."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn


class Serving:
    """A server that runs.

    Attributes:
        address: ``http://127.0.0.1:PORT``.
    """

    def __init__(self, server: uvicorn.Server, port: int) -> None:
        """Take a server that has started."""
        self._server = server
        self.address = f"http://127.0.0.1:{port}"

    def connections(self) -> int:
        """How many connections are open."""
        return len(self._server.server_state.connections)

    def is_left_alone(self, within_seconds: float = 10) -> bool:
        """Whether every connection is closed, now or soon."""
        ends = time.monotonic() + within_seconds
        while self.connections() and time.monotonic() < ends:
            time.sleep(0.01)
        return not self.connections()


@contextmanager
def serving(app: Any) -> Iterator[Serving]:
    """Serve ``app`` on a free port of the loopback address."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        app, log_config=None, lifespan="off", timeout_graceful_shutdown=1, timeout_keep_alive=60, access_log=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Serving(server, listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()
