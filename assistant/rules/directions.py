"""Telling which way a line goes: the words for up and down, and for more and less."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm, lexicon
from assistant.language.numbers import PERCENT
from assistant.okr import Language

if TYPE_CHECKING:
    from assistant.language.line import Line


@dataclass(frozen=True, slots=True)
class Direction:
    """A word of a line that says which way its values go.

    Attributes:
        rising: Up or down.
        index: Which word it is.
    """

    rising: bool
    index: int


_THAN = (["enn"], ["than"])
_EARLIER = frozenset("før nå no fjor before now today ever".split())
"""Behind «enn»: «flere enn før» compares with today, and is no bound."""
_NOUNS_TOO = frozenset(
    "lifts gains falls drops cuts rises drop rise cut fall limited jump jumps dip dips slump slumps plunge plunges tumble tumbles".split()
)
_STEPS = frozenset("from to by".split())
"""Behind a word that may be a noun as well, these make it a verb: «absence falls from 6% to 5%»."""
_NUMBERED = frozenset("first second third last next per".split())
_NO_DIRECTION = frozenset(
    "vekst veksten growth fall kutt løft steg kort lengst mest flest færrest høyest høgast lavest lågast most least "
    "highest lowest korte limit limits limited drop drops fallene kuttene rise rises raises lifts gains cuts falls løfte heving "
    "stigning stigninga stigningen lenger jump jumps dip dips slump slumps plunge plunges tumble tumbles surge surges".split()
)
"""Words of direction that may as well be the name of what is measured: «steg per dag», «growth rate»."""
_VERBS_TOO = frozenset("kutt løft steg limit drop korte løfte".split())
"""Those among them that count where they are the line's head verb."""


_UP = frozenset(
    "wake wakes woke waking pick picks picked sign signs signed show shows showed shown turn turns turned follow follows "
    "followed set sets give gives gave given gave end ends ended call calls called back backs backed catch catches caught make "
    "makes made bring brings brought clean cleans cleaned look looks looked start starts started hang hangs hung speak speaks "
    "top tops topped fill fills filled team teams line lines lined warm warms stand stands stood queue queues mix mixes mixed "
    "følge følger følges følgd følgde følg følgje følgjer følgast dukke dukker dukkar gi gir gje gjev gis møte møter møtt møtte "
    "vekke vekker vekkes vekkjer vekkjast ta tar tas tek takast stille stiller stilte stilt stiller hente henter hentes hentar "
    "hentast vokse vokser veks rydde rydder ryddes ryddar plukke plukker plukkes plukkar fylle fyller fylles lese leser les "
    "ringe ringer ringes ringjer gå går står stå legge legger legges slå slår fange fanger fanges sette setter settes pakke "
    "pakker pakkes passe passer varme varmer søke søker søkes søkjer kjøpe kjøper kjøpes sagt si sier seie seier seiest".split()
)
"""Verbs whose «up» is part of them: «incidents that wake someone up», «elever som møter opp»."""
_DOWN = frozenset(
    "break breaks broke broken breaking turn turns turned shut shuts close closes sit sits sat let lets write writes wrote "
    "written settle settles calm calms lie lies laste laster lastes lastar lastast lasta lastet bryte bryter brytes bryt legge legger legges "
    "rive river rives riv rivast skrive skriver skrives skriv stenge stenger stenges slå slår stemme stemmer stemmes brenne "
    "brenner sette setter roe roer sitte sitter falle faller fell".split()
)
"""Verbs whose «down» is part of them: «buses that break down», «apper som lastes ned»."""
_PARTICLES = {"up": _UP, "opp": _UP, "down": _DOWN, "ned": _DOWN}
_MOVED = frozenset(
    "need speed slowed scaled pushed pulled pressed squeezed driven bed feed weighed speeded ticked edged inched crept".split()
)
"""Those that move a number all the same, and words that end like them."""
_MOVERS = frozenset("bring drive push pull get få trykke presse dytte".split())
_LEADS = frozenset("a an en ei et eit the get win få vinne secure".split())
"""Before a comparative that opens the line."""
_UP_OR_DOWN = (["up"], ["down"], ["opp"], ["ned"])
_NOUN_LINKS = (["in"], ["of"], ["i"])
"""Behind such a verb they make it a noun: «rise in rents held to 2%»."""
_ARTICLES = frozenset("a an the en et ei ein eit".split())
_HITS = frozenset("løft steg opp ned up down".split())
"""Words of direction that name something else before «i» or «in»: «steg i dagen», «up in time»."""
_APART = 3
"""Words between such a verb and its particle at most, and one: «wake the whole crew up»."""
_NEW_CLAUSE = frozenset(", ; : ( – — → ->".split())


