"""One line of text, read once and shared by every rule: its words, dates, numbers, head."""

from __future__ import annotations

from assistant.language.dates import DateMention, read_dates
from assistant.language.lazy import lazy
from assistant.language.lexicon import Lexicon, lexicon
from assistant.language.numbers import Change, Measure, read_change, read_measures
from assistant.language.tokens import Tokens
from assistant.language.verbs import Head, read_head
from assistant.okr import Language


class Line:
    """A line and everything read from it; each reading is made when first asked for, and kept.

    Attributes:
        text: The line, composed (NFC).
        language: The language it is read in.
        year: The year meant by dates that give none.
        tokens: Its words, numbers and signs.
        words: The same in lower case, without their places.
    """

    def __init__(self, text: str, language: Language, year: int | None = None) -> None:
        """Take the line, and cut it into words; nothing more is read yet."""
        self.text = text
        self.language = language
        self.year = year
        self.tokens = Tokens(text, language)
        self.words = self.tokens.words

    @property
    def lexicon(self) -> Lexicon:
        """The word lists of its language."""
        return lexicon(self.language)

    @lazy
    def dates(self) -> list[DateMention]:
        """The dates it mentions."""
        return read_dates(self.tokens, self.year)

    @lazy
    def measures(self) -> list[Measure]:
        """The numbers it measures by."""
        return read_measures(self.tokens, self.dates)

    @lazy
    def change(self) -> Change:
        """What it says is to change."""
        return read_change(self.tokens, self.measures)

    @lazy
    def head(self) -> Head:
        """What its head is: a task, an outcome, something vague."""
        return read_head(self.tokens)

    def has(self, name: str) -> tuple[int, int] | None:
        """Where the first entry of the word list ``name`` stands, as characters of the line, or ``None``."""
        found = self.lexicon.phrases(name).find(self.words)
        if found is None:
            return None
        first, size = found
        return self.tokens.start(first), self.tokens.end(first + size - 1)
