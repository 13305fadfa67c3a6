"""Telling work from results: the reading that the task-driven rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.numbers import PERCENT
from assistant.rules.bare_counts import nothing_but_a_count
from assistant.rules.commands import read_command
from assistant.rules.counting import (
    Activity,
    bare_count,
    counted_activity,
    counted_by_participle,
    counted_by_verb,
    more_of_an_activity,
    named_first,
    one_each,
)
from assistant.rules.described import goes_from, is_described, is_how_often, links, names_what_is_measured
from assistant.rules.directions import opening_direction
from assistant.rules.others import DONE, done_by_others, is_first_of_others
from assistant.rules.own_people import is_own_people
from assistant.rules.starting import THEN, measures_first
from assistant.rules.states import FEELINGS, is_cleared
from assistant.rules.unlisted import read_unlisted
from assistant.rules.unlisted_words import NOBODY

if TYPE_CHECKING:
    from assistant.language.line import Line


class Work(NamedTuple):
    """What makes a line work and not a result.

    Attributes:
        counted: Whether it counts activities («seks kvelder»), and is not one piece of work.
        word: The word that decides: a verb's lemma or a noun.
        span: Where it stands in the line; of a count, the number too.
        rest: What the work is about: the words after it, up to a date, or those before it («Ny nettside er lansert»).
        sure: Whether a verb or noun of work says so, and not the build of the line alone.
    """

    counted: bool
    word: str
    span: tuple[int, int]
    rest: str
    sure: bool = True


_BEFORE_A_NOUN = frozenset("de dei våre alle the our all".split())
"""Before a participle these make it people: «ta vare på de ansatte»."""
_BEFORE_NO_WORK = _BEFORE_A_NOUN | FEELINGS
_LIGHT = frozenset(
    "ha have meet møte møta treffe treffa delta participate ta gi gje gjøre gjere make do give take".split()
)
"""Verbs that say little: with a number of activities they are work, «delta på seks messer», «make 60 calls»."""
_SAID_OF_US = frozenset((VerbForm.PRESENT, VerbForm.PAST, VerbForm.INFINITIVE))
_SAID_OF_THINGS = frozenset((VerbForm.PASSIVE, VerbForm.PARTICIPLE))
_VERB_AFTER_SUBJECT = 2
"""Words before the number at least: who does it, and the verb."""
_DECIDED = frozenset(
    "godkjenne godkjenna vedta sertifisere akkreditere ratifisere approve certify accredit ratify enact nominere nominera kåre kåra nominate shortlist admit rate decide beslutte beslutta".split()
) | {"decide on"}
"""What is said of a state an outsider can verify, once it is done."""

_UNLISTED_INFINITIVES = ("ere", "era")
_WHOLE = 100
_OF = (["av"], ["of"])
_VERBAL = ("ering", "eringen", "eringa")
_AND = frozenset(("og", "and"))
_MEASURING = frozenset(
    "måle telle telje kartlegge kartleggje undersøke undersøkje finne avdekke etablere fastsette fastsetje measure count "
    "map establish set determine survey find".split()
)
"""Work that finds a start value, and may stand before the goal."""


def read_work(line: Line) -> Work | None:
    """What makes a line work, or ``None`` for a result.

    The head verb decides. A number that counts activities («hold six evenings», «10 møter») wins over the verb; a share
    («90 % of meetings») counts no activities.
    """
    head = line.head
    if head.kind is VerbKind.TASK:
        return _read_task(line)
    if line.measures and (head.form is None or _is_more(line)):
        activity = (bare_count(line) if head.form is None else None) or more_of_an_activity(line)
        if activity is not None:
            return _count_of(line, activity)
    if line.measures and head.kind is not VerbKind.VAGUE and (activity := _done_by_us(line)) is not None:
        return _count_of(line, activity)
    if head.lemma in _LIGHT and head.form is VerbForm.INFINITIVE and line.change.baseline is None:
        activity = counted_activity(line) or counted_by_verb(line, head.lemma, head.last)
        if activity is not None:
            return _count_of(line, activity)
    if head.form is None and (activity := nothing_but_a_count(line) if line.measures else one_each(line)) is not None:
        return _count_of(line, activity)
    return _ordered(line) or _all_of_it(line) or _from_nothing(line) or _unlisted(line)


def _done_by_us(line: Line) -> Activity | None:
    """«Rådgiverne gjennomfører 160 gårdsbesøk», «Field advisors carry out 160 farm walks»: work, whoever does it."""
    activity = counted_activity(line)
    if line.change.baseline is not None:
        return None
    if activity is None:
        return _counted_by_what_we_do(line)
    if activity.first < _VERB_AFTER_SUBJECT:
        return None
    for at in (activity.first - 1, activity.first - 2):
        for verb in line.lexicon.verbs.get(line.words[at]):
            size = len(verb.particles)
            follows = tuple(line.words[at + 1 : at + 1 + size]) == verb.particles
            if verb.kind is VerbKind.TASK and verb.form in _SAID_OF_US and follows and at + 1 + size == activity.first:
                return activity
    return None


def _counted_by_what_we_do(line: Line) -> Activity | None:
    """«Alle selgerne ringer sine ti største kunder hver måned»: what each of our own does so and so often."""
    words = line.words
    for at in range(1, min(len(words), line.measures[0].first)):
        for verb in line.lexicon.verbs.get(words[at]):
            is_plain = verb.form in {VerbForm.PRESENT, VerbForm.INFINITIVE} and not verb.particles
            if is_plain and is_own_people(words[at - 1]):
                return counted_by_verb(line, verb.lemma, at)
    return None


def _is_more(line: Line) -> bool:
    """«Øke antall møter …», «Flere besøk …»: up, and nothing else."""
    direction = opening_direction(line)
    return direction is not None and direction.rising


def _read_task(line: Line) -> Work | None:
    head = line.head
    if _is_no_task(line):
        return None
    if is_described(line):
        activity = more_of_an_activity(line)
        return None if activity is None else _count_of(line, activity)
    lemma = head.lemma or ""
    activity = counted_activity(line) or counted_by_verb(line, lemma, head.last)
    if activity is None and head.form in DONE:
        activity = counted_by_participle(line, lemma, head.first)
    if activity is None and head.form in DONE | {VerbForm.IMPERATIVE, None}:
        activity = named_first(line)  # «Annonser i lokalavisa: 12», «Vernerunder: 24 fordelt på fire anlegg»
    if activity is not None:
        return _count(line, activity, _rest(line, head.first, head.last))
    if names_what_is_measured(line):
        return None
    return _piece(line, lemma, head.first, head.last)


def _is_no_task(line: Line) -> bool:
    """Whether what surrounds a verb or noun of work makes a result of it."""
    head, change = line.head, line.change
    if (head.form in DONE and _is_no_work(line)) or _measures_for_a_goal(line):
        return True
    if (
        head.form in {VerbForm.INFINITIVE, VerbForm.PARTICIPLE}
        and head.first > 1
        and change.baseline
        and read_command(line)
    ):
        return True  # what is ordered is measured
    if head.form in {VerbForm.GERUND, VerbForm.PRESENT, None} and is_cleared(line.words):
        return True  # «Planning permission granted»
    if head.form in _SAID_OF_THINGS and change.baseline and is_how_often(line):
        return True
    # «Røykløp i sotklasse 3 tynnes ut fra 412 til under 250»
    return head.form in _SAID_OF_THINGS and goes_from(line, head.last + 1)


def _ordered(line: Line) -> Work | None:
    """«Alle ansatte skal registrere timer»: an order to one's own people is work, if the verb is."""
    command = read_command(line)
    if command is None or line.change.baseline is not None:
        return None  # what is ordered is measured: «Planners have to get empty running down from 29 to 21 %»
    for at in range(command.last + 1, len(line.words)):
        infinitives = [verb for verb in line.lexicon.verbs.get(line.words[at]) if verb.form is VerbForm.INFINITIVE]
        for verb in infinitives:
            last = at + len(verb.particles)
            if verb.kind is not VerbKind.TASK or tuple(line.words[at + 1 : last + 1]) != verb.particles:
                continue
            activity = counted_activity(line) or counted_by_verb(line, verb.lemma, last)
            if activity is not None:
                return _count(line, activity, _rest(line, at, last))
            return _piece(line, verb.lemma, at, last)
        if infinitives:
            return None
        if line.words[at].endswith(_UNLISTED_INFINITIVES) and line.words[at - 1] in {"å", "skal", "må"}:
            return _piece(line, line.words[at], at, at)  # «har å hospitere»
    return None


