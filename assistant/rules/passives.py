"""Reading passives that say that work will be done, and not by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.language.line import Line

_EMPTY = frozenset(("det", "it"))
_MODALS = frozenset("skal må bør vil kan will shall must should can needs need".split())
_WILL_BE = frozenset("bli verte vere være be".split())
_BECOMES = frozenset("blir vert is are er".split())
_ADVERBS = frozenset("også òg fortsatt framleis videre vidare aktivt systematisk målrettet målretta kontinuerlig kontinuerleg løpende løpande nå no derfor difor snarest also actively continuously still then".split())  # fmt: skip
_AGENTS = frozenset(("av", "by"))
_EFFORTS = frozenset(
    "work effort efforts steps measures action actions attention focus emphasis priority resources progress "
    "initiatives improvements consideration support".split()
)
_SPENT = frozenset(
    "done made taken given paid placed put devoted dedicated allocated directed undertaken initiated implemented "
    "explored considered provided".split()
)
_WORKED = frozenset(
    "jobbes arbeides arbeidast jobbast satses satsast fokuseres fokuserast tas takast taes ses sjåast sees vurderes "
    "vurderast legges leggjast leggast gjøres gjerast settes setjast arbeidd arbeidet arbeida jobbet jobba satset satsa "
    "fokusert vurdert lagt tatt teke gjort sett sørges sørgjast etableres etablerast utarbeides utarbeidast".split()
)
"""What one says of nobody in particular, after «det skal» or «det»."""
PASSIVE_WORDS = _EMPTY | _MODALS | {"be"}
_REACH = 5


def read_passive(line: Line) -> tuple[int, int] | None:
    """The first and the last word of a passive that hides who acts, or ``None``.

    A measured change is a result, whoever brings it about.
    """
    if PASSIVE_WORDS.isdisjoint(line.words) or line.change.baseline is not None:
        return None
    found = _impersonal(line) or _efforts(line) or _work_in_the_passive(line)
    return None if found is None or _has_agent(line, found[1]) else found


def _impersonal(line: Line) -> tuple[int, int] | None:
    """«Det skal jobbes», «det vil bli lagt til rette», «det arbeides», «it will be ensured»."""
    words = line.words
    for index, word in enumerate(words):
        if word not in _EMPTY or (index and words[index - 1] not in {".", ":", ",", ";", "at", "og"}):
            continue
        last = _passive_after(line, index + 1)
        if last is not None:
            return index, last
    return None


def _passive_after(line: Line, start: int) -> int | None:
    """The passive that follows, over «skal», «vil bli» and adverbs."""
    words, linked, modal = line.words, False, False
    for at in range(start, min(start + _REACH, len(words))):
        word = words[at]
        if word in _MODALS:
            modal = True
        elif word in _WILL_BE or word in _BECOMES:
            linked = True
        elif word not in _ADVERBS:
            form = VerbForm.PARTICIPLE if linked else VerbForm.PASSIVE
            if line.language is Language.EN and not (linked and modal):
                return None
            return at if word in _WORKED or _is_work(line, word, form) else None
    return None


def _is_work(line: Line, word: str, form: VerbForm) -> bool:
    """«Det skal ryddes», but not «det kastes mindre mat»."""
    readings = line.lexicon.verbs.get(word)
    return any(verb.form is form and verb.kind is not VerbKind.OUTCOME for verb in readings)


def _efforts(line: Line) -> tuple[int, int] | None:
    """«Work will be done on fatigue», «further steps will be taken»."""
    words = line.words
    if line.language is not Language.EN or _EFFORTS.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        if word in _MODALS and index and words[index - 1] in _EFFORTS:
            for at in range(index + 1, min(index + _REACH, len(words))):
                if words[at] in _SPENT:
                    return index - 1, at
    return None


def _work_in_the_passive(line: Line) -> tuple[int, int] | None:
    """«Rutinene skal gjennomgås og forbedres», «the process will be reviewed»: meant, not done, and by nobody."""
    words, head = line.words, line.head
    if head.kind is VerbKind.OUTCOME or head.form not in {VerbForm.PASSIVE, VerbForm.PARTICIPLE}:
        return None
    at = head.first - 1
    while at >= 0 and (words[at] in _ADVERBS or words[at] in _WILL_BE):
        at -= 1
    if at > 0 and words[at] == "to" and words[at - 1] in _BECOMES:
        at -= 1  # «is to be strengthened»
    elif at < 0 or words[at] not in _MODALS:
        return None
    linked = at < head.first - 1
    return (at, head.last) if head.form is VerbForm.PASSIVE or linked else None


def _has_agent(line: Line, last: int) -> bool:
    """«Vurderes av fagutvalget»: somebody is named after all."""
    words = line.words
    following = words[last + 1 : last + 3]
    if _AGENTS.isdisjoint(following):
        return False
    at = last + 1 + next(index for index, word in enumerate(following) if word in _AGENTS)
    return not any(mention.first <= at <= mention.last for mention in line.dates)  # «reviewed by 1 May»
