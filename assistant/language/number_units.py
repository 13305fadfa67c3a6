"""Reading the unit a number is given in, behind it («12 MNOK») or before it («kr 1 490»)."""

from __future__ import annotations

from itertools import pairwise

from assistant.language.number_line import (
    CURRENCIES,
    DASHES,
    PERCENT_WORDS,
    POINT_WORDS,
    SCALES,
    Draft,
    NumberLine,
)
from assistant.language.tokens import ARROWS
from assistant.okr import Language

__all__ = ["PERCENT", "is_points", "read_unit", "share_units"]

PERCENT = "%"
_POINTS = {Language.NB: "prosentpoeng", Language.NN: "prosentpoeng", Language.EN: "percentage points"}
_SHORTENED = frozenset(("mill", "mrd"))
_ADJECTIVES = frozenset(
    "nye ny nytt new ekstra extra additional åpne opne open ulike forskjellige forskjellege different faste "
    "unike unique aktive active betalende betalande paying største largest ordinære gode good store large små "
    "small viktige viktigste viktigaste første fyrste first siste last kommunale municipal lokale local private "
    "digitale digital årlige årlege annual alvorlige alvorlege serious key".split()
)
"""Words between a number and what it counts: «40 nye avtaler»."""
_DATING = frozenset(("last", "siste"))
_STRETCHES = frozenset(
    "winter spring summer autumn fall season year term quarter month week christmas easter time vinter vår sommer sommar høst "
    "haust sesong år tertial kvartal måned månad uke veke".split()
)
"""What «last» dates: «41 last winter» counts no winters."""
_THE = frozenset("the our de dei våre".split())
_POINT = frozenset("poeng point points".split())
_OF = frozenset(("av", "of"))
_NO_NOUNS = PERCENT_WORDS | POINT_WORDS | SCALES | CURRENCIES | _OF | frozenset("per percentage out in /".split())
"""What is looked at by itself after a number, before a noun is looked for."""


def is_points(unit: str | None) -> bool:
    """Whether the unit is percentage points: always the size of a change."""
    return unit is not None and unit in _POINTS.values()


def read_unit(line: NumberLine, draft: Draft) -> None:
    """Give ``draft`` its unit, and the words the unit takes."""
    draft.unit, draft.last = _unit_after(line, draft.index)
    _take_leading_currency(line, draft)


def _unit_after(line: NumberLine, index: int) -> tuple[str | None, int]:
    following = line.padded[index + 1]
    if following not in _NO_NOUNS:
        return _noun(line, index)
    if following in PERCENT_WORDS or following in {"per", "percentage"}:
        return _percent(line, index)
    if following in POINT_WORDS:
        return _POINTS[line.language], index + 1
    if following in SCALES or following in CURRENCIES:
        return _money(line, index)
    return _share_after(line, index, following)


def _share_after(line: NumberLine, index: int, following: str) -> tuple[str | None, int]:
    """«8 av 10», «nine out of ten», «nine in ten», «2.9/5»; else the noun."""
    if following == "/":
        unit, last = _share(line, index, index + 2) if line.tokens.glued(index + 1) else (None, index)
        return (unit, last) if last > index and not line.words[index].isdecimal() else _noun(line, index)
    if following in _OF or (following == "out" and line.word(index + 2) == "of"):
        return _share(line, index, index + (2 if following in _OF else 3))
    if following == "in" and line.language is Language.EN and line.is_number(index + 2) and index + 2 not in line.dated:
        unit, last = _share(line, index, index + 2)
        if unit is not None and line.word(index + 3) not in line.units:
            return unit, last  # «nine in ten callers»; «5 in 10 minutes» is no share
    return _noun(line, index)


def _noun(line: NumberLine, index: int) -> tuple[str | None, int]:
    """«30 dager», «40 nye avtaler»."""
    noun = index + 1
    while line.word(noun) in _ADJECTIVES and line.is_counted(noun + 1):
        noun += 1
    if noun > index + 1 and line.words[noun] in _STRETCHES and line.words[noun - 1] in _DATING:
        return None, index  # «41 last winter»
    return (line.words[noun], noun) if line.is_counted(noun) else (None, index)


