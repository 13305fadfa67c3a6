"""What the operators of the service see of it: a log, metrics and traces, none of them with content."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI
    from fastapi.telemetry import TelemetryConfig

NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""What ``FastAPI(telemetry=...)`` has to be given: its own spans and logs hold queries, bodies and errors' texts."""


def add_observing(app: FastAPI) -> None:
    """Observe every request of ``app``; to be called last, so that nothing happens outside of it."""
    from api.observing.observed import Observed

    app.add_middleware(Observed)


@asynccontextmanager
async def observing(level: str = "info") -> AsyncIterator[None]:
    """Log and trace for as long as the block runs; for the lifespan, around everything else.

    Args:
        level: From which level the log is written: debug, info, warning or error.
    """
    from api.observing.logs import configure_logs, note_error
    from api.observing.traces import start_traces, stop_traces

    restore = configure_logs(level)
    try:
        start_traces()
        yield
    except Exception as error:
        note_error(error)  # the server writes the error's text, which is left out of the log
        raise
    finally:
        await stop_traces()
        restore()
