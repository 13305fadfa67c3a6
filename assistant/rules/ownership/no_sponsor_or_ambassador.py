"""Nobody at the top is named as standing behind the goals, or nobody as OKR ambassador.

Why it hurts: without commitment from the top no OKR programme succeeds, and without somebody who keeps the practice
alive it fades after the first period. Text cannot tell whether they exist, so this is a question.

Source: the article's pitfall «nobody owns the goals; someone else will do it», and what it says of commitment from the
top and of OKR ambassadors.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.blanks import is_blank
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Ask for both where either is missing."""
    if is_blank(item.sponsor) or is_blank(item.ambassador):
        yield Finding("OWN05", "", RULE.severity)


RULE = Rule(
    code="OWN05",
    name="no-sponsor-or-ambassador",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb="Hvem på toppen står bak målene, og hvem er OKR-ambassadør?",
        nn="Kven på toppen står bak måla, og kven er OKR-ambassadør?",
        en="Who at the top stands behind the goals, and who is the OKR ambassador?",
    ),
    suggestion=Text(
        nb="Skriv «Sponsor: …» med en på toppen, og «OKR-ambassadør: …» med en som holder metoden i live.",
        nn="Skriv «Sponsor: …» med ein på toppen, og «OKR-ambassadør: …» med ein som held metoden i live.",
        en=(
            "Write “Sponsor: …” with someone at the top, and “OKR ambassador: …” with someone who keeps the method "
            "alive."
        ),
    ),
    bad=Examples(
        nb=("## Mål 1: Ro i kveldene\nEier: Kari Moen", "Sponsor: Eva Lie, direktør\n## Mål 1: Ro i kveldene"),
        nn=("## Mål 1: Ro om kvelden\nEigar: Kari Moen", "Sponsor: Eva Lie, direktør\n## Mål 1: Ro om kvelden"),
        en=(
            "## Objective 1: Quiet nights\nOwner: Ann Lee",
            "Sponsor: TBD\nOKR ambassador: Bo Hill\n## Objective 1: Quiet nights",
        ),
    ),
    good=Examples(
        nb=(
            "Sponsor: Eva Lie, direktør\nOKR-ambassadør: Ola Berg\n## Mål 1: Ro i kveldene",
            "## Mål 1: Ro i kveldene\nEier: Kari Moen\nSponsor: Eva Lie\nOKR-ambassadør: Ola Berg",
        ),
        nn=(
            "Sponsor: Eva Lie, direktør\nOKR-ambassadør: Ola Berg\n## Mål 1: Ro om kvelden",
            "## Mål 1: Ro om kvelden\nEigar: Kari Moen\nSponsor: Eva Lie\nOKR-ambassadør: Ola Berg",
        ),
        en=(
            "Sponsor: Eve Lee, chief executive\nOKR ambassador: Bo Hill\n## Objective 1: Quiet nights",
            "## Objective 1: Quiet nights\nOwner: Ann Lee\nSponsor: Eve Lee\nOKR ambassador: Bo Hill",
        ),
    ),
    check=check,
)
