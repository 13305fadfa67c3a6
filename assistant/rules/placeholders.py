"""What a template leaves behind when nobody fills it in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.rules.blanks import is_blank

if TYPE_CHECKING:
    from assistant.language.line import Line

_PLACEHOLDER = re.compile(
    r"""
    (?P<brackets>\[\s*(?:\.{2,}|…|[^\]\d(]{0,40}(?:result(?:at)?|objective|mål|KR|NR)?\s?\d?)\s*\])(?!\()        # [...], [tall], but not a link or a reference number
    | <\s*(?!/|(?:a|abbr|b|blink|br|center|code|div|em|font|h\d|hr|i|img|li|mark|ol|p|pre|s|script|small|span|strike
        |strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|iframe|video|audio|form|input|object|embed|link|meta
        |body|html|head|button|a\s[^<>]{0,200})\s*/?>)
      [a-zæøå][\w\ æøå-]{0,30}>(?!\w)                  # <tall>, but not a tag
    | \{\{?\s*[\w\ æøå.-]{0,40}\}?\}                   # {tall}
    | (?<![\w.])(?:[XYZN]+|x{1,}|n|nn|yy|zz|_+|\d[Xx]+)(?=\s?(?:%|prosent|percent|per\ cent|pst))
    | (?<![\w.])(?:X+|x{2,}|Y|N)(?=\s?(?:kr\b|NOK|MNOK|dager|dagar|days|timer|timar|hours|minutt|minutes|poeng|points
        |stk|kunder|kundar|customers|brukere|brukarar|users|mill))
    | (?:(?<=\bfra\s)|(?<=\btil\s)|(?<=\bfrå\s)|(?<=\bfrom\s)|(?<=\bto\s))(?:\(?[XYZN]\b|x\b|\?+(?!\w)|…|\.{3}(?!\w)|\#(?!\w))
    | (?<!\w)[XxNn]\s(?:av|of|out\sof)\s(?:[XxYyZzNn](?![\w-])|\d) | (?:(?<!\w)(?:kr|NOK)|[£$€])\s?(?:…|\.{3})
    | \((?i:dato|tall|tal|antall|antal|navn|namn|beløp|verdi|måltall|måltal|frist|number|date|name|figure|value|amount|[xn])\)
    | (?<![\w.])(?:(?i:TBD|TBC|TBA)|TODO|FIXME|N\.\s?N\.|NN(?=$|[\s,.)])|X{2,}|x{2,}|[Ll]orem\ ipsum)(?!\w) | (?<!\w)dd\.mm\.
    | (?<!\w)(?:to\ be\ (?:decided|determined|defined|confirmed)|(?:fastsettes|settes)\ senere|ikkj?e\ avklart)(?!\w)
    | (?<!\w)(?<!\bder\s)(?<!where\s)(?<!\sa\s)(?:(?i:måltall|måltal)|tall|tal|verdi|beløp|dato|number|figure|value|date)\s(?:kommer|kjem|mangler|manglar|to\s(?:come|follow)|missing)(?!\w)
    | (?<!\w)(?i:tall|tal|verdi|beløp|dato|måltall|måltal|mål|frist|target|baseline|goal|details|numbers|figures)(?:en|et|a)?\s
      (?:bestemmes|bestemmast|fastsettes|avklares|avklarast|settes|fylles\sinn|fyllast\sinn|(?:blir|vert)\s(?:bestemt|avklart|avklara|fastsatt|fastsett|fylt\sinn)
        |to\s(?:come|follow)|not\syet\s(?:set|known|decided|agreed)|pending)(?!\w)
    | \((?:fylles\sinn|fyllast\sinn|fyll\sinn|fill\sin|to\sbe\sfilled\sin|insert)\) | :\s*(?:må\s|to\sbe\s)?(?:avklar(?:es|ast)|clarified)\s*$
    | (?<![\w#])\#{2,}(?![\w#]) | [£$€]\s?(?:X+(?:m|k|bn)?|_+(?:m|k|bn)?)(?!\w) | (?<![\w.])[Xx]\.[Xx](?!\w)
    | (?<!\w)(?:number|figure|value|date)\sto\sbe\sagreed(?!\w)
    | (?<![\w.])\?{2,} | (?<!\w)_+(?!\w) | _{3,} | (?<![.\w])\.{4,}
    | (?<!\w)(?:[Ss]ett\ inn|[Ff]yll\ inn|[Ss]et\ inn|[Ii]nsert)
        \s+(?:tall|tal|navn|namn|dato|verdi|number|name|date|value|metric|target|baseline|måltall|måltal|mål)\b
    """,
    re.VERBOSE,
)
_HINTS = frozenset(
    "clarified yet xxk xxm xxbn bestemmes bestemmast avklara bestemt fastsatt "
    "fastsett fylt pending 0x 1x 2x 3x 4x 5x 6x 7x 8x 9x # xm xk xbn agreed [ < { ? _ … x xx xxx xxxx xxxxx y yy yyy z n nn nnn tbd tbc tba todo fixme lorem dd avklart settes fastsettes "
    "sett fyll set insert avklares avklarast fylles fyllast fill filled z zz kommer kjem mangler manglar come follow missing decided determined defined confirmed".split()
)
"""Every placeholder has one of these among its words, or three dots: most lines are let go at once."""

_IN_BRACKETS = frozenset(
    "antall antal dato tall tal navn namn beløp verdi måltall måltal frist number date name figure value amount".split()
)
"""A bracket beside one of these may hold nothing else: «(dato)»."""
_BLANK_STARTS = frozenset(
    "t er ikke ikkje not må skal blir vert bør navn namn name eier eigar owner to uavklart uavklara undecided unknown ukjent pending "
    "avklares bestemmes settes fordeles avklarast kommer kjem later ingen inga none nobody hvem kven who fyll sett set fill insert "
    "venter ventar waiting coming nøkkelresultat nøkkelresultatet mål målet tekst key objective goal text skriv legg enter write add type put open".split()
)
"""How a line begins that says nothing but that it is yet to be written."""

_FILLED_IN = frozenset(
    "antall antallet talet andel andelen number share sett fyll set fill insert skriv write add velg vel choose legg name navn namn tall tal talet tallet number figure value verdi verdien dato "
    "datoen date måltall måltal metric mål målet target goal objective objektiv outcome utfall resultat result x y z n xx "
    "eier eigar owner ansvarlig ansvarleg responsible kilde kjelde source prosent percent beløp beløpet amount enhet eining unit "
    "team teamet avdeling avdelinga department kunde kunden customer produkt product tjeneste teneste service målgruppe målgruppa audience "
    "segment baseline startverdi grunnlinje frist fristen deadline periode period tbd tbc tba todo hvem kven who hva kva what "
    "når when ? … beskriv describe nøkkelresultat".split()
)
"""Words in square brackets that name what is to be filled in; other words there are an aside («[uten kampanjevarer]»)."""
_ASIDE = frozenset(
    "uten utan ikke ikkje kun bare berre inkl inkludert inklusive ekskl eksklusive unntatt unnateke herav hvorav gjelder gjeld målt also "
    "også jf jamfør se sjå uansett samlet samla alle all begge both type forslag foreløpig førebels strekkmål excluding excl incl including "
    "only not without except measured see as per provisional proposed draft aspirational committed stretch sic note nb".split()
)
_VALUES = frozenset("→ -> => % kr prosent percent".split())
"""Beside a bracket, these say that it stands for a value."""
_NEEDS_A_NOUN = frozenset("the a an our your vår vårt våre et en ei ein eit den det de dei å".split())


def find_placeholder(line: Line) -> tuple[int, int] | None:
    """Where the first placeholder of a line stands («X %», «[...]», «TBD», «N.N.»), or ``None``."""
    words = line.words
    if words and words[0] in _BLANK_STARTS and not line.measures and is_blank(line.text):
        return 0, len(line.text)  # «Kommer senere», «Not decided yet»: nothing but what a field without an answer says
    named = "(" in words and not _IN_BRACKETS.isdisjoint(words)
    if not named and _HINTS.isdisjoint(words) and "..." not in line.text:
        return None
    for found in _PLACEHOLDER.finditer(line.text):
        if found["brackets"] is None or _is_gap(line, found.start(), found.end()):
            return found.span()
    return None


def _is_gap(line: Line, start: int, end: int) -> bool:
    """Whether words in square brackets stand for what is missing: by what they say, or by where they stand."""
    tokens = line.tokens
    inside = [word for word, at in zip(tokens.words, tokens.starts, strict=True) if start < at < end - 1]
    if not any(word[0].isalnum() for word in inside):
        return True
    if inside[0] in _ASIDE:
        return False
    if not _FILLED_IN.isdisjoint(inside):
        return True
    before = [word for word, at in zip(tokens.words, tokens.starts, strict=True) if at < start]
    after = next((word for word, at in zip(tokens.words, tokens.starts, strict=True) if at >= end), "")
    if not before or after in _VALUES or before[-1] in _VALUES:
        return True
    return before[-1] in _NEEDS_A_NOUN or before[-1] in line.lexicon.phrases("prepositions").entries
