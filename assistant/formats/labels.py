"""The labels people put before the lines of a set, in bokmål, nynorsk and English."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Label(StrEnum):
    """What a labelled line says."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    KEY_RESULTS = "key_results"
    WHY = "why"
    SOURCE = "source"
    OWNER = "owner"
    SET_OWNER = "set_owner"
    INITIATIVES = "initiatives"
    FOLLOW_UP = "follow_up"
    INVOLVED = "involved"
    SPONSOR = "sponsor"
    AMBASSADOR = "ambassador"
    DATA_SOURCE = "data_source"
    AMBITION = "ambition"
    TITLE = "title"
    DEADLINE = "deadline"
    PERIOD = "period"
    ORGANISATION = "organisation"
    LEVEL = "level"
    LANGUAGE = "language"
    CODE = "code"
    """Of a table's column alone: «O1», «KR2»."""
    OBJECTIVE_OWNER = "objective_owner"
    """Of a table's column alone: who owns the objective, not the key result of the row."""
    BASELINE = "baseline"
    TARGET = "target"
    OTHER = "other"
    END = "end"


_WORDS: dict[Label, str] = {
    Label.WHY: "fordi|because|av di|why it matters|why now|hvorfor nå|kvifor no|why this matters|hvorfor|kvifor|why|begrunnelse|grunngiving|grunngjeving|bakgrunn|rationale|hensikt|hensikten|formål|føremål|purpose|motivasjon|motivation|context|kontekst|grunn|reason",
    Label.SOURCE: "forankring|kilde i strategien|source|sources|strategisk forankring|kobling til strategi|kopling til strategi|strategy link|kilde i strategi|kjelde i strategien|kjelde i strategi|henta frå strategien|hentet fra strategien|strategisk kobling|strategisk kopling|strategikobling|kobling|knyttet til|knytt til|linked to|strategic link|link to strategy|from the strategy|fra strategien|frå strategien|supports|støtter|understøtter|strategisk mål|strategi|strategy",
    Label.SET_OWNER: "eier for alle|eier for alle mål|eier for alle målene|eier for hele settet|eier av alle|eigar for alle|eigar for alle mål|eigar for alle måla|eigar for heile settet|owner for all|owner for all objectives|owner of all|owner for the whole set|owner of the set|eier av settet|eigar av settet|set owner|okr-eier|okr-eigar|okr owner",
    Label.OWNER: "owned by|eid av|eigd av|ledet av|leia av|led by|eiges av|by whom|av hvem|av kven|hvem|kven|who|objective lead|goal lead|målleder|målleiar|kr lead|kr-leder|kr-leiar|who owns|hvem eier|kven eig|point person|contact|kontaktperson|kontakt|who owns it|who owns this|hvem eier det|hvem eier målet|kven eig det|kven eig målet|who is responsible|hvem har ansvaret|kven har ansvaret|hvem er ansvarlig|kven er ansvarleg|eier|eiere|eigar|eigarar|owner|owners|ansvarlig|ansvarleg|måleier|måleigar|ansvar|responsible|leder|leiar|lead|dri|accountable|måleigarar|måleiere|objective owner|kr owner|kr-eier|kr-eigar|goal owner|hovedansvarlig|hovudansvarleg|ansvarlige|ansvarlege|ansvarlig leder|ansvarleg leiar|ansvarlig person|eier av målet|eigar av målet|driver|held by|eies av|målansvarlig|målansvarleg|kr-ansvarlig|kr-ansvarleg",
    Label.KEY_RESULTS: "vi når målet når|vi er i mål når|målet er nådd når|we are there when|we're there when|suksesskriterier|suksesskriterium|success criteria|success measures|målepunkter|målepunkt|målekriterier|måleparametere|slik vet vi det|slik veit vi det|målbare mål|how we will know|how we know|nøkkelresultatar|what success looks like|evidence|measures|metrics|nøkkelresultater|nøkkelresultat|nøkkelresultata|nøkkelresultatene|key results|resultater|krs|nr|kr|nøkkelresultatene våre|our key results|målbare resultater|measurable results|key result|kr-er|kr-ar|krene|results|resultat|måleindikatorer|indikatorer|målinger|how we measure it|how we measure success|slik måler vi det|slik måler vi|slik ser vi det",
    Label.INITIATIVES: "tiltak|tiltaka|tiltakene|initiativ|initiativer|initiatives|initiative|aktiviteter|aktivitetar|actions|første steg|fyrste steg|første skritt|first steps|first step|kapasitet|capacity|ressurser|ressursar|resources|bemanning|staffing|neste steg|next steps|to do|to-do|todo|planlagte tiltak|planlagde tiltak|handlinger|handlingar|oppgaver|oppgåver|tasks|activities|prosjekter|prosjekt|projects|slik gjør vi det|slik gjer vi det|how we get there|what we will do|hva vi gjør|kva vi gjer|key initiatives|viktigste tiltak|first move|bets",
    Label.FOLLOW_UP: "when we check|when we check in|when we meet|how often|hvor ofte|kor ofte|når vi sjekker inn|når vi møtes|når vi møtest|når vi følger opp|når vi følgjer opp|oppfølgingsmøte|oppfølgingsmøter|innsjekksmøte|review meeting|status meeting|status meetings|ukemøte|vekemøte|tavlemøte|stand-up|standup|oppfølging|oppfølgjing|innsjekk|innsjekker|innsjekkar|check-in|check-ins|checkin|follow-up|follow up|rytme|cadence|oppfølgingsrytme|innsjekking|innsjekkingar|innsjekkinger|check in|check ins|møterytme|takt|rhythm|rytmen|review|reviews|review rhythm|check-in rhythm|check-in cadence|weekly check-in|vi følger opp|vi følgjer opp|slik følger vi opp|slik følgjer vi opp|how we follow up|oppfølgingen|oppfølginga|follow-ups|statusmøte|statusmøter",
    Label.INVOLVED: "hvem har laget dem|hvem har laget målene|kven har laga dei|kven har laga måla|who made these|who made them|who set these|who wrote these|prepared with|drafted by|made by|created with|created by|co-created with|designed with|utformet av|utforma av|utviklet med|utvikla med|utviklet sammen med|utvikla saman med|drøftet i|drøfta i|blitt hørt|blitt høyrde|we asked|vi har hørt|vi har høyrt|vi spurte|vi har spurt|utarbeidd av|skriven av|drøfta med|drøftet med|arbeidd fram av|arbeidet fram av|arbeidd ut av|prepared by|drawn up with|drawn up by|worked out with|agreed with|talked through with|laget med|laga med|hvem vi har hørt|kven vi har høyrt|disse har vært med|desse har vore med|involvert|involverte|involved|medvirkning|medverknad|involvement|involvering|hørt|høyrde|participants|deltakere|deltakarar|deltatt|delteke|laget av|laga av|utarbeidet av|utarbeida av|bidragsytere|bidragsytarar|contributors|consulted|heard|drafted with|made with|written with|stakeholders|interessenter|interessentar|innspill fra|innspel frå|input from|medvirkende|involverte i arbeidet|who was heard|who we heard|who we asked|hvem er hørt|hvem har vi hørt|kven er høyrde|kven har vi høyrt|hvem var med|kven var med|hvem er med|kven er med|har vært med|har vore med|spurt|rådført med|discussed with|laget sammen med|laga saman med|skrevet av|skrive av|written by|shaped by|formed with|developed with|utviklet av|utvikla av|hvem har vært med|kven har vore med|who was involved|who took part|people involved|med i arbeidet|involvement round",
    Label.SPONSOR: "toppleiar som står bak|toppleder som står bak|leder som står bak|leiar som står bak|hvem står bak|kven står bak|who stands behind it|who stands behind this|sponsor at the top|sponsor på toppen|sponsor i toppen|støtte fra toppen|støtte frå toppen|support from the top|backed by|backing|toppforankring|forankret hos|forankra hos|executive support|støttes av|står bak|stands behind this|management sponsor|lederforankring|leiarforankring|toppledersponsor|executive backing|sponsor|toppleder|toppleiar|executive sponsor|okr-sponsor|okr sponsor|sponsorer|ledersponsor|leiarsponsor|sponsor i ledelsen|sponsor i leiinga",
    Label.AMBASSADOR: "okr-ambassadør|okr ambassadør|okr-ambassador|okr ambassador|ambassadør|ambassador|okr champion|okr-champion|okr-ambassadører|okr-ambassadørar|okr ambassadors|okr-ambassadors|ambassadører|ambassadørar|ambassadors|champion",
    Label.DATA_SOURCE: "les av i|lesast av|leses av|avlest i|avlese i|hentet fra|henta frå|registrert i|måles ved|målt ved|målast ved|måles med|målast med|målt med|målt gjennom|measured with|measured via|måleverktøy|verified by|dokumentert i|tall fra|tal frå|numbers from|figures from|data from|data fra|data frå|read off|where we read it|hvor vi leser det|kvar vi les det|kilde|kjelde|datakilde|datakjelde|data source|målt i|målt|measured in|kilder|kjelder|datasource|data|måles i|målast i|leses av i|lesast av i|hentes fra|hentast frå|målemetode|måling|slik måles det|measured by|read from|read in|measure|tracked in|dashboard|how measured",
    Label.DEADLINE: "ferdig innen|ferdig innan|deliver by|target by|nås innen|nås innan|nådd innen|nådd innan|done by|slutt dato|sluttdato|dato for mål|tidspunkt|timing|gjennomført innen|måles innen|due by|frist|deadline|due|tidsfrist|due date|innen|innan|forfall|når|by when|end date|måldato|target date",
    Label.PERIOD: "periode|perioden|period|gjelder|gjeld|gjelder for|gjelder perioden|gjeld perioden|tidsrom|tidsperiode|tidsramme|time frame|timeframe|time period|valid|kvartal|quarter|tertial|cycle|okr cycle|okr-periode|okr period",
    Label.ORGANISATION: "virksomhet|verksemd|organisasjon|organisation|organization|team|lag|enhet|eining|unit|avdeling|department|seksjon|section|selskap|company|firma|bedrift|klubb|club|kommune|etat",
    Label.LEVEL: "nivå|level",
    Label.LANGUAGE: "språk|language",
    Label.AMBITION: "ambisjon|ambisjonsnivå|ambition|ambition level|type|commitment",
    Label.TITLE: "title|tittel|emne|subject",
    Label.BASELINE: "as is|før|before|opening value|nivå nå|nivå no|status i dag|situation today|dagens situasjon|utgangsnivå|inngangsverdi|der vi er|where we are|current level|latest|siste måling|nullmåling|målt i dag|baseline → target|fra → til|frå → til|from → to|nå → mål|no → mål|start → mål|start → target|now → target|now → goal|fra/til|frå/til|from/to|fra–til|frå–til|baseline/target|start/mål|start/target|nå/mål|no/mål|verdi|verdiar|verdier|values|tall|tal|numbers|fra og til|frå og til|from and to|as of now|nivå i dag|dagens tall|dagens tal|value today|verdi i dag|start level|starting level|utgangspunkt|startverdi|nå|i dag|baseline|start|current|today|nullpunkt|nåverdi|noverdi|no|start value|starting point|startpunkt|baseline value|current value|nåsituasjon|status nå|status no|fra|frå|from|now|dagens verdi|dagens nivå|utgangsverdi|startnivå|was",
    Label.TARGET: "to be|end|ønsket nivå|ønskt nivå|desired level|ønsket resultat|ønskt resultat|der vi skal|where we want to be|where we're going|måltallet vårt|resultatmål|slutten|target level|etter|after|aim|sluttnivå|closing value|target by end|forventet verdi|forventa verdi|skal bli|we want|målverdi|måltall|måltal|target|mål|goal|goal value|target value|sluttverdi|til|to|mål for perioden|ønsket verdi|ønskt verdi|måltallet|slutt|end value|målnivå",
    Label.OTHER: "rammer|rammar|governance|praktisk|gjennomføring|roller|roles|styring|how we work|ways of working|slik jobber vi|slik arbeider vi|organisering|rundt målene|rundt måla|om målene|om måla|merknad|merknader|kommentar|kommentarer|notater|notes|note|status|risiko|risk|risks|avhengigheter|dependencies|budsjett|ikke nå|ikkje no|not now|out of scope|utenfor|utanfor|ikke i år|risikoer|risikoar|avhengighet|avhengnader|avhengigheiter|forutsetninger|føresetnader|assumptions|vedlegg|appendix|confidence|konfidens|score|fremdrift|framdrift|progress|lenker|links|prioritet|priority|vekt|weight|kategori|category|tags|dato|date|author|forfatter|versjon|version|oppdatert|last updated|endret|blockers|hindringer|usikkerhet|uvisse|budget|diskusjon|discussion|oppsummering|summary|referat|agenda|ordliste|glossary",
    Label.END: "dette må på plass|spørsmål til dere|spørsmål til dykk|slik ble utkastet til|slik vart utkastet til|what has to be mended|questions for you|how this draft came to be",
}  # fmt: skip
LABELS: dict[str, Label] = {word: label for label, words in _WORDS.items() for word in words.split("|")}
"""Every label in lower case, and what it says."""

