"""What only shows with real processes, real connections and a real database server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.store import Limits, NewKey, Retention, Scope, Store
from evals.postgres import PostgreSQL
from tests.api.serving import Service, serving, within
from tests.drafters.faults.app import FaultyService
from tests.drafters.faults.serving import Serving
from tests.drafters.wire import BRIEF, KEY

MODEL = "openai/some-model"
CANARY = "kanarifugl"
STRATEGY = f"# Strategi\n\n- Vi skal øke andelen {CANARY}er som kommer igjen, fra 45 % til 60 % innen 30. april 2027.\n"


def started(folder: Path, *options: str, **settings: str) -> Any:
    """A real ``okr serve``."""
    folder.mkdir(exist_ok=True)
    return serving(folder, *options, app="api.app:create_app", **{"OKR_DATA": str(folder / "data"), **settings})


def key_in(url: str | None, folder: Path, **limits: int) -> NewKey:
    """A key in a store, made as the command line makes it."""

    async def make() -> NewKey:
        store = await Store.open(url, folder=folder, retention=Retention.none())
        made = await store.create_key(
            "vestvik", label="", scopes=frozenset(Scope), limits=Limits(**limits), expires=None
        )
        await store.close()
        return made

    return asyncio.run(make())


def with_model(server: Serving, how: str) -> dict[str, str]:
    """The settings for a model that answers as ``how`` says."""
    return {"OKR_MODEL": MODEL, "OKR_MODEL_BASE": f"{server.address}/{how}", "OPENAI_API_KEY": KEY}


def test_a_client_that_leaves_ends_the_call(tmp_path: Path, model: FaultyService, model_server: Serving) -> None:
    """When a stream's client has left nobody is connected to the model any more, long before its own deadline.

    `make bench` measures how soon.
    """
    with started(tmp_path, **with_model(model_server, "hang-before-answer")) as service, service.client() as client:
        with client.stream(
            "POST", "/v1/drafts", json={"brief": BRIEF}, headers={"Accept": "text/event-stream"}
        ) as answer:
            lines = answer.iter_lines()
            assert next(lines) == "event: progress"
            within(lambda: model.asked["hang-before-answer"] == 1)
            assert model_server.connections() == 1
        within(lambda: not model_server.connections())


def test_nothing_of_a_draft_is_written_down_when_nothing_is_kept(tmp_path: Path) -> None:
    """With OKR_RETENTION=none no byte of the data folder has a word of the strategy or of the draft."""
    folder = tmp_path / "data"
    with started(tmp_path, OKR_RETENTION="none") as service, service.client() as client:
        for accept in ("application/json", "text/event-stream"):
            headers = {"Accept": accept, "Idempotency-Key": f"navn-{accept}"}
            made = client.post("/v1/drafts", json={"brief": STRATEGY}, headers=headers)
            assert made.status_code == 200
            assert CANARY in made.text
            assert not _holds(folder, CANARY)
        assert client.get("/v1/drafts").json()["drafts"] == []
        service.stop()
    assert not _holds(folder, CANARY)


def test_a_removed_draft_leaves_no_byte(tmp_path: Path) -> None:
    """After DELETE no byte of the data folder has a word of the strategy or of the draft, nor of an earlier revision."""
    folder = tmp_path / "data"
    with started(tmp_path) as service, service.client() as client:
        made = client.post("/v1/drafts", json={"brief": STRATEGY}, headers={"Idempotency-Key": "navn"}).json()
        path = f"/v1/drafts/{made['id']}"
        client.put(path, json={"okr_set": made["okr_set"]}, headers={"If-Match": '"r1"'})
        assert _holds(folder, CANARY)
        assert client.delete(path).status_code == 204
        assert not _holds(folder, CANARY)


def _holds(folder: Path, word: str) -> bool:
    """Whether a file below ``folder`` holds a word, in whatever case, as UTF-8 or UTF-16."""
    forms = [word.encode(), word.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return any(form in path.read_bytes().lower() for path in files for form in forms)


def test_a_canary_is_in_nothing_an_operator_sees(tmp_path: Path, model_server: Serving) -> None:
    """Brief, draft, key and name put in everywhere are not in logs at DEBUG, metrics or the bodies of errors."""
    key = key_in(None, tmp_path / "data", requests_per_minute=10_000)
    header = {"Authorization": f"Bearer {key.secret}"}
    told = []
    with (
        started(tmp_path, OKR_LOG_LEVEL="DEBUG", **with_model(model_server, "500")) as service,
        service.client() as client,
    ):
        for headers in ({}, header, {"Authorization": f"Bearer okr_{CANARY}"}):
            for accept in ("application/json", "text/event-stream"):
                for drafter in ("llm", "extractive"):
                    body = {"brief": STRATEGY, "drafter": drafter}
                    answer = client.post("/v1/drafts", json=body, headers={**headers, "Accept": accept})
                    if answer.status_code >= 400 or drafter == "llm":
                        told.append(answer.text)
            told += [
                client.post("/v1/check", json={"okr_set": CANARY, CANARY: CANARY}, headers=headers).text,
                client.post("/v1/check", content=f'{{"{CANARY}', headers=headers).text,
                client.get(f"/v1/drafts/{CANARY}?{CANARY}={CANARY}", headers=headers).text,
                client.get(f"/v1/drafts?after={CANARY}&limit={CANARY}", headers=headers).text,
                client.get(f"/{CANARY}", headers={**headers, "Accept-Language": CANARY}).text,
                client.post("/v1/briefs", content=CANARY, headers={**headers, "Content-Type": f"x/{CANARY}"}).text,
                client.put(
                    f"/v1/drafts/{CANARY}", json={"okr_set": CANARY}, headers={**headers, "If-Match": CANARY}
                ).text,
            ]
        told.append(client.get("/metrics", headers=header).text)
        within(lambda: any('"/metrics"' in line for line in service.lines()))
        service.stop()
        log = "\n".join(service.lines())
    assert "okr_drafts_total" in told[-1]
    for line in log.splitlines():
        json.loads(line)
    for word in (CANARY, key.secret, "vestvik", KEY):
        assert word not in log.lower()
        assert not [text for text in told if word in text.lower()]


@pytest.fixture
def replicas(tmp_path: Path, postgres_url: str, model_server: Serving) -> Iterator[tuple[Service, Service]]:
    """Two services on one PostgreSQL, with a model that answers well."""
    settings = {"OKR_DATABASE_URL": postgres_url, **with_model(model_server, "good")}
    with started(tmp_path / "a", **settings) as one, started(tmp_path / "b", **settings) as other:
        yield one, other


def test_replicas_share_limits_idempotency_and_revocation(
    replicas: tuple[Service, Service], postgres_url: str, tmp_path: Path, model: FaultyService
) -> None:
    """Two processes on one database count together, answer once, and both forget a key at once."""
    with replicas[0].client() as one, replicas[1].client() as other:
        wide, narrow = key_in(postgres_url, tmp_path), key_in(postgres_url, tmp_path, requests_per_minute=10)
        headers = {"Authorization": f"Bearer {wide.secret}", "Idempotency-Key": "strategi-2027"}

        def post(at: int) -> httpx.Response:
            return (one, other)[at % 2].post("/v1/drafts", json={"brief": BRIEF}, headers=headers)

        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(post, range(20)))
        assert {answer.status_code for answer in answers} <= {201, 409}
        (made,) = {answer.json()["id"] for answer in answers if answer.status_code == 201}
        assert model.asked["good"] == 1
        plain = {"Authorization": f"Bearer {wide.secret}"}
        assert (
            other.get(f"/v1/drafts/{made}", headers=plain).json() == one.get(f"/v1/drafts/{made}", headers=plain).json()
        )

        few = {"Authorization": f"Bearer {narrow.secret}"}
        counted = [(one, other)[at % 2].get("/v1/drafts", headers=few).status_code for at in range(30)]
        assert counted.count(200) <= 20  # ten a minute, and the clock may have turned once
        assert counted.count(429) >= 10

        async def revoke() -> None:
            store = await Store.open(postgres_url, folder=tmp_path, retention=Retention.none())
            await store.revoke_key(wide.key.id)
            await store.close()

        asyncio.run(revoke())
        assert [client.get("/v1/drafts", headers=plain).status_code for client in (one, other)] == [401, 401]


def test_a_database_that_is_away_is_told_and_needs_no_restart(tmp_path: Path) -> None:
    """While PostgreSQL is down requests are 503s that say when to come back; when it is up again, so is the service."""
    server = PostgreSQL(durable=False)
    try:
        server.execute("CREATE DATABASE okr")
        with started(tmp_path, OKR_DATABASE_URL=server.url("okr")) as service, service.client() as client:
            assert client.get("/v1/drafts").status_code == 200
            server.kill()
            within(lambda: client.get("/v1/drafts").status_code == 503)
            away = client.get("/v1/drafts", headers={"Accept-Language": "nb"})
            assert away.json()["code"] == "store"
            assert int(away.headers["retry-after"]) > 0
            assert client.get("/v1/health/ready").status_code == 503
            server.start()
            within(lambda: client.get("/v1/drafts").status_code == 200)
    finally:
        server.remove()
