"""Making a key result of a clause or a table row, with the questions it leaves open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.brief import Statement
from assistant.drafters import wording
from assistant.drafters.antecedents import Antecedents
from assistant.drafters.clauses import Clause
from assistant.drafters.facts import Fact, same_unit
from assistant.drafters.key_result_lines import line_of
from assistant.drafters.made import Made
from assistant.drafters.metrics import counted, is_shared_by_people, metric_of, priority_metric
from assistant.drafters.row_values import values_of_row
from assistant.drafters.rows import Row
from assistant.drafters.shares import read_state_change
from assistant.drafters.texts import capitalised, cleaned
from assistant.drafters.todays import is_bare
from assistant.drafters.values import DOWN, quantity, read_values, state, told_before, worked_out
from assistant.language.line import Line
from assistant.okr import KeyResult, Language, LongTermGoal, Period, Quantity
from assistant.rules.facts import written_date

_IN_THE_PERIOD = re.compile(
    r"\b(?:(?:i|in|during|within)\s+(?:løpet\s+av\s+)?(?:the\s+)?(?:this\s+)?(?:denne\s+)?(?:perioden|period)"
    r"|(?:i\s+løpet\s+av|(?:innen|innan|ved|før)\s+(?:utgangen|slutten)\s+av)\s+(?:dette\s+)?(?:tertialet|kvartalet|halvåret|perioden)"
    r"|(?:by|before|at|within)\s+(?:the\s+end\s+of\s+(?:the|this)\s+(?:period|quarter)|(?:period|quarter)[\s-]end))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:på\s+(?:lengre|lang|lengre)\s+sikt|langsiktig\w*|in\s+the\s+long(?:er)?\s+(?:term|run)|long[- ]term)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:øk\w*|auk\w*|flere|fleire|mer|meir|høyere|høgare|løft\w*|hev\w*|vokse|vekse|increase|raise|grow|more|higher|lift)\b",
    re.IGNORECASE,
)


class KeyResultMaker:
    """Makes key results in one language, knowing the period and the facts of the brief."""

    def __init__(self, language: Language, period: Period | None, facts: list[Fact]) -> None:
        """Keep what every key result is made with."""
        self.language = language
        self.period = period
        self.said = Antecedents(language, facts)

    # --- from clauses and rows -------------------------------------------------------------------------------------

    def from_change(self, clause: Clause, before: list[Statement], after: Statement | None = None) -> Made:
        """A key result of a clause that says where a value is to go.

        Args:
            clause: The clause.
            before: The statements before it in its section, nearest first: «dette» and «målet» point back to them.
            after: The statement after it, which may tell the start value: «I 2025 hadde vi 5».
        """
        metric = metric_of(clause, self.language)
        made = Made(KeyResult(text=""), clause.statement, (clause.start, clause.end), measured=True)
        states = read_state_change(clause.line.text)
        if states is not None and clause.line.change.baseline is None:
            start, goal = (state(clause.line.text[first:last], clause.quote) for first, last in states)
            values: tuple[Quantity | None, Quantity | None] = (start, goal)
        else:
            values = read_values(self._valued(clause), clause.quote)
        baseline, target = values
        if baseline is None and target is not None and clause.subject is not None:
            baseline = told_before(clause.line, target, clause.quote)
        metric = _OF_TODAY.sub("", metric) if baseline is not None else metric
        fact = self.said.fact_of(clause, metric, target, before) if not metric or baseline is None else None
        if fact is not None:
            moves = not metric and target is None and _moves_alike(clause.line, fact)
            metric = metric or self.said.name_of(fact)
            if baseline is None and (target is not None or moves):
                baseline = quantity(fact.measure, fact.text, fact.quote)
                made.also.append(fact.statement)
        if baseline is None and target is not None and after is not None:
            baseline = self._told_after(after, target)
            made.also += [after] if baseline is not None else []
        metric = metric or counted(clause.line) or clause.label or self.said.spoken_of(clause, before, values)
        metric = capitalised(cleaned(metric))
        self.said.remember(clause.statement, metric, target)
        baseline, target = worked_out(self._valued(clause), baseline, target, clause.quote)
        return self._finish(made, clause, metric, (baseline, target), self._goal_day(clause.line))

    def _told_after(self, statement: Statement, goal: Quantity) -> Quantity | None:
        """The value a sentence gives of the goal just before it, where that is all it says: «I dag er det 14 %»."""
        line = Line(statement.text.rstrip(" ."), self.language)
        if not is_bare(line) or not same_unit(line.measures[0].unit, goal.unit):
            return None
        found = quantity(line.measures[0], line.text, statement.text)
        return found if found.value != goal.value else None

    def from_priority(self, clause: Clause) -> Made:
        """A key result of a priority without a number: its measure is named, its values are to be asked for."""
        metric = capitalised(cleaned(priority_metric(clause, self.language)))
        moves = DOWN.search(clause.line.text) or _UP.search(clause.line.text)
        if not moves and not is_shared_by_people(clause, self.language):
            metric = ""
        text = clause.goal if clause.subject is None else _said_of(clause, clause.subject)
        if metric and is_shared_by_people(clause, self.language):
            text = metric
        text = capitalised(cleaned(text))
        made = Made(
            KeyResult(text=text, metric=metric or text), clause.statement, (clause.start, clause.end), measured=False
        )
        self.said.remember(clause.statement, metric or clause.subject or "", None)
        fact = self.said.fact_for(metric, None) if metric else None
        if fact is not None:
            made.also.append(fact.statement)
            baseline = quantity(fact.measure, fact.text, fact.quote)
            made.key_result = replace(made.key_result, baseline=baseline, unit=baseline.unit)
        if metric and is_shared_by_people(clause, self.language):
            made.questions.append((wording.ASK_VALUES, {"metric": metric}))
        elif metric and DOWN.search(clause.line.text):
            made.questions.append((wording.ASK_VALUES_DOWN, {"metric": metric}))
        elif metric and moves:
            made.questions.append((wording.ASK_VALUES_UP, {"metric": metric}))
        else:
            made.questions.append((wording.ASK_MEASURE, {"priority": text}))
        return made

    def from_row(self, row: Row) -> Made | None:
        """A key result of a table row that gives a goal, or ``None`` if it gives only today's value."""
        if row.goal is None:
            return None
        made = Made(KeyResult(text=""), row.statement, (0, len(row.statement.text)), measured=True, owner=row.owner)
        made.key_result = replace(made.key_result, data_source=row.data_source)
        day = self._goal_day(row.by) if row.by is not None else None
        return self._finish(made, None, capitalised(cleaned(row.name)), values_of_row(row), day)

    def _valued(self, clause: Clause) -> Line:
        """The words the values stand in: after «skal» where there is a subject, whose own numbers are no goals."""
        if clause.subject is None or clause.is_share:
            return clause.line
        goal = Line(clause.goal, self.language, clause.line.year)
        change = goal.change
        said = change.target is not None or change.factor is not None or change.delta is not None
        start_stays = change.baseline is not None or clause.line.change.baseline is None
        return goal if said and start_stays else clause.line

    def _goal_day(self, line: Line) -> date | None:
        days = [mention for mention in line.dates if mention.deadline and mention.day is not None]
        if self.period is not None:
            days = [it for it in days if it.day is not None and it.day >= self.period.start]
        chosen = ([mention for mention in days if mention.introduced] or days)[:1]
        if not chosen:
            return self.period.end if self.period is not None and _IN_THE_PERIOD.search(line.text) else None
        if chosen[0].start_day is not None and line.words[chosen[0].first] in {"før", "before"}:
            return chosen[0].start_day
        return chosen[0].day

    # --- the finished key result -----------------------------------------------------------------------------------

    def _finish(
        self,
        made: Made,
        clause: Clause | None,
        metric: str,
        values: tuple[Quantity | None, Quantity | None],
        day: date | None,
    ) -> Made:
        baseline, target = values
        long_term: LongTermGoal | None = None
        if target is not None and self.is_later(clause, day):
            long_term = _after_the_period(target, day)
            target, day = None, None
        unit = next((item.unit for item in (target, baseline, long_term) if item is not None and item.unit), None)
        source = made.key_result.data_source or self.said.source_of(metric, baseline)
        result = KeyResult(
            text="", metric=metric, unit=unit, baseline=baseline, target=target, long_term=long_term, deadline=day, data_source=source
        )  # fmt: skip
        made.key_result = replace(result, text=line_of(result, self.language, clause))
        if long_term is not None and self.period is not None:
            end = written_date(self.period.end, self.language)
            text = wording.ASK_PERIOD_VALUES if baseline is None else wording.ASK_PERIOD_TARGET
            made.questions.append((text, {"goal": long_term.text, "metric": metric, "end": end}))
        elif baseline is None and (goal := target or long_term) is not None and goal.value != 0:
            made.questions.append((wording.ASK_BASELINE, {"metric": metric}))
        return made

    def is_later(self, clause: Clause | None, day: date | None) -> bool:
        """Whether a goal is for after the period, by its date or its words («på lengre sikt»)."""
        if day is not None:
            return self.period is not None and day > self.period.end
        if clause is None:
            return False
        if _LATER.search(clause.line.text):
            return True
        years = [int(year) for year in re.findall(r"\b(20\d\d)\b", clause.line.text)]
        return self.period is not None and bool(years) and min(years) > self.period.end.year

    def without_baseline(self, key_result: KeyResult) -> str:
        """The key result's line without its start value, for when the brief gives two."""
        return line_of(replace(key_result, baseline=None), self.language)


_OF_TODAY = re.compile(r"\s+(?:på|of|at)\s+[^\d\s]?\d[\d., ]*\S*$", re.IGNORECASE)
"""“The score of 62”: the value is today's, and not part of the name."""


def _moves_alike(line: Line, fact: Fact) -> bool:
    """Whether a change by a factor or an amount can be reckoned from a fact: «by 9 minutes» from minutes."""
    change = line.change
    return change.factor is not None or (change.delta is not None and same_unit(change.delta.unit, fact.measure.unit))


def _said_of(clause: Clause, subject: str) -> str:
    """The clause as a sentence: of “we want every family to feel at home”, that every family shall."""
    wanted = f"{subject} to {clause.goal}"
    return f"{subject} shall {clause.goal}" if clause.line.text == wanted else _SKULLE.sub("skal", clause.line.text, 1)


_SKULLE = re.compile(r"\bskulle\b")
"""«Vi ble enige om at de ansatte skulle få …»: what was decided is what shall be."""


def _after_the_period(target: Quantity, day: date | None) -> LongTermGoal:
    return LongTermGoal(
        text=target.text, value=target.value, unit=target.unit, bound=target.bound, basis=target.basis, quote=target.quote, deadline=day
    )  # fmt: skip
