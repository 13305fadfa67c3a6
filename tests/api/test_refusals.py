from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api import bodies
from tests.api.asking import ask, served

JSON = {"Content-Type": "application/json"}
CANARY = "Kanarifuglen-synger-i-gruva"
SET = {"objectives": [{"text": "Mål", "key_results": [{"text": "Fra 1 til 2"}]}]}
DEEP = 50_000


def assert_problem(answer: httpx.Response, *statuses: int) -> dict[str, Any]:
    """The answer is a problem of one of the statuses, and repeats nothing of what was sent."""
    assert answer.status_code in statuses, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, Any] = answer.json()
    assert found["status"] == answer.status_code
    assert found["title"]
    assert found["detail"]
    assert CANARY not in answer.text
    return found


BROKEN = {
    "nothing": b"",
    "half": b'{"okr_set": "',
    "not UTF-8": b'{"okr_set": "\xff\xfe"}',
    "UTF-16": '{"okr_set": "a"}'.encode("utf-16"),
    "an encoded surrogate": b'{"okr_set": "\xed\xa0\x80"}',
    "NaN": b'{"okr_set": {"objectives": NaN}}',
    "Infinity": b'{"okr_set": {"objectives": -Infinity}}',
    "1e999": b'{"okr_set": {"objectives": 1e999}}',
    "a huge integer": b'{"okr_set": {"objectives": ' + b"9" * 5000 + b"}}",
    "twice the same name": b'{"okr_set": "a", "okr_set": "b"}',
    "deep": b'{"okr_set": ' + b"[" * DEEP + b"]" * DEEP + b"}",
}
UNUSABLE = {
    "a lone surrogate": rb'{"okr_set": "M\u00e5l 1: \ud800"}',
    "a lone surrogate in a name": rb'{"okr_set": {"\udfff": 1}}',
    "NUL": rb'{"okr_set": "M\u00e5l 1: \u0000"}',
    "nested": b'{"okr_set": ' + b"[" * 60 + b"]" * 60 + b"}",
    "a list": b"[]",
    "a number": b"7",
    "null": b"null",
    "no set": b"{}",
    "a set that is a number": b'{"okr_set": 1}',
    "a set without objectives": b'{"okr_set": {}}',
    "a text without objectives": b'{"okr_set": "hei"}',
    "an empty text": b'{"okr_set": ""}',
}  # fmt: skip


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("path", ["/v1/check", "/v1/drafts"])
def test_what_is_not_json_is_refused(path: str, content: bytes) -> None:
    """A body that is not JSON in UTF-8, or holds what JSON cannot, is a 400."""
    assert_problem(ask("POST", path, content=content, headers=JSON), 400)


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_json_that_is_no_question_is_refused(content: bytes) -> None:
    """JSON that cannot be worked on is a 422."""
    assert_problem(ask("POST", "/v1/check", content=content, headers=JSON), 422)
    assert_problem(ask("POST", "/v1/drafts", content=content.replace(b"okr_set", b"brief", 1), headers=JSON), 422)


ITEM = {"text": "a"}
ENDLESS: dict[str, Any] = {
    "objectives": {"objectives": [ITEM] * 1_001},
    "key results": {"objectives": [{"text": "a", "key_results": [ITEM] * 1_001}]},
    "initiatives": {"objectives": [{"text": "a", "initiatives": ["b"] * 1_001}]},
    "what is no objective": {"objectives": [1] * 300_000},
    "a long objective": {"objectives": [{"text": "vekst " * 4_000}]},
    "lines with objectives": "Mål 1: a\n" * 1_001,
    "lines with key results": "Mål 1: a\n" + "- NR1: b fra 1 til 2\n" * 1_001,
    "lines": "Mål 1: a\n" + "hei\n" * 20_001,
    "a long line": "Mål 1: a\nsuksesskriterium: " + "b" * 20_000,
}


@pytest.mark.parametrize("okr_set", ENDLESS.values(), ids=ENDLESS)
def test_a_set_that_nobody_could_follow_is_refused(okr_set: object) -> None:
    """Its review would be a hundred times as long, and take minutes of everybody's time."""
    found = assert_problem(ask("POST", "/v1/check", {"okr_set": okr_set}), 422)
    assert found["code"] == "unusable"
    assert found["detail"].startswith("There are more or longer objectives")
    assert not found["errors"]


