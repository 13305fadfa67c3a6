"""How many words a text has, and which of them are long: what its being easy or hard to read is counted by."""

from __future__ import annotations

_LONG = 6
"""Letters; a word with more is long."""


def lengths_of(words: list[str]) -> tuple[int, list[str]]:
    """How many words there are, numbers and signs aside, and those of them that are long."""
    count = 0
    long: list[str] = []
    for word in words:
        if word[0].isalpha():
            count += 1
            if len(word) > _LONG:
                long.append(word)
    return count, long
