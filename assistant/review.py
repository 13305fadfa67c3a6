"""Checking a set of OKRs: every rule, in code, and what they say put together into a review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from assistant.okr import Language, OkrSet
from assistant.rules.analysis import Context, analyse
from assistant.rules.catalogue import catalogue
from assistant.rules.families import FAMILIES, family_of
from assistant.rules.profile import Profile, load_profile
from assistant.rules.rule import Finding, Rule, Scope, Severity

if TYPE_CHECKING:
    from assistant.brief import Brief


class PitfallVerdict(StrEnum):
    """What can be said of a pitfall: nothing found, something found, or text cannot tell."""

    CLEAR = "clear"
    AT_RISK = "at_risk"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """Whether a set can be used as it is."""

    READY = "ready"
    NEEDS_WORK = "needs_work"


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules say of a set.

    Attributes:
        language: The language the set was read in.
        findings: Every finding, in the order of the set: its objectives and key results, then the set itself.
        pitfalls: The verdict of each family, by its key.
    """

    language: Language
    findings: tuple[Finding, ...]
    pitfalls: Mapping[str, PitfallVerdict]

    @property
    def errors(self) -> int:
        """How many findings are of severity error."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        """``ready`` without errors, else ``needs_work``."""
        return Verdict.NEEDS_WORK if self.errors else Verdict.READY


def check(
    okr_set: OkrSet, brief: Brief | None = None, profile: Profile | None = None, language: Language | None = None
) -> Review:
    """Check a set against every rule.

    Args:
        okr_set: The set.
        brief: The brief it serves; without one the rules that need it stay silent, and say so in the verdicts.
        profile: The thresholds; the default profile when not given.
        language: The language to read the set in; found out when not given.

    Returns:
        The review. The same set, brief and profile always give the same review.
    """
    context = analyse(okr_set, profile or load_profile(), brief, language)
    findings = tuple(_findings(context))
    return Review(context.language, findings, _verdicts(findings, context))


@cache
def _rules_of(*scopes: Scope, with_brief: bool) -> tuple[Rule, ...]:
    """The rules that look at items of these scopes, sorted out once and not for every set."""
    return tuple(rule for rule in catalogue() if rule.scope in scopes and (with_brief or not rule.needs_brief))


def _findings(context: Context) -> list[Finding]:
    with_brief = context.brief is not None
    of_objective = _rules_of(Scope.OBJECTIVE, Scope.ITEM, with_brief=with_brief)
    of_key_result = _rules_of(Scope.KEY_RESULT, Scope.ITEM, with_brief=with_brief)
    found: list[Finding] = []
    for objective in context.objectives:
        found += _of_item(of_objective, objective, context)
        for key_result in objective.key_results:
            found += _of_item(of_key_result, key_result, context)
    found += _of_item(_rules_of(Scope.SET, with_brief=with_brief), context.okr_set, context)
    return found


def _of_item(rules: tuple[Rule, ...], item: object, context: Context) -> list[Finding]:
    """The findings of one item, without second remarks for one fault."""
    found: list[Finding] = []
    silenced: list[tuple[Rule, Finding]] = []
    for rule in rules:
        if (only_if := rule.only_if) is not None and not only_if(item):
            continue
        for finding in rule.check(item, context):
            if rule.silenced_by:
                silenced.append((rule, finding))
            else:
                found.append(finding)
    if silenced:
        codes = {finding.code for finding in found} | {finding.code for _, finding in silenced}
        found.extend(finding for rule, finding in silenced if codes.isdisjoint(rule.silenced_by))
    return found


def _verdicts(findings: tuple[Finding, ...], context: Context) -> dict[str, PitfallVerdict]:
    said = {(finding.code, finding.severity is Severity.QUESTION) for finding in findings}
    graver = {family_of(code).key for code, is_question in said if not is_question}
    asked = {family_of(code).key for code, is_question in said if is_question}
    verdicts: dict[str, PitfallVerdict] = {}
    for family in FAMILIES:
        if family.key in graver:
            verdicts[family.key] = PitfallVerdict.AT_RISK
        elif family.key in asked or _cannot_judge(family.key, context):
            verdicts[family.key] = PitfallVerdict.UNKNOWN
        else:
            verdicts[family.key] = PitfallVerdict.CLEAR
    return verdicts


def _cannot_judge(family: str, context: Context) -> bool:
    """Whether a family lacks what it needs: a brief to compare with, or results to look at."""
    if family in {"strategy_link", "grounding"}:
        return context.brief is None
    return not any(objective.key_results for objective in context.objectives)
