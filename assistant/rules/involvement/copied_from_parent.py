"""An objective that repeats, word for word or nearly, the objective of the level above.

Why it hurts: a goal handed down unchanged is an order, and those who are to reach it can see neither their own part in it
nor when that part is done. Say what this unit, and no other, will change so that the goal above comes closer.

Source: the article's pitfall «no involvement: top-down management by objectives under another name». Only words are compared:
the name of a unit and the numbers may be exchanged and it is still a copy, another word of content makes it one's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from assistant.language.lexicon import lexicon
from assistant.okr import Language
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.brief_reading import reading_of, speaks_alike
from assistant.rules.content import stem_of
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text

_UNITS = tuple(
    "avdeling avdelingen avdelinga avdelingens avdelinga seksjon seksjonen enhet enheten eining eininga team teamet gruppe gruppen gruppa "
    "klinikk klinikken sykehus sykehuset sjukehus sjukehuset skole skolen skule skulen barnehage barnehagen kommune kommunen "
    "konsern konsernet selskap selskapet virksomhet virksomheten verksemd verksemda etat etaten divisjon divisjonen kontor "
    "kontoret sektor sektoren organisasjon organisasjonen region regionen foretak foretaket føretak føretaket bedrift bedriften bedrifta "
    "department section unit team group clinic hospital school council company division office sector organisation "
    "organization region trust agency firm business".split()
)
"""How the words for an organisation and its units end: exchanging one for another makes no goal of one's own."""
_SMALL = frozenset(
    "mål hovedmål hovudmål objective goal gjerne alltid virkelig verkeleg enda enno også òg her hos always really also "
    "even here vår våre vårt our ours us oss vi me we hele heile whole entire".split()
)


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Compare the objective with each of the objectives above."""
    reading = reading_of(context)
    if reading is None or not speaks_alike(context, reading):
        return
    parents = [it for it in reading.said if it.statement.field == "parent_objectives" and not it.statement.excluded]
    if not parents:
        return
    own = _told(item.line.words, item.language)
    for parent in parents:
        if _is_copy(own, _told(parent.words, item.language), context):
            facts = {"objective": item.line.text, "parent": parent.statement.text.rstrip(" .")}
            yield Finding("INV01", item.path, RULE.severity, facts)
            return


def _told(words: list[str], language: Language) -> frozenset[str]:
    """The words a goal is told by, without inflection: not the small ones, numbers and the names of units."""
    small = _small_words(language)
    return frozenset(
        stem_of(word, language)
        for word in words
        if word[0].isalpha() and word not in small and not word.endswith(_UNITS)
    )


@cache
def _small_words(language: Language) -> frozenset[str]:
    words = lexicon(language)
    return words.words("function_words") | words.words("modals") | words.words("copulas") | _SMALL


def _is_copy(own: frozenset[str], parent: frozenset[str], context: Context) -> bool:
    """Whether two goals differ in no more words than a goal of their length may."""
    size = max(len(own), len(parent))
    if min(len(own), len(parent)) < context.profile.setting("INV01", "least_words"):
        return False
    return len(own ^ parent) <= size // context.profile.setting("INV01", "words_for_each_difference")


_NB = """# Strategi
Vi skal korte køene.
## Overordnede mål
- Pasientene får trygg hjelp raskt, og slipper å fortelle historien sin to ganger
- Mål 2: Fagfolkene blir i sykehuset fordi arbeidsdagen går opp"""
_NN = """# Strategi
Vi skal korte køane.
## Overordna mål
- Pasientane får trygg hjelp raskt, og slepp å fortelje historia si to gonger
- Mål 2: Fagfolka blir i sjukehuset fordi arbeidsdagen går opp"""
_EN = """# Strategy
We will shorten the queues.
## Parent objectives
- Patients get safe help fast, and never have to tell their story twice
- Objective 2: Skilled people stay with the hospital because the working day adds up"""

RULE = Rule(
    code="INV01",
    name="copied-from-parent",
    scope=Scope.OBJECTIVE,
    severity=Severity.ERROR,
    message=Text(
        nb="«{objective}» er nesten ord for ord det overordnede målet.",
        nn="«{objective}» er nesten ord for ord det overordna målet.",
        en="“{objective}” is almost word for word the parent objective.",
    ),
    suggestion=Text(
        nb="Hva er deres del av «{parent}»? Skriv hva nettopp dere vil endre, sammen med dem som skal gjøre jobben.",
        nn="Kva er dykkar del av «{parent}»? Skriv kva nettopp de vil endre, saman med dei som skal gjere jobben.",
        en=(
            "What is your part of “{parent}”? Write what you yourselves will change, together with those who will do "
            "the work."
        ),
    ),
    bad=Examples(
        nb=(
            Example("Pasientene får trygg hjelp raskt, og slipper å fortelle historien sin to ganger", _NB),
            Example("Fagfolkene blir på klinikken fordi arbeidsdagen går opp", _NB),
            Example("Våre pasienter skal få rask og trygg hjelp, og slippe å fortelle sin historie to ganger", _NB),
        ),
        nn=(
            Example("Pasientane får trygg hjelp raskt, og slepp å fortelje historia si to gonger", _NN),
            Example("Fagfolka blir i eininga fordi arbeidsdagen går opp", _NN),
            Example("Pasientane våre skal få rask og trygg hjelp, og sleppe å fortelje historia si to gonger", _NN),
        ),
        en=(
            Example("Patients get safe help fast, and never have to tell their story twice", _EN),
            Example("Skilled people stay with the clinic because the working day adds up", _EN),
            Example("Our patients will get safe help fast and never have to tell the story twice", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example("Pasientene får time hos oss uten å ringe to ganger", _NB),
            Example("Sykepleierne blir i nattevakten fordi turnusen går opp", _NB),
            Example(
                "Henvisninger fra fastlegen følger pasienten helt fram, så ingen må fortelle historien på nytt", _NB
            ),
        ),
        nn=(
            Example("Pasientane får time hos oss utan å ringje to gonger", _NN),
            Example("Sjukepleiarane blir i nattevakta fordi turnusen går opp", _NN),
            Example(
                "Tilvisingar frå fastlegen følgjer pasienten heilt fram, så ingen må fortelje historia på nytt", _NN
            ),
        ),
        en=(
            Example("Patients get an appointment with us without ringing twice", _EN),
            Example("Nurses stay on the night shift because the rota adds up", _EN),
            Example("Referrals follow the patient all the way, so that nobody tells a story again", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
)
