"""Numbers that measure nothing: standards, phases, pages, ordinals, years, phone numbers, «en» and «one»."""

from __future__ import annotations

from assistant.language.number_line import CURRENCIES, FROM, PERCENT_WORDS, POINT_WORDS, SCALES, NumberLine
from assistant.language.number_words import counts
from assistant.language.periods import FIRST_YEAR, LAST_YEAR
from assistant.language.tokens import ARROWS
from assistant.okr import Language

_NAMES = frozenset(
    "iso ns iec wcag soc rfc iatf fssc brcgs din astm ohsas en-iso ns-en ns-iso fase phase trinn steg step punkt pkt kap kapittel chapter "
    "artikkel art article paragraf § §§ versjon version v nr no kpi okr mål milepæl milestone sprint release "
    "side s page p pp linje klasse gruppe group type modell model utgave kategori category tabell table figur "
    "figure vedlegg appendix kl rom room sone zone bygg building etappe pakke covid windows office python java "
    "tier lot del part avsnitt section seksjon id sak saksnr ref ipv http html css scope tek ledd forskrift "
    "regulation riksvei rv fv e fylkesveg fylkesvei bane spor gate postboks kvalitetsnivå nivå level objective "
    "nøkkelresultat hovedmål hovudmål goal priority prioritet avdeling avdelinga team severity alvorlighet "
    "distrikt divisjon top topp".split()
)
"""Words whose number is a name: «ISO 27001», «fase 2», «side 4»."""
_NAMES_OR_MEASURES = frozenset("nivå level del part klasse no s p v e type gruppe group tek".split())
"""Those of them that a unit behind the number turns into an ordinary word."""
_STREETS = ("gata", "gate", "gaten", "veien", "vegen", "vei", "veg", "gaden", "allé", "tunet", "bakken", "kaia")
_ROADS = frozenset("street road avenue lane highway route interstate".split())
"""Before a number with a capital: an address."""
_GOALS = frozenset("mål goal objective".split())
"""Those of them that are a label at the head of a line, and elsewhere introduce a value."""
_NOW_BEHIND = frozenset(", ( : ; – -".split())
"""Behind these a Nynorsk «no» is «now»."""
_POINTED = frozenset("art nr no kap pkt s p pp kl v rv fv sak ref".split())
"""Those of them that are written with a point."""
_NAME_ENDINGS = ("nivå", "trinn", "klasse", "fase", "gruppe", "kategori", "avdeling")
"""Compounds of those: «mestringsnivå 3»."""
_IDENTIFIERS = frozenset(
    "org orgnr organisasjonsnummer organisasjonsnr tlf telefon tel phone mobil mobile fax konto kontonr kontonummer "
    "orgnummer foretaksnummer føretaksnummer vat mva gnr bnr isbn fødselsnummer fakturanummer saksnummer".split()
)
_PHONES = frozenset("tlf telefon tel phone mobil mobile fax konto".split())
"""Those of them that a line is about as well: «Lesetid på mobil 48 → 70 sekunder»."""
_SHORTEST_PHONE = 5
_WITHIN_IDENTIFIERS = frozenset(": . + nr ( ) no - er is".split())
_ORDINAL_NOUNS = frozenset(
    "linje linja line trinn trinnet klasse klassen klassetrinn plass plassen prioritet divisjon etasje etg gang gong "
    "generasjon generation års årig person grads rad runde utgave utgåve grade".split()
)
_PREFIXES = frozenset("# _ / \\ @ §".split())
_SUFFIXES = frozenset("st nd rd th".split())
_JOINTS = frozenset("av of og and – - / , eller or".split())
_PER = frozenset("per pr hver kvar every".split())
_NOON = frozenset("am pm a p".split())
_JOINED_HOURS = frozenset("and to - – until".split())
_BEFORE_NOON = _NOON | _JOINED_HOURS
_YEAR_DIGITS = 4
_PLACE_BEFORE = frozenset(", i in – - · |".split())
_TELLING = _NAMES | _JOINTS | _IDENTIFIERS | _WITHIN_IDENTIFIERS | frozenset("- – : # .".split())
"""What stands before a number that is a name or an identifier; before most numbers stands none of these."""
_AFTER_ORDINALS = _SUFFIXES | _ORDINAL_NOUNS | {"."}


