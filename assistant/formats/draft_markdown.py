"""A draft as Markdown: the set, in the form ``okr check`` reads, then what to mend and what to answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.formats import draft_words as words
from assistant.formats.escaping import escaped, escaped_item, escaped_line, escaped_note, escaped_prose
from assistant.formats.recorded import Recorded, read_recorded
from assistant.formats.records import draft_record
from assistant.formats.set_period import read_said_period
from assistant.okr import Ambition, Basis, KeyResult, Language, Objective, OkrSet, Quantity

if TYPE_CHECKING:
    from assistant.drafting import Draft
    from assistant.rules.rule import Text

_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")


def write_set(okr_set: OkrSet, language: Language | None = None) -> str:
    """A set as Markdown that :func:`assistant.formats.set_markdown.read_set_markdown` reads back.

    Args:
        okr_set: The set.
        language: The language of the words around it; the set's own when not given.
    """
    language = language or okr_set.language or Language.NB
    say = _Writer(language)
    title = " – ".join(part for part in (okr_set.title, okr_set.organisation) if part) or "OKR"
    lines = [f"# {escaped(title)}", ""]
    period = okr_set.period
    told = period is None or read_said_period(title) == period
    for label, value in (
        (words.PERIOD, None if period is None or told else f"{period.start}..{period.end}"),
        (words.LEVEL, words.LEVELS[okr_set.level].in_language(language) if okr_set.level else None),
        (words.SET_OWNER, okr_set.owner),
        (words.FOLLOW_UP, okr_set.follow_up),
        (words.INVOLVED, okr_set.involved),
        (words.AMBASSADOR, okr_set.ambassador),
        (words.SPONSOR, okr_set.sponsor),
    ):
        if value:
            lines.append(f"{say(label)}: {escaped(value)}")
    for number, objective in enumerate(okr_set.objectives, 1):
        lines += ["", *say.objective(objective, number)]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


class _Writer:
    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: Text) -> str:
        return text.in_language(self.language)

    def objective(self, objective: Objective, number: int) -> list[str]:
        lines = [f"## {self(words.OBJECTIVE)} {number}: {escaped_line(objective.text)}", ""]
        if objective.why:
            lines.append(f"{self(words.WHY)}: {escaped(objective.why)}  ")
        lines += [
            f"{self(words.ANCHORED_IN)}: {words.quoted(escaped(item.quote), self.language)}  "
            for item in objective.sources
        ]
        if objective.owner:
            lines.append(f"{self(words.OWNER)}: {escaped(objective.owner)}  ")
        lines.append("")
        lines += [
            f"- {self(words.KEY_RESULT)}{at}: {self.key_result(item)}"
            for at, item in enumerate(objective.key_results, 1)
        ]
        if objective.initiatives:
            lines += [
                "",
                f"{self(words.INITIATIVES)}:",
                "",
                *[f"- {escaped_item(item)}" for item in objective.initiatives],
            ]
        return lines

    def key_result(self, item: KeyResult) -> str:
        notes = []
        if item.owner:
            notes.append(f"{self(words.OWNER).lower()}: {escaped_note(item.owner)}")
        if item.data_source:
            notes.append(f"{self(words.KEPT_IN)}: {escaped_note(item.data_source)}")
        if item.ambition is not None:
            notes.append(self(words.STRETCH if item.ambition is Ambition.ASPIRATIONAL else words.COMMITTED))
        return escaped_line(item.text) + self.proposals(item) + (f" ({'; '.join(notes)})" if notes else "")

    def proposals(self, item: KeyResult) -> str:
        """The numbers of a line that nobody has said yes to, marked so that they are not taken for the strategy's."""
        values = [it for it in (item.baseline, item.target, item.long_term) if it and it.basis is Basis.PROPOSED]
        shown = dict.fromkeys(escaped_note(it.text) for it in values if _is_shown(it, item.text))
        if not shown:
            return ""
        joined = (" and " if self.language is Language.EN else " og ").join(shown)
        return f" ({joined} {self(words.PROPOSED if len(shown) == 1 else words.BOTH_PROPOSED)})"


def _is_shown(quantity: Quantity, text: str) -> bool:
    """Whether the number of a value stands in a line."""
    number = _NUMBER.search(quantity.text)
    return number is not None and re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![.,]?\d)", text) is not None


def write_draft(draft: Draft) -> str:
    """A draft as Markdown: the set, what has to be mended, the questions, and how it was made."""
    return write_recorded(read_recorded(draft_record(draft), okr_set=draft.okr_set))


def write_recorded(recorded: Recorded) -> str:
    """A recorded draft as Markdown, likewise."""
    language = recorded.language
    say = _Writer(language)
    lines = [write_set(recorded.okr_set, language), "---", ""]
    if recorded.remarks:
        lines += [f"**{say(words.TO_MEND)}**", ""]
        lines += [
            f"- {_where(remark.path, language)}{escaped_prose(remark.text)} [{escaped(remark.code)}]"
            for remark in recorded.remarks
        ]
        lines.append("")
    if recorded.questions:
        lines += [f"**{say(words.TO_ANSWER)}**", ""]
        lines += [
            f"{number}. {_where(question.path, language)}{escaped_prose(question.text)}"
            for number, question in enumerate(recorded.questions, 1)
        ]
        lines.append("")
    if recorded.note:
        lines += [f"**{say(words.HOW)}**", "", escaped_prose(recorded.note)]
    return "\n".join(lines).rstrip() + "\n"


def _where(path: str, language: Language) -> str:
    name = words.name_of(path, language)
    return f"{name}: " if name else ""
