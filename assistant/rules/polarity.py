"""Which way a metric has to go to be bettered: «bedre svartiden» is down, «improve the fix rate» is up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.numbers import PERCENT
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
)  # fmt: skip
"""Those for what is better the more there is of it, where nothing bad is named."""
_BAD_WORDS = frozenset(
    "time times cost costs absence waste complaints errors defects incidents injuries churn attrition emissions backlog debt "
    "delay delays dropout".split()
)
_GOOD_WORDS = frozenset(
    "satisfaction margin rate share ratio uptime accuracy retention precision coverage utilisation utilization".split()
)
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
