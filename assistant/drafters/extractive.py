"""Drafting without a language model: goals and numbers are read out of the leader's own text, and nothing is added.

What the text leaves open stays open: a value nobody gave is ``None`` and becomes a question, an owner is proposed only
from the roles the text names, and no number appears that the text does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assistant.brief import Brief, Statement, cite
from assistant.drafters import Proposal, Provenance, Question, wording
from assistant.drafters.clauses import Clause, ClauseKind, cut
from assistant.drafters.contradictions import Contradiction, contradictions
from assistant.drafters.directions import as_direction, heading_as_direction
from assistant.drafters.facts import read_facts, read_row
from assistant.drafters.groups import Group, group
from assistant.drafters.key_results import KeyResultMaker, Made, capitalised, cleaned, is_presentable
from assistant.drafters.themes import Theme, direction_of, owner_for, theme_of
from assistant.okr import Citation, Language, Objective, OkrSet
from assistant.rules.profile import Profile
from assistant.rules.rule import Text

MOST_OBJECTIVES = 3
"""Breakthrough goals are few: the source asks for a handful of results behind one to three directions."""

_MOST_INITIATIVES = 5
_SHORT_PERIOD = 190
"""Days; quarters, tertials and half-years up to this are followed up by the week, longer periods by the month."""


@dataclass(slots=True)
class _Draft:
    """An objective in the making."""

    objective: Objective
    questions: list[tuple[str, str, str]] = field(default_factory=list)


class ExtractiveDrafter:
    """Reads objectives, key results and initiatives out of the brief itself."""

    def write(self, brief: Brief, profile: Profile) -> Proposal:
        """Draft a set from the words and numbers of ``brief``.

        Args:
            brief: The brief, with some strategy in it.
            profile: The thresholds; the drafter keeps within what they call many.

        Returns:
            One to three objectives, never more than the brief asks for, and the questions the brief leaves open.
        """
        return _Writer(brief, profile).write()


class _Writer:
    def __init__(self, brief: Brief, profile: Profile) -> None:
        self.brief = brief
        self.language = brief.language or Language.NB
        self.year = brief.period.end.year if brief.period else None
        self.most_results = int(profile.setting("EXE02", "warning_above"))
        self.hard_limit = int(profile.setting("EXE02", "error_above"))
        facts = read_facts(brief, self.language, self.year)
        self.contradictions = contradictions(facts)
        self.maker = KeyResultMaker(self.language, brief.period, facts)
        self.questions: list[Question] = []

    def _say(self, text: Text, **facts: str) -> str:
        return text.in_language(self.language).format_map({key: value.rstrip(".") for key, value in facts.items()})

    def _ask(self, path: str, pitfall: str, text: Text, **facts: str) -> None:
        question = Question(path, pitfall, self._say(text, **facts))
        if question not in self.questions:
            self.questions.append(question)

    # --- reading ---------------------------------------------------------------------------------------------------

    def write(self) -> Proposal:
        clauses = [clause for statement in self._usable() for clause in cut(statement, self.language, self.year)]
        made = self._made(clauses)
        limit = min(MOST_OBJECTIVES, self.brief.max_objectives or MOST_OBJECTIVES)
        work = [clause for clause in clauses if clause.kind is ClauseKind.WORK]
        groups = group(made, work, self.language, limit)
        if not groups:
            groups = [Group(None, [], [])]
        objectives = tuple(self._objective(number, item, clauses) for number, item in enumerate(groups))
        self._ask_for_the_set()
        okr_set = OkrSet(
            objectives=objectives,
            title=self._title(),
            language=self.language,
            organisation=self.brief.organisation,
            level=self.brief.level,
            period=self.brief.period,
        )
        provenance = Provenance(drafter="extractive", note=wording.NO_MODEL.in_language(self.language))
        return Proposal(okr_set, tuple(self.questions), provenance)

    def _usable(self) -> list[Statement]:
        """The statements of the strategy that may become goals: not what is ruled out, nor what speaks to the assistant."""
        return [
            statement
            for statement in self.brief.of("strategy", "metrics")
            if not (
                statement.excluded
                or statement.addressed
                or statement.cells
                or statement.text.rstrip().endswith(("?", ":"))
            )
        ]

    def _made(self, clauses: list[Clause]) -> list[Made]:
        """Every key result the brief has the makings of; one that a table and a sentence both give, once."""
        found: list[Made] = []
        for clause in clauses:
            if clause.kind is ClauseKind.CHANGE:
                found.append(self.maker.from_change(clause, self._before(clause.statement)))
            elif clause.kind is ClauseKind.PRIORITY and self.maker.is_later(clause, None):
                self._ask("", "strategy_link", wording.ASK_LATER, priority=cleaned(clause.line.text))
            elif clause.kind is ClauseKind.PRIORITY:
                found.append(self.maker.from_priority(clause))
        for statement in self.brief.of("strategy", "metrics"):
            if statement.cells and not (statement.excluded or statement.addressed):
                row = read_row(statement, self.language, self.year)
                made = self.maker.from_row(row) if row is not None else None
                if made is not None:
                    found.append(made)
        return [self._unsettled(made) for made in _without_twins(self._presentable(found))]

    def _presentable(self, found: list[Made]) -> list[Made]:
        """Ask about a goal that could not be worded, rather than hand the leader half a sentence."""
        for made in found:
            if not is_presentable(made):
                start, end = made.quote
                self._ask("", "clarity", wording.ASK_UNCLEAR, words=cleaned(made.statement.text[start:end]))
        return [made for made in found if is_presentable(made)]

    def _before(self, statement: Statement) -> list[Statement]:
        """The statements just before one in its own section, nearest first."""
        nearby = [item for item in self.brief.of(statement.field) if item.section == statement.section]
        return [item for item in reversed(nearby) if item.start < statement.start][:3]

    def _unsettled(self, made: Made) -> Made:
        """Take away a value that the brief contradicts elsewhere: it is asked about, never chosen."""
        for contradiction in self.contradictions:
            baseline = made.key_result.baseline
            if baseline is not None and contradiction.concerns(made.key_result.metric or "", baseline):
                text = made.key_result.text
                if baseline.text in text:
                    made.key_result = replace(made.key_result, text=self.maker.without_baseline(made.key_result))
                made.key_result = replace(made.key_result, baseline=None)
                made.questions = [asked for asked in made.questions if asked[0] is not wording.ASK_BASELINE]
                made.questions.insert(0, (wording.ASK_WHICH_VALUE, self._contradicted(contradiction)))
        return made

    def _contradicted(self, contradiction: Contradiction) -> dict[str, str]:
        joint = {Language.NB: " og ", Language.NN: " og ", Language.EN: " and "}[self.language]
        return {"values": joint.join(contradiction.values), "metric": contradiction.name}

    # --- objectives ------------------------------------------------------------------------------------------------

    def _objective(self, number: int, item: Group, clauses: list[Clause]) -> Objective:
        path = f"/objectives/{number}"
        text, direction, theme = self._direction(item)
        results = [made for made in item.results if made is not direction]
        kept, left = self._fitting(results)
        owner = self._owner(path, item, theme, text)
        for at, made in enumerate(kept):
            for question, facts in made.questions:
                self._ask(f"{path}/key_results/{at}", "clarity", question, **facts)
        if left:
            self._ask(
                path,
                "strategy_link",
                wording.ASK_LEFT_OUT,
                objective=text,
                priority="; ".join(made.key_result.text for made in left),
            )
        if not kept:
            self._ask(path, "clarity", wording.ASK_FIRST_RESULT, objective=text)
        initiatives = [
            capitalised(cleaned(clause.goal if clause.subject is None else clause.line.text)) for clause in item.work
        ]
        return Objective(
            text=text,
            why=self._why(number, text, kept),
            owner=owner,
            sources=self._sources(item, direction, kept, clauses),
            key_results=tuple(made.key_result for made in kept),
            initiatives=tuple(dict.fromkeys(initiatives[:_MOST_INITIATIVES])),
        )

    def _direction(self, item: Group) -> tuple[str, Made | None, Theme | None]:
        """The objective's words: the leader's own heading or direction where there is one, else the theme's."""
        texts = item.texts()
        theme = item.theme(self.language)
        heading = heading_as_direction(item.title, self.language) if item.title else None
        if heading is not None:
            return heading, None, theme
        if len(item.results) > 2:
            for made in item.results:
                if not made.measured and (direction := as_direction(made, self.language)) is not None:
                    return direction, made, theme
        if theme is not None:
            return direction_of(theme, texts, self.language), None, theme
        for made in item.results:
            if not made.measured and (direction := as_direction(made, self.language)) is not None:
                return direction, made, theme
        return self._from_the_vision(), None, theme

    def _from_the_vision(self) -> str:
        for statement in self.brief.of("vision", "mission"):
            if not statement.addressed and len(statement.text.split()) <= 20:
                return capitalised(cleaned(statement.text).rstrip(" ."))
        fallback = Text(
            nb="Vi lykkes med strategien", nn="Vi lukkast med strategien", en="We succeed with the strategy"
        )
        return fallback.in_language(self.language)

    def _fitting(self, results: list[Made]) -> tuple[list[Made], list[Made]]:
        """The key results an objective can carry, those with a goal first to stay, in the order of the brief."""
        measured = [made for made in results if made.measured]
        room = self.most_results if len(measured) <= self.most_results else self.hard_limit
        chosen = measured[:room] + [made for made in results if not made.measured][: max(0, room - len(measured))]
        return [made for made in results if made in chosen], [made for made in results if made not in chosen]

    def _why(self, number: int, text: str, kept: list[Made]) -> str | None:
        """The part of the vision or mission nearest the objective; where none is nearer, they take turns."""
        texts = [text, *(made.key_result.text for made in kept)]
        options = [(wording.VISION, item) for item in self.brief.of("vision")] + [
            (wording.MISSION, item) for item in self.brief.of("mission")
        ]
        options = [(text, item) for text, item in options if not item.addressed and len(item.text.split()) > 2]
        if not options:
            return self._background(kept)
        words = {word[:6] for text in texts for word in text.lower().split() if len(word) > 4}
        nearness = [
            sum(word[:6] in words for word in item.text.lower().split() if len(word) > 4) for _, item in options
        ]
        chosen = nearness.index(max(nearness)) if max(nearness) else number % len(options)
        label, statement = options[chosen]
        return self._say(label, quote=cleaned(statement.text))

    def _background(self, kept: list[Made]) -> str | None:
        """What the strategy tells just before an objective's first goal, where there is no vision and no mission."""
        for made in kept:
            for statement in self._before(made.statement):
                said = cut(statement, self.language, self.year)
                if not (statement.excluded or statement.addressed) and all(
                    clause.kind is ClauseKind.BACKGROUND for clause in said
                ):
                    return self._say(wording.BACKGROUND, quote=cleaned(statement.text))
        return None

    def _owner(self, path: str, item: Group, theme: Theme | None, text: str) -> str | None:
        named = next((made.owner for made in item.results if made.owner), None)
        if named:
            return cleaned(named)
        role = owner_for(theme, f"{item.title or ''} {text}", item.texts(), self.brief.roles, self.language)
        if role is not None:
            self._ask(path, "ownership", wording.CONFIRM_OWNER, owner=role.text, objective=text)
            return role.text
        roles = "; ".join(role.text for role in self.brief.roles[:8])
        if roles:
            self._ask(path, "ownership", wording.ASK_OWNER_OF_ROLES, objective=text, roles=roles)
        else:
            self._ask(path, "ownership", wording.ASK_OWNER, objective=text)
        return None

    def _sources(
        self, item: Group, direction: Made | None, kept: list[Made], clauses: list[Clause]
    ) -> tuple[Citation, ...]:
        """The statements an objective rests on, each cited once, verbatim."""
        statements: list[Statement] = [direction.statement] if direction is not None else []
        for made in kept:
            statements.extend([made.statement, *made.also])
        if not statements:
            statements = [clause.statement for clause in item.work[:2]] or [clause.statement for clause in clauses[:2]]
        statements = (
            statements or [item for item in self.brief.of("strategy") if not (item.addressed or item.excluded)][:1]
        )
        unique = {statement.id: statement for statement in statements}
        return tuple(cite(statement) for statement in unique.values())

    # --- the set ---------------------------------------------------------------------------------------------------

    def _ask_for_the_set(self) -> None:
        period = self.brief.period
        if period is None:
            self._ask("", "clarity", wording.ASK_PERIOD)
        rhythm = wording.RHYTHM_SHORT if period is None or period.days <= _SHORT_PERIOD else wording.RHYTHM_LONG
        name = period.label if period else wording.THE_PERIOD.in_language(self.language)
        self._ask("", "follow_up", wording.ASK_RHYTHM, period=name, rhythm=rhythm.in_language(self.language))
        asked = {question.text for question in self.questions}
        for contradiction in self.contradictions:
            text = self._say(wording.ASK_WHICH_VALUE, **self._contradicted(contradiction))
            if text not in asked:
                self.questions.append(Question("", "clarity", text))

    def _title(self) -> str:
        return " ".join(part for part in ("OKR", self.brief.period.label if self.brief.period else "") if part)


def _without_twins(found: list[Made]) -> list[Made]:
    """Drop a key result that another already gives: the same values of one unit, and the same goal."""
    kept: list[Made] = []
    for made in found:
        values = _values(made)
        twin = next((other for other in kept if values is not None and _values(other) == values), None)
        if twin is None:
            kept.append(made)
            continue
        source = twin.key_result.data_source or made.key_result.data_source
        deadline = twin.key_result.deadline or made.key_result.deadline
        twin.key_result = replace(twin.key_result, data_source=source, deadline=deadline)
        twin.owner = twin.owner or made.owner
        twin.also.append(made.statement)
    return kept


def _values(made: Made) -> tuple[float | None, float | None, str | None] | None:
    item = made.key_result
    goal = item.target or item.long_term
    if item.baseline is None or goal is None or item.baseline.value is None or goal.value is None:
        return None
    return item.baseline.value, goal.value, item.unit
