"""The page of all rules is made from the rules, and is never older than they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.formats.rule_pages import handbook
from assistant.okr import Language
from assistant.rules.catalogue import catalogue
from assistant.rules.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_docs_is_the_one_the_rules_make() -> None:
    """`make docs` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == handbook()


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_every_rule_is_on_the_page_once_in_each_language(rule: Rule) -> None:
    headings = [line for line in handbook().splitlines() if line.startswith(f"### {rule.code} ")]
    assert len(headings) == len(Language)
