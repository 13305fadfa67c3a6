"""Telling work from results: the reading that the task-driven rules share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind, lexicon
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Bound, Language
from assistant.rules.measuring import measures_first

if TYPE_CHECKING:
    from assistant.language.line import Line


class Work(NamedTuple):
    """What makes a line work and not a result.

    Attributes:
        counted: Whether it counts activities («seks kvelder»), and is not one piece of work.
        word: The word that decides: a verb's lemma or a noun.
        span: Where it stands in the line; of a count, the number too.
        rest: What the work is about: the words after it, up to a date, or those before it («Ny nettside er lansert»).
    """

    counted: bool
    word: str
    span: tuple[int, int]
    rest: str


class _Activity(NamedTuple):
    """A counted activity: its noun, from the number to the noun, and the index of the noun."""

    noun: str
    first: int
    last: int


_SHORTEST_COMPOUND = 7
"""Letters; a shorter word is an activity only as a whole."""
_SHORTEST_NOUN = 4
"""Letters: the last part of a compound is at least as long as «kurs»."""
_FARTHEST = 8
"""A bare count stands early in its line: «12 kundebesøk i måneden»."""
_NOUN_WITHIN = 3
"""How many words on from the number its noun may stand: «to nye digitale kurs»."""
_POINTS = frozenset(("prosentpoeng", "percentage points"))
_STEPS = frozenset("fra frå from → -> =>".split())
_NOUN_ENDS = frozenset(
    "av of fra frå from til to per pr for i in med with på on som who that which er is are har has have blir ble "
    "innen innan før by before , ; : ( og and".split()
)
"""Words that end the search for what a number counts."""
_TO_US = frozenset(
    "besøk besøket besøkene besøka treff treffene visit visits review reviews call calls email emails e-mail "
    "e-mails message messages innspill tests test session sessions annonser".split()
)
"""What others may do as well: «12 000 besøk» alone is a result, «gjennomføre 12 besøk» is work."""
_NUMBER_OF = frozenset("antall antallet talet tal mengda på the number of total".split())
_OURS = tuple(
    "møte meeting workshop intervju interview innlegg nyhetsbrev nyheitsbrev newsletter kampanje campaign webinar "
    "seminar fagdag befaring synfaring artikler artiklar".split()
)
"""Parts of words for what only we do: more of these is no result either, while consultations may be what is sold."""
_AFTER_A_METRIC = frozenset(
    "per pr i in med with for opp up fra frå from : , – - a each every hver hvert kvar kvart held holdt halde "
    "gjennomført gjennomførte".split()
)
"""What may follow a noun that is the whole of a metric: «campaign conversion» is about conversion."""
_BEFORE_A_NOUN = frozenset("de dei våre alle the our all".split())
"""Before a participle these make it people: «ta vare på de ansatte»."""
_DONE = frozenset((VerbForm.PARTICIPLE, VerbForm.PAST))
_DECIDED = frozenset(
    "godkjenne godkjenna vedta sertifisere akkreditere ratifisere approve certify accredit ratify enact".split()
)
"""What is said of a state an outsider can verify, once it is done."""

_MEASURING = frozenset(
    "måle telle telje kartlegge kartleggje etablere fastsette fastsetje measure count map establish set".split()
)
"""Work that finds a start value, and may stand before the goal."""


def read_work(line: Line) -> Work | None:
    """What makes a line work, or ``None`` for a result.

    The head verb decides. A number that counts activities («hold six evenings», «10 møter») wins over the verb; a share
    («90 % of meetings») counts no activities.
    """
    head = line.head
    if head.kind is VerbKind.TASK:
        if (head.form in _DONE and _is_no_work(line)) or _measures_for_a_goal(line):
            return None
        activity = _counted_activity(line)
        rest = _rest(line, head.first, head.last)
        if activity is not None:
            return _count(line, activity, rest)
        span = (line.tokens.start(head.first), line.tokens.end(head.last))
        return Work(counted=False, word=head.lemma or "", span=span, rest=rest)
    if head.form is None and line.measures:
        activity = _counted_activity(line)
        if activity is None or not _is_bare_count(line, activity):
            activity = _more_of_an_activity(line)
        if activity is not None:
            return _count(line, activity, _rest(line, activity.first, activity.last))
    return None


def _is_no_work(line: Line) -> bool:
    """«ta vare på de ansatte» is about people; «godkjent av tilsynet» was decided by somebody else."""
    head = line.head
    return head.lemma in _DECIDED or (head.first > 0 and line.words[head.first - 1] in _BEFORE_A_NOUN)


def _measures_for_a_goal(line: Line) -> bool:
    """«Kartlegge hvor mange som ringer to ganger, og så halvere tallet»: the measuring serves the goal behind it."""
    if line.head.lemma not in _MEASURING or measures_first(line) is None:
        return False
    return line.change.factor is not None or line.change.delta is not None


@cache
def _activities(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The activity nouns of a language, and the last three letters they have."""
    activities = lexicon(language).phrases("activity_nouns").entries
    return activities, frozenset(word[-3:] for word in activities)


