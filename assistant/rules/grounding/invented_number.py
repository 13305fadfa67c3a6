"""A value said to come from the brief that its cited words do not hold.

Why it hurts: «from the strategy» is a promise that somebody can look it up. A value that is not there has the weight of
a decision nobody took. Cite the words it does stand in, or mark it as proposed.

Source: not the article; this guards against what a language model adds. A value that code worked out needs its quote
too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from assistant.language.folding import comparable
from assistant.language.line import Line
from assistant.okr import Basis, Quantity
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.brief_numbers import is_in_brief, numbers_of
from assistant.rules.marks import claims, proposed
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Look each value up in its quote, and the quote in the brief."""
    key_result = item.key_result
    for quantity in (key_result.baseline, key_result.target, key_result.long_term):
        if quantity is not None and quantity.basis is not Basis.PROPOSED and not _is_grounded(quantity, context):
            at = item.line.text.find(quantity.text) if quantity.text else -1
            span = (at, at + len(quantity.text)) if at >= 0 else None
            facts = {"value": quantity.text or str(quantity.value), "quote": quantity.quote or "…"}
            yield Finding("GND01", item.path, RULE.severity, facts, span)
    yield from _claimed(item, context)


def _claimed(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Look up what the line itself says that the brief holds: «(strategien: «…»)», «som strategien sier»."""
    line, brief = item.line, context.brief
    if brief is None:
        return
    for measure, words, quote in claims(line, brief):
        if quote is None:
            grounded = is_in_brief(measure, line, context) or measure in proposed(line, frozenset())
        else:
            grounded = brief.find(quote) is not None and _stands_in(abs(measure.value), quote, context)
        if not grounded:
            facts = {"value": line.text[measure.start : measure.end], "quote": words}
            yield Finding("GND01", item.path, RULE.severity, facts, (measure.start, measure.end))
            return


def _is_grounded(quantity: Quantity, context: Context) -> bool:
    quote = quantity.quote
    if not quote or context.brief is None or context.brief.find(quote) is None:
        return False
    if quantity.basis is Basis.DERIVED:
        return True
    if quantity.value is None:
        return comparable(quantity.text).casefold() in comparable(quote).casefold()
    return _stands_in(abs(quantity.value), quote, context)


def _stands_in(value: float, quote: str, context: Context) -> bool:
    """Whether the words quoted hold a value, as a number or a number word."""
    brief_language = context.brief.language if context.brief is not None else None
    for language in {context.language, brief_language or context.language}:
        line = Line(quote, language)
        dated = {index for mention in line.dates for index in range(mention.first, mention.last + 1)}
        if value in numbers_of(line.tokens, dated).values or any(
            abs(measure.value) == value for measure in line.measures
        ):
            return True
    return False


def _set(text: str, value: float | None, quote: str, *, basis: str = "source", shown: str | None = None) -> str:
    """A set with one key result and its target, as JSON: Markdown cannot say what a value rests on."""
    target = {"text": shown or f"{value:g} %", "value": value, "basis": basis, "quote": quote}
    objective = {"text": "…", "key_results": [{"text": text, "target": target}]}
    return json.dumps({"objectives": [objective]}, ensure_ascii=False)


_NB = "# Strategi\nInnen 2026 skal minst elleve av butikkene være i klasse CII D. Svartiden skal halveres fra 28 dager."
_NN = "# Strategi\nInnan 2026 skal minst elleve av butikkane vere i klasse CII D. Svartida skal halverast frå 28 dagar."
_EN = "# Strategy\nBy 2026 at least eleven of the shops shall be rated CII D. Answers shall be halved from 28 days."

RULE = Rule(
    code="GND01",
    name="invented-number",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{value}» skal være hentet fra strategien («{quote}»), men står ikke der.",
        nn="«{value}» skal vere henta frå strategien («{quote}»), men står ikkje der.",
        en="“{value}” is said to come from the strategy (“{quote}”), but is not there.",
    ),
    suggestion=Text(
        nb="Vis til de ordene i strategien der «{value}» står, eller skriv «(forslag)» bak.",
        nn="Vis til dei orda i strategien der «{value}» står, eller skriv «(forslag)» bak.",
        en="Quote the words of the strategy that hold “{value}”, or add “(proposed)” after it.",
    ),
    bad=Examples(
        nb=(
            Example(_set("Butikker i klasse D: til 12", 12, "minst elleve av butikkene", shown="12"), _NB),
            Example(_set("Svar innen 14 dager", 14, "Svartiden skal ned til 14 dager", shown="14 dager"), _NB),
            Example(_set("Butikkene i klasse CII C", None, "klasse CII D", shown="CII C"), _NB),
        ),
        nn=(
            Example(_set("Butikkar i klasse D: til 12", 12, "minst elleve av butikkane", shown="12"), _NN),
            Example(_set("Svar innan 14 dagar", 14, "Svartida skal ned til 14 dagar", shown="14 dagar"), _NN),
            Example(_set("Butikkane i klasse CII C", None, "klasse CII D", shown="CII C"), _NN),
        ),
        en=(
            Example(_set("Shops rated D: to 12", 12, "at least eleven of the shops", shown="12"), _EN),
            Example(_set("An answer within 14 days", 14, "Answers shall be 14 days", shown="14 days"), _EN),
            Example(_set("Shops rated CII C", None, "rated CII D", shown="CII C"), _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example(_set("Butikker i klasse D: til 11", 11, "minst elleve av butikkene", shown="11"), _NB),
            Example(_set("Svar innen 14 dager", 14, "halveres fra 28 dager", basis="derived", shown="14 dager"), _NB),
            Example(_set("Butikkene i klasse CII D", None, "klasse CII D", shown="CII D"), _NB),
        ),
        nn=(
            Example(_set("Butikkar i klasse D: til 11", 11, "minst elleve av butikkane", shown="11"), _NN),
            Example(_set("Svar innan 14 dagar", 14, "halverast frå 28 dagar", basis="derived", shown="14 dagar"), _NN),
            Example(_set("Svar innan 10 dagar", 10, "", basis="proposed", shown="10 dagar"), _NN),
        ),
        en=(
            Example(_set("Shops rated D: to 11", 11, "at least eleven of the shops", shown="11"), _EN),
            Example(_set("An answer within 14 days", 14, "halved from 28 days", basis="derived", shown="14 days"), _EN),
            Example(_set("An answer within 10 days", 10, "", basis="proposed", shown="10 days"), _EN),
        ),
    ),
    check=check,
    needs_brief=True,
)
