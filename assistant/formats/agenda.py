"""The questions of a review as the agenda of a workshop: for the leadership, for the team, and for the ambassador.

Text cannot tell whether there is power to execute, who owns, who follows up and who was heard. Those who can are asked
in one meeting, led by the OKR ambassador: commitment from the top first, then the work with those who shall do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.formats.escaping import escaped, escaped_prose
from assistant.formats.records import item_text
from assistant.review import PitfallVerdict
from assistant.rules.facts import fact
from assistant.rules.families import FAMILIES, Family, family_of
from assistant.rules.rule import Finding, Severity, Text
from assistant.rules.wording import message

if TYPE_CHECKING:
    from assistant.okr import Language, OkrSet
    from assistant.review import Review

_OF_LEADERSHIP = frozenset(("strategy_link", "execution", "ownership", "grounding"))
"""The pitfalls only those at the top can answer for; the others are the team's."""
_MINUTES_EACH = 4
_LEAST_MINUTES = 15
_ROUNDED_TO = 5
_NAMED_ALIKE = 6
"""How many items that share a question are named; more make no one read them."""

_TITLE = Text(nb="Arbeidsmøte om målene", nn="Arbeidsmøte om måla", en="Workshop on the objectives")
_AMBASSADOR = Text(nb="OKR-ambassadøren", nn="OKR-ambassadøren", en="The OKR ambassador")
_NOBODY_YET = Text(
    nb="Ingen er utpekt ennå. Avgjør det først: uten en som holder i metoden, stopper den opp.",
    nn="Ingen er peikt ut enno. Avgjer det først: utan ein som held i metoden, stoppar han opp.",
    en="Nobody has been named yet. Decide that first: without somebody to keep the method alive, it stops.",
)
_PART = Text(
    nb="""\
- **Før møtet:** send ut målene og denne lista, og be hver eier rette sine egne linjer.
- **I møtet:** still spørsmålene, hold tiden, og skriv svarene rett inn i målene mens alle ser på.
- **Etter møtet:** sjekk målene på nytt, hold den første innsjekken, og ta opp med toppen det som står fast.
- **Det neste året:** regn med 6 til 12 måneder før måten å jobbe på sitter.""",
    nn="""\
- **Før møtet:** send ut måla og denne lista, og be kvar eigar rette sine eigne linjer.
- **I møtet:** still spørsmåla, hald tida, og skriv svara rett inn i måla medan alle ser på.
- **Etter møtet:** sjekk måla på nytt, hald den første innsjekken, og ta opp med toppen det som står fast.
- **Det neste året:** rekn med 6 til 12 månader før måten å jobbe på sit.""",
    en="""\
- **Before:** send out the objectives and this list, and ask each owner to fix their own lines.
- **In the meeting:** ask the questions, keep the time, and write the answers into the objectives while everyone watches.
- **After:** check the objectives again, hold the first check-in, and raise what is stuck with the top management.
- **The next year:** count on 6 to 12 months before this way of working has settled.""",
)
_WITH_LEADERSHIP = Text(nb="Med ledelsen", nn="Med leiinga", en="With the leadership")
_WITH_TEAM = Text(
    nb="Med dem som skal gjøre jobben", nn="Med dei som skal gjere jobben", en="With those who will do the work"
)
_ABOUT = Text(nb="om lag {minutes} minutter", nn="om lag {minutes} minutt", en="about {minutes} minutes")
_LIKEWISE = Text(nb="Det samme gjelder", nn="Det same gjeld", en="The same goes for")
_QUOTED = Text(nb="«{text}»", nn="«{text}»", en="“{text}”")
_AND_MORE = Text(nb="og {count} til", nn="og {count} til", en="and {count} more")
_BEFOREHAND = Text(
    nb="Rettes av eierne før møtet", nn="Dette rettar eigarane før møtet", en="For the owners to fix before the meeting"
)
_NOTHING = Text(nb="Det er ingen åpne spørsmål.", nn="Det er ingen opne spørsmål.", en="There are no open questions.")
_CLOSING = Text(nb="Før dere går", nn="Før de går", en="Before you leave")
_CLOSING_ITEMS = Text(
    nb="- [ ] Alle mål har én eier som har sagt ja i møtet.\n- [ ] Datoen for første innsjekk står i kalenderen.",
    nn="- [ ] Alle mål har éin eigar som har sagt ja i møtet.\n- [ ] Datoen for første innsjekk står i kalenderen.",
    en="- [ ] Every objective has one owner who has said yes in the meeting.\n- [ ] The first check-in is in the calendar.",
)