def measures_nothing(line: NumberLine, index: int) -> bool:
    """Whether the number at ``index`` names, orders or dates something instead of measuring it."""
    words = line.padded
    before, word, following = words[index - 1], words[index], words[index + 1]
    is_digits = word[0].isdecimal()
    if is_digits and following in PERCENT_WORDS:
        return False
    if before in _PER or (before == "." and words[index - 2] == "pr"):
        return True  # «feil per 1 000 innbyggere»: part of the unit
    if not is_digits:
        return not counts(line, index)
    if (before in _TELLING or before.endswith(_NAME_ENDINGS)) and _is_named(line, index):
        return True
    return (
        _is_glued(line, index)
        or ((before.endswith(_STREETS) or before in _ROADS) and _is_address(line, index))
        or (following in _AFTER_ORDINALS and _is_ordinal(line, index))
        or (len(word) == _YEAR_DIGITS and word.isdecimal() and (_is_year(line, index) or _is_postal_code(line, index)))
        or ((before in _TELLING or before[:1].isdecimal() or following.isdecimal()) and _is_identifier(line, index))
        or (following in _BEFORE_NOON and _is_hour(line, index))
    )


def _is_hour(line: NumberLine, index: int) -> bool:
    """«5 pm», «between 3 and 6 p.m.»; «10 a month» counts."""
    following = line.padded[index + 1]
    if following in _JOINED_HOURS:
        return line.padded[index + 2].isdecimal() and line.word(index + 3) in _NOON and _is_hour(line, index + 2)
    return following in {"am", "pm"} or line.words[index + 2 : index + 4] in ([".", "m"], [".", "m."])


def _has_unit(line: NumberLine, index: int) -> bool:
    following = line.padded[index + 1]
    return following in PERCENT_WORDS or following in POINT_WORDS or following in CURRENCIES or following in line.units


def _is_named(line: NumberLine, index: int) -> bool:
    """«ISO 27001», «art. 32», «side 4 av 12», «fase 2 og 3»."""
    at = index - 1
    name = line.word(at)
    if name == "." and line.padded[at - 1] in _POINTED:
        return True
    if name in {"-", "–", ":", "#"} and line.tokens.glued(index) and line.padded[at - 1] in _NAMES:
        return True
    is_now = name == "no" and line.padded[at - 1] in _NOW_BEHIND and line.language is Language.NN
    if name in _GOALS:
        return at == 0 or line.padded[index + 1] == ":"  # «Mål 3: ...», but «i dag 18, mål 10»
    if name in _NAMES and not is_now:  # «24 liter, no 21»
        # «nivå 45 %» and «Median time in the building 95 → 60 minutes» measure; «ISO 27001 i 2026» does not.
        measured = name in _NAMES_OR_MEASURES and (_has_unit(line, index) or line.is_counted(index + 1))
        return line.padded[index + 1] not in ARROWS and not measured
    if name.endswith(_NAME_ENDINGS):
        return not (_has_unit(line, index) or line.is_counted(index + 1))
    is_second = name in _JOINTS and line.padded[at - 1][:1].isdecimal() and line.padded[at - 2] in _NAMES
    return is_second and not _has_unit(line, index)


def _is_address(line: NumberLine, index: int) -> bool:
    """«Storgata 14», «Route 66»."""
    if line.padded[index + 1] in ARROWS:
        return False  # «Støy ved Parkveien 57 → 52 dB»
    return line.tokens.text[line.tokens.start(index - 1)].isupper() and not _has_unit(line, index)


def _is_glued(line: NumberLine, index: int) -> bool:
    """«5G», «16:00», «30-day retention», «27001:2022», «#3»."""
    gaps = line.tokens.gaps
    if index and not gaps[index] and _is_glued_behind(line, index):
        return True
    after = index + 1
    return after < line.size and not gaps[after] and _is_glued_ahead(line, index)


