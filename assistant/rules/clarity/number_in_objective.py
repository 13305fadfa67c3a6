"""A number in an objective.

Why it hurts: an objective is what people gather round, and nobody gathers round a figure; a number in it also leaves
the key results with nothing to add. Say in words what is different when it is reached, and measure it in a key result.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.language.line import Line
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_KNOWN = frozenset(
    "de dei våre vår alle begge samtlige samtlege disse desse the our all both these those their its dagens hele heile "
    "sine byens byen".split()
)
"""Before a number: those it counts are known, and nothing is measured («våre 40 000 kunder»)."""
_IDIOMS = frozenset("in i på med av ved under som as at with on".split())
"""Before «one»: «in one piece», «på ett sted», «med én stemme»."""
_AGES = frozenset("år åringer åringar year years".split())
_BEFORE_AGES = frozenset(
    "over under fra frå til mellom fylte fylt aged age ages alder alderen above below between from to and og - – eller or "
    "av of (".split()
)
_OF_AGE = frozenset("alder alderen aldersgruppen aldersgruppa aged age ages".split())
_NAMES = frozenset("number year grade key trinn klasse".split())
"""Before a number that orders or names, whatever follows: «Year 7 pupils»."""
_TIMES_A_DAY = frozenset(((24, "timer"), (24, "timar"), (24, "hours"), (365, "dager"), (365, "dagar"), (365, "days")))
"""«Round the clock», in numbers."""


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag the first number that measures something."""
    line = item.line
    for measure in line.measures:
        if _measures(line, measure):
            facts = {"number": line.text[measure.start : measure.end], "objective": line.text.rstrip(" .")}
            yield Finding("CLR05", item.path, RULE.severity, facts, (measure.start, measure.end))
            return


def _is_idiom(measure: Measure, before: str) -> bool:
    """«In one piece», «på ett sted»."""
    return not measure.written and measure.value == 1 and measure.bound is None and before in _IDIOMS


def _measures(line: Line, measure: Measure) -> bool:
    """Whether a number measures, and does not name, count what is there already, or give an age."""
    words, unit = line.tokens.padded, measure.unit
    before = words[measure.first - 1] if measure.first else ""
    if before in _KNOWN or (measure.value, unit) in _TIMES_A_DAY or _is_idiom(measure, before):
        return False
    if unit in _AGES and (before in _BEFORE_AGES or measure.first == 0):
        return False
    if unit == PERCENT or (unit is not None and unit.startswith(("av ", "of "))):
        return True
    if not measure.written:
        return measure.role is not Role.LEVEL or unit in line.lexicon.phrases("units").entries
    if before in _NAMES or not _OF_AGE.isdisjoint(line.words):
        return False
    return measure.role is not Role.LEVEL or measure.bound is not None or not _is_named(line, measure)


def _is_named(line: Line, measure: Measure) -> bool:
    """«Industri 4.0», «the Vision 2030 plan»: a name, and its number."""
    if measure.first == 0 or measure.unit in line.lexicon.phrases("units").entries:
        return False
    word = line.tokens.slice(measure.first - 1, measure.first - 1)
    if measure.first == 1 and line.words[0] in line.lexicon.phrases("measure_suffixes").entries:
        return False
    return word[:1].isupper() and not word[1:].isupper()


RULE = Rule(
    code="CLR05",
    name="number-in-objective",
    scope=Scope.OBJECTIVE,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hører «{number}» heller hjemme i et nøkkelresultat?",
        nn="Høyrer «{number}» heller heime i eit nøkkelresultat?",
        en="Would “{number}” fit better in a key result?",
    ),
    suggestion=Text(
        nb="Flytt «{number}» til et nøkkelresultat, og la målet si hva folk merker når dere er der.",
        nn="Flytt «{number}» til eit nøkkelresultat, og lat målet seie kva folk merkar når de er der.",
        en="Move “{number}” to a key result, and let the objective say what people notice when you get there.",
    ),
    bad=Examples(
        nb=(
            "Ni av ti leietakere anbefaler oss til en venn",
            "Passasjerene er hjemme på under 40 minutter",
            "Bøndene får 15 % mer for melka",
        ),
        nn=(
            "Ni av ti leigetakarar tilrår oss til ein ven",
            "Passasjerane er heime på under 40 minutt",
            "Bøndene får 15 % meir for mjølka",
        ),
        en=(
            "Nine in ten tenants recommend us to a friend",
            "Passengers are home in under 40 minutes",
            "Farmers get 15% more for their milk",
        ),
    ),
    good=Examples(
        nb=(
            "Våre 1 200 leietakere føler seg hjemme",
            "Alle over 80 år klarer hverdagen lenger",
            "Industri 4.0 gir trygge arbeidsplasser i dalen",
            "Ingen må ringe oss to ganger",
            "Beboerne får hjelp 24 timer i døgnet",
        ),
        nn=(
            "Dei 1 200 leigetakarane våre kjenner seg heime",
            "Alle over 80 år klarer kvardagen lenger",
            "Ingen må ringje oss to gonger",
            "Elevane på 8. trinn finn seg til rette",
        ),
        en=(
            "Our 1,200 tenants feel at home",
            "People over 80 years manage at home for longer",
            "Nobody has to call us twice in 2026",
            "Year 7 pupils settle in quickly",
        ),
    ),
    check=check,
    only_if=attrgetter("line.measures"),
    silenced_by=("LNK06", "TSK03", "CLR11"),
)
