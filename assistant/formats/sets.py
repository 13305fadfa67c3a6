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

MOST_ITEMS = 1_000
LONGEST_ITEM = 20_000
MOST_LINES = 20_000
"""Objectives, key results and what else a set lists, characters of one or of a line, and lines of a text. A review can be
a hundred times as long as its set: with more, it would keep a service busy for minutes."""


def read_set_text(text: str) -> ReadSet:
    """Read a set of OKRs.

    Args:
        text: The decoded text of a file. A leading brace says it is JSON: a set, or a draft that holds one.

    Returns:
        The set, and for Markdown the places of its lines.

    Raises:
        InputError: It cannot be read as a set, holds no objective, or more than anyone can follow.
    """
    if is_json(text):
        return _usable(ReadSet(_from_json(text), {}))
    lines = text.split("\n")
    if len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_ITEM:
        raise InputError(errors.TOO_MANY_ITEMS, errors.KEEP_FEWER)
    return _usable(read_set_markdown(text))


@lru_cache(maxsize=1)
def set_adapter() -> TypeAdapter[OkrSet]:
    """The validator, and the schema, of a set as JSON."""
    from pydantic import TypeAdapter

    return TypeAdapter(OkrSet)


def read_set_data(data: object) -> ReadSet:
    """Read a set of OKRs from what JSON holds, already parsed: a set, or a draft that holds one.

    Raises:
        InputError: Its fields have the wrong form, it holds no objective, or more than anyone can follow.
    """
    return _usable(ReadSet(set_from_data(data), {}))


def _usable(read: ReadSet) -> ReadSet:
    objectives = read.okr_set.objectives
    if not objectives:
        raise InputError(errors.NOT_AN_OKR_SET, errors.WRITE_OBJECTIVES)
    texts = [objective.text for objective in objectives]
    texts += [item.text for objective in objectives for item in objective.key_results]
    if len(texts) > MOST_ITEMS or max(map(len, texts)) > LONGEST_ITEM:
        raise InputError(errors.TOO_MANY_ITEMS, errors.KEEP_FEWER)
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
        InputError: Its fields have the wrong form, or it lists too much.
    """
    from pydantic import ValidationError

    checked_data(data)
    if isinstance(data, dict) and isinstance(data.get("okr_set"), dict):
        data = data["okr_set"]
    if isinstance(data, dict) and isinstance(data.get("period"), str):
        data = {**data, "period": _period(data["period"])}
    if _listed(data) > MOST_ITEMS:
        raise InputError(errors.TOO_MANY_ITEMS, errors.KEEP_FEWER)
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


def _listed(data: object) -> int:
    """How many items there are in the lists of a set as data: each may be wrong in several ways, and told of."""
    waiting, found = [data], 0
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            found += len(item)
            waiting += item
    return found


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
