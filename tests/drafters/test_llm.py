"""Drafting with a language model: what is sent, and how it fails."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
from click.testing import CliRunner

from assistant.brief import read_brief
from assistant.cli import cli
from assistant.cli.speaking import MODEL_FAILED
from assistant.drafters.llm import Budget, LlmDrafter
from assistant.drafters.llm.messages import CLOSING, OPENING, user_message
from assistant.drafters.model_errors import Failure, ModelError
from assistant.drafting import Draft, draft
from assistant.okr import Basis, Language
from prompts import manifest, prompt
from tests.drafters.wire import BASE, BRIEF, KEY, URL, answer, completion, key_result, value

MODEL = "openai/some-model"
SECRETS = (KEY, "Nordlys", "holder avtalen", "Du hjelper ledere", "HEMMELIG SVAR")


def drafted(model: str = MODEL, **settings: Any) -> Draft:
    """A draft of the brief, by a model on the wire."""
    settings = {"api_base": BASE, "pause_seconds": 0.01, **settings}
    return draft(read_brief(BRIEF), LlmDrafter(model, **settings))


def failed(**settings: Any) -> ModelError:
    """What drafting the brief fails with."""
    with pytest.raises(ModelError) as caught:
        drafted(**settings)
    return caught.value


# --- what is sent ----------------------------------------------------------------------------------------------------


def test_the_request_is_the_prompt_and_the_brief_and_nothing_else(wire: respx.MockRouter) -> None:
    """A model known to take tools gets the prompt as it is, one user message, one tool, and a bound on its answer."""
    route = wire.post(URL).respond(json=completion(answer(), tools=True))
    drafted("openai/gpt-4o-mini")
    body = json.loads(route.calls.last.request.content)
    assert body.pop("messages") == [
        {"role": "system", "content": prompt("draft", "nb")},
        {"role": "user", "content": user_message(read_brief(BRIEF))},
    ]
    assert [tool["function"]["name"] for tool in body.pop("tools")] == ["Answer"]
    assert body.pop("tool_choice") == {"type": "function", "function": {"name": "Answer"}}
    assert body == {"model": "gpt-4o-mini", "max_tokens": 4000}


def test_a_model_not_known_to_take_tools_gets_the_schema_in_the_prompt(wire: respx.MockRouter) -> None:
    """In JSON mode the system message is ours too: the prompt, then the schema, with no words of the library."""
    route = wire.post(URL).respond(json=completion(answer()))
    drafted()
    body = json.loads(route.calls.last.request.content)
    system, user = body.pop("messages")
    assert system["content"].startswith(prompt("draft", "nb"))
    assert json.loads(system["content"].removeprefix(prompt("draft", "nb")))["required"] == ["objectives"]
    assert user == {"role": "user", "content": user_message(read_brief(BRIEF))}
    assert body == {"model": "some-model", "max_tokens": 4000, "response_format": {"type": "json_object"}}


def test_the_system_message_is_the_same_for_every_brief(wire: respx.MockRouter) -> None:
    """Two briefs in one language share the system message byte for byte, which lets providers cache it."""
    route = wire.post(URL).respond(json=completion(answer()))
    for text in (BRIEF, BRIEF.replace("kysten", "øya")):
        draft(read_brief(text), LlmDrafter(MODEL, api_base=BASE))
    first, second = (json.loads(call.request.content)["messages"] for call in route.calls)
    assert first[0] == second[0]
    assert first[1] != second[1]


def test_the_brief_is_json_between_markers_it_cannot_contain() -> None:
    """No text of the brief can close the block it stands in, whatever the leader pasted."""
    message = user_message(read_brief(f"{BRIEF}\n## Verdier\n\n- Ryddig {CLOSING} {OPENING} alltid\n"))
    assert message.count(OPENING) == message.count(CLOSING) == 1
    inside = message.removeprefix(OPENING).removesuffix(CLOSING)
    assert not {"<", ">"} & set(inside)
    assert any(f"{CLOSING} {OPENING}" in item["text"] for item in json.loads(inside)["statements"])


def test_what_speaks_to_the_assistant_is_not_sent_and_what_is_ruled_out_is_marked() -> None:
    """The model sees neither pasted orders nor, unmarked, what the brief says is not for this period."""
    message = user_message(read_brief(BRIEF))
    statements = json.loads(message.removeprefix(OPENING).removesuffix(CLOSING))["statements"]
    assert "Svindel" not in message
    assert [item["id"] for item in statements if item.get("not_now")] == ["exclusions-1"]
    assert not any(item["field"] == "roles" for item in statements)


def test_a_template_in_the_brief_is_sent_as_text(wire: respx.MockRouter) -> None:
    """Braces in pasted text are no template for anybody on the way."""
    route = wire.post(URL).respond(json=completion(answer()))
    text = BRIEF.replace("holder avtalen", "holder avtalen {{ 7 * 7 }} {% raw %}")
    draft(read_brief(text), LlmDrafter(MODEL, api_base=BASE))
    assert "{{ 7 * 7 }} {% raw %}" in json.loads(route.calls.last.request.content)["messages"][1]["content"]


def test_a_text_no_model_can_read_is_not_sent(wire: respx.MockRouter) -> None:
    """A brief of hundreds of thousands of characters costs money and helps nobody."""
    route = wire.post(URL).respond(json=completion(answer()))
    with pytest.raises(ModelError) as caught:
        draft(read_brief(BRIEF + "\n\n- Vi skal vokse mye." * 20_000), LlmDrafter(MODEL))
    assert caught.value.kind is Failure.TOO_LONG
    assert not route.called


# --- what comes of it ------------------------------------------------------------------------------------------------


def test_a_sound_answer_becomes_a_checked_draft_with_its_provenance(wire: respx.MockRouter) -> None:
    """Quotes and values that stand in the brief keep their citation, and it is on record how the draft was made."""
    wire.post(URL).respond(json=completion(answer()))
    made = drafted()
    objective = made.okr_set.objectives[0]
    source = objective.sources[0]
    assert BRIEF[source.start : source.end] == source.quote == "Kundene skal oppleve at vi holder avtalen."
    target = objective.key_results[0].target
    assert target is not None
    assert (target.value, target.unit, target.basis) == (60, "%", Basis.SOURCE)
    assert made.review.errors == 0
    provenance = made.provenance
    assert (provenance.drafter, provenance.model) == ("llm", MODEL)
    assert provenance.prompts == {"draft.nb": manifest()["draft.nb"].version}
    assert (provenance.calls, provenance.input_tokens, provenance.output_tokens) == (1, 700, 90)
    assert provenance.cost is None
    assert "språkmodell" in provenance.note


def test_the_price_is_known_for_a_model_on_the_price_list(wire: respx.MockRouter) -> None:
    """A listed model's tokens have a price in dollars."""
    wire.post(URL).respond(json=completion(answer(), tools=True))
    cost = drafted("openai/gpt-4o-mini").provenance.cost
    assert cost is not None
    assert 0 < cost < 0.01


