"""Who writes a draft: from the text alone, or with a language model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol

from assistant.brief import Brief
from assistant.drafters.events import Tell, nobody
from assistant.drafters.repairs import Failing
from assistant.okr import Objective, OkrSet
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


@dataclass(frozen=True, slots=True)
class Replacement:
    """One objective anew, and what it leaves open.

    Attributes:
        objective: The objective.
        questions: What the drafter could not find in the brief; paths as in the whole set.
    """

    objective: Objective
    questions: tuple[Question, ...] = ()


Replacements = Mapping[int, Replacement]
"""Objectives anew, by their place in the set."""


class Session(Protocol):
    """One draft in the making: what it costs is counted from its beginning to its end."""

    @property
    def rounds(self) -> int:
        """How many repairs the drafter will try at most; none for one that cannot do better."""
        ...

    async def write(self, drafted: Sequence[str] = ()) -> Proposal:
        """Write a set.

        Args:
            drafted: Objectives that earlier drafts had, when another way through the strategy is wanted.
        """
        ...

    async def repair(self, okr_set: OkrSet, failing: Mapping[int, Failing]) -> Replacements:
        """Write the failing objectives of a set anew, each by its place; those it has no better words for are left out."""
        ...

    async def rewrite(self, okr_set: OkrSet, path: str, instruction: str) -> Replacements:
        """Write the objective or key result at ``path`` anew, as the instruction wants it; the rest stays as it is."""
        ...

    def provenance(self) -> Provenance:
        """How the draft has come to be so far."""
        ...


class Drafter(Protocol):
    """Anything that can write a set from a brief."""

    @property
    def waits(self) -> bool:
        """Whether it waits for others, and so needs an event loop."""
        ...

    def session(self, brief: Brief, profile: Profile, tell: Tell = nobody) -> AbstractAsyncContextManager[Session]:
        """Begin a draft of ``brief`` within the limits of ``profile``; whatever it opens is closed at the end.

        Args:
            brief: The brief.
            profile: The thresholds the draft will be judged by.
            tell: Is told of objectives as they are complete, and of what is spent.
        """
        ...