@pytest.mark.parametrize("value", ["NaN", "1e999", "-Infinity"])
def test_a_value_is_a_number_one_can_count_with(value: str) -> None:
    """What has no end is no value, though it comes as text."""
    result = {"text": "b", "target": {"text": "1", "value": value}}
    answer = ask("POST", "/v1/check", {"okr_set": {"objectives": [{"text": "a", "key_results": [result]}]}})
    found = assert_problem(answer, 422)
    assert found["errors"] == [{"pointer": "/objectives/0/key_results/0/target/value", "problem": "finite_number"}]


def test_a_brief_needs_a_strategy() -> None:
    """Values alone are nothing to check against or to draft from."""
    assert_problem(ask("POST", "/v1/check", {"okr_set": SET, "brief": {"values": "Kind"}}), 422)
    assert_problem(ask("POST", "/v1/drafts", {"brief": {"values": "Kind"}}), 422)


def test_fields_are_named_and_values_are_not_repeated() -> None:
    """A wrong field is told by where it stands; neither its value nor a name of one's own comes back."""
    result = {"text": CANARY, "target": {"text": CANARY, "basis": CANARY}, CANARY: CANARY}
    wrong = {"objectives": [{"text": CANARY, "key_results": [result, {}]}], CANARY: 1}
    found = assert_problem(ask("POST", "/v1/check", {"okr_set": wrong, CANARY: 1}), 422)
    named = {item["pointer"] for item in found["errors"]}
    assert named == {"/objectives/0/key_results/0/target/basis", "/objectives/0/key_results/1/text"}
    found = assert_problem(ask("POST", "/v1/drafts", {"brief": CANARY, "language": CANARY, CANARY: 1}), 422)
    assert {item["pointer"] for item in found["errors"]} == {"/language"}
    assert_problem(ask("GET", f"/v1/rules/{CANARY}"), 404)
    assert_problem(ask("GET", f"/{CANARY}"), 404)
    assert_problem(ask("GET", f"/v1/rules?language={CANARY}"), 422)


@pytest.mark.parametrize(
    ("asked", "words"),
    [("nb-NO, en", "Lim inn"), ("nn", "verdiar"), ("en-GB", "Paste"), ("de", "Paste"), (";,;", "Paste")],
)
def test_what_to_do_is_said_in_the_readers_language(asked: str, words: str) -> None:
    """What is wrong with a brief is said in bokmål, nynorsk or English, as the reader prefers."""
    answer = ask("POST", "/v1/drafts", {"brief": {"values": "Kind"}}, headers={"Accept-Language": asked})
    assert words in assert_problem(answer, 422)["detail"]


def test_an_unknown_language_can_be_named() -> None:
    """A brief in another language is refused with advice that fits a program, not a command line."""
    text = (
        "Wir wollen unseren Kunden besser dienen und ihre Zufriedenheit deutlich erhöhen, damit sie uns treu bleiben."
    )
    found = assert_problem(ask("POST", "/v1/drafts", {"brief": text}), 422)
    assert "--lang" not in found["detail"]
    assert "language" in found["detail"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
    ids=str,
)
def test_only_plain_json_is_read(headers: dict[str, str]) -> None:
    """What a form of a foreign page can send without asking is not read."""
    assert_problem(ask("POST", "/v1/check", content=json.dumps({"okr_set": SET}), headers=headers), 415)


def test_a_body_has_a_limit() -> None:
    """A MiB is read, a byte more is not, whether its length is declared, hidden or a lie."""
    at_limit = b'{"okr_set": "a"' + b" " * (bodies.BODY_LIMIT - 16) + b"}"
    assert len(at_limit) == bodies.BODY_LIMIT
    assert_problem(ask("POST", "/v1/check", content=at_limit, headers=JSON), 422)
    assert_problem(ask("POST", "/v1/check", content=at_limit + b" ", headers=JSON), 413)
    assert_problem(ask("POST", "/v1/check", content=b"{}", headers={**JSON, "Content-Length": "9" * 30}), 413)

    async def hidden() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * 65536

    assert_problem(ask("POST", "/v1/check", content=hidden(), headers=JSON), 413)