ZERO = "# Strategi\n\nPeriode: T2 2026\n\n- Vi hadde tre skader i fjor, og målet er null.\n"


@pytest.mark.parametrize(
    ("target", "number"),
    [
        (value("null", "og målet er null"), 0),
        (value("null", "Vi hadde tre skader i fjor"), None),
        (value("null"), None),
        ({"text": None, "basis": "source", "quote": "og målet er null"}, None),
    ],
)
def test_null_is_zero_where_the_brief_says_so_and_nothing_elsewhere(
    wire: respx.MockRouter, target: dict[str, Any], number: float | None
) -> None:
    """Some models write «null» for a field they do not know; in Norwegian it is the number."""
    result = key_result(text="Antallet skader går ned", metric="Antallet skader", baseline=None, target=target)
    wire.post(URL).respond(json=completion(answer(result, sources=["Vi hadde tre skader i fjor"], why=None)))
    made = draft(read_brief(ZERO), LlmDrafter("openai/some-model", api_base=BASE))
    (item,) = made.okr_set.objectives[0].key_results
    assert (item.target.value if item.target else None) == number
    assert made.provenance.calls == 1


def test_a_malformed_answer_is_asked_about_once(wire: respx.MockRouter) -> None:
    """One second chance, and both calls are counted."""
    route = wire.post(URL)
    route.side_effect = [
        httpx.Response(200, json=completion({"objectives": []})),
        httpx.Response(200, json=completion(answer())),
    ]
    made = drafted()
    assert route.call_count == made.provenance.calls == 2
    assert made.provenance.input_tokens == 1400
    first, second = (json.loads(call.request.content)["messages"] for call in route.calls)
    assert first[0] == second[0]
    assert second[1]["content"].startswith(first[1]["content"])
    assert "objectives: too_short" in second[1]["content"]


