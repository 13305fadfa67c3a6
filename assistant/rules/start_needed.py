"""Telling which goals need a start value beside them: not zero, none, all, a state, or a count that starts at nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assistant.language.lexicon import Phrases, VerbKind, lexicon
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Bound, Language
from assistant.rules.directions import opens_with_comparison
from assistant.rules.states import FEELINGS, is_verified_state

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.okr import Quantity

NONE = {
    Language.NB: frozenset("ingen intet null aldri".split()),
    Language.NN: frozenset("ingen inga inkje null aldri".split()),
    Language.EN: frozenset("no none nobody zero nil never".split()),
}
_ONE = frozenset("one a an et ett en én ei éi ein éin eit eitt".split())
_NOT, _SINGLE = frozenset("ikke ikkje not".split()), frozenset("eneste einaste single".split())
_NOT_NONE = frozenset("longer more less fewer later sooner higher lower greater larger worse one's".split())
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
_FIRST = frozenset("første fyrste first".split())
_NEW = frozenset("nye ny nytt new".split())
_TOPS = frozenset("topp top".split())
_RANKS = frozenset("fra frå from plass plassering position rank rangering blant among in".split())
_STARS = frozenset("stjerne stjerner stars star".split())
_UPHOLD = frozenset(
    "opprettholde opprettholder opprettholdes oppretthalde opprettheld oppretthalda maintain maintains maintaining uphold".split()
)
_KEEP = frozenset("beholde beholder beheld behalde keep keeps retain retains".split())
_SCORES = frozenset("prosentpoeng poeng points point stjerner stars grad grader degrees".split())
_RATES = frozenset(
    "per pr hver hvert kvar kvart a an each every måneden månaden uka uken veka året dagen døgnet daily weekly monthly".split()
)
_MEANT_FOR = frozenset("for til".split())
_LASTING = frozenset("i for med over på".split())
"""Before a time, how long what is given lasts: «forlenget i to år»."""
TIMES = frozenset(
    "sekund sekunder minutt minutter min time timer timar døgn dag dager dagar virkedag virkedager virkedagar uke "
    "uker veke veker måned måneder månad månader år second seconds minute minutes hour hours day days week weeks "
    "month months year years".split()
)
_HAVE = (["har"], ["have"], ["has"])
_FEW = 10
_BOUND_WITHIN = 2
_FIRST_WITHIN = 4
"""Words between «the first» and its number: «første kull på 24 studenter»."""
_WHOLE = _MANY = 100


@cache
def vague_words(language: Language) -> Phrases:
    """The words of a language that can mean anything, but the bare comparatives, which lack a value and no more."""
    words = lexicon(language)
    bare = frozenset[str]().union(*(words.phrases(name).entries for name in ("comparatives", "up_words", "down_words")))
    return Phrases((words.phrases("vague_words").entries | words.phrases("buzzwords").entries) - bare)


def needs_start(goal: Measure | Quantity | None, line: Line) -> bool:
    """Zero, none, all, a state and a count that starts at nothing need no start value."""
    if goal is None:
        return True
    if goal.value is None or goal.value == 0 or (goal.value == _WHOLE and goal.unit == PERCENT):
        return False
    if isinstance(goal, Measure) and goal.bound is Bound.AT_LEAST and (goal.value == 1 or _have_done(goal, line)):
        return False  # «i fast sortiment hos minst én kjede», «minst to lærlinger har sagt ja»
    if isinstance(goal, Measure) and (_tells_what_is_given(goal, line) or _is_bare_count(goal, line)):
        return False
    return not _says_its_start(goal, line) and none_or_all(line) is None


def _tells_what_is_given(goal: Measure, line: Line) -> bool:
    """«Sertifisert for 60 passasjerer», «gjelda på 1,2 millioner er nedbetalt»: a yes/no state of so many, or so much.

    A share, a score, a bound and a time within which something is granted are values of a metric.
    """
    unit = goal.unit
    if goal.role is not Role.LEVEL or line.change.baseline is not None or unit is None or is_share(unit):
        return False
    before = line.words[goal.first - 1] if goal.first else ""
    if (goal.bound is not None and before not in _MEANT_FOR) or (unit in TIMES and before not in _LASTING):
        return False
    return is_verified_state(line)


def _have_done(goal: Measure, line: Line) -> bool:
    """Whether the line opens with so few of somebody who have done something, which nobody has yet."""
    opens = line.words[goal.last + 1 : goal.last + 2] in _HAVE and goal.first <= _BOUND_WITHIN
    return opens and goal.value < _FEW and not is_share(goal.unit or PERCENT)


def _is_bare_count(goal: Measure, line: Line) -> bool:
    """«Seks gårder leverer til torget»: so few of somebody or something that they may well be counted from nothing.

    A bound, a rate, a large number and a number of what is measured («420 kr», «25 minutter») are values of a metric.
    """
    unit, words = goal.unit, line.words
    if goal.role is not Role.LEVEL or goal.bound is not None or unit is None or is_share(unit):
        return False
    if goal.value >= _MANY or not unit[0].isalpha() or unit in line.lexicon.phrases("units").entries:
        return False
    return _RATES.isdisjoint(words[goal.last + 1 :])


def is_share(unit: str) -> bool:
    """Whether a unit is that of a share or a score: «%», «av 10», «poeng»."""
    return unit == PERCENT or unit in _SCORES or unit.startswith(("av ", "of "))


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


def _not_one(words: list[str]) -> int | None:
    """«Not a single unit comes back», «ikke en eneste klage»."""
    if len(words) > 1 and words[0] in _NOT and words[1] in _ONE:
        return 0  # «Ikke ett lam tatt av rev»
    if _SINGLE.isdisjoint(words):
        return None
    at = next(index for index, word in enumerate(words) if word in _SINGLE)
    return at if not _NOT.isdisjoint(words[max(at - 2, 0) : at]) else None


def none_or_all(line: Line) -> int | None:
    """The word that leaves nothing out: «ingen», «null», «alle», «every»."""
    words = line.words
    none, whole = NONE[line.language], _ALL[line.language]
    if none.isdisjoint(words) and whole.isdisjoint(words):
        return _not_one(words)
    if not FEELINGS.isdisjoint(words) or (words[0] not in none and opens_with_comparison(line)):
        return None  # «ingen løfter mer enn 25 kilo» compares nothing
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
