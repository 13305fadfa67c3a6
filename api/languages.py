"""Which of the three languages a reader prefers."""

from __future__ import annotations

from fastapi import Request

from assistant.okr import Language

_TAGS = {"nb": Language.NB, "no": Language.NB, "nn": Language.NN, "en": Language.EN}


def preferred(request: Request) -> Language:
    """The first language of ``Accept-Language`` that is spoken here, weights aside; English otherwise."""
    for part in request.headers.get("accept-language", "")[:200].split(","):
        tag = part.partition(";")[0].strip().lower().partition("-")[0]
        if tag in _TAGS:
            return _TAGS[tag]
    return Language.EN
