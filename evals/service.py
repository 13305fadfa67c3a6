"""What the service costs beside the least a service can be, and how it carries many at once: ``python -m evals.service``.

Every service runs in a process of its own, and its processor time is read from the system, so that the client's does not
count. The three endpoints are asked in turn, a batch each, with sets that nobody has seen before.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from evals.bench import fresh
from evals.fake_model import BRIEF, SECONDS

BATCH = 100
"""Requests of a kind, one after another."""
TOGETHER = 300
"""Drafts at once."""
_TICKS = os.sysconf("SC_CLK_TCK")
_SECONDS_TO_START = 60.0


@dataclass(frozen=True, slots=True)
class Running:
    """A server in a process of its own.

    Attributes:
        process: The process.
        address: Where it answers.
    """

    process: subprocess.Popen[bytes]
    address: str

    def processor(self) -> float:
        """The processor time it has used, in seconds."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def most_memory(self) -> float:
        """The most memory it has had, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1_000


@contextmanager
def running(*command: str, **environment: str) -> Iterator[Running]:
    """A server that listens on a free port, which ``{port}`` in its command stands for."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = [sys.executable, *(word.format(port=port) for word in command)]
    quiet = {"OKR_LOG_LEVEL": "ERROR", **environment}
    with subprocess.Popen(arguments, env={**os.environ, **quiet}, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield Running(process, f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    msg = "a server did not start"
    raise SystemExit(msg)


def checks(rounds: int) -> list[str]:
    """Processor time of ``POST /v1/check`` beside a bare endpoint that gives the body back, and one that checks it."""
    took: dict[str, list[float]] = {"ours": [], "echo": [], "bare check": []}
    with (
        tempfile.TemporaryDirectory() as folder,
        running("-m", "assistant.cli", "serve", "--port", "{port}", OKR_DATA=folder) as ours,
        running(
            "-m", "uvicorn", "--factory", "evals.bare_service:create_app", "--port", "{port}", "--no-access-log"
        ) as bare,
        httpx.Client(trust_env=False) as client,
    ):
        asked = {"ours": (ours, "/v1/check"), "echo": (bare, "/echo"), "bare check": (bare, "/check")}
        for name in [*asked] * (rounds + 1):  # the first round warms up
            server, path = asked[name]
            before = server.processor()
            for document in fresh(BATCH):
                client.post(server.address + path, json={"okr_set": document}).raise_for_status()
            took[name].append((server.processor() - before) / BATCH * 1_000)
    warm = {name: each[1:] for name, each in took.items()}
    told = [
        f"{name} {statistics.median(each):.2f} ms ({min(each):.2f} to {max(each):.2f})" for name, each in warm.items()
    ]
    ratios = [
        f"{_ratio(warm['ours'], warm['bare check'])} times a bare endpoint that checks it and gives the review",
        f"{_ratio(warm['ours'], warm['echo'])} times one that gives the body back unread",
    ]
    return ["POST /v1/check, processor time: " + ", ".join(told), "POST /v1/check costs " + ", ".join(ratios)]


def _ratio(one: list[float], other: list[float]) -> str:
    return f"{statistics.median(first / second for first, second in zip(one, other, strict=True)):.2f}"


async def _timed(work: Callable[[], Awaitable[httpx.Response]]) -> tuple[float, int]:
    began = time.perf_counter()
    answer = await work()
    return time.perf_counter() - began, answer.status_code


async def _together(work: Callable[[httpx.AsyncClient], Awaitable[httpx.Response]]) -> list[tuple[float, int]]:
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(trust_env=False, limits=limits, timeout=120) as client:
        return await asyncio.gather(*(_timed(lambda: work(client)) for _ in range(TOGETHER)))


def drafts() -> list[str]:
    """Many drafts at once with a model that takes seconds, beside as many bare calls to the same model."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running("-m", "evals.fake_model", "{port}") as model,
        running(
            *("-m", "assistant.cli", "serve", "--port", "{port}"),
            OKR_DATA=folder,
            OKR_MODEL="openai/some-model",
            OKR_MODEL_BASE=f"{model.address}/v1",
            OPENAI_API_KEY="-",
        ) as ours,
    ):
        with httpx.Client(trust_env=False, timeout=120) as client:
            _wait_until_ready(client, ours)
            client.post(f"{ours.address}/v1/drafts", json={"brief": BRIEF}).raise_for_status()
        bare = asyncio.run(_together(lambda client: client.post(f"{model.address}/v1/chat/completions", json={})))
        made = asyncio.run(_together(lambda client: client.post(f"{ours.address}/v1/drafts", json={"brief": BRIEF})))
        memory = ours.most_memory()
        left = asyncio.run(_left(ours, model))
    good = sum(status == 201 for _, status in made)
    one, other = _percentile(made), _percentile(bare)
    pace = f"p99 {one:.2f} s, {one / other:.2f} times that of the bare calls ({other:.2f} s)"
    return [
        f"{TOGETHER} drafts at once, {SECONDS:g} s each: {good} succeeded, {pace}; at most {memory:.0f} MB",
        f"a client that leaves: the call to the model ended {left * 1_000:.0f} ms later",
    ]


def _wait_until_ready(client: httpx.Client, server: Running) -> None:
    ends = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < ends:
        if client.get(f"{server.address}/v1/health/ready").status_code == 200:
            return
        time.sleep(0.1)
    msg = "the service did not become ready"
    raise SystemExit(msg)


def _percentile(timed: list[tuple[float, int]]) -> float:
    return statistics.quantiles([seconds for seconds, _ in timed], n=100)[98]


async def _left(ours: Running, model: Running) -> float:
    """Seconds from a client's leaving to the end of the connection to the model."""
    port = int(model.address.rpartition(":")[2])
    async with httpx.AsyncClient(trust_env=False) as client:
        asking = client.stream(
            "POST", f"{ours.address}/v1/drafts", json={"brief": BRIEF}, headers={"Accept": "text/event-stream"}
        )
        async with asking as answer:
            lines = answer.aiter_lines()  # kept: when it is gone, so is the connection
            await anext(lines)
            await _until(lambda: _connected(port))
        began = time.perf_counter()
        await _until(lambda: not _connected(port))
        return time.perf_counter() - began


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(_SECONDS_TO_START):
        while not holds():  # noqa: ASYNC110 - what happens in another process sets no event
            await asyncio.sleep(0.005)


def _connected(port: int) -> bool:
    """Whether somebody is connected to a port of this machine."""
    rows = Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]
    ends = (row.split()[1:4] for row in rows)
    return any(there.endswith(f":{port:04X}") and state == "01" for _, there, state in ends)


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="How many batches of each kind are asked.")
    chosen = parser.parse_args()
    sys.stdout.write("\n".join([*checks(chosen.rounds), *drafts()]) + "\n")


if __name__ == "__main__":
    main()
