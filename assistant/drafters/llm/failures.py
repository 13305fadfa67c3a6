"""Which kind of failure it was: by what the wire saw, and for what never left this machine, by what litellm raised."""

from __future__ import annotations

import re

from assistant.drafters.llm.library import Untyped
from assistant.drafters.llm.transport import Seen
from assistant.drafters.model_errors import Failure

_CUE_LENGTH = 2_000
_CUES = (
    (re.compile(r"maximum context length|context_length_exceeded|prompt is too long|too many tokens|context window", re.IGNORECASE), Failure.TOO_LONG),
    (re.compile(r"content[_ ]?(?:filter|policy|management)|safety", re.IGNORECASE), Failure.REFUSED),
)  # fmt: skip
_BEFORE_THE_WIRE = (
    (re.compile(r"LLM Provider NOT provided", re.IGNORECASE), Failure.UNKNOWN_MODEL),
    (re.compile(r"missing (?:\w+ )?(?:api[_ ]?key|credentials)|api_?key", re.IGNORECASE), Failure.KEY),
)
_STATUSES = {
    401: Failure.KEY,
    403: Failure.KEY,
    404: Failure.UNKNOWN_MODEL,
    408: Failure.SLOW,
    413: Failure.TOO_LONG,
    429: Failure.BUSY,
    503: Failure.BUSY,
    504: Failure.SLOW,
    529: Failure.BUSY,
}
_SAID_BY_THE_REQUEST = {400, 413, 422}
"""Statuses that blame what was sent, and say in words what of it."""
_SPENT = re.compile(r"insufficient_quota|billing|credit", re.IGNORECASE)
_PASSING = {429, 503, 529}
"""Statuses that pass: the same request may well be answered a little later."""


def failure_of(seen: Seen, litellm: Untyped, error: Exception) -> Failure:
    """The kind of failure a call ended in."""
    if seen.failure is not None:
        return seen.failure
    if seen.status is None:
        return _before_the_wire(litellm, error)
    if seen.status < 400:
        return Failure.REFUSED if isinstance(error, litellm.ContentPolicyViolationError) else Failure.SERVICE
    blamed = _CUES if seen.status in _SAID_BY_THE_REQUEST else ()
    by_words = (kind for cue, kind in blamed if cue.search(seen.said))
    return next(by_words, _STATUSES.get(seen.status, Failure.SERVICE))


def _before_the_wire(litellm: Untyped, error: Exception) -> Failure:
    """What never left this machine has few classes of its own: litellm calls a missing key an internal server error."""
    said = str(error)[:_CUE_LENGTH]
    for cue, kind in _BEFORE_THE_WIRE:
        if cue.search(said):
            return kind
    if isinstance(error, litellm.AuthenticationError):
        return Failure.KEY
    return Failure.UNKNOWN_MODEL if isinstance(error, litellm.NotFoundError) else Failure.SERVICE


def passes(seen: Seen) -> bool:
    """Whether a failure may pass by itself: a busy service, but no used-up quota, or a connection that was dropped.

    A dropped request may have been carried out all the same. Drafting changes nothing at the service, so what asking
    again may cost is one answer nobody heard; it is one of the calls that the budget allows. A connection that could not
    be made is not tried again: a model that is not running will not be in a second.
    """
    return seen.dropped or (seen.status in _PASSING and _SPENT.search(seen.said) is None)
