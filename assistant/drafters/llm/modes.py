"""How a model is asked for structured data: the four modes, which one a model gets, and what it falls back to."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from assistant.drafters.llm.library import Untyped, known, provider_of

if TYPE_CHECKING:
    from pydantic import BaseModel


class Mode(StrEnum):
    """The ways to ask for data of a form.

    ``TOOLS``: a call of a function with the form as its parameters. ``JSON_SCHEMA``: an answer held to the form by the
    service. ``JSON``: an answer that is JSON, the form standing in the system message. ``TEXT``: likewise, but nothing
    holds the service to it.
    """

    TOOLS = "tools"
    JSON_SCHEMA = "json_schema"
    JSON = "json"
    TEXT = "text"


_LESS = {Mode.TOOLS: Mode.JSON, Mode.JSON_SCHEMA: Mode.JSON, Mode.JSON: Mode.TEXT}
_TAKE_SCHEMAS = frozenset(("azure", "ollama_chat", "hosted_vllm", "mistral"))
"""Providers that hold answers to a schema, though litellm's list of models does not say so of their deployments or own
models; and Mistral, which litellm does not tell which tool to call."""
_REFUSED = {400, 404, 405, 415, 422, 500, 501}
"""What services answer to what they do not know; 404 is OpenRouter's."""
_NAMED = {
    Mode.TOOLS: re.compile(r"\btool|function[ _-]?call", re.IGNORECASE),
    Mode.JSON_SCHEMA: re.compile(r"schema|response_?format|\bformat\b|grammar|guided", re.IGNORECASE),
    Mode.JSON: re.compile(r"response_?format|json_object|json[ _]mode|\bformat\b", re.IGNORECASE),
}
_remembered: dict[tuple[str, str | None], Mode] = {}
_MOST_REMEMBERED = 256


def mode_of(litellm: Untyped, model: str, api_base: str | None) -> Mode:
    """The mode a model is asked in: what it fell back to earlier, else the best it is known to take."""
    fallen = _remembered.get((model, api_base))
    if fallen is not None:
        return fallen
    about = known(litellm, model)
    if provider_of(model) in _TAKE_SCHEMAS:
        return Mode.JSON_SCHEMA
    if about.get("supports_function_calling"):
        return Mode.TOOLS
    return Mode.JSON_SCHEMA if about.get("supports_response_schema") else Mode.JSON


def fall_back(mode: Mode, model: str, api_base: str | None) -> Mode | None:
    """The plainer mode a service gets after it refused ``mode``, remembered for its next drafts; ``None`` after the last."""
    less = _LESS.get(mode)
    if less is not None:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[model, api_base] = less
    return less


def forget() -> None:
    """Forget every fall-back, as a new process would."""
    _remembered.clear()


def refuses(mode: Mode, status: int | None, said: str) -> bool:
    """Whether a service's error says that it does not take ``mode``.

    Args:
        mode: The mode it was asked in.
        status: The HTTP status.
        said: The beginning of the error's body.
    """
    named = _NAMED.get(mode)
    return status in _REFUSED and named is not None and named.search(said) is not None


def system_message(mode: Mode, prompt: str, form: type[BaseModel]) -> str:
    """The system message: the prompt, and where nothing else tells the model the form, its schema. The same each time."""
    return prompt if mode in {Mode.TOOLS, Mode.JSON_SCHEMA} else f"{prompt}\n{_schema(form)}\n"


@cache
def shape_of(form: type[BaseModel]) -> type[BaseModel]:
    """What instructor is given for ``form``: its name, its description and its schema, and no demands of its own.

    Instructor makes a class of the form and works its schema out for every call, which takes longer than all that is
    done with the answer. It only shapes the request; the answer is held to ``form`` itself.
    """
    import instructor
    from pydantic import ConfigDict

    schema = form.model_json_schema()

    def model_json_schema(cls: type[BaseModel], *_: Untyped, **__: Untyped) -> dict[str, Untyped]:  # noqa: ARG001 - a class method
        return schema

    body = {
        "__module__": form.__module__,
        "__doc__": form.__doc__,
        "model_config": ConfigDict(extra="ignore"),
        "model_json_schema": classmethod(model_json_schema),
    }
    shape: type[BaseModel] = type(form.__name__, (instructor.OpenAISchema,), body)
    return shape


@cache
def _schema(form: type[BaseModel]) -> str:
    return json.dumps(form.model_json_schema(), ensure_ascii=False)
