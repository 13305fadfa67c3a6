"""Running the ``okr`` command: what a run gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of the command ended.

    Attributes:
        code: Its exit code.
        out: What it printed, decoded as UTF-8 (which fails the test if it is not).
        err: What it said on standard error.
    """

    code: int
    out: str
    err: str


Okr = Callable[..., Ran]
