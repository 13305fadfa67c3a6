"""Cutting a line into words, numbers, dates and signs, once, for every reader that follows."""

from __future__ import annotations

import re
from itertools import accumulate

from assistant.language.lazy import lazy
from assistant.okr import Language

SPACES = " \u00a0\u202f\u2009"
"""The spaces people and programs put inside a number: plain, no-break, narrow no-break and thin."""
ARROWS = frozenset("→ -> => ➔ ⟶".split())
"""What people write between a start and a goal."""

_SPACED = ("-", "–")
"""Between spaces, as good as an arrow behind a colon."""
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
_DIGIT = re.compile(r"\d")
_WORD = r"[^\W\d_]\w*+(?:[-\u2010\u2011'’/]\w++)*+"
_PLAIN_WORD = r"[a-zæøå]++(?![^\s,.:;%()])"
"""What most words are, letters of the alphabet and no more: the same as ``_WORD``, and found sooner."""
_PLAIN_NUMBER = r"[0-9]{1,6}+(?=[ ,.]?[^\d.,/\- \u00a0\u202f\u2009]|$)"
"""What most numbers are: digits behind which no other digits can belong to them."""
_SIGN = r"[^\w\s%=-]|%-?(?:poeng\w*|points?)|->|=>|[%=-]|_"


def _compile(number: str) -> re.Pattern[str]:
    # The commonest come first, and the many forms of numbers are tried at a digit only.
    return re.compile(f"({_PLAIN_WORD}|(?=\\d)(?:{_PLAIN_NUMBER}|{_DATE}|{number})|{_WORD}|{_SIGN})")


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
        gaps: The white space before each word, and behind the last: nothing where a word is glued to the one before it.
        padded: The words with three empty ones behind, so that ``padded[index]`` is empty up to three words outside the
            line: before its beginning too, since a list counts negative places from its end.
        has_digit: Whether any of them has a digit.
        digits: Which of them begin with a digit.
    """

    def __init__(self, text: str, language: Language) -> None:
        """Cut ``text``; the places are worked out only when asked for."""
        self.text = text
        self.language = language
        # Gaps and words take turns, a gap first and last.
        self._pieces: list[str] = _PATTERNS[language].split(lower(text))
        self.words = self._pieces[1::2]
        self.gaps = self._pieces[::2]
        if " > " in text or " - " in text or " – " in text:
            self._see_arrows()
        self.padded = [*self.words, "", "", ""]
        self.has_digit = _DIGIT.search(text) is not None
        self.digits = [index for index, word in enumerate(self.words) if word[0].isdecimal()] if self.has_digit else []

    def _see_arrows(self) -> None:
        """Read «34 > 12» as an arrow, and «støyklager: 31 - 12» behind a colon: the way from one number to another."""
        words = self.words
        for at in range(1, len(words) - 1):
            step = words[at] == ">" or (words[at] in _SPACED and ":" in words[:at])
            apart = step and self.gaps[at] and self.gaps[at + 1] and words[at + 1][0].isdecimal()
            if apart and (words[at - 1][-1].isdecimal() or words[at - 1] == "%"):
                words[at] = "→"

    @lazy
    def starts(self) -> list[int]:
        """Where each word begins in the line, in code points."""
        return [*accumulate(map(len, self._pieces))][:-1:2]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word in the line, in code points."""
        return [(start, start + len(word)) for start, word in zip(self.starts, self.words, strict=True)]

    def start(self, index: int) -> int:
        """Where word ``index`` begins."""
        return self.starts[index]

    def end(self, index: int) -> int:
        """Where word ``index`` ends."""
        return self.starts[index] + len(self.words[index])

    def glued(self, index: int) -> bool:
        """Whether nothing separates word ``index`` from the one before it."""
        return index > 0 and not self.gaps[index]

    def slice(self, first: int, last: int) -> str:
        """The line's own text from word ``first`` to word ``last``, both included."""
        return self.text[self.starts[first] : self.end(last)]
