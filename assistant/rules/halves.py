"""Finding the seam of a line that says two things: two measures, two verbs with their objects, or two clauses."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Language
from assistant.rules.directions import comparatives
from assistant.rules.measuring import measures_first

if TYPE_CHECKING:
    from assistant.language.line import Line

_MOVED = frozenset((Role.TARGET, Role.DELTA))
_ORDERS = frozenset((VerbForm.INFINITIVE, VerbForm.IMPERATIVE))
_FINITE = frozenset((VerbForm.PRESENT, VerbForm.PASSIVE))
_INFINITIVE = frozenset((VerbForm.INFINITIVE,))
_OF = frozenset(("av", "of"))
_WAYS = frozenset("opp ned up down".split())
_MORE = frozenset("mer meir more mindre less".split())
_AFTER_TWO = 2
"""«Mer fornøyde og …»: what is compared is an adjective, and more of them may follow."""
_AND = frozenset("og and samt & + plus pluss".split())
_WHILE = frozenset("mens medan while samtidig samstundes".split())
_AS = frozenset("som as at that".split())
SEAMS = _AND | _WHILE | frozenset(", ; / time".split())
"""A line without any of these says one thing."""
_AND_ALONE = _AND | {";"}
_LIMITS = frozenset(
    "dvs si altså tilsvarer tilsvarende tilsvarar equivalent equals namely uten utan without hold holde holder holdes holds holding held halde held heldt haldast keep keeps keeping kept maintain "
    "maintains maintaining stay stays staying remain remains opprettholde oppretthalde ikke ikkje not no never aldri fortsatt "
    "fremdeles framleis still forblir hvorav derav deriblant herav including of herunder skala skalaen scale maks "
    "lenger mer meir".split()
)
"""After a seam: a limit beside the goal («uten at …», «while keeping …»), or a part of it («hvorav …»)."""
_KEPT = frozenset("fortsatt fremdeles framleis still remain remains stay uendret uendra unchanged".split())
_SAME = frozenset(
    "fra frå from til to med by på at i in ved opp ned up down videre vidare deretter så then again igjen innen innan before "
    "før by mål målet target goal er is are skal should ligge være vere og and samt også også òg also samtidig samstundes "
    "minst over under høyst høgst maks than enn mot against further on then for year året år neste next → -> => ( ) : , ; . "
    "– — - + & / % kr av of den det the da blir vert ca om lag rundt about per pr mellom between".split()
)
"""Words between two values that name nothing new."""
_NORWEGIAN_THAT = frozenset(
    "at som når hvis fordi der hvor hva hvem hvordan dersom kva kven korleis kor slik hvorfor kvifor".split()
)
_THAT = {
    Language.NB: _NORWEGIAN_THAT,
    Language.NN: _NORWEGIAN_THAT,
    Language.EN: frozenset("that who whom which what when where if because how so whether why".split()),
}
_IT = frozenset("dem dei them it dette this seg henne ham him her han hun hana they she he".split())
_THIS = frozenset("den det de desse disse these those".split())
_OWN = frozenset("vi me we".split())
_ALSO = frozenset("samtidig samstundes også òg also å to at".split())
_PARTICLES = frozenset("opp ned ut inn over på fram frem up down out in off".split())
_LONGEST_SUBJECT = 3
_PLACES = tuple(
    "naboen banken huset arbeidsgiveren arbeidsgjevaren stedet staden plassen skolen skulen butikken klubben kommunen sted stad plass skole skule butikk klubb kommune arbeidsgiver arbeidsgjevar partner sykehjem sjukeheim noe noko "
    "tilbud tilbod place school shop club employer home something somewhere one library".split()
)
"""What a clause without «som» may follow: «en skole elever og foreldre er stolte av»."""
_ARTICLES = frozenset("the our a an each every et ein ei en eit den det noe noko something somewhere".split())
_OBJECT_LEADS = _ARTICLES | frozenset("its their his her no more fewer without".split())
"""What a verb's object begins with, or what goes with it."""
_LONGEST_SHARED = 8
"""Words from a second subject to its participle."""
_DONE = frozenset((VerbForm.PARTICIPLE,))
_PRESENT = frozenset((VerbForm.PRESENT, VerbForm.INFINITIVE))
_LONGEST, _MOST = 120, 12
"""Words and goals of a line that are looked at: no line people write has more."""
_EVERY_DAY = frozenset(
    "elsker går kommer sover tjener stoler føler kjem søv tener stolar får gir har er kan vil skal blir vert kjenner velger tør orker finner vet bor lever trives trivst elskar gjev "
    "vel kjenner veit bur lever love loves has have can will are is stays gets knows wants come comes earn earns sleep sleeps choose chooses".split()
)
"""Finite verbs so common that the lists of verbs to judge by leave some of them out."""


