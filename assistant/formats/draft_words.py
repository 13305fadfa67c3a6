"""The words around a draft, on whatever it is written."""

from __future__ import annotations

from assistant.okr import Language, Level
from assistant.rules.rule import Text

OBJECTIVE = Text(nb="Mål", nn="Mål", en="Objective")
KEY_RESULT = Text(nb="NR", nn="NR", en="KR")
WHY = Text(nb="Hvorfor", nn="Kvifor", en="Why")
ANCHORED_IN = Text(nb="Forankring", nn="Forankring", en="Source")
OWNER = Text(nb="Eier", nn="Eigar", en="Owner")
SET_OWNER = Text(nb="Eier for alle mål", nn="Eigar for alle mål", en="Owner for all objectives")
KEPT_IN = Text(nb="kilde", nn="kjelde", en="source")
INITIATIVES = Text(nb="Tiltak", nn="Tiltak", en="Initiatives")
FOLLOW_UP = Text(nb="Oppfølging", nn="Oppfølging", en="Follow-up")
INVOLVED = Text(nb="Involvert", nn="Involvert", en="Involved")
SPONSOR = Text(nb="Sponsor", nn="Sponsor", en="Sponsor")
AMBASSADOR = Text(nb="OKR-ambassadør", nn="OKR-ambassadør", en="OKR ambassador")
PERIOD = Text(nb="Periode", nn="Periode", en="Period")
LEVEL = Text(nb="Nivå", nn="Nivå", en="Level")
LEVELS = {
    Level.COMPANY: Text(nb="virksomhet", nn="verksemd", en="company"),
    Level.DEPARTMENT: Text(nb="avdeling", nn="avdeling", en="department"),
    Level.TEAM: Text(nb="team", nn="team", en="team"),
}
STRETCH = Text(nb="strekkmål", nn="strekkmål", en="aspirational")
COMMITTED = Text(nb="forpliktende", nn="forpliktande", en="committed")
PROPOSED = Text(nb="er et forslag", nn="er eit framlegg", en="is proposed")
BOTH_PROPOSED = Text(nb="er forslag", nn="er framlegg", en="are proposed")
TO_MEND = Text(nb="Dette må på plass", nn="Dette må på plass", en="What has to be mended")
TO_ANSWER = Text(nb="Spørsmål til dere", nn="Spørsmål til dykk", en="Questions for you")
HOW = Text(nb="Slik ble utkastet til", nn="Slik vart utkastet til", en="How this draft came to be")
QUOTES = {Language.NB: "«»", Language.NN: "«»", Language.EN: "“”"}


def quoted(text: str, language: Language) -> str:
    """``text`` between the language's quotation marks."""
    opening, closing = tuple(QUOTES[language])
    return f"{opening}{text}{closing}"


def name_of(path: str, language: Language) -> str:
    """The item at ``path`` as a person would name it, «Mål 1, NR2»; empty for the set."""
    parts = path.split("/")
    if len(parts) < 3 or not parts[2].isdecimal():
        return ""
    objective = f"{OBJECTIVE.in_language(language)} {int(parts[2]) + 1}"
    if len(parts) < 5 or not parts[4].isdecimal():
        return objective
    return f"{objective}, {KEY_RESULT.in_language(language)}{int(parts[4]) + 1}"
