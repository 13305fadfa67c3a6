"""What the environment may say."""

from __future__ import annotations

import pytest

from assistant.formats.errors import InputError
from assistant.okr import Language
from assistant.settings import Settings


def test_without_an_environment_there_is_no_model_and_a_modest_budget() -> None:
    """Four calls, two minutes and one repair; no limit on tokens and money."""
    budget = Settings.from_environment({}).budget()
    assert Settings.from_environment({}).model is None
    assert (budget.calls, budget.seconds, budget.rounds, budget.tokens, budget.money) == (4, 120, 1, None, None)


def test_every_setting_reaches_the_drafter() -> None:
    """What is set is what a draft is held to."""
    given = {
        "OKR_MODEL": " openai/x ", "OKR_MODEL_BASE": "http://127.0.0.1:1/v1", "OKR_MODEL_MODE": "JSON",
        "OKR_MODEL_SECONDS": "2.5", "OKR_MODEL_CALLS": "3", "OKR_MODEL_ROUNDS": "0", "OKR_MODEL_TOKENS": "9000",
        "OKR_MODEL_MONEY": "0.05", "OKR_MODEL_ANSWER": "800",
    }  # fmt: skip
    settings = Settings.from_environment(given)
    drafter = settings.drafter(settings.model or "")
    budget = drafter.budget
    assert (drafter.model, drafter.api_base, drafter.mode) == ("openai/x", "http://127.0.0.1:1/v1", "json")
    assert (budget.seconds, budget.calls, budget.rounds) == (2.5, 3, 0)
    assert (budget.tokens, budget.money, budget.answer_tokens) == (9000, 0.05, 800)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OKR_MODEL_SECONDS", "snart"),
        ("OKR_MODEL_SECONDS", "0"),
        ("OKR_MODEL_SECONDS", "nan"),
        ("OKR_MODEL_SECONDS", "1e9"),
        ("OKR_MODEL_CALLS", "2.5"),
        ("OKR_MODEL_CALLS", "0"),
        ("OKR_MODEL_CALLS", "inf"),
        ("OKR_MODEL_ROUNDS", "-1"),
        ("OKR_MODEL_TOKENS", "-5"),
        ("OKR_MODEL_MONEY", "mye"),
        ("OKR_MODEL_ANSWER", "0"),
        ("OKR_MODEL_MODE", "magic"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named_in_each_language(name: str, value: str) -> None:
    """The message names the setting, says what it may be, and is worded three ways."""
    with pytest.raises(InputError) as caught:
        Settings.from_environment({name: value})
    said = {caught.value.in_language(language) for language in Language}
    assert len(said) == len(Language)
    assert all(name in text for text in said)
    assert not any(value in text.replace(name, "") for text in said if len(value) > 2)
