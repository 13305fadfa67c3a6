"""How the scorers compare words; what they share, and no scorer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.folding import comparable
from assistant.okr import KeyResult, OkrSet, Quantity

_WORD = re.compile(r"\w{3,}|\d+")
_ALIKE = 0.75
"""The share of a fragment's words that stand in a text which says the same."""


def plain(text: str) -> str:
    """Text as it is compared: folded, in lower case, with single spaces."""
    return " ".join(comparable(text).lower().split())


def says(text: str, fragment: str) -> bool:
    """Whether most of the fragment's words stand in ``text``; both are :func:`plain`."""
    words = frozenset(_WORD.findall(fragment))
    return bool(words) and len(words & frozenset(_WORD.findall(text))) / len(words) >= _ALIKE


def key_results(okr_set: OkrSet) -> Iterator[tuple[str, KeyResult]]:
    """Each key result with its path."""
    for at, objective in enumerate(okr_set.objectives):
        for number, item in enumerate(objective.key_results):
            yield f"objectives/{at}/key_results/{number}", item


def values(item: KeyResult) -> Iterator[tuple[str, Quantity]]:
    """Each value of a key result with its name."""
    named = (("baseline", item.baseline), ("target", item.target), ("long_term", item.long_term))
    yield from ((name, value) for name, value in named if value is not None)
