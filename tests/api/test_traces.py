"""Traces: what spans there are, what they may hold, and that without an address there are none."""

from __future__ import annotations

import asyncio
import http.server
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from typing_extensions import override

from api.app import create_app
from api.observing import traces
from api.observing.steps import traced_steps
from assistant.drafters.events import Event, Step, StepBegan, UsageCounted
from tests.api.asgi import answer_of
from tests.api.slow_app import create_app as create_breaking
from tests.running import ROOT

CANARY = "kanarifugl"
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def spans() -> Iterator[Spans]:
    exporter = InMemorySpanExporter()
    assert traces.start_traces(exporter)
    yield Spans(exporter)
    asyncio.run(traces.stop_traces())


class Spans:
    def __init__(self, exporter: InMemorySpanExporter) -> None:
        self.exporter = exporter

    def all(self) -> tuple[ReadableSpan, ...]:
        """Every span that has ended, in the order they ended."""
        assert traces._Tracing.provider is not None
        traces._Tracing.provider.force_flush()
        return self.exporter.get_finished_spans()


def test_a_request_is_a_span_of_its_template(spans: Spans) -> None:
    """Method, template and status, and that is all."""
    answer_of(create_app(), "/v1/rules/TSK01", query=CANARY)
    (span,) = spans.all()
    assert span.name == "GET /v1/rules/{code}"
    assert dict(span.attributes or {}) == {
        "http.request.method": "GET",
        "http.route": "/v1/rules/{code}",
        "http.response.status_code": 200,
    }


def test_it_is_part_of_the_callers_trace(spans: Spans) -> None:
    """W3C's traceparent is taken; tracestate, which is free text, is not."""
    answer_of(create_app(), "/v1/rules", headers={"traceparent": PARENT, "tracestate": f"a={CANARY}"})
    (span,) = spans.all()
    assert span.context is not None
    assert f"{span.context.trace_id:032x}" == PARENT.split("-")[1]
    assert span.parent is not None
    assert f"{span.parent.span_id:016x}" == PARENT.split("-")[2]
    assert CANARY not in span.to_json()


@pytest.mark.parametrize("given", [CANARY, "00-0-0-0", PARENT + CANARY])
def test_what_is_no_trace_begins_one(spans: Spans, given: str) -> None:
    """A header nobody can read changes nothing."""
    assert answer_of(create_app(), "/v1/rules", headers={"traceparent": given})[0] == 200
    (span,) = spans.all()
    assert span.parent is None


def test_nothing_that_was_sent_is_in_a_span(spans: Spans) -> None:
    """Path, query, headers, key, body and the text of an error stay out; its status is kept."""
    answer_of(
        create_breaking(),
        f"/broken/{CANARY}",
        method="POST",
        query=f"q={CANARY}",
        body=CANARY.encode(),
        headers={"Authorization": f"Bearer okr_{CANARY}", "User-Agent": CANARY, "baggage": f"a={CANARY}"},
    )
    answer_of(create_app(), f"/{CANARY}", method=CANARY)
    found = spans.all()
    assert [(span.attributes or {})["http.response.status_code"] for span in found] == [500, 404]
    assert CANARY not in "".join(span.to_json() for span in found)


def test_a_draft_is_a_span_for_each_step_and_each_call(spans: Spans) -> None:
    """A call to a model lies within its step, and holds the model's name and what the call alone has used."""
    told: list[Event] = []
    with traces.span("draft", drafter="llm"), traced_steps(told.append, model="openai/gpt-4o-mini") as tell:
        for event in (
            StepBegan(Step.READING),
            StepBegan(Step.DRAFTING),
            UsageCounted(1, 900, 100, 0.1),
            StepBegan(Step.REPAIRING, 1),
            UsageCounted(2, 1000, 130, 0.1),
            UsageCounted(2, 1000, 130, 0.1),
            StepBegan(Step.SAVING),
        ):
            tell(event)
    found = spans.all()
    names = {span.context.span_id: span.name for span in found if span.context}
    assert [(span.name, names.get(span.parent.span_id) if span.parent else None) for span in found] == [
        ("reading", "draft"),
        ("model call", "drafting"),
        ("drafting", "draft"),
        ("model call", "repairing"),
        ("repairing", "draft"),
        ("saving", "draft"),
        ("draft", None),
    ]
    assert dict(found[3].attributes or {}) == {
        "gen_ai.request.model": "openai/gpt-4o-mini",
        "okr.model.calls": 1,
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 30,
    }
    assert len(told) == 7


def test_a_step_that_fails_keeps_the_kind_of_error(spans: Spans) -> None:
    """The text of an error may hold what was worked on."""

    def draft() -> None:
        with traced_steps() as tell:
            tell(StepBegan(Step.DRAFTING))
            raise KeyError(CANARY)

    with pytest.raises(KeyError):
        draft()
    (span,) = spans.all()
    assert (span.attributes or {})["error.type"] == "KeyError"
    assert CANARY not in span.to_json()


def test_only_what_is_allowed_becomes_an_attribute(spans: Spans) -> None:
    """Unknown names are left out, and so is text under a known one."""
    with traces.span("draft", text=CANARY, model=f"en setning om {CANARY}", calls=1) as note:
        note(brief=CANARY, input_tokens=5, output_tokens=None)
    (span,) = spans.all()
    assert dict(span.attributes or {}) == {"okr.model.calls": 1, "gen_ai.usage.input_tokens": 5}


def test_without_an_address_there_are_no_traces() -> None:
    """The parts that make and send spans are not even loaded."""
    code = (
        "import asyncio, sys\n"
        "from api.app import create_app\n"
        "async def live():\n"
        "    async with (app := create_app()).router.lifespan_context(app): pass\n"
        "asyncio.run(live())\n"
        "print([name for name in sys.modules if name.startswith(('opentelemetry.sdk', 'opentelemetry.exporter'))])\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "[]\n"
    with traces.span("draft") as note, traced_steps(print) as tell:
        note(calls=1)
        assert tell is print


class Collector(http.server.BaseHTTPRequestHandler):
    """Takes traces, and would send whoever brings them on to another address."""

    got: ClassVar[list[tuple[str, bytes]]] = []

    def do_POST(self) -> None:
        self.got.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(307)
        self.send_header("Location", "http://192.0.2.1/elsewhere")
        self.end_headers()

    @override
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_traces_go_to_the_address_that_is_set_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are sent when the service ends, over no proxy and after no redirection; a canary is not among the bytes."""
    Collector.got.clear()
    with http.server.HTTPServer(("127.0.0.1", 0), Collector) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:1")
        monkeypatch.setenv("OTEL_EXPERIMENTAL_RESOURCE_DETECTORS", "*")
        assert traces.start_traces()
        answer_of(create_app(), "/v1/rules/TSK01", query=CANARY, headers={"User-Agent": CANARY})
        asyncio.run(traces.stop_traces())
        server.shutdown()
        serving.join()
    ((path, body),) = Collector.got
    assert path == "/v1/traces"
    assert b"GET /v1/rules/{code}" in body
    assert CANARY.encode() not in body


def test_an_address_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The service ends in time, whatever the collector does."""
    monkeypatch.setattr(traces, "_SECONDS_TO_STOP", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", f"http://127.0.0.1:{deaf.getsockname()[1]}")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
        assert traces.start_traces()
        with traces.span("draft"):
            pass
        began = time.monotonic()
        asyncio.run(traces.stop_traces())
        took = time.monotonic() - began
        for thread in threading.enumerate():
            if thread.name == "end-of-traces":
                thread.join(30)
    assert took < 1
