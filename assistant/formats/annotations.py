"""What people put in brackets behind a key result: its owner, where it is read, how ambitious it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.formats.labels import LABELS, Label
from assistant.okr import Ambition


@dataclass(frozen=True, slots=True)
class Annotated:
    """A line without its annotations, and what they said."""

    text: str
    owner: str | None = None
    data_source: str | None = None
    ambition: Ambition | None = None


_AMBITIONS = {
    **dict.fromkeys("strekkmål|strekkmålet|strekk|ambisiøst|ambisiøs|aspirational|moonshot|stretch|stretch goal|ambisjon".split("|"), Ambition.ASPIRATIONAL),
    **dict.fromkeys("forpliktende|forpliktande|committed|commit|forpliktet".split("|"), Ambition.COMMITTED),
}  # fmt: skip
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]][.;,]?$")
_DASH = re.compile(r"[–—|-]")
_DASHED = re.compile(
    r"[–—|-]\s+((?:eier|eigar|owner|ansvarlig|ansvarleg|kilde|kjelde|source)\s*:\s*[^:|]+)$", re.IGNORECASE
)
_SAID = re.compile(
    r"[.;,]\s+((?:(?:eier|eigar|owner|ansvarlig|ansvarleg|kilde|kjelde|datakilde|datakjelde|source|data source)\s*:"
    r"|(?:leses|lesast|måles|målast|hentes|hentast|vises|read|measured|taken)(?:\s(?:av|off|ut))?\s(?:i|fra|frå|in|from|on)\s)"
    r"\s*[^:|;]+)$",
    re.IGNORECASE,
)
"""What is said of a line behind it, without brackets."""
_READ_IN = re.compile(
    r"(?:leses|lesast|måles|målast|hentes|hentast|vises|read|measured|taken)(?:\s(?:av|off|ut))?\s(?:i|fra|frå|in|from|on)\s+",
    re.IGNORECASE,
)
_REACH = 200
"""How long an annotation behind a dash may be."""
_PART = re.compile(r"\s*[;|]\s*|\s*,\s*(?=[\wæøå -]{3,20}:)")
_LINKS = frozenset((Label.SOURCE, Label.DATA_SOURCE))


def read_annotations(text: str) -> Annotated:
    """Take the annotations off the end of a line.

    Brackets that hold anything else («(DAU)», «(2025: 5,5)») are part of the line and stay, and so does what stands
    before the annotations in one pair of brackets («(2025: 5,5; kilde: CRM)»).
    """
    owner: str | None = None
    source: str | None = None
    ambition: Ambition | None = None
    while ":" in text or text.endswith((")", "]", ").", ");", "),")) or ". " in text:
        found = (
            _BRACKETS.match(text, max(text.rfind("("), text.rfind("["), 0)) or _last_dashed(text) or _last_said(text)
        )
        if found is None:
            break
        said = [_annotation(part) for part in _PART.split(found[1]) if part.strip()]
        kept = next((at for at, item in enumerate(said) if item is not None), len(said))
        if not said or kept == len(said) or any(item is None for item in said[kept:]):
            break
        for item in said:
            if isinstance(item, Ambition):
                ambition = item
            elif item is not None and item[0] is Label.OWNER:
                owner = item[1]
            elif item is not None and item[0] in _LINKS:
                source = item[1]
        text = _without(text, found, kept)
        if kept:
            break
    return Annotated(text, owner, source, ambition)


def _without(text: str, found: re.Match[str], kept: int) -> str:
    """``text`` without its annotations; what stands before them in the same brackets, ``kept`` parts of it, stays."""
    if not kept:
        return text[: found.start()].rstrip()
    ends = [part.start() for part in _PART.finditer(found[1])]
    return f"{text[: found.start(1) + ends[kept - 1]]}{')' if text[found.start()] == '(' else ']'}"


def _last_dashed(text: str) -> re.Match[str] | None:
    """An annotation behind the last dash or bar but those inside its own words («– eier: Per-Arne»)."""
    if not (" – " in text or " - " in text or " | " in text or " — " in text):
        return None
    for mark in reversed([*_DASH.finditer(text, max(len(text) - _REACH, 0))]):
        if text[: mark.start()].endswith(" ") and (found := _DASHED.match(text, mark.start())):
            return found
    return None


def _last_said(text: str) -> re.Match[str] | None:
    """An annotation that is the line's last sentence or clause: «… 31 → 18. Kilde: registeret», «… Leses av i boka»."""
    start = max(text.rfind(mark, 0, -1) for mark in (". ", "; ", ", "))
    return _SAID.match(text, start) if start > 0 else None


def _annotation(part: str) -> Ambition | tuple[Label, str] | None:
    words = " ".join(part.lower().split()).strip(" .!")
    if words in _AMBITIONS:
        return _AMBITIONS[words]
    if found := _READ_IN.match(part):
        return Label.DATA_SOURCE, part[found.end() :].strip(" .")
    name, colon, value = part.partition(":")
    label = LABELS.get(" ".join(name.lower().split()))
    if not colon or label is None or not value.strip():
        return None
    return label, value.strip()
