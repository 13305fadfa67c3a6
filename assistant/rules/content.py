"""What lines are about: their content words, without inflection, and which of them two lines share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.language.lexicon import VerbKind, lexicon
from assistant.okr import Language


@dataclass(frozen=True, slots=True)
class Word:
    """A content word without its inflection.

    Attributes:
        stem: The word without its inflection.
        key: The beginning of its stem, by which other words meet it.
        heads: The keys of words it begins like: «kundeservice» begins like «kunde».
        tails: The keys of words that may be a later part of it: «sikkerhet» in «pasientsikkerhet».
    """

    stem: str
    key: str
    heads: frozenset[str]
    tails: frozenset[str]


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of a text.

    Attributes:
        words: Each word once, by its key.
        heads: All the keys its words begin like.
        tails: All the keys that may be a later part of its words.
    """

    words: dict[str, Word]
    heads: frozenset[str]
    tails: frozenset[str]

    def __len__(self) -> int:
        """How many different words it has."""
        return len(self.words)

    def shared(self, other: Content) -> frozenset[str]:
        """The keys of those of its words that ``other`` has too, inflected otherwise or as the beginning of a compound."""
        theirs = other.words.keys()
        return frozenset(
            key for key, word in self.words.items() if key in other.heads or not theirs.isdisjoint(word.heads)
        )

    def found_in(self, other: Content) -> frozenset[str]:
        """Like :meth:`shared`, but the later parts of the other's compounds count too."""
        return self.shared(other) | (self.words.keys() & other.tails)

    def touches(self, other: Content) -> bool:
        """Whether the two share any word at all, later parts of compounds included."""
        ours, theirs = self.words.keys(), other.words.keys()
        return not (
            theirs.isdisjoint(self.heads)
            and ours.isdisjoint(other.heads)
            and theirs.isdisjoint(self.tails)
            and ours.isdisjoint(other.tails)
        )


_KEY = 6
"""Letters of a stem that tell words apart; what follows is derivation («konkurrere», «konkurranse»)."""
_SHORTEST = 3
_HEAD = 4
"""Letters: a shorter stem meets only itself."""
_INNER = 5
"""Letters: a shorter key is no later part of a compound but at its very end."""
_FIRST_PART = 3
"""Letters that the first part of a compound has at least."""

_ENDINGS = {
    Language.NB: "hetene ingene heten ingen heter inger ering inga ing ene ens ers ets het ert ere est ene en er et es a e s t",
    Language.NN: "heitene ingane heita inga heiter ingar ering ing ene ane ens ars ets heit ert ere are ast est en er ar et a e s t",
    Language.EN: "ings ing ies ied ers er’s er's ’s 's ed es er ly y s e",
}
_FOLDED = {
    language: tuple(sorted(set(endings.split()), key=lambda ending: (-len(ending), ending)))
    for language, endings in _ENDINGS.items()
}

