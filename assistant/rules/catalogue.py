"""Finding the rules: every module in a family's folder that defines ``RULE``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from assistant.rules.families import FAMILIES
from assistant.rules.rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, sorted by family and code. Adding a rule is adding a file."""
    rules: list[Rule] = []
    for family in FAMILIES:
        package = importlib.import_module(f"assistant.rules.{family.key}")
        found = [
            importlib.import_module(f"{package.__name__}.{module.name}").RULE
            for module in pkgutil.iter_modules(package.__path__)
        ]
        rules.extend(sorted(found, key=lambda rule: rule.code))
    return tuple(rules)


def rule_of(code: str) -> Rule | None:
    """The rule with ``code`` (or with that name), or ``None``."""
    wanted = code.strip()
    return next((rule for rule in catalogue() if wanted.upper() == rule.code or wanted.lower() == rule.name), None)
