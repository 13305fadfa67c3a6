"""The measurable changes of a brief, read by code: handed to a model so that it need not count or copy them itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.brief import Brief, Statement
from assistant.drafters.clause_kinds import ClauseKind
from assistant.drafters.clauses import cut
from assistant.drafters.contradictions import contradictions
from assistant.drafters.facts import read_facts
from assistant.drafters.key_results import KeyResultMaker
from assistant.drafters.made import Made
from assistant.drafters.rows import read_row
from assistant.drafters.values import derived
from assistant.language.lexicon import lexicon
from assistant.okr import Language

_FACTOR = re.compile(r"\d|halv|dobl|doubl|tripl|tredel|third|quarter", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:i dag|today)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"%\s+(?:\w+\s+)?(?:lavere|lågare|høyere|høgare|mindre|mer|meir|flere|fleire|færre|lower|higher|less|more|fewer)\b",
    re.IGNORECASE,
)
"""«15 % lavere enn i fjor» is a change, and no value to end at."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST = 20
_NEARBY = 3
"""Statements before one that «dette» and «målet» may point back to."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A change the brief asks for.

    Attributes:
        statement: The id of the statement it stands in.
        metric: What is to change.
        baseline: Today's value as written, if the brief gives one.
        target: Where it is to end, as written or worked out.
        deadline: By when, if the brief says.
        quote: The words of the brief it was read from.
        baseline_quote: The words that give today's value, where they stand elsewhere.
    """

    statement: str
    metric: str
    baseline: str | None
    target: str
    deadline: date | None
    quote: str
    baseline_quote: str | None = None


def measurable(brief: Brief) -> tuple[Hint, ...]:
    """The changes of ``brief`` that have a metric and a goal, at most twenty, in the brief's order.

    Nothing that is ruled out, that speaks to the assistant, or whose start value the brief contradicts elsewhere.
    """
    language = brief.language or Language.NB
    year = brief.period.end.year if brief.period else None
    numbers = frozenset(word for word, value in lexicon(language).number_words.items() if value != 1)
    statements = [it for it in brief.of("strategy", "metrics") if _may_have_a_change(it, numbers)]
    if not statements:
        return ()
    facts = read_facts(brief, language, year)
    maker, doubted = KeyResultMaker(language, brief.period, facts), contradictions(facts)
    found: list[Hint] = []
    for made in _made(brief, statements, maker, year):
        item = made.key_result
        sure = item.baseline is None or not any(it.concerns(item.metric or "", item.baseline) for it in doubted)
        if item.metric and sure and made.is_presentable:
            found += _hint(made, item.metric, language, year)
    return tuple(found[:_MOST])


def _hint(made: Made, metric: str, language: Language, year: int | None) -> list[Hint]:
    item, statement = made.key_result, made.statement
    start, goal = item.baseline, item.target or item.long_term
    if goal is None:
        return []
    if start is None and goal.value is None:
        start, goal = derived(statement.text, language, year) or (None, goal)
        if start is None and _COMPARED.search(statement.text):
            return []
    elif start is None and _is_no_change(metric, goal.text, statement.text):
        return []
    day = item.deadline or (item.long_term.deadline if item.long_term else None)
    quote = statement.text[slice(*made.quote)].rstrip(" .")
    elsewhere = start.quote if start is not None and made.also else None
    return [Hint(statement.id, metric, start.text if start else None, goal.text, day, quote, elsewhere)]


def _is_no_change(metric: str, goal: str, text: str) -> bool:
    """«Gjøre to ting», «før de er ti år», «i dag må 38 % vente», «15 % lavere enn i fjor»: no value to end at."""
    return (
        " " not in metric
        or not any(map(str.isdigit, goal))
        or _TODAY.search(text) is not None
        or _COMPARED.search(text) is not None
    )


def _may_have_a_change(statement: Statement, numbers: frozenset[str]) -> bool:
    if statement.excluded or statement.addressed:
        return False
    return _FACTOR.search(statement.text) is not None or not numbers.isdisjoint(_WORD.findall(statement.text.lower()))


def _made(brief: Brief, statements: list[Statement], maker: KeyResultMaker, year: int | None) -> Iterator[Made]:
    for statement in statements:
        if statement.cells:
            row = read_row(statement, maker.language, year)
            made = maker.from_row(row) if row is not None else None
            if made is not None:
                yield made
            continue
        if statement.text.rstrip().endswith(("?", ":")):
            continue
        for clause in cut(statement, maker.language, year):
            if clause.kind is ClauseKind.CHANGE:
                nearby = [it for it in brief.of(statement.field) if it.section == statement.section]
                before = [it for it in reversed(nearby) if it.start < statement.start][:_NEARBY]
                yield maker.from_change(clause, before)