def seam_of(line: Line) -> int | None:
    """The word with which a second goal begins, or ``None`` where the line has but one."""
    words = line.words
    if SEAMS.isdisjoint(words) or measures_first(line) is not None:
        return None
    found = _second_measure(line) if len(line.measures) > 1 else None
    if found is None and not _AND.isdisjoint(words):
        found = _second_outcome(line)
    return _second_movement(line) if found is None else found


# --- two measures --------------------------------------------------------------------------------------------------


def _second_measure(line: Line) -> int | None:
    """Where a second metric with a value of its own begins: «NPS fra 20 til 40 og svartid fra 9 til 4 timer»."""
    measures = line.measures
    goals = [at for at, measure in enumerate(measures) if measure.role in _MOVED]
    if not goals[1:] and not _is_share_of(line, measures[0]):
        # «svartid under 4 timer og churn under 3 %»; before a change, bounds only say who is counted.
        last = goals[-1] if goals else -1
        goals += [at for at, it in enumerate(measures) if at > last and it.role is Role.LEVEL and it.bound is not None]
    for first, second in pairwise(goals[:_MOST]):
        start = second - 1 if second - 1 > first and measures[second - 1].role is Role.BASELINE else second
        found = _new_metric(line, measures[first], measures[start], measures[second])
        if found is not None:
            return found
    return None


def _is_share_of(line: Line, measure: Measure) -> bool:
    """«90 % av butikkene har svinn under 2 % og margin over 20 %»: one share, of those that meet both."""
    if not _THAT[line.language].isdisjoint(line.words[: measure.first]):
        return True
    unit = measure.unit or ""
    return unit.startswith(("av ", "of ")) or (unit == PERCENT and line.tokens.padded[measure.last + 1] in _OF)


def _new_metric(line: Line, before: Measure, start: Measure, goal: Measure) -> int | None:
    """Where a new metric begins between two goals, ``start`` being the first value of the second."""
    words = line.words
    dated = {index for mention in line.dates for index in range(mention.first, mention.last + 1)}
    if not _LIMITS.isdisjoint(words[before.last + 1 : start.first]):
        return None
    bounded = goal.role is Role.LEVEL
    for seam in range(before.last + 1, start.first):
        if words[seam] not in (_AND_ALONE if bounded else SEAMS):
            continue
        if words[seam] == "+" and line.tokens.glued(seam):
            continue  # «500+ viewers»
        named = _names(words, seam + 1, start.first, dated) or (bounded and line.tokens.padded[goal.last + 1] in _OF)
        if not named and start is not goal and start.value != before.value:
            # «fra 30 til 20 dager for byggesaker og fra 40 til 25 for delingssaker»
            named = _names(words, before.last + 1, seam, dated) and _names(words, goal.last + 1, len(words), dated)
        if named:
            return next((at for at in range(seam + 1, start.first) if words[at] not in _ALSO), seam + 1)
    return None


def _names(words: list[str], first: int, stop: int, dated: set[int]) -> bool:
    return any(words[at][0].isalpha() and words[at] not in _SAME and at not in dated for at in range(first, stop))


# --- two outcomes --------------------------------------------------------------------------------------------------


