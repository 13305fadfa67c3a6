"""The prompts: one in each language, versioned, the same for every request, and true to their own rules."""

from __future__ import annotations

import hashlib
import json
import re
from importlib import resources
from typing import Any

import pytest
from jinja2 import UndefinedError

from assistant.brief import Brief, read_brief
from assistant.drafters.answer import Answer
from assistant.drafters.llm.messages import as_answer, user_message
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


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_prompt_is_written_in_its_language_with_the_words_of_the_field(name: str) -> None:
    """The Norwegian ones say mål and nøkkelresultat, never the borrowed word."""
    task, _, code = name.rpartition(".")
    language, text = Language(code), prompt(task, code)
    assert detect(re.sub(r"\{.*\}", "", text)) is language
    assert text == prompt(task, code)
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


def examples(language: Language) -> list[tuple[str, dict[str, Any], Answer]]:
    """The worked examples of the drafting prompt: the message as it is shown, its data, and the answer to it."""
    text = prompt("draft", language.value)
    shown = re.findall(r"^<brief>\n.*?^</brief>$", text, re.DOTALL | re.MULTILINE)
    sent = [Answer.model_validate_json(line) for line in text.splitlines() if line.startswith('{"objectives"')]
    data = [json.loads(item.removeprefix("<brief>").removesuffix("</brief>")) for item in shown]
    return list(zip(shown, data, sent, strict=True))


def brief_of(given: dict[str, Any], language: Language) -> Brief:
    """The brief an example was made of, as a leader would paste it."""
    parts = [f"Virksomhet: {given['organisation']}", f"Nivå: {given['level']}", f"Periode: {given['period']['label']}"]
    parts += [f"Maks mål: {given['max_objectives']}", "", "# Roller", "", *(f"- {role}" for role in given["roles"])]
    for name, heading in (("strategy", "Strategi"), ("parent_objectives", "Overordnede mål")):
        parts += ["", f"# {heading}", "", *(f"- {it['text']}" for it in given["statements"] if it["field"] == name)]
    return read_brief("\n".join(parts), language=language)


EXAMPLES = [pytest.param(language, at, id=f"{language}-{at + 1}") for language in LANGUAGES for at in range(2)]


@pytest.mark.parametrize(("language", "at"), EXAMPLES)
def test_a_worked_example_shows_what_is_really_sent(language: Language, at: int) -> None:
    """The message in the example is the very message the program makes of that brief."""
    shown, given, _ = examples(language)[at]
    assert user_message(brief_of(given, language)) == shown


@pytest.mark.parametrize(("language", "at"), EXAMPLES)
def test_a_worked_example_holds_against_its_own_brief(language: Language, at: int) -> None:
    """What the prompt teaches passes the checks: nothing of the answer is taken away, and no rule finds an error."""
    _, given, sent = examples(language)[at]
    brief = brief_of(given, language)
    okr_set, _ = ground(sent, brief, load_profile())
    assert [as_answer(item) for item in okr_set.objectives] == [item.model_dump() for item in sent.objectives]
    unmeasured = [
        f"/objectives/0/key_results/{i}" for i, it in enumerate(sent.objectives[0].key_results) if not it.target
    ]
    findings = check(okr_set, brief, load_profile(), language).findings
    errors = [(it.code, it.path) for it in findings if it.severity is Severity.ERROR and it.path not in unmeasured]
    assert errors == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_show_every_basis_a_value_can_have(language: Language) -> None:
    """One that is quoted, one that code works out of the quote, one that is proposed, and one that nobody knows."""
    seen: set[Basis | None] = set()
    for _, given, sent in examples(language):
        okr_set, _ = ground(sent, brief_of(given, language), load_profile())
        seen |= {it.target.basis if it.target else None for it in okr_set.objectives[0].key_results}
    assert seen == {Basis.SOURCE, Basis.DERIVED, Basis.PROPOSED, None}
