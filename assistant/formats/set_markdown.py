"""Reading a set of OKRs from Markdown or plain text, as people write it, and remembering where each line stood."""

from __future__ import annotations

import re
from functools import cached_property

from assistant.formats.annotations import read_annotations
from assistant.formats.escaping import show_escaped
from assistant.formats.labels import Label, Labelled, bare_label, read_label
from assistant.formats.set_lines import ITEM_MARK, Kind, SetLine, SetLines
from assistant.formats.set_parts import (
    KeyResultRead,
    ObjectiveRead,
    Place,
    ReadSet,
    cut,
    joined,
    key_result_of,
    objective_of,
)
from assistant.formats.set_tables import Table, is_rule, joins_for
from assistant.language.dates import read_period
from assistant.language.fields import read_language, read_level
from assistant.okr import OkrSet, Period
from assistant.rules.rule import Anchor

__all__ = ["Place", "ReadSet", "read_set_markdown"]

_NUMBER = re.compile(r"\d{1,2}[.)][ \t]+")
_LONGEST_LABEL = 60
"""Characters; a longer line is no label that stands alone."""
_SECTIONS = frozenset(
    (Label.KEY_RESULTS, Label.INITIATIVES, Label.FOLLOW_UP, Label.INVOLVED, Label.OTHER, Label.WHY, Label.SOURCE)
)
_SECTIONS_AND_OWNER = _SECTIONS | {Label.OWNER}
_OF_THE_SET = frozenset(
    (Label.INVOLVED, Label.SPONSOR, Label.AMBASSADOR, Label.PERIOD, Label.ORGANISATION, Label.LEVEL, Label.LANGUAGE)
)
_RESULTS_OR_WORK = frozenset((Label.INITIATIVES, Label.KEY_RESULTS))
_RESULTS = frozenset((None, Label.KEY_RESULTS, Label.OWNER))
"""The sections an item without a label is a key result in."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = SetLines(text)
        self.title: Place | None = None
        self.subtitle: Place | None = None
        self.objectives: list[ObjectiveRead] = []
        self.set_fields: dict[Label, Place] = {}
        self.mode: Label | None = None
        self.in_set_section = False
        self.table: Table | None = None
        self.table_joins: dict[Label, str] | None = None
        self.unread: list[int] = []

    # --- lines -----------------------------------------------------------------------------------------------------

    def read(self) -> ReadSet:
        for line in self.lines:
            table = self.table
            if table is not None and (table.tabbed or not line.apart) and self._is_row(line, table):
                self._table_row(line, table)
                continue
            self.table = None
            if line.kind is Kind.HEADING:
                self._heading(line)
            elif line.kind is Kind.ITEM:
                self._item(line)
            elif line.kind is Kind.PLAIN or not self._opens_table(line):
                self._plain(line)
            if self.mode is Label.END:
                break
        return self._result()

    @staticmethod
    def _is_row(line: SetLine, table: Table) -> bool:
        return "\t" in line.text if table.tabbed else line.kind is Kind.ROW

    def _opens_table(self, line: SetLine) -> bool:
        table = Table(line)
        if table.tabbed and not table.holds_key_results:
            return False
        self.table = table
        return True

    # --- kinds of line ---------------------------------------------------------------------------------------------

    def _heading(self, line: SetLine) -> None:
        text = line.text[line.start :].rstrip("# ")
        end = line.start + len(text)
        label = bare_label(text)
        if label is not None and label in _SECTIONS_AND_OWNER:
            self.mode = label
            self.in_set_section = line.level <= 2 or not self.objectives
            return
        labelled = read_label(text)
        if labelled is not None:
            self._labelled_line(labelled, line.place(line.start + labelled.start, end), nested=False)
        elif not self.objectives and (_names_a_set(text) or (self.title is None and line.level == 1)):
            self._head(line.place(line.start, end))
        elif (numbered := _NUMBER.match(text)) or not self.labels_objectives:
            self._objective(line.place(line.start + (numbered.end() if numbered else 0), end))
        else:
            self.mode = _section_of(text)
            self.in_set_section = line.level <= 2 or not self.objectives
            if self.mode is Label.OTHER:
                self._head(line.place(line.start, end))

    def _item(self, line: SetLine) -> None:
        labelled = read_label(line.text[line.start :])
        if labelled is not None:
            at = line.start + labelled.start
            if at < len(line.text) or labelled.label in _SECTIONS:
                self._labelled_line(labelled, line.place(at), nested=line.indent > 0, indent=line.indent)
        elif self._opens_objective(line):
            self._objective(line.place(line.start), line.indent)
        else:
            self._add(line)

    def _opens_objective(self, line: SetLine) -> bool:
        """Whether a list item holds the objective and the deeper items below it the key results."""
        current = self.objectives[-1] if self.objectives else None
        if self.mode in _RESULTS_OR_WORK or (current is not None and line.indent != current.indent):
            return False
        if current is not None and current.indent < 0:
            return False
        for text in self.lines.raw[line.number :]:
            if text.strip():
                indent = len(text) - len(text.lstrip())
                mark = ITEM_MARK.match(text, indent)
                label = read_label(text[mark.end() :] if mark else text.strip())
                return (indent > line.indent and mark is not None) or (
                    label is not None and label.label in {Label.KEY_RESULT, Label.KEY_RESULTS}
                )
        return False

    def _plain(self, line: SetLine) -> None:
        text = line.text
        start = line.start
        label = bare_label(text) if len(text) < _LONGEST_LABEL else None
        if label is not None and (label is Label.END or label in _SECTIONS or text.rstrip("* _").endswith(":")):
            self.mode = label
            self.in_set_section = not self.objectives
            return
        labelled = read_label(text[start:])
        if labelled is not None:
            self._labelled_line(labelled, line.place(start + labelled.start), nested=line.indent > 0)
        elif line.kind is Kind.ROW and (cell := _label_cell(text, start)) is not None:
            self._labelled_line(cell, line.place(cell.start), nested=line.indent > 0)
        elif not self.objectives and self.title is None:
            self.title = line.place(start)
        elif self._is_bold_objective(text, start):
            self._objective(line.place(start))
        else:
            self._loose(line.place(start))

    def _is_bold_objective(self, text: str, start: int) -> bool:
        """Whether a bold line on its own is an objective: where no line is labelled as one, nor names the set."""
        if not (text.startswith("**", start) and text.endswith("**")) or self.mode is Label.KEY_RESULTS:
            return False
        return not self.labels_objectives and (bool(self.objectives) or not _names_a_set(text))

    @cached_property
    def labels_objectives(self) -> bool:
        """Whether the set says which of its lines are objectives («Mål 1: …»); other headings are then none."""
        found = (read_label(text.lstrip("#->*•_ \t")) for text in self.lines.raw)
        return any(labelled is not None and labelled.label is Label.OBJECTIVE for labelled in found)

    def _head(self, place: Place) -> None:
        """A line above the objectives that names the set, or says something of it."""
        if self.title is None and not self.objectives:
            self.title = place
        elif self.subtitle is None and not self.objectives:
            self.subtitle = place
        else:
            self.unread.append(place.line)

    def _labelled_line(self, labelled: Labelled, place: Place, *, nested: bool, indent: int = -1) -> None:
        if labelled.label is Label.OBJECTIVE:
            self._objective(place, indent)
        elif labelled.label is Label.KEY_RESULT:
            self._key_result(place)
        else:
            self._labelled(labelled.label, place, nested=nested)

    def _loose(self, place: Place) -> None:
        """A line without mark or label: a key result below «Nøkkelresultater:», else kept in case nothing else is one."""
        if self.mode is not None and (self.mode is not Label.KEY_RESULTS or not self.objectives):
            self._labelled(self.mode, place, nested=False)
        elif self.mode is Label.KEY_RESULTS:
            self._key_result(place)
        elif self.objectives:
            self.objectives[-1].loose.append(key_result_of(place))
        else:
            self._head(place)

    def _table_row(self, line: SetLine, table: Table) -> None:
        if is_rule(line.text):
            return
        found = table.row(line)
        objective = found.get(Label.OBJECTIVE)
        if objective is not None and (not self.objectives or self.objectives[-1].text != objective.text):
            self._objective(objective)
        if objective is not None:
            self._of_objective_row(found, self.objectives[-1], table)
        key_result = found.get(Label.KEY_RESULT)
        if key_result is None or not self._ensure_objective():
            if objective is None:
                self.unread.append(line.number)
            return
        made = key_result_of(key_result)
        for label in (Label.BASELINE, Label.TARGET, Label.DEADLINE):
            if cell := found.get(label):
                made.place = joined(made.place, self._join(label), cell)
        made.text = made.place.text
        self._owner_of_row(found, made)
        if source := found.get(Label.DATA_SOURCE):
            made.data_source = source.text
        self.objectives[-1].key_results.append(made)

    def _of_objective_row(self, found: dict[Label, Place], made: ObjectiveRead, table: Table) -> None:
        """What the row says of its objective: the reason, the work, and its owner where the column says it is its."""
        for label in (Label.WHY, Label.INITIATIVES, Label.SOURCE):
            if cell := found.get(label):
                self._of_objective(label, cell, made, nested=False)
        self.mode = None
        if Label.KEY_RESULT not in found:
            self._owner_of_row(found, made)
        elif table.owner_is_the_objectives:
            self._owner_of_row(found, made)
            found.pop(Label.OWNER, None)

    @staticmethod
    def _owner_of_row(found: dict[Label, Place], made: KeyResultRead | ObjectiveRead) -> None:
        if owner := found.get(Label.OWNER):
            made.owner, made.owner_place = owner.text, owner

    def _join(self, label: Label) -> str:
        if self.table_joins is None:
            self.table_joins = joins_for("\n".join(self.lines.raw))
        return self.table_joins[label]

    # --- what lines mean -------------------------------------------------------------------------------------------

    def _objective(self, place: Place, indent: int = -1) -> None:
        self.mode = None
        self.in_set_section = False
        annotated = read_annotations(place.text)
        made = ObjectiveRead(annotated.text, cut(place, annotated.text), indent, owner=annotated.owner)
        self.objectives.append(made)

    def _ensure_objective(self) -> bool:
        """Whether a key result has an objective to go under; a title that names no set becomes one."""
        if self.objectives:
            return True
        if self.title is None or _names_a_set(self.title.text):
            return False
        self._objective(self.title)
        self.title = None
        return True

    def _key_result(self, place: Place) -> None:
        if self.mode is not Label.KEY_RESULTS:
            self.mode = None
        if self._ensure_objective():
            self.objectives[-1].key_results.append(key_result_of(place))
        else:
            self.unread.append(place.line)

    def _add(self, line: SetLine) -> None:
        """A list item without a label: a key result, or more of the section it stands in."""
        place = line.place(line.start)
        if self.mode in _RESULTS:
            if self._is_detail(line.indent):
                self.unread.append(line.number)
            else:
                self._key_result(place)
        elif self.mode is Label.INITIATIVES and self.objectives:
            self.objectives[-1].initiatives.append(place.text)
        elif self.mode is not None:
            self._labelled(self.mode, place, nested=False)

    def _is_detail(self, indent: int) -> bool:
        """Whether a deeper item explains the key result above it rather than being one."""
        current = self.objectives[-1] if self.objectives else None
        if current is None or not current.key_results or indent < 2 or current.indent >= 0:
            return False
        above = self.lines.raw[current.key_results[-1].place.line - 1]
        return indent > len(above) - len(above.lstrip())

    def _labelled(self, label: Label, place: Place, *, nested: bool) -> None:
        current = self.objectives[-1] if self.objectives else None
        if not place.text:
            self.mode = label
        elif label is Label.SET_OWNER:
            self._for_set(Label.OWNER, place)
        elif label in _OF_THE_SET or (label is Label.OWNER and current is None):
            self._for_set(label, place)
        elif label is Label.FOLLOW_UP:
            self._follow_up(place, current)
        elif current is not None:
            self._of_objective(label, place, current, nested=nested)
        elif label is not Label.OTHER:
            self.unread.append(place.line)

    def _of_objective(self, label: Label, place: Place, current: ObjectiveRead, *, nested: bool) -> None:
        if label is Label.INITIATIVES:
            current.initiatives.extend(part.strip() for part in place.text.split(";") if part.strip())
            self.mode = Label.INITIATIVES
        elif label is Label.OWNER:
            self._owner(place, current, nested=nested)
        elif label is Label.DATA_SOURCE and current.key_results:
            current.key_results[-1].data_source = place.text
        elif label is Label.WHY:
            current.why = f"{current.why} {place.text}" if current.why else place.text
        elif label is Label.SOURCE:
            current.sources.append(place.text.strip('«»“”" '))
        elif label is Label.KEY_RESULTS:
            self._key_result(place)

    def _owner(self, place: Place, current: ObjectiveRead, *, nested: bool) -> None:
        owned = current.key_results[-1] if nested and current.key_results else current
        owned.owner, owned.owner_place = place.text, place

    def _follow_up(self, place: Place, current: ObjectiveRead | None) -> None:
        if current is None or self.in_set_section:
            self._for_set(Label.FOLLOW_UP, place)
        else:
            current.follow_up = place
            apart = not self.lines.raw[place.line - 2].strip() if place.line > 1 else False
            current.follow_up_after_results = bool(current.key_results or current.loose) or apart

    def _for_set(self, label: Label, place: Place) -> None:
        said = self.set_fields.get(label)
        self.set_fields[label] = place if said is None else said._replace(text=f"{said.text}, {place.text}")

    # --- the result ------------------------------------------------------------------------------------------------

    def _result(self) -> ReadSet:
        places: dict[tuple[str, Anchor], Place] = {}
        for number, item in enumerate(self.objectives):
            path = f"/objectives/{number}"
            places[path, Anchor.TEXT] = item.place
            if item.owner_place is not None:
                places[path, Anchor.OWNER] = item.owner_place
            if item.key_results:
                self.unread += [loose.place.line for loose in item.loose]
            else:
                item.key_results = item.loose
            for at, key_result in enumerate(item.key_results):
                places[f"{path}/key_results/{at}", Anchor.TEXT] = key_result.place
                places[f"{path}/key_results/{at}", Anchor.OWNER] = key_result.owner_place or key_result.place
        self._settle_follow_up()
        self._settle_support()
        for label, anchor in ((Label.FOLLOW_UP, Anchor.FOLLOW_UP), (Label.OWNER, Anchor.OWNER)):
            if label in self.set_fields:
                places["", anchor] = self.set_fields[label]
        okr_set, unclear = self._okr_set()
        if not self.lines.plain:
            places = {key: place._replace(text=show_escaped(place.text)) for key, place in places.items()}
        return ReadSet(
            okr_set,
            places,
            tuple(sorted(self.unread)),
            unclear,
            tuple(self.lines.ignores),
            tuple(self.lines.refused),
        )

    def _settle_follow_up(self) -> None:
        """A rhythm under every objective, under the only one or below the last one's results is the set's."""
        if Label.FOLLOW_UP in self.set_fields or not self.objectives:
            return
        last = self.objectives[-1]
        everywhere = all(item.follow_up for item in self.objectives)
        if last.follow_up is not None and (everywhere or last.follow_up_after_results):
            self._for_set(Label.FOLLOW_UP, last.follow_up)

    def _settle_support(self) -> None:
        """Who stands behind the set may be told in a sentence: «Eva Lie, styreleder, står bak målene»."""
        for number in [*([self.subtitle.line] if self.subtitle else []), *self.unread]:
            said = " ".join(self.lines.raw[number - 1].split())
            for label, pattern in _SUPPORT:
                if label not in self.set_fields and pattern.search(said):
                    self._for_set(label, Place(number, 1, said))

    def _okr_set(self) -> tuple[OkrSet, tuple[int, ...]]:
        """The set, and the lines that name a period, a level or a language that cannot be read."""
        fields = self.set_fields
        period = self._period()
        level = read_level(fields[Label.LEVEL].text) if Label.LEVEL in fields else None
        language = read_language(fields[Label.LANGUAGE].text) if Label.LANGUAGE in fields else None
        read = {Label.PERIOD: period, Label.LEVEL: level, Label.LANGUAGE: language}
        okr_set = OkrSet(
            objectives=tuple(objective_of(item) for item in self.objectives),
            title=None if self.title is None else show_escaped(self.title.text),
            organisation=self._said(Label.ORGANISATION),
            language=language,
            level=level,
            period=period,
            owner=self._said(Label.OWNER),
            sponsor=self._said(Label.SPONSOR),
            ambassador=self._said(Label.AMBASSADOR),
            follow_up=self._said(Label.FOLLOW_UP),
            involved=self._said(Label.INVOLVED),
        )
        return okr_set, tuple(fields[label].line for label, value in read.items() if value is None and label in fields)

    def _said(self, label: Label) -> str | None:
        said = self.set_fields.get(label)
        return None if said is None else show_escaped(said.text)

    def _period(self) -> Period | None:
        for said in (self.set_fields.get(Label.PERIOD), self.title, self.subtitle):
            if said is not None and (period := read_period(said.text)) is not None:
                return period
        return None


def _label_cell(text: str, start: int) -> Labelled | None:
    """The label that the first cell of a pasted row is: «KR1», a tab, and the words; ``start`` counts in the line."""
    cell, _, rest = text[start:].partition("\t")
    labelled = read_label(f"{cell.strip()}: ")
    if labelled is None or not rest.strip():
        return None
    return Labelled(labelled.label, len(text) - len(rest.lstrip()))


_SUPPORT = (
    (Label.AMBASSADOR, re.compile(r"\bokr[- ]?ambassad", re.IGNORECASE)),
    (
        Label.SPONSOR,
        re.compile(r"\bsponsor|\bstands? behind\b|\bst(?:år|iller seg|end|eller seg) bak\b", re.IGNORECASE),
    ),
)


def _section_of(heading: str) -> Label:
    """The section a heading opens by its first words («Tiltak i våren», «Key results for the fleet»)."""
    words = heading.split()
    return bare_label(words[0]) or bare_label(" ".join(words[:2])) or Label.OTHER


_SET_WORDS = re.compile(r"\bokr|strateg", re.IGNORECASE)


def _names_a_set(heading: str) -> bool:
    """Whether a heading is a set's title: it says OKR or strategy, or names a tertial or the like."""
    return _SET_WORDS.search(heading) is not None or read_period(heading, whole_year=False) is not None


def read_set_markdown(text: str) -> ReadSet:
    """Read a set of OKRs from Markdown or plain text.

    Args:
        text: The file's text.

    Returns:
        The set and the places of its lines. A text without any objective gives a set without objectives.
    """
    return _Reader(text.replace("\r\n", "\n").replace("\r", "\n")).read()
