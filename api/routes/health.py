"""Whether the service runs."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter(tags=["health"])


class Live(BaseModel):
    """The service runs."""

    status: Literal["live"] = "live"


@router.get("/v1/health/live")
async def live() -> Live:
    """Say that the service runs."""
    return Live()
