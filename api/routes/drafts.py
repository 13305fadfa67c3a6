"""Drafting a set of OKRs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.bodies import body_of, described_body
from api.briefs import BriefBody, brief_from
from api.problems import described
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import NoStrategyError, draft
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.formats.records import draft_record
from assistant.okr import Language

router = APIRouter(tags=["drafts"])

_EXAMPLE = {"brief": "# Strategi\n\n- Vi skal øke gjenkjøp fra 45 % til 60 % innen 30. april 2026.", "language": "nb"}


class DraftBody(BaseModel):
    """What is to be drafted from."""

    brief: BriefBody = Field(description="The strategy: Markdown or plain text, or an object of fields.")
    language: Literal["nb", "nn", "en"] | None = Field(
        default=None, description="The language to read and write in; found out when not given."
    )


@router.post(
    "/v1/drafts", openapi_extra=described_body(DraftBody, _EXAMPLE), responses=described(400, 408, 413, 415, 422)
)
def make_draft(body: Annotated[DraftBody, Depends(body_of(DraftBody))]) -> dict[str, Any]:
    """Draft OKRs from a strategy, from its own words and numbers: without a language model. Nothing is kept."""
    brief = brief_from(body.brief, Language(body.language) if body.language else None)
    try:
        return draft_record(draft(brief, ExtractiveDrafter()))
    except NoStrategyError:
        raise InputError(errors.NO_STRATEGY, errors.PASTE_STRATEGY) from None
