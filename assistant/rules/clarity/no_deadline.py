"""A key result without a date, in a set without a period.

Why it hurts: what is due some day is done after everything that is due on a day, and nobody can say whether it is
late. Write the date in the line, or give the whole set a period; then each line is due by its end.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a key result that neither a date of its own nor the set's period gives an end."""
    if context.period is not None or item.key_result.deadline is not None:
        return
    if not any(mention.deadline for mention in item.line.dates):
        yield Finding("CLR03", item.path, RULE.severity, {"result": item.line.text.rstrip(" .")})


RULE = Rule(
    code="CLR03",
    name="no-deadline",
    scope=Scope.KEY_RESULT,
    severity=Severity.WARNING,
    message=Text(
        nb="Når skal «{result}» være i mål? Det står verken i linja eller i settet.",
        nn="Når skal «{result}» vere i mål? Det står korkje i linja eller i settet.",
        en="When is “{result}” due? Neither the line nor the set says.",
    ),
    suggestion=Text(
        nb="Skriv «innen …» i linja, eller gi hele settet en periode i tittelen, som «T1 2026».",
        nn="Skriv «innan …» i linja, eller gi heile settet ein periode i tittelen, som «T1 2026».",
        en="Add “by …” to the line, or give the whole set a period in its title, such as “Q1 2026”.",
    ),
    bad=Examples(
        nb=(
            "## Mål 1: Pasientene slipper å vente\n- NR1: Andel som får time innen en uke: fra 40 % til 70 %",
            "# OKR poliklinikken\n## Mål 1: Pasientene slipper å vente\n- NR1: Klager ned fra 12 i 2025 til 5",
        ),
        nn=(
            "## Mål 1: Pasientane slepp å vente\n- NR1: Del som får time innan ei veke: frå 40 % til 70 %",
            "# OKR poliklinikken\n## Mål 1: Pasientane slepp å vente\n- NR1: Klager ned frå 12 i 2025 til 5",
        ),
        en=(
            "## Objective 1: Patients need not wait\n- KR1: Share seen within a week: from 40% to 70%",
            "# OKRs for the clinic\n## Objective 1: Patients need not wait\n- KR1: Complaints from 12 in 2025 to 5",
        ),
    ),
    good=Examples(
        nb=(
            "## Mål 1: Pasientene slipper å vente\n- NR1: Klager ned fra 12 i 2025 til 5 innen 1. juni 2026",
            "# OKR T1 2026\n## Mål 1: Pasientene slipper å vente\n- NR1: Ventetid fra 9 til 5 dager",
        ),
        nn=(
            "## Mål 1: Pasientane slepp å vente\n- NR1: Klager ned frå 12 i 2025 til 5 innan 1. juni 2026",
            "# OKR T1 2026\n## Mål 1: Pasientane slepp å vente\n- NR1: Ventetid frå 9 til 5 dagar",
        ),
        en=(
            "## Objective 1: Patients need not wait\n- KR1: Complaints from 12 in 2025 to 5 by 1 June 2026",
            "# OKRs Q1 2026\n## Objective 1: Patients need not wait\n- KR1: Waiting time from 9 to 5 days",
        ),
    ),
    check=check,
)
