"""Reading orders to one's own people: who is told, and by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.rules.own_people import is_own_people

if TYPE_CHECKING:
    from assistant.language.line import Line


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


_MODALS = frozenset("skal må plikter pliktar must shall".split())
_HAVE_TO = {
    "er": "pålagt pålagde nødt nøydd nøydde forpliktet forplikta pliktige pliktig pålagte",
    "blir": "pålagt pålagde pålagte", "vert": "pålagde pålagt", "har": "plikt",
    "are": "required obliged obligated instructed", "is": "required obliged obligated instructed", "have": "to", "has": "to",
}  # fmt: skip
_HAVE_TO_WORDS = {first: frozenset(second.split()) for first, second in _HAVE_TO.items()}
_IMPOSED = frozenset("pålegges pålegg påleggjast påleggast".split())
_COMMANDS = _MODALS | _IMPOSED | frozenset(word for words in _HAVE_TO_WORDS.values() for word in words if word != "to")
_HINTS = _COMMANDS | {"have", "has"}
_LEADS = frozenset(
    "alle samtlige samtlege hver kvar hvert kvart enhver eikvar den det de dei vår våre vårt enkelte einskilde enkelt "
    "nærmeste næraste faste nye fast ny øvrige øvrige andre all each every the our any both individual line senior "
    "middle new permanent other sales store shop branch ward field office account project product finance support "
    "operations kitchen warehouse care shift and og of av".split()
)
"""What may stand between the beginning of a clause and the people ordered."""
_LINKS = frozenset("i på ved med for innen under fra frå av in at on of from within across".split())
"""What the people may be further described by: «ansatte i hjemmetjenesten skal»."""
_UNITS = frozenset("department unit team".split())
_EACH = frozenset("every each all".split())
_CLAUSE_ENDS = frozenset(". : ; , ! ? – — - (".split())
_ADVERBS = frozenset("alltid også òg nå no daglig dagleg aldri selv sjølv heretter fremover framover always also now never".split())  # fmt: skip
_NOT = frozenset("ikke ikkje slippe sleppe not no ingen inga".split())
_BENEFITS = frozenset(
    "slippe sleppe få kunne oppleve oppleva føle føla kjenne kjenna trives trivast vite vita lykkes lykkast mestre "
    "meistre finne finna se sjå merke merka forstå tro ønske ønskje ville vere være vera bli ha tjene like glede trenge "
    "eie eige tore våge vokse vekse blomstre velge velje huske hugse "
    "feel get be have know see find enjoy experience receive thrive trust understand want notice love like own choose "
    "grow become".split()
)
"""Verbs after «skal» that say what people will have of it."""
_READY = frozenset("tilgjengelig tilgjengelige tilgjengeleg tilgjengelege trained certified available present reachable on-site pliktige lojale".split())  # fmt: skip
_BECOME = frozenset("bli være vere vera become be".split())
_BETTER = frozenset("mer meir flinkere flinkare bedre betre more better".split())
_RESULTS = frozenset("ned opp på inn ut down up".split())
"""«Få ned», «få på plass»: work, and no gift."""
_FARTHEST = 6
_NEAR = 4
_LEAD_INS = frozenset("innen innan fra frå i etter før når da derfor difor by from".split())
_NEW_CLAUSES = frozenset("som at de dei hvem kven hva kva hvor kor vi me they who what we that which".split())
_RELATIVES = frozenset("som who that".split())


def read_command(line: Line) -> Command | None:
    """The order a line gives to one's own people, or ``None``."""
    words = line.words
    if _HINTS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        if word in _IMPOSED or word in {"pålagt", "pålagde"}:
            people = next((at for at, other in enumerate(words) if is_own_people(other)), None)
            if people is not None:
                return Command(people, index, index)
        size = _size(words, index)
        if not size:
            continue
        people = _subject(line, index)
        if people is not None and _commands(line, people, index + size):
            return Command(people, min(people, index), max(people, index + size - 1))
    return None


def _size(words: list[str], index: int) -> int:
    """How many words the command at ``index`` has; none if there is no command."""
    if words[index] in _MODALS:
        return 1
    second = _HAVE_TO_WORDS.get(words[index])
    return 2 if second and index + 1 < len(words) and words[index + 1] in second else 0


def _subject(line: Line, index: int) -> int | None:
    """The people that the modal at ``index`` commands: just before it, or after it («innen mai skal alle ledere»)."""
    words = line.words
    for at in range(index - 1, max(index - 1 - _FARTHEST, -1), -1):
        if words[at] in _CLAUSE_ENDS:
            break
        if is_own_people(words[at]) and not _is_we(words, at):
            between = words[at + 1 : index]
            linked = not between or between[0] in _LINKS or between[0] in _ADVERBS
            if linked and _NEW_CLAUSES.isdisjoint(between) and _opens(line, at):
                return at
            break
    if index + 1 < len(words) and (index == 0 or words[index - 1] not in _RELATIVES):
        at = index + 1
        while at < len(words) and words[at] in _LEADS:
            at += 1
        if at < len(words) and at > 0 and is_own_people(words[at]) and not _is_we(words, at) and words[0] in _LEAD_INS:
            return at
    return None


def _is_we(words: list[str], at: int) -> bool:
    """«The department must», said by the department of itself; «every department must» is said of others."""
    return words[at] in _UNITS and (at == 0 or words[at - 1] not in _EACH)


def _opens(line: Line, at: int) -> bool:
    """Whether only articles and the like stand between the beginning of the clause, or a date, and the people."""
    words = line.words
    while at > 0 and (words[at - 1] in _LEADS or is_own_people(words[at - 1])):
        at -= 1
    return at == 0 or words[at - 1] in _CLAUSE_ENDS or any(mention.last == at - 1 for mention in line.dates)


def _commands(line: Line, people: int, at: int) -> bool:
    """Whether what follows is an order, and not a benefit, a negation of a burden or a measured fact."""
    words = line.words
    start = max(people + 1, at) if people >= at else at
    following = [word for word in words[start : start + _NEAR] if word not in _ADVERBS]
    if not following or not _NOT.isdisjoint(following[:2]) or words[0] in _NOT:
        return False
    verb = following[0] if following[0] not in {"å", "to"} else (following[1] if len(following) > 1 else "")
    rest = following[following.index(verb) + 1 :] if verb in following else []
    if verb in _BENEFITS:
        return _is_duty(line, verb, rest)
    if verb.endswith(("es", "ast")) and line.lexicon.verbs.get(verb):
        return not any(reading.form is VerbForm.PASSIVE for reading in line.lexicon.verbs.get(verb))
    return not (words[at - 1] in {"må", "to"} and line.change.baseline is not None)


def _is_duty(line: Line, verb: str, rest: list[str]) -> bool:
    """«Ha gjennomført kurset», «be trained», «få ned fraværet»: orders with a verb that mostly gives."""
    if not rest:
        return False
    if verb in {"få", "get"}:
        return rest[0] in _RESULTS
    if rest[0] in _BETTER:
        return verb in _BECOME
    if verb not in {"ha", "være", "vere", "vera", "be", "have"}:
        return False
    readings = line.lexicon.verbs.get(rest[0])
    done = any(reading.kind is VerbKind.TASK and reading.form is VerbForm.PARTICIPLE for reading in readings)
    return done or rest[0] in _READY
