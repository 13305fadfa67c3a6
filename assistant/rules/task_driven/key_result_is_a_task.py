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
from assistant.rules.facts import undated
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a key result that is a piece of work; a count of activities is another rule's."""
    work = item.work
    if work is not None and not work.counted and item.placeholder != (0, len(item.line.text)):
        text = item.line.text
        facts = {"work": text[work.span[0] : work.span[1]], "task": undated(item.line)}
        yield Finding("TSK01", item.path, RULE.severity, facts, work.span)


RULE = Rule(
    code="TSK01",
    name="key-result-is-a-task",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{work}» sier hva dere skal gjøre, ikke hva som blir annerledes.",
        nn="«{work}» seier kva de skal gjere, ikkje kva som blir annleis.",
        en="“{work}” says what you will do, not what will be different.",
    ),
    suggestion=Text(
        nb=(
            "Hva skal «{task}» føre til, og for hvem? Skriv den endringen («Andel som …: fra … til …»), og flytt "
            "linja til tiltak."
        ),
        nn=(
            "Kva skal «{task}» føre til, og for kven? Skriv den endringa («Delen som …: frå … til …»), og flytt linja"
            " til tiltak."
        ),
        en=(
            "What should “{task}” lead to, and for whom? Write that change (“Share who …: from … to …”), and move the"
            " line to the initiatives."
        ),
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
    only_if=attrgetter("line.work"),
    silenced_by=("TSK02", "TSK05"),
)
