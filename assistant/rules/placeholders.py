"""What a template leaves behind when nobody fills it in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.language.line import Line

_PLACEHOLDER = re.compile(
    r"""
    \[\s*(?:\.{2,}|…|[^\]\d(]{0,40})\s*\](?!\()        # [...], [tall], but not a link or a reference number
    | <\s*(?!/|(?:a|abbr|b|blink|br|center|code|div|em|font|h\d|hr|i|img|li|mark|ol|p|pre|s|script|small|span|strike
        |strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|iframe|video|audio|form|input|object|embed|link|meta
        |body|html|head|button|a\s[^<>]{0,200})\s*/?>)
      [a-zæøå][\w\ æøå-]{0,30}>(?!\w)                  # <tall>, but not a tag
    | \{\{?\s*[\w\ æøå.-]{0,40}\}?\}                   # {tall}
    | (?<![\w.])(?:[XYN]+|x{1,})(?=\s?(?:%|prosent|percent|per\ cent|pst))
    | (?<![\w.])(?:X+|x{2,}|Y|N)(?=\s?(?:kr\b|NOK|MNOK|dager|dagar|days|timer|timar|hours|minutt|minutes|poeng|points
        |stk|kunder|kundar|customers|brukere|brukarar|users|mill))
    | (?:(?<=\bfra\s)|(?<=\btil\s)|(?<=\bfrå\s)|(?<=\bfrom\s)|(?<=\bto\s))(?:[XYZ]\b|x\b|\?+(?!\w)|…|\.{3}(?!\w))
    | (?<![\w.])(?:TBD|TBC|TBA|TODO|FIXME|N\.\s?N\.|NN(?=$|[\s,.)])|X{2,}|x{2,}|[Ll]orem\ ipsum)(?!\w) | (?<!\w)dd\.mm\.
    | (?<!\w)(?:to\ be\ (?:decided|determined|defined|confirmed)|(?:fastsettes|settes)\ senere|ikkj?e\ avklart)(?!\w)
    | (?<![\w.])\?{2,} | _{3,} | (?<![.\w])\.{4,}
    | (?<!\w)(?:[Ss]ett\ inn|[Ff]yll\ inn|[Ss]et\ inn|[Ii]nsert)
        \s+(?:tall|tal|navn|namn|dato|verdi|number|name|date|value)\b
    """,
    re.VERBOSE,
)
_HINTS = frozenset(
    "[ < { ? _ … x xx xxx xxxx xxxxx y yy yyy z n nn nnn tbd tbc tba todo fixme lorem dd avklart settes fastsettes "
    "sett fyll set insert decided determined defined confirmed".split()
)
"""Every placeholder has one of these among its words, or three dots: most lines are let go at once."""


def find_placeholder(line: Line) -> tuple[int, int] | None:
    """Where the first placeholder of a line stands («X %», «[...]», «TBD», «N.N.»), or ``None``."""
    if _HINTS.isdisjoint(line.words) and "..." not in line.text:
        return None
    found = _PLACEHOLDER.search(line.text)
    return found.span() if found else None
