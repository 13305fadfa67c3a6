"""What a number does in its line: start value, goal, size of a change, floor or ceiling."""

from __future__ import annotations

from enum import StrEnum

from assistant.language.number_line import DASHES, FROM, Draft, NumberLine
from assistant.language.number_units import PERCENT, is_points
from assistant.language.tokens import ARROWS
from assistant.okr import Bound


class Role(StrEnum):
    """What a number does in its line."""

    BASELINE = "baseline"
    TARGET = "target"
    DELTA = "delta"
    LEVEL = "level"


BASELINE, TARGET, DELTA, LEVEL = Role
"""The roles by names of their own: Python 3.11 takes longer to look one up in its class than to compare it."""

_BY = frozenset("med by".split())
_AGAINST = frozenset("mot against versus vs".split())
_COMPARED = frozenset("sammenlignet sammenliknet samanlikna samanlikne compared relative".split())
_PRESENT = frozenset("dagens nåværende noverande fjorårets current today's".split())
_SIGNS = frozenset("+-−–")
_UP_DOWN = frozenset("opp ned up down".split())
_HEDGES = frozenset(
    "ca . circa cirka om lag rundt nesten omtrent about around nearly almost approximately roughly kring bare berre "
    "hele heile only just et eit a an the ~ ≈ snitt gjennomsnitt nivå level på at of en ein den det de dei".split()
)
"""Words that may stand between a cue and its number: «fra om lag 40 %»."""
_MORE_OR_LESS = frozenset(
    "høyere høgare lavere lågare flere fleire færre mer meir mindre raskere raskare kortere kortare større bedre betre "
    "billigere billigare more less fewer higher lower faster shorter better larger cheaper lengre lenger".split()
)
_SCORES = frozenset("poeng points point".split())
_PAST_VERBS = frozenset(
    "took tok varte kostet kosta var lå låg hadde utgjorde gjaldt galdt sto stod endte enda was were had stood came applied".split()
)
_NOW = frozenset("er ligger ligg har is at : , ( ;".split())
_GOALS = frozenset(
    "mål målet målsetting target goal aim skal må bli oppnå nå nådd must should shall reach til → -> =>".split()
)
_BECOMES = frozenset("becomes become blir vert".split())
"""Between two values, what the first of them turns into: «1 av 900 blir 1 av 2 000»."""
_NOT = frozenset("not ikke ikkje".split())
_INSTEAD = frozenset((("stedet", "for"), ("staden", "for")))
_MAKE = frozenset("make makes made making".split())
"""Before «up» these say what something is made of: «make up 22% of sales»."""
_STEPS = frozenset("til oppnå reach".split())
"""Those of them that lead up to a value in their own clause alone."""
_CLAUSE_ENDS = frozenset(", ; . / og and men but → -> =>".split())
_BEFORE_DATE = frozenset(
    "( målt målte measured per pr . , i in of av a hver kvar each every måneden måned månad månaden uka uken uke veke veka dag "
    "dagen døgn døgnet året år month week day year shift skift vakt snitt gjennomsnitt average".split()
)
_BETWEEN_DATE = frozenset(": (".split())
_BASELINE_CUES = FROM | _PRESENT | _AGAINST
_TARGETS_OR_PAST = _CLAUSE_ENDS | _GOALS | _PAST_VERBS | {"nå"}
_SKIPPED = _HEDGES | DASHES
_OR = frozenset("eller or og and plus".split())
_ASIDES = frozenset(", ( – - —".split())
_THAN = frozenset("enn than".split())
_KNOWN = frozenset("de dei den det the dagens".split())
"""Between «enn» and a start value: «færre enn de 26 vi hadde»."""
_WITHIN_REACH = 5
"""How many words may stand between a number and the «i dag» that belongs to it."""


def read_bound(line: NumberLine, draft: Draft) -> tuple[Bound | None, int]:
    """The bound a number is given as, and the index of the last word before what says so."""
    before = draft.first - 1
    cues = line.cues
    if before >= 0 and line.words[before] in cues.bound_ends:
        floor, ceiling = (
            cues.floors.length_at(line.words, before),
            cues.ceilings.length_at(line.words, before),
        )
        if floor or ceiling:
            return Bound.AT_LEAST if floor > ceiling else Bound.AT_MOST, before - max(floor, ceiling)
    following = line.padded[draft.last + 1]
    if following == "+" and line.tokens.glued(draft.last + 1):
        return Bound.AT_LEAST, before
    if following in _OR:
        tail = tuple(line.words[draft.last + 1 : draft.last + 3])
        if tail in cues.or_more or tail[:1] in cues.or_more:
            return Bound.AT_LEAST, before
        if tail in cues.or_less:
            return Bound.AT_MOST, before
    return None, before


