"""Recorded answers: found by what was sent, kept off a real wire, and given anew when what is sent has changed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from assistant.drafters.llm import Mode
from evals import recordings
from evals.recordings import Exchange, MissError, Recording, hash_of, load, prompts_now, save
from evals.suites.replay import OTHER_PROMPTS, record_answers, rekey, replayed
from tests.evals.answering import ANSWER, BRIEF, as_answers
from tests.evals.conftest import KEY


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of recordings."""
    monkeypatch.setattr(recordings, "DATA", tmp_path)
    return tmp_path


def recording(*exchanges: Exchange) -> Recording:
    return Recording(
        brief=BRIEF, model="openai/recorded", mode=Mode.TOOLS, answered_by="a test", asked_with=prompts_now("nb", "draft"),
        exchanges=list(exchanges),
    )  # fmt: skip


def test_a_request_nobody_answered_is_named(folder: Path) -> None:
    save("some", recording(*as_answers(ANSWER)))
    with pytest.raises(MissError, match=r"no recorded answer in some for [0-9a-f]{12}$"):
        asyncio.run(replayed("some"))


def test_answers_are_given_to_what_is_asked_now_and_only_once(folder: Path) -> None:
    save("some", recording(*as_answers(ANSWER)))
    assert asyncio.run(rekey("some")) == "some"
    assert asyncio.run(rekey("some")) is None
    assert asyncio.run(replayed("some")).draft is not None


def test_what_nobody_asks_for_any_more_is_counted(folder: Path) -> None:
    save("some", recording(*as_answers(ANSWER, ANSWER)))
    assert asyncio.run(rekey("some")) == "some, 1 answers not asked for"
    assert "1 recorded answers were not asked for" in asyncio.run(replayed("some")).notes


def test_an_answer_to_earlier_prompts_says_so(folder: Path) -> None:
    save("some", recording(*as_answers(ANSWER)).model_copy(update={"asked_with": {"draft.nb": "0" * 12}}))
    asyncio.run(rekey("some"))
    assert asyncio.run(replayed("some")).notes == (OTHER_PROMPTS,)


def test_the_hash_is_of_what_is_said_and_not_of_how_it_is_ordered() -> None:
    assert hash_of(b'{"a": 1, "b": [2]}') == hash_of(b'{"b":[2],"a":1}')
    assert hash_of(b'{"a": 1, "b": [2]}') != hash_of(b'{"a": 1, "b": [3]}')


def test_a_recording_is_read_as_it_was_written(folder: Path) -> None:
    written = recording(Exchange(sent="x", status=503, body={"error": "æ"}))
    save("some", written)
    assert load("some") == written
    assert "status" in (folder / "some.json").read_text(encoding="utf-8")


def test_the_same_request_gets_its_answers_one_after_the_other(folder: Path) -> None:
    """A service that is busy once is asked the same again."""
    busy = Exchange(sent="x", status=503, body={"error": {"message": "busy"}})
    save("some", recording(busy, *as_answers(ANSWER)))
    asyncio.run(rekey("some"))
    first, second = load("some").exchanges
    assert first.sent == second.sent
    assert asyncio.run(replayed("some")).draft is not None


def test_a_recorded_failure_is_replayed_as_one(folder: Path) -> None:
    save("some", recording(Exchange(sent="x", status=401, body={"error": {"message": "no such key"}})))
    asyncio.run(rekey("some"))
    assert str(asyncio.run(replayed("some")).failure) == "key"


def test_what_a_model_answers_is_kept_and_replayed_without_it(folder: Path, model: list[dict[str, Any]]) -> None:
    (name,) = record_answers("openai/some-model", [BRIEF])
    assert name == "nb-oppdrett--openai-some-model"
    asked = len(model)
    made = asyncio.run(replayed(name))
    assert made.draft is not None
    assert made.draft.provenance.calls == asked
    assert len(model) == asked


def test_no_key_is_kept(folder: Path, model: list[dict[str, Any]]) -> None:
    (name,) = record_answers("openai/some-model", [BRIEF])
    assert any(KEY in value for value in model[0]["headers"].values())
    assert KEY not in (folder / f"{name}.json").read_text(encoding="utf-8")