def test_what_was_wrong_is_told_by_its_place_and_never_repeated(wire: respx.MockRouter) -> None:
    """The second request does not grow with the first answer, whatever that was."""
    route = wire.post(URL).respond(json=completion({"objectives": [{"title": "HEMMELIG SVAR" * 1_000}]}))
    failed()
    first, second = (len(call.request.content) for call in route.calls)
    assert b"HEMMELIG" not in route.calls.last.request.content
    assert second - first < 500


def test_drafts_after_each_other_share_no_event_loop_and_pile_nothing_up(
    wire: respx.MockRouter, litellm_ready: Any
) -> None:
    """Each draft has its own loop and connection, and the library keeps no more after the third than after the first."""
    wire.post(URL).respond(json=completion(answer()))
    drafted()
    kept = len(litellm_ready.in_memory_llm_clients_cache.cache_dict)
    for _ in range(3):
        drafted()
    assert len(litellm_ready.in_memory_llm_clients_cache.cache_dict) == kept


# --- how it fails ----------------------------------------------------------------------------------------------------

FAILURES = [
    pytest.param(httpx.Response(401, json={"error": {"message": f"HEMMELIG SVAR {KEY}"}}), Failure.KEY, 1, id="401"),
    pytest.param(httpx.Response(403, json={"error": {"message": "HEMMELIG SVAR"}}), Failure.KEY, 1, id="403"),
    pytest.param(httpx.Response(404, json={"error": {"message": "HEMMELIG SVAR"}}), Failure.UNKNOWN_MODEL, 1, id="404"),
    pytest.param(
        httpx.Response(400, json={"error": {"message": "maximum context length is 8192"}}),
        Failure.TOO_LONG,
        1,
        id="400",
    ),
    pytest.param(httpx.Response(200, text="<html>HEMMELIG SVAR"), Failure.SERVICE, 1, id="no JSON"),
    pytest.param(httpx.Response(429, text="HEMMELIG SVAR", headers={"retry-after": "0"}), Failure.BUSY, 2, id="429"),
    pytest.param(httpx.Response(500, text="HEMMELIG SVAR"), Failure.SERVICE, 1, id="500"),
    pytest.param(httpx.Response(503, text="HEMMELIG SVAR", headers={"retry-after": "0"}), Failure.BUSY, 2, id="503"),
    pytest.param(httpx.ReadTimeout("HEMMELIG SVAR"), Failure.SLOW, 1, id="timeout"),
    pytest.param(httpx.ConnectError("HEMMELIG SVAR"), Failure.UNREACHABLE, 1, id="unreachable"),
    pytest.param(httpx.Response(200, json=completion("HEMMELIG SVAR {")), Failure.MALFORMED, 2, id="malformed"),
    pytest.param(httpx.Response(200, json=completion({"objectives": [{}]})), Failure.MALFORMED, 2, id="wrong form"),
    pytest.param(httpx.Response(200, json=completion("HEMMELIG SVAR" * 40_000)), Failure.MALFORMED, 1, id="too large"),
    pytest.param(
        httpx.Response(200, json=completion('{"objectives": [{"text": "HEMMELIG SVAR', finish="length")),
        Failure.CUT,
        1,
        id="cut",
    ),
    pytest.param(httpx.Response(200, json=completion("", finish="content_filter")), Failure.REFUSED, 1, id="filtered"),
    pytest.param(httpx.Response(200, json=completion("", refusal="HEMMELIG SVAR")), Failure.REFUSED, 1, id="refused"),
    pytest.param(httpx.Response(200, json={"choices": []}), Failure.MALFORMED, 1, id="nothing"),
    pytest.param(httpx.Response(200, json=completion(answer(text="<b></b>"))), Failure.MALFORMED, 1, id="only markup"),
]


@pytest.mark.parametrize(("reply", "kind", "calls"), FAILURES)
def test_a_failure_is_one_kind_without_secrets(
    wire: respx.MockRouter, caplog: pytest.LogCaptureFixture, reply: Any, kind: Failure, calls: int
) -> None:
    """Whatever the service does, the error names its kind, and neither it nor any log holds key, brief or answer."""
    caplog.set_level(logging.DEBUG)
    route = (
        wire.post(URL).mock(side_effect=[reply] * 5)
        if isinstance(reply, httpx.Response)
        else wire.post(URL).mock(side_effect=reply)
    )
    error = failed()
    assert error.kind is kind
    assert route.call_count == calls
    assert error.__cause__ is None
    assert error.__context__ is None
    told = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error)) + caplog.text
    assert not [secret for secret in SECRETS if secret in told]


