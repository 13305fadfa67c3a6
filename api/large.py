"""Large requests: their work is done beside the loop and in turn, so that small ones need not wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import ParamSpec, TypeVar

LARGE = 16_384
"""Bytes; what is smaller takes milliseconds."""

_AT_ONCE = 2
_threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="large")
P = ParamSpec("P")
T = TypeVar("T")


async def by_size(size: int, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What ``work`` gives: done at once when the request of ``size`` bytes is small, otherwise in turn."""
    if size > LARGE:
        return await in_turn(work, *given, **named)
    return work(*given, **named)


async def in_turn(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What ``work`` gives, done in one of few threads: with more of them, everybody would wait for all."""
    context = copy_context()
    return await asyncio.get_running_loop().run_in_executor(_threads, lambda: context.run(work, *given, **named))
