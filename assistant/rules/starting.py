"""Telling that a line will measure its start value first: «grunnlinjen måles», «find out how many», «måle først»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.language.line import Line

_BASELINES = frozenset(
    "grunnlinje grunnlinja grunnlinjen grunnlinjer basislinje basislinja nullpunkt nullpunktet nullpunktsmåling "
    "nullpunktmåling nullmåling utgangspunkt utgangspunktet startverdi startverdien startverdiar startverdier "
    "startnivå startnivået baseline baselines benchmark".split()
)
_FIND = frozenset(
    "finne finna finn måle måla måler mål telle telje telja tell tel teller tel kartlegge kartleggje kartleggja kartlegg "
    "kartlegger undersøke undersøkje undersøk undersøker finn spørre spørje spør find measure count establish work determine gauge map avklare avklara fastslå fastsetje fastsette "
    "survey ask work clarify".split()
)
_MEASURED = frozenset(
    "målt målte måles målast kartlagt kartlagte kartlegges kartleggast telles teljast talt talte talde telt telte telde veid veide "
    "vege vegne vegen registrert registrerte undersøkt undersøkte measured counted established determined mapped weighed surveyed "
    "recorded".split()
)
_KNOW = frozenset("vet veit vite kjenner kjenne know knows known".split())
_ONCE = frozenset("når once when after etter inntil until".split())
_NOT_MEASURED = {("utgangspunkt", "i"), ("benchmark", "of"), ("benchmark", "på")}
_UNKNOWN = frozenset("ukjent ukjend uvisst unknown umålt".split())
_NOT = frozenset("ikke ikkje not never".split())
_LEVELS = frozenset(
    "nivå nivået nivåer nivåa nåsituasjonen nåsituasjon nosituasjonen notilstanden nåtilstanden dagens today’s today's "
    "current startpunkt startpunktet status level levels starting".split()
)
THEN = frozenset("deretter så dernest dinest then thereafter afterwards".split())
"""Words between measuring and what is to follow from it."""
_AT_FIRST = frozenset("først fyrst first".split())
_HOW = frozenset("hvor kor how hva kva what".split())
_WE_ARE = frozenset("we things it they this that".split())
_REACH = 8
"""How many words on from «find» the «how» may stand: «finne ut innen 20. mai 2026 hvor mange»."""
_NEAR = 3
_FROM = frozenset("fra frå from".split())
MEASURING = _FIND | _MEASURED | frozenset("settes setjast fastsettes fastsettast fastslås set".split())
"""Words that say that something is measured, in any form."""
_STEPS = _BASELINES | _FIND | _MEASURED | _KNOW | _UNKNOWN


def measures_first(line: Line) -> int | None:
    """The word where a line says that the start value will be measured first, or ``None``.

    «grunnlinjen måles innen 20. september», «finne ut hvor mange det er i dag», «dagens nivå må vi måle først», «measure
    where we stand, then halve it»; «med utgangspunkt i» measures nothing.
    """
    words = line.words
    if _STEPS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        if word in _STEPS and _is_measuring(words, index, word):
            return index
    return None


def _is_measuring(words: list[str], index: int, word: str) -> bool:
    following = words[index + 1 : index + 1 + _REACH]
    before = words[max(index - _NEAR, 0) : index]
    if word in _BASELINES:
        return (word, *following[:1]) not in _NOT_MEASURED
    if word in _UNKNOWN:
        return not _LEVELS.isdisjoint(before) or "(" in before or not _LEVELS.isdisjoint(following)
    if word in _KNOW:
        return (not _ONCE.isdisjoint(before) and not _HOW.isdisjoint(following[:_NEAR])) or _is_not_known(word, before)
    first = not _AT_FIRST.isdisjoint(following[:_NEAR]) or not _AT_FIRST.isdisjoint(before)
    if word in _MEASURED:
        if (before and before[-1] in _FROM) or not _ONCE.isdisjoint(words[max(index - _REACH, 0) : index]):
            return True  # «fra: måles 15.09.2026», «når nåsituasjonen er kartlagt»
        planned = before[-2:] == ["to", "be"] and not _LEVELS.isdisjoint(
            words[:index]
        )  # «starting level to be measured»
        serves = planned or not (_AT_FIRST.isdisjoint(following) and THEN.isdisjoint(words[index:]))
        return first or serves or not _NOT.isdisjoint((*before, *following[:1]))
    return first or _asks(words, index, following)


def _is_not_known(word: str, before: list[str]) -> bool:
    """«(dagens nivå ikke kjent)», «not known today»."""
    return word == "known" and not _NOT.isdisjoint(before)


def _asks(words: list[str], index: int, following: list[str]) -> bool:
    """«find out how many», «measure where we stand», «mål dagens nivå, så halver det»."""
    if not _HOW.isdisjoint(following):
        return True
    if "where" in following and not _WE_ARE.isdisjoint(following):
        return True
    return not _LEVELS.isdisjoint(following) and not THEN.isdisjoint(words[index:])