def write_agenda(review: Review, okr_set: OkrSet, language: Language) -> str:
    """A review's questions as the agenda of a workshop, in Markdown.

    Args:
        review: The review of the set.
        okr_set: The set.
        language: The language to write in.

    Returns:
        The agenda: the ambassador's part, the leadership's questions, the team's, and what is mended beforehand.
    """
    return "\n".join(_Agenda(review, okr_set, language).lines()) + "\n"


class _Agenda:
    def __init__(self, review: Review, okr_set: OkrSet, language: Language) -> None:
        self.review = review
        self.okr_set = okr_set
        self.language = language

    def say(self, text: Text) -> str:
        return text.in_language(self.language)

    def lines(self) -> Iterator[str]:
        title = self.okr_set.title
        yield f"# {self.say(_TITLE)}{f': {escaped(title)}' if title else ''}"
        ambassador = self.okr_set.ambassador
        yield f"\n## {self.say(_AMBASSADOR)}{f': {escaped(ambassador)}' if ambassador else ''}\n"
        if not ambassador:
            yield f"{self.say(_NOBODY_YET)}\n"
        yield self.say(_PART)
        leadership = [family for family in FAMILIES if family.key in _OF_LEADERSHIP]
        team = [family for family in FAMILIES if family.key not in _OF_LEADERSHIP]
        yield from self._part(_WITH_LEADERSHIP, leadership)
        yield from self._part(_WITH_TEAM, team)
        yield from self._beforehand()
        yield f"\n## {self.say(_CLOSING)}\n\n{self.say(_CLOSING_ITEMS)}"

    def _part(self, title: Text, families: list[Family]) -> Iterator[str]:
        asked = [(family, questions) for family in families if (questions := list(self._questions(family)))]
        count = sum(len(questions) for _, questions in asked)
        minutes = max(_LEAST_MINUTES, -(-count * _MINUTES_EACH // _ROUNDED_TO) * _ROUNDED_TO)
        about = f" ({self.say(_ABOUT).format(minutes=minutes)})" if count else ""
        yield f"\n## {self.say(title)}{about}"
        if not asked:
            yield f"\n{self.say(_NOTHING)}"
        for family, questions in asked:
            yield f"\n### {self.say(family.title)}\n"
            yield from (f"- [ ] {question}" for question in questions)

    def _questions(self, family: Family) -> Iterator[str]:
        """The questions of a family, one a rule; its own where no rule asks and nothing can be told."""
        asked: dict[str, list[Finding]] = {}
        for finding in self.review.findings:
            if finding.severity is Severity.QUESTION and family_of(finding.code) is family:
                asked.setdefault(finding.code, []).append(finding)
        if not asked and self.review.pitfalls[family.key] is PitfallVerdict.UNKNOWN:
            yield self.say(family.question)
        for findings in asked.values():
            yield self._worded(findings[0]) + self._likewise(findings[1:])

    def _likewise(self, findings: list[Finding]) -> str:
        """The other items a question is asked of."""
        texts = [item_text(self.okr_set, finding.path) for finding in findings]
        named = [self._quoted(text) for text in texts if text]
        if not named:
            return ""
        if len(named) > _NAMED_ALIKE:
            more = self.say(_AND_MORE).format(count=len(named) - _NAMED_ALIKE + 1)
            named = [*named[: _NAMED_ALIKE - 1], more]
        return f" {self.say(_LIKEWISE)} {', '.join(named)}."

    def _beforehand(self) -> Iterator[str]:
        graver = [finding for finding in self.review.findings if finding.severity is not Severity.QUESTION]
        if graver:
            yield f"\n## {self.say(_BEFOREHAND)}\n"
            yield from (f"- [ ] {self._worded(finding)} ({finding.code})" for finding in graver)

    def _worded(self, finding: Finding) -> str:
        """What a finding says, after the line it is about unless it says the line itself."""
        said = escaped_prose(message(finding, self.language))
        text = (item_text(self.okr_set, finding.path) or "").strip(" .")
        if not text or any(value.strip(" .") == text for value in finding.params.values()):
            return said
        return f"{self._quoted(text)}: {said}"

    def _quoted(self, text: str) -> str:
        return self.say(_QUOTED).format(text=escaped(fact("text", text, self.language)))
