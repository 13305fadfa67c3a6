"""A passive that hides who acts: «det skal jobbes med», «efforts will be made».

Why it hurts: a line without an actor can be agreed to by everyone, since nobody is named. At the check-in the answer is
that it is being worked on. Say who does it, or better: say what will be different, which needs no actor. Text cannot
tell whether somebody has taken it on, so this is a question.

Source: the article's pitfall «nobody owns the goals; someone else will do it». A measured state («ventetiden reduseres
fra 20 til 10 dager») is a result, whoever brings it about.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, Item
from assistant.rules.passives import PASSIVE_WORDS, read_passive
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Ask who acts, where a passive says that work will be done and not by whom."""
    line = item.line
    found = read_passive(line)
    if found is not None:
        start, end = line.tokens.start(found[0]), line.tokens.end(found[1])
        facts = {"words": line.text[start:end], "line": line.text}
        yield Finding("OWN04", item.path, RULE.severity, facts, (start, end))


RULE = Rule(
    code="OWN04",
    name="no-actor",
    scope=Scope.ITEM,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hvem er det som skal gjøre noe i «{line}»?",
        nn="Kven er det som skal gjere noko i «{line}»?",
        en="Who is to do something in “{line}”?",
    ),
    suggestion=Text(
        nb=(
            "Skriv hva som blir annerledes, og for hvem, i stedet for «{words}». Er det et tiltak, så sett navn på "
            "den som gjør det."
        ),
        nn=(
            "Skriv kva som blir annleis, og for kven, i staden for «{words}». Er det eit tiltak, så set namn på den "
            "som gjer det."
        ),
        en=(
            "Write what will be different, and for whom, instead of “{words}”. If it is an initiative, name who does "
            "it."
        ),
    ),
    bad=Examples(
        nb=(
            "Det skal jobbes med bedre skilting i parken",
            "Det vil bli lagt til rette for flere lærlinger",
            "Rutinene for nøkler skal gjennomgås",
            "Mål: Det må satses mer på gangveier",
        ),
        nn=(
            "Det skal arbeidast med betre skilting i parken",
            "Det blir lagt til rette for fleire lærlingar",
            "Mål: Det må satsast meir på gangvegar",
        ),
        en=(
            "Work will be done on signposting in the park",
            "Efforts will be made to take on more apprentices",
            "Objective: The key routines will be reviewed",
        ),
    ),
    good=Examples(
        nb=(
            "Parken skal åpnes for publikum innen 1. juli 2026",
            "Ventetiden skal reduseres fra 20 til 10 dager",
            "Det er færre enn ti nøkler på avveie, mot 40 i dag",
            "Mål: Det skal være lett å finne fram i parken",
        ),
        nn=(
            "Ventetida skal reduserast frå 20 til 10 dagar",
            "Det er færre enn ti nøklar på avvege, mot 40 i dag",
            "Mål: Det skal vere lett å finne fram i parken",
        ),
        en=(
            "The waiting time will be cut from 20 to 10 days",
            "Fewer than ten keys are missing, against 40 today",
            "Objective: It should be easy to find the way in the park",
        ),
    ),
    check=check,
    words=PASSIVE_WORDS,
)
