"""One structured call to a model: asked once more if its answer has the wrong form, and never told of in an exception.

Whatever litellm and instructor raise may hold the key, the prompt and the answer. It ends here: a call comes to data of
the form asked for, or to a :class:`ModelError` that is raised outside every handler and carries nothing along.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.drafters.events import Tell
from assistant.drafters.llm.answers import data_in, failure_in
from assistant.drafters.llm.budget import Meter, tokens_in
from assistant.drafters.llm.failures import failure_of, passes
from assistant.drafters.llm.library import Untyped
from assistant.drafters.llm.listening import Heard, listen
from assistant.drafters.llm.modes import Mode, fall_back, refuses, shape_of, system_message
from assistant.drafters.llm.reasking import reask
from assistant.drafters.llm.transport import Seen, Wire
from assistant.drafters.model_errors import Failure, ModelError
from assistant.okr import Language

Form = TypeVar("Form", bound=BaseModel)

_MOST_SENDINGS = 2
"""How many times one request goes over the wire at most, when the service is busy or drops it."""
_MOST_ASKINGS = 2
"""An answer of the wrong form is asked about once."""
_INSTRUCTORS = {Mode.TOOLS: "TOOLS", Mode.JSON_SCHEMA: "JSON_SCHEMA", Mode.JSON: "JSON", Mode.TEXT: "MD_JSON"}
"""What instructor calls the modes."""


@dataclass(slots=True, kw_only=True)
class Caller:
    """Calls one model for one draft.

    Attributes:
        litellm: The library.
        model: The model, as litellm names it.
        api_base: The address of the model service, when it is not the provider's own.
        mode: How to ask for data.
        meter: Counts what is spent; a call it does not allow is not made.
        wire: The draft's connection.
        tell: Is told what is spent.
        pause: The seconds to wait for a busy service that does not say how long.
        deadline: When it all has to be done, by the event loop's clock.
    """

    litellm: Untyped
    model: str
    api_base: str | None
    mode: Mode
    meter: Meter
    wire: Wire
    tell: Tell
    pause: float
    deadline: float

    async def ask(
        self, form: type[Form], prompt: str, user: str, language: Language, heard: Heard | None = None
    ) -> Form:
        """Have the model answer in data.

        Args:
            form: The form of the answer.
            prompt: The task, the same for every draft.
            user: What differs.
            language: The language to ask again in.
            heard: Is called with each objective as it is complete; the answer streams then.

        Returns:
            What the model sent, of the right form.

        Raises:
            ModelError: The model did not answer in time, within the budget, or in the right form.
        """
        asking = _Asking(self, form, prompt, user, heard)
        try:
            async with asyncio.timeout_at(self.deadline):
                await asking.settle(language)
        except TimeoutError:
            asking.failure = Failure.SLOW
        if asking.answer is None:
            raise ModelError(asking.failure or Failure.MALFORMED)
        return asking.answer

    def fixed(self, *, streams: bool) -> dict[str, Any]:
        """What every call is made with: no retries below, no parameter the service does not know, and a time limit.

        ``num_retries`` is litellm's own and that of the clients below it: it overrules their ``max_retries``.
        """
        seconds = self.meter.budget.seconds
        fixed: dict[str, Any] = {
            "model": self.model, "timeout": seconds, "num_retries": 0, "drop_params": True,
        }  # fmt: skip
        if self.api_base is not None:
            fixed["api_base"] = self.api_base
        if self.wire.key is not None:
            fixed["api_key"] = self.wire.key
        return {**fixed, "stream": True, "stream_options": {"include_usage": True}} if streams else fixed

    def pause_after(self, seen: Seen) -> float | None:
        """How many seconds until a service may be asked again; ``None`` if it should not, or not in time."""
        pause = 0.0 if seen.dropped else self.pause if seen.wait is None else seen.wait
        left = self.deadline - asyncio.get_running_loop().time()
        return pause if passes(seen) and pause < left else None

    def count(self, response: Untyped) -> None:
        """Count what an answer came to, and tell of it."""
        usage, price = getattr(response, "usage", None), self.meter.price
        sent, received = getattr(usage, "prompt_tokens", 0) or 0, getattr(usage, "completion_tokens", 0) or 0
        cost = (getattr(response, "_hidden_params", None) or {}).get("response_cost") or None
        if cost is None and price is not None:
            cost = sent * price.sent + received * price.received
        self.tell(self.meter.add(sent, received, cost))


class _Asking(Generic[Form]):
    """One question to the model, until it is answered or given up."""

    def __init__(self, caller: Caller, form: type[Form], prompt: str, user: str, heard: Heard | None) -> None:
        self.caller = caller
        self.form = form
        self.prompt = prompt
        self.user = user
        self.heard = heard
        self.answer: Form | None = None
        self.failure: Failure | None = None
        self.refused = False
        self.wrong: ValidationError | None = None

    async def settle(self, language: Language) -> None:
        """Ask, and once more if the answer has the wrong form."""
        asked = self.user
        for _ in range(_MOST_ASKINGS):
            await self._ask()
            if self.answer is not None or self.failure is not None:
                return
            self.user = f"{asked}\n\n{reask(self.wrong, language)}"
            if not self.caller.meter.allowance(self._size()):
                return

    async def _ask(self) -> None:
        """Ask in the model's mode, and once in a plainer one if the service refuses it."""
        await self._create()
        less = fall_back(self.caller.mode, self.caller.model, self.caller.api_base) if self.refused else None
        if less is not None:
            self.caller.mode = less
            await self._create()

    async def _create(self) -> None:
        import instructor

        self.failure, self.refused, self.wrong = None, False, None
        mode = getattr(instructor.Mode, _INSTRUCTORS[self.caller.mode])
        client: Untyped = instructor.from_litellm(self._complete, mode=mode, async_client=True)
        with suppress(Exception):  # the libraries' exceptions hold the key, the prompt and the answer
            await client.create(response_model=shape_of(self.form), messages=[], max_retries=0, strict=False)

    async def _complete(self, *_: Untyped, **shaped: Untyped) -> Untyped:
        """What instructor takes for litellm: one answer, looked at before it is parsed."""
        caller = self.caller
        shape = json.loads(json.dumps({**shaped, "messages": None}))  # litellm writes in it, and instructor keeps it
        request = {**shape, "messages": self._messages(), **caller.fixed(streams=self.heard is not None)}
        for sending in range(1, _MOST_SENDINGS + 1):
            try:
                request["max_tokens"] = caller.meter.begin(self._size())
                return self._taken(await self._received(request))
            except ModelError as error:
                self.failure = error.kind
                raise
            except Exception as error:
                seen = caller.wire.seen
                self.failure = failure_of(seen, caller.litellm, error)
                self.refused = refuses(caller.mode, seen.status, seen.said)
                pause = caller.pause_after(seen) if sending < _MOST_SENDINGS else None
                if self.refused or pause is None:
                    raise
            await asyncio.sleep(pause)
        raise AssertionError  # pragma: no cover -- the last sending returns or raises

    async def _received(self, request: dict[str, Any]) -> Untyped:
        self.caller.wire.seen = Seen()
        response = await self.caller.litellm.acompletion(**request)
        return await listen(self.caller.litellm, response, self.heard) if self.heard is not None else response

    def _taken(self, response: Untyped) -> Untyped:
        """An answer, counted and held to the form.

        Raises:
            ModelError: There is nothing in it to look at.
        """
        self.caller.count(response)
        failure = failure_in(response)
        if failure is not None:
            raise ModelError(failure)
        self.failure = None
        data = data_in(response.choices[0].message, self.form.__name__)
        if data is not None:
            try:
                self.answer = self.form.model_validate(data)
            except ValidationError as error:
                self.wrong = error
        return response

    def _messages(self) -> list[dict[str, str]]:
        system = system_message(self.caller.mode, self.prompt, self.form)
        return [{"role": "system", "content": system}, {"role": "user", "content": self.user}]

    def _size(self) -> int:
        return sum(tokens_in(message["content"]) for message in self._messages())
