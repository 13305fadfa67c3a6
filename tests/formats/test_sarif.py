"""What ``okr check --format sarif`` writes is SARIF 2.1.0: by its schema, and by what its text says beside."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest

from assistant.formats.reports import Checked, report
from assistant.formats.sets import read_set_text
from assistant.okr import Language
from assistant.review import Checker
from assistant.rules.catalogue import catalogue
from assistant.rules.rule import Severity
from tests.formats.sarif_schema import LOG
from tests.rules.documents import DOCUMENTS, Document, brief_of, sound

WEAK = """# OKR T1 2026

Dette er bare prat.
Og dette.

## Mål 1: Bedre kunder

- Lansere ny app
- **Øke** sal\u00adget `raskt` og mye innen 1. mars 2030
- Bedre 😀 app: øke A\u030apen andel med 5 %
"""
IGNORING = """# OKR T1 2026
## Mål 1: Kundene velger oss
<!-- okr: ignore TSK01 because det er avtalt med styret -->
- Lansere ny app
<!-- okr: ignore CLR01 because den er borte -->
- Øke salget fra 1 til 2
<!-- okr: ignore -->
- Gjennomføre 12 kundemøter
"""
TABLE = """## Mål 1: Kunder

| Nøkkelresultat | Fra | Til | Frist |
|---|---|---|---|
|Lansere app|1|2|1. mars 2031|
| Bedre service | | | |
"""
JSON = '{"objectives": [{"text": "Lansere ny app", "key_results": [{"text": "Holde 12 møter"}]}]}'
FILES = {
    "sound.md": sound(Language.NB).text,
    "weak.md": WEAK,
    "ignoring.md": IGNORING,
    "table.md": TABLE,
    "okr.json": JSON,
    "med mellomrom/å#1?.md": WEAK,
    "sett.md": DOCUMENTS[-1].text,
}
EACH_FILE = pytest.mark.parametrize("name", FILES)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUESTION: "note"}


def checked(name: str) -> Checked:
    """A file, checked as the command checks it."""
    document = Document(name, FILES[name])
    read = read_set_text(document.text)
    review = Checker(brief_of(document)).check(read.okr_set, read.ignored())
    return Checked(name, read, review, review.language)


@pytest.fixture
def log(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The log of one file, as printed."""
    report([checked(name)], "sarif")
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


@pytest.fixture
def results(log: dict[str, Any]) -> list[dict[str, Any]]:
    """The results of the only run."""
    (run,) = log["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def region_of(result: dict[str, Any]) -> dict[str, int]:
    """Where a result or a notification is, if it is anywhere."""
    region: dict[str, int] = result["locations"][0]["physicalLocation"].get("region", {})
    return region


def wrong_in(log: object) -> list[str]:
    """What the schema has against a log."""
    validator = importlib.import_module("jsonschema").Draft202012Validator
    validator.check_schema(LOG)
    return [f"{error.json_path}: {error.message}" for error in validator(LOG).iter_errors(log)]


@EACH_FILE
def test_a_log_follows_the_schema(log: dict[str, Any]) -> None:
    assert wrong_in(log) == []


def test_a_log_of_several_files_follows_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    report([checked(name) for name in FILES], "sarif")
    assert wrong_in(json.loads(capsys.readouterr().out)) == []


@pytest.mark.parametrize("name", ["weak.md"])
def test_the_schema_refuses_what_it_does_not_name(log: dict[str, Any]) -> None:
    log["runs"][0]["results"][0]["colour"] = "red"
    assert len(wrong_in(log)) == 1


@EACH_FILE
def test_each_result_is_of_a_rule_that_is_described(log: dict[str, Any], results: list[dict[str, Any]]) -> None:
    described = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in results} <= described


@EACH_FILE
def test_a_rule_index_points_at_the_rule_it_names(log: dict[str, Any], results: list[dict[str, Any]]) -> None:
    """§3.27.6: the index, where it is given, is that of the rule with the same id."""
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert [item for item in results if "ruleIndex" in item and rules[item["ruleIndex"]] != item["ruleId"]] == []


@pytest.mark.parametrize("name", ["weak.md"])
def test_each_rule_is_described_once_in_the_order_of_the_catalogue(log: dict[str, Any]) -> None:
    rules = [(rule["id"], rule["name"]) for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert rules == [(rule.code, rule.name) for rule in catalogue()]


@EACH_FILE
def test_every_finding_is_a_result_at_its_level(name: str, results: list[dict[str, Any]]) -> None:
    review = checked(name).review
    expected = [(item.code, LEVELS[item.severity]) for item in (*review.findings, *review.ignored)]
    assert sorted((item["ruleId"], item["level"]) for item in results) == sorted(expected)


@EACH_FILE
def test_only_what_is_ignored_is_suppressed(name: str, results: list[dict[str, Any]]) -> None:
    suppressed = sorted(item["ruleId"] for item in results if item.get("suppressions"))
    assert suppressed == sorted(item.code for item in checked(name).review.ignored)


@EACH_FILE
def test_suppressions_are_given_for_all_results_or_for_none(results: list[dict[str, Any]]) -> None:
    """§3.27.23: so that one result tells whether the run was asked what to suppress; an empty list says it was."""
    assert len({"suppressions" in result for result in results}) <= 1


@EACH_FILE
def test_a_region_lies_within_its_line(name: str, results: list[dict[str, Any]]) -> None:
    """Columns count code points from 1, and the end is one past the last: at most one past the line's own end."""
    lines = FILES[name].split("\n")
    outside = [
        (item["ruleId"], region, lines[region["startLine"] - 1])
        for item in results
        if (region := region_of(item))
        and not 1 <= region["startColumn"] < region["endColumn"] <= len(lines[region["startLine"] - 1]) + 1
    ]
    assert outside == []


@pytest.mark.parametrize("name", ["weak.md"])
def test_a_region_ends_where_its_words_end_in_the_file(name: str, results: list[dict[str, Any]]) -> None:
    """Marks and invisible characters that are not read as words are counted all the same."""
    lines = FILES[name].split("\n")
    said = checked(name).record()["findings"]
    ends = {
        (item["code"], item["line"]): item["text"][item["span"][1] - 1]
        for item in said
        if item["line"] and item["text"]
    }
    wrong = [
        (item["ruleId"], region)
        for item in results
        if (region := region_of(item))
        and lines[region["startLine"] - 1][region["endColumn"] - 2] != ends[item["ruleId"], region["startLine"]]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["weak.md", "ignoring.md"])
def test_every_note_is_a_notification(name: str, log: dict[str, Any]) -> None:
    told = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    lines = [(region_of(note)["startLine"], region_of(note)["endLine"]) for note in told]
    assert lines == [(note["line"], note["last_line"]) for note in checked(name).record()["notes"]] != []
