"""Reading a set of OKRs from a file's text: Markdown or plain text, or the JSON of the contract."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.formats.set_markdown import ReadSet, read_set_markdown
from assistant.language.dates import read_period
from assistant.okr import OkrSet

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def read_set_text(text: str) -> ReadSet:
    """Read a set of OKRs.

    Args:
        text: The decoded text of a file. A leading brace says it is JSON: a set, or a draft that holds one.

    Returns:
        The set, and for Markdown the places of its lines.

    Raises:
        InputError: It cannot be read as a set, or holds no objective.
    """
    read = ReadSet(_from_json(text), {}) if text.lstrip()[:1] == "{" else read_set_markdown(text)
    if not read.okr_set.objectives:
        raise InputError(errors.NOT_AN_OKR_SET, errors.WRITE_OBJECTIVES)
    return read


@lru_cache(maxsize=1)
def set_adapter() -> TypeAdapter[OkrSet]:
    """The validator, and the schema, of a set as JSON."""
    from pydantic import TypeAdapter

    return TypeAdapter(OkrSet)


def _from_json(text: str) -> OkrSet:
    from pydantic import ValidationError

    try:
        data: Any = json.loads(text, parse_constant=_refuse)
        if isinstance(data, dict) and isinstance(data.get("okr_set"), dict):
            data = data["okr_set"]
        if isinstance(data, dict) and isinstance(data.get("period"), str):
            data = {**data, "period": _period(data["period"])}
        return set_adapter().validate_python(data, strict=False)
    except (ValueError, RecursionError, ValidationError):
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS) from None


def _refuse(name: str) -> None:
    raise ValueError(name)


def _period(written: str) -> dict[str, Any] | None:
    period = read_period(written)
    return {"label": period.label, "start": period.start, "end": period.end} if period else None
