"""An objective without a named person or role who answers for it.

Why it hurts: what nobody owns, nobody defends when the week gets full. One name is enough; key results without an owner
of their own inherit the objective's. If it cannot be settled today, say who settles it, and when.

Source: the article's pitfall «nobody owns the goals; someone else will do it».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.blanks import is_blank
from assistant.rules.rule import Anchor, Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Flag a missing owner, unless the set has one or every key result has its own."""
    if not is_blank(item.owner) or not is_blank(context.okr_set.owner):
        return
    if item.key_results and not any(is_blank(key_result.owner) for key_result in item.key_results):
        return
    anchor = Anchor.TEXT if item.owner is None else Anchor.OWNER
    yield Finding("OWN01", item.path, RULE.severity, {"objective": item.line.text}, anchor=anchor)


RULE = Rule(
    code="OWN01",
    name="no-owner",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="«{objective}» har ingen eier.",
        nn="«{objective}» har ingen eigar.",
        en="“{objective}” has no owner.",
    ),
    suggestion=Text(
        nb="Hvem sier fra når «{objective}» stopper opp? Skriv «Eier: …» med navnet på én person eller rolle.",
        nn="Kven seier frå når «{objective}» stoppar opp? Skriv «Eigar: …» med namnet på éin person eller éi rolle.",
        en="Who speaks up when “{objective}” stalls? Add “Owner: …” with the name of one person or role.",
    ),
    bad=Examples(
        nb=("## Mål 1: Ro i kveldene\nEier: ikke avklart", "## Mål 1: Ro i kveldene\n- NR1: Utrykninger fra 9 til 4"),
        nn=("## Mål 1: Ro om kvelden\nEigar: ikkje avklart", "## Mål 1: Ro om kvelden\n- NR1: Utrykkingar frå 9 til 4"),
        en=("## Objective 1: Quiet nights\nOwner: N.N.", "## Objective 1: Quiet nights\n- KR1: Calls from 9 to 4"),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Ro i kveldene\n- NR1: Utrykninger fra 9 til 4 (eier: Ola)\n- NR2: Støy fra 9 til 4 (eier: Kari)",
            "Eier: Kari Moen, enhetsleder\n## Mål 1: Ro i kveldene\n- NR1: Utrykninger fra 9 til 4",
            "## Mål 1: Ro i kveldene\nEier: vaktsjefen",
        ),
        nn=(
            "## Mål 1: Ro om kvelden\n- NR1: Brann frå 9 til 4 (eigar: Ola)\n- NR2: Støy frå 9 til 4 (eigar: Kari)",
            "Eigar: Kari Moen, einingsleiar\n## Mål 1: Ro om kvelden\n- NR1: Utrykkingar frå 9 til 4",
            "## Mål 1: Ro om kvelden\nEigar: vaktsjefen",
        ),
        en=(
            "## Objective 1: Quiet nights\n- KR1: Calls from 9 to 4 (owner: Al)\n- KR2: Fires from 9 to 4 (owner: Mo)",
            "Owner: Ann Lee, unit manager\n## Objective 1: Quiet nights\n- KR1: Calls from 9 to 4",
            "## Objective 1: Quiet nights\nOwner: head of watch",
        ),
    ),
    check=check,
)
