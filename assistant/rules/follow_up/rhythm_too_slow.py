"""A rhythm of check-ins that is too slow for its period: quarterly in a tertial, one review in August.

Why it hurts: what is looked at once or twice cannot be steered. By the time the figures are on the table, the period is
over and only the explanation is left. Every second week in a quarter or a tertial, every month in a longer period; a
deeper review may well come more rarely beside it.

Source: the article's pitfall «no focus: no follow-up out in the organisation».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.blanks import is_blank
from assistant.rules.rhythm import read_rhythm
from assistant.rules.rule import Anchor, Examples, Finding, Rule, Scope, Severity, Text

_A_QUARTER = 91
"""Days: the period meant where none is given."""


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Compare the days between check-ins with what the period can bear; single reviews are spread over it."""
    said = item.follow_up
    if said is None or is_blank(said):
        return
    rhythm = read_rhythm(said, context.language)
    if rhythm is None:
        return
    length = context.period.days if context.period else _A_QUARTER
    days = rhythm.days if rhythm.days is not None else length / rhythm.reviews if rhythm.reviews else None
    profile = context.profile
    is_short = length <= profile.setting("FOL02", "short_period_up_to")
    limit = profile.setting("FOL02", "most_days_in_short" if is_short else "most_days_in_long")
    if days is not None and days > limit:
        facts = {"rhythm": said, "days": str(length), "count": f"{length / limit:.0f}"}
        yield Finding("FOL02", "", RULE.severity, facts, anchor=Anchor.FOLLOW_UP)


RULE = Rule(
    code="FOL02",
    name="rhythm-too-slow",
    scope=Scope.SET,
    severity=Severity.WARNING,
    message=Text(
        nb="«{rhythm}» er for sjelden: en periode på {days} dager trenger minst {count} innsjekker.",
        nn="«{rhythm}» er for sjeldan: ein periode på {days} dagar treng minst {count} innsjekkar.",
        en="“{rhythm}” is not often enough: a period of {days} days needs at least {count} check-ins.",
    ),
    suggestion=Text(
        nb=(
            "Legg inn korte innsjekker, for eksempel «innsjekk hver mandag, ti minutter», og behold «{rhythm}» til en"
            " grundigere gjennomgang."
        ),
        nn=(
            "Legg inn korte innsjekkar, til dømes «innsjekk kvar måndag, ti minutt», og hald på «{rhythm}» til ein "
            "grundigare gjennomgang."
        ),
        en=(
            "Add short check-ins, such as “check-in every Monday, ten minutes”, and keep “{rhythm}” for a deeper "
            "review."
        ),
    ),
    bad=Examples(
        nb=(
            "# OKR T1 2026\nOppfølging: første tirsdag i måneden\n## Mål 1: Ro i kveldene",
            "# OKR Q3 2026\nInnsjekk: hver tredje uke, i vaktbytte\n## Mål 1: Ro i kveldene",
            "# OKR 2026\nOppfølging: én gjennomgang i juni\n## Mål 1: Ro i kveldene",
            "Oppfølging: månedlig\n## Mål 1: Ro i kveldene",
        ),
        nn=(
            "# OKR T1 2026\nOppfølging: fyrste tysdag i månaden\n## Mål 1: Ro om kvelden",
            "# OKR Q3 2026\nInnsjekk: kvar tredje veke, i vaktbyte\n## Mål 1: Ro om kvelden",
            "# OKR 2026\nOppfølging: éin gjennomgang i juni\n## Mål 1: Ro om kvelden",
        ),
        en=(
            "# OKR T1 2026\nFollow-up: first Tuesday of the month\n## Objective 1: Quiet nights",
            "# OKR Q3 2026\nCheck-in: every three weeks, at shift change\n## Objective 1: Quiet nights",
            "# OKR 2026\nFollow-up: mid-year, and a review in December\n## Objective 1: Quiet nights",
        ),
    ),
    good=Examples(
        nb=(
            "# OKR T1 2026\nOppfølging: to ganger i måneden\n## Mål 1: Ro i kveldene",
            "# OKR H1 2026\nOppfølging: hver måned, andre onsdag\n## Mål 1: Ro i kveldene",
            "# OKR Q3 2026\nOppfølging: rapport hvert kvartal, innsjekk annenhver fredag\n## Mål 1: Ro i kveldene",
        ),
        nn=(
            "# OKR T1 2026\nOppfølging: kvar fjortande dag\n## Mål 1: Ro om kvelden",
            "# OKR 2026\nOppfølging: siste sundag kvar månad\n## Mål 1: Ro om kvelden",
            "# OKR Q3 2026\nOppfølging: rapport kvart kvartal, innsjekk annankvar fredag\n## Mål 1: Ro om kvelden",
        ),
        en=(
            "# OKR T1 2026\nFollow-up: biweekly\n## Objective 1: Quiet nights",
            "# OKR H1 2026\nFollow-up: first Saturday of every month\n## Objective 1: Quiet nights",
            "# OKR Q3 2026\nFollow-up: quarterly report, check-in every second Friday\n## Objective 1: Quiet nights",
        ),
    ),
    check=check,
)
