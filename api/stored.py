"""Finding a draft of the caller's; another's is as a missing one."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, Path

from api import refusals
from api.access import Caller
from api.problems import ProblemError
from assistant.store import StoredDraft

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def _id(draft_id: Annotated[str, Path(description="The draft's id.")]) -> str:
    if not _ID.fullmatch(draft_id):
        raise ProblemError(refusals.NO_SUCH_DRAFT)
    return draft_id


DraftId = Annotated[str, Depends(_id)]
"""A path's draft id: what cannot be one is as a missing one."""


async def found(caller: Caller, draft_id: str, number: int | None = None) -> StoredDraft:
    """A draft of the caller's, as it stands or as it was at a revision.

    Raises:
        MissingError: There is none, or it is another's.
    """
    store = caller.service.store
    if number is None:
        return await store.draft(caller.tenant, draft_id)
    return await store.revision(caller.tenant, draft_id, number)
