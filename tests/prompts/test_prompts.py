"""The prompts: one in each language, versioned, the same for every request, and true to their own rules."""

from __future__ import annotations

import hashlib
import json
import re
from importlib import resources

import pytest
from jinja2 import UndefinedError

from assistant.brief import read_brief
from assistant.drafters.answer import Answer
from assistant.drafters.provenance import ground
from assistant.language.detect import detect
from assistant.okr import Basis, Language
from assistant.review import check
from assistant.rules.profile import load_profile
from assistant.rules.rule import Severity
from prompts import _ENVIRONMENT, manifest, prompt

LANGUAGES = list(Language)
TEMPLATES = sorted(
    item.name.removesuffix(".jinja") for item in resources.files("prompts").iterdir() if item.name.endswith(".jinja")
)


def test_the_manifest_names_every_prompt_and_each_is_in_three_languages() -> None:
    """A prompt without an entry, or a task without one of the languages, does not exist."""
    assert sorted(manifest()) == TEMPLATES
    tasks = {name.rpartition(".")[0] for name in TEMPLATES}
    assert sorted(f"{task}.{language.value}" for task in tasks for language in Language) == TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_changed_text_needs_a_new_entry(name: str) -> None:
    """If this fails: raise the version in prompts/manifest.toml and give it the new hash."""
    data = resources.files("prompts").joinpath(f"{name}.jinja").read_bytes()
    assert manifest()[name].sha256 == hashlib.sha256(data).hexdigest()
    assert manifest()[name].version.isdecimal()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prompt_is_written_in_its_language_with_the_words_of_the_field(language: Language) -> None:
    """The Norwegian ones say mål and nøkkelresultat, never the borrowed word."""
    text = prompt("draft", language.value)
    assert detect(re.sub(r"\{.*\}", "", text)) is language
    assert text == prompt("draft", language.value)
    assert "{#" not in text
    words = ("objective", "key result") if language is Language.EN else ("mål", "nøkkelresultat", "tiltak")
    assert all(word in text.lower() for word in words)
    assert language is Language.EN or "objektiv" not in text.lower()


def test_an_unknown_prompt_is_an_error() -> None:
    """Neither another name nor a path is a prompt."""
    for name, language in (("draft", "sv"), ("../draft", "nb"), ("manifest", "toml")):
        with pytest.raises(LookupError):
            prompt(name, language)


def test_a_variable_nobody_gave_is_an_error() -> None:
    """A template never silently leaves a hole."""
    with pytest.raises(UndefinedError):
        _ENVIRONMENT.from_string("{{ missing }}").render()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_example_holds_against_its_own_brief(language: Language) -> None:
    """What the prompt teaches passes the checks: quotes found, values grounded, nothing invented, no error."""
    text = prompt("draft", language.value)
    given = json.loads(text[text.rindex("<brief>") + len("<brief>") : text.rindex("</brief>")])
    sent = Answer.model_validate_json(next(line for line in text.splitlines() if line.startswith('{"objectives"')))
    lines = [item["text"] for item in given["statements"]]
    brief = read_brief(
        "\n".join(
            [
                "# Strategi",
                "",
                *(f"- {line}" for line in lines),
                "",
                "Roller",
                "",
                *(f"- {role}" for role in given["roles"]),
            ]
        )
        + f"\n\nPeriode: {given['period']['label']}\n",
        language=language,
    )
    assert [item.text for item in brief.of("strategy") if item.excluded] == [
        item["text"] for item in given["statements"] if item.get("not_now")
    ]
    okr_set, _ = ground(sent, brief, load_profile())
    objective, asked = okr_set.objectives[0], sent.objectives[0]
    assert len(objective.sources) == len(asked.sources)
    assert objective.owner == given["roles"][0]
    assert objective.why == (asked.why or "").rstrip(".") or objective.why == asked.why
    assert objective.initiatives == tuple(asked.initiatives)
    first = objective.key_results[0]
    assert first.baseline is not None
    assert first.target is not None
    assert first.baseline.basis is first.target.basis is Basis.SOURCE
    errors = [
        finding.code
        for finding in check(okr_set, brief, load_profile(), language).findings
        if finding.severity is Severity.ERROR and finding.path != "/objectives/0/key_results/1"
    ]
    assert errors == []
