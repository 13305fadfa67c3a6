"""The form of a set of OKRs, for programs that write one."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from assistant.formats.sets import set_adapter

router = APIRouter(tags=["schemas"])


@router.get("/v1/schemas/okr-set")
def okr_set() -> dict[str, Any]:
    """Give the JSON schema (2020-12) of a set of OKRs."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **set_adapter().json_schema()}
