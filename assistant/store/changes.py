"""What is different between two sets of OKRs: where, and never what it says."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from assistant.store.types import Change

_MOST = 200
_LONGEST_COMPARED = 50
"""Items of a list; comparing longer ones by what they say takes seconds, and no set has so many."""


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[Change, ...]:
    """The objectives, key results and fields that were added, removed or changed; at most 200."""
    found = _in_fields("", before, after, "objectives")
    return tuple(change for change, _ in zip(found, range(_MOST), strict=False))


def _in_fields(path: str, before: dict[str, Any], after: dict[str, Any], below: str | None) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        here = f"{path}/{name}"
        if name == below:
            yield from _in_items(here, old or [], new or [], "key_results" if name == "objectives" else None)
        elif old in (None, []):
            yield Change(here, "added")
        else:
            yield Change(here, "removed" if new in (None, []) else "changed")


def _in_items(path: str, before: list[Any], after: list[Any], below: str | None) -> Iterator[Change]:
    """Items with the same text are the same; of the rest, and in a long list, those in the same place."""
    spans = [(0, len(before), 0, len(after))]
    if max(len(before), len(after)) <= _LONGEST_COMPARED:
        old_texts, new_texts = ([str(item.get("text")) for item in items] for items in (before, after))
        spans = [code[1:] for code in SequenceMatcher(a=old_texts, b=new_texts, autojunk=False).get_opcodes()]
    for old_from, old_to, new_from, new_to in spans:
        for old, new in zip_longest(range(old_from, old_to), range(new_from, new_to)):
            if new is None:
                yield Change(f"{path}/{old}", "removed")
            elif old is None:
                yield Change(f"{path}/{new}", "added")
            else:
                yield from _in_fields(f"{path}/{new}", before[old], after[new], below)