_LABELLED = re.compile(r"[*_]{0,3}\s*([^:*_|\n]{2,32}?)\s*[*_]{0,3}\s*:[*_]{0,3}\s*(.*)$", re.DOTALL)
_PERIOD = re.compile(r"(?:\s[qkth]\s?[1-4])?(?:\s20\d\d)?$")
"""«Mål T1 2026: 60 %»"""
_TELLING_WORDS = {
    **dict.fromkeys("eier eigar owner ansvarlig ansvarleg responsible accountable lead".split(), Label.OWNER),
    **dict.fromkeys("sponsor sponsoren".split(), Label.SPONSOR),
    **dict.fromkeys("ambassadør ambassadøren ambassador okr-ambassadør".split(), Label.AMBASSADOR),
    **dict.fromkeys("involvert involverte involved consulted medvirkning medverknad".split(), Label.INVOLVED),
    **dict.fromkeys("oppfølging innsjekk check-in check-ins follow-up rytme cadence rhythm".split(), Label.FOLLOW_UP),
}
_MOST_WORDS = 6
_DIGIT = re.compile(r"\d")
_RHYTHM = re.compile(
    r"\b(?:hver|kvar|annenhver|annankvar|every|each|weekly|fortnightly|biweekly|monthly|ukentlig|vekentleg|vekentlig|månedlig|månadleg|daglig|dagleg|daily)",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"\s(?:for|av|of|til|på|bak|behind)\s(?:(?:the|this|our|dette|alle|all|hele|heile)\s)?"
    r"(?:mål(?:et|ene|a)?|objectives?|goals?|kr|nøkkelresultat(?:et)?|key result|settet|set|okr(?:-er|ene|s)?)(?:\s\d)?$"
)
_REACH = 60
"""Characters; no label is longer."""
ICONS = re.compile("(?:[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+[ \t]*)?")
"""Pictures before the words of a line."""
_ASKED_WHO = re.compile(
    r"[*_]{0,3}(?:hvem\s+eier|kven\s+eig|who\s+owns)(?:\s+(?:målet|det|dette|this|it))?\s*[?:][*_]{0,3}:?[*_]{0,3}\s*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[*_]{0,3}(?:hvorfor|kvifor|why)\b[^:?.]{0,32}[?:][*_]{0,3}:?[*_]{0,3}\s*", re.IGNORECASE)
