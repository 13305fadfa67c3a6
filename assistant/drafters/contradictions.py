"""Figures that contradict each other: they are asked about, never chosen between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.brief import Statement
from assistant.drafters.facts import Fact, key_words, likeness
from assistant.drafters.made import Made
from assistant.language.line import Line
from assistant.okr import Basis, Language, Quantity


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more values the brief gives for one metric at one time.

    Attributes:
        name: The metric, in the words first used.
        words: Its telling words.
        values: The values as written.
        numbers: The values.
    """

    name: str
    words: frozenset[str]
    values: tuple[str, ...]
    numbers: frozenset[float]

    def concerns(self, metric: str, quantity: Quantity) -> bool:
        """Whether a value of a metric is one of those in doubt."""
        return quantity.value in self.numbers and likeness(key_words(metric), self.words) >= _ALIKE


_ALIKE = 0.99
"""All the telling words of the shorter name: «sykefraværet» and «sykefraværet i driften» may well differ, but ask."""


def contradictions(facts: list[Fact]) -> list[Contradiction]:
    """The metrics for which ``facts`` give different values in one unit, unless they are of different years."""
    found: list[Contradiction] = []
    facts = [fact for fact in facts if not fact.loose]
    for at, fact in enumerate(facts):
        rivals = [
            other
            for other in facts[at + 1 :]
            if other.measure.unit == fact.measure.unit
            and other.measure.value != fact.measure.value
            and other.statement.id != fact.statement.id
            and fact.words
            and likeness(fact.words, other.words) >= _ALIKE
            and (fact.year is None or other.year is None or fact.year == other.year)
        ]
        if rivals and not any(
            fact.text in known.values and likeness(fact.words, known.words) >= _ALIKE for known in found
        ):
            group = [fact, *rivals]
            values = tuple(dict.fromkeys(item.text for item in group))
            found.append(Contradiction(fact.name, fact.words, values, frozenset(item.measure.value for item in group)))
    return found


_DENIES = re.compile(r"(?:nei|nja|feil|no|nope|wrong|actually|faktisk)\b(?!\s+(?:more|less|fewer|one))", re.IGNORECASE)
"""How an answer opens that says otherwise: «nei den er 9 uker»."""


def denied_starts(made: Iterable[Made], statements: Sequence[Statement], language: Language) -> Iterator[Contradiction]:
    """The start values that the next to speak says are others: «nå er den 7 uker» – «nei den er 9 uker»."""
    answers = {one.id: other for one, other in pairwise(statements) if _DENIES.match(other.text)}
    for item in made:
        start, answer = item.key_result.baseline, answers.get(item.statement.id)
        if start is None or start.value is None or answer is None:
            continue
        metric = item.key_result.metric or ""
        line = Line(answer.text, language)
        for measure in line.measures:
            if measure.unit == start.unit and measure.value != start.value:
                said = line.text[measure.start : measure.end]
                numbers = frozenset((start.value, measure.value))
                yield Contradiction(metric, key_words(metric), (start.text, said), numbers)
                break


def contradicted_starts(made: Iterable[Made], facts: list[Fact]) -> Iterator[Contradiction]:
    """The start values that goals give themselves («skal aukast frå 34 %») and the brief tells otherwise («er 37 %»)."""
    for item in made:
        metric, start, goal = item.key_result.metric or "", item.key_result.baseline, item.key_result.target
        if start is None or start.value is None or start.basis is not Basis.SOURCE or item.also:
            continue
        words = key_words(metric)
        for fact in facts:
            same = fact.words == words and fact.measure.unit == start.unit and not fact.loose and fact.year is None
            other = fact.measure.value not in {start.value, goal.value if goal is not None else None}
            if words and same and other and fact.statement.id != item.statement.id:
                yield Contradiction(
                    metric, words, (start.text, fact.text), frozenset((start.value, fact.measure.value))
                )
