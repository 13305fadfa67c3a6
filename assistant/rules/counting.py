"""Telling numbers that count what we do from numbers that count what comes of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, lexicon
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Bound, Language

if TYPE_CHECKING:
    from assistant.language.line import Line


class Activity(NamedTuple):
    """A counted activity: the word for it, and the first and the last index of what says so."""

    noun: str
    first: int
    last: int


_SHORTEST_COMPOUND = 7
"""Letters; a shorter word is an activity only as a whole."""
_SHORTEST_NOUN = 4
"""Letters: the last part of a compound is at least as long as «kurs»."""
_NO_ACTIVITY = ("transaksjon", "reaksjon", "interaksjon", "konkurs", "forsamling")
"""Beginnings of words that only look like compounds of an activity."""
_FARTHEST = 8
"""A bare count stands early in its line: «12 kundebesøk i måneden»."""
_NOUN_WITHIN = 3
"""How many words on from the number its noun may stand: «to nye digitale kurs»."""
_POINTS = frozenset(("prosentpoeng", "percentage points"))
_STEPS = frozenset("fra frå from → -> =>".split())
_NOUN_ENDS = frozenset(
    "av of fra frå from til to per pr for i in med with på on som who that which er is are har has have blir ble "
    "innen innan før by before , ; : ( og and etter after uten utan without".split()
)
"""Words that end the search for what a number counts."""
TO_US = frozenset(
    "besøk besøket besøkene besøka treff treffene visit visits review reviews call calls email emails e-mail "
    "e-mails message messages innspill innspel tests test session sessions annonser letter letters brev checks "
    "photos pictures stories kontroller kontrollar assessment assessments vurderinger vurderingar treninger "
    "treningar".split()
)
"""What others may do as well: «12 000 besøk» alone is a result, «gjennomføre 12 besøk» is work."""
_OUR_VISITS = frozenset(
    "toolbox gemba coaching leadership discovery prospecting introductory courtesy check-in follow-up company cold house home sales site school farm field client supplier spot code peer safety fire speed breath blog "
    "outreach quality food vehicle ticket mystery-shopper unannounced member door-to-door design bag security "
    "fire-safety mystery-shopping roadside random ward family welfare store shop press dog crew product behind-the-scenes".split()
)
"""Before such a noun in English, these make it our own: «cold calls», «spot checks»."""
_NUMBER_OF = frozenset(
    "antall antallet talet tal mengda på the number of total ukentlige vekentlege månedlige månadlege daglige daglege "
    "weekly monthly daily".split()
)
_OURS = tuple(
    "kundebesøk hjemmebesøk heimebesøk husbesøk skolebesøk skulebesøk gårdsbesøk gardsbesøk bedriftsbesøk "
    "forhandlerbesøk forhandlarbesøk leverandørbesøk medlemsbesøk "
    "møte meeting workshop intervju interview innlegg nyhetsbrev nyheitsbrev newsletter kampanje campaign webinar "
    "seminar fagdag befaring synfaring artikler artiklar articles kontroller kontrollar nyhetssak nyheitssak "
    "nyhendesak runder rundar stikkprøve inspeksjon inspection op-ed kronikk foredrag podkast podcast øvelser øvingar "
    "øvinger dugnad demos demoer demoar patrulje patruljar patrol omvisning omvising pressemelding "
    "salgssamtale salssamtal medarbeidersamtale medarbeidarsamtal lesestund kurstime kurstim opplæringstim".split()
)
"""Parts of words for what only we do: more of these is no result either, while consultations may be what is sold."""
_TURNOUT = ("oppmøte", "fremmøte", "frammøte")
_OURS_IF_SAID = frozenset(
    "hours talks walks posts calls emails e-mails visits checks tests audits updates reels stories".split()
)
"""More of these is no result if it is said whose they are, or how often: «news posts a month», «cold calls»."""
_TAUGHT = frozenset("training coaching classroom course".split())
_MEDIA = frozenset("news blog facebook linkedin instagram tiktok social media forum".split())
_HOW_OFTEN = frozenset("a per every each weekly monthly sent made posted published held".split())
_AFTER_A_METRIC = frozenset(
    "per pr i in med with for opp up fra frå from : , – - a an each every hver hvert kvar kvart held holdt halde på on "
    "gjennomført gjennomførte gjennomførde sent made posted published conducted completed carried sendt sende lagt".split()
)
"""What may follow a noun that is the whole of a metric: «campaign conversion» is about conversion."""
_THEN_NUMBER = frozenset(": , – - (".split())
"""Between an activity and how many there are to be: «smitterunder, minst 20»."""
_WITH = frozenset("med hos til blant i på ved with to at among in".split())
"""Between an activity and those it is with: «kaffeprat med 35 arkitekter»."""
_AT = (["på"], ["ved"], ["i"], ["med"], ["til"], ["hos"], ["at"], ["in"], ["to"])
"""Between such a verb and its number: «delta på fire messer»."""
_DESCRIBED = 3
_HEDGES = frozenset(
    "sin sine sitt their his her minst over rundt ca om lag cirka til sammen totalt nye new at least more than about some".split()
)
_PLURALS = frozenset("outreach training all-hands".split())
_OF = frozenset(("av", "of"))
_BY_US = frozenset("kontroller kontrollar vurderinger vurderingar checks assessments reviews tests audits".split())
"""Followed by «of» and what we looked at, these are our own: «80 kontroller av kjøretid»."""
_ONE = frozenset("one a an en et ett én ei ein eit".split())
_TIMES_A = frozenset("i per pr hver hvert kvar kvart a each every".split())
_PERIODS = frozenset(
    "dag dagen døgn døgnet uke uka uken veke veka måned måneden månad månaden kvartal kvartalet tertial tertialet år året "
    "day week fortnight month quarter term year".split()
)
_LENGTHS = frozenset("m km meter metres kilometer kilometres mil miles m2 m² kvm dekar hektar hectares".split())
_COUNTERS = frozenset("stykker stykk stk gang ganger gonger times".split())


@cache
def listed(language: Language, name: str) -> frozenset[str]:
    """The word list ``name`` of a language, made once."""
    return lexicon(language).words(name)


@cache
def _activities(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The activity nouns of a language, and the last three letters they have."""
    activities = lexicon(language).phrases("activity_nouns").entries
    return activities, frozenset(word[-3:] for word in activities)


