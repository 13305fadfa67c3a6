"""Drafting without a language model: goals and numbers are read out of the leader's own text, and nothing is added.

What the text leaves open stays open: a value nobody gave is ``None`` and becomes a question, an owner is proposed only
from the roles the text names, and no number appears that the text does not hold.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from assistant.brief import Brief, Statement
from assistant.drafters import Proposal, Provenance, Replacements, Session, most_objectives, title_of, wording
from assistant.drafters.areas import places_of_rows
from assistant.drafters.asking import Asking
from assistant.drafters.clause_kinds import ClauseKind
from assistant.drafters.clauses import Clause, cut
from assistant.drafters.contradictions import Contradiction, contradicted_starts, contradictions, denied_starts
from assistant.drafters.events import Tell, nobody
from assistant.drafters.facts import read_facts
from assistant.drafters.groups import Group, group
from assistant.drafters.key_results import KeyResultMaker
from assistant.drafters.made import Made, is_presentable_work
from assistant.drafters.objectives import ObjectiveWriter
from assistant.drafters.repairs import Failing
from assistant.drafters.rows import clauses_of_row, read_row
from assistant.drafters.texts import cleaned
from assistant.language.detect import scores
from assistant.okr import Language, OkrSet
from assistant.rules.profile import Profile

_LONGEST_QUOTE = 30
"""Words; a longer statement is asked about by the clause in doubt alone."""
_NEARBY = 3
"""Statements before one that «dette» and «målet» may point back to."""


class ExtractiveDrafter:
    """Reads objectives, key results and initiatives out of the brief itself."""

    waits = False

    @asynccontextmanager
    async def session(self, brief: Brief, profile: Profile, tell: Tell = nobody) -> AsyncIterator[Session]:  # noqa: ARG002 - done at once, it has nothing to tell
        """Begin a draft; nothing is opened, and it tells nobody: it is done at once."""
        yield _Session(self, brief, profile)

    def write(self, brief: Brief, profile: Profile) -> Proposal:
        """Draft a set from the words and numbers of ``brief``.

        Args:
            brief: The brief, with some strategy in it.
            profile: The thresholds; the drafter keeps within what they call many.

        Returns:
            One to three objectives, never more than the brief asks for, and the questions the brief leaves open.
        """
        return _Writer(brief, profile).write()


class _Session:
    """One draft from the text alone: what can be read is read at once, and there are no better words for it."""

    rounds = 0

    def __init__(self, drafter: ExtractiveDrafter, brief: Brief, profile: Profile) -> None:
        self._drafter = drafter
        self._brief = brief
        self._profile = profile

    async def write(self, drafted: Sequence[str] = ()) -> Proposal:  # noqa: ARG002 - there is one reading of a text
        return self._drafter.write(self._brief, self._profile)

    async def repair(self, okr_set: OkrSet, failing: Mapping[int, Failing]) -> Replacements:  # noqa: ARG002 - likewise
        return {}

    async def rewrite(self, okr_set: OkrSet, path: str, instruction: str) -> Replacements:  # noqa: ARG002 - likewise
        return {}

    def provenance(self) -> Provenance:
        return _provenance(self._brief)


_CLEARLY = 1.5
"""How much more the words of another language weigh before a strategy is said to be in it: names and loans weigh too."""


def _provenance(brief: Brief) -> Provenance:
    """How a draft is made here, and that its words are in another language than was asked for, if they are."""
    language = brief.language or Language.NB
    notes = [wording.NO_MODEL.in_language(language)]
    weights = scores(" ".join(item.text for item in brief.of("strategy")))
    written = max(weights, key=lambda spoken: weights[spoken])
    if weights[written] > _CLEARLY * weights[language]:
        name = wording.LANGUAGE_NAMES[written].in_language(language)
        notes.insert(0, wording.OTHER_LANGUAGE.in_language(language).format(written=name))
    return Provenance(drafter="extractive", note=" ".join(notes))


class _Writer:
    def __init__(self, brief: Brief, profile: Profile) -> None:
        self.brief = brief
        self.profile = profile
        self.language = brief.language or Language.NB
        self.year = brief.period.end.year if brief.period else None
        self.facts = read_facts(brief, self.language, self.year)
        self.places = places_of_rows(brief.of("strategy", "metrics"))
        self.contradictions = contradictions(self.facts)
        self.maker = KeyResultMaker(self.language, brief.period, self.facts)
        self.asking = Asking(self.language)

    def write(self) -> Proposal:
        clauses = [clause for statement in self._usable() for clause in self._cut(statement)]
        found = _without_twins(self._presentable(self._made(clauses)))
        known = {value for it in self.contradictions for value in it.numbers}
        starts = [
            *contradicted_starts(found, self.facts),
            *denied_starts(found, self.brief.of("strategy"), self.language),
        ]
        self.contradictions += [it for it in starts if known.isdisjoint(it.numbers)]
        made = [self._unsettled(item) for item in found]
        work = [clause for clause in clauses if clause.kind is ClauseKind.WORK and is_presentable_work(clause)]
        limit = most_objectives(self.brief)
        groups, left = group(made, work, self.language, limit, self.places)
        writer = ObjectiveWriter(self.brief, self.profile, self.asking)
        okr_set = OkrSet(
            objectives=writer.write(groups or [Group(None, [], [])], left, clauses),
            title=title_of(self.brief),
            language=self.language,
            organisation=self.brief.organisation,
            level=self.brief.level,
            period=self.brief.period,
        )
        self._ask_for_the_set()
        return Proposal(okr_set, tuple(self.asking.questions), _provenance(self.brief))

    def _usable(self) -> list[Statement]:
        """The statements that may become goals: not what is ruled out, nor what speaks to the assistant."""
        return [
            it
            for it in self.brief.of("strategy", "metrics")
            if not (it.excluded or (it.addressed and not it.cells) or it.text.rstrip().endswith(("?", ":")))
        ]

    def _cut(self, statement: Statement) -> list[Clause]:
        if statement.cells:
            return list(clauses_of_row(statement, self.language, self.year))
        return cut(statement, self.language, self.year)

    # --- key results -----------------------------------------------------------------------------------------------

    def _made(self, clauses: list[Clause]) -> list[Made]:
        """Every key result the brief has the makings of."""
        found: list[Made] = []
        later: list[str] = []
        for clause in clauses:
            if clause.kind is ClauseKind.CHANGE:
                before, after = self._before(clause.statement), self._after(clause.statement)
                found.append(self.maker.from_change(clause, before, after))
            elif clause.kind is ClauseKind.PRIORITY and self.maker.is_later(clause, None):
                later.append(cleaned(clause.line.text))
            elif clause.kind is ClauseKind.PRIORITY:
                found.append(self.maker.from_priority(clause))
                found[-1].owner = place.owner if (place := self.places.get(clause.statement.id)) is not None else None
        for statement in self.brief.of("strategy", "metrics"):
            if statement.cells and not (statement.excluded or statement.addressed):
                row = read_row(statement, self.language, self.year)
                made = self.maker.from_row(row) if row is not None else None
                found += [made] if made is not None else []
        if later:
            self.asking.ask("", "strategy_link", wording.ASK_LATER, priority=self.asking.listed(later))
        settled = {(it.statement.id, it.key_result.metric) for it in found if it.measured}
        return [it for it in found if it.measured or (it.statement.id, it.key_result.metric) not in settled]

    def _before(self, statement: Statement) -> list[Statement]:
        """The statements just before one in its own section, nearest first."""
        nearby = [it for it in self.brief.of(statement.field) if it.section == statement.section]
        return [it for it in reversed(nearby) if it.start < statement.start][:_NEARBY]

    def _after(self, statement: Statement) -> Statement | None:
        """The statement just after one in its own section."""
        nearby = [it for it in self.brief.of(statement.field) if it.section == statement.section]
        return next((it for it in nearby if it.start > statement.start and not it.cells), None)

    def _presentable(self, found: list[Made]) -> list[Made]:
        """Ask about goals that could not be worded, rather than hand the leader half a sentence."""
        unclear = [made for made in found if not made.is_presentable]
        words: list[str] = []
        for made in unclear:
            text = made.statement.text
            words.append(cleaned(text if len(text.split()) <= _LONGEST_QUOTE else text[slice(*made.quote)]))
        if words:
            asked = wording.ASK_UNCLEAR if len(set(words)) == 1 else wording.ASK_UNCLEAR_MANY
            self.asking.ask("", "clarity", asked, words=self.asking.listed(words))
        return [made for made in found if made.is_presentable]

    def _unsettled(self, made: Made) -> Made:
        """Take away a value that the brief contradicts elsewhere: it is asked about, never chosen."""
        for contradiction in self.contradictions:
            baseline = made.key_result.baseline
            if baseline is not None and contradiction.concerns(made.key_result.metric or "", baseline):
                text = made.key_result.text
                if _digits(baseline.text) & _digits(text):
                    text = self.maker.without_baseline(made.key_result)
                made.key_result = replace(made.key_result, baseline=None, text=text)
                made.questions = [asked for asked in made.questions if asked[0] is not wording.ASK_BASELINE]
                made.questions.insert(0, (wording.ASK_WHICH_VALUE, self._contradicted(contradiction)))
        return made

    def _contradicted(self, contradiction: Contradiction) -> dict[str, str]:
        return {"values": self.asking.joined(contradiction.values), "metric": contradiction.name}

    # --- the set ---------------------------------------------------------------------------------------------------

    def _ask_for_the_set(self) -> None:
        self.asking.ask_for_the_rhythm(self.brief)
        for contradiction in self.contradictions:
            self.asking.ask_once("", "clarity", wording.ASK_WHICH_VALUE, **self._contradicted(contradiction))


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


def _digits(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d[\d.,]*", text))


def _values(made: Made) -> tuple[float | None, float | None, str | None] | None:
    item = made.key_result
    goal = item.target or item.long_term
    if item.baseline is None or goal is None or item.baseline.value is None or goal.value is None:
        return None
    return item.baseline.value, goal.value, item.unit
