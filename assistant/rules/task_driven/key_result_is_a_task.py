"""A key result whose head is work to be done, whatever numbers follow.

Why it hurts: when the work is finished nobody knows whether it helped, and a list of work crowds out the question of
what should change. Write what will be different for somebody when the work is done, and keep the work as an
initiative.

Source: the article's pitfall «a massive to-do list». That the head verb decides, and not a task verb somewhere in the
line, is measured: 44 of 46 lines right against 37.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a key result that is a piece of work; a count of activities is another rule's."""
    work = item.work
    if work is not None and not work.counted:
        yield Finding("TSK01", item.path, RULE.severity, {"work": work.word, "rest": work.rest or work.word}, work.span)


RULE = Rule(
    code="TSK01",
    name="key-result-is-a-task",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{work}» er arbeid som skal gjøres, ikke et resultat.",
        nn="«{work}» er arbeid som skal gjerast, ikkje eit resultat.",
        en="“{work}” is work to be done, not a result.",
    ),
    suggestion=Text(
        nb="Hva blir annerledes, og for hvem, når dette er gjort: {rest}? Skriv den endringen "
        "(«Andel som …: fra … til …»), og flytt linja til tiltak.",
        nn="Kva blir annleis, og for kven, når dette er gjort: {rest}? Skriv den endringa («Del som …: frå … til …»), "
        "og flytt linja til tiltak.",
        en="What will be different, and for whom, once this is done: {rest}? Write that change "
        "(“Share who …: from … to …”), and keep the line as an initiative.",
    ),
    bad=Examples(
        nb=(
            "Lansere ny nettside innen 1. mai",
            "Ny beredskapsplan er utarbeidet",
            "Innføring av nytt kassesystem i 12 butikker",
        ),
        nn=(
            "Lansere ny nettstad innan 1. mai",
            "Ny beredskapsplan er utarbeidd",
            "Innføring av nytt kassesystem i 12 butikkar",
        ),
        en=("Launch the new website by 1 May", "New onboarding flow shipped", "Roll-out of the new tills in 12 shops"),
    ),
    good=Examples(
        nb=(
            "Øke nettsalget fra 12 % til 20 % ved å lansere ny butikk",
            "Andelen søknader levert digitalt øker fra 60 % til 85 %",
            "Utviklere som blir mer enn tre år: fra 55 % til 70 %",
        ),
        nn=(
            "Auke nettsalet frå 12 % til 20 % ved å lansere ny butikk",
            "Delen søknader leverte digitalt aukar frå 60 % til 85 %",
            "Bygg med energimerke A aukar frå 20 % til 40 %",
        ),
        en=(
            "Raise online sales from 12% to 20% by launching a new shop",
            "80% of tests pass on the first run, up from 60%",
            "Hiring lead time down from 45 to 30 days",
        ),
    ),
    check=check,
    only_if=attrgetter("work"),
    silenced_by=("TSK02", "TSK05"),
)
