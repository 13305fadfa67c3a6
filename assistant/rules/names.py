"""Proper names in a line: capitals that no beginning of a sentence, abbreviation or ordinary word explains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon
from assistant.language.roles import has_role_word
from assistant.okr import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.language.line import Line


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as it stands in a line.

    Attributes:
        words: Its words in lower case, without genitives, those that tell nothing left out.
        start: Where it begins, in code points.
        end: Where it ends.
    """

    words: tuple[str, ...]
    start: int
    end: int


_BEGINS = frozenset('. ! ? : ; « “ " ” – — - • * / → -> = | … > ‘'.split())
"""After these a capital may be that of a new sentence, an answer («Svært fornøyd») or a heading."""
_CAMEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+[A-ZÆØÅ][a-zæøå]")
_WELL_KNOWN = frozenset(
    "microsoft google salesforce hubspot visma sharepoint slack jira zendesk sap dips aws tableau shopify linkedin facebook instagram tiktok "
    "youtube snapchat whatsapp amazon oslo bergen trondheim stavanger tromsø kristiansand drammen bodø ålesund haugesund fredrikstad "
    "sverige danmark finland tyskland england skottland polen nederland stockholm københavn göteborg malmö london sweden denmark germany "
    "poland copenhagen gothenburg paris berlin".split()
)
"""Names that are known for names where they begin a sentence too, and in capitals."""
_COMMON = frozenset(
    # Home and abroad, languages and peoples, feasts.
    "norge norges noreg noregs norway norden nordic nordics scandinavia scandinavian skandinavia europa europe european eu eøs english norwegian sami "
    "swedish danish finnish german french spanish polish ukrainian arabic dutch italian somali british irish scottish welsh american "
    "western eastern northern southern christmas easter ramadan eid advent diwali "
    # Marks, methods and measures that are nobody's product.
    "miljøfyrtårn svanemerket svanen svanemerke fairtrade debio ecolabel breeam lean agile scrum kanban internett internet web covid excel-ark net promoter "
    "score customer satisfaction effort index employee engagement key result results objective objectives okr okrs series phase tier "
    "level grade stage scope gate year term band wave class committed aspirational "
    # Public bodies and the answers of surveys.
    "stortinget storting regjeringen regjeringa riksrevisjonen statsforvalteren statsforvaltaren kommunestyret fylkestinget parliament "
    "government council board trust academy ofsted cqc nhs fornøyd fornøgd nøgd tilfreds satisfied dissatisfied good excellent ja nei yes no enig uenig einig ueinig agree disagree "
    "mål nøkkelresultat tiltak i i'm grunnloven".split()
)
_PUBLIC = (
    "tilsynet",
    "direktoratet",
    "departementet",
    "etaten",
    "ombudet",
    "ombodet",
    "loven",
    "lova",
    "forskriften",
    "forskrifta",
    "domstolen",
)
"""How the names of public bodies and laws end, which anybody may mention."""
_LISTS = (
    "task_nouns", "deliverable_nouns", "activity_nouns", "buzzwords", "vague_words", "comparatives", "function_words", "distinct_words",
    "units", "collective_owners", "measure_suffixes", "role_suffixes", "staff", "determiners", "prepositions", "adverbs", "months", "weekdays",
)  # fmt: skip
_SHORTEST = 2
_TITLE_WORDS = 3
_TITLE_SHARE = 0.75
_LONG_WORD = 4
_COMPOUND = 8
_ENDING = 3
"""Letters; «Salesforce» is not «sales» with an ending."""


@cache
def _ordinary() -> frozenset[str]:
    """The words of the word lists, in all three languages: written with a capital they are no names yet."""
    found: set[str] = set(_COMMON)
    for language in Language:
        words = lexicon(language)
        found |= set(words.verbs)
        for name in _LISTS:
            found |= {entry for entry in words.phrases(name).entries if " " not in entry}
    return frozenset(found)


@cache
def _endings(language: Language) -> tuple[str, ...]:
    """How Norwegian compounds of the word lists end: «Kundetilfredshet»."""
    words = lexicon(language)
    names = ("measure_suffixes", "activity_nouns", "deliverable_nouns", "units")
    entries = {entry for name in names for entry in words.phrases(name).entries if entry.isalpha()}
    return tuple(sorted(entry for entry in entries if len(entry) >= _LONG_WORD))


