"""Finding the data in what a model said: in a tool call or as text, alone, in a fence, or with words around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from assistant.drafters.llm.library import Untyped
from assistant.drafters.model_errors import Failure

LONGEST_ANSWER = 256 * 1024
"""Characters."""
_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_FENCE = re.compile(r"```[a-z]*\s*(.*?)(?:```|\Z)", re.DOTALL)
_MOST_BEGINNINGS = 20
"""Braces looked at in a text before it is given up."""
_DECODER = json.JSONDecoder(strict=False)
_HALF = re.compile(r"[\ud800-\udfff]")


def failure_in(response: Untyped) -> Failure | None:
    """What is wrong with an answer before anybody reads it: refused, cut off, too large or empty."""
    choices = getattr(response, "choices", None)
    if not choices:
        return Failure.MALFORMED
    message = choices[0].message
    more = getattr(message, "provider_specific_fields", None) or {}
    if choices[0].finish_reason == "content_filter" or getattr(message, "refusal", None) or more.get("refusal"):
        return Failure.REFUSED
    if choices[0].finish_reason == "length":
        return Failure.CUT
    size = len(message.content or "") + sum(len(call.function.arguments or "") for call in _calls(message))
    return Failure.MALFORMED if size > LONGEST_ANSWER else None


def data_in(message: Untyped, name: str) -> dict[str, Any] | None:
    """The data a model sent: that of the tool ``name``, else of another tool, else of its text; ``None`` without any."""
    calls = sorted(_calls(message), key=lambda call: call.function.name != name)
    for text in (*(call.function.arguments or "" for call in calls), message.content or ""):
        found = read_data(text)
        if found is not None:
            return found
    return None


def read_data(text: str) -> dict[str, Any] | None:
    """The first JSON object in ``text``, with no half characters in it; ``None`` if there is none that is whole."""
    spoken = _THOUGHT.sub("", text[:LONGEST_ANSWER])
    for candidate in (spoken, *(match[1] for match in _FENCE.finditer(spoken))):
        for beginning in _beginnings(candidate):
            try:
                found, _ = _DECODER.raw_decode(candidate, beginning)
            except (ValueError, RecursionError):
                continue
            if isinstance(found, dict) and found:
                return {name: _whole(item) for name, item in found.items()}
    return None


def _calls(message: Untyped) -> list[Untyped]:
    return [call for call in getattr(message, "tool_calls", None) or [] if getattr(call, "function", None)]


def _beginnings(text: str) -> Iterator[int]:
    at = text.find("{")
    for _ in range(_MOST_BEGINNINGS):
        if at < 0:
            return
        yield at
        at = text.find("{", at + 1)


def _whole(value: Any) -> Any:  # noqa: ANN401 -- whatever JSON can hold
    """``value`` without half characters, which no text can be stored with."""
    if isinstance(value, str):
        return _HALF.sub("", value)
    if isinstance(value, dict):
        return {_whole(name): _whole(item) for name, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value