_LISTS = (
    "function_words", "comparatives", "up_words", "down_words", "units", "months", "weekdays", "modals", "copulas",
    "determiners", "prepositions", "adverbs", "share_words", "baseline_cues", "bound_at_least",
    "bound_at_most", "change_words", "new_words",
)  # fmt: skip
"""Word lists none of whose words says what a line is about."""
_LITTLE = {
    Language.NB: (
        "få får fikk fått gi gir ga gitt ta tar tok tatt gjøre gjør gjort gjøres bli blir ha komme kommer kommet gå går gått stå står finne finner "
        "finnes se ser la lar holde holder vite vet kan kunne oppleve opplever opplevd kjenne kjenner føle føler ville lykkes lykkast klare klarer "
        "sikre sikrer sørge sørger bidra bidrar skape skaper prioritere prioriterer prioritert prioritet prioriteter satse satser satsing satsning "
        "satsingen fokus fokusere fokuserer arbeide arbeider jobbe jobber gjennom sammen år året årene åra periode perioden perioder kvartal "
        "kvartalet tertial tertialet halvår halvåret mål målet måla målene strategi strategien strategiske visjon visjonen formål andel andelen "
        "antall antallet tall tallet del delen grad graden nivå prosent prosentpoeng poeng hele hel helt egen eget egne annen annet andre stor "
        "stort store liten lite små god godt gode best beste bra viktig viktige viktigste mye mange flest mest alle alt all ny nytt nye samme "
        "første neste siste hver hvert enn være vært lenger lengre både enda ennå gjerne alltid aldri fortsatt fremdeles fortsette fortsetter "
        "minst høyst senest tidligst innen utgangen slutten løpet start starten stadig ekstra ledd trenger trengs godt måte måten ting noe noen "
        "ingen intet uten ikke videre framover fremover dag dagen dager uke uker måned måneder time timer ganger gang langt lang nær nærmere "
        "bruke bruker brukes brukt under over ned opp inn ut fram frem innenfor utenfor vår vårt våre hva hvem hvor hvordan hvorfor hvilken hvilke "
        "fra ikke mer dette disse denne deres selv sin sitt sine gjelder blant fordi derfor dermed samtidig dessuten virksomheten kommunen selskapet "
        "organisasjonen bedriften konsernet avdelingen teamet"
    ),
    Language.NN: (
        "få får fekk fått gje gjev gi gir gav gitt gjeve ta tek tar tok teke tatt gjere gjer gjort gjerast bli blir verte vert vorte ha kome kjem "
        "kom komme kjem gå går gjekk gått stå står finne finn finst sjå ser la lat lèt halde held vite veit kan kunne oppleve opplever opplevd "
        "kjenne kjenner føle føler ville lukkast klare klarer sikre sikrar syte syter bidra bidreg skape skaper prioritere prioriterer prioritert "
        "prioritet prioritetar satse satsar satsing satsinga fokus fokusere arbeide arbeider jobbe jobbar gjennom saman år året åra periode "
        "perioden periodar kvartal kvartalet tertial tertialet halvår halvåret mål målet måla strategi strategien strategiske visjon visjonen "
        "føremål formål del delen andel andelen tal talet mengda grad graden nivå prosent prosentpoeng poeng heile heil heilt eigen eige eigne "
        "annan anna andre stor stort store liten lite små god godt gode best beste bra viktig viktige viktigaste mykje mange flest mest alle alt "
        "all ny nytt nye same første fyrste neste siste kvar kvart enn vere vore lenger lengre både enno gjerne alltid aldri framleis fortsatt "
        "halde fram minst høgst seinast tidlegast innan utgangen slutten løpet start starten stadig ekstra ledd treng trengst måte måten ting "
        "noko nokon nokre ingen inga inkje utan ikkje vidare framover dag dagen dagar veke veker månad månader time timar gonger gong langt "
        "lang nær nærare bruke brukar brukt brukast under over ned opp inn ut fram innanfor utanfor vår vårt våre kva kven kvar korleis kvifor "
        "frå ikkje meir dette desse denne deira sjølv sin sitt sine gjeld blant fordi difor dermed samstundes dessutan verksemda kommunen selskapet "
        "organisasjonen bedrifta konsernet avdelinga teamet"
    ),
    Language.EN: (
        "get gets got getting give gives gave given make makes made making take takes took taken become becomes became go goes going come comes "
        "came see sees seen find finds found know knows let lets keep keeps hold holds feel feels experience experiences experienced succeed "
        "succeeds ensure ensures ensuring secure contribute contributes create creates creating prioritise prioritize priority priorities "
        "focus focuses focused work works working need needs want wants use uses used using aim aims intend help helps through together year "
        "years period periods quarter quarters half term goal goals target targets objective objectives strategy strategic vision mission share "
        "number numbers rate level levels point points percent percentage part parts proportion whole own other others another big large great "
        "small little good well better best important most many much every everyone all any each new same first next last than also both still "
        "always never continue continues least latest earliest end start even further already more less fewer day days week weeks month months "
        "hour hours time times way ways thing things something someone nobody without not no long longer near nearer under over up down in out "
        "within our ours your their theirs its while where when what which who how why into onto upon among between across about after before "
        "company organisation organization team department that this these those from with been are were just per cent can could may might should would must shall will have has had being been able ourselves"
    ),
}


_PEOPLE = frozenset(("eldre", "yngre", "older", "younger"))
"""Comparatives that a strategy is about: «eldre skal kunne bo hjemme»."""


@cache
def _without_content(language: Language) -> frozenset[str]:
    """The words of a language that say nothing of what a line is about."""
    words = lexicon(language)
    found = set(_LITTLE[language].split()) | set(words.number_words)
    for name in _LISTS:
        found |= {entry for entry in words.phrases(name).entries if " " not in entry}
    for word in words.verbs:
        if any(verb.kind is VerbKind.VAGUE for verb in words.verbs.get(word)):
            found.add(word)
    return frozenset(found) - _PEOPLE


def stem_of(word: str, language: Language) -> str:
    """A lower-case word without its inflection, as far as endings tell."""
    for ending in _FOLDED[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8192)
def read_word(word: str, language: Language) -> Word | None:
    """A lower-case word as content, or ``None`` if it says nothing of what a line is about."""
    if len(word) < _SHORTEST or not word[0].isalpha() or word in _without_content(language):
        return None
    stem = stem_of(word, language)
    key = stem[:_KEY]
    heads = {key, *(stem[:size] for size in range(_HEAD, min(len(stem), _KEY) + 1))}
    tails = {stem[at:] for at in range(_FIRST_PART, len(stem) - _HEAD + 1)}
    for at in range(_FIRST_PART, len(stem) - _INNER + 1):
        tails |= {stem[at : at + size] for size in range(_INNER, _KEY + 1)}
    return Word(stem, key, frozenset(heads), frozenset(tails))


def content_of(words: Iterable[str], language: Language) -> Content:
    """The content of a line's lower-case words."""
    found = [read for word in words for part in _parts(word) if (read := read_word(part, language)) is not None]
    return Content(
        {word.key: word for word in found},
        frozenset().union(*(word.heads for word in found)),
        frozenset().union(*(word.tails for word in found)),
    )


def _parts(word: str) -> list[str]:
    """«HR-leder», «og/eller»: what a hyphen or a stroke joins are words of their own."""
    return word.replace("/", "-").split("-") if "-" in word or "/" in word else [word]
