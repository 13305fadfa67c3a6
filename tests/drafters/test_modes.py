"""The whole of what is sent, in each mode: the prompt, the message, the form, and not a word of the libraries."""

from __future__ import annotations

import json
from typing import Any

import pytest
import respx

from assistant.brief import read_brief
from assistant.drafters.answer import Answer
from assistant.drafters.llm import LlmDrafter, Mode
from assistant.drafters.llm.messages import user_message
from assistant.drafting import draft
from assistant.okr import Language
from prompts import prompt
from tests.drafters.wire import BASE, BRIEF, URL, answer, completion, key_result

IN_ENGLISH = answer(
    key_result(
        text="The share of customers who renew rises from 45% to 60%", metric="The share of customers who renew"
    ),
    text="Customers stay because we keep our promises",
    why=None,
    initiatives=[],
)
"""An answer to a leader who asked for English; one in another language is sent back."""


def sent(wire: respx.MockRouter, mode: Mode, language: Language = Language.NB) -> dict[str, Any]:
    """The body of a draft's request."""
    said = IN_ENGLISH if language is Language.EN else answer()
    route = wire.post(URL).respond(json=completion(said, tools=mode is Mode.TOOLS))
    draft(read_brief(BRIEF, language=language), LlmDrafter("openai/some-model", mode=mode, api_base=BASE))
    body: dict[str, Any] = json.loads(route.calls[0].request.content)
    return body


def form_in(system: str, language: Language) -> dict[str, Any]:
    """The schema that stands behind the prompt."""
    schema: dict[str, Any] = json.loads(system.removeprefix(prompt("draft", language.value)))
    return schema


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("mode", list(Mode))
def test_nothing_is_sent_but_the_prompt_the_message_and_the_form(
    wire: respx.MockRouter, mode: Mode, language: Language
) -> None:
    """The form stands where the mode has it: as a function, as a format, or behind the prompt; and once only."""
    body = sent(wire, mode, language)
    system, user = body.pop("messages")
    assert user == {"role": "user", "content": user_message(read_brief(BRIEF, language=language))}
    assert system["role"] == "system"
    assert system["content"].startswith(prompt("draft", language.value))
    assert (body.pop("model"), body.pop("max_tokens")) == ("some-model", 4000)
    if mode in {Mode.TOOLS, Mode.JSON_SCHEMA}:
        assert system["content"] == prompt("draft", language.value)
    else:
        assert form_in(system["content"], language) == Answer.model_json_schema()
    if mode is Mode.TOOLS:
        (tool,) = body.pop("tools")
        form = Answer.model_json_schema()
        described = form.pop("description")
        named = form.pop("title")
        function = {"name": named, "description": described, "parameters": form}
        assert tool == {"type": "function", "function": function}
        assert body == {"tool_choice": {"type": "function", "function": {"name": "Answer"}}}
    elif mode is Mode.JSON_SCHEMA:
        form = {"name": "Answer", "schema": Answer.model_json_schema()}
        assert body == {"response_format": {"type": "json_schema", "json_schema": form}}
    else:
        assert body == ({"response_format": {"type": "json_object"}} if mode is Mode.JSON else {})
