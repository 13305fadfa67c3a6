"""A draft that has been checked, and why there may be none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafters import Provenance, Question
from assistant.review import Review

if TYPE_CHECKING:
    from assistant.okr import OkrSet


class NoStrategyError(ValueError):
    """The brief holds no strategy to draft from."""


class UnknownLanguageError(ValueError):
    """The brief is in none of the three languages, or names a language that is none of them."""


class NoSuchItemError(LookupError):
    """The path leads to no objective or key result of the set."""


class CannotRewriteError(ValueError):
    """The drafter has no other words: it reads the text as it stands."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A wish for other words.

    Attributes:
        okr_set: The set as it stands.
        path: What to reword, as a JSON pointer: ``/objectives/0`` or ``/objectives/0/key_results/1``.
        instruction: What the leader wants: «mer ambisiøst», «for førstelinjen».
        questions: What was asked about the set before; what concerned the old words is not asked again.
    """

    okr_set: OkrSet
    path: str
    instruction: str
    questions: tuple[Question, ...] = ()

    def place(self) -> int:
        """The place of the objective that the path leads to or into.

        Raises:
            NoSuchItemError: It leads to no objective or key result.
        """
        for at, objective in enumerate(self.okr_set.objectives):
            own = f"/objectives/{at}"
            if self.path == own or self.path in {f"{own}/key_results/{it}" for it in range(len(objective.key_results))}:
                return at
        raise NoSuchItemError


MADE_BY_THE_PIPELINE = object()
"""What the pipeline signs its drafts with."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked draft; only the pipeline makes one.

    Attributes:
        okr_set: The set.
        review: What the rules say of it.
        questions: What the leader is asked: the drafter's questions, then the rules'.
        provenance: How it was made.
    """

    okr_set: OkrSet
    review: Review
    questions: tuple[Question, ...]
    provenance: Provenance
    made_by: object

    def __post_init__(self) -> None:
        """Refuse a draft that did not come from the pipeline."""
        if self.made_by is not MADE_BY_THE_PIPELINE:
            msg = "a Draft is made by drafting.draft(), which checks it"
            raise TypeError(msg)
