"""``okr draft`` with a model, as somebody meets it: shown before it is sent, watched, and stopped."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
from click.testing import CliRunner

from assistant.brief import read_brief
from assistant.cli import cli
from assistant.cli.progress import STOPPED, Shown
from assistant.cli.speaking import STOPPED_BY_USER
from assistant.drafters.events import ObjectiveWritten, Step, StepBegan, UsageCounted
from assistant.drafters.llm.messages import user_message
from assistant.okr import Language, Objective
from prompts import prompt
from tests.drafters.faults.app import FaultyService
from tests.drafters.faults.serving import Serving, serving
from tests.drafters.wire import BRIEF, KEY, URL, answer, completion
from tests.running import ROOT

MODELS = ["openai/some-model", "openai/gpt-4o-mini", "azure/own", "hosted_vllm/own"]
_LONG = 60.0
"""Seconds a busy machine may take to load the model library; nothing waits that long for luck."""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "strategi.md"
    path.write_text(BRIEF, "utf-8")
    return path


def okr(*arguments: str | Path) -> Any:
    """The command, in this process."""
    return CliRunner().invoke(cli, ["draft", *map(str, arguments)])


# --- before it is sent -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS)
def test_what_is_shown_is_what_is_sent(
    wire: respx.MockRouter, brief: Path, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    """Address and body are those of the real call, value for value; and showing them sends nothing."""
    for name in ("AZURE_API_KEY", "HOSTED_VLLM_API_KEY"):
        monkeypatch.setenv(name, KEY)
    monkeypatch.setenv("AZURE_API_VERSION", "2024-10-21")
    route = wire.route().respond(json=completion(answer()))
    shown = okr(brief, "--model", model, "--show-prompt", "--format", "json")
    assert shown.exit_code == 0
    assert not route.called
    okr(brief, "--model", model)
    sent = route.calls[0].request
    assert json.loads(shown.stdout) == {"url": str(sent.url).partition("?")[0], "body": json.loads(sent.content)}


def test_it_is_shown_to_be_read(wire: respx.MockRouter, brief: Path) -> None:
    """The texts stand there as lines, with where they go and what else is in the request."""
    shown = okr(brief, "--model", MODELS[0], "--show-prompt", "--lang", "nb")
    assert prompt("draft", "nb").rstrip("\n") in shown.stdout
    assert user_message(read_brief(BRIEF)) in shown.stdout
    assert URL in shown.stdout
    assert '"max_tokens": 4000' in shown.stdout
    assert "Ingenting er sendt." in shown.stdout


@pytest.mark.parametrize("flag", ["--show-prompt", "--dry-run"])
def test_showing_needs_no_key_and_shows_none(
    wire: respx.MockRouter, brief: Path, monkeypatch: pytest.MonkeyPatch, flag: str
) -> None:
    """Whoever wants to know what would be sent need not have an account."""
    with_key = okr(brief, "--model", MODELS[0], flag)
    monkeypatch.delenv("OPENAI_API_KEY")
    without = okr(brief, "--model", MODELS[0], flag)
    assert with_key.exit_code == without.exit_code == 0
    assert with_key.stdout == without.stdout
    assert KEY not in with_key.stdout + with_key.stderr


def test_a_dry_run_adds_tokens_and_price(wire: respx.MockRouter, brief: Path) -> None:
    """The price is that of the price list; where there is none, it says so rather than nothing."""
    priced = json.loads(okr(brief, "--model", MODELS[1], "--dry-run", "--format", "json").stdout)
    least, most = priced["cost"]
    assert 1_000 < priced["tokens"] < 20_000
    assert 0 < least < most < 0.01
    assert json.loads(okr(brief, "--model", MODELS[0], "--dry-run", "--format", "json").stdout)["cost"] is None
    said = {code: okr(brief, "--model", MODELS[0], "--dry-run", "--lang", code).stdout for code in ("nb", "nn", "en")}
    assert "Prisen er ukjent" in said["nb"]
    assert "Prisen er ukjend" in said["nn"]
    assert "price is not known" in said["en"]


def test_without_a_model_nothing_would_leave(brief: Path) -> None:
    """And no model library is loaded to say so."""
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom assistant.cli import cli\n"
        f"ran = CliRunner().invoke(cli, ['draft', {str(brief)!r}, '--model', '', '--show-prompt', '--lang', 'en'])\n"
        "print(ran.exit_code, ran.stdout, {'litellm', 'httpx', 'asyncio'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "0 Nothing leaves the machine: the draft is made without a language model.\n set()\n"


def test_a_name_that_is_no_model_is_told_when_it_is_shown_too(wire: respx.MockRouter, brief: Path) -> None:
    """Exit 3 and one line, as for the real call."""
    ran = okr(brief, "--model", "no-such-provider/x", "--show-prompt")
    assert ran.exit_code == 3
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1


# --- more than one ---------------------------------------------------------------------------------------------------


def test_variants_are_drafts_that_differ(wire: respx.MockRouter, brief: Path) -> None:
    """Each later one is asked for with the objectives of those before it in view; JSON is a list of them."""
    replies = [answer(), answer(text="Kundene fornyer fordi avtalen holder")]
    route = wire.post(URL)
    route.side_effect = [httpx.Response(200, json=completion(reply)) for reply in replies]
    ran = okr(brief, "--model", MODELS[0], "--variants", "2", "--format", "json")
    made = json.loads(ran.stdout)
    assert len({it["okr_set"]["objectives"][0]["text"] for it in made}) == len(made) == 2
    assert "already_drafted" in json.loads(route.calls[1].request.content)["messages"][1]["content"]


def test_variants_to_read_are_numbered(wire: respx.MockRouter, brief: Path) -> None:
    """In the language of the draft."""
    route = wire.post(URL)
    route.side_effect = [
        httpx.Response(200, json=completion(answer(text=text))) for text in ("Kundene blir hos oss", "Kundene fornyer")
    ]
    text = okr(brief, "--model", MODELS[0], "--variants", "2").stdout
    assert text.index("**Forslag 1 av 2**") < text.index("**Forslag 2 av 2**")


# --- while it runs ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving(FaultyService()) as running:
        yield running


def command(brief: Path, server: Serving, fault: str) -> tuple[list[str], dict[str, str]]:
    """The command in a process of its own, and its environment: a Norwegian who asks a service on this machine."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "PYTHONDONTWRITEBYTECODE") if name in os.environ}
    environment = {
        **kept, "PYTHONPATH": str(ROOT), "HOME": str(brief.parent), "LC_ALL": "nb_NO.UTF-8", "TERM": "xterm",
        "OPENAI_API_KEY": KEY, "OKR_MODEL": "openai/some-model", "OKR_MODEL_BASE": f"{server.address}/{fault}",
    }  # fmt: skip
    return [sys.executable, "-m", "assistant.cli", "draft", str(brief)], environment


