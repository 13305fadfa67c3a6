"""Drafts that are kept: looking at them, changing them, and removing them."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, Field

from api import refusals
from api.access import Caller, caller_with
from api.asked import brief_of, profile_of
from api.bodies import body_of, described_body
from api.descriptions import BRIEF, DRAFT, DRAFTS, EXPORT, IF_MATCH, IF_MATCH_REQUIRED, REVISIONS
from api.etags import expected
from api.large import by_size
from api.problems import ProblemError, described
from api.records import json_response, stored_headers, stored_record
from api.sets import SetBody, set_from
from api.stored import DraftId, found
from assistant.drafters import Provenance
from assistant.drafting import Draft, carried_over, edited
from assistant.formats.drafts import read_questions
from assistant.formats.exports import ExportForm, export_draft
from assistant.formats.records import draft_record, plain
from assistant.formats.sets import read_set_data
from assistant.store import ChangedError, Scope, StoredDraft

router = APIRouter(prefix="/v1/drafts", tags=["drafts"])

Reader = Annotated[Caller, Depends(caller_with(Scope.READ))]
Writer = Annotated[Caller, Depends(caller_with(Scope.WRITE))]
_EXAMPLE = {
    "okr_set": "Mål 1: Kundene kommer igjen\n- NR1: Gjenkjøp fra 45 % til 60 % innen 30. april 2026 (eier: Ola)"
}


class ChangeBody(BaseModel):
    """A draft as it shall be."""

    okr_set: SetBody = Field(description="The set: Markdown, or an object as /v1/schemas/okr-set has it.")


@router.get("", summary="List drafts", responses={200: DRAFTS, **described(401, 403, 422, 429)})
async def list_drafts(
    caller: Reader,
    limit: Annotated[int, Query(ge=1, le=100, description="How many.")] = 20,
    after: Annotated[str | None, Query(max_length=200, description="`next` of the page before.")] = None,
) -> Response:
    """List drafts, the one that was changed last first."""
    try:
        summaries, following = await caller.service.store.drafts(caller.tenant, limit=limit, after=after)
    except ValueError:
        raise ProblemError(refusals.BAD_PARAMETER, [("after", "no_cursor")]) from None
    return json_response({"drafts": plain(summaries), "next": following})


@router.get("/{draft_id}", summary="Show a draft", responses={200: DRAFT, **described(401, 403, 404, 429)})
async def show_draft(caller: Reader, draft_id: DraftId) -> Response:
    """Show a draft as it stands. The `ETag` says which revision it is."""
    stored = await found(caller, draft_id)
    return json_response(stored_record(stored), headers=stored_headers(stored))


@router.put(
    "/{draft_id}",
    summary="Change a draft",
    openapi_extra={**described_body(ChangeBody, _EXAMPLE), "parameters": [IF_MATCH_REQUIRED]},
    responses={200: DRAFT, **described(400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 428, 429)},
)
async def change_draft(
    request: Request,
    caller: Writer,
    draft_id: DraftId,
    body: Annotated[ChangeBody, Depends(body_of(ChangeBody))],
) -> Response:
    """Put another set in the draft's place. It is checked against the same strategy, and kept as a new revision.

    `If-Match` has to name the revision that is changed, so that nobody's change is lost.
    """
    revision = expected(request, required=True)
    stored = await found(caller, draft_id)
    if revision not in {None, stored.revision}:
        raise ChangedError(stored.revision)
    size = len(request.state.body) + len(str(stored.brief))
    made = await by_size(size, _edited, stored, body.okr_set)
    changed = await caller.service.store.change_draft(
        caller.tenant, draft_id, draft_record(made), expected=revision, kind="edited", by=caller.name
    )
    return json_response(stored_record(changed), headers=stored_headers(changed))


def _edited(stored: StoredDraft, given: SetBody) -> Draft:
    okr_set = set_from(given).okr_set
    if isinstance(given, str):
        okr_set = carried_over(okr_set, read_set_data(stored.record["okr_set"]).okr_set)
    return edited(
        okr_set,
        brief_of(stored.brief),
        Provenance(**stored.record["provenance"]),
        profile_of(stored.brief),
        questions=read_questions(stored.record["questions"]),
    )


@router.delete(
    "/{draft_id}",
    status_code=204,
    summary="Remove a draft",
    openapi_extra={"parameters": [IF_MATCH]},
    responses={204: {"description": "It is gone"}, **described(401, 403, 404, 412, 429)},
)
async def delete_draft(request: Request, caller: Writer, draft_id: DraftId) -> Response:
    """Remove a draft, its strategy and all its revisions, for good."""
    await caller.service.store.delete_draft(caller.tenant, draft_id, expected=expected(request, required=False))
    return Response(status_code=204)


@router.get(
    "/{draft_id}/revisions",
    summary="List a draft's revisions",
    responses={200: REVISIONS, **described(401, 403, 404, 429)},
)
async def list_revisions(caller: Reader, draft_id: DraftId) -> Response:
    """List who changed what, and when: the first revision first."""
    revisions = await caller.service.store.revisions(caller.tenant, draft_id)
    return json_response({"revisions": plain(revisions)})


@router.get(
    "/{draft_id}/revisions/{number}",
    summary="Show a draft as it was",
    responses={200: DRAFT, **described(401, 403, 404, 422, 429)},
)
async def show_revision(
    caller: Reader,
    draft_id: DraftId,
    number: Annotated[int, Path(ge=1, le=1_000_000_000, description="The revision, from 1.")],
) -> Response:
    """Show a draft as it was at one of its revisions."""
    stored = await found(caller, draft_id, number)
    return json_response(stored_record(stored), headers=stored_headers(stored))


@router.get(
    "/{draft_id}/brief", summary="Show a draft's strategy", responses={200: BRIEF, **described(401, 403, 404, 429)}
)
async def show_brief(caller: Reader, draft_id: DraftId) -> Response:
    """Show what the draft was asked for with: `start` and `end` of its quotes count in this text."""
    return json_response((await found(caller, draft_id)).brief)


@router.get(
    "/{draft_id}/export",
    summary="Export a draft",
    responses={200: EXPORT, **described(401, 403, 404, 422, 429)},
)
async def export(
    caller: Reader,
    draft_id: DraftId,
    form: Annotated[ExportForm, Query(alias="format", description="The kind of file.")],
) -> Response:
    """Give the draft with its questions and its follow-up as a file."""
    stored = await found(caller, draft_id)
    made = await asyncio.to_thread(export_draft, stored.record, form)
    headers = {"Content-Disposition": f'attachment; filename="{made.filename}"', **stored_headers(stored)}
    return Response(made.content, 200, headers, made.media_type)
