"""Recognising titles of roles, so that a name is not taken for one, nor one for a name."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.lexicon import lexicon
from assistant.okr import Language

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = frozenset("ceo cfo cto coo cio chro hr it hms dpa vp leder leiar sjef partner".split())


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    entries: set[str] = set()
    for language in Language:
        entries |= lexicon(language).phrases("role_suffixes").entries
    return tuple(sorted(entry for entry in entries if " " not in entry and len(entry) > 3))


def has_role_word(text: str) -> bool:
    """Whether a word of ``text`` is, or ends in, a title: «kundedirektør», «avdelingslederen», «Managing Partner»."""
    for word in _WORD.findall(text.lower()):
        stem = re.sub(r"(?:en|ane|ene|a|s)$", "", word)
        if word in _SHORT or word.endswith(_suffixes()) or stem.endswith(_suffixes()):
            return True
    return False
