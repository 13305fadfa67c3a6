"""The form of a scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evals.drafted import Drafted
from evals.marks import Mark


@dataclass(frozen=True, slots=True)
class Look:
    """What one look came to.

    Attributes:
        name: What was looked at, the same in every run.
        passed: Whether it is as it should be.
        expected: What it should be, in words.
        got: What it is, in words.
    """

    name: str
    passed: bool
    expected: str = ""
    got: str = ""


@dataclass(frozen=True, slots=True)
class Scorer:
    """One thing that a draft is scored by, in code.

    Attributes:
        key: Its name, which the baseline knows it by.
        says: What a passed mark says of a draft, in a sentence.
        look: Looks at what came of a brief. What cannot be judged is not looked at: it is neither passed nor failed.
        hard: Whether every mark must be passed, whatever the baseline says.
        of_quality: Whether it tells how good a draft is, which is not asked of one made of an answer known to be bad.
        without_draft: Whether there is something to look at where the drafter gave no draft.
    """

    key: str
    says: str
    look: Callable[[Drafted], Iterator[Look]]
    hard: bool = False
    of_quality: bool = False
    without_draft: bool = False

    def marks(self, made: Drafted) -> tuple[Mark, ...]:
        """What it says of a draft."""
        if (made.draft is None and not self.without_draft) or (made.fault and self.of_quality):
            return ()
        return tuple(Mark(self.key, it.name, it.passed, it.expected, it.got) for it in self.look(made))
