"""Profiles: which rules judge, by which thresholds, and how much their findings weigh."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from math import isfinite
from typing import Any

from assistant.rules.rule import Severity

_DEFAULT = "default"
_SELECTION = ("select", "ignore")
_KEYS = frozenset(("extends", "select", "ignore", "severity"))


class ProfileError(ValueError):
    """A profile that cannot be used.

    Attributes:
        key: The key in the file that is wrong, such as ``severity.TSK01``; empty when it is no TOML at all.
    """

    def __init__(self, key: str) -> None:
        """Name the key; the value is not repeated."""
        super().__init__(f"the profile cannot be used: {key or 'it is not TOML'}")
        self.key = key


@dataclass(frozen=True, slots=True)
class Profile:
    """What to judge a set by.

    Attributes:
        name: The profile's name.
        settings: For each rule code, its thresholds.
        select: Codes or families («TSK») that judge; all when empty.
        ignore: Codes or families that do not, though selected.
        severities: Codes whose findings weigh otherwise than the rule says.
    """

    name: str
    settings: Mapping[str, Mapping[str, float]]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def setting(self, code: str, name: str) -> float:
        """The threshold ``name`` of the rule ``code``; every one a rule asks for stands in ``default.toml``."""
        return self.settings[code][name]

    def judges_by(self, code: str) -> bool:
        """Whether the rule ``code`` judges in this profile."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(self.ignore or ("-",))


@lru_cache(maxsize=16)
def load_profile(name: str = _DEFAULT) -> Profile:
    """The shipped profile called ``name``.

    Raises:
        LookupError: No shipped profile has that name.
    """
    if name not in profile_names():
        raise LookupError(name)
    file = resources.files("assistant.rules").joinpath("profiles", f"{name}.toml")
    return read_profile(file.read_text(encoding="utf-8"), name)


@lru_cache(maxsize=1)
def profile_names() -> tuple[str, ...]:
    """The names of the shipped profiles."""
    folder = resources.files("assistant.rules").joinpath("profiles")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def read_profile(text: str, name: str, codes: Iterable[str] = ()) -> Profile:
    """Read a profile from TOML.

    It says how it differs from the profile it ``extends`` (``default`` when it does not say): ``select`` and ``ignore``
    are lists of codes or families, ``severity`` a table of codes, and each rule's thresholds a table called by its code.

    Args:
        text: The TOML.
        name: What to call it.
        codes: The codes there are; with none, codes are taken as they are.

    Raises:
        ProfileError: It is no TOML, or names a rule, a threshold or a severity that does not exist.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise ProfileError("") from None
    base = _extended(data, name)
    known = frozenset(codes)
    families = {code[:3] for code in known}
    for key in _SELECTION:
        if not isinstance(data.get(key, []), list) or not all(isinstance(code, str) for code in data.get(key, [])):
            raise ProfileError(key)
        if known and (strange := [code for code in data.get(key, []) if code not in known | families]):
            raise ProfileError(f"{key}: {strange[0]}")
    return Profile(
        name=name,
        settings=_settings(data, base, known),
        select=tuple(data.get("select", base.select)),
        ignore=(*base.ignore, *data.get("ignore", ())),
        severities={**base.severities, **_severities(data, known)},
    )


def _extended(data: dict[str, Any], name: str) -> Profile:
    wanted = data.get("extends", None if name == _DEFAULT else _DEFAULT)
    if wanted is None or (wanted == name and wanted in profile_names()):
        return Profile(name, {})
    if not isinstance(wanted, str) or wanted not in profile_names():
        raise ProfileError("extends")
    return load_profile(wanted)


def _settings(data: dict[str, Any], base: Profile, known: frozenset[str]) -> Mapping[str, Mapping[str, float]]:
    settings = {code: dict(table) for code, table in base.settings.items()}
    for code, table in data.items():
        if code in _KEYS:
            continue
        if (known and code not in known) or not isinstance(table, dict):
            raise ProfileError(code)
        for setting, value in table.items():
            is_new = base.settings and setting not in base.settings.get(code, {})
            if is_new or isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
                raise ProfileError(f"{code}.{setting}")
        settings[code] = {**settings.get(code, {}), **table}
    return settings


def _severities(data: dict[str, Any], known: frozenset[str]) -> dict[str, Severity]:
    table = data.get("severity", {})
    if not isinstance(table, dict):
        raise ProfileError("severity")
    for code, severity in table.items():
        if (known and code not in known) or severity not in list(Severity):
            raise ProfileError(f"severity.{code}")
    return {code: Severity(severity) for code, severity in table.items()}
