"""Reading an owner field: how many persons or roles it names, and whether it names a group."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from assistant.language.lexicon import VerbForm, lexicon
from assistant.language.tokens import split_words
from assistant.okr import Language


class Person(NamedTuple):
    """One owner, as written: a name, a title, or both."""

    name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Owners:
    """Who an owner field names.

    Attributes:
        count: Persons and roles; «Kari Moen, kundedirektør» is one.
        collective: Whether it names a group or a unit.
        persons: The persons and roles counted.
    """

    count: int
    collective: bool
    persons: tuple[Person, ...] = ()


class _Kind(Enum):
    NAME = auto()
    TITLE = auto()
    GROUP = auto()
    OTHER = auto()


_SEPARATOR = re.compile(
    r"""
    \s*(
    [,;/&+()\[\]\n:|–—] | \s-\s
    | (?<=\s)(?:sammen\smed|saman\smed|i\slag\smed|i\ssamarbeid\smed|together\swith|in\spartnership\swith)(?=\s)
    | (?<=\s)(?:og|and|samt|plus|med|with|v/|ved|ledet\ av|leidd\ av|leia\ av|led\ by|headed\ by)(?=\s)
    )\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HELP = re.compile(
    r"(?<=\S)[\s,;(]+(?:med\s(?:god\s)?(?:hjelp|støtte|bistand)|(?:støtte[ts]?|støtta|hjulpet|hjelpt|assistert|bistått)\sav"
    r"|(?:helped|supported|assisted|backed)\sby|on\sbehalf\sof|på\svegner?\sav|with\s(?:the\s)?(?:help|support|input)\s(?:from|of))\s.+",
    re.IGNORECASE | re.DOTALL,
)
"""Those who help whoever owns it own nothing themselves."""
_ASIDE = frozenset((",", "(", "[", "–", "—", "-", ":", "|"))
"""What may stand between a name and its title; between two persons stands «og»."""
_JOINED = frozenset(("og", "and", "&", ",", "/"))
_AREA = re.compile(r"\s(?:for|av|of|i|in|på)\s", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÆØÅÄÖÁ][\w.'’-]*(?:\s(?:(?:van|von|de|der|den|af|av|la|le|bin|al)\s)*[A-ZÆØÅÄÖÁ][\w.'’-]*)*")
_LAST_NAMES = re.compile(r"\s[A-ZÆØÅÄÖÁ][a-zæøåäöé’'-]+\s[A-ZÆØÅÄÖÁ][a-zæøåäöé’'-]+$")
_PARTS_OF_A_NAME = 2
_EVERYONE = frozenset(
    "alle samtlige samtlege hele heile hver kvar enhver eikvar all everyone everybody every each whole entire".split()
)
_ARTICLES = frozenset("the den det de dei".split())
_MANY = frozenset("vi me we de dei".split())
_PRONOUNS = frozenset("vi me we oss us it noen nokon flere fleire mange many several others various".split())
"""Entries of the word list that mean everyone as the whole field only: «Vi Nguyen», «it» within a title."""
_UNITS = tuple(
    "avdeling avdelingen avdelinga avdelingene seksjon seksjonen enhet enheten eining eininga einingane gruppe gruppen "
    "gruppa team teamet etat etaten kontor kontoret styre styret utvalg utvalget utval utvalet komité komiteen "
    "divisjon divisjonen tjenesten tenesta teneste tjeneste klinikk klinikken poliklinikk skolen skulen barnehagen senter senteret forvaltning forvaltninga "
    "forvaltningen service services sjonen sjon staben laget nemnda rådet ledelsen leiinga department division unit office offices group committee "
    "council desk kjøkkenet kjøkenet lageret verkstedet verkstaden resepsjonen redaksjonen sentralen laboratoriet kitchen workshop "
    "butikkene butikkane filialene filialane gjengen klubben trioen duoen mannskapet besetningen eriet room foreningen foreininga korpset koret drift driften drifta vedlikehold vedlikehald skiftet vaktene vaktane forbundet".split()
)
"""How the name of a unit ends."""
_NUMBERED = re.compile(
    r"(?:[A-ZÆØÅa-zæøå]+\.?\s\d+|(?:skift|shift|vakt|lag|team|crew|line|linje|hall|hus|ward|blokk|block|gruppe|post)\s[A-Z])",
    re.IGNORECASE,
)
"""«Avd. 3», «Ward 4», «Skift B»: units told apart by a number or a letter."""
_LINKS = frozenset("for of av i på in at to hos".split())
_PLURALS = ("ane", "ene", "ne", "ar", "er", "r", "e")
"""How Norwegian titles end when they are many: «seksjonslederne», «rektorar»."""
_ARTICLE_ENDS = ("en", "et", "n", "a")
_SHORT = 6
"""«Vega» is a name."""
_PLACED = re.compile(r"(?P<who>.+?)\s(?:i|på|fra|frå|hos|in|at|from|of)\s.+")
"""«Kari i resepsjonen», «Ann from Finance»."""


