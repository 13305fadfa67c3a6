"""A model service that misbehaves in every way it can, over a real connection on this machine."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from assistant.brief import read_brief
from assistant.drafters.events import Event, nobody
from assistant.drafters.llm import Budget, LlmDrafter, Mode
from assistant.drafters.llm.modes import forget
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import Draft, draft_async
from assistant.review import Verdict
from tests.drafters.faults.app import FAULTS, SECRET, FaultyService
from tests.drafters.faults.serving import Serving, serving
from tests.drafters.wire import BRIEF, KEY

_HANGING = frozenset(("drip", "hang-before-answer", "hang-in-body"))
"""Faults that nothing but the deadline ends."""
_OVER = 1.0
"""Seconds a call may take over its deadline."""
_HOPELESS = 30.0
"""Seconds over the deadline after which a test fails rather than waits on."""
_MOST_TRIES = 3
"""A machine that is busy with other things may hold up one call; a call that cannot end in time never does."""
_SECRETS = (KEY, SECRET, "Nordlys", "holder avtalen", "Du hjelper ledere")
EXPECTED: dict[str, Failure | None] = {
    "good": None, "good-tool": None, "fenced-json": None, "prose-around-json": None, "thinking-aloud": None,
    "wrong-language": Failure.LANGUAGE, "wrong-language-once": None, "reset-once": None, "two-tools": None, "foreign-tool": None, "lone-surrogate": None, "busy-once": None,
    "no-tools": None,
    "null-content": Failure.MALFORMED, "empty-content": Failure.MALFORMED, "truncated-json": Failure.MALFORMED,
    "no-json": Failure.MALFORMED, "wrong-schema": Failure.MALFORMED, "foreign-tool-and-data": Failure.MALFORMED,
    "deep-json": Failure.MALFORMED, "markup-only": Failure.MALFORMED, "empty-choices": Failure.MALFORMED,
    "huge-body": Failure.MALFORMED, "huge-error": Failure.MALFORMED, "gzip-bomb": Failure.MALFORMED,
    "endless": Failure.MALFORMED,
    "length": Failure.CUT, "content-filter": Failure.REFUSED, "refusal": Failure.REFUSED,
    "400": Failure.SERVICE, "401": Failure.KEY, "403": Failure.KEY, "404": Failure.UNKNOWN_MODEL,
    "408": Failure.SLOW, "413": Failure.TOO_LONG, "422": Failure.SERVICE, "429": Failure.BUSY,
    "429-retry-after": Failure.BUSY, "429-retry-after-an-hour": Failure.BUSY, "429-retry-after-a-date": Failure.BUSY,
    "500": Failure.SERVICE, "502": Failure.SERVICE, "503": Failure.BUSY, "503-retry-after": Failure.BUSY,
    "504": Failure.SLOW, "529": Failure.BUSY,
    "no-object": Failure.SERVICE, "invalid-utf8": Failure.SERVICE, "deep-body": Failure.SERVICE,
    "unknown-packing": Failure.SERVICE,
    "drip": Failure.SLOW, "hang-before-answer": Failure.SLOW, "hang-in-body": Failure.SLOW,
    "reset": Failure.UNREACHABLE, "reset-in-body": Failure.UNREACHABLE, "redirect": Failure.REDIRECTED,
}  # fmt: skip
"""What each fault comes to; ``None`` for a good draft."""
STREAMED = {
    "endless": Failure.SERVICE, "deep-json": Failure.SERVICE,
    "deep-body": Failure.MALFORMED, "no-object": Failure.MALFORMED,
}  # fmt: skip
"""What a stream comes to where it is something else: one that says the same over and over is broken off, and a body that
is no stream says nothing."""
_ONCE = ("429-retry-after-an-hour", "400", "401", "403", "404", "500", "502", "redirect", "drip", "length")
"""Faults that asking again does not help against."""


@pytest.fixture(scope="module")
def service() -> FaultyService:
    """The service, counting from the first test of this file."""
    return FaultyService()


@pytest.fixture(scope="module")
def server(service: FaultyService, litellm_ready: Any) -> Iterator[Serving]:
    """The service on a port of this machine, and the libraries warmed up: the first call in a process loads them."""
    with serving(service) as running, pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_API_KEY", KEY)
        for streams in (False, True):
            assert isinstance(_outcome(_drafter(running, "good", 60.0), streams=streams), Draft)
        yield running


@pytest.fixture(autouse=True)
def _as_a_new_process(monkeypatch: pytest.MonkeyPatch, service: FaultyService) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    service.asked.clear()
    forget()


def _ignore(event: Event) -> None:
    """Be somebody to tell, so that the answer streams."""


def _drafter(server: Serving, fault: str, seconds: float | None = None, **settings: Any) -> LlmDrafter:
    seconds = seconds or (0.5 if fault in _HANGING else 10.0)
    settings = {"budget": Budget(seconds=seconds), "pause_seconds": 0.01, **settings}
    return LlmDrafter("openai/some-model", api_base=f"{server.address}/{fault}", **settings)


def _outcome(drafter: LlmDrafter, *, streams: bool) -> Draft | ModelError:
    return _timed(drafter, streams=streams)[0]


def _timed(drafter: LlmDrafter, *, streams: bool) -> tuple[Draft | ModelError, float]:
    """What a draft came to, and how many seconds it took by the event loop's own clock."""
    brief = read_brief(BRIEF)

    async def drafted() -> tuple[Draft | ModelError, float]:
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with asyncio.timeout(drafter.budget.seconds + _HOPELESS):
                made = await draft_async(brief, drafter, tell=_ignore if streams else nobody)
            return made, clock() - began
        except ModelError as error:
            return error, clock() - began

    return asyncio.run(drafted())


