"""Two objectives, or two key results, that say the same.

Why it hurts: the same thing is reported twice and followed up by two who each think it is the other's; and the place of
the second could have held what is not measured at all. Keep one, or write what tells them apart: the place, the group,
the metric.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from assistant.language.numbers import PERCENT
from assistant.okr import OkrSet
from assistant.rules.analysis import Context, Item, KeyResultItem
from assistant.rules.gist import Gist, read_gist
from assistant.rules.likeness import say_the_same
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_BEGINNING = 4
"""Letters; lines that say the same have a word beginning alike."""
_LONG = 5
_WHOLE = 100
_MOST = 5
"""So many lines with one goal are compared with each other: a bound, for sets that nobody writes."""


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Compare the objectives with each other, and the key results."""
    yield from _repeated(context.objectives)
    if len(context.key_results) > 1:
        yield from _repeated(context.key_results)


def _repeated(items: Iterable[Item]) -> Iterator[Finding]:
    """Flag each item that says what one before it says; only those that could are read closely."""
    met: dict[Hashable, list[Item]] = {}
    gists: dict[str, Gist] = {}
    for item in items:
        keys = _keys(item)
        shared = [other for key in keys for other in met.get(key, ())]
        for other, count in Counter(shared).items() if shared else ():
            if 2 * count >= len(keys) and _same(item, gists, other) and item.placeholder is None:
                facts = {"text": item.line.text.rstrip(" ."), "other": other.line.text.rstrip(" .")}
                yield Finding("CLR12", item.path, RULE.severity, facts)
                break
        for key in keys:
            if len(bucket := met.setdefault(key, [])) < _MOST:
                bucket.append(item)


def _same(item: Item, gists: dict[str, Gist], other: Item) -> bool:
    """Whether two items say the same; each is read once."""
    for one in (item, other):
        if one.path not in gists:
            gists[one.path] = read_gist(one.line)
    return say_the_same(gists[item.path], gists[other.path])


def _keys(item: Item) -> list[Hashable]:
    """By what an item is found: its goal if it has numbers, else how its longer words begin, and any digits it has."""
    line = item.line
    if isinstance(item, KeyResultItem):
        _, target, delta, factor = line.change
        if target is not None or delta is not None or factor is not None:
            key: Hashable = (target and target.value, delta and delta.value, factor)
            if target is None or target.unit != PERCENT or not 0 < target.value < _WHOLE:
                return [key]
            return [key, min(target.value, _WHOLE - target.value)]  # a share, and its complement
    digits = "".join([line.words[at] for at in line.tokens.digits])
    return list({digits + word[:_BEGINNING] for word in line.words if len(word) >= _LONG})


RULE = Rule(
    code="CLR12",
    name="near-duplicate",
    scope=Scope.SET,
    severity=Severity.WARNING,
    message=Text(
        nb="«{text}» sier det samme som «{other}».",
        nn="«{text}» seier det same som «{other}».",
        en="“{text}” says the same as “{other}”.",
    ),
    suggestion=Text(
        nb="Stryk den ene linja, eller skriv hva som skiller dem: sted, gruppe eller måltall.",
        nn="Stryk den eine linja, eller skriv kva som skil dei: stad, gruppe eller måltal.",
        en="Strike one of the lines, or write what sets them apart: place, group or metric.",
    ),
    bad=Examples(
        nb=(
            "## Mål 1: Isen er trygg\n- NR1: Utrykninger til isen fra 14 til 6\n- NR2: Antall utrykninger til isen ned fra 14 til 6",
            "## Mål 1: Skøyteløperne kommer tilbake\n- NR1: Gjenkjøp fra 20 til 30 %\n## Mål 2: Våre skøyteløpere vil komme tilbake",
            "## Mål 1: Isen er trygg\n- NR1: Færre fall på isen\n- NR2: Andel barn med hjelm fra 40 til 80 %\n- NR3: Få færre fall på isen",
        ),
        nn=(
            "## Mål 1: Isen er trygg\n- NR1: Utrykkingar til isen frå 14 til 6\n- NR2: Talet på utrykkingar til isen ned frå 14 til 6",
            "## Mål 1: Skøyteløparane kjem tilbake\n- NR1: Gjenkjøp frå 20 til 30 %\n## Mål 2: Skøyteløparane våre kjem alltid tilbake",
        ),
        en=(
            "## Objective 1: The ice is safe\n- KR1: Call-outs to the ice from 14 to 6\n- KR2: Number of call-outs to the ice down from 14 to 6",
            "## Objective 1: Skaters come back\n- KR1: Repeat visits from 20% to 30%\n## Objective 2: Our skaters always come back",
        ),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Isen er trygg\n- NR1: Fall på bane 1 fra 14 til 6\n- NR2: Fall på bane 2 fra 14 til 6",
            "## Mål 1: Isen er trygg\n- NR1: Utrykninger fra 14 til 9 innen juni\n- NR2: Utrykninger fra 9 til 6 innen desember",
            "## Mål 1: Barna er trygge på isen\n- NR1: Skader blant barn fra 14 til 6\n- NR2: Skader blant voksne fra 14 til 6\n## Mål 2: Barna er aktive på isen",
        ),
        nn=(
            "## Mål 1: Isen er trygg\n- NR1: Fall på bane 1 frå 14 til 6\n- NR2: Fall på bane 2 frå 14 til 6",
            "## Mål 1: Isen er trygg\n- NR1: Kø i Førde frå 14 til 6 minutt\n- NR2: Kø i Florø frå 14 til 6 minutt",
        ),
        en=(
            "## Objective 1: The ice is safe\n- KR1: Falls on rink 1 from 14 to 6\n- KR2: Falls on rink 2 from 14 to 6",
            "## Objective 1: The ice is safe\n- KR1: Call-outs from 14 to 9 by June\n- KR2: Call-outs from 9 to 6 by December",
            "## Objective 1: Skaters get in fast\n- KR1: Queue in Leeds from 14 to 6 minutes\n- KR2: Queue in York from 14 to 6 minutes",
        ),
    ),
    check=check,
)
