"""Drafting a set of OKRs: as one answer, or as a stream of what happens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.access import Caller, caller_with
from api.asked import DraftBody, understood
from api.bodies import body_of, described_body
from api.descriptions import IDEMPOTENCY_KEY, STREAMED_DRAFT
from api.keeping import keep
from api.problems import described
from api.records import response_of
from api.work import claimed, working
from assistant.store import Answer, Scope

router = APIRouter(tags=["drafts"])

_EXAMPLE = {"brief": "# Strategi\n\n- Vi skal øke gjenkjøp fra 45 % til 60 % innen 30. april 2026.", "language": "nb"}


@router.post(
    "/v1/drafts",
    status_code=201,
    summary="Draft OKRs from a strategy",
    openapi_extra={**described_body(DraftBody, _EXAMPLE), "parameters": [IDEMPOTENCY_KEY]},
    responses={201: STREAMED_DRAFT, **described(400, 401, 403, 408, 409, 413, 415, 422, 429, 502, 503, 504)},
)
async def make_draft(
    request: Request,
    caller: Annotated[Caller, Depends(caller_with(Scope.WRITE))],
    body: Annotated[DraftBody, Depends(body_of(DraftBody))],
) -> Response:
    """Draft objectives and key results, check them, and keep them.

    With `Accept: text/event-stream` the same request is answered by events: `progress`, `objective` as each is complete,
    and in the end one `draft` or one `error`. With an `Idempotency-Key` it is done once, however often it is sent.
    A service that keeps nothing (`OKR_RETENTION=none`) answers 200 and a draft without an id.
    """
    async with claimed(caller, request) as claim:
        if isinstance(claim, Answer):
            return response_of(claim, again=True)
        asked = await understood(caller.service, body, len(request.state.body))
        async with working(caller, asked.drafter, asked.brief) as work:
            made = await work.draft(asked.brief, asked.profile)
            return response_of(await keep(caller, made, asked, claim))
