"""What a brief rules out for the period, cut into the things it names, and whether a line goes for one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.language.lexicon import lexicon
from assistant.language.tokens import Tokens
from assistant.okr import Language
from assistant.rules.content import Content, Word, content_of

if TYPE_CHECKING:
    from assistant.brief import Statement
    from assistant.language.line import Line


@dataclass(frozen=True, slots=True)
class RuledOut:
    """One thing that is not for this period.

    Attributes:
        statement: The statement that says so.
        content: The words that name it.
        names: The keys of those of them that are proper names.
        down: Whether it is itself a cut («vi skal ikke redusere bemanningen»).
    """

    statement: Statement
    content: Content
    names: frozenset[str]
    down: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of what names a thing a line must have to be going for it.

    Attributes:
        of_words: Where some of those words stand elsewhere in the brief too.
        of_telling_words: Where there are several, and none does.
    """

    of_words: float
    of_telling_words: float


_OTHERWISE = re.compile(
    r"\s*(?:[,;(:–—]|(?<!\d)\.(?=\s|$))\s*(?=(?:men|but|heller|rather|instead|snarere|snarare|derimot|however|only|bare|berre)\b)",
    re.IGNORECASE,
)
"""What follows is not ruled out any more: «ikke på pris, men på service»."""
_REASON = re.compile(
    r"""
    \s*[,;(–—-]?\s+\b(?:før|fordi|siden|sidan|ettersom|selv\ om|sjølv\ om|så\ lenge|med\ mindre|ut\ over|utover|uten\ at|utan\ at
    |until|before|because|since|although|even\ though|unless|beyond|while|mens|medan|da\ vi|as\ we)\b
    | \s+\b(?:venter|ventar|må\ vente|får\ vente|kan\ vente|er\ utsatt|er\ utsett|utsettes|blir\ utsatt|kommer\ tidligst|kjem\ tidlegast
    |must\ wait|can\ wait|will\ wait|waits?|(?:is|are)\ (?:postponed|parked|deferred|out\ of\ scope|on\ hold|not\ for))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:og|eller|samt|and|or|nor|verken|korkje|neither)\s+", re.IGNORECASE)
_REFUSALS = frozenset(
    "ikke ikkje ingen inga inkje uten utan aldri heller framfor fremfor not no without never none nobody neither nor "
    "instead avoid unngå unngår stanse stansar stopp stoppe slutte stop".split()
)
"""A line with one of these may be keeping to what was ruled out."""
_FEWER = frozenset("færre mindre fewer less lavere lågare lower".split())
_SEVERAL = 2
_SHORTEST_BEGINNING = 4
_ENDING = 3
"""Letters that inflection and derivation may change at the end of a stem."""
_NAME_WEIGHT = 5
"""A proper name tells as much as five other words: «Ny avdeling i Sverige» is about Sverige."""


def wants_the_contrary(statement: Statement, words: list[str]) -> bool:
    """Whether a sentence of the strategy says what must not happen, which is a goal: «ingen skal vente», «ikke miste»; or who waits.

    What stands under «Ikke nå» is ruled out, however it is worded.
    """
    if statement.field == "exclusions" or statement.bullet or not words:
        return False
    if words[0] in _NOBODY and not _SHALL.isdisjoint(words):
        return True
    padded = [*words, "", ""]
    for at, word in enumerate(words):
        after, beyond = padded[at + 1], padded[at + 2]
        if word in _NOT and after in _EVILS:
            return True
        if word in _WAIT and (
            after in _AT_LENGTH or after[:1].isdecimal() or (beyond[:1].isdecimal() and after == "i")
        ):
            return True
    return False


_NOBODY = frozenset("ingen inga no nobody none".split())
_SHALL = frozenset("skal må shall should must will".split())
_WAIT = frozenset("vente wait".split())
_AT_LENGTH = frozenset("på for lenge mer meir opptil over up more too altfor days weeks months".split())
"""After «vente»: people wait, nothing is put off."""
_NOT = frozenset("ikke ikkje aldri not never".split())
_EVILS = frozenset(
    "miste mista tape tapa la lat late lata svikte akseptere godta tolerere glemme gløyme skade være vere vera stå sitte sitje ha "
    "lose let fail accept tolerate forget harm leave be have".split()
)


def things_ruled_out(statement: Statement, language: Language) -> list[RuledOut]:
    """The things a statement rules out, each on its own: «Sverige og Danmark» are two."""
    text = _OTHERWISE.split(statement.text, maxsplit=1)[0]
    reason = _REASON.search(text)
    if reason is not None and content_of(Tokens(text[: reason.start()], language).words, language).words:
        text = text[: reason.start()]
    found = [_thing(part, statement, language) for part in _BETWEEN.split(text)]
    return [thing for thing in found if thing.content.words]


def _thing(part: str, statement: Statement, language: Language) -> RuledOut:
    tokens = Tokens(part, language)
    opening = {index for index, char in enumerate(part) if char.isalpha()}
    first = min(opening, default=0)
    named = [
        word
        for at, word in enumerate(tokens.words)
        if part[tokens.start(at)].isupper() and (tokens.start(at) > first or statement.text.find(part) > 0)
    ]
    falls = lexicon(language).phrases("down_words").entries
    return RuledOut(
        statement=statement,
        content=content_of(tokens.words, language),
        names=frozenset(content_of(named, language).words),
        down=not falls.isdisjoint(tokens.words),
    )


_COUNTRIES = {
    "sverige": "svensk svenske svenskar svensker svenskene swedish stockholm göteborg gøteborg malmö malmø gothenburg",
    "danmark": "dansk danske danskar dansker danskene danish københavn aarhus århus copenhagen",
    "finland": "finsk finske finner finnish helsinki helsingfors",
    "island": "islandsk islandske islendinger reykjavik", "iceland": "icelandic reykjavik",
    "norge": "norsk norske nordmenn", "noreg": "norsk norske nordmenn", "norway": "norwegian norwegians",
    "tyskland": "tysk tyske tyskere tyskarar berlin hamburg münchen", "germany": "german germans berlin hamburg munich",
    "england": "engelsk engelske english london", "storbritannia": "britisk britiske london", "uk": "british english london",
    "britain": "british", "frankrike": "fransk franske paris", "france": "french paris", "spania": "spansk spanske madrid",
    "spain": "spanish madrid", "italia": "italiensk italienske", "italy": "italian", "polen": "polsk polske warszawa",
    "poland": "polish warsaw", "nederland": "nederlandsk nederlandske amsterdam", "netherlands": "dutch amsterdam",
    "usa": "amerikansk amerikanske american", "america": "american", "sweden": "swedish stockholm gothenburg malmö",
    "denmark": "danish copenhagen", "ireland": "irish dublin", "scotland": "scottish edinburgh glasgow", "wales": "welsh cardiff",
    "europa": "europeisk europeiske", "europe": "european", "norden": "nordisk nordiske", "asia": "asian asiatisk asiatiske",
    "china": "chinese", "kina": "kinesisk kinesiske", "canada": "canadian kanadisk", "japan": "japanese japansk",
}  # fmt: skip
_COUNTRY_OF: dict[str, list[str]] = {}
for _country, _forms in _COUNTRIES.items():
    for _form in _forms.split():
        _COUNTRY_OF.setdefault(_form, []).append(_country)


def with_countries(words: list[str]) -> list[str]:
    """The words of a line, and the countries that its «svensk» and «Göteborg» speak of."""
    return words + [country for word in words for country in _COUNTRY_OF.get(word, ())]


def goes_for(line: Line, content: Content, thing: RuledOut, elsewhere: Content, shares: Shares) -> frozenset[str]:
    """The words by which a line goes for what is ruled out; none where it does not.

    Args:
        line: The line.
        content: What the line is about.
        thing: What is ruled out.
        elsewhere: What the rest of the brief is about: words it has too prove nothing by themselves.
        shares: How much of what names the thing the line must have.
    """
    shared = thing.content.shared(content)
    derived = line.language is Language.EN  # «certified» is «certification»; Norwegian keys may be of compounds
    found = frozenset(
        key for key in shared if (derived and key in content.words) or _is_same(thing.content.words[key], content)
    )
    if not found or _is_refusing(line, thing):
        return frozenset()
    words = thing.content.words
    own = [key for key in found if key not in elsewhere.heads and words[key].heads.isdisjoint(elsewhere.words)]
    if not own:
        return frozenset()
    weights = {key: _NAME_WEIGHT if key in thing.names else 1 for key in words}
    telling = len(own) == len(found) >= _SEVERAL
    share = shares.of_telling_words if telling else shares.of_words
    return found if sum(weights[key] for key in found) >= share * sum(weights.values()) else frozenset()


def _is_same(word: Word, content: Content) -> bool:
    """Whether a line has a word itself, and not only one that begins like it: «svømme» is no «svømmehall»."""
    least = word.stem[: max(_SHORTEST_BEGINNING, len(word.stem) - _ENDING)]
    return any(other.stem.startswith(least) for other in content.words.values())


def _is_refusing(line: Line, thing: RuledOut) -> bool:
    """Whether a line says no to what was ruled out, or goes the other way."""
    words = line.words
    if not _REFUSALS.isdisjoint(words):
        return True
    falls = line.lexicon.phrases("down_words").entries | _FEWER
    return not thing.down and not falls.isdisjoint(words)
