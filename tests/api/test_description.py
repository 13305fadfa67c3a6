"""The service against its own OpenAPI description."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from api.app import create_app
from assistant.settings import Settings
from assistant.store import Limits, Retention, Scope, Store
from tests.api.serving import serving
from tests.running import ROOT

_CONFIG = """
[checks]
# A text without a strategy is a string like any other, and yet nothing to draft from; and a revision may be another.
positive_data_acceptance.expected-statuses = ["2xx", 400, 401, 403, 404, 409, 412, 413, 422, 429]
missing_required_header.expected-statuses = [400, 401, 403, 406, 415, 422, 428]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429, "5xx"]
"""


def _key(folder: Path) -> str:
    async def made() -> str:
        store = await Store.open(None, folder=folder, retention=Retention.none())
        limits = Limits(requests_per_minute=None, concurrent_drafts=None)
        key = await store.create_key("t", label="", scopes=frozenset(Scope), limits=limits, expires=None)
        await store.close()
        return key.secret

    return asyncio.run(made())


def test_the_service_does_what_its_description_says(tmp_path: Path) -> None:
    """Schemathesis tries every operation with every check it has, and finds nothing."""
    data = tmp_path / "data"
    secret = _key(data)
    config = tmp_path / "schemathesis.toml"
    config.write_text(_CONFIG)
    with serving(tmp_path, app="api.app:create_app", OKR_DATA=str(data)) as service:
        done = subprocess.run(
            [
                Path(sys.executable).with_name("st"),
                *("--config-file", config, "run", f"{service.address}/openapi.json"),
                *("-H", f"Authorization: Bearer {secret}", "--checks", "all", "--max-examples", "10", "--no-color"),
                *("--seed", "1", "--continue-on-failure", "--generation-database", "none"),
            ],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-8_000:]
    assert "No issues found" in done.stdout or "passed" in done.stdout, done.stdout[-2_000:]


def test_each_operation_is_described() -> None:
    """Every operation has a summary, a description, an answer that is described, and its refusals as problems."""
    described: dict[str, Any] = create_app(Settings()).openapi()
    assert described["openapi"].startswith("3.1")
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            name = f"{method} {path}"
            assert operation["summary"], name
            assert operation["description"], name
            good = [found for status, found in operation["responses"].items() if status.startswith("2")]
            assert all(found["description"] for found in good), name
            for status, found in operation["responses"].items():
                if not status.startswith("2"):
                    assert set(found["content"]) == {"application/problem+json"}, f"{name} {status}"
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            assert body is None or body["example"], name
