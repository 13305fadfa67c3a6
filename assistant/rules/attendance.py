"""Telling that people took part, completed or were trained: the reading behind the rule on attendance."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.okr import Language
from assistant.rules.counting import is_activity, is_share
from assistant.rules.own_people import is_own_people
from assistant.rules.states import FEELINGS

if TYPE_CHECKING:
    from assistant.language.line import Line


class Attendance(NamedTuple):
    """What says that people were there: the first and the last word of it, and what they were at."""

    first: int
    last: int
    activity: str


_DONE = frozenset(
    "gjennomført gjennomførte gjennomfører gjennomgått fullført fullførte fullfører deltatt delteke deltar deltok deltek "
    "gått møtt vært vore tatt teke hatt gjennomgått completed complete completes attended attend attends done "
    "sat through gjennom igjennom fulgt følgt fylgt sett hørt høyrt besøkt vært participated participate participates taken took finished undergone been joined join".split()
)
"""What people have done with what they were at."""
_TO = frozenset("på at to".split())
_INVITED = ("foresatt", "føresett", "forelder", "foreldre", "parent", "guardian", "frivillig", "volunteer")
_HAS = frozenset("har has have".split())
_TALKS = ("medarbeidersamtale", "medarbeidarsamtale", "utviklingssamtale", "oppfølgingssamtale", "oppfølgjingssamtale")
_ENGLISH_TALKS = frozenset("talk conversation appraisal one-to-one 1:1".split())
"""What each of one's own people is to have: «Everyone has a development talk»."""
_THROUGH, _GO = frozenset("through gjennom igjennom".split()), frozenset("gå går go goes".split())
"""«85 % av rådgiverne gjennom kurset»; to go through a form with a customer is another matter."""
_TOOK_PART = frozenset(
    "deltatt deltar deltok delteke deltek attended attend attends participated participate participates".split()
)
"""What own people need not have done at a course or a meeting to have been there."""
_PART = frozenset(("part", "del"))
_SCHEMES = (
    "ordning",
    "ordningen",
    "ordninga",
    "sparing",
    "sparingen",
    "sparinga",
    "plan",
    "planen",
    "scheme",
    "schemes",
    "plans",
    "bordet",
)
"""What people take part in for years."""
_RECEIVED = frozenset("fått får received receive receives had given".split())
_TRAINED = frozenset(
    "kurset kursa kursede opplært opplærte opplærde skolert skolerte skolerast onboardet onboarda trained re-trained "
    "retrained onboarded briefed upskilled".split()
)
"""What has been done with them."""
_COUNTS = frozenset(
    "deltakere deltakerne deltakarar deltakarane kursdeltakere kursdeltakarar møtedeltakere påmeldte påmelde påmeldinger "
    "påmeldingar oppmøtte frammøtte participants attendees delegates trainees registrations sign-ups enrolments "
    "enrollments".split()
)
"""Those who were there, as a count."""
_TURNOUT = frozenset(
    "oppmøte oppmøtet oppmøteprosent oppmøteprosenten oppmøtegrad fremmøte fremmøtet frammøte frammøtet kursdeltakelse "
    "kursdeltakelsen kursdeltaking møtedeltakelse deltakelse deltakelsen deltaking deltakinga deltagelse deltagelsen "
    "deltakergrad gjennomføringsgrad gjennomføringsgraden fullføringsgrad fullføringsgraden fullføringsprosent attendance "
    "turnout participation completion attendance-rate".split()
)
"""Being there, as a metric; alone only where nothing else is said of what it is at."""
_BARE = frozenset(
    "oppmøte oppmøtet oppmøteprosent oppmøteprosenten oppmøtegrad fremmøte fremmøtet frammøte frammøtet kursdeltakelse "
    "kursdeltakelsen kursdeltaking møtedeltakelse".split()
)
_LEARNING = frozenset(
    "opplæring opplæringen opplæringa kurs kurset kursene kursa e-læring e-læringen e-læringa nettkurs nettkurset "
    "seminar seminaret seminarer seminara webinar webinaret webinarer webinara workshop workshopen workshops samling "
    "samlingen samlinga samlinger samlingar program programmet programmer programma modul modulen moduler modular "
    "modulene modulane onboarding onboardingen introduksjonsdag introduksjonsdagen øvelse øvelsen øving øvinga allmøte "
    "allmøtet allmøter allmøtene allmøta konferanse konferansen foredrag foredraget medarbeidersamtale medarbeidersamtalen "
    "medarbeidarsamtale medarbeidarsamtalen utviklingssamtale utviklingssamtalen fagdag fagdagen kickoff kick-off "
    "training trainings course courses workshop webinar webinars seminars session sessions module modules programme "
    "programmes bootcamp e-learning elearning induction drill drills all-hands conference briefing briefings "
    "lederskolen lederskole leiarskulen leiarskule akademi akademiet academy town-hall class classes tutorial tutorials talk talks evening evenings lecture lectures offsite offsites away-day away-days "
    "pathway pathways curriculum refresher refreshers meetup meetups verksted verkstedet prisverksted fagkveld fagkvelden fagkvelder fagkveldene fagkveldar fagkveldane".split()
)
_LEARNING_ENDS = (
    "opplæring", "opplæringen", "opplæringa", "kurs", "kurset", "kursene", "kursa", "læring", "læringen", "læringa",
    "program", "programmet", "samling", "samlingen", "samlinga", "øvelse", "øvelsen", "øving", "øvinga", "seminar",
    "seminaret", "dag", "dagen", "dagene", "dagane", "modul", "modulen", "møte", "møtet", "møtene", "møta", "samtale",
    "samtalen", "kveld", "kvelden", "kvelder", "kveldene", "kveldar", "kveldane", "verksted", "verkstedet", "verkstad",
    "veiledning", "veiledningen", "rettleiing", "rettleiinga", "verkstaden", "foredrag", "foredraget", "dager", "dagar", "samlinger", "samlingar", "kursene", "moduler", "modulane",
)  # fmt: skip
_NO_LEARNING = frozenset("hverdag kvardag hverdagen kvardagen arbeidsdag arbeidsdagen oppmøte fremmøte frammøte forbedringsprogram bonusprogram lojalitetsprogram fordelsprogram".split())  # fmt: skip
_DAYS = ("mandag", "måndag", "tirsdag", "tysdag", "onsdag", "torsdag", "fredag", "lørdag", "laurdag", "søndag", "sundag", "virkedag", "vyrkedag", "ukedag", "vekedag")  # fmt: skip
_OWN_OUTCOME = (
    "elev", "student", "lærling", "kandidat", "stipendiat", "skol", "skul", "barn", "born", "unge", "pasient", "pupil",
    "apprentice", "first-year", "fresher", "undergraduate", "learner", "child", "children", "patient", "school", "voter", "velger", "veljar", "kull", "kindergarten",
)  # fmt: skip
"""People whose attending or completing is what the organisation is for."""
_BUYERS = ("kunde", "kunda", "abonnent", "bruker", "brukar", "medlem", "deltaker", "deltakar", "customer", "user", "subscriber", "member", "client")  # fmt: skip
"""People who complete what is sold to them, or what they came for."""
_TAKEN_ON = ("leverandør", "kunde", "kunda", "partner", "partnar", "forhandl", "supplier", "vendor", "customer", "client", "reseller", "merchant")  # fmt: skip
"""Whoever is onboarded of these, is no staff that was trained: «two new suppliers onboarded»."""
_COMPLETED = frozenset("gjennomført gjennomførte gjennomfører fullført fullførte fullfører completed complete completes completion finished fullføringsgrad fullføringsgraden gjennomføringsgrad gjennomføringsgraden".split())  # fmt: skip
_OF_OTHERS = frozenset("hos blant among per for etter after uten utan without fra frå om about against mot".split())
"""Before the people, these make the line about something else: «sykefravær hos ansatte som …»."""
_AIMS = frozenset("for per fra frå from about om".split())
_THEN = frozenset("og and som who that".split())
_ENDS = frozenset(". ; : , ( ) innen innan within".split())
_TELLING = _HAS | _DONE | _RECEIVED | _TRAINED | _COUNTS | _TURNOUT
ATTENDANCE_WORDS = _TELLING | _TO
"""A line without any of these says nothing of who was there."""
_ALL = frozenset("alle samtlige samtlege everyone everybody all".split())
_NOT = frozenset("ikke ikkje not no".split())
_BE = frozenset("er blir vert blitt vorte bli ble blei vart være vere are is been be were was".split())
_AFTER_TRAINED = frozenset("i innen innan på om for fra frå før in on by from within as before".split())
_BARE_FOLLOWS = frozenset("opp ned fra frå : , . innen innan av over up from by above of ( –".split())
_REACH = 7


