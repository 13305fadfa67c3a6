"""Keeping what was made: a new draft, or a new revision of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.observing.metrics import count_draft, count_findings
from api.records import stored_answer, to_bytes, unkept_record
from assistant.formats.records import draft_record
from assistant.store import Answer

if TYPE_CHECKING:
    from api.access import Caller
    from api.asked import Asked
    from assistant.drafting import Draft
    from assistant.store import Claim


async def keep(caller: Caller, made: Draft, asked: Asked, claim: Claim | None) -> Answer:
    """Keep a draft, and with it the answer to the request that claimed it; all of it or nothing.

    A service that keeps nothing answers with a draft that has no id.
    """
    store, record = caller.service.store, draft_record(made)
    if not caller.service.keeps:
        answer = Answer(status=200, headers={}, body=to_bytes(unkept_record(record)))
        if claim is not None:
            await store.answered(claim, answer)
        count(record)
        return answer
    stored = await store.add_draft(
        caller.tenant,
        record,
        brief=asked.given,
        language=asked.given.get("language"),
        by=caller.name,
        claim=claim,
        answer=lambda it: stored_answer(it, 201),
    )
    count(record)
    return stored_answer(stored, 201)


def count(record: dict[str, Any]) -> None:
    """Let the metrics take note of a draft, once it is kept: one that cannot be is counted as refused."""
    count_draft(record["provenance"], record["review"]["verdict"])
    count_findings(record["review"])
