"""What was measured: which code, with which libraries, prompts and models."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from evals.marks import Result
from prompts import manifest

_ROOT = Path(__file__).parents[1]
_LIBRARIES = ("okr-assistant", "litellm", "instructor", "pydantic", "pydantic-evals")


@dataclass(frozen=True, slots=True)
class About:
    """What was measured.

    Attributes:
        commit: The commit; ``unknown`` outside a checkout.
        clean: Whether nothing was changed since.
        versions: Python and the libraries.
        prompts: The version of each prompt.
        models: The models that drafted.
    """

    commit: str
    clean: bool
    versions: dict[str, str]
    prompts: dict[str, str]
    models: tuple[str, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> About:
        """What these results are of."""
        commit, changes = _git("rev-parse", "HEAD"), _git("status", "--porcelain")
        return cls(
            commit=commit or "unknown",
            clean=commit is not None and changes == "",
            versions={"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}},
            prompts={name: entry.version for name, entry in sorted(manifest().items())},
            models=tuple(sorted({result.model for result in results if result.model})),
        )


def _git(*arguments: str) -> str | None:
    """What git says; ``None`` without git or a checkout."""
    try:
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git is the user's
            cwd=_ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
