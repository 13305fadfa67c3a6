"""Cutting a line into words, numbers, dates and signs, once, for every reader that follows."""

from __future__ import annotations

import re

from assistant.okr import Language

SPACES = " \u00a0\u202f\u2009"
"""The spaces people and programs put inside a number: plain, no-break, narrow no-break and thin."""

_DATE = (
    r"\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:\d{4}|\d{2})(?!\d)"
    r"|\d{1,2}/\d{1,2}(?:[-/.]\d{4}|[-/.]\d{2})?(?![\d/])"
)
_DAY_AND_MONTH = r"\d{1,2}\.\d{1,2}\.(?!\d)"
_NORWEGIAN_NUMBER = (
    rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:\.\d{3})+(?![\d.])(?:,\d+)?"
    rf"|{_DAY_AND_MONTH}|\d+(?:[.,]\d+)*"
)
_ENGLISH_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)*"
_WORD = r"[^\W\d_]\w*(?:[-\u2010\u2011'’/]\w+)*"
_SIGN = r"%-?(?:poeng\w*|points?)|->|=>|[^\w\s]|_"


def _compile(number: str) -> re.Pattern[str]:
    return re.compile(f"{_DATE}|{number}|{_WORD}|{_SIGN}")


_PATTERNS = {
    Language.NB: _compile(_NORWEGIAN_NUMBER),
    Language.NN: _compile(_NORWEGIAN_NUMBER),
    Language.EN: _compile(_ENGLISH_NUMBER),
}


def lower(text: str) -> str:
    """``text`` in lower case with every character still at its own offset («İ» would become two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def split_words(text: str, language: Language = Language.NB) -> list[str]:
    """The lower-case words, numbers and signs of ``text``, without their places."""
    return _PATTERNS[language].findall(lower(text))


class Tokens:
    """The words, numbers and signs of one line, in lower case, and where each stands.

    Attributes:
        text: The line.
        language: The language it is read in (it decides how numbers are written).
        words: Its words, numbers and signs in lower case.
    """

    def __init__(self, text: str, language: Language) -> None:
        """Cut ``text``; the places are worked out only when asked for."""
        self.text = text
        self.language = language
        self._lowered = lower(text)
        self.words: list[str] = _PATTERNS[language].findall(self._lowered)
        self._spans: list[tuple[int, int]] | None = None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word in the line, in code points."""
        # No cached_property: its lock, in Python 3.11, costs as much as the work.
        if self._spans is None:
            self._spans = self._find_spans()
        return self._spans

    def _find_spans(self) -> list[tuple[int, int]]:
        index = self._lowered.index
        found: list[tuple[int, int]] = []
        end = 0
        for word in self.words:
            # Only white space lies between two words, so that a word's next occurrence is the word itself.
            start = index(word, end)
            end = start + len(word)
            found.append((start, end))
        return found

    def start(self, index: int) -> int:
        """Where word ``index`` begins."""
        return self.spans[index][0]

    def end(self, index: int) -> int:
        """Where word ``index`` ends."""
        return self.spans[index][1]

    def glued(self, index: int) -> bool:
        """Whether nothing separates word ``index`` from the one before it."""
        return index > 0 and self.spans[index - 1][1] == self.spans[index][0]

    def slice(self, first: int, last: int) -> str:
        """The line's own text from word ``first`` to word ``last``, both included."""
        return self.text[self.spans[first][0] : self.spans[last][1]]
