"""Drafting with a language model: the one place that imports litellm and instructor, when a draft is asked for.

The model sees one fixed system message and one user message with the brief's statements as JSON. What it sends back is
data of a bounded form, which :mod:`assistant.drafters.provenance` then holds against the brief. A failure leaves this
module as a :class:`ModelError` that holds no key, no prompt and no answer.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.brief import Brief
from assistant.drafters import Proposal, Provenance, model_wording
from assistant.drafters.llm.messages import user_message
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafters.provenance import ground
from assistant.okr import Language
from assistant.rules.profile import Profile
from prompts import manifest, prompt

if TYPE_CHECKING:
    from assistant.drafters.answer import Answer

Untyped = Any
"""Litellm and what it returns: its own types are partly wrong, and take minutes to read."""

_CUE_LENGTH = 2_000
_CUES = (
    (re.compile(r"LLM Provider NOT provided", re.IGNORECASE), Failure.UNKNOWN_MODEL),
    (re.compile(r"missing (?:\w+ )?(?:api[_ ]key|credentials)", re.IGNORECASE), Failure.KEY),
    (re.compile(r"maximum context length|context_length_exceeded", re.IGNORECASE), Failure.TOO_LONG),
    (re.compile(r"connection error|cannot connect to|connect call failed", re.IGNORECASE), Failure.UNREACHABLE),
)
_STATUSES = {403: Failure.KEY, 413: Failure.TOO_LONG, 504: Failure.SLOW}
_LONGEST_MESSAGE = 200_000
_LONGEST_ANSWER = 256 * 1024
_REASKS = 1
_MODEL_NAME = re.compile(r"[\w.:/@+-]{1,200}")
_QUIET = ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy", "openai", "httpx", "httpcore", "instructor", "aiohttp")
_LIBRARIES = r"(?:litellm|instructor|openai|pydantic|httpx|aiohttp)(?:\.|$)"
"""Whose warnings are not for the user: pydantic's quote the answer."""
_ENVIRONMENT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
    "LITELLM_MODE": "PRODUCTION",
}
"""No price map or header list over the network, and no ``.env`` from folders above."""


class LlmDrafter:
    """Has a language model word the draft, and takes its word for nothing else."""

    def __init__(
        self, model: str, *, deadline_seconds: float = 120, max_tokens: int = 4000, api_base: str | None = None
    ) -> None:
        """Keep what to ask.

        Args:
            model: The model, as litellm names it: ``openai/gpt-4o-mini``, ``ollama_chat/qwen3``.
            deadline_seconds: How long all calls may take together.
            max_tokens: The longest answer.
            api_base: The address of the model service, when it is not the provider's own.
        """
        self.model = model
        self.deadline_seconds = deadline_seconds
        self.max_tokens = max_tokens
        self.api_base = api_base

    def write(self, brief: Brief, profile: Profile) -> Proposal:
        """Have the model draft a set from ``brief``, and hold it against the brief.

        It starts an event loop of its own: from async code, call it in a thread.

        Raises:
            ModelError: The model gave no draft that can be used.
        """
        language = brief.language or Language.NB
        system, user = prompt("draft", language.value), user_message(brief)
        if _MODEL_NAME.fullmatch(self.model) is None:
            raise ModelError(Failure.UNKNOWN_MODEL)
        if len(user) > _LONGEST_MESSAGE:
            raise ModelError(Failure.TOO_LONG)
        conversation = _Conversation(_litellm(), self, system)
        answer = conversation.answer(user)
        okr_set, questions = ground(answer, brief, profile)
        if not okr_set.objectives:
            raise ModelError(Failure.MALFORMED)
        name = f"draft.{language.value}"
        provenance = Provenance(
            drafter="llm",
            model=self.model,
            prompts={name: manifest()[name].version},
            calls=conversation.calls,
            input_tokens=conversation.input_tokens,
            output_tokens=conversation.output_tokens,
            cost=conversation.cost,
            note=model_wording.BY_A_MODEL.in_language(language),
        )
        return Proposal(okr_set, questions, provenance)


def _litellm() -> Untyped:
    """Litellm, imported without touching the network, and kept from logging or warning with prompts and keys in it."""
    os.environ.update(_ENVIRONMENT)
    warnings.filterwarnings("ignore", module=_LIBRARIES)
    import litellm

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    litellm.turn_off_message_logging = True
    import instructor  # noqa: F401 -- here, so that its loading is no part of the deadline

    for name in _QUIET:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
    return litellm


@dataclass(slots=True)
class _Settled:
    """What a conversation came to: an answer, or the kind of failure."""

    answer: Answer | None = None
    failure: Failure = Failure.MALFORMED


