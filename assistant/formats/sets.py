"""Reading a set of OKRs from a file's text: Markdown or plain text, or the JSON of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from assistant.formats import errors
from assistant.formats.decoding import checked_data, is_json
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
    return _with_objectives(ReadSet(_from_json(text), {}) if is_json(text) else read_set_markdown(text))


@lru_cache(maxsize=1)
def set_adapter() -> TypeAdapter[OkrSet]:
    """The validator, and the schema, of a set as JSON."""
    from pydantic import TypeAdapter

    return TypeAdapter(OkrSet)


def read_set_data(data: object) -> ReadSet:
    """Read a set of OKRs from what JSON holds, already parsed: a set, or a draft that holds one.

    Raises:
        InputError: Its fields have the wrong form, or it holds no objective.
    """
    return _with_objectives(ReadSet(set_from_data(data), {}))


def _with_objectives(read: ReadSet) -> ReadSet:
    if not read.okr_set.objectives:
        raise InputError(errors.NOT_AN_OKR_SET, errors.WRITE_OBJECTIVES)
    return read


def _from_json(text: str) -> OkrSet:
    try:
        data: Any = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS) from None
    return set_from_data(data)


def set_from_data(data: object) -> OkrSet:
    """The set that JSON holds, already parsed: a set, or a draft that holds one; it may be without objectives.

    Raises:
        InputError: Its fields have the wrong form.
    """
    from pydantic import ValidationError

    checked_data(data)
    if isinstance(data, dict) and isinstance(data.get("okr_set"), dict):
        data = data["okr_set"]
    if isinstance(data, dict) and isinstance(data.get("period"), str):
        data = {**data, "period": _period(data["period"])}
    try:
        okr_set = set_adapter().validate_python(data, strict=False)
    except ValidationError as error:
        wrong = tuple(
            ("/" + "/".join(map(str, item["loc"])), item["type"]) for item in error.errors(include_input=False)
        )
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS, wrong) from None
    except (ValueError, RecursionError):
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS) from None
    if wrong := tuple((pointer, "finite_number") for pointer in _endless(okr_set)):
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS, wrong)
    return okr_set


def _endless(okr_set: OkrSet) -> Iterator[str]:
    """Pointers to values that are no numbers one can count with: «NaN» and «1e999», which may come as text."""
    for at, objective in enumerate(okr_set.objectives):
        for number, item in enumerate(objective.key_results):
            for name in ("baseline", "target", "long_term"):
                quantity = getattr(item, name)
                if quantity is not None and quantity.value is not None and not isfinite(quantity.value):
                    yield f"/objectives/{at}/key_results/{number}/{name}/value"


def _refuse(name: str) -> None:
    raise ValueError(name)


def _period(written: str) -> dict[str, Any] | None:
    period = read_period(written)
    return {"label": period.label, "start": period.start, "end": period.end} if period else None
