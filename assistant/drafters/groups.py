"""Putting key results and work together by what they are about, into as few objectives as there may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from assistant.brief import Statement
from assistant.drafters.areas import Place
from assistant.drafters.clauses import Clause
from assistant.drafters.directions import as_direction, heading_as_direction, is_generic
from assistant.drafters.made import Made
from assistant.drafters.themes import Theme, theme_of
from assistant.okr import Language

_FEW = 4
"""Key results; two groups that together have no more are merged before larger ones."""


@dataclass(slots=True)
class Group:
    """What one objective will gather.

    Attributes:
        title: The leader's own heading, when the group is a section of the brief.
        results: Its key results.
        work: Its initiatives.
        guests: The headings of sections that found no objective of their own, and whose results stand here.
        areas: What a table calls the areas its rows are of.
    """

    title: str | None
    results: list[Made]
    work: list[Clause]
    guests: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)

    @property
    def measured(self) -> int:
        """How many of its key results have a goal."""
        return sum(made.measured for made in self.results)

    @property
    def owners(self) -> frozenset[str]:
        """Who answers for its key results, as far as a table says."""
        return frozenset(made.owner for made in self.results if made.owner)

    def theme(self, language: Language) -> Theme | None:
        """What it is about; its heading weighs as much as three goals."""
        return theme_of([*self.texts(), *[self.title or ""] * 3], language)

    def texts(self) -> list[str]:
        """The words of its goals and its work, for telling what it is about."""
        return [made.key_result.text for made in self.results] + [clause.line.text for clause in self.work]


def group(
    made: list[Made], work: list[Clause], language: Language, limit: int, places: Mapping[str, Place]
) -> tuple[list[Group], list[Group]]:
    """Group key results and work by the brief's own areas and sections, else by theme, into at most ``limit`` groups.

    Where there are too many, groups without a heading of the leader's are merged: first those of one theme, then of one
    kin, the smallest first. A section does not lose its heading to another: the one with the fewest goals moves in
    as a guest with one like it that has room, or is left out, and both are told of.

    Returns:
        The groups, in the order of the brief, and the sections left out.
    """
    groups: dict[str, Group] = {}
    sections = {item.statement.section for item in made if item.statement.section}
    by_section = len(sections) >= 2 or any(not is_generic(title) for title in sections)
    for item in made:
        area = places[item.statement.id].area if item.statement.id in places else None
        key, title = _key(item.statement, item.key_result.text, language, by_section=by_section)
        key, title = (f"area:{area}", None) if area else (key, title)
        groups.setdefault(key, Group(title, [], [], areas=[area] if area else [])).results.append(item)
    for clause in work:
        key, _ = _key(clause.statement, clause.line.text, language, by_section=by_section)
        target = groups.get(key) or _of_place(groups, places.get(clause.statement.id))
        target = target or _nearest(list(groups.values()), clause, language)
        if target is None:
            target = groups.setdefault(key, Group(clause.statement.section if by_section else None, [], []))
        target.work.append(clause)
    found = _split_crowded(list(groups.values()), limit)
    left: list[Group] = []
    while len(found) > limit:
        named = [item for item in found if item.title is not None]
        if len(named) < len(found) or not named:
            _merge_two(found, language)
            continue
        weakest = min(named, key=lambda item: _weight(item, language))
        found.remove(weakest)
        host = _host(weakest, found, language)
        if not weakest.results:
            for clause in weakest.work:
                (_nearest(found, clause, language) or found[0]).work.append(clause)
            continue
        if host is None:
            left.append(weakest)
            continue
        # What a section is to be or become is the direction of that section, and would be odd under another.
        host.results += [made for made in weakest.results if made.measured or as_direction(made, language) is None]
        host.work += weakest.work
        host.guests += [weakest.title or "", *weakest.guests]
    return found, left


def _weight(item: Group, language: Language) -> tuple[int, bool, int]:
    """How much a section has for an objective: goals, a heading that says a direction, and all that is said there."""
    directed = item.title is not None and heading_as_direction(item.title, language) is not None
    return item.measured, directed, len(item.results) + len(item.work)


def _merge_two(found: list[Group], language: Language) -> None:
    """Make one group of the two that go together best, one of which has no heading."""
    pairs = [pair for pair in combinations(range(len(found)), 2) if any(found[at].title is None for at in pair)]
    one, other = min(pairs, key=lambda pair: _distance(found[pair[0]], found[pair[1]], language))
    found[one] = _merged(found[one], found[other])
    del found[other]


def _host(guest: Group, groups: list[Group], language: Language) -> Group | None:
    """The section most like ``guest``, and of those the smallest, that has room for its goals."""
    with_room = [item for item in groups if item.measured + guest.measured <= _FEW]
    known = guest.theme(language) is not None
    apart = [
        (_apart(item, guest, language), item.measured, at)
        for at, item in enumerate(with_room)
        if known and item.theme(language) is not None
    ]
    least = min(apart, default=(_UNLIKE, 0, 0))
    return with_room[least[-1]] if least[0] < _UNLIKE else None


def _key(statement: Statement, text: str, language: Language, *, by_section: bool) -> tuple[str, str | None]:
    if by_section and statement.section:
        return f"section:{statement.section}", statement.section
    theme = theme_of([text], language)
    return (f"theme:{theme.key}" if theme is not None else "theme:"), None


def _of_place(groups: Mapping[str, Group], place: Place | None) -> Group | None:
    """The group of a row's area, else the first whose owner is the row's."""
    if place is None:
        return None
    owned = (item for item in groups.values() if item.areas and place.owner in item.owners)
    return groups.get(f"area:{place.area}") or next(owned, None)


def _nearest(groups: list[Group], clause: Clause, language: Language) -> Group | None:
    """The group whose theme is that of a piece of work, else the first of its kin, else the first."""
    theme = theme_of([clause.line.text], language)
    if theme is not None:
        themes = [(candidate, candidate.theme(language)) for candidate in groups]
        of_theme = [candidate for candidate, other in themes if other is not None and other.key == theme.key]
        of_kin = [candidate for candidate, other in themes if other is not None and other.kin == theme.kin]
        if of_theme or of_kin:
            return (of_theme or of_kin)[0]
    return groups[0] if groups else None


def _split_crowded(groups: list[Group], limit: int) -> list[Group]:
    """Share out a group without a heading that holds more than an objective can, while there is room for more."""
    while len(groups) < limit:
        crowded = next((item for item in groups if item.title is None and item.measured > _FEW), None)
        if crowded is None:
            break
        half = (len(crowded.results) + 1) // 2
        parts = [Group(None, crowded.results[:half], crowded.work), Group(None, crowded.results[half:], [])]
        at = groups.index(crowded)
        groups = [*groups[:at], *parts, *groups[at + 1 :]]
    return groups


def _distance(one: Group, other: Group, language: Language) -> tuple[bool, bool, int, int]:
    """How badly two groups go together: over-full objectives last, then areas of different owners, unlike themes, size."""
    apart = _apart(one, other, language)
    strangers = bool(one.areas and other.areas) and one.owners.isdisjoint(other.owners)
    return one.measured + other.measured > _FEW, strangers, apart, len(one.results) + len(other.results)


_UNLIKE = 2


def _apart(one: Group, other: Group, language: Language) -> int:
    """How unlike two groups are: of one theme, of one kin or of no theme that can be told, unlike."""
    first, second = one.theme(language), other.theme(language)
    if first is not None and second is not None and first.key == second.key:
        return 0
    return 1 if first is None or second is None or first.kin == second.kin else _UNLIKE


def _merged(one: Group, other: Group) -> Group:
    """Two groups as one, under the heading that one of them has."""
    return Group(
        one.title or other.title,
        one.results + other.results,
        one.work + other.work,
        one.guests + other.guests,
        one.areas + other.areas,
    )