def test_it_is_quiet_when_piped(brief: Path, server: Serving) -> None:
    """A draft on standard output, and not a word beside it."""
    line, environment = command(brief, server, "good")
    ran = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=_LONG, check=False)
    assert ran.returncode in {0, 1}
    assert ran.stdout.startswith("# OKR T2 2026")
    assert ran.stderr == ""


def test_a_terminal_shows_what_goes_on(brief: Path, server: Serving) -> None:
    """Steps, seconds and tokens while it runs, and the draft at the end."""
    line, environment = command(brief, server, "good")
    mine, its = pty.openpty()
    with subprocess.Popen(line, env=environment, stdin=its, stdout=its, stderr=its) as running:
        os.close(its)
        shown = _all_of(mine)
        running.wait(timeout=_LONG)
    os.close(mine)
    assert running.returncode in {0, 1}
    for words in ("Gjør klart", " s", "OKR T2 2026"):
        assert words in shown
    assert "\x1b[?25l" in shown
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")  # the cursor is back


def _all_of(terminal: int) -> str:
    """What is written to a terminal until its last writer is gone."""
    said = b""
    ends = time.monotonic() + _LONG
    while time.monotonic() < ends:
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        said += piece
    return said.decode("utf-8", "replace")


@pytest.mark.parametrize("fault", ["hang-before-answer", "drip"])
def test_control_c_ends_the_call_at_once(brief: Path, server: Serving, fault: str) -> None:
    """With a line that says so, no traceback, nothing written, and the connection closed."""
    line, environment = command(brief, server, fault)
    with subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        ends = time.monotonic() + _LONG
        while not server.connections() and time.monotonic() < ends:
            time.sleep(0.02)
        assert server.connections()
        pressed = time.monotonic()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=_LONG)
    assert time.monotonic() - pressed < 10
    assert running.returncode == STOPPED_BY_USER == 130
    assert (out, err) == ("", f"okr: {STOPPED.nb}\n")
    assert server.is_left_alone()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.NB, "Retter (1) · 0 s · 2 kall · 12\u00a0345 tokens ut, 678 inn · $0,0123"),
        (Language.NN, "Rettar (1) · 0 s · 2 kall · 12\u00a0345 tokens ut, 678 inn · $0,0123"),
        (Language.EN, "Mending (1) · 0 s · calls: 2 · 12,345 tokens out, 678 in · $0.0123"),
    ],
)
def test_the_line_says_step_seconds_tokens_and_cost(language: Language, line: str) -> None:
    """Numbers are written as the language writes them."""
    shown = Shown(language)
    shown.tell(StepBegan(Step.REPAIRING, 1))
    shown.tell(UsageCounted(2, 12_345, 678, 0.0123))
    assert shown.line() == line


def test_an_objective_is_shown_as_unchecked_as_soon_as_it_is_complete() -> None:
    """One that comes again stands once, in its place."""
    shown = Shown(Language.NB)
    for at, text in ((1, "Kundene blir"), (0, "Vi svarer"), (1, "Kundene blir hos oss")):
        shown.tell(ObjectiveWritten(at, Objective(text=text)))
    assert shown.objectives() == [
        "1. Vi svarer (ikke kontrollert ennå)",
        "2. Kundene blir hos oss (ikke kontrollert ennå)",
    ]
