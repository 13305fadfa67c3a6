"""Holding a model's answer against the brief: what stands there keeps its citation, the rest is marked or asked about.

Nothing in the answer is believed. Quotes are looked up, and get the place they were found at; a value keeps the basis
``source`` only if its quote holds it; an owner, a data source and a date have to be named in the brief; a number or a
name that is nowhere in it takes the reason or the initiative it stands in along. Links and markup are taken out of every
text, and what speaks to the assistant is nobody's goal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.brief import Brief
from assistant.drafters import Question, model_wording, most_objectives, title_of, wording
from assistant.drafters.asking import Asking
from assistant.drafters.brief_facts import BriefFacts
from assistant.drafters.grounded_results import ResultGrounder
from assistant.drafters.quotes import plain_quotes
from assistant.drafters.texts import tidy
from assistant.language.addressing import speaks_to_the_assistant
from assistant.okr import Citation, Language, Objective, OkrSet
from assistant.rules.profile import Profile

if TYPE_CHECKING:
    from assistant.drafters.answer import Answer, ObjectiveAnswer

_MOST_INITIATIVES = 5


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


class _Grounding:
    def __init__(self, brief: Brief, profile: Profile) -> None:
        self.brief = brief
        language = brief.language or Language.NB
        self.most_results = int(profile.setting("EXE02", "error_above"))
        self.said = BriefFacts(brief, language, brief.period.end.year if brief.period else None)
        self.asking = Asking(language)
        self.results = ResultGrounder(brief, self.said, self.asking)

    def ground(self, answer: Answer) -> tuple[OkrSet, tuple[Question, ...]]:
        brief = self.brief
        usable = [item for item in answer.objectives if is_a_line(item.text)][: most_objectives(brief)]
        objectives = tuple(self._objective(f"/objectives/{at}", item) for at, item in enumerate(usable))
        self.asking.ask_for_the_rhythm(brief)
        for item in self.results.contradictions:
            values = self.asking.joined(item.values)
            self.asking.ask_once("", "clarity", wording.ASK_WHICH_VALUE, values=values, metric=tidy(item.name))
        okr_set = OkrSet(
            objectives=objectives,
            title=title_of(brief),
            language=self.said.language,
            organisation=tidy(brief.organisation) or None,
            level=brief.level,
            period=brief.period,
        )
        return okr_set, tuple(self.asking.questions)

    def _objective(self, path: str, item: ObjectiveAnswer) -> Objective:
        text = tidy(item.text)
        usable = [result for result in item.key_results if is_a_line(result.text)][: self.most_results]
        initiatives = filter(None, map(self._told, item.initiatives))
        return Objective(
            text=text,
            why=self._told(item.why),
            owner=self._owner(path, text, tidy(item.owner)),
            sources=self._sources(path, text, item.sources),
            key_results=tuple(self.results.key_result(f"{path}/key_results/{at}", it) for at, it in enumerate(usable)),
            initiatives=tuple(dict.fromkeys(initiatives))[:_MOST_INITIATIVES],
        )

    def _told(self, text: str | None) -> str | None:
        """A reason or an initiative, if the brief has all the numbers and names in it."""
        if text is None or not is_a_line(text):
            return None
        plain = tidy(text)
        return plain if self.said.holds_the_numbers_of(plain) and self.said.holds_the_names_of(plain) else None

    def _sources(self, path: str, objective: str, quotes: list[str]) -> tuple[Citation, ...]:
        usable = ((it for it in plain_quotes(self.brief, quote) if it.links) for quote in quotes)
        found = [quoted.citation for pieces in usable if (quoted := next(pieces, None)) is not None]
        if not found:
            self.asking.ask(path, "strategy_link", model_wording.ASK_SOURCE, objective=objective)
        return tuple(dict.fromkeys(found))

    def _owner(self, path: str, objective: str, proposed: str) -> str | None:
        owner = self.said.owner(proposed)
        roles = "; ".join(filter(None, (tidy(role.text) for role in self.brief.roles[:8])))
        if owner is not None:
            self.asking.ask(path, "ownership", wording.CONFIRM_OWNER, owner=owner, objective=objective)
        elif roles:
            self.asking.ask(path, "ownership", wording.ASK_OWNER_OF_ROLES, objective=objective, roles=roles)
        else:
            self.asking.ask(path, "ownership", wording.ASK_OWNER, objective=objective)
        return owner


def is_a_line(text: str) -> bool:
    """Whether something is left of a text when it is tidied, and it does not speak to the assistant."""
    plain = tidy(text)
    return any(char.isalpha() for char in plain) and not speaks_to_the_assistant(plain)