def _all_of_it(line: Line) -> Work | None:
    """«100% of policies reviewed and republished»: work told as a share, where nothing says how soon or since when."""
    words, target = line.words, line.change.target
    if target is None or (target.value, target.unit) != (_WHOLE, PERCENT) or len(line.measures) > 1:
        return None
    delivers = line.lexicon.phrases("delivery_verbs").entries
    for at in range(target.last + 1, len(words)):
        if at + 1 < len(words) and words[at + 1][0].isalpha() and words[at + 1] not in _AND:
            continue
        for verb in line.lexicon.verbs.get(words[at]):
            if verb.form is VerbForm.PARTICIPLE and verb.lemma in delivers:
                return _piece(line, verb.lemma, at, at)
    return None


def _from_nothing(line: Line) -> Work | None:
    """«Montering av sensorer fra 0 til 140»: how far a piece of work has come."""
    words, change = line.words, line.change
    if change.baseline is None or change.baseline.value != 0 or words[1:2] not in _OF:
        return None
    if not (words[0].endswith(_VERBAL) or line.lexicon.phrases("task_nouns").length_at(words, 0)):
        return None
    return _piece(line, words[0], 0, 0)


def _unlisted(line: Line) -> Work | None:
    found = read_unlisted(line)
    if found is None:
        return None
    return _piece(line, found.word, found.first, found.last, sure=found.thing)


