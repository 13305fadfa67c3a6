"""Drafts that a language model writes, over HTTP, with a real model service on this machine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from assistant.store import Limits
from tests.api.asking import Served, served, until
from tests.api.test_metrics import grown, values
from tests.api.test_streaming import events
from tests.drafters.faults.app import SECRET, FaultyService
from tests.drafters.faults.serving import Serving
from tests.drafters.wire import BRIEF, KEY

MODEL = "openai/some-model"
FAULTS = {
    "401": (502, "model_key"),
    "404": (502, "model_unknown_model"),
    "429": (503, "model_busy"),
    "500": (502, "model_service"),
    "504": (504, "model_slow"),
    "413": (413, "model_too_long"),
    "refusal": (422, "model_refused"),
    "length": (502, "model_cut"),
    "no-json": (502, "model_malformed"),
    "redirect": (502, "model_redirected"),
    "reset": (502, "model_unreachable"),
}


def _with_model(tmp_path: Path, server: Serving, how: str, **settings: Any) -> Any:
    return served(tmp_path, model=MODEL, model_base=f"{server.address}/{how}", **settings)


def test_a_model_writes_and_the_draft_says_so(tmp_path: Path, model_server: Serving) -> None:
    """The provenance names the model, and the ledger what it came to."""
    with _with_model(tmp_path, model_server, "good") as service:
        made = service.ask("POST", "/v1/drafts", {"brief": BRIEF}).json()
        assert made["provenance"]["drafter"] == "llm"
        assert made["provenance"]["model"] == MODEL
        (used,) = service.ask("GET", "/v1/tenant/export").json()["usage"]
        assert used["calls"] == made["provenance"]["calls"] == 1
        assert used["input_tokens"] == made["provenance"]["input_tokens"]


def test_the_model_can_be_left_out(tmp_path: Path, model: FaultyService, model_server: Serving) -> None:
    """Whoever asks for the extractive drafter gets it, and nothing is sent to anybody."""
    with _with_model(tmp_path, model_server, "good") as service:
        made = service.ask("POST", "/v1/drafts", {"brief": BRIEF, "drafter": "extractive"}).json()
        assert made["provenance"]["drafter"] == "extractive"
        assert not model.asked


@pytest.mark.parametrize("how", FAULTS)
def test_a_failing_model_is_told_as_what_it_is(tmp_path: Path, model_server: Serving, how: str) -> None:
    """Each failure has its status and its code, and says nothing of the key, the prompt or the model's answer."""
    status, code = FAULTS[how]
    with _with_model(tmp_path, model_server, how) as service:
        answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers={"Accept-Language": "nn"})
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.headers["content-language"] == "nn"
        assert not any(word in answer.text for word in (KEY, SECRET, "Nordlys", "--model", "OKR_MODEL"))
        assert ("retry-after" in answer.headers) == (status == 503)
        assert service.ask("GET", "/v1/drafts").json()["drafts"] == []


def test_a_stream_that_fails_ends_in_an_error(tmp_path: Path, model_server: Serving) -> None:
    """Once events have been sent the failure is an event, with the same words a problem has."""
    with _with_model(tmp_path, model_server, "500") as service:
        answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers={"Accept": "text/event-stream"})
        told = events(answer.text)
        assert answer.status_code == 200
        assert told[-1][0] == "error"
        assert (told[-1][1]["status"], told[-1][1]["code"]) == (502, "model_service")
        assert "draft" not in [name for name, _ in told]


def test_objectives_are_told_as_the_model_writes_them(tmp_path: Path, model_server: Serving) -> None:
    """An objective comes before the draft is checked."""
    with _with_model(tmp_path, model_server, "good") as service:
        answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers={"Accept": "text/event-stream"})
        names = [name for name, _ in events(answer.text)]
        steps = [data.get("step") for name, data in events(answer.text) if name == "progress"]
        assert names.index("objective") < names.index("draft")
        assert [step for step in steps if step] == ["reading", "drafting", "checking", "saving"]


def test_a_part_is_worded_anew_and_becomes_a_revision(tmp_path: Path, model_server: Serving) -> None:
    """A rewriting is kept as a revision of its own kind."""
    with _with_model(tmp_path, model_server, "good") as service:
        made = service.ask("POST", "/v1/drafts", {"brief": BRIEF, "drafter": "extractive"}).json()
        path = f"/v1/drafts/{made['id']}"
        wish = {"path": "/objectives/0", "instruction": "mer ambisiøst"}
        changed = service.ask("POST", f"{path}/rewrite", wish, headers={"If-Match": '"r1"'})
        assert changed.status_code == 200, changed.text
        assert changed.json()["revision"] == 2
        assert service.ask("GET", f"{path}/revisions").json()["revisions"][1]["kind"] == "rewritten"
        late = service.ask("POST", f"{path}/rewrite", wish, headers={"If-Match": '"r1"'})
        assert late.status_code == 412


