"""Reading work that the head of a line does not settle: by form alone, and only where nothing is measured.

No list of verbs is ever complete, and some verbs are work or result by what follows: «flytte serverne» is work, «flytte
30 % av sakene på nett» is not. A line without any measure cannot be checked as a result either; how it is built then
tells work from a state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.numbers import Role
from assistant.okr import Language
from assistant.rules.counting import TO_US, is_activity, is_share, listed
from assistant.rules.deliverables import names_deliverable, opens_with_new_thing
from assistant.rules.directions import opens_with_comparison
from assistant.rules.others import done_by_others
from assistant.rules.own_people import is_occupation
from assistant.rules.participles import done_by_own, done_by_participle, is_definite
from assistant.rules.states import is_state_word
from assistant.rules.unlisted_words import (
    ACTION_ENDS,
    AGAIN,
    AND,
    APART,
    ARTICLES,
    CLOSED,
    COUNT_WITHIN,
    DECIDED,
    DONE_ONLY,
    EVERY,
    GET,
    HANDLED_BY,
    HAVE,
    INFINITIVES,
    LONGEST_NAME,
    LONGEST_OBJECT,
    LONGEST_THING,
    MADE_OF_NOTHING,
    MOVING_IN,
    NO_LIMIT_UNITS,
    NOBODY,
    NOUN_ENDS,
    OF,
    ONE,
    PAPERS,
    PLACES,
    RESULT_NOUNS,
    SHORTEST_VERB,
    STEPS,
    SURE_INFINITIVES,
    WHOLE,
)

if TYPE_CHECKING:
    from assistant.language.line import Line


_OUT = frozenset(("ute", "out"))
_HIRED = (["på", "plass"], ["in", "place"])
"""Said of somebody new: «Kvalitetsleder på plass i uke 6»."""


class Unlisted(NamedTuple):
    """The word that is work by its form: which it is, the first and the last index of it, and whether it names a thing."""

    word: str
    first: int
    last: int
    thing: bool = False


def read_unlisted(line: Line) -> Unlisted | None:
    """The word that makes a line without a measure work, where its head does not settle it."""
    words, head = line.words, line.head
    if len(words) < 2:
        is_one = bool(words) and is_activity(line.language, words[0])  # «Medarbeidersamtaler»
        return Unlisted(words[0], 0, 0, thing=True) if is_one else None
    if words[0] in NOBODY or _is_measured(line):
        return None
    if head.lemma is not None and (head.lemma not in GET or _makes_thing(line)):
        return _by_object(line)
    if opens_with_comparison(line):
        return None
    return (
        _opening_verb(line)
        or _getting_done(line)
        or _verbal_noun(line)
        or _an_activity(line)
        or _by_participle(line)
        or _new_thing(line)
        or _thing_ready(line)
    )


def _is_measured(line: Line) -> bool:
    """Whether the line has a number that is more than a count of things."""
    change = line.change
    if change.baseline is not None or change.factor is not None or change.delta is not None:
        return True
    return any(
        is_share(measure)
        or measure.bound is not None
        or measure.role is Role.BASELINE
        or (measure.unit or "").split(" ")[0] in NO_LIMIT_UNITS
        for measure in line.measures
    )


def _by_object(line: Line) -> Unlisted | None:
    """«Kjøpe nye vester», «Servers moved to the new room»: verbs that are work unless something is measured."""
    head = line.head
    neutral = listed(line.language, "unmeasured_work")
    if head.lemma not in neutral and not _makes_thing(line):
        return None
    counts = any(head.last < measure.first <= head.last + COUNT_WITHIN for measure in line.measures)
    if counts and head.lemma not in listed(line.language, "counted_work"):
        return None
    moved = head.form is VerbForm.PASSIVE and head.lemma in listed(line.language, "counted_work")
    if head.form in {VerbForm.PRESENT, VerbForm.PASSIVE, VerbForm.GERUND, None} and not moved:
        return None
    if head.lemma in DONE_ONLY and head.form is VerbForm.INFINITIVE:
        return None  # «Cut the time to answer», but «video cut and posted»
    following = line.words[head.last + 1 : head.last + 2]
    # «de første familiene har flyttet inn», «strekninga er opna for trafikk»
    every = not EVERY.isdisjoint(line.words)  # «a bed is found the same night for every child»
    done = head.form is VerbForm.PARTICIPLE
    states = done and (every or is_state_word(line.words[head.last]) or done_by_others(line))
    if states or (head.first and line.words[head.first - 1] in HAVE) or not MOVING_IN.isdisjoint(following):
        return None
    return Unlisted(head.lemma or line.words[head.first], head.first, head.last)


def _makes_thing(line: Line) -> bool:
    """«Make a weekly events bulletin», «Få opp skilt i parken», but not «make a difference»."""
    words, first = line.words, line.head.first
    if words[first] == "make":
        return words[first + 1 : first + 2] in (["a"], ["an"]) and MADE_OF_NOTHING.isdisjoint(words)
    following = words[first + 2 : first + 4]
    set_up = words[first : first + 2] == ["få", "opp"] and len(following) > 1
    return set_up and following[1] in PLACES and not is_definite(following[0], line.language)


def _opening_verb(line: Line) -> Unlisted | None:
    """«Befare alle takene», «Mow the verges»: what stands before an article or a definite noun is a verb."""
    words, language = line.words, line.language
    at = 1 if words[0] in {"å", "to"} else 0
    if not _may_be_verb(line, at):
        return None
    following = at + 1
    if following + 1 < len(words) and words[following] in AND and _may_be_verb(line, following + 1):
        following += 2
    if following >= len(words):
        return None
    if words[following] in APART and following + 1 < len(words) and words[following + 1].isalpha():
        # «Swap out old meters»; «sales up from 3 to 4» opens with no verb, and is measured.
        return None if words[following + 1] in STEPS else Unlisted(words[at], at, following)
    sure = language is not Language.EN and words[at].endswith(SURE_INFINITIVES)
    if sure or words[following] in ARTICLES[language] or is_definite(words[following], language):
        return Unlisted(words[at], at, at)
    return None


def _by_participle(line: Line) -> Unlisted | None:
    """«Byggesak avklarert», «Kollegiet har saumfart læreplanene»."""
    at = done_by_participle(line)
    at = done_by_own(line) if at is None else at
    return None if at is None else Unlisted(line.words[at], at, at)


def _new_thing(line: Line) -> Unlisted | None:
    """«Ny hjemmeside og profil», «A new rota for the night shift»: a thing, and nothing said of it."""
    last = None if line.measures else opens_with_new_thing(line)
    if last is None or any(_says_outcome(line, word) for word in line.words[last + 1 :]):
        return None
    return Unlisted(line.words[last], 0, last, thing=True)


def _thing_ready(line: Line) -> Unlisted | None:
    """«Årsrapport klar til påske», «Escalation matrix in place by May»: a thing to hand over, and that it is there."""
    words, language = line.words, line.language
    state = None if line.measures else line.lexicon.phrases("done_states").find(words)
    if state is None and len(words) > 2 and words[-1] in _OUT and words[-2] in listed(language, "finite_copulas"):
        state = (len(words) - 1, 1)  # «Oppstartsguide på tre språk er ute»
    if state is None or not 0 < state[0] < LONGEST_THING:
        return None
    at, behind = state[0], sum(state)
    prepositions = listed(language, "prepositions")
    end = next((index for index in range(at) if words[index] in prepositions), at)
    if not end or end > LONGEST_NAME:
        return None
    hired = words[at:behind] in _HIRED and is_occupation(words[end - 1], one=True, english=language is Language.EN)
    if not (hired or names_deliverable(line, words[end - 1], generic=True)):
        return None
    following = words[behind] if behind < len(words) else "."
    if following[0].isalpha() and following not in prepositions | AND:
        return None
    return Unlisted(" ".join(words[at:behind]), 0, behind - 1, thing=True)


def _getting_done(line: Line) -> Unlisted | None:
    """«Få laget en film», «Get the fire doors replaced»: to have a piece of work done."""
    words = line.words
    if words[0] not in GET:
        return None
    state = line.lexicon.phrases("done_states").find(words)
    more = listed(line.language, "comparatives")
    if state is not None and more.isdisjoint(words) and 1 < state[0] < LONGEST_OBJECT:
        return Unlisted(" ".join(words[state[0] : sum(state)]), 0, sum(state) - 1)  # «Get the app live»
    for at in range(1, min(len(words), LONGEST_OBJECT)):
        if words[at] in listed(line.language, "prepositions"):
            return None
        following = words[at + 1] if at + 1 < len(words) else "."
        ends = following in listed(line.language, "prepositions") or not following[0].isalpha()
        if at == 1 or ends:
            for verb in line.lexicon.verbs.get(words[at]):
                work = verb.kind is VerbKind.TASK or verb.lemma in DECIDED
                if verb.form is VerbForm.PARTICIPLE and work and not verb.particles:
                    return Unlisted(words[at], 0, at)
    return None


def _may_be_verb(line: Line, at: int) -> bool:
    word, language = line.words[at], line.language
    if len(word) < SHORTEST_VERB - (language is Language.EN) or word in CLOSED or word in line.lexicon.number_words:
        return False
    if not word.isalpha():
        return language is Language.EN and word.startswith(AGAIN) and word.replace("-", "").isalpha()
    if any(reading.kind is not VerbKind.TASK and not reading.particles for reading in line.lexicon.verbs.get(word)):
        return False
    if language is Language.EN:
        return not word.endswith(NOUN_ENDS) and not (word.endswith("s") and not word.endswith("ss"))
    return word.endswith(INFINITIVES[language]) and not word.endswith(
        ("ste", "ige", "lege", "ande", "ende", "ane", "ene")
    )


def _verbal_noun(line: Line) -> Unlisted | None:
    """«Montering av 40 sensorer», «Refurbishment of the waiting room»."""
    words = line.words
    if words[1] in HANDLED_BY[line.language]:
        at = 0
    elif OF.isdisjoint(words[1:3]):
        return None
    else:
        at = 0 if words[1] in OF else 1
    word = words[at]
    if at + 2 >= len(words) or not word.endswith(ACTION_ENDS[line.language]) or word.endswith(RESULT_NOUNS):
        return None
    if words[0] in WHOLE or line.lexicon.phrases("measure_suffixes").length_at(words, at):
        return None
    return Unlisted(word, at, at)


def _an_activity(line: Line) -> Unlisted | None:
    """«Infomøte for naboene», «First-aid course for all coaches»: one activity, and nothing said of it."""
    words = line.words
    if (
        line.measures
        or words[0] in WHOLE
        or words[0] in CLOSED - ONE
        or words[0] in listed(line.language, "vague_words")
    ):
        return None  # «Good dialogue with cabin owners» says how it is to be
    prepositions, phrases = listed(line.language, "prepositions"), line.lexicon.phrases("activity_nouns")
    end = next((at for at, word in enumerate(words) if word in prepositions or not word[0].isalpha()), len(words))
    if not 0 < end <= LONGEST_NAME or any(_says_outcome(line, word) for word in words[end:]):
        return None
    word = words[end - 1]
    if word in TO_US or not (word in phrases or word.endswith(PAPERS) or is_activity(line.language, word)):
        return None
    return Unlisted(word, 0, end - 1)


def _says_outcome(line: Line, word: str) -> bool:
    readings = line.lexicon.verbs.get(word)
    return any(verb.kind is VerbKind.OUTCOME and verb.form is not VerbForm.PARTICIPLE for verb in readings)