def test_every_fault_has_an_expected_end() -> None:
    """A new fault of the service is a new line here."""
    assert set(EXPECTED) == set(FAULTS)


@pytest.mark.parametrize("streams", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_in_time_as_a_good_draft_or_a_typed_error(
    server: Serving, service: FaultyService, caplog: pytest.LogCaptureFixture, fault: str, *, streams: bool
) -> None:
    """In time, with four requests at most, nothing left open, and no key, prompt or answer in any log or traceback."""
    caplog.set_level(logging.DEBUG)
    drafter = _drafter(server, fault)
    outcome, took = _timed(drafter, streams=streams)
    for _ in range(_MOST_TRIES - 1):
        if took > drafter.budget.seconds + _OVER:
            service.asked.clear()
            outcome, took = _timed(drafter, streams=streams)
    assert took <= drafter.budget.seconds + _OVER
    kind = outcome.kind if isinstance(outcome, ModelError) else None
    assert kind is (STREAMED if streams else EXPECTED).get(fault, EXPECTED[fault])
    assert 1 <= service.asked[fault] <= 4
    assert sum(service.asked.values()) == service.asked[fault]
    assert server.is_left_alone()
    told = caplog.text
    if isinstance(outcome, ModelError):
        assert outcome.__cause__ is None
        assert outcome.__context__ is None
        told += "".join(traceback.format_exception(outcome)) + repr(outcome) + repr(vars(outcome))
    assert not [secret for secret in _SECRETS if secret in told]


@pytest.mark.parametrize("fault", _ONCE)
def test_what_asking_again_does_not_help_is_asked_once(server: Serving, service: FaultyService, fault: str) -> None:
    """Neither the libraries nor we repeat a request that would fail the same way."""
    _outcome(_drafter(server, fault), streams=False)
    assert service.asked[fault] == 1


@pytest.mark.parametrize("fault", ["429", "429-retry-after", "503", "503-retry-after", "529", "reset"])
def test_a_service_that_is_busy_or_drops_a_request_is_asked_twice(
    server: Serving, service: FaultyService, fault: str
) -> None:
    """After the pause it asks for, or a short one of ours; a connection that broke before a word came, at once."""
    _outcome(_drafter(server, fault), streams=False)
    assert service.asked[fault] == 2


@pytest.mark.parametrize("fault", ["busy-once", "reset-once", "wrong-language-once"])
def test_a_service_that_recovers_gives_a_draft(server: Serving, fault: str) -> None:
    """The leader never notices, and both calls are counted."""
    made = _outcome(_drafter(server, fault), streams=False)
    assert isinstance(made, Draft)
    assert made.provenance.calls == 2


def test_a_dropped_request_is_sent_again_at_once(server: Serving) -> None:
    """The pause is for services that are busy."""
    assert isinstance(_outcome(_drafter(server, "reset-once", pause_seconds=3_600.0), streams=False), Draft)


def test_a_service_without_tools_is_asked_in_a_plainer_mode_and_remembered(
    server: Serving, service: FaultyService
) -> None:
    """The refusal costs one call, once; what the mode is set to gives way likewise."""
    first = _outcome(_drafter(server, "no-tools", mode=Mode.TOOLS), streams=False)
    assert isinstance(first, Draft)
    assert first.provenance.calls == service.asked["no-tools"] == 2
    second = _outcome(_drafter(server, "no-tools"), streams=False)
    assert isinstance(second, Draft)
    assert second.provenance.calls == 1


@pytest.mark.parametrize("fault", ["good", "fenced-json", "prose-around-json", "two-tools", "lone-surrogate"])
def test_an_odd_answer_with_a_sound_draft_in_it_costs_one_call(
    server: Serving, service: FaultyService, fault: str
) -> None:
    """What can be read is not asked about again."""
    made = _outcome(_drafter(server, fault), streams=False)
    assert isinstance(made, Draft)
    assert made.review.verdict is Verdict.READY
    assert service.asked[fault] == 1
