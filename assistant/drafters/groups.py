"""Putting key results and work together by what they are about, into as few objectives as there may be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from assistant.brief import Statement
from assistant.drafters.clauses import Clause
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
    """

    title: str | None
    results: list[Made]
    work: list[Clause]

    def theme(self, language: Language) -> Theme | None:
        """What it is about; its heading weighs as much as three goals."""
        return theme_of([*self.texts(), *[self.title or ""] * 3], language)

    def is_clearly(self, theme: Theme, language: Language) -> bool:
        """Whether half of its goals or more speak of a theme: fewer would make a direction nobody meant."""
        named = sum(theme.is_spoken_of(made.key_result.text, language) for made in self.results)
        return 2 * named > len(self.results) > 0

    def texts(self) -> list[str]:
        """The words of its goals and its work, for telling what it is about."""
        return [made.key_result.text for made in self.results] + [clause.line.text for clause in self.work]


def group(made: list[Made], work: list[Clause], language: Language, limit: int) -> list[Group]:
    """Group key results and work by the brief's own sections, else by theme, into at most ``limit`` groups.

    Sections and themes are merged where they are too many: first those of one theme, then of one kin, the smallest
    first. The order is that of the brief.
    """
    groups: dict[str, Group] = {}
    sections = {item.statement.section for item in made if item.statement.section}
    by_section = len(sections) >= 2
    for item in made:
        key, title = _key(item.statement, item.key_result.text, language, by_section=by_section)
        groups.setdefault(key, Group(title, [], [])).results.append(item)
    for clause in work:
        key, _ = _key(clause.statement, clause.line.text, language, by_section=by_section)
        target = groups.get(key) or _nearest(list(groups.values()), clause, language)
        if target is None:
            target = groups.setdefault(key, Group(clause.statement.section if by_section else None, [], []))
        target.work.append(clause)
    found = _split_crowded(list(groups.values()), language, limit)
    while len(found) > limit:
        one, other = min(
            combinations(range(len(found)), 2), key=lambda pair: _distance(found[pair[0]], found[pair[1]], language)
        )
        found[one] = _merged(found[one], found[other])
        del found[other]
    return found


def _key(statement: Statement, text: str, language: Language, *, by_section: bool) -> tuple[str, str | None]:
    if by_section and statement.section:
        return f"section:{statement.section}", statement.section
    theme = theme_of([text], language)
    return (f"theme:{theme.key}" if theme is not None else "theme:"), None


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


def _split_crowded(groups: list[Group], language: Language, limit: int) -> list[Group]:
    """Share out a group without a heading that holds more than an objective can, while there is room for more."""
    crowded = next((item for item in groups if item.title is None and len(item.results) > _FEW + 1), None)
    if crowded is None or len(groups) >= limit:
        return groups
    half = len(crowded.results) // 2
    first = Group(None, crowded.results[:half], crowded.work)
    second = Group(None, crowded.results[half:], [])
    at = groups.index(crowded)
    if first.theme(language) == second.theme(language):
        return groups
    return [*groups[:at], first, second, *groups[at + 1 :]]


def _distance(one: Group, other: Group, language: Language) -> tuple[bool, int, int]:
    """How badly two groups go together: over-full objectives last, then unlike themes, then size."""
    first, second = one.theme(language), other.theme(language)
    if first is None or second is None:
        apart = 1
    elif first.key == second.key:
        apart = 0
    else:
        apart = 1 if first.kin == second.kin else 2
    measured = sum(made.measured for made in [*one.results, *other.results])
    return measured > _FEW + 1, apart, len(one.results) + len(other.results)


def _merged(one: Group, other: Group) -> Group:
    """Two groups as one, under the heading of the one with most goals."""
    larger = max((one, other), key=lambda item: sum(made.measured for made in item.results))
    return Group(larger.title, one.results + other.results, one.work + other.work)
