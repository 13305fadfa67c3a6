"""The line a person reads of a key result: the leader's own words where they stand alone, else metric and values."""

from __future__ import annotations

import re

from assistant.drafters import wording
from assistant.drafters.clauses import Clause
from assistant.drafters.metrics import metric_of
from assistant.drafters.shares import read_state_change
from assistant.drafters.texts import capitalised, cleaned
from assistant.drafters.values import TOLD_NOW
from assistant.language.numbers import PERCENT
from assistant.okr import Bound, KeyResult, Language, Quantity
from assistant.rules.facts import written_date

_LONGEST_GOAL = 28
_MOVING = re.compile(
    r"^(?:opp|ned|over|under|til|fra|frå|ikke|ikkje|(?:øk|auk|reduser|senk|kutt|halver|dobl|løft|hev|stig|fall|synk|søkk|minsk|mink|korte|bedre|betre"
    r"|forbedre|forkorte|flytt)\w*|vokse|vekse|komme|kome|være|vere|ligge|liggje|utgjøre|utgjere|nå|bli|gå"
    r"|up|down|from|(?:increase|decrease)\w*|rise|fall|grow|drop|be|reach|go|come|account|make|exceed|stay|remain|improve|get|move|climb|shrink"
    r"|halve|double)\b",
    re.IGNORECASE,
)
"""Words after «skal» that only say where a value goes («ned fra», «økes til»), and can be left out."""


_HAVING = re.compile(r"^(?:ha|have|nå|reach|få)\s+\d[\d.,]*(?=\s*(?:%|$|innen|innan|by|før|before))", re.IGNORECASE)
"""«Innen juni skal vi ha 40»: of what is said elsewhere."""


def line_of(item: KeyResult, language: Language, clause: Clause | None = None) -> str:
    """The line of a key result.

    Args:
        item: The key result; its own text is not looked at.
        language: The language to write in.
        clause: The leader's words, if they may stand as they are.
    """
    relative = item.baseline is None and item.target is not None and item.target.value is None
    if clause is not None and item.long_term is None and (relative or _reads_well(clause, item.baseline, language)):
        return capitalised(cleaned(clause.goal if clause.subject is None else clause.line.text))
    metric = item.metric or ""
    parts: list[str] = []
    goal = item.target or item.long_term
    unit = _unit_of_column(item, goal) if clause is None else None
    start, rest = (
        _start_and_unit(item.baseline, goal, metric) if unit is None else _in_unit(item.baseline, unit, language)
    )
    if start:
        parts.append(f"{wording.FROM.in_language(language)} {start}")
    if item.target is not None:
        steps = item.target.value is not None or item.baseline is not None
        aim = f"{_bounded(item.target, metric, language)}{rest}"
        parts.append(f"{wording.TO.in_language(language)} {aim}" if steps else item.target.text)
    if item.long_term is not None:
        year = f" ({item.long_term.deadline.year})" if item.long_term.deadline else ""
        aim = f"{_bounded(item.long_term, metric, language)}{rest}"
        parts.append(f"{wording.TOWARDS.in_language(language)} {aim}{year}")
    if item.deadline is not None:
        parts.append(f"{wording.BY.in_language(language)} {written_date(item.deadline, language)}")
    return f"{metric}: {' '.join(parts)}" if parts else metric


def says_where_to(goal: str) -> bool:
    """Whether words after «skal» say only where a value goes, and not of what."""
    return _MOVING.match(goal) is not None or _HAVING.match(goal) is not None


def _reads_well(clause: Clause, baseline: Quantity | None, language: Language) -> bool:
    """Whether the clause's own words can stand as a key result: it names its metric, values and nothing more."""
    if len(clause.goal.split()) > _LONGEST_GOAL or not metric_of(clause, language):
        return False
    if baseline is not None and clause.line.change.baseline is None and read_state_change(clause.line.text) is None:
        return False
    return TOLD_NOW.search(clause.line.text) is None and (clause.subject is None or not says_where_to(clause.goal))


