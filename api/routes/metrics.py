"""What the service has done, in numbers."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from api.access import caller_with
from api.observing.metrics import CONTENT_TYPE, exposition
from api.problems import described
from assistant.store import Scope

router = APIRouter(tags=["operations"], dependencies=[Depends(caller_with(Scope.METRICS))])


@router.get(
    "/metrics",
    response_class=Response,
    summary="Show metrics",
    responses={
        200: {"description": "Prometheus' text format.", "content": {"text/plain": {"schema": {"type": "string"}}}},
        **described(401, 403, 429),
    },
)
def show_metrics() -> Response:
    """Give the service's metrics, for Prometheus: counts and times, with no text and no names of tenants."""
    return Response(exposition(), media_type=CONTENT_TYPE)
