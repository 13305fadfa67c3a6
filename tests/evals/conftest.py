"""A model that may be asked, and one brief to draft, for the tests that do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evals import expectations
from tests.drafters import conftest as drafters
from tests.drafters.wire import BRIEF
from tests.evals.answering import answering

litellm_ready, wire = drafters.litellm_ready, drafters.wire

KEY = "sk-secret-1234567890"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """A model service that is set up and may be asked; what it was sent."""
    with answering() as (address, seen):
        monkeypatch.setenv("OKR_MODEL_BASE", address)
        monkeypatch.setenv("OKR_MODEL_MODE", "tools")
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OKR_EVALS_LIVE", "1")
        yield seen


@pytest.fixture
def only_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the one brief there is, of which nothing is expected but its period."""
    name, data = "nb-nordlys", tmp_path / "briefs"
    expected: dict[str, Any] = {
        "language": "nb", "period": {"start": "2026-05-01", "end": "2026-08-31"}, "level": None, "roles": [],
        "changes": [], "open_priorities": [], "work": [], "not_goals": [], "forbidden_values": [],
        "contradictions": [], "max_objectives": None, "tags": [],
    }  # fmt: skip
    data.mkdir()
    (data / f"{name}.md").write_text(BRIEF, encoding="utf-8")
    (data / f"{name}.expect.json").write_text(json.dumps(expected), encoding="utf-8")
    (data / "split.json").write_text(json.dumps({"dev": [name], "test": []}), encoding="utf-8")
    monkeypatch.setattr(expectations, "DATA", data)
    return name
