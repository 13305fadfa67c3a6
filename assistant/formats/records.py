"""Sets, reviews and drafts as the JSON of the contract."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from assistant.formats.notes import notes
from assistant.review import PitfallVerdict, Review
from assistant.rules.families import FAMILIES, family_of
from assistant.rules.rule import Anchor, Finding
from assistant.rules.wording import message, rules_by_code, suggestion

if TYPE_CHECKING:
    from assistant.drafting import Draft
    from assistant.formats.set_parts import Place, ReadSet
    from assistant.okr import Language, OkrSet

Places = Mapping[tuple[str, Anchor], "Place"]


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - whatever JSON can hold, a return for each kind
    """Dataclasses, dates and enumerations as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def to_json(record: object) -> str:
    """A record as JSON text, letters as they are."""
    return json.dumps(record, ensure_ascii=False, indent=2)


def item_text(okr_set: OkrSet, path: str) -> str | None:
    """The text of the item at ``path``, or ``None`` for the set."""
    parts = path.split("/")
    if len(parts) < 3:
        return None
    objective = okr_set.objectives[int(parts[2])]
    return objective.key_results[int(parts[4])].text if len(parts) > 4 else objective.text


def place_of(finding: Finding, places: Places) -> Place | None:
    """Where the line a finding is about stands in its file, if it came from one."""
    return places.get((finding.path, finding.anchor)) or places.get((finding.path, Anchor.TEXT))


def finding_record(finding: Finding, okr_set: OkrSet, places: Places, language: Language) -> dict[str, Any]:
    """A finding as the contract has it; lines and columns count from 1 and are null for the set as a whole.

    ``end_column`` is that behind the last character: marks that are no part of the text may lie between.
    """
    place = place_of(finding, places)
    text = place.text if place else item_text(okr_set, finding.path)
    span = finding.span if finding.span is not None else ((0, len(text)) if text is not None else None)
    return {
        "code": finding.code,
        "name": rules_by_code()[finding.code].name,
        "pitfall": family_of(finding.code).key,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": place.line if place else None,
        "column": place.column_of(span[0]) if place and span else None,
        "end_column": place.column_of(max(span[1] - 1, span[0])) + 1 if place and span else None,
        "text": text,
        "span": list(span) if span else None,
        "message": message(finding, language),
        "suggestion": suggestion(finding, language),
    }


def review_record(
    review: Review, okr_set: OkrSet, places: Places, language: Language, file: str | None = None
) -> dict[str, Any]:
    """A review as the contract has it: findings sorted by line, column and code, those of the whole set last."""
    findings = _sorted_records(review.findings, okr_set, places, language)
    pitfalls: dict[str, dict[str, str]] = {}
    for family in FAMILIES:
        verdict = review.pitfalls[family.key]
        pitfalls[family.key] = {"verdict": verdict.value}
        if verdict is PitfallVerdict.UNKNOWN:
            pitfalls[family.key]["question"] = family.question.in_language(language)
    head = {} if file is None else {"file": file}
    return {
        **head,
        "language": review.language.value,
        "verdict": review.verdict.value,
        "pitfalls": pitfalls,
        "findings": findings,
    }


def _sorted_records(
    findings: Iterable[Finding], okr_set: OkrSet, places: Places, language: Language
) -> list[dict[str, Any]]:
    records = [finding_record(finding, okr_set, places, language) for finding in findings]
    records.sort(key=lambda item: (item["line"] is None, item["line"] or 0, item["column"] or 0, item["code"]))
    return records


def read_review_record(review: Review, read: ReadSet, language: Language, file: str | None = None) -> dict[str, Any]:
    """The review of a set that was read from a file, with what there is to say of its lines.

    ``ignored`` holds the findings that comments in the file ask to ignore, each with its ``reason``; ``notes`` the lines
    that were not read as part of the set and the comments that do nothing.
    """
    asked = read.ignored()
    ignored = _sorted_records(review.ignored, read.okr_set, read.places, language)
    return {
        **review_record(review, read.okr_set, read.places, language, file),
        "ignored": [{**record, "reason": asked[record["path"], record["code"]].reason} for record in ignored],
        "notes": plain(notes(read, review, language)),
    }


def draft_record(draft: Draft) -> dict[str, Any]:
    """A draft as the contract has it."""
    return {
        "okr_set": plain(draft.okr_set),
        "review": review_record(draft.review, draft.okr_set, {}, draft.review.language),
        "questions": plain(draft.questions),
        "provenance": plain(draft.provenance),
    }
