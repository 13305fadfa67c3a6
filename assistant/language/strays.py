"""Telling whether one line is in another language than the text it stands in.

A line is short, and full of names and loan words; so only words that no other of the languages has say anything:
articles, prepositions, finite verbs. Words in quotation marks, names, compounds with hyphens and the English words of
the trade («churn», «lead time») say nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.language.lexicon import lexicon
from assistant.language.stray_sets import (
    HOME_TOO,
    OTHER,
    alien,
    broad_of,
    core_of,
    ends_so,
    english_verbs,
    foreign_words_of,
    norwegian,
    orders,
    strong_norwegian,
    suspects,
    tails,
    vocabulary,
)
from assistant.language.stray_words import (
    BEFORE_NOUNS,
    CORE,
    ENDINGS_BEYOND,
    ENGLISH,
    ENGLISH_IN_TERMS,
    FOREIGN_NAMES,
    NAMES,
    NORWEGIAN_UNITS,
    TIMES,
)
from assistant.language.tokens import Tokens
from assistant.okr import Language


class Stray(NamedTuple):
    """A line in another language than its text.

    Attributes:
        name: What its language calls itself.
        language: That language, if it is one of the three.
        words: The words that tell, as they are written, each once.
        span: Where the first of them stands, in characters.
    """

    name: str
    language: Language | None
    words: tuple[str, ...]
    span: tuple[int, int]


_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_QUOTES = frozenset("«“„\"‘'")
_LETTERS = frozenset("æøå")
_SHORTEST = 3
"""Words; a shorter line («Employee engagement») may as well be a term, unless it opens with a verb."""
_FEWEST = 2
_BROAD = 2
"""So many words that are merely common in one Norwegian are as good as an unmistakable one."""
_OUTWEIGHED = 3
_LONGEST = 200
"""Words that are looked at: no line people write has more."""
_TITLED = 4
"""Words, most of them with a capital: a title, in which capitals make no names."""


def stray(tokens: Tokens, home: Language, *, mixed: bool = False) -> Stray | None:
    """What language a line is in, if it is not ``home``.

    Args:
        tokens: The line.
        home: The language of the text it stands in.
        mixed: Whether bokmål and nynorsk may stand side by side.

    Returns:
        The other language and what gives it away; ``None`` for most lines, at the cost of one look.
    """
    if suspects(home).isdisjoint(tokens.words) and (
        home is Language.EN or tails(home).isdisjoint([word[-4:] for word in tokens.words])
    ):
        return None
    said = _said(tokens)
    found = None
    if len(said) >= _FEWEST:
        found = _in_norwegian(tokens, said) if home is Language.EN else _in_english(tokens, said)
        other = _in_another(tokens, said, home) if len(said) >= _SHORTEST else None
        found = max(
            (item for item in (found, other) if item is not None), key=lambda item: len(item.words), default=None
        )
    if found is None and home is not Language.EN and not mixed:
        found = _in_other_norwegian(tokens, said, home)
    return found


def _said(tokens: Tokens) -> list[int]:
    """Which words may tell: neither quoted, nor names, nor compounds with hyphens."""
    text, words = tokens.text, tokens.words
    found = [index for index, word in enumerate(words[:_LONGEST]) if word.isalpha()]
    if not _QUOTES.isdisjoint(words):
        quoted = [span.span() for span in _QUOTED.finditer(text)]
        found = [at for at in found if not any(first <= tokens.start(at) < last for first, last in quoted)]
    named = {at for at in found if text[tokens.start(at)].isupper()}
    if len(found) >= _TITLED and len(named) * 2 > len(found):
        return found
    return [at for at in found if at == found[0] or at not in named]


def _made(tokens: Tokens, telling: list[int], name: str, language: Language | None) -> Stray:
    words = dict.fromkeys(tokens.slice(at, at) for at in telling)
    at = telling[0]
    return Stray(name, language, tuple(words), (tokens.start(at), tokens.end(at)))


# --- English in Norwegian, and the other way round -----------------------------------------------------------------


def _in_english(tokens: Tokens, said: list[int]) -> Stray | None:
    words = tokens.words
    telling = [at for at in said if _is_english(words, at, said[0])]
    if not telling or (len(said) < _SHORTEST and not orders(words[said[0]])):
        return None
    own, theirs, english = strong_norwegian(), norwegian(), vocabulary(Language.EN)
    home = sum(words[at] in own or words[at] == "i" or not _LETTERS.isdisjoint(words[at]) for at in said)
    rest = [words[at] for at in said if at not in telling]
    more = sum(word in ENGLISH_IN_TERMS or (word in english and word not in theirs) for word in rest)
    if (home == 0 and len(telling) + more > 1) or (len(telling) > 1 and len(telling) > home):
        return _made(tokens, telling, NAMES[Language.EN], Language.EN)
    return None


def _is_english(words: list[str], at: int, opening: int) -> bool:
    """Whether a word says that its line is English: a function word, a participle, an order, what «they» do."""
    word = words[at]
    plain, done = english_verbs()
    if word in ENGLISH or word in done:
        return True
    following = words[at + 1] if at + 1 < len(words) else ""
    if at == opening:
        if following in BEFORE_NOUNS and word in lexicon(Language.EN).verbs:
            return True
        return orders(word) or (word in plain and following[:1].isdecimal())
    if word in plain:
        return words[at - 1].endswith("s") and words[at - 1] not in norwegian()
    return word in TIMES or (word == "up" and following == "to")


def _in_norwegian(tokens: Tokens, said: list[int]) -> Stray | None:
    words, own = tokens.words, strong_norwegian()
    telling = [
        at
        for at in said
        if words[at] in own or (words[at] in NORWEGIAN_UNITS and at > 0 and words[at - 1][0].isdecimal())
    ]
    if not telling:
        return None
    plain, done = english_verbs()
    english, theirs = vocabulary(Language.EN), norwegian()
    home = sum(words[at] in ENGLISH or words[at] in HOME_TOO or words[at] in plain or words[at] in done for at in said)
    rest = [words[at] for at in said if at not in telling]
    more = sum((word in theirs and word not in english) or not _LETTERS.isdisjoint(word) for word in rest)
    alone = len(said) >= _SHORTEST and not any(word in english and word not in theirs for word in rest)
    if (home == 0 and (len(telling) + more > 1 or alone)) or (len(telling) > 1 and len(telling) > home):
        marks = {language: sum(words[at] in CORE[language] for at in said) for language in OTHER}
        language = Language.NN if marks[Language.NN] > marks[Language.NB] else Language.NB
        return _made(tokens, telling, NAMES[language], language)
    return None


# --- bokmål and nynorsk --------------------------------------------------------------------------------------------


def _in_other_norwegian(tokens: Tokens, said: list[int], home: Language) -> Stray | None:
    other, words = OTHER[home], tokens.words
    core, broad = core_of(other), broad_of(other)
    telling = [at for at in said if words[at] in broad or ends_so(words[at], other)]
    if len(said) < _FEWEST or not telling:
        return None
    if len(telling) < _BROAD and words[telling[0]] not in core and not ends_so(words[telling[0]], other):
        return None
    own = lexicon(home).words("distinct_words") | core_of(home)
    ours = sum(words[at] in own or ends_so(words[at], home) for at in said)
    if ours == 0 or (len(telling) >= _OUTWEIGHED and len(telling) > 2 * ours):
        return _made(tokens, telling, NAMES[other], other)
    return None


# --- languages that are none of the three --------------------------------------------------------------------------


def _in_another(tokens: Tokens, said: list[int], home: Language) -> Stray | None:
    words, known = tokens.words, vocabulary(home)
    for name, marks in alien().items():
        ends = ENDINGS_BEYOND.get(name, ())
        if ends and (ending := [at for at in said if words[at].endswith(ends)]):
            return _made(tokens, ending, FOREIGN_NAMES[name], None)
        # «att» is Swedish, and nynorsk for «igjen».
        telling = [at for at in said if words[at] in marks and not (words[at] == "att" and home is Language.NN)]
        if telling:
            shared = foreign_words_of(name)
            ours = sum(words[at] in known and words[at] not in shared for at in said)
            if ours == 0 or (len(telling) > 1 and len(telling) > ours):
                return _made(tokens, telling, FOREIGN_NAMES[name], None)
    return None
