"""Telling what others have done from work of one's own, where a participle says that something is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm
from assistant.rules.own_people import is_own_people, is_own_unit

if TYPE_CHECKING:
    from assistant.language.line import Line

DONE = frozenset((VerbForm.PARTICIPLE, VerbForm.PAST))
_HAVE = frozenset("har har have has hadde had".split())
_SELVES = frozenset("seg themselves itself".split())
_BY = frozenset(("av", "by"))
_PASSIVE = frozenset("blitt vorte been vært vore".split())
_OUTSIDERS = (
    "kunde", "kunda", "kundar", "bruker", "brukar", "innbygg", "bebo", "bebuar", "husstand", "hushald", "husholdning", "familie",
    "pårørende", "pårørande", "foresatt", "føresett", "føresette", "forelder", "foreldre", "elev", "student", "pasient", "medlem",
    "leietaker", "leigetakar", "leietager", "bonde", "bønder", "gardbrukar", "gårdbruker", "bedrift", "verksemd", "kjøper", "kjøpar",
    "gjest", "gjester", "abonnent", "lytter", "lyttar", "leser", "lesar", "velger", "veljar", "grunneier", "grunneigar", "hytteeier",
    "hytteeigar", "sameie", "borettslag", "innsender", "søker", "søkjar", "låner", "lånar", "forhandler", "forhandlar", "publikum",
    "folk", "naboer", "naboar", "naboene", "naboane", "giver", "gjevar", "sponsor", "partner", "partnar",
    "customer", "user", "resident", "household", "famil", "parent", "pupil", "student", "patient", "member", "tenant", "farm",
    "buyer", "guest", "subscriber", "listener", "reader", "voter", "landowner", "homeowner", "applicant", "borrower", "retailer",
    "public", "people", "neighbour", "neighbor", "donor", "firm", "business", "compan", "visitor", "client", "shopper", "carer", "learner",
)  # fmt: skip
"""How the words begin for those one is there for: what they have done is no work of one's own."""
_OUTSIDER_ENDS = (
    "kunder", "kundene", "kundar", "kundane", "kommuner", "kommunar", "bedrifter", "bedriftene", "bedriftane", "bruk", "lag", "familier", "familiar",
    "foreninger", "foreiningar", "eiere", "eierne", "eigarar", "eigarane", "kjøpere", "kjøparar", "givere", "gjevarar", "takere", "takarar",
    "selskaper", "selskap", "medlemmer", "medlemer", "brukere", "brukarar", "barn", "skoler", "skular",
)  # fmt: skip
_AUTHORITIES = (
    "tilsynet", "tilsyn", "direktoratet", "departementet", "statsforvalteren", "statsforvaltaren", "kommunen", "fylkeskommunen",
    "fylket", "politiet", "brannvesenet", "myndighetene", "styresmaktene", "fylkesmannen", "nve", "revisor", "revisoren", "retten",
    "nemnda", "juryen", "enova", "regulator", "inspectorate", "council", "ministry", "authority", "inspector", "court", "auditor",
    "auditors", "jury", "police", "commission", "ofsted", "agency", "verket", "vegvesenet",
    "fund", "association", "federation", "insurer", "ombudsman", "college", "forbundet", "forsikringsselskapet", "ombodet", "ombudet", "stortinget", "bystyret", "kommunestyret", "fylkestinget", "parliament", "senate", "banken", "bank", "unesco", "esa", "fda",
)  # fmt: skip
"""How the words end for those whose decisions nobody takes for them."""
_DECIDES = frozenset(
    "godkjenner godkjenn lukker lukkar vedtar vedtek innvilger innvilgar bevilger løyver sertifiserer akkrediterer opphever opphevar "
    "forlenger forlengjer fornyer fornyar frifinner frifinn klarerer tillater tillèt freder fredar approves closes grants certifies "
    "accredits lifts renews extends ratifies adopts enacts acquits clears licenses lends inscribes reinstates signs".split()
)
_GIVES = frozenset("gir gjev gives stemmer røystar voter votes".split())
_GIVEN = frozenset("lån løyve tillatelse tilsagn konsesjon for ja loan permission consent yes".split())
_DONE_ENDS = ("ed", "ert", "upheld", "given", "stadfestet", "stadfesta")
_FIRST = frozenset("første fyrste first".split())
_REACH = 4