def _is_no_work(line: Line) -> bool:
    """«ta vare på de ansatte» is about people; «godkjent av tilsynet», «avsluttet uten pålegg» were for others to say."""
    head = line.head
    if head.lemma in _DECIDED or (head.first > 0 and line.words[head.first - 1] in _BEFORE_NO_WORK):
        return True  # «ta vare på de ansatte», «passengers feel informed»
    return line.words[0] in NOBODY or done_by_others(line) or is_first_of_others(line) or is_cleared(line.words)


def _measures_for_a_goal(line: Line) -> bool:
    """«Kartlegge hvor mange som ringer to ganger, og så halvere tallet»: the measuring serves the goal behind it."""
    if line.head.lemma not in _MEASURING or measures_first(line) is None:
        return False
    return line.change.factor is not None or line.change.delta is not None or not THEN.isdisjoint(line.words)


def _count(line: Line, activity: Activity, rest: str) -> Work:
    tokens = line.tokens
    return Work(
        counted=True, word=activity.noun, span=(tokens.start(activity.first), tokens.end(activity.last)), rest=rest
    )


def _count_of(line: Line, activity: Activity) -> Work:
    """A count, of work that is what it counts."""
    return _count(line, activity, _rest(line, activity.first, activity.last))


def _piece(line: Line, word: str, first: int, last: int, *, sure: bool = True) -> Work:
    """One piece of work, told by the words ``first`` to ``last``."""
    span = (line.tokens.start(first), line.tokens.end(last))
    return Work(counted=False, word=word, span=span, rest=_rest(line, first, last), sure=sure)


def _rest(line: Line, first: int, last: int) -> str:
    """What the work at words ``first`` to ``last`` is about, for building a suggestion from."""
    tokens, words = line.tokens, line.words
    stop = next((mention.first for mention in line.dates if mention.first > last), len(words))
    if last + 1 < stop:
        after = tokens.slice(last + 1, stop - 1).strip(" .,;:()")
        if after:
            return after
    end = first - 1
    while end >= 0 and words[end] in links(line.language):
        end -= 1
    return tokens.slice(0, end).strip(" .,;:()") if end >= 0 else ""
