"""A key result that says where to go, and not from where.

Why it hurts: without the value today nobody knows whether the goal is a stride or a stroll, and the first check-in is
spent arguing about where things stood. Write the start value beside the goal, or a date by which it will be measured.
Zero, none, all and a yes/no state need none.

Source: the article's pitfall «unclear goals give no engagement»: a goal one can see oneself approach.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rereading import reread
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a value to reach that has no start value beside it."""
    if not item.measuring.lacks_start:
        return
    measuring = reread(item)
    if measuring.lacks_start:
        goal = measuring.goal or item.line.text
        yield Finding("CLR02", item.path, RULE.severity, {"goal": goal}, measuring.span)


RULE = Rule(
    code="CLR02",
    name="no-baseline",
    scope=Scope.KEY_RESULT,
    severity=Severity.WARNING,
    message=Text(
        nb="«{goal}» sier hvor dere skal, men ikke hvor dere starter.",
        nn="«{goal}» seier kvar de skal, men ikkje kvar de startar.",
        en="“{goal}” says where you are going, but not where you start.",
    ),
    suggestion=Text(
        nb="Hva er verdien i dag? Skriv den inn («fra … til …»), eller skriv når dere skal ha målt den.",
        nn="Kva er verdien i dag? Skriv han inn («frå … til …»), eller skriv når de skal ha målt han.",
        en="What is the value today? Write it in (“from … to …”), or say when you will have measured it.",
    ),
    bad=Examples(
        nb=(
            "95 % av henvendelsene er besvart innen 24 timer",
            "Redusere matsvinnet med 20 %",
            "Halvere antall klager på støy",
        ),
        nn=("95 % av spørsmåla er svara på innan 24 timar", "Redusere matsvinnet med 20 %", "Trefall på linja halvert"),
        en=(
            "95% of enquiries answered within 24 hours",
            "Reduce near misses by 25%",
            "Double the number of returning visitors",
        ),
    ),
    good=Examples(
        nb=(
            "Matsvinn ned med 20 % fra 410 kg i uka",
            "De første ti kundene har fornyet avtalen",
            "Ingen alvorlige personskader på anleggene",
            "Andel som kjenner kontakten sin: grunnlinjen måles innen 1. februar, deretter opp 10 prosentpoeng",
        ),
        nn=(
            "Matsvinn ned med 20 % frå 410 kg i veka",
            "Dei første ti kundane har fornya avtalen",
            "Ingen alvorlege personskadar på anlegga",
            "Finne ut kor mange som ringjer to gonger i dag, og så halvere talet",
        ),
        en=(
            "Food waste down 20% from 410 kg a week",
            "The first ten customers have renewed",
            "Zero serious injuries on site",
            "Find out how many callers ring twice today, and then halve it",
        ),
    ),
    check=check,
    only_if=attrgetter("measuring.lacks_start"),
    silenced_by=("TSK01", "TSK02", "CLR11", "FOL05"),
)
