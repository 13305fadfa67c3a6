"""What ``okr check`` prints: for a person at a terminal, for programs, for code hosts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from assistant.formats.records import read_review_record, to_json
from assistant.review import Review

if TYPE_CHECKING:
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
        from assistant.formats.sarif import sarif_log

        click.echo(json.dumps(sarif_log(checked), ensure_ascii=False, indent=2))
    elif form == "github":
        for item in checked:
            record = item.record()
            for finding in record["findings"]:
                click.echo(_workflow_command(item.name, finding))
            for note in record["notes"]:
                where = f"file={_property(item.name)},line={note['line']},endLine={note['last_line']}"
                click.echo(f"::notice {where}::{_data(note['message'])}")
    else:
        from assistant.formats.review_page import print_reviews

        print_reviews(checked)


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