def proper_names(line: Line) -> list[Name]:
    """The proper names of a line, in their order."""
    text = line.text
    if not line.words or (text[1:].islower() and _bare(line.words[0]) not in _WELL_KNOWN):
        return []
    capitals = _capitals(line)
    if not capitals or _is_title_case(line, capitals):
        return []
    found: list[Name] = []
    run: list[int] = []
    for index in [*capitals, -1]:
        if run and (index != run[-1] + 1 or not _only_space(line, run[-1])):
            found += _name(line, run)
            run = []
        run.append(index)
    return found


def _capitals(line: Line) -> list[int]:
    """The words that begin with a capital."""
    starts, text = line.tokens.starts, line.text
    return [index for index, start in enumerate(starts) if text[start].isupper()]


def _is_title_case(line: Line, capitals: list[int]) -> bool:
    """«Become The First Choice Of Commuters»: a capital tells nothing here."""
    dated = {index for mention in line.dates for index in range(mention.first, mention.last + 1)}
    long = [
        index
        for index, word in enumerate(line.words)
        if index and index not in dated and len(word) >= _LONG_WORD and word[0].isalpha()
    ]
    return len(long) >= _TITLE_WORDS and len(set(long) & set(capitals)) >= _TITLE_SHARE * len(long)


def _only_space(line: Line, index: int) -> bool:
    tokens = line.tokens
    return index + 1 < len(line.words) and line.text[tokens.end(index) : tokens.start(index + 1)].isspace()


def _name(line: Line, run: list[int]) -> list[Name]:
    """The name in a run of capitals, if any of its words can be nothing else."""
    tokens = line.tokens
    telling = [index for index in run if _is_telling(line, index)]
    if not telling:
        return []
    first = telling[0]
    if first > run[0] and not _is_ordinary(line.words[first - 1], line.language):
        first -= 1  # «Kari Nordmann følger opp»: the first name begins the sentence
    words = tuple(_bare(line.words[index]) for index in telling)
    last = telling[-1]
    end = tokens.start(last) + len(_whole(line.words[last]))
    return [Name(words, tokens.start(first), end)]


def _is_telling(line: Line, index: int) -> bool:
    word = line.words[index]
    written = line.tokens.slice(index, index)
    bare = _bare(word)
    if bare in _WELL_KNOWN or _CAMEL.match(written):
        return bare not in _COMMON
    if index == 0 or line.words[index - 1] in _BEGINS or len(word) < _SHORTEST:
        return False
    if any(char.isdigit() for char in word) or written.partition("-")[0].isupper():
        return False
    return not _is_ordinary(word, line.language)


def _is_ordinary(word: str, language: Language) -> bool:
    ordinary = _ordinary()
    bare = _bare(word)
    if word in ordinary or bare in ordinary or has_role_word(word) or word.endswith(_PUBLIC):
        return True
    return language is not Language.EN and len(word) >= _COMPOUND and word.endswith(_endings(language))


def _whole(word: str) -> str:
    """A word without its English genitive."""
    return word.removesuffix("'s").removesuffix("’s")


def _bare(word: str) -> str:
    """The name in a word: «Oslo-kontoret» is about Oslo."""
    return _whole(word).partition("-")[0]


def is_known(name: Name, known: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether every word of a name is known, in another form too: «Stads», «Bergenskontoret».

    Args:
        name: The name.
        known: The words known, in lower case.
        stems: The beginnings of the longer ones.
    """
    return all(
        word in known or word.removesuffix("s") in known or f"{word}s" in known or _begins_alike(word, known, stems)
        for word in name.words
    )


def _begins_alike(word: str, known: frozenset[str], stems: frozenset[str]) -> bool:
    if len(word) < _LONG_WORD or word[:_LONG_WORD] not in stems:
        return False
    shortest = max(_LONG_WORD, len(word) - _ENDING)
    return any(one.startswith(word) or (len(one) >= shortest and word.startswith(one)) for one in known)


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The first letters of the longer of some words."""
    return frozenset(word[:_LONG_WORD] for word in words if len(word) >= _LONG_WORD)
