"""Drafting with a language model: the one place that imports litellm and instructor, when a draft is asked for."""

from assistant.drafters.llm.budget import Budget
from assistant.drafters.llm.drafter import LlmDrafter
from assistant.drafters.llm.modes import Mode
from assistant.drafters.model_errors import ModelError

__all__ = ["Budget", "LlmDrafter", "Mode", "ModelError"]
