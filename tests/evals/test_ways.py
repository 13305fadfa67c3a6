"""Ways of drafting as somebody writes them, and how each is tried: with its own prompts, which are then put back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import httpx
import pytest
import respx

import prompts
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafters.llm import LlmDrafter
from assistant.rules.profile import load_profile
from assistant.settings import Settings
from evals.comparing import Way, read_way
from evals.suites.briefs import Drafting
from tests.drafters.wire import URL, answer, completion

# --- what may be compared --------------------------------------------------------------------------------------------


def read(written: str) -> Way:
    found = read_way(written)
    assert isinstance(found, Way)
    return found


def test_none_is_drafting_without_a_model() -> None:
    found = read("none")
    assert isinstance(found.drafting.drafter, ExtractiveDrafter)
    assert (found.drafting.profile, found.prompts) == (None, None)


def test_a_model_is_asked_as_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OKR_MODEL_BASE", "http://127.0.0.1:9/v1")
    drafter = read("openai/some-model").drafting.drafter
    assert isinstance(drafter, LlmDrafter)
    assert (drafter.model, drafter.api_base) == ("openai/some-model", "http://127.0.0.1:9/v1")


def test_a_profile_is_found_by_its_name() -> None:
    assert read("none,profile=strict").drafting.profile == load_profile("strict")


def test_a_profile_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "egen.toml"
    file.write_text("[EXE02]\nerror_above = 9\n", encoding="utf-8")
    profile = read(f"none,profile={file}").drafting.profile
    assert profile is not None
    assert profile.setting("EXE02", "error_above") == 9


def test_prompts_are_a_folder_with_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text("[prompts]\n", encoding="utf-8")
    assert read(f"none,prompts={tmp_path}").prompts == tmp_path


FILES = {
    "broken.json": "{",
    "list.json": "[]",
    "other.json": '{"summary": {}}',
    "words.json": '{"cases": "mange"}',
    "cases.json": '{"cases": [{"suite": "briefs", "case": 7, "marks": []}]}',
    "broken.toml": "[EXE02",
    "unknown.toml": 'ignore = ["XYZ99"]\n',
    "plain/draft.nb.jinja": "Skriv mål.",
}


@pytest.mark.parametrize(
    "written",
    [
        "",
        ",profile=strict",
        "none,profile",
        "none,profile=",
        "none,prompts=",
        "none,colour=red",
        "none,,profile=strict",
        "none,profile=finnes-ikke",
        "none,profile=broken.toml",
        "none,profile=unknown.toml",
        "none,profile=plain",
        "none,prompts=plain",
        "none,prompts=finnes-ikke",
        "finnes-ikke.json",
        "broken.json",
        "list.json",
        "other.json",
        "words.json",
        "cases.json",
    ],
)
def test_what_cannot_be_understood_is_told_in_one_sentence(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(click.UsageError) as caught:
        read_way(written)
    assert caught.value.message.endswith(".")
    assert [part for part in (". ", "\n", "Traceback") if part in caught.value.message] == []


# --- prompts that are tried ------------------------------------------------------------------------------------------

OTHER = "Skriv målene slik en fyrvokter ville sagt dem."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of prompts with another first task for bokmål."""
    made = tmp_path / "prompts"
    shutil.copytree(Path(prompts.__file__).parent, made)
    (made / "draft.nb.jinja").write_text(OTHER, encoding="utf-8")
    return made


def test_prompts_are_taken_from_another_folder_and_given_back(folder: Path) -> None:
    own = prompts.prompt("draft", "nb")
    with prompts.taken_from(folder):
        assert prompts.prompt("draft", "nb") == f"{OTHER}\n"
    assert prompts.prompt("draft", "nb") == own


def test_prompts_are_given_back_when_something_fails(folder: Path) -> None:
    own = prompts.prompt("draft", "nb")
    with pytest.raises(RuntimeError), prompts.taken_from(folder):
        raise RuntimeError
    assert prompts.prompt("draft", "nb") == own


def told(route: respx.Route) -> list[str]:
    """What the model was told its task is, each time it was asked."""
    bodies = [json.loads(call.request.content) for call in route.calls]
    return [body["messages"][0]["content"] for body in bodies]


def test_a_way_drafts_with_its_own_prompts_and_the_next_without(
    wire: respx.MockRouter, folder: Path, only_brief: str
) -> None:
    route = wire.post(URL).mock(return_value=httpx.Response(200, json=completion(answer(), tools=True)))
    drafting = Drafting(drafter=Settings.from_environment().drafter("openai/gpt-4o-mini"))
    for other in (folder, None):
        Way(name="a way", drafting=drafting, prompts=other).side(1, ["dev"])
    assert told(route) == [f"{OTHER}\n", prompts.prompt("draft", "nb")]


def test_a_side_is_what_came_of_every_turn(wire: respx.MockRouter, only_brief: str) -> None:
    wire.post(URL).mock(return_value=httpx.Response(200, json=completion(answer(), tools=True)))
    drafting = Drafting(drafter=Settings.from_environment().drafter("openai/gpt-4o-mini"))
    found = Way(name="a way", drafting=drafting).side(3, ["dev"])
    assert (found.name, found.drafts, found.accepted, found.calls, found.tokens) == ("a way", 3, 3, 3, 3 * 790)
    assert list(found.marks) == [only_brief]
    assert found.marks[only_brief]["numbers grounded"] == (9, 9)


def test_without_a_model_a_brief_is_drafted_once(only_brief: str) -> None:
    assert Way(name="none", drafting=Drafting(drafter=ExtractiveDrafter())).side(3, ["dev"]).drafts == 1
