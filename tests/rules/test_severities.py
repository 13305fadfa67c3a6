"""How much each rule's finding weighs: an error that becomes a warning lets a draft through that is not ready."""

from __future__ import annotations

from assistant.rules.catalogue import catalogue
from assistant.rules.rule import Severity

ERRORS = frozenset(
    "LNK01 LNK02 LNK07 EXE04 CLR01 CLR08 CLR09 CLR11 OWN02 INV01 INV04 TSK01 TSK02 TSK03 TSK04 GND01 GND02 GND04 GND05".split()
)
QUESTIONS = frozenset("LNK04 EXE06 CLR05 CLR14 OWN04 OWN05 FOL03 FOL04 INV03 INV05 TSK06".split())


def test_every_rule_weighs_what_the_catalogue_says() -> None:
    """The rest are warnings."""
    weights = {rule.code: rule.severity for rule in catalogue()}
    assert {code for code, weight in weights.items() if weight is Severity.ERROR} == ERRORS
    assert {code for code, weight in weights.items() if weight is Severity.QUESTION} == QUESTIONS
