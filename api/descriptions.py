"""What the answers hold, for the service's OpenAPI description."""

from __future__ import annotations

from typing import Any

from api import models
from api.asked import DraftBody

_ETAG = {"ETag": {"description": "The revision, for `If-Match`.", "schema": {"type": "string"}}}
_REVIEW_EXAMPLE = {
    "language": "en",
    "verdict": "needs_work",
    "pitfalls": {
        "task_driven": {"verdict": "at_risk"},
        "ownership": {"verdict": "unknown", "question": "Who owns it?"},
    },
    "findings": [
        {
            "code": "TSK01",
            "name": "key-result-is-a-task",
            "pitfall": "task_driven",
            "severity": "error",
            "path": "/objectives/0/key_results/0",
            "line": 2,
            "column": 3,
            "end_column": 17,
            "text": "Launch the app",
            "span": [0, 14],
            "message": "“Launch the app” is work to be done, and says nothing of what it changes.",
            "suggestion": "What changes for the customers once the app is there?",
        }
    ],
}
_DRAFT_EXAMPLE = {
    "id": "q3zk5v7n2m6x4wdy",
    "revision": 1,
    "created": "2026-11-30T09:00:00+00:00",
    "updated": "2026-11-30T09:00:00+00:00",
    "okr_set": {"title": "OKR T1 2027", "objectives": [{"text": "Customers come back", "key_results": []}]},
    "review": {**_REVIEW_EXAMPLE, "findings": []},
    "questions": [{"path": "/objectives/0", "pitfall": "ownership", "text": "Who shall own “Customers come back”?"}],
    "provenance": {
        "drafter": "extractive",
        "model": None,
        "prompts": {},
        "calls": 0,
        "input_tokens": 0,
        "output_tokens": 0,
        "cost": 0,
        "rounds": 0,
        "seconds": 0.03,
        "note": "",
    },
}
_REVISION_EXAMPLE = {
    "number": 2,
    "at": "2026-11-30T09:05:00+00:00",
    "by": "local",
    "kind": "edited",
    "changes": [{"path": "/objectives/0/key_results/1/target", "what": "changed"}],
}
_SUMMARY_EXAMPLE = {
    "id": _DRAFT_EXAMPLE["id"],
    "revision": 2,
    "created": "2026-11-30T09:00:00+00:00",
    "updated": "2026-11-30T09:05:00+00:00",
    "title": "OKR T1 2027",
    "language": "en",
    "period": "T1 2027",
    "verdict": "needs_work",
}


def _answer(description: str, model: Any, example: object, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - OpenAPI's own
    return {
        "description": description,
        "model": model,
        "content": {"application/json": {"example": example}},
        **more,
    }


DRAFT = _answer("The draft, checked.", models.Draft, _DRAFT_EXAMPLE, headers=_ETAG)
DRAFTS = _answer("A page of drafts.", models.Drafts, {"drafts": [_SUMMARY_EXAMPLE], "next": None})
REVISIONS = _answer("The draft's history.", models.Revisions, {"revisions": [_REVISION_EXAMPLE]})
REVIEW = _answer("What the rules say.", models.Review, {**_REVIEW_EXAMPLE, "ignored": [], "notes": []})
BRIEF = _answer("What the draft was asked for with.", DraftBody, {"brief": "# Strategi\n\n- ...", "language": "nb"})
READ_DOCUMENT = _answer(
    "The document's text.",
    models.ReadDocument,
    {"brief": "# Strategi\n\n- ...", "language": "nb", "fields": {"strategy": 12, "vision": 1}},
)
EVERYTHING = _answer(
    "All that is held.",
    dict[str, Any],
    {
        "tenant": {"id": "h5yx3c2m7qvw6k4d", "name": "kommunen", "created": "2026-11-30T09:00:00+00:00"},
        "keys": [],
        "drafts": [],
        "usage": [],
        "answers": [],
    },
)

STREAMED_DRAFT = {
    **DRAFT,
    "headers": {**_ETAG, "Location": {"description": "Where the draft is.", "schema": {"type": "string"}}},
    "content": {
        **DRAFT["content"],
        "text/event-stream": {
            "schema": {"type": "string"},
            "example": 'event: progress\ndata: {"step":"drafting","round":0}\n\nevent: draft\ndata: {}\n\n',
        },
    },
}

_BINARY = {"schema": {"type": "string", "format": "binary"}}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EXPORT = {
    "description": "The file.",
    "headers": {"Content-Disposition": {"description": "The file's name.", "schema": {"type": "string"}}},
    "content": {
        "text/markdown": {"schema": {"type": "string"}},
        _WORD: _BINARY,
        _EXCEL: _BINARY,
        "text/csv": {"schema": {"type": "string"}},
        "text/calendar": {"schema": {"type": "string"}},
        "application/json": {"schema": {}},
    },
}
DOCUMENT = {
    "requestBody": {
        "required": True,
        "content": {
            _WORD: _BINARY,
            _SLIDES: _BINARY,
            "application/pdf": _BINARY,
            "text/markdown": {"schema": {}, "example": "# Strategi\n\n- Vi skal vokse fra 40 til 60."},
            "text/plain": {"schema": {}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                    "additionalProperties": False,
                }
            },
        },
    }
}
_REVISION = {"type": "string", "pattern": '^([*]|"r[0-9]{1,9}")$'}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of the revision that is meant, or `*` for whichever there is.",
    "schema": _REVISION,
    "example": '"r1"',
}
IF_MATCH_REQUIRED = {**IF_MATCH, "required": True}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A name for this request: it is carried out once, however often it is sent.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    "example": "8f2b1c9e-0d5a-4a55-9c1e-0c5b7d3f2a10",
}
