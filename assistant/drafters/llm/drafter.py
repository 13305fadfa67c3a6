"""Drafting with a language model: who is asked, and within what limits.

The model sees one fixed system message and one user message with the brief's statements as JSON. What it sends back is
data of a bounded form, which :mod:`assistant.drafters.provenance` then holds against the brief. A failure leaves this
package as a :class:`ModelError` that holds no key, no prompt and no answer.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.brief import Brief
from assistant.drafters import Session
from assistant.drafters.events import Tell, nobody, wants_pieces
from assistant.drafters.llm.budget import Budget, Meter, tokens_in
from assistant.drafters.llm.library import libraries, price_of
from assistant.drafters.llm.modes import Mode, mode_of
from assistant.drafters.llm.session import LlmSession
from assistant.drafters.model_errors import Failure, ModelError
from assistant.rules.profile import Profile

if TYPE_CHECKING:
    from assistant.drafters.llm.calling import Caller
    from assistant.drafters.llm.transport import Wire

_TOKENS_OF_A_PROMPT = 8_000
"""More than the longest prompt with its schema; what a brief says is counted twice, since quotes and hints repeat it."""
_MODEL_NAME = re.compile(r"[\w.:/@+-]{1,200}")


class LlmDrafter:
    """Has a language model word the draft, and takes its word for nothing else."""

    waits = True

    def __init__(
        self,
        model: str,
        *,
        budget: Budget | None = None,
        mode: Mode | None = None,
        api_base: str | None = None,
        pause_seconds: float = 1.0,
    ) -> None:
        """Keep what to ask.

        Args:
            model: The model, as litellm names it: ``openai/gpt-4o-mini``, ``ollama_chat/qwen3``.
            budget: What one draft may cost; :class:`Budget`'s own limits when not given.
            mode: How to ask for data; chosen by what the model is known to take when not given.
            api_base: The address of the model service, when it is not the provider's own.
            pause_seconds: How long to wait for a busy service that does not say how long.
        """
        self.model = model
        self.budget = budget or Budget()
        self.mode = mode
        self.api_base = api_base
        self.pause_seconds = pause_seconds

    def wire(self) -> Wire:
        """A connection for one draft, to the model service."""
        from assistant.drafters.llm.transport import Wire

        return Wire()

    def bounded(self, brief: Brief) -> tuple[LlmDrafter, int, float | None]:
        """This drafter, unable to spend more on ``brief`` than can be said beforehand.

        Returns:
            The drafter; the most tokens it will send and receive; and the most it will cost, in US dollars, ``None``
            when the model's price is not known.
        """
        budget = self.budget
        said = sum(len(statement.text) for statement in brief.statements)
        size = _TOKENS_OF_A_PROMPT + 2 * tokens_in("x" * said)
        tokens = budget.calls * (size + budget.answer_tokens)
        if budget.tokens is not None:
            tokens = min(tokens, budget.tokens)
        price = price_of(libraries(), self.model)
        money = budget.money
        if price is not None:
            most = budget.calls * (size * price.sent + budget.answer_tokens * price.received)
            money = most if money is None else min(money, most)
        drafter = copy(self)
        drafter.budget = replace(budget, tokens=tokens, money=money)
        return drafter, tokens, money if price is not None else None

    @asynccontextmanager
    async def session(self, brief: Brief, profile: Profile, tell: Tell = nobody) -> AsyncIterator[Session]:
        """Begin a draft: its budget and its deadline run from here, and its connection is closed at the end.

        Raises:
            ModelError: The name is none of a model.
        """
        async with self.caller(tell) as caller:
            yield LlmSession(caller, brief, profile, tell)

    @asynccontextmanager
    async def caller(self, tell: Tell = nobody) -> AsyncIterator[Caller]:
        """What asks the model, within one budget and one deadline; for a draft, or for anything else it is asked.

        Raises:
            ModelError: The name is none of a model.
        """
        if _MODEL_NAME.fullmatch(self.model) is None:
            raise ModelError(Failure.UNKNOWN_MODEL)
        litellm = libraries()

        import asyncio

        from assistant.drafters.llm.calling import Caller
        from assistant.drafters.llm.warming import warm

        await warm(litellm, self.model, streams=wants_pieces(tell))
        async with self.wire() as wire:
            yield Caller(
                litellm=litellm,
                model=self.model,
                api_base=self.api_base,
                mode=self.mode or mode_of(litellm, self.model, self.api_base),
                meter=Meter(self.budget, price_of(litellm, self.model)),
                wire=wire,
                tell=tell,
                pause=self.pause_seconds,
                deadline=asyncio.get_running_loop().time() + self.budget.seconds,
            )
