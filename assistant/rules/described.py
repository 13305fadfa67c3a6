"""Telling work from what is measured, where a verb or a noun of work only names or describes it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm, lexicon
from assistant.okr import Language
from assistant.rules.counting import is_share
from assistant.rules.others import DONE
from assistant.rules.start_needed import NONE

if TYPE_CHECKING:
    from assistant.language.line import Line

_FROM = frozenset("fra frå from".split())


def is_described(line: Line) -> bool:
    """«Insulation jobs called back for damp, 26 in 2025 and no more than 10 in 2026»: what is measured, and no work on it."""
    head, change = line.head, line.change
    if head.form not in DONE or not head.first or change.baseline is None or change.target is None:
        return False
    before = line.words[head.first - 1]
    first = min(change.baseline.first, change.target.first)
    return (
        head.last < first and before not in line.lexicon.words("finite_copulas") and before not in links(line.language)
    )


def _is_noun_before_values(line: Line, following: list[str]) -> bool:
    """English: «Courier claims for broken ware, 38 last quarter, 14 at most in this one», where the verb is a noun."""
    change = line.change
    if line.words[0] not in line.lexicon.words("noun_homographs") or change.baseline is None or change.target is None:
        return False
    return bool(following) and following[0].endswith("s") and line.words[change.baseline.first - 1] not in _FROM


def is_how_often(line: Line) -> bool:
    """«Turnusen er publisert tre uker før i 95 % av tilfellene, mot 60 % i dag»: what is done every time, and how often."""
    target = line.change.target
    return target is not None and is_share(target) and target.first > line.head.last + 1


def names_what_is_measured(line: Line) -> bool:
    """«Innkjøp fra bønder når 14 mill. kr (9 mill. i fjor)», «Pressure sores acquired with us: zero from October»."""
    head, words = line.head, line.words
    following = words[head.last + 1 : head.last + 2]
    names = head.form is VerbForm.IMPERATIVE and words[head.first] in line.lexicon.words("noun_homographs")
    if line.language is Language.EN and head.form is VerbForm.INFINITIVE and not head.first:
        return _is_noun_before_values(line, following)
    if head.form is None or (names and not line.lexicon.words("prepositions").isdisjoint(following)):
        return line.change.baseline is not None and line.change.target is not None
    if head.form is VerbForm.PARTICIPLE and head.first == 0 and line.language is Language.EN and line.change.target:
        baseline = line.change.baseline  # «Written warnings from the inspectorate: 3 in 2026, 0 this term»
        return baseline is not None and words[baseline.first - 1] == ":"
    colon = words.index(":", head.last) if head.form in DONE and ":" in words[head.last :] else len(words)
    return not NONE[line.language].isdisjoint(words[colon + 1 : colon + 2])


def goes_from(line: Line, at: int) -> bool:
    """Whether the line's start value is what follows: whatever is done then moves a number."""
    baseline, target = line.change.baseline, line.change.target
    return baseline is not None and target is not None and at < baseline.first <= at + 1 and line.words[at] in _FROM


@cache
def links(language: Language) -> frozenset[str]:
    """The words between a subject and its participle: «skal være», «has been»."""
    words = lexicon(language)
    return words.words("copulas") | words.words("modals") | words.words("adverbs")
