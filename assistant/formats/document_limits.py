"""What a document may be at most, and why one is not read: shared by who asks for it and who reads it."""

from __future__ import annotations

from enum import IntEnum

MOST_PAGES = 200
"""Pages of a PDF, slides of a deck."""
MOST_TEXT = 1_048_576
"""Bytes of text, in UTF-8."""


class Refusal(IntEnum):
    """Why a document is not read; the code that the reading process ends with."""

    ENCRYPTED = 40
    NO_TEXT = 41
    TOO_MANY_PAGES = 42
    TOO_MUCH_TEXT = 43
    TOO_LARGE_UNPACKED = 44
    TOO_HEAVY = 45
    NOT_TAKEN = 46
    DIFFERS = 47
    BROKEN = 48


class RefusedError(Exception):
    """A document that is not read."""

    def __init__(self, refusal: Refusal) -> None:
        """Say why."""
        super().__init__(refusal.name)
        self.refusal = refusal
