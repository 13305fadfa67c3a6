from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.asking import Served, served

STRATEGY = "# Strategi\n\n- Vi skal øke andelen kunder som kommer igjen, fra 45 % til 60 % innen 30. april 2027.\n"


@pytest.fixture
def service(tmp_path: Path, database_url: str) -> Iterator[Served]:
    """A service on each kind of database in turn."""
    with served(tmp_path / "data", database_url=database_url) as running:
        yield running


def _made(service: Served, brief: object = STRATEGY, **more: Any) -> dict[str, Any]:
    answer = service.ask("POST", "/v1/drafts", {"brief": brief, **more})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _with_text(made: dict[str, Any], text: str) -> dict[str, Any]:
    objectives = made["okr_set"]["objectives"]
    return {"okr_set": {**made["okr_set"], "objectives": [{**objectives[0], "text": text}, *objectives[1:]]}}


def test_a_draft_is_kept_where_its_answer_says(service: Served) -> None:
    """Location leads to the same draft, and the ETag is that of the revision."""
    answer = service.ask("POST", "/v1/drafts", {"brief": STRATEGY})
    again = service.ask("GET", answer.headers["location"])
    assert again.json() == answer.json()
    assert again.headers["etag"] == answer.headers["etag"] == '"r1"'


def test_a_draft_survives_a_restart(tmp_path: Path) -> None:
    """What was acknowledged is there when the service starts anew."""
    with served(tmp_path) as service:
        made = _made(service)
    with served(tmp_path) as service:
        assert service.ask("GET", f"/v1/drafts/{made['id']}").json() == made


def test_what_it_was_asked_with_is_kept_beside_it(service: Served) -> None:
    """Offsets count in the text as it was given, and so that text can be had."""
    made = _made(service, language="nb", profile="strict")
    asked = service.ask("GET", f"/v1/drafts/{made['id']}/brief").json()
    assert asked == {"brief": STRATEGY, "language": "nb", "profile": "strict"}
    for objective in made["okr_set"]["objectives"]:
        for source in objective["sources"]:
            assert asked["brief"][source["start"] : source["end"]] == source["quote"]


def test_a_change_is_checked_and_becomes_a_revision(service: Served) -> None:
    """An edited set has the review it deserves, and the history says what was changed, by whom."""
    made = _made(service)
    path = f"/v1/drafts/{made['id']}"
    changed = service.ask("PUT", path, _with_text(made, "Lansere en app"), headers={"If-Match": '"r1"'})
    assert changed.status_code == 200
    assert changed.headers["etag"] == '"r2"'
    told = {finding["code"] for finding in changed.json()["review"]["findings"]}
    assert "CLR06" in told or any(code.startswith("TSK") for code in told)
    first, second = service.ask("GET", f"{path}/revisions").json()["revisions"]
    assert (first["number"], first["kind"], first["by"], first["changes"]) == (1, "drafted", "local", [])
    assert (second["number"], second["kind"]) == (2, "edited")
    assert second["changes"] == [{"path": "/objectives/0/text", "what": "changed"}]


def test_an_earlier_revision_can_be_seen(service: Served) -> None:
    """A revision stays as it was when a later one comes."""
    made = _made(service)
    path = f"/v1/drafts/{made['id']}"
    service.ask("PUT", path, _with_text(made, "Kundene velger oss igjen"), headers={"If-Match": '"r1"'})
    assert service.ask("GET", f"{path}/revisions/1").json()["okr_set"] == made["okr_set"]
    assert service.ask("GET", f"{path}/revisions/3").status_code == 404


def test_a_change_can_be_written_as_markdown(service: Served) -> None:
    """A leader edits lines, not JSON."""
    made = _made(service)
    text = "# OKR T1 2027\n## Mål 1: Kundene kommer igjen\n- NR1: Gjenkjøp fra 45 % til 60 % innen 30. april 2027\n"
    changed = service.ask("PUT", f"/v1/drafts/{made['id']}", {"okr_set": text}, headers={"If-Match": "*"})
    assert changed.status_code == 200
    assert changed.json()["okr_set"]["objectives"][0]["text"] == "Kundene kommer igjen"


def test_a_line_that_is_edited_changes_nothing_else(service: Served) -> None:
    """A draft taken along as Markdown, edited in one place and put back, has changed in that place alone."""
    made = _made(service, Path("examples/strategi.md").read_text(encoding="utf-8"))
    path = f"/v1/drafts/{made['id']}"
    text = service.ask("GET", f"{path}/export?format=md").text
    put = {"okr_set": text.replace("Kunder som blir", "Kundene blir hos oss")}
    assert service.ask("PUT", path, put, headers={"If-Match": '"r1"'}).status_code == 200
    (_, second) = service.ask("GET", f"{path}/revisions").json()["revisions"]
    assert second["changes"] == [{"path": "/objectives/0/text", "what": "changed"}]