"""«Hvorfor er dette viktig?»"""
_DASHED = re.compile(r"[*_]{0,3}([^\W\d][\w\- ]{2,24}?)[*_]{0,3}\s+[–—-]\s+(?=\S)")
_OWNED = re.compile(
    r"[*_]{0,3}(?:owned\s+by|(?:eies|eid|eigd|eiges|eigast)\s+av|(?:eier|eigar|ansvarlig|ansvarleg)(?:\s(?:av|for)\s\w+)?\s+er|owner\s+is"
    r"|(?:eier|eigar|owner|ansvarlig|ansvarleg)[*_]{0,3}\?)[*_]{0,3}\s+(?=\w[^.]*\.?$)",
    re.IGNORECASE,
)
"""«Eies av Kari Moen.»"""
_BECAUSE = re.compile(
    r"[*_]{0,3}(?=(?:(?:dette|det|this|it|vi|we|me)\s[^.:]{2,30}\s)?(?:fordi|because|av\s+di)\s)", re.IGNORECASE
)
_QUESTIONS = ((_ASKED, Label.WHY), (_ASKED_WHO, Label.OWNER))
_ANSWERS = ((_OWNED, Label.OWNER), (_BECAUSE, Label.WHY))
_WITHOUT_COLON = {
    **dict.fromkeys("hk", _QUESTIONS),
    **dict.fromkeys("oeafbdtivm", _ANSWERS),
    **dict.fromkeys("w*_", (*_QUESTIONS, *_ANSWERS)),
}
"""What lines that begin with a letter may say without a label."""
_MAY_BE_DASHED = frozenset(
    (
        *(Label.WHY, Label.SOURCE, Label.OWNER, Label.SET_OWNER, Label.FOLLOW_UP),
        *(Label.INVOLVED, Label.SPONSOR, Label.AMBASSADOR, Label.PERIOD),
    )
)
_NUMBER = (
    r"\s{0,3}(?:nr\.?\s{0,3})?(?:#?\s?\d{0,2}(?:\.\d{1,2})?|[a-h]\b|[ivx]{1,4}\b"
    r"|\(\d{1,2}\)|(?:one|two|three|four|five|én|en|ein|eitt|ett|to|tre|fire|fem)\b)"
)
_BOLD_END = r"[*_]{0,3}\s{0,3}"
_NOTED = r"\((?P<{}>[^()]{{2,60}})\)\s?[:.–—-]\s"
"""Brackets between a code and its colon: «KR4 (strekkmål): …»."""
_OBJECTIVE = re.compile(
    rf"(?:(?:mål|hovedmål|hovudmål|delmål|objective|overordn(?:et|a)\s+mål|målsetting|målsetning|objektiv){_NUMBER}\s{{0,3}}"
    rf"{_BOLD_END}(?:[:;|.–—-]|\)\s|$|{_NOTED.format('of_objective')})"
    rf"|goal\s?#?\d{{1,2}}\s{{0,3}}{_BOLD_END}(?:[:.–—-]|\)\s|$)"
    rf"|o\s?\d{{0,2}}\s{{0,3}}{_BOLD_END}(?:[:;|)–—]|\.(?!\d)|-\s|{_NOTED.format('of_code')})"
    r"|(?:mål|hovedmål|hovudmål|objective)\s{1,3}\d{1,2}[*_]{0,3}(?=\s)|(?P<weak>o\d{1,2}[*_]{0,3}(?=\s+\w)))(?:__(?=\s))?\s*",
    re.IGNORECASE,
)
_KEY_RESULT = re.compile(
    rf"(?:(?:kr|nr)[\s-]?#?[a-d]?\d{{0,2}}(?:\.\d{{1,2}})?[a-h]?\s{{0,3}}{_BOLD_END}(?:[:;|)–—]|\.(?!\d)|-\s"
    rf"|{_NOTED.format('of_code')})"
    rf"|(?:nøkkelresultat|key\s+result|keyresult|delresultat){_NUMBER}\s{{0,3}}{_BOLD_END}(?:[:;|)–—-]|\.(?!\d)|$"
    rf"|{_NOTED.format('of_key_result')})"
    rf"|(?:resultat|result|indikator)\s\d{{1,2}}\s{{0,3}}{_BOLD_END}(?:[:)–—-]|\.(?!\d))"
    r"|(?:kr|nr)\s?\d{1,2}(?:\.\d{1,2})?[*_]{0,3}$"
    r"|(?P<weak>(?:kr|nr)\d{1,2}(?:\.\d{1,2})?[*_]{0,3}(?=\s+\w)|(?-i:KR|NR)\s\d{1,2}(?:\.\d{1,2})?(?=\s+(?-i:[A-ZÆØÅ]))))(?:__(?=\s))?\s*",
    re.IGNORECASE,
)


