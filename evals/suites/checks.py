"""How often the rules agree with people: sets of OKRs, labelled line by line, against what the checker says of them.

Rules are tuned on ``dev`` alone; of ``test`` nothing is shown but sums. A label the catalogue has no rule for yet is
left out, and so is what a labeller marked as arguable (``may``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.brief import read_brief
from assistant.formats.set_markdown import ReadSet, read_set_markdown
from assistant.review import check
from assistant.rules.catalogue import catalogue, rule_of
from assistant.rules.families import family_of
from assistant.rules.profile import Profile
from assistant.rules.rule import Anchor, Finding, Severity
from evals.expectations import SPLITS
from evals.marks import Mark
from evals.running import Suite, SuiteCase, Told

DATA = Path(__file__).parents[1] / "datasets" / "checks"
"""Where the labelled sets lie."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark on one line; line 0 stands for the set as a whole."""

    line: int
    code: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set that people have labelled.

    Attributes:
        name: Its file's name.
        text: The Markdown.
        brief: The strategy it serves, where there is one.
        language: The language it is written in.
        good: Whether it is meant to be free of errors.
        expected: The remarks it should get.
        arguable: Remarks that are right either way.
        near_misses: Remarks it must not get, though it comes close.
    """

    name: str
    text: str
    brief: str | None
    language: str
    good: bool
    expected: frozenset[Remark]
    arguable: frozenset[Remark]
    near_misses: frozenset[Remark]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A labelled set beside what the checker said of it; codes without a rule are left out of all of it."""

    labelled: Labelled
    right: frozenset[Remark]
    missed: frozenset[Remark]
    false: frozenset[Remark]
    errors: frozenset[Remark]


def checks(splits: Sequence[str] = SPLITS, profile: Profile | None = None) -> Suite[Labelled, Outcome]:
    """The suite: every labelled set, checked."""

    async def run(labelled: Labelled) -> Outcome:
        return check_labelled(labelled, profile)

    return Suite(
        key="checks",
        cases=[
            SuiteCase(name=it.name, language=it.language, given=it, source=it.text, hidden=split == "test")
            for split in splits
            for it in load(split)
        ],
        run=run,
        scorers=[Labels()],
        tell=_tell,
    )


def load(split: str, data: Path = DATA) -> list[Labelled]:
    """The labelled sets of a split, in the order of ``split.json``.

    Raises:
        KeyError: There is no such split.
    """
    names = json.loads((data / "split.json").read_text(encoding="utf-8"))[split]
    near_misses = json.loads((data / "near_misses.json").read_text(encoding="utf-8"))
    return [_read(data / f"{name}.md", near_misses.get(name, [])) for name in names]


def _read(file: Path, near_misses: list[dict[str, Any]]) -> Labelled:
    brief = file.with_suffix(".brief.md")
    labels = json.loads(file.with_suffix(".labels.json").read_text(encoding="utf-8"))
    lines = [*labels["labels"], {"line": 0, **labels["set"]}]
    return Labelled(
        name=file.stem,
        text=file.read_text(encoding="utf-8"),
        brief=brief.read_text(encoding="utf-8") if brief.is_file() else None,
        language=labels["language"],
        good=labels["quality"] == "good",
        expected=_remarks(lines, "expect"),
        arguable=_remarks(lines, "may"),
        near_misses=frozenset(Remark(item["line"] or 0, item["code"]) for item in near_misses),
    )


def _remarks(lines: Iterable[dict[str, Any]], kind: str) -> frozenset[Remark]:
    return frozenset(Remark(line["line"], code) for line in lines for code in line[kind])


def check_labelled(labelled: Labelled, profile: Profile | None = None) -> Outcome:
    """Check one set and compare.

    The checker is not told the language: finding it out is part of the work.
    """
    implemented = {rule.code for rule in catalogue()}
    read = read_set_markdown(labelled.text)
    brief = None if labelled.brief is None else read_brief(labelled.brief)
    findings = check(read.okr_set, brief, profile).findings
    said = frozenset(_remark(finding, read) for finding in findings)
    expected = frozenset(remark for remark in labelled.expected if remark.code in implemented)
    # A remark that may stand on another line than the expected one («the rhythm line or the set») says the same there.
    elsewhere = {remark.code for remark in said & labelled.arguable}
    right = expected & said | {remark for remark in expected - said if remark.code in elsewhere}
    return Outcome(
        labelled=labelled,
        right=right,
        missed=expected - right,
        false=said - expected - labelled.arguable,
        errors=frozenset(_remark(finding, read) for finding in findings if finding.severity is Severity.ERROR),
    )


def _remark(finding: Finding, read: ReadSet) -> Remark:
    """The finding as a remark on the line it points at, or on its item's line where that line is missing."""
    if not finding.path and finding.anchor is Anchor.TEXT:
        return Remark(0, finding.code)
    places = read.places
    place = places.get((finding.path, finding.anchor), places.get((finding.path, Anchor.TEXT)))
    return Remark(0 if place is None else place.line, finding.code)


class Labels:
    """Marks by the labels: each that was to be found, each remark that was made, each near miss, each good set.

    The share of the first is the recall of a family of rules, that of the second its precision; questions are counted
    apart from errors and warnings.
    """

    key = "labels"

    def marks(self, made: Outcome) -> tuple[Mark, ...]:
        """The marks of one set."""
        return tuple(self._marks(made))

    def _marks(self, made: Outcome) -> Iterator[Mark]:
        lines = ["the set", *made.labelled.text.split("\n")]
        for kind, passed, remarks, expected, got in (
            ("found", True, made.right, "", ""),
            ("found", False, made.missed, "a remark", "none"),
            ("right", True, made.right, "", ""),
            ("right", False, made.false, "no remark", "a remark"),
        ):
            for remark in sorted(remarks):
                words = f"{expected}: {lines[remark.line].strip()}" if expected else ""
                yield Mark(f"{_group(remark.code)} {kind}", _name(remark), passed, words, got)
        for remark in sorted(made.labelled.near_misses):
            words = f"no remark: {lines[remark.line].strip()}"
            yield Mark("near misses left alone", _name(remark), remark not in made.false, words)
        if made.labelled.good:
            wrong = sorted(_name(remark) for remark in made.errors & made.false)
            yield Mark("good sets without a false error", "set", not wrong, "no error", ", ".join(wrong))


def _group(code: str) -> str:
    rule = rule_of(code)
    return "questions" if rule is not None and rule.severity is Severity.QUESTION else family_of(code).key


def _name(remark: Remark) -> str:
    return f"{remark.code}@{remark.line}"


def _tell(made: Outcome) -> Told:
    said = sorted(made.right | made.false)
    return Told(made="\n".join(f"{it.code}  line {it.line or '-'}" for it in said) or "no remark")
