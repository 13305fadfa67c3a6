"""``okr rewrite``: other words for a part of a draft, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
from click.testing import CliRunner

from assistant.brief import read_brief
from assistant.cli import cli
from assistant.drafters.llm import LlmDrafter
from assistant.drafting import draft
from assistant.formats.records import draft_record, to_json
from tests.drafters.three import BRIEF, objectives
from tests.drafters.wire import BASE, URL, completion, value

MODEL = "openai/some-model"
TASK = {"text": "Lansere en ny app for kundene", "metric": "Lansere en ny app for kundene"}


@pytest.fixture
def route(wire: respx.MockRouter) -> respx.Route:
    """The model's door."""
    return wire.post(URL)


@pytest.fixture
def files(route: respx.Route, tmp_path: Path) -> tuple[Path, Path]:
    """A draft and its brief, as files."""
    answering(route, objectives())
    made, brief = tmp_path / "draft.json", tmp_path / "strategi.md"
    brief.write_text(BRIEF, "utf-8")
    made.write_text(to_json(draft_record(draft(read_brief(BRIEF), LlmDrafter(MODEL, api_base=BASE)))), "utf-8")
    route.calls.clear()
    return made, brief


def answering(route: respx.Route, *answers: Any) -> None:
    """Have the model give these answers, one after the other."""
    route.side_effect = [
        it if isinstance(it, httpx.Response) else httpx.Response(200, json=completion({"objectives": it}))
        for it in answers
    ]


def bolder() -> dict[str, Any]:
    """The first objective with a bolder first key result."""
    item: dict[str, Any] = json.loads(json.dumps(objectives()[0]))
    item["key_results"][0] |= {
        "text": "Andelen kunder som fornyer, øker fra 45 % til 75 %",
        "target": value("75 %", basis="proposed"),
        "ambition": "aspirational",
    }
    return item


def rewrite(files: tuple[Path, Path], *arguments: str, model: str = MODEL) -> Any:
    """The command, in this process."""
    made, brief = files
    return CliRunner().invoke(cli, ["rewrite", str(made), *arguments, "--brief", str(brief), "--model", model])


@pytest.mark.parametrize("path", ["1.1", "/objectives/0/key_results/0"])
def test_a_key_result_is_reworded_in_the_draft(route: respx.Route, files: tuple[Path, Path], path: str) -> None:
    """The whole draft comes back, checked, with that line alone changed and its number known to be proposed."""
    answering(route, [bolder()])
    before = json.loads(files[0].read_text("utf-8"))
    ran = rewrite(files, path, "mer ambisiøst", "--format", "json")
    assert (ran.exit_code, ran.stderr) == (0, "")
    after = json.loads(ran.stdout)
    new = after["okr_set"]["objectives"][0]["key_results"][0]
    assert (new["target"]["value"], new["target"]["basis"]) == (75, "proposed")
    before["okr_set"]["objectives"][0]["key_results"][0] = new
    assert after["okr_set"] == before["okr_set"]
    assert after["provenance"]["prompts"].keys() == {"rewrite.nb"}
    assert (
        '"instruction": "mer ambisiøst", "part": "key_results/0"'
        in json.loads(route.calls.last.request.content)["messages"][1]["content"]
    )


def test_a_draft_can_be_reworded_in_its_place_again_and_again(route: respx.Route, files: tuple[Path, Path]) -> None:
    """What it prints is what it reads; no question is asked twice."""
    asked = []
    for _ in range(2):
        answering(route, [bolder()])
        rewrite(files, "1.1", "mer ambisiøst", "--format", "json", "-o", str(files[0]))
        asked.append([question["text"] for question in json.loads(files[0].read_text("utf-8"))["questions"]])
    assert asked[0] == asked[1]
    assert len(set(asked[1])) == len(asked[1])


def test_a_set_that_people_wrote_can_be_reworded_too(route: respx.Route, files: tuple[Path, Path]) -> None:
    """Markdown is read as a check reads it."""
    files[0].write_text("# OKR T2 2026\n\n## Mål 1: Kunder\n\n- NR1: Andelen som fornyer: fra 45 % til 60 %\n", "utf-8")
    answering(route, [objectives()[0]])
    ran = rewrite(files, "1", "for førstelinjen")
    assert f"Mål 1: {objectives()[0]['text']}" in ran.stdout
    assert "NR1: Andelen som fornyer: fra 45 % til 60 %" in ran.stdout


def test_new_words_with_errors_end_in_exit_1(route: respx.Route, files: tuple[Path, Path]) -> None:
    """As a draft with errors does, when mending did not help."""
    item = {**objectives()[0], "key_results": [TASK, objectives()[0]["key_results"][1]]}
    answering(route, [item], [item])
    ran = rewrite(files, "1.1", "kortere")
    assert ran.exit_code == 1
    assert "TSK01" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "model"),
    [
        (("4", "kortere"), MODEL),
        (("1.3", "kortere"), MODEL),
        (("0", "kortere"), MODEL),
        (("1", "  "), MODEL),
        (("1", "k" * 501), MODEL),
        (("1", "kortere"), ""),
    ],
)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_cannot_be_reworded_is_told_in_a_line_and_nothing_is_sent(
    route: respx.Route, files: tuple[Path, Path], arguments: tuple[str, str], model: str, language: str
) -> None:
    """Exit 2, in the language asked for."""
    ran = rewrite(files, *arguments, "--lang", language, model=model)
    assert (ran.exit_code, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert not route.calls


def test_the_three_languages_say_it_in_their_own_words(route: respx.Route, files: tuple[Path, Path]) -> None:
    """No language stands in for another."""
    said = {code: rewrite(files, "9", "x", "--lang", code).stderr for code in ("nb", "nn", "en")}
    assert "Det står ikke noe mål" in said["nb"]
    assert "Det står ikkje noko mål" in said["nn"]
    assert "There is no objective" in said["en"]


def test_a_model_that_fails_leaves_the_draft_as_it_was(route: respx.Route, files: tuple[Path, Path]) -> None:
    """Exit 3, and the file is not touched."""
    before = files[0].read_bytes()
    answering(route, httpx.Response(401, text="x"))
    ran = rewrite(files, "1", "kortere", "--format", "json", "-o", str(files[0]))
    assert (ran.exit_code, ran.stdout, len(ran.stderr.splitlines())) == (3, "", 1)
    assert files[0].read_bytes() == before


def test_what_a_rewriting_would_send_is_shown_and_not_sent(route: respx.Route, files: tuple[Path, Path]) -> None:
    """Value for value what is sent when it is."""
    answering(route, [bolder()])
    shown = rewrite(files, "1.1", "mer ambisiøst", "--show-prompt", "--format", "json")
    assert shown.exit_code == 0
    assert not route.calls
    rewrite(files, "1.1", "mer ambisiøst")
    assert json.loads(shown.stdout)["body"] == json.loads(route.calls[0].request.content)


@pytest.mark.parametrize("questions", ["nei", [1, {}, {"path": 1, "pitfall": "x", "text": "y"}], None, {"a": 1}])
def test_questions_of_another_form_are_let_be(route: respx.Route, files: tuple[Path, Path], questions: object) -> None:
    """The set is what matters."""
    record = json.loads(files[0].read_text("utf-8"))
    files[0].write_text(json.dumps({**record, "questions": questions}), "utf-8")
    answering(route, [bolder()])
    assert rewrite(files, "1.1", "mer ambisiøst").exit_code == 0