def is_activity(language: Language, word: str) -> bool:
    """Whether a word names an activity one can hold many of, whole or as the last part of a Norwegian compound."""
    activities, ends = _activities(language)
    if word in activities:
        return True
    if language is Language.EN or len(word) < _SHORTEST_COMPOUND or word[-3:] not in ends:
        return False
    if word.startswith(_NO_ACTIVITY):
        return False
    return any(word[cut:] in activities for cut in range(2, len(word) - _SHORTEST_NOUN + 1))


def _size_at(line: Line, at: int) -> int:
    """How many words the activity at ``at`` has; none if none is named there."""
    size = line.lexicon.phrases("activity_nouns").length_at(line.words, at)
    return size or int(is_activity(line.language, line.words[at]))


def end_of_name(line: Line, first: int) -> int:
    """Where the name that begins before ``first`` ends: at a preposition, at a sign or a number, or with the line."""
    prepositions, words = listed(line.language, "prepositions"), line.words
    ends = (at for at in range(first, len(words)) if words[at] in prepositions or not words[at][0].isalpha())
    return next(ends, len(words))


def counted_activity(line: Line) -> Activity | None:
    """The first activity that a number of the line counts: «10 brukerintervjuer», «fem åpne hus»."""
    words = line.words
    for measure in line.measures:
        before = (
            measure.role is Role.BASELINE and len(line.measures) > 1
        )  # but not «40 intervjuer med tidligere kunder»
        if is_share(measure) or measure.bound is Bound.AT_MOST or before:
            continue
        for index in range(measure.first, min(measure.last + _NOUN_WITHIN, len(words))):
            if index > measure.last and words[index] in _NOUN_ENDS:
                break
            size = _size_at(line, index)
            if size and _is_many(line, measure, words[index + size - 1]):
                last = index + size - 1
                return Activity(" ".join(words[index : last + 1]), measure.first, last)
    return None


