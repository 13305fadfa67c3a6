"""Which revision of a draft a client has in mind: ``ETag`` and ``If-Match``."""

from __future__ import annotations

import re

from fastapi import Request

from api import refusals
from api.problems import ProblemError

_TAG = re.compile(r'"r(\d{1,9})"')


def etag(revision: int) -> str:
    """The tag of a revision."""
    return f'"r{revision}"'


def expected(request: Request, *, required: bool) -> int | None:
    """The revision that a request's ``If-Match`` names; ``None`` for any.

    Raises:
        ProblemError: It is missing though ``required``, or names no revision there could be.
    """
    given = request.headers.get("if-match")
    if given is None and required:
        raise ProblemError(refusals.NO_IF_MATCH)
    if given is None or given.strip() == "*":
        return None
    found = _TAG.fullmatch(given.strip())
    if found is None:
        raise ProblemError(refusals.CHANGED)
    return int(found[1])
