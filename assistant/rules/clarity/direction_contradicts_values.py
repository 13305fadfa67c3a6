"""A line whose words go one way and whose values go the other.

Why it hurts: one half of the line is wrong, and nobody can know which; whoever works by the number works against
whoever works by the word. Turn the values round, or change the word.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.line import Line
from assistant.language.numbers import Measure
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.directions import Direction, direction_at, opening_direction
from assistant.rules.polarity import implied_direction, known_direction
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_STEPS = frozenset(
    "fra frå from til to på at with med by → -> => ( , i snitt om lag ca . about around away off back".split()
)
"""Words that may stand between a word of direction and its value: «ned fra», «øker i snitt fra»."""
_RANKS = frozenset(
    "plass plassen nr nr. nummer rang rangering place rank ranking position tilstandsgrad tilstandsgraden tg".split()
)
"""Of these the lower is the better, so that «climb» may go down."""
_REACH = 4
_GO = frozenset("går gått gikk gå gjekk".split())
_GONE = {"tilbake": False, "fram": True, "frem": True}
_WHO = frozenset("som that who which with med".split())
"""Before a colon, these make what stands there the name of a group: «Familier som trenger mer: fra 12 til 9»."""
_BY = frozenset("med by".split())
_TO = frozenset("til to".split())
_CLAUSES = frozenset(", ; : ( – — by ved so slik that at som who which og and å".split())
"""Between an opening verb and a goal, these begin something else, which may go its own way."""
_ANEW = frozenset(": ; – —".split())
_SHARES = frozenset("andel andelen delen share".split())
_SAME = _STEPS | frozenset(
    "antall antallet talet number count snitt snittet gjennomsnitt gjennomsnittet gjennomsnittlig gjennomsnittleg median "
    "medianen average mean total totalt samlet samla i in per a an en ei et eit the is it er det today dag nå no now går "
    "gå skal ned opp down up høyst høgst minst maks at most least under over fra frå rundt om lag".split()
)
"""Words behind a colon that name nothing new: «Færre klager: i snitt fra 12 til 20»."""


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Compare the way the values go with the word that governs them."""
    line = item.line
    values = item.values
    if values is None or values.low == values.high:
        return
    if values.low < 0 and values.high <= 0:
        return  # «tapet fra -12 til -4 mill.»: a loss is less the nearer it is to nothing
    direction = (
        _direction(line, rising=values.high > values.low)
        or implied_direction(line, values)
        or known_direction(line, values)
    )
    if direction is None or direction.rising is (values.high > values.low) or not _RANKS.isdisjoint(line.words):
        return
    tokens = line.tokens
    word = tokens.slice(direction.index, direction.index)
    params = {"word": word, "baseline": values.start.text, "target": values.goal.text}
    yield Finding(
        "CLR08", item.path, RULE.severity, params, (tokens.start(direction.index), tokens.end(direction.index))
    )


def _direction(line: Line, *, rising: bool) -> Direction | None:
    """The word of direction that governs the values: the one right before either of them, else the one that opens."""
    change = line.change
    for measure in (change.baseline, change.target):
        if measure is not None:
            found = _before(line, measure)
            if found is not None and not _is_aside(line, found):
                return found
    opening = opening_direction(line)
    astray = opening is not None and opening.rising is not rising and _names_another(line, opening)
    return None if astray else opening


def _is_aside(line: Line, found: Direction) -> bool:
    """«Senke antallet til 20, opp fra 12»: told of where it comes from, behind a goal that has a verb of its own."""
    baseline, target = line.change.baseline, line.change.target
    if baseline is None or target is None or not target.last < found.index < baseline.first:
        return False
    if _before(line, target) is not None:
        return True
    opening = opening_direction(line)
    if opening is None or line.words[target.first - 1] not in _TO:
        return False
    return _CLAUSES.isdisjoint(line.words[opening.index : target.first])


