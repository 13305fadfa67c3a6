"""What would leave the machine for a draft: made by the same code that sends it, and caught before it goes.

No key is read for it, and none is in it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit, urlunsplit

from typing_extensions import override

from assistant.brief import Brief
from assistant.drafters.events import Event, nobody
from assistant.drafters.llm.budget import Meter, tokens_in
from assistant.drafters.llm.calling import Caller
from assistant.drafters.llm.library import Untyped, libraries, price_of
from assistant.drafters.llm.modes import mode_of
from assistant.drafters.llm.session import LlmSession
from assistant.drafters.llm.transport import Wire
from assistant.drafters.model_errors import Failure, ModelError
from assistant.rules.profile import Profile

if TYPE_CHECKING:
    import httpx

    from assistant.drafters.llm.drafter import LlmDrafter
    from assistant.okr import OkrSet

_LONG_ENOUGH = 3_600.0


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The first request of a draft.

    Attributes:
        url: Where it would go; without what stands behind a question mark, where some services take the key.
        body: What it would hold.
        tokens: About how many tokens it would send; rather too many than too few.
        answer_tokens: The longest answer it would ask for.
        calls: How many calls the budget allows for the whole draft.
        sending: What sending it would cost, in US dollars; ``None`` when the price is not known.
        answering: What the longest answer would cost, likewise.
    """

    url: str
    body: dict[str, Any]
    tokens: int
    answer_tokens: int
    calls: int
    sending: float | None
    answering: float | None


class Wanted(Protocol):
    """A rewriting, as the pipeline has it."""

    @property
    def okr_set(self) -> OkrSet:
        """The set as it stands."""
        ...

    @property
    def path(self) -> str:
        """What to reword."""
        ...

    @property
    def instruction(self) -> str:
        """How."""
        ...


async def outgoing(
    drafter: LlmDrafter, brief: Brief, profile: Profile, *, streams: bool, wanted: Wanted | None = None
) -> Outgoing:
    """What a draft or a rewriting would send first; nothing is sent.

    Args:
        drafter: Who would write.
        brief: The brief.
        profile: The thresholds the draft would be judged by.
        streams: Whether the answer would stream, as a draft's does when somebody watches.
        wanted: What is to be worded anew; a draft when not given.

    Raises:
        ModelError: There is no such model, or the brief is too long for any.
    """
    import asyncio

    litellm = libraries()
    budget = replace(drafter.budget, tokens=None, money=None)
    async with _Catching() as wire:
        caller = Caller(
            litellm=litellm,
            model=drafter.model,
            api_base=drafter.api_base,
            mode=drafter.mode or mode_of(litellm, drafter.model, drafter.api_base),
            meter=Meter(budget, None),
            wire=wire,
            tell=nobody,
            pause=0,
            deadline=asyncio.get_running_loop().time() + _LONG_ENOUGH,
        )
        session = LlmSession(caller, brief, profile, _somebody if streams else nobody)
        failure = ModelError(Failure.UNKNOWN_MODEL)
        try:
            if wanted is None:
                await session.write()
            else:
                await session.rewrite(wanted.okr_set, wanted.path, wanted.instruction)
        except ModelError as error:
            failure = error
    if wire.caught is None:
        raise ModelError(failure.kind)
    return _read(wire.caught, litellm, drafter)


def _read(request: httpx.Request, litellm: Untyped, drafter: LlmDrafter) -> Outgoing:
    body: dict[str, Any] = {}
    with suppress(ValueError):
        body = json.loads(request.content)
    where = urlsplit(str(request.url))
    tokens, price = tokens_in(request.content.decode("utf-8", "replace")), price_of(litellm, drafter.model)
    longest = drafter.budget.answer_tokens
    return Outgoing(
        url=urlunsplit((where.scheme, where.netloc, where.path, "", "")),
        body=body,
        tokens=tokens,
        answer_tokens=longest,
        calls=drafter.budget.calls,
        sending=None if price is None else tokens * price.sent,
        answering=None if price is None else longest * price.received,
    )


def _somebody(event: Event) -> None:
    """Somebody who watches, so that the answer streams."""


class _Catching(Wire):
    """A wire that leads nowhere: the first request is kept, and ends there. It has no key, and needs none."""

    key = "-"

    def __init__(self) -> None:
        """Nothing is caught yet."""
        super().__init__()
        self.caught: httpx.Request | None = None

    @override
    async def send(self, request: httpx.Request, *, streams: bool) -> httpx.Response:
        self.caught = self.caught or request
        self.stop(Failure.UNREACHABLE)
