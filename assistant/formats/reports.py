"""What ``okr check`` prints: for a person at a terminal, for programs, for code hosts."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from assistant.formats.records import read_review_record, to_json
from assistant.review import PitfallVerdict, Review, Verdict
from assistant.rules.families import FAMILIES
from assistant.rules.rule import Severity, Text
from assistant.rules.wording import severity_word

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from assistant.formats.set_parts import ReadSet
    from assistant.okr import Language


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that has been checked.

    Attributes:
        name: The file's name as given.
        read: The set read from it.
        review: What the rules say.
        language: The language of the remarks.
    """

    name: str
    read: ReadSet
    review: Review
    language: Language

    def record(self) -> dict[str, Any]:
        """The review as the contract has it."""
        return read_review_record(self.review, self.read, self.language, self.name)


def report(checked: Sequence[Checked], form: str) -> None:
    """Print the reviews of one or more files as ``text``, ``json``, ``sarif`` or ``github``."""
    if form == "json":
        records = [item.record() for item in checked]
        click.echo(to_json(records[0] if len(records) == 1 else records))
    elif form == "sarif":
        click.echo(json.dumps(_sarif(checked), ensure_ascii=False, indent=2))
    elif form == "github":
        for item in checked:
            record = item.record()
            for finding in record["findings"]:
                click.echo(_workflow_command(item.name, finding))
            for note in record["notes"]:
                where = f"file={_property(item.name)},line={note['line']},endLine={note['last_line']}"
                click.echo(f"::notice {where}::{_data(note['message'])}")
    else:
        _print(checked)


# --- for a person ------------------------------------------------------------------------------------------------

_VERDICTS = {
    Verdict.READY: Text(nb="Klart til bruk", nn="Klart til bruk", en="Ready to use"),
    Verdict.NEEDS_WORK: Text(nb="Trenger mer arbeid", nn="Treng meir arbeid", en="Needs work"),
}
_WITH_REMARKS = Text(
    nb="Ingen feil, men se merknadene", nn="Ingen feil, men sjå merknadene", en="No errors, but see the remarks"
)
_PITFALL_VERDICTS = {
    "clear": Text(nb="ingenting å utsette", nn="ingenting å utsetje", en="nothing found"),
    "at_risk": Text(nb="i faresonen", nn="i faresona", en="at risk"),
    "unknown": Text(nb="kan ikke ses av teksten", nn="kan ikkje sjåast av teksten", en="cannot be told from the text"),
}
_IGNORED = Text(nb="Oversett", nn="Sett bort frå", en="Ignored")
_WHOLE = Text(nb="hele settet", nn="heile settet", en="the whole set")
_STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "question": "cyan",
    "clear": "green",
    "at_risk": "yellow",
    "unknown": "cyan",
}


def _print(checked: Sequence[Checked]) -> None:
    from rich.console import Console
    from rich.text import Text as Styled

    console = Console(soft_wrap=True, highlight=False)
    for item in checked:
        record = item.record()
        console.print(Styled(_shown(item.name), "bold"))
        for finding in record["findings"]:
            _print_finding(console.print, finding, item.language, underlined=console.is_terminal)
        for ignored in record["ignored"]:
            _print_aside(console.print, _lines(ignored, item.language), _ignored(ignored, item.language))
        for note in record["notes"]:
            _print_aside(console.print, _lines(note, item.language), note["message"])
        console.print()
        for family in FAMILIES:
            pitfall = record["pitfalls"][family.key]
            line = Styled("  ")
            line.append(f"{family.title.in_language(item.language)}: ")
            line.append(_PITFALL_VERDICTS[pitfall["verdict"]].in_language(item.language), _STYLES[pitfall["verdict"]])
            console.print(line)
        style = "bold green" if item.review.verdict is Verdict.READY else "bold red"
        console.print(Styled(f"\n{_verdict(item).in_language(item.language)}\n", style))


def _verdict(item: Checked) -> Text:
    """The verdict in words; a set with warnings may be used, but is not called ready without more ado."""
    warned = any(verdict is PitfallVerdict.AT_RISK for verdict in item.review.pitfalls.values())
    return _WITH_REMARKS if item.review.verdict is Verdict.READY and warned else _VERDICTS[item.review.verdict]


