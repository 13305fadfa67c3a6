"""What the environment says, read once, at the edge."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.formats.errors import InputError
from assistant.rules.rule import Text

_BAD_SECONDS = Text(
    nb="OKR_MODEL_SECONDS er ikke et antall sekunder over null.",
    nn="OKR_MODEL_SECONDS er ikkje eit tal sekund over null.",
    en="OKR_MODEL_SECONDS is not a number of seconds above zero.",
)
_SET_SECONDS = Text(
    nb="Sett for eksempel OKR_MODEL_SECONDS=300, eller la den være.",
    nn="Set til dømes OKR_MODEL_SECONDS=300, eller lat han vere.",
    en="Set OKR_MODEL_SECONDS=300, say, or leave it unset.",
)
_LONGEST = 3_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings from the environment. Keys are none of them: litellm reads those where it needs them.

    Attributes:
        model: ``OKR_MODEL``: the language model to write with, as litellm names it; ``None`` for no model.
        model_base: ``OKR_MODEL_BASE``: the address of the model service, when it is not the provider's own.
        model_seconds: ``OKR_MODEL_SECONDS``: how long the model may take in all.
    """

    model: str | None = None
    model_base: str | None = None
    model_seconds: float = 120.0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: Where to read them; the process's own environment when not given.

        Raises:
            InputError: A setting cannot be understood.
        """
        given = os.environ if environment is None else environment
        return cls(
            model=given.get("OKR_MODEL", "").strip() or None,
            model_base=given.get("OKR_MODEL_BASE", "").strip() or None,
            model_seconds=_seconds(given.get("OKR_MODEL_SECONDS", "").strip()),
        )


def _seconds(written: str) -> float:
    if not written:
        return 120.0
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST:
        raise InputError(_BAD_SECONDS, _SET_SECONDS)
    return seconds
