"""The marks of a pasted chat: who wrote a message and when."""

from __future__ import annotations

import re

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
_DAY = r"(?:(?:i\s+dag|i\s+går|today|yesterday|\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?)[,\s]*(?:(?:kl|at)\.?\s*)?)?"
_NAME = r"[^\W\d_][\w.’'-]*(?:\s+(?:\([^()]{1,30}\)|[\w.’'-]+)){0,4}"
_STAMP = re.compile(rf"^\W*(?:{_NAME}[\s,–-]+\W?{_DAY}{_TIME}\W*|{_DAY}{_TIME}[\s,–-]+{_NAME})$", re.IGNORECASE)
_OPENING = re.compile(
    rf"^\s*(?:\[?{_DAY}{_TIME}\]?[\s,–-]+{_NAME}|{_NAME}\s*[(\[]{_DAY}{_TIME}[)\]])\s*:\s+(?=\S)", re.IGNORECASE
)
_LONGEST = 80


_FEWEST = 3
"""Stamps that make a chat; one line that looks like a stamp may be a programme: «Lunsj 12:30»."""


def is_chat(lines: list[str]) -> bool:
    """Whether a pasted text is a chat."""
    return sum(is_stamp(line) or opening_of(line) > 0 for line in lines) >= _FEWEST


def is_stamp(line: str) -> bool:
    """Whether a line only says who wrote a message and when: «Kari 08:12», “jess (brewhouse)  9:14 AM”."""
    return len(line) <= _LONGEST and ":" in line and _STAMP.match(line) is not None


def opening_of(line: str) -> int:
    """How many characters of a line say who wrote the message in it and when: «[08:12] Kari: …»; 0 where none do."""
    found = _OPENING.match(line) if ":" in line else None
    return found.end() if found is not None else 0
