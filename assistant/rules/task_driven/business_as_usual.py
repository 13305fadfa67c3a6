"""A goal to go on as before: «opprettholde», «fortsette», «continue to», «maintain».

Why it hurts: an objective asks people to change something together. What is already done well needs a figure to watch,
not a goal, and it crowds out what has to become different. Sometimes holding a level is the real fight, and text cannot
tell; so this is a question. «Kundene fortsetter å handle» is an outcome, and so is a change from one value to another.

Source: the article's pitfall «a massive to-do list».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.lexicon import VerbForm
from assistant.language.line import Line
from assistant.rules.analysis import Context, Item
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_VERBS = frozenset(
    "fortsette fortsett fortsetter fortsetje fortset fortsetja opprettholde oppretthold opprettholder opprettholdes "
    "opprettholdt oppretthalde oppretthald opprettheld oppretthaldast videreføre viderefør viderefører videreføres "
    "videreført vidareføre vidarefør vidarefører vidareførast vidareført forbli forblir "
    "continue continues continued maintain maintains maintained sustain sustains sustained remain remains uphold upheld "
    "preserve preserved".split()
)
_NOUNS = frozenset(
    "opprettholdelse opprettholdelsen opprettholding oppretthalding videreføring videreføringen videreføringa vidareføring "
    "vidareføringa fortsettelse maintaining maintenance continuing continuation sustaining upholding".split()
)
_OF = frozenset("av of to the our our vår våre vårt".split())
_STILL = frozenset("fortsatt framleis fremdeles framdeles stadig still".split())
_ON = {"halde": "fram", "held": "fram", "hald": "fram", "holde": "fram", "keep": "up", "carry": "on"}
"""Verbs that mean going on with a particle; «keep» also before a verb in -ing."""
_OPENERS = frozenset("vi me we skal vil vårt å to will shall must må teamet the team avdelingen avdelinga fortsatt".split())  # fmt: skip
_PASSIVES = frozenset((VerbForm.PASSIVE, VerbForm.PARTICIPLE))
_LEVELS = frozenset("nivå nivået level levels".split())
_SAME = frozenset("samme same dagens dagen current today's present existing".split())
_AT = frozenset("på at".split())
_ALL = _VERBS | _NOUNS | _STILL | _LEVELS | frozenset(_ON)
_REACH = 3


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Ask of a line whose own act is to go on, and whose values do not change."""
    line = item.line
    span = _going_on(line)
    if span is None or _changes(line):
        return
    tokens = line.tokens
    start, end = tokens.start(span[0]), tokens.end(span[1])
    yield Finding("TSK06", item.path, RULE.severity, {"words": line.text[start:end]}, (start, end))


def _changes(line: Line) -> bool:
    change = line.change
    if change.baseline is not None and change.target is not None:
        return change.baseline.value != change.target.value
    return change.delta is not None or change.factor is not None


def _going_on(line: Line) -> tuple[int, int] | None:
    """The words that say «as before», where they are what the line is about."""
    words = line.words
    first = 0
    while first < len(words) and words[first] in _OPENERS and words[first] not in _STILL:
        first += 1
    if first == len(words):
        return None
    if (found := _opening(words, first)) is not None:
        return found
    head = line.head
    if head.form in _PASSIVES and words[head.first] in _VERBS:
        return head.first, head.first  # «tilbudet videreføres», «service levels are maintained»
    return _same_level(words)


def _opening(words: list[str], first: int) -> tuple[int, int] | None:
    word = words[first]
    following = words[first + 1] if first + 1 < len(words) else ""
    if word in _VERBS:
        return first, first + (following in {"å", "to", "with", "med"})
    if word in _NOUNS and (following in _OF or following.endswith("ing") or word.endswith("ing")):
        return first, first
    if word in _STILL and following:
        return first, first
    if word in _ON and (following == _ON[word] or (word == "keep" and following.endswith("ing"))):
        return first, first + 1
    return None


def _same_level(words: list[str]) -> tuple[int, int] | None:
    """«Holde utgiftene på dagens nivå», «stay at the current level»."""
    for index, word in enumerate(words):
        if word in _LEVELS:
            at = next((at for at in range(index - 1, max(index - _REACH, 0) - 1, -1) if words[at] in _AT), None)
            if at is not None and not _SAME.isdisjoint(words[at:index]):
                return at, index
    return None


RULE = Rule(
    code="TSK06",
    name="business-as-usual",
    scope=Scope.ITEM,
    severity=Severity.QUESTION,
    message=Text(
        nb="«{words}» sier at alt skal være som før: hva skal bli annerledes i perioden?",
        nn="«{words}» seier at alt skal vere som før: kva skal bli annleis i perioden?",
        en="“{words}” says that things stay as they are: what will be different in the period?",
    ),
    suggestion=Text(
        nb=(
            "Er det noe som truer det i dag? Skriv hva som skal bli bedre («fra … til …»), eller følg det som et "
            "styringstall utenfor målene."
        ),
        nn=(
            "Er det noko som trugar det i dag? Skriv kva som skal bli betre («frå … til …»), eller følg det som eit "
            "styringstal utanfor måla."
        ),
        en=(
            "Is anything threatening it today? Write what will get better (“from … to …”), or track it as an ordinary"
            " figure outside the goals."
        ),
    ),
    bad=Examples(
        nb=(
            "Fortsette å tilby leksehjelp",
            "Mål: Opprettholde et godt samarbeid med naboene",
            "Videreføring av lavterskeltilbudet",
            "Sykefraværet holdes på samme nivå som i dag",
        ),
        nn=(
            "Halde fram med leksehjelp",
            "Mål: Oppretthalde eit godt samarbeid med naboane",
            "Vidareføring av lågterskeltilbodet",
        ),
        en=(
            "Continue to offer homework help",
            "Objective: Maintain good relations with the neighbours",
            "Keep serving lunch to the pensioners",
        ),
    ),
    good=Examples(
        nb=(
            "Lånere som fortsetter etter første måned: fra 40 % til 55 %",
            "Fortsette reduksjonen i matsvinn fra 90 til 60 kg i uka",
            "Mål: Naboene fortsetter å komme innom",
            "Beholde flere lærlinger: fra 60 % til 80 %",
        ),
        nn=(
            "Lånarar som held fram etter første månad: frå 40 % til 55 %",
            "Mål: Naboane held fram med å kome innom",
            "Behalde fleire lærlingar: frå 60 % til 80 %",
        ),
        en=(
            "Borrowers who continue past the first month: from 40% to 55%",
            "Objective: Neighbours keep coming back",
            "Retain more apprentices: from 60% to 80%",
        ),
    ),
    check=check,
    words=_ALL,
    silenced_by=("CLR11",),
)
