"""A value a model sends, held against the brief: what it really rests on is found out in code.

A value is the leader's own (basis ``source``) only if the words quoted for it hold it, speak of what is measured, and
do not give it the other part: today's value is no target. It is ``derived`` if code comes to the same value from the
quoted words («halveres fra 28»). All else is ``proposed``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.brief import Brief, Statement
from assistant.drafters.facts import key_words
from assistant.drafters.quotes import Quoted, plain_quotes
from assistant.drafters.texts import ANAPHORA, tidy, tidy_value
from assistant.drafters.values import derived, read_values
from assistant.language.line import Line
from assistant.language.number_words import spelled
from assistant.okr import Basis, Bound, Language, Quantity

if TYPE_CHECKING:
    from assistant.drafters.answer import KeyResultAnswer, ValueAnswer

_ZERO = frozenset(("null", "zero"))
"""Numbers too, though a line that says nothing else has no number in it for a reader."""
_TELLING = frozenset(("strategy", "metrics"))
_SEVERAL = 2
_STEM = 5
"""Letters two forms of a word share: «fornyer», «fornyelse»."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A value that was held against the brief, and the words it was found in."""

    quantity: Quantity
    quoted: Quoted | None = None


class ValueGrounder:
    """Holds the values of key results against one brief."""

    def __init__(self, brief: Brief, language: Language, year: int | None) -> None:
        """Take the brief; nothing is read yet."""
        self.brief = brief
        self.language = language
        self.year = year

    def both(self, item: KeyResultAnswer) -> tuple[Grounded | None, Grounded | None]:
        """Today's value and the target of a key result, each with the basis it really has."""
        subject = tidy(f"{item.text} {item.metric or ''}")
        baseline = self._value(item.baseline, subject, None)
        start = baseline.quantity if baseline else None
        return baseline, self._value(item.target, subject, start, is_target=True)

    def _value(
        self, item: ValueAnswer | None, subject: str, start: Quantity | None, *, is_target: bool = False
    ) -> Grounded | None:
        """A value read by code from how it is written, with the basis it really has."""
        if item is None or not (text := tidy_value(item.text)):
            return None
        quantity = self._read(text, item)
        if item.quote and item.basis == "source":
            for quoted in plain_quotes(self.brief, item.quote):
                basis = self._basis(quantity, quoted, subject, start, is_target=is_target)
                if basis is not Basis.PROPOSED:
                    return Grounded(replace(quantity, basis=basis, quote=quoted.citation.quote), quoted)
        return Grounded(quantity)

    def _basis(
        self, quantity: Quantity, quoted: Quoted, subject: str, start: Quantity | None, *, is_target: bool
    ) -> Basis:
        """What a value rests on, when these words of the brief are quoted for it."""
        if not _speaks_of(subject, quoted) or self._is_of_another(subject, quoted):
            return Basis.PROPOSED
        in_words = not any(char.isdecimal() for char in quantity.text)
        if quoted.holds(quantity.value, quantity.text, quantity.unit, self.language, self.year) or (
            in_words and quoted.holds(None, quantity.text, None, self.language, self.year)
        ):
            is_other = self._is_the_other(quantity, quoted, is_target=is_target)
            return Basis.PROPOSED if is_other or not self._has_unit(quantity, quoted) else Basis.SOURCE
        return Basis.DERIVED if is_target and self._is_worked_out(quantity, start, quoted) else Basis.PROPOSED

    def _read(self, text: str, item: ValueAnswer) -> Quantity:
        measures = Line(text, self.language, self.year).measures
        measure = measures[-1] if measures else None
        in_words = self._spelled(text)
        if measure is not None and in_words is not None and measure.first == 0 and in_words > measure.value:
            measure = None  # of «two hundred and four» only the first word is read as a measure
        return Quantity(
            text=text if measure is None else text[measure.start : measure.end],
            value=measure.value if measure else in_words,
            unit=None
            if measure is None and in_words is None
            else (measure and measure.unit) or tidy(item.unit) or None,
            bound=(measure.bound if measure else None) or (Bound(item.bound) if item.bound else None),
        )

    def _spelled(self, text: str) -> float | None:
        """The number that a value opens with in words, whatever stands behind it: «tre», «one hundred and forty»."""
        if text.lower() in _ZERO:
            return 0.0
        return spelled(Line(text, self.language, self.year).words, 0, self.language)

    def _is_of_another(self, subject: str, quoted: Quoted) -> bool:
        """Whether the quoted words share only common words with the key result, and another change of the brief is its own.

        «Delen kundar som får svar» and «delen fiberkundar som seier opp» share «kundar», which much of the brief has.
        Words that point back («no more than 60 of them») speak of what stands before them, so that one is no rival.
        """
        if any(item.cells for item in quoted.statements):
            return False
        own = key_words(subject)
        shared = _shared(own, _told(quoted.statements))
        everywhere = [item for item in self.brief.statements if item.field in _TELLING and not item.excluded]
        if any(sum(word[:_STEM] in it.text.lower() for it in everywhere) < _SEVERAL for word in shared):
            return False
        points_back = not ANAPHORA.isdisjoint(Line(quoted.citation.quote, self.language).words)
        for at, rival in enumerate(everywhere):
            if rival in quoted.statements or (
                points_back and any(it in quoted.statements for it in everywhere[at + 1 : at + 3])
            ):
                continue
            better = _shared(own, _told((rival,)))
            if (
                len(better - shared) >= _SEVERAL
                and shared <= better
                and Line(rival.text, self.language, self.year).measures
            ):
                return True
        return False

    def _is_the_other(self, quantity: Quantity, quoted: Quoted, *, is_target: bool) -> bool:
        """Whether the brief gives this value as today's where it is said to be the target, or the other way round."""
        for statement in quoted.statements:
            start, goal = read_values(Line(statement.text.rstrip(" ."), self.language, self.year), statement.text)
            wrong, right = (start, goal) if is_target else (goal, start)
            if wrong is not None and right is not None and _same(wrong, quantity) and not _same(right, quantity):
                return True
        return False

    def _has_unit(self, quantity: Quantity, quoted: Quoted) -> bool:
        """Whether the brief gives the value in its unit; a unit it gives apart from the number stands in its words."""
        if quantity.unit is None or quantity.value is None:
            return True
        units = {it.unit for it in quoted.measures(self.language, self.year) if math.isclose(it.value, quantity.value)}
        return units != {None} or any(quantity.unit.lower() in item.text.lower() for item in quoted.statements)

    def _is_worked_out(self, quantity: Quantity, start: Quantity | None, quoted: Quoted) -> bool:
        """Whether code comes to the same value from the quoted statement, and from a start value the brief gives."""
        known = start if start is not None and start.basis is not Basis.PROPOSED else None
        found = (derived(it.text, self.language, self.year, known) for it in quoted.statements)
        return any(pair is not None and _same(pair[1], quantity) for pair in found)


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value is not None and other.value is not None and math.isclose(one.value, other.value)


def _told(statements: tuple[Statement, ...]) -> str:
    """The statements, with what they stand under."""
    return " ".join(
        " ".join((item.text, item.section or "", item.lead or "", *(heading for heading, _ in item.cells)))
        for item in statements
    ).lower()


def _shared(words: frozenset[str], told: str) -> frozenset[str]:
    """Those of the words that stand in what is told in some form, also as the end of a compound: «fiberkundar»."""
    others = key_words(told)
    return frozenset(word for word in words if word[:_STEM] in told or any(it[:_STEM] in word for it in others))


def _speaks_of(subject: str, quoted: Quoted) -> bool:
    """Whether the quoted statements, or what they stand under, have a word of the key result in some form."""
    told = _told(quoted.statements)
    words = key_words(subject)
    return (
        not words
        or any(word[:_STEM] in told for word in words)
        or any(word[:_STEM] in subject.lower() for word in key_words(told))
    )
