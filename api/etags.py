"""Which revision of a draft a client has in mind: ``ETag`` and ``If-Match``."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Header

from api import refusals
from api.problems import ProblemError

_TAG = re.compile(r'(?:W/)?"r?(\d{1,9})"')

IfMatch = Annotated[
    str | None,
    Header(alias="If-Match", description="The ETag of the revision that is changed, or `*` for whichever there is."),
]


def etag(revision: int) -> str:
    """The tag of a revision."""
    return f'"r{revision}"'


def expected(given: str | None, *, required: bool) -> int | None:
    """The revision that ``If-Match`` names; ``None`` for any.

    Raises:
        ProblemError: It is missing though ``required``, or names no revision there could be.
    """
    if given is None or not given.strip():
        if required:
            raise ProblemError(refusals.NO_IF_MATCH)
        return None
    if given.strip() == "*":
        return None
    found = _TAG.fullmatch(given.strip())
    if found is None or given.strip().startswith("W/"):
        raise ProblemError(refusals.CHANGED)
    return int(found[1])
