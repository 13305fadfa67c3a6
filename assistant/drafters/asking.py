"""Gathering the questions a brief leaves open, each asked once, in the brief's language."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.brief import Brief
from assistant.drafters import Question, wording
from assistant.okr import Language
from assistant.rules.rule import Text

_SHORT_PERIOD = 190
"""Days; quarters, tertials and half-years up to this are followed up by the week, longer periods by the month."""


class Asking:
    """The questions so far.

    Attributes:
        language: The language they are asked in.
        questions: The questions, in the order they were asked.
    """

    def __init__(self, language: Language) -> None:
        """Begin with none."""
        self.language = language
        self.questions: list[Question] = []

    def say(self, text: Text, **facts: str) -> str:
        """A wording in the brief's language, with its facts filled in."""
        return text.in_language(self.language).format_map({key: value.rstrip(".") for key, value in facts.items()})

    def ask(self, path: str, pitfall: str, text: Text, **facts: str) -> None:
        """Ask about the item at ``path``, unless the very same is asked already."""
        question = Question(path, pitfall, self.say(text, **facts))
        if question not in self.questions:
            self.questions.append(question)

    def ask_once(self, path: str, pitfall: str, text: Text, **facts: str) -> None:
        """Ask, unless the same words are asked about another item already."""
        if self.say(text, **facts) not in {question.text for question in self.questions}:
            self.ask(path, pitfall, text, **facts)

    def ask_for_the_rhythm(self, brief: Brief) -> None:
        """Ask for a check-in rhythm that fits the period, and for the period where there is none that can be read."""
        period = brief.period
        if period is None:
            unread = "period" in brief.unknown
            self.ask("", "clarity", wording.ASK_UNREAD_PERIOD if unread else wording.ASK_PERIOD)
        rhythm = wording.RHYTHM_SHORT if period is None or period.days <= _SHORT_PERIOD else wording.RHYTHM_LONG
        name = period.label if period else wording.THE_PERIOD.in_language(self.language)
        self.ask("", "follow_up", wording.ASK_RHYTHM, period=name, rhythm=rhythm.in_language(self.language))

    def joined(self, values: Iterable[str]) -> str:
        """«8 % og 9 %», “8% and 9%”."""
        return (" and " if self.language is Language.EN else " og ").join(values)

    def listed(self, texts: Iterable[str]) -> str:
        """Texts to stand between one pair of quotation marks: «a», «b»."""
        return ("”, “" if self.language is Language.EN else "», «").join(dict.fromkeys(it.rstrip(" .") for it in texts))
