"""A key result that nobody could say was reached: no value, and no state an outsider could verify.

Why it hurts: a result that cannot be seen engages no one, and the last check-in becomes a matter of opinion. Say what
is counted or measured, the value today and the value wanted; or a yes/no state somebody outside decides, such as a
certificate. A feeling counts once it is asked for and has a number.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.line import Line
from assistant.okr import Language
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.directions import comparatives
from assistant.rules.rereading import reread
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_COUNTED = frozenset("færre flere fleire fewer more".split())
_NUMBERS = frozenset("antall antallet talet andel andelen del delen number share proportion rate".split())
_COUNT = {Language.NB: "Antall", Language.NN: "Talet på", Language.EN: "Number of"}
_ASKING = frozenset((VerbForm.INFINITIVE, VerbForm.IMPERATIVE))
_NO_OBJECT = frozenset("og and will to å with med".split())
_AS_USUAL = ("continue", "fortset", "halde", "carry")
_WHO = {Language.NB: "som", Language.NN: "som", Language.EN: "that"}
_SCALE = {Language.NB: "målt med …", Language.NN: "målt med …", Language.EN: "measured by …"}


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a key result without anything to measure it by."""
    if not item.measuring.measured and not reread(item).measured:
        yield Finding(
            "CLR01", item.path, RULE.severity, {"result": item.line.text.rstrip(" ."), "metric": _metric(item)}
        )


def _metric(item: KeyResultItem) -> str:
    """What could be measured, in words of the line: «Færre klager» gives «Antall klager»."""
    line = item.line
    if item.key_result.metric is not None:
        return item.key_result.metric
    language, words = line.language, line.words
    first = 0
    if words and words[0] in _COUNTED and comparatives(language).isdisjoint(words[1:]):
        first = 1
    elif line.head.form in _ASKING and line.head.first <= 1 and _is_followed_by_its_object(line):
        first = line.head.last + 1
    last = next((mention.first for mention in line.dates if mention.deadline and mention.first > first), len(words)) - 1
    if first > last:
        return f"{line.text.strip(' .')}, {_SCALE[language]}"
    topic = line.tokens.slice(first, last)
    if first == 1 and words[0] in _COUNTED:
        at = line.head.first
        if line.head.form is VerbForm.PRESENT and first < at <= last:  # «Flere kunder anbefaler oss»
            topic = f"{line.tokens.slice(first, at - 1)} {_WHO[language]} {line.tokens.slice(at, last)}"
        return f"{_COUNT[language]} {topic}"
    topic = topic[:1].upper() + topic[1:]
    return topic if not _NUMBERS.isdisjoint(words[first : first + 2]) else f"{topic}, {_SCALE[language]}"


def _is_followed_by_its_object(line: Line) -> bool:
    """«Styrke dialogen», but not «continue to run» or «meet the contractor», whose object is nothing to measure."""
    following = line.words[line.head.last + 1 : line.head.last + 2]
    if line.head.kind is not VerbKind.VAGUE or (line.head.lemma or "").startswith(_AS_USUAL):
        return False
    return bool(following) and following[0] not in _NO_OBJECT and following[0] not in line.lexicon.verbs


RULE = Rule(
    code="CLR01",
    name="not-measurable",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="Ingen kan se om «{result}» er nådd, for linja har ingenting å måle.",
        nn="Ingen kan sjå om «{result}» er nådd, for linja har ingenting å måle.",
        en="Nobody can tell whether “{result}” has been reached: there is nothing to measure.",
    ),
    suggestion=Text(
        nb="Hva vil dere telle eller måle? Skriv verdien i dag og den dere vil nå: «{metric}: fra … til …».",
        nn="Kva vil de telje eller måle? Skriv verdien i dag og den de vil nå: «{metric}: frå … til …».",
        en="What will you count or measure? Write today's value and the one you want: “{metric}: from … to …”.",
    ),
    bad=Examples(
        nb=(
            "Færre klager",
            "Ansatte føler seg sett",
            "Styrke dialogen med hytteeierne",
            "Øke andelen som venter under 10 dager",
        ),
        nn=(
            "Færre klager",
            "Tilsette kjenner seg sett",
            "Styrkje dialogen med hytteeigarane",
            "Montørane rykkjer ut raskare",
        ),
        en=(
            "Fewer complaints",
            "Employees feel valued",
            "Improve communication with patients",
            "Increase the number of volunteers",
        ),
    ),
    good=Examples(
        nb=(
            "Færre enn 10 klager i måneden, mot 25 i dag",
            "Sykehjemmet er sertifisert som Livsgledehjem",
            "Ingen alvorlige avvik ved tilsyn",
            "Tilstandsgraden på bygningene går fra CII D til B",
        ),
        nn=(
            "Færre enn 10 klager i månaden, mot 25 i dag",
            "Skulen er sertifisert som Miljøfyrtårn",
            "Talet på klager halvert frå 40",
            "Alle nyfødde har fast jordmor",
        ),
        en=(
            "Fewer than 10 complaints a month, against 25 today",
            "Loch Arran site certified to ASC",
            "No serious deviations at inspection",
            "The bypass is opened for traffic",
        ),
    ),
    check=check,
    silenced_by=("TSK01", "TSK02", "FOL05", "CLR11"),
)
