"""Reading a request's JSON, refusing what could not be answered, stored or written out again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from math import isinf
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect

from api import refusals
from api.large import by_size
from api.problems import ProblemError
from assistant.language.folding import has_lone_surrogate

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY_LIMIT = 1_048_576
"""Bytes."""

SECONDS_TO_SEND = 20
"""How long a body may take to arrive."""

DEEPEST = 32
"""How many lists and objects may stand inside each other; a set has seven."""

_LONGEST_INTEGER = 20
_LARGEST_INTEGER = 2**63
_T = TypeVar("_T", bound=BaseModel)


def body_of(model: type[_T]) -> Callable[[Request], Awaitable[_T]]:
    """A dependency that reads a request's body as ``model``."""

    async def read(request: Request) -> _T:
        _require_json(request)
        request.state.body = await receive(request)
        data = await by_size(len(request.state.body), parse, request.state.body)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            names = set(model.model_fields)
            found = {
                (str(item["loc"][0]) if item["loc"] else "", item["type"]) for item in error.errors(include_input=False)
            }
            fields = sorted({(f"/{name}" if name in names else "", word) for name, word in found})
            raise ProblemError(refusals.BAD_FORM, fields) from None

    return read


def described_body(model: type[BaseModel], example: Mapping[str, Any]) -> dict[str, Any]:
    """The OpenAPI description of a body that :func:`body_of` reads."""
    content = {"schema": model.model_json_schema(), "example": example}
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


def _require_json(request: Request) -> None:
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    charset = next((item.partition("=")[2].strip('"') for item in parameters if item.startswith("charset=")), "utf-8")
    if kind != "application/json" or charset not in {"utf-8", "utf8"}:
        raise ProblemError(refusals.NOT_JSON_TYPE)


async def receive(request: Request, limit: int = BODY_LIMIT) -> bytes:
    """The body of a request.

    Args:
        request: The request.
        limit: Bytes.

    Raises:
        ProblemError: It is compressed, larger than ``limit``, too slow or not whole.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise ProblemError(refusals.COMPRESSED)
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:10]) > limit:
        _too_large(limit)
    data = bytearray()
    try:
        async with asyncio.timeout(SECONDS_TO_SEND):
            async for chunk in request.stream():
                data += chunk
                if len(data) > limit:
                    _too_large(limit)
    except TimeoutError:
        raise ProblemError(refusals.TOO_SLOW.saying(seconds=SECONDS_TO_SEND)) from None
    except ClientDisconnect:
        raise ProblemError(refusals.ENDED_EARLY) from None
    return bytes(data)


def _too_large(limit: int) -> NoReturn:
    raise ProblemError(refusals.TOO_LARGE.saying(limit=limit // 1_048_576))


def parse(data: bytes) -> object:
    """The JSON in ``data``.

    Raises:
        ProblemError: It is not JSON in UTF-8, or holds what could not be written out again.
    """
    try:
        found: object = json.loads(
            data.decode("utf-8"),
            parse_constant=_refuse,
            parse_float=_float,
            parse_int=_int,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError):
        raise ProblemError(refusals.NOT_JSON) from None
    _look_through(found)
    return found


def _refuse(_text: str) -> NoReturn:
    raise ValueError


def _float(text: str) -> float:
    value = float(text)
    return _refuse(text) if isinf(value) else value


def _int(text: str) -> int:
    if len(text) > _LONGEST_INTEGER or abs(value := int(text)) >= _LARGEST_INTEGER:
        return _refuse(text)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _refuse("")


def _look_through(found: object) -> None:
    """Refuse half characters, NUL, and what is nested too deep to be meant."""
    level: list[Any] = [found]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                below += item.keys()
                below += item.values()
            elif isinstance(item, list):
                below += item
            elif isinstance(item, str) and ("\0" in item or has_lone_surrogate(item)):
                raise ProblemError(refusals.BAD_CHARACTERS)
        if not below:
            return
        level = below
    raise ProblemError(refusals.TOO_DEEP.saying(most=DEEPEST))
