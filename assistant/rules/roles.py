"""The people and titles a brief names, and whether an owner is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.language.roles import has_role_word
from assistant.language.tokens import split_words
from assistant.rules.content import stem_of

if TYPE_CHECKING:
    from assistant.brief import Role
    from assistant.okr import Language

_PERSONS = re.compile(r"\s*[;\n&/+]\s*|\s+(?:og|and|samt|with|med)\s+", re.IGNORECASE)
_ASIDES = re.compile(r"\s*[,:()\[\]|]\s*|\s+[–—-]\s+|\s+v/\s*")
_NAME = re.compile(
    r"[A-ZÆØÅÄÖÁÉ][\w'’.-]*(?:\s+(?:(?:van|von|de|der|den|af|av|la|le|bin|al)\s+)*[A-ZÆØÅÄÖÁÉ][\w'’.-]*)*"
)
_CAPITALISED = re.compile(r"\b[A-ZÆØÅÄÖÁÉ][\w'’]+")
_NAME_BESIDE = re.compile(
    r"(?<=\w\s)(?<!\bof\s)(?<!\bfor\s)(?<!\band\s)(?<!\bog\s)(?<!\bav\s)(?<!\bVP\s)(?<!^Director\s)(?<!^Head\s)(?<!^Manager\s)(?<!^Leder\s)(?<!^Leiar\s)[A-ZÆØÅÄÖÁÉ][a-zæøåäöáé'’-]+(?:\s+[A-ZÆØÅÄÖÁÉ][\w'’-]+)+$"
)
"""A full name behind a title: «General manager Alun Prys»."""
_RANKS = (
    "direktøren direktør sjefen sjef lederen leder leiaren leiar ansvarlige ansvarlig ansvarlege ansvarleg koordinatoren koordinator rådgiveren "
    "rådgiver rådgjevaren rådgjevar rådgivaren rådgivar konsulenten konsulent forvalteren forvalter forvaltaren forvaltar "
    "eieren eier eigaren eigar manager director officer head chief lead leader vp president coordinator adviser advisor owner"
).split()
_RANK_ENDS = tuple(sorted(_RANKS, key=len, reverse=True))
_WIDE = frozenset(
    "avdeling avdelings seksjon seksjons enhet enhets eining einings team gruppe prosjekt fag etat divisjon divisjons område områdes "
    "senior assisterende assisterande konstituert fungerende fungerande ass viseadministrerende department section unit group project "
    "area deputy acting interim assistant regional vice executive associate general".split()
)
"""What stands before a rank without saying of what: the area has to tell."""
_TOP = frozenset(
    "administrerende administrerande adm dir daglig dagleg ceo toppsjef toppleder toppleiar konsernsjef konserndirektør "
    "managing executive kommunedirektør kommunedirektøren rådmann rådmannen".split()
)
"""Words of the titles for whoever leads it all: one of them is as good as another."""
_ALIASES = {
    "cfo": "økonomi finans finance", "cto": "teknologi teknisk technology technical", "cio": "it ikt information digital",
    "coo": "drift operations", "cmo": "marked marknad marketing", "chro": "hr personal people", "cpo": "produkt product people",
    "ciso": "sikkerhet tryggleik security", "personal": "hr people", "people": "hr personal", "hr": "personal people",
    "økonomi": "finans finance cfo", "finans": "økonomi cfo", "finance": "financial cfo", "financial": "finance cfo",
    "it": "ikt digital cio", "ikt": "it digital cio", "salg": "sal sales", "sal": "salg sales", "drift": "coo operations",
    "operations": "coo operating operational", "operating": "operations", "technology": "cto technical", "marketing": "cmo",
    }  # fmt: skip
_SHORTEST_NAME = 3
_RANK_LETTERS = 4
"""Letters that tell ranks apart: «lederen» is «leder»."""
_SHORTEST_AREA = 2


def names_of(owner: str) -> list[tuple[str, ...]]:
    """The owners of an owner field, each as its parts: «Kari Moen, kundedirektør og Per Ås» are two."""
    persons: list[tuple[str, ...]] = []
    before = ""
    for whole in _PERSONS.split(owner):
        parts = tuple(part.strip(" .*_") for part in _ASIDES.split(whole) if part.strip(" .*_"))
        # «leder for HMS og Kvalitet»: one word after a title is more of what it answers for.
        more = len(whole.split()) == 1 and has_role_word(before) and not has_role_word(whole)
        if not more and any(_tells_who(part) for part in parts):
            persons.append(parts)
            before = whole
    return persons


def _tells_who(part: str) -> bool:
    """Whether words are a person's name or a title, and not the rest of one («(leder for drift) og vedlikehold»)."""
    return has_role_word(part) or (_NAME.fullmatch(part) is not None and not part.isupper())


