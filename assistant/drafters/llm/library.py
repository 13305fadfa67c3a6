"""Litellm and instructor, loaded when a model is first called: without touching the network, and without a word to logs."""

from __future__ import annotations

import logging
import os
import warnings
from functools import lru_cache
from typing import Any

from assistant.drafters.llm.budget import Price

Untyped = Any
"""Litellm and what it returns: its own types are partly wrong, and take minutes to read."""

_QUIET = ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy", "openai", "httpx", "httpcore", "instructor", "aiohttp")
_LIBRARIES = r"(?:litellm|instructor|openai|pydantic|httpx|aiohttp)(?:\.|$)"
"""Whose warnings are not for the user: pydantic's quote the answer."""
_ENVIRONMENT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
    "LITELLM_MODE": "PRODUCTION",
}
"""No price map or header list over the network, and no ``.env`` from folders above."""
_ON_OWN_MACHINES = frozenset(("ollama", "ollama_chat", "hosted_vllm", "lm_studio", "llamafile"))
"""Providers that send no bill."""


def libraries() -> Untyped:
    """Litellm, with every request it makes led through :mod:`assistant.drafters.llm.transport`; loaded once."""
    warnings.filterwarnings("ignore", module=_LIBRARIES)
    return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Untyped:
    os.environ.update(_ENVIRONMENT)
    import instructor  # noqa: F401 -- here, so that its loading is no part of the deadline
    import litellm

    from assistant.drafters.llm import transport

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    litellm.turn_off_message_logging = True
    transport.install(litellm)
    silence()
    return litellm


def silence() -> None:
    """Keep the libraries' loggers still, at every level: they write prompts and keys."""
    for name in [*_QUIET, *(it for it in logging.root.manager.loggerDict if it.startswith("instructor."))]:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False


def provider_of(model: str) -> str:
    """The provider a model's name begins with: ``azure`` of ``azure/my-deployment``; empty if it begins with none."""
    return model.partition("/")[0] if "/" in model else ""


def known(litellm: Untyped, model: str) -> dict[str, Any]:
    """What the price map says of a model; it is part of litellm, and asks nobody."""
    found = litellm.model_cost.get(model) or litellm.model_cost.get(model.partition("/")[2]) or {}
    return dict(found)


def price_of(litellm: Untyped, model: str) -> Price | None:
    """What a model costs, or ``None`` when the price map does not know it."""
    listed = known(litellm, model)
    if "input_cost_per_token" in listed and "output_cost_per_token" in listed:
        return Price(float(listed["input_cost_per_token"] or 0), float(listed["output_cost_per_token"] or 0))
    return Price(0, 0) if provider_of(model) in _ON_OWN_MACHINES else None
