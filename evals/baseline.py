"""What was good enough the last time somebody said so, and whether it still is.

``baseline.json`` holds, for each case, the marks it failed, and for each share the lower bound of its interval. It
changes by ``okr-evals accept`` alone. A mark that passed then and fails now turns the gates red unless the baseline
lists it with a reason.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evals.marks import ADVICE, Mark, Result, shares
from evals.scorers import scorers

FILE = Path(__file__).with_suffix(".json")
_DIGITS = 4
"""Of a bound; and what it is rounded by is let through."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is compared with.

    Attributes:
        failing: The marks each case failed, by suite and case.
        least: The lower bound of each share's interval, by its name.
        because: Why a mark that passed earlier may fail, by ``suite / case / mark``.
    """

    failing: Mapping[str, Mapping[str, Collection[str]]] = field(default_factory=dict)
    least: Mapping[str, float] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path | None = None) -> Baseline:
        """The committed baseline; an empty one if there is none."""
        file = file or FILE
        return cls(**json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else cls()

    def write(self, file: Path | None = None) -> None:
        """Write it down, sorted, so that a change shows what changed."""
        record = {
            "because": dict(sorted(self.because.items())),
            "least": dict(sorted(self.least.items())),
            "failing": {
                suite: {case: sorted(marks) for case, marks in sorted(cases.items())}
                for suite, cases in sorted(self.failing.items())
            },
        }
        (file or FILE).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def knows(self, result: Result) -> bool:
        """Whether the case was there when the baseline was accepted."""
        return result.case in self.failing.get(result.suite, {})

    def is_worse(self, result: Result, mark: Mark) -> bool:
        """Whether a mark that fails now did not fail then, in a case that was there; listed or not."""
        is_new = mark.key not in self.failing.get(result.suite, {}).get(result.case, ())
        return self.knows(result) and is_new and not mark.scorer.startswith(ADVICE)

    def mended(self, result: Result) -> list[str]:
        """The marks of a case that failed then and are passed now."""
        if not self.knows(result):
            return []
        passed = {mark.key for mark in result.marks if mark.passed}
        return sorted(passed & set(self.failing[result.suite][result.case]))


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why the gates are red.

    Attributes:
        kind: ``broken``, ``hard``, ``worse``, ``below`` or ``gone``.
        where: The case and the mark, or the share.
        says: What is wrong, in words.
    """

    kind: str
    where: str
    says: str


def held_against(results: Iterable[Result], baseline: Baseline, *, complete: Collection[str]) -> list[Reason]:
    """Why what was run may not pass; nothing if it may.

    Args:
        results: What was run.
        baseline: What to compare with.
        complete: The suites of which every case was run: shares and missing cases are judged for these alone.
    """
    results = list(results)
    reasons = [reason for result in results for reason in _of_case(result, baseline)]
    for measured, share in shares(results).items():
        least = baseline.least.get(str(measured))
        gates = measured.suite in complete and not measured.scorer.startswith(ADVICE)
        if gates and least is not None and round(share.interval[0], _DIGITS) < least:
            reasons.append(Reason("below", str(measured), f"{share}: the lower bound was {least:.{_DIGITS}f}"))
    ran = {(result.suite, result.case) for result in results}
    for suite in sorted(complete & baseline.failing.keys()):
        gone = [case for case in baseline.failing[suite] if (suite, case) not in ran]
        reasons += [Reason("gone", f"{suite} / {case}", "the case is no longer run") for case in gone]
    return sorted(reasons)


def _of_case(result: Result, baseline: Baseline) -> Iterator[Reason]:
    where = f"{result.suite} / {result.case}"
    yield from (Reason("broken", where, says) for says in result.broken)
    hard = {scorer.key for scorer in scorers() if scorer.hard}
    for mark in result.failing:
        place, says = f"{where} / {mark.key}", f"expected: {mark.expected}; got: {mark.got}" if mark.expected else ""
        if mark.scorer in hard:
            yield Reason("hard", place, says)
        elif baseline.is_worse(result, mark) and place not in baseline.because:
            yield Reason("worse", place, says)


def accepted(results: Iterable[Result], before: Baseline, because: str | None) -> Baseline:
    """The baseline these results make: that of the suites they are of; the others stay.

    Args:
        results: What was run, every case of its suites.
        before: The baseline so far.
        because: Why what passed earlier may fail now.

    Raises:
        ValueError: Something that passed earlier fails now, and nobody says why; its text names it, a line each.
    """
    results = list(results)
    lost = [
        f"{result.suite} / {result.case} / {mark.key}"
        for result in results
        for mark in result.failing
        if before.is_worse(result, mark)
    ]
    if lost and not because:
        raise ValueError("\n".join(lost))
    ran = {result.suite for result in results}
    failing = {suite: cases for suite, cases in before.failing.items() if suite not in ran}
    least = {name: low for name, low in before.least.items() if name.partition(" / ")[0] not in ran}
    for result in results:
        failing[result.suite] = {**failing.get(result.suite, {}), result.case: [mark.key for mark in result.failing]}
    least |= {str(it): round(share.interval[0], _DIGITS) for it, share in shares(results).items()}
    still = {f"{suite} / {case} / {mark}" for suite, cases in failing.items() for case in cases for mark in cases[case]}
    reasons = {place: why for place, why in before.because.items() if place in still}
    return Baseline(failing, least, {**reasons, **dict.fromkeys(lost, because or "")})