class Named:
    """The people and titles of a brief, for looking an owner up in."""

    def __init__(self, roles: Iterable[Role], statements: Iterable[str], language: Language) -> None:
        """Read the roles, and the words of the statements: somebody may be named in a sentence alone."""
        self.language = language
        roles = tuple(roles)
        told = " \n ".join(role.text for role in roles)
        self._roles = frozenset(_words(told, language))
        self._areas, self._ranks = _areas_of(" \n ".join(_titles_of(role) for role in roles), language)
        said = " ".join(statements)
        self._said = frozenset(stem_of(word, language) for word in _words(said, language))
        self._names = self._roles | frozenset(word.lower() for word in _CAPITALISED.findall(said))

    def knows(self, person: tuple[str, ...], *, titles: bool = True) -> bool:
        """Whether any part of an owner, the name or the title, is named; ``titles`` says whether titles can be compared."""
        return any(self._knows_part(part, titles=titles) for part in person)

    def _knows_part(self, part: str, *, titles: bool) -> bool:
        if not has_role_word(part):
            words = _CAPITALISED.findall(part)
            return bool(words) and words[-1].lower() in self._names
        if not titles:
            return True
        return self._knows_title(part)

    def _knows_title(self, title: str) -> bool:
        words = _words(title, self.language)
        if any(stem_of(word, self.language) in self._said for word in words if not _is_bare(word)):
            return True
        names = [
            word for word in words if len(word) > _SHORTEST_NAME and word in self._roles and not has_role_word(word)
        ]
        areas, ranks = _areas_of(title, self.language)
        if not areas:
            top = not _TOP.isdisjoint(words)
            return bool(names) or not ranks.isdisjoint(self._ranks) or (top and not _TOP.isdisjoint(self._roles))
        return bool(names) or any(_meets(area, self._areas) for area in areas)


def _titles_of(role: Role) -> str:
    """A role without the name of whoever has it: «Per Arvid Lie, byggeleder» answers for «bygge»."""
    text = role.text
    if role.name and role.title:
        return role.title if len(role.title) + len(role.name) + 3 >= len(text) else text.replace(role.name, " ")
    return text if not _NAME_BESIDE.search(text) else _NAME_BESIDE.sub(" ", text)


def _words(text: str, language: Language) -> list[str]:
    return [
        part for word in split_words(text, language) for part in word.replace("’s", "").replace("'s", "").split("-")
    ]


def _is_bare(word: str) -> bool:
    """Whether a word of a title is a rank or a unit alone, which half the titles have."""
    area, rank = _cut(word)
    return (bool(rank) and (not area or area in _WIDE)) or not has_role_word(word)


def _cut(word: str) -> tuple[str, str]:
    """«kundedirektøren» is «kunde» and «direktøren»."""
    for rank in _RANK_ENDS:
        if word.endswith(rank):
            return word.removesuffix(rank), rank
    return word, ""


@lru_cache(maxsize=512)
def _areas_of(text: str, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """What the titles in a text answer for, and their ranks without inflection."""
    areas: set[str] = set()
    ranks: set[str] = set()
    for word in _words(text, language):
        area, rank = _cut(word)
        if rank:
            ranks.add(rank[:_RANK_LETTERS])
        if len(area) >= _SHORTEST_AREA and area not in _WIDE and area not in _TOP and area not in _LITTLE:
            areas.add(area)
    return frozenset(areas), frozenset(ranks)


_LITTLE = frozenset("for av i på og of the and ved hos til med to de den det".split())


def _meets(area: str, areas: frozenset[str]) -> bool:
    known = {*areas, *(alias for one in areas for alias in _ALIASES.get(one, "").split())}
    wanted = {area, *_ALIASES.get(area, "").split()}
    if not wanted.isdisjoint(known):
        return True
    return any(
        min(len(area), len(one)) >= _SHORTEST_NAME and (area.startswith(one) or one.startswith(area)) for one in known
    )
