"""What a scorecard says, put together once for all the forms it is written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evals.about import About
from evals.baseline import Baseline, Reason
from evals.marks import Measured, Result, Share, shares

_KINDS = ("found", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What the drafts of a suite took, failed ones included.

    Attributes:
        drafts: How many were asked for.
        accepted: How many have nothing left to mend.
        calls: Calls of a model.
        tokens: Tokens sent and received; ``None`` when nobody counted them.
        cost: US dollars; ``None`` when a price is not known.
        seconds: Wall time.
    """

    drafts: int
    accepted: int
    calls: int
    tokens: int | None
    cost: float | None
    seconds: float

    @classmethod
    def of(cls, results: Sequence[Result]) -> Cost:
        """What these took."""
        calls = sum(result.spent.calls for result in results)
        tokens = sum(result.spent.input_tokens + result.spent.output_tokens for result in results)
        costs = [result.spent.cost for result in results]
        return cls(
            drafts=len(results),
            accepted=sum(result.accepted is True for result in results),
            calls=calls,
            tokens=None if calls and not tokens else tokens,
            cost=None if None in costs else sum(cost for cost in costs if cost is not None),
            seconds=sum(result.spent.seconds for result in results),
        )

    def each(self, amount: float | None) -> float | None:
        """So much for each accepted draft; ``None`` if that is not known, or there is none."""
        return None if amount is None or not self.accepted else amount / self.accepted


@dataclass(frozen=True)
class Scorecard:
    """What was run and how it went.

    Attributes:
        about: What was measured.
        results: Every case, in order.
        baseline: What it is compared with.
        reasons: Why the gates are red; nothing if they are green.
        seconds: How long each suite took.
    """

    about: About
    results: Sequence[Result]
    baseline: Baseline
    reasons: Sequence[Reason]
    seconds: dict[str, float]

    @cached_property
    def measures(self) -> dict[Measured, Share]:
        """What the marks add up to."""
        return shares(self.results)

    @property
    def suites(self) -> list[str]:
        """The suites, in the order they were run."""
        return list(dict.fromkeys(result.suite for result in self.results))

    def of(self, suite: str) -> list[Result]:
        """The results of a suite."""
        return [result for result in self.results if result.suite == suite]

    def by_rule(self) -> dict[str, tuple[Share, Share]]:
        """For each rule, how many of the labelled remarks it found, and how many of its remarks were right."""
        found: dict[str, tuple[Share, Share]] = {}
        for result in self.results:
            for mark in result.marks if result.suite == "checks" else ():
                code, at, _ = mark.name.partition("@")
                kind = mark.scorer.rpartition(" ")[2]
                if at and kind in _KINDS:
                    found.setdefault(code, (Share(), Share()))[_KINDS.index(kind)].count(passed=mark.passed)
        return dict(sorted(found.items()))

    @cached_property
    def drafted(self) -> dict[tuple[str, str, str], list[Result]]:
        """The results that were to be drafts, by suite, drafter and model."""
        groups: dict[tuple[str, str, str], list[Result]] = {}
        for result in self.results:
            if result.accepted is not None:
                groups.setdefault((result.suite, result.drafter or "none", result.model or "none"), []).append(result)
        return dict(sorted(groups.items()))

    def by_drafter(self) -> dict[str, list[Share | None]]:
        """For each scorer its share in each of :attr:`drafted`, in their order."""
        columns = [shares(group) for group in self.drafted.values()]
        suites = [suite for suite, _, _ in self.drafted]
        scorers = sorted({measured.scorer for column in columns for measured in column})
        return {
            scorer: [column.get(Measured(suite, scorer, "")) for suite, column in zip(suites, columns, strict=True)]
            for scorer in scorers
        }

    def costs(self) -> dict[tuple[str, str, str], Cost]:
        """What drafts took, by suite, drafter and model."""
        return {key: Cost.of(group) for key, group in self.drafted.items()}

    def worse(self) -> list[tuple[Result, list[str]]]:
        """The cases of the baseline with marks that passed then and fail now, listed or not."""
        found = [(it, [mark.key for mark in it.failing if self.baseline.is_worse(it, mark)]) for it in self.results]
        return [(result, marks) for result, marks in found if marks]

    def mended(self) -> list[tuple[Result, list[str]]]:
        """The cases with marks that failed then and are passed now."""
        found = [(result, self.baseline.mended(result)) for result in self.results]
        return [(result, marks) for result, marks in found if marks]

    def new(self) -> list[Result]:
        """Cases the baseline does not know."""
        return [result for result in self.results if not self.baseline.knows(result)]

    def record(self) -> dict[str, Any]:
        """The scorecard as JSON; what differs from run to run stands under ``times``."""
        return {
            "about": self.about,
            "passed": not self.reasons,
            "reasons": self.reasons,
            "measures": [
                {
                    "suite": it.suite, "scorer": it.scorer, "of": it.part or "all", "passed": share.part,
                    "whole": share.whole, "low": round(share.interval[0], 4), "high": round(share.interval[1], 4),
                }
                for it, share in self.measures.items()
            ],
            "worse": [{"case": f"{it.suite} / {it.case}", "marks": marks} for it, marks in self.worse()],
            "mended": [{"case": f"{it.suite} / {it.case}", "marks": marks} for it, marks in self.mended()],
            "cases": [case_record(result) for result in self.results],
            "times": {
                "suites": {suite: round(seconds, 2) for suite, seconds in self.seconds.items()},
                "cases": {f"{it.suite} / {it.case}": it.spent.seconds for it in self.results if it.spent.seconds},
            },
        }  # fmt: skip


def case_record(result: Result) -> dict[str, Any]:
    """A case as the scorecard's JSON has it, which is what two runs are compared by."""
    spent = result.spent
    return {
        "suite": result.suite,
        "case": result.case,
        "language": result.language,
        "drafter": result.drafter,
        "model": result.model,
        "accepted": result.accepted,
        "calls": spent.calls,
        "tokens": spent.input_tokens + spent.output_tokens,
        "cost": spent.cost,
        "marks": {mark.key: mark.passed for mark in result.marks},
        "failing": [{"mark": mark.key, "expected": mark.expected, "got": mark.got} for mark in result.failing],
        "notes": result.notes,
        "broken": result.broken,
    }
