"""What a scorer says of a case: marks that are passed or not, and what many of them add up to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from typing_extensions import override

ADVICE = "judge "
"""What the scorers begin with that a model gives the marks of: they advise, and no gate listens to them."""
_Z = 1.959964
"""The normal quantile of a two-sided interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was looked at in a case.

    Attributes:
        scorer: The key of the scorer that looked.
        name: What was looked at, the same in every run: ``change 2``, ``CLR04@12``.
        passed: Whether it is as it should be.
        expected: What it should be, in words.
        got: What it is, in words.
    """

    scorer: str
    name: str
    passed: bool
    expected: str = ""
    got: str = ""

    @property
    def key(self) -> str:
        """What the mark is called in the baseline."""
        return f"{self.scorer}: {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a case took.

    Attributes:
        calls: How many times a model was called.
        input_tokens: Tokens sent.
        output_tokens: Tokens received.
        cost: US dollars; ``None`` when the price is not known.
        seconds: Wall time; left out wherever two runs are compared.
    """

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0
    seconds: float = field(default=0.0, compare=False)


NOTHING_SPENT = Spent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A case that was run.

    Attributes:
        suite: The suite.
        case: The case's name; with its turn behind it (``[2/3]``) where a case is run more than once.
        language: The language of its text.
        hidden: Whether its text may not be shown, since nobody is to tune on it.
        drafter: Who drafted, if anybody did.
        model: The model that drafted, if any did.
        marks: What the scorers said.
        source: The text it was given.
        made: What came of it, as a person would read it.
        accepted: Whether a draft came of it that has no error; ``None`` where nothing is drafted.
        spent: What it took.
        notes: What else a maintainer should know of it, a line each.
        broken: Why it could not be run or scored, a line each.
    """

    suite: str
    case: str
    language: str
    hidden: bool = False
    drafter: str | None = None
    model: str | None = None
    marks: tuple[Mark, ...] = ()
    source: str = ""
    made: str = ""
    accepted: bool | None = None
    spent: Spent = NOTHING_SPENT
    notes: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def failing(self) -> tuple[Mark, ...]:
        """The marks that were not passed."""
        return tuple(mark for mark in self.marks if not mark.passed)


@dataclass(slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def count(self, *, passed: bool) -> None:
        """Count one more."""
        self.part += passed
        self.whole += 1

    @property
    def value(self) -> float:
        """The share; ``whole`` is above zero."""
        return self.part / self.whole

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % score interval (Wilson, 1927), which holds for small counts and shares near one.

        ``whole`` is above zero. Marks of one text hang together, so the true interval is somewhat wider.
        """
        share, whole = self.value, self.whole
        middle = share + _Z * _Z / (2 * whole)
        spread = _Z * math.sqrt(share * (1 - share) / whole + _Z * _Z / (4 * whole * whole))
        scale = 1 + _Z * _Z / whole
        return max((middle - spread) / scale, 0.0), min((middle + spread) / scale, 1.0)

    @override
    def __str__(self) -> str:
        """The share with its interval: ``0.92 (0.80-0.97)``; a dash where there is nothing to divide by."""
        if not self.whole:
            return "-"
        low, high = self.interval
        return f"{self.value:.2f} ({low:.2f}-{high:.2f})"


@dataclass(frozen=True, slots=True, order=True)
class Measured:
    """What a share is a share of: the marks of a scorer in a suite, in one of :data:`PARTS`."""

    suite: str
    scorer: str
    part: str

    @override
    def __str__(self) -> str:
        """How the baseline calls it."""
        return f"{self.suite} / {self.scorer} / {self.part or 'all'}"


PARTS = ("", "nb", "nn", "en", "dev", "test")
"""All cases of a suite together; those of a language; those that are tuned on, and those that nobody tunes on."""


def shares(results: Iterable[Result]) -> dict[Measured, Share]:
    """What the marks add up to, for each suite, scorer and part that has marks; ``dev`` only beside ``test``."""
    found: dict[Measured, Share] = {}
    for result in results:
        for mark in result.marks:
            for measured in _measured(result, mark):
                found.setdefault(measured, Share()).count(passed=mark.passed)
    split = {(it.suite, it.scorer) for it in found if it.part == "test"}
    return {it: found[it] for it in sorted(found) if it.part != "dev" or (it.suite, it.scorer) in split}


def _measured(result: Result, mark: Mark) -> Iterator[Measured]:
    yield Measured(result.suite, mark.scorer, result.language)
    yield Measured(result.suite, mark.scorer, "")
    yield Measured(result.suite, mark.scorer, "test" if result.hidden else "dev")
