"""What the reader of a set has to say beside the findings: lines that were not read, comments that do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.formats.set_parts import ReadSet
    from assistant.okr import Language
    from assistant.review import Review

_UNREAD = Text(
    nb="Ikke lest som mål eller nøkkelresultat. Hører det til målene, skriv det med «- » eller en merkelapp foran.",
    nn="Ikkje lese som mål eller nøkkelresultat. Høyrer det til måla, skriv det med «- » eller ein merkelapp framfor.",
    en="Not read as an objective or a key result. If it belongs to the goals, begin it with “- ” or a label.",
)
_UNCLEAR = Text(
    nb="Perioden, nivået eller språket her kan ikke leses. Skriv for eksempel «T2 2026», «avdeling» eller «nynorsk».",
    nn="Perioden, nivået eller språket her kan ikkje lesast. Skriv til dømes «T2 2026», «avdeling» eller «nynorsk».",
    en="The period, level or language here cannot be read. Write “Q2 2026”, “department” or “English”, for example.",
)
_REFUSED = Text(
    nb="Kommentaren virker ikke: skriv «<!-- okr: ignore TSK01 because … -->», med koden og en grunn.",
    nn="Kommentaren verkar ikkje: skriv «<!-- okr: ignore TSK01 because … -->», med kode og grunn.",
    en="The comment has no effect: write “<!-- okr: ignore TSK01 because … -->”, with the code and a reason.",
)
_UNUSED = Text(
    nb="Her er det ikke lenger noen merknad å se bort fra. Ta bort kommentaren.",
    nn="Her er det ikkje lenger nokon merknad å sjå bort frå. Ta bort kommentaren.",
    en="There is no longer a remark to ignore here. Remove the comment.",
)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the reader of a set about its lines.

    Attributes:
        line: The first line it is about, from 1.
        last_line: The last.
        message: What there is to say, in the reader's language.
    """

    line: int
    last_line: int
    message: str


def notes(read: ReadSet, review: Review, language: Language) -> list[Note]:
    """What there is to say of a set's lines beside the findings, in the order of the lines."""
    found = [Note(first, last, _UNREAD.in_language(language)) for first, last in _runs(read.unread)]
    found += [Note(line, line, _UNCLEAR.in_language(language)) for line in read.unclear]
    found += [Note(line, line, _REFUSED.in_language(language)) for line in read.refused]
    named = read.ignored()
    used = {named[finding.path, finding.code] for finding in review.ignored}
    found += [
        Note(item.written, item.written, _UNUSED.in_language(language)) for item in read.ignores if item not in used
    ]
    return sorted(found, key=lambda note: (note.line, note.last_line))


def _runs(lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that follow on."""
    first = last = 0
    for line in lines:
        if first and line == last + 1:
            last = line
            continue
        if first:
            yield first, last
        first = last = line
    if first:
        yield first, last
