"""The brief: what a leader pasted, cut into numbered statements that know where they stand in it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from assistant.brief_sections import Block, Section, read_sections
from assistant.language.addressing import heads_what_is_ruled_out, rules_out, speaks_to_the_assistant
from assistant.language.dates import read_period
from assistant.language.detect import detect
from assistant.language.fields import read_count, read_language, read_level, read_name
from assistant.language.folding import Folded, comparable, comparable_with_origins, fold
from assistant.language.roles import has_role_word
from assistant.language.sentences import split_sentences
from assistant.language.votes import is_turned_down, read_vote
from assistant.okr import Citation, Language, Level, Period

Read = TypeVar("Read")

TEXT_FIELDS = ("strategy", "vision", "mission", "values", "metrics", "parent_objectives", "exclusions", "roles")
"""The fields whose text becomes statements, in the order they are numbered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence, bullet or table row of the brief.

    Attributes:
        id: The field and a running number: ``strategy-3``.
        field: The field it belongs to.
        text: Its words, folded: composed, white space single, no list mark.
        start: Where it begins in the text of its field's source, in code points.
        end: Where it ends.
        section: The leader's own subheading it stands under, if any.
        lead: The line that introduces the list it stands in («Vi skal:»), if any.
        bullet: Whether it is an item of a list.
        cells: For a table row, the column headings and what the row says under each.
        excluded: Whether the brief says it is not for this period.
        addressed: Whether it speaks to the assistant and not of the company.
        place: The way back from ``text`` to the source.
    """

    id: str
    field: str
    text: str
    start: int
    end: int
    section: str | None = None
    lead: str | None = None
    bullet: bool = False
    cells: tuple[tuple[str, str], ...] = ()
    excluded: bool = False
    addressed: bool = False
    place: Folded = dataclasses.field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of the brief: a title, a name, or both.

    Attributes:
        text: How the brief writes it.
        title: The title alone, if there is one.
        name: The person's name alone, if there is one.
    """

    text: str
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What was pasted, read.

    Attributes:
        sources: The text each field was given in; one and the same for a pasted document.
        statements: Every statement, in reading order within its field.
        language: The language of the brief; ``None`` when it is none of the three.
        title: The document's own title.
        organisation: Whose strategy it is.
        level: Company, department or team.
        period: The period the goals are for.
        roles: The roles named.
        max_objectives: The most objectives wanted.
        unknown: Fields whose value could not be understood, and the value's field name only.
    """

    sources: dict[str, str] = dataclasses.field(repr=False)
    statements: tuple[Statement, ...]
    language: Language | None
    title: str | None = None
    organisation: str | None = None
    level: Level | None = None
    period: Period | None = None
    roles: tuple[Role, ...] = ()
    max_objectives: int | None = None
    unknown: tuple[str, ...] = ()

    def of(self, *fields: str) -> tuple[Statement, ...]:
        """The statements of the named fields."""
        return tuple(statement for statement in self.statements if statement.field in fields)

    @cached_property
    def _comparable(self) -> dict[str, Folded]:
        seen: dict[int, Folded] = {}
        return {
            name: seen.setdefault(id(text), comparable_with_origins(text)) if id(text) not in seen else seen[id(text)]
            for name, text in self.sources.items()
        }

    @cached_property
    def comparable_statements(self) -> tuple[Folded, ...]:
        """Each statement in the form in which quotes are compared; it may go on past a page number in the source."""
        return tuple(comparable_with_origins(statement.text) for statement in self.statements)

    def find(self, quote: str, field_name: str | None = None) -> tuple[int, int] | None:
        """Where ``quote`` stands in the source of a field, or of any field.

        White space, line breaks, invisible characters, quotation and list marks, table pipes and composition are
        folded on both sides.

        Returns:
            Start and end in code points of the text as it was given, or ``None`` if the words are not there.
        """
        wanted = comparable(quote)
        if not wanted:
            return None
        names = [field_name] if field_name in self.sources else list(self.sources)
        for name in names:
            folded = self._comparable[str(name)]
            at = folded.text.find(wanted)
            if at >= 0:
                return folded.origin(at, at + len(wanted))
        for name in names:
            for statement, folded in zip(self.statements, self.comparable_statements, strict=True):
                at = folded.text.find(wanted) if statement.field == name else -1
                if at >= 0:
                    first, last = folded.origin(at, at + len(wanted))
                    return statement.place.origin(first, last)
        return None

    @cached_property
    def numbers_text(self) -> str:
        """All that was pasted, folded, for looking numbers and names up in."""
        return " ".join(fold(text).text for text in dict.fromkeys(self.sources.values()))


def cite(statement: Statement, start: int = 0, end: int | None = None) -> Citation:
    """Cite a statement, or characters ``start`` to ``end`` of its text, verbatim."""
    end = len(statement.text) if end is None else end
    first, last = statement.place.origin(start, end)
    return Citation(field=statement.field, quote=statement.text[start:end], start=first, end=last)


def read_brief(text: str, *, language: Language | None = None) -> Brief:
    """Read a pasted document.

    Args:
        text: The text as it was given, decoded, without a byte order mark.
        language: The language to read it in; found out when not given.

    Returns:
        The brief. It may lack a strategy; whether that is an error is the caller's to say.
    """
    return _build(read_sections(text), dict.fromkeys(TEXT_FIELDS, text), language)


def read_brief_fields(fields: dict[str, str], *, language: Language | None = None) -> Brief:
    """Read a brief given field by field, each a text of its own that offsets count in."""
    sections = [section for name, text in fields.items() for section in read_sections(text, field=name, headings=False)]
    return _build(sections, {name: fields.get(name, "") for name in TEXT_FIELDS if name in fields}, language)


def _build(sections: list[Section], sources: dict[str, str], language: Language | None) -> Brief:
    statements: list[Statement] = []
    for name in TEXT_FIELDS:
        number = 0
        for section in sections:
            if section.field == name:
                for block in section.blocks:
                    for statement in _decided(
                        _statement(section, block, span) for span in _spans(block, name) if _has_words(block, span)
                    ):
                        number += 1
                        statements.append(_numbered(statement, number))
    statements = _without_what_is_ruled_out(statements)
    prose = " ".join(item.text for item in statements if item.field in {"strategy", "vision", "mission", "values"})
    level, period = _read(sections, "level", read_level), _read(sections, "period", read_period)
    named, most = _read(sections, "language", read_language), _read(sections, "max_objectives", read_count)
    given = {"level": level, "period": period, "language": named, "max_objectives": most}
    unknown = tuple(name for name, value in given.items() if value is None and _value(sections, name))
    title = next((section.title for section in sections if section.is_title), None)
    spoken = language or named or (None if "language" in unknown else detect(prose))
    return Brief(
        sources=sources,
        statements=tuple(statements),
        language=spoken,
        title=title,
        organisation=read_name(_value(sections, "organisation") or "", spoken),
        level=level,
        period=None if "period" in unknown else period or _period_of_headings(sections) or _period_in(statements),
        roles=tuple(_roles(sections)),
        max_objectives=most,
        unknown=unknown,
    )


_CONTENT = re.compile(r"[^\W\d_]{4,}")
_MOST_RULED_OUT = 100
"""Exclusions compared with the strategy; nobody rules out more."""


def _without_what_is_ruled_out(statements: list[Statement]) -> list[Statement]:
    """Mark what the strategy says and «Ikke nå» takes back: all the words of an exclusion, two or more of them."""
    words = [_content(item.text) for item in statements if item.field == "exclusions"][:_MOST_RULED_OUT]
    ruled = [each for each in words if len(each) > 1]
    if not ruled:
        return statements
    return [
        replace(item, excluded=True)
        if item.field in {"strategy", "metrics"} and _is_ruled_out(_content(item.text), ruled)
        else item
        for item in statements
    ]


def _is_ruled_out(words: frozenset[str], ruled: list[frozenset[str]]) -> bool:
    """Whether a sentence has all the words of an exclusion, and not many more: then it speaks of the same thing."""
    return any(each <= words and len(words) <= 3 * len(each) for each in ruled)


def _content(text: str) -> frozenset[str]:
    """The beginnings of a sentence's longer words, so that inflected forms meet."""
    return frozenset(word[:5] for word in _CONTENT.findall(text.lower()) if word not in _LITTLE)


