"""Traces for OpenTelemetry, when ``OTEL_EXPORTER_OTLP_ENDPOINT`` says where to send them; otherwise they cost nothing.

A span holds what the lists here allow, and no text. The tracer is this module's own: a global one would be found by
every library that has spans to give, FastAPI among them, and theirs hold paths, queries and the texts of errors.
"""

from __future__ import annotations

import asyncio
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Span, Tracer

Note = Callable[..., None]
"""Notes attributes of a span that became known while it was open."""

ATTRIBUTES = {
    "method": "http.request.method",
    "route": "http.route",
    "status": "http.response.status_code",
    "step": "okr.draft.step",
    "round": "okr.draft.round",
    "drafter": "okr.drafter",
    "model": "gen_ai.request.model",
    "calls": "okr.model.calls",
    "input_tokens": "gen_ai.usage.input_tokens",
    "output_tokens": "gen_ai.usage.output_tokens",
}
"""What a span may hold, by the name it is given here; everything else is left out."""

_ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
_SAFE = re.compile(r"[\w./{}:@-]{1,100}")
_SECONDS_TO_STOP = 5.0


class _Tracing:
    """What is on in this process."""

    tracer: Tracer | None = None
    provider: TracerProvider | None = None


def start_traces(exporter: SpanExporter | None = None, environment: Mapping[str, str] | None = None) -> bool:
    """Begin to trace, if the environment says where traces go; until :func:`stop_traces`.

    Args:
        exporter: Where they go instead, for tests.
        environment: Where to look; the process's own when not given.

    Returns:
        Whether traces are on.
    """
    given = os.environ if environment is None else environment
    if exporter is None and not any(given.get(name) for name in _ENDPOINTS):
        return False
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    # Made without detectors: some ask the cloud's own addresses where they run.
    resource = Resource(
        {
            "service.name": given.get("OTEL_SERVICE_NAME") or "okr-assistant",
            "service.version": version("okr-assistant"),
        }
    )
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(exporter or _over_http()))
    _Tracing.provider, _Tracing.tracer = provider, provider.get_tracer("okr")
    return True


async def stop_traces() -> None:
    """Send what is left, for a few seconds at most, and trace no more."""
    provider = _Tracing.provider
    _Tracing.provider = _Tracing.tracer = None
    if provider is None:
        return
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def end() -> None:
        provider.shutdown()
        if not loop.is_closed():
            loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=end, name="end-of-traces", daemon=True).start()
    try:
        async with asyncio.timeout(_SECONDS_TO_STOP):
            await ended.wait()
    except TimeoutError:  # the address does not answer; nobody shall wait for it
        pass


def span(name: str, **attributes: str | int | None) -> AbstractContextManager[Note]:
    """Trace a block.

    Args:
        name: What is done in it: fixed words, nothing that was sent.
        attributes: Of :data:`ATTRIBUTES`.

    Returns:
        A context that gives a function for attributes that become known on the way.
    """
    tracer = _Tracing.tracer
    return nullcontext(_ignore) if tracer is None else _opened(tracer, name, attributes)


def request_span(method: str, headers: Iterable[tuple[bytes, bytes]]) -> AbstractContextManager[Note]:
    """Trace the answering of a request, as a part of the caller's trace if it names one (W3C ``traceparent``).

    Args:
        method: One of the known methods.
        headers: The request's headers.
    """
    tracer = _Tracing.tracer
    return nullcontext(_ignore) if tracer is None else _request_opened(tracer, method, headers)


def tracer() -> Tracer | None:
    """What spans are made with; nothing when traces are off."""
    return _Tracing.tracer


def allowed(attributes: Mapping[str, object]) -> dict[str, Any]:
    """The attributes a span may hold, under the names OpenTelemetry gives them."""
    return {
        ATTRIBUTES[name]: value
        for name, value in attributes.items()
        if name in ATTRIBUTES and (isinstance(value, int) or (isinstance(value, str) and _SAFE.fullmatch(value)))
    }


# --- parts -----------------------------------------------------------------------------------------------------------


def _ignore(**_attributes: object) -> None:
    """Note nothing: traces are off."""


def _over_http() -> SpanExporter:
    import requests
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    session = requests.Session()
    session.trust_env = False  # no proxy and no .netrc: nobody but the address that was set
    return OTLPSpanExporter(session=session)


@contextmanager
def _opened(
    tracer: Tracer, name: str, attributes: Mapping[str, object], context: Context | None = None
) -> Iterator[Note]:
    from opentelemetry.trace import SpanKind

    kind = SpanKind.INTERNAL if context is None else SpanKind.SERVER
    with tracer.start_as_current_span(
        name, context, kind, allowed(attributes), record_exception=False, set_status_on_exception=False
    ) as opened:
        try:
            yield lambda **found: opened.set_attributes(allowed(found))
        except BaseException as error:
            fail(opened, error)
            raise


@contextmanager
def _request_opened(tracer: Tracer, method: str, headers: Iterable[tuple[bytes, bytes]]) -> Iterator[Note]:
    from opentelemetry.context import Context
    from opentelemetry.trace import get_current_span
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    # Not tracestate: it is free text.
    given = next((value.decode("latin-1") for name, value in headers if name == b"traceparent"), "")
    context = TraceContextTextMapPropagator().extract({"traceparent": given}, Context())
    with _opened(tracer, "request", {"method": method}, context) as note:
        opened = get_current_span()

        def note_end(*, route: str, status: int) -> None:
            note(route=route, status=status)
            opened.update_name(f"{method} {route}")

        yield note_end


def fail(opened: Span, error: BaseException) -> None:
    """Mark a span as failed, by the kind of error alone."""
    from opentelemetry.trace import StatusCode

    opened.set_attribute("error.type", type(error).__name__)
    opened.set_status(StatusCode.ERROR)
