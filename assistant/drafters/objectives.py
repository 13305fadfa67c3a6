"""Writing the objectives: their direction, reason, owner and sources, and which key results they can carry."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from assistant.brief import Brief, Statement, cite
from assistant.drafters import wording
from assistant.drafters.asking import Asking
from assistant.drafters.clauses import Clause
from assistant.drafters.directions import (
    LONGEST,
    as_direction,
    heading_as_direction,
    lead_as_direction,
    names_nothing,
    told_of_people,
    vision_as_direction,
)
from assistant.drafters.groups import Group
from assistant.drafters.made import Made
from assistant.drafters.texts import capitalised, cleaned, lowered
from assistant.drafters.themes import Theme, owner_for
from assistant.okr import Citation, Objective
from assistant.rules.profile import Profile

_MOST_INITIATIVES = 8
_MOST_OPEN = 2
"""Key results without values an objective carries beside those with values; the rest are asked about."""
_MOST_ROLES = 8
_MOST_NAMED = 2
"""Metrics that an objective without words of its own is named by."""


@dataclass(slots=True)
class _Directed:
    """A group with the direction its objective will say, and where the words come from."""

    group: Group
    text: str
    theme: Theme | None
    taken: Made | None = None
    """The priority that gave the words, and so is no key result."""
    source: Statement | None = None
    """The statement that gave the words."""
    plain: bool = False
    """Whether the text had no words for it, and it only names what is measured."""


class ObjectiveWriter:
    """Writes objectives of groups of key results, asking for what the brief does not give."""

    def __init__(self, brief: Brief, profile: Profile, asking: Asking) -> None:
        """Keep what every objective is written with."""
        self.brief = brief
        self.asking = asking
        self.language = asking.language
        self.year = brief.period.end.year if brief.period else None
        self.most_results = int(profile.setting("EXE02", "warning_above"))
        self._left: list[str] = []

    def write(self, groups: list[Group], left: list[Group], clauses: list[Clause]) -> tuple[Objective, ...]:
        """One objective a group, but groups that say the same direction become one.

        Args:
            groups: What belongs together.
            left: The sections that found no room, which are asked about.
            clauses: Every clause of the strategy, for an objective that has no key results to rest on.
        """
        directed: list[_Directed] = []
        for item in groups:
            found = self._direction(item)
            twin = next((it for it in directed if it.text == found.text), None)
            if twin is None:
                directed.append(found)
            else:
                twin.group.results += item.results
                twin.group.work += item.work
        written = tuple(self._objective(f"/objectives/{at}", at, it, clauses) for at, it in enumerate(directed))
        if left:
            themes = self.asking.listed([item.title or "" for item in left])
            results = self.asking.listed([made.key_result.text for item in left for made in item.results])
            self.asking.ask("", "strategy_link", wording.ASK_THEMES_LEFT, themes=themes, results=results)
        for it in directed:
            if it.group.guests:
                themes = self.asking.listed(it.group.guests)
                self.asking.ask("", "strategy_link", wording.ASK_THEMES_MOVED, themes=themes, objective=it.text)
        if self._left:
            self.asking.ask("", "strategy_link", wording.ASK_LEFT_OUT, priority=self.asking.listed(self._left))
        return written

    def _objective(self, path: str, number: int, it: _Directed, clauses: list[Clause]) -> Objective:
        kept, left = self._fitting([made for made in it.group.results if made is not it.taken])
        for at, made in enumerate(kept):
            for question, facts in made.questions:
                self.asking.ask(f"{path}/key_results/{at}", "clarity", question, **facts)
        if it.plain:
            self.asking.ask(path, "clarity", wording.ASK_DIRECTION)
        owner = self._owner(path, it)
        self._left += [made.key_result.text for made in left]
        if not kept:
            self.asking.ask(path, "clarity", wording.ASK_FIRST_RESULT, objective=it.text)
        work = [clause.goal if clause.subject is None else clause.line.text for clause in it.group.work]
        initiatives = dict.fromkeys(capitalised(cleaned(words)) for words in work)
        return Objective(
            text=it.text,
            why=self._why(number, it, kept),
            owner=owner,
            sources=self._sources(it, kept, clauses),
            key_results=tuple(made.key_result for made in kept),
            initiatives=tuple(initiatives)[:_MOST_INITIATIVES],
        )

    # --- the direction ---------------------------------------------------------------------------------------------

    def _direction(self, item: Group) -> _Directed:
        """The leader's own heading or sentence, else what is measured; the vision only where nothing is."""
        theme = item.theme(self.language)
        if item.title and (heading := heading_as_direction(item.title, self.language)) is not None:
            return _Directed(item, heading, theme)
        found = self._said(item, theme)
        if found is None and not item.results:
            found = self._vision(item, theme)
        return found or _Directed(item, self._plainly(item), theme, plain=True)

    def _said(self, item: Group, theme: Theme | None) -> _Directed | None:
        """A direction that a goal of the group or the sentence above them says."""
        for direction in (as_direction, told_of_people) if len(item.results) > 1 else ():
            for made in item.results:
                if not made.measured and (words := direction(made, self.language)) is not None:
                    return _Directed(item, words, theme, made, made.statement)
        for lead in dict.fromkeys(made.statement.lead for made in item.results if made.statement.lead):
            if (words := lead_as_direction(lead, self.language)) is not None:
                return _Directed(item, words, theme)
        if item.results and not any(made.names_its_measure for made in item.results):
            made = item.results[0]
            words = told_of_people(made, self.language) or made.key_result.text
            return _Directed(item, words, theme, made, made.statement)
        return None

    def _vision(self, item: Group, theme: Theme | None) -> _Directed | None:
        for statement in self.brief.of("vision", "mission"):
            if (words := vision_as_direction(statement, self.language)) is not None:
                return _Directed(item, words, theme, source=statement)
        return None

    def _plainly(self, item: Group) -> str:
        """What the goals are about, for an objective that the text has no direction for."""
        if item.title and not names_nothing(item.title):
            return self.asking.say(wording.RIGHT_WAY, metrics=lowered(cleaned(item.title)))
        if item.areas and len(item.results) > 1:
            areas = [lowered(cleaned(area)) for area in item.areas]
            return self.asking.say(wording.RIGHT_WAY, metrics=self.asking.joined(areas))
        metrics = [made.key_result.metric or "" for made in item.results if made.names_its_measure]
        names = [_the(lowered(name)) for name in dict.fromkeys(metrics)]
        for count in range(min(_MOST_NAMED, len(names)), 0, -1):
            text = self.asking.say(wording.RIGHT_WAY, metrics=self.asking.joined(names[:count]))
            if len(text.split()) <= LONGEST and not any(char.isdigit() for char in text):
                return text
        return wording.RIGHT_WAY_ALL.in_language(self.language)

    def _fitting(self, results: list[Made]) -> tuple[list[Made], list[Made]]:
        """The key results an objective can carry, those with a goal first to stay, in the order of the brief."""
        measured = [made for made in results if made.measured]
        unmeasured = [made for made in results if not made.measured]
        room = self.most_results
        most_open = _MOST_OPEN if measured else self.most_results - 1
        chosen = measured[:room] + unmeasured[: max(0, min(most_open, room - len(measured)))]
        return [made for made in results if made in chosen], [made for made in results if made not in chosen]

    # --- why, whose, and of what -----------------------------------------------------------------------------------

    def _why(self, number: int, it: _Directed, kept: list[Made]) -> str | None:
        """The part of the vision or mission nearest the objective; where none is nearer, they take turns."""
        options = [(wording.VISION, item) for item in self.brief.of("vision")]
        options += [(wording.MISSION, item) for item in self.brief.of("mission")]
        options = [(text, item) for text, item in options if not item.addressed and len(item.text.split()) > 2]
        options = [(text, item) for text, item in options if item is not it.source]
        if not options:
            return None
        texts = [it.text, *(made.key_result.text for made in kept)]
        words = {word[:6] for text in texts for word in text.lower().split() if len(word) > 4}
        nearness = [
            sum(word[:6] in words for word in item.text.lower().split() if len(word) > 4) for _, item in options
        ]
        chosen = nearness.index(max(nearness)) if max(nearness) else number % len(options)
        label, statement = options[chosen]
        return self.asking.say(label, quote=cleaned(statement.text))

    def _owner(self, path: str, it: _Directed) -> str | None:
        """The owner a table names, else the role whose title answers for the objective, else nobody."""
        named = Counter(made.owner for made in it.group.results if made.owner)
        if it.taken is not None and it.taken.owner:
            return cleaned(it.taken.owner)
        if named:
            return cleaned(max(named, key=lambda owner: named[owner]))
        heading = f"{it.group.title or ''} {it.text}"
        role = owner_for(it.theme, heading, it.group.texts(), self.brief.roles, self.language)
        if role is not None:
            self.asking.ask(path, "ownership", wording.CONFIRM_OWNER, owner=role.text, objective=it.text)
            return cleaned(role.text)
        roles = "; ".join(role.text for role in self.brief.roles[:_MOST_ROLES])
        if roles:
            self.asking.ask(path, "ownership", wording.ASK_OWNER_OF_ROLES, objective=it.text, roles=roles)
        else:
            self.asking.ask(path, "ownership", wording.ASK_OWNER, objective=it.text)
        return None

    def _sources(self, it: _Directed, kept: list[Made], clauses: list[Clause]) -> tuple[Citation, ...]:
        """The statements an objective rests on, each cited once, verbatim."""
        statements = [it.source] if it.source is not None else []
        for made in kept:
            statements += [made.statement, *made.also]
        statements = statements or [clause.statement for clause in (it.group.work or clauses)[:2]]
        statements = statements or [it for it in self.brief.of("strategy") if not (it.addressed or it.excluded)][:1]
        return tuple(cite(statement) for statement in {statement.id: statement for statement in statements}.values())


_DEFINITE = (
    ("andel ", "andelen "), ("antall ", "antallet "), ("share of ", "the share of "), ("number of ", "the number of "), ("time ", "the time ")
)  # fmt: skip
"""How a metric begins, and how it does within a sentence."""


def _the(metric: str) -> str:
    for plain, definite in _DEFINITE:
        if metric.startswith(plain):
            return definite + metric.removeprefix(plain)
    return metric
