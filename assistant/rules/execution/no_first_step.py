"""An objective that nobody has said how to begin on.

Why it hurts: a goal without a first step waits for someone to have time. Text cannot tell whether the time and the
means are there, so this is a question: what will be done first, and by whom, and what makes room for it?

Source: the article's pitfall «no power to execute».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.blanks import is_blank
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Ask for a first step where no initiative is named."""
    if all(is_blank(initiative) for initiative in item.objective.initiatives):
        yield Finding("EXE06", item.path, RULE.severity, {"objective": item.line.text})


RULE = Rule(
    code="EXE06",
    name="no-first-step",
    scope=Scope.OBJECTIVE,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hva er det første dere gjør for å nå «{objective}», og hvem har tid til det?",
        nn="Kva er det første de gjer for å nå «{objective}», og kven har tid til det?",
        en="What is the first thing you will do to reach “{objective}”, and who has time for it?",
    ),
    suggestion=Text(
        nb="Skriv ett til tre tiltak under «Tiltak:», og hvem som tar det første.",
        nn="Skriv eitt til tre tiltak under «Tiltak:», og kven som tek det første.",
        en="List one to three initiatives under “Initiatives:”, and who takes the first.",
    ),
    bad=Examples(
        nb=("## Mål 1: Ro i kveldene\n- NR1: Utrykninger fra 9 til 4", "## Mål 1: Ro i kveldene\nTiltak:\n- TBD"),
        nn=(
            "## Mål 1: Ro om kvelden\n- NR1: Utrykkingar frå 9 til 4",
            "## Mål 1: Ro om kvelden\nTiltak:\n- ikkje avklart",
        ),
        en=(
            "## Objective 1: Quiet nights\n- KR1: Calls from 9 to 4",
            "## Objective 1: Quiet nights\nInitiatives:\n- TBD",
        ),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Ro i kveldene\nTiltak: snakke med naboene",
            "## Mål 1: Ro i kveldene\nTiltak:\n- Nattpatrulje fra mai",
        ),
        nn=(
            "## Mål 1: Ro om kvelden\nTiltak: snakke med naboane",
            "## Mål 1: Ro om kvelden\nTiltak:\n- Nattpatrulje frå mai",
        ),
        en=(
            "## Objective 1: Quiet nights\nInitiatives: talk to the neighbours",
            "## Objective 1: Quiet nights\nActions:\n- Patrol from May",
        ),
    ),
    check=check,
)
