"""Running the cases of a suite and scoring what comes of them, with pydantic-evals.

It neither fails nor stops when a case or a scorer raises: both are kept as what is broken in the result, and the gates
turn red on it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext
from pydantic_evals.reporting import EvaluationReport, ReportCase, ReportCaseFailure
from typing_extensions import override

from evals.marks import NOTHING_SPENT, Mark, Result, Spent

Given = TypeVar("Given")
Made = TypeVar("Made")
Scored_contra = TypeVar("Scored_contra", contravariant=True)


class Marking(Protocol[Scored_contra]):
    """Anything that gives marks to what a suite makes."""

    @property
    def key(self) -> str:
        """Its name."""
        ...

    def marks(self, made: Scored_contra) -> tuple[Mark, ...]:
        """The marks; none for what cannot be judged."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a case that was run, besides its marks; the attributes are those of :class:`Result`."""

    made: str
    drafter: str | None = None
    model: str | None = None
    accepted: bool | None = None
    spent: Spent = NOTHING_SPENT
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteCase(Generic[Given]):
    """A case of a suite.

    Attributes:
        name: Its name, the only one in its suite.
        language: The language of its text.
        given: What is run.
        source: The text, as a person reads it.
        hidden: Whether nobody is to look at its text.
    """

    name: str
    language: str
    given: Given
    source: str
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite(Generic[Given, Made]):
    """Cases of one kind.

    Attributes:
        key: The suite's name.
        cases: The cases.
        run: Makes what is scored of what a case gives.
        scorers: Who give the marks.
        tell: What is told of what was made.
        repeats: How many times each case is run.
        at_once: How many cases are run at the same time; one where nobody is waited for.
    """

    key: str
    cases: Sequence[SuiteCase[Given]]
    run: Callable[[Given], Awaitable[Made]]
    scorers: Sequence[Marking[Made]]
    tell: Callable[[Made], Told]
    repeats: int = 1
    at_once: int = 1


def run_suite(suite: Suite[Given, Made], *, progress: bool = False) -> list[Result]:
    """Run every case of a suite.

    Args:
        suite: The suite.
        progress: Whether to show a progress bar.

    Returns:
        A result for each run of each case, in the order of the suite.
    """
    if not suite.cases:
        return []
    dataset: Dataset[SuiteCase[Given], tuple[Made, Told], Any] = Dataset(
        name=suite.key,
        cases=[Case(name=case.name, inputs=case) for case in suite.cases],
        evaluators=[_Scoring(scorer) for scorer in suite.scorers],
    )

    async def task(case: SuiteCase[Given]) -> tuple[Made, Told]:
        made = await suite.run(case.given)
        return made, suite.tell(made)

    evaluating = dataset.evaluate(
        task,
        name=suite.key,
        task_name=suite.key,
        max_concurrency=suite.at_once,
        progress=progress,
        repeat=suite.repeats,
    )
    return _results(suite, asyncio.run(evaluating))


def _results(
    suite: Suite[Given, Made], report: EvaluationReport[SuiteCase[Given], tuple[Made, Told], Any]
) -> list[Result]:
    found = [_scored(suite, case) for case in report.cases] + [_failed(suite, failure) for failure in report.failures]
    places = {case.name: at for at, case in enumerate(suite.cases)}
    return sorted(found, key=lambda result: (places[result.case.partition(" [")[0]], result.case))


def _scored(suite: Suite[Given, Made], case: ReportCase[SuiteCase[Given], tuple[Made, Told], Any]) -> Result:
    given, (_, told) = case.inputs, case.output
    marks = [_mark(name, found.value, found.reason, hidden=given.hidden) for name, found in case.assertions.items()]
    broken = [
        f"the scorer “{failure.name}” failed: {_why(failure.error_message, hidden=given.hidden)}"
        for failure in case.evaluator_failures
    ]
    return Result(
        suite=suite.key,
        case=case.name,
        language=given.language,
        hidden=given.hidden,
        drafter=told.drafter,
        model=told.model,
        marks=tuple(marks),
        source="" if given.hidden else given.source,
        made="" if given.hidden else told.made,
        accepted=told.accepted,
        spent=told.spent,
        notes=told.notes,
        broken=tuple(broken),
    )


def _failed(suite: Suite[Given, Made], failure: ReportCaseFailure[SuiteCase[Given], tuple[Made, Told], Any]) -> Result:
    given = failure.inputs
    return Result(
        suite=suite.key,
        case=failure.name,
        language=given.language,
        hidden=given.hidden,
        source="" if given.hidden else given.source,
        broken=(f"it could not be run: {_why(failure.error_message, hidden=given.hidden)}",),
    )


def _why(message: str, *, hidden: bool) -> str:
    """What was raised: its type, and what it says where that may be shown, since it may hold the text."""
    return message.partition(":")[0] if hidden else message


# --- marks as pydantic-evals has them --------------------------------------------------------------------------------


@dataclass
class _Scoring(Evaluator[Any, Any, Any]):
    """One who gives marks, as pydantic-evals calls it."""

    scorer: Marking[Any] = field(repr=False)

    @override
    def get_default_evaluation_name(self) -> str:
        return self.scorer.key

    @override
    def build_serialization_arguments(self) -> dict[str, Any]:
        return {"scorer": self.scorer.key}

    @override
    def evaluate(self, ctx: EvaluatorContext[Any, Any, Any]) -> dict[str, EvaluationReason]:
        marks = self.scorer.marks(ctx.output[0])
        if not all(isinstance(mark.passed, bool) for mark in marks):
            msg = "a mark is neither passed nor failed"
            raise TypeError(msg)
        named = {mark.key: EvaluationReason(mark.passed, json.dumps([mark.expected, mark.got])) for mark in marks}
        if len(named) < len(marks):
            msg = "two marks have the same name"
            raise ValueError(msg)
        return named


def _mark(name: str, passed: object, reason: str | None, *, hidden: bool) -> Mark:
    scorer, _, looked_at = name.partition(": ")
    expected, got = ("", "") if hidden or reason is None else json.loads(reason)
    return Mark(scorer, looked_at, bool(passed), expected, got)
