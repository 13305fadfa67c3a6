"""Reading a length of time written like a clock: «9:40 → 8:30 min», «from 4:15 to 3:00 minutes»."""

from __future__ import annotations

from assistant.language.number_line import FROM, Draft, NumberLine
from assistant.language.tokens import ARROWS

_UNITS = frozenset("min minutt minutter minutes minute time timer timar t hours hour sek sekund sekunder".split())
_HOURS = frozenset("kl klokka klokken klokkeslett at before after før etter innen innan by".split())
"""Before a time of day."""
_SIXTY = 60
_PLACES = 2
_WIDTH = 3
"""Words of «8:30»."""


def read_clock(line: NumberLine, index: int) -> Draft | None:
    """The length of time that begins at ``index``, if it is one and no time of day."""
    if not _is_clock(line, index) or line.padded[index - 1] in _HOURS:
        return None
    last = index + _WIDTH - 1
    before, following = line.padded[index - 1], line.word(last + 1)
    if following in _UNITS:
        unit, end = following, last + 1
    elif before in ARROWS or following in ARROWS or _is_start(line, before, last):
        unit, end = None, last
    else:
        return None
    value = int(line.words[index]) + int(line.words[last]) / _SIXTY
    return Draft(index, index, end, round(value, 4), unit)


def _is_clock(line: NumberLine, index: int) -> bool:
    """Whether the words at ``index`` are written like «8:30», and not like «8:30:00»."""
    if line.word(index + 1) != ":" or not line.tokens.glued(index + 1):
        return False
    hours, minutes = line.words[index], line.word(index + 2)
    if not (minutes.isdecimal() and len(minutes) == _PLACES and line.tokens.glued(index + 2)):
        return False
    if line.word(index + _WIDTH) == ":" and line.tokens.glued(index + _WIDTH):
        return False
    return hours.isdecimal() and len(hours) <= _PLACES and int(minutes) < _SIXTY


def _is_start(line: NumberLine, before: str, last: int) -> bool:
    """«fra 9:40 til 8:30 min»: the unit stands behind the goal."""
    if before not in FROM or line.word(last + 1) not in line.to or not _is_clock(line, last + 2):
        return False
    return line.word(last + 2 + _WIDTH) in _UNITS