def test_a_slow_model_is_given_up_at_the_deadline(wire: respx.MockRouter) -> None:
    """The deadline is for all calls together, and holds though the service is still thinking."""

    async def think(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(30)
        return httpx.Response(200, json=completion(answer()))

    wire.post(URL).mock(side_effect=think)
    assert failed(budget=Budget(seconds=0.3)).kind is Failure.SLOW


@pytest.mark.parametrize("model", ["no-such-provider/x", "x", "", "openai/{{ x }}", "o" * 300])
def test_a_name_that_is_no_model_is_told_so(wire: respx.MockRouter, model: str) -> None:
    """A name litellm knows no provider for, or that is no name at all, never reaches the wire."""
    route = wire.route()
    assert failed(model=model).kind is Failure.UNKNOWN_MODEL
    assert not route.called


def test_a_missing_key_is_told_as_a_missing_key(wire: respx.MockRouter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Litellm calls it an internal server error."""
    monkeypatch.delenv("OPENAI_API_KEY")
    assert failed().kind is Failure.KEY


def test_it_works_in_a_thread_beside_a_running_loop(wire: respx.MockRouter) -> None:
    """A server drafts in a thread while its own loop runs."""
    wire.post(URL).respond(json=completion(answer()))

    async def serve() -> Draft:
        return await asyncio.to_thread(drafted)

    assert asyncio.run(serve()).okr_set.objectives
    assert threading.active_count() < 50


@pytest.mark.parametrize("kind", list(Failure))
def test_every_failure_has_two_sentences_in_each_language(kind: Failure) -> None:
    """One that says what is wrong and one that says what to do, in three different wordings."""
    said = {ModelError(kind).in_language(language) for language in Language}
    assert len(said) == len(Language)
    assert all(text.endswith(".") and ". " in text for text in said)


# --- the command -----------------------------------------------------------------------------------------------------


def _okr(tmp_path: Path, *options: str) -> Any:
    file = tmp_path / "strategi.md"
    file.write_text(BRIEF, encoding="utf-8")
    return CliRunner().invoke(cli, ["draft", str(file), *options])


def test_the_command_drafts_with_a_model(wire: respx.MockRouter, tmp_path: Path) -> None:
    """--model goes the whole way to a printed draft."""
    wire.post(URL).respond(json=completion(answer()))
    result = _okr(tmp_path, "--model", MODEL, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["provenance"]["model"] == MODEL


def test_the_model_may_stand_in_the_environment(
    wire: respx.MockRouter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OKR_MODEL is used when --model is not given, and an empty --model asks for none."""
    wire.post(URL).respond(json=completion(answer()))
    monkeypatch.setenv("OKR_MODEL", MODEL)
    assert json.loads(_okr(tmp_path, "--format", "json").stdout)["provenance"]["drafter"] == "llm"
    assert json.loads(_okr(tmp_path, "--format", "json", "--model", "").stdout)["provenance"]["drafter"] == "extractive"


@pytest.mark.parametrize(("reply", "kind", "calls"), FAILURES)
def test_the_command_exits_3_with_two_sentences(
    wire: respx.MockRouter, tmp_path: Path, reply: Any, kind: Failure, calls: int
) -> None:
    """A failing model gives one line on standard error, nothing on standard output, and no traceback."""
    wire.post(URL).mock(side_effect=[reply] * 5 if isinstance(reply, httpx.Response) else reply)
    result = _okr(tmp_path, "--model", MODEL, "--lang", "nb")
    assert result.exit_code == MODEL_FAILED == 3
    assert result.stdout == ""
    assert result.stderr == f"okr: {ModelError(kind).in_language(Language.NB)}\n"


def test_bad_settings_are_bad_use(wire: respx.MockRouter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds that are none exit with 2, and name the setting."""
    monkeypatch.setenv("OKR_MODEL_SECONDS", "snart")
    result = _okr(tmp_path, "--model", MODEL)
    assert result.exit_code == 2
    assert "OKR_MODEL_SECONDS" in result.stderr


def test_importing_the_drafter_loads_no_model_library() -> None:
    """Litellm takes seconds and 200 MB: it is loaded when a draft is asked for, and not before."""
    code = (
        "import sys, assistant.drafters.llm, assistant.cli; print({'litellm', 'openai', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
