"""No rhythm of check-ins: none is named, or only a place or an intention («ved behov», «i ledermøtet»).

Why it hurts: goals that are looked at when there is time are looked at when it is too late. A fixed day, ten minutes,
the same three questions: where are we, what has changed, what stands in the way?

Source: the article's pitfall «no focus: no follow-up out in the organisation».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.blanks import is_blank
from assistant.rules.rhythm import read_rhythm
from assistant.rules.rule import Anchor, Examples, Finding, Rule, Scope, Severity, Text


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Flag a set without a frequency; how often is enough is another rule's."""
    said = item.follow_up
    if said is None:
        yield Finding("FOL01", "", RULE.severity)
    elif is_blank(said) or read_rhythm(said, context.language) is None:
        yield Finding("FOL01", "", RULE.severity, anchor=Anchor.FOLLOW_UP)


RULE = Rule(
    code="FOL01",
    name="no-check-in-rhythm",
    scope=Scope.SET,
    severity=Severity.WARNING,
    message=Text(
        nb="Det står ikke hvor ofte dere følger opp målene.",
        nn="Det står ikkje kor ofte de følgjer opp måla.",
        en="Nothing says how often you follow up the goals.",
    ),
    suggestion=Text(
        nb="Velg en fast dag, for eksempel «Oppfølging: innsjekk hver mandag, ti minutter».",
        nn="Vel ein fast dag, til dømes «Oppfølging: innsjekk kvar måndag, ti minutt».",
        en="Choose a fixed day, for example “Follow-up: check-in every Monday, ten minutes”.",
    ),
    bad=Examples(
        nb=("## Mål 1: Ro i kveldene\nEier: Kari Moen", "## Mål 1: Ro i kveldene\nOppfølging: i ledermøtet, ved behov"),
        nn=(
            "## Mål 1: Ro om kvelden\nEigar: Kari Moen",
            "## Mål 1: Ro om kvelden\nOppfølging: i leiarmøtet, ved behov",
        ),
        en=(
            "## Objective 1: Quiet nights\nOwner: Ann Lee",
            "## Objective 1: Quiet nights\nFollow-up: in meetings, as needed",
        ),
    ),
    good=Examples(
        nb=(
            "Oppfølging: i ledermøtet annenhver tirsdag\n## Mål 1: Ro i kveldene",
            "Oppfølging: ved behov, minst månedlig\n## Mål 1: Ro i kveldene",
            "Oppfølging: én gjennomgang i juni\n## Mål 1: Ro i kveldene",
        ),
        nn=(
            "Oppfølging: i leiarmøtet annankvar tysdag\n## Mål 1: Ro om kvelden",
            "Oppfølging: ved behov, minst månadleg\n## Mål 1: Ro om kvelden",
            "Oppfølging: éin gjennomgang i juni\n## Mål 1: Ro om kvelden",
        ),
        en=(
            "Follow-up: in the leadership meeting, Tuesdays\n## Objective 1: Quiet nights",
            "Follow-up: as needed, at least monthly\n## Objective 1: Quiet nights",
            "Follow-up: one review at the end of August\n## Objective 1: Quiet nights",
        ),
    ),
    check=check,
)