def _is_many(line: Line, measure: Measure, word: str) -> bool:
    """English: «40 ships report arrival» counts ships; more than one activity stands in the plural."""
    return line.language is not Language.EN or measure.value == 1 or word.endswith("s") or word in _PLURALS


def counted_by_verb(line: Line, verb: str, last: int) -> Activity | None:
    """«Ringe 200 tidligere kunder», «hand out 2,000 flyers»: each is one act of ours, whatever the noun.

    Args:
        line: The line.
        verb: The infinitive of its head.
        last: The last word of its head.
    """
    words = line.words
    if verb not in listed(line.language, "counting_verbs"):
        return None
    start = last + 1 + (words[last + 1 : last + 2] in _AT)
    measure = next((measure for measure in line.measures if measure.first >= start), None)
    if measure is None or is_share(measure) or not _HEDGES.issuperset(words[start : measure.first]):
        return None
    if measure.unit in listed(line.language, "time_units") or measure.unit in _LENGTHS:
        return None  # «The presses run 60 days without a stop», «Leggje 12 km fiber»
    at = measure.last + (not words[measure.last][0].isalpha() or measure.last == measure.first)
    deliverable = line.lexicon.phrases("deliverable_nouns").entries
    if at >= len(words) or words[at] in _NOUN_ENDS or not deliverable.isdisjoint(words[at : at + 2]):
        return None
    return Activity(words[at], measure.first, at)


def counted_by_participle(line: Line, verb: str, first: int) -> Activity | None:
    """«40 hundebilder lagt ut», «90 motorsykler vinket inn»: a line that opens with the number of our acts."""
    if verb not in listed(line.language, "counting_verbs") or not line.measures:
        return None
    measure, words = line.measures[0], line.words
    if is_share(measure) or measure.last >= first or not _HEDGES.issuperset(words[: measure.first]):
        return None
    return Activity(words[first - 1], measure.first, first)


def bare_count(line: Line) -> Activity | None:
    """«12 kundemøter i måneden», «Smitterunder, minst 20»: nothing but a count, not a change of one."""
    if (line.change.baseline is not None and len(line.measures) > 1) or line.change.factor is not None:
        return None
    activity = named_first(line)
    if activity is None and _STEPS.isdisjoint(line.words):
        activity = counted_activity(line)
    if activity is None or activity.last >= _FARTHEST or _is_to_us(line, activity):
        return None
    return activity


def _is_to_us(line: Line, activity: Activity) -> bool:
    words = line.words
    if activity.noun in _BY_US and not _OF.isdisjoint(words[activity.last + 1 : activity.last + 2]):
        return False
    if not _WITH.isdisjoint(words[activity.last - 2 : activity.last]):
        return False  # «Besøk hos 30 bønder»
    before = words[max(activity.last - 1, 0)]
    return activity.noun in TO_US and before not in _OUR_VISITS and before.rpartition("-")[2] not in _OUR_VISITS


def has_participle(line: Line, word: str) -> bool:
    """Whether a word may be the participle of a verb."""
    return any(verb.form is VerbForm.PARTICIPLE for verb in line.lexicon.verbs.get(word))


