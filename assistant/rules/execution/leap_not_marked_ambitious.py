"""A goal more than three times the start value, or less than a third of it, that nobody has marked as a stretch.

Why it hurts: a leap that is read as a promise is either padded or quietly given up. Mark it as aspirational, and
everyone knows that much of the way is a fine result; or write the step that can be promised. Scores that may be
negative are exempt, and so is a goal of zero.

Source: the article's pitfall «no power to carry it out»; ambitious goals are told from committed ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.okr import Ambition
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text
from assistant.rules.values import Value, Values, written

_MARKED = frozenset("strekkmål strekkmålet ambisiøst ambisiøs aspirational moonshot stretch".split())
_SIGNED = ("nps", "enps", "promoter", "nettoanbefaling", "nettotilråding")
"""Scores from minus to plus a hundred: «from 5 to 20» is no leap."""
_EXACTLY = 1 + 1e-9
"""Three times 0.7 is a hair more than 2.1 to a computer."""
_NUMBER = re.compile(r"\d(?:[\d\s.,]*\d)?")
_SMALL = 5
"""A step below this keeps its decimal."""


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Compare how many times larger or smaller the goal is with what the profile allows."""
    values = item.values or _multiplied(item)
    if values is None or values.low <= 0 or values.high <= 0:
        return
    times = max(values.high / values.low, values.low / values.high)
    if times <= context.profile.setting("EXE05", "times") * _EXACTLY or _is_exempt(item):
        return
    start, goal, low, high = values
    step = start.value * 2 if high > low else start.value / 2
    rounded = written(step if step < _SMALL else round(step), item.line.language)
    facts = {"start": start.text, "goal": goal.text, "step": _in_place(rounded, start, goal)}
    yield Finding("EXE05", item.path, RULE.severity, facts, goal.span)


def _in_place(step: str, start: Value, goal: Value) -> str:
    """The step written as the start value is, else as the goal: «24 %», «12 av 34»."""
    for value in (start, goal):
        number = _NUMBER.search(value.text)
        if number is not None and number[0] != value.text and (value is start or value.unit == start.unit):
            return value.text[: number.start()] + step + value.text[number.end() :]
    return step


def _multiplied(item: KeyResultItem) -> Values | None:
    """«Tidoble antall brukere fra 200»: the goal is the start value times the factor."""
    baseline, target, _, factor = item.line.change
    if factor is None or baseline is None or target is not None:
        return None
    text, goal = item.line.text, baseline.value * factor
    start = Value(baseline.value, baseline.unit, text[baseline.start : baseline.end], (baseline.start, baseline.end))
    return Values(start, Value(goal, baseline.unit, written(goal, item.line.language), None), baseline.value, goal)


def _is_exempt(item: KeyResultItem) -> bool:
    if item.key_result.ambition is Ambition.ASPIRATIONAL or not _MARKED.isdisjoint(item.line.words):
        return True
    return any(word.startswith(_SIGNED) for word in item.line.words)


RULE = Rule(
    code="EXE05",
    name="leap-not-marked-ambitious",
    scope=Scope.KEY_RESULT,
    severity=Severity.WARNING,
    message=Text(
        nb="Fra {start} til {goal} er et stort sprang: er det et løfte, eller et strekkmål?",
        nn="Frå {start} til {goal} er eit stort sprang: er det eit løfte, eller eit strekkmål?",
        en="From {start} to {goal} is a big leap: is it a promise, or a stretch?",
    ),
    suggestion=Text(
        nb="Skriv «(strekkmål)» bak linja, eller ta et kortere steg først, for eksempel til {step}.",
        nn="Skriv «(strekkmål)» bak linja, eller ta eit kortare steg først, til dømes til {step}.",
        en="Add “(aspirational)” to the line, or take a shorter step first, to {step} for example.",
    ),
    bad=Examples(
        nb=(
            "Ventetid på høreapparat fra 26 til 8 uker",
            "Bønder som deler maskiner: fra 40 til 150",
            "Svar på klager fra 2 dager til 3 timer",
            "Firedoble antall nattbusspassasjerer fra 300",
        ),
        nn=(
            "Ventetid på høyreapparat frå 26 til 8 veker",
            "Bønder som deler maskiner: frå 40 til 150",
            "Svar på klager frå 2 dagar til 3 timar",
        ),
        en=(
            "Wait for a hearing aid from 26 to 8 weeks",
            "Farms sharing machines: from 40 to 150",
            "Replies to complaints from 2 days to 3 hours",
        ),
    ),
    good=Examples(
        nb=(
            "Bønder som deler maskiner: fra 40 til 150 (strekkmål)",
            "Ventetid på høreapparat fra 27 til 9 uker",
            "NPS blant leietakerne fra 5 til 30",
            "Ulykker på kaia fra 4 til 0",
            "Omsetning i nettbutikken fra 900 000 kr til 1,2 mill. kr",
        ),
        nn=(
            "Bønder som deler maskiner: frå 40 til 150 (strekkmål)",
            "Ventetid på høyreapparat frå 27 til 9 veker",
            "NPS blant leigetakarane frå 5 til 30",
            "Feil på kaia ned frå 90 minutt til 1 time",
        ),
        en=(
            "Farms sharing machines: from 40 to 150 (moonshot)",
            "Wait for a hearing aid from 27 to 9 weeks",
            "Tenant NPS from 5 to 30",
            "Stops on the quay cut from 90 minutes to 1 hour",
        ),
    ),
    check=check,
    silenced_by=("TSK01", "TSK02", "CLR08", "CLR11"),
)
