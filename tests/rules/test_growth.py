"""Twice the text costs twice the work: for reading, for each rule, and however odd the text is.

Work is counted and not timed, so the test says the same on every machine. What a pattern or a method written in C does
with its argument is not seen here: a doubling in Python is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest

from assistant.brief import Brief, read_brief
from assistant.formats.sets import read_set_text
from assistant.review import check
from assistant.rules.analysis import Context, analyse
from assistant.rules.catalogue import catalogue
from assistant.rules.profile import load_profile
from assistant.rules.rule import Rule, Scope
from tests.rules.counting import steps

SIZES = (50, 100, 200)
"""Lines, or repetitions in a line."""
LARGER = {"joined in key result": 3, "joined in objective": 3}
"""How much longer a line must be whose halves are compared up to a bound: the cost is linear beyond it."""
COMPARING = "CLR12"
"""The rule that compares lines with each other, up to a bound: its cost is linear beyond some hundred lines."""
MOST = 2.4
"""How much more work twice the text may be."""
FLOOR = 400
"""Steps; what costs less is a constant, and its growth is noise."""

Shape = Callable[[int], str]

# --- many lines --------------------------------------------------------------------------------------------------

_WORK = (
    "Øke gjenkjøp i butikk {at} fra {low} % til {high} % innen 3. mars 2026",
    "Lansere butikk {at} og bedre service",
)


def _facts(at: int) -> dict[str, int]:
    return {"at": at, "low": 30 + at % 20, "high": 50 + at % 30}


def _objectives(count: int) -> str:
    lines = ["# OKR T1 2026"]
    for at in range(count // 4):
        lines += [f"## Mål {at}: Kundene velger butikk {at}", f"Eier: Kari Moen {at}"]
        lines += [f"- KR{number}: {_WORK[number % 2].format(**_facts(at * 7 + number))}" for number in range(3)]
    return "\n".join(lines)


def _key_results(template: str) -> Shape:
    return lambda count: "\n".join(
        [
            "# OKR T1 2026\n## Mål 1: Kundene velger oss igjen",
            *(f"- KR{at % 9}: {template.format(**_facts(at))}" for at in range(count)),
        ]
    )


def _table(count: int) -> str:
    rows = [f"| Gjenkjøp i butikk {at} | {at} % | {at + 9} % | Kari |" for at in range(count)]
    return "\n".join(["## Mål 1: Kundene", "", "| Nøkkelresultat | Fra | Til | Eier |", "|---|---|---|---|", *rows])


def _aside(line: str) -> Shape:
    return lambda count: "## Mål 1: Kundene velger oss\n- KR1: Øke salget fra 1 til 2\n" + f"{line}\n" * count


LINES: dict[str, Shape] = {
    "objectives": _objectives,
    "results": _key_results(_WORK[0]),
    "tasks": _key_results(_WORK[1]),
    "the same result": _key_results("Øke gjenkjøp fra 4 % til 9 %"),
    "rows": _table,
    "first steps": lambda count: _aside("Tiltak:\n- Ringe kunder")(1) + "- Ringe kunder\n" * count,
    "comments": _aside("<!-- okr: ignore TSK01 because det er avtalt -->"),
    "open comments": _aside("<!-- okr: ignore"),
    "empty lines": _aside(""),
    "loose lines": _aside("Noe helt annet"),
    "fences": _aside("```"),
    "reasons": _aside("Hvorfor: Kundene går"),
    "sources": _aside("Forankring: «doble salget»"),
}

# --- one long line -----------------------------------------------------------------------------------------------

REPEATED = {
    "words": "salg og vekst ", "letters": "a", "hyphens": "a-", "slashes": "a/b ", "digits": "7", "numbers": "12 % ", "opening": "(", "closing": ")",
    "brackets": "(a) ", "square": "[", "quotes": "«a» ", "opening quotes": "«", "straight quotes": '"', "commas": ",", "clauses": "a, ", "dashes": "a – ",
    "stops": "a. ", "dates": "1. mars 2026, ", "changes": "fra 3 til 5 ", "limits": "innen ", "goals": "til ", "colons": "a: ", "owners": "eier: Kari; ",
    "names": "Kari Moen ", "links": "http://a.no ", "placeholders": "X % ", "commands": "ansatte skal ", "joined": "og ", "emphasis": "*", "ruled": "_",
    "marks": "<!--", "tabs": "a\t", "combining": "a\u030a", "outside": "\U0001f600 ",
}  # fmt: skip
PLACES = {
    "key result": "## Mål 1: Kundene velger oss\n- KR1: Øke {}\n",
    "objective": "## Mål 1: Kundene {}\n- KR1: Øke salget fra 1 til 2\n",
    "beside": "# OKR {0}\nSponsor: {0}\nOppfølging: {0}\nInvolvert: {0}\n## Mål 1: Kundene\nHvorfor: {0}\nEier: Kari {0}\n- KR1: Øke salget fra 1 til 2\n",
}


def _repeated(place: str, what: str) -> Shape:
    return lambda count: PLACES[place].format(REPEATED[what] * count)


SHAPES = LINES | {f"{what} in {place}": _repeated(place, what) for what in REPEATED for place in PLACES}

# --- what it costs -----------------------------------------------------------------------------------------------


def _looked_at(rule: Rule, context: Context) -> Iterable[object]:
    if rule.scope is Scope.SET:
        yield context.okr_set
        return
    for objective in context.objectives:
        if rule.scope in {Scope.OBJECTIVE, Scope.ITEM}:
            yield objective
        if rule.scope in {Scope.KEY_RESULT, Scope.ITEM}:
            yield from objective.key_results


def _judge(rule: Rule, context: Context) -> None:
    for item in _looked_at(rule, context):
        if rule.only_if is None or rule.only_if(item):
            for _ in rule.check(item, context):
                pass


def _costs(text: str, brief: Brief | None = None, without: tuple[str, ...] = ()) -> dict[str, int]:
    """What it costs to read and judge a set, and what each rule costs by itself when the lines have been read."""
    okr_set, profile = read_set_text(text).okr_set, replace(load_profile(), ignore=without)
    rules = [rule for rule in catalogue() if profile.judges_by(rule.code) and (brief or not rule.needs_brief)]
    check(okr_set, brief, profile)  # what is read once for all sets is read now
    context = analyse(okr_set, profile, brief)
    for rule in rules:
        _judge(rule, context)
    return {
        "reading the set": steps(lambda: read_set_text(text)),
        "reading the lines and judging": steps(lambda: check(okr_set, brief, profile)),
        **{rule.code: steps(partial(_judge, rule, context)) for rule in rules},
    }


def _grown(costs: list[dict[str, int]]) -> dict[str, list[int]]:
    """What costs more than it may, at each size."""
    return {
        name: [cost[name] for cost in costs]
        for name in costs[0]
        if any(more[name] > MOST * max(less[name], FLOOR) for less, more in pairwise(costs))
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    """Neither reading nor any rule costs more than in proportion to the text."""
    sizes = [size * LARGER.get(shape, 1) for size in SIZES]
    without = (COMPARING,) if shape in LINES else ()
    assert _grown([_costs(SHAPES[shape](size), without=without) for size in sizes]) == {}


@pytest.mark.parametrize("shape", ["objectives", "results", "tasks", "the same result"])
def test_lines_are_compared_with_no_more_than_some_others(shape: str) -> None:
    """To find what is said twice, a line is held against a bounded number of others."""
    costs = []
    for size in (400, 800, 1600):
        context = analyse(read_set_text(SHAPES[shape](size)).okr_set, load_profile())
        rule = next(rule for rule in catalogue() if rule.code == COMPARING)
        _judge(rule, context)
        costs.append({COMPARING: steps(partial(_judge, rule, context))})
    assert _grown(costs) == {}


BRIEF = "# Strategi\n{}\n# Ikke nå\n{}\n# Roller\n{}\n# Overordnede mål\n{}\n"
_CITING = "## Mål {at}: Kundene velger butikk {at}\nForankring: «Vi skal doble salget i butikk {at}.»\nEier: Sjef {at}\n- KR1: Øke Salgo i butikk {at} fra 3 til 5\n"


def _citing(count: int) -> str:
    return "".join(_CITING.format(at=at % 20) for at in range(count))


def _brief(count: int) -> Brief:
    parts = (
        "- Vi skal doble salget i butikk {}.\n",
        "- Ingen ny butikk {}.\n",
        "- Sjef {}\n",
        "- Kunder i butikk {}\n",
    )
    return read_brief(BRIEF.format(*("".join(part.format(at) for at in range(count)) for part in parts)))


def test_twice_the_strategy_is_twice_the_work() -> None:
    """A set is held against a strategy twice as long for no more than twice the work."""
    text = _citing(4)
    assert _grown([_costs(text, _brief(size)) for size in SIZES]) == {}


def test_twice_the_set_under_one_strategy_is_twice_the_work() -> None:
    """A set of twice the objectives is held against one strategy for no more than twice the work."""
    brief = _brief(20)
    assert _grown([_costs(_citing(size // 4), brief) for size in SIZES]) == {}