class Labelled(NamedTuple):
    """A line with a label.

    Attributes:
        label: What the label says.
        start: Where the text after it begins in the line given.
        weak: Whether no colon or the like says that it is one («KR1 Gjenkjøp», «Eier – Kari»).
        note: Where brackets in the label begin and end («KR4 (strekkmål): …»), without the brackets.
    """

    label: Label
    start: int
    weak: bool = False
    note: tuple[int, int] | None = None


def read_label(text: str) -> Labelled | None:
    """The label a line begins with, or ``None``; ``text`` is the line without its list mark."""
    head = text[:1].lower()
    if head in "omhkndgri*_":
        bare = len(text) - len(text.lstrip("*_ "))
        if found := _KEY_RESULT.match(text, bare):
            return _coded(Label.KEY_RESULT, found)
        if found := _OBJECTIVE.match(text, bare):
            return _coded(Label.OBJECTIVE, found)
    opening = text[:_REACH]
    if ":" in opening and (found := _LABELLED.match(text)) and (label := _named(found[1], found[2])):
        return Labelled(label, found.start(2))
    for pattern, said in _WITHOUT_COLON.get(head, ()):
        if found := pattern.match(text):
            return Labelled(said, found.end(), weak=True)
    dashed = _DASHED.match(text) if " – " in opening or " - " in opening or " — " in opening else None
    if dashed and (label := _named(dashed[1], "")) in _MAY_BE_DASHED:
        return Labelled(label, dashed.end(), weak=True)
    return None


