"""Lines that were broken because they were too long: which ones go on with the line above, and putting them behind it."""

from __future__ import annotations

from functools import cached_property

from assistant.formats.labels import Labelled
from assistant.formats.set_lines import SetLine, SetLines
from assistant.formats.set_parts import KeyResultRead, ObjectiveRead

_SHORTEST = 50
"""Characters; a shorter line has not been broken because it was too long."""
_NARROWEST = 30
_OPEN_ENDS = frozenset(
    "innen innan by før before den the til to fra frå from og and over under minst enn than med with av of på om".split()
)
"""Words no line ends with: a date or a value follows."""
_BEFORE_DATES = frozenset("innen innan by før before".split())
_MOST = 12
"""How many lines may go on with one."""


class Wrapping:
    """The line the next one may go on with."""

    def __init__(self, lines: SetLines) -> None:
        """Remember nothing yet; ``lines`` are those under reading."""
        self.lines = lines
        self.tail: KeyResultRead | ObjectiveRead | None = None
        self.line = 0
        self.count = 0
        self.is_reason = False

    def follow(
        self,
        made: KeyResultRead | ObjectiveRead | None,
        line: SetLine,
        labelled: Labelled | None = None,
        *,
        reason: bool = False,
    ) -> None:
        """Remember what has just been read, and take what brackets in its label say.

        Args:
            made: The objective or key result.
            line: Its line.
            labelled: Its label.
            reason: Whether the line gives the objective's reason, and is not its wording.
        """
        self.tail, self.line, self.count, self.is_reason = made, line.number, 0, reason
        if made is not None and labelled is not None and labelled.note is not None:
            first, last = labelled.note
            made.take_note(line.text[line.start + first : line.start + last])

    def goes_on(self, line: SetLine) -> bool:
        """Whether a line goes on with the one above, which was too long or is moved in less."""
        if self.line != line.number - 1 or self.tail is None or self.count >= _MOST:
            return False
        first = line.text[line.start :].lstrip("*_")[:1]
        above = self.lines.raw[line.number - 2]
        wrapped = len(above) > _SHORTEST or self._was_full(above, line)
        last = above.rstrip().rpartition(" ")[2].lower()
        open_end = last in _OPEN_ENDS
        if line.level or line.mark or line.is_row:
            # «… innen», and «30. juni 2026» on the next line, which looks like an item.
            return first.islower() and open_end and (wrapped or last in _BEFORE_DATES)
        if isinstance(self.tail, KeyResultRead) and line.indent > self.tail.indent:
            return wrapped or first.islower() or first.isdigit() or first == "("
        return (wrapped and first.islower()) or (first.isdigit() and open_end)

    @cached_property
    def _width(self) -> int:
        return max(map(len, self.lines.raw))

    def _was_full(self, above: str, line: SetLine) -> bool:
        """Whether the first word of a line would not have stood on the line above, in a narrow text."""
        word = line.text[line.start - len(line.mark) :].partition(" ")[0]
        return (
            _NARROWEST <= self._width <= _SHORTEST and len(above) + 1 + len(word) > self._width and above[-1:].isalpha()
        )

    def extend(self, line: SetLine, start: int | None = None) -> None:
        """Put a line behind the one it goes on with, from ``start`` or where its words begin."""
        place = line.place(line.start if start is None else start)
        if isinstance(self.tail, ObjectiveRead) and self.is_reason:
            self.tail.why = f"{self.tail.why} {place.text}"
        elif self.tail is not None:
            self.tail.place = self.tail.place.followed_by(" ", place)
        self.line = line.number
        self.count += 1