_LITTLE = frozenset("skal ikke ikkje ingen inga with that this will våre vår from have eller også".split())


def _numbered(statement: Statement, number: int) -> Statement:
    return replace(statement, id=f"{statement.field}-{number}")


_RUN_IN = re.compile(r"(?P<mark>\*\*|__)(?P<title>[^*_:]{3,60}?)(?:[:.](?P=mark)|(?P=mark)[:.])\s+(?=\S)")
"""A theme in bold before its own text: «**Trygge elevar:** Delen elevar …»."""


def _run_in(block: Block, field: str) -> re.Match[str] | None:
    return _RUN_IN.match(block.folded.text) if field == "strategy" and not block.cells else None


def _spans(block: Block, field: str) -> list[tuple[int, int]]:
    text = block.folded.text
    if block.cells:
        return [(0, len(text))]
    theme = _run_in(block, field)
    first = theme.end() if theme is not None else 0
    return [(first + start, first + end) for start, end in split_sentences(text[first:])]


def _has_words(block: Block, span: tuple[int, int]) -> bool:
    return any(char.isalpha() or (block.cells and char.isdigit()) for char in block.folded.text[slice(*span)])


def _decided(statements: Iterable[Statement]) -> list[Statement]:
    """The statements without the votes behind them: what was voted down is ruled out."""
    kept: list[Statement] = []
    for statement in statements:
        carried = read_vote(statement.text)
        if carried is None:
            kept.append(statement)
        elif not carried and kept:
            kept[-1] = replace(kept[-1], excluded=True)
    return kept


