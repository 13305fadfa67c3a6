"""Who writes a draft: from the text alone, or with a language model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from assistant.brief import Brief
from assistant.okr import OkrSet
from assistant.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class Question:
    """Something the text leaves open, for the leader to answer.

    Attributes:
        path: What it is about, as a JSON pointer into the set; empty for the set.
        pitfall: The family of rules it belongs to.
        text: The question, in the draft's language.
    """

    path: str
    pitfall: str
    text: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a draft came to be.

    Attributes:
        drafter: ``extractive`` or ``llm``.
        model: The model asked, if any.
        prompts: Name and version of each prompt sent.
        calls: How many times a model was called.
        input_tokens: Tokens sent.
        output_tokens: Tokens received.
        cost: What it cost, in US dollars; ``None`` when the price is not known.
        rounds: How many times the set was repaired.
        seconds: Wall time from reading to the checked draft.
        note: What a reader should know about it, in the draft's language.
    """

    drafter: str
    model: str | None = None
    prompts: dict[str, str] = field(default_factory=dict)
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0
    rounds: int = 0
    seconds: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a drafter hands to the pipeline: a set nobody has checked yet.

    Attributes:
        okr_set: The set.
        questions: What the drafter could not find in the brief.
        provenance: How it was made.
    """

    okr_set: OkrSet
    questions: tuple[Question, ...]
    provenance: Provenance


MOST_OBJECTIVES = 3
"""Breakthrough goals are few: the source asks for a handful of results behind one to three directions."""


def most_objectives(brief: Brief) -> int:
    """How many objectives a draft of ``brief`` may have: never more than it asks for, never more than three."""
    return min(MOST_OBJECTIVES, brief.max_objectives or MOST_OBJECTIVES)


def title_of(brief: Brief) -> str:
    """The title of the set drafted from ``brief``: OKR, and the period where there is one."""
    return f"OKR {brief.period.label}" if brief.period else "OKR"


class Drafter(Protocol):
    """Anything that can write a set from a brief."""

    def write(self, brief: Brief, profile: Profile) -> Proposal:
        """Write a set of OKRs from ``brief``, within the limits of ``profile``."""
        ...
