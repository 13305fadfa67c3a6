"""The parts a set is put together from while it is read, and where each stands in its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.formats.annotations import read_annotations, without
from assistant.formats.escaping import show_escaped
from assistant.formats.labels import Label
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

    def part(self, start: int, end: int | None = None) -> Place:
        """The characters from ``start`` to ``end``, where they stand."""
        text = self.text[start:end]
        columns = None if self.columns is None else self.columns[start : start + len(text)]
        return Place(self.line, self.column_of(start), text, columns)

    def without(self, cuts: tuple[tuple[int, int], ...]) -> Place:
        """The line without the stretches cut out of it."""
        cut_out = {at for start, end in cuts for at in range(start, end)}
        columns = tuple(self.column_of(at) for at in range(len(self.text)) if at not in cut_out)
        return Place(self.line, self.column, without(self.text, cuts), columns)

    def followed_by(self, words: str, *others: Place) -> Place:
        """The line with others behind it, ``words`` between; what stands on another line has the column of its end."""
        columns = [self.column_of(at) for at in range(len(self.text))]
        end = columns[-1] if columns else self.column
        for other in others:
            same = other.line == self.line
            columns += [other.column if same else end] * len(words)
            columns += [other.column_of(at) if same else end for at in range(len(other.text))]
        text = words.join((self.text, *(other.text for other in others)))
        return Place(self.line, self.column, text, tuple(columns))


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


JOINED = (Label.BASELINE, Label.TARGET, Label.DEADLINE)
"""What is told of a key result in lines or cells of its own and belongs into its wording, in this order."""


@dataclass(slots=True)
class KeyResultRead:
    """A key result as far as it has been read.

    Attributes:
        place: Its line.
        indent: How far that is moved in.
        heading: Whether the line is a heading: what stands below it is about it.
        marked: Whether a list mark or a label says that it is one.
        details: Its start, its goal and its date, where they stand in lines or cells of their own.
        lines: The numbers of the other lines that were read as part of it.
    """

    place: Place
    indent: int = 0
    heading: bool = False
    marked: bool = True
    owner: str | None = None
    owner_place: Place | None = None
    data_source: str | None = None
    ambition: Ambition | None = None
    details: dict[Label, Place] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)

    def take_note(self, note: str) -> None:
        """Take what brackets in its label say: «KR4 (strekkmål): …»."""
        said = read_annotations(f"({note})")
        self.ambition = said.ambition
        self.owner = said.owner
        self.data_source = said.data_source

    def settle(self, join: Callable[[Label], str]) -> None:
        """Take off what the notes behind the line say, and put its details into words; all of it has been read."""
        annotated = read_annotations(self.place.text)
        self.place = _annotated_place(self.place, annotated.text, annotated.cuts)
        self.owner = self.owner or annotated.owner
        self.data_source = self.data_source or annotated.data_source
        self.ambition = self.ambition or annotated.ambition
        written = self.place
        for label in JOINED if self.details else ():
            detail = self.details.get(label)
            if detail is not None and (detail.line == written.line or not _says(written.text, detail.text)):
                word = join(label)
                said = detail.text.lower().startswith(f"{word} ")
                self.place = self.place.followed_by(" " if said else f" {word} ", detail)


@dataclass(slots=True)
class ObjectiveRead:
    """An objective as far as it has been read; ``loose`` are lines that are key results if nothing else is."""

    place: Place
    indent: int = -1
    bare: bool = False
    why: str | None = None
    owner: str | None = None
    owner_place: Place | None = None
    follow_up: Place | None = None
    follow_up_after_results: bool = False
    sources: list[str] = field(default_factory=list)
    key_results: list[KeyResultRead] = field(default_factory=list)
    initiatives: list[str] = field(default_factory=list)
    loose: list[KeyResultRead] = field(default_factory=list)

    def take_note(self, note: str) -> None:
        """Take what brackets in its label say: «Mål 1 (eier: Kari): …»."""
        said = read_annotations(f"({note})")
        self.owner = said.owner
        self.why = said.why

    def settle(self) -> None:
        """Take off what the notes behind the line say; all of it has been read."""
        annotated = read_annotations(self.place.text)
        self.place = _annotated_place(self.place, annotated.text, annotated.cuts)
        self.owner = self.owner or annotated.owner
        self.why = self.why or annotated.why
        if annotated.data_source:
            self.sources.append(annotated.data_source.strip(QUOTES))


def _says(text: str, value: str) -> bool:
    """Whether a line holds a value already, and not as a piece of another."""
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        apart = not (text[at - 1 : at].isalnum() or text[at - 1 : at] in {".", ","} or text[end : end + 1].isalnum())
        if at == 0 or (apart and not text[end + 1 : end + 2].isdigit()):
            return True
        at = text.find(value, end)
    return False


QUOTES = '«»“”„‟‘’" '
"""What is stripped off words that are quoted."""


def _annotated_place(place: Place, text: str, cuts: tuple[tuple[int, int], ...]) -> Place:
    """The place of a line whose notes have been taken off its end and out of it."""
    place = place.part(0, len(text) + sum(end - start for start, end in cuts)) if place.text != text else place
    return place.without(cuts) if cuts else place


def shown(text: str | None) -> str | None:
    """``text`` with its escaped marks shown, if there is any."""
    return None if text is None else show_escaped(text)


def objective_of(item: ObjectiveRead) -> Objective:
    """The objective that has been read."""
    return Objective(
        text=show_escaped(item.place.text),
        why=shown(item.why),
        owner=shown(item.owner),
        sources=tuple(Citation(field="strategy", quote=show_escaped(quote)) for quote in item.sources),
        key_results=tuple(
            KeyResult(
                text=show_escaped(made.place.text),
                owner=shown(made.owner),
                data_source=shown(made.data_source),
                ambition=made.ambition,
            )
            for made in item.key_results
        ),
        initiatives=tuple(show_escaped(text) for text in item.initiatives),
    )
