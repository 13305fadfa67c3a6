"""Objectives as they are complete, over a real connection: heard early, marked unchecked, then the checked draft."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from assistant.brief import read_brief
from assistant.drafters.events import Event, ObjectiveWritten, Step, StepBegan, UsageCounted
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafters.llm import Budget, LlmDrafter, Mode
from assistant.drafters.llm.listening import Objectives
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import Draft, draft, stream
from tests.drafters.faults.app import SAYINGS, FaultyService, Said
from tests.drafters.faults.serving import Serving, serving
from tests.drafters.three import BRIEF, objectives
from tests.drafters.wire import KEY

LATE = b'data: {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}\n\n'


class Waiting:
    """A service that says the first objective, and the rest when the client has heard it."""

    def __init__(self) -> None:
        self.heard = threading.Event()
        self.went_on = False
        self.said = Said(json.dumps({"objectives": objectives()}, ensure_ascii=False)).pieces()

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        headers = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = len(self.said) // 2
        for piece in self.said[:half]:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await asyncio.to_thread(self.heard.wait, 60)
        self.went_on = True
        for piece in self.said[half:]:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture
def waiting() -> Waiting:
    """The service, not yet told that it was heard."""
    return Waiting()


@pytest.fixture
def server(waiting: Waiting, litellm_ready: Any) -> Iterator[Serving]:
    """The service on a port of this machine."""
    with serving(waiting) as running:
        yield running
        waiting.heard.set()


def test_an_objective_is_told_while_the_model_is_still_writing(server: Serving, waiting: Waiting) -> None:
    """The service waits with the last objective until the first was told: were it told at the end, this would not end."""
    told: list[Event] = []

    def tell(event: Event) -> None:
        told.append(event)
        if isinstance(event, ObjectiveWritten):
            waiting.heard.set()

    made = draft(read_brief(BRIEF), LlmDrafter("openai/some-model", api_base=server.address), tell=tell)
    written = [event for event in told if isinstance(event, ObjectiveWritten)]
    assert [event.index for event in written] == [0, 1, 2]
    assert [event.objective for event in written] == list(made.okr_set.objectives)
    assert [type(event) for event in told if not isinstance(event, ObjectiveWritten)] == [
        StepBegan,
        UsageCounted,
        StepBegan,
    ]


def test_a_stream_gives_the_events_and_then_the_draft(server: Serving, waiting: Waiting) -> None:
    """What a web page needs, in the order it happens."""
    waiting.heard.set()

    async def listen() -> list[Event | Draft]:
        drafter = LlmDrafter("openai/some-model", api_base=server.address)
        return [item async for item in stream(read_brief(BRIEF), drafter)]

    items = asyncio.run(listen())
    made = items[-1]
    assert isinstance(made, Draft)
    assert isinstance(items[0], StepBegan)
    assert sum(isinstance(item, ObjectiveWritten) for item in items) == len(made.okr_set.objectives) == 3
    usage = next(item for item in items if isinstance(item, UsageCounted))
    assert (usage.calls, usage.input_tokens, usage.output_tokens) == (1, 700, 90)


def test_a_stream_that_is_left_early_ends_the_call(server: Serving, waiting: Waiting) -> None:
    """Nothing goes on behind a closed page, and no connection stays open; the service would have waited for ever."""

    async def leave() -> None:
        drafter = LlmDrafter("openai/some-model", api_base=server.address)
        events = stream(read_brief(BRIEF), drafter)
        async for event in events:
            if isinstance(event, ObjectiveWritten):
                break
        await events.aclose()  # type: ignore[attr-defined] # an async generator

    asyncio.run(leave())
    assert not waiting.went_on
    assert server.is_left_alone()


def test_a_failing_stream_raises_what_drafting_raises(server: Serving) -> None:
    """The events until then are given first."""

    async def listen() -> list[Event | Draft]:
        drafter = LlmDrafter("openai/some-model", api_base=server.address, budget=Budget(seconds=0.5))
        return [item async for item in stream(read_brief(BRIEF), drafter)]

    with pytest.raises(ModelError) as caught:
        asyncio.run(listen())
    assert caught.value.kind is Failure.SLOW


def test_a_draft_without_a_model_streams_its_steps() -> None:
    """The same door for both drafters."""

    async def listen() -> list[Event | Draft]:
        return [item async for item in stream(read_brief(BRIEF), ExtractiveDrafter())]

    items = asyncio.run(listen())
    assert [item.step for item in items if isinstance(item, StepBegan)] == [Step.DRAFTING, Step.CHECKING]
    assert isinstance(items[-1], Draft)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_stream_and_a_whole_answer_come_to_the_same_draft(litellm_ready: Any, mode: Mode) -> None:
    """Streaming changes when one hears, not what."""
    name = "good-tool" if mode is Mode.TOOLS else "good"
    assert name in SAYINGS
    with serving(FaultyService()) as running:
        drafter = LlmDrafter("openai/some-model", api_base=f"{running.address}/{name}", mode=mode)
        whole = draft(read_brief(BRIEF), drafter)
        streamed = draft(read_brief(BRIEF), drafter, tell=lambda _: None)
    assert whole.okr_set == streamed.okr_set
    assert whole.questions == streamed.questions
    assert whole.provenance.output_tokens == streamed.provenance.output_tokens == 90


# --- hearing ---------------------------------------------------------------------------------------------------------


def heard(text: str, size: int = 3) -> list[dict[str, Any]]:
    """What is picked out of ``text`` when it comes in pieces."""
    found: list[dict[str, Any]] = []
    objectives_in = Objectives(found.append)
    for at in range(0, len(text), size):
        objectives_in.feed(text[at : at + size])
    return found


@pytest.mark.parametrize("size", [1, 2, 7, 1_000])
@pytest.mark.parametrize(
    "text",
    [
        '{"objectives": [{"a": 1}, {"b": {"c": [1, {"d": "}"}]}}]}',
        'Her: ```json\n{"objectives": [{"a": 1}, {"b": {"c": [1, {"d": "}"}]}}]}\n```',
        '{"note": "{[", "objectives": [{"a": 1}, {"b": {"c": [1, {"d": "}"}]}}], "more": {"x": [{}]}}',
    ],
)
def test_each_objective_is_heard_once_however_it_is_cut(text: str, size: int) -> None:
    """Braces in strings, escapes and words around it mislead nobody."""
    assert heard(text, size) == [{"a": 1}, {"b": {"c": [1, {"d": "}"}]}}]


@pytest.mark.parametrize(
    "text",
    ["", "ingen JSON", "{", '{"objectives": [{"a": ', '{"objectives": [[1], "x", 2]}', "]]}}", '{"a": {"b": {}}}'],
)
def test_what_is_no_whole_objective_is_not_heard(text: str) -> None:
    """Half of one, or something else, is silence."""
    assert heard(text) == []


def test_an_escaped_quotation_mark_ends_no_string() -> None:
    """Backslashes are read as JSON reads them."""
    said = {"a": 'say "}" and \\'}
    assert heard(json.dumps({"objectives": [said]})) == [said]
