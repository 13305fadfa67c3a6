from __future__ import annotations

import json
from typing import Any

import pytest

from tests.api.asking import ask, ask_json

STRATEGY = "# Strategi\n\n- Vi skal øke andelen kunder som kommer igjen, fra 45 % til 60 % innen 30. april 2027.\n"
SET = "# OKR T1 2027\n## Mål 1: Kundene kommer igjen\n- NR1: Øke gjenkjøp fra 45 % til 60 % innen 30. april 2027\n"


def test_it_says_that_it_runs() -> None:
    """Liveness asks nothing of anything else."""
    assert ask_json("GET", "/v1/health/live") == (200, {"status": "live"})


def test_the_first_page_says_where_to_read_on() -> None:
    """There is no web page yet, and the root says where the documentation is."""
    answer = ask("GET", "/")
    assert answer.status_code == 200
    assert "README.md" in answer.text
    assert "/openapi.json" in answer.text


def test_the_catalogue_is_the_command_lines() -> None:
    """The rules are those of `okr rules --format json`, in the language asked for."""
    from assistant.formats.rule_pages import catalogue_records
    from assistant.okr import Language

    assert ask_json("GET", "/v1/rules?language=nn") == (200, catalogue_records(Language.NN))
    assert ask_json("GET", "/v1/rules", headers={"Accept-Language": "nb-NO,nb;q=0.9,en;q=0.8"})[1] == catalogue_records(
        Language.NB
    )


@pytest.mark.parametrize("name", ["TSK01", "tsk01", "key-result-is-a-task"])
def test_a_rule_is_found_by_code_or_name(name: str) -> None:
    """A rule has one page, whichever way it is named."""
    status, rule = ask_json("GET", f"/v1/rules/{name}")
    assert status == 200
    assert rule["code"] == "TSK01"
    assert rule["bad"]
    assert rule["good"]


def test_the_schema_describes_what_a_draft_holds() -> None:
    """A set the service drafts is valid by the schema the service gives."""
    import jsonschema  # type: ignore[import-untyped]

    _, schema = ask_json("GET", "/v1/schemas/okr-set")
    _, made = ask_json("POST", "/v1/drafts", {"brief": STRATEGY})
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(made["okr_set"], schema)


def test_a_set_is_checked_as_on_the_command_line() -> None:
    """The review is the one `okr check --format json` prints, but for the file's name."""
    from assistant.formats.records import read_review_record
    from assistant.formats.sets import read_set_text
    from assistant.review import check

    read = read_set_text(SET)
    review = check(read.okr_set)
    assert ask_json("POST", "/v1/check", {"okr_set": SET}) == (
        200,
        read_review_record(review, read, review.language),
    )


def test_with_a_brief_links_and_numbers_are_checked() -> None:
    """What rests on the numbers of the strategy is unknown without it, and judged with it."""
    alone = ask_json("POST", "/v1/check", {"okr_set": SET})[1]["pitfalls"]
    served = ask_json("POST", "/v1/check", {"okr_set": SET, "brief": STRATEGY})[1]["pitfalls"]
    as_fields = ask_json("POST", "/v1/check", {"okr_set": SET, "brief": {"strategy": STRATEGY}})[1]["pitfalls"]
    assert alone["grounding"]["verdict"] == "unknown"
    assert served["grounding"]["verdict"] == as_fields["grounding"]["verdict"] != "unknown"


@pytest.mark.parametrize(
    "brief",
    [STRATEGY, {"strategy": STRATEGY}, {"strategy": [STRATEGY.splitlines()[2][2:]]}],
    ids=["text", "field", "list"],
)
def test_a_draft_is_grounded_and_checked(brief: Any) -> None:
    """A draft has its set, review, questions and provenance, and its numbers are the brief's."""
    status, made = ask_json("POST", "/v1/drafts", {"brief": brief})
    assert status == 201
    assert set(made) - {"id", "revision", "created", "updated"} == {"okr_set", "review", "questions", "provenance"}
    assert made["provenance"]["drafter"] == "extractive"
    assert made["provenance"]["calls"] == 0
    result = made["okr_set"]["objectives"][0]["key_results"][0]
    assert (result["baseline"]["value"], result["target"]["value"]) == (45, 60)


def test_a_draft_can_be_checked_again() -> None:
    """What the service drafts, the service can read: the same set, and the same findings."""
    _, made = ask_json("POST", "/v1/drafts", {"brief": STRATEGY, "language": "nb"})
    for given in (made, made["okr_set"]):
        status, review = ask_json("POST", "/v1/check", {"okr_set": given, "brief": STRATEGY})
        assert status == 200
        assert review["verdict"] == made["review"]["verdict"]
        assert {item["code"] for item in review["findings"]} == {item["code"] for item in made["review"]["findings"]}


def test_the_description_is_openapi_with_problems() -> None:
    """OpenAPI 3.1 describes each body with an example that works, and each refusal as a problem."""
    _, described = ask_json("GET", "/openapi.json")
    assert described["openapi"].startswith("3.1")
    for path, status in (("/v1/check", 200), ("/v1/drafts", 201)):
        route = described["paths"][path]["post"]
        content = route["requestBody"]["content"]["application/json"]
        assert ask("POST", path, content["example"]).status_code == status
        for refused in ("400", "401", "403", "408", "413", "415", "422", "429"):
            assert "application/problem+json" in route["responses"][refused]["content"]
    assert '"$ref": "#/$defs' not in json.dumps(described)
