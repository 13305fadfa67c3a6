"""Reading a set of OKRs from Markdown or plain text, as people write it, and remembering where each line stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from assistant.formats.annotations import read_annotations
from assistant.formats.escaping import hide_escaped, show_escaped
from assistant.formats.labels import Label, bare_label, read_label
from assistant.formats.set_parts import (
    ObjectiveRead,
    Place,
    ReadSet,
    cut,
    joined,
    key_result_of,
    objective_of,
    shown,
)
from assistant.formats.set_tables import TABLE_RULE, cell_spans, column_label, words_for
from assistant.language.dates import read_period
from assistant.language.folding import INVISIBLE, fold, fold_line
from assistant.okr import OkrSet, Period
from assistant.rules.rule import Anchor

__all__ = ["Place", "ReadSet", "read_set_markdown"]

_MARK = re.compile(r"(?:[-*+•–●▪◦‣·][ \t]+|\d{1,2}(?:\.\d{1,2})*[.)][ \t]+|[a-h]\)[ \t]+)(?:\[[ xX]\][ \t]+)?")
_HEADING = re.compile(r"#{1,6}[ \t]*")
_NUMBER = re.compile(r"\d{1,2}[.)][ \t]+")
_QUOTED = re.compile(r"(?:>\s*)+")
_FOLDED = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{INVISIBLE}\U000e0000-\U000e007f]"
)
"""Characters that folding takes out or turns into plain spaces."""
_PLAIN = re.compile(r"[*_`\t]")
_EMPHASIS = re.compile(r"[*`]|__|(?<!\w)_|_(?!\w)")
_SECTIONS = frozenset(
    (Label.KEY_RESULTS, Label.INITIATIVES, Label.FOLLOW_UP, Label.INVOLVED, Label.OTHER, Label.WHY, Label.SOURCE)
)
_OF_THE_SET = frozenset(
    (Label.INVOLVED, Label.SPONSOR, Label.AMBASSADOR, Label.PERIOD, Label.ORGANISATION, Label.LEVEL, Label.LANGUAGE)
)


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.title: str | None = None
        self.subtitle: str | None = None
        self.title_place: Place | None = None
        self.objectives: list[ObjectiveRead] = []
        self.set_fields: dict[Label, str] = {}
        self.set_places: dict[Label, Place] = {}
        self.mode: Label | None = None
        self.in_set_section = False
        self.fenced = False
        self.columns: list[Label | None] | None = None
        self.table_words: dict[Label, str] | None = None
        self.origins: tuple[int, ...] | None = None
        self.plain = (
            not _FOLDED.search(text) and "\\" not in text and (text.isascii() or unicodedata.is_normalized("NFC", text))
        )

    # --- lines -----------------------------------------------------------------------------------------------------

    def read(self) -> ReadSet:
        for number, raw in enumerate(self.lines, 1):
            line = self._folded(raw).rstrip()
            start = len(line) - len(line.lstrip())
            if start == len(line) or line.startswith("<!--", start):
                if start == len(line):
                    self.columns = None
                continue
            if line.startswith(("```", "~~~"), start):
                self.fenced = not self.fenced
                continue
            if not self.fenced:
                self._line(number, line, start)
            if self.mode is Label.END:
                break
        return self._result()

    def _folded(self, raw: str) -> str:
        """``raw`` composed, without invisible characters, and escaped marks hidden, so that only true marks are seen."""
        self.origins = None
        if self.plain:
            return raw
        escaped = "\\" in raw
        folded = fold_line(raw, 0, len(raw))
        if escaped:
            folded = hide_escaped(folded)
        if folded.text != raw:
            self.origins = folded.starts
        return folded.text

    def _line(self, number: int, line: str, start: int) -> None:
        if quoted := _QUOTED.match(line, start):
            start = quoted.end()
        if line.startswith("#", start) and (mark := _HEADING.match(line, start)) and mark.end() > start:
            self._heading(number, line, mark.end(), line[start : mark.end()].count("#"))
        elif line.startswith("|", start):
            self._row(number, line)
        elif mark := _MARK.match(line, start):
            self._item(number, line, mark.end(), start)
        elif line[start:].strip("-=_* "):
            self._plain(number, line, start)

    def _place(self, number: int, line: str, start: int, end: int | None = None) -> Place:
        """The text of ``line`` from ``start`` on, emphasis and invisible characters taken out, and its columns."""
        end = len(line) if end is None else end
        raw = line[start:end]
        origins = self.origins
        if origins is None and not _PLAIN.search(raw) and "  " not in raw:
            return Place(number, start + 1, raw)
        folded = fold(line, start, end)
        kept = [
            at for at, char in enumerate(_EMPHASIS.sub(lambda found: "\0" * len(found[0]), folded.text)) if char != "\0"
        ]
        text = "".join(folded.text[at] for at in kept)
        lead = len(text) - len(text.lstrip())
        columns = tuple((origins[folded.starts[at]] if origins else folded.starts[at]) + 1 for at in kept)[
            lead : len(text.rstrip())
        ]
        return Place(number, columns[0] if columns else start + 1, text.strip(), columns)

    # --- kinds of line ---------------------------------------------------------------------------------------------

    def _heading(self, number: int, line: str, start: int, level: int) -> None:
        text = line[start:].strip("# ")
        label = bare_label(text)
        if label is not None and label in _SECTIONS | {Label.OWNER}:
            self.mode = label
            self.in_set_section = level <= 2 or not self.objectives
            return
        labelled = read_label(text)
        offset = line.index(text, start) if text else start
        end = offset + len(text)
        if labelled is not None and labelled.label is Label.OBJECTIVE:
            self._objective(self._place(number, line, offset + labelled.start, end))
        elif labelled is not None and labelled.label is not Label.KEY_RESULT:
            self._labelled(labelled.label, self._place(number, line, offset + labelled.start, end), nested=False)
        elif labelled is not None:
            self._key_result(self._place(number, line, offset + labelled.start, end))
        elif self.title is None and not self.objectives and (level == 1 or _names_a_set(text)):
            self._set_title(self._place(number, line, offset, end))
        else:
            numbered = _NUMBER.match(text)
            self._objective(self._place(number, line, offset + (numbered.end() if numbered else 0), end))

    def _item(self, number: int, line: str, start: int, indent: int) -> None:
        labelled = read_label(line[start:])
        if labelled is not None and labelled.label is Label.OBJECTIVE:
            self._objective(self._place(number, line, start + labelled.start), indent)
            return
        if labelled is not None and labelled.label is not Label.KEY_RESULT:
            if labelled.start < len(line) - start or labelled.label in _SECTIONS:
                self._labelled(labelled.label, self._place(number, line, start + labelled.start), nested=indent > 0)
            return
        if labelled is not None:
            self._key_result(self._place(number, line, start + labelled.start))
        elif self._opens_objective(number, indent):
            self._objective(self._place(number, line, start), indent)
        else:
            self._add(self._place(number, line, start), indent)

    def _opens_objective(self, number: int, indent: int) -> bool:
        """Whether a list item holds the objective and the deeper items below it the key results."""
        current = self.objectives[-1] if self.objectives else None
        if self.mode in {Label.INITIATIVES, Label.KEY_RESULTS} or (current is not None and indent != current.indent):
            return False
        if current is not None and current.indent < 0:
            return False
        for at in range(number, len(self.lines)):
            line = self.lines[at]
            if line.strip():
                deeper = len(line) - len(line.lstrip()) > indent
                mark = _MARK.match(line, len(line) - len(line.lstrip()))
                label = read_label(line[mark.end() :] if mark else line.strip())
                return (deeper and mark is not None) or (
                    label is not None and label.label in {Label.KEY_RESULT, Label.KEY_RESULTS}
                )
        return False

    def _plain(self, number: int, line: str, start: int) -> None:
        label = bare_label(line) if len(line) < 60 else None
        if label is not None and (label is Label.END or label in _SECTIONS or line.rstrip("* _").endswith(":")):
            self.mode = label
            self.in_set_section = not self.objectives
            return
        labelled = read_label(line[start:])
        if labelled is not None and labelled.label is Label.OBJECTIVE:
            self._objective(self._place(number, line, start + labelled.start))
        elif labelled is not None and labelled.label is Label.KEY_RESULT:
            self._key_result(self._place(number, line, start + labelled.start))
        elif labelled is not None:
            self._labelled(labelled.label, self._place(number, line, start + labelled.start), nested=start > 0)
        elif not self.objectives and self.title is None:
            self._set_title(self._place(number, line, start))
        elif line[start:].startswith("**") and line.rstrip().endswith("**") and self.mode is not Label.KEY_RESULTS:
            self._objective(self._place(number, line, start))
        else:
            self._loose(self._place(number, line, start))

    def _loose(self, place: Place) -> None:
        """A line without mark or label: a key result below «Nøkkelresultater:», else kept in case nothing else is one."""
        if not self.objectives:
            if self.mode is not None:
                self._section_text(place)
            elif self.subtitle is None:
                self.subtitle = place.text
            return
        if self.mode is Label.KEY_RESULTS:
            self._key_result(place)
        elif self.mode is None:
            self.objectives[-1].loose.append(key_result_of(place))
        else:
            self._section_text(place)

    def _row(self, number: int, line: str) -> None:
        if TABLE_RULE.match(line.strip()):
            return
        cells = cell_spans(line)
        if self.columns is None:
            self.columns = [column_label(line[first:last]) for first, last in cells]
            return
        columns = self.columns
        found: dict[Label, Place] = {}
        for label, (first, last) in zip(columns, cells, strict=False):
            text = line[first:last]
            lead = len(text) - len(text.lstrip())
            if label is not None and text.strip():
                found[label] = self._place(number, line, first + lead, first + len(text.rstrip()))
        self._table_row(found)
        self.columns = columns

    def _table_row(self, found: dict[Label, Place]) -> None:
        objective = found.get(Label.OBJECTIVE)
        if objective is not None and (not self.objectives or self.objectives[-1].text != objective.text):
            self._objective(objective)
        key_result = found.get(Label.KEY_RESULT)
        if key_result is None or not self._ensure_objective():
            return
        made = key_result_of(key_result)
        for label in (Label.BASELINE, Label.TARGET, Label.DEADLINE):
            if cell := found.get(label):
                made.place = joined(made.place, self._table_words()[label], cell)
        made.text = made.place.text
        if owner := found.get(Label.OWNER):
            made.owner, made.owner_place = owner.text, owner
        if source := found.get(Label.DATA_SOURCE):
            made.data_source = source.text
        self.objectives[-1].key_results.append(made)

    def _table_words(self) -> dict[Label, str]:
        if self.table_words is None:
            self.table_words = words_for("\n".join(self.lines))
        return self.table_words

    # --- what lines mean -------------------------------------------------------------------------------------------

    def _set_title(self, place: Place) -> None:
        self.title, self.title_place = place.text, place

    def _objective(self, place: Place, indent: int = -1) -> None:
        self.mode = None
        self.columns = None
        self.in_set_section = False
        annotated = read_annotations(place.text)
        made = ObjectiveRead(annotated.text, cut(place, annotated.text), indent, owner=annotated.owner)
        self.objectives.append(made)

    def _ensure_objective(self) -> bool:
        """Whether a key result has an objective to go under; a title that names no set becomes one."""
        if self.objectives:
            return True
        if self.title_place is None:
            return False
        if not _names_a_set(self.title_place.text):
            self._objective(self.title_place)
            self.title = None
            return True
        return False

    def _key_result(self, place: Place) -> None:
        if self.mode not in {None, Label.KEY_RESULTS}:
            self.mode = None
        if self._ensure_objective():
            self.objectives[-1].key_results.append(key_result_of(place))

    def _add(self, place: Place, indent: int) -> None:
        if self.mode in {None, Label.KEY_RESULTS, Label.OWNER}:
            current = self.objectives[-1] if self.objectives else None
            if (
                current is not None
                and current.key_results
                and indent >= 2
                and current.indent < 0
                and self._is_detail(indent)
            ):
                return
            self._key_result(place)
        elif self.mode is Label.INITIATIVES and self.objectives:
            self.objectives[-1].initiatives.append(place.text)
        else:
            self._section_text(place)

    def _is_detail(self, indent: int) -> bool:
        """Whether a deeper item explains the key result above it rather than being one."""
        above = self.objectives[-1].key_results[-1].place
        above_line = self.lines[above.line - 1]
        return indent > len(above_line) - len(above_line.lstrip())

    def _section_text(self, place: Place) -> None:
        if self.mode is not None:
            self._labelled(self.mode, place, nested=False)

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
        if nested and current.key_results:
            current.key_results[-1].owner = place.text
            current.key_results[-1].owner_place = place
        else:
            current.owner, current.owner_place = place.text, place

    def _follow_up(self, place: Place, current: ObjectiveRead | None) -> None:
        if current is None or self.in_set_section:
            self._for_set(Label.FOLLOW_UP, place)
        else:
            current.follow_up, current.follow_up_place = place.text, place
            apart = not self.lines[place.line - 2].strip() if place.line > 1 else False
            current.follow_up_after_results = bool(current.key_results or current.loose) or apart

    def _for_set(self, label: Label, place: Place) -> None:
        if label in self.set_fields:
            self.set_fields[label] += f", {place.text}"
        else:
            self.set_fields[label] = place.text
            self.set_places[label] = place

    # --- the result ------------------------------------------------------------------------------------------------

    def _result(self) -> ReadSet:
        places: dict[tuple[str, Anchor], Place] = {}
        for number, item in enumerate(self.objectives):
            path = f"/objectives/{number}"
            places[path, Anchor.TEXT] = item.place
            if item.owner_place is not None:
                places[path, Anchor.OWNER] = item.owner_place
            item.key_results = item.key_results or item.loose
            for at, key_result in enumerate(item.key_results):
                places[f"{path}/key_results/{at}", Anchor.TEXT] = key_result.place
                places[f"{path}/key_results/{at}", Anchor.OWNER] = key_result.owner_place or key_result.place
        self._settle_follow_up()
        if Label.FOLLOW_UP in self.set_places:
            places["", Anchor.FOLLOW_UP] = self.set_places[Label.FOLLOW_UP]
        if Label.OWNER in self.set_places:
            places["", Anchor.OWNER] = self.set_places[Label.OWNER]
        if not self.plain:
            places = {key: replace(place, text=show_escaped(place.text)) for key, place in places.items()}
        return ReadSet(self._okr_set(), places)

    def _settle_follow_up(self) -> None:
        """A rhythm under every objective, under the only one or below the last one's results is the set's."""
        if Label.FOLLOW_UP in self.set_fields or not self.objectives:
            return
        last = self.objectives[-1]
        everywhere = all(item.follow_up for item in self.objectives)
        if last.follow_up_place is not None and (everywhere or last.follow_up_after_results):
            self._for_set(Label.FOLLOW_UP, last.follow_up_place)

    def _okr_set(self) -> OkrSet:
        return OkrSet(
            objectives=tuple(objective_of(item) for item in self.objectives),
            title=shown(self.title),
            organisation=self._said(Label.ORGANISATION),
            period=self._period(),
            owner=self._said(Label.OWNER),
            sponsor=self._said(Label.SPONSOR),
            ambassador=self._said(Label.AMBASSADOR),
            follow_up=self._said(Label.FOLLOW_UP),
            involved=self._said(Label.INVOLVED),
        )

    def _said(self, label: Label) -> str | None:
        return shown(self.set_fields.get(label))

    def _period(self) -> Period | None:
        said = (self.set_fields.get(Label.PERIOD), self.title, self.subtitle)
        return next((period for text in said if text and (period := read_period(text)) is not None), None)


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
