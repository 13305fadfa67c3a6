"""Reading a draft back: the set, and what was asked about it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.drafters import Question
from assistant.formats.decoding import is_json
from assistant.formats.sets import read_set_text

if TYPE_CHECKING:
    from assistant.okr import OkrSet

_MOST_QUESTIONS = 100
_LONGEST_QUESTION = 2_000


def read_draft_text(text: str) -> tuple[OkrSet, tuple[Question, ...]]:
    """Read what ``okr draft --format json`` prints, or any set of OKRs.

    Args:
        text: The decoded text of a file.

    Returns:
        The set, and the questions that stand beside it; none where they are of another form.

    Raises:
        InputError: It cannot be read as a set, or holds no objective.
    """
    okr_set = read_set_text(text).okr_set
    asked: object = None
    if is_json(text):
        with suppress(ValueError, RecursionError, AttributeError):
            asked = json.loads(text).get("questions")
    return okr_set, read_questions(asked)


def read_questions(asked: object) -> tuple[Question, ...]:
    """The questions in what JSON holds beside a set; those of another form are left out."""
    items = asked[:_MOST_QUESTIONS] if isinstance(asked, list) else []
    return tuple(question for item in items if (question := _question(item)) is not None)


def _question(item: object) -> Question | None:
    if not isinstance(item, dict):
        return None
    path, pitfall, text = (item.get(name) for name in ("path", "pitfall", "text"))
    if not (isinstance(path, str) and isinstance(pitfall, str) and isinstance(text, str)):
        return None
    return Question(path, pitfall, text) if 0 < len(text) <= _LONGEST_QUESTION else None
