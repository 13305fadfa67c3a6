"""What language models are told: one template for each task and language, with its version in the manifest.

The text a model gets is the same for every request in a language, byte for byte, which lets providers cache it. What
the leader pasted is never part of it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound


@dataclass(frozen=True, slots=True)
class PromptEntry:
    """What the manifest says of a prompt.

    Attributes:
        version: Raised whenever the text changes.
        sha256: The hash of the template's bytes.
    """

    version: str
    sha256: str


def _source(name: str) -> str | None:
    """The text of a template the manifest knows; any other does not exist."""
    if name not in manifest():
        return None
    return resources.files(__name__).joinpath(f"{name}.jinja").read_text(encoding="utf-8")


_ENVIRONMENT = Environment(
    loader=FunctionLoader(_source),
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 -- plain text for a model, and nothing from outside goes into it
    trim_blocks=True,
    keep_trailing_newline=False,
)


@lru_cache(maxsize=1)
def manifest() -> dict[str, PromptEntry]:
    """Version and hash of every prompt, by name and language: ``draft.nb``."""
    text = resources.files(__name__).joinpath("manifest.toml").read_text(encoding="utf-8")
    return {name: PromptEntry(**entry) for name, entry in tomllib.loads(text)["prompts"].items()}


@lru_cache(maxsize=32)
def prompt(name: str, language: str) -> str:
    """The text of a prompt.

    Args:
        name: The task: ``draft``.
        language: ``nb``, ``nn`` or ``en``.

    Raises:
        LookupError: There is no such prompt.
    """
    try:
        return _ENVIRONMENT.get_template(f"{name}.{language}").render().strip() + "\n"
    except TemplateNotFound:
        raise LookupError(f"{name}.{language}") from None
