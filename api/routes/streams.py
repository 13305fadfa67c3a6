"""Drafting as a stream of server-sent events: what happens as it happens, and the draft in the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.routing import APIRoute
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.routing import Match
from typing_extensions import override

from api import refusals
from api.access import Caller, caller_with
from api.asked import Asked, DraftBody, understood
from api.bodies import body_of
from api.keeping import keep
from api.languages import preferred
from api.problems import ProblemError, problem_of
from api.records import to_bytes
from api.work import Work, claimed, working
from assistant.drafters.events import Event, ObjectiveWritten, Step, StepBegan, UsageCounted
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.formats.records import plain
from assistant.store import Answer, Claim, Scope

if TYPE_CHECKING:
    from starlette.types import Scope as AsgiScope

    from api.draining import Draining
    from assistant.okr import Language, Objective


class _WhereEventsAreWanted(APIRoute):
    """A route for requests that accept server-sent events; the others go on to the route that answers at once."""

    @override
    def matches(self, scope: AsgiScope) -> tuple[Match, AsgiScope]:
        match, below = super().matches(scope)
        wanted = any(name == b"accept" and b"text/event-stream" in value.lower() for name, value in scope["headers"])
        return (match, below) if match is Match.FULL and wanted else (Match.NONE, {})


router = APIRouter(tags=["drafts"], route_class=_WhereEventsAreWanted)


@dataclass(slots=True)
class _Prepared:
    """A stream that may begin: refusals are answered before it, with their own status.

    Attributes:
        caller: For whom.
        asked: What is asked.
        work: The draft in the making.
        claim: What the ``Idempotency-Key`` claims.
        language: The reader's.
        draining: Whether the service is about to end.
        stack: What has to be done however it ends.
    """

    caller: Caller
    asked: Asked
    work: Work
    claim: Claim | None
    language: Language
    draining: Draining
    stack: AsyncExitStack


async def _prepared(
    request: Request,
    caller: Annotated[Caller, Depends(caller_with(Scope.WRITE))],
    body: Annotated[DraftBody, Depends(body_of(DraftBody))],
) -> _Prepared | Answer:
    async with AsyncExitStack() as stack:
        claim = await stack.enter_async_context(claimed(caller, request))
        if isinstance(claim, Answer):
            return claim
        asked = await understood(caller.service, body, len(request.state.body))
        work = await stack.enter_async_context(working(caller, asked.drafter, asked.brief))
        return _Prepared(caller, asked, work, claim, preferred(request), request.app.state.draining, stack.pop_all())


@router.post("/v1/drafts", response_class=EventSourceResponse, include_in_schema=False)
async def stream_draft(
    prepared: Annotated[_Prepared | Answer, Depends(_prepared)],
) -> AsyncIterator[ServerSentEvent]:
    """Do as the route that answers at once does, and tell what happens on the way."""
    if isinstance(prepared, Answer):
        yield _event("draft", prepared.body)
        return
    try:
        async with prepared.stack:
            async for event in _draft(prepared):
                yield event
    except Exception as error:  # noqa: BLE001 - the status is sent, so that every error has to be an event
        yield _event("error", problem_of(error).in_bytes(prepared.language))


async def _draft(prepared: _Prepared) -> AsyncIterator[ServerSentEvent]:
    """What happens, as events; the draft comes last. Leaving it early ends the call to the model."""
    told: asyncio.Queue[Event | ProblemError | None] = asyncio.Queue()
    asked, work = prepared.asked, prepared.work
    yield _progress(StepBegan(Step.READING))
    making = asyncio.create_task(work.draft(asked.brief, asked.profile, told.put_nowait))
    making.add_done_callback(lambda _: told.put_nowait(None))
    ending = asyncio.create_task(prepared.draining.over.wait())
    ending.add_done_callback(lambda _: told.put_nowait(ProblemError(refusals.NOT_READY)))
    try:
        if isinstance(work.drafter, ExtractiveDrafter):
            yield _progress(StepBegan(Step.DRAFTING))
        while (event := await told.get()) is not None:
            if isinstance(event, ProblemError):
                raise event
            yield _objective(event.index, event.objective) if isinstance(event, ObjectiveWritten) else _progress(event)
        made = await making
    finally:
        ending.cancel()
        making.cancel()
        await asyncio.gather(making, ending, return_exceptions=True)
    if isinstance(work.drafter, ExtractiveDrafter):
        for index, objective in enumerate(made.okr_set.objectives):
            yield _objective(index, objective)
    yield _progress(StepBegan(Step.SAVING))
    answer = await keep(prepared.caller, made, asked, prepared.claim)
    await work.settle()  # before the last event, with which its reader may leave
    yield _event("draft", answer.body)


def _event(name: str, data: bytes | None) -> ServerSentEvent:
    return ServerSentEvent(event=name, raw_data=(data or b"null").decode())


def _progress(event: StepBegan | UsageCounted) -> ServerSentEvent:
    return _event("progress", to_bytes(plain(event)))


def _objective(index: int, objective: Objective) -> ServerSentEvent:
    return _event("objective", to_bytes({"index": index, "objective": plain(objective)}))