def _named(words: str, value: str) -> Label | None:
    """The label that words before a colon are; «Eier av målet» is «Eier», and «Mål T1 2026» is «Mål»."""
    words = " ".join(words.lower().split())
    label = LABELS.get(words)
    if label is None and words[-1:].isdigit():
        words = _PERIOD.sub("", words)
        label = LABELS.get(words) or LABELS.get(words.rstrip(" .0123456789"))  # «Mål T1 2026», «Initiative 1.1»
    if label is None and " " in words:
        label = LABELS.get(_OF_WHAT.sub("", words)) or _by_a_word(words.split(), value)
    return label


def _by_a_word(words: list[str], value: str) -> Label | None:
    """What a label says by its first or last word («Directly responsible»), if what stands behind it fits."""
    if len(words) > _MOST_WORDS or not all(word.replace("-", "").isalpha() for word in words):
        return None
    label = _TELLING_WORDS.get(words[-1]) or _TELLING_WORDS.get(words[0])
    fits = _RHYTHM.search(value) is not None if label is Label.FOLLOW_UP else not _DIGIT.search(value)
    return label if fits and value else None


def _coded(label: Label, found: re.Match[str]) -> Labelled:
    """An objective's or a key result's label, and the note that stands in it."""
    weak = found.lastgroup == "weak"
    note = found.span(found.lastgroup) if found.lastgroup and not weak else None
    start = found.end()
    icons = None if found.string[start : start + 1].isascii() else ICONS.match(found.string, start)
    return Labelled(label, icons.end() if icons else start, weak, note)


