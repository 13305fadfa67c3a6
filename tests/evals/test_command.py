"""The ``okr-evals`` command: what it runs, what it prints and writes, and when it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assistant.settings import Settings
from evals import baseline, command
from evals.live import live, price_of_live
from evals.running import run_suite
from tests.evals.answering import BRIEF


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A baseline that knows nothing yet, and suites that take no time."""
    monkeypatch.setattr(baseline, "FILE", tmp_path / "baseline.json")
    monkeypatch.setattr(command, "FILE", tmp_path / "baseline.json")
    baseline.Baseline().write()
    monkeypatch.setattr(command, "SUITES", ("judge",))
    return tmp_path / "baseline.json"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command.main, list(arguments))


def test_a_run_writes_the_scorecard_in_three_forms(tmp_path: Path) -> None:
    ran = run("--out", str(tmp_path / "out"))
    assert ran.exit_code == 0, ran.output
    assert sorted(it.name for it in (tmp_path / "out").iterdir()) == [
        "scorecard.html",
        "scorecard.json",
        "scorecard.md",
    ]
    assert json.loads((tmp_path / "out" / "scorecard.json").read_text(encoding="utf-8"))["passed"] is True


def test_a_red_gate_is_exit_code_1_and_says_why(tmp_path: Path, file: Path) -> None:
    baseline.Baseline({"judge": {"a case that was": []}}).write(file)
    ran = run("--out", str(tmp_path / "out"))
    assert ran.exit_code == 1
    assert "gone: judge / a case that was: the case is no longer run" in ran.stderr


def test_without_a_baseline_nothing_passes(tmp_path: Path, file: Path) -> None:
    file.unlink()
    ran = run("--out", str(tmp_path / "out"))
    assert (ran.exit_code, "okr-evals accept" in ran.stderr) == (2, True)
    assert run("accept").exit_code == 0
    assert run("--out", str(tmp_path / "out")).exit_code == 0


def test_the_same_run_twice_is_the_same_but_for_times(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "other"):
        run("--out", str(tmp_path / name))
        card = json.loads((tmp_path / name / "scorecard.json").read_text(encoding="utf-8"))
        markdown = (tmp_path / name / "scorecard.md").read_text(encoding="utf-8").partition("## Times")[0]
        page = (tmp_path / name / "scorecard.html").read_text(encoding="utf-8").partition("<h2>Times")[0]
        texts.append((json.dumps({**card, "times": None}), markdown, page))
    assert texts[0] == texts[1]


def test_the_baseline_changes_by_accepting_alone(tmp_path: Path, file: Path) -> None:
    before = file.read_bytes()
    run("--out", str(tmp_path / "out"))
    assert file.read_bytes() == before
    assert run("accept").exit_code == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["failing"]["judge"]) >= 36


@pytest.mark.parametrize(
    "arguments",
    [
        ["--model", "openai/some-model"],
        ["compare", "none", "openai/some-model"],
        ["record", "--model", "openai/some-model"],
    ],
)
def test_no_model_is_asked_unless_somebody_says_so(arguments: list[str], tmp_path: Path) -> None:
    ran = run(*arguments)
    assert ran.exit_code == 2
    assert "OKR_EVALS_LIVE=1" in ran.stderr


def test_two_drafts_are_too_few_to_tell_a_model_by(model: list[dict[str, Any]]) -> None:
    ran = run("--model", "openai/some-model", "--repeats", "2")
    assert (ran.exit_code, "--repeats 3" in ran.stderr, model) == (2, True, [])


def test_what_a_model_may_cost_is_told_before_it_is_asked(model: list[dict[str, Any]]) -> None:
    told = price_of_live(Settings.from_environment().drafter("openai/gpt-4o-mini"), 3, ["test"])
    assert told.startswith("18 briefs, 3 times each, with openai/gpt-4o-mini: at most ")
    assert told.endswith(" US dollars.")
    assert "a sum that is not known" in price_of_live(Settings.from_environment().drafter("openai/some-model"), 3)
    assert model == []


def test_a_model_drafts_each_brief_three_times(model: list[dict[str, Any]]) -> None:
    suite = live(Settings.from_environment().drafter("openai/some-model"))
    results = run_suite(replace(suite, cases=[case for case in suite.cases if case.name == BRIEF]))
    assert [(it.suite, it.case, it.accepted, it.spent.calls) for it in results] == [
        ("live openai/some-model", f"{BRIEF} [{turn}/3]", True, 1) for turn in (1, 2, 3)
    ]
    assert len(model) == 3


def test_two_ways_without_a_model_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("compare", "none", "none,profile=strict", "--split", "test")
    assert ran.exit_code == 0, ran.output
    assert "B: none,profile=strict" in ran.output
    assert "| numbers grounded | 1.00 | 1.00 | +0.0 (+0.0 to +0.0) | 0 | 0 |" in ran.output
