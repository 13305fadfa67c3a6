"""One draft of a brief, made the way the product makes it, and what was seen on the way."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from assistant.brief import Brief
from assistant.drafters import Drafter, Proposal, Provenance, Replacements, Session
from assistant.drafters.events import Tell, nobody
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafters.repairs import Failing
from assistant.drafting import Draft, draft_async
from assistant.drafting.versions import Version
from assistant.formats.draft_markdown import write_draft
from assistant.okr import OkrSet
from assistant.rules.profile import Profile, load_profile
from evals.expectations import Expectations
from evals.judging import Verdict
from evals.marks import NOTHING_SPENT, Spent


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What came of a brief.

    Attributes:
        brief: The brief.
        expected: What a fair reader finds in it.
        draft: The draft; ``None`` if the drafter gave none that can be used.
        failure: Why there is none.
        first: The set as it was before anything was repaired, checked.
        last: The set of the draft, likewise.
        provenance: How it came to be, also when it came to nothing; ``None`` if nothing was begun.
        verdict: What a model says of it that was asked to judge, if any was.
        fault: What is wrong with the answer it was made of, where that is known to be a bad one.
        ends: How it was to end, where an answer was recorded to end in a certain way: ``draft``, or a failure.
        absent: Words that may stand nowhere in it.
        not_from_source: Values that may only stand in it as proposals.
        notes: What else a maintainer should know of it, a line each.
    """

    brief: Brief
    expected: Expectations
    draft: Draft | None
    failure: Failure | None = None
    first: Version | None = None
    last: Version | None = None
    provenance: Provenance | None = None
    verdict: Verdict | None = None
    fault: str = ""
    ends: str = "draft"
    absent: tuple[str, ...] = ()
    not_from_source: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def okr_set(self) -> OkrSet:
        """The set that was drafted; empty if there is none."""
        return OkrSet() if self.draft is None else self.draft.okr_set

    @property
    def accepted(self) -> bool:
        """Whether there is a draft that has nothing to mend; values the leader is asked for are no fault of it."""
        return self.last is not None and not left_to_mend(self.last)

    @property
    def spent(self) -> Spent:
        """What it took."""
        cost = self.provenance
        if cost is None:
            return NOTHING_SPENT
        return Spent(
            calls=cost.calls,
            input_tokens=cost.input_tokens,
            output_tokens=cost.output_tokens,
            cost=cost.cost,
            seconds=cost.seconds,
        )

    def shown(self) -> str:
        """The draft as a person reads it, or why there is none."""
        return f"no draft: {self.failure}" if self.draft is None else write_draft(self.draft)


def left_to_mend(version: Version) -> list[str]:
    """The codes of what a drafter could still mend in a set."""
    return sorted({remark.code for failing in version.failing().values() for remark in failing.remarks})


async def drafted(brief: Brief, expected: Expectations, drafter: Drafter, profile: Profile | None = None) -> Drafted:
    """Draft a brief; a model that gives nothing usable is an outcome, not an error."""
    chosen = profile or load_profile()
    watched = _Watched(drafter)
    made, failure, began = None, None, time.perf_counter()
    try:
        made = await draft_async(brief, watched, chosen)
    except ModelError as error:
        failure = error.kind
    written = watched.written
    first = None if written is None else Version.of(brief, chosen, written.okr_set, written.questions)
    last = None if made is None else Version.of(brief, chosen, made.okr_set, made.questions)
    return Drafted(
        brief=brief,
        expected=expected,
        draft=made,
        provenance=watched.so_far(time.perf_counter() - began) if made is None else made.provenance,
        failure=failure,
        first=first,
        last=last,
    )


class _Watched:
    """A drafter whose first set is kept, as it was before any repair."""

    def __init__(self, drafter: Drafter) -> None:
        self._drafter = drafter
        self.waits = drafter.waits
        self.written: Proposal | None = None
        self._session: Session | None = None

    def so_far(self, seconds: float) -> Provenance | None:
        """What was spent on a draft that came to nothing."""
        return None if self._session is None else replace(self._session.provenance(), seconds=seconds)

    @asynccontextmanager
    async def session(self, brief: Brief, profile: Profile, tell: Tell = nobody) -> AsyncIterator[Session]:
        async with self._drafter.session(brief, profile, tell) as session:
            self._session = session
            yield _Watching(session, self)


class _Watching:
    """A session that does what the one behind it does, and has its first set kept."""

    def __init__(self, session: Session, watched: _Watched) -> None:
        self._session = session
        self._watched = watched

    @property
    def rounds(self) -> int:
        return self._session.rounds

    async def write(self, drafted: Sequence[str] = ()) -> Proposal:
        proposal = await self._session.write(drafted)
        self._watched.written = proposal
        return proposal

    async def repair(self, okr_set: OkrSet, failing: Mapping[int, Failing]) -> Replacements:
        return await self._session.repair(okr_set, failing)

    async def rewrite(self, okr_set: OkrSet, path: str, instruction: str) -> Replacements:
        return await self._session.rewrite(okr_set, path, instruction)

    def provenance(self) -> Provenance:
        return self._session.provenance()
