from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.asking import Served, served, until
from tests.drafters.faults.app import FaultyService
from tests.drafters.faults.serving import Serving
from tests.drafters.wire import BRIEF

NAMED = {"Idempotency-Key": "6d0a3b1e-strategi-2027"}
MODEL = "openai/some-model"


def _post(body: dict[str, Any], headers: dict[str, str]) -> Any:
    return lambda session: session.post("/v1/drafts", json=body, headers=headers)


def test_fifty_posts_with_one_key_make_one_draft_and_one_call(
    tmp_path: Path, model: FaultyService, model_server: Serving
) -> None:
    """One is carried out; the others are told that it is in progress, or get its answer."""
    with served(tmp_path, model=MODEL, model_base=f"{model_server.address}/good") as service:
        answers = service.together(*[_post({"brief": BRIEF}, NAMED)] * 50)
        assert {answer.status_code for answer in answers} <= {201, 409}
        made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
        assert len(made) == 1
        assert model.asked["good"] == 1
        assert len(service.ask("GET", "/v1/drafts").json()["drafts"]) == 1
        waiting = [answer for answer in answers if answer.status_code == 409]
        assert all(answer.json()["code"] == "in_progress" for answer in waiting)
        assert all(int(answer.headers["retry-after"]) > 0 for answer in waiting)


def test_the_same_request_gets_the_same_answer(service: Served) -> None:
    """A repetition is answered byte for byte as the first, and says that it is one."""
    first = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED)
    again = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert {name: again.headers[name] for name in ("etag", "location")} == {
        name: first.headers[name] for name in ("etag", "location")
    }
    assert again.headers["idempotent-replayed"] == "true"
    assert "idempotent-replayed" not in first.headers


def test_another_request_may_not_use_the_name(service: Served) -> None:
    """A key that stands for one body is refused with another."""
    service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED)
    answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF + "\n"}, headers=NAMED)
    assert (answer.status_code, answer.json()["code"]) == (422, "other_request")


@pytest.mark.parametrize("key", ["", " ", "a" * 256, "med mellomrom", "\u00e6"])
def test_a_name_has_to_be_one(service: Served, key: str) -> None:
    """Empty, endless and unprintable keys are refused before anything is done."""
    headers = [("Idempotency-Key", key.encode("latin-1"))]
    answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=headers)  # type: ignore[arg-type]  # httpx takes bytes
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_idempotency_key")


def test_what_failed_may_be_tried_again(service: Served) -> None:
    """A request that was refused leaves its key free."""
    refused = service.ask("POST", "/v1/drafts", {"brief": {"values": "Kind"}}, headers=NAMED)
    assert refused.status_code == 422
    assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED).status_code == 201


def test_a_model_that_recovers_may_be_asked_again_under_the_same_name(
    tmp_path: Path, model: FaultyService, model_server: Serving
) -> None:
    """A model's failure is not kept as the answer."""
    with served(tmp_path, model=MODEL, model_base=f"{model_server.address}/500") as service:
        assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED).status_code == 502
    with served(tmp_path, model=MODEL, model_base=f"{model_server.address}/good") as service:
        assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED).status_code == 201


def test_a_stream_and_an_answer_share_the_name(service: Served) -> None:
    """What was made as a stream is answered again as JSON, and the other way round."""
    streamed = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers={**NAMED, "Accept": "text/event-stream"})
    assert streamed.status_code == 200
    again = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED)
    assert again.headers["idempotent-replayed"] == "true"
    assert again.text in streamed.text
    third = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers={**NAMED, "Accept": "text/event-stream"})
    assert third.text == f"event: draft\ndata: {again.text}\n\n"


def test_an_answer_that_was_not_kept_is_not_made_anew(tmp_path: Path) -> None:
    """A service that keeps nothing says so rather than draft twice."""
    with served(tmp_path, retention=None) as service:
        assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED).status_code == 200
        answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=NAMED)
        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_kept")


def test_a_client_that_leaves_frees_the_name(tmp_path: Path, model: FaultyService, model_server: Serving) -> None:
    """A request that is broken off can be sent again at once."""
    with served(tmp_path, model=MODEL, model_base=f"{model_server.address}/hang-before-answer") as service:

        async def leave(session: httpx.AsyncClient) -> None:
            asking = asyncio.create_task(session.post("/v1/drafts", json={"brief": BRIEF}, headers=NAMED))
            await until(lambda: model.asked["hang-before-answer"])
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)

        service.together(leave)
        extractive = {"brief": BRIEF, "drafter": "extractive"}
        assert service.ask("POST", "/v1/drafts", extractive, headers=NAMED).status_code == 201