def _shown(text: str) -> str:
    """``text`` on one line and without what would steer the terminal, character for character."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text)


def _print_finding(
    show: Callable[[Styled], None], finding: dict[str, Any], language: Language, *, underlined: bool
) -> None:
    from rich.text import Text as Styled

    place = f"{finding['line']}:{finding['column']}" if finding["line"] else _WHOLE.in_language(language)
    head = Styled(f"\n  {place}  ")
    head.append(
        f"{severity_word(Severity(finding['severity']), language)} {finding['code']}", _STYLES[finding["severity"]]
    )
    head.append(f"  {_shown(finding['message'])}")
    show(head)
    if finding["text"]:
        text = Styled(f"      {_shown(finding['text'])}", "dim")
        start, end = finding["span"]
        text.stylize("underline not dim", 6 + start, 6 + end)
        show(text)
        if not underlined and (start or end < len(finding["text"])):
            show(Styled(f"      {' ' * start}{'^' * max(end - start, 1)}"))
    show(Styled(f"      → {_shown(finding['suggestion'])}"))


def _lines(about: dict[str, Any], language: Language) -> str:
    """The line, the lines or the whole set something is about."""
    if not about["line"]:
        return _WHOLE.in_language(language)
    last = about.get("last_line", about["line"])
    return str(about["line"]) if last == about["line"] else f"{about['line']}-{last}"


def _ignored(finding: dict[str, Any], language: Language) -> str:
    return f"{_IGNORED.in_language(language)} {finding['code']}: {finding['reason']}"


def _print_aside(show: Callable[[Styled], None], place: str, message: str) -> None:
    from rich.text import Text as Styled

    show(Styled(f"\n  {place}  {_shown(message)}", "dim"))


# --- for code hosts ----------------------------------------------------------------------------------------------

_LEVELS = {"error": "error", "warning": "warning", "question": "notice"}


def _workflow_command(file: str, finding: dict[str, Any]) -> str:
    """A GitHub workflow command; its values are escaped so that no text can end one or begin another."""
    where = f"file={_property(file)}"
    if finding["line"]:
        where += f",line={finding['line']},col={finding['column']}"
    title = _property(f"{finding['code']} {finding['name']}")
    return f"::{_LEVELS[finding['severity']]} {where},title={title}::{_data(finding['message'] + ' ' + finding['suggestion'])}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(checked: Sequence[Checked]) -> dict[str, Any]:
    from urllib.parse import quote

    from assistant.rules.catalogue import catalogue

    language = checked[0].language
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for item in checked:
        uri, record = quote(os.fsencode(item.name)), item.record()
        # Where some results are suppressed, all say whether they are.
        none: dict[str, Any] = {"suppressions": []} if record["ignored"] else {}
        results += [{**_sarif_result(uri, finding), **none} for finding in record["findings"]]
        results += [
            {**_sarif_result(uri, finding), "suppressions": [{"kind": "inSource", "justification": finding["reason"]}]}
            for finding in record["ignored"]
        ]
        notifications += [_sarif_notification(uri, note) for note in record["notes"]]
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.name},
            "help": {"text": (rule.check.__doc__ or rule.name).strip()},
        }
        for rule in catalogue()
    ]
    driver = {"name": "okr-assistant", "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": language.value,
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
                "results": results,
            }
        ],
    }


def _sarif_result(uri: str, finding: dict[str, Any]) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if finding["line"]:
        location["region"] = {
            "startLine": finding["line"],
            "startColumn": finding["column"],
            "endColumn": finding["end_column"],
        }
    return {
        "ruleId": finding["code"],
        "level": {"error": "error", "warning": "warning", "question": "note"}[finding["severity"]],
        "message": {"text": f"{finding['message']} {finding['suggestion']}"},
        "locations": [{"physicalLocation": location}],
    }


def _sarif_notification(uri: str, note: dict[str, Any]) -> dict[str, Any]:
    region = {"startLine": note["line"], "endLine": note["last_line"]}
    return {
        "level": "note",
        "message": {"text": note["message"]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
