"""The words of the field: what an OKR set is made of, whoever wrote it and whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """The three languages, spoken as equals: bokmål, nynorsk and English."""

    NB = "nb"
    NN = "nn"
    EN = "en"


class Level(StrEnum):
    """Whose goals these are."""

    COMPANY = "company"
    DEPARTMENT = "department"
    TEAM = "team"


class Bound(StrEnum):
    """What a value limits: «minst 98 %» is a floor, «under 10 dager» a ceiling."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Basis(StrEnum):
    """Where a value comes from.

    ``SOURCE``: it stands in the quoted words. ``DERIVED``: code worked it out from the quoted words («halvere fra
    28»). ``PROPOSED``: somebody suggests it, and the leader has yet to say yes.
    """

    SOURCE = "source"
    DERIVED = "derived"
    PROPOSED = "proposed"


class Ambition(StrEnum):
    """How sure one means to be: a committed result is expected in full, an aspirational one is a stretch."""

    COMMITTED = "committed"
    ASPIRATIONAL = "aspirational"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The time the goals are for, both days included.

    Attributes:
        label: How the period is written, short: ``T2 2026``, ``Q3 2026``, ``2026``.
        start: First day.
        end: Last day.
    """

    label: str
    start: date
    end: date

    @property
    def days(self) -> int:
        """The period's length in days, both ends counted."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value of a key result.

    Attributes:
        text: The value as it is written, unit included: ``45 %``, ``CII D``.
        value: The number as written («12 MNOK» is 12), or ``None`` for a state.
        unit: ``%``, ``dager``, ``MNOK`` ...; ``None`` for a bare number or a state.
        bound: Whether the value is a floor or a ceiling.
        basis: Where the value comes from.
        quote: The words of the brief it stands in or was worked out from.
    """

    text: str
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    basis: Basis = Basis.PROPOSED
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTermGoal(Quantity):
    """A value the brief sets for a day after the period; the period's own target is then asked for.

    Attributes:
        deadline: The day the brief gives.
    """

    deadline: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of the brief an objective serves.

    Attributes:
        field: The part of the brief they stand in: ``strategy``, ``vision``, ``mission``, ``values``, ``metrics`` ...
        quote: The words themselves, white space folded.
        start: Where they begin in the text as it was given, in code points; ``None`` if they are not there.
        end: Where they end, likewise.
    """

    field: str
    quote: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResult:
    """One measurable result that shows whether its objective is being reached.

    Attributes:
        text: The line a person reads.
        metric: What is measured, in words.
        unit: The unit of its values.
        baseline: The value today, ``None`` while nobody has said.
        target: The value at the end of the period, ``None`` while nobody has said.
        long_term: A value the brief sets for after the period.
        deadline: The day the target is due.
        owner: A person or a role.
        data_source: Where the value is read.
        ambition: Committed or aspirational; ``None`` when not said.
    """

    text: str
    metric: str | None = None
    unit: str | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    long_term: LongTermGoal | None = None
    deadline: date | None = None
    owner: str | None = None
    data_source: str | None = None
    ambition: Ambition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A direction worth the effort, with the results that show it.

    Attributes:
        text: The direction, in words.
        why: The reason it matters now.
        owner: A person or a role; its key results inherit it.
        sources: The words of the brief it serves.
        key_results: What will be measured.
        initiatives: Work meant to move the key results; never key results themselves.
    """

    text: str
    why: str | None = None
    owner: str | None = None
    sources: tuple[Citation, ...] = ()
    key_results: tuple[KeyResult, ...] = ()
    initiatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OkrSet:
    """A set of OKRs for one organisation and one period.

    Attributes:
        objectives: The objectives, most important first.
        title: The set's heading.
        language: The language it is written in; ``None`` lets the reader find out.
        organisation: Whose set it is.
        level: Company, department or team.
        period: The period it is for.
        owner: An owner named for the whole set.
        sponsor: Who at the top stands behind it.
        ambassador: The OKR ambassador.
        follow_up: The rhythm of check-ins, in words.
        involved: Who took part in making it, in words.
    """

    objectives: tuple[Objective, ...] = ()
    title: str | None = None
    language: Language | None = None
    organisation: str | None = None
    level: Level | None = None
    period: Period | None = None
    owner: str | None = None
    sponsor: str | None = None
    ambassador: str | None = None
    follow_up: str | None = None
    involved: str | None = None
