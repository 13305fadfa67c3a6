"""Telling a yes/no state that an outsider can verify: a certificate, a rank, a clean inspection, a full house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import Phrases

if TYPE_CHECKING:
    from assistant.language.line import Line

FEELINGS = frozenset(
    "oppleves opplevast oppfattes oppfattast framstår fremstår perceived føler føle kjenner kjenne opplever oppleve synes synest mener meiner trives trivst stolte stolt tilfreds "
    "tilfredse fornøyd fornøyde nøgd nøgde sett hørt høyrt motiverte motivert engasjerte engasjert feel feels "
    "feeling sense senses sensing think thinks perceive experience proud happy satisfied valued heard motivated engaged".split()
)
"""Nobody outside can verify these without asking, and asking gives a number."""
_STATES = frozenset(
    "sertifisert sertifiserte resertifisert godkjent godkjente godkjend godkjende vedtatt vedtatte vedteke vedteken vedtekne "
    "akkreditert akkrediterte lisensiert autorisert autoriserte ratifisert fredet freda børsnotert børsnoterte børs "
    "kåret kåra utnevnt utnemnd tildelt friskmeldt friskmeld rødlista rødlisten avviklet avvikla gjeldfri "
    "gjeldfritt gjeldfrie tom tomt tomme empty uteksaminert graduated utslippsfri utslippsfritt utsleppsfri utsleppsfritt lovfestet lovfesta åpnet gjenåpnet opna gjenopna åpent "
    "åpen åpne ope open opne universelt klassifisert klassifiserte rangert innvilget innvilga stadfestet stadfesta "
    "fullfinansiert utsolgt utselt utseld fulltegnet fullteikna fullbooket fullbooka fullbemannet fullbemanna innflyttet innflytta "
    "selvforsynt sjølvforsynt selvfinansiert sjølvfinansiert robek-lista robek-listen robek-registeret robek sluttspill sluttspillet semifinalen finalen "
    "vedtar vedtek klarert declared "
    "certified recertified certification approved accredited accreditation "
    "adopted ratified licensed listed awarded opened reopened debt-free emission-free enacted granted compliant ranked classified "
    "designated chartered oversubscribed carbon-neutral self-financing self-sufficient playoffs play-offs semi-final "
    "semi-finals profitable break-even solvent operational rehoused "
    "bevilget bevilga løyvd løyvde løyvt løyvet forlenget forlenga forlengd forlengde forlengt forlengte tinglyst tinglyste "
    "rettskraftig frikjent frikjend vernet verna verneverdig innlemmet innlemma akseptert akseptere besatt nedbetalt nedbetalte "
    "borte vekk vekke utryddet utrydda innfridd innfridde gjenvalgt gjenvald attvald permanent heltidsdrevet heilårsopen helårsåpen "
    "extended accredited reaccredited protected reinstated exempt exonerated acquitted ratified re-elected gone extinct "
    "debt-clear repaid paid-off insured registered incorporated".split()
)
"""What an outsider can look up: yes or no."""
_MORE = frozenset("mer meir mindre more less".split())
_STATE_ENDS = (
    "sertifisert", "sertifiserte", "godkjent", "godkjend", "akkreditert", "sertifikat", "sfri", "sfritt", "såpent", "sope", "utslippsfri", "fossilfri",
    "fossilfritt", "plastfri", "plastfritt", "røykfri", "røykfritt", "gjeldsfri", "-certified", "-approved", "-accredited",
    "-free", "-neutral", "-compliant",
)  # fmt: skip
_PHRASES = Phrases(
    (
        "i pluss", "i balanse", "i null", "break even", "breaks even", "sorte tall", "svarte tall", "svarte tal", "in the black",
        "i overskudd", "i overskot", "in surplus", "rykker opp", "rykket opp", "rykke opp", "rykkjer opp", "rykt opp",
        "kvalifisert for", "kvalifisert til", "kvalifiserer seg", "qualifies for", "qualify for", "qualified for", "wins promotion",
        "promoted to", "win gold", "wins gold", "vinner gull", "vinn gull", "best in show", "win the", "wins the", "vinner serien", "vinn serien", "full bemanning", "fullt belegg", "full belegg", "fullt hus",
        "fulle hus", "full dekning", "fully staffed", "fully booked", "fully funded", "fully subscribed", "carries traffic", "carry traffic", "fully occupied", "full house",
        "full capacity", "sold out", "sells out", "sell out", "grønt lys", "green light", "uten forbehold", "utan atterhald", "fri for", "free of",
        "free from", "in force", "i kraft", "out of special measures", "out of administration", "på børs", "rated good",
        "rated outstanding", "first place", "første plass", "førsteplass", "andreplass", "tredjeplass", "second place", "third place",
        "paid off", "paid back", "tatt igjen", "tatt opp i", "tatt inn i", "teke opp i", "teke inn i", "admitted to", "included in",
        "majority", "flertall", "fleirtal", "back in service", "back in operation", "tilbake i drift", "tilbake i bruk", "positiv egenkapital", "positiv eigenkapital",
        "positive equity", "i samsvar med", "i tråd med forskriften", "i tråd med forskrifta", "in line with the regulations",
        "open to the public", "open for", "carbon neutral", "net zero", "debt free", "emission free", "cash positive", "cash-flow positive",
    )
)  # fmt: skip
_OFFICIAL = tuple(
    "godkjenning godkjenningen godkjenninga godkjennelse godkjennelsen sertifikat sertifikatet sertifisering sertifiseringen "
    "sertifiseringa konsesjon konsesjonen tilsagn tilsagnet løyve løyvet tillatelse tillatelsen lisens lisensen patent patentet "
    "akkreditering akkrediteringen akkrediteringa smilefjes smilefjeset svanemerket svanemerke flagg utmerkelse utmerkelsen utmerking utmerkinga medalje "
    "dispensasjon dispensasjonen ferdigattest ferdigattesten brukstillatelse bevilling bevillingen skjenkeløyve rating ratingen "
    "status statusen approval certificate licence license permit consent concession patent accreditation clearance kitemark flag accolade award medal "
    "permission authorisation authorization mark charter listing waiver".split()
)
"""What authorities and juries give, also as the last part of a compound."""
_OBTAINED = frozenset(
    "fått får få fekk oppnådd oppnår oppnå mottatt motteke innvilget innvilga gitt gjeve gir tildelt beholder beholdt beheld behalde "
    "har vunnet vinner vunne vinn holds utstedt utferda granted issued received receives receive obtained obtains obtain has have holds hold held "
    "renewed fornyet fornya awarded won wins gained gains achieved achieves secured secures retains retained keeps earned earns given gets get".split()
)
_WON = frozenset("vinne vinna vinner vinn vant vann vunnet vunne win wins won".split())
_CONTESTS = tuple(
    "serie serien cup cupen mesterskap mesterskapet meisterskap meisterskapet pris prisen anbud anbudet anbod anbodet kontrakt "
    "kontrakten rammeavtale rammeavtalen konkurransen ligaen opprykk opprykket finalen series cup championship prize contract "
    "tender promotion title bid league final".split()
)
"""What one wins or does not: «vinne sentralserien», «win promotion»."""
_INSPECTIONS = tuple(
    "regnskapet rekneskapen revisjon revisjonen revisjonsberetning revisjonsberetningen revisjonsmelding revisjonsmeldinga revisjonsmeldingen tilsyn tilsynet "
    "kontroll kontrollen kontrollane avvik avviket avvikene avvika pålegg pålegget påleggene pålegga forbud forbudet forbodet stansing stansingen stansinga vedtak vedtaket krav kravet kravene krava varsel varselet søksmål søksmålet sak saken saka klagesaken audit audits inspection "
    "accounts inspections finding notice notices order orders ban claim claims warning lawsuit findings investigation survey review case".split()
)
_CLEAN = frozenset(
    "ren rein reint rent clean unqualified lukket lukka closed bestått består bestod greidd pass passes passed avsluttet avslutta "
    "lukker lukkes lukkar closes avslutter avsluttar avsluttes opphevet oppheva opphever opphevar oppheves trukket trekt frafalt "
    "fråfalle frafaller lifted lifts withdrawn withdraws dropped drops discharged cleared clears".split()
)
"""Said of an inspection."""
_WITHOUT = frozenset("uten utan without".split())
_SINGLE = frozenset("ett eitt én éin éi eneste einaste single one".split())
_BESIDE = _SINGLE | frozenset(
    "et eit en ein a any noen noe noko nokon nokre nye new vesentlige vesentlege alvorlige alvorlege serious major further "
    "ytterligere åpne opne open flere fleire other".split()
)
_FAULTS = tuple(
    "avvik anmerkning anmerkninger anmerkingar merknad merknader merknadar pålegg mangel mangler manglar feil brudd brot skade "
    "skader skadar stans stopp klage klager klagar klager ulykke ulykker ulukker hendelse hendelser hending hendingar bot bøter tvangsmulkt gebyr "
    "forbehold atterhald forsinkelse forsinkelser havari havarier havari failure failures breakdown breakdowns forseinking forseinkingar kritikk finding findings remark remarks deviation deviations "
    "non-conformity non-conformities nonconformity nonconformities condition conditions fault faults defect defects incident "
    "incidents injury injuries complaint complaints fine fines penalty penalties stoppage stoppages breach breaches "
    "violation violations accident accidents delay delays deficiency deficiencies error errors recall recalls detention "
    "qualification qualifications detentions observation observations fatality fatalities".split()
)
_MEETS = frozenset(
    "oppfyller oppfyllar oppfyll oppfylt oppfyller innfrir overholder overholdt overholdes tilfredsstiller tilfredsstillar held "
    "holder stettar tilfredsstilt meets met satisfies satisfied complies comply fulfils fulfills within".split()
)
_REQUIREMENTS = (
    "krav", "kravet", "kravene", "krava", "standard", "standarden", "standardene", "standardane", "forskriften", "forskrifta",
    "grenseverdi", "grenseverdien", "grenseverdiene", "grenseverdiane", "normen", "norma", "requirement", "requirements",
    "standards", "regulations", "code", "criteria", "kriteriene", "kriteria", "kriterier", "directive", "direktivet",
)  # fmt: skip
"""What somebody outside has set: «anlegget oppfyller rensekravet»."""
_OFTEN = frozenset(
    "daglig dagleg daglege ukentlig vekentleg ukesvis månedlig månadleg kvartalsvis årlig årleg halvårlig halvårleg annenhver "
    "annankvar annakvar hver hvert kvar kvart daily weekly monthly quarterly yearly annual annually fortnightly every "
    "sjelden sjeldan døgnkontinuerlig".split()
)
"""«Fra annenhver uke til ukentlig»: how often is as good as a grade."""
_LEVELS = frozenset("# nivå level tier plass plassering rank rang topp top divisjon division".split())
"""With a number behind it, a place or a grade to reach: «nivå 4», «topp 20»."""
_RATINGS = tuple(
    "energimerke energimerket energiklasse rating ratingen kredittrating kredittvurdering epc band grade tilstandsgrad "
    "tilstandsgraden".split()
)
_SCHEMES = frozenset(
    "breeam leed miljøfyrtårn svanemerket svanemerka ecovadis michelin emas fairtrade ofsted cqc debio "
    "livsgledehjem dysleksivennlig regnbuefyrtårn".split()
)
_GRADES = frozenset(
    "rød rødt raud raudt gul gult grøn grønt grønn bronse sølv gull red yellow amber green bronze silver gold".split()
)
_ORDINAL_ENDS = frozenset(". st nd rd th".split())
_FROM = frozenset("fra frå from".split())
_TO = frozenset("til to → -> =>".split())
_REACH = 3


def is_state_word(word: str) -> bool:
    """Whether a word says such a state: «certified», «godkjent»."""
    return word in _STATES or word.endswith(_STATE_ENDS)


def is_verified_state(line: Line) -> bool:
    """Whether somebody outside could say yes or no: certified, granted, without a single remark, promoted, full."""
    words = line.words
    if not FEELINGS.isdisjoint(words):
        return False
    if _is_in_a_state(words) or not _SCHEMES.isdisjoint(words) or _PHRASES.find(words) is not None:
        return True
    if any(word.endswith(_STATE_ENDS) for word in words):
        return True
    return _is_given(words) or _is_faultless(words) or _is_placed(line)


def _is_in_a_state(words: list[str]) -> bool:
    """«The bridge is open», but not «The culture is more open»: what there is more or less of is no yes or no."""
    if _STATES.isdisjoint(words):
        return False
    return any(word in _STATES and words[at - 1] not in _MORE for at, word in enumerate(words))


def _is_given(words: list[str]) -> bool:
    """«Konsesjonen er gitt», «has planning permission», «tilsynet har lukket saken»."""
    if not _OBTAINED.isdisjoint(words) and any(word.endswith(_OFFICIAL) for word in words):
        return True
    if not _WON.isdisjoint(words) and any(word.endswith(_CONTESTS) for word in words):
        return True
    if not _MEETS.isdisjoint(words) and any(word.endswith(_REQUIREMENTS) for word in words):
        return True
    return is_closed(words)


def is_closed(words: list[str]) -> bool:
    """«Tilsynet har lukket saken», «the regulator has lifted the notice»."""
    return not _CLEAN.isdisjoint(words) and any(word.endswith(_INSPECTIONS) for word in words)


def is_cleared(words: list[str]) -> bool:
    """«Tilsynet er avsluttet uten pålegg», «all 24 flats were issued with a completion certificate»."""
    if not _OBTAINED.isdisjoint(words) and any(word.endswith(_OFFICIAL) for word in words):
        return True
    return _is_faultless(words) and any(word.endswith(_INSPECTIONS) for word in words)


def _is_faultless(words: list[str]) -> bool:
    """«gjennom kontrollen uten ett pålegg», «without a single remark», «uten alvorlige avvik»."""
    if _WITHOUT.isdisjoint(words):
        return False
    for index, word in enumerate(words):
        if word in _WITHOUT:
            following = words[index + 1 : index + 1 + _REACH]
            if not _SINGLE.isdisjoint(following):
                return True
            noun = next((each for each in following if each not in _BESIDE), "")
            if noun.endswith(_FAULTS):
                return True
    return False


def _is_placed(line: Line) -> bool:
    """«Nivå 4 i modenhetsmodellen», «#1 i fylket», «blant topp 20», «Energimerke B»."""
    words = line.words
    for index, word in enumerate(words[:-1]):
        if word in _LEVELS and words[index + 1].isdecimal():
            return True
        if word.endswith(_RATINGS) and _is_letters(line.tokens.slice(index + 1, index + 1)):
            return True
    return False


def is_step_of_grades(line: Line) -> bool:
    """«Tilstandsgrad fra CII D til B», «from red to green»."""
    words = line.words
    if _FROM.isdisjoint(words) or _TO.isdisjoint(words):
        return False
    start = next(index for index, word in enumerate(words) if word in _FROM)
    for index in range(start + 2, min(start + 6, len(words) - 1)):
        if words[index] in _TO:
            if not _OFTEN.isdisjoint(words[start:index]) and not _OFTEN.isdisjoint(words[index + 1 : index + 4]):
                return True
            return _is_grade(line, index - 1) and (_is_grade(line, index + 1) or _is_grade(line, index + 2))
    return False


def _is_grade(line: Line, index: int) -> bool:
    if index >= len(line.words):
        return False
    word = line.tokens.slice(index, index)
    if word[0].isdecimal() or (word in _ORDINAL_ENDS and line.words[index - 1][0].isdecimal()):
        return True  # «fra 12. til 5. plass»: a rank
    return word.lower() in _GRADES or _is_letters(word)


def _is_letters(word: str) -> bool:
    return len(word) <= len("BBB+") and word.isalpha() and word.isupper()
