"""Answers of models, recorded: each found again by the hash of what was sent, so that a change in what is sent shows.

Recorded on the wire below litellm, an answer goes through all that a new one goes through. A request nobody answered
before is a miss, which is named and never made up for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict
from typing_extensions import override

from assistant.drafters.llm import Mode
from assistant.drafters.llm.drafter import LlmDrafter
from assistant.drafters.llm.transport import Wire
from assistant.drafters.model_errors import Failure
from prompts import prompt

DATA = Path(__file__).parent / "datasets" / "replay"


class MissError(LookupError):
    """A request has no recorded answer: prompts, rules or the brief have changed since, or the library's request has."""


class Exchange(BaseModel):
    """A request and what came back.

    Attributes:
        sent: The hash of the request's body.
        status: The HTTP status.
        body: The body, as JSON; the arguments of a tool call and the content of a message may be JSON too.
    """

    model_config = ConfigDict(extra="forbid")

    sent: str
    status: int = 200
    body: Any


class Recording(BaseModel):
    """What a model answered for one draft.

    Attributes:
        brief: The brief.
        model: The model, as litellm names it.
        mode: How it was asked for data.
        answered_by: Who answered: a model over the wire, a model by hand, or a person.
        asked_with: The prompts it answered, each by the beginning of its text's hash; replayed under others, it says so.
        fault: What is wrong with the answer, where it is a bad one.
        ends: How the draft is to end: ``draft``, or a failure.
        absent: Words that may stand nowhere in the draft.
        not_from_source: Values that may only stand in the draft as proposals.
        exchanges: What was sent and answered, in order.
    """

    model_config = ConfigDict(extra="forbid")

    brief: str
    model: str
    mode: Mode
    answered_by: str
    asked_with: dict[str, str]
    fault: str = ""
    ends: str = "draft"
    absent: tuple[str, ...] = ()
    not_from_source: tuple[str, ...] = ()
    exchanges: list[Exchange]


def names() -> list[str]:
    """The recordings there are."""
    return sorted(file.stem for file in DATA.glob("*.json"))


def load(name: str) -> Recording:
    """A recording, by its name."""
    return Recording.model_validate_json((DATA / f"{name}.json").read_text(encoding="utf-8"))


def save(name: str, recording: Recording) -> None:
    """Write a recording down."""
    write_record(DATA / f"{name}.json", recording)


def write_record(file: Path, record: BaseModel) -> None:
    """Write a case of a data set as JSON that a person can read, without what is as it always is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    said = json.loads(record.model_dump_json(exclude_defaults=True))
    file.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def prompts_now(language: str, *tasks: str) -> dict[str, str]:
    """The prompts of these tasks in a language, each by the beginning of its text's hash."""
    texts = {f"{task}.{language}": prompt(task, language) for task in tasks}
    return {name: hashlib.sha256(text.encode()).hexdigest()[:12] for name, text in texts.items()}


def hash_of(content: bytes) -> str:
    """The hash of a request's body, whatever the order of its fields."""
    canonical = json.dumps(json.loads(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class Replaying(Wire):
    """A wire that leads to a recording."""

    key = "-"

    def __init__(self, exchanges: Sequence[Exchange]) -> None:
        """Lead to what is recorded."""
        super().__init__()
        self._left = list(exchanges)
        self.asked: list[str] = []
        self.missed: list[str] = []

    @property
    def stale(self) -> int:
        """How many answers nobody asked for."""
        return len(self._left)

    def raise_if_missed(self, name: str) -> None:
        """Tell of the requests that have no answer.

        Raises:
            MissError: There are some in the recording called ``name``.
        """
        if self.missed:
            raise MissError(f"no recorded answer in {name} for {', '.join(sent[:12] for sent in self.missed)}")

    @override
    async def send(self, request: httpx.Request, *, streams: bool) -> httpx.Response:
        sent = hash_of(request.content)
        self.asked.append(sent)
        exchange = self._next(sent)
        if exchange is None:
            self.missed.append(sent)
            self.stop(Failure.UNREACHABLE)
        self._left.remove(exchange)
        return self._given(exchange, request)

    def _next(self, sent: str) -> Exchange | None:
        """The first answer to this that was not given yet: the same may be asked again after a failure."""
        return next((exchange for exchange in self._left if exchange.sent == sent), None)

    def _given(self, exchange: Exchange, request: httpx.Request) -> httpx.Response:
        self.seen.status = exchange.status
        return httpx.Response(exchange.status, json=_as_sent(exchange.body), request=request)


class Rekeying(Replaying):
    """A wire that gives the answers in the order they were recorded in, and notes what they now answer."""

    def __init__(self, exchanges: Sequence[Exchange]) -> None:
        """Answer with ``exchanges``."""
        self.exchanges = [exchange.model_copy() for exchange in exchanges]
        super().__init__(self.exchanges)

    @override
    def _next(self, sent: str) -> Exchange | None:
        exchange = self._left[0] if self._left else None
        if exchange is not None:
            exchange.sent = sent
        return exchange


class Recorder(Wire):
    """A wire to the model service that keeps what is said on it; keys are in no body, and are not kept."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        super().__init__()
        self.exchanges: list[Exchange] = []

    @override
    async def send(self, request: httpx.Request, *, streams: bool) -> httpx.Response:
        response = await super().send(request, streams=streams)
        body = json.loads(response.content) if response.content else None
        self.exchanges.append(Exchange(sent=hash_of(request.content), status=response.status_code, body=body))
        return response


class OnWire(LlmDrafter):
    """A drafter with a model whose one draft goes over a given wire."""

    def __init__(self, model: str, wire: Wire, mode: Mode | None = None, api_base: str | None = None) -> None:
        """Draft with ``model`` over ``wire``."""
        super().__init__(model, mode=mode, api_base=api_base, pause_seconds=0)
        self._wire = wire

    @override
    def wire(self) -> Wire:
        return self._wire


def _as_sent(body: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """A body as it goes over the wire: JSON that is text there is text again."""
    if isinstance(body, list):
        return [_as_sent(item) for item in body]
    if not isinstance(body, dict):
        return body
    return {
        name: json.dumps(value, ensure_ascii=False)
        if name == "arguments" and isinstance(value, dict)
        else _as_sent(value)
        for name, value in body.items()
    }
