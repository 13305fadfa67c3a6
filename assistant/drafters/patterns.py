"""How sentences of a strategy say that something shall be: patterns, compiled for one language when it is first read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.okr import Language

_NORWEGIAN = frozenset((Language.NB, Language.NN))

_MODAL = {
    Language.NB: r"skal|vil|må|bør|ønsker(?:\s+å)?|tar\s+sikte\s+på\s+å|sikter\s+mot(?=\s+\D{0,12}\d)|har\s+som\s+mål\s+å|la\s+oss",
    Language.NN: r"skal|vil|må|bør|ønskjer(?:\s+å)?|ønsker(?:\s+å)?|tek\s+sikte\s+på\s+å|siktar\s+mot(?=\s+\D{0,12}\d)|har\s+som\s+mål\s+å|lat\s+oss",
    Language.EN: (
        r"will|shall|must|should|aim\s+(?:for|at)(?=\s+\D{0,12}\d)|want\s+(?:us\s+)?to|want(?=\s+(?:at\s+(?:least|most)\s+|over\s+|under\s+)?\d)|would\s+like(?:\s+us)?\s+to|aim\s+to|intend\s+to|expect\s+to|needs?\s+to|plan\s+to"
        r"|(?:is|are)\s+to|has\s+to|have\s+to|ought\s+to|to(?=\s+(?:go|rise|fall|drop|come|increase|decrease|grow|account)\b)"
    ),
}
_WE = {
    Language.NB: (
        "vi|virksomheten|selskapet|kommunen|banken|skolen|teamet|avdelingen|klinikken|museet|etaten|foreningen|klubben"
        "|enheten|bedriften|konsernet"
    ),
    Language.NN: "vi|me|verksemda|selskapet|kommunen|banken|skulen|teamet|avdelinga|klinikken|museet|etaten|laget|klubben|eininga|bedrifta",
    Language.EN: r"we|i(?=\s+(?:want|would))|the\s+(?:company|team|department|organi[sz]ation|bank|school|council|charity|plant|group|agency|trust)",
}
_LETS = {Language.NB: r"la\s+oss", Language.NN: r"lat\s+oss", Language.EN: r"let['’]s|let\s+us"}
_ADVERBS = (
    r"(?:\s+(?:også|òg|derfor|difor|dessuten|videre|vidare|samtidig|likevel|dermed|først\s+og\s+fremst|nå|no|aktivt"
    r"|i\s+tillegg|also|therefore|now|then|further))*"
)
_WANT = {
    Language.NB: r"(?:vi|jeg)\s+(?:vil|ønsker|trenger)(?:\s+\w+)?\s+at\s+(?P<subject>.{3,80}?)\s+skal\s+(?P<rest>.+)$",
    Language.NN: r"(?:vi|me|eg)\s+(?:vil|ønskjer|ønsker|treng)(?:\s+\w+)?\s+at\s+(?P<subject>.{3,80}?)\s+skal\s+(?P<rest>.+)$",
    Language.EN: (
        r"(?:we|i)(?:['’]d|\s+would)?\s+(?:want|like|expect|need|intend)\s+(?P<subject>(?!(?:us\s+)?to\b).{2,80}?)\s+"
        r"(?:to\s+(?=[a-z])|(?=(?:at|below|under|above|over|down\s+to|up\s+to|back\s+at)\s+\D{0,4}\d))(?P<rest>.+)$"
    ),
}
_LONG_AGO = r"(?!.{0,20}\b(?:fjor|tidligere|tidlegare|forrige|førre|last|previously|earlier|once)\b)[^,.;:\d]{0,30}?\b"
_DECIDED = {
    Language.NB: (
        r"(?:(?:ble|var)\s+(?:vi|styret|alle)\s+enige\s+om|(?:vi|styret|alle|møtet)\s+(?:ble|var)\s+enige\s+om|(?:vi|styret|\w+møtet|\w+styret)\s+(?:vedtok|bestemte|besluttet)"
        r"|(?:vedtok|bestemte|besluttet)\s+(?:vi|styret)|det\s+ble\s+(?:vedtatt|bestemt|besluttet))\s+at\s+(?P<subject>.{2,80}?)\s+(?:skulle|skal)\s+(?P<rest>.+)$"
    ),
    Language.NN: (
        r"(?:(?:vart|blei|var)\s+(?:vi|me|styret|alle)\s+(?:samde|einige)\s+om|(?:vi|me|styret|alle|møtet)\s+(?:vart|blei|var)\s+(?:samde|einige)\s+om"
        r"|(?:vi|me|styret|\w+møtet|\w+styret)\s+(?:vedtok|bestemte|avgjorde)|(?:vedtok|bestemte|avgjorde)\s+(?:vi|me|styret)"
        r"|det\s+(?:vart|blei)\s+(?:vedteke|bestemt|avgjort))\s+at\s+(?P<subject>.{2,80}?)\s+(?:skulle|skal)\s+(?P<rest>.+)$"
    ),
    Language.EN: (
        r"(?:we|the\s+(?:board|meeting|council|committee|members)|everyone|it\s+was|it\s+has\s+been)\s+(?:have\s+|has\s+)?(?:agreed|decided|resolved)\s+that"
        r"\s+(?P<subject>.{2,80}?)\s+(?:should|shall|must|would|(?:was|were|is|are)\s+to)\s+(?P<rest>.+)$"
    ),
}
_SUBORDINATE = {Language.NB: "at|som", Language.NN: "at|som", Language.EN: "that|which|who"}


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language.

    Attributes:
        modal: A word that says that something shall be.
        we_shall: A clause's opening up to what «we shall» do.
        subject_shall: «Sykefraværet skal ned»: ``subject``, the modal and the ``rest``.
        we_want: «Vi vil at kundene skal …»: ``subject`` and ``rest``.
        decided: «Vi ble enige om at køen skulle ned»: ``subject`` and ``rest`` of what was decided, told in the past.
        shared_subject: The opening of a clause that has the subject of the one before it.
    """

    modal: re.Pattern[str]
    we_shall: re.Pattern[str]
    subject_shall: re.Pattern[str]
    we_want: re.Pattern[str]
    decided: re.Pattern[str]
    shared_subject: re.Pattern[str]


