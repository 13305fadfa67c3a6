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
        ("OKR_RETENTION", "evig"),
        ("OKR_RETENTION", "0"),
        ("OKR_ORIGINS", "nettsted"),
        ("OKR_LOG_LEVEL", "alt"),
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


def test_the_service_is_set_up_by_the_environment() -> None:
    """Where it keeps drafts, for how long, and whom it trusts."""
    settings = Settings.from_environment(
        {
            "OKR_DATA": "/srv/okr",
            "OKR_DATABASE_URL": "postgresql://localhost/okr",
            "OKR_RETENTION": "90",
            "OKR_ORIGINS": "https://intranett.example, chrome-extension://abcdef",
            "OKR_HOST": "10.0.0.1",
            "OKR_LOG_LEVEL": "debug",
        }
    )
    assert settings.data_folder().as_posix() == "/srv/okr"
    assert settings.database_url == "postgresql://localhost/okr"
    assert settings.retention == 90
    assert settings.origins == ("https://intranett.example", "chrome-extension://abcdef")
    assert (settings.host, settings.is_local, settings.log_level) == ("10.0.0.1", False, "DEBUG")


def test_a_password_is_not_in_the_settings_words() -> None:
    """Whoever prints the settings prints no address of a database."""
    settings = Settings.from_environment({"OKR_DATABASE_URL": "postgresql://ola:hemmelig@localhost/okr"})
    assert "hemmelig" not in repr(settings)


def test_nothing_is_kept_when_that_is_asked_for() -> None:
    """`none` is no number of days."""
    assert Settings.from_environment({"OKR_RETENTION": "None"}).retention is None
    assert Settings.from_environment({}).retention == 400


@pytest.mark.parametrize(
    "origins",
    [
        "*",
        "https://*.example",
        "https://a.example/",
        "https://a.example/path",
        "a.example",
        "https://A.example",
        "null",
    ],
)
def test_a_page_is_named_to_the_letter(origins: str) -> None:
    """A star, a path and a bare name are no origins."""
    with pytest.raises(InputError):
        Settings.from_environment({"OKR_ORIGINS": origins})


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("127.1.2.3", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("okr.example", False),
        ("localhost.example", False),
    ],
)
def test_an_address_is_local_when_no_other_machine_reaches_it(host: str, *, local: bool) -> None:
    """Loopback addresses are; a name is not, wherever it points."""
    assert Settings(host=host).is_local is local
