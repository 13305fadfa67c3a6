"""Checking a set of OKRs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.bodies import body_of, described_body
from api.briefs import BriefBody, brief_from
from api.problems import described
from assistant.formats.decoding import checked
from assistant.formats.records import read_review_record
from assistant.formats.set_parts import ReadSet
from assistant.formats.sets import read_set_data, read_set_text
from assistant.review import Checker

router = APIRouter(tags=["checks"])

_EXAMPLE = {
    "okr_set": "Objective 1: Customers come back\n- KR1: Repurchase from 45% to 60% by 30 April 2026 (owner: Ola)",
    "brief": "# Strategy\n\nWe shall raise repurchase from 45% to 60% by 30 April 2026.",
}


class CheckBody(BaseModel):
    """What is to be checked."""

    okr_set: str | dict[str, Any] = Field(description="The set: Markdown, or an object as /v1/schemas/okr-set has it.")
    brief: BriefBody | None = Field(
        default=None, description="The strategy it serves: Markdown, or an object of fields."
    )


@router.post(
    "/v1/check", openapi_extra=described_body(CheckBody, _EXAMPLE), responses=described(400, 408, 413, 415, 422)
)
def check_set(body: Annotated[CheckBody, Depends(body_of(CheckBody))]) -> dict[str, Any]:
    """Check a set of OKRs against every rule; with a brief, also what it has to do with the strategy."""
    read = _set_from(body.okr_set)
    checker = Checker(None if body.brief is None else brief_from(body.brief))
    review = checker.check(read.okr_set, read.ignored())
    return read_review_record(review, read, review.language)


def _set_from(given: str | dict[str, Any]) -> ReadSet:
    return read_set_text(checked(given)) if isinstance(given, str) else read_set_data(given)