def _percent(line: NumberLine, index: int) -> tuple[str | None, int]:
    """«45 %», «80 per cent», «75 pst. av», «2 percentage points»."""
    following, after = line.word(index + 1), line.word(index + 2)
    if following == "per":
        return (PERCENT, index + 2) if after in {"cent", "sent"} else (None, index)
    if after in _POINT:
        return _POINTS[line.language], index + 2
    if following == "percentage":
        return None, index
    abbreviated = following in {"pst", "pct"} and after == "." and index + 3 < line.size
    return PERCENT, index + 1 + abbreviated


def _share(line: NumberLine, index: int, whole: int) -> tuple[str | None, int]:
    """«8 av 10», «7 out of 10», «4,4 av 5»."""
    whole += line.word(whole) in _THE  # «120 of the 300 reports»
    value = line.value(whole) if line.is_number(whole) else None
    if value is None:
        return None, index
    return f"{'of' if line.language is Language.EN else 'av'} {value:g}", whole


def _money(line: NumberLine, index: int) -> tuple[str, int]:
    """«mill. kr», «MNOK», «million kroner»: scale and currency as they are written, with single spaces."""
    at, parts = index + 1, list[str]()
    while line.word(at) in SCALES or line.word(at) in CURRENCIES:
        written = line.tokens.slice(at, at)
        if line.words[at] in _SHORTENED and line.word(at + 1) == "." and line.tokens.glued(at + 1):
            at += 1
            written += "."
        parts.append(written)
        at += 1
    return " ".join(parts), at - 1


_MONEY = frozenset(SCALES) | frozenset(CURRENCIES)


def _take_leading_currency(line: NumberLine, draft: Draft) -> None:
    """«kr 1 490», «NOK 12 million», «€300», «kr. 500»."""
    at, words = draft.first - 1, line.padded
    if words[at] == "." and words[at - 1] == "kr":
        at -= 1
    number = at - 1
    while number > 0 and (words[number] in _MONEY or (words[number] == "." and words[number - 1] in _MONEY)):
        number -= 1
    if words[at] not in CURRENCIES or (number >= 0 and line.is_number(number)):
        return  # «40 kr 12», «40 mill kr 12»: the currency is the unit of the number before it
    scale = draft.unit if draft.unit is not None and draft.unit.lower().rstrip(".") in SCALES else None
    if draft.unit is not None and scale is None:
        if draft.unit in PERCENT_WORDS or is_points(draft.unit):
            return
        draft.last = draft.index  # «kr 250 innen», «kr 40 per tonn»: the currency is the unit, not the next word
    written = line.tokens.slice(at, at)
    draft.first, draft.unit = at, f"{scale} {written}" if scale else written


# --- one unit for two numbers --------------------------------------------------------------------------------------

_JOINS = frozenset("til to mot under over og and eller or fra frå from".split()) | ARROWS | DASHES
_ONWARD = frozenset("til to under".split()) | ARROWS
_SHARED_OVER = 4
"""How many words may stand between two numbers of one unit: «fra 40 til godt under 30 dager»."""
_MISREAD = 1000
"""«900 000 til 1,2 mill.»: so many times the other, and the scale belongs to one of them."""


def share_units(line: NumberLine, drafts: list[Draft]) -> None:
    """«fra 42 til 21 dager», «fra 45 % til 60», «14 mill. til 19 mill. kroner»: one unit serves both ends."""
    for here, after in pairwise(drafts):
        between = line.words[here.last + 1 : after.first]
        if len(between) > _SHARED_OVER:
            continue
        if after.unit is not None and not _JOINS.isdisjoint(between):
            if here.unit is None:
                here.unit = _unit_for(here, after)
            elif here.unit.rstrip(".").lower() in SCALES:
                parts = after.unit.split()
                if len(parts) > 1 and parts[-1].lower() in CURRENCIES:
                    here.unit = f"{here.unit} {parts[-1]}"
        elif after.unit is None and here.unit is not None and not _ONWARD.isdisjoint(between):
            after.unit = here.unit


def _unit_for(here: Draft, after: Draft) -> str | None:
    """The unit of the number behind, without its scale where that would make this one a thousand times larger."""
    unit = after.unit or ""
    parts = [part for part in unit.split() if part.rstrip(".").lower() not in SCALES]
    if len(parts) < len(unit.split()) and abs(here.value) >= _MISREAD * abs(after.value):
        return " ".join(parts) or None
    return unit
