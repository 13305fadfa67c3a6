"""A set of OKRs as a request gives it: a text, or an object; and no more of it than can be answered in good time."""

from __future__ import annotations

from typing import Any

from assistant.formats import errors
from assistant.formats.decoding import checked, is_json
from assistant.formats.errors import InputError
from assistant.formats.set_parts import ReadSet
from assistant.formats.sets import read_set_data, read_set_text

_MOST_ITEMS = 1_000
_LONGEST_ITEM = 20_000
_MOST_LINES = 20_000
"""Objectives, key results and what else a set lists, characters of one or of a line, and lines of a text. A review can be
a hundred times as long as its set: with more, one request would keep the service busy for minutes."""

SetBody = str | dict[str, Any]


def set_from(given: SetBody) -> ReadSet:
    """Read a set.

    Raises:
        InputError: It cannot be read, holds no objective, or more than anyone can follow.
    """
    if isinstance(given, dict):
        if _listed(given) > _MOST_ITEMS:
            raise InputError(errors.TOO_MANY_ITEMS, errors.KEEP_FEWER)
        return _bounded(read_set_data(given))
    text = checked(given)
    lines = text.split("\n")
    if not is_json(text) and (len(lines) > _MOST_LINES or max(map(len, lines)) > _LONGEST_ITEM):
        raise InputError(errors.TOO_MANY_ITEMS, errors.KEEP_FEWER)
    return _bounded(read_set_text(text))


def _bounded(read: ReadSet) -> ReadSet:
    objectives = read.okr_set.objectives
    texts = [objective.text for objective in objectives]
    texts += [item.text for objective in objectives for item in objective.key_results]
    if len(texts) > _MOST_ITEMS or max(map(len, texts)) > _LONGEST_ITEM:
        raise InputError(errors.TOO_MANY_ITEMS, errors.KEEP_FEWER)
    return read


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
