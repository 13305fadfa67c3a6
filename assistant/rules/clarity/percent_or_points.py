"""A share or a rate that is to change by so many percent, without the values before and after.

Why it hurts: 5 % more of 20 % is 21 %, five percentage points more is 25 %. Those who set the goal mean one, those who
read the number at the end mean the other, and both are right. Write the values: from 20 % to 25 %.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.language.line import Line
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.percentages import changed_percentage
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text
from assistant.rules.values import written

_NOT_THERE = frozenset("relativt relative relatively prosentpoeng percentage-point".split())

_NAMELESS = frozenset("rate share".split())
"""Metrics that the word before them names: «abandonment rate»."""


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag the change of a percentage by a percentage."""
    line = item.line
    found = changed_percentage(line)
    if found is None or not _NOT_THERE.isdisjoint(line.words):
        return
    metric, change = found
    name = line.tokens.slice(max(metric - 1, 0) if line.words[metric] in _NAMELESS else metric, metric)
    size, language = abs(change.value), line.language
    falls = change.value < 0 or not _rises(line)
    start = line.change.baseline.value if line.change.baseline is not None else _start_above(size)
    sign = -1 if falls else 1
    facts = {
        "metric": name,
        "change": line.text[change.start : change.end].lstrip("+-−–"),
        "start": written(start, language),
        "relative": written(start * (1 + sign * size / 100), language),
        "points": written(start + sign * size, language),
    }
    yield Finding("CLR10", item.path, RULE.severity, facts, (change.start, change.end))


def _start_above(size: float) -> int:
    """A start value for the sum that shows the difference, which the fall does not take below zero."""
    return next((start for start in (20, 40, 60) if size < start), 80)


def _rises(line: Line) -> bool:
    words = line.lexicon
    return words.phrases("down_words").entries.isdisjoint(line.words)


RULE = Rule(
    code="CLR10",
    name="percent-or-points",
    scope=Scope.KEY_RESULT,
    severity=Severity.WARNING,
    message=Text(
        nb="«{metric}» måles allerede i prosent: er {change} relativt, eller er det prosentpoeng?",
        nn="«{metric}» blir allereie målt i prosent: er {change} relativt, eller er det prosentpoeng?",
        en="“{metric}” is already a percentage: is {change} relative, or percentage points?",
    ),
    suggestion=Text(
        nb=(
            "Skriv verdien før og etter. Starter dere på {start} %, ender dere på {relative} % om {change} er "
            "relativt, og på {points} % om det er prosentpoeng."
        ),
        nn=(
            "Skriv verdien før og etter. Startar de på {start} %, endar de på {relative} % om {change} er relativt, "
            "og på {points} % om det er prosentpoeng."
        ),
        en=(
            "Write the value before and after. Starting from {start}%, you end at {relative}% if {change} is "
            "relative, and at {points}% if it means points."
        ),
    ),
    bad=Examples(
        nb=(
            "Øke andelen reisende med månedskort med 8 %",
            "Korttidsfraværet ned 10 %",
            "15 % lavere frafall på yrkesfag",
            "Kapasitetsutnyttelsen på tørka skal opp 5 prosent",
        ),
        nn=(
            "Auke delen reisande med månadskort med 8 %",
            "Korttidsfråværet ned 10 %",
            "15 % lågare fråfall på yrkesfag",
        ),
        en=(
            "Increase the share of passengers with a season ticket by 8%",
            "Cut churn 10%",
            "15% lower staff turnover",
            "A 20% reduction in the no-show rate",
        ),
    ),
    good=Examples(
        nb=(
            "Andelen reisende med månedskort opp 8 prosentpoeng",
            "Korttidsfraværet ned fra 3,1 % til 2,8 %",
            "Inntektene fra kunder med høy margin opp 10 %",
            "Sykefraværsdager per årsverk ned 10 %",
        ),
        nn=(
            "Delen reisande med månadskort opp 8 prosentpoeng",
            "Korttidsfråværet ned frå 3,1 % til 2,8 %",
            "Talet på elevar med høgt fråvær ned 10 %",
        ),
        en=(
            "Share of passengers with a season ticket up 8 percentage points",
            "Churn from 6.0% to 5.4%",
            "Share price up 8%",
            "Increase turnover in the farm shops by 8%",
        ),
    ),
    check=check,
    only_if=attrgetter("line.measures"),
    silenced_by=("TSK01", "TSK02", "CLR11"),
)
