"""The sets that properties are tried on: the sound ones, and the labelled ones of the dev split."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from assistant.brief import Brief, read_brief
from assistant.formats.sets import read_set_text
from assistant.okr import Language, OkrSet
from assistant.review import Review, check
from evals.suites import checks
from tests.rules.examples import SOUND


@dataclass(frozen=True)
class Document:
    """A set as somebody wrote it, and the strategy it serves if there is one."""

    name: str
    text: str
    brief: str | None = None

    @property
    def okr_set(self) -> OkrSet:
        """The set, read."""
        return read_set_text(self.text).okr_set

    def review(self) -> Review:
        """What the rules say of it."""
        return check(self.okr_set, brief_of(self))


@cache
def _read(text: str) -> Brief:
    return read_brief(text)


def brief_of(document: Document) -> Brief | None:
    """The strategy a document serves, read once."""
    return None if document.brief is None else _read(document.brief)


def sound(language: Language) -> Document:
    """The sound set of a language."""
    made = SOUND[language]
    return Document(f"sound-{language}", made.with_objective(made.objective))


DOCUMENTS = (
    *(sound(language) for language in Language),
    *(Document(item.name, item.text, item.brief) for item in checks.load("dev")),
)

EACH_DOCUMENT = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