def _statement(section: Section, block: Block, span: tuple[int, int]) -> Statement:
    place = block.folded.part(*span)
    theme = _run_in(block, section.field)
    heading = theme["title"].strip() if theme is not None else section.subheading
    return Statement(
        id="",
        field=section.field,
        text=place.text,
        start=place.starts[0],
        end=place.ends[-1],
        section=heading,
        lead=block.lead,
        bullet=block.bullet,
        cells=block.cells,
        excluded=section.field == "exclusions"
        or bool(heading and heads_what_is_ruled_out(heading))
        or rules_out(place.text)
        or is_turned_down(place.text)
        or bool(block.lead and rules_out(block.lead)),
        addressed=any(
            speaks_to_the_assistant(said) for said in (place.text, heading, section.subheading, block.lead) if said
        ),
        place=place,
    )


def _read(sections: list[Section], name: str, reader: Callable[[str], Read | None]) -> Read | None:
    """What the field ``name`` says, or ``None`` where there is none or it cannot be read."""
    said = _value(sections, name)
    return reader(said) if said else None


def _value(sections: list[Section], name: str) -> str | None:
    for section in sections:
        if section.field == name and section.blocks:
            return " ".join(block.folded.text for block in section.blocks)
    return None


def _period_of_headings(sections: list[Section]) -> Period | None:
    """The period of the title, or of the first of the leader's own headings that names one."""
    titles = [section.title for section in sections if section.title and (section.is_title or section.subheading)]
    return next((found for title in titles if (found := read_period(title)) is not None), None)


def _period_in(statements: list[Statement]) -> Period | None:
    """A period named in running text: a tertial, quarter or half-year that goals are set for."""
    for statement in statements:
        if statement.field in {"strategy", "metrics"} and not statement.addressed and not statement.excluded:
            found = read_period(statement.text, whole_year=False)
            if found is not None and re.search(
                r"(?:denne|dette|this|for|i|in|perioden|period)\b", statement.text.lower()
            ):
                return found
    return None


_NAME = re.compile(r"^[A-ZÆØÅ][\w'’-]+(?:\s+(?:[A-ZÆØÅ][\w'’-]*\.?|van|von|de|af))+$")
_ROLE_SPLIT = re.compile(r"\s*[;\n]\s*|\s*,\s+(?:og\s+|and\s+)?|(?<!-)\s+(?:og|and)\s+(?=[\w-]+(?:\s+[\w-]+)?$)")


def _roles(sections: list[Section]) -> list[Role]:
    found: list[Role] = []
    for section in sections:
        if section.field != "roles":
            continue
        for block in section.blocks:
            text = block.folded.text.strip(" .")
            if block.cells:
                text = ", ".join(value for _, value in block.cells[:2] if value)
            found.extend(_role(part) for part in _role_parts(text, bullet=block.bullet) if part)
    return [role for role in found if len(role.text) <= 120 and not speaks_to_the_assistant(role.text)]


def _role_parts(text: str, *, bullet: bool) -> list[str]:
    parts = [part.strip(" .") for part in _ROLE_SPLIT.split(text)]
    if len(parts) == 2 and sum(_is_name(part) for part in parts) == 1:
        return [text]
    if ":" in text or "(" in text:
        return [text] if bullet or len(parts) == 1 else [part.strip() for part in re.split(r"\s*[;,]\s*", text)]
    if bullet and (
        len(parts) == 1 or re.search(r"^leder (?:for|av)|^leiar (?:for|av)|head of|director of|^vp ", text.lower())
    ):
        return [text]
    return parts


def _is_name(text: str) -> bool:
    """Whether the words are a person's name: capitalised, and no word of a title among them."""
    return _NAME.match(text) is not None and not has_role_word(text)


def _role(text: str) -> Role:
    parts = [part.strip(" )") for part in re.split(r"\s*[,:(]\s*|\s+[–—-]\s+", text) if part.strip(" )")]
    names = [part for part in parts if _is_name(part)]
    titles = [part for part in parts if part not in names]
    return Role(text=text, title=titles[0] if titles else None, name=names[0] if names else None)
