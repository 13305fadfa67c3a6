"""The answers' JSON as models: they describe it in OpenAPI, and are never filled in; the domain writes the JSON itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class _Described(BaseModel):
    """A model that says all there is."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


Pitfall = Literal[
    "strategy_link",
    "execution",
    "clarity",
    "ownership",
    "follow_up",
    "involvement",
    "task_driven",
    "grounding",
]


class PitfallVerdict(_Described):
    """What is said of one of the pitfalls."""

    verdict: Literal["clear", "at_risk", "unknown"]
    question: str | None = None
    """What to ask; for `unknown` alone."""


class Finding(_Described):
    """A remark on a line of a set, or on the whole."""

    code: str
    """The rule's code: `TSK01`."""
    name: str
    pitfall: Pitfall
    severity: Literal["error", "warning", "question"]
    path: str
    """A JSON pointer into the set; empty for the whole."""
    line: int | None
    """From 1; null when the set was no text, or for the whole."""
    column: int | None
    end_column: int | None
    text: str | None
    span: tuple[int, int] | None
    """Unicode code points of `text`."""
    message: str
    suggestion: str


class IgnoredFinding(Finding):
    """A finding that a comment in the text silences."""

    reason: str


class Note(_Described):
    """What there is to say of a line that was not read as part of the set, or of a comment that does nothing."""

    model_config = ConfigDict(extra="allow")


class DraftReview(_Described):
    """What the rules say of a draft."""

    language: Literal["nb", "nn", "en"]
    verdict: Literal["ready", "needs_work"]
    pitfalls: dict[str, PitfallVerdict]
    findings: list[Finding]


class Review(DraftReview):
    """What the rules say of a set that was sent."""

    ignored: list[IgnoredFinding]
    notes: list[Note]


class Question(_Described):
    """What the text leaves open."""

    path: str
    pitfall: Pitfall
    text: str


class Provenance(_Described):
    """How a draft was made."""

    drafter: Literal["extractive", "llm"]
    model: str | None
    prompts: dict[str, str]
    calls: int
    input_tokens: int
    output_tokens: int
    cost: float | None
    """US dollars; null when the price is not known."""
    rounds: int
    seconds: float
    note: str


class Draft(_Described):
    """A checked draft."""

    id: str | None
    """Null when the service keeps nothing."""
    revision: int | None
    created: datetime | None
    updated: datetime | None
    okr_set: dict[str, Any]
    """As /v1/schemas/okr-set has it."""
    review: DraftReview
    questions: list[Question]
    provenance: Provenance


class Summary(_Described):
    """A draft in a list."""

    id: str
    revision: int
    created: datetime
    updated: datetime
    title: str | None
    language: str | None
    period: str | None
    verdict: str | None


class Drafts(_Described):
    """A page of drafts."""

    drafts: list[Summary]
    next: str | None
    """What `after` has to be for the next page; null on the last."""


class Change(_Described):
    """What is different."""

    path: str
    """A JSON pointer into the set."""
    what: Literal["added", "removed", "changed"]


class Revision(_Described):
    """A step in a draft's history."""

    number: int
    at: datetime
    by: str
    """The key's id, or `local`."""
    kind: Literal["drafted", "edited", "rewritten"]
    changes: list[Change]


class Revisions(_Described):
    """A draft's history, the first step first."""

    revisions: list[Revision]


class ReadDocument(_Described):
    """The text of a document."""

    brief: str
    """Markdown."""
    language: Literal["nb", "nn", "en"] | None
    fields: dict[str, int]
    """How many statements of each kind were found."""
