"""What people write where they have nothing to write yet: «TBD», «ikke avklart», «N.N.», a dash."""

from __future__ import annotations

import re
from functools import lru_cache

_NOTHING = re.compile(
    r"""
    [\W_]*                                                            # nothing at all, dashes, dots, question marks
    | [\[<{(].{0,60}[\]>})]                                           # [navn], <owner>
    | t\.?\s?b\.?\s?[dca]\.? | todo | n\.?\s?n\.? | n/?a | x+ | y
    | (?:er\s)?(?:ikke|ikkje|not)\s(?:yet\s)?
        (?:avklart|avklara|bestemt|avgjort|oppgitt|utpekt|peikt\sut|peik?a\sut|valgt|valt|satt|sett|tildelt|fastsatt|fastsett
        |decided|assigned|known|set|clear|named|agreed|appointed|settled|clarified)
        (?:\s(?:ennå|enno|enda|yet))?
    | (?:må|skal|blir|vert|bør)\s(?:avklares|avklarast|avklart|avklara|bestemmes|bestemmast|bestemt|utpekes|fordeles|fordelast)(?:\s.{0,30})?
    | (?:navn|namn|name|eier|eigar|owner)\s(?:kommer|kjem|mangler|manglar|to\s(?:come|follow)|missing)
    | to\sbe\s(?:decided|confirmed|announced|agreed|determined|named|appointed|assigned|defined)(?:\s.{0,40})?
    | uavklart | uavklara | undecided | unassigned | unknown | ukjent | ukjend | pending | vacant | vakant | ledig | open | åpen
    | (?:blir|vert|er\sikke|er\sikkje)\s(?:avklart|avklara|bestemt|utpekt|utpeika|avgjort|avgjord) | (?:avklares|bestemmes|settes|fordeles)(?:\s(?:senere|i|på|før|etter)\b.{0,30})? | (?:avklarast|bestemmast|fordelast)(?:\s(?:seinare|i|på|før|etter)\b.{0,30})?
    | kommer(?:\ssenere)? | kjem(?:\sseinare)? | later | to\s(?:come|follow)
    | ingen(?:\s(?:ennå|enda|enno))? | inga | (?:none|nobody|no\sone)(?:\syet)? | hvem | kven | who
    | (?:for)?na[vm]n\s(?:na[vm]nesen|etterna[vm]n) | (?:first\s?)?name\s(?:surname|last\s?name) | first\s?last
    | (?:to\sbe\s|skal\s)?(?:hired|recruited|ansettes|tilsettes|rekrutteres|tilsetjast|rekrutterast)
    | (?:venter|ventar|waiting)\s(?:på|for|on)\s(?:tall|tal|data|figures|numbers)(?:\s.{0,30})? | coming\ssoon
    | (?:nøkkelresultat|mål|tekst|key\sresult|objective|goal|text)(?:et|en)?\s(?:\d\s)?(?:her|here|goes\shere|kommer|kjem)(?:\s(?:senere|seinare))?
    | (?:skriv|legg|sett|set|fyll|enter|write|add|insert|type|put)\s(?:inn\s)?(?:your\s|the\s|an?\s|eit?\s)?
        (?:nøkkelresultat|mål|tekst|key\sresult|objective|goal|text)(?:et|en)?(?:\s\d)?(?:\s(?:her|here))?
    | (?:fyll|sett)\sinn.{0,40} | (?:fill|insert)\b.{0,40}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 62


def is_blank(text: str | None) -> bool:
    """Whether a field says nothing: left empty, or filled with a placeholder."""
    if not text:
        return True
    text = text.strip(" \t.,;:!?*_")
    return len(text) <= _LONGEST and _says_nothing(text)


@lru_cache(maxsize=1024)
def _says_nothing(text: str) -> bool:
    """Kept for a while: several rules ask of the same few owners and sources."""
    return _NOTHING.fullmatch(text) is not None
