"""A strategy in a document: its text, to be looked at and drafted from."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from api import refusals
from api.access import Caller, caller_with
from api.bodies import receive
from api.descriptions import DOCUMENT, READ_DOCUMENT
from api.large import by_size
from api.problems import ProblemError, described
from api.records import json_response
from assistant.brief import read_brief
from assistant.formats.documents import DOCUMENT_LIMIT, read_document
from assistant.store import Scope

router = APIRouter(tags=["briefs"])
_AROUND = 65_536
"""Bytes: what a form puts around its file."""
_PIECE = 65_536
"""Bytes of a form that are read at once, so that others need not wait."""


@router.post(
    "/v1/briefs",
    summary="Read a strategy from a document",
    openapi_extra=DOCUMENT,
    responses={200: READ_DOCUMENT, **described(400, 401, 403, 408, 413, 415, 422, 429)},
)
async def read_brief_document(
    request: Request, caller: Annotated[Caller, Depends(caller_with(Scope.WRITE))]
) -> Response:
    """Give the text of a Word, PowerPoint, PDF, Markdown or text file, as Markdown for `POST /v1/drafts`.

    The file is the body, or the field `file` of a form. Nothing is kept. `fields` says how many statements were found of
    each kind, so that one can see whether the headings were understood.
    """
    data, name, kind = await _received(request)
    async with caller.service.reading:
        text = await asyncio.to_thread(read_document, data, name, kind)
    brief = await by_size(len(text), read_brief, text)
    counted = Counter(statement.field for statement in brief.statements)
    language = brief.language.value if brief.language else None
    return json_response({"brief": text, "language": language, "fields": counted})


async def _received(request: Request) -> tuple[bytes, str, str]:
    """The document, its name and its kind as they were sent."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        return await receive(request, DOCUMENT_LIMIT), "", kind
    data = await receive(request, DOCUMENT_LIMIT + _AROUND)
    try:
        form = await _Form(request.headers, _pieces(data), max_files=1, max_fields=4).parse()
    except (MultiPartException, KeyError):  # the latter when no boundary is named
        raise ProblemError(refusals.CANNOT_ANSWER) from None
    try:
        found = form.get("file")
        if not isinstance(found, UploadFile):
            raise ProblemError(refusals.BAD_FORM, [("/file", "missing")])
        return await found.read(), found.filename or "", found.content_type or ""
    finally:
        await form.close()


class _Form(MultiPartParser):
    """The framework's reader of forms, which by itself writes what is larger than 1 MiB to the disk."""

    spool_max_size = DOCUMENT_LIMIT + _AROUND


async def _pieces(data: bytes) -> AsyncGenerator[bytes, None]:
    for at in range(0, len(data), _PIECE):
        yield data[at : at + _PIECE]
        await asyncio.sleep(0)
