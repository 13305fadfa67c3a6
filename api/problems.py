"""Errors as ``application/problem+json`` (RFC 9457): they name fields and never repeat what was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.languages import preferred
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from fastapi import FastAPI

MEDIA_TYPE = "application/problem+json"

_NAME_LANGUAGE = Text(
    nb="Oversett den, eller oppgi feltet «language»: nb, nn eller en.",
    nn="Omset han, eller gi opp feltet «language»: nb, nn eller en.",
    en="Translate it, or give the field “language”: nb, nn or en.",
)
_SEE_SCHEMA = Text(
    nb="Se /openapi.json og /v1/schemas/okr-set for feltene.",
    nn="Sjå /openapi.json og /v1/schemas/okr-set for felta.",
    en="See /openapi.json and /v1/schemas/okr-set for the fields.",
)
_REMEDIES = {id(errors.SAY_LANGUAGE): _NAME_LANGUAGE, id(errors.SEE_FORMATS): _SEE_SCHEMA}
"""What to do instead, where the command line's advice speaks of files and options."""

_WRONG_FORM = Text(
    nb="Innholdet har ikke formen som ventes.",
    nn="Innhaldet har ikkje forma som er venta.",
    en="The content does not have the form expected.",
)
_DETAILS = {404: "There is nothing here.", 405: "This can be asked in another way only: see the header Allow."}


class FieldProblem(BaseModel):
    """A field that is wrong.

    Attributes:
        pointer: Where it stands, as a JSON pointer, or the name of a parameter.
        problem: What is wrong, in a word: ``missing``, ``string_type`` ...
    """

    pointer: str
    problem: str


class ProblemBody(BaseModel):
    """An error as RFC 9457 has it.

    Attributes:
        type: ``about:blank``: the status says what kind it is.
        title: The status in words.
        status: The status.
        detail: What is wrong and what to do.
        errors: The fields that are wrong.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = Field(default_factory=list)


class ProblemError(Exception):
    """A request that is refused.

    Attributes:
        status: The HTTP status.
        detail: What is wrong and what to do; never any of what was sent.
        fields: For each wrong field, where it stands and what is wrong.
    """

    def __init__(self, status: int, detail: str, fields: Sequence[tuple[str, str]] = ()) -> None:
        """Keep what the answer says."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.fields = fields


def problem(
    status: int, detail: str, fields: Sequence[tuple[str, str]] = (), headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The answer that says what is wrong."""
    named = [FieldProblem(pointer=pointer, problem=word) for pointer, word in fields]
    body = ProblemBody(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=named)
    return JSONResponse(body.model_dump(), status, headers, MEDIA_TYPE)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems a route may answer with, for its OpenAPI description."""
    schema = {"$ref": "#/components/schemas/ProblemBody"}
    return {
        status: {
            "model": ProblemBody,
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }


def add_problems(app: FastAPI) -> None:
    """Let every error of the application be answered as a problem."""

    @app.exception_handler(ProblemError)
    async def refused(_request: Request, error: ProblemError) -> JSONResponse:
        return problem(error.status, error.detail, error.fields)

    @app.exception_handler(InputError)
    async def unusable(request: Request, error: InputError) -> JSONResponse:
        language = preferred(request)
        remedy = _REMEDIES.get(id(error.remedy), error.remedy)
        what = _WRONG_FORM if remedy is _SEE_SCHEMA else error.problem
        return problem(422, f"{what.in_language(language)} {remedy.in_language(language)}", error.fields)

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        fields = [(str(item["loc"][-1]), str(item["type"])) for item in error.errors()]
        return problem(422, "A parameter has a value it cannot have.", fields)

    @app.exception_handler(HTTPException)
    async def http(_request: Request, error: HTTPException) -> JSONResponse:
        return problem(
            error.status_code, _DETAILS.get(error.status_code, "The request cannot be answered."), (), error.headers
        )
