"""What a statement is about: themes with their words, and the roles that answer for them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from assistant.brief import Role
from assistant.okr import Language

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that strategies have goals for.

    Attributes:
        key: Its name in the data file.
        kin: The larger subject it belongs to; themes of one kin may share an objective.
        stems: For each language, the beginnings of words that speak of it.
        roles: Parts of the titles that answer for it.
    """

    key: str
    kin: str
    stems: dict[Language, tuple[str, ...]]
    roles: tuple[str, ...]


@lru_cache(maxsize=1)
def themes() -> tuple[Theme, ...]:
    """Every theme of ``themes.json``."""
    data = json.loads(resources.files(__package__).joinpath("themes.json").read_text(encoding="utf-8"))
    return tuple(
        Theme(
            key=item["key"],
            kin=item["kin"],
            stems={Language(code): tuple(words.split()) for code, words in item["stems"].items()},
            roles=tuple(item["roles"].split()),
        )
        for item in data
    )


def theme_of(texts: Iterable[str], language: Language) -> Theme | None:
    """The theme most words of ``texts`` speak of, or ``None`` if they speak of none."""
    counts: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text.lower()):
            for theme in themes():
                if word.startswith(theme.stems[language]):
                    counts[theme.key] += 1
    if not counts:
        return None
    best = max(counts.values())
    return next(theme for theme in themes() if counts[theme.key] == best)


_TELLING = 2
"""A title that shares one word with a goal by chance answers for nothing."""
_TITLE_WORD = re.compile(r"[^\W\d_]+")


def owner_for(
    theme: Theme | None, heading: str, texts: Iterable[str], roles: Iterable[Role], language: Language
) -> Role | None:
    """The role of the brief that answers for an objective, by the words of its title; ``None`` when no title says so."""
    headed = {word[:4] for word in _TITLE_WORD.findall(heading.lower()) if len(word) > 3}
    spoken = {word for text in texts for word in _WORD.findall(text.lower()) if len(word) > 4}
    best: tuple[int, int] | None = None
    chosen: Role | None = None
    for at, role in enumerate(roles):
        title = (role.title or role.text).lower()
        words = _TITLE_WORD.findall(title)
        score = 2 * any(word[:4] in headed for word in words)
        if theme is not None:
            score += 2 * any(word == stem or (len(stem) > 3 and stem in word) for word in words for stem in theme.roles)
            score += any(word.startswith(theme.stems[language]) for word in words)
        score += sum(any(spoke.startswith(word[:6]) for spoke in spoken) for word in words if len(word) > 5)
        if score >= _TELLING and (best is None or (score, -at) > best):
            best, chosen = (score, -at), role
    return chosen
