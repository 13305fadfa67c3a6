"""What the leader is asked about a draft: the drafter's questions and the rules', in one short list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.drafters import Question
from assistant.okr import Language
from assistant.review import Review
from assistant.rules.facts import fact as said
from assistant.rules.families import family_of
from assistant.rules.rule import Finding, Severity
from assistant.rules.wording import message

if TYPE_CHECKING:
    from assistant.okr import OkrSet

_MOST_QUESTIONS = 15
"""A person answers a page of questions, not three; what is left out stands among the findings."""
_LEFT_OUT = 1
_OF_AN_OWNER = 2
_OF_THE_SET = 3
_LAST = 5
_RANKS = {"clarity": 0, "strategy_link": _LEFT_OUT, "ownership": _OF_AN_OWNER, "execution": 4}
_ALWAYS_ASKED = frozenset((_LEFT_OUT, _OF_AN_OWNER, _OF_THE_SET))
"""However many values are missing: what no objective takes up, and an objective that nobody owns, come to nothing."""
_FOR_THE_SET = frozenset(("EXE06", "LNK04"))
_FOR_ALL_KEY_RESULTS = frozenset(("FOL03",))


def questions_of(okr_set: OkrSet, drafters: tuple[Question, ...], review: Review) -> tuple[Question, ...]:
    """The drafter's questions and the rules', the most important first, and no more than a person will answer.

    What a rule asks of each key result of an objective, or of each objective, is asked once for all of them. Where a
    value is read is not asked before there is a value.
    """
    asked = dict.fromkeys((*drafters, *_of_rules(okr_set, review)))
    ranked = sorted(asked, key=_rank)
    always = [question for question in ranked if _rank(question) in _ALWAYS_ASKED]
    others = [question for question in ranked if _rank(question) not in _ALWAYS_ASKED]
    kept = {*always, *others[: max(0, _MOST_QUESTIONS - len(always))]}
    return tuple(question for question in ranked if question in kept)


def _rank(question: Question) -> int:
    """How far down a question stands: values, what was left out, owners, rhythm and support, first steps, data sources."""
    if question.path == "" and question.pitfall in {"ownership", "follow_up", "involvement"}:
        return _OF_THE_SET
    return _RANKS.get(question.pitfall, _LAST)


def _of_rules(okr_set: OkrSet, review: Review) -> Iterator[Question]:
    together: dict[tuple[str, str], list[Finding]] = {}
    for finding in review.findings:
        if finding.severity is not Severity.QUESTION or (
            finding.code in _FOR_ALL_KEY_RESULTS and not _has_value(okr_set, finding)
        ):
            continue
        path = finding.path
        if finding.code in _FOR_ALL_KEY_RESULTS:
            path = path.rpartition("/key_results/")[0]
        elif finding.code in _FOR_THE_SET:
            path = ""
        alone = "" if path != finding.path or finding.code in _FOR_THE_SET else str(len(together))
        together.setdefault((finding.code + alone, path), []).append(finding)
    for (_, path), findings in together.items():
        first = findings[0]
        if len(findings) == 1:
            yield Question(first.path, family_of(first.code).key, message(first, review.language))
            continue
        yield Question(path, family_of(first.code).key, _asked_of_all(findings, review.language))


_NAMES = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the message for the names, which are put in when it is made: a fact of a message is cut at a length."""


def _asked_of_all(findings: list[Finding], language: Language) -> str:
    """One question of several findings of a rule that has one fact: «Hvor kan dere se hvordan det går med «a», «b»?»."""
    (fact,) = findings[0].params
    names = [said(fact, finding.params[fact], language) for finding in findings]
    divider = "”, “" if language is Language.EN else "», «"
    return message(findings[0]._replace(params={fact: _NAMES}), language).replace(_NAMES, divider.join(names))


def _has_value(okr_set: OkrSet, finding: Finding) -> bool:
    """Whether the key result of a finding has a value of today or of the period, to be read somewhere."""
    _, _, objective, _, at = finding.path.split("/")
    item = okr_set.objectives[int(objective)].key_results[int(at)]
    return item.target is not None or item.baseline is not None
