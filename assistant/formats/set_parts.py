"""The parts a set is put together from while it is read, and where each stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.formats.annotations import read_annotations
from assistant.formats.escaping import show_escaped
from assistant.okr import Ambition, Citation, KeyResult, Objective, OkrSet
from assistant.rules.rule import Anchor


class Place(NamedTuple):
    """Where an item's line stands in the file.

    Attributes:
        line: Line number, from 1.
        column: The column of the first character, from 1.
        text: The item's text as the rules read it.
        columns: For each character of ``text``, its column in the file's line, from 1; ``None`` if they follow on.
    """

    line: int
    column: int
    text: str
    columns: tuple[int, ...] | None = None

    def column_of(self, offset: int) -> int:
        """The column of the character at ``offset`` in the text."""
        if self.columns is None:
            return self.column + offset
        if not self.columns:
            return self.column
        return self.columns[min(offset, len(self.columns) - 1)]


class Ignore(NamedTuple):
    """A comment that asks for a finding to be ignored: ``<!-- okr: ignore TSK01 because … -->``.

    Attributes:
        code: The rule's code.
        reason: Why.
        line: The line it is asked of: the comment's own, or the next that says something.
        written: The line the comment stands on.
    """

    code: str
    reason: str
    line: int
    written: int


@dataclass(frozen=True, slots=True)
class ReadSet:
    """A set, where its lines stand, and what was not read as part of it.

    Attributes:
        okr_set: The set.
        places: The place of each item's line, by its path and which of its lines it is.
        unread: The numbers of the lines that are no part of the set.
        unclear: The numbers of the lines that name a period, a level or a language that cannot be read.
        ignores: The findings that comments ask to be ignored.
        refused: The numbers of the lines with such a comment that has no code or no reason.
    """

    okr_set: OkrSet
    places: Mapping[tuple[str, Anchor], Place]
    unread: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    refused: tuple[int, ...] = ()

    def ignored(self) -> dict[tuple[str, str], Ignore]:
        """The findings to ignore, as path and code: those of the line a comment is about, and of the whole set."""
        if not self.ignores:
            return {}
        paths = {place.line: path for (path, _), place in self.places.items()}
        named = {}
        for item in self.ignores:
            named["", item.code] = item
            if item.line in paths:
                named[paths[item.line], item.code] = item
        return named


@dataclass(slots=True)
class KeyResultRead:
    """A key result as far as it has been read."""

    text: str
    place: Place
    owner: str | None = None
    owner_place: Place | None = None
    data_source: str | None = None
    ambition: Ambition | None = None


@dataclass(slots=True)
class ObjectiveRead:
    """An objective as far as it has been read; ``loose`` are lines that are key results if nothing else is."""

    text: str
    place: Place
    indent: int = -1
    why: str | None = None
    owner: str | None = None
    owner_place: Place | None = None
    follow_up: Place | None = None
    follow_up_after_results: bool = False
    sources: list[str] = field(default_factory=list)
    key_results: list[KeyResultRead] = field(default_factory=list)
    initiatives: list[str] = field(default_factory=list)
    loose: list[KeyResultRead] = field(default_factory=list)


def cut(place: Place, text: str) -> Place:
    """The place of a line whose end has been taken off."""
    return place if place.text == text else Place(place.line, place.column, text, place.columns)


def joined(place: Place, word: str, cell: Place) -> Place:
    """A place with the text of another cell behind it; each character keeps its column."""
    columns = [place.column_of(at) for at in range(len(place.text))]
    columns += [cell.column] * (len(word) + 2)
    columns += [cell.column_of(at) for at in range(len(cell.text))]
    return Place(place.line, place.column, f"{place.text} {word} {cell.text}", tuple(columns))


def key_result_of(place: Place) -> KeyResultRead:
    """The key result a line holds, and what the notes behind it say."""
    annotated = read_annotations(place.text)
    return KeyResultRead(
        text=annotated.text,
        place=cut(place, annotated.text),
        owner=annotated.owner,
        data_source=annotated.data_source,
        ambition=annotated.ambition,
    )


def shown(text: str | None) -> str | None:
    """``text`` with its escaped marks shown, if there is any."""
    return None if text is None else show_escaped(text)


def objective_of(item: ObjectiveRead) -> Objective:
    """The objective that has been read."""
    return Objective(
        text=show_escaped(item.text),
        why=shown(item.why),
        owner=shown(item.owner),
        sources=tuple(Citation(field="strategy", quote=show_escaped(quote)) for quote in item.sources),
        key_results=tuple(
            KeyResult(
                text=show_escaped(made.text),
                owner=shown(made.owner),
                data_source=shown(made.data_source),
                ambition=made.ambition,
            )
            for made in item.key_results
        ),
        initiatives=tuple(show_escaped(text) for text in item.initiatives),
    )
