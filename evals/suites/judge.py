"""How far the judge agrees with people, on sets that people have labelled; its answers are recorded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.okr import Language
from evals.judging import QUESTIONS, Judge, Verdict
from evals.marks import ADVICE, Mark
from evals.recordings import Exchange, OnWire, Rekeying, Replaying, write_record
from evals.running import Suite, SuiteCase, Told

DATA = Path(__file__).parents[1] / "datasets" / "judged"


class LabelledSet(BaseModel):
    """A set of OKRs, the strategy it is to serve, and what people say of it.

    Attributes:
        language: Its language.
        strategy: The strategy, as text.
        okr: The set, as Markdown.
        labels: The answer to each question.
        why: What is to be said of the hard ones.
        model: The model that answered.
        answered_by: Who answered.
        exchanges: What was sent and answered.
    """

    model_config = ConfigDict(extra="forbid")

    language: Language
    strategy: str
    okr: str
    labels: dict[str, bool]
    why: str = ""
    model: str = "openai/recorded"
    answered_by: str = ""
    exchanges: list[Exchange] = []


@dataclass(frozen=True, slots=True)
class Heard:
    """A labelled set beside what the judge said of it."""

    labelled: LabelledSet
    verdict: Verdict


def judge() -> Suite[str, Heard]:
    """The suite: every labelled set, judged by the recorded answers."""
    return Suite(
        key="judge",
        cases=[_case(name) for name in names()],
        run=judged,
        scorers=[Agreement()],
        tell=_tell,
    )


def names() -> list[str]:
    """The labelled sets there are."""
    return sorted(file.stem for file in DATA.glob("*.json"))


def load(name: str) -> LabelledSet:
    """A labelled set, by its name."""
    return LabelledSet.model_validate_json((DATA / f"{name}.json").read_text(encoding="utf-8"))


def save(name: str, labelled: LabelledSet) -> None:
    """Write a labelled set down."""
    write_record(DATA / f"{name}.json", labelled)


async def judged(name: str) -> Heard:
    """Have a labelled set judged by its recorded answer.

    Raises:
        MissError: The question has no recorded answer.
        ModelError: The answer is no verdict.
    """
    labelled = load(name)
    wire = Replaying(labelled.exchanges)
    try:
        return Heard(labelled, await _asked(labelled, wire))
    finally:
        wire.raise_if_missed(name)


async def rekey(name: str) -> str | None:
    """Give the recorded verdict to what is asked now.

    Returns:
        The name, if anything in it changed.
    """
    labelled = load(name)
    wire = Rekeying(labelled.exchanges)
    await _asked(labelled, wire)
    changed = labelled.model_copy(update={"exchanges": wire.exchanges})
    if changed == labelled:
        return None
    save(name, changed)
    return name


async def _asked(labelled: LabelledSet, wire: Replaying) -> Verdict:
    return await Judge(OnWire(labelled.model, wire)).judge(labelled.strategy, labelled.okr, labelled.language)


def _case(name: str) -> SuiteCase[str]:
    labelled = load(name)
    return SuiteCase(name=name, language=labelled.language, given=name, source=f"{labelled.strategy}\n\n{labelled.okr}")


class Agreement:
    """Marks by the labels: whether the judge says what people say."""

    key = "agreement"

    def marks(self, made: Heard) -> tuple[Mark, ...]:
        """One mark a question."""
        return tuple(
            Mark(
                f"{ADVICE}agrees on {question}",
                question,
                made.verdict.says(question) is made.labelled.labels[question],
                str(made.labelled.labels[question]),
                f"{made.verdict.says(question)}: {getattr(made.verdict, question).reason}",
            )
            for question in QUESTIONS
        )


def _tell(made: Heard) -> Told:
    lines = (f"{it}: {made.verdict.says(it)} ({getattr(made.verdict, it).reason})" for it in QUESTIONS)
    return Told(made="\n".join(lines), model=made.labelled.model)
