"""A draft as it was recorded, read back: what the writers of pages, sheets and calendars are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.drafters import Question
from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.formats.sets import set_from_data
from assistant.formats.told_values import with_told_values
from assistant.language.folding import fold
from assistant.okr import Language, OkrSet
from assistant.rules.rule import Severity

_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""What is no character and that no XML file may hold, or that stands for a hidden mark."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What has to be mended.

    Attributes:
        path: What it is about, as a JSON pointer into the set; empty for the set.
        code: The rule's code.
        text: What is wrong and what to do about it, in the draft's language.
    """

    path: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A draft as it was recorded.

    Attributes:
        okr_set: The set.
        language: The language it was reviewed in; everything is written in it.
        remarks: What has to be mended, in the order of the set, what is about all of it last.
        questions: What the leader is asked, likewise.
        drafter: Who wrote it: ``extractive``, ``llm``, or empty for nobody here.
        model: The model that worded it, if any.
        note: What a reader should know about how it came to be.
    """

    okr_set: OkrSet
    language: Language
    remarks: tuple[Remark, ...]
    questions: tuple[Question, ...]
    drafter: str
    model: str | None
    note: str


def read_recorded(record: Mapping[str, Any], *, okr_set: OkrSet | None = None, title: str | None = None) -> Recorded:
    """Read what :func:`assistant.formats.records.draft_record` gives.

    Args:
        record: The record.
        okr_set: Its set, where that is at hand.
        title: A title instead of the set's own.

    Raises:
        InputError: It has another form.
    """
    read = set_from_data(record) if okr_set is None else okr_set
    try:
        language = Language(record["review"]["language"])
        if okr_set is None:
            read = with_told_values(read, language)
        review, provenance = record["review"], record["provenance"]
        remarks = [
            Remark(_text(item["path"]), _text(item["code"]), f"{_text(item['message'])} {_text(item['suggestion'])}")
            for item in review["findings"]
            if item["severity"] != Severity.QUESTION
        ]
        questions = [
            Question(*(_text(item[name]) for name in ("path", "pitfall", "text"))) for item in record["questions"]
        ]
        return Recorded(
            replace(read, title=title) if title else read,
            language,
            tuple(sorted(remarks, key=lambda remark: place(remark.path))),
            tuple(sorted(questions, key=lambda question: place(question.path))),
            _text(provenance["drafter"]),
            None if provenance["model"] is None else _text(provenance["model"]),
            _text(provenance["note"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(errors.bad_data("JSON"), errors.SEE_FORMATS) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def place(path: str) -> tuple[bool, tuple[int, ...]]:
    """Where an item stands in the set, to sort by: «/objectives/0/key_results/2»; the set itself comes last."""
    return path == "", tuple(int(part) for part in path.split("/") if part.isdecimal())


def plain_words(text: str) -> str:
    """``text`` on one line, without characters that show nothing or that no file of ours may hold."""
    return _NO_CHARACTER.sub("", fold(text).text)
