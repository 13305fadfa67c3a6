"""What is noted of a request: a name, one line, and its count; never what was asked."""

from __future__ import annotations

import json
import re

import pytest

from api.app import create_app
from api.observing.metrics import exposition
from tests.api.asgi import answer_of
from tests.api.logged import logged
from tests.api.slow_app import create_app as create_breaking

CANARY = "kanarifugl"
NEW = re.compile(r"[0-9a-f]{24}")


def test_a_name_the_caller_gives_is_kept() -> None:
    """Logs of two services are read together by it."""
    assert answer_of(create_app(), "/v1/rules", headers={"X-Request-ID": "web-1.a_B"})[1]["x-request-id"] == "web-1.a_B"


@pytest.mark.parametrize(
    "given",
    [
        [],
        [("X-Request-ID", "")],
        [("X-Request-ID", "a" * 65)],
        [("X-Request-ID", 'a", "level": "x')],
        [("X-Request-ID", "a\nb")],
        [("X-Request-ID", "a\n")],
        [("X-Request-ID", "bokmål")],
        [("X-Request-ID", "okr_" + "a" * 43)],
        [("X-Request-ID", "a"), ("X-Request-ID", "b")],
    ],
)
def test_a_name_that_is_none_is_replaced(given: list[tuple[str, str]]) -> None:
    """Nothing that could forge a line, no key, and no choice between two."""
    assert NEW.fullmatch(answer_of(create_app(), "/v1/rules", headers=given)[1]["x-request-id"])


def test_a_request_is_one_line_with_the_template_of_its_route(capsys: pytest.CaptureFixture[str]) -> None:
    """The line has the template, the status, the time and the key's public name."""
    given = {"X-Request-ID": "a"}
    with logged(capsys) as lines:
        answer_of(create_app(), "/v1/rules/TSK01", query="language=nn", headers=given, state={"key_id": "k"})
    (line,) = lines
    assert line.pop("ms") >= 0
    assert line.pop("time").endswith("Z")
    assert line == {
        "level": "info",
        "logger": "okr.requests",
        "request_id": "a",
        "method": "GET",
        "route": "/v1/rules/{code}",
        "status": 200,
        "key": "k",
    }


def test_what_nobody_has_made_is_noted_as_other(capsys: pytest.CaptureFixture[str]) -> None:
    """A path without a route and a method somebody made up are one label each."""
    with logged(capsys) as lines:
        answer_of(create_app(), f"/{CANARY}", method=CANARY)
    (line,) = lines
    assert (line["route"], line["method"], line["status"]) == ("other", "other", 404)
    assert 'okr_request_seconds_count{method="other",route="other",status="404"}' in exposition().decode()
    assert CANARY not in exposition().decode()


def test_nothing_that_was_sent_is_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    """Path, query, headers, key, body and the text of an error stay out of it, also at DEBUG."""
    given = {"Authorization": f"Bearer okr_{CANARY}", "User-Agent": CANARY, "X-Other": CANARY}
    with logged(capsys) as lines:
        status, _ = answer_of(
            create_breaking(),
            f"/broken/{CANARY}",
            method="POST",
            query=f"q={CANARY}",
            body=CANARY.encode(),
            headers=given,
        )
    assert status == 500
    assert CANARY not in json.dumps(lines)
    assert {line["logger"] for line in lines} == {"okr.errors", "okr.requests"}
    assert len({line["request_id"] for line in lines}) == 1
    assert "ValueError at" in lines[0]["message"]
