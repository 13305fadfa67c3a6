"""What lines below a key result say of it: its owner, its start, goal and date, where it is read, how sure it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.formats.annotations import read_note
from assistant.formats.labels import LABELS, Label, Labelled, read_label
from assistant.formats.set_parts import JOINED, KeyResultRead, Place

DETAILS = frozenset((*JOINED, Label.OWNER, Label.SOURCE, Label.DATA_SOURCE, Label.AMBITION))
"""The labels of such lines."""
_TARGETS = frozenset(("mål", "målet", "goal", "target", "objective"))
_PERIOD = r"(?:\s+(?:(?:[tqkh]\s?[1-4]|20\d\d)\s?){1,2})?"
_TARGET = re.compile(
    rf"[*_]{{0,3}}(?:{'|'.join(sorted(_TARGETS))}){_PERIOD}[*_]{{0,3}}\s*:[*_]{{0,3}}\s*", re.IGNORECASE
)
_VALUE = re.compile(r"(?:[<>≤≥~+-]\s?)?\d|(?:minst|under|over|maks|at least|at most|below|above)\b", re.IGNORECASE)
_NAMES = "|".join(
    re.escape(word)
    for word in sorted({*_TARGETS, *(w for w, label in LABELS.items() if label in DETAILS)}, key=len)[::-1]
)
_FIELD = re.compile(
    rf"(?:^|[/|;,→–—-]\s*|\.\s+|\s{{2,}})[*_]{{0,3}}({_NAMES}){_PERIOD}\s*:[*_]{{0,3}}\s*", re.IGNORECASE
)
_ENDS = " /|;,→–—-"
_PHRASE = re.compile(r"(?:fra|frå|from|til|to|innen|innan|by|due|frist|before|før|senest|seinast)\s.*\d", re.IGNORECASE)


_MARKS_BETWEEN = (" · ", " • ", " | ")
_BETWEEN = re.compile(r"\s+[·•|]\s+|(?<=[^\W\d][\w)])(?:\.\s+(?=[A-ZÆØÅ])|;\s+)")
_IN_SENTENCES = frozenset(
    (Label.OWNER, Label.WHY, Label.FOLLOW_UP, Label.INVOLVED, Label.SPONSOR, Label.AMBASSADOR, Label.PERIOD)
)
_NEVER_FIELDS = frozenset((Label.OBJECTIVE, Label.KEY_RESULT, Label.END))
"""The labels that may begin a sentence: «Oppfølging: hver mandag. Sponsor: Eva Lie.»"""


class Detail(NamedTuple):
    """One thing said of a key result."""

    label: Label
    place: Place


def target_start(text: str, *, below: bool) -> int | None:
    """Where the goal begins in a line like «Mål: 60 %», which is no objective.

    Args:
        text: The line without its list mark.
        below: Whether it stands deeper than the key result; if not, only a value makes it a goal.
    """
    found = _TARGET.match(text)
    if found is None or not (below or _VALUE.match(text, found.end())):
        return None
    return found.end()


def details_in(place: Place) -> list[Detail]:
    """What a line below a key result says of it, one or more things: «Nå: 45 % / Mål: 60 %»."""
    fields = [*_FIELD.finditer(place.text)]
    if not fields or fields[0].start():
        return []
    ends = [*[found.start() for found in fields[1:]], len(place.text)]
    said = []
    for found, end in zip(fields, ends, strict=True):
        name = " ".join(found[1].lower().split())
        words = place.text[found.end() : end]
        label = Label.TARGET if name in _TARGETS else LABELS[name]
        said.append(Detail(label, place.part(found.end(), found.end() + len(words.rstrip(_ENDS)))))
    return said


def fields_of(labelled: Labelled, place: Place) -> list[Detail]:
    """What a labelled line says, one or more things: «Sponsor: Eva Lie · Oppfølging: hver mandag»."""
    said = [Detail(labelled.label, place)]
    at = 0
    text = place.text
    if ":" not in text and not any(mark in text for mark in _MARKS_BETWEEN):
        return said
    for mark in _BETWEEN.finditer(text):
        label = read_label(text[mark.end() :])
        sentence = text[mark.start()] in ".;"
        if (
            label is not None
            and label.label not in _NEVER_FIELDS
            and not (sentence and (label.weak or label.label not in _IN_SENTENCES))
        ):
            last = said.pop()
            end = mark.start() - at
            said += [
                Detail(last.label, last.place.part(0, end)),
                Detail(label.label, place.part(mark.end() + label.start)),
            ]
            at = mark.end() + label.start
    return said


def is_phrase(text: str) -> bool:
    """Whether a line below a key result goes on with its wording: «fra 45 % til 60 %»."""
    return _PHRASE.match(text) is not None


def take(made: KeyResultRead, label: Label, place: Place) -> bool:
    """Put what a line says where it belongs in the key result above; whether that can be done."""
    if not place.text:
        return False
    if label is Label.OWNER:
        made.owner, made.owner_place = place.text, place
    elif label in {Label.SOURCE, Label.DATA_SOURCE}:
        made.data_source = place.text
    elif label is Label.AMBITION:
        ambition = read_note(place.text)
        if ambition is None:
            return False
        made.ambition = ambition
    else:
        if label in made.details:
            return False
        made.details[label] = place
    made.lines.append(place.line)
    return True
