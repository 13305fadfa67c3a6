"""Reading a line that is in another language than its set once more, in its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.line import Line
from assistant.rules.measuring import Measuring, read_measuring

if TYPE_CHECKING:
    from assistant.rules.analysis import Item, KeyResultItem

_UNREADABLE = Measuring(measured=True)


def line_in_its_language(item: Item) -> Line | None:
    """The item's line, read in the language it is in; ``None`` where that is none of the three.

    To be asked for where there is something to remark: it costs finding out the language of the line.
    """
    line = item.line
    found = line.stray
    if found is None:
        return line
    return None if found.language is None else Line(line.text, found.language, line.year)


def reread(item: KeyResultItem) -> Measuring:
    """What a key result is measured by, read in the language its line is in; one that cannot be read is let be."""
    line = line_in_its_language(item)
    if line is item.line:
        return item.measuring
    return _UNREADABLE if line is None else read_measuring(item.key_result, line)
