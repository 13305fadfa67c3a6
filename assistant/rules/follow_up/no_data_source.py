"""A key result that does not say where its value is read.

Why it hurts: at the first check-in somebody has to find the number, and two people find two. Name the register, the
survey or the count, and the check-in can start with the value on the table. Text cannot tell whether such a source
exists, so this is a question.

Source: the article's pitfall «no focus: no follow-up out in the organisation».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.blanks import is_blank
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_HINTS = frozenset(
    "målt måles målast måla ifølge ifølgje følge følgje according measured leses lesast lest lese hentes hentast henta hentet read taken "
    "kilde kjelde source registrert registrerte logget logga".split()
)
_TOLD = re.compile(
    r"""
    \b(?: (?:målt|måles|målast|måla|measured|registrert|registrerte|logget|logga)\s+(?:i|på|med|ved|gjennom|av|hos|in|by|with|through|from)
       | (?:leses|lesast|lest|lese|read)\s+(?:av\s+|off\s+)?(?:i|på|fra|frå|in|from) | (?:hentes|hentast|henta|hentet|taken)\s+(?:ut\s+)?(?:fra|frå|from)
       | ifølg(?:e|je) | i\s+følgj?e | according\s+to | (?:kilde|kjelde|source)\s*: )
    \s*(?:the\s+|den\s+|det\s+|our\s+|vår\s+|an?\s+|en\s+|ein\s+)?([^\W\d_][\w-]{3,})(?:\s+([\w-]+))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_SOURCE = (
    "dager", "dagar", "timer", "timar", "uker", "veker", "måneder", "månader", "prosent", "prosentpoeng", "poeng",
    "kroner", "minutter", "minutt", "sekunder", "sekund", "antall", "talet", "slutten", "days", "hours", "weeks",
    "months", "points", "percent", "minutes", "seconds", "euros", "dollars", "pounds", "tonn", "tonnes", "strategien",
    "strategy", "januar", "februar", "mars", "april", "juni", "juli", "august", "september", "oktober", "november",
    "desember", "january", "february", "march", "june", "july", "october", "december", "kvartal", "tertial", "perioden",
)  # fmt: skip
"""What a value is measured in, or when, and not where it is read."""


def _tells_where(item: KeyResultItem) -> bool:
    """Whether the line itself says where the value is read: «målt i saksystemet», «according to the survey»."""
    if _HINTS.isdisjoint(item.line.words):
        return False
    return any(
        not any(word and word.lower().endswith(_NO_SOURCE) for word in found.groups())
        for found in _TOLD.finditer(item.line.text)
    )


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Ask for the source of the value where none is named."""
    if is_blank(item.key_result.data_source) and not _tells_where(item):
        yield Finding("FOL03", item.path, RULE.severity, {"result": item.line.text})


RULE = Rule(
    code="FOL03",
    name="no-data-source",
    scope=Scope.KEY_RESULT,
    severity=Severity.QUESTION,
    silenced_by=("TSK01", "TSK02", "CLR01", "CLR11"),  # there is no value to read yet
    message=Text(
        nb="Hvor kan dere se hvordan det går med «{result}»?",
        nn="Kvar kan de sjå korleis det går med «{result}»?",
        en="Where can you see how “{result}” is going?",
    ),
    suggestion=Text(
        nb="Legg til «(kilde: …)» bak linja, med registeret, undersøkelsen eller tellingen dere bruker.",
        nn="Legg til «(kjelde: …)» bak linja, med registeret, undersøkinga eller teljinga de bruker.",
        en="Add “(source: …)” to the line, with the register, survey or count you use.",
    ),
    bad=Examples(
        nb=("Gjester som kommer igjen: fra 40 % til 50 %", "Kø ned fra 40 til 20 dager (eier: Ola)"),
        nn=("Gjester som kjem att: frå 40 % til 50 %", "Kø ned frå 40 til 20 dagar (eigar: Ola)"),
        en=("Guests who come back: from 40% to 50%", "Queue down from 40 to 20 days (owner: Al)"),
    ),
    good=Examples(
        nb=(
            "Gjester som kommer igjen: fra 40 % til 50 % (kilde: bookingen)",
            "Kø ned fra 40 til 20 dager (eier: Ola; kilde: DIPS)",
        ),
        nn=(
            "Gjester som kjem att: frå 40 % til 50 % (kjelde: bookinga)",
            "Kø ned frå 40 til 20 dagar (eigar: Ola; kjelde: DIPS)",
        ),
        en=(
            "Guests who come back: from 40% to 50% (source: bookings)",
            "Queue from 40 to 20 days (owner: Al; source: register)",
        ),
    ),
    check=check,
)
