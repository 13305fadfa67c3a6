"""Checking a set of OKRs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from api.access import Caller, caller_with
from api.asked import ProfileName
from api.bodies import body_of, described_body
from api.briefs import BriefBody, brief_from
from api.descriptions import REVIEW
from api.large import by_size
from api.observing.metrics import count_findings
from api.problems import described
from api.records import json_response
from api.sets import SetBody, set_from
from assistant.formats.records import read_review_record
from assistant.review import Checker
from assistant.rules.profile import load_profile
from assistant.store import Scope

router = APIRouter(tags=["checks"])

_EXAMPLE = {
    "okr_set": "Objective 1: Customers come back\n- KR1: Repurchase from 45% to 60% by 30 April 2026 (owner: Ola)",
    "brief": "# Strategy\n\nWe shall raise repurchase from 45% to 60% by 30 April 2026.",
}


class CheckBody(BaseModel):
    """What is to be checked."""

    okr_set: SetBody = Field(description="The set: Markdown, or an object as /v1/schemas/okr-set has it.")
    brief: BriefBody | None = Field(
        default=None, description="The strategy it serves: Markdown, or an object of fields."
    )
    profile: ProfileName | None = Field(default=None, description="The thresholds to check by.")


@router.post(
    "/v1/check",
    summary="Check a set of OKRs",
    openapi_extra=described_body(CheckBody, _EXAMPLE),
    responses={200: REVIEW, **described(400, 401, 403, 408, 413, 415, 422, 429)},
)
async def check_set(
    request: Request,
    _caller: Annotated[Caller, Depends(caller_with(Scope.CHECK))],
    body: Annotated[CheckBody, Depends(body_of(CheckBody))],
) -> Response:
    """Check a set against every rule; with a brief, also what it has to do with the strategy. Nothing is kept."""
    review = await by_size(len(request.state.body), _reviewed, body)
    count_findings(review)
    return json_response(review)


def _reviewed(body: CheckBody) -> dict[str, Any]:
    read = set_from(body.okr_set)
    brief = None if body.brief is None else brief_from(body.brief)
    review = Checker(brief, load_profile(body.profile or "default")).check(read.okr_set, read.ignored())
    return read_review_record(review, read, review.language)
