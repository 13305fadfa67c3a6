"""Telling what a key result is measured by: the reading that the rules on clarity share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import Phrases, VerbKind, lexicon
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Language
from assistant.rules.directions import opens_with_comparison

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.okr import KeyResult, Quantity


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
_FEELINGS = frozenset(
    "føler føle kjenner kjenne opplever oppleve synes synest mener meiner trives trivst stolte stolt tilfreds "
    "tilfredse fornøyd fornøyde nøgd nøgde sett hørt høyrt motiverte motivert engasjerte engasjert feel feels "
    "feeling think thinks perceive experience proud happy satisfied valued heard motivated engaged".split()
)
"""Nobody outside can verify these without asking, and asking gives a number."""
_STATES = frozenset(
    "sertifisert sertifiserte resertifisert godkjent godkjente godkjend godkjende vedtatt vedtatte vedteke vedtekne "
    "akkreditert akkrediterte lisensiert autorisert autoriserte ratifisert fredet freda børsnotert børsnoterte børs "
    "kåret kåra utnevnt utnemnd tildelt friskmeldt friskmeld rødlista rødlisten avviklet avvikla gjeldfri "
    "gjeldfritt gjeldfrie utslippsfri utslippsfritt utsleppsfri utsleppsfritt lovfestet lovfesta åpnet opna åpent "
    "åpen åpne ope open opne universelt certified recertified certification approved accredited accreditation "
    "adopted ratified licensed listed awarded opened debt-free emission-free enacted granted compliant".split()
)
"""What an outsider can look up: yes or no."""
_STATE_ENDS = (
    "sertifisert",
    "sertifiserte",
    "godkjent",
    "godkjend",
    "akkreditert",
    "sertifikat",
    "-certified",
    "-approved",
    "-accredited",
)
_GRADES = frozenset(
    "rød rødt raud raudt gul gult grøn grønt grønn bronse sølv gull red yellow amber green bronze silver gold".split()
)
_ORDINAL_ENDS = frozenset(". st nd rd th".split())
_FROM = frozenset("fra frå from".split())
_TO = frozenset("til to → -> =>".split())
_FIRST = frozenset("første fyrste first".split())
_NEW = frozenset("nye ny nytt new".split())
_TIMES = frozenset(
    "sekund sekunder minutt minutter min time timer timar døgn dag dager dagar virkedag virkedager virkedagar uke "
    "uker veke veker måned måneder månad månader år second seconds minute minutes hour hours day days week weeks "
    "month months year years".split()
)
_FRACTIONS = frozenset(
    "halvparten halvdelen halvdel tredel tredeler tredelar tredjedel tredjedeler tredjedelar fjerdedel fjerdedeler "
    "fjerdedelar femtedel half thirds two-thirds quarters three-quarters".split()
)
"""Shares written as words, which are no numbers to the reader of numbers."""
_AGAINST = _FROM | frozenset("mot against".split())
_BASELINES = frozenset(
    "grunnlinje grunnlinja grunnlinjen grunnlinjer basislinje basislinja nullpunkt nullpunktet nullpunktsmåling "
    "nullpunktmåling nullmåling utgangspunkt utgangspunktet startverdi startverdien startverdiar startverdier "
    "baseline baselines benchmark".split()
)
_FIND = frozenset(
    "finne finna finn måle måla mål telle telje telja tell tel kartlegge kartleggje kartleggja kartlegg find measure count "
    "establish work determine".split()
)
_MEASURED = frozenset("målt måles målast kartlagt kartlegges kartleggast telles teljast measured counted".split())
_NOT_MEASURED = {("utgangspunkt", "i"), ("benchmark", "of"), ("benchmark", "på")}
_FIRST_STEPS = _BASELINES | _FIND | _MEASURED
THEN = frozenset("deretter så dernest dinest then thereafter afterwards".split())
"""Words between measuring and what is to follow from it."""
_AT_FIRST = frozenset("først fyrst first".split())
_HOW = frozenset("hvor kor how hva kva what".split())
_REACH = 8
"""How many words on from «find» the «how» may stand: «finne ut innen 20. mai 2026 hvor mange»."""
_WHOLE = 100


@cache
def vague_words(language: Language) -> Phrases:
    """The words of a language that can mean anything, but the bare comparatives, which lack a value and no more."""
    words = lexicon(language)
    bare = frozenset[str]().union(*(words.phrases(name).entries for name in ("comparatives", "up_words", "down_words")))
    return Phrases((words.phrases("vague_words").entries | words.phrases("buzzwords").entries) - bare)


def measures_first(line: Line) -> int | None:
    """The word where a line says that the start value will be measured first, or ``None``.

    «grunnlinjen måles innen 20. september», «finne ut hvor mange det er i dag», «måles først», «establish a baseline»;
    «med utgangspunkt i» measures nothing.
    """
    words = line.words
    if _FIRST_STEPS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        following = words[index + 1 : index + 1 + _REACH]
        if word in _BASELINES and (word, *following[:1]) not in _NOT_MEASURED:
            return index
        if word in _MEASURED and not (_AT_FIRST.isdisjoint(following) and THEN.isdisjoint(words[index:])):
            return index
        if word in _FIND and not _HOW.isdisjoint(following):
            return index
    return None


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
    return level.bound is not None and level.unit in _TIMES and opens_with_comparison(line)


def _has_start(key_result: KeyResult, line: Line) -> bool:
    start = key_result.baseline
    return line.change.baseline is not None or (start is not None and (start.value is not None or bool(start.text)))


def _needs_start(goal: Measure | Quantity | None, line: Line) -> bool:
    """Zero, none, all, a state and a count that starts at nothing need no start value."""
    if goal is None:
        return True
    if goal.value is None or goal.value == 0 or (goal.value == _WHOLE and goal.unit == PERCENT):
        return False
    if isinstance(goal, Measure):
        before, after = line.words[max(goal.first - 2, 0) : goal.first], line.words[goal.first + 1 : goal.last + 2]
        if not _FIRST.isdisjoint(before) or not _NEW.isdisjoint(after) or line.words[0] in _NEW:
            return False
    return _none_or_all(line) is None


def _without_value(key_result: KeyResult, line: Line) -> Measuring:
    """A line without a number: none, all, a grade or a state make it measurable."""
    if _is_step_of_grades(line):
        return _STATE
    if not _FRACTIONS.isdisjoint(line.words):
        lacks = _AGAINST.isdisjoint(line.words) and not _has_start(key_result, line)
        return Measuring(measured=True, lacks_start=lacks and measures_first(line) is None)
    if key_result.metric is not None or opens_with_comparison(line) or line.head.kind is VerbKind.VAGUE:
        return _STATE if key_result.metric is None and _none_or_all(line) is not None else _NOTHING
    if _none_or_all(line) is not None or _is_state(line):
        return _STATE
    return _NOTHING


def _none_or_all(line: Line) -> int | None:
    """The word that leaves nothing out: «ingen», «null», «alle», «every»."""
    words = line.words
    none, whole = _NONE[line.language], _ALL[line.language]
    if none.isdisjoint(words) and whole.isdisjoint(words):
        return None
    if not _FEELINGS.isdisjoint(words) or opens_with_comparison(line):
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


def _is_state(line: Line) -> bool:
    words = line.words
    if not _FEELINGS.isdisjoint(words):
        return False
    return not _STATES.isdisjoint(words) or any(word.endswith(_STATE_ENDS) for word in words)


def _is_step_of_grades(line: Line) -> bool:
    """«Tilstandsgrad fra CII D til B», «from red to green»."""
    words = line.words
    if _FROM.isdisjoint(words) or _TO.isdisjoint(words):
        return False
    start = next(index for index, word in enumerate(words) if word in _FROM)
    for index in range(start + 2, min(start + 6, len(words) - 1)):
        if words[index] in _TO:
            return _is_grade(line, index - 1) and _is_grade(line, index + 1)
    return False


def _is_grade(line: Line, index: int) -> bool:
    word = line.tokens.slice(index, index)
    if word[0].isdecimal() or (word in _ORDINAL_ENDS and line.words[index - 1][0].isdecimal()):
        return True  # «fra 12. til 5. plass»: a rank
    return word.lower() in _GRADES or (len(word) <= 4 and word.isalpha() and word.isupper())