class _Conversation:
    """The calls for one draft, counted."""

    def __init__(self, litellm: Untyped, drafter: LlmDrafter, system: str) -> None:
        self.litellm = litellm
        self.drafter = drafter
        self.system = system
        self.uses_tools = _uses_tools(litellm, drafter.model)
        self.failure: Failure | None = None
        self.calls = self.input_tokens = self.output_tokens = 0
        self.cost: float | None = 0.0

    def answer(self, user: str) -> Answer:
        """What the model answers to ``user``.

        Raises:
            ModelError: Nothing usable. It is raised outside every handler, so that it carries no other exception along.
        """
        settled = asyncio.run(self._settle(user))
        if settled.answer is None:
            raise ModelError(settled.failure)
        return settled.answer

    async def _settle(self, user: str) -> _Settled:
        """The conversation to its end; whatever is raised in it stays in it."""
        try:
            async with asyncio.timeout(self.drafter.deadline_seconds):
                return _Settled(answer=await self._ask(user))
        except TimeoutError:
            return _Settled(failure=Failure.SLOW)
        except Exception:  # noqa: BLE001 -- the libraries' exceptions hold the key, the prompt and the answer
            return _Settled(failure=self.failure or Failure.MALFORMED)
        finally:
            await self._close_clients()

    async def _ask(self, user: str) -> Answer:
        import instructor

        from assistant.drafters.answer import Answer

        mode = instructor.Mode.TOOLS if self.uses_tools else instructor.Mode.JSON
        client = instructor.from_litellm(self._complete, mode=mode, async_client=True)
        return await client.create(
            response_model=Answer,
            messages=[{"role": "system", "content": self.system}, {"role": "user", "content": user}],
            max_retries=_REASKS,
            strict=False,
            model=self.drafter.model,
        )

    async def _complete(self, *args: Untyped, **kwargs: Untyped) -> Untyped:
        """One call: counted, never repeated by the libraries below, and looked at before it is parsed."""
        if not self.uses_tools:
            kwargs["messages"] = [{"role": "system", "content": _with_schema(self.system)}, *kwargs["messages"][1:]]
        fixed: dict[str, Any] = {
            "max_tokens": self.drafter.max_tokens,
            "timeout": self.drafter.deadline_seconds,
            "max_retries": 0,
            "num_retries": 0,
            "drop_params": True,
        }
        if self.drafter.api_base is not None:
            fixed["api_base"] = self.drafter.api_base
        self.calls += 1
        try:
            response = await self.litellm.acompletion(*args, **{**kwargs, **fixed})
        except Exception as error:
            self.failure = _failure_of(self.litellm, error)
            raise
        self._count(response)
        self.failure = _failure_in(response)
        if self.failure is not None:
            raise ModelError(self.failure)
        return response

    def _count(self, response: Untyped) -> None:
        usage = getattr(response, "usage", None)
        self.input_tokens += getattr(usage, "prompt_tokens", 0) or 0
        self.output_tokens += getattr(usage, "completion_tokens", 0) or 0
        try:
            price: float | None = self.litellm.completion_cost(completion_response=response, model=self.drafter.model)
        except Exception:  # noqa: BLE001 -- a model without a known price raises one of several things
            price = None
        self.cost = None if self.cost is None or price is None else self.cost + price

    async def _close_clients(self) -> None:
        """Close the clients litellm keeps for this event loop; a later loop may get the same identity."""
        mine = f"-{id(asyncio.get_running_loop())}"
        kept = self.litellm.in_memory_llm_clients_cache.cache_dict
        for key in [name for name in list(kept) if str(name).endswith(mine)]:
            close = getattr(kept.pop(key, None), "close", None)
            if close is not None and asyncio.iscoroutinefunction(close):
                await close()


def _uses_tools(litellm: Untyped, model: str) -> bool:
    """Whether the model is known to take tools; looked up in the price map, which asks nobody."""
    known = litellm.model_cost.get(model) or litellm.model_cost.get(model.partition("/")[2]) or {}
    return bool(known.get("supports_function_calling"))


def _with_schema(system: str) -> str:
    from assistant.drafters.answer import Answer

    return f"{system}\n{json.dumps(Answer.model_json_schema(), ensure_ascii=False)}\n"


def _failure_of(litellm: Untyped, error: Exception) -> Failure:
    """The kind of failure; the narrower class before its parent.

    What never left this machine has no class of its own: litellm calls a missing key an internal server error.
    """
    said = str(error)[:_CUE_LENGTH]
    for cue, kind in _CUES:
        if cue.search(said):
            return kind
    kinds: tuple[tuple[Any, Failure], ...] = (
        (litellm.ContextWindowExceededError, Failure.TOO_LONG),
        (litellm.ContentPolicyViolationError, Failure.REFUSED),
        ((litellm.AuthenticationError, litellm.PermissionDeniedError), Failure.KEY),
        (litellm.NotFoundError, Failure.UNKNOWN_MODEL),
        (litellm.RateLimitError, Failure.BUSY),
        ((litellm.Timeout, TimeoutError), Failure.SLOW),
        (litellm.APIConnectionError, Failure.UNREACHABLE),
    )
    by_status = _STATUSES.get(getattr(error, "status_code", 0), Failure.SERVICE)
    return next((kind for classes, kind in kinds if isinstance(error, classes)), by_status)


def _failure_in(response: Untyped) -> Failure | None:
    """What is wrong with an answer before anybody reads it: refused, cut off, too large or empty."""
    choices = getattr(response, "choices", None)
    if not choices:
        return Failure.MALFORMED
    message = choices[0].message
    more = getattr(message, "provider_specific_fields", None) or {}
    if choices[0].finish_reason == "content_filter" or getattr(message, "refusal", None) or more.get("refusal"):
        return Failure.REFUSED
    if choices[0].finish_reason == "length":
        return Failure.CUT
    calls = getattr(message, "tool_calls", None) or []
    size = len(message.content or "") + sum(len(call.function.arguments or "") for call in calls)
    return Failure.MALFORMED if size > _LONGEST_ANSWER else None
