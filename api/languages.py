"""Which of the three languages a reader prefers."""

from __future__ import annotations

from fastapi import Request

from assistant.okr import Language

_TAGS = {"nb": Language.NB, "no": Language.NB, "nn": Language.NN, "en": Language.EN}


def preferred(request: Request) -> Language:
    """The language a request's ``Accept-Language`` asks for."""
    return language_of(request.headers.get("accept-language", ""))


def language_of(accepted: str) -> Language:
    """The first language in an ``Accept-Language`` header that is spoken here, weights aside; English otherwise."""
    for part in accepted[:200].split(","):
        tag = part.partition(";")[0].strip().lower().partition("-")[0]
        if tag in _TAGS:
            return _TAGS[tag]
    return Language.EN
