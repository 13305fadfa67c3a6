"""What a goal speaks of when it does not say so itself: the fact just told, or the goal just before."""

from __future__ import annotations

from assistant.brief import Statement
from assistant.drafters.clauses import Clause
from assistant.drafters.facts import Fact, key_words, likeness, same_unit
from assistant.drafters.key_result_lines import says_where_to
from assistant.drafters.metrics import POINTS_BACK, subject_of
from assistant.drafters.texts import ANAPHORA
from assistant.okr import Language, Quantity

_ALIKE = 0.6
_REACH = 6
"""Words; a «det» farther into a clause points at something within it."""


class Antecedents:
    """The facts of a brief, and the goal last read."""

    def __init__(self, language: Language, facts: list[Fact]) -> None:
        """Keep the facts; no goal is read yet."""
        self.language = language
        self.facts = facts
        self._last: tuple[Statement, str, Quantity | None] | None = None

    def remember(self, statement: Statement, metric: str, target: Quantity | None) -> None:
        """Note the goal just read; it has no target where it is a priority without a number."""
        self._last = (statement, metric, target)

    def spoken_of(
        self, clause: Clause, before: list[Statement], values: tuple[Quantity | None, Quantity | None]
    ) -> str:
        """The metric of the goal just before, which «den» and «this» may mean; else what the sentence before is about.

        Args:
            clause: The clause that names no metric.
            before: The statements before it in its section, nearest first.
            values: Its start value and goal; with both its own, it is not about a goal that has values already.
        """
        points, leans = points_back(clause), clause.subject is not None or says_where_to(clause.goal)
        if self._last is not None:
            statement, metric, known = self._last
            start, goal = values
            if statement is clause.statement and known is not None and start is not None and goal is not None:
                return ""
            if known is None and start is not None and goal is not None and not leans:
                return ""
            alike = known is None or goal is None or None in {known.unit, goal.unit} or known.unit == goal.unit
            if alike and (statement is clause.statement or (points and statement in before[:1])):
                return metric
        earlier = subject_of(clause.statement, self.language) if clause.start > 0 else ""
        if not earlier and before and points:
            earlier = subject_of(before[0], self.language)
        return earlier

    def fact_of(self, clause: Clause, metric: str, target: Quantity | None, before: list[Statement]) -> Fact | None:
        """The fact a goal without a start value speaks of: the one just said, or one about the same metric."""
        if metric and target is not None:
            return self.fact_for(metric, target.unit, but=clause.statement)
        for statement in (clause.statement, *before):
            for fact in self.facts:
                if fact.statement is statement and self._is_meant(fact, clause, target):
                    return fact
        return None

    def _is_meant(self, fact: Fact, clause: Clause, target: Quantity | None) -> bool:
        here = fact.statement is clause.statement
        if here and fact.measure.end > clause.start:
            return False
        if target is not None and not same_unit(fact.measure.unit, target.unit):
            return False
        same = target is not None and fact.measure.unit == target.unit is not None
        return here or same or points_back(clause)

    def fact_for(self, metric: str, unit: str | None, but: Statement | None = None) -> Fact | None:
        """The fact about a metric, worded alike, in a unit that fits."""
        words = key_words(metric)
        scored = [
            (likeness(words, fact.words), len(words & fact.words), -at, fact)
            for at, fact in enumerate(self.facts)
            if (unit is None or same_unit(fact.measure.unit, unit)) and fact.statement is not but
        ]
        best = max(scored, key=lambda item: item[:3], default=None)
        if best is None or best[0] < _ALIKE or best[1] < min(2, len(words)):
            return None
        # One word is the metric only where it comes first: «Heimetenesta» is not «sjukefråværet i heimetenesta».
        fact = best[3]
        return fact if len(words) > 1 or words & key_words(fact.name.split()[0]) or fact.words <= words else None

    def name_of(self, fact: Fact) -> str:
        """The fact's name: that of a table row with the same value, where there is one."""
        rows = (other for other in self.facts if other.statement.cells and other.measure.value == fact.measure.value)
        return next((other.name for other in rows if same_unit(other.measure.unit, fact.measure.unit)), fact.name)

    def source_of(self, metric: str, baseline: Quantity | None) -> str | None:
        """Where a table says that a start value is read."""
        if baseline is None:
            return None
        for fact in self.facts:
            same = fact.measure.value == baseline.value and same_unit(fact.measure.unit, baseline.unit)
            if fact.data_source and same and (likeness(key_words(metric), fact.words) > 0 or fact.name == metric):
                return fact.data_source
        return None


def points_back(clause: Clause) -> bool:
    """Whether a clause speaks of something said before: «det skal ned», «målet er», «vi skal ned på 6,0»."""
    leans = clause.subject is None and says_where_to(clause.goal)
    leans = leans or (clause.subject is not None and POINTS_BACK.fullmatch(clause.subject) is not None)
    return leans or not ANAPHORA.isdisjoint(clause.line.words[:_REACH])