def _names_another(line: Line, opening: Direction) -> bool:
    """«Økt trygghet: ubesvarte alarmer fra 40 til 10»: what is measured is named anew behind the direction."""
    change = line.change
    first = min((it.first for it in (change.baseline, change.target) if it is not None), default=len(line.words))
    at = next((at for at in range(first - 1, opening.index, -1) if _begins_anew(line.words, at)), None)
    return at is not None and any(word[0].isalpha() and word not in _SAME for word in line.words[at + 1 : first])


def _begins_anew(words: list[str], at: int) -> bool:
    return words[at] in _ANEW or (words[at] == "," and words[at + 1] in _SHARES)


def _before(line: Line, measure: Measure) -> Direction | None:
    """«ned fra 14 %», «down to 9», «er økt fra 70»: the word of direction at a value."""
    index, last = measure.first - 1, max(measure.first - 1 - _REACH, -1)
    while index > last:
        found = direction_at(line, index) or (_gone(line, index) if line.words[index] in _GONE else None)
        if found is not None:
            return found
        step = next((it for it in line.measures if it.last == index and it.first), None)
        if step is not None and (line.words[step.first - 1] in _BY or direction_at(line, step.first - 1)):
            index = step.first - 1  # «drops by 10%, from 110 to 99»
            last = max(index - _REACH, -1)
        elif line.words[index] in _STEPS or (line.words[index] == ":" and _WHO.isdisjoint(line.words[:index])):
            index -= 1
        else:
            return None
    return None


def _gone(line: Line, index: int) -> Direction | None:
    """«Går tilbake fra 80 til 72», «har gått fram frå 40 til 52»."""
    word = line.words[index]
    if line.words[index - 1] not in _GO:
        return None
    return Direction(rising=_GONE[word], index=index)


RULE = Rule(
    code="CLR08",
    name="direction-contradicts-values",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{word}» peker én vei, men tallene går den andre: fra {baseline} til {target}.",
        nn="«{word}» peikar éin veg, men tala går den andre: frå {baseline} til {target}.",
        en="“{word}” points one way, but the numbers go the other: from {baseline} to {target}.",
    ),
    suggestion=Text(
        nb="Er tallene byttet om, så skriv «fra {target} til {baseline}». Stemmer de, så bytt ut «{word}».",
        nn="Er tala bytte om, så skriv «frå {target} til {baseline}». Stemmer dei, så byt ut «{word}».",
        en="If the numbers are swapped, write “from {target} to {baseline}”. If they are right, replace “{word}”.",
    ),
    bad=Examples(
        nb=(
            "Øke kundetilfredsheten fra 70 til 45",
            "Sykefravær ned fra 6 % til 8 %",
            "Færre klager: fra 12 til 20 i måneden",
        ),
        nn=(
            "Auke kundetilfredsheita frå 70 til 45",
            "Sjukefråvær ned frå 6 % til 8 %",
            "Redusere matsvinnet frå 40 til 55 kg",
        ),
        en=(
            "Reduce waiting time from 10 to 12 days",
            "Scans reported in time up from 85% to 57%",
            "Increase patient satisfaction from 8.2 to 7.4",
        ),
    ),
    good=Examples(
        nb=(
            "Øke NPS fra -12 til 20",
            "Andel brukere som får færre enn tre hjelpere: fra 40 % til 60 %",
            "Svartid ned fra 31 timer til 11 timer",
            "Øke tilgjengeligheten ved å få ventetiden ned fra 9 til 5 dager",
        ),
        nn=(
            "Auke NPS frå -12 til 20",
            "Del brukarar som får færre enn tre hjelparar: frå 40 % til 60 %",
            "Svartid ned frå 31 timar til 11 timar",
        ),
        en=(
            "Increase NPS from -12 to 20",
            "Households with fewer than two outages a year: from 60% to 80%",
            "35% of trials convert, up from 20%",
            "Growth rate down from 14% to 9%",
        ),
    ),
    check=check,
)