def read_role(line: NumberLine, draft: Draft, before: int, floor: int, ceiling: int) -> Role:
    """What the number does.

    Args:
        line: Its line.
        draft: The number.
        before: The last word before it that is not part of its bound.
        floor: The first word after the number before it.
        ceiling: The first word of the number after it.
    """
    words = line.words
    at = before
    while at >= floor and words[at] in _SKIPPED:
        at -= 1
    role = _role_by_cue(line, draft, at, floor) if at >= floor else None
    if role is DELTA and before < draft.first - 1 and words[at] not in _BY:
        role = None  # «must fall below 6 %», «ned under 10»: a bound is a goal
    if role is not None:
        return role
    if is_points(draft.unit) or line.padded[draft.last + 1] in _MORE_OR_LESS:
        return DELTA
    if draft.unit == PERCENT and words[draft.first] in _SIGNS:
        return DELTA
    if line.says_now:
        leads_on = not ARROWS.isdisjoint(words[draft.last + 1 : ceiling])
        if leads_on or _said_of_today(line, draft, ceiling):
            return BASELINE
    if line.dates and _beside_past_date(line, draft):
        return BASELINE
    return _role_by_clause(line, at, floor)


def _role_by_cue(line: NumberLine, draft: Draft, at: int, floor: int) -> Role | None:
    """The role the word right before the number gives it."""
    cue, second = line.words[at], line.padded[at - 1]
    if cue in line.to or cue in ARROWS or (cue in _BECOMES and floor > 0):
        return TARGET
    if _is_start(line, draft, cue, second):
        return BASELINE
    if cue in _BY:
        # «en kjede med 12 butikker» changes nothing.
        changes = draft.unit == PERCENT or is_points(draft.unit) or not line.cues.changes.isdisjoint(line.words[:at])
        return DELTA if changes else None
    # «løftes 0,4 poeng», «kutter 400 000 kroner»; «raise 12 million» may collect them.
    is_relative = draft.unit == PERCENT or draft.unit in _SCORES
    moves = cue in _UP_DOWN and second not in _MAKE
    falls = cue in line.cues.falls and cue not in _UP_DOWN
    return DELTA if moves or falls or (is_relative and cue in line.cues.changes and cue not in _UP_DOWN) else None


def _is_start(line: NumberLine, draft: Draft, cue: str, second: str) -> bool:
    """Whether the words right before a number say that it is where things stand."""
    if cue in _BASELINE_CUES or (second in _COMPARED and (cue in _BY or cue in {"with", "to"})):
        return True
    if cue == "instead" or (second, cue) in _INSTEAD:
        return True
    before = line.words[draft.first - 1]
    if cue in _THAN:  # «10 færre i måneden enn de 26 vi hadde»
        return before in _KNOWN or second not in line.cues.comparatives
    return cue in _NOT and second in _ASIDES and before == cue  # «covers 60 days, not 22»


def _said_of_today(line: NumberLine, draft: Draft, ceiling: int) -> bool:
    """«20 minutter i dag», «7.5% today», «18 klager i måneden nå»."""
    after, words = line.cues.after, line.words
    for index in range(draft.last + 1, min(ceiling, draft.last + 1 + _WITHIN_REACH)):
        if words[index] in _CLAUSE_ENDS or (words[index] == "(" and ")" not in words[index:ceiling]):
            return False
        if index == ceiling - 1 and ceiling < line.size:
            return False  # «8 uker mot dagens 13»: the word belongs to the number it stands before
        if words[index] in after.by_last and (length := after.length_at(words, index)):
            return index - length >= draft.last
    return False


def _beside_past_date(line: NumberLine, draft: Draft) -> bool:
    """«19 % i 2025», «18 per 31.12.2025», «(2025: 5,5 %)», where the date is no deadline."""
    for mention in line.dates:
        if mention.deadline:
            continue
        if mention.last < draft.first:
            between = line.words[mention.last + 1 : draft.first]
            if len(between) <= 1 and _BETWEEN_DATE.issuperset(between):
                return True
        elif line.word(mention.last + 1) != ":" and _BEFORE_DATE.issuperset(line.words[draft.last + 1 : mention.first]):
            return True
    return False


def _role_by_clause(line: NumberLine, at: int, floor: int) -> Role:
    """The nearest word before, back to the number before, that speaks of today or of a goal."""
    words, starts = line.words, line.cues.starts
    introduced = False
    for index in range(at, floor - 1, -1):
        word = words[index]
        if word == ":":
            introduced = True
        if word not in _TARGETS_OR_PAST and word not in starts.by_last:
            continue
        # What stands before belongs to the number before («214 i dag, under 90»), or names the metric («Tid fra
        # innmelding til første trening: 19 dager»).
        if (introduced and word in _STEPS) or (floor and word in _CLAUSE_ENDS and word not in ARROWS):
            return LEVEL
        if word == "nå" and index > 0 and words[index - 1] in _NOW:
            return BASELINE
        if word in _GOALS:
            return TARGET
        if word in _PAST_VERBS:
            return BASELINE
        if length := starts.length_at(words, index):
            return BASELINE if index - length >= floor - 1 else LEVEL
    return LEVEL
