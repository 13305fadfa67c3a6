"""How often the rules agree with people: sets of OKRs, labelled line by line, against what the checker says of them.

Run it as ``python -m evals.checks [--split dev|test] [--verbose]``. Rules are tuned on ``dev`` alone; ``test`` is
asked for its summary only. A label the catalogue has no rule for yet is left out, and so is what a labeller marked as
arguable (``may``).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.brief import read_brief
from assistant.formats.set_markdown import ReadSet, read_set_markdown
from assistant.okr import Language
from assistant.review import check
from assistant.rules.catalogue import catalogue
from assistant.rules.families import FAMILIES, family_of
from assistant.rules.rule import Anchor, Finding, Severity

DATA = Path(__file__).parent / "datasets" / "checks"
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
    """A labelled set beside what the checker said of it; codes without a rule are left out of all three."""

    labelled: Labelled
    right: frozenset[Remark]
    missed: frozenset[Remark]
    false: frozenset[Remark]
    errors: frozenset[Remark]


@dataclass(slots=True)
class Tally:
    """Counts of right, missed and false remarks."""

    right: int = 0
    missed: int = 0
    false: int = 0

    def row(self, name: str) -> str:
        """The counts as a line of a table, with precision and recall where there is something to divide by."""
        said, due = self.right + self.false, self.right + self.missed
        precision, recall = share_of(self.right, said), share_of(self.right, due)
        return f"{name:<16}{precision:>20}{recall:>20}{self.right:>7}{self.missed:>8}{self.false:>7}"


def share_of(part: int, whole: int) -> str:
    """A share with its 95 % interval: ``0.92 (0.80-0.97)``; a dash where there is nothing to divide by.

    The interval is Wilson's (1927), which holds for small counts and shares near one.
    """
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{part / whole:.2f} ({low:.2f}-{high:.2f})"


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Wilson's 95 % score interval of ``part`` among ``whole``, which is above zero."""
    share, z = part / whole, 1.959964
    middle = share + z * z / (2 * whole)
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    return max((middle - spread) / scale, 0.0), min((middle + spread) / scale, 1.0)


@dataclass(slots=True)
class Summary:
    """What the runs of a split add up to, errors and warnings apart from questions."""

    families: dict[tuple[str, str], Tally] = field(default_factory=dict)
    questions: dict[str, Tally] = field(default_factory=dict)
    codes: dict[str, Tally] = field(default_factory=dict)
    near_misses: Counter[str] = field(default_factory=Counter)
    good: int = 0
    false_errors: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        language = outcome.labelled.language
        questions = {rule.code for rule in catalogue() if rule.severity is Severity.QUESTION}
        for name, remarks in (("right", outcome.right), ("missed", outcome.missed), ("false", outcome.false)):
            for remark in remarks:
                tallies = [self.codes.setdefault(remark.code, Tally())]
                if remark.code in questions:
                    tallies.append(self.questions.setdefault(language, Tally()))
                else:
                    tallies.append(self.families.setdefault((family_of(remark.code).key, language), Tally()))
                for tally in tallies:
                    setattr(tally, name, getattr(tally, name) + 1)
        self.near_misses.update(remark.code for remark in outcome.false & outcome.labelled.near_misses)
        if outcome.labelled.good:
            self.good += 1
            self.false_errors += len(outcome.errors & outcome.false)

    def lines(self) -> Iterator[str]:
        """The summary as text."""
        yield f"{'':<16}{'precision (95 %)':>20}{'recall (95 %)':>20}{'right':>7}{'missed':>8}{'false':>7}"
        for family in FAMILIES:
            rows = [(language, self.families.get((family.key, language))) for language in Language]
            if any(tally for _, tally in rows):
                yield family.key
                yield from (tally.row(f"  {language}") for language, tally in rows if tally)
        if self.questions:
            yield "questions"
            rows = [(language, self.questions.get(language)) for language in Language]
            yield from (tally.row(f"  {language}") for language, tally in rows if tally)
        yield "by rule"
        yield from (tally.row(f"  {code}") for code, tally in sorted(self.codes.items()))
        per_document = f"{self.false_errors / self.good:.2f}" if self.good else "unscored"
        yield f"false errors per good document: {per_document} ({self.false_errors} in {self.good})"
        yield f"near misses flagged: {self.near_misses.total()} {dict(sorted(self.near_misses.items())) or ''}".rstrip()


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


def run(labelled: Labelled) -> Outcome:
    """Check one set and compare.

    The checker is not told the language: finding it out is part of the work.
    """
    implemented = {rule.code for rule in catalogue()}
    read = read_set_markdown(labelled.text)
    brief = None if labelled.brief is None else read_brief(labelled.brief)
    findings = check(read.okr_set, brief).findings
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


def _details(outcome: Outcome) -> Iterator[str]:
    lines = ["the set", *outcome.labelled.text.split("\n")]
    for word, remarks in (("missed", outcome.missed), ("false", outcome.false)):
        for remark in sorted(remarks):
            yield f"{word:<7}{remark.code}  {outcome.labelled.name}:{remark.line}  {lines[remark.line].strip()}"


def main(arguments: list[str] | None = None) -> int:
    """Print how well the rules agree with the labels."""
    parser = argparse.ArgumentParser(prog="python -m evals.checks", description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="dev", help="which sets (default: dev)")
    parser.add_argument(
        "--verbose", action="store_true", help="show each miss and false alarm with its line (dev only)"
    )
    options = parser.parse_args(arguments)
    if options.verbose and options.split == "test":
        parser.error("the test split is not to be looked at: tune on dev")
    summary = Summary()
    for labelled in load(options.split):
        outcome = run(labelled)
        summary.add(outcome)
        if options.verbose:
            sys.stdout.writelines(f"{line}\n" for line in _details(outcome))
    sys.stdout.writelines(f"{line}\n" for line in summary.lines())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
