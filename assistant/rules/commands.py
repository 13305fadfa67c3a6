"""Reading orders to one's own people: who is told, and by which words."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.okr import Language
from assistant.rules.command_words import (
    ADVERBS,
    ALL,
    BECOME,
    BENEFITS,
    BETTER,
    BINDING,
    CLAUSE_ENDS,
    DEMANDING,
    DEMANDS,
    DUTIES,
    EACH,
    EACH_OF,
    EACH_ONE,
    EVERYBODY,
    FARTHEST,
    FORBIDDING,
    HAVE_TO_WORDS,
    IMPOSED,
    LEAD_INS,
    LEADS,
    LINKS,
    MAY,
    MEASURED,
    MODALS,
    NEAR,
    NEW_CLAUSES,
    NOT,
    ORDERED,
    ORDERING,
    OUT,
    PHRASE_WORDS,
    PLURAL_LEADS,
    PROMISES,
    READY,
    RELATIVES,
    RESULTS,
    SITES,
    STATES,
    THAT,
)
from assistant.rules.counting import is_activity
from assistant.rules.own_people import is_bare_unit, is_occupation, is_own_people, is_own_unit

if TYPE_CHECKING:
    from assistant.language.line import Line


_TOWARDS = frozenset("for to til of på on om".split())
_CARRIED = frozenset(("med", "på"))
_WHOLE = frozenset("hele heile whole entire".split())
_INFINITIVE_OR_ASIDE = (["to"], ["å"], [","])
_CONCERN = (["gjøre"], ["gjere"], ["by"])
"""Behind «har å» no duty: «har å gjøre med»."""


class Command(NamedTuple):
    """An order, by the indices of its words.

    Attributes:
        people: Those who are ordered.
        first: The first word of the order.
        last: Its last word.
    """

    people: int
    first: int
    last: int


class _Told(Enum):
    """Who is ordered, and so how much the verb has to say for it to be an order."""

    PEOPLE = auto()
    """One's own people or units for certain: whatever gives them nothing is an order."""
    OCCUPATION = auto()
    UNIT = auto()
    """One unit: what «the department will achieve» is «we will», what it «shall submit» is an order."""


def read_command(line: Line) -> Command | None:
    """The order a line gives to one's own people, or ``None``."""
    words = line.words
    if ORDERING.isdisjoint(words):
        return None
    if imposed := [index for index, word in enumerate(words) if word in IMPOSED or word in ORDERED]:
        people = next((at for at in range(len(words)) if _told(line, at) is not None), None)
        ordered = (index for index in imposed if not (_is_charge(words, index) or _is_notice(line, index)))
        if people is not None and (index := next(ordered, None)) is not None:
            return Command(people, index, index)
    if (found := _demanded(line) or _forbidden(line)) is not None:
        return found
    for index in [index for index, word in enumerate(words) if word in ORDERING]:
        size = _size(words, index)
        if not size:
            continue
        people = _subject(line, index)
        if people is not None and _commands(line, people, index + size):
            return Command(people, min(people, index), max(people, index + size - 1))
    return None


def _demanded(line: Line) -> Command | None:
    """«Det forventes at alle teamledere leverer», «We require all managers to send»."""
    words = line.words
    if not words or words[1 if words[0] == "the" and len(words) > 1 else 0] not in DEMANDING:
        return None
    demand = next((at for at in range(1, min(len(words), NEAR)) if words[at] in DEMANDS), None)
    if demand is None:
        return None
    at = demand + 1
    while at < len(words) and (
        words[at] in LEADS
        or words[at] in THAT
        or words[at] in _TOWARDS
        or (words[at - 1] in EACH and words[at].isalpha())
    ):
        if words[at] == "staff" or (words[at + 1 : at + 2] in _INFINITIVE_OR_ASIDE and _told(line, at) is not None):
            break
        at += 1
    if (
        at >= len(words)
        or (_told(line, at) is None and not _is_everybody(words, at))
        or (not BENEFITS.isdisjoint(words[at + 1 : at + 3]) and not _gets_something_done(words[at + 1 :]))
    ):
        return None
    return Command(at, demand, demand)


def _gets_something_done(words: list[str]) -> bool:
    """«Å få talet på bebuarar ned frå 19 til 11»: to get it is the duty."""
    return words[1:2] in (["få"], ["get"]) and not RESULTS.isdisjoint(words)


def _is_everybody(words: list[str], at: int) -> bool:
    """«Ledelsen pålegger alle å svare»: nobody named but all of them."""
    return words[at] in {"å", "to"} and words[at - 1] in EVERYBODY


