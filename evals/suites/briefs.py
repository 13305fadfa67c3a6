"""Drafts made without a model, of briefs that were labelled by reading them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.drafters import Drafter
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.rules.profile import Profile
from evals.drafted import Drafted, drafted
from evals.expectations import SPLITS, file_of, load, names
from evals.judging import QUESTIONS, Judge
from evals.marks import ADVICE, Mark
from evals.running import Suite, SuiteCase, Told
from evals.scorers import scorers

_AT_ONCE = 4
"""Drafts at the same time: what a service lets one key have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """How briefs are drafted.

    Attributes:
        drafter: Who drafts.
        profile: What the drafts are judged by; the default profile when not given.
        judge: Who is asked what they think of each draft.
    """

    drafter: Drafter
    profile: Profile | None = None
    judge: Judge | None = None

    async def draft(self, name: str) -> Drafted:
        """What comes of the brief called ``name``."""
        brief, expected = load(name)
        made = await drafted(brief, expected, self.drafter, self.profile)
        if self.judge is None or made.draft is None:
            return made
        return replace(made, verdict=await self.judge.judge_draft(made.okr_set, brief))


def briefs(splits: Sequence[str] = SPLITS) -> Suite[str, Drafted]:
    """The suite: every brief, drafted from its text alone."""
    return drafts("briefs", Drafting(drafter=ExtractiveDrafter()), splits)


def drafts(key: str, drafting: Drafting, splits: Sequence[str] = SPLITS, *, repeats: int = 1) -> Suite[str, Drafted]:
    """A suite of the briefs, drafted by somebody.

    Args:
        key: What the suite is called.
        drafting: How.
        splits: Which briefs.
        repeats: How many times each is drafted.
    """
    return Suite(
        key=key,
        cases=[_case(name, hidden=split == "test") for split in splits for name in names(split)],
        run=drafting.draft,
        scorers=[*scorers(), *([JudgeSays()] if drafting.judge else [])],
        tell=tell,
        repeats=repeats,
        at_once=_AT_ONCE if drafting.drafter.waits else 1,
    )


def _case(name: str, *, hidden: bool) -> SuiteCase[str]:
    source = file_of(name).read_bytes().decode("utf-8", "replace")
    return SuiteCase(name=name, language=load(name)[1].language, given=name, source=source, hidden=hidden)


def tell(made: Drafted) -> Told:
    """What is told of a draft."""
    provenance = made.provenance
    return Told(
        made=made.shown(),
        drafter=provenance.drafter if provenance else None,
        model=provenance.model if provenance else None,
        accepted=made.accepted,
        spent=made.spent,
        notes=made.notes,
    )


class JudgeSays:
    """Marks of a draft by a judge's answers."""

    key = "judge says"

    def marks(self, made: Drafted) -> tuple[Mark, ...]:
        """One mark a question; none without a verdict."""
        if made.verdict is None:
            return ()
        answers = ((question, getattr(made.verdict, question)) for question in QUESTIONS)
        return tuple(
            Mark(f"{ADVICE}says {it}", name=it, passed=said.answer, expected="yes", got=said.reason)
            for it, said in answers
        )
