"""Checking a set of OKRs: every rule, in code, and what they say put together into a review."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.okr import Language, OkrSet
from assistant.rules.analysis import Context, Item, Lines, analyse
from assistant.rules.catalogue import catalogue
from assistant.rules.families import FAMILIES, Family
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
        ignored: Findings that somebody has asked to ignore; a question among them is still not answered.
    """

    language: Language
    findings: tuple[Finding, ...]
    pitfalls: Mapping[str, PitfallVerdict]
    ignored: tuple[Finding, ...] = ()

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
        profile: What to judge by; the default profile when not given.
        language: The language to read the set in; found out when not given.

    Returns:
        The review. The same set, brief and profile always give the same review.
    """
    return Checker(brief, profile, language).check(okr_set)


class Checker:
    """Checks sets one after another against the same brief and profile, and may remember what it has judged.

    An objective or a key result is judged by its own fields, those of its objective and those of the set, never by its
    neighbours: those are for rules of scope set. What was said of it therefore holds until one of them changes, and a
    set with one edited line is checked in a fraction of the time.
    """

    def __init__(
        self,
        brief: Brief | None = None,
        profile: Profile | None = None,
        language: Language | None = None,
        *,
        remembers: int = 0,
    ) -> None:
        """Check against ``brief`` and ``profile``.

        Args:
            brief: The brief the sets serve, if there is one.
            profile: What to judge by; the default profile when not given.
            language: The language to read the sets in; found out for each when not given.
            remembers: How many objectives and key results to remember, at most. None by default: their text is
                confidential, and stays in memory as long as it is remembered.
        """
        self._brief = brief
        self._profile = profile or load_profile()
        self._language = language
        self._remembers = remembers
        self._lines = Lines(remembers)
        self._said: dict[object, tuple[Finding, ...]] = {}
        self._settings: dict[object, object] = {}

    def check(self, okr_set: OkrSet, ignore: Collection[tuple[str, str]] = ()) -> Review:
        """Check one set.

        Args:
            okr_set: The set.
            ignore: Findings that are not to count, each as the path of its item and its code.
        """
        context = analyse(okr_set, self._profile, self._brief, self._language, self._lines)
        found = _weighed(self._findings(context), self._profile)
        ignored = tuple([finding for finding in found if (finding.path, finding.code) in ignore] if ignore else ())
        findings = tuple([finding for finding in found if finding not in ignored] if ignored else found)
        return Review(context.language, findings, _verdicts(findings, ignored, context), ignored)

    def _findings(self, context: Context) -> list[Finding]:
        rules = _rules(self._profile, with_brief=context.brief is not None)
        found: list[Finding] = []
        if not self._remembers:
            for objective in context.objectives:
                found += _of_item(rules.of_objective, objective, context)
                for key_result in objective.key_results:
                    found += _of_item(rules.of_key_result, key_result, context)
        else:
            setting = self._setting(context)
            for objective in context.objectives:
                found += self._remembered(rules.of_objective, objective, (objective.objective, setting), context)
                above = self._one_for(replace(objective.objective, key_results=()), setting)
                for key_result in objective.key_results:
                    found += self._remembered(rules.of_key_result, key_result, (key_result.key_result, above), context)
        found += _found(rules.of_set, context.okr_set, context)
        return found

    def _setting(self, context: Context) -> object:
        """One object for all sets that give their objectives and key results the same setting."""
        owners = tuple(item.objective.owner for item in context.objectives)
        return self._one_for(replace(context.okr_set, objectives=()), owners, context.language)

    def _one_for(self, *of: object) -> object:
        """One object for all that is equal: it is compared at once, and what it stands for is not."""
        return self._settings.setdefault(of, object())

    def _remembered(self, rules: _ItemRules, item: Item, of: object, context: Context) -> tuple[Finding, ...]:
        known = (item.path, of)
        found = self._said.get(known)
        if found is None:
            if len(self._said) >= self._remembers:
                self._said.clear()
                self._settings.clear()
            found = self._said[known] = tuple(_of_item(rules, item, context))
        return found


class _ItemRules:
    """The rules that look at items of one kind, and which of them have something to look for in a line."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._words = frozenset[str]().union(*(rule.words for rule in self._rules))
        self._bits = {
            word: sum(1 << at for at, rule in enumerate(self._rules) if word in rule.words) for word in self._words
        }
        self._always = sum(1 << at for at, rule in enumerate(self._rules) if not rule.words)
        self._chosen: dict[int, tuple[Rule, ...]] = {}

    def for_line(self, words: list[str]) -> tuple[Rule, ...]:
        """The rules that may find something in a line with these words."""
        bits = self._always
        for word in self._words.intersection(words):
            bits |= self._bits[word]
        chosen = self._chosen.get(bits)
        if chosen is None:
            if len(self._chosen) >= _MOST_CHOICES:
                self._chosen.clear()
            chosen = self._chosen[bits] = tuple(rule for at, rule in enumerate(self._rules) if bits >> at & 1)
        return chosen