def _second_outcome(line: Line) -> int | None:
    """Where a second outcome begins, told by its own verb, comparison or subject."""
    words = line.words
    for seam in range(1, min(len(words) - 1, _LONGEST)):
        if words[seam] in _AND:
            after = seam + 1
            while after < len(words) - 1 and words[after] in _ALSO:
                after += 1
            if _two_verbs(line, seam, after) or _two_comparisons(line, seam, after) or _two_clauses(line, seam, after):
                return after
            if _shares_its_passive(line, seam, after):
                return after
    return None


def _two_verbs(line: Line, seam: int, after: int) -> bool:
    """«Øke lønnsomheten og redusere utslippene»: each verb with what it is about."""
    head, words = line.head, line.words
    if head.form not in _ORDERS or head.first >= seam or not _is_verb(line, after, _ORDERS):
        return False
    if not _THAT[line.language].isdisjoint(words[head.first : seam]) or words[after] in _LIMITS:
        return False
    about = [at for at in range(head.last + 1, seam) if words[at][0].isalpha() and words[at] not in _PARTICLES]
    if not any(not _is_verb(line, at, _ORDERS) for at in about):
        return False  # «rekruttere og beholde»: one object serves both
    following, then = line.tokens.padded[after + 1], line.tokens.padded[after + 2]
    prepositions = line.lexicon.phrases("prepositions").entries
    if following in _IT or (following in _THIS and (not then[:1].isalpha() or then in prepositions)):
        return False  # «finne feilene og rette dem»
    if line.language is Language.EN and words[after] in line.lexicon.phrases("noun_homographs").entries:
        return following in line.lexicon.phrases("determiners").entries
    return following[:1].isalpha() and not (line.language is Language.EN and following in prepositions)


def _two_comparisons(line: Line, seam: int, after: int) -> bool:
    """«Færre klager og flere fornøyde kunder», «omsetningen opp og kostnadene ned»."""
    words, more = line.words, comparatives(line.language)
    following = line.tokens.padded[after + 1]
    if words[0] in more and words[after] in more:
        described = words[0] in _MORE and words[after] in _MORE and seam == _AFTER_TWO
        return seam > 1 and not described and following[:1].isalpha() and following not in _AND
    if words[seam - 1] in more and seam > _AFTER_TWO and _is_verb(line, after, _PRESENT):
        return not more.isdisjoint(words[after + 1 : after + 1 + _LONGEST_SUBJECT])  # «blir lenger og handler mer»
    return words[seam - 1] in _WAYS and seam > 1 and not _WAYS.isdisjoint(words[after + 1 :])


def _second_movement(line: Line) -> int | None:
    """«Overtiden faller samtidig som flere velger heltid», «while more people come back»: a second thing that moves."""
    words = line.words
    for seam in range(_AFTER_TWO, min(len(words) - 2, _LONGEST)):
        if words[seam] in _WHILE:
            after = seam + 1
        elif words[seam] == "time" and words[seam - 1] == "same" and words[seam + 1] == "as":
            after = seam + 2
        else:
            continue
        while after < len(words) - 1 and words[after] in _AS:
            after += 1
        clause = words[after : after + _MOST]
        if not _LIMITS.isdisjoint(set(clause) - _MORE) or not _moves(line, 0, seam):
            continue
        if _moves(line, after, after + _LONGEST_SUBJECT + 1):
            return after
    return None


def _moves(line: Line, first: int, stop: int) -> bool:
    """Whether words say that something grows or falls, or is more or less than before."""
    words = line.words[first:stop]
    more = comparatives(line.language)
    if any(word in more for word in words):
        return True
    lists = line.lexicon
    return not lists.phrases("up_words").entries.isdisjoint(words) or not lists.phrases(
        "down_words"
    ).entries.isdisjoint(words)


