"""What is left when the power goes: drafts are written, the writer is killed, and all it acknowledged must be there.

Run it as ``python -m evals.crashes --rounds 200 --database sqlite``, or ``postgresql``: then every third round kills the
server too, which has to recover. It ends with 1 if anything was lost or is not whole.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from assistant.store import MissingError, Retention, Store
from evals.postgres import PostgreSQL

LONGEST = 0.6
"""Seconds a writer lives at most."""

WRITERS = 4
"""Tasks that write at once."""

_SIZES = (1, 10, 100, 5_000)
"""Words in a draft: from less than a page of the database to many."""


@dataclass(slots=True)
class Outcome:
    """What the rounds came to.

    Attributes:
        rounds: How many there were.
        acknowledged: Revisions that were acknowledged before a crash.
        lost: Those that were not there afterwards, or not as they were written.
        unsound: Rounds after which the database was not whole.
        seconds: How long it took.
    """

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    unsound: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class _Place:
    """Where the drafts go, and the server if there is one."""

    folder: Path
    url: str | None = None
    server: PostgreSQL | None = None
    acknowledged: dict[tuple[str, int], str] = field(default_factory=dict)

    async def open(self) -> Store:
        return await Store.open(self.url, folder=self.folder, retention=Retention.of(400), most_drafts=10**9)


def record(seed: str) -> dict[str, Any]:
    """A record that the seed alone determines."""
    chosen = random.Random(seed)
    words = " ".join(f"ord{chosen.randrange(10**6)}" for _ in range(chosen.choice(_SIZES)))
    okr_set = {"title": seed, "language": "nb", "objectives": [{"text": words, "key_results": []}]}
    return {
        "okr_set": okr_set,
        "review": {"verdict": "ready", "findings": [words]},
        "questions": [seed],
        "provenance": {"drafter": seed},
    }


def crash(rounds: int, database: str, seed: int = 0) -> Outcome:
    """Run so many rounds on a new database of this kind: ``sqlite`` or ``postgresql``."""
    chosen, outcome, began = random.Random(seed), Outcome(), time.monotonic()
    processes = multiprocessing.get_context("forkserver")  # a writer is forked from one that has imported all
    processes.set_forkserver_preload(["assistant.store", "aiosqlite", "asyncpg"])
    with _place(database) as place:
        for number in range(rounds):
            news, told = processes.Pipe(duplex=False)
            arguments = (place.folder, place.url, told, f"{seed}/{number}")
            writer = processes.Process(target=_write_until_killed, args=arguments, daemon=True)
            writer.start()
            told.close()
            fresh = _listen(news, time.monotonic() + chosen.uniform(0, LONGEST))
            if place.server and number % 3 == 0:
                place.server.kill()
            writer.kill()
            writer.join()
            fresh.update(_listen(news, None))  # what it had said before it died
            news.close()
            if place.server and number % 3 == 0:
                place.server.start()
            place.acknowledged.update(fresh)
            is_last = number == rounds - 1
            lost, sound = asyncio.run(_look(place, place.acknowledged if is_last else fresh))
            outcome.lost += lost
            outcome.unsound += not sound
        outcome.acknowledged = len(place.acknowledged)
    outcome.rounds, outcome.seconds = rounds, time.monotonic() - began
    return outcome


@contextmanager
def _place(database: str) -> Iterator[_Place]:
    folder = Path(tempfile.mkdtemp(prefix="okr-crashes-"))
    server = PostgreSQL() if database == "postgresql" else None
    try:
        yield _Place(folder, server.url() if server else None, server)
    finally:
        if server:
            server.remove()
        shutil.rmtree(folder)


def _listen(news: Connection, until: float | None) -> dict[tuple[str, int], str]:
    """What the writer acknowledges: a draft's id, its revision, and the seed of what it says."""
    heard: dict[tuple[str, int], str] = {}
    while until is None or time.monotonic() < until:
        try:
            if until is None or news.poll(max(0.0, until - time.monotonic())):
                draft, revision, seed = news.recv()
                heard[draft, revision] = seed
        except (EOFError, OSError):  # it died, perhaps in the middle of a word
            break
    return heard


async def _look(place: _Place, acknowledged: dict[tuple[str, int], str]) -> tuple[int, bool]:
    """How many acknowledged revisions are not there as they were written, and whether the database is whole."""
    store = await place.open()
    tenant, lost = await store.local_tenant(), 0
    for (draft, revision), seed in acknowledged.items():
        try:
            lost += (await store.revision(tenant, draft, revision)).record != record(seed)
        except MissingError:
            lost += 1
    sound = await store.sound()
    await store.close()
    return lost, sound


def _write_until_killed(folder: Path, url: str | None, told: Connection, seed: str) -> None:
    async def write(store: Store, tenant: str, seed: str) -> None:
        draft = await store.add_draft(tenant, record(seed), brief=seed, language=None, by="local")
        told.send((draft.id, draft.revision, seed))
        while draft.revision < 5:
            seed += "+"
            draft = await store.change_draft(
                tenant, draft.id, record(seed), expected=draft.revision, kind="edited", by="local"
            )
            told.send((draft.id, draft.revision, seed))

    async def write_on(store: Store, tenant: str, seed: str) -> None:
        for number in range(10**9):
            await write(store, tenant, f"{seed}/{number}")

    async def run() -> None:
        store = await _Place(folder, url).open()
        tenant = await store.local_tenant()
        await asyncio.gather(*(write_on(store, tenant, f"{seed}/{number}") for number in range(WRITERS)))

    try:
        asyncio.run(run())
    except Exception:  # noqa: BLE001 - its server was killed first, or the parent is gone
        sys.exit(1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the rounds that the command line asks for, and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    found = crash(asked.rounds, asked.database, asked.seed)
    print(
        f"{asked.database}: {found.rounds} rounds in {found.seconds:.0f} s, {found.acknowledged} revisions acknowledged, "
        f"{found.lost} lost, {found.unsound} rounds not whole"
    )
    sys.exit(1 if found.lost or found.unsound or not found.acknowledged else 0)


if __name__ == "__main__":
    main()
