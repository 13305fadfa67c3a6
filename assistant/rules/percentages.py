"""Finding the changes of percentages: which metrics are percentages by nature, and by how much a line changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.lexicon import VerbForm
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Language
from assistant.rules.directions import comparatives, opening_direction

if TYPE_CHECKING:
    from assistant.language.line import Line

_METRICS = frozenset(
    "andel andelen del delen grad graden rate raten churn turnover gjennomtrekk gjennomtrekket gjennomtrekken oppetid oppetiden "
    "oppetida belegg belegget share proportion percentage rate rates retention conversion utilisation utilization "
    "occupancy margin margins absence absences absenteeism attrition dropout drop-out uptime unemployment mortality "
    "gjennomføring gjennomføringen gjennomføringa leave no-show punktlighet punktligheten punktlegheit punktlegheita".split()
)
_ENDINGS = tuple(
    "andel andelen prosent prosenten rate raten fravær fraværet fråvær fråværet fråver fråveret frafall frafallet fråfall fråfallet "
    "konvertering konverteringen konverteringa utnyttelse utnyttelsen utnytting utnyttinga margin marginen dødelighet "
    "dødeligheten dødelegheit dødelegheita ledighet ledigheten ledigheit arbeidsløyse".split()
)
"""How Norwegian compounds for what is a percentage by nature end; «grad» needs more before it than «opp»."""
_GRADES = ("sgrad", "sgraden")
_TRADES = tuple("handel handelen mandel vandel vandelen".split())
"""Words that end like «andel» and are none: «snitthandel»."""
_PART_OF = frozenset("del delen".split())
"""A share in nynorsk; «ein del» is «some», and in bokmål it is a part."""
_ARTICLES = frozenset("en ein stor større".split())
_OF_PEOPLE = frozenset("staff employee personnel nurse crew teacher driver".split())
"""Before the English «turnover», which is revenue otherwise."""
_LEAVES = frozenset("sick parental".split())
_CHANGES = frozenset(
    "økning auke vekst reduksjon nedgang forbedring forbetring fall løft increase reduction decrease drop growth rise "
    "improvement cut fall gain uplift".split()
)
_JOINED = frozenset("i av in of the på".split())
_STOPS = frozenset(
    "av of i in på on for til to fra frå from med with per pr blant among som who that which hos at by mot : ; ( og "
    "and eller or".split()
)
"""Words that end the name of what is measured: «inntekter fra kunder med høy margin» are revenues."""
_COMPOUND_ENDS = _STOPS | frozenset(
    "down up is are was be must shall should will falls rises drops grows increases decreases reduced increased "
    "improved lowered cut raised lifted falling rising , - + −".split()
)
_WITHIN = 6


def changed_percentage(line: Line) -> tuple[int, Measure] | None:
    """The metric that is a percentage by nature, as the index of its word, and the percentage it is to change by."""
    change = _percent(line)
    if change is None:
        return None
    metric = _metric_before(line, change) if change.first else None
    metric = _metric_after(line, change) if metric is None else metric
    return None if metric is None else (metric, change)


def _percent(line: Line) -> Measure | None:
    """The percentage by which the line is to change, where it gives no goal beside it."""
    baseline, target, delta, _ = line.change
    if delta is not None:
        has_goal = target is not None and target.unit == PERCENT
        return delta if delta.unit == PERCENT and not has_goal else None
    if target is None or target.unit != PERCENT or baseline is not None:
        return None
    if target.role is not Role.LEVEL or target.bound is not None:
        return None
    # «Cut churn 15%», «5 % økning i andelen», «Reduksjon i fraværet på 10 %»
    words = line.words
    if not _CHANGES.isdisjoint([*words[:2], *words[target.last + 1 : target.last + 2]]):
        return target
    head = opening_direction(line)
    is_close = head is not None and head.index <= 1 and _is_metric(line, target.first - 1)
    return target if is_close and line.head.form is not None else None


def _metric_before(line: Line, change: Measure) -> int | None:
    """«andelen digitale søknader», «digital andel»: among the words that name what changes."""
    words = line.words
    for index in range(min(change.first, len(words))):
        if _is_metric(line, index):
            return index
        if words[index] in _STOPS and not (index and words[index - 1] in _CHANGES):
            return None
    return None


def _metric_after(line: Line, change: Measure) -> int | None:
    """«10 % lavere sykefravær», «20% reduction in churn»."""
    words, first = line.words, change.last + 1
    if first >= len(words) or (words[first] not in _CHANGES and words[first] not in comparatives(line.language)):
        return None
    for index in range(first + 1, min(first + _WITHIN, len(words))):
        if _is_metric(line, index):
            return index
        if words[index] in _STOPS and words[index] not in _JOINED:
            return None
    return None


def _is_metric(line: Line, index: int) -> bool:
    words, word = line.words, line.words[index]
    before = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if line.language is not Language.EN:
        if word in _PART_OF:
            return line.language is Language.NN and before not in _ARTICLES and following not in {"av", ","}
        if word.endswith(_TRADES):
            return False
        return word in _METRICS or word.endswith(_ENDINGS) or (word.endswith(_GRADES) and len(word) > _WITHIN)
    if word not in _METRICS or word in _PART_OF:
        return False
    if (word == "turnover" and before not in _OF_PEOPLE) or (word == "leave" and before not in _LEAVES):
        return False
    # «share price», «conversion cost»: the last noun is what is measured.
    return not following[:1].isalpha() or following in _COMPOUND_ENDS or _is_told(line, index + 1)


def _is_told(line: Line, index: int) -> bool:
    """«Occupancy climbs by 6 %», «completion rate improves by 7 %»: a verb ends the name of what is measured."""
    word = line.words[index]
    verbs = line.lexicon.verbs
    if not word.endswith("s") or word not in verbs:
        return False
    return any(verb.form is VerbForm.PRESENT for verb in verbs.get(word)) and line.words[index + 1 : index + 2] == [
        "by"
    ]
