"""What the log holds after a block."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from api.observing.logs import configure_logs


@contextmanager
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[list[dict[str, Any]]]:
    """Log at DEBUG in the block; the list has its lines when it has ended, each of them JSON."""
    lines: list[dict[str, Any]] = []
    restore = configure_logs("debug")
    try:
        yield lines
    finally:
        restore()
    lines += [json.loads(line) for line in capsys.readouterr().err.splitlines()]
