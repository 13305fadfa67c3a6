"""The versions a set goes through before it is a draft: each is checked, and a repair stays only if it mends something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.drafters import Question, Session
from assistant.drafters.events import Step, StepBegan, Tell
from assistant.drafters.model_errors import ModelError
from assistant.drafters.repairs import Failing, Remark
from assistant.okr import Language, Objective
from assistant.review import Review, check
from assistant.rules.rule import Finding, Severity
from assistant.rules.wording import message, suggestion

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.okr import OkrSet
    from assistant.rules.profile import Profile

_WRONG_LANGUAGE = "CLR13"
_NOT_MEASURABLE = "CLR01"


@dataclass(frozen=True, slots=True)
class Version:
    """A set as it stands, with what the rules say of it.

    Attributes:
        brief: The brief it serves.
        profile: What it is judged by.
        okr_set: The set.
        questions: What the drafter asks about it.
        review: What the rules say.
    """

    brief: Brief
    profile: Profile
    okr_set: OkrSet
    questions: tuple[Question, ...]
    review: Review

    @classmethod
    def of(cls, brief: Brief, profile: Profile, okr_set: OkrSet, questions: tuple[Question, ...]) -> Version:
        """Check ``okr_set`` against ``brief``."""
        return cls(brief, profile, okr_set, questions, check(okr_set, brief, profile, brief.language))

    def with_objective(self, at: int, objective: Objective, asked: tuple[Question, ...], scope: str) -> Version:
        """This version with another objective, checked anew.

        Args:
            at: Its place in the set.
            objective: The objective.
            asked: What the drafter asks about it.
            scope: Which earlier questions these stand for: those at this path, and below it where it ends in ``/``.
        """
        items = self.okr_set.objectives
        changed = replace(self.okr_set, objectives=(*items[:at], objective, *items[at + 1 :]))
        kept = (it for it in self.questions if not f"{it.path}/".startswith(scope) and it.path != scope)
        return Version.of(self.brief, self.profile, changed, (*kept, *asked))

    @property
    def faults(self) -> int:
        """What a repair has to reduce: errors, and objectives in another language than the draft."""
        return self.review.errors + len(self._foreign_objectives())

    def failing(self, only: Iterable[int] | None = None) -> dict[int, Failing]:
        """The objectives to mend, by their place, each with its remarks in words.

        Findings of severity error, and lines in another language where they are half of an objective or more: one such
        line is a loan, a whole objective is an answer to somebody else. A value that nobody has said is not sent back:
        the leader is asked for it, and whoever else fills it in makes it up.
        """
        foreign = self._foreign_objectives()
        wrong: dict[int, list[Finding]] = {}
        for finding in self.review.findings:
            at = _objective_of(finding)
            if at is None or not (only is None or at in only):
                continue
            mendable = finding.severity is Severity.ERROR and not self._is_for_the_leader(finding)
            if mendable or (finding.code == _WRONG_LANGUAGE and at in foreign):
                wrong.setdefault(at, []).append(finding)
        return {
            at: Failing(self.okr_set.objectives[at], tuple(self._remark(finding) for finding in findings))
            for at, findings in wrong.items()
        }

    def _is_for_the_leader(self, finding: Finding) -> bool:
        """Whether a key result lacks only the value that the leader is asked for: it says what is to be measured."""
        if finding.code != _NOT_MEASURABLE or all(question.path != finding.path for question in self.questions):
            return False
        _, _, objective, _, at = finding.path.split("/")
        item = self.okr_set.objectives[int(objective)].key_results[int(at)]
        return item.target is None and item.metric not in {None, "", item.text}

    def is_foreign(self) -> bool:
        """Whether half of the set or more cannot be read in its language; bokmål and nynorsk read each other."""
        lines = sum(1 + len(item.key_results) for item in self.okr_set.objectives)
        return 2 * sum(not _both_norwegian(finding) for finding in self._stray()) >= lines > 0

    def _foreign_objectives(self) -> set[int]:
        stray = Counter(_objective_of(finding) for finding in self._stray())
        return {at for at, item in enumerate(self.okr_set.objectives) if 2 * stray[at] >= 1 + len(item.key_results)}

    def _stray(self) -> list[Finding]:
        return [finding for finding in self.review.findings if finding.code == _WRONG_LANGUAGE]

    def _remark(self, finding: Finding) -> Remark:
        language = self.review.language
        where = finding.path.partition("/key_results/")[2]
        return Remark(
            code=finding.code,
            where=f"key_results/{where}" if where else "objective",
            message=message(finding, language),
            suggestion=suggestion(finding, language),
        )


async def repaired(version: Version, session: Session, tell: Tell, only: int | None = None) -> tuple[Version, int]:
    """The best version the drafter comes to within its rounds.

    Only the failing objectives go back, and a repair that does not reduce the faults is thrown away. A failure of the
    drafter on the way costs the repair, never the draft.

    Args:
        version: The version to begin from.
        session: The drafter's session.
        tell: Is told when a repair begins, and when it is checked.
        only: The one objective that may be changed; any when not given.

    Returns:
        The version with the fewest faults, and how many repairs were tried.
    """
    rounds = 0
    while rounds < session.rounds:
        failing = version.failing(None if only is None else (only,))
        if not failing:
            break
        rounds += 1
        tell(StepBegan(Step.REPAIRING, rounds))
        mended = await _mended(version, session, failing, tell, rounds)
        if mended.faults >= version.faults:
            break
        version = mended
    return version, rounds


async def _mended(
    version: Version, session: Session, failing: Mapping[int, Failing], tell: Tell, rounds: int
) -> Version:
    """``version`` with each replacement that leaves fewer faults than there were without it."""
    try:
        replacements = await session.repair(version.okr_set, failing)
    except ModelError:
        return version
    tell(StepBegan(Step.CHECKING, rounds))
    for at in sorted(failing.keys() & replacements.keys()):
        other = replacements[at]
        candidate = version.with_objective(at, other.objective, other.questions, f"/objectives/{at}/")
        if candidate.faults < version.faults:
            version = candidate
    return version


def _both_norwegian(finding: Finding) -> bool:
    return {finding.params["language"], finding.params["expected"]} <= {Language.NB.value, Language.NN.value}


def _objective_of(finding: Finding) -> int | None:
    parts = finding.path.split("/")
    return int(parts[2]) if len(parts) > 2 and parts[1] == "objectives" else None