def done_by_others(line: Line) -> bool:
    """«40 bedrifter har signert», «gitt av kommunen», «300 husstander har koblet seg på»."""
    head, words = line.head, line.words
    if head.form not in DONE or head.first == 0:
        return False
    following = words[head.last + 1 : head.last + 1 + _REACH]
    if following[1:2] and following[1] in _BY and following[0] not in _BY:
        following = words[head.last + 2 : head.last + 2 + _REACH]  # «declared safe by the agency»
    elif len(following) == _REACH and following[0] not in _BY and following[-2] in _BY:
        following = words[head.last + _REACH - 1 : head.last + 2 * _REACH]  # «confirmed as resident by the council»
    if len(following) > 1 and following[0] in _BY and not following[1][0].isdecimal():
        return _are_outsiders(following)
    have = _have_before(line, head.first)
    if have is None:
        return False
    subject = words[:have]
    prepositions = line.lexicon.words("prepositions")
    subject = subject[: next((at for at, word in enumerate(subject) if at and word in prepositions), have)]
    if any(map(_is_ours, subject)) or not line.lexicon.words("own_subjects").isdisjoint(subject):
        return False
    return (bool(following) and following[0] in _SELVES) or any(map(is_outsider, subject))


def done_by_outsiders(line: Line, index: int) -> bool:
    """Whether those a line says have done something, before the word at ``index``, are others than one's own."""
    return _are_outsiders(line.words[:index])


def is_first_of_others(line: Line) -> bool:
    """«De første 100 husstandene er koblet på fjernvarmen»: those it is for, counted from nothing."""
    subject = line.words[: min(line.head.first, _REACH)]
    return not _FIRST.isdisjoint(subject[:2]) and any(map(is_outsider, subject))


def is_decided(line: Line) -> bool:
    """«Kystverket har klarert kaia», «banken gir oss lån»: what an authority has done, anybody can look up."""
    words = line.words
    if _is_decided_by(line):
        return True
    for at in range(1, min(_REACH, len(words) - 1)):
        if words[at] in _DECIDES or (words[at] in _GIVES and not _GIVEN.isdisjoint(words[at + 1 : at + _REACH])):
            return words[at - 1].endswith(_AUTHORITIES)
    have = next((at for at, word in enumerate(words) if word in _HAVE), 0)
    if not have or have + 1 == len(words) or not any(word.endswith(_AUTHORITIES) for word in words[:have]):
        return False
    readings = line.lexicon.verbs.get(words[have + 1])
    return any(verb.form in DONE for verb in readings) or words[have + 1].endswith(_DONE_ENDS)


def _is_decided_by(line: Line) -> bool:
    """«Grant confirmed by the lottery fund», «rated excellent by the agency»: an authority is named behind what it did."""
    words = line.words
    by = next((at for at, word in enumerate(words) if word in _BY), 0)
    if not any(word.endswith(_AUTHORITIES) for word in words[by + 1 : by + 1 + _REACH]):
        return False
    return any(
        word.endswith(_DONE_ENDS) or any(verb.form in DONE for verb in line.lexicon.verbs.get(word))
        for word in words[max(by - _REACH, 1) : by]
    )


def _is_ours(word: str) -> bool:
    return is_own_people(word) or is_own_unit(word)


def _are_outsiders(words: list[str]) -> bool:
    return any(map(is_outsider, words)) and not any(map(_is_ours, words))


def is_outsider(word: str) -> bool:
    """Whether a word names those one is there for, or who decide: customers, pupils, the council."""
    return word.startswith(_OUTSIDERS) or word.endswith(_OUTSIDER_ENDS) or word.endswith(_AUTHORITIES)


def _have_before(line: Line, index: int) -> int | None:
    """Where the «har» of a perfect in the active stands, adverbs between."""
    words, adverbs = line.words, line.lexicon.words("adverbs") - _PASSIVE
    at = index - 1
    while at > 0 and words[at] in adverbs:
        at -= 1
    return at if at > 0 and words[at] in _HAVE else None
