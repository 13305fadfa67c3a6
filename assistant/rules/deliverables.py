"""Telling things to hand over, a website or a plan, from what an objective may well be about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.okr import Language
from assistant.rules.counting import end_of_name, listed

if TYPE_CHECKING:
    from assistant.language.line import Line

_GENERIC = frozenset(
    "tjeneste tjenester tjenestene teneste tenester tenestene løsning løsninger løsningene løysing løysingar "
    "løysingane team teamet teams prosess prosesser prosessar prosessane produkter produkt service services "
    "solution solutions product products process processes building office form model map".split()
)
"""Deliverable nouns that an objective may well be about: «levere tjenester folk stoler på»."""
_SHORTEST_PART = 3
_LONGEST_PART = 24
"""Letters of the last part of a compound that are looked at."""
_LONGEST_NAME = 4
_RENEWED = frozenset("revidert oppdatert revised updated".split())
_ONE = frozenset("a an en et ei ein eit".split())
_AFTER_THING = frozenset("with med , ; .".split())
_NEW = frozenset("ny nytt felles egen eget eigen eige new shared common dedicated".split())


def names_deliverable(line: Line, word: str, *, generic: bool = False) -> bool:
    """Whether a word names something to hand over, whole or as the last part of a Norwegian compound.

    Args:
        line: The line.
        word: One of its words.
        generic: Whether «løsning», «team» and the like count as well.
    """
    nouns = line.lexicon.phrases("deliverable_nouns").entries
    if word in _GENERIC:
        return generic
    if word in nouns:
        return True
    if line.language is Language.EN:
        return False
    ends = (word[cut:] for cut in range(max(2, len(word) - _LONGEST_PART), len(word) - _SHORTEST_PART))
    return any(end in nouns and (generic or end not in _GENERIC) for end in ends)


def opens_with_new_thing(line: Line) -> int | None:
    """The last word of the thing that is all a line names: «Ny hjemmeside og profil», «A new rota for nights»."""
    words, language = line.words, line.language
    first = 1 if words[0] in listed(language, "determiners") and words[1:2] and words[1] in _NEW | _RENEWED else 0
    bare = words[0] in _ONE  # «A spring appeal film with the kennel hands», and nothing that it does
    if words[first] not in _NEW and not (first and words[first] in _RENEWED) and not bare:
        return None
    end = end_of_name(line, 0)
    if not first + 1 < end <= first + 1 + _LONGEST_NAME or not names_deliverable(line, words[end - 1]):
        return None
    if bare and words[first] not in _NEW and end < len(words) and words[end] not in _AFTER_THING:
        return None
    return end - 1