_MOST_CHOICES = 4096
"""How many choices of rules are kept: lines are alike, and far fewer occur."""


class _Rules(NamedTuple):
    """The rules of a profile, by what they look at."""

    of_objective: _ItemRules
    of_key_result: _ItemRules
    of_set: tuple[Rule, ...]


def _rules(profile: Profile, *, with_brief: bool) -> _Rules:
    return _sorted_out(profile.select, profile.ignore, with_brief=with_brief)


@lru_cache(maxsize=64)
def _sorted_out(select: tuple[str, ...], ignore: tuple[str, ...], *, with_brief: bool) -> _Rules:
    """The rules that judge, sorted out once and not for every set."""
    profile = Profile("", {}, select, ignore)
    judging = [rule for rule in catalogue() if profile.judges_by(rule.code) and (with_brief or not rule.needs_brief)]

    def of(*scopes: Scope) -> tuple[Rule, ...]:
        return tuple(rule for rule in judging if rule.scope in scopes)

    return _Rules(
        _ItemRules(of(Scope.OBJECTIVE, Scope.ITEM)), _ItemRules(of(Scope.KEY_RESULT, Scope.ITEM)), of(Scope.SET)
    )


def _of_item(rules: _ItemRules, item: Item, context: Context) -> list[Finding]:
    """The findings of one item."""
    return _found(rules.for_line(item.line.words), item, context)


def _found(rules: tuple[Rule, ...], item: object, context: Context) -> list[Finding]:
    """What rules find in an item or in the set, without second remarks for one fault."""
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


def _weighed(findings: list[Finding], profile: Profile) -> list[Finding]:
    """The findings, as grave as the profile has them."""
    severities = profile.severities
    if not severities:
        return findings
    return [
        finding._replace(severity=severities[finding.code]) if finding.code in severities else finding
        for finding in findings
    ]


def _verdicts(
    findings: tuple[Finding, ...], ignored: tuple[Finding, ...], context: Context
) -> dict[str, PitfallVerdict]:
    question = Severity.QUESTION
    graver = {finding.code[:3] for finding in findings if finding.severity is not question}
    asked = {finding.code[:3] for finding in (*findings, *ignored) if finding.severity is question}
    verdicts: dict[str, PitfallVerdict] = {}
    for family in FAMILIES:
        if family.letters in graver:
            verdicts[family.key] = PitfallVerdict.AT_RISK
        elif family.letters in asked or _cannot_judge(family, context):
            verdicts[family.key] = PitfallVerdict.UNKNOWN
        else:
            verdicts[family.key] = PitfallVerdict.CLEAR
    return verdicts


def _cannot_judge(family: Family, context: Context) -> bool:
    """Whether a family lacks what it needs: a brief to compare with, results to look at, or its question asked."""
    if family.needs_brief:
        return context.brief is None
    if not all(context.profile.judges_by(code) for code in family.asked_by):
        return True
    return not any(objective.key_results for objective in context.objectives)
