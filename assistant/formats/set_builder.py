"""Putting a set together line by line: what a labelled line is about, and which section a line without one stands in."""

from __future__ import annotations

import re

from assistant.formats.labels import Label
from assistant.formats.set_columns import number_of
from assistant.formats.set_details import DETAILS, take
from assistant.formats.set_parts import QUOTES, KeyResultRead, ObjectiveRead, Place
from assistant.formats.set_period import read_said_period
from assistant.formats.set_titles import is_prose, names_a_set

OF_THE_SET = frozenset(
    (Label.INVOLVED, Label.SPONSOR, Label.AMBASSADOR, Label.PERIOD, Label.ORGANISATION, Label.LEVEL, Label.LANGUAGE)
)
_SURELY_OF_THE_SET = OF_THE_SET | {Label.SET_OWNER}
_PERHAPS_OF_THE_SET = frozenset((Label.FOLLOW_UP, Label.OWNER))
"""Where no objective has come yet."""
_RESULTS = frozenset((None, Label.KEY_RESULTS, Label.OWNER))
"""The sections an item without a label is a key result in."""
_OF_OBJECTIVE = frozenset((Label.OWNER, Label.WHY, Label.SOURCE))
_LISTS = frozenset((None, Label.OBJECTIVE, Label.KEY_RESULTS, Label.INITIATIVES, Label.OTHER))
"""The sections that go on behind a labelled line."""
_PERHAPS_OF_RESULT = DETAILS - {Label.OWNER, Label.SOURCE}
_FEWEST_SPACES = 2
_VALUES = re.compile(r"\d|\s(?:\S+\s+){7}")
"""What shows that an item below «Eier:» is no name."""