def test_a_rewriting_is_done_once_and_its_answer_goes_with_the_draft(
    tmp_path: Path, model: FaultyService, model_server: Serving
) -> None:
    """A repetition gets the same answer; when the draft is removed, nothing that was answered tells of it any more."""
    with _with_model(tmp_path, model_server, "good") as service:
        made = service.ask("POST", "/v1/drafts", {"brief": BRIEF, "drafter": "extractive"}).json()
        path = f"/v1/drafts/{made['id']}"
        wish, named = {"path": "/objectives/0", "instruction": "mer ambisiøst"}, {"Idempotency-Key": "one"}
        first = service.ask("POST", f"{path}/rewrite", wish, headers=named)
        calls = model.asked["good"]
        again = service.ask("POST", f"{path}/rewrite", wish, headers=named)
        assert (first.status_code, again.content) == (200, first.content)
        assert model.asked["good"] == calls
        assert service.ask("DELETE", path).status_code == 204
        (kept,) = service.ask("GET", "/v1/tenant/export").json()["answers"]
        assert (kept["status"], kept["body"]) == (200, None)
        assert service.ask("POST", f"{path}/rewrite", wish, headers=named).json()["code"] == "nothing_kept"


@pytest.mark.parametrize("path", ["/objectives/9", "", "/objectives/0/key_results/99", "/title"])
def test_only_what_is_there_is_worded_anew(
    tmp_path: Path, model: FaultyService, model_server: Serving, path: str
) -> None:
    """A path that leads nowhere is refused, and the model is not asked."""
    with _with_model(tmp_path, model_server, "good") as service:
        made = service.ask("POST", "/v1/drafts", {"brief": BRIEF, "drafter": "extractive"}).json()
        answer = service.ask("POST", f"/v1/drafts/{made['id']}/rewrite", {"path": path, "instruction": "kortere"})
        assert (answer.status_code, answer.json()["code"]) == (422, "no_such_item")
        assert not model.asked


def _limited(service: Served, **limits: int) -> dict[str, str]:
    return service.key(limits=Limits(**limits))[1]


def test_a_month_s_tokens_are_set_aside_before_the_call(
    tmp_path: Path, model: FaultyService, model_server: Serving
) -> None:
    """A draft that could cost more than is left is refused before anything is sent."""
    with _with_model(tmp_path, model_server, "good") as service:
        header = _limited(service, monthly_tokens=1_000)
        answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=header)
        assert (answer.status_code, answer.json()["code"]) == (429, "limit_tokens")
        assert int(answer.headers["retry-after"]) > 0
        assert not model.asked
        extractive = {"brief": BRIEF, "drafter": "extractive"}
        assert service.ask("POST", "/v1/drafts", extractive, headers=header).status_code == 201


def test_what_was_set_aside_and_not_spent_can_be_spent(tmp_path: Path, model_server: Serving) -> None:
    """What a draft came to counts, not what it might have: several fit in what one could have cost."""
    with _with_model(tmp_path, model_server, "good") as service:
        header = _limited(service, monthly_tokens=60_000)
        for _ in range(3):
            assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=header).status_code == 201


def test_a_draft_that_breaks_off_counts_what_the_call_may_have_cost(
    tmp_path: Path, model: FaultyService, model_server: Serving
) -> None:
    """Whoever leaves in the middle of a call has spent it, in tokens and in money: nobody knows what it came to."""
    hanging = f"{model_server.address}/hang-before-answer"
    with served(tmp_path, model="openai/gpt-4o-mini", model_base=hanging, model_calls=2) as service:

        async def leave(session: httpx.AsyncClient) -> None:
            asking = asyncio.create_task(session.post("/v1/drafts", json={"brief": BRIEF}))
            await until(lambda: model.asked["hang-before-answer"])
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)

        service.together(leave)
        (used,) = service.ask("GET", "/v1/tenant/export").json()["usage"]
        assert used["calls"] == 1
        assert used["input_tokens"] == used["reserved_tokens"] // 2
        assert used["micros"] == -(-used["reserved_micros"] // 2) > 0


def test_a_call_that_takes_too_long_counts_as_well(tmp_path: Path, model_server: Serving) -> None:
    """The model's service may send its bill for an answer nobody waited for."""
    hanging = f"{model_server.address}/hang-before-answer"
    with served(tmp_path, model="openai/gpt-4o-mini", model_base=hanging, model_seconds=0.5) as service:
        assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}).json()["code"] == "model_slow"
        (used,) = service.ask("GET", "/v1/tenant/export").json()["usage"]
        assert used["micros"] > 0


