"""An objective with one key result, or none.

Why it hurts: without a key result nobody can tell whether the objective has been reached, and a single one is easily
met in a way nobody wanted. Two or three measures of the same direction keep each other honest.

Source: the article's pitfall «no power to execute».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Count the objective's key results; none at all is an error."""
    count = len(item.key_results)
    if count < context.profile.setting("EXE03", "warning_below"):
        facts = {"results": str(count), "objective": item.line.text}
        yield Finding("EXE03", item.path, Severity.WARNING if count else Severity.ERROR, facts)


RULE = Rule(
    code="EXE03",
    name="too-few-key-results",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="«{objective}» har {results}: hvordan skal noen se at målet er nådd?",
        nn="«{objective}» har {results}: korleis skal nokon sjå at målet er nådd?",
        en="“{objective}” has {results}: how will anyone see that it has been reached?",
    ),
    suggestion=Text(
        nb="Hva ville en utenforstående legge merke til? Skriv det som to eller tre nøkkelresultater.",
        nn="Kva ville ein utanforståande leggje merke til? Skriv det som to eller tre nøkkelresultat.",
        en="What would an outsider notice? Write that as two or three key results.",
    ),
    bad=Examples(
        nb=(
            "## Mål 1: Barna får en sommer å huske\nEier: Sunniva Holt",
            "## Mål 1: Ro i kveldene\n- NR1: Utrykninger fra 9 til 4",
        ),
        nn=(
            "## Mål 1: Borna får ein sommar å minnast\nEigar: Bente Voll",
            "## Mål 1: Ro om kvelden\n- NR1: Utrykkingar frå 9 til 4",
        ),
        en=(
            "## Objective 1: Children get a summer to remember\nOwner: Ann Lee",
            "## Objective 1: Quiet nights\n- KR1: Calls from 9 to 4",
        ),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Ro i kveldene\n- NR1: Utrykninger fra 9 til 4\n- NR2: Klager på støy fra 30 til 10",
            "## Mål 1: Ro i kveldene\nNøkkelresultater:\nUtrykninger fra 9 til 4\nKlager på støy fra 30 til 10",
        ),
        nn=(
            "## Mål 1: Ro om kvelden\n- NR1: Utrykkingar frå 9 til 4\n- NR2: Klager på støy frå 30 til 10",
            "## Mål 1: Ro om kvelden\nNøkkelresultat:\nUtrykkingar frå 9 til 4\nKlager på støy frå 30 til 10",
        ),
        en=(
            "## Objective 1: Quiet nights\n- KR1: Calls from 9 to 4\n- KR2: Complaints about noise from 30 to 10",
            "## Objective 1: Quiet nights\nKey results:\nCalls from 9 to 4\nComplaints about noise from 30 to 10",
        ),
    ),
    check=check,
)