def test_a_slow_body_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that does not arrive in time is a 408."""
    monkeypatch.setattr(bodies, "SECONDS_TO_SEND", 0.05)

    async def slow() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(30)

    assert_problem(ask("POST", "/v1/check", content=slow(), headers=JSON), 408)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:9", "[::1]:8000", "127.0.0.2"])
def test_this_machine_is_answered(host: str) -> None:
    """All names of one's own machine are."""
    assert ask("GET", "/v1/health/live", headers={"Host": host, "Origin": f"http://{host}"}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "example.org",
        "127.0.0.1.example.org",
        "localhost.example.org",
        "example.org@127.0.0.1",
        "192.168.1.2",
        "127.0.0.1/x",
        "127.0.0.1:a",
        "[::1",
        "127.0.0.1, example.org",
        "2130706433",
    ],
)
def test_a_foreign_host_is_refused(host: str) -> None:
    """A name somebody has pointed at this machine is not this machine's."""
    assert_problem(ask("GET", "/v1/rules", headers={"Host": host}), 421)


@pytest.mark.parametrize(
    "origin", ["https://example.org", "null", "http://localhost:3000", "https://127.0.0.1:8000", ""]
)
def test_a_foreign_page_is_refused(origin: str) -> None:
    """A page from elsewhere, be it from another port of this machine, is refused before anything is read."""
    assert_problem(ask("POST", "/v1/drafts", {"brief": CANARY}, headers={"Origin": origin}), 403)


EMBEDDED = {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
FOLLOWED = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("how", [EMBEDDED, {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, {}])
def test_a_foreign_page_cannot_embed_an_answer(site: str, how: dict[str, str]) -> None:
    """A picture, a script or a frame comes without an origin; the browser says whose page it is on."""
    assert_problem(ask("GET", "/v1/rules", headers={"Sec-Fetch-Site": site, **how}), 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "none", **FOLLOWED},
        {"Sec-Fetch-Site": "same-origin", **EMBEDDED},
        {"Sec-Fetch-Site": "cross-site", **FOLLOWED},
    ],
)
def test_a_link_and_a_page_of_ones_own_are_answered(headers: dict[str, str]) -> None:
    """What somebody has typed or followed is no page's doing, and the service's own pages may ask."""
    assert ask("GET", "/v1/rules", headers=headers).status_code == 200


def test_a_trusted_page_is_answered_across_sites(tmp_path: Path) -> None:
    """Its origin comes along, and is what counts."""
    with served(tmp_path, origins=("https://intranett.example",)) as service:
        headers = {"Origin": "https://intranett.example", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
        assert service.ask("GET", "/v1/rules", headers=headers).status_code == 200


def test_other_machines_are_refused() -> None:
    """Whatever address the server is bound to, only this machine is answered."""
    assert_problem(ask("GET", "/v1/rules", client=("192.168.1.20", 4000)), 403)


def test_a_flood_of_headers_is_refused() -> None:
    """Ten thousand headers are a 431."""
    assert_problem(ask("GET", "/v1/rules", headers=[(f"x-{number}", "a") for number in range(10_000)]), 431)


def test_another_method_is_told_which_works() -> None:
    """A 405 names the methods there are."""
    answer = ask("DELETE", "/v1/check")
    assert_problem(answer, 405)
    assert answer.headers["allow"] == "POST"


def test_an_error_inside_shows_and_logs_nothing_of_the_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours is a 500 that says no more, and the log has its kind and place only."""

    def fail(*_given: object, **_named: object) -> None:
        raise KeyError(CANARY)

    monkeypatch.setattr("api.routes.checks.Checker", fail)
    with caplog.at_level(logging.DEBUG):
        assert_problem(ask("POST", "/v1/check", {"okr_set": SET}), 500)
    assert re.search(r"KeyError at .*test_refusals\.py:\d+", caplog.text)
    assert CANARY not in caplog.text


def test_what_is_asked_leaves_no_trace_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Neither strategy nor set is logged, at any level."""
    with caplog.at_level(logging.DEBUG):
        ask("POST", "/v1/drafts", {"brief": f"# Strategi\n\nVi skal øke {CANARY} fra 1 til 2 innen 2027."})
        ask("POST", "/v1/check", {"okr_set": f"Mål 1: {CANARY}\n- {CANARY} fra 1 til 2"})
    assert CANARY not in caplog.text