def read_attendance(line: Line) -> Attendance | None:
    """What makes the line a count or a share of people who were there, or ``None``."""
    words = line.words
    if _TELLING.isdisjoint(words) and (_TO.isdisjoint(words) or not line.measures):
        return None
    if any(word.startswith(_OWN_OUTCOME) and word not in _TRAINED for word in words) or _is_own_work(line):
        return None
    for index, word in enumerate(words):
        if word in _TO and (found := _gone_to(line, index)) is not None:
            return found
        if word in _TELLING and (found := _at(line, index, word)) is not None:
            return None if _leads_to_effect(line, found) else found
    return None


def _is_own_work(line: Line) -> bool:
    """«Gjennomføre kurs for 40 ledere»: a task, whatever it counts."""
    return line.head.kind is VerbKind.TASK and line.head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE, None}


def _gone_to(line: Line, index: int) -> Attendance | None:
    """«Tre av fire foresatte benker seg på høstens foreldremøte», «80 % av lærerne møter på fagdagen», whatever the verb."""
    words, share = line.words, line.measures[0] if line.measures else None
    if share is None or share.first or not is_share(share) or not FEELINGS.isdisjoint(words):
        return None
    subject = words[share.last + 1 : share.last + 4]
    if not any(is_own_people(word) or word.startswith(_INVITED) for word in subject):
        return None
    verbs = words[share.last + 2 : index]
    readings = [verb for word in verbs for verb in line.lexicon.verbs.get(word)]
    if not verbs or any(verb.kind is VerbKind.OUTCOME for verb in readings):
        return None
    at = next(
        (at for at in range(index + 1, min(index + 3, len(words))) if is_learning(line.language, words[at])), None
    )
    return None if at is None else Attendance(index, at, words[at])


