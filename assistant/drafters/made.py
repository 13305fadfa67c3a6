"""A key result in the making, and whether it can be shown to a leader as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.brief import Statement
from assistant.drafters.clauses import Clause
from assistant.drafters.texts import names_something
from assistant.language.numbers import PERCENT
from assistant.okr import KeyResult
from assistant.rules.rule import Text

_LONGEST_METRIC = 22
_LONGEST_TEXT = 32
_LONGEST_PRIORITY = 20
_LONGEST_WORK = 40
_NOT_WORK = re.compile(r"\b(?:jeg|eg)\b|,\s+(?:må|skal|bør|vil|must|shall|will)\s", re.IGNORECASE)
"""What is told of the one who writes, or of what somebody does: «Det vi gjør, må merkes»."""


_HALF = re.compile(
    r"^be\s+\w+(?:ed|en)\s+to\b|^(?:derfor|difor|både|both|therefore|dessuten|samtidig)\b|^(?:de|dei|det|den|they|it|this|dette)\s+(?:skal|må|vil|bør|shall|should|must|will)\b"
    r"|\b(?:skal|må|vil|shall|must|will)(?:\s+(?:vi|me|we))?$|,\s+(?:må|skal|bør|vil|must|shall|will)\s|[;:]\s.*\bskal\b",
    re.IGNORECASE,
)
"""Marks of half a sentence, or one that leans on the sentence before."""

_WHO_DO = re.compile(
    r"^(?!(?i:det|den|alt|what|this|that)\s)(?:[^\s,]+\s){1,3}?(?:som|who|that)\s[^,]{3,60},\s+(?=(?:skal|må|bør|must|shall|should)\s)"
)
"""«Folk som er redde for vann, (skal tørre …)»: the comma ends who they are, and not half a sentence."""

_ENDS_OPEN = (" på", " i", " for", " av", " til", " og", " in", " of", " at", " and", " var", " er", " on")


@dataclass(slots=True)
class Made:
    """A key result in the making.

    Attributes:
        key_result: The key result.
        statement: The statement it rests on.
        quote: Start and end of its words in the statement's text.
        measured: Whether the brief gives it a goal.
        questions: What it leaves open, as wording and facts.
        also: Further statements its values stand in.
        owner: An owner its table row names.
    """

    key_result: KeyResult
    statement: Statement
    quote: tuple[int, int]
    measured: bool
    questions: list[tuple[Text, dict[str, str]]] = field(default_factory=list)
    also: list[Statement] = field(default_factory=list)
    owner: str | None = None

    @property
    def names_its_measure(self) -> bool:
        """Whether it says what is measured, and is not just a sentence that has yet to be given a measure."""
        return self.measured or self.key_result.metric not in {None, "", self.key_result.text}

    @property
    def is_presentable(self) -> bool:
        """Whether a leader could read it without the text beside it: it names a thing, and is one line long."""
        item, text = self.key_result, self.key_result.text
        metric = item.metric or ""
        if "?" in text or _HALF.search(_WHO_DO.sub("", text)):
            return False
        if metric != text and metric.rstrip("0123456789 ").lower().endswith(_ENDS_OPEN):
            return False
        if len(metric.split()) > _LONGEST_METRIC:
            return False
        if self.measured:
            return len(text.split()) <= _LONGEST_TEXT and names_something(metric) and _is_one_scale(item)
        # A number in a priority that gave no value was not understood: it is asked about.
        has_number = any(char.isdigit() for char in text)
        return len(text.split()) <= _LONGEST_PRIORITY and names_something(text) and not has_number


def is_presentable_work(clause: Clause) -> bool:
    """Whether a piece of work can stand as an initiative: not too long, and what somebody is to do."""
    words = clause.goal if clause.subject is None else clause.line.text
    return len(words.split()) <= _LONGEST_WORK and _NOT_WORK.search(words) is None


def _is_one_scale(item: KeyResult) -> bool:
    """Whether start value and goal can be compared: not «fra 23 100 til 65 %»."""
    goal = item.target or item.long_term
    if item.baseline is None or goal is None or item.baseline.value is None or goal.value is None:
        return True
    return (item.baseline.unit == PERCENT) == (goal.unit == PERCENT)
