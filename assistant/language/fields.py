"""Reading what a field says in one word or two: a level, a language, a small number."""

from __future__ import annotations

import re

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
