"""Checking a set of OKRs: every rule, in code, and what they say put together into a review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
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


def _findings(context: Context) -> Iterable[Finding]:
    rules = [rule for rule in catalogue() if context.brief is not None or not rule.needs_brief]
    of_objective = [rule for rule in rules if rule.scope in {Scope.OBJECTIVE, Scope.ITEM}]
    of_key_result = [rule for rule in rules if rule.scope in {Scope.KEY_RESULT, Scope.ITEM}]
    for objective in context.objectives:
        yield from _of_item(of_objective, objective, context)
        for key_result in objective.key_results:
            yield from _of_item(of_key_result, key_result, context)
    yield from _of_item([rule for rule in rules if rule.scope is Scope.SET], context.okr_set, context)


def _of_item(rules: list[Rule], item: object, context: Context) -> list[Finding]:
    """The findings of one item, without second remarks for one fault."""
    found: list[Finding] = []
    silenced: list[tuple[Rule, Finding]] = []
    for rule in rules:
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
    graver: set[str] = set()
    asked: set[str] = set()
    for finding in findings:
        (asked if finding.severity is Severity.QUESTION else graver).add(family_of(finding.code).key)
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
    return not context.key_results