@cache
def patterns(language: Language) -> Patterns:
    """The patterns of a language; those of the other two are never compiled for a brief in this one."""
    modal, we = _MODAL[language], _WE[language]
    shall = rf"(?:(?:{we})\s+(?:{modal})|(?:{modal})\s+(?:{we}))\b{_ADVERBS}\s+(?:å\s+|to\s+)?|(?:{_LETS[language]})\s+"
    return Patterns(
        modal=re.compile(rf"\b(?:{modal})\b", re.IGNORECASE),
        we_shall=re.compile(rf"^(?P<lead>.{{0,90}}?\b)??(?:{shall})", re.IGNORECASE),
        subject_shall=re.compile(
            rf"^(?P<subject>.{{2,140}}?),?\s+(?P<modal>{modal})\b{_ADVERBS}\s+(?P<rest>.+)$", re.IGNORECASE
        ),
        we_want=re.compile(rf"^(?:.{{0,60}}?\b)??{_WANT[language]}", re.IGNORECASE),
        decided=re.compile(rf"^{_LONG_AGO}{_DECIDED[language]}", re.IGNORECASE),
        shared_subject=re.compile(rf"(?:{modal}|{_SUBORDINATE[language]})\b", re.IGNORECASE),
    )


_SERVED = {
    True: (
        r"kunde|kunda|innbygg|pasient|elev|student|beboer|bebuar|medlem|besøk|passasjer|leietak|leigetak|bruker|brukar|gjest|søker|søkjar"
        r"|ungdom|foreldre|pårør|huseier|huseigar|husstand|deltak|leverandør|folk|barn|born|unge"
    ),
    False: (
        r"customer|client|resident|citizen|patient|pupil|student|member|visitor|passenger|tenant|user|guest|applicant|shopper|famil|child"
        r"|people|parent|supplier"
    ),
}


@cache
def served(language: Language) -> re.Pattern[str]:
    """People an organisation serves: what they shall do is an outcome, what its own people shall do is work."""
    return re.compile(_SERVED[language in _NORWEGIAN], re.IGNORECASE)


_PERSON = (
    r"kund|innbygg|pasient|elev|student|beboer|bebuar|medlem|besøk|passasjer|leietak|leigetak|bruk|gjest|søk|ungdom|ansatt|tilsett|medarbeid"
    r"|leder|leiar|lærer|lærar|lærling|foreldre|pårørende|pårørande|frivillig|tekniker|teknikar|rådgiver|rådgjevar|sjåfør|sykepleier"
    r"|sjukepleiar|assistent|operatør|virksomhet|verksemd|bedrift|leverandør|huseier|husstand|bonde|bønd|deltak|spill|spel|røkt|lokalbefolk|utvikler|utviklar"
)
_PEOPLE = {
    Language.NB: rf"\b(?:\w*(?:{_PERSON})\w*(?:ene|erne|ne|a|en)|\w*folk(?:et)?|barna|ansatte|unge|foreldre|pårørende)(?:\s+våre)?$",
    Language.NN: rf"\b(?:\w*(?:{_PERSON})\w*(?:ane|ene|ne|a|en)|\w*folk(?:et)?|barna|borna|tilsette|unge|foreldre|pårørande)(?:\s+våre)?$",
    Language.EN: (
        r"\b(?:customers|clients|residents|citizens|patients|pupils|students|members|visitors|passengers|tenants|users|guests|applicants"
        r"|shoppers|families|children|people|employees|colleagues|managers|teachers|parents|volunteers|suppliers|staff|engineers|nurses"
        r"|leaders|everyone)$"
    ),
}


@cache
def people(language: Language) -> re.Pattern[str]:
    """A subject that is people, whoever they are: a share of them can be measured."""
    return re.compile(_PEOPLE[language], re.IGNORECASE)
