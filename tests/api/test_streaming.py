from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.asking import Served, served
from tests.drafters.faults.serving import Serving

STRATEGY = "# Strategi\n\n- Vi skal øke andelen kunder som kommer igjen, fra 45 % til 60 % innen 30. april 2027.\n"
EVENTS = {"Accept": "text/event-stream"}


def events(text: str) -> list[tuple[str, Any]]:
    """The events of a stream, with their data."""
    found = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def _streamed(service: Served, body: dict[str, Any], **headers: str) -> list[tuple[str, Any]]:
    answer = service.ask("POST", "/v1/drafts", body, headers={**EVENTS, **headers})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    return events(answer.text)


def test_a_stream_tells_the_steps_then_the_objectives_then_the_draft(tmp_path: Path) -> None:
    """It begins with reading, ends in the one draft, and each objective comes before it."""
    with served(tmp_path) as service:
        told = _streamed(service, {"brief": STRATEGY})
        names = [name for name, _ in told]
        assert told[0] == ("progress", {"step": "reading", "round": 0})
        assert names.count("draft") == 1
        assert names[-1] == "draft"
        made = told[-1][1]
        drafted = [data["objective"]["text"] for name, data in told if name == "objective"]
        assert drafted == [objective["text"] for objective in made["okr_set"]["objectives"]]
        assert ("progress", {"step": "saving", "round": 0}) in told
        assert service.ask("GET", f"/v1/drafts/{made['id']}").json() == made


def test_without_accepting_events_the_same_request_gives_json(tmp_path: Path) -> None:
    """The same body is answered at once, for those who ask for nothing or for JSON."""
    with served(tmp_path) as service:
        for accept in ({}, {"Accept": "application/json"}, {"Accept": "*/*"}):
            answer = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers=accept)
            assert answer.status_code == 201
            assert answer.headers["content-type"] == "application/json"


def test_what_is_wrong_before_the_stream_has_its_own_status(tmp_path: Path) -> None:
    """A brief that cannot be used is refused like anywhere else, not as a stream that ends badly."""
    with served(tmp_path) as service:
        for body, status in (
            ({"brief": {"values": "Kind"}}, 422),
            ({}, 422),
            ({"brief": STRATEGY, "drafter": "llm"}, 422),
        ):
            answer = service.ask("POST", "/v1/drafts", body, headers=EVENTS)
            assert answer.status_code == status
            assert answer.headers["content-type"] == "application/problem+json"


def test_a_stream_that_waits_says_that_it_is_alive(
    tmp_path: Path, model_server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the model thinks a comment comes now and then, so that nothing on the way closes the connection."""
    monkeypatch.setattr("fastapi.routing._PING_INTERVAL", 0.05)
    base = f"{model_server.address}/hang-before-answer"
    with served(tmp_path, model="openai/some-model", model_base=base, model_seconds=1.0) as service:
        answer = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers=EVENTS)
        assert ": ping" in answer.text
        name, problem = events(answer.text)[-1]
        assert (name, problem["status"], problem["code"]) == ("error", 504, "model_slow")
