"""Reviews in the form code hosts and editors read: SARIF 2.1.0."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from assistant.rules.catalogue import catalogue

if TYPE_CHECKING:
    from assistant.formats.reports import Checked


def sarif_log(checked: Sequence[Checked]) -> dict[str, Any]:
    """The reviews as one SARIF 2.1.0 log, whose regions count characters as the reviews do.

    Source: OASIS, Static Analysis Results Interchange Format, version 2.1.0.
    """
    language = checked[0].language
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for item in checked:
        uri, record = quote(os.fsencode(item.name)), item.record()
        # Where some results are suppressed, all say whether they are.
        none: dict[str, Any] = {"suppressions": []} if record["ignored"] else {}
        results += [{**_result(uri, finding), **none} for finding in record["findings"]]
        results += [
            {**_result(uri, finding), "suppressions": [{"kind": "inSource", "justification": finding["reason"]}]}
            for finding in record["ignored"]
        ]
        notifications += [_notification(uri, note) for note in record["notes"]]
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


def _result(uri: str, finding: dict[str, Any]) -> dict[str, Any]:
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


def _notification(uri: str, note: dict[str, Any]) -> dict[str, Any]:
    region = {"startLine": note["line"], "endLine": note["last_line"]}
    return {
        "level": "note",
        "message": {"text": note["message"]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
