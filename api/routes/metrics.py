"""What the service has done, in numbers."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from api.observing.metrics import CONTENT_TYPE, exposition

router = APIRouter(tags=["operations"])
"""Whoever includes it says who may ask: ``include_router(metrics.router, dependencies=[...])``."""


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"description": "Prometheus' text format.", "content": {"text/plain": {"schema": {"type": "string"}}}}
    },
)
def show_metrics() -> Response:
    """Give the service's metrics, for Prometheus: counts and times, with no text and no names of tenants."""
    return Response(exposition(), media_type=CONTENT_TYPE)