def bare_label(text: str) -> Label | None:
    """The label a heading or a line consists of, with or without a colon («## Tiltak», «Nøkkelresultater»)."""
    words = " ".join(text.strip(" *_:#?").lower().split())
    if words.endswith(")"):
        words = _BRACKETS.sub("", words) or words  # «Nøkkelresultater (KR):»
    if label := LABELS.get(words):
        return label
    if _asks_why(words):
        return Label.WHY
    if "?" in text and words.startswith(_ASKING_WHEN) and len(words) < _LONGEST_QUESTION:
        return Label.FOLLOW_UP
    if not words.startswith(_TELLING):
        return None
    return Label.KEY_RESULTS if _KNOWS.match(words) else Label.INITIATIVES if _DOES.match(words) else None


def section_label(words: str) -> Label | None:
    """The section that words open which begin or end with its label: «Tiltak vi starter med», «Our key results»."""
    parts = words.strip(" *_:").lower().split()
    if not 1 < len(parts) <= _MOST_IN_SECTION or any(":" in part for part in parts):
        return None
    said = (parts[0], " ".join(parts[:2]), parts[-1], " ".join(parts[-2:]))
    return next((label for part in said if (label := LABELS.get(part)) in _SECTION_LABELS), None)


_SECTION_LABELS = frozenset((Label.KEY_RESULTS, Label.INITIATIVES, Label.FOLLOW_UP, Label.INVOLVED))
_MOST_IN_SECTION = 6


def _asks_why(words: str) -> bool:
    return words.startswith(_ASKING) and len(words) < _LONGEST_QUESTION and not _ANSWERED.search(words)


_BRACKETS = re.compile(r"\s*[*_]*\([^()]*\)$")
_TELLING = ("we", "vi ", "how ", "slik ", "dette ", "det ", "this ", "what ", "hva ", "kva ", "hvordan ", "korleis ")
_KNOWS = re.compile(
    r"(?:we(?:'ll|’ll| will)? know|we(?:'ve| have)? succe\w+|how (?:will )?we(?:'ll|’ll| will)? (?:know|measure)"
    r"|(?:hvordan|korleis|slik) (?:vi |skal vi )?(?:måler|måle|målar|ser|vet|veit)|det (?:måler|ser) vi"
    r"|(?:slik )?(?:vet|veit|ser) vi|vi (?:vet|veit|ser|har lyk|har luk|lyk|luk)\w*|slik (?:måler|ser))\b[^.?:\d]{0,45}$"
)
"""«We'll know we have succeeded when», «Slik vet vi at vi er framme»"""
_DOES = re.compile(
    r"(?:(?:slik|dette|det|hva|kva|hvordan|korleis) (?:(?:skal |kan )?vi (?:skal |vil )?)?(?:gjør|gjer|gjøre|gjere|kommer|kjem)\b"
    r"|(?:what|how) we(?:'ll|’ll| will)? (?:do|get|start)\b|this is what we)[^.?:\d]{0,40}$"
)
"""«Dette gjør vi først», «How we'll get there»"""
_ANSWERED = re.compile(r"[?|:]|\s[–—-]\s")
_ASKING = ("hvorfor ", "kvifor ", "why ")
_ASKING_WHEN = ("når ", "hvor ofte", "kor ofte", "when ", "how often")
"""«Når ses vi?», «How often do we meet?»"""
_LONGEST_QUESTION = 40