def test_nobodys_change_is_lost(service: Served) -> None:
    """A change made on an older revision is refused, and one that does not say which it is made on too."""
    made = _made(service)
    path = f"/v1/drafts/{made['id']}"
    assert service.ask("PUT", path, _with_text(made, "A"), headers={"If-Match": '"r1"'}).status_code == 200
    late = service.ask("PUT", path, _with_text(made, "B"), headers={"If-Match": '"r1"'})
    assert (late.status_code, late.json()["code"]) == (412, "changed")
    silent = service.ask("PUT", path, _with_text(made, "B"))
    assert (silent.status_code, silent.json()["code"]) == (428, "no_if_match")
    assert service.ask("GET", path).json()["okr_set"]["objectives"][0]["text"] == "A"


@pytest.mark.parametrize("tag", ['"r2"', "r1", '"x"', 'W/"r1"', '"r1", "r2"', '"r99999999999"'])
def test_only_the_right_tag_changes_a_draft(service: Served, tag: str) -> None:
    """Another revision's tag, a weak one and none at all change nothing."""
    made = _made(service)
    answer = service.ask("PUT", f"/v1/drafts/{made['id']}", _with_text(made, "B"), headers={"If-Match": tag})
    assert answer.status_code == 412


def test_of_fifty_changes_at_once_one_is_made(service: Served) -> None:
    """However many change the same revision together, one wins and the others are told."""
    made = _made(service)
    path, body = f"/v1/drafts/{made['id']}", _with_text(made, "Kundene velger oss igjen")
    answers = service.together(
        *[lambda session: session.put(path, json=body, headers={"If-Match": '"r1"'}) for _ in range(50)]
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 49
    assert len(service.ask("GET", f"{path}/revisions").json()["revisions"]) == 2


def test_drafts_are_listed_the_last_changed_first(service: Served) -> None:
    """Pages follow each other without a gap or a repeat."""
    made = [_made(service)["id"] for _ in range(5)]
    seen: list[list[str]] = []
    following: dict[str, str] = {}
    for _ in range(3):
        page = service.ask("GET", "/v1/drafts", params={"limit": 2, **following}).json()
        seen.append([item["id"] for item in page["drafts"]])
        following = {"after": page["next"]}
    assert seen == [made[:2:-1], made[2:0:-1], made[:1]]
    assert following == {"after": None}


def test_a_cursor_that_is_none_is_refused(service: Served) -> None:
    """A page that never was is the caller's mistake."""
    assert service.ask("GET", "/v1/drafts?after=nonsense").status_code == 422


def test_a_removed_draft_is_gone(service: Served) -> None:
    """After DELETE neither the draft, nor a revision, nor its export is there."""
    path = f"/v1/drafts/{_made(service)['id']}"
    assert service.ask("DELETE", path).status_code == 204
    for rest in ("", "/revisions", "/revisions/1", "/brief", "/export?format=md"):
        assert service.ask("GET", path + rest).status_code == 404
    assert service.ask("DELETE", path).status_code == 404
    assert service.ask("GET", "/v1/drafts").json() == {"drafts": [], "next": None}


def test_a_draft_changed_meanwhile_is_not_removed(service: Served) -> None:
    """DELETE with If-Match removes what one has seen, and nothing else."""
    made = _made(service)
    path = f"/v1/drafts/{made['id']}"
    service.ask("PUT", path, _with_text(made, "A"), headers={"If-Match": '"r1"'})
    assert service.ask("DELETE", path, headers={"If-Match": '"r1"'}).status_code == 412
    assert service.ask("DELETE", path, headers={"If-Match": '"r2"'}).status_code == 204


@pytest.mark.parametrize("draft_id", ["nothing", "%00", "..%2f..%2fetc", "a" * 300, "%F0%9F%92%A3", "'; --"])
def test_an_id_that_cannot_be_is_as_a_missing_one(service: Served, draft_id: str) -> None:
    """Whatever stands where an id should, the answer is the same 404."""
    answer = service.ask("GET", f"/v1/drafts/{draft_id}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_model_that_is_not_there_cannot_be_asked_for(service: Served) -> None:
    """Without a model a draft is made without one, or refused when a model is asked for."""
    answer = service.ask("POST", "/v1/drafts", {"brief": STRATEGY, "drafter": "llm"})
    assert (answer.status_code, answer.json()["code"]) == (422, "no_model")
    made = _made(service)
    answer = service.ask("POST", f"/v1/drafts/{made['id']}/rewrite", {"path": "/objectives/0", "instruction": "x"})
    assert (answer.status_code, answer.json()["code"]) == (422, "no_other_words")


def test_the_language_that_was_asked_for_is_kept_apart_from_the_drafts_own(service: Served) -> None:
    """Nobody has asked for the language that was found out."""
    made = [
        service.ask("POST", "/v1/drafts", {"brief": STRATEGY, **asked}).json() for asked in ({}, {"language": "nn"})
    ]
    held = service.ask("GET", "/v1/tenant/export").json()["drafts"]
    kept = {draft["id"]: (draft["asked_language"], draft["language"]) for draft in held}
    assert [kept[each["id"]] for each in made] == [(None, "nb"), ("nn", "nn")]
