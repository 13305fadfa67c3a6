"""A brief as a request gives it: a document, or an object of fields."""

from __future__ import annotations

from typing import Any

from assistant.brief import Brief
from assistant.formats.briefs import read_brief_data, read_brief_text
from assistant.formats.decoding import checked
from assistant.okr import Language

BriefBody = str | dict[str, Any]


def brief_from(given: BriefBody, language: Language | None = None) -> Brief:
    """Read a brief; a text is Markdown or plain text, whatever it begins with.

    Raises:
        InputError: It cannot be used.
    """
    if isinstance(given, str):
        return read_brief_text(checked(given), name="brief.md", language=language)
    return read_brief_data(given, language=language)