def test_a_draft_that_cannot_be_kept_is_counted_once(tmp_path: Path, model_server: Serving) -> None:
    """Its calls and tokens are not counted for the draft and then again for the refusal."""
    with _with_model(tmp_path, model_server, "good") as service:
        service.service.store._most_drafts = 0
        before = values()
        assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}).json()["code"] == "full"
        counted = {name: number for name, number in grown(before).items() if "seconds" not in name}
        assert counted.pop("okr_model_calls_total") == 1
        assert counted.pop('okr_drafts_total{drafter="llm",outcome="refused"}') == 1
        assert all(name.startswith(("okr_tokens", "okr_cost")) for name in counted)


def test_a_budget_in_money_needs_a_price(tmp_path: Path, model: FaultyService, model_server: Serving) -> None:
    """A model whose price nobody knows is not called on a budget in money."""
    with _with_model(tmp_path, model_server, "good") as service:
        header = _limited(service, monthly_micros=10_000_000)
        answer = service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=header)
        assert (answer.status_code, answer.json()["code"]) == (429, "limit_money")
        assert not model.asked


@pytest.mark.parametrize("how", ["hang-before-answer", "504"])
def test_a_call_that_nobody_waits_for_is_paid_for(
    tmp_path: Path, model: FaultyService, model_server: Serving, how: str
) -> None:
    """The most it can have come to is spent, in money too: whoever leaves again and again comes to the end of a budget."""
    priced: dict[str, Any] = {"model": "openai/gpt-4o", "model_base": f"{model_server.address}/{how}"}
    with served(tmp_path, **priced) as service:
        header = _limited(service)

        async def leave(session: httpx.AsyncClient) -> None:
            asking = asyncio.create_task(session.post("/v1/drafts", json={"brief": BRIEF}, headers=header))
            await until(lambda: model.asked[how])
            if how != "504":
                asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)

        service.together(leave)
        (line,) = service.ask("GET", "/v1/tenant/export", headers=header).json()["usage"]
        assert line["settled"] is not None
        assert line["input_tokens"] > 0
        assert 0 < line["micros"] <= line["reserved_micros"]


def test_a_client_that_leaves_in_the_end_has_its_draft_settled(
    service: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Breaking off while the ledger is written does not leave the draft's place taken."""
    store, settle = service.service.store, service.service.store.settle
    begun, left = asyncio.Event(), asyncio.Event()

    async def wait_and_settle(*given: Any, **named: Any) -> None:
        begun.set()
        await left.wait()
        await settle(*given, **named)

    async def leave(session: httpx.AsyncClient) -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(lambda: session.post("/v1/drafts", json={"brief": BRIEF}))
            await begun.wait()
            group.cancel_scope.cancel()
            left.set()

    monkeypatch.setattr(store, "settle", wait_and_settle)
    service.together(leave)
    (line,) = service.ask("GET", "/v1/tenant/export").json()["usage"]
    assert line["settled"] is not None


def test_requests_in_a_minute_are_counted(service: Served) -> None:
    """The one too many is a 429 that says when to come back."""
    header = _limited(service, requests_per_minute=3)
    answers = [service.ask("GET", "/v1/drafts", headers=header) for _ in range(8)]
    assert 429 in {answer.status_code for answer in answers}
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["code"] == "limit_requests"
    assert 0 < int(refused.headers["retry-after"]) <= 60


def test_drafts_at_once_are_counted(tmp_path: Path, model_server: Serving) -> None:
    """A key for two drafts at once makes two of six, and the others may come again."""
    with _with_model(tmp_path, model_server, "good") as service:
        header = _limited(service, concurrent_drafts=2)
        asking = [lambda session: session.post("/v1/drafts", json={"brief": BRIEF}, headers=header)] * 6
        answers = service.together(*asking)
        assert {answer.status_code for answer in answers} <= {201, 429}
        assert sum(answer.status_code == 201 for answer in answers) >= 2
        refused = [answer.json()["code"] for answer in answers if answer.status_code == 429]
        assert set(refused) <= {"limit_drafts"}
        assert service.ask("POST", "/v1/drafts", {"brief": BRIEF}, headers=header).status_code == 201
