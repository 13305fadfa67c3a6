"""Spans for the steps of a draft and for the calls to a model, from what the pipeline tells of itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.observing import traces
from assistant.drafters.events import Event, StepBegan, Tell, UsageCounted, nobody

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.trace import Span, Tracer


@contextmanager
def traced_steps(tell: Tell = nobody, *, model: str | None = None) -> Iterator[Tell]:
    """Trace the steps of a draft that is made in the block.

    Args:
        tell: Whom else to tell.
        model: The model that is asked.

    Returns:
        What to give to the pipeline as ``tell``: ``tell`` itself when traces are off.
    """
    tracer = traces.tracer()
    if tracer is None:
        yield tell
        return
    following = _Following(tracer, model)

    def told(event: Event) -> None:
        following.note(event)
        tell(event)

    try:
        yield told
    except BaseException as error:
        following.end(error)
        raise
    following.end()


class _Following:
    """The step that goes on, and the model's usage so far.

    A call to a model is told of when it has ended: it began when the step did, or when the call before it ended.
    """

    def __init__(self, tracer: Tracer, model: str | None) -> None:
        from opentelemetry.context import get_current

        self.tracer, self.model, self.around = tracer, model, get_current()
        self.step: Span | None = None
        self.since = time.time_ns()
        self.usage = UsageCounted(0, 0, 0, None)

    def note(self, event: Event) -> None:
        """Note one event."""
        if isinstance(event, StepBegan):
            self.end()
            self.step = self._begun(event.step.value, self.around, step=event.step.value, round=event.round)
        elif isinstance(event, UsageCounted) and event.calls > self.usage.calls:
            self._note_call(event)
        else:
            return
        self.since = time.time_ns()

    def end(self, error: BaseException | None = None) -> None:
        """End the step that goes on."""
        if self.step is not None:
            if error is not None:
                traces.fail(self.step, error)
            self.step.end()
        self.step = None

    def _note_call(self, event: UsageCounted) -> None:
        from opentelemetry.trace import set_span_in_context

        around = self.around if self.step is None else set_span_in_context(self.step, self.around)
        self._begun(
            "model call",
            around,
            model=self.model,
            calls=event.calls - self.usage.calls,
            input_tokens=event.input_tokens - self.usage.input_tokens,
            output_tokens=event.output_tokens - self.usage.output_tokens,
        ).end()
        self.usage = event

    def _begun(self, name: str, around: Context, **attributes: str | int | None) -> Span:
        began = self.since if name == "model call" else None
        return self.tracer.start_span(name, around, attributes=traces.allowed(attributes), start_time=began)
