"""Sets of OKRs put together from the lines of the sound and the labelled sets, one edit after another."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from assistant.brief import Brief
from assistant.formats.sets import read_set_text
from assistant.okr import Basis, Citation, KeyResult, Language, Level, Objective, OkrSet, Period, Quantity
from tests.rules.documents import DOCUMENTS, sound
from tests.rules.seeds import SEEDS

PERIODS = (
    None,
    Period(label="T1 2026", start=date(2026, 1, 1), end=date(2026, 4, 30)),
    Period(label="Q3 2026", start=date(2026, 7, 1), end=date(2026, 9, 30)),
    Period(label="2027", start=date(2027, 1, 1), end=date(2027, 12, 31)),
)
OWNERS = (
    None,
    None,
    "alle",
    "teamet",
    "TBD",
    "Kari Moen, kundedirektør",
    "IT",
    "Ola, Per og Kari",
    "CEO",
    "Tikk Haugesund",
    "Salesforce",
)
NAMES = ("Kari Moen", "Haugesund", "Salesforce", "Tikk", "Mandag")
"""Names that an owner, another line or a strategy may hold, or none of them."""


def _quantity(dice: random.Random) -> Quantity | None:
    """A value as a drafter gives it, or none."""
    value = dice.choice([None, None, 0.0, 4.5, 11.0, 45.0, 60.0])
    if value is None:
        return None
    basis = dice.choice(list(Basis))
    quote = f"Vi skal nå {value:g} % i år" if basis is Basis.SOURCE else None
    return Quantity(text=f"{value:g} %", value=value, unit="%", basis=basis, quote=quote)


@cache
def _sets() -> list[OkrSet]:
    """Every set to take lines from: the documents, and the sound sets with a fault."""
    planted = [seed.planted(sound(language).text, language) for seed in SEEDS for language in Language]
    return [document.okr_set for document in DOCUMENTS] + [read_set_text(text).okr_set for text in planted]


class Generator:
    """Makes sets: each a few edits from the one before, so that most of it stays as it was.

    A key result or an objective keeps what its own document gave it; its owner, values and neighbours come from
    anywhere. The same seed makes the same sets.
    """

    def __init__(self, seed: int, brief: Brief | None = None) -> None:
        """Begin anew with ``seed``; objectives may cite ``brief``."""
        self.dice = random.Random(seed)  # noqa: S311 - generated sets are no secrets
        self._naming = 0.5 if brief else 0.05
        self._quotes = [item.text for item in brief.statements] if brief else ["doble salget"]
        self._sets = _sets()
        self._objectives = [item for made in self._sets for item in made.objectives]
        self._key_results = [item for objective in self._objectives for item in objective.key_results]

    def sets(self, count: int) -> Iterator[OkrSet]:
        """``count`` sets; about one in ten begins again with new objectives."""
        made = self._fresh()
        for _ in range(count):
            made = self._fresh() if self.dice.random() < 0.1 else self._edited(made)
            yield made

    def _fresh(self) -> OkrSet:
        frame = self.dice.choice(self._sets)
        objectives = tuple(self._objective() for _ in range(self.dice.choice([1, 1, 1, 2, 2, 3])))
        owner = self.dice.choice(OWNERS) if self.dice.random() < 0.4 else frame.owner
        return replace(frame, objectives=objectives, owner=owner)

    def _objective(self) -> Objective:
        taken = self.dice.choice(self._objectives)
        owner = taken.owner if self.dice.random() < 0.6 else None
        results = tuple(self._key_result() for _ in range(self.dice.choice([0, 1, 1, 2, 3])))
        return replace(taken, owner=owner, key_results=results)

    def _key_result(self) -> KeyResult:
        dice = self.dice
        taken = dice.choice(self._key_results)
        if dice.random() < self._naming:
            name = dice.choice(NAMES)
            taken = replace(taken, text=f"{taken.text}, {dice.choice([name, name.lower()])}", owner=dice.choice(OWNERS))
        if dice.random() < 0.2:
            taken = replace(taken, baseline=_quantity(dice), target=_quantity(dice), owner=dice.choice(OWNERS))
        return taken

    def _edited(self, made: OkrSet) -> OkrSet:
        edits = [self._one_key_result] * 6 + [self._one_objective] * 4
        edits += [self._crossed, self._swapped, self._frame, self._more_or_fewer]
        return self.dice.choice(edits)(made, self.dice.randrange(len(made.objectives)))

    def _one_key_result(self, made: OkrSet, at: int) -> OkrSet:
        results = list(made.objectives[at].key_results)
        if results and self.dice.random() < 0.8:
            results[self.dice.randrange(len(results))] = self._key_result()
        else:
            results.insert(self.dice.randint(0, len(results)), self._key_result())
        return _with(made, at, replace(made.objectives[at], key_results=tuple(results[:4])))

    def _one_objective(self, made: OkrSet, at: int) -> OkrSet:
        old, other = made.objectives[at], self.dice.choice(self._objectives)
        edited = self.dice.choice(
            [
                replace(old, text=other.text),
                replace(old, owner=self.dice.choice([*OWNERS, other.owner])),
                replace(old, why=other.why),
                replace(old, sources=other.sources, initiatives=other.initiatives),
                replace(old, sources=(Citation(field="strategy", quote=self.dice.choice(self._quotes)),)),
                replace(old, key_results=old.key_results[1:]),
                replace(old, text=old.key_results[0].text if old.key_results else other.text),
            ]
        )
        return _with(made, at, edited)

    def _crossed(self, made: OkrSet, at: int) -> OkrSet:
        """Two lines cut in two and put together crosswise."""
        one, other = self.dice.choice(self._key_results).text.split(), self.dice.choice(self._key_results).text.split()
        text = " ".join([*one[: self.dice.randint(1, len(one))], *other[self.dice.randrange(len(other)) :]])
        results = (*made.objectives[at].key_results[:2], KeyResult(text=text))
        return _with(made, at, replace(made.objectives[at], key_results=results))

    def _swapped(self, made: OkrSet, at: int) -> OkrSet:
        objectives = list(made.objectives)
        self.dice.shuffle(objectives)
        objectives[at] = replace(objectives[at], key_results=objectives[at].key_results[::-1])
        return replace(made, objectives=tuple(objectives))

    def _more_or_fewer(self, made: OkrSet, at: int) -> OkrSet:
        kept = (*made.objectives[:at], *made.objectives[at + 1 :])
        if kept and self.dice.random() < 0.5:
            return replace(made, objectives=kept)
        return replace(made, objectives=(*kept, self._objective(), self._objective())[:4])

    def _frame(self, made: OkrSet, at: int) -> OkrSet:
        """What stands around the objectives."""
        other = self.dice.choice(self._sets)
        return self.dice.choice(
            [
                replace(other, objectives=made.objectives),
                replace(made, period=self.dice.choice(PERIODS)),
                replace(made, owner=self.dice.choice(OWNERS)),
                replace(made, language=self.dice.choice([None, *Language]), level=self.dice.choice([None, *Level])),
                replace(made, follow_up=other.follow_up, involved=None),
            ]
        )


def _with(made: OkrSet, at: int, objective: Objective) -> OkrSet:
    return replace(made, objectives=(*made.objectives[:at], objective, *made.objectives[at + 1 :]))
