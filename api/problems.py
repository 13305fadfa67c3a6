"""Errors as ``application/problem+json`` (RFC 9457): they name fields and never repeat what was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from api import refusals
from api.languages import preferred
from api.model_problems import SECONDS_UNTIL_LESS_BUSY, model_refusal
from api.observing.logs import note_error
from api.refusals import Refusal
from assistant.drafters.model_errors import Failure, ModelError
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.okr import Language
from assistant.rules.rule import Text
from assistant.store import (
    ChangedError,
    DifferentRequestError,
    FullError,
    InProgressError,
    LimitError,
    MissingError,
    UnstorableError,
)

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
        detail: What is wrong and what to do, in the language of ``Accept-Language``.
        code: What is wrong, as a name that stays the same in every language.
        errors: The fields that are wrong.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldProblem] = Field(default_factory=list)


class ProblemError(Exception):
    """A request that is refused.

    Attributes:
        refusal: What is wrong and what to do; never any of what was sent.
        fields: For each wrong field, where it stands and what is wrong.
        headers: Headers of the answer, such as ``Retry-After``.
    """

    def __init__(
        self, refusal: Refusal, fields: Sequence[tuple[str, str]] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        """Keep what the answer says."""
        super().__init__(refusal.code)
        self.refusal = refusal
        self.fields = fields
        self.headers = headers

    def in_bytes(self, language: Language) -> bytes:
        """What is wrong, as JSON."""
        refusal = self.refusal
        body = ProblemBody(
            title=HTTPStatus(refusal.status).phrase,
            status=refusal.status,
            detail=refusal.detail.in_language(language),
            code=refusal.code,
            errors=[FieldProblem(pointer=pointer, problem=word) for pointer, word in self.fields],
        )
        return body.model_dump_json().encode()

    def answer(self, language: Language) -> Response:
        """The answer that says what is wrong."""
        headers = {**(self.headers or {}), "Content-Language": language.value}
        return Response(self.in_bytes(language), self.refusal.status, headers, MEDIA_TYPE)


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


def as_problem(error: Exception) -> ProblemError | None:
    """The refusal that an error of the domain or of the framework amounts to; ``None`` if it is a fault of ours."""
    if isinstance(error, ProblemError):
        return error
    for kind, amounts_to in _KINDS.items():
        if isinstance(error, kind):
            problem: ProblemError = amounts_to(error)
            return problem
    return None


def problem_of(error: Exception) -> ProblemError:
    """The refusal that an error amounts to; a fault of ours is noted in the log, without its text, and told as such."""
    problem = as_problem(error)
    if problem is None:
        note_error(error)
        problem = ProblemError(refusals.BROKEN)
    return problem


def _wait(refusal: Refusal, seconds: int) -> ProblemError:
    return ProblemError(refusal.saying(seconds=seconds), headers={"Retry-After": str(seconds)})


def _of_model(error: ModelError) -> ProblemError:
    wait = {"Retry-After": str(SECONDS_UNTIL_LESS_BUSY)} if error.kind is Failure.BUSY else None
    return ProblemError(model_refusal(error), headers=wait)


def _of_parameters(error: RequestValidationError) -> ProblemError:
    return ProblemError(refusals.BAD_PARAMETER, [(str(item["loc"][-1]), str(item["type"])) for item in error.errors()])


def _of_framework(error: HTTPException) -> ProblemError:
    refusal = _OF_STATUS.get(error.status_code) or replace(refusals.CANNOT_ANSWER, status=error.status_code)
    return ProblemError(refusal, (), error.headers)


_LIMITS = {
    "requests": refusals.TOO_MANY_REQUESTS,
    "drafts": refusals.TOO_MANY_DRAFTS,
    "tokens": refusals.TOO_MANY_TOKENS,
    "money": refusals.TOO_MUCH_MONEY,
}
_NEVER_SENT = "422"
"""What the framework describes as its own; ours say that they are problems."""
_OF_STATUS = {404: refusals.NOTHING_HERE, 405: refusals.OTHER_METHOD}


def _unusable(error: InputError) -> ProblemError:
    remedy = _REMEDIES.get(id(error.remedy), error.remedy)
    what = _WRONG_FORM if remedy is _SEE_SCHEMA else error.problem
    return ProblemError(replace(refusals.UNUSABLE, detail=what.then(remedy)), error.fields)


_KINDS: dict[type[Exception], Callable[[Any], ProblemError]] = {
    InputError: _unusable,
    ModelError: _of_model,
    RequestValidationError: _of_parameters,
    HTTPException: _of_framework,
    MissingError: lambda _: ProblemError(refusals.NO_SUCH_DRAFT),
    ChangedError: lambda _: ProblemError(refusals.CHANGED),
    FullError: lambda _: ProblemError(refusals.FULL),
    DifferentRequestError: lambda _: ProblemError(refusals.OTHER_REQUEST),
    UnstorableError: lambda _: ProblemError(refusals.BAD_CHARACTERS),
    InProgressError: lambda error: _wait(refusals.IN_PROGRESS, error.seconds),
    LimitError: lambda error: _wait(_LIMITS[error.kind], error.seconds),
}


def add_problems(app: FastAPI) -> None:
    """Let every error of the application be answered, and described, as a problem."""
    describe = app.openapi

    def only_problems() -> dict[str, Any]:
        found = describe()
        for responses in (it["responses"] for at in found["paths"].values() for it in at.values()):
            for status, response in list(responses.items()):
                if MEDIA_TYPE in response.get("content", {}):
                    response["content"].pop("application/json", None)  # added to whatever has a model
                elif status == _NEVER_SENT:
                    del responses[status]  # added to whatever has a parameter
        return found

    app.openapi = only_problems  # type: ignore[method-assign]  # as the framework's documentation has it

    async def refused(request: Request, error: Exception) -> Response:
        problem = as_problem(error)
        if problem is None:
            raise error
        if problem.refusal.status == HTTPStatus.METHOD_NOT_ALLOWED:
            problem.headers = {"Allow": _methods_at(app, request.url.path)}
        return problem.answer(preferred(request))

    kinds: tuple[type[Exception], ...] = (ProblemError, *_KINDS)
    for kind in kinds:
        app.add_exception_handler(kind, refused)


def _methods_at(app: FastAPI, path: str) -> str:
    """The methods that are answered at ``path``: the framework names those of one route only."""
    for template, operations in app.openapi()["paths"].items():
        if compile_path(template)[0].match(path):
            return ", ".join(sorted(name.upper() for name in operations))
    return "GET"
