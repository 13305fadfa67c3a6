"""Which way a metric has to go to be bettered: «bedre svartiden» is down, «improve the fix rate» is up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.numbers import PERCENT
from assistant.okr import Language
from assistant.rules.directions import Direction
from assistant.rules.start_needed import TIMES

if TYPE_CHECKING:
    from assistant.language.line import Line
    from assistant.rules.values import Values

_BETTER = frozenset(
    "bedre bedrer bedres forbedre forbedrer forbedres forbedret styrke styrker styrkes styrket betre betrar betrast "
    "forbetre forbetrar forbetra styrkje styrkjer styrkja improve improves improved improving strengthen strengthens "
    "strengthened better".split()
)
_FASTER = frozenset(
    "raskere hurtigere kjappere kortere raskare snøggare kjappare kortare faster quicker shorter speedier".split()
)
_QUICKEN = frozenset("quicken hasten accelerate framskynde framskunde fremskynde forsere".split())
_GROWTH = frozenset("vekst veksten growth auke auken økning økningen increase".split())
_FROM = frozenset("fra frå from".split())
_OF = frozenset("i av in of".split())
_BAD = (
    "tid", "tida", "tiden", "fravær", "fraværet", "frafall", "fråfall", "svinn", "svinnet", "kostnad", "kostnaden", "kostnader",
    "kostnadar", "klager", "avvik", "feil", "ulykker", "ulukker", "skader", "skadar", "utslipp", "utslepp", "gjeldsgrad",
    "gjeldsgraden", "restanse", "restanser", "turnover",
)  # fmt: skip
"""Last parts of Norwegian words for what is better the less there is of it."""
_GOOD = (
    "presisjon", "presisjonen", "tilfredshet", "tilfredsheten", "tilfredsheit", "tilfredsheita", "margin", "marginen", "andel",
    "andelen", "delen", "grad", "graden", "oppetid", "oppetiden", "oppetida", "trivsel", "trivselen", "svarprosent", "svarprosenten", "treffprosent", "treffprosenten",
    "het", "heten", "heit", "heita",
)  # fmt: skip
"""Those for what is better the more there is of it, where nothing bad is named."""
_BAD_WORDS = frozenset(
    "time times cost costs absence waste complaints errors defects incidents injuries churn attrition emissions backlog debt "
    "delay delays dropout absenteeism mttr dso cac ulikhet ulikheten ulikskap ensomhet ensomheten einsemd dødelighet dødeligheten "
    "ledighet ledigheten arbeidsledighet arbeidsledigheten usikkerhet usikkerheten sårbarhet sårbarheten".split()
)
_GOOD_WORDS = frozenset(
    "nps enps csat on-time punctuality profitability wellbeing satisfaction margin rate share ratio uptime accuracy retention precision coverage utilisation utilization".split()
)
_ANEW = frozenset(": ; – —".split())
_LED = frozenset(
    "antall antallet talet på number of gjennomsnittlig gjennomsnittleg average mean median samlet samla total totalt det the "
    "our vår vårt staff employee customer sick unplanned sickness monthly annual weekly quarterly short-term long-term".split()
)
"""What may stand before the name of a metric and leaves it as it is."""
_FALL_ONLY = (
    "fravær", "fraværet", "fråvær", "fråværet", "ventetid", "ventetida", "ventetiden", "svartid", "svartida", "svartiden", "behandlingstid",
    "behandlingstida", "behandlingstiden", "handsamingstid", "handsamingstida", "leveringstid", "leveringstida",
    "leveringstiden", "matsvinn", "matsvinnet", "gjennomtrekk", "gjennomtrekken", "frafall", "frafallet", "fråfall",
    "fråfallet", "klager", "klagar", "klagene", "klagane", "reklamasjoner", "reklamasjonar", "complaints", "absenteeism",
    "churn", "attrition",
)  # fmt: skip
_FALLING = frozenset("absence injuries defects no-shows mttr dso skader skadar arbeidsulykker arbeidsulukker".split())
_PAIRS = frozenset(
    ("waiting time", "waiting times", "response time", "response times", "handling time", "lead time", "sick leave", "food waste")
)  # fmt: skip
_TIMED = ("tid", "tida", "tiden", "time", "times")
_COUNTED = (
    "klager",
    "klagar",
    "klagene",
    "klagane",
    "reklamasjoner",
    "reklamasjonar",
    "complaints",
    "injuries",
    "defects",
)
_RISE_ONLY = (
    "tilfredshet", "tilfredsheten", "tilfredsheit", "tilfredsheita", "trivsel", "trivselen", "oppetid", "oppetida", "oppetiden",
    "leveringspresisjon", "leveringspresisjonen", "satisfaction", "uptime",
)  # fmt: skip
_SCORES = frozenset("nps enps csat nærvær nærværet".split())
_PLACES = frozenset("i på blant hos ved for per in at among across fra frå from er is".split())
_NARROWS = frozenset(
    "enn than innen innan within som that who whose over under above below uten utan without med with andel andelen delen share "
    "beholde halde hold keep holde maks max høyst høgst".split()
)
"""With one of these it is not the metric itself that is measured, but a part of it, or it is only to be held."""
_REACH = 6
"""Words from the verb in which the metric is named."""


def implied_direction(line: Line, values: Values) -> Direction | None:
    """The way the values have to go for what the line says to come true; ``None`` where no metric settles it."""
    words = line.tokens.padded
    if words[0] in _GROWTH and words[1] in _OF and values.goal.unit != PERCENT:
        return Direction(rising=True, index=0)  # a growth of so many per cent may slow down
    if values.goal.unit in TIMES and words[0] in _FASTER:
        return Direction(rising=False, index=0)
    if values.goal.unit in TIMES and (words[0] in _QUICKEN or (words[0] == "speed" and words[1] == "up")):
        return Direction(rising=False, index=0)
    better = next((at for at, word in enumerate(words) if word in _BETTER), None)
    if better is None or (better and words[better + 1] not in _FROM):
        return None  # «total income at £3.1m or better»
    named = words[:better] if better else words[1 : 1 + _REACH]
    if values.goal.unit in TIMES or any(_is_bad(word) for word in named):
        return Direction(rising=False, index=better)
    good = any(word in _GOOD_WORDS or word.endswith(_GOOD) for word in named)
    return Direction(rising=True, index=better) if good else None


def _is_bad(word: str) -> bool:
    return word in _BAD_WORDS or (word.endswith(_BAD) and not word.endswith(_GOOD))


def known_direction(line: Line, values: Values) -> Direction | None:
    """The better way of a metric that has only one, where nothing but it and its place is named: «Sykefravær», «NPS»."""
    change = line.change
    if any(it is not None and it.bound for it in (change.baseline, change.target)):
        return None  # «Sykefravær på høyst 6 %, i dag 5 %»: a bound that may be a guardrail
    first = min((it.first for it in (change.baseline, change.target) if it is not None), default=len(line.words))
    words = line.words[:first]
    behind = max((at + 1 for at, word in enumerate(words) if word in _ANEW), default=0)
    if any(word[0].isalpha() and word not in _FROM for word in words[behind:]):
        words = [""] * behind + words[behind:]  # «Lavere terskel: ventetid fra 9 til 14 dager»
    at = next((at for at, word in enumerate(words) if word and word not in _LED), None)
    if at is None or not _NARROWS.isdisjoint(words):
        return None
    if " ".join(words[at : at + 2]) in _PAIRS:
        at += 1
    elif words[at] == "turnover":
        if line.language is Language.EN and (not at or words[at - 1] not in {"staff", "employee"}):
            return None  # that is what is sold
    elif words[at].endswith(_RISE_ONLY) or words[at] in _SCORES:
        return Direction(rising=True, index=at) if _ends(words, at) else None
    elif not words[at].endswith(_FALL_ONLY) and words[at] not in _FALLING:
        return None
    counted = words[at].endswith(_COUNTED) and values.goal.unit == PERCENT
    timed = words[at].endswith(_TIMED) and values.goal.unit is not None and values.goal.unit not in TIMES
    return None if counted or timed or not _ends(words, at) else Direction(rising=False, index=at)


def _ends(words: list[str], at: int) -> bool:
    """Whether the name of the metric ends there: nothing follows but where it is measured."""
    following = next(iter(words[at + 1 :]), ":")
    return following in _PLACES or not following[0].isalpha()