@lru_cache(maxsize=1024)
def read_owners(text: str, language: Language) -> Owners:
    """Who an owner field names.

    A title after a comma belongs to the name before it, and «leder for drift og vedlikehold» is one role.
    """
    words = lexicon(language)
    if text.strip(" .").lower() in words.phrases("collective_owners"):
        return Owners(0, collective=True)
    persons: list[Person] = []
    collective = False
    before: _Kind | None = None
    area = False
    pieces = _SEPARATOR.split(_HELP.sub("", text.strip(" .")))
    for index in range(0, len(pieces), 2):
        part = pieces[index].strip(" .")
        if not part:
            continue
        sign = pieces[index - 1].strip().lower() if index else ""
        kind = _kind_of(part, language)
        if area and sign in _JOINED and kind is not _Kind.TITLE and not _is_full_name(part):
            continue  # «leder for drift og vedlikehold»: more of the area
        if kind is not _Kind.NAME and before is _Kind.NAME and sign in _ASIDE:
            persons[-1] = persons[-1]._replace(title=persons[-1].title or part)  # the title of the person just named
            if kind is _Kind.TITLE:
                kind = _Kind.OTHER
                area = _AREA.search(part) is not None
        elif kind is _Kind.NAME and before is _Kind.TITLE and sign == ":":
            persons[-1] = persons[-1]._replace(name=part)  # «leder: Kari Moen»: the title has been counted
        elif kind in {_Kind.NAME, _Kind.TITLE}:
            persons.append(_person(part, kind, language))
            area = kind is _Kind.TITLE and _AREA.search(part) is not None
        collective = collective or kind is _Kind.GROUP
        before = kind
    return Owners(len(persons), collective, tuple(persons))


def _person(part: str, kind: _Kind, language: Language) -> Person:
    if kind is _Kind.TITLE:
        return Person(title=part)
    names = _LAST_NAMES.search(part)
    if names and _is_title(split_words(part[: names.start()], language), language):  # «kaptein Ruth Olsen»
        return Person(name=names[0].strip(), title=part[: names.start()])
    return Person(name=part)


def _is_full_name(part: str) -> bool:
    return len(part.split()) >= _PARTS_OF_A_NAME and _NAME.fullmatch(part) is not None


def _kind_of(part: str, language: Language) -> _Kind:
    words = split_words(part, language)
    lexical = lexicon(language)
    groups = lexical.phrases("collective_owners")
    bare = words[1:] if words and words[0] in _ARTICLES and len(words) > 1 else words
    if not bare or part.lower() in groups or bare[0] in _EVERYONE or _speaks_of_many(words, part, language):
        return _Kind.GROUP if bare else _Kind.OTHER
    if _is_title(words, language):
        named = _LAST_NAMES.search(part)  # «kaptein Ruth Olsen»
        return _Kind.NAME if named and not _is_title(words[-2:], language) else _Kind.TITLE
    placed = _PLACED.fullmatch(part)
    if placed and placed["who"][0].isupper() and _kind_of(placed["who"], language) is _Kind.NAME:
        return _Kind.NAME
    if _is_unit(bare, part, language):
        return _Kind.GROUP
    return _Kind.NAME if _NAME.fullmatch(part) and not part.isupper() else _Kind.OTHER


def _speaks_of_many(words: list[str], part: str, language: Language) -> bool:
    """«Vi på kjøkkenet», «dei tilsette», «seksjonslederne», «trustees»; «Vi Nguyen» and «de Vries» are names."""
    if words[0] in _MANY and len(words) > 1 and part.split()[1][:1].islower():
        return True
    titles = lexicon(language).phrases("role_suffixes")
    words = list(takewhile(lambda word: word not in _LINKS, words))  # «chair of trustees»
    if language is Language.EN:
        return any(word.endswith("s") and word[:-1] in titles for word in words)
    endings = _title_endings(language)
    return any(
        word.endswith(plural) and word[: -len(plural)].endswith(endings)
        for word in words
        if word.endswith(_PLURALS)
        for plural in _PLURALS
    )


def _is_unit(words: list[str], part: str, language: Language) -> bool:
    """Whether words name a unit or a function, by a word or an ending; «Kari Moen HR» is a person."""
    groups = lexicon(language).phrases("collective_owners")
    found = groups.find(words)
    if found is None or (found[1] == 1 and words[found[0]] in _PRONOUNS):
        named = any(word.endswith(_UNITS) or not groups.entries.isdisjoint(_bare(word)) for word in words)
        return named or _is_work(words[0], language) or bool(_NUMBERED.fullmatch(part))
    rest = part.split()[: found[0]]
    return len(rest) < _PARTS_OF_A_NAME or not all(word[:1].isupper() for word in rest)


def _bare(word: str) -> set[str]:
    """What a Norwegian word may be without its article: «hjemmesykepleien» is «hjemmesykepleie»."""
    if len(word) <= _SHORT:
        return set()
    return {word.removesuffix(end) for end in _ARTICLE_ENDS if word.endswith(end)} - {word}


def _is_work(word: str, language: Language) -> bool:
    """«Planning», «Cleaning»: a field of work is called after what is done in it."""
    return any(reading.form is VerbForm.GERUND for reading in lexicon(language).verbs.get(word))


def _is_title(words: list[str], language: Language) -> bool:
    titles = lexicon(language).phrases("role_suffixes")
    if titles.find(words) is not None:
        return True
    if language is Language.EN:
        return False
    endings = _title_endings(language)
    return any(word.endswith(endings) for word in words if len(word) > 5)


@lru_cache(maxsize=2)
def _title_endings(language: Language) -> tuple[str, ...]:
    """The titles that Norwegian compounds end in, and longer ones stand alone for: «kundedirektør»."""
    entries = lexicon(language).phrases("role_suffixes").entries
    return tuple(sorted(entry for entry in entries if len(entry) > 3 and entry.isalpha()))
