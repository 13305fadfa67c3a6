"""What every command has in common: the user's language, how it ends, and how it says what is wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

import click

from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.formats.errors import InputError

READY, HAS_ERRORS, BAD_INPUT, MODEL_FAILED, STOPPED_BY_USER = 0, 1, 2, 3, 130
"""What the command exits with."""

_LOCALES = {"nb": Language.NB, "no": Language.NB, "nn": Language.NN}


def user_language() -> Language:
    """The language of the user's locale: Norwegian locales get their own standard, all others English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value and value not in {"C", "POSIX"} and not value.startswith("C."):
            return _LOCALES.get(value[:2].lower(), Language.EN)
    return Language.EN


def stop(error: InputError, language: Language) -> NoReturn:
    """Say what is wrong and what to do, and end."""
    click.echo(f"okr: {error.in_language(language)}", err=True)
    raise SystemExit(BAD_INPUT)


def shown(name: str) -> str:
    """What a user has called something, as it can be printed: no control character reaches the terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)
