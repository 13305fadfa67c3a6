from __future__ import annotations

import json
import re
from typing import Any

import pytest

from assistant.brief import read_brief
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import draft
from assistant.formats.records import draft_record, review_record
from assistant.formats.reports import Checked, report
from assistant.formats.rule_pages import catalogue_page, rule_page, rule_record
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Language
from assistant.review import check
from assistant.rules.catalogue import catalogue
from assistant.rules.rule import Rule

WEAK = """# OKR T1 2026

## Mål 1: Bedre kunder

- Lansere ny app
- Øke salget%0A::error::nei, 50 % mer
- Sal\u00adget  opp fra 1 til 2 innen 1. mars 2030
"""
STRATEGY = "## Strategi\n\nØke andelen fornøyde kunder fra 45 % til 60 % innen 30. april 2026.\n\nPeriode: T1 2026\n"


def checked(text: str = WEAK, name: str = "okr.md") -> Checked:
    read = read_set_markdown(text)
    review = check(read.okr_set)
    return Checked(name, read, review, review.language)


def printed(capsys: pytest.CaptureFixture[str], form: str, *items: Checked) -> str:
    report(items or [checked()], form)
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    return checked().record()


@pytest.fixture(scope="module")
def drafted() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(draft_record(draft(read_brief(STRATEGY), ExtractiveDrafter()))))
    return made


# --- a review ----------------------------------------------------------------------------------------------------


def test_a_review_has_the_fields_of_the_contract(record: dict[str, Any]) -> None:
    assert list(record) == ["file", "language", "verdict", "pitfalls", "findings", "ignored", "notes"]


def test_a_finding_has_the_fields_of_the_contract(record: dict[str, Any]) -> None:
    assert set(record["findings"][0]) == {
        "code", "name", "pitfall", "severity", "path", "line", "column", "end_column", "text", "span", "message", "suggestion",
    }  # fmt: skip


def test_every_pitfall_has_its_verdict_in_order(record: dict[str, Any]) -> None:
    assert list(record["pitfalls"]) == [
        "strategy_link", "execution", "clarity", "ownership", "follow_up", "involvement", "task_driven", "grounding",
    ]  # fmt: skip


def test_what_text_cannot_tell_comes_with_its_question(record: dict[str, Any]) -> None:
    assert [
        name
        for name, pitfall in record["pitfalls"].items()
        if (pitfall["verdict"] == "unknown") != ("question" in pitfall)
    ] == []


def test_findings_are_sorted_by_line_column_and_code(record: dict[str, Any]) -> None:
    order = [
        (item["line"] is None, item["line"] or 0, item["column"] or 0, item["code"]) for item in record["findings"]
    ]
    assert order == sorted(order)


def test_a_span_lies_within_its_text(record: dict[str, Any]) -> None:
    outside = [
        item
        for item in record["findings"]
        if item["span"] and not 0 <= item["span"][0] <= item["span"][1] <= len(item["text"])
    ]
    assert outside == []


def test_a_span_in_a_table_row_lies_within_its_text() -> None:
    table = "## Mål 1: Kunder\n\n| Nøkkelresultat | Fra | Til | Frist |\n|---|---|---|---|\n| Lansere app | 1 | 2 | 1. mars 2031 |\n"
    assert [
        item["text"]
        for item in checked(table).record()["findings"]
        if item["span"] and item["span"][1] > len(item["text"])
    ] == []


def test_a_finding_points_at_its_words_in_the_file(record: dict[str, Any]) -> None:
    lines = WEAK.split("\n")
    words = [
        (item["text"][item["span"][0]], lines[item["line"] - 1][item["column"] - 1])
        for item in record["findings"]
        if item["line"] and item["span"][0] < item["span"][1]
    ]
    assert [pair for pair in words if pair[0] != pair[1]] == []


def test_a_set_without_a_file_has_no_lines() -> None:
    item = checked()
    record = review_record(item.review, item.read.okr_set, {}, Language.NB)
    assert {finding["line"] for finding in record["findings"]} == {None}


def test_one_file_prints_one_review(capsys: pytest.CaptureFixture[str]) -> None:
    assert isinstance(json.loads(printed(capsys, "json")), dict)


def test_two_files_print_a_list_of_reviews(capsys: pytest.CaptureFixture[str]) -> None:
    assert [
        item["file"] for item in json.loads(printed(capsys, "json", checked(name="a.md"), checked(name="b.md")))
    ] == ["a.md", "b.md"]


# --- a draft -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ((), "okr_set review questions provenance"),
        (("okr_set", "objectives", 0), "text why owner sources key_results initiatives"),
        (("okr_set", "objectives", 0, "sources", 0), "field quote start end"),
        (
            ("okr_set", "objectives", 0, "key_results", 0),
            "text metric unit baseline target long_term deadline owner data_source ambition",
        ),
        (("okr_set", "objectives", 0, "key_results", 0, "baseline"), "value unit bound text basis quote"),
        (("okr_set", "objectives", 0, "key_results", 0, "target"), "value unit bound text basis quote"),
        (("questions", 0), "path pitfall text"),
        (("provenance",), "drafter model prompts calls input_tokens output_tokens cost rounds seconds"),
    ],
)
def test_a_draft_has_the_fields_of_the_contract(
    drafted: dict[str, Any], path: tuple[str | int, ...], fields: str
) -> None:
    part: Any = drafted
    for step in path:
        part = part[step]
    assert set(fields.split()) <= set(part)