def named_first(line: Line) -> Activity | None:
    """«Ukentlige sikkerhetsrunder, minst 12», «Kurs i klart språk: 8»: the number behind what it counts."""
    words = line.words
    first = next((index for index, word in enumerate(words) if word not in _NUMBER_OF), 0)
    at = _named_at(line, first)
    if not line.measures or at is None:
        return None
    measure = line.measures[0]
    sign = measure.first - 1
    while sign > at and words[sign] in _HEDGES and not (sign == at + 1 and words[sign] in _WITH):
        sign -= 1
    close = sign == at + 1 or words[sign] == ":"
    if sign <= at or not close or words[sign] not in _THEN_NUMBER | _WITH or is_share(measure):
        return None
    people = words[sign] in _WITH and measure.unit not in listed(line.language, "time_units")
    done = measure.unit is not None and has_participle(line, measure.unit)  # «Incident reviews: ten written up»
    if not (measure.unit is None or measure.unit in _COUNTERS or people or done):
        return None
    return Activity(" ".join(words[first : at + 1]), first, measure.last)


def _named_at(line: Line, first: int) -> int | None:
    """The last word of the activity that the words from ``first`` on name, a describing word before it or none."""
    words = line.words
    for at in range(first, min(first + _DESCRIBED, len(words) - 1)):
        if words[at] in _NOUN_ENDS:
            return None
        size = _size_at(line, at)
        if size:
            return at + size - 1
    return None


def is_share(measure: Measure) -> bool:
    """Whether a number is a share, and counts nothing."""
    unit = measure.unit or ""
    return unit == PERCENT or unit in _POINTS or unit.startswith(("av ", "of "))


def more_of_an_activity(line: Line) -> Activity | None:
    """«Salgsmøter per uke opp fra 8 til 15», «Antall intervjuer: 3 → 12»; fewer meetings are a result."""
    start, goal, words = line.change.baseline, line.change.target, line.words
    if start is None or goal is None or goal.value <= start.value or is_share(goal):
        return None
    opening = line.head.last + 1 if line.head.form is not None else 0  # «Øke antall kundemøter fra 12 til 20»
    first = next((index for index in range(opening, len(words)) if words[index] not in _NUMBER_OF), opening)
    for at in range(first, min(first + _NOUN_WITHIN, start.first - 1)):
        if words[at] in _NOUN_ENDS:
            return None
        if words[at + 1] in _AFTER_A_METRIC and _is_ours(words, at):
            return Activity(words[at], first, at)
    return _behind_the_values(line, start, goal) if start.first == 1 else None


def _behind_the_values(line: Line, start: Measure, goal: Measure) -> Activity | None:
    """«Fra 2 til 6 sikkerhetsrunder i måneden», «From 2 to 6 site walks per month»."""
    words = line.words
    for at in range(goal.last, min(goal.last + _NOUN_WITHIN, len(words))):
        if at > goal.last and words[at] in _NOUN_ENDS:
            return None
        if words[at][0].isalpha() and _is_ours(words, at):
            return Activity(words[at], start.first, at)
    return None


def one_each(line: Line) -> Activity | None:
    """«En pressemelding i uka», «One blog post per week»: how often we do it, and nothing more."""
    words = line.words
    if _TIMES_A.isdisjoint(words) or words[0] not in _ONE:
        return None
    for at in range(1, min(1 + _NOUN_WITHIN, len(words) - 2)):
        size = _size_at(line, at)
        last = at + size - 1
        if size and words[last + 1 : last + 2] and words[last + 1] in _TIMES_A:
            following = words[last + 2 : last + 3]
            return Activity(words[last], 0, last) if following and following[0] in _PERIODS else None
    return None


def _is_ours(words: list[str], at: int) -> bool:
    word = words[at]
    if word in _OURS_IF_SAID:
        before = words[at - 1] if at else ""
        if word == "hours":
            return before in _TAUGHT
        return before in _MEDIA or before in _OUR_VISITS or (word == "posts" and words[at + 1] in _HOW_OFTEN)
    return not word.startswith(_TURNOUT) and any(part in word for part in _OURS)
