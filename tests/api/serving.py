"""Running ``okr serve`` in a process of its own, and listening to what it says."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpx

from tests.running import ROOT

_SLOW = "import sys; from assistant.cli import serving, main; serving._APPLICATION = sys.argv.pop(1); main()"
SECONDS = 60.0
"""How long a test waits for what must come; a machine under load takes its time."""


@dataclass(frozen=True, slots=True)
class Service:
    """A running service.

    Attributes:
        process: Its process; the parent of the workers, if there are any.
        address: Where it answers.
        said: What it printed when it was up.
        log: The file its log goes to.
    """

    process: subprocess.Popen[str]
    address: str
    said: str
    log: Path

    def lines(self) -> list[str]:
        """The log so far."""
        return self.log.read_text("utf-8").splitlines()

    def client(self) -> httpx.Client:
        """A client with connections of its own."""
        return httpx.Client(base_url=self.address, trust_env=False, timeout=SECONDS)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Tell it to stop, and give its exit code."""
        self.process.send_signal(number)
        return self.process.wait(SECONDS)


@contextmanager
def serving(
    folder: Path, *options: str, app: str = "tests.api.slow_app:create_app", **environment: str
) -> Iterator[Service]:
    """Run ``okr serve`` with another application, until the block ends."""
    log = folder / "log"
    with log.open("w") as err, started(folder, *options, app=app, err=err, **environment) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://\S+", said)
        assert found, f"it did not come up: {log.read_text()}"
        yield Service(process, found.group(), said, log)


@contextmanager
def started(
    folder: Path, *options: str, app: str, err: int | IO[str], **environment: str
) -> Iterator[subprocess.Popen[str]]:
    """The process of ``okr serve --port 0``, which is gone when the block ends."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW, app, "serve", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=err,
        text=True,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "HOME": str(folder), "TMPDIR": str(folder), **environment},
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)  # its workers too; the session is its own


def within(condition: Callable[[], bool]) -> None:
    """Wait until ``condition()`` holds."""
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