def is_activity(language: Language, word: str) -> bool:
    """Whether a word names an activity one can hold many of, whole or as the last part of a Norwegian compound."""
    activities, ends = _activities(language)
    if word in activities:
        return True
    if language is Language.EN or len(word) < _SHORTEST_COMPOUND or word[-3:] not in ends:
        return False
    return any(word[cut:] in activities for cut in range(2, len(word) - _SHORTEST_NOUN + 1))


def _count(line: Line, activity: _Activity, rest: str) -> Work:
    tokens = line.tokens
    return Work(
        counted=True, word=activity.noun, span=(tokens.start(activity.first), tokens.end(activity.last)), rest=rest
    )


def _counted_activity(line: Line) -> _Activity | None:
    words = line.words
    for measure in line.measures:
        if _is_share(measure) or measure.bound is Bound.AT_MOST or measure.role is Role.BASELINE:
            continue
        for index in range(measure.first, min(measure.last + _NOUN_WITHIN, len(words))):
            if index > measure.last and words[index] in _NOUN_ENDS:
                break
            if is_activity(line.language, words[index]):
                return _Activity(words[index], measure.first, index)
    return None


def _is_share(measure: Measure) -> bool:
    unit = measure.unit or ""
    return unit == PERCENT or unit in _POINTS or unit.startswith(("av ", "of "))


def _is_bare_count(line: Line, activity: _Activity) -> bool:
    """«12 kundemøter i måneden»: nothing but a count, not a change of one («fra 3 til 12»)."""
    if activity.noun in _TO_US or activity.last >= _FARTHEST or not _STEPS.isdisjoint(line.words):
        return False
    return line.change.baseline is None and line.change.factor is None


def _more_of_an_activity(line: Line) -> _Activity | None:
    """«Salgsmøter per uke opp fra 8 til 15», «Antall intervjuer: 3 → 12»; fewer meetings are a result."""
    start, goal, words = line.change.baseline, line.change.target, line.words
    if start is None or goal is None or goal.value <= start.value or _is_share(goal):
        return None
    first = next((index for index, word in enumerate(words) if word not in _NUMBER_OF), 0)
    for at in range(first, min(first + _NOUN_WITHIN, start.first - 1)):
        if words[at] in _NOUN_ENDS:
            return None
        if words[at + 1] in _AFTER_A_METRIC and any(part in words[at] for part in _OURS):
            return _Activity(words[at], first, at)
    return None


@cache
def _links(language: Language) -> frozenset[str]:
    """The words between a subject and its participle: «skal være», «has been»."""
    words = lexicon(language)
    return words.words("copulas") | words.words("modals") | words.words("adverbs")


def _rest(line: Line, first: int, last: int) -> str:
    """What the work at words ``first`` to ``last`` is about, for building a suggestion from."""
    tokens, words = line.tokens, line.words
    stop = next((mention.first for mention in line.dates if mention.first > last), len(words))
    if last + 1 < stop:
        after = tokens.slice(last + 1, stop - 1).strip(" .,;:()")
        if after:
            return after
    end = first - 1
    while end >= 0 and words[end] in _links(line.language):
        end -= 1
    return tokens.slice(0, end).strip(" .,;:()") if end >= 0 else ""