def _belongs_to_verb(words: list[str], index: int, moving: frozenset[str]) -> bool:
    """Whether the «up» or «down» at ``index`` belongs to a verb shortly before it: no verb of movement."""
    verbs = _PARTICLES[words[index]]
    if index and words[index - 1].endswith("ed") and words[index - 1] not in moving | _MOVED:
        return True  # «Lorries hosed down from 70% to 98%»
    for at in range(index - 1, max(index - 2 - _APART, -1), -1):
        if words[at] in verbs:
            return True
        if words[at] in _NEW_CLAUSE or words[at][0].isdecimal():
            return False
    return False


@cache
def _directions(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon(language)
    return words.phrases("up_words").entries - _NO_DIRECTION, words.phrases("down_words").entries - _NO_DIRECTION


@cache
def _all_directions(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon(language)
    return words.phrases("up_words").entries, words.phrases("down_words").entries


@cache
def comparatives(language: Language) -> frozenset[str]:
    """The single-word comparatives of a language («færre», «bedre», «økt»)."""
    return frozenset(word for word in lexicon(language).phrases("comparatives").entries if " " not in word)


def _than_before(words: list[str], index: int) -> bool:
    """Whether the words at ``index``, behind «enn», are those of an earlier time."""
    return not _EARLIER.isdisjoint(words[index : index + 2])


def direction_at(line: Line, index: int) -> Direction | None:
    """Which way the word at ``index`` points, or ``None``; «færre enn» points nowhere, it is a bound."""
    words = line.words
    if not 0 <= index < len(words) or (words[index + 1 : index + 2] in _THAN and not _than_before(words, index + 2)):
        return None
    rising, falling = _all_directions(line.language)
    if words[index] in _PARTICLES and _belongs_to_verb(words, index, rising | falling):
        return None
    if index and words[index - 1] in _NUMBERED:
        return None  # «First line to first lift»
    is_verb = index > 0 and words[index] in _NOUNS_TOO and index + 1 < len(words) and words[index + 1] in _STEPS
    if not is_verb:
        rising, falling = _directions(line.language)
    if words[index] in rising:
        return Direction(rising=True, index=index)
    return Direction(rising=False, index=index) if words[index] in falling else None


def opening_direction(line: Line) -> Direction | None:
    """The direction a line opens with: its head verb («øke», «reduce») or its first word («færre», «økt»)."""
    head = line.head
    if head.form is not None:
        word = line.words[head.first]
        rising, falling = _directions(line.language)
        if word in _VERBS_TOO and line.words[head.first + 1 : head.first + 2] not in _NOUN_LINKS:
            rising, falling = _all_directions(line.language)
        if word in rising or word in falling:
            return Direction(rising=word in rising, index=head.first)
    if line.words[0] in _MOVERS and line.words[1:2] in _UP_OR_DOWN:
        return direction_at(line, 1)  # «Bring down energy use»
    if (named := _named_direction(line)) is not None:
        return named
    led = line.words[0] in _LEADS and line.words[1:2] and line.words[1] in comparatives(line.language)
    return direction_at(line, 1 if led else 0)  # «Get more boats out on time», «A shorter queue»


def _named_direction(line: Line) -> Direction | None:
    """«Kutt i overtiden», «A cut in overtime», «En økning i salget»: the movement as a noun, of a value that is no rate."""
    words = line.words
    at = 1 if words[0] in _ARTICLES else 0
    if words[at + 1 : at + 2] not in _NOUN_LINKS or words[at] in _HITS:
        return None
    if any(measure.unit == PERCENT for measure in line.measures) or _has_a_clause(line, at):
        return None  # «Rise in rents from 5% to 3%», «Fall i prisene fra 2 til 3 %»: the pace is what is measured
    rising, falling = _all_directions(line.language)
    if words[at] not in rising and words[at] not in falling:
        return None
    return Direction(rising=words[at] in rising, index=at)


def _has_a_clause(line: Line, at: int) -> bool:
    """«Kutt i reisetid gir flere besøk»: what moves is said by a verb of its own."""
    verbs = line.lexicon.verbs
    return line.language is not Language.EN and any(
        reading.form is VerbForm.PRESENT for word in line.words[at + 2 :] for reading in verbs.get(word)
    )


def opens_with_comparison(line: Line) -> bool:
    """Whether a line opens by comparing («Færre klager», «Øke trivselen», «Bedre mat»), which is no value yet."""
    words = line.words
    if not words:
        return False
    if opening_direction(line) is not None:
        return True
    return words[0] in comparatives(line.language) and (words[1:2] not in _THAN)
