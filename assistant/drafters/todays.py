"""Naming what a sentence about today measures, as a whole phrase: «I dag leveres 38 % av søknadene digitalt»."""

from __future__ import annotations

import re

from assistant.drafters import wording
from assistant.drafters.patterns import patterns, people
from assistant.drafters.texts import lowered
from assistant.language.lexicon import VerbForm, lexicon
from assistant.language.line import Line
from assistant.language.numbers import PERCENT, Measure
from assistant.okr import Language

_REACH = 200
"""Characters on either side of a value that may say what it is of: a bound, for sentences that never end."""
_ENDS = re.compile(r"[;:]\s|(?<!\d)[.!?](?:\s|$)|,\s|\s[–—]\s")
_JOINS = re.compile(r"\s+(?:og|men|and|but|mens|medan|while)\s+", re.IGNORECASE)
_OF = re.compile(r"\s*(?:av|of)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"^[^\W\d_]*\s?[\d.,\u00a0\u202f\u2009 ]+")
_TIME = re.compile(
    r"(?<!\w)(?:per\s+i\s+dag|i\s+dag|i\s+fjor|i\s+år|akkurat\s+nå|nå|no|for\s+tida|for\s+tiden|(?:i|in)\s+20\d\d|today|now|currently"
    r"|at\s+present|at\s+the\s+moment|last\s+year|this\s+year|i\s+snitt|i\s+gjennomsnitt|gjennomsnittlig|gjennomsnittleg|on\s+average"
    r"|bare|berre|kun|only|just|about|around|rundt|omtrent|omlag|om\s+lag|circa|ca\.|nesten|nearly|almost|fortsatt|framleis|still|at\s+least)(?!\w)",
    re.IGNORECASE,
)
_HOLD = re.compile(
    r"^(?:(?:vi|me|we)\s+(?:hadde|had|har|have|fikk|fekk|got)|(?:har|hadde|fikk|fekk)\s+(?:vi|me)|there\s+(?:is|are|was|were)"
    r"|(?:det|der)\s+(?:er|var|ble|blei|vart|skjedde)|(?:er|var|ble|blei|vart|skjedde)\s+(?:det|der))$",
    re.IGNORECASE,
)
"""«Vi har 12», “there were 12”: what is counted follows, and nothing else is said of it."""
_TURNED = re.compile(
    r"^(?P<verb>\w+)\s+(?P<who>vi|me|det|we|it|(?:(?:hver|kvar|hvert|kvart|de|dei)\s+)?\w+(?:ene|ane|ne|a|en|et)(?:\s+(?:våre|vår))?)$",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:(?:de|dei|alle|våre|vår|dagens|the)\s+)?(?:[\w-]+\s+){0,2}?[\w-]+(?:ene|ane|ne|a|en|et|folk)(?:\s+(?:våre|våra|vår|vårt))?(?=\s|$)",
    re.IGNORECASE,
)
_COPULAS = frozenset("are is were was have has do does can".split())
_PARTICIPLE = re.compile(r"(?:are|is|were|was)\s+(?=\w+(?:ed|en|ne|ft|lt|id|nt)\b)")
_PREPOSITIONS = frozenset("on in at to from within by for with through after before".split())
_LENGTHS = frozenset(
    "sekunder sekund sekundar minutter minutt timer timar time dager dagar dag døgn uker veker uke veke måneder månader år "
    "seconds minutes hours hour days day weeks week months years".split()
)
_WHO_DOES = re.compile(r"^([^,;:.]{2,60}\s(?:som|der|who|that)\s[^,;:.]{3,80}),\s+([^,;:.]*)$", re.IGNORECASE)
"""«Gjester som bestiller mat, venter (17 minutter)»: the comma ends who they are."""
_RELATIVES = frozenset("som who that which der".split())
_LONGEST = 14
_LONGEST_SUBJECT = 5
"""Words of a name, and of who does what before a value."""


def name_of_today(line: Line, measure: Measure) -> str:
    """What ``measure`` is said to be the value of, as a phrase that can stand alone; empty where it cannot be told.

    Args:
        line: The sentence, which tells what is so today or was so last year.
        measure: One of its values.
    """
    before, after = _around(line, measure)
    known = patterns(line.language)
    if known.modal.search(before) or known.we_want.match(f"{before} {line.text[measure.start :]}"):
        return ""
    if (shared := _OF.match(after)) is not None and measure.unit == PERCENT:
        name = _share(before, after[shared.end() :], line.language)
    elif measure.unit == PERCENT:
        name = ""
    elif (measure.unit or "").startswith(("av ", "of ")) and not measure.written:
        name = _one_in(before, after.strip(), line.language)
    else:
        counted = _NUMBER.sub("", line.text[measure.start : measure.end]).strip()
        name = _count(before, counted, after.strip(), line.language)
    return name if len(name.split()) <= _LONGEST else ""


def _around(line: Line, measure: Measure) -> tuple[str, str]:
    """The words of the measure's own clause before and after it, without the words that say when and about."""
    before = line.text[max(0, measure.start - _REACH) : measure.start]
    after = line.text[measure.end : measure.end + _REACH]
    who = _WHO_DOES.search(before)
    before = f"{who[1]} {who[2]}" if who is not None else _JOINS.split(re.split(r"[;:]\s|[.!?]\s|,\s", before)[-1])[-1]
    if (end := _ENDS.search(after)) is not None:
        after = after[: end.start()]
    for joint in _JOINS.finditer(after):
        if patterns(line.language).modal.search(after, joint.end()):
            after = after[: joint.start()]
            break
    return without_time(before), " " + without_time(after)


