"""What is held about whoever asks."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.access import Caller, caller_with
from api.descriptions import EVERYTHING
from api.problems import described
from api.records import json_response
from assistant.store import Scope

router = APIRouter(tags=["tenant"])


@router.get(
    "/v1/tenant/export",
    summary="Export all that is held",
    responses={200: EVERYTHING, **described(401, 403, 429)},
)
async def export_everything(caller: Annotated[Caller, Depends(caller_with(Scope.EXPORT))]) -> Response:
    """Give all that is held about the tenant as one JSON file: drafts with every revision, keys without secrets, usage."""
    held = await caller.service.store.everything(caller.tenant)
    return await asyncio.to_thread(
        json_response, held, headers={"Content-Disposition": 'attachment; filename="okr-assistant.json"'}
    )
