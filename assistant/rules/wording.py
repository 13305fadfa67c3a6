"""Putting findings into words, in the reader's language. Facts go in as plain text: never as templates or markup."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assistant.rules.catalogue import catalogue
from assistant.rules.facts import fact
from assistant.rules.rule import Finding, Rule, Severity, Text

if TYPE_CHECKING:
    from assistant.okr import Language

_SEVERITIES = {
    Severity.ERROR: Text(nb="feil", nn="feil", en="error"),
    Severity.WARNING: Text(nb="advarsel", nn="åtvaring", en="warning"),
    Severity.QUESTION: Text(nb="spørsmål", nn="spørsmål", en="question"),
}


def _filled(text: Text, finding: Finding, language: Language) -> str:
    facts = {name: fact(name, value, language) for name, value in finding.params.items()}
    worded = text.in_language(language).format_map(facts)
    return worded[:1].upper() + worded[1:]  # a wording may begin with a title in small letters


@cache
def rules_by_code() -> dict[str, Rule]:
    """Every rule of the catalogue by its code."""
    return {rule.code: rule for rule in catalogue()}


def message(finding: Finding, language: Language) -> str:
    """What is wrong, in one sentence."""
    return _filled(rules_by_code()[finding.code].message, finding, language)


def suggestion(finding: Finding, language: Language) -> str:
    """What to write instead."""
    return _filled(rules_by_code()[finding.code].suggestion, finding, language)


def severity_word(severity: Severity, language: Language) -> str:
    """A severity as a person reads it."""
    return _SEVERITIES[severity].in_language(language)
