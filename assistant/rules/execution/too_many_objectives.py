"""More objectives than an organisation can carry at once.

Why it hurts: attention is what there is least of. With four objectives each gets a quarter of it, with eight none gets
enough to break through. Choose the one to three that matter most now, and say which wait.

Source: the article's pitfall «no power to execute», and its call for breakthrough goals.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Count the set's objectives against the profile's two thresholds."""
    count = len(item.objectives)
    if count > context.profile.setting("EXE01", "warning_above"):
        grave = count > context.profile.setting("EXE01", "error_above")
        yield Finding("EXE01", "", Severity.ERROR if grave else Severity.WARNING, {"count": str(count)})


def _set(label: str, count: int) -> Example:
    return Example("\n".join(f"## {label} {number}: {label} {number}" for number in range(1, count + 1)))


RULE = Rule(
    code="EXE01",
    name="too-many-objectives",
    scope=Scope.SET,
    severity=Severity.WARNING,
    message=Text(
        nb="Med {count} mål blir kreftene spredt for tynt.",
        nn="Med {count} mål blir kreftene spreidde for tynt.",
        en="{count} objectives spread your effort too thin.",
    ),
    suggestion=Text(
        nb="Velg de tre som betyr mest nå, og si hvilke som venter til neste periode.",
        nn="Vel dei tre som betyr mest no, og sei kva som ventar til neste periode.",
        en="Choose the three that matter most now, and say which ones wait for the next period.",
    ),
    bad=Examples(
        nb=(_set("Mål", 4), _set("Mål", 6)),
        nn=(_set("Mål", 4), _set("Mål", 7)),
        en=(_set("Objective", 4), _set("Objective", 9)),
    ),
    good=Examples(
        nb=(_set("Mål", 3), _set("Mål", 1)),
        nn=(_set("Mål", 3), _set("Mål", 2)),
        en=(_set("Objective", 3), _set("Objective", 2)),
    ),
    check=check,
)
