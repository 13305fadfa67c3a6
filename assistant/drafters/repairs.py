"""What goes back to a drafter: the objectives that did not hold, each with what was remarked on it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.okr import Objective


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding, in words.

    Attributes:
        code: The rule's code: ``TSK01``.
        where: The part of the objective it is about: ``objective``, or ``key_results/1`` for the second key result.
        message: What is wrong, in the draft's language.
        suggestion: What to do about it, likewise.
    """

    code: str
    where: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Failing:
    """An objective to mend.

    Attributes:
        objective: The objective as it is.
        remarks: What is wrong with it.
    """

    objective: Objective
    remarks: tuple[Remark, ...]
