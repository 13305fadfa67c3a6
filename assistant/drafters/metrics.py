"""Naming what a clause measures, in its own words; where it only points back, nothing is named."""

from __future__ import annotations

import re

from assistant.brief import Statement
from assistant.drafters import wording
from assistant.drafters.clauses import Clause
from assistant.drafters.patterns import people
from assistant.drafters.shares import SHARE_OF, read_state_change
from assistant.drafters.texts import ANAPHORA, LOOSE, names_something
from assistant.language.lexicon import VerbForm, lexicon
from assistant.language.line import Line
from assistant.okr import Language

_BOUNDARY = frozenset(
    "fra frå from til to med by → -> => : , ; ( under over minst mot opp ned down up innen innan før within before i som which".split()
)
"""Words that may end a metric's name."""
_BEFORE_A_NUMBER = frozenset("i til to med over under mot by ,".split())
_LOOSE_ENDS = _BOUNDARY | frozenset("på at er is ca om enn than .".split())
_DIRECTIONS = frozenset("ned opp down up".split())
_FROM = frozenset("fra frå from".split())
_COPULAS = frozenset("er har var is are was has have".split())
_LONGEST_SUBJECT = 7
POINTS_BACK = re.compile(
    r"(?:(?:den|det|denne|dette|that|this|the)\s+)?(?:andelen|delen|antallet|snittet|gjennomsnittet|tallet|talet|nivået|summen|share|number|figure"
    r"|rate|average|level|total|målet|måltallet|måltalet|(?:our\s+)?(?:target|goal|aim))|(?:that|this)\s+[a-z]+|(?:den|det|denne|dette)\s+[a-zæøå]+(?:en|et|tida|a)",
    re.IGNORECASE,
)
"""A subject that only points at what was just told: «Andelen skal være 50 %», “that share is to reach 45%”."""
_ASIDES = re.compile(r",\s+(?:som|der|which|who|where|that)\s+")
_SAID_BEFORE = re.compile(r"\s+(?:er|is|are|var|was|were|ligger|ligg)\s+.+\s(?:og|and|men|but)$")


def metric_of(clause: Clause, language: Language) -> str:
    """What is measured, in the clause's own words; empty where it only points back."""
    if clause.subject is not None:
        return _of_subject(clause, clause.subject, language)
    line = Line(clause.goal, language)
    words = line.words
    first = line.head.last + 1 if line.head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE} else 0
    if (
        first == 0
        and clause.goal != clause.line.text
        and language is Language.EN
        and words[:1] not in (["be"], ["not"])
    ):
        first = 1  # «we will bring the share …»: what follows «will» is a verb, whether it is stored or not
    while first < len(words) and words[first] in _DIRECTIONS:
        first += 1
    if first < len(words) - 1 and words[first] in line.lexicon.phrases("comparatives"):
        first += 1
    last = _end_of_name(line, first)
    pointing = last > first and words[first] in ANAPHORA
    if last <= first or (pointing and (last - first <= 1 or words[first + 1] in {"er", "is"})):
        return ""
    name = line.tokens.slice(first, last - 1)
    comparatives = line.lexicon.phrases("comparatives")
    two = any(words[at] in {"og", "and"} and words[at + 1] in comparatives for at in range(first, last - 1))
    return name if names_something(name) and not two else ""


def _of_subject(clause: Clause, subject: str, language: Language) -> str:
    words = re.split(r",\s+(?:og|and)\s+|[:;]\s+", subject)[-1]
    if (share := SHARE_OF.match(words)) is not None:
        return _share_of(share["who"], clause.goal, language)
    words = _ASIDES.split(_SAID_BEFORE.split(words)[0])[0]
    if POINTS_BACK.fullmatch(words):
        return ""
    return words if names_something(words) else ""


def _end_of_name(line: Line, first: int) -> int:
    stops = {measure.first for measure in line.measures} | {mention.first for mention in line.dates}
    last = first
    while last < len(line.words) and last not in stops and not _is_boundary(line, last, first):
        last += 1
    while last > first and line.words[last - 1] in _LOOSE_ENDS:
        last -= 1
    return last


def _is_boundary(line: Line, at: int, first: int) -> bool:
    words = line.words
    word = words[at]
    if word not in _BOUNDARY:
        return False
    ahead = words[at + 1 : at + 4]
    if word in {"som", "which"}:
        return any(item[:1].isdigit() for item in ahead)
    if word in _BEFORE_A_NUMBER:
        number = bool(ahead) and ahead[0][:1].isdigit()
        turn = word == "," and bool(ahead) and ahead[0] in _FROM | {"som", "which"}
        return number or turn or not {"under", "over", "minst", "høyst"}.isdisjoint(ahead[:2])
    if word in _FROM:
        return any(item[0].isdigit() or item.isupper() for item in ahead) or read_state_change(line.text) is not None
    return at > first


