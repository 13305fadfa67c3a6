"""A key result whose goal is the value it starts from.

Why it hurts: the line is reached on the first day, and tells no one what to do differently. Often a figure was copied
into both places; look the right one up. If the value is to be kept, it is not a key result: watch it as a limit beside
one («… without falling below 98 %»). Only what cannot become better, and is said to stay so, is left alone: «injuries
stay at zero».

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.line import Line
from assistant.language.numbers import PERCENT
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text
from assistant.rules.values import Values

_STRICTLY = frozenset("over under enn above below than exceed exceeding".split())
"""Before a goal: it is to be passed, if only by a hair."""
_STAYS = frozenset(
    "stay stays remain remains keep keeps kept hold holds held still maintain maintained holde holder holdes holdt halde "
    "held hald haldast haldne forbli forblir værende verande fortsatt fremdeles framleis framdeles bevare bevarer behalde "
    "beholde beholder beheld".split()
)
_ALL = 100
_BETTER = frozenset("bedre betre høyere høgare lavere lågare better higher lower".split())


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Compare the goal with the start value, and a state in the fields with the state to reach."""
    start, goal = item.key_result.baseline, item.key_result.target
    if start is not None and goal is not None and start.value is None and goal.value is None:
        if start.text and start.text.strip().casefold() == goal.text.strip().casefold():
            yield Finding(
                "CLR09", item.path, RULE.severity, {"value": goal.text, "result": item.line.text.rstrip(" .")}
            )
        return
    values = item.values
    if values is None or values.low != values.high:
        return
    if not (_is_passed(item.line, values) or _is_best_kept(item.line, values)):
        facts = {"value": values.goal.text, "result": item.line.text.rstrip(" .")}
        yield Finding("CLR09", item.path, RULE.severity, facts, values.goal.span)


def _is_best_kept(line: Line, values: Values) -> bool:
    """«Injuries stay at zero», «alle fag holdes på 100 %»: kept, and nothing is better."""
    best = values.high == 0 or (values.high == _ALL and values.goal.unit == PERCENT)
    return best and not _STAYS.isdisjoint(line.words)


def _is_passed(line: Line, values: Values) -> bool:
    """«fra 98 % til over 98 %», «98 % or better, 98 % today»: a change, however small."""
    target = line.change.target
    if target is None or values.goal.span is None:
        return False
    words = line.tokens.padded
    return words[target.first - 1] in _STRICTLY or not _BETTER.isdisjoint(words[target.last + 1 : target.last + 3])


RULE = Rule(
    code="CLR09",
    name="target-equals-baseline",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="Linja starter og slutter på {value}, så ingenting skal endre seg.",
        nn="Linja startar og sluttar på {value}, så ingenting skal endre seg.",
        en="The line starts and ends at {value}, so nothing would change.",
    ),
    suggestion=Text(
        nb=(
            "Er {value} verdien i dag, eller den dere vil nå? Rett den andre. Skal den bare holdes der, så gjør det "
            "til en grense i et annet nøkkelresultat."
        ),
        nn=(
            "Er {value} verdien i dag, eller den de vil nå? Rett den andre. Skal han berre haldast der, så gjer det "
            "til ei grense i eit anna nøkkelresultat."
        ),
        en=(
            "Is {value} where you are today, or where you want to be? Correct the other. If it only has to hold, make"
            " it a limit in another key result."
        ),
    ),
    bad=Examples(
        nb=(
            "Redusere drivstofforbruket fra 38 til 38 liter per tur",
            "Kunder som får varene i tide: 94 % → 94 %",
            "Oppmøte ved legetimer minst 97 %, mot 97 % i dag",
        ),
        nn=(
            "Redusere drivstofforbruket frå 38 til 38 liter per tur",
            "Kundar som får varene i tide: 94 % → 94 %",
            "Oppmøte ved legetimar på 97 %, mot 97 % i dag",
        ),
        en=(
            "Cut diesel per trip from 38 to 38 litres",
            "Parcels delivered on the promised day: 94% → 94%",
            "Appointments kept at 97%, against 97% today",
        ),
    ),
    good=Examples(
        nb=(
            "Svartid fra 3 dager til 3 timer",
            "Lærlinger som består: fra 18 av 24 til 18 av 18",
            "Tomme plasser på 12-ruta fra 40 til 12",
            "Oppmøte ved legetimer fra 97 % til over 97 %",
            "Utslipp til elva holder seg på null, mot null i dag",
        ),
        nn=(
            "Svartid frå 3 dagar til 3 timar",
            "Lærlingar som består: frå 18 av 24 til 18 av 18",
            "Tomme plassar på 12-ruta frå 40 til 12",
            "Utslepp til elva held seg på null, mot null i dag",
        ),
        en=(
            "Reply time from 3 days to 3 hours",
            "Apprentices who pass: from 18 of 24 to 18 of 18",
            "Rework from 4.0% to 0.4%",
            "Appointments kept up from 97% to more than 97%",
            "Spills into the river stay at zero, against zero today",
        ),
    ),
    check=check,
    silenced_by=("CLR11",),
)