def _is_glued_behind(line: NumberLine, index: int) -> bool:
    """«27001:2022», «#3»."""
    before = line.words[index - 1]
    if before in {":", "."}:
        return line.padded[index - 2][:1].isdecimal() and line.tokens.glued(index - 1)
    return before in _PREFIXES or (before[0].isalpha() and before not in CURRENCIES)


def _is_glued_ahead(line: NumberLine, index: int) -> bool:
    """«5G», «16:00», «30-day retention»."""
    following, then = line.words[index + 1], line.padded[index + 2]
    if following == "/" and not line.words[index].isdecimal():
        return False  # «2.9/5»
    if following in {":", "/", "_"}:
        return then[:1].isdecimal() and line.tokens.glued(index + 2)
    if following in {"-", "–"}:
        return then[:1].isalpha() and line.tokens.glued(index + 2) and then not in CURRENCIES
    if not following[0].isalpha():
        return False
    if following == "g" and line.tokens.slice(index + 1, index + 1) == "G":
        return True  # a mobile network, no gram
    return not (
        following in line.units
        or following in SCALES
        or following in CURRENCIES
        or following in POINT_WORDS
        or following in PERCENT_WORDS
    )


def _is_ordinal(line: NumberLine, index: int) -> bool:
    """«1. linje», «2. prioritet», «1st»: a point glued to the digits and a small letter after it."""
    following = line.padded[index + 1]
    if following != ".":
        return following in _SUFFIXES or (following in _ORDINAL_NOUNS and following not in line.units)
    if len(line.words[index]) > 2 or not line.words[index].isdecimal() or not line.tokens.glued(index + 1):
        return False
    noun = line.padded[index + 2]
    if noun in _ORDINAL_NOUNS:
        return True
    return noun[:1].isalpha() and line.tokens.text[line.tokens.start(index + 2)].islower()


def _is_year(line: NumberLine, index: int) -> bool:
    if not FIRST_YEAR <= int(line.words[index]) <= LAST_YEAR:
        return False
    if index in line.dated:
        return True
    if _has_unit(line, index) or line.is_counted(index + 1):
        return False
    before = line.padded[index - 1]
    # The dates have had their say: what they left is a count, «fra 2050 til 1900 timer».
    return before not in FROM and before not in line.to


def _is_postal_code(line: NumberLine, index: int) -> bool:
    """«Storgata, 6413 Molde»: four digits and a name."""
    if line.padded[index - 1] not in _PLACE_BEFORE or not line.padded[index + 1].isalpha():
        return False
    return line.tokens.text[line.tokens.start(index + 1)].isupper() and line.padded[index + 1] not in CURRENCIES


_LONGEST_IDENTIFIER = 12
"""Words; no phone or organisation number is written in more."""
_IDENTIFIER_PARTS = 3
"""Numbers in a row that are the parts of one: «987 654 321»."""


def _is_identifier(line: NumberLine, index: int) -> bool:
    """«org.nr 987 654 321», «tlf. 22 33 44 55»."""
    at = index - 1
    last = max(index - _LONGEST_IDENTIFIER, 0)
    while at > last and (line.words[at][0].isdecimal() or line.words[at] in _WITHIN_IDENTIFIERS):
        at -= 1
    if at >= 0 and line.words[at] in _IDENTIFIERS:
        return line.words[at] not in _PHONES or _is_dialled(line, at + 1)
    run = 1
    for step in (1, -1):
        near = index + step
        while run < _IDENTIFIER_PARTS and line.word(near).isdecimal():
            run += 1
            near += step
    return run >= _IDENTIFIER_PARTS


def _is_dialled(line: NumberLine, index: int) -> bool:
    """Whether the digits from ``index`` on are long enough for a phone number: not in «på telefon 95 → 40 sekunder»."""
    digits = 0
    while line.word(index)[:1].isdecimal() or line.word(index) in _WITHIN_IDENTIFIERS:
        digits += sum(character.isdecimal() for character in line.words[index])
        index += 1
    return digits >= _SHORTEST_PHONE and line.word(index) not in ARROWS
