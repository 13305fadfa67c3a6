"""What a request is called in the log, in traces and in its answer."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from contextvars import ContextVar

HEADER = b"x-request-id"

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The request that is being answered; empty outside of one."""

_SAFE = re.compile(rb"(?!okr_)[A-Za-z0-9._-]{1,64}")
"""Nothing that could forge a line, and not a key that went into the wrong header."""


def current_request_id() -> str:
    """What the request that is being answered is called; empty outside of one."""
    return request_id.get()


def request_id_of(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """What the caller calls its request, if it says so once and in safe characters; otherwise a new name."""
    given = [value for name, value in headers if name == HEADER]
    if len(given) == 1 and _SAFE.fullmatch(given[0]):
        return given[0].decode("ascii")
    return secrets.token_hex(12)