def _forbidden(line: Line) -> Command | None:
    """«Ingen ansatte får ta ferie», «No employee may take leave»."""
    words = line.words
    if words[0] not in FORBIDDING or len(words) <= NEAR or words[2] not in MAY or words[3] in BENEFITS | STATES:
        return None
    if _told(line, 1) is None and not is_occupation(words[1], one=True, english=line.language is Language.EN):
        return None
    readings = line.lexicon.verbs.get(words[3])
    acts = words[3].endswith("ere") or any(reading.form is VerbForm.INFINITIVE for reading in readings)
    return Command(1, 0, 2) if acts else None


def _is_charge(words: list[str], index: int) -> bool:
    """«Virksomheter som pålegges gebyr»: said of those outside, whoever else the line names."""
    before = index - 1 if words[index] not in ORDERED else index - 2
    return before >= 0 and words[before] in RELATIVES


def _is_notice(line: Line, index: int) -> bool:
    """«Verkstedet har null åpne pålegg fra tilsynet»: the noun, and not «vi pålegg alle å svare»."""
    following = index + 1
    if line.words[index] != "pålegg" or following >= len(line.words):
        return line.words[index] == "pålegg"
    return line.words[following] not in LEADS and _told(line, following) is None


def _size(words: list[str], index: int) -> int:
    """How many words the command at ``index`` has; none if there is no command."""
    second = words[index + 1] if index + 1 < len(words) else ""
    for phrase in PHRASE_WORDS.get((words[index], second), ()):
        behind = index + len(phrase)
        if tuple(words[index:behind]) == phrase and words[behind : behind + 1] not in _CONCERN:
            return len(phrase)
    if words[index] in MODALS:
        return 1
    return 2 if second in HAVE_TO_WORDS.get(words[index], ()) else 0


def _told(line: Line, at: int) -> _Told | None:
    """Who the word at ``at`` says is ordered, if it is somebody of one's own."""
    words = line.words
    word = words[at]
    if at and words[at - 1] in _WHOLE and word in line.lexicon.words("own_subjects"):
        return _Told.PEOPLE  # «Hele organisasjonen må», «The whole company must»
    each = _is_each(words, at)
    bare = at == 0 and is_bare_unit(word)
    if bare or is_own_unit(word) or (word in SITES and (at == 0 or words[at - 1] in ALL)):
        return _Told.PEOPLE if each else _Told.UNIT
    is_member = word in {"member", "members"} and at > 0 and words[at - 1] in {"team", "staff", "crew"}
    if is_own_people(word) or is_member:
        return _Told.PEOPLE
    if at == 0 and word in EVERYBODY:
        return _Told.OCCUPATION
    english = line.language is Language.EN
    name = word.removesuffix("en") if each and words[at - 1] in LEADS else word  # «den einskilde sakshandsamaren»
    if not word[0].isalpha() or not is_occupation(name, one=each, english=english):
        return None
    return _Told.PEOPLE if each and not english else _Told.OCCUPATION


def _is_each(words: list[str], at: int) -> bool:
    if at and words[at - 1] in EACH_OF:
        at -= 1
    if at > 1 and ((words[at - 2] in EACH and words[at - 1].isalpha()) or tuple(words[at - 2 : at]) in EACH_ONE):
        return True  # «every veterinary nurse»
    back = at - 1
    while back > 0 and words[back] in LEADS and words[back] not in EACH:
        back -= 1
    return back >= 0 and words[back] in EACH


def _subject(line: Line, index: int) -> int | None:
    """The people that the modal at ``index`` commands: just before it, or after it («innen mai skal alle ledere»)."""
    words = line.words
    for at in range(index - 1, max(index - 1 - FARTHEST, -1), -1):
        if words[at] in CLAUSE_ENDS:
            break
        if _told(line, at) is None:
            continue
        between = words[at + 1 : index]
        linked = not between or between[0] in LINKS or between[0] in ADVERBS
        if linked and NEW_CLAUSES.isdisjoint(between[1:]) and _opens(line, at):
            return at
    if index + 1 < len(words) and (index == 0 or words[index - 1] not in RELATIVES):
        at = index + 1
        while at < len(words) and words[at] in LEADS and _told(line, at) is None:
            at += 1
        if at < len(words) and at > 0 and words[0] in LEAD_INS and _told(line, at) is not None:
            return at
    return None


def _opens(line: Line, at: int) -> bool:
    """Whether only articles and the like stand between the beginning of the clause, or a date, and the people."""
    words = line.words
    if at > 1 and words[at - 2] in EACH | ALL and words[at - 1].isalpha():
        at -= 2
    while at > 0 and (words[at - 1] in LEADS or is_own_people(words[at - 1])):
        at -= 1
    if at == 1 and line.language is Language.EN and words[0].isalpha() and words[0] not in MEASURED:
        return not words[0].endswith("s") or words[0] in PLURAL_LEADS  # «Fire crews», not «Hours nurses»
    if at == 0 or words[at - 1] in CLAUSE_ENDS or any(mention.last == at - 1 for mention in line.dates):
        return True
    return words[at - 1] in THAT and not DEMANDS.isdisjoint(words[: at - 1])


