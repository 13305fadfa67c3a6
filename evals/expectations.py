"""Briefs, and what is expected of a draft of each; the fields are explained in ``datasets/briefs/README``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.brief import Brief
from assistant.formats.briefs import read_brief_text
from assistant.formats.decoding import BRIEF_LIMIT, decode

DATA = Path(__file__).parent / "datasets" / "briefs"
SPLITS = ("dev", "test")
"""Drafts are improved on ``dev``; of ``test`` nothing is looked at but the sums."""


class _Field(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(_Field):
    """The days of a period, as the brief gives them."""

    start: str
    end: str


class Change(_Field):
    """A measurable change of the brief, which a draft should carry over."""

    words: str
    baseline: float | str | None
    target: float | str
    unit: str | None
    deadline: str | None
    long_term: bool
    baseline_from: str | None = None
    also: tuple[str, ...] = ()
    relative: bool = False
    derived: bool = False
    year_only: bool = False
    hard: bool = False


class Expectations(_Field):
    """What a fair reader finds in a brief."""

    language: str
    period: Span | None
    level: str | None
    roles: tuple[str, ...]
    changes: tuple[Change, ...]
    open_priorities: tuple[str, ...]
    work: tuple[str, ...]
    not_goals: tuple[str, ...]
    forbidden_values: tuple[float | str, ...]
    contradictions: tuple[str, ...]
    max_objectives: int | None
    tags: tuple[str, ...]
    later: tuple[str, ...] = ()


def names(split: str) -> list[str]:
    """The briefs of a split.

    Raises:
        KeyError: There is no such split.
    """
    found: list[str] = json.loads((DATA / "split.json").read_text(encoding="utf-8"))[split]
    return found


def file_of(name: str) -> Path:
    """Where the brief called ``name`` lies."""
    return next(path for path in sorted(DATA.glob(f"{name}.*")) if not path.name.endswith(".expect.json"))


@cache
def load(name: str) -> tuple[Brief, Expectations]:
    """A brief, read as `okr draft` reads it, and what is expected of its draft."""
    file = file_of(name)
    brief = read_brief_text(decode(file.read_bytes(), BRIEF_LIMIT), name=file.name)
    expected = (DATA / f"{name}.expect.json").read_text(encoding="utf-8")
    return brief, Expectations.model_validate_json(expected)
