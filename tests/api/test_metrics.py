"""The service's metrics: what is counted, and what can become a label."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from api.observing.metrics import _forget_the_dead, count_draft, count_findings, draft_in_progress, exposition
from assistant.rules.catalogue import catalogue
from tests.api.asgi import answer_of

MADE = {"drafter": "llm", "calls": 2, "input_tokens": 900, "output_tokens": 100, "cost": 0.0021, "seconds": 3.5}


def values() -> dict[str, float]:
    """Every sample there is, by its name and labels."""
    lines = exposition().decode().splitlines()
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


def grown(before: Mapping[str, float]) -> dict[str, float]:
    """What has grown since, without the parts of histograms."""
    now = values()
    return {
        name: round(value - before.get(name, 0), 6)
        for name, value in now.items()
        if value != before.get(name, 0) and not re.search(r"_bucket\{|_sum", name)
    }


def test_a_draft_and_what_it_cost_are_counted() -> None:
    """Dollars are counted in whole millionths."""
    before = values()
    count_draft(MADE, "ready")
    assert grown(before) == {
        'okr_drafts_total{drafter="llm",outcome="ready"}': 1,
        'okr_draft_seconds_count{drafter="llm"}': 1,
        "okr_model_calls_total": 2,
        'okr_tokens_total{direction="input"}': 900,
        'okr_tokens_total{direction="output"}': 100,
        "okr_cost_micros_total": 2100,
    }


@pytest.mark.parametrize("cost", [None, 0.0])
def test_a_price_nobody_knows_counts_as_nothing(cost: float | None) -> None:
    """A draft that failed may say no more than who was to write it."""
    before = values()
    count_draft({"drafter": "extractive", "cost": cost}, "failed")
    assert grown(before) == {'okr_drafts_total{drafter="extractive",outcome="failed"}': 1}


def test_findings_are_counted_by_code() -> None:
    """A review is counted as it stands in a record."""
    code = catalogue()[0].code
    before = values()
    count_findings({"findings": [{"code": code, "severity": "error", "text": "kanarifugl"}] * 2})
    assert grown(before) == {f'okr_findings_total{{code="{code}",severity="error"}}': 2}


def test_drafts_in_progress_are_those_that_have_not_ended() -> None:
    """One that fails has ended too."""

    def fail() -> None:
        with draft_in_progress():
            assert values()["okr_drafts_in_progress"] == 1
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert values()["okr_drafts_in_progress"] == 0


def test_no_text_becomes_a_label() -> None:
    """What is not of the fixed sets is counted as other."""
    text = "kanarifugl"
    count_draft({"drafter": text, "model": text}, text)
    count_findings({"findings": [{"code": text, "severity": text}]})
    assert text not in exposition().decode()
    assert values()['okr_drafts_total{drafter="other",outcome="other"}'] >= 1


def test_they_are_given_as_prometheus_wants_them() -> None:
    """The text format, version 0.0.4, which every version reads."""
    status, headers = answer_of(create_app(), "/metrics")
    assert status == 200
    assert headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"


def test_what_a_worker_that_is_gone_had_in_progress_is_forgotten(tmp_path: Path) -> None:
    """What it has counted stays: a counter never goes back."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    for name in (f"gauge_livesum_{process.pid}.db", f"counter_{process.pid}.db", "gauge_livesum_1.db"):
        (tmp_path / name).touch()
    _forget_the_dead(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {f"counter_{process.pid}.db", "gauge_livesum_1.db"}


def test_every_metric_says_what_it_is() -> None:
    """Dashboards show the help of each."""
    described: dict[str, Any] = dict(re.findall(r"^# HELP (\w+) (.+)$", exposition().decode(), re.MULTILINE))
    assert set(described) >= {
        "okr_drafts_total",
        "okr_request_seconds",
        "okr_drafts_in_progress",
        "okr_cost_micros_total",
    }
    assert all(text.endswith(".") for text in described.values())