def _commands(line: Line, people: int, at: int) -> bool:
    """Whether what follows is an order, and not a benefit, a negation of a burden or a measured fact."""
    words = line.words
    if words[at - 1] in THAT and people < at:
        return _is_about_people(line, at)
    start = max(people + 1, at) if people >= at else at
    following = [word for word in words[start : start + NEAR] if word not in ADVERBS]
    if not following or not NOT.isdisjoint(following[:2]) or words[0] in NOT:
        return False
    while len(following) > 1 and following[0] in {"å", "to", "til"}:
        following = following[1:]
    verb, rest = following[0], following[1:]
    if verb in BENEFITS and BINDING.isdisjoint(words[at - 2 : at]):
        return _is_duty(line, verb, rest)
    if verb.endswith(("es", "ast")) and line.lexicon.verbs.get(verb):
        return not any(reading.form is VerbForm.PASSIVE for reading in line.lexicon.verbs.get(verb))
    if words[at - 1] in {"må", "to"} and line.change.baseline is not None and not _is_to_better(line, verb, rest):
        return False  # «montørene må kjøre tilbake: fra 30 til 12 ganger» is a burden
    ready = verb in {"stå", "stand"} and not READY.isdisjoint(rest[:1])
    return ready or _is_ordered(line, _told(line, people), verb, promised=words[at - 1] in PROMISES)


def _is_about_people(line: Line, at: int) -> bool:
    """«Lederne sørger for at alle fyller ut skjemaet»: an order that is to be handed on."""
    words = line.words
    if not BENEFITS.isdisjoint(words[at : at + 3]):
        return False
    if any(_told(line, index) is not None for index in range(at, min(at + 3, len(words)))):
        return True
    acts = any(line.lexicon.verbs.get(word) for word in words[at + 1 : at + 2])
    return words[at : at + 1] != [] and words[at] in EVERYBODY and acts


def _is_to_better(line: Line, verb: str, rest: list[str]) -> bool:
    """Whether people are to do more of something, to do it sooner, or to cut something: no burden that is measured."""
    baseline, target = line.change.baseline, line.change.target
    if verb in line.lexicon.phrases("down_words") or not RESULTS.isdisjoint(rest):
        return True
    if baseline is not None and verb in DUTIES and "," in line.words[: baseline.first]:
        return True  # «hver leder må ta to vakter, ledige vakter ned fra 30 til 8»: what comes of it is measured
    if target is not None and verb in DUTIES and (target.bound or line.words[target.first - 1] in LEAD_INS):
        return True  # «må svare innen to timer, mot seks i dag»
    return baseline is not None and target is not None and target.value > baseline.value


def _is_ordered(line: Line, told: _Told | None, verb: str, *, promised: bool) -> bool:
    """Whether a verb that gives nothing makes an order of what is said of these people."""
    if told is _Told.PEOPLE or verb in DUTIES:
        return True
    if told is _Told.OCCUPATION:
        # «Alle skal gå vernerunde hver uke»
        rounds = verb == "gå" and any(is_activity(line.language, word) for word in line.words)
        return rounds or (verb not in STATES and verb[0].isalpha())
    # What a unit «skal», all of us may want; what it «må», somebody wants of it.
    kinds = {reading.kind for reading in line.lexicon.verbs.get(verb) if reading.form is VerbForm.INFINITIVE}
    return VerbKind.TASK in kinds or (bool(kinds) and not promised and verb not in STATES)


def _is_duty(line: Line, verb: str, rest: list[str]) -> bool:
    """«Ha gjennomført kurset», «be trained», «få ned fraværet»: orders with a verb that mostly gives."""
    if not rest:
        return False
    if verb in {"få", "get"}:
        return (
            rest[0] in RESULTS
            or rest[0] in BETTER
            or "grip" in rest
            or (line.change.target is not None and not RESULTS.isdisjoint(rest))
        )
    if rest[0] in BETTER:
        return verb in BECOME
    if verb not in {"ha", "være", "vere", "vera", "be", "have"}:
        return False
    has = verb in {"ha", "have"}
    # «skal alltid ha med nettbrett»
    if (has and (rest[0] in _CARRIED or not OUT.isdisjoint(rest[1:]))) or (not has and rest[:2] == ["på", "plass"]):
        return True
    readings = line.lexicon.verbs.get(rest[0])
    done = any(reading.kind is VerbKind.TASK and reading.form is VerbForm.PARTICIPLE for reading in readings)
    return done or rest[0] in READY
