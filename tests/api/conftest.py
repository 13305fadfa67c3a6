"""A model service on this machine, for the tests of the service that need one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.asking import Served, served
from tests.drafters.faults.app import FaultyService
from tests.drafters.faults.serving import Serving, serving
from tests.drafters.wire import KEY


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Served]:
    """A service at one's own machine, without a model and without keys."""
    with served(tmp_path / "data") as running:
        yield running


@pytest.fixture
def model() -> FaultyService:
    """The model service, which counts what it is asked for."""
    return FaultyService()


@pytest.fixture
def model_server(model: FaultyService, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """The address of the model service; what follows it chooses how it answers: ``/good``, ``/429`` ..."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(model) as running:
        yield running
