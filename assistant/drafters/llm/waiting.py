"""How long a service asks to be left alone."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_LONGEST = 3_600.0


def seconds_to_wait(headers: Mapping[str, str]) -> float | None:
    """The seconds of ``Retry-After``, which may be a date, or of ``retry-after-ms``; ``None`` if neither can be read."""
    thousandths = _number(headers.get("retry-after-ms"))
    if thousandths is not None:
        return min(thousandths / 1_000, _LONGEST)
    written = headers.get("retry-after")
    seconds = _number(written)
    if seconds is None and written:
        try:
            seconds = parsedate_to_datetime(written).timestamp() - time.time()
        except (ValueError, TypeError, OverflowError):
            return None
    return None if seconds is None else min(max(seconds, 0.0), _LONGEST)


def _number(written: str | None) -> float | None:
    try:
        number = float(written or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
