"""Running the service: an address that is surely ours, uvicorn behind it, and a good end."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from types import FrameType
from typing import NoReturn

import click
from typing_extensions import override

from assistant.cli.speaking import shown
from assistant.formats.errors import InputError
from assistant.okr import Language
from assistant.rules.rule import Text
from assistant.settings import Settings
from assistant.storing import try_out

_APPLICATION = "api.app:create_app"
"""By name: the domain knows nothing of HTTP, and workers load it for themselves."""

_CONNECTION = "api.connections:Connection"
_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"lines": {"class": "api.observing.logs.JsonLines"}},
    "root": {"level": "WARNING", "handlers": ["lines"]},
}
"""Until the application says how it logs."""

_SECONDS_TO_FINISH = 30
_MOST_CONNECTIONS = 900
"""A little less than the files a process may commonly have open."""

_METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_ENDS_IT = (signal.SIGTERM, signal.SIGINT)

UP = Text(
    nb="okr svarer på {address} (Ctrl-C stopper).",
    nn="okr svarar på {address} (Ctrl-C stoppar).",
    en="okr answers at {address} (Ctrl-C stops it).",
)
_TAKEN = Text(
    nb="Porten {port} er i bruk av et annet program.",
    nn="Porten {port} er i bruk av eit anna program.",
    en="Port {port} is used by another program.",
)
_OTHER_PORT = Text(
    nb="Velg en annen med --port, eller --port 0 for en ledig.",
    nn="Vel ein annan med --port, eller --port 0 for ein ledig.",
    en="Choose another with --port, or --port 0 for a free one.",
)
_NOT_ALLOWED = Text(
    nb="Du har ikke lov til å bruke porten {port}.",
    nn="Du har ikkje lov til å bruke porten {port}.",
    en="You may not use port {port}.",
)
_HIGHER_PORT = Text(
    nb="Velg en over 1023 med --port.", nn="Vel ein over 1023 med --port.", en="Choose one above 1023 with --port."
)
_NO_HOST = Text(
    nb="Adressen «{host}» finnes ikke på denne maskinen.",
    nn="Adressa «{host}» finst ikkje på denne maskina.",
    en="This machine does not have the address “{host}”.",
)
_OWN_HOST = Text(
    nb="Bruk 127.0.0.1 for egne programmer, eller en adresse maskinen har.",
    nn="Bruk 127.0.0.1 for eigne program, eller ei adresse maskina har.",
    en="Use 127.0.0.1 for your own programs, or an address the machine has.",
)
_NOT_STARTED = Text(
    nb="Tjenesten kunne ikke starte.", nn="Tenesta kunne ikkje starte.", en="The service could not start."
)
_SEE_LOG = Text(nb="Linjene over sier hvorfor.", nn="Linjene over seier kvifor.", en="The lines above say why.")


def serve(host: str, port: int, workers: int, said: Language) -> None:
    """Run the service until it is told to stop; requests that have begun are then finished.

    Args:
        host: The address to listen on.
        port: The port; 0 for a free one.
        workers: How many processes answer.
        said: The language to speak to the user.

    Raises:
        InputError: A setting, the store or the address cannot be used, or the application does not start.
    """
    for number in _ENDS_IT:
        signal.signal(number, _end)  # before uvicorn listens for signals, and when it has ended well
    listener = _listen(host, port)
    with listener, _counting(workers):
        at = listener.getsockname()[1]
        os.environ.update(OKR_HOST=host, OKR_PORT=str(at))
        asyncio.run(try_out(Settings.from_environment()))
        threading.Thread(target=_say_when_up, args=(host, at, said), daemon=True).start()
        _run(host, at, workers, listener)


# --- parts -----------------------------------------------------------------------------------------------------------


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address, so that nobody else can take it while the application loads."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = min(found, key=lambda item: item[0] != socket.AF_INET)
        listener = socket.socket(family)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(1)  # two may bind to a port nobody listens on yet
        except OSError:
            listener.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise InputError(_TAKEN.filled(port=port), _OTHER_PORT) from None
        if error.errno in {errno.EACCES, errno.EPERM}:
            raise InputError(_NOT_ALLOWED.filled(port=port), _HIGHER_PORT) from None
        raise InputError(_NO_HOST.filled(host=shown(host)), _OWN_HOST) from None
    except UnicodeError:  # no name at all
        raise InputError(_NO_HOST.filled(host=shown(host)), _OWN_HOST) from None
    return listener


@contextmanager
def _counting(workers: int) -> Iterator[None]:
    """A folder that workers count into, so that each can tell the metrics of all; it is gone when they are."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="okr-metrics-", ignore_cleanup_errors=True) as folder:
        os.environ[_METRICS_FOLDER] = folder
        yield


def _say_when_up(host: str, port: int, said: Language) -> None:
    while not _answers(host, port):
        time.sleep(0.05)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    click.echo(UP.filled(address=address).in_language(said))


def _answers(host: str, port: int) -> bool:
    try:
        if ip_address(host).is_unspecified:
            host = "::1" if ":" in host else "127.0.0.1"
    except ValueError:  # a name
        pass
    connection = HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/v1/health/live")
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def _run(host: str, port: int, workers: int, listener: socket.socket) -> None:
    from uvicorn import Config, Server
    from uvicorn.config import STARTUP_FAILURE
    from uvicorn.supervisors import Multiprocess

    class Workers(Multiprocess):
        @override
        def terminate_all(self) -> None:
            listener.close()  # new connections would wait at our copy for as long as the workers finish theirs
            super().terminate_all()

    config = Config(
        _APPLICATION,
        factory=True,
        host=host,
        port=port,
        workers=workers,
        http=_CONNECTION,
        ws="none",
        lifespan="on",
        log_config=_LOGGING,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )
    failed = False
    try:
        if workers == 1:
            Server(config).run(sockets=[listener])
        else:
            supervisor = Workers(config, sockets=[listener])
            supervisor.run()
            failed = any(worker.exitcode == STARTUP_FAILURE for worker in supervisor.processes)
    except SystemExit as stopped:
        if not stopped.code:
            raise
        failed = True
    if failed:
        raise InputError(_NOT_STARTED, _SEE_LOG)
