"""One draft or rewriting from the request to the answer: claimed, paid for, made, kept, and cleaned up after.

However it ends, and be it that the client leaves: what was set aside is settled, and a claim that came to nothing is
released, so that the same request may be sent again.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import anyio
from fastapi import Request

from api import refusals
from api.access import Caller
from api.large import LARGE, in_turn
from api.observing.metrics import count_draft, draft_in_progress
from api.observing.steps import traced_steps
from api.problems import ProblemError
from assistant.drafters.events import AtTheEnd, Event, Tell, UsageCounted, nobody
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import CannotRewriteError, NoStrategyError, NoSuchItemError, draft, draft_async, rewrite_async
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.formats.records import plain
from assistant.store import Answer, Claim, Reservation

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.drafters.llm import LlmDrafter
    from assistant.drafting import Draft, Rewriting
    from assistant.rules.profile import Profile

_IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_MARGIN_SECONDS = 60.0
"""How much longer than its model may take a draft can be in the making before it counts as given up."""


@asynccontextmanager
async def claimed(caller: Caller, request: Request) -> AsyncIterator[Claim | Answer | None]:
    """Claim what the request's ``Idempotency-Key`` stands for; released when what is done with it fails.

    Yields:
        The claim; the answer, if the request has been answered before; nothing if no key came along.

    Raises:
        InProgressError: The same request is being worked on.
        DifferentRequestError: The key was used for another request.
        ProblemError: The key is none, or the answer was not kept.
    """
    key = request.headers.get("idempotency-key")
    if key is None:
        yield None
        return
    if not _IDEMPOTENCY_KEY.fullmatch(key):
        raise ProblemError(refusals.BAD_IDEMPOTENCY_KEY)
    store = caller.service.store
    told = f"{request.method} {request.url.path}\n".encode() + request.state.body
    seconds = caller.service.settings.model_seconds + _MARGIN_SECONDS
    claim = await store.claim(caller.tenant, key, hashlib.sha256(told).digest(), seconds=seconds)
    if isinstance(claim, Answer):
        if claim.body is None:
            raise ProblemError(refusals.NOTHING_KEPT)
        yield claim
        return
    try:
        yield claim
    except BaseException:
        with anyio.CancelScope(shield=True):
            await store.release(claim)
        raise


@dataclass(slots=True)
class Work:
    """A draft in the making.

    Attributes:
        caller: For whom.
        drafter: Who writes; it can spend no more than what is set aside.
        reservation: What is set aside.
        a_call: The most tokens a single call can come to.
        a_call_micros: The most it can cost, in micro-dollars; ``None`` when the price is not known.
        spent: What it has cost so far.
        settled: Whether what it came to is written down.
    """

    caller: Caller
    drafter: ExtractiveDrafter | LlmDrafter
    reservation: Reservation
    a_call: int
    a_call_micros: int | None
    spent: UsageCounted = field(default_factory=lambda: UsageCounted(0, 0, 0, 0.0))
    settled: bool = False

    async def draft(self, brief: Brief, profile: Profile, tell: Tell = nobody) -> Draft:
        """Draft from ``brief``.

        Args:
            brief: The brief.
            profile: The thresholds.
            tell: Whom to tell of each objective as it is complete; the model's answer then comes in pieces.

        Raises:
            InputError: There is nothing to draft from.
            ModelError: The model failed.
        """
        try:
            if isinstance(self.drafter, ExtractiveDrafter):
                is_large = sum(len(statement.text) for statement in brief.statements) > LARGE
                return await (in_turn if is_large else asyncio.to_thread)(draft, brief, self.drafter, profile)
            with traced_steps(self._counting(tell), model=self.model) as told:
                listener = told if tell is not nobody else AtTheEnd(told)
                return await draft_async(brief, self.drafter, profile, tell=listener)
        except NoStrategyError:
            raise InputError(errors.NO_STRATEGY, errors.PASTE_STRATEGY) from None

    async def rewrite(self, wanted: Rewriting, brief: Brief, profile: Profile) -> Draft:
        """Have a part of a set worded anew.

        Raises:
            ProblemError: There is nothing at its path, or the drafter has no other words.
            ModelError: The model failed.
        """
        try:
            with traced_steps(self._counting(nobody), model=self.model) as told:
                return await rewrite_async(wanted, brief, self.drafter, profile, tell=AtTheEnd(told))
        except NoSuchItemError:
            raise ProblemError(refusals.NO_SUCH_ITEM, [("/path", "no_such_item")]) from None
        except CannotRewriteError:
            raise ProblemError(refusals.NO_OTHER_WORDS) from None

    def _counting(self, tell: Tell) -> Tell:
        """``tell``, with what is spent kept on the way."""

        def both(event: Event) -> None:
            if isinstance(event, UsageCounted):
                self.spent = event
            tell(event)

        return both

    async def settle(self, *, cut_short: bool = False) -> None:
        """Write down what it came to, once.

        Args:
            cut_short: Whether it ended in the middle of a call: nobody knows what that call came to, so its tokens count
                as the most they can have been, and the money that was set aside as spent.
        """
        if self.settled:
            return
        spent, unknown, micros = self.spent, self.a_call if cut_short else 0, self.a_call_micros if cut_short else 0
        with anyio.CancelScope(shield=True):  # whoever leaves just now has had the draft
            await self.caller.service.store.settle(
                self.reservation,
                calls=spent.calls + bool(unknown),
                input_tokens=spent.input_tokens + unknown,
                output_tokens=spent.output_tokens,
                micros=None if spent.cost is None or micros is None else round(spent.cost * 1_000_000) + micros,
                drafter=self.wrote,
                model=self.model,
            )
        self.settled = True

    @property
    def model(self) -> str | None:
        """The model asked, if any."""
        return None if isinstance(self.drafter, ExtractiveDrafter) else self.drafter.model

    @property
    def wrote(self) -> str:
        """Who writes, as a provenance has it."""
        return "extractive" if self.model is None else "llm"

    def so_far(self) -> dict[str, Any]:
        """What it has come to, as a provenance has it."""
        return {"drafter": self.wrote, **plain(self.spent)}


@asynccontextmanager
async def working(caller: Caller, drafter: ExtractiveDrafter | LlmDrafter, brief: Brief) -> AsyncIterator[Work]:
    """Set aside what a draft of ``brief`` may cost, and settle it in the end.

    Raises:
        LimitError: The key has no more drafts, tokens or money.
    """
    store, seconds = caller.service.store, _MARGIN_SECONDS
    tokens, calls = 0, 1
    money: float | None = 0.0
    if not isinstance(drafter, ExtractiveDrafter):
        drafter, tokens, money = drafter.bounded(brief)
        seconds += drafter.budget.seconds
        calls = drafter.budget.calls
    micros = None if money is None else math.ceil(money * 1_000_000)
    reservation = await store.reserve(caller.key, caller.tenant, tokens=tokens, micros=micros, seconds=seconds)
    work = Work(caller, drafter, reservation, tokens // calls, None if micros is None else -(-micros // calls))
    with draft_in_progress():
        try:
            yield work
        except BaseException as error:
            if not work.settled:  # else it was kept and counted, and its caller left with the last event on the way
                count_draft(work.so_far(), _outcome(error))
            await work.settle(cut_short=_is_cut_short(error))
            raise
    await work.settle()


def _is_cut_short(error: BaseException) -> bool:
    """Whether a draft may have ended in the middle of a call: its caller left, the service ends, the model took too long."""
    if isinstance(error, ModelError):
        return error.kind is Failure.SLOW
    if isinstance(error, ProblemError):
        return error.refusal is refusals.NOT_READY
    return not isinstance(error, Exception)


def _outcome(error: BaseException) -> str:
    """How a draft ended that came to nothing, as it is counted."""
    if isinstance(error, ModelError):
        return "failed"
    return "refused" if isinstance(error, Exception) else "stopped"
