"""The pipeline every draft goes through: read, write, check, repair. An unchecked draft cannot be made."""

from assistant.drafting.drafts import (
    CannotRewriteError,
    Draft,
    NoStrategyError,
    NoSuchItemError,
    Rewriting,
    UnknownLanguageError,
)
from assistant.drafting.editing import carried_over
from assistant.drafting.pipeline import (
    draft,
    draft_async,
    edited,
    rewrite,
    rewrite_async,
    stream,
    variants,
    variants_async,
)

__all__ = [
    "CannotRewriteError",
    "Draft",
    "NoStrategyError",
    "NoSuchItemError",
    "Rewriting",
    "UnknownLanguageError",
    "carried_over",
    "draft",
    "draft_async",
    "edited",
    "rewrite",
    "rewrite_async",
    "stream",
    "variants",
    "variants_async",
]
