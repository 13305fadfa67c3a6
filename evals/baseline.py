"""What was good enough the last time somebody said so, and whether it still is.

``baseline.json`` holds, for each case, the marks it failed, and for each share the lower bound of its interval and how
many marks it is of. It changes by ``okr-evals accept`` alone. A mark that passed then and fails now turns the gates red
unless the baseline lists it with a reason.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evals.marks import ADVICE, Mark, Result, Share, shares
from evals.scorers import scorers

FILE = Path(__file__).with_suffix(".json")
_DIGITS = 4
"""Of a bound; and what it is rounded by is let through."""
_FEWEST = 0.9
"""Of the marks there were: a draft may have a line less, but a scorer that looks away does not pass for a good one."""
HINTS = {
    "broken": "a case or a scorer could not be run. A missing answer is recorded anew (record), or given to what is asked now (rekey).",
    "fewer": "a scorer looks at less than it did.",
    "gone": "a case of the baseline was not run.",
    "hard": "this must hold always, and cannot be accepted.",
    "worse": "a mark failed that was passed. Mend it, or say why it may fail: okr-evals accept --because TEXT",
    "below": "a share is lower than its interval began when it was accepted. Look for what is worse; if it is right: okr-evals accept --because TEXT",
}
"""What each kind of reason means, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a share must not fall below.

    Attributes:
        low: The lower bound of its interval.
        of: How many there were.
    """

    low: float
    of: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is compared with.

    Attributes:
        failing: The marks each case failed, by suite and case.
        least: What each share must not fall below, by its name.
        because: Why something that was so is so no longer, by the place of its reason.
    """

    failing: Mapping[str, Mapping[str, Collection[str]]] = field(default_factory=dict)
    least: Mapping[str, Bound] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path | None = None) -> Baseline:
        """The committed baseline.

        Raises:
            FileNotFoundError: There is none.
        """
        record = json.loads((file or FILE).read_text(encoding="utf-8"))
        least = {name: Bound(*bound) for name, bound in record["least"].items()}
        return cls(record["failing"], least, record["because"])

    def write(self, file: Path | None = None) -> None:
        """Write it down, sorted, so that a change shows what changed."""
        record = {
            "because": dict(sorted(self.because.items())),
            "least": {name: [bound.low, bound.of] for name, bound in sorted(self.least.items())},
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
        kind: One of :data:`HINTS`.
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
    known = shares(result for result in results if baseline.knows(result))
    for name, bound in baseline.least.items():
        suite, scorer, _ = name.split(" / ")
        if suite in complete and not scorer.startswith(ADVICE):
            reasons += _of_share(name, bound, next((it for key, it in known.items() if str(key) == name), Share()))
    ran = {(result.suite, result.case) for result in results}
    for suite in sorted(complete & baseline.failing.keys()):
        gone = [case for case in baseline.failing[suite] if (suite, case) not in ran]
        reasons += [Reason("gone", f"{suite} / {case}", "the case is no longer run") for case in gone]
    return sorted(reasons)


def _of_share(name: str, bound: Bound, share: Share) -> Iterator[Reason]:
    """What is to be said of a share of the cases that the baseline knows."""
    if share.whole < _FEWEST * bound.of:
        yield Reason("fewer", name, f"{share.whole} marks, and there were {bound.of}")
    if share.whole and round(share.value, _DIGITS) < bound.low:
        yield Reason("below", name, f"{share}: the lower bound was {bound.low:.{_DIGITS}f}")


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
        because: Why what was so may be so no longer.

    Raises:
        ValueError: Something is worse than it was, and nobody says why; its text names it, a line each.
    """
    results = list(results)
    ran = {result.suite for result in results}
    against = held_against(results, before, complete=ran)
    lost = [reason.where for reason in against if reason.kind not in {"broken", "hard"}]
    if lost and not because:
        raise ValueError("\n".join(lost))
    failing = {suite: cases for suite, cases in before.failing.items() if suite not in ran}
    least = {name: bound for name, bound in before.least.items() if name.partition(" / ")[0] not in ran}
    for result in results:
        failing[result.suite] = {**failing.get(result.suite, {}), result.case: [mark.key for mark in result.failing]}
    least |= {f"{it}": Bound(round(share.interval[0], _DIGITS), share.whole) for it, share in shares(results).items()}
    still = {f"{suite} / {case} / {mark}" for suite, cases in failing.items() for case in cases for mark in cases[case]}
    reasons = {place: why for place, why in before.because.items() if place in still}
    return Baseline(failing, least, {**reasons, **dict.fromkeys(lost, because or "")})
