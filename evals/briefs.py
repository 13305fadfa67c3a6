"""Scoring drafts of the brief corpus: is every number grounded, every quote verbatim, every goal carried over?

Run it as ``python -m evals.briefs [--split dev|test] [--verbose]``. The expectations were labelled by reading the
briefs; the ``test`` split is for reporting only and is never tuned on.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.brief import Brief
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafting import Draft, draft
from assistant.formats.briefs import read_brief_text
from assistant.formats.decoding import BRIEF_LIMIT, decode
from assistant.language.folding import comparable
from assistant.okr import Basis, KeyResult, Quantity

DATA = Path(__file__).parent / "datasets" / "briefs"
HARD = ("value not in its quote", "quote not verbatim", "forbidden value", "not a goal", "work as a key result")
"""Kinds of failure that must not happen at all."""


@dataclass(slots=True)
class Score:
    """What was expected, what was there, and what was wrong, by kind."""

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str, str]] = field(default_factory=list)

    def fail(self, brief: str, kind: str, detail: str) -> None:
        """Note a failure."""
        self.failures.append((brief, kind, detail))

    def expect(self, kind: str, brief: str, detail: str, *, met: bool) -> None:
        """Count an expectation, and note it when it is not met."""
        self.expected[kind] += 1
        self.found[kind] += met
        if not met:
            self.fail(brief, kind, detail)


def names(split: str) -> list[str]:
    """The briefs of a split."""
    found: list[str] = json.loads((DATA / "split.json").read_text(encoding="utf-8"))[split]
    return found


def load(name: str) -> tuple[Brief, dict[str, Any]]:
    """A brief and what is expected of its draft."""
    file = next(path for path in sorted(DATA.glob(f"{name}.*")) if not path.name.endswith(".expect.json"))
    brief = read_brief_text(decode(file.read_bytes(), BRIEF_LIMIT), name=file.name)
    return brief, json.loads((DATA / f"{name}.expect.json").read_text(encoding="utf-8"))


def values_of(item: KeyResult) -> list[Quantity]:
    """The quantities of a key result."""
    return [value for value in (item.baseline, item.target, item.long_term) if value is not None]


def _plain(text: str) -> str:
    return " ".join(comparable(text).lower().split())


def score_draft(name: str, brief: Brief, made: Draft, expected: dict[str, Any], score: Score) -> None:
    """Score one draft against what its brief expects."""
    _score_grounding(name, brief, made, expected, score)
    _score_changes(name, made, expected, score)
    _score_texts(name, made, expected, score)
    period = made.okr_set.period
    wanted = expected.get("period")
    same = (
        (period is None)
        if not wanted
        else period is not None
        and period.start.isoformat() == wanted["start"]
        and period.end.isoformat() == wanted["end"]
    )
    score.expect("period", name, f"{wanted} got {period}", met=same)
    score.expect(
        "language", name, f"{expected['language']} got {brief.language}", met=brief.language == expected["language"]
    )
    limit = min(3, expected.get("max_objectives") or 3)
    score.expect(
        "objectives within limit",
        name,
        str(len(made.okr_set.objectives)),
        met=1 <= len(made.okr_set.objectives) <= limit,
    )
    if expected.get("contradictions"):
        asked = any(
            "gjelder" in question.text or "gjeld?" in question.text or "holds?" in question.text
            for question in made.questions
        )
        score.expect("contradiction asked about", name, str(expected["contradictions"]), met=asked)


def _score_grounding(name: str, brief: Brief, made: Draft, expected: dict[str, Any], score: Score) -> None:
    forbidden = {float(value) for value in expected.get("forbidden_values", []) if isinstance(value, int | float)}
    for objective in made.okr_set.objectives:
        for citation in objective.sources:
            source = brief.sources.get(citation.field, "")
            slice_ = source[citation.start : citation.end] if citation.start is not None else ""
            score.expect(
                "quote verbatim", name, citation.quote, met=comparable(slice_) == comparable(citation.quote) != ""
            )
        for item in objective.key_results:
            for value in values_of(item):
                held = value.basis is Basis.DERIVED or (
                    value.quote is not None and _plain(value.text) in _plain(value.quote)
                )
                score.expect("value in its quote", name, f"{value.text} / {value.quote}", met=held)
                if value.value in forbidden:
                    score.fail(name, "forbidden value", f"{value.text} in {item.text}")


def _score_changes(name: str, made: Draft, expected: dict[str, Any], score: Score) -> None:
    results = [item for objective in made.okr_set.objectives for item in objective.key_results]
    for change in expected.get("changes", []):
        kind = "change (hard)" if change.get("hard") else "change"
        met = any(_carries(item, change) for item in results)
        score.expect(kind, name, json.dumps(change, ensure_ascii=False), met=met)


def _carries(item: KeyResult, change: dict[str, Any]) -> bool:
    goal = item.long_term if change.get("long_term") else item.target
    return (
        _same(item.baseline, change.get("baseline")) and _same(goal, change.get("target")) and _same_day(item, change)
    )


def _same_day(item: KeyResult, change: dict[str, Any]) -> bool:
    wanted = change.get("deadline")
    if wanted is None:
        return True
    day = item.long_term.deadline if change.get("long_term") and item.long_term else item.deadline
    return day is not None and day.isoformat() == wanted


def _same(value: Quantity | None, wanted: float | str | None) -> bool:
    if wanted is None:
        return True
    if value is None:
        return False
    if isinstance(wanted, str):
        return (
            _plain(wanted) in _plain(value.text)
            or _plain(value.text) in _plain(wanted)
            or (value.quote is not None and value.value is None and _plain(wanted) in _plain(value.quote))
        )
    return value.value is not None and abs(value.value - float(wanted)) < 1e-6


def _score_texts(name: str, made: Draft, expected: dict[str, Any], score: Score) -> None:
    objectives = made.okr_set.objectives
    results = [_plain(item.text) for objective in objectives for item in objective.key_results]
    initiatives = [_plain(item) for objective in objectives for item in objective.initiatives]
    quoted = " ".join(_plain(citation.quote) for objective in objectives for citation in objective.sources)
    texts = results + [_plain(objective.text) for objective in objectives]
    asked = " ".join(_plain(question.text) for question in made.questions)
    for fragment in expected.get("open_priorities", []):
        words = _plain(fragment)
        met = words in quoted or any(_alike(words, text) for text in texts) or _alike(words, asked)
        score.expect("open priority", name, fragment, met=met)
    for fragment in expected.get("work", []):
        words = _plain(fragment)
        score.expect("work as initiative", name, fragment, met=any(_alike(words, text) for text in initiatives))
        if any(_alike(words, text) for text in results):
            score.fail(name, "work as a key result", fragment)
    for fragment in expected.get("not_goals", []):
        if any(_alike(_plain(fragment), text) for text in texts) or any(
            _alike(_plain(fragment), text) for text in initiatives
        ):
            score.fail(name, "not a goal", fragment)


def _alike(fragment: str, text: str) -> bool:
    words = set(re.findall(r"\w{3,}", fragment))
    return bool(words) and len(words & set(re.findall(r"\w{3,}", text))) / len(words) >= 0.75


def main() -> None:
    """Draft every brief of a split and print what was carried over and what was not."""
    parser = argparse.ArgumentParser(description="Score drafts made without a model.")
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--verbose", action="store_true", help="Print each failure.")
    chosen = parser.parse_args()
    score = Score()
    for name in names(chosen.split):
        brief, expected = load(name)
        score_draft(name, brief, draft(brief, ExtractiveDrafter()), expected, score)
    for kind in sorted(score.expected):
        print(f"{kind:28} {score.found[kind]:4} of {score.expected[kind]:4}")
    for kind in HARD:
        print(f"{kind:28} {sum(failure[1] == kind for failure in score.failures):4}")
    if chosen.verbose:
        for failure in score.failures:
            print(" | ".join(failure))


if __name__ == "__main__":
    main()
