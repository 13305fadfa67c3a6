"""The steps from a brief to a checked draft, whoever writes.

The core is asynchronous, since a service makes hundreds of drafts at once on one loop. The synchronous functions are
doors to it: with a drafter that waits for nobody they need no event loop, and load none.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.drafters import Drafter, Question, Session
from assistant.drafters.events import Event, Step, StepBegan, Tell, nobody
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting.drafts import (
    MADE_BY_THE_PIPELINE,
    CannotRewriteError,
    Draft,
    NoStrategyError,
    Rewriting,
    UnknownLanguageError,
)
from assistant.drafting.questions import questions_of
from assistant.drafting.versions import Version, repaired
from assistant.rules.profile import Profile, load_profile
from assistant.rules.rule import Severity

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.drafters import Provenance
    from assistant.okr import OkrSet

T = TypeVar("T")


async def draft_async(
    brief: Brief,
    drafter: Drafter,
    profile: Profile | None = None,
    *,
    tell: Tell = nobody,
    drafted: tuple[str, ...] = (),
) -> Draft:
    """Draft a set from a brief, check it, and have the drafter mend what it can.

    Args:
        brief: The brief, read.
        drafter: Who writes.
        profile: The thresholds; the default profile when not given.
        tell: Is told of each step, of objectives as they are complete, and of what is spent.
        drafted: Objectives that earlier drafts had, when another way through the strategy is wanted.

    Returns:
        The draft with its review, its questions and how it was made.

    Raises:
        UnknownLanguageError: The brief is in a language that is not spoken here.
        NoStrategyError: There is nothing to draft from.
        ModelError: The language model gave no draft that can be used.
    """
    began = time.perf_counter()
    _refuse(brief)
    chosen = profile or load_profile()
    async with drafter.session(brief, chosen, tell) as session:
        tell(StepBegan(Step.DRAFTING))
        proposal = await session.write(drafted)
        tell(StepBegan(Step.CHECKING))
        version = Version.of(brief, chosen, proposal.okr_set, proposal.questions)
        version, rounds = await repaired(version, session, tell)
        if drafter.waits and version.is_foreign():
            raise ModelError(Failure.LANGUAGE)
        return _signed(version, session, rounds, began)


def draft(brief: Brief, drafter: Drafter, profile: Profile | None = None, *, tell: Tell = nobody) -> Draft:
    """Do as :func:`draft_async` does, and wait for it; from async code, await that one."""
    return _wait_for(draft_async(brief, drafter, profile, tell=tell), drafter)


async def stream(brief: Brief, drafter: Drafter, profile: Profile | None = None) -> AsyncIterator[Event | Draft]:
    """Draft as :func:`draft_async` does, and give what happens as it happens; the draft comes last.

    Closing the iterator early ends the call to the model. It raises what :func:`draft_async` raises.
    """
    import asyncio

    told: asyncio.Queue[Event | None] = asyncio.Queue()
    making = asyncio.create_task(draft_async(brief, drafter, profile, tell=told.put_nowait))
    making.add_done_callback(lambda _: told.put_nowait(None))
    try:
        while (event := await told.get()) is not None:
            yield event
        yield await making
    finally:
        making.cancel()
        await asyncio.gather(making, return_exceptions=True)


async def variants_async(
    brief: Brief, drafter: Drafter, count: int, profile: Profile | None = None, *, tell: Tell = nobody
) -> tuple[Draft, ...]:
    """Draft up to ``count`` sets that differ, the soundest first.

    Each is drafted with the objectives of those before it in view, checked and mended like any other, and has a budget
    of its own. One that says what another says is left out, and a failure after the first costs only what is left.

    Returns:
        At least one draft, ranked by the review: errors, then warnings, then questions. A drafter that reads the text
        as it stands has one.

    Raises:
        ValueError: ``count`` is below one.
        ModelError: The first draft failed; otherwise as :func:`draft_async`.
    """
    if count < 1:
        msg = "at least one variant"
        raise ValueError(msg)
    made = [await draft_async(brief, drafter, profile, tell=tell)]
    for _ in range(count - 1 if drafter.waits else 0):
        drafted = tuple(dict.fromkeys(item.text for it in made for item in it.okr_set.objectives))
        try:
            made.append(await draft_async(brief, drafter, profile, tell=tell, drafted=drafted))
        except ModelError:
            break
    return tuple(sorted({_words(it.okr_set): it for it in reversed(made)}.values(), key=_rank))


def variants(
    brief: Brief, drafter: Drafter, count: int, profile: Profile | None = None, *, tell: Tell = nobody
) -> tuple[Draft, ...]:
    """Do as :func:`variants_async` does, and wait for it."""
    return _wait_for(variants_async(brief, drafter, count, profile, tell=tell), drafter)


async def rewrite_async(
    wanted: Rewriting, brief: Brief, drafter: Drafter, profile: Profile | None = None, *, tell: Tell = nobody
) -> Draft:
    """Have one objective or key result worded anew, as the instruction wants it; the rest stays as it is.

    The new words are held against the brief and checked with the whole set, and mended if they have errors.

    Args:
        wanted: What to reword, and how.
        brief: The brief the set serves.
        drafter: Who writes.
        profile: The thresholds; the default profile when not given.
        tell: Is told of each step and of what is spent.

    Raises:
        NoSuchItemError: The path leads to no objective or key result.
        CannotRewriteError: The drafter has no other words.
        ModelError: The language model gave nothing that can be used; otherwise as :func:`draft_async`.
    """
    began = time.perf_counter()
    _refuse(brief)
    at, chosen = wanted.place(), profile or load_profile()
    async with drafter.session(brief, chosen, tell) as session:
        tell(StepBegan(Step.DRAFTING))
        other = (await session.rewrite(wanted.okr_set, wanted.path, wanted.instruction)).get(at)
        if other is None:
            raise CannotRewriteError
        tell(StepBegan(Step.CHECKING))
        version = Version.of(brief, chosen, wanted.okr_set, ())
        version = replace(version, questions=_still_open(wanted.questions, version))
        version = version.with_objective(at, other.objective, other.questions, wanted.path)
        version, rounds = await repaired(version, session, tell, only=at)
        return _signed(version, session, rounds, began)


def rewrite(
    wanted: Rewriting, brief: Brief, drafter: Drafter, profile: Profile | None = None, *, tell: Tell = nobody
) -> Draft:
    """Do as :func:`rewrite_async` does, and wait for it."""
    return _wait_for(rewrite_async(wanted, brief, drafter, profile, tell=tell), drafter)


def edited(
    okr_set: OkrSet,
    brief: Brief,
    provenance: Provenance,
    profile: Profile | None = None,
    *,
    questions: tuple[Question, ...] = (),
) -> Draft:
    """A draft that a person has changed, checked as any other.

    Args:
        okr_set: The set as the person left it.
        brief: The brief it serves.
        provenance: How the draft was made; a person's changes are none of the drafter's work.
        profile: The thresholds; the default profile when not given.
        questions: What was asked about the draft before; the rules ask theirs anew.

    Raises:
        UnknownLanguageError: The brief is in a language that is not spoken here.
        NoStrategyError: There is nothing to hold the set against.
    """
    _refuse(brief)
    version = Version.of(brief, profile or load_profile(), okr_set, ())
    asked = questions_of(okr_set, _still_open(questions, version), version.review)
    return Draft(okr_set, version.review, asked, provenance, MADE_BY_THE_PIPELINE)


# --- parts -----------------------------------------------------------------------------------------------------------


def _refuse(brief: Brief) -> None:
    if brief.language is None:
        raise UnknownLanguageError
    if not any(not (item.addressed or item.excluded) for item in brief.of("strategy", "metrics")):
        raise NoStrategyError


def _still_open(asked: tuple[Question, ...], version: Version) -> tuple[Question, ...]:
    """What the drafter asked: the rules ask theirs anew."""
    of_rules = set(questions_of(version.okr_set, (), version.review))
    return tuple(question for question in asked if question not in of_rules)


def _signed(version: Version, session: Session, rounds: int, began: float) -> Draft:
    seconds = round(time.perf_counter() - began, 3)
    provenance = replace(session.provenance(), rounds=rounds, seconds=seconds)
    questions = questions_of(version.okr_set, version.questions, version.review)
    return Draft(version.okr_set, version.review, questions, provenance, MADE_BY_THE_PIPELINE)


def _wait_for(making: Coroutine[Any, Any, T], drafter: Drafter) -> T:
    """The result of ``making``; without an event loop if nobody is waited for."""
    if drafter.waits:
        import asyncio

        return asyncio.run(making)
    try:
        making.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    making.close()
    msg = "a drafter that says it waits for nobody waited"
    raise RuntimeError(msg)


def _words(okr_set: OkrSet) -> frozenset[str]:
    """What a set says, for telling whether two say the same."""
    texts = (text for it in okr_set.objectives for text in (it.text, *(result.text for result in it.key_results)))
    return frozenset(" ".join(text.casefold().split()).rstrip(".") for text in texts)


def _rank(made: Draft) -> tuple[int, int, int]:
    found = [finding.severity for finding in made.review.findings]
    return found.count(Severity.ERROR), found.count(Severity.WARNING), found.count(Severity.QUESTION)
