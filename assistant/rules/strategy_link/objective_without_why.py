"""An objective that gives no reason.

Why it hurts: people put their strength into what they see the point of. A quote from the strategy says where the goal
comes from, not why it matters now, and for whom. Write one or two sentences on what goes wrong if nothing changes.

Source: the article's pitfall «no link between the business strategy and the purpose».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.blanks import is_blank
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag an objective whose reason is missing or a placeholder; a quoted source alone is no reason."""
    if is_blank(item.objective.why):
        yield Finding("LNK05", item.path, RULE.severity, {"objective": item.line.text})


RULE = Rule(
    code="LNK05",
    name="objective-without-why",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="Det står ikke hvorfor «{objective}» er viktig nå.",
        nn="Det står ikkje kvifor «{objective}» er viktig no.",
        en="Nothing says why “{objective}” matters now.",
    ),
    suggestion=Text(
        nb="Legg til «Hvorfor: …» under «{objective}». Hvem merker forskjellen, og hva skjer om alt blir som før?",
        nn="Legg til «Kvifor: …» under «{objective}». Kven merkar skilnaden, og kva skjer om alt blir som før?",
        en="Add “Why: …” below “{objective}”. Who will notice the difference, and what happens if nothing changes?",
    ),
    bad=Examples(
        nb=(
            "## Mål 1: Innbyggerne finner fram selv\nForankring: «enklere hverdag for innbyggerne»\nEier: Siri Haugen",
            "## Mål 1: Innbyggerne finner fram selv\nHvorfor: ikke avklart\nEier: Siri Haugen",
        ),
        nn=(
            "## Mål 1: Innbyggjarane finn fram sjølve\nForankring: «enklare kvardag»\nEigar: Siri Haugen",
            "## Mål 1: Innbyggjarane finn fram sjølve\nKvifor: ikkje avklart\nEigar: Siri Haugen",
        ),
        en=(
            "## Objective 1: Residents find their own way\nSource: “an easier day for residents”\nOwner: Ann Lee",
            "## Objective 1: Residents find their own way\nWhy: TBD\nOwner: Ann Lee",
        ),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Innbyggerne finner fram selv\nHvorfor: Hver tredje som ringer, kunne ordnet det selv.",
            "## Mål 1: Innbyggerne finner fram selv\nForankring: «enklere hverdag»\nBegrunnelse: Køen er lang.",
        ),
        nn=(
            "## Mål 1: Innbyggjarane finn fram sjølve\nKvifor: Kvar tredje som ringjer, kunne ordna det sjølv.",
            "## Mål 1: Innbyggjarane finn fram sjølve\nForankring: «enklare kvardag»\nGrunngiving: Køen er lang.",
        ),
        en=(
            "## Objective 1: Residents find their own way\nWhy: One caller in three could have managed alone.",
            "## Objective 1: Residents find their own way\nSource: “an easier day”\nRationale: The queue is long.",
        ),
    ),
    check=check,
)
