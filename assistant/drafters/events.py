"""What happens while a draft is made, for whoever wants to show it: a terminal, or a stream over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assistant.okr import Objective


class Step(StrEnum):
    """What the pipeline is doing."""

    READING = "reading"
    DRAFTING = "drafting"
    CHECKING = "checking"
    REPAIRING = "repairing"
    SAVING = "saving"


@dataclass(frozen=True, slots=True)
class StepBegan:
    """The pipeline went on to its next step.

    Attributes:
        step: The step.
        round: Which repair it belongs to; 0 before the first.
    """

    step: Step
    round: int = 0


@dataclass(frozen=True, slots=True)
class ObjectiveWritten:
    """An objective is complete, and nobody has checked it yet: it may still be mended or left out.

    Attributes:
        index: Its place in the set, from 0.
        objective: The objective, held against the brief.
    """

    index: int
    objective: Objective


@dataclass(frozen=True, slots=True)
class UsageCounted:
    """What the draft has cost so far.

    Attributes:
        calls: How many times a model was called.
        input_tokens: Tokens sent.
        output_tokens: Tokens received.
        cost: US dollars; ``None`` when the price is not known.
    """

    calls: int
    input_tokens: int
    output_tokens: int
    cost: float | None


Event = StepBegan | ObjectiveWritten | UsageCounted
Tell = Callable[[Event], None]
"""Is called with each event as it happens, and has to return at once."""


def nobody(event: Event) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class AtTheEnd:
    """Tells somebody who wants no objective before all are there: a model then need not send its answer in pieces."""

    tell: Tell

    def __call__(self, event: Event) -> None:
        """Tell of ``event``."""
        self.tell(event)


def wants_pieces(tell: Tell) -> bool:
    """Whether somebody wants to be told of each objective as it is complete."""
    return tell is not nobody and not isinstance(tell, AtTheEnd)
