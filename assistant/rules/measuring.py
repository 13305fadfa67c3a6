"""Telling what a key result is measured by: the reading that the rules on clarity share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import Phrases, VerbKind, lexicon
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Language
from assistant.rules.directions import opens_with_comparison
from assistant.rules.starting import THEN, measures_first
from assistant.rules.states import FEELINGS, is_closed, is_state_word, is_step_of_grades, is_verified_state

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.okr import KeyResult, Quantity

__all__ = ["THEN", "Measuring", "measures_first", "read_measuring", "vague_words"]


class Measuring(NamedTuple):
    """What a key result is measured by.

    Attributes:
        measured: Whether somebody outside could tell if it was reached.
        lacks_start: Whether it says where to go and not from where, though it should.
        goal: The value to reach as it is written, where there is one.
        span: Where that value, or the words that stand for it, are in the line.
    """

    measured: bool
    lacks_start: bool = False
    goal: str | None = None
    span: tuple[int, int] | None = None


_NOTHING = Measuring(measured=False)
_STATE = Measuring(measured=True)

_NONE = {
    Language.NB: frozenset("ingen intet null aldri".split()),
    Language.NN: frozenset("ingen inga inkje null aldri".split()),
    Language.EN: frozenset("no none nobody zero never".split()),
}
_NOT_NONE = frozenset("longer more less fewer later sooner one's".split())
"""After «no»: «no longer», «no later than»."""
_ALL = {
    Language.NB: frozenset("alle alt samtlige hver hvert".split()),
    Language.NN: frozenset("alle alt samtlege kvar kvart".split()),
    Language.EN: frozenset("all every each everyone everybody".split()),
}
_NOT_ALL = frozenset(
    "dag uke uka måned år kvartal tertial halvår time gang annen andre mandag tirsdag onsdag torsdag fredag enkelt "
    "veke veka månad annan måndag tysdag laurdag sundag lørdag søndag day week month year quarter term hour time "
    "other second monday tuesday wednesday thursday friday".split()
)
"""After «hver» and «every»: a rhythm, and not a whole."""
_FROM = frozenset("fra frå from".split())
_THAN = frozenset("enn than".split())
_ASIDES = frozenset(", ( – —".split())
_LASTING = frozenset("etter after i for over in".split())
_FIRST = frozenset("første fyrste first".split())
_NEW = frozenset("nye ny nytt new".split())
_TIMES = frozenset(
    "sekund sekunder minutt minutter min time timer timar døgn dag dager dagar virkedag virkedager virkedagar uke "
    "uker veke veker måned måneder månad månader år second seconds minute minutes hour hours day days week weeks "
    "month months year years".split()
)
_FRACTIONS = frozenset(
    "halvparten halvdelen halvdel tredel tredeler tredelar tredjedel tredjedeler tredjedelar fjerdedel fjerdedeler "
    "fjerdedelar femtedel halvparten half third thirds two-thirds quarters three-quarters".split()
)
"""Shares written as words, which are no numbers to the reader of numbers."""
_AGAINST = _FROM | frozenset("mot against".split())
_TOPS = frozenset("topp top".split())
_RANKS = frozenset("fra frå from plass plassering position rank rangering blant among in".split())
_STARS = frozenset("stjerne stjerner stars star".split())
_UPHOLD = frozenset(
    "opprettholde opprettholder opprettholdes oppretthalde opprettheld oppretthalda maintain maintains maintaining uphold".split()
)
_KEEP = frozenset("beholde beholder beheld behalde keep keeps retain retains".split())
_FIRST_WITHIN = 4
"""Words between «the first» and its number: «første kull på 24 studenter»."""
_WHOLE = 100
_NAME_WITHIN = 3
"""A name opens the line: «The belt 2»."""


@cache
def vague_words(language: Language) -> Phrases:
    """The words of a language that can mean anything, but the bare comparatives, which lack a value and no more."""
    words = lexicon(language)
    bare = frozenset[str]().union(*(words.phrases(name).entries for name in ("comparatives", "up_words", "down_words")))
    return Phrases((words.phrases("vague_words").entries | words.phrases("buzzwords").entries) - bare)


def read_measuring(key_result: KeyResult, line: Line) -> Measuring:
    """What a key result is measured by, from its values where it has them and else from its line."""
    goal = _goal(key_result, line)
    if goal is None and line.change.factor is None:
        return _without_value(key_result, line)
    lacks = not _has_start(key_result, line) and _needs_start(goal, line) and measures_first(line) is None
    if isinstance(goal, Measure):
        return Measuring(
            measured=True, lacks_start=lacks, goal=line.text[goal.start : goal.end], span=(goal.start, goal.end)
        )
    return Measuring(measured=True, lacks_start=lacks, goal=None if goal is None else goal.text)


def _goal(key_result: KeyResult, line: Line) -> Measure | Quantity | None:
    """The value to reach, or the size of the change."""
    target = key_result.target
    if target is not None and (target.value is not None or target.text):
        return target
    change = line.change
    goal = change.target
    alone = goal is not None and goal.role is Role.LEVEL and change.baseline is None
    if goal is not None and alone and _belongs_to_metric(goal, key_result, line):
        goal = None
    return goal or change.delta


def _belongs_to_metric(level: Measure, key_result: KeyResult, line: Line) -> bool:
    """«Flere kunder over 70 år», «øke andelen som venter under 10 dager»: the level tells what is counted."""
    if key_result.metric is not None and line.text[level.start : level.end] in key_result.metric:
        return True
    if level.bound is None and 0 < level.first <= _NAME_WITHIN and _is_number_of_a_name(level, line):
        return True
    if level.unit not in _TIMES:
        return False
    if level.first and line.words[level.first - 1] in _LASTING and is_verified_state(line):
        return True  # «går i balanse etter tre år med tap»
    return level.bound is not None and opens_with_comparison(line)


def _is_number_of_a_name(level: Measure, line: Line) -> bool:
    """«Kran 4 sertifisert av DNV», «Belt 2 certified by 29 May»: the number tells which one, the state what of it."""
    before = line.words[level.first - 1]
    if (
        not before[0].isalpha()
        or before in line.lexicon.phrases("prepositions").entries
        or before in _NONE[line.language]
    ):
        return False
    unit = level.unit
    if before in line.lexicon.verbs and not (level.first == 1 and unit is not None and is_state_word(unit)):
        return False  # «Løft 5 godkjent» is a lift
    return (unit is None or is_state_word(unit) or unit in line.lexicon.verbs) and is_verified_state(line)


def _is_named(line: Line) -> bool:
    """«Løft 5 godkjent», «Lift 5 approved»: not a comparison, but a name."""
    measures = line.measures
    return bool(measures) and measures[0].first == 1 and _is_number_of_a_name(measures[0], line)


def _has_start(key_result: KeyResult, line: Line) -> bool:
    start = key_result.baseline
    if line.change.baseline is not None or (start is not None and (start.value is not None or bool(start.text))):
        return True
    if not _FRACTIONS.isdisjoint(line.words) and _against_fraction(line.words):
        return True
    delta, measures = line.change.delta, line.measures
    if delta is None or len(measures) == 1 or delta.first == 0 or _THAN.isdisjoint(line.words):
        return False
    # «12 000 lesere, 1 500 flere enn i januar»
    return line.words[delta.first - 1] in _ASIDES and measures[0].last < delta.first


def _against_fraction(words: list[str]) -> bool:
    """«Halvparten leser 100 ord, mot en tredel i dag»: the start value is in words."""
    return any(
        word in _FRACTIONS and not _AGAINST.isdisjoint(words[max(at - 2, 0) : at]) for at, word in enumerate(words)
    )


def _needs_start(goal: Measure | Quantity | None, line: Line) -> bool:
    """Zero, none, all, a state and a count that starts at nothing need no start value."""
    if goal is None:
        return True
    if goal.value is None or goal.value == 0 or (goal.value == _WHOLE and goal.unit == PERCENT):
        return False
    return not _says_its_start(goal, line) and _none_or_all(line) is None


def _says_its_start(goal: Measure | Quantity, line: Line) -> bool:
    """A place in a ranking, what is kept, the whole of a number, the first ones and new ones."""
    words = line.words
    if not _TOPS.isdisjoint(words) and not _RANKS.isdisjoint(words):
        return True  # «fra plass 38 til topp 20»
    if not _UPHOLD.isdisjoint(words):
        return True  # «opprettholde 4,4»: the goal is where it stands
    if goal.unit in _STARS and not _KEEP.isdisjoint(words):
        return True  # «beholder fire stjerner»
    if not isinstance(goal, Measure):
        return False
    if goal.first and words[goal.first - 1] in _ALL[line.language]:
        return True  # «samtlige 240 husstander»
    before, after = words[max(goal.first - _FIRST_WITHIN, 0) : goal.first], words[goal.first + 1 : goal.last + 2]
    first = not _FIRST.isdisjoint(before[-2:]) or (words[0] in _FIRST and words[0] in before)
    return first or not _FIRST.isdisjoint(after[:1]) or not _NEW.isdisjoint(after) or words[0] in _NEW


def _without_value(key_result: KeyResult, line: Line) -> Measuring:
    """A line without a number: none, all, a grade or a state make it measurable."""
    if is_step_of_grades(line):
        return _STATE
    if not _FRACTIONS.isdisjoint(line.words):
        lacks = _AGAINST.isdisjoint(line.words) and not _has_start(key_result, line)
        return Measuring(measured=True, lacks_start=lacks and measures_first(line) is None)
    if (line.head.first > 1 and is_closed(line.words)) or _is_named(line):
        return _STATE  # «The regulator has lifted the notice»
    if key_result.metric is not None or opens_with_comparison(line) or line.head.kind is VerbKind.VAGUE:
        return _STATE if key_result.metric is None and _none_or_all(line) is not None else _NOTHING
    if _none_or_all(line) is not None or is_verified_state(line):
        return _STATE
    return _NOTHING


def _none_or_all(line: Line) -> int | None:
    """The word that leaves nothing out: «ingen», «null», «alle», «every»."""
    words = line.words
    none, whole = _NONE[line.language], _ALL[line.language]
    if none.isdisjoint(words) and whole.isdisjoint(words):
        return None
    if not FEELINGS.isdisjoint(words) or opens_with_comparison(line):
        return None
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in none and following not in _NOT_NONE:
            return index
        if word in whole and following not in _NOT_ALL and not following[:1].isdecimal():
            if vague_words(line.language).find(words) is not None:
                return None  # «Every ward has appropriate routines»
            # «Styrke dialogen med alle kommunene» is no more measurable for the «alle».
            if index == 0 or words[index - 1] in {"at", "that"} or line.head.kind is not VerbKind.VAGUE:
                return index
    return None
