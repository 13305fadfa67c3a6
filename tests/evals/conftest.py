"""A model that may be asked, for the tests that ask one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.evals.answering import answering

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
