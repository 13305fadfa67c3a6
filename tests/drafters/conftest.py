"""Models on the wire: litellm speaks httpx here, respx answers, and no real key or host is near."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import respx

from tests.drafters.wire import BASE, KEY


@pytest.fixture(scope="session")
def litellm_ready() -> Any:
    """Litellm, loaded once."""
    from assistant.drafters.llm.library import libraries

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return libraries()


@pytest.fixture
def wire(litellm_ready: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[respx.MockRouter]:
    """The model service: every request is answered here or fails."""
    for name in ("OKR_MODEL", "OKR_MODEL_SECONDS", "OPENAI_API_BASE", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OKR_MODEL_BASE", BASE)
    with respx.mock(assert_all_called=False) as router:
        yield router
