"""What the lines at the top of a set are: its title, a greeting, or prose."""

from __future__ import annotations

import re

from assistant.language.periods import read_period

_GREETING = re.compile(
    r"(?:hei|hallo|heisann|kjære|god \w+|hi|hello|hey|dear|good \w+)\b[^.:\d]{0,40}[,!.]?$", re.IGNORECASE
)
_PROSE = re.compile(r"[:!?,]$|[.!?] [A-ZÆØÅ]")
"""What shows that a line at the top is prose and no objective."""
_SET_WORDS = re.compile(
    r"\bokr|strateg|^\W*(?:(?:våre|våra|our|the|team|alle|all) )?(?:mål(?:ene|a)?|objectives|goals)"
    r"(?: (?:og|and|&) (?:nøkkelresultat\w*|key results))?(?: våre)?(?: (?:for|i|in) .*)?\W*$",
    re.IGNORECASE,
)


def names_a_set(heading: str) -> bool:
    """Whether a heading is a set's title: it says OKR, strategy or «Våre mål», or names a tertial or the like."""
    return _SET_WORDS.search(heading) is not None or read_period(heading, whole_year=False) is not None


def is_prose(line: str) -> bool:
    """Whether a line at the top is prose, and no objective."""
    return _PROSE.search(line) is not None


def is_greeting(line: str) -> bool:
    """Whether a line greets the readers: «Hei alle sammen!»."""
    return _GREETING.match(line) is not None
