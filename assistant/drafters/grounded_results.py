"""A key result a model sends, held against the brief: its line, values, date, owner and source."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.brief import Brief
from assistant.drafters import model_wording, wording
from assistant.drafters.asking import Asking
from assistant.drafters.brief_facts import BriefFacts
from assistant.drafters.contradictions import contradictions
from assistant.drafters.facts import read_facts
from assistant.drafters.grounded_values import Grounded, ValueGrounder
from assistant.drafters.key_result_lines import line_of
from assistant.drafters.key_results import KeyResultMaker
from assistant.drafters.texts import tidy
from assistant.language.line import Line
from assistant.language.numbers import Measure
from assistant.okr import Ambition, Basis, KeyResult, Language, LongTermGoal, Quantity
from assistant.rules.facts import written_date

if TYPE_CHECKING:
    from assistant.drafters.answer import KeyResultAnswer


class ResultGrounder:
    """Holds key results against one brief, and asks about what they leave open."""

    def __init__(self, brief: Brief, said: BriefFacts, asking: Asking) -> None:
        """Read what the brief says of today.

        Args:
            brief: The brief.
            said: What it names.
            asking: Where questions go.
        """
        self.brief = brief
        self.said = said
        self.asking = asking
        facts = read_facts(brief, said.language, said.year)
        self.contradictions = contradictions(facts)
        self.maker = KeyResultMaker(said.language, brief.period, facts)
        self.values = ValueGrounder(brief, said.language, said.year)

    def key_result(self, path: str, item: KeyResultAnswer) -> KeyResult:
        """What is left of a key result; ``path`` is where it will stand in the set."""
        text = tidy(item.text)
        metric = tidy(item.metric)
        metric = metric if metric and self.said.holds_the_numbers_of(metric) else text
        baseline, target = self.values.both(item)
        owner = self.said.owner(tidy(item.owner))
        if item.owner and owner is None:
            self.asking.ask(path, "ownership", model_wording.ASK_OWNER_OF_RESULT, key_result=text)
        made = KeyResult(
            text=text,
            metric=metric,
            unit=next((value.quantity.unit for value in (target, baseline) if value and value.quantity.unit), None),
            baseline=baseline.quantity if baseline else None,
            target=target.quantity if target else None,
            deadline=self._deadline(item.deadline),
            owner=owner,
            data_source=self.said.named(tidy(item.data_source)),
            ambition=Ambition(item.ambition) if item.ambition else None,
        )
        return self._values_asked_about(path, self._in_its_own_words(path, self._long_term(path, made, target)))

    def _deadline(self, proposed: str | None) -> date | None:
        """The day proposed, if the brief names it."""
        try:
            day = date.fromisoformat((proposed or "").strip())
        except ValueError:
            return None
        return day if day in self.said.days else None

    def _long_term(self, path: str, item: KeyResult, target: Grounded | None) -> KeyResult:
        """A value the brief sets for after the period is no target of the period: that one is asked for."""
        period = self.brief.period
        if period is None or target is None:
            return item
        day = self.said.day_of(target.quoted) if target.quoted is not None else None
        day = day or item.deadline
        if day is None or day <= period.end:
            return item
        quantity = target.quantity
        goal = LongTermGoal(
            text=quantity.text, value=quantity.value, unit=quantity.unit, bound=quantity.bound,
            basis=quantity.basis, quote=quantity.quote, deadline=day,
        )  # fmt: skip
        end = written_date(period.end, self.said.language)
        metric = item.metric or item.text
        self.asking.ask(path, "clarity", wording.ASK_PERIOD_TARGET, goal=goal.text, metric=metric, end=end)
        later = replace(item, target=None, long_term=goal, deadline=None)
        return replace(later, text=self.maker.without_baseline(later))

    # --- the line --------------------------------------------------------------------------------------------------

    def _in_its_own_words(self, path: str, item: KeyResult) -> KeyResult:
        """The line as it is, unless it says numbers or days that are neither its values nor the brief's.

        Then it is made anew of the metric and the values, and a day nobody named is asked about.
        """
        line = Line(item.text, self.said.language, self.said.year)
        stray = [it for it in line.dates if it.day is not None and it.day not in self.said.days]
        if stray:
            self.asking.ask(path, "clarity", model_wording.ASK_DATE, key_result=item.metric or item.text)
        if not stray and not self._strays(line, item):
            return item
        if not self.said.holds_the_numbers_of(item.metric or ""):
            return item  # there are no other words for it: the rules will say so
        return replace(item, text=line_of(item, self.said.language))

    def _strays(self, line: Line, item: KeyResult) -> bool:
        """Whether a line has numbers of its own, or goes from or to somewhere else than its values do."""
        own = {abs(it.value) for it in (item.baseline, item.target, item.long_term) if it and it.value is not None}
        if any(abs(it.value) not in own and not self.said.holds(it) for it in line.measures):
            return True
        goal = item.target or item.long_term
        return _differs(line.change.baseline, item.baseline) or _differs(line.change.target, goal)

    # --- what is asked ---------------------------------------------------------------------------------------------

    def _values_asked_about(self, path: str, item: KeyResult) -> KeyResult:
        """Ask for each value that is missing, proposed, or that the brief gives two of."""
        metric = item.metric or item.text
        baseline, ask = item.baseline, self.asking
        rival = next((it for it in self.contradictions if baseline and it.concerns(metric, baseline)), None)
        if rival is not None:
            values = ask.joined(rival.values)
            ask.ask(path, "clarity", wording.ASK_WHICH_VALUE, values=values, metric=tidy(rival.name))
            item = replace(item, text=self.maker.without_baseline(item), baseline=None)
        proposed = [it.text for it in (item.baseline, item.target) if it is not None and it.basis is Basis.PROPOSED]
        if proposed:
            opening, closing = "“”" if self.said.language is Language.EN else "«»"
            values = ask.joined(f"{opening}{value}{closing}" for value in dict.fromkeys(proposed))
            ask.ask(path, "clarity", model_wording.ASK_PROPOSED, values=values, metric=metric)
        has_goal = item.target is not None or item.long_term is not None
        if item.baseline is None and rival is None:
            ask.ask(path, "clarity", wording.ASK_BASELINE if has_goal else wording.ASK_VALUES, metric=metric)
        elif not has_goal:
            ask.ask(path, "clarity", model_wording.ASK_TARGET, metric=metric)
        return item


def _differs(said: Measure | None, value: Quantity | None) -> bool:
    if said is None or value is None or value.value is None:
        return False
    return not math.isclose(abs(said.value), abs(value.value))