def _two_clauses(line: Line, seam: int, after: int) -> bool:
    """«Beboerne trives og de pårørende er trygge»: a second subject with a verb of its own."""
    words = line.words
    if (
        _is_place_for_both(line, seam)
        or _is_finite(line, after)
        or not _THAT[line.language].isdisjoint(words[: after + 1 + _LONGEST_SUBJECT])
    ):
        return False
    told = words[seam - 1] == "," or any(_is_finite(line, at) for at in range(1, seam))
    if not told:  # «Every child learns to swim», but not «The masters»
        told = any(_tells(line, at) for at in range(1, min(seam, 1 + _LONGEST_SUBJECT)))
    if not told or not _KEPT.isdisjoint(words[after : after + _LONGEST_SHARED]):
        return False  # «og ulykkestallet skal fortsatt være null»
    own = words[after] in _OWN
    if own and not _OWN.isdisjoint(words[:seam]):
        return False
    prepositions = line.lexicon.phrases("prepositions").entries
    for at in range(after + 1, min(after + 1 + _LONGEST_SUBJECT, len(words))):
        if not words[at][0].isalpha() or words[at - 1] in prepositions:
            return False
        if _is_finite(line, at):
            return own or at > after + 1 or words[after] not in _IT | _THIS
    return False


def _shares_its_passive(line: Line, seam: int, after: int) -> bool:
    """«blir kriminaliteten førebygd og tryggleiken styrkt»: a second subject and participle behind one «blir»."""
    copulas = line.lexicon.phrases("finite_copulas").entries
    if line.language is Language.EN or not _is_verb(line, seam - 1, _DONE) or copulas.isdisjoint(line.words[:seam]):
        return False
    last = len(line.words) - 1
    return after < last < after + _LONGEST_SHARED and _is_verb(line, last, _DONE) and not _is_verb(line, after, _DONE)


def _is_verb(line: Line, index: int, forms: frozenset[VerbForm]) -> bool:
    verbs = line.lexicon.verbs
    word = line.words[index]
    return word in verbs and any(verb.form in forms for verb in verbs.get(word))


def _is_place_for_both(line: Line, seam: int) -> bool:
    """«Et sted pårørende og ansatte anbefaler», «a place parents and staff choose»: what both do about one place."""
    words, prepositions = line.words, line.lexicon.phrases("prepositions").entries
    leads = _ARTICLES | line.lexicon.phrases("finite_copulas").entries
    return any(
        words[at].endswith(_PLACES)
        and not leads.isdisjoint(words[max(at - 2, 0) : at + 1])
        and words[at + 1] not in prepositions
        and not _is_finite(line, at + 1)
        for at in range(max(seam - _LONGEST_SUBJECT, 1), seam - 1)
    )


def _has_article(line: Line, index: int) -> bool:
    """English: «the yard fills», «our winter guests»: whether a subject with its article ends before ``index``."""
    before = line.words[max(index - 1 - _LONGEST_SUBJECT, 0) : index - 1]
    return not _ARTICLES.isdisjoint(before) and not line.words[index - 1].endswith("s")


def _tells(line: Line, index: int) -> bool:
    before = line.words[index - 1]
    if index == 1 and line.language is Language.EN and before.endswith("s"):
        return _is_verb(line, index, _INFINITIVE)  # «Schools book early and the bar turns a profit»
    return before not in _ARTICLES and not before.endswith("s") and _is_verb(line, index, _FINITE)


def _is_finite(line: Line, index: int) -> bool:
    word = line.words[index]
    if word in _EVERY_DAY or word in line.lexicon.phrases("finite_copulas").entries:
        return True
    if word in line.lexicon.phrases("noun_homographs").entries:
        return False
    if line.language is not Language.EN:
        return _is_verb(line, index, _FINITE)
    if (
        index > 1
        and word.endswith("s")
        and line.tokens.padded[index + 1] in _OBJECT_LEADS
        and _has_article(line, index)
    ):
        return True  # «the yard fills its winter berths»
    # «employees stay»: after a plural, the infinitive; «returns» may be a plural itself.
    plain = index > 0 and line.words[index - 1].endswith("s") and not word.endswith("s")
    return plain and _is_verb(line, index, _INFINITIVE)
