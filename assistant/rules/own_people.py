"""Telling the organisation's own people and units from those it is there for, by the words for them."""

from __future__ import annotations

_WHOLE = frozenset(
    "verneombud verneombudene verneombod verneomboda tillitsvalgte tillitsvalde ansatt ansatte nyansatte medarbeider medarbeidere medarbeiderne leder ledere lederne leiar leiarar leiarane tilsett "
    "tilsette nytilsette medarbeidar medarbeidarar medarbeidarane avdelinger avdelingene avdelingar avdelingane enheter "
    "enhetene einingar einingane seksjoner seksjonene seksjonar seksjonane teamene teama lærere lærerne lærarar "
    "lærarane selgere selgerne seljarar seljarane rådgivere rådgiverne rådgjevarar rådgjevarane saksbehandlere "
    "saksbehandlerne sakshandsamarar sakshandsamarane saksbehandlarar saksbehandlarane konsulenter konsulentene "
    "konsulentar konsulentane sykepleiere sykepleierne sjukepleiarar sjukepleiarane leger legene legar legane montører "
    "montørene montørar montørane sjåfører sjåførene sjåførar sjåførane utviklere utviklerne utviklarar utviklarane "
    "filialer filialar vakter vaktene vaktar vaktane rektorer rektorene rektorar rektorane kolleger kollegene kollegaer kollegaene "
    "kollegaar kollegaane mellomledere mellomlederne mellomleiarar mellomleiarane vikarer vikarene vikarar vikarane "
    "personalet personell personellet staben stab frivillige mannskapet bemanningen bemanninga patruljer patruljene "
    "patruljane vaktlag vaktlaget vaktlaga vaktlagene turnuslaget skiftlaget skiftlagene skiftlaga arbeidslaget brannlaget redningslaget folkene folka filialene filialane "
    "employee employees staff manager managers leader leaders supervisor supervisors worker workers colleague colleagues "
    "departments units teams teachers nurses doctors advisers advisors consultants salespeople drivers fitters engineers "
    "developers caseworkers clinicians personnel volunteers "
    "crew crews squad squads shifts branches offices workforce "
    "department unit team".split()
)
_ENDS = (
    "ansatte", "tilsette", "medarbeidere", "medarbeiderne", "medarbeidarar", "medarbeidarane", "ledere", "lederne",
    "leiarar", "leiarane", "leder", "leiar", "sjefer", "sjefene", "sjefar", "sjefane", "avdelingene", "avdelingane",
    "avdelinger", "avdelingar", "avdelingen", "avdelinga", "enhetene", "einingane", "seksjonene", "seksjonane", "teamene",
    "rådgivere", "rådgiverne", "konsulenter", "konsulentene", "behandlere", "behandlerne", "arbeidere", "arbeiderne",
    "arbeidarar", "arbeidarane", "direktører", "direktørene", "direktørar", "direktørane", "selgere", "selgerne",
    "lærere", "lærerne", "lærarar", "lærarane", "pleiere", "pleierne", "pleiarar", "pleiarane", "personene", "personane",
    "ansvarlige", "ansvarlege", "personalet", "personellet", "mannskapet", "mannskapene", "mannskapa", "patruljene", "patruljane",
)  # fmt: skip
"""How compounds for them end: «avdelingslederne», «nyansatte», «økonomiavdelingen»."""
_SHORTEST = 7
_OWN_UNIT = frozenset("avdelingen avdelinga enheten eininga seksjonen teamet".split())
"""Whose set it is may well be called so: what «the department will» do is «we will»."""
_UNIT_ENDS = (
    "avdelingen", "avdelinga", "seksjonen", "enheten", "eininga", "teamet", "kontoret", "gruppa", "gruppen", "staben",
    "tjenesten", "tenesta", "filialen", "avdeling", "seksjon", "enhet", "eining", "divisjonen", "etaten",
    "kjøkkenet", "kjøkenet", "resepsjonen", "lageret", "verkstedet", "verkstaden", "skranken", "sentralbordet", "vaktsentralen",
    "kontrollrommet", "administrasjonen", "ledelsen", "leiinga", "sekretariatet", "redaksjonen", "dagskiftet", "nattskiftet",
    "kveldsskiftet", "helgeskiftet", "betjeningen", "betjeninga", "brigaden", "korpset", "sengeposten", "butikkledelsen",
)  # fmt: skip
_ENGLISH_UNITS = frozenset(
    "department unit team section office branch crew faculty division group kitchen reception housekeeping dispatch "
    "payroll procurement purchasing marketing logistics finance hr warehouse workshop shift helpdesk desk "
    "secretariat management headquarters".split()
)
_UNITS_BARE = frozenset(
    "regnskap rekneskap rekneskapen innkjøp vedlikehold vedlikehald kundeservice logistikk lager salg sal økonomi hr it-drift renhold "
    "reinhald marked marknad personal kontrollrom sentralbord".split()
)
"""What a unit is called without the article, where it opens the line."""
_OUTSIDE = (
    "kunder", "kundene", "kundar", "kundane", "brukere", "brukerne", "brukarar", "brukarane", "innbyggere",
    "innbyggerne", "innbyggjarar", "innbyggjarane", "leverandører", "leverandørene", "leverandørar", "leverandørane",
    "partnere", "partnerne", "partnarar", "partnarane", "søkere", "søkerne", "søkjarar", "søkjarane", "søkarar",
    "passasjerer", "passasjerene", "passasjerar", "passasjerane", "beboere", "beboerne", "bebuarar", "bebuarane",
    "eiere", "eierne", "eigarar", "eigarane", "takere", "takerne", "takarar", "takarane", "givere", "giverne",
    "gjevarar", "gjevarane", "givarar", "givarane", "kjøpere", "kjøperne", "kjøparar", "kjøparane", "velgere",
    "velgerne", "veljarar", "veljarane", "lesere", "leserne", "lesarar", "lesarane", "lyttere", "lytterne",
    "lyttarar", "lyttarane", "forbrukere", "deltakere", "deltakerne", "deltakarar", "deltakarane", "deltagere",
    "deltagerne", "mottakere", "mottakerne", "mottakarar", "mottakarane", "utbyggere", "utbyggerne", "utbyggjarar",
    "utbyggjarane", "trafikanter", "syklister", "bilister", "turister",
    "syklistene", "syklistane", "syklistar", "bilistene", "bilistane", "bilistar", "turistene", "turistane", "turistar", "solister", "solistene", "naboer", "gründere", "gründerne", "borgere",
    "borgerne", "borgarar", "borgarane", "servere", "serverne", "serverar", "serverane", "skannere", "skannerne",
    "printere", "printerne", "containere", "containerne", "entreprenører", "entreprenørene", "entreprenørar",
    "entreprenørane", "aktører", "aktørene", "aktørar", "aktørane", "investorer", "flere", "færre", "større",
    "mindre", "eldre", "yngre", "andre", "forhandlere", "forhandlerne", "forhandlarar", "forhandlarane", "seere",
    "seerne", "sjåarar", "sjåarane", "spillere", "spillerne", "spelarar", "spelarane", "gangere", "gangerne",
    "gjengere", "gjengerne", "gangarar", "gangarane", "reisere", "besøkere",
)  # fmt: skip
"""How the words end for those outside, and for things, that are formed like the names of occupations."""
_WORKERS = (
    "vertene", "vertane", "meistrane", "meistrar", "mestrene", "mestre", "istene", "istane", "ister", "istar", "erne", "ørene", "ørane", "ører", "ørar", "arane", "arar", "legene", "legane", "leger", "legar", "mødrene",
    "mødrer", "mødre", "betjenter", "betjentene", "betjentar", "betjentane", "konsulenter", "konsulentene", "konstablene", "konstablane", "konstabler", "konstablar",
    "terapeuter", "terapeutene", "terapeutar", "terapeutane", "psykologer", "psykologene", "psykologar",
    "psykologane", "pedagoger", "pedagogene", "pedagogar", "pedagogane", "bibliotekarer", "bibliotekarene",
    "jurister", "juristene", "juristar", "juristane", "journalister", "journalistene", "journalistar",
    "journalistane", "vaktene", "vaktane", "kokker", "kokkene", "kokkar", "kokkane", "agronomer", "agronomene",
    "assistenter", "assistentene", "assistentar", "assistentane", "skippere", "skipperne", "skipperar", "skipperane",
    "dommere", "prester", "prestene", "prestar", "prestane", "mennene", "mennane", "tolkene", "tolkane", "tolker", "tolkar", "lærlinger", "lærlingene",
)  # fmt: skip
"""How the names of occupations end in the plural: «renholderne», «operatørane»."""
_INDEFINITE = "ere"
_SINGULAR = ("er", "ar", "ør", "ent", "ist", "lege", "mor", "vakt", "patrulje", "kokk", "eut", "log", "gog", "mann", "ling", "filial", "kontor", "avdeling", "enhet", "eining", "seksjon", "gruppe", "tjeneste", "teneste")  # fmt: skip
_OUTSIDE_ONE = (
    "kunde", "bruker", "brukar", "innbygger", "innbyggjar", "leverandør", "partner", "partnar", "søker", "søkjar",
    "passasjer", "beboer", "bebuar", "eier", "eigar", "taker", "takar", "giver", "givar", "gjevar", "kjøper", "kjøpar",
    "velger", "veljar", "leser", "lesar", "deltaker", "deltakar", "student", "pasient", "klient", "turist", "server",
    "dør", "rør", "dager", "uker", "sommer", "sommar", "vinter", "kommer", "år", "saker", "mor", "far", "bror", "søster", "barn",
)  # fmt: skip
_CARERS = (
    "rådgiver",
    "rådgjevar",
    "rådgivar",
    "pleier",
    "pleiar",
    "bygger",
    "byggjar",
    "feier",
    "feiar",
    "innkjøper",
    "innkjøpar",
)
"""Occupations that end like «eier» or «kjøper»."""
_CARERS_ALL = tuple(word + end for word in _CARERS for end in ("e", "ne", "ane", "ar"))
_ENGLISH_WORKERS = (
    "associates", "fellows", "interns", "ers", "ors", "ists", "ians", "eers", "assistants", "accountants", "attendants", "consultants", "agents", "nurses",
    "midwives", "chefs", "cooks", "clerks", "crews", "guards", "reps", "leads", "heads", "staff", "hands", "men",
    "women", "stewards", "wardens", "coaches", "officials", "principals", "tutors", "pilots", "captains", "medics", "apprentices", "paralegals",
)  # fmt: skip
_ENGLISH_WORKER = (
    "er", "or", "ist", "ian", "eer", "assistant", "accountant", "attendant", "consultant", "agent", "nurse", "midwife",
    "chef", "coach", "cook", "clerk", "crew", "guard", "rep", "lead", "head", "member", "pilot", "captain", "medic", "branch",
    "office", "site", "store", "shop", "ward", "desk", "shift", "group", "section", "squad", "apprentice",
)  # fmt: skip
_ENGLISH_OUTSIDE = tuple(
    word + plural
    for plural in ("", "s")
    for word in "customer user member visitor supplier partner buyer reader consumer passenger borrower tenant donor voter "
    "subscriber listener viewer player vendor investor rider commuter traveller traveler shopper neighbour neighbor stakeholder "
    "contractor subcontractor order number letter paper server error door floor factor sensor sector computer container filter "
    "offer other matter centre center holder owner newcomer caller learner senior minor water power river winter summer "
    "quarter tumor motor color flavor parameter error giver settler patient answer charger caregiver carer father mother "
    "brother sister explorer beginner leaver employer farmer grower teenager prisoner pensioner inventor competitor freezer boiler trailer router printer scanner trawler timer meter heater "
    "cooler mixer reactor tractor generator elevator detector monitor tower chapter corner trustor investor creditor debtor "
    "fisher tourist cyclist motorist pedestrian walker runner hiker swimmer bidder winner stranger outsider insider client patient "
    "elder junior newsletter folder browser cluster register calendar disorder border dollar quarter cover layer".split()
)


