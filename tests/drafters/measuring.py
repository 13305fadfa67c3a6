"""What drafting with a model costs beside the libraries alone: ``python -m tests.drafters.measuring [MANY]``.

Processor time of a draft against a bare call through instructor and litellm, the time of many at once against as many bare
calls, with a model service on this machine; and the tokens of a repair against asking for the whole draft again.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import socket
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from multiprocessing.process import BaseProcess
from typing import Any

from assistant.brief import read_brief
from assistant.drafters.answer import Answer
from assistant.drafters.llm import LlmDrafter
from assistant.drafters.llm.budget import tokens_in
from assistant.drafters.llm.library import libraries
from assistant.drafters.llm.messages import repair_message, user_message
from assistant.drafters.provenance import ground
from assistant.drafting import draft_async
from assistant.drafting.versions import Version
from assistant.rules.profile import load_profile
from prompts import prompt
from tests.drafters import three
from tests.drafters.faults.app import SAYINGS
from tests.drafters.wire import BRIEF

MODEL = "openai/some-model"
Call = Callable[[], Awaitable[object]]


def _serve(port: int, seconds: float) -> None:
    """A service that gives one good answer, after a while."""
    import uvicorn

    body = SAYINGS["good"].whole()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        await asyncio.sleep(seconds)
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    uvicorn.run(app, port=port, log_level="error", backlog=4_096)


def _served(seconds: float) -> tuple[BaseProcess, str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(port, seconds), daemon=True)
    server.start()
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return server, f"http://127.0.0.1:{port}/v1"


def _calls(litellm: Any, base: str) -> dict[str, tuple[Call, Callable[[], None]]]:
    """A bare call and a draft, each with what has to be set before it: the bare one has litellm's own clients."""
    import instructor
    from litellm.caching.llm_caching_handler import LLMClientCache

    ours = litellm.aclient_session, litellm.in_memory_llm_clients_cache
    stock = None, LLMClientCache()
    brief = read_brief(BRIEF)
    roles = {"system": prompt("draft", "nb"), "user": user_message(brief)}
    messages: Any = [{"role": role, "content": text} for role, text in roles.items()]
    client: Any = instructor.from_litellm(litellm.acompletion, mode=instructor.Mode.JSON, async_client=True)
    fixed = {"max_tokens": 4_000, "timeout": 120, "num_retries": 0, "drop_params": True}
    drafter = LlmDrafter(MODEL, api_base=base)

    async def bare() -> object:
        return await client.create(
            response_model=Answer, messages=messages, max_retries=0, strict=False, model=MODEL, api_base=base, **fixed
        )

    async def drafted() -> object:
        return await draft_async(brief, drafter)

    def use(clients: tuple[Any, Any]) -> Callable[[], None]:
        def setting() -> None:
            litellm.aclient_session, litellm.in_memory_llm_clients_cache = clients

        return setting

    return {"bare": (bare, use(stock)), "draft": (drafted, use(ours))}


async def _processor(calls: dict[str, tuple[Call, Callable[[], None]]], times: int, rounds: int) -> dict[str, float]:
    """Milliseconds of processor time a call, the median of the rounds, which alternate."""
    took: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, (call, setting) in calls.items():
            setting()
            await call()
            began = time.process_time()
            for _ in range(times):
                await call()
            took[name].append((time.process_time() - began) / times * 1_000)
    return {name: statistics.median(each) for name, each in took.items()}


async def _together(calls: dict[str, tuple[Call, Callable[[], None]]], many: int, rounds: int) -> dict[str, str]:
    """Seconds that all but one in a hundred of many at once take, the least of the rounds, and how many failed."""
    told: dict[str, list[tuple[float, float, int]]] = {name: [] for name in calls}

    async def timed(call: Call) -> float:
        began = time.perf_counter()
        await call()
        return time.perf_counter() - began

    for _ in range(rounds):
        for name, (call, setting) in calls.items():
            setting()
            await call()
            used = time.process_time()
            results = await asyncio.gather(*(timed(call) for _ in range(many)), return_exceptions=True)
            took = [item for item in results if isinstance(item, float)]
            slowest = statistics.quantiles(took, n=100)[98]
            told[name].append((slowest, time.process_time() - used, many - len(took)))
    return {
        name: f"p99 {min(each)[0]:.2f} s, {min(each)[1]:.1f} s of processor, {sum(it[2] for it in each)} failed"
        for name, each in told.items()
    }


def _tokens() -> tuple[int, int]:
    """About how many tokens a repair of one objective of three takes, and asking for all of it again."""
    brief, profile = read_brief(three.BRIEF), load_profile()
    items = three.objectives()
    items[1]["key_results"].append({"text": "Lansere en ny app for kundene", "metric": "Lansere en ny app"})
    okr_set, questions = ground(Answer.model_validate({"objectives": items}), brief, profile)
    failing = list(Version.of(brief, profile, okr_set, questions).failing().values())
    said = json.dumps({"objectives": items}, ensure_ascii=False)
    one = json.dumps({"objectives": items[1:2]}, ensure_ascii=False)
    repair = (prompt("repair", "nb"), repair_message(brief, failing), one)
    again = (
        prompt("draft", "nb"),
        user_message(brief),
        said,
        said,
    )  # the bad answer goes back, and all of it comes anew
    return sum(map(tokens_in, repair)), sum(map(tokens_in, again))


def main() -> None:
    """Measure, and print the figures."""
    os.environ.setdefault("OPENAI_API_KEY", "-")
    litellm = libraries()
    instant, base = _served(0)
    milliseconds = asyncio.run(_processor(_calls(litellm, base), times=40, rounds=5))
    instant.terminate()
    slow, base = _served(2)
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    together = asyncio.run(_together(_calls(litellm, base), many=many, rounds=3))
    slow.terminate()
    repair, again = _tokens()
    sys.stdout.write(
        f"processor time: bare call {milliseconds['bare']:.1f} ms, draft {milliseconds['draft']:.1f} ms, "
        f"ours {milliseconds['draft'] - milliseconds['bare']:+.1f} ms\n"
        f"{many} at once, 2 s each: bare {together['bare']}; drafts {together['draft']}\n"
        f"one bad objective of three: repair about {repair} tokens, all of it again about {again} "
        f"({repair / again:.0%})\n"
    )


if __name__ == "__main__":
    main()
