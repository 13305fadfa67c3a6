"""What a model is sent: data as JSON between markers it cannot contain, and nothing else.

The system message is the prompt of the task and the same for every request; all that differs stands here. What speaks
to the assistant is left out of every part, and what is not for this period is marked ``not_now``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from assistant.brief import Brief, Statement
from assistant.drafters import most_objectives
from assistant.drafters.facts import key_words
from assistant.drafters.hints import measurable
from assistant.drafters.quotes import find_quote
from assistant.drafters.repairs import Failing
from assistant.language.addressing import speaks_to_the_assistant
from assistant.language.folding import fold
from assistant.okr import KeyResult, Objective, Quantity

OPENING, CLOSING = "<brief>", "</brief>"
DRAFT_OPENING, DRAFT_CLOSING = "<draft>", "</draft>"

LONGEST_INSTRUCTION = 500
"""Characters; a wish for a rewriting is a sentence or two."""
_MOST_STATEMENTS = 12
"""How many statements go along with what is to be repaired."""

_Record = dict[str, Any]


def user_message(brief: Brief, drafted: Sequence[str] = ()) -> str:
    """What a draft is asked for with: the brief, and the changes that code found in it.

    Args:
        brief: The brief.
        drafted: Objectives that earlier drafts had, when another way through the strategy is wanted.
    """
    record = {**_about(brief), "statements": [_statement(item) for item in _sayable(brief)]}
    hints = [
        {
            "in": hint.statement,
            "metric": hint.metric,
            **({"baseline": hint.baseline} if hint.baseline else {}),
            "target": hint.target,
            **({"deadline": f"{hint.deadline}"} if hint.deadline else {}),
            "quote": hint.quote,
            **({"baseline_quote": hint.baseline_quote} if hint.baseline_quote else {}),
        }
        for hint in measurable(brief)
    ]
    if hints:
        record["measurable"] = hints
    if drafted:
        record["already_drafted"] = list(drafted)
    return _between(OPENING, record, CLOSING)


def repair_message(brief: Brief, failing: Sequence[Failing]) -> str:
    """What a repair is asked for with: the objectives that failed, their remarks, and the statements they may rest on."""
    record = {**_about(brief), "statements": [_statement(item) for item in _relevant(brief, failing)]}
    wrong = [
        {
            "objective": as_answer(item.objective),
            "findings": [
                {"where": remark.where, "message": remark.message, "suggestion": remark.suggestion}
                for remark in item.remarks
            ],
        }
        for item in failing
    ]
    return f"{_between(OPENING, record, CLOSING)}\n{_between(DRAFT_OPENING, {'failing': wrong}, DRAFT_CLOSING)}"


def rewrite_message(brief: Brief, objective: Objective, part: str, instruction: str) -> str:
    """What a rewriting is asked for with.

    Args:
        brief: The brief.
        objective: The objective, whole.
        part: What of it is to be rewritten: ``objective``, or ``key_results/0`` for the first key result.
        instruction: The leader's wish; no more than :data:`LONGEST_INSTRUCTION` characters of it are sent.
    """
    record = {**_about(brief), "statements": [_statement(item) for item in _sayable(brief)]}
    wish = fold(instruction.encode("utf-8", "ignore").decode("utf-8")).text[:LONGEST_INSTRUCTION]
    wanted = {"instruction": wish, "part": part, "objective": as_answer(objective)}
    return f"{_between(OPENING, record, CLOSING)}\n{_between(DRAFT_OPENING, wanted, DRAFT_CLOSING)}"


def as_answer(objective: Objective) -> _Record:
    """An objective in the form a model answers in, so that it can send back the same with little changed."""
    return {
        "text": objective.text,
        "why": objective.why,
        "owner": objective.owner,
        "sources": [source.quote for source in objective.sources],
        "key_results": [_key_result(item) for item in objective.key_results],
        "initiatives": list(objective.initiatives),
    }


def _key_result(item: KeyResult) -> _Record:
    goal = item.target or item.long_term
    day = item.deadline or (item.long_term.deadline if item.long_term else None)
    return {
        "text": item.text,
        "metric": item.metric,
        "baseline": _value(item.baseline),
        "target": _value(goal),
        "deadline": f"{day}" if day else None,
        "owner": item.owner,
        "data_source": item.data_source,
        "ambition": item.ambition,
    }


def _value(quantity: Quantity | None) -> _Record | None:
    if quantity is None:
        return None
    return {
        "text": quantity.text,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "basis": "source" if quantity.quote else "proposed",
        "quote": quantity.quote,
    }


# --- the brief -------------------------------------------------------------------------------------------------------


def _about(brief: Brief) -> _Record:
    period = brief.period
    return {
        "organisation": _unless_addressed(brief.organisation),
        "level": brief.level,
        "period": {"label": period.label, "start": f"{period.start}", "end": f"{period.end}"} if period else None,
        "max_objectives": most_objectives(brief),
        "roles": [role.text for role in brief.roles if not speaks_to_the_assistant(role.text)],
    }


def _sayable(brief: Brief) -> list[Statement]:
    return [item for item in brief.statements if not item.addressed and item.field != "roles"]


def _statement(item: Statement) -> _Record:
    return {
        "id": item.id,
        "field": item.field,
        **({"heading": item.section} if _unless_addressed(item.section) else {}),
        **({"lead": item.lead} if _unless_addressed(item.lead) else {}),
        "text": item.text,
        **({"not_now": True} if item.excluded else {}),
    }


def _unless_addressed(text: str | None) -> str | None:
    return text if text and not speaks_to_the_assistant(text) else None


def _relevant(brief: Brief, failing: Sequence[Failing]) -> list[Statement]:
    """The statements the failing objectives cite or quote, then those that share most words with them; in order."""
    statements = [item for item in _sayable(brief) if not item.excluded]
    if len(statements) <= _MOST_STATEMENTS:
        return statements
    cited: set[str] = set()
    words: frozenset[str] = frozenset()
    for item in failing:
        for quote in _quotes(item.objective):
            found = find_quote(brief, quote)
            cited |= {statement.id for statement in found.statements} if found else set()
        words |= key_words(" ".join(_texts(item.objective)))
    by_worth = sorted(statements, key=lambda it: (it.id not in cited, -len(words & key_words(it.text))))
    kept = {item.id for item in by_worth[: max(_MOST_STATEMENTS, len(cited))]}
    return [item for item in statements if item.id in kept]


def _quotes(objective: Objective) -> Iterable[str]:
    yield from (source.quote for source in objective.sources)
    for item in objective.key_results:
        values = (item.baseline, item.target, item.long_term)
        yield from (value.quote for value in values if value is not None and value.quote)


def _texts(objective: Objective) -> Iterable[str]:
    yield from (objective.text, objective.why or "", *objective.initiatives)
    yield from (f"{item.text} {item.metric or ''}" for item in objective.key_results)


# --- as text ---------------------------------------------------------------------------------------------------------


def _between(opening: str, record: _Record, closing: str) -> str:
    """A record as JSON between markers, one item of its lists a line; the JSON has neither ``<`` nor ``>``."""
    fields = [_field(name, value) for name, value in record.items()]
    inside = ",".join(fields).strip()
    return f"{opening}\n{{{inside}}}\n{closing}"


def _field(name: str, value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        items = ",\n".join(_json(item) for item in value)
        return f"\n{_json(name)}: [\n{items}]"
    return f" {_json(name)}: {_json(value)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