def _at(line: Line, index: int, word: str) -> Attendance | None:
    words = line.words
    if (word in _COMPLETED or word in _RECEIVED) and any(other.startswith(_BUYERS) for other in words):
        return None
    if word in _TURNOUT:
        return _turnout(line, index)
    before = words[:index]
    if _is_of_others(before) or not _NOT.isdisjoint(before):
        return None
    if word in _TRAINED and _is_done_to_them(words, index) and not any(it.startswith(_TAKEN_ON) for it in before):
        return Attendance(index, index, word)
    reads = next((read for words_for, read in _READERS if word in words_for), None)
    return reads(line, index) if reads is not None else None


def _is_of_others(before: list[str]) -> bool:
    """«sykefravær hos ansatte som …», but not «fra 40 til 90 % av selgerne …»."""
    if _OF_OTHERS.isdisjoint(before):
        return False
    return any(word in _OF_OTHERS and not after[0].isdecimal() for word, after in pairwise([*before, "."]))


def _is_done_to_them(words: list[str], index: int) -> bool:
    """«Er kurset», «85% of staff trained»; «kurset» may be the noun, «trained nurses» are not counted by training."""
    before = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else "."
    return bool(before) and (before in _BE or following in _AFTER_TRAINED or not following[0].isalpha())


def _learnt(line: Line, index: int) -> Attendance | None:
    """«Har gjennomført kurset», «took part in the offsite», «80 % av selgerne har deltatt på prisverksted»."""
    words = line.words
    if not index:
        return None
    if words[index] in _THROUGH and (words[index - 1] in _GO or not any(map(is_own_people, words[:index]))):
        return None
    took_part = words[index] in _TOOK_PART or (index + 1 < len(words) and words[index + 1] in _PART)
    if took_part and any(map(is_own_people, words[:index])) and not any(map(_is_scheme, words[index:])):
        last = next((at for at in range(index + 1, len(words)) if words[at] in _ENDS), len(words)) - 1
        return Attendance(index, min(last, index + 2), words[min(last, index + 2)])
    for at in range(index + 1, min(index + _REACH, len(words))):
        if words[at] in _ENDS:
            return None
        if is_learning(line.language, words[at]):
            return Attendance(index, at, words[at])
    return None


