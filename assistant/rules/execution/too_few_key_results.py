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
        facts = {"count": str(count), "objective": item.line.text}
        yield Finding("EXE03", item.path, Severity.WARNING if count else Severity.ERROR, facts)


RULE = Rule(
    code="EXE03",
    name="too-few-key-results",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="Antall nøkkelresultater under «{objective}» er {count}: for få til å vise om målet blir nådd.",
        nn="Talet på nøkkelresultat under «{objective}» er {count}: for få til å vise om målet blir nådd.",
        en="Key results below “{objective}”: {count}, too few to show whether it is being reached.",
    ),
    suggestion=Text(
        nb="Skriv to eller tre målinger som ville vist en utenforstående at «{objective}» er blitt sant.",
        nn="Skriv to eller tre målingar som ville ha vist ein utanforståande at «{objective}» er blitt sant.",
        en="Write two or three measures that would show an outsider that “{objective}” has come true.",
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
