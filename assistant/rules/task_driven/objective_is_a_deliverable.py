"""An objective that is a thing to be delivered: a website, a system, a plan.

Why it hurts: the thing can be delivered on time and change nothing, and everything below it becomes a project plan.
Write whom the thing is for and what they will be able to do; the thing itself is an initiative. A direction may well
«build» or «deliver»: trust, what was promised.

Source: the article's pitfall «a massive to-do list».
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.line import Line
from assistant.okr import Language
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.commands import read_command
from assistant.rules.deliverables import names_deliverable
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text
from assistant.rules.work import Work

_LEADS = frozenset("en ei et eit ett den det de dei a an the our vår vårt våre vår en felles common shared".split())
_NEW = frozenset("ny nytt nye new".split())
_REFLEXIVE = frozenset("oss us ourselves seg".split())
_DIRECTIONS = (
    "kultur", "kulturen", "tillit", "tilliten", "kvardag", "hverdag", "generasjon", "generasjonen", "vekst", "giv",
    "retning", "fellesskap", "omdømme", "trygghet", "tryggleik", "stolthet", "relasjoner", "relasjonar", "kompetanse",
    "energi", "culture", "trust", "generation", "growth",
    "direction", "community", "reputation", "confidence", "habits",
    "relationships", "loyalty", "skills", "momentum",
)  # fmt: skip
"""Ends of words that name no thing to hand over."""
_STRUCTURES = (
    "hall", "skole", "skule", "vei", "veg", "bru",
    "bro", "kai", "tunnel", "sykehjem", "sjukeheim", "barnehage", "anlegg",
    "bygg", "stasjon", "park", "road", "bridge", "school", "pool", "wing", "tunnel", "terminal", "station", "quay",
)  # fmt: skip
_DONE = frozenset((VerbForm.PARTICIPLE, VerbForm.PAST, VerbForm.PASSIVE))
_WITHIN = 5
"""How many words of the object are looked at."""
_OBJECT = 4
"""How many of them are the thing itself, where the verb alone does not say that it is work."""


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag an objective whose head is work on something to hand over."""
    work = item.work
    if work is not None and (work.counted or _is_deliverable(item.line, work)):
        yield Finding("TSK03", item.path, RULE.severity, {"objective": item.line.text}, work.span)


def _is_deliverable(line: Line, work: Work) -> bool:
    head = line.head
    words = line.words[head.last + 1 : head.last + 1 + _WITHIN]
    if head.kind is not VerbKind.TASK and read_command(line) is not None:
        return False  # «Kjøkkenet skal levere maten i tide»: an order is to be obeyed, and hands nothing over
    if not work.sure:
        return head.form is VerbForm.INFINITIVE and any(names_deliverable(line, word) for word in words[:_OBJECT])
    delivers = head.lemma in line.lexicon.phrases("delivery_verbs").entries
    if head.form in _DONE:
        # «Ny nettside er lansert», but not «gjestene er varslet i god tid»
        subject = line.words[max(head.first - _WITHIN, 0) : head.first]
        return delivers or any(names_deliverable(line, word) for word in subject)
    if head.form is None:
        return True
    if not words or words[0] in _REFLEXIVE or _is_direction(line, words):
        return False
    return delivers or _is_thing(line, words)


def _is_thing(line: Line, words: list[str]) -> bool:
    """Whether the object is something to hand over: new, built, or named as such."""
    at = next((index for index, word in enumerate(words) if word not in _LEADS), 0)
    if words[at] in _NEW or words[at].endswith(_STRUCTURES):
        return True
    return any(names_deliverable(line, word) for word in words)


def _is_direction(line: Line, words: list[str]) -> bool:
    """«Bygge tillit», but not «launch the loyalty app»."""
    for at, word in enumerate(words):
        if word.endswith(_DIRECTIONS):
            following = words[at + 1 : at + 2]
            return line.language is not Language.EN or not any(names_deliverable(line, next_) for next_ in following)
    return False


RULE = Rule(
    code="TSK03",
    name="objective-is-a-deliverable",
    scope=Scope.OBJECTIVE,
    severity=Severity.ERROR,
    message=Text(
        nb="«{objective}» er noe dere skal levere, ikke noe som blir annerledes for noen.",
        nn="«{objective}» er noko de skal levere, ikkje noko som blir annleis for nokon.",
        en="“{objective}” is something to deliver, not something that will be different for anyone.",
    ),
    suggestion=Text(
        nb=(
            "Hvem er det for, og hva får de til når det er på plass? Skriv det som mål, og flytt leveransen til tiltak."
        ),
        nn=(
            "Kven er det for, og kva får dei til når det er på plass? Skriv det som mål, og flytt leveransen til "
            "tiltak."
        ),
        en=(
            "Who is it for, and what will they be able to do once it is in place? Make that the objective, and move "
            "the delivery to the initiatives."
        ),
    ),
    bad=Examples(
        nb=("Lansere ny innbyggerportal", "Ny nettside er lansert", "Utvikle en app for foresatte"),
        nn=("Byggje ny sykkelveg", "Ny nettstad er lansert", "Innføre felles saksbehandlingssystem"),
        en=("Implement CRM", "Build a fuel dashboard", "New website launched"),
    ),
    good=Examples(
        nb=("Bygge tillit hos innbyggerne", "Levere på det vi lover", "Ta vare på de ansatte som bærer nattevaktene"),
        nn=("Byggje tillit hos innbyggjarane", "Levere tenester folk stoler på", "Skape ein kvardag med innhald"),
        en=(
            "Build trust with the residents",
            "Deliver what we promise, every time",
            "Develop a culture where people speak up",
        ),
    ),
    check=check,
    only_if=attrgetter("line.work"),
)
