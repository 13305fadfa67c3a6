"""The labels people put before the lines of a set, in bokmål, nynorsk and English."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Label(StrEnum):
    """What a labelled line says."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    KEY_RESULTS = "key_results"
    WHY = "why"
    SOURCE = "source"
    OWNER = "owner"
    SET_OWNER = "set_owner"
    INITIATIVES = "initiatives"
    FOLLOW_UP = "follow_up"
    INVOLVED = "involved"
    SPONSOR = "sponsor"
    AMBASSADOR = "ambassador"
    DATA_SOURCE = "data_source"
    DEADLINE = "deadline"
    PERIOD = "period"
    ORGANISATION = "organisation"
    LEVEL = "level"
    LANGUAGE = "language"
    CODE = "code"
    """Of a table's column alone: «O1», «KR2»."""
    BASELINE = "baseline"
    TARGET = "target"
    OTHER = "other"
    END = "end"


_WORDS: dict[Label, str] = {
    Label.WHY: "hvorfor|kvifor|why|begrunnelse|grunngiving|grunngjeving|bakgrunn|rationale",
    Label.SOURCE: "forankring|kilde i strategien|source|sources|strategisk forankring|kobling til strategi|kopling til strategi|strategy link",
    Label.SET_OWNER: "eier for alle|eier for alle mål|eier for alle målene|eier for hele settet|eier av alle|eigar for alle|eigar for alle mål|eigar for alle måla|eigar for heile settet|owner for all|owner for all objectives|owner of all|owner for the whole set|owner of the set",
    Label.OWNER: "eier|eiere|eigar|eigarar|owner|owners|ansvarlig|ansvarleg|måleier|måleier|måleigar|ansvar|responsible",
    Label.KEY_RESULTS: "nøkkelresultater|nøkkelresultat|nøkkelresultata|nøkkelresultatene|key results|resultater|krs|nr|kr",
    Label.INITIATIVES: "tiltak|tiltaka|tiltakene|initiativ|initiativer|initiatives|initiative|aktiviteter|aktivitetar|actions|første steg|fyrste steg|første skritt|first steps|first step|kapasitet|capacity|ressurser|ressursar|resources|bemanning|staffing",
    Label.FOLLOW_UP: "oppfølging|oppfølgjing|innsjekk|innsjekker|innsjekkar|check-in|check-ins|checkin|follow-up|follow up|rytme|cadence|oppfølgingsrytme",
    Label.INVOLVED: "involvert|involverte|involved|medvirkning|medverknad|involvement|involvering|hørt|høyrde|participants",
    Label.SPONSOR: "sponsor|toppleder|toppleiar|executive sponsor",
    Label.AMBASSADOR: "okr-ambassadør|okr ambassadør|okr-ambassador|okr ambassador|ambassadør|ambassador|okr champion|okr-champion",
    Label.DATA_SOURCE: "kilde|kjelde|datakilde|datakjelde|data source|målt i|målt|measured in",
    Label.DEADLINE: "frist|deadline|due",
    Label.PERIOD: "periode|perioden|period",
    Label.ORGANISATION: "virksomhet|verksemd|organisasjon|organisation|organization",
    Label.LEVEL: "nivå|level",
    Label.LANGUAGE: "språk|language",
    Label.BASELINE: "utgangspunkt|startverdi|nå|i dag|baseline|start|current|today|nullpunkt",
    Label.TARGET: "målverdi|måltall|måltal|target|mål",
    Label.OTHER: "merknad|merknader|kommentar|kommentarer|notater|notes|note|status|risiko|risk|risks|avhengigheter|dependencies|budsjett",
    Label.END: "dette må på plass|spørsmål til dere|spørsmål til dykk|slik ble utkastet til|slik vart utkastet til|what has to be mended|questions for you|how this draft came to be",
}  # fmt: skip
LABELS: dict[str, Label] = {word: label for label, words in _WORDS.items() for word in words.split("|")}
"""Every label in lower case, and what it says."""

_LABELLED = re.compile(r"[*_]{0,3}\s*([^:*_|\n]{2,32}?)\s*[*_]{0,3}\s*:[*_]{0,3}\s*(.*)$", re.DOTALL)
_NUMBER = r"\s{0,3}(?:nr\.?\s{0,3})?(?:#?\d{0,2}(?:\.\d{1,2})?|[a-h]\b|[ivx]{1,4}\b)"
_BOLD_END = r"[*_]{0,3}\s{0,3}"
_OBJECTIVE = re.compile(
    rf"(?:(?:mål|hovedmål|hovudmål|delmål|objective|overordnet\s+mål){_NUMBER}\s{{0,3}}{_BOLD_END}(?:[:.–—-]|\)\s)"
    rf"|o\s?\d{{0,2}}\s{{0,3}}{_BOLD_END}(?:[:.)–—]|-\s)"
    r"|(?:mål|hovedmål|hovudmål|objective)\s{1,3}\d{1,2}(?=\s))\s*",
    re.IGNORECASE,
)
_KEY_RESULT = re.compile(
    rf"(?:(?:kr|nr)\s?\d{{0,2}}(?:\.\d{{1,2}})?\s{{0,3}}{_BOLD_END}(?:[:.)–—]|-\s)"
    rf"|(?:nøkkelresultat|key\s+result){_NUMBER}\s{{0,3}}{_BOLD_END}[:.)–—-])\s*",
    re.IGNORECASE,
)


class Labelled(NamedTuple):
    """A line with a label.

    Attributes:
        label: What the label says.
        start: Where the text after it begins in the line given.
    """

    label: Label
    start: int


def read_label(text: str) -> Labelled | None:
    """The label a line begins with, or ``None``; ``text`` is the line without its list mark."""
    head = text[:1].lower()
    if head in "omhkn*_":
        bare = len(text) - len(text.lstrip("*_ "))
        if found := _KEY_RESULT.match(text, bare):
            return Labelled(Label.KEY_RESULT, found.end())
        if found := _OBJECTIVE.match(text, bare):
            return Labelled(Label.OBJECTIVE, found.end())
    if ":" not in text[:40]:
        return None
    found = _LABELLED.match(text)
    if found is None:
        return None
    label = LABELS.get(" ".join(found[1].lower().split()))
    return Labelled(label, found.start(2)) if label else None


def bare_label(text: str) -> Label | None:
    """The label a heading or a line consists of, with or without a colon («## Tiltak», «Nøkkelresultater»)."""
    return LABELS.get(" ".join(text.strip(" *_:#").lower().split()))
