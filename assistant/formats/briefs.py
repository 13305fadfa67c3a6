"""Reading a brief from a file's text: Markdown or plain text, or JSON or YAML with the same fields."""

from __future__ import annotations

import json

from assistant.brief import Brief, read_brief, read_brief_fields
from assistant.formats import errors
from assistant.formats.decoding import checked, is_json
from assistant.formats.errors import InputError
from assistant.okr import Language

_LISTS = frozenset(("roles", "metrics", "parent_objectives", "exclusions", "values", "strategy", "vision", "mission"))
FIELDS = (
    "strategy", "vision", "mission", "values", "organisation", "level", "period", "roles", "metrics",
    "parent_objectives", "exclusions", "language", "max_objectives",
)  # fmt: skip
"""The fields of a brief as data; any other is left alone."""


MOST_STATEMENTS = 2_000
LONGEST_STATEMENT = 20_000
"""Sentences, bullets and rows of a brief, and characters of one: more is no strategy, and would keep a service busy."""


def read_brief_text(text: str, *, name: str = "", language: Language | None = None) -> Brief:
    """Read a brief.

    Args:
        text: The decoded text of a file.
        name: The file's name; ``.json``, ``.yaml`` and ``.yml`` say it is data, otherwise a leading brace does.
        language: The language to read it in; found out when not given.

    Returns:
        The brief. For data, offsets count in each field's own text (a list's items stand on a line each).

    Raises:
        InputError: The data cannot be read, the language is unknown, or there is no strategy.
    """
    suffix = name.lower().rpartition(".")[2]
    if suffix == "json" or (suffix not in {"yaml", "yml", "md", "txt"} and is_json(text)):
        return read_brief_data(_json(text), language=language)
    if suffix in {"yaml", "yml"}:
        return read_brief_data(_yaml(text), language=language)
    return _usable(read_brief(text, language=language))


def read_brief_data(data: object, *, language: Language | None = None) -> Brief:
    """Read a brief from what JSON or YAML holds, already parsed.

    Raises:
        InputError: Its fields have the wrong form, the language is unknown, or there is no strategy.
    """
    return _usable(read_brief_fields(_fields(data), language=language))


def _usable(brief: Brief) -> Brief:
    if brief.language is None:
        raise InputError(errors.UNKNOWN_LANGUAGE, errors.SAY_LANGUAGE)
    if len(brief.statements) > MOST_STATEMENTS or any(len(item.text) > LONGEST_STATEMENT for item in brief.statements):
        raise InputError(errors.TOO_MANY_STATEMENTS, errors.SHORTEN)
    if not any(not (item.addressed or item.excluded) for item in brief.of("strategy")):
        raise InputError(errors.NO_STRATEGY, errors.PASTE_STRATEGY)
    return brief


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS) from None


_DEEPEST = 8
_MOST_EVENTS = 20_000
"""A brief as YAML is fields and lists of words: no deeper and no longer than this."""


def _yaml(text: str) -> object:
    import yaml

    try:
        depth = 0
        for count, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST or count > _MOST_EVENTS:
                raise InputError(errors.bad_data("YAML"), errors.SEE_FORMATS)
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError, LookupError, AttributeError):
        raise InputError(errors.bad_data("YAML"), errors.SEE_FORMATS) from None


def _fields(data: object) -> dict[str, str]:
    if not isinstance(data, dict):
        raise InputError(errors.bad_data("JSON/YAML"), errors.SEE_FORMATS)
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = data.get(name)
        if value is None:
            continue
        fields[name] = checked_field(_as_text(name, value))
    if not fields.get("strategy", "").strip():
        raise InputError(errors.NO_STRATEGY, errors.PASTE_STRATEGY)
    return {name: text for name, text in fields.items() if text.strip()}


def checked_field(text: str) -> str:
    """``text``, if it can be worked on; empty if it says nothing («-»)."""
    return checked(text) if any(char.isalnum() for char in text) else ""


def _as_text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if value is False and name == "language":
        return "no"  # what YAML makes of it
    if isinstance(value, bool):
        raise InputError(errors.bad_data("JSON/YAML"), errors.SEE_FORMATS)
    if isinstance(value, int | float) and name in {"period", "max_objectives"}:
        return str(value)
    if isinstance(value, list) and name in _LISTS:
        return "\n".join(f"- {_item(item)}" for item in value if item is not None)
    raise InputError(errors.bad_data("JSON/YAML"), errors.SEE_FORMATS)


def _item(value: object) -> str:
    """One entry of a list: words, or an object whose values are put side by side («name: value»)."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        said = [item for item in value.values() if item is not None]
        if all(isinstance(item, str | int | float) for item in said):
            return " ".join(", ".join(map(str, said)).split())
    raise InputError(errors.bad_data("JSON/YAML"), errors.SEE_FORMATS)
