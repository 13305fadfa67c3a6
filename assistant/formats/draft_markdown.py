"""A draft as Markdown: the set, in the form ``okr check`` reads, then what to mend and what to answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.formats.escaping import escaped, escaped_item, escaped_line, escaped_note
from assistant.okr import Ambition, Basis, KeyResult, Language, Objective, OkrSet, Quantity
from assistant.rules.rule import Severity, Text
from assistant.rules.wording import message, suggestion

if TYPE_CHECKING:
    from assistant.drafting import Draft

_OBJECTIVE = Text(nb="Mål", nn="Mål", en="Objective")
_KEY_RESULT = Text(nb="NR", nn="NR", en="KR")
_WHY = Text(nb="Hvorfor", nn="Kvifor", en="Why")
_SOURCE = Text(nb="Forankring", nn="Forankring", en="Source")
_OWNER = Text(nb="Eier", nn="Eigar", en="Owner")
_KEPT_IN = Text(nb="kilde", nn="kjelde", en="source")
_INITIATIVES = Text(nb="Tiltak", nn="Tiltak", en="Initiatives")
_FOLLOW_UP = Text(nb="Oppfølging", nn="Oppfølging", en="Follow-up")
_INVOLVED = Text(nb="Involvert", nn="Involvert", en="Involved")
_AMBASSADOR = Text(nb="OKR-ambassadør", nn="OKR-ambassadør", en="OKR ambassador")
_STRETCH = Text(nb="strekkmål", nn="strekkmål", en="aspirational")
_COMMITTED = Text(nb="forpliktende", nn="forpliktande", en="committed")
_PROPOSED = Text(nb="er et forslag", nn="er eit framlegg", en="is proposed")
_BOTH_PROPOSED = Text(nb="er forslag", nn="er framlegg", en="are proposed")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
_TO_MEND = Text(nb="Dette må på plass", nn="Dette må på plass", en="What has to be mended")
_TO_ANSWER = Text(nb="Spørsmål til dere", nn="Spørsmål til dykk", en="Questions for you")
_HOW = Text(nb="Slik ble utkastet til", nn="Slik vart utkastet til", en="How this draft came to be")
_QUOTES = {Language.NB: "«»", Language.NN: "«»", Language.EN: "“”"}


def write_set(okr_set: OkrSet) -> str:
    """A set as Markdown that :func:`assistant.formats.set_markdown.read_set_markdown` reads back."""
    language = okr_set.language or Language.NB
    say = _Writer(language)
    title = " – ".join(part for part in (okr_set.title, okr_set.organisation) if part) or "OKR"
    lines = [f"# {escaped(title)}", ""]
    for label, value in (
        (_FOLLOW_UP, okr_set.follow_up),
        (_INVOLVED, okr_set.involved),
        (_AMBASSADOR, okr_set.ambassador),
    ):
        if value:
            lines.append(f"{say(label)}: {escaped(value)}")
    if okr_set.sponsor:
        lines.append(f"Sponsor: {escaped(okr_set.sponsor)}")
    for number, objective in enumerate(okr_set.objectives, 1):
        lines += ["", *say.objective(objective, number)]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


class _Writer:
    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: Text) -> str:
        return text.in_language(self.language)

    def objective(self, objective: Objective, number: int) -> list[str]:
        opening, closing = tuple(_QUOTES[self.language])
        lines = [f"## {self(_OBJECTIVE)} {number}: {escaped_line(objective.text)}", ""]
        if objective.why:
            lines.append(f"{self(_WHY)}: {escaped(objective.why)}  ")
        lines += [f"{self(_SOURCE)}: {opening}{escaped(item.quote)}{closing}  " for item in objective.sources]
        if objective.owner:
            lines.append(f"{self(_OWNER)}: {escaped(objective.owner)}  ")
        lines.append("")
        lines += [
            f"- {self(_KEY_RESULT)}{at}: {self.key_result(item)}" for at, item in enumerate(objective.key_results, 1)
        ]
        if objective.initiatives:
            lines += ["", f"{self(_INITIATIVES)}:", "", *[f"- {escaped_item(item)}" for item in objective.initiatives]]
        return lines

    def key_result(self, item: KeyResult) -> str:
        notes = []
        if item.owner:
            notes.append(f"{self(_OWNER).lower()}: {escaped_note(item.owner)}")
        if item.data_source:
            notes.append(f"{self(_KEPT_IN)}: {escaped_note(item.data_source)}")
        if item.ambition is not None:
            notes.append(self(_STRETCH if item.ambition is Ambition.ASPIRATIONAL else _COMMITTED))
        return escaped_line(item.text) + self.proposals(item) + (f" ({'; '.join(notes)})" if notes else "")

    def proposals(self, item: KeyResult) -> str:
        """The numbers of a line that nobody has said yes to, marked so that they are not taken for the strategy's."""
        values = [it for it in (item.baseline, item.target, item.long_term) if it and it.basis is Basis.PROPOSED]
        shown = dict.fromkeys(escaped_note(it.text) for it in values if _is_shown(it, item.text))
        if not shown:
            return ""
        joined = (" and " if self.language is Language.EN else " og ").join(shown)
        return f" ({joined} {self(_PROPOSED if len(shown) == 1 else _BOTH_PROPOSED)})"


def _is_shown(quantity: Quantity, text: str) -> bool:
    """Whether the number of a value stands in a line."""
    number = _NUMBER.search(quantity.text)
    return number is not None and re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![.,]?\d)", text) is not None


def write_draft(draft: Draft) -> str:
    """A draft as Markdown: the set, what has to be mended, the questions, and how it was made."""
    language = draft.review.language
    say = _Writer(language)
    lines = [write_set(draft.okr_set), "---", ""]
    graver = [finding for finding in draft.review.findings if finding.severity is not Severity.QUESTION]
    if graver:
        lines += [f"**{say(_TO_MEND)}**", ""]
        for finding in graver:
            lines.append(
                f"- {_where(finding.path, language)}{escaped(message(finding, language))} {escaped(suggestion(finding, language))} [{finding.code}]"
            )
        lines.append("")
    lines += [f"**{say(_TO_ANSWER)}**", ""]
    order = sorted(draft.questions, key=lambda question: (question.path == "", question.path))
    lines += [
        f"{number}. {_where(question.path, language)}{escaped(question.text)}"
        for number, question in enumerate(order, 1)
    ]
    lines += ["", f"**{say(_HOW)}**", "", draft.provenance.note]
    return "\n".join(lines).rstrip() + "\n"


def _where(path: str, language: Language) -> str:
    """The item a remark is about, as a person would name it: «Mål 1, NR2: »."""
    parts = path.split("/")
    if len(parts) < 3:
        return ""
    objective = f"{_OBJECTIVE.in_language(language)} {int(parts[2]) + 1}"
    if len(parts) < 5:
        return f"{objective}: "
    return f"{objective}, {_KEY_RESULT.in_language(language)}{int(parts[4]) + 1}: "
