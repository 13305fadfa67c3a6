"""An owner field that names a group, a unit, or three or more owners.

Why it hurts: when everyone is responsible, each waits for the others. «Styringsgruppen» does not wake up at night. One
person answers for the result, and gathers those who help; two who share it in earnest pass.

Source: the article's pitfall «nobody owns the goals; someone else will do it».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, Item, ItemKind
from assistant.rules.blanks import is_blank
from assistant.rules.owners import read_owners
from assistant.rules.rule import Anchor, Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Judge the item's own owner, and the owner of the whole set once."""
    if not is_blank(item.owner):
        if _is_everyone(item.owner or "", context):
            facts = {"owner": item.owner or "", "goal": item.line.text}
            yield Finding("OWN02", item.path, RULE.severity, facts, anchor=Anchor.OWNER)
    elif item.kind is ItemKind.OBJECTIVE and not is_blank(context.okr_set.owner):
        first = next(objective for objective in context.objectives if is_blank(objective.owner))
        owner = context.okr_set.owner or ""
        if item.path == first.path and _is_everyone(owner, context):
            yield Finding("OWN02", "", RULE.severity, {"owner": owner, "goal": item.line.text}, anchor=Anchor.OWNER)


def _is_everyone(owner: str, context: Context) -> bool:
    owners = read_owners(owner, context.language)
    if owners.count >= context.profile.setting("OWN02", "error_from"):
        return True
    return owners.collective and not owners.count


RULE = Rule(
    code="OWN02",
    name="everyone-owns-it",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    message=Text(
        nb="«{owner}» er flere enn én: hvem av dem svarer for «{goal}»?",
        nn="«{owner}» er fleire enn éin: kven av dei svarer for «{goal}»?",
        en="“{owner}” is more than one person: which of them answers for “{goal}”?",
    ),
    suggestion=Text(
        nb="Sett én person eller rolle som eier i stedet for «{owner}», og nevn de andre som bidragsytere.",
        nn="Set éin person eller éi rolle som eigar i staden for «{owner}», og nemn dei andre som bidragsytarar.",
        en="Name one person or role as the owner instead of “{owner}”, and the others as contributors.",
    ),
    bad=Examples(
        nb=(
            "## Mål 1: Ro i kveldene\nEier: styringsgruppen",
            "## Mål 1: Ro i kveldene\nEier: Stein Aamodt, Line Ruud og Jan Erik Haug",
            "Utrykninger fra 9 til 4 innen 1. juli 2026 (eier: teknisk avdeling)",
        ),
        nn=(
            "## Mål 1: Ro om kvelden\nEigar: heile organisasjonen",
            "## Mål 1: Ro om kvelden\nEigar: Stein Aamodt, Line Ruud og Jan Erik Haug",
            "Utrykkingar frå 9 til 4 innan 1. juli 2026 (eigar: teknisk avdeling)",
        ),
        en=(
            "## Objective 1: Quiet nights\nOwner: everyone",
            "## Objective 1: Quiet nights\nOwner: Head, deputy head, bursar and chair of governors",
            "Calls from 9 to 4 by 1 July 2026 (owner: the night team)",
        ),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Ro i kveldene\nEier: Kari Moen, leder for drift, vakt og vedlikehold",
            "## Mål 1: Ro i kveldene\nEier: Kari Moen og ledergruppen",
            "Utrykninger fra 9 til 4 innen 1. juli 2026 (eier: IT-sjef og vaktsjef)",
        ),
        nn=(
            "## Mål 1: Ro om kvelden\nEigar: Kari Moen, leiar for drift, vakt og vedlikehald",
            "## Mål 1: Ro om kvelden\nEigar: Kari Moen og leiargruppa",
            "Utrykkingar frå 9 til 4 innan 1. juli 2026 (eigar: IT-sjef og vaktsjef)",
        ),
        en=(
            "## Objective 1: Quiet nights\nOwner: Ann Lee, head of sales, service and support",
            "## Objective 1: Quiet nights\nOwner: Ann Lee with the leadership team",
            "Calls from 9 to 4 by 1 July 2026 (owner: team lead and duty officer)",
        ),
    ),
    check=check,
)