def _bounded(quantity: Quantity, metric: str, language: Language) -> str:
    """The goal with its «minst» or «høyst», without the words the metric says already."""
    text = quantity.text
    if text.lower().endswith(metric.lower()) and text[: -len(metric)].strip():
        text = text[: -len(metric)].strip()
    if quantity.bound is None:
        return text
    beyond = quantity.quote is not None and re.search(
        rf"\b(?:under|below|over|above)\s+{re.escape(quantity.text)}", quantity.quote, re.IGNORECASE
    )
    if quantity.bound is Bound.AT_LEAST:
        word = wording.OVER if beyond else wording.AT_LEAST
    else:
        word = wording.UNDER if beyond else wording.AT_MOST
    return f"{word.in_language(language)} {text}"


def _unit_of_column(item: KeyResult, goal: Quantity | None) -> str | None:
    """The unit of a table row whose numbers are written without it: it stands in a column or a heading."""
    if item.unit is None or goal is None or goal.value is None or _NUMBER.fullmatch(goal.text.lstrip("-–−+")) is None:
        return None
    return item.unit


def _in_unit(baseline: Quantity | None, unit: str, language: Language) -> tuple[str, str]:
    """The start value and what stands behind the goal: a percent sign behind both, other units behind the last."""
    behind = unit if unit == PERCENT and language is Language.EN else f" {unit}"
    if baseline is None or baseline.value is None:
        return (baseline.text if baseline is not None else ""), behind
    return f"{baseline.text}{behind if unit == PERCENT else ''}", behind


_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f\u2009 ]*\d)?")
_RATE = re.compile(
    r"\s+(?:(?:an?|per|each|every|i|om|hver|kvar)\s+(?:year|month|week|day|quarter|shift|hour|night|år|året|uke|uka|uken|veke|veka|måned|måneden"
    r"|månad|månaden|døgn|døgnet|dag|dagen|kvartal|kvartalet|time|timen)|årlig|årleg)\b(?!\s+(?:før|siden|sidan))",
    re.IGNORECASE,
)
"""What a value is counted over: «12 i året», “4 a year”."""


def _start_and_unit(baseline: Quantity | None, goal: Quantity | None, metric: str) -> tuple[str, str]:
    """The start value, and the unit or rate that both values have and only one of them was written with.

    A unit is said once, after the goal: «fra 14 til høyst 8 ansatte», “from 12 to 4 a year”.
    """
    rate = next((found for it in (goal, baseline) if it is not None and (found := _rate(it))), "")
    rate = "" if rate.strip().lower() in metric.lower() else rate
    if baseline is None or goal is None:
        return (f"{baseline.text}{rate}" if baseline else ""), rate if goal and goal.value is not None else ""
    unit = _unit_words(baseline)
    if unit and unit.lower() in metric.lower():
        return baseline.text.removesuffix(unit).strip(), rate
    written = _unit_words(goal)
    if unit and not written and goal.value is not None and baseline.unit != PERCENT and _NUMBER.fullmatch(goal.text):
        return baseline.text.removesuffix(unit).strip(), f" {unit}{rate}"
    return _short(baseline, goal), rate if goal.value is not None else ""


def _unit_words(quantity: Quantity) -> str:
    """The words behind the number of a value: «ulike ansatte» of «14 ulike ansatte»."""
    found = _NUMBER.match(quantity.text)
    return quantity.text[found.end() :].strip() if found is not None else ""


def _rate(quantity: Quantity) -> str:
    """What a value is counted over, as its quote says it right behind the value."""
    at = (quantity.quote or "").find(quantity.text)
    found = _RATE.match(quantity.quote or "", at + len(quantity.text)) if at >= 0 else None
    return found[0] if found is not None else ""


def _short(baseline: Quantity, target: Quantity | None) -> str:
    """The start value, without its unit when the goal repeats it."""
    unit = baseline.unit
    if target is None or unit is None or unit != target.unit or unit == PERCENT or " " in unit:
        return baseline.text
    return re.sub(rf"\s*{re.escape(unit)}$", "", baseline.text) or baseline.text
