"""A review as a page in a terminal: what to mend, what to answer, and how it stands with each pitfall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text as Styled

from assistant.review import PitfallVerdict, Verdict
from assistant.rules.families import FAMILIES
from assistant.rules.rule import Severity, Text
from assistant.rules.wording import severity_word

if TYPE_CHECKING:
    from assistant.formats.reports import Checked
    from assistant.okr import Language

_VERDICTS = {
    Verdict.READY: Text(nb="Klart til bruk", nn="Klart til bruk", en="Ready to use"),
    Verdict.NEEDS_WORK: Text(nb="Trenger mer arbeid", nn="Treng meir arbeid", en="Needs work"),
}
_WITH_REMARKS = Text(
    nb="Ingen feil, men se merknadene", nn="Ingen feil, men sjå merknadene", en="No errors, but see the remarks"
)
_PITFALL_VERDICTS = {
    "clear": Text(nb="ingen tegn til det", nn="ingen teikn til det", en="no sign of it"),
    "at_risk": Text(nb="i faresonen", nn="i faresona", en="at risk"),
    "unknown": Text(nb="kan ikke leses ut av teksten", nn="kan ikkje lesast ut av teksten", en="the text cannot tell"),
}
_QUESTIONS = Text(
    nb="Spørsmål bare dere kan svare på",
    nn="Spørsmål berre de kan svare på",
    en="Questions only you can answer",
)
_COUNTS = {
    Severity.ERROR: (
        Text(nb="{n} feil", nn="{n} feil", en="{n} error"),
        Text(nb="{n} feil", nn="{n} feil", en="{n} errors"),
    ),
    Severity.WARNING: (
        Text(nb="{n} advarsel", nn="{n} åtvaring", en="{n} warning"),
        Text(nb="{n} advarsler", nn="{n} åtvaringar", en="{n} warnings"),
    ),
    Severity.QUESTION: (
        Text(nb="{n} spørsmål", nn="{n} spørsmål", en="{n} question"),
        Text(nb="{n} spørsmål", nn="{n} spørsmål", en="{n} questions"),
    ),
}
"""How many there are of each: one, and more or none."""
_IGNORED = Text(nb="Sett bort fra", nn="Sett bort frå", en="Ignored")
_WHOLE = Text(nb="hele settet", nn="heile settet", en="the whole set")
_STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "question": "cyan",
    "clear": "green",
    "at_risk": "yellow",
    "unknown": "cyan",
}
_MARGIN = 6
"""Columns before the line a finding is about."""


def print_reviews(checked: Sequence[Checked]) -> None:
    """Print each review: errors and warnings by line, then the questions by rule, then the verdicts."""
    console = Console(soft_wrap=True, highlight=False)
    for item in checked:
        _Page(console, item.language).print(item)


class _Page:
    """One review on its way to a terminal."""

    def __init__(self, console: Console, language: Language) -> None:
        self.show = console.print
        self.marks_below = not console.is_terminal
        self.language = language

    def print(self, item: Checked) -> None:
        record = item.record()
        findings: list[dict[str, Any]] = record["findings"]
        self.show(Styled(_shown(item.name), "bold"))
        for finding in findings:
            if finding["severity"] != Severity.QUESTION:
                self._finding(finding)
        self._questions([finding for finding in findings if finding["severity"] == Severity.QUESTION])
        for ignored in record["ignored"]:
            said = f"{self._said(_IGNORED)} {ignored['code']}: {ignored['reason']}"
            self._aside(self._lines(ignored), said)
        for note in record["notes"]:
            self._aside(self._lines(note), note["message"])
        self.show()
        for family in FAMILIES:
            verdict = record["pitfalls"][family.key]["verdict"]
            line = Styled(f"  {self._said(family.title)}: ")
            line.append(self._said(_PITFALL_VERDICTS[verdict]), _STYLES[verdict])
            self.show(line)
        style = "bold green" if item.review.verdict is Verdict.READY else "bold red"
        self.show(Styled(f"\n{self._said(_verdict(item))} ({self._counts(findings)})\n", style))

    def _finding(self, finding: dict[str, Any]) -> None:
        """What is wrong, the line with its words marked, and what to write instead."""
        self._head(finding, f"{severity_word(Severity(finding['severity']), self.language)} {finding['code']}")
        if finding["text"]:
            text = Styled(f"{' ' * _MARGIN}{_shown(finding['text'])}", "dim")
            start, end = finding["span"]
            text.stylize("underline not dim", _MARGIN + start, _MARGIN + end)
            self.show(text)
            if self.marks_below and (start or end < len(finding["text"])):
                self.show(Styled(f"{' ' * (_MARGIN + start)}{'^' * max(end - start, 1)}"))
        self._suggestion(finding)

    def _questions(self, questions: list[dict[str, Any]]) -> None:
        """The questions, those of one rule together: what to do about them is the same, and said once."""
        if not questions:
            return
        self.show(Styled(f"\n  {self._said(_QUESTIONS)}", "bold"))
        by_code: dict[str, list[dict[str, Any]]] = {}
        for question in questions:
            by_code.setdefault(question["code"], []).append(question)
        for code, alike in by_code.items():
            for at, question in enumerate(alike):
                self._head(question, code, spaced=at == 0)
            self._suggestion(alike[0])

    def _head(self, finding: dict[str, Any], label: str, *, spaced: bool = True) -> None:
        place = f"{finding['line']}:{finding['column']}" if finding["line"] else self._said(_WHOLE)
        head = Styled(f"{chr(10) if spaced else ''}  {place}  ")
        head.append(label, _STYLES[finding["severity"]])
        head.append(f"  {_shown(finding['message'])}")
        self.show(head)

    def _suggestion(self, finding: dict[str, Any]) -> None:
        self.show(Styled(f"{' ' * _MARGIN}→ {_shown(finding['suggestion'])}"))

    def _aside(self, place: str, message: str) -> None:
        self.show(Styled(f"\n  {place}  {_shown(message)}", "dim"))

    def _lines(self, about: dict[str, Any]) -> str:
        """The line, the lines or the whole set something is about."""
        if not about["line"]:
            return self._said(_WHOLE)
        last = about.get("last_line", about["line"])
        return str(about["line"]) if last == about["line"] else f"{about['line']}-{last}"

    def _counts(self, findings: list[dict[str, Any]]) -> str:
        numbers = {severity: sum(it["severity"] == severity for it in findings) for severity in Severity}
        return ", ".join(self._said(_COUNTS[severity][n != 1]).format(n=n) for severity, n in numbers.items())

    def _said(self, text: Text) -> str:
        return text.in_language(self.language)


def _verdict(item: Checked) -> Text:
    """The verdict in words; a set with warnings may be used, but is not called ready without more ado."""
    warned = any(verdict is PitfallVerdict.AT_RISK for verdict in item.review.pitfalls.values())
    return _WITH_REMARKS if item.review.verdict is Verdict.READY and warned else _VERDICTS[item.review.verdict]


def _shown(text: str) -> str:
    """``text`` on one line and without what would steer the terminal, character for character."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text)
