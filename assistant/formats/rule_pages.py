"""The catalogue and each rule's page, made from the rules themselves."""

from __future__ import annotations

import inspect
import sys
from typing import Any

from assistant.okr import Language
from assistant.rules.catalogue import catalogue
from assistant.rules.families import FAMILIES, family_of
from assistant.rules.rule import Example, Rule, Text
from assistant.rules.wording import severity_word

_LANGUAGES = {Language.NB: "Bokmål", Language.NN: "Nynorsk", Language.EN: "English"}
_TITLE = Text(nb="Reglene", nn="Reglane", en="The rules")
_SAYS = Text(nb="Sier", nn="Seier", en="Says")
_SUGGESTS = Text(nb="Foreslår", nn="Føreslår", en="Suggests")
_FLAGS = Text(nb="Slår ut på", nn="Slår ut på", en="Flags")
_LEAVES = Text(nb="Lar være i fred", nn="Lèt vere i fred", en="Leaves alone")
_BRIEF = Text(nb="med strategien", nn="med strategien", en="with the strategy")
_BACKGROUND = Text(nb="Bakgrunn (engelsk)", nn="Bakgrunn (engelsk)", en="Background")


def rule_record(rule: Rule, language: Language) -> dict[str, Any]:
    """One rule for programs."""
    return {
        "code": rule.code,
        "name": rule.name,
        "pitfall": family_of(rule.code).key,
        "scope": rule.scope.value,
        "severity": rule.severity.value,
        "needs_brief": rule.needs_brief,
        "message": rule.message.in_language(language),
        "suggestion": rule.suggestion.in_language(language),
        "bad": [_example_record(example) for example in rule.bad.in_language(language)],
        "good": [_example_record(example) for example in rule.good.in_language(language)],
        "background": _background(rule),
    }


def _example_record(example: Example) -> dict[str, str | None]:
    return {"text": example.text, "brief": example.brief}


def catalogue_records(language: Language) -> list[dict[str, Any]]:
    """Every rule for programs."""
    return [rule_record(rule, language) for rule in catalogue()]


def catalogue_page(language: Language) -> str:
    """The catalogue as Markdown: a table for each pitfall."""
    lines = [f"# {_TITLE.in_language(language)}"]
    for family in FAMILIES:
        lines += ["", f"## {family.title.in_language(language)}", "", "| | | | |", "|---|---|---|---|"]
        for rule in catalogue():
            if family_of(rule.code) is family:
                severity = severity_word(rule.severity, language)
                lines.append(f"| {rule.code} | {rule.name} | {severity} | {_generic(rule.message, language)} |")
    return "\n".join(lines) + "\n"


def handbook() -> str:
    """Every rule in every language on one page of Markdown: the pitfalls, and under each its rules with examples."""
    lines = [
        "<!-- Made from the rules by `make docs`; what is written here by hand is lost. -->",
        "",
        f"# {' · '.join(_TITLE.in_language(language) for language in Language)}",
        "",
        *(f"- [{_LANGUAGES[language]}](#{language.value})" for language in Language),
    ]
    for language in Language:
        lines += ["", f'<a id="{language.value}"></a>', "", f"# {_LANGUAGES[language]}: {_TITLE.in_language(language)}"]
        for family in FAMILIES:
            lines += ["", f"## {family.title.in_language(language)} ({family.letters})", ""]
            lines += [family.question.in_language(language), ""]
            for rule in catalogue():
                if family_of(rule.code) is family:
                    lines += ["", rule_page(rule, language, level=3).strip()]
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule, language: Language, level: int = 1) -> str:
    """One rule as Markdown, with its examples and its reasons; ``level`` is that of its heading."""
    severity = severity_word(rule.severity, language)
    lines = [
        f"{'#' * level} {rule.code} {rule.name} ({severity})",
        "",
        f"**{_SAYS.in_language(language)}:** {_generic(rule.message, language)}",
        "",
        f"**{_SUGGESTS.in_language(language)}:** {_generic(rule.suggestion, language)}",
    ]
    for title, examples in ((_FLAGS, rule.bad), (_LEAVES, rule.good)):
        lines += ["", f"**{title.in_language(language)}:**", ""]
        for example in examples.in_language(language):
            lines += _example_lines(example, language)
    if level == 1 or language is Language.EN:  # on the page of all rules the reasons stand once
        lines += ["", f"**{_BACKGROUND.in_language(language)}:**", "", _background(rule)]
    return "\n".join(lines) + "\n"


def _example_lines(example: Example, language: Language) -> list[str]:
    lines = [f"- {example.text}"] if "\n" not in example.text else ["```", example.text.strip(), "```"]
    if example.brief is not None:
        lines += [f"  ({_BRIEF.in_language(language)})", "```", example.brief.strip(), "```"]
    return lines


def _generic(text: Text, language: Language) -> str:
    """A wording without the facts of a line: each stands as «…»."""
    import re

    return re.sub(r"\{\w+\}", "…", text.in_language(language))


def _background(rule: Rule) -> str:
    return inspect.cleandoc(sys.modules[rule.check.__module__].__doc__ or "")
