from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from evals import instructions


@pytest.mark.parametrize(("figure", "code"), [(900, 0), (1000, 0), (1050, 0), (1051, 1), (2000, 1)])
def test_five_percent_more_instructions_are_let_through_and_no_more(figure: int, code: int) -> None:
    assert instructions.verdict(figure, 1000, "3.11")[1] == code


def test_a_python_without_a_figure_is_let_through_and_told() -> None:
    told, code = instructions.verdict(1000, None, "3.99")
    assert (code, "3.99" in told, "--accept" in told) == (0, True, True)


def test_an_accepted_figure_leaves_those_of_other_pythons_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instructions, "ACCEPTED", tmp_path / "instructions.json")
    instructions.accept("3.12", 7)
    instructions.accept("3.11", 8)
    assert json.loads(instructions.ACCEPTED.read_text(encoding="utf-8")) == {"3.11": 8, "3.12": 7}


def test_without_valgrind_nothing_is_counted_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert instructions.main([]) == 0
    assert "valgrind is not installed" in capsys.readouterr().out
