"""Telling who owns what in a set: the same person with and without a title, by first name or in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.okr import Language
from assistant.rules.blanks import is_blank
from assistant.rules.owners import Person, read_owners

if TYPE_CHECKING:
    from assistant.rules.analysis import Context, KeyResultItem

_DEFINITE = re.compile(r"(?<=[a-zæøå]{4})en\b")
"""«Rektoren» and «rektor», «avdelingslederen» and «avdelingsleder» are one role."""
_ARTICLE = re.compile(r"^(?:the|our|vår|den)\s+")


class People:
    """Who is who among the owners a set names.

    Two owners are one person if they share a name, or if one gives the title that the other has beside the name. A
    first name is the full name that begins with it, where only one does.
    """

    def __init__(self, persons: list[Person]) -> None:
        """Learn from ``persons``, as they are written in the set."""
        self._full: dict[str, str | None] = {}
        self._named: dict[str, str | None] = {}
        self._titles: dict[str, str] = {}
        for person in persons:
            if person.name is not None:
                name = _folded(person.name)
                first = name.partition(" ")[0]
                if first != name:
                    self._full[first] = name if self._full.get(first, name) == name else None
        for person in persons:
            if person.name is not None and person.title is not None:
                name, title = self._name(person.name), _role(person.title)
                self._named[title] = name if self._named.get(title, name) == name else None
                self._titles.setdefault(name, person.title)

    def key(self, person: Person) -> str:
        """What tells this person from the others of the set."""
        if person.name is not None:
            return self._name(person.name)
        title = _role(person.title or "")
        return self._named.get(title) or title

    def title(self, person: Person) -> str | None:
        """The person's title, given here or elsewhere in the set."""
        return person.title or self._titles.get(self._name(person.name or ""))

    def _name(self, name: str) -> str:
        folded = _folded(name)
        return self._full.get(folded) or folded


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


def _role(title: str) -> str:
    return _DEFINITE.sub("", _ARTICLE.sub("", _folded(title)))


def owner_of(key_result: KeyResultItem, context: Context) -> str | None:
    """Who owns a key result: its own owner, else its objective's, else the set's; ``None`` where none is named."""
    owners = (key_result.owner, key_result.objective.owner, context.okr_set.owner)
    return next((owner for owner in owners if not is_blank(owner)), None)


def persons_named(context: Context) -> Iterator[Person]:
    """Everyone the set names as an owner, its sponsor and its ambassador, as written."""
    okr_set = context.okr_set
    written = [okr_set.owner, okr_set.sponsor, okr_set.ambassador]
    for objective in context.objectives:
        written.append(objective.owner)
        written += [key_result.owner for key_result in objective.key_results]
    for owner in dict.fromkeys(written):
        if owner is not None and not is_blank(owner):
            yield from persons_of(owner, context.language)


def persons_of(owner: str, language: Language) -> tuple[Person, ...]:
    """The persons and roles an owner field names."""
    return read_owners(owner, language).persons
