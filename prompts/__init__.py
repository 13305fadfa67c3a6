"""What language models are told: one template for each task and language, with its version in the manifest.

The text a model gets is the same for every request in a language, byte for byte, which lets providers cache it. What
the leader pasted is never part of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined


@dataclass(frozen=True, slots=True)
class PromptEntry:
    """What the manifest says of a prompt.

    Attributes:
        version: Raised whenever the text changes.
        sha256: The hash of the template's bytes.
    """

    version: str
    sha256: str


_FOLDER: ContextVar[Path | None] = ContextVar("prompts", default=None)
"""Where prompts are read from, when it is not here: to measure others."""


@contextmanager
def taken_from(folder: Path) -> Iterator[None]:
    """Take every prompt from another folder, with a manifest of its own, for as long as this lasts."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


def _folder() -> Path:
    return _FOLDER.get() or Path(__file__).parent


def manifest() -> dict[str, PromptEntry]:
    """Version and hash of every prompt, by name and language: ``draft.nb``."""
    return _manifest(_folder())


@lru_cache(maxsize=4)
def _manifest(folder: Path) -> dict[str, PromptEntry]:
    text = folder.joinpath("manifest.toml").read_text(encoding="utf-8")
    return {name: PromptEntry(**entry) for name, entry in tomllib.loads(text)["prompts"].items()}


def prompt(name: str, language: str) -> str:
    """The text of a prompt.

    Args:
        name: The task: ``draft``.
        language: ``nb``, ``nn`` or ``en``.

    Raises:
        LookupError: There is no such prompt.
    """
    return _prompt(_folder(), f"{name}.{language}")


@lru_cache(maxsize=64)
def _prompt(folder: Path, name: str) -> str:
    if name not in _manifest(folder):
        raise LookupError(name)
    source = folder.joinpath(f"{name}.jinja").read_text(encoding="utf-8")
    return _ENVIRONMENT.from_string(source).render().strip() + "\n"


_ENVIRONMENT = Environment(
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 -- plain text for a model, and nothing from outside goes into it
    trim_blocks=True,
    keep_trailing_newline=False,
)
