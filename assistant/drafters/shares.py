"""Goals in words: shares («ni av ti»), fractions («halvparten»), states («fra CII D til C») and zero."""

from __future__ import annotations

import re

from assistant.language.line import Line

_PART = r"(?:tredel|tredjedel|fjerdedel|firedel|femtedel|tiendedel|tredeler|tredjedeler|fjerdedeler|third|quarter|fifth|tenth)s?"
_COUNT = r"(?:en|ein|one|a|to|two|tre|three)"
_OF_N = r"(?:\d+|ti|fem|fire|tre|ten|five|four|three)"

SHARE_OF = re.compile(
    r"(?:minst|at\s+least|over|mer\s+enn|meir\s+enn|more\s+than)?\s*"
    rf"(?:\d[\d.,]*\s*(?:%|prosent|per\s?cent)|half|halvparten|halvdelen|{_COUNT}[\s-]+{_PART}|[\wæøå]+\s+(?:av|out\s+of|of)\s+{_OF_N})"
    r"\s*(?:av|of)?\s+(?P<who>\D.+)$",
    re.IGNORECASE,
)
"""A subject that is a share: «minst 80 % av søknadene», «9 out of 10 lines»."""

_FRACTION = re.compile(
    rf"\b(?:minst\s+|at\s+least\s+|over\s+)?(?:{_COUNT}[\s-]+{_PART}"
    r"|(?:halvparten|halvdelen|half|hver\s+\w+e|kvar\s+\w+e(?=\s+krone|\s+\w+)|every\s+(?:second|third|fourth|fifth)))"
    r"(?=\s+(?:av|of|krone|\w+))",
    re.IGNORECASE,
)


def read_fraction(text: str) -> str | None:
    """A goal given as a fraction in words («en tredel», «halvparten», «two thirds»), or ``None``."""
    found = _FRACTION.search(text)
    return found[0] if found else None


_GRADE = r"[A-ZÆØÅ]{1,4}[+-]?(?:\s[A-ZÆØÅ0-9][+-]?)?"
_STEP = re.compile(
    r"\b(?:gå|går|løftes|løftast|heves|hevast|flyttes|flyttast|go|move|moves|lifted|raised)\s+(?:fra|frå|from)\s+"
    r"(?P<a>[^\W\d_]+(?:\s[A-ZÆØÅ])?)\s+(?:til|to)\s+(?P<b>[^\W\d_]+)(?=[\s,.;]|$)"
)
_STATE = re.compile(rf"\b(?:fra|frå|from)\s+(?P<a>{_GRADE})\s+(?:til|to)\s+(?P<b>{_GRADE})(?![\wæøå])")


_EVERY = re.compile(
    r"\b(?:fra|frå|from)\s+(?P<a>(?:hver|kvar|every)\s+[^\W\d_]+)\s+(?:til|to)\s+(?P<b>(?:hver|kvar|every)\s+[^\W\d_]+)",
    re.IGNORECASE,
)
"""«fra hver tredje til hver femte»."""


def read_state_change(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The places of two states a value moves between («fra CII D til C»), or ``None``."""
    found = _STATE.search(text) or _STEP.search(text) or _EVERY.search(text)
    return (found.span("a"), found.span("b")) if found else None


_ZEROS = frozenset(("null", "zero", "nil"))
_NONE = frozenset(("none", "ingen"))
"""Zero where a clause ends in it: «There shall be none», but not «none of us»."""


def zero_goal(line: Line) -> str | None:
    """The word for zero where the goal is none at all («målet er null», «null skader»), else ``None``."""
    words = line.words
    last = len(words) - 1
    if line.dates and line.dates[-1].last == last and line.dates[-1].first > 0:
        last = line.dates[-1].first - 1
    if words and (words[last] in _ZEROS or words[last] in _NONE):
        return words[last]
    return words[0] if words and words[0] in _ZEROS else None
