"""Profiles: which thresholds the rules judge by."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Profile:
    """Thresholds by rule.

    Attributes:
        name: The profile's name.
        settings: For each rule code, its thresholds.
    """

    name: str
    settings: Mapping[str, Mapping[str, float]]

    def setting(self, code: str, name: str) -> float:
        """The threshold ``name`` of the rule ``code``; every one a rule asks for stands in ``default.toml``."""
        return self.settings[code][name]


@lru_cache(maxsize=8)
def load_profile(name: str = "default") -> Profile:
    """The shipped profile called ``name``.

    Raises:
        LookupError: No shipped profile has that name.
    """
    if name not in profile_names():
        raise LookupError(name)
    file = resources.files("assistant.rules").joinpath("profiles", f"{name}.toml")
    return Profile(name, tomllib.loads(file.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def profile_names() -> tuple[str, ...]:
    """The names of the shipped profiles."""
    folder = resources.files("assistant.rules").joinpath("profiles")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))
