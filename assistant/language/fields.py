"""Reading what a field says in one word or two: a level, a language, a small number."""

from __future__ import annotations

import re

from assistant.language.lexicon import VerbForm, lexicon
from assistant.okr import Language, Level

_LEVELS = {
    **dict.fromkeys("company selskap selskapet virksomhet verksemd organisasjon organisation organization konsern kommune kommunen bedrift bedrifta bedriften".split(), Level.COMPANY),
    **dict.fromkeys("department avdeling avdelinga avdelingen seksjon seksjonen etat etaten enhet enheten eining eininga sektor klinikk klinikken divisjon divisjonen unit division".split(), Level.DEPARTMENT),
    **dict.fromkeys("team lag gruppe gruppa gruppen teamet squad group".split(), Level.TEAM),
}  # fmt: skip
_LANGUAGES = {
    "nb": Language.NB, "bokmål": Language.NB, "norsk": Language.NB, "norwegian": Language.NB, "norsk bokmål": Language.NB,
    "bokmal": Language.NB, "no": Language.NB, "nn": Language.NN, "nynorsk": Language.NN, "norsk nynorsk": Language.NN,
    "en": Language.EN, "engelsk": Language.EN, "english": Language.EN,
}  # fmt: skip
_NUMBERS = {
    "ett": 1, "eitt": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4, "fem": 5, "five": 5,
}  # fmt: skip
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_MOST_DIGITS = 3


def read_level(text: str) -> Level | None:
    """The level a field names («Avdeling for drift»), or ``None``."""
    return next((_LEVELS[word] for word in _WORD.findall(text.lower()) if word in _LEVELS), None)


def read_language(text: str) -> Language | None:
    """The language a field names («nynorsk», ``nn``), or ``None``."""
    return _LANGUAGES.get(text.strip(" .").lower())


def read_count(text: str) -> int | None:
    """The count a field gives in digits or as a word, above zero, or ``None``."""
    digits = _DIGITS.search(text)
    return (int(digits[0][:_MOST_DIGITS]) if digits else _NUMBERS.get(text.strip(" .").lower(), 0)) or None


_NAME_WORD = re.compile(r"[^\W\d_][\w&.-]*")
_NAME_ENDS = re.compile(r"\.\s|[,;:(]|\s[–—-]\s|\s+(?:som|which|who|that)\s")
_LONGEST_NAME = 60
_OTHER_FINITE = frozenset(
    "driver eier eig driv ligger ligg består provides offers operates owns helps vart blei produserer leverer omfatter omfattar".split()
)
_NO_NAMES = frozenset("vi me eg jeg det dette her i we i it this here our vår vårt våre".split())


def read_name(text: str, language: Language | None) -> str | None:
    """The name of the organisation a field gives, or describes: «Fjordvik kommune har 8 400 innbyggjarar».

    Args:
        text: What the field says.
        language: The language of the brief.

    Returns:
        The words up to the first verb where it is a sentence; ``None`` where it names nobody («Vi er en liten bedrift»).
    """
    verb = _first_verb(text, language or Language.NB)
    if verb is None and len(text) <= _LONGEST_NAME and "." not in text.rstrip("."):
        return text.rstrip(".") or None
    name = text[:verb]
    end = _NAME_ENDS.search(name)
    name = (name[: end.start()] if end else name).strip(" .,")
    first = name.partition(" ")[0]
    named = first[:1].isupper() or first[:1].isdigit()
    return name if named and first.lower() not in _NO_NAMES and len(name) <= _LONGEST_NAME else None


def _first_verb(text: str, language: Language) -> int | None:
    """Where the first word that tells what somebody does begins; a capital makes a word part of a name."""
    verbs = lexicon(language).verbs
    for at, found in enumerate(_NAME_WORD.finditer(text)):
        word = found[0].rstrip(".")
        tells = word in _OTHER_FINITE or any(verb.form in {VerbForm.PRESENT, VerbForm.PAST} for verb in verbs.get(word))
        if at and word.islower() and tells:
            return found.start()
    return None
