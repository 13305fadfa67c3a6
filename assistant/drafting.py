"""The pipeline every draft goes through: read, write, check. An unchecked draft cannot be made."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.drafters import Drafter, Proposal, Provenance, Question
from assistant.review import Review, check
from assistant.rules.families import family_of
from assistant.rules.profile import Profile, load_profile
from assistant.rules.rule import Severity
from assistant.rules.wording import message

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.okr import OkrSet


class NoStrategyError(ValueError):
    """The brief holds no strategy to draft from."""


class UnknownLanguageError(ValueError):
    """The brief is in none of the three languages, or names a language that is none of them."""


_MADE_BY_THE_PIPELINE = object()


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked draft; only :func:`draft` makes one.

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
        if self.made_by is not _MADE_BY_THE_PIPELINE:
            msg = "a Draft is made by drafting.draft(), which checks it"
            raise TypeError(msg)


def draft(brief: Brief, drafter: Drafter, profile: Profile | None = None) -> Draft:
    """Draft a set from a brief and check it.

    Args:
        brief: The brief, read.
        drafter: Who writes.
        profile: The thresholds; the default profile when not given.

    Returns:
        The draft with its review, its questions and how it was made.

    Raises:
        UnknownLanguageError: The brief is in a language that is not spoken here.
        NoStrategyError: There is nothing to draft from.
    """
    began = time.perf_counter()
    profile = profile or load_profile()
    if brief.language is None:
        raise UnknownLanguageError
    if not any(not (item.addressed or item.excluded) for item in brief.of("strategy", "metrics")):
        raise NoStrategyError
    proposal = drafter.write(brief, profile)
    review = check(proposal.okr_set, brief, profile, brief.language)
    provenance = replace(proposal.provenance, seconds=round(time.perf_counter() - began, 3))
    return Draft(proposal.okr_set, review, _questions(proposal, review), provenance, _MADE_BY_THE_PIPELINE)


def _questions(proposal: Proposal, review: Review) -> tuple[Question, ...]:
    """The drafter's questions, and the rules' where the drafter has not already asked about the same thing."""
    asked = list(proposal.questions)
    for finding in review.findings:
        if finding.severity is Severity.QUESTION:
            asked.append(Question(finding.path, family_of(finding.code).key, message(finding, review.language)))
    return tuple(dict.fromkeys(asked))
