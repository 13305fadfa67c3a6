"""How the facts of a finding are said in the reader's language: dates, languages, how many, and words of the line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from assistant.okr import Language
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.language.line import Line

_LONGEST = 100
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LAST_POINT = re.compile(r"(?<=\w{4})(?<!mill)\.$")
"""A full stop that ends a sentence, and no abbreviation («mill.», «adm. dir.»)."""
_INNER_QUOTES = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"")
_NAMELESS = Text(nb="(uten tekst)", nn="(utan tekst)", en="(no text)")
_MONTHS = {
    Language.NB: "januar februar mars april mai juni juli august september oktober november desember".split(),
    Language.NN: "januar februar mars april mai juni juli august september oktober november desember".split(),
    Language.EN: "January February March April May June July August September October November December".split(),
}
_LANGUAGES = {
    "nb": Text(nb="bokmål", nn="bokmål", en="bokmål"),
    "nn": Text(nb="nynorsk", nn="nynorsk", en="nynorsk"),
    "en": Text(nb="engelsk", nn="engelsk", en="English"),
    "svenska": Text(nb="svensk", nn="svensk", en="Swedish"),
    "dansk": Text(nb="dansk", nn="dansk", en="Danish"),
    "Deutsch": Text(nb="tysk", nn="tysk", en="German"),
    "français": Text(nb="fransk", nn="fransk", en="French"),
    "español": Text(nb="spansk", nn="spansk", en="Spanish"),
    "Nederlands": Text(nb="nederlandsk", nn="nederlandsk", en="Dutch"),
    "suomi": Text(nb="finsk", nn="finsk", en="Finnish"),
}
_RESULTS = {
    "0": Text(nb="ingen nøkkelresultater", nn="ingen nøkkelresultat", en="no key results"),
    "1": Text(nb="bare ett nøkkelresultat", nn="berre eitt nøkkelresultat", en="only one key result"),
}
_FEW_RESULTS = Text(
    nb="bare {count} nøkkelresultater", nn="berre {count} nøkkelresultat", en="only {count} key results"
)
_WORDS = Text(nb="{count} ord", nn="{count} ord", en="{count} words")
_SENTENCES = Text(nb="{count} setninger", nn="{count} setningar", en="{count} sentences")


def fact(name: str, value: str, language: Language) -> str:
    """A fact of a finding as the reader says it.

    Args:
        name: What the wording calls the fact; some names say how it is to be said.
        value: The fact, the same whatever the reader's language is.
        language: The reader's language.
    """
    if name in _SAID:
        return _SAID[name](value, language)
    if _ISO_DATE.fullmatch(value):
        return written_date(date.fromisoformat(value), language)
    return _quotable(value) or _NAMELESS.in_language(language)


def shortened(value: str, longest: int = _LONGEST) -> str:
    """``value``, cut between two words if it is long."""
    if len(value) <= longest:
        return value
    kept = value[:longest]
    whole = kept.rpartition(" ")[0]
    return f"{(whole if 2 * len(whole) > longest else kept).rstrip(' .,;:–-(')} …"


def undated(line: Line) -> str:
    """The words of a line without the deadline that ends it: «Lansere ny nettside innen 1. mai»."""
    last = line.dates[-1] if line.dates else None
    if last is not None and last.first > 0 and last.last == len(line.words) - 1:
        return line.tokens.slice(0, last.first - 1).rstrip(" ,;:–-(")
    return line.text.rstrip(" .")


def written_date(day: date, language: Language) -> str:
    """A date as people write it: «30. april 2027», “30 April 2027”."""
    point = "" if language is Language.EN else "."
    return f"{day.day}{point} {_MONTHS[language][day.month - 1]} {day.year}"


def _quotable(value: str) -> str:
    """Words of a line such as they can stand between quotation marks: short, and with no such marks of their own."""
    words = _INNER_QUOTES.sub(lambda found: f"‘{next(group for group in found.groups() if group is not None)}’", value)
    return shortened(_LAST_POINT.sub("", words.strip()))


def _language(value: str, language: Language) -> str:
    name = _LANGUAGES.get(value)
    return value if name is None else name.in_language(language)


def _results(value: str, language: Language) -> str:
    return _RESULTS.get(value, _FEW_RESULTS).in_language(language).format(count=value)


def _period(value: str, language: Language) -> str:
    """«T1 2027», or both days: «1. januar 2026–30. juni 2026»."""
    start, divider, end = value.partition("..")
    if divider and _ISO_DATE.fullmatch(start) and _ISO_DATE.fullmatch(end):
        days = [written_date(date.fromisoformat(day), language) for day in (start, end)]
        return "–".join(days)
    return _quotable(value)


def _length(value: str, language: Language) -> str:
    """«24 words» or «2 sentences», in the reader's language."""
    count, _, what = value.partition(" ")
    return (_SENTENCES if what == "sentences" else _WORDS).in_language(language).format(count=count)


_SAID: dict[str, Callable[[str, Language], str]] = {
    "language": _language,
    "expected": _language,
    "results": _results,
    "length": _length,
    "period": _period,
}
