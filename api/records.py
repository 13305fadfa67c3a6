"""Drafts as answers: the JSON of the contract, with what the store knows of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from fastapi import Response

from api.etags import etag
from assistant.store import Answer

if TYPE_CHECKING:
    from assistant.store import StoredDraft

JSON_TYPE = "application/json"


def to_bytes(record: object) -> bytes:
    """A record as JSON, as short as it can be."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def json_response(record: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer that is a record; what it holds was made by code, and needs no second validation."""
    return Response(to_bytes(record), status, headers, JSON_TYPE)


def stored_record(stored: StoredDraft) -> dict[str, Any]:
    """A draft that is kept."""
    return {
        "id": stored.id,
        "revision": stored.revision,
        "created": stored.created.isoformat(),
        "updated": stored.updated.isoformat(),
        **stored.record,
    }


def unkept_record(record: dict[str, Any]) -> dict[str, Any]:
    """A draft that is not kept: it has no id."""
    return {"id": None, "revision": None, "created": None, "updated": None, **record}


def stored_headers(stored: StoredDraft) -> dict[str, str]:
    """Where a draft is, and which revision this is."""
    return {"ETag": etag(stored.revision), "Location": f"/v1/drafts/{stored.id}"}


def stored_answer(stored: StoredDraft, status: int = 200) -> Answer:
    """A draft that is kept, as an answer that can be given again."""
    return Answer(status=status, headers=stored_headers(stored), body=to_bytes(stored_record(stored)))


def response_of(answer: Answer, *, again: bool = False) -> Response:
    """An answer as a response.

    Args:
        answer: The answer; with a body.
        again: Whether it was given before.
    """
    headers = {**answer.headers, "Idempotent-Replayed": "true"} if again else answer.headers
    return Response(answer.body, answer.status, headers, JSON_TYPE)