class SetBuilder:
    """A set under reading.

    Attributes:
        title: The line that names the set.
        heads: The other lines above the objectives that may say something of it.
        objectives: The objectives so far.
        fields: What is said of the whole set.
        mode: The section the next line stands in; ``OBJECTIVE`` and ``KEY_RESULT`` if it is the words of one.
        mode_indent: How far the list item that opened the section is moved in; -1 if none did.
        item_indent: How far its first item is moved in; -1 if it has none.
        in_set_section: Whether the section is one of the whole set.
        itemized: Whether the section has list items.
        spoken: Whether it has lines that are no list items.
        latest: The key result the next line may be about.
        unread: The numbers of the lines that are no part of the set.
        pending: The label of an objective whose words have not come yet: «Mål 1» on a line of its own.
        apart: Whether the line above the one under reading is empty.
    """

    def __init__(self) -> None:
        self.title: Place | None = None
        self.heads: list[Place] = []
        self.objectives: list[ObjectiveRead] = []
        self.fields: dict[Label, Place] = {}
        self.mode: Label | None = None
        self.mode_indent = -1
        self.item_indent = -1
        self.in_set_section = False
        self.itemized = False
        self.spoken = False
        self.latest: KeyResultRead | None = None
        self.unread: list[int] = []
        self.apart = False
        self.pending: Place | None = None
        self._nameless: ObjectiveRead | None = None
        self._resumed: ObjectiveRead | None = None
        self._early: list[tuple[Label, Place]] = []

    @property
    def current(self) -> ObjectiveRead | None:
        """The objective the next line may belong to."""
        return self._resumed or (self.objectives[-1] if self.objectives else None)

    def known_objective(self, place: Place) -> ObjectiveRead | None:
        """The objective read before that a cell names, by its words or its number («O2»); what follows is about it."""
        number = number_of(place.text)
        known = self.objectives[number - 1 : number] if number else ()
        same = next((item for item in self.objectives if item.place.text == place.text), None)
        self._resumed = same or (known[0] if known else None)
        return self._resumed

    def open_section(self, label: Label | None, *, of_the_set: bool = False, indent: int = -1) -> None:
        """What follows is about ``label``."""
        self.mode = label
        self.mode_indent = indent
        self.in_set_section = of_the_set
        self.itemized = self.spoken = False
        self.item_indent = -1
        if label is not Label.KEY_RESULT:
            self.latest = None

    def head(self, place: Place) -> None:
        """A line above the objectives that names the set, or says something of it."""
        if self.title is None and not self.objectives:
            self.title = place
            return
        if not self.objectives:
            self.heads.append(place)
        if self.objectives or len(self.heads) > 1:
            self.unread.append(place.line)

    def objective(self, place: Place, indent: int = -1, *, bare: bool = False) -> ObjectiveRead:
        """An objective; ``bare`` if neither a mark nor a label says that it is one."""
        self.open_section(None)
        self._resumed = None
        made = self._nameless
        if made is not None:
            made.place = place
        else:
            made = ObjectiveRead(place, indent, bare)
            self.objectives.append(made)
        self.pending = self._nameless = None
        return made

    def _open_pending(self) -> None:
        """Open the objective whose label has come without its words; these may still follow."""
        if self.pending is not None and self.mode is Label.OBJECTIVE:
            self._nameless = self.objective(self.pending)
            self.mode = Label.OBJECTIVE

    def key_result(self, place: Place, indent: int = 0, *, heading: bool = False) -> KeyResultRead | None:
        """A key result of the current objective, if there is one or the title can be it."""
        self._open_pending()
        self._nameless = None
        if self.mode is not Label.KEY_RESULTS:
            self.open_section(None)
        current = self.current if self._ensure_objective() else None
        if current is None:
            self.unread.append(place.line)
            return None
        self.latest = KeyResultRead(place, indent, heading)
        current.key_results.append(self.latest)
        return self.latest

    def _ensure_objective(self) -> bool:
        """Whether a key result has an objective to go under; a title that names no set becomes one."""
        if self.objectives:
            return True
        title = self.title
        if title is None or is_prose(title.text):
            return False
        if names_a_set(title.text):
            at = title.text.find(": ") + 2
            if at < len(": ") or names_a_set(title.text[at:]) or title.text.count(" ", at) < _FEWEST_SPACES:
                return False
            self.objective(title.part(at))  # «OKR T1 2026: Kundene kommer igjen»
            return True
        current = self.objective(title)
        self.title = None
        for label, place in self._early:  # «Hvorfor: …» below what now turns out to be the objective
            if self._of_objective(label, place, current):
                self.unread.remove(place.line)
        return True

    def settle_top(self) -> None:
        """Where no line is an objective, the first may be one, what says why below it, and the rest key results."""
        if self.objectives or not self._early or not self._ensure_objective():
            return
        lines = {head.line for head in self.heads}
        self.objectives[-1].loose = [KeyResultRead(head, marked=False) for head in self.heads]
        self.unread = [line for line in self.unread if line not in lines]
        self.heads = []

    def settle_early(self) -> None:
        """What says why above the only objective is about it."""
        if len(self.objectives) != 1:
            return
        for label, place in self._early:
            if label is Label.WHY and place.line in self.unread and self.objectives[0].why is None:
                self.objectives[0].why = place.text
                self.unread.remove(place.line)

    def loose(self, place: Place, indent: int) -> None:
        """A line without mark or label: a key result below «Nøkkelresultater:», else kept in case nothing else is one."""
        if self.mode is Label.OBJECTIVE:
            self.objective(place)
        elif self.itemized and self.mode is not None:
            self.unread.append(place.line)
        elif self.mode is Label.KEY_RESULT or (self.mode is Label.KEY_RESULTS and self.objectives):
            named = self.mode is Label.KEY_RESULT
            made = self.key_result(place, indent, heading=named)
            if made is not None:
                made.marked = named
        elif self.mode is Label.OTHER and not self.objectives:
            self.head(place)
        elif self.mode is not None:
            self.spoken = True
            self.labelled(self.mode, place, in_section=True)
        elif self.objectives:
            self.latest = KeyResultRead(place, indent, marked=False)
            self.objectives[-1].loose.append(self.latest)
        else:
            self.head(place)

    def item(self, place: Place, indent: int) -> None:
        """A list item without a label: a key result, or more of the section it stands in."""
        if indent < max(self.mode_indent, self.item_indent if self.mode_indent >= 0 else -1) or (
            self.spoken and self.mode in _OF_OBJECTIVE
        ):
            self.mode = None  # «Hvorfor:», a line that says why, and then the key results
        if not self.itemized:
            self.item_indent = indent
        self.itemized = True
        if self.mode is Label.OWNER and not (self.latest or _VALUES.search(place.text)):
            self.labelled(Label.OWNER, place, in_section=True)
        elif self.mode is Label.KEY_RESULT or self.mode in _RESULTS:
            if self._is_detail(indent):
                self.unread.append(place.line)
            else:
                self.key_result(place, indent)
        elif self.mode is not None:
            self.labelled(self.mode, place, in_section=True)

    def _is_detail(self, indent: int) -> bool:
        """Whether an item explains the key result above it rather than being one."""
        current, latest = self.current, self.latest
        if latest is None or current is None or not current.key_results or not latest.marked:
            return False
        return indent > latest.indent or (latest.heading and self.mode is None)

    # --- labelled lines ------------------------------------------------------------------------------------------------

    def labelled(self, label: Label, place: Place, indent: int = 0, *, in_section: bool = False) -> None:
        """A line that says what it is about, or stands in a section that does.

        Args:
            label: What it is about.
            place: Its words.
            indent: How far it is moved in.
            in_section: Whether the section says so.
        """
        if not in_section:
            self._leave_section(label)
        current = self.current
        if label is Label.DEADLINE and not self.objectives and read_said_period(place.text) is not None:
            label = Label.PERIOD  # «Når: T1 2026» above the objectives
        if label is Label.TITLE:
            self.head(place)
        elif self._is_of_the_set(label):
            self.for_set(Label.OWNER if label is Label.SET_OWNER else label, place)
        elif current is None:
            self.unread.append(place.line)
            self._early.append((label, place))
        elif label is Label.INITIATIVES:
            self._initiative(place, current, indent, in_section=in_section)
        elif not (self._of_result(label, place, indent) or self._of_objective(label, place, current)):
            self.unread.append(place.line)
        if in_section and label is Label.OWNER:
            self.mode = None

    def _leave_section(self, label: Label) -> None:
        """A line with a label ends a section of a line or two; a list goes on behind it."""
        if label in _OF_OBJECTIVE:
            self._open_pending()
        if self.mode not in _LISTS:
            self.mode = None

    def _is_of_the_set(self, label: Label) -> bool:
        """Whether a line with this label speaks of the whole set."""
        if label in _SURELY_OF_THE_SET:
            return True
        return label in _PERHAPS_OF_THE_SET and (
            not self.objectives or (label is Label.FOLLOW_UP and self.in_set_section)
        )

    def _initiative(self, place: Place, current: ObjectiveRead, indent: int, *, in_section: bool) -> None:
        """What is to be done for an objective; behind its label more than one thing may be named."""
        if in_section:
            current.initiatives.append(place.text)
        else:
            latest = self.latest
            self.open_section(Label.INITIATIVES, indent=indent or -1)
            if latest is not None and indent > latest.indent:
                self.latest = latest  # what else is said below the key result is about it
            current.initiatives.extend(part.strip() for part in place.text.split(";") if part.strip())

    def _of_result(self, label: Label, place: Place, indent: int) -> bool:
        """Read a line as one about the key result above it, if it is."""
        if label not in DETAILS:
            return False
        made = self.latest
        current = self.current
        if made is not None and current is not None and self.mode is not label:
            taken = current.owner is not None and label is Label.OWNER and made.marked
            # «Nå: 9», «Mål: 4» and then «Eier: Kari», all of them about the key result
            follows = label is Label.OWNER and made.lines[-1:] == [place.line - 1] and indent >= made.indent
            if indent > made.indent or made.heading or taken or follows or label in _PERHAPS_OF_RESULT:
                return take(made, label, place)
        if label is Label.DATA_SOURCE and current is not None and current.key_results:
            return take(current.key_results[-1], label, place)
        return False

    def _of_objective(self, label: Label, place: Place, current: ObjectiveRead) -> bool:
        """Read a line as one about an objective, if it is."""
        if label is Label.OWNER:
            current.owner, current.owner_place = place.text, place
        elif label is Label.WHY:
            current.why = f"{current.why} {place.text}" if current.why else place.text
        elif label is Label.SOURCE:
            current.sources.append(place.text.strip(QUOTES))
        elif label is Label.KEY_RESULTS:
            self.key_result(place)
        elif label is Label.FOLLOW_UP:
            current.follow_up = place
            current.follow_up_after_results = bool(current.key_results or current.loose) or self.apart
        else:
            return False
        return True

    def for_set(self, label: Label, place: Place) -> None:
        """Something said of the whole set; what is said of it already stays."""
        said = self.fields.get(label)
        self.fields[label] = place if said is None else said._replace(text=f"{said.text}, {place.text}")
