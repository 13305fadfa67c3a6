"""What all tests share: no network, no surprises from the machine's settings, and a way to run the ``okr`` command."""

from __future__ import annotations

import ipaddress
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import postgres
from tests.running import ROOT, Okr, Ran

# Fixtures are found in here, and a session has one server however many folders use it.
anyio_backend, clock, store = postgres.anyio_backend, postgres.clock, postgres.store
postgres_server, made_postgres_url = postgres.postgres_server, postgres.made_postgres_url
database_url, postgres_url = postgres.database_url, postgres.postgres_url
empty_postgres_url = postgres.empty_postgres_url

# litellm fetches a price map and headers when it is imported, and reads a .env above its own folder.
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
os.environ["LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS"] = "True"
os.environ["LITELLM_MODE"] = "PRODUCTION"
for _name in [name for name in os.environ if name.startswith("OKR_")]:
    del os.environ[_name]  # settings of the machine's are none of the tests'


class NetworkReachedError(AssertionError):
    """A test tried to reach another machine."""


def _is_own(host: object) -> bool:
    """Whether ``host`` is this machine."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_others(host: object) -> None:
    if not _is_own(host):
        raise NetworkReachedError(f"a test tried to reach {host!r}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every name look-up and every packet to another machine; sockets of the file system stay open."""

    def guarded(name: str, address_at: int) -> None:
        real = getattr(socket.socket, name)

        def guard(self: socket.socket, *args: Any) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                _refuse_others(args[address_at][0])
            return real(self, *args)

        monkeypatch.setattr(socket.socket, name, guard)

    for name in ("connect", "connect_ex"):
        guarded(name, 0)
    guarded("sendto", -1)
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_others(host)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a service keeps in the test's own folder."""
    monkeypatch.setenv("OKR_DATA", str(tmp_path / "data"))


@pytest.fixture
def okr(tmp_path: Path) -> Okr:
    """Run ``okr`` in a process of its own, in an empty folder, with a bare environment and what the test adds."""

    def run(*args: str | Path, stdin: bytes = b"", python: tuple[str, ...] = (), **environment: str) -> Ran:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            [sys.executable, *python, "-m", "assistant.cli", *map(str, args)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**kept, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), **environment},
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