def test_a_source_s_place_holds_its_quote(drafted: dict[str, Any]) -> None:
    source = drafted["okr_set"]["objectives"][0]["sources"][0]
    assert STRATEGY[source["start"] : source["end"]] == source["quote"]


def test_a_whole_value_is_written_without_decimals(drafted: dict[str, Any]) -> None:
    assert json.dumps(drafted["okr_set"]["objectives"][0]["key_results"][0]["target"]["value"]) == "60"


def test_a_deadline_is_written_as_a_date(drafted: dict[str, Any]) -> None:
    assert drafted["okr_set"]["objectives"][0]["key_results"][0]["deadline"] == "2026-04-30"


# --- SARIF -------------------------------------------------------------------------------------------------------


@pytest.fixture
def sarif(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(printed(capsys, "sarif", checked(name="mål og tall.md")))
    return log


def test_sarif_has_its_version(sarif: dict[str, Any]) -> None:
    assert (sarif["version"], len(sarif["runs"])) == ("2.1.0", 1)


def test_sarif_names_its_tool(sarif: dict[str, Any]) -> None:
    assert sarif["runs"][0]["tool"]["driver"]["name"] == "okr-assistant"


def test_every_sarif_result_is_of_a_rule_that_is_described(sarif: dict[str, Any]) -> None:
    known = {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert [item["ruleId"] for item in sarif["runs"][0]["results"] if item["ruleId"] not in known] == []


def test_every_sarif_rule_is_described_once(sarif: dict[str, Any]) -> None:
    ids = [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]]
    assert ids == sorted(set(ids), key=ids.index)


def test_every_sarif_result_has_a_message_and_a_level(sarif: dict[str, Any]) -> None:
    bad = [
        item
        for item in sarif["runs"][0]["results"]
        if not item["message"]["text"] or item["level"] not in {"none", "note", "warning", "error"}
    ]
    assert bad == []


def test_sarif_places_are_addresses(sarif: dict[str, Any]) -> None:
    addresses = {
        item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in sarif["runs"][0]["results"]
    }
    assert addresses == {"m%C3%A5l%20og%20tall.md"}


def test_sarif_regions_are_not_empty(sarif: dict[str, Any]) -> None:
    regions = [item["locations"][0]["physicalLocation"].get("region") for item in sarif["runs"][0]["results"]]
    assert [region for region in regions if region and not 1 <= region["startColumn"] < region["endColumn"]] == []


def test_sarif_counts_code_points(sarif: dict[str, Any]) -> None:
    assert sarif["runs"][0]["columnKind"] == "unicodeCodePoints"


# --- GitHub ------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(?:error|warning|notice) file=[^:,\r\n]+(?:,line=\d+,col=\d+)?,title=[^:,\r\n]+::[^\r\n]+")


def test_every_line_for_github_is_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "github").splitlines()
    assert [line for line in lines if not COMMAND.fullmatch(line)] == []


def test_a_file_name_cannot_add_to_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "github", checked(name="a,line=9::b\n::error::c%.md")).splitlines()
    assert {line.split(",")[0].partition(" ")[2] for line in lines} == {
        "file=a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3Ac%25.md"
    }


def test_words_cannot_add_to_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert "%0A::error" not in printed(capsys, "github").replace("%250A", "")


# --- the text report ---------------------------------------------------------------------------------------------


def test_markup_of_the_terminal_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Lansere [bold]ny[/bold] app [/]" in printed(
        capsys, "text", checked("## Mål 1: Kunder\n- Lansere [bold]ny[/bold] app [/]\n")
    )


def test_codes_of_the_terminal_are_not_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in printed(
        capsys, "text", checked("## Mål 1: Kunder\n- Lansere \x1b[31mny\x1b[0m app\n", name="a\x1b[2J.md")
    )


# --- the rules' pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rule_s_page_shows_all_its_examples(rule: Rule, language: Language) -> None:
    page = rule_page(rule, language)
    shown = [*rule.bad.in_language(language), *rule.good.in_language(language)]
    assert [example.text for example in shown if example.text.strip() not in page] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rule_s_page_has_no_blanks_left(rule: Rule, language: Language) -> None:
    assert re.findall(r"\{\w+\}", rule_page(rule, language).partition("```")[0]) == []


@pytest.mark.parametrize("language", list(Language))
def test_the_catalogue_lists_every_rule_once(language: Language) -> None:
    assert sorted(re.findall(r"^\| ([A-Z]{3}\d\d) ", catalogue_page(language), re.MULTILINE)) == sorted(
        rule.code for rule in catalogue()
    )


def test_a_rule_s_record_is_json() -> None:
    assert [rule.code for rule in catalogue() if not json.dumps(rule_record(rule, Language.NN))] == []
