"""Hearing an answer while it is still being said."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from assistant.drafters.llm.answers import LONGEST_ANSWER
from assistant.drafters.llm.library import Untyped

Heard = Callable[[dict[str, Any]], None]
"""Is called with each objective of an answer, as data of any form, when its last brace has come."""
_DEPTH = 2
"""An objective stands in a list in an object."""


class Objectives:
    """Picks the objectives out of an answer that comes in pieces, each as soon as it is whole."""

    def __init__(self, heard: Heard) -> None:
        """Begin before the first piece.

        Args:
            heard: Is called with each objective.
        """
        self._heard = heard
        self._open: list[str] = []
        self._text: list[str] = []
        self._in_string = self._escaped = False

    def feed(self, piece: str) -> None:
        """Take the next piece of the answer."""
        for char in piece:
            inside = len(self._open) > _DEPTH
            if inside:
                self._text.append(char)
            if self._in_string:
                self._read_string(char)
            elif char == '"' and self._open:
                self._in_string = True
            elif char in "{[" and (self._open or char == "{"):
                self._open.append(char)
                if len(self._open) == _DEPTH + 1:
                    self._text = [char]
            elif char in "}]" and self._open:
                self._open.pop()
                if inside and len(self._open) == _DEPTH:
                    self._tell()

    def _read_string(self, char: str) -> None:
        if self._escaped:
            self._escaped = False
        elif char == "\\":
            self._escaped = True
        elif char == '"':
            self._in_string = False

    def _tell(self) -> None:
        try:
            found = json.loads("".join(self._text), strict=False)
        except (ValueError, RecursionError):
            return
        if isinstance(found, dict) and self._open == ["{", "["]:
            self._heard(found)


async def listen(litellm: Untyped, stream: AsyncIterator[Untyped], heard: Heard) -> Untyped:
    """The whole answer of a stream, as if it had come at once.

    Args:
        litellm: The library.
        stream: The pieces, as litellm gives them.
        heard: Is called with each objective as it is complete.

    Returns:
        The answer in litellm's form; what is said after :data:`LONGEST_ANSWER` characters is not listened to.
    """
    objectives = Objectives(heard)
    content: list[str] = []
    calls: dict[int, dict[str, str]] = {}
    reason, refusal, usage, size, any_choice = None, None, None, 0, False
    async for piece in stream:
        usage = getattr(piece, "usage", None) or usage
        if not piece.choices:
            continue
        any_choice = True
        choice = piece.choices[0]
        reason = choice.finish_reason or reason
        said = choice.delta.content or ""
        refusal = getattr(choice.delta, "refusal", None) or refusal
        content.append(said)
        for call in choice.delta.tool_calls or []:
            known = calls.setdefault(call.index or 0, {"name": "", "arguments": ""})
            known["name"] = known["name"] or call.function.name or ""
            known["arguments"] += call.function.arguments or ""
            if known is next(iter(calls.values())):
                said += call.function.arguments or ""
        objectives.feed(said)
        size += len(said)
        if size > LONGEST_ANSWER:
            break
    message = {
        "role": "assistant",
        "content": "".join(content) or None,
        "tool_calls": [
            {"id": f"call_{at}", "type": "function", "function": dict(call)} for at, call in sorted(calls.items())
        ]
        or None,
        **({"refusal": refusal} if refusal else {}),
    }
    whole = litellm.ModelResponse(
        choices=[{"index": 0, "finish_reason": reason or "stop", "message": message}] if any_choice else []
    )
    if usage is not None:
        whole.usage = usage
    return whole
