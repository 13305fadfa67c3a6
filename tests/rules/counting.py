"""Counting what Python does, which is the same on every machine and every day."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(run: Callable[[], object]) -> int:
    """How many calls and bytecode instructions it takes to ``run``.

    Calls of functions written in C count as one each, whatever they are given; the loops of Python count in full.
    """
    count = 0

    def called(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    def traced(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return traced

    tracer, profiler = sys.gettrace(), sys.getprofile()
    sys.setprofile(called)
    sys.settrace(traced)
    try:
        run()
    finally:
        sys.settrace(tracer)
        sys.setprofile(profiler)
    return count