def without_time(words: str) -> str:
    """Words without those that say when or about: «i dag», «i 2025», «rundt»."""
    return " ".join(_TIME.sub(" ", words).split()).strip(" .,")


# --- shares ------------------------------------------------------------------------------------------------------------


def _share(before: str, rest: str, language: Language) -> str:
    """«(leveres) 38 % av søknadene (digitalt)»: the share of the applications that are."""
    who, does = _english(rest) if language is Language.EN else _norwegian(rest)
    if before:
        turned = _TURNED.match(before)
        turned = turned if turned is not None and _tells(turned["verb"], language) else None
        first = f"{turned['who']} {turned['verb']}" if turned is not None else before
        does = f"{lowered(first)} {does}".strip()
        words = first.split()
        if len(words) > 1:
            if len(words) > _LONGEST_SUBJECT or not _RELATIVES.isdisjoint(words) or not _tells(words[-1], language):
                return ""
            return f"{wording.SHARE_OF.in_language(language).format(who=who)} {does}" if who else ""
    if not who:
        return ""
    if not does or not _begins_with_verb(does, language):
        return "" if does else wording.SHARE_OF.in_language(language).format(who=who)
    short = _PARTICIPLE.sub("", does, count=1) if language is Language.EN else does
    if short != does:
        return f"{wording.SHARE_OF.in_language(language).format(who=who)} {short}"
    text = wording.SHARE_WHO if people(language).search(who) else wording.SHARE_THAT
    return text.in_language(language).format(who=who, does=does.removeprefix("som ").removeprefix("who "))


def _one_in(before: str, rest: str, language: Language) -> str:
    """«(sluttet) én av tre lærlinger (før de var ferdige)»: the share of the apprentices who did."""
    who, _, does = rest.partition(" ")
    if len(before.split()) > 1 or not does or (before and not _tells(before, language)):
        return ""
    return wording.SHARE_WHO.in_language(language).format(who=who, does=f"{before} {does}".strip())


def _norwegian(rest: str) -> tuple[str, str]:
    found = _WHO.match(rest)
    return (found[0], rest[found.end() :].strip()) if found is not None else ("", "")


def _english(rest: str) -> tuple[str, str]:
    words = rest.split()
    verbs = lexicon(Language.EN).verbs
    said = [at for at, word in enumerate(words) if at and (word.lower() in _COPULAS or verbs.get(word.lower()))]
    # «customer orders are returned»: what could be a verb is none where another follows at once
    at = next((at for at in said if words[at].lower() in _COPULAS or at + 1 not in said), None)
    if at is None:  # a verb that is not stored stands before «on time»
        at = next((at for at, word in enumerate(words[1:]) if at and word in _PREPOSITIONS), len(words))
    return " ".join(words[:at]), " ".join(words[at:])


def _begins_with_verb(words: str, language: Language) -> bool:
    first = words.split(maxsplit=1)[0].lower()
    if first in {"som", "who", "that"} or first in _COPULAS:
        return True
    if language is Language.EN:
        return not first.endswith(("ing", "ly")) and first not in _PREPOSITIONS
    return bool(lexicon(language).verbs.get(first)) or first.endswith(("es", "er", "ar", "ast", "r"))


# --- counts ------------------------------------------------------------------------------------------------------------


def _count(before: str, counted: str, after: str, language: Language) -> str:
    """«Hjemmeboende møter 14 ulike ansatte i uka»: the number of different carers; «det tar 9 dager»: the time."""
    if not counted or not before:
        return ""
    if _HOLD.match(before):
        return f"{counted} {after}".strip()
    turned = _TURNED.match(before)
    if turned is not None and _tells(turned["verb"], language):
        before = f"{turned['who']} {turned['verb']}"
    lasts = counted.rsplit(maxsplit=1)[-1].lower() in _LENGTHS
    unclear = not lasts and not _RELATIVES.isdisjoint(before.split())
    if " " not in before or unclear or not _tells(before.split()[-1], language):
        return ""
    says = f"{lowered(before)} {after}".strip()
    if lasts:
        return f"{wording.TIME.in_language(language)} {says}"
    return f"{wording.NUMBER_OF.in_language(language)} {counted} {says}"


def _tells(word: str, language: Language) -> bool:
    """Whether a word is a verb in a tense that tells what is or was."""
    finite = {VerbForm.PRESENT, VerbForm.PAST} | ({VerbForm.INFINITIVE} if language is Language.EN else set())
    known = any(verb.form in finite for verb in lexicon(language).verbs.get(word.lower()))
    return known or (language is not Language.EN and word.endswith("r"))


_HELD = re.compile(
    r"(?<!\w)(?:hadde|har|had|have|has|er|var|ble|blei|vart|is|are|was|were|vi|me|we|det|den|dei|de|it|they|that|tallet|talet|andelen|delen"
    r"|the\s+(?:figure|number|share|rate))(?!\w)",
    re.IGNORECASE,
)


def is_bare(line: Line) -> bool:
    """Whether a sentence gives one value of what was just spoken of, and no more: «I 2025 hadde vi 5»."""
    if len(line.measures) != 1 or line.measures[0] is line.change.delta:
        return False
    (measure,) = line.measures
    around = without_time(f"{line.text[: measure.start]} {line.text[measure.end :]}")
    return not _HELD.sub(" ", around).strip(" .,")
