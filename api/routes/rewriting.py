"""Other words for a part of a draft."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from api import refusals
from api.access import Caller, caller_with
from api.asked import brief_of, profile_of
from api.bodies import body_of, described_body
from api.descriptions import DRAFT, IDEMPOTENCY_KEY, IF_MATCH
from api.etags import expected
from api.keeping import count
from api.large import by_size
from api.problems import ProblemError, described
from api.records import response_of, stored_answer
from api.stored import DraftId, found
from api.work import claimed, working
from assistant.drafting import Rewriting
from assistant.formats.drafts import read_questions
from assistant.formats.records import draft_record
from assistant.formats.sets import read_set_data
from assistant.store import Answer, ChangedError, Scope

router = APIRouter(tags=["drafts"])

_EXAMPLE = {"path": "/objectives/0/key_results/1", "instruction": "mer ambisiøst"}
_LONGEST_INSTRUCTION = 500


class RewriteBody(BaseModel):
    """What is to be worded anew, and how."""

    path: str = Field(max_length=100, description="A JSON pointer to an objective or a key result.")
    instruction: str = Field(
        min_length=1, max_length=_LONGEST_INSTRUCTION, description="What is wanted, in a sentence or two."
    )


@router.post(
    "/v1/drafts/{draft_id}/rewrite",
    summary="Have a part of a draft worded anew",
    openapi_extra={**described_body(RewriteBody, _EXAMPLE), "parameters": [IF_MATCH, IDEMPOTENCY_KEY]},
    responses={200: DRAFT, **described(400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 429, 502, 503, 504)},
)
async def rewrite_draft(
    request: Request,
    caller: Annotated[Caller, Depends(caller_with(Scope.WRITE))],
    draft_id: DraftId,
    body: Annotated[RewriteBody, Depends(body_of(RewriteBody))],
) -> Response:
    """Ask the language model for other words for one objective or key result; the rest stays as it is.

    The new words are held against the strategy, checked with the whole draft, and kept as a new revision.
    """
    async with claimed(caller, request) as claim:
        if isinstance(claim, Answer):
            return response_of(claim, again=True)
        revision = expected(request, required=False)
        stored = await found(caller, draft_id)
        if revision not in {None, stored.revision}:
            raise ChangedError(stored.revision)
        drafter = caller.service.drafter("llm")
        if drafter is None:
            raise ProblemError(refusals.NO_OTHER_WORDS)
        okr_set = read_set_data(stored.record["okr_set"]).okr_set
        questions = read_questions(stored.record["questions"])
        brief = await by_size(len(str(stored.brief)), brief_of, stored.brief)
        async with working(caller, drafter, brief) as work:
            made = await work.rewrite(
                Rewriting(okr_set, body.path, body.instruction, questions), brief, profile_of(stored.brief)
            )
            record = draft_record(made)
            changed = await caller.service.store.change_draft(
                caller.tenant,
                draft_id,
                record,
                expected=stored.revision,
                kind="rewritten",
                by=caller.name,
                claim=claim,
                answer=stored_answer,
            )
            count(record)
            return response_of(stored_answer(changed))
