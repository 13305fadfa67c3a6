"""Holding a model's answer against the brief: what stands there keeps its citation, the rest is marked or asked about.

Nothing in the answer is believed. Quotes are looked up, and get the place they were found at; a value keeps the basis
``source`` only if its quote holds it; an owner, a data source and a date have to be named in the brief; a number that
is nowhere in it takes the reason or the initiative it stands in along. Links and markup are taken out of every text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.brief import Brief
from assistant.drafters import Question, model_wording, most_objectives, title_of, wording
from assistant.drafters.brief_facts import BriefFacts
from assistant.drafters.contradictions import contradictions
from assistant.drafters.facts import read_facts
from assistant.drafters.key_results import KeyResultMaker
from assistant.drafters.quotes import Quoted, find_quote
from assistant.drafters.texts import cleaned
from assistant.language.folding import fold
from assistant.language.line import Line
from assistant.okr import (
    Ambition,
    Basis,
    Bound,
    Citation,
    KeyResult,
    Language,
    LongTermGoal,
    Objective,
    OkrSet,
    Quantity,
)
from assistant.rules.profile import Profile
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.drafters.answer import Answer, KeyResultAnswer, ObjectiveAnswer, ValueAnswer

_MOST_INITIATIVES = 5
_SHORT_PERIOD = 190
"""Days; periods up to this are followed up by the week, longer ones by the month."""


def ground(answer: Answer, brief: Brief, profile: Profile) -> tuple[OkrSet, tuple[Question, ...]]:
    """What is left of a model's answer when it is held against the brief.

    Args:
        answer: What the model sent, of the right form and no more than that.
        brief: The brief it was given.
        profile: The thresholds; no objective carries more key results than they allow.

    Returns:
        The set, which has no objectives if nothing of the answer could be used, and the questions it leaves open.
    """
    return _Grounding(brief, profile).ground(answer)


def tidy(text: str | None) -> str:
    """A model's words as words: composed, without control characters, half characters, links or markup."""
    whole = (text or "").encode("utf-8", "ignore").decode("utf-8")
    return cleaned(fold(whole).text)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value that was held against the brief, and the words it was found in."""

    quantity: Quantity
    quoted: Quoted | None = None


class _Grounding:
    def __init__(self, brief: Brief, profile: Profile) -> None:
        self.brief = brief
        self.language = brief.language or Language.NB
        self.year = brief.period.end.year if brief.period else None
        self.most_results = int(profile.setting("EXE02", "error_above"))
        self.said = BriefFacts(brief, self.language, self.year)
        facts = read_facts(brief, self.language, self.year)
        self.contradictions = contradictions(facts)
        self.maker = KeyResultMaker(self.language, brief.period, facts)
        self.questions: list[Question] = []

    def ground(self, answer: Answer) -> tuple[OkrSet, tuple[Question, ...]]:
        most = most_objectives(self.brief)
        usable = [item for item in answer.objectives if tidy(item.text)][:most]
        objectives = tuple(self._objective(f"/objectives/{at}", item) for at, item in enumerate(usable))
        self._ask_for_the_set()
        brief = self.brief
        okr_set = OkrSet(
            objectives=objectives,
            title=title_of(brief),
            language=self.language,
            organisation=brief.organisation,
            level=brief.level,
            period=brief.period,
        )
        return okr_set, tuple(dict.fromkeys(self.questions))

    def _ask(self, path: str, pitfall: str, text: Text, **facts: str) -> None:
        filled = text.in_language(self.language).format_map({key: value.rstrip(".") for key, value in facts.items()})
        self.questions.append(Question(path, pitfall, filled))

    # --- objectives ------------------------------------------------------------------------------------------------

    def _objective(self, path: str, item: ObjectiveAnswer) -> Objective:
        text = tidy(item.text)
        usable = [result for result in item.key_results if tidy(result.text)][: self.most_results]
        why = tidy(item.why)
        initiatives = [line for line in map(tidy, item.initiatives) if line and self.said.holds_the_numbers_of(line)]
        return Objective(
            text=text,
            why=why if why and self.said.holds_the_numbers_of(why) else None,
            owner=self._owner(path, text, tidy(item.owner)),
            sources=self._sources(path, text, item.sources),
            key_results=tuple(self._key_result(f"{path}/key_results/{at}", it) for at, it in enumerate(usable)),
            initiatives=tuple(dict.fromkeys(initiatives))[:_MOST_INITIATIVES],
        )

    def _sources(self, path: str, objective: str, quotes: list[str]) -> tuple[Citation, ...]:
        found = [quoted.citation for quote in quotes if (quoted := find_quote(self.brief, quote)) and quoted.links]
        if not found:
            self._ask(path, "strategy_link", model_wording.ASK_SOURCE, objective=objective)
        return tuple(dict.fromkeys(found))

    def _owner(self, path: str, objective: str, proposed: str) -> str | None:
        owner = self.said.owner(proposed)
        roles = "; ".join(role.text for role in self.brief.roles[:8])
        if owner is not None:
            self._ask(path, "ownership", wording.CONFIRM_OWNER, owner=owner, objective=objective)
        elif roles:
            self._ask(path, "ownership", wording.ASK_OWNER_OF_ROLES, objective=objective, roles=roles)
        else:
            self._ask(path, "ownership", wording.ASK_OWNER, objective=objective)
        return owner

    # --- key results -----------------------------------------------------------------------------------------------

    def _key_result(self, path: str, item: KeyResultAnswer) -> KeyResult:
        text = tidy(item.text)
        metric = tidy(item.metric) or text
        baseline, target = self._value(item.baseline), self._value(item.target)
        owner = self.said.owner(tidy(item.owner))
        if item.owner and owner is None:
            self._ask(path, "ownership", model_wording.ASK_OWNER_OF_RESULT, key_result=text)
        made = KeyResult(
            text=text,
            metric=metric,
            unit=next((value.quantity.unit for value in (target, baseline) if value and value.quantity.unit), None),
            baseline=baseline.quantity if baseline else None,
            target=target.quantity if target else None,
            deadline=self._deadline(path, text, item.deadline),
            owner=owner,
            data_source=self.said.named(tidy(item.data_source)),
            ambition=Ambition(item.ambition) if item.ambition else None,
        )
        made = self._long_term(path, made, target)
        return self._values_asked_about(path, made)

    def _value(self, item: ValueAnswer | None) -> _Value | None:
        """A value read by code from how it is written, with the basis it really has."""
        if item is None or not (text := tidy(item.text)):
            return None
        measures = Line(text, self.language, self.year).measures
        measure = measures[-1] if measures else None
        quantity = Quantity(
            text=text if measure is None else text[measure.start : measure.end],
            value=measure.value if measure else None,
            unit=(measure.unit or tidy(item.unit) or None) if measure else None,
            bound=(measure.bound if measure else None) or (Bound(item.bound) if item.bound else None),
        )
        quoted = find_quote(self.brief, item.quote) if item.quote and item.basis == "source" else None
        if quoted is None or not quoted.holds(quantity.value, quantity.text, quantity.unit, self.language, self.year):
            return _Value(quantity)
        return _Value(replace(quantity, basis=Basis.SOURCE, quote=quoted.citation.quote), quoted)

    def _deadline(self, path: str, text: str, proposed: str | None) -> date | None:
        """The day proposed, if the brief names it; a day the line names and the brief does not is asked about."""
        mentions = Line(text, self.language, self.year).dates
        if any(mention.day is not None and mention.day not in self.said.days for mention in mentions):
            self._ask(path, "clarity", model_wording.ASK_DATE, key_result=text)
        try:
            day = date.fromisoformat((proposed or "").strip())
        except ValueError:
            return None
        return day if day in self.said.days else None

    def _long_term(self, path: str, item: KeyResult, target: _Value | None) -> KeyResult:
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
        end = wording.written_date(period.end, self.language)
        metric = item.metric or item.text
        self._ask(path, "clarity", wording.ASK_PERIOD_TARGET, goal=goal.text, metric=metric, end=end)
        later = replace(item, target=None, long_term=goal, deadline=None)
        return replace(later, text=self.maker.without_baseline(later))

    def _values_asked_about(self, path: str, item: KeyResult) -> KeyResult:
        """Ask for each value that is missing, proposed, or that the brief gives two of."""
        metric = item.metric or item.text
        baseline = item.baseline
        rival = next((it for it in self.contradictions if baseline and it.concerns(metric, baseline)), None)
        if rival is not None:
            values = self._joined(rival.values)
            self._ask(path, "clarity", wording.ASK_WHICH_VALUE, values=values, metric=rival.name)
            item = replace(item, text=self.maker.without_baseline(item), baseline=None)
        proposed = [it.text for it in (item.baseline, item.target) if it is not None and it.basis is Basis.PROPOSED]
        if proposed:
            opening, closing = "“”" if self.language is Language.EN else "«»"
            values = self._joined(tuple(f"{opening}{value}{closing}" for value in dict.fromkeys(proposed)))
            self._ask(path, "clarity", model_wording.ASK_PROPOSED, values=values, metric=metric)
        has_goal = item.target is not None or item.long_term is not None
        if item.baseline is None and rival is None:
            self._ask(path, "clarity", wording.ASK_BASELINE if has_goal else wording.ASK_VALUES, metric=metric)
        elif not has_goal:
            self._ask(path, "clarity", model_wording.ASK_TARGET, metric=metric)
        return item

    def _joined(self, values: tuple[str, ...]) -> str:
        return (" and " if self.language is Language.EN else " og ").join(values)

    # --- the set ---------------------------------------------------------------------------------------------------

    def _ask_for_the_set(self) -> None:
        period = self.brief.period
        if period is None:
            self._ask("", "clarity", wording.ASK_PERIOD)
        rhythm = wording.RHYTHM_SHORT if period is None or period.days <= _SHORT_PERIOD else wording.RHYTHM_LONG
        name = period.label if period else wording.THE_PERIOD.in_language(self.language)
        self._ask("", "follow_up", wording.ASK_RHYTHM, period=name, rhythm=rhythm.in_language(self.language))
        asked = {question.text for question in self.questions}
        for item in self.contradictions:
            self._ask("", "clarity", wording.ASK_WHICH_VALUE, values=self._joined(item.values), metric=item.name)
            if self.questions[-1].text in asked:
                self.questions.pop()
