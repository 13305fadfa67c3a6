"""Large requests beside small ones."""

from __future__ import annotations

import asyncio
import threading

import httpx

from api.large import LARGE, by_size
from tests.api.asking import Served

BRIEF = "# Strategi\n\n- Vi skal øke gjenkjøp fra 45 % til 60 % innen 30. april 2026.\n"


def test_a_small_draft_need_not_wait_for_large_work(service: Served) -> None:
    """However many large requests are being worked on, there is a thread for a small one."""
    gate = threading.Event()

    async def ask(session: httpx.AsyncClient) -> int:
        waiting = [asyncio.ensure_future(by_size(LARGE + 1, gate.wait)) for _ in range(50)]
        try:
            async with asyncio.timeout(30):
                return (await session.post("/v1/drafts", json={"brief": BRIEF})).status_code
        finally:
            gate.set()
            await asyncio.gather(*waiting)

    assert service.together(ask) == [201]