def is_own_people(word: str) -> bool:
    """Whether a word in lower case names the organisation's own people or units: «ansatte», «avdelingslederne»."""
    if word in _WHOLE:
        return True
    return len(word) >= _SHORTEST and word.endswith(_ENDS) and word not in _OWN_UNIT


def is_own_unit(word: str) -> bool:
    """Whether a word in lower case is one unit with the article: «avdelingen», «trafikkseksjonen», «department»."""
    return word.endswith(_UNIT_ENDS) or word in _ENGLISH_UNITS


def is_bare_unit(word: str) -> bool:
    """Whether a word in lower case is what a unit is called without an article: «regnskap», «innkjøp»."""
    return word in _UNITS_BARE


def is_occupation(word: str, *, one: bool, english: bool) -> bool:
    """Whether a word in lower case is formed like the name of an occupation, and is none for those outside.

    Args:
        word: The word.
        one: Whether it stands for each of many («hver sjåfør», «every officer»), and is in the singular.
        english: Whether it is an English word.
    """
    if english:
        return word.endswith(_ENGLISH_WORKER if one else _ENGLISH_WORKERS) and not word.endswith(_ENGLISH_OUTSIDE)
    if one:
        return word.endswith(_SINGULAR) and (word.endswith(_CARERS) or not word.endswith(_OUTSIDE_ONE))
    ends = word.endswith(_WORKERS) or (len(word) >= _SHORTEST and word.endswith(_INDEFINITE))
    return ends and (word.endswith(_CARERS_ALL) or not word.endswith(_OUTSIDE))
