"""What people put in brackets behind a line: its owner, where it is read, why, how ambitious it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.formats.labels import LABELS, Label
from assistant.okr import Ambition


class Annotated(NamedTuple):
    """A line without its annotations, and what they said.

    Attributes:
        text: The line that is left.
        owner: Who owns it.
        data_source: Where its value is read.
        ambition: How ambitious it is.
        why: The reason for it.
        cuts: Where something was taken out of the middle of the line, each as start and end.
    """

    text: str
    owner: str | None = None
    data_source: str | None = None
    ambition: Ambition | None = None
    why: str | None = None
    cuts: tuple[tuple[int, int], ...] = ()


_AMBITIONS = {
    **dict.fromkeys("strekkmål|strekkmålet|strekk|ambisiøst|ambisiøs|aspirational|moonshot|stretch|stretch goal|ambisjon".split("|"), Ambition.ASPIRATIONAL),
    **dict.fromkeys("forpliktende|forpliktande|committed|commit|forpliktet".split("|"), Ambition.COMMITTED),
}  # fmt: skip
_DASH = re.compile(r"[–—|/·-]")
_NAMES = (
    "eier|eigar|owner|dri|ansvarlig|ansvarleg|kilde|kjelde|datakilde|datakjelde|source|data source|hvorfor|kvifor|why"
)
_READ = r"(?:leses|lesast|måles|målast|målt|hentes|hentast|vises|read|measured|taken)(?:\s(?:av|off|ut))?\s(?:i|fra|frå|in|from|on)\s+"
_DASHED = re.compile(rf"[–—|/·-]\s+((?:(?:{_NAMES})\s*:\s*|{_READ})[^|·]+)$", re.IGNORECASE)
_SAID = re.compile(
    rf"[.;,]\s+((?:(?:{_NAMES})\s*:"
    rf"|{_READ})\s*[^:|;]+)$",
    re.IGNORECASE,
)
"""What is said of a line behind it, without brackets."""
_READ_IN = re.compile(_READ, re.IGNORECASE)
_REACH = 200
"""How long an annotation behind a dash may be."""
_PART = re.compile(
    r"\s*[;|]\s*|\s*,\s*(?=[\wæøå -]{3,20}:|(?:leses|lesast|måles|målast|hentes|hentast|read|measured|taken)\s"
    r"|(?-i:eier|eigar|owner|kilde|kjelde|source)\s+(?-i:[A-ZÆØÅ])"
    rf"|(?:{'|'.join(_AMBITIONS)})\s*(?:$|[,;]))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(eier|eigar|owner|ansvarlig|ansvarleg|kilde|kjelde|source)\s+(?=[A-ZÆØÅ])(.+)$", re.DOTALL)
"""An annotation without its colon: «(eier Kari)»."""
_BRACKET_ENDS = (")", "]", ").", ");", "),", "].", "];", "],")
_TAKEN = frozenset((Label.OWNER, Label.DATA_SOURCE, Label.WHY))
"""What is taken off a line; a date or a start value in brackets is one of its words."""
_SOURCES = frozenset(("source", "sources"))
"""What names the source of a value behind a line, and words of the strategy before one."""
_CLOSERS = {")": "(", "]": "["}
_SHORT_WORD = 4
"""Letters, with the full stop; shorter last words may be cut short («adm. dir.»)."""
_MOST = 8
"""How many annotations a line may have behind it."""

_Said = Ambition | tuple[Label, str]


class _Found:
    """An annotation at the end of a line: where it begins, where its words stand, what they say."""

    def __init__(self, text: str, start: int, first: int, last: int) -> None:
        self.start = start
        self.parts: list[tuple[int, int, _Said | None]] = []
        at = 0
        inside = text[first:last]
        if ";" in inside or "," in inside or "|" in inside:
            for part in _PART.finditer(_without_brackets(inside)):
                self._add(text, first + at, first + part.start())
                at = part.end()
        self._add(text, first + at, last)
        self.said: list[_Said] = [said for _, _, said in self.parts if said is not None]

    def _add(self, text: str, start: int, end: int) -> None:
        if text[start:end].strip():
            self.parts.append((start, end, _annotation(text[start:end].strip())))


def read_annotations(text: str) -> Annotated:
    """Take the annotations off the end of a line.

    Brackets that hold anything else («(DAU)», «(2025: 5,5)») are part of the line and stay, and so does what stands
    beside the annotations in one pair of brackets («(2025: 5,5; kilde: CRM)»).
    """
    said: dict[Label, str] = {}
    ambition: Ambition | None = None
    cuts: tuple[tuple[int, int], ...] = ()
    for _ in range(_MOST):
        if ":" not in text and not text.endswith(_BRACKET_ENDS) and ". " not in text and " · " not in text:
            break
        found = _bracketed(text) or _dashed(text) or _sentence(text)
        if found is None or not found.said:
            break
        whole = len(found.said) == len(found.parts)
        if not whole and text[found.start] not in "([":
            break  # what is said behind a dash is all of it an annotation, or none
        for item in found.said:
            if isinstance(item, Ambition):
                ambition = ambition or item
            else:
                said.setdefault(item[0], item[1])
        if whole:
            text = text[: found.start].rstrip()
            continue
        cuts = _cuts(found)
        text = without(text, cuts)
        break
    if not said:
        return Annotated(text, ambition=ambition, cuts=cuts)
    return Annotated(text, said.get(Label.OWNER), said.get(Label.DATA_SOURCE), ambition, said.get(Label.WHY), cuts)


def read_note(text: str) -> Ambition | None:
    """How ambitious a note in a label says the line is («KR4 (strekkmål): …»)."""
    said = _annotation(text)
    return said if isinstance(said, Ambition) else None


def without(text: str, cuts: tuple[tuple[int, int], ...]) -> str:
    """``text`` without the stretches cut out of it."""
    at = 0
    kept = []
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def _cuts(found: _Found) -> tuple[tuple[int, int], ...]:
    """Where the annotations stand that share their brackets with words of the line, the marks beside them included."""
    cuts: list[tuple[int, int]] = []
    kept = False
    for at, (start, end, said) in enumerate(found.parts):
        if said is None:
            kept = True
        elif kept:
            cuts.append((found.parts[at - 1][1], end))
        else:
            cuts.append((start, found.parts[at + 1][0]))
    return tuple(cuts)


def _without_brackets(inside: str) -> str:
    """Text with what stands in brackets inside it blanked out."""
    if "(" not in inside and "[" not in inside:
        return inside
    shown = []
    depth = 0
    for char in inside:
        depth += char in "(["
        shown.append(char if not depth else "x")
        depth -= char in ")]" and depth > 0
    return "".join(shown)


def _bracketed(text: str) -> _Found | None:
    """What stands in the brackets at the end of a line, other brackets inside them and all."""
    end = len(text) - (text[-1:] in {".", ";", ","})
    if text[end - 1 : end] not in _CLOSERS:
        return None
    start = max(text.rfind("(", 0, end), text.rfind("[", 0, end))
    if start >= 0 and text.find(")", start, end - 1) < 0 and text.find("]", start, end - 1) < 0:
        return _Found(text, start, start + 1, end - 1) if text[start] == _CLOSERS[text[end - 1]] else None
    open_brackets: list[str] = []
    for at in range(end - 1, -1, -1):
        char = text[at]
        if char in _CLOSERS:
            open_brackets.append(_CLOSERS[char])
        elif open_brackets and char == open_brackets[-1]:
            open_brackets.pop()
            if not open_brackets:
                return _Found(text, at, at + 1, end - 1)
    return None


def _dashed(text: str) -> _Found | None:
    """An annotation behind the last dash or bar but those inside its own words («– eier: Per-Arne»)."""
    if not (" – " in text or " - " in text or " | " in text or " — " in text or " / " in text or " · " in text):
        return None
    for mark in reversed([*_DASH.finditer(text, max(len(text) - _REACH, 0))]):
        if text[: mark.start()].endswith(" ") and (found := _DASHED.match(text, mark.start())):
            return _Found(text, found.start(), *found.span(1))
    return None


def _sentence(text: str) -> _Found | None:
    """An annotation that is the line's last sentence or clause: «… 31 → 18. Kilde: registeret», «… Leses av i boka»."""
    if not (". " in text or "; " in text or ", " in text):
        return None
    for end in (text.rfind(":"), len(text) - 1):
        if end <= 0:
            continue
        start = max(text.rfind(". ", 0, end), text.rfind("; ", 0, end), text.rfind(", ", 0, end))
        if start > 0 and (found := _SAID.match(text, start)):
            return _Found(text, found.start(), *found.span(1))
    return None


def _annotation(part: str) -> _Said | None:
    """What a part of an annotation says; ``None`` if it is words of the line."""
    name, colon, value = part.partition(":")
    words = "" if colon else " ".join(part.lower().split()).strip(" .!")
    if words in _AMBITIONS:
        return _AMBITIONS[words]
    if found := _READ_IN.match(part):
        return Label.DATA_SOURCE, part[found.end() :].strip(" .")
    label = LABELS.get(" ".join(name.lower().split()))
    if not colon and (found := _NAMED.match(part)):
        name, value = found[1], found[2]
        label = LABELS[name]
    if label is Label.AMBITION:
        return _AMBITIONS.get(value.strip(" .!").lower())
    if label is None or not value.strip():
        return None
    if label is Label.SOURCE and name.strip().lower() in _SOURCES:
        label = Label.DATA_SOURCE
    return (label, _ended(value) if label is Label.OWNER else value.strip(" .")) if label in _TAKEN else None


def _ended(value: str) -> str:
    """An owner without the full stop that ends its sentence; «adm. dir.» keeps its own."""
    value = value.strip()
    return value.removesuffix(".") if len(value.rpartition(" ")[2]) > _SHORT_WORD else value
