"""A brief, a draft that holds against it, and ways to change that draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.brief import Brief, cite, read_brief
from assistant.drafters import Provenance, Question
from assistant.drafting import edited
from assistant.drafting.versions import Version
from assistant.okr import Basis, KeyResult, Objective, OkrSet, Period, Quantity
from assistant.rules.profile import load_profile
from evals.drafted import Drafted
from evals.expectations import Change, Expectations, Span

TEXT = """# Strategi for Fjordbåt AS

Periode: T2 2026

## Roller

- Mona Lie, driftsleder

## Strategi

- Andelen avganger som går i rute, skal opp fra 88 % til 95 % innen 31. august 2026.
- Innen 2030 skal vi ha 1 200 faste reisende, mot 900 i dag.
- Passasjerene skal få vite det når båten er forsinket.
- Vi skal kurse tre skippere i den nye ruteplanen.
- Etter havariet i fjor fikk vi 41 klager.

## Ikke nå

- Vi kjøper ingen ny båt til Ytterøya.
"""
BRIEF = read_brief(TEXT)
SAID = "skal opp fra 88 % til 95 %"
T2 = Period(label="T2 2026", start=date(2026, 5, 1), end=date(2026, 8, 31))


def said(text: str, value: float | None = None, quote: str | None = SAID, basis: Basis = Basis.SOURCE) -> Quantity:
    """A value that is said to stand in the brief."""
    return Quantity(text=text, value=value, basis=basis, quote=quote)


def proposed(text: str, value: float | None = None) -> Quantity:
    """A value that nobody has said yes to."""
    return said(text, value, None, Basis.PROPOSED)


RESULT = KeyResult(
    text="Andelen avganger som går i rute, øker fra 88 % til 95 %",
    metric="Andelen avganger som går i rute",
    baseline=said("88 %", 88),
    target=said("95 %", 95),
    deadline=date(2026, 8, 31),
)
OBJECTIVE = Objective(
    text="Passasjerene vet når båten kommer",
    why="Passasjerene skal få vite det når båten er forsinket.",
    owner="Mona Lie, driftsleder",
    sources=(cite(next(it for it in BRIEF.statements if "få vite" in it.text)),),
    key_results=(RESULT,),
    initiatives=("Kurse tre skippere i den nye ruteplanen",),
)
SOUND = OkrSet(objectives=(OBJECTIVE,), title="OKR T2 2026", period=T2)
EXPECTED = Expectations(
    language="nb",
    period=Span(start="2026-05-01", end="2026-08-31"),
    level=None,
    roles=("Mona Lie, driftsleder",),
    changes=(Change(words=SAID, baseline=88, target=95, unit="%", deadline="2026-08-31", long_term=False),),
    open_priorities=("Passasjerene skal få vite det når båten er forsinket",),
    work=("kurse tre skippere i den nye ruteplanen",),
    not_goals=("Vi kjøper ingen ny båt til Ytterøya",),
    forbidden_values=(41,),
    contradictions=(),
    max_objectives=None,
    tags=(),
)


def made(
    okr_set: OkrSet = SOUND,
    brief: Brief = BRIEF,
    *,
    questions: Sequence[Question] = (),
    rounds: int = 0,
    first: OkrSet | None = None,
    expected: dict[str, Any] | None = None,
    **known: Any,
) -> Drafted:
    """What came of a brief: this set, made in so many rounds from that first one."""
    draft = edited(okr_set, brief, Provenance("extractive", rounds=rounds), questions=tuple(questions))
    return Drafted(
        brief=brief,
        expected=EXPECTED.model_copy(update=expected or {}),
        draft=draft,
        first=version(okr_set if first is None else first, brief),
        last=version(okr_set, brief),
        **known,
    )


def unasked(drafted: Drafted) -> Drafted:
    """The same, with no question put to the leader."""
    assert drafted.draft is not None
    return replace(drafted, draft=replace(drafted.draft, questions=()))


def version(okr_set: OkrSet, brief: Brief = BRIEF) -> Version:
    """A set, checked."""
    return Version.of(brief, load_profile(), okr_set, ())


def with_objective(**changes: Any) -> OkrSet:
    """The sound set, but for what is changed in its objective."""
    return replace(SOUND, objectives=(replace(OBJECTIVE, **changes),))


def with_result(**changes: Any) -> OkrSet:
    """The sound set, but for what is changed in its key result."""
    return with_objective(key_results=(replace(RESULT, **changes),))