def _appraised(line: Line, index: int) -> Attendance | None:
    """«Everyone has a development talk», «Alle ansatte har hatt medarbeidersamtale»."""
    words = line.words
    if not index or not (words[0] in _ALL or any(map(is_own_people, words[:index]))):
        return None
    for at in range(index + 1, min(index + _REACH, len(words))):
        if words[at].startswith(_TALKS) or words[at] in _ENGLISH_TALKS:
            return Attendance(index, at, words[at])
    return None


def _is_scheme(word: str) -> bool:
    return word.endswith(_SCHEMES)


def is_learning(language: Language, word: str) -> bool:
    """Whether people can be at it without anything coming of it: a course, a meeting, a programme."""
    if word in _LEARNING:
        return True
    if language is Language.EN:
        return word in {"meeting", "meetings", "event", "events", "hall", "halls"}
    return word not in _NO_LEARNING and len(word) > 6 and word.endswith(_LEARNING_ENDS) and not word.startswith(_DAYS)


def _counted(line: Line, index: int) -> Attendance | None:
    """«120 deltakere på fagdagen», «60 participants at the webinars»; «deltakere i jobb» are an outcome."""
    words = line.words
    following = words[index + 1 : index + 1 + _REACH]
    if not following or following[0] in _THEN or following[0].endswith("ing"):
        return None
    for at in range(index + 1, min(index + _REACH, len(words))):
        if words[at] in _ENDS or words[at] in _THEN or words[at] in _OF_OTHERS - _AIMS:
            break
        if is_learning(line.language, words[at]) or is_activity(line.language, words[at]):
            return Attendance(index, at, words[at])
    return None


def _turnout(line: Line, index: int) -> Attendance | None:
    """«90 % oppmøte», «attendance at the workshops from 40% to 70%»; attendance at matches is another matter."""
    words = line.words
    if not _OF_OTHERS.isdisjoint(words[:index]) or (index and words[index - 1] == "in"):
        return None
    near = [*range(max(index - 3, 0), index), *range(index + 1, min(index + _REACH, len(words)))]
    for at in near:
        if is_learning(line.language, words[at]):
            return Attendance(min(index, at), max(index, at), words[at])
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in {"in", "i", "på"} and any(map(is_own_people, words[index:])):
        return Attendance(index, index, words[index])  # «Participation in the step challenge from 22 to 60% of staff»
    is_bare = following[:1].isdecimal() or following in _BARE_FOLLOWS or not following
    return Attendance(index, index, words[index]) if words[index] in _BARE and is_bare else None


_READERS = ((_HAS, _appraised), (_DONE | _RECEIVED, _learnt), (_COUNTS, _counted))
"""What is looked for behind each kind of word, once nothing before it says otherwise."""


def _leads_to_effect(line: Line, found: Attendance) -> bool:
    """«… har fullført kurset og bruker metoden hver uke»: what they do afterwards is measured."""
    words = line.words
    following = words[found.last + 1 : found.last + 3]
    if not following or following[0] not in _THEN or len(following) == 1:
        return False
    readings = line.lexicon.verbs.get(following[1])
    return any(reading.form is VerbForm.PRESENT or reading.form is VerbForm.INFINITIVE for reading in readings)