def subject_of(statement: Statement, language: Language) -> str:
    """The words a sentence begins with, up to its verb: «Svinnet i modninga kostar …»; empty if they run long."""
    line = Line(statement.text, language)
    for at, word in enumerate(line.words[:_LONGEST_SUBJECT]):
        finite = any(verb.form in {VerbForm.PRESENT, VerbForm.PAST} for verb in line.lexicon.verbs.get(word))
        if at and (finite or word in _COPULAS or word in {"kostar", "koster"}):
            return line.tokens.slice(0, at - 1) if line.words[0] not in ANAPHORA | LOOSE else ""
    return ""


def counted(line: Line) -> str:
    """What a lone goal counts: «ha 10 000 aktive serviceavtaler» is about «aktive serviceavtaler»."""
    target = line.change.target
    if target is None or target.unit is None or not target.unit.isalpha() or not target.unit.islower():
        return ""
    if line.words[target.last] != target.unit or target.unit in line.lexicon.phrases("units"):
        return ""
    last = target.last
    stops = {mention.first for mention in line.dates}
    while last + 1 < len(line.words) and last + 1 not in stops and line.words[last + 1][0].isalpha():
        if _is_boundary(line, last + 1, 0):
            break
        last += 1
    return line.tokens.slice(target.first + 1, last) if last > target.first else ""


def priority_metric(clause: Clause, language: Language) -> str:
    """What could be measured for a priority without a number; empty where only the leader can say.

    «Formennene skal bruke mindre tid på papir» is about the time on paper, «kundene skal oppleve …» about the share of
    customers who do, «flere elever skal fullføre» about the pupils who do.
    """
    if clause.subject is None:
        return metric_of(clause, language)
    words = Line(clause.goal, language).words
    comparatives = lexicon(language).phrases("comparatives")
    at = next((index for index, word in enumerate(words[:3]) if word in comparatives), None)
    if at is not None and 0 < at < len(words) - 1:
        line = Line(clause.goal, language)
        name = line.tokens.slice(at + 1, max(at + 1, _end_of_name(line, at + 1) - 1))
        compared = any(word in comparatives for word in Line(name, language).words)
        return name if names_something(name) and not compared else ""
    first, _, others = clause.subject.partition(" ")
    present = _present(clause.goal.partition(" ")[0].lower(), language)
    rest = clause.goal.partition(" ")[2]
    if first.lower() in comparatives and others and present and rest:
        return wording.THOSE_WHO.in_language(language).format(who=others, does=f"{present} {rest}")
    if not people(language).search(clause.subject):
        return metric_of(clause, language)
    return _share_wording(clause.subject, f"{present} {rest}", language) if present and rest else ""


def is_shared_by_people(clause: Clause, language: Language) -> bool:
    """Whether a clause says what people shall experience or do, which is measured as the share who do."""
    subject = clause.subject
    if subject is None or len(subject.split()) > 4 or not people(language).search(subject):
        return False
    words = Line(clause.goal, language).words
    comparatives = lexicon(language).phrases("comparatives")
    return not any(word in comparatives for word in words[:3]) and _present(words[0], language) is not None


def _share_of(who: str, goal: str, language: Language) -> str:
    """«Minst 80 % av søknadene skal besvares …»: the share of the applications that are."""
    first, _, rest = re.split(r"[,;]", goal)[0].partition(" ")
    if language is Language.NN and first.endswith("ast"):
        first = f"skal {first}"  # nynorsk has no present passive in -ast
    return _share_wording(who, f"{_present(first.lower(), language) or first} {rest}".strip(), language)


def _share_wording(who: str, does: str, language: Language) -> str:
    text = wording.SHARE_WHO if people(language).search(who) else wording.SHARE_THAT
    return text.in_language(language).format(who=who[:1].lower() + who[1:] if who[1:2].islower() else who, does=does)


def _present(word: str, language: Language) -> str | None:
    """The present tense of an infinitive the lexicon knows, else ``None``."""
    if word in {"kunne", "kunna"}:
        return "kan"
    verbs = lexicon(language).verbs
    if language is Language.EN:
        if word == "be":
            return "are"
        return word if any(verb.form is VerbForm.INFINITIVE for verb in verbs.get(word)) else None
    return verbs.form_of(word, VerbForm.PRESENT)
