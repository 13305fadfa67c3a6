"""Key results that are all due on the period's last day.

Why it hurts: with nothing due before the end there is nothing to see on the way, and the first warning comes when it is
too late to act on. Text cannot tell whether the last day is right for each of them, so this is a question; often one of
them can be reached, or shown to be out of reach, halfway.

Source: the article's pitfall «no focus: no follow-up out in the organisation». A key result without a deadline of its
own says nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.okr import OkrSet, Period
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_BEFORE = frozenset(("før", "before"))
_WHOLE = frozenset("perioden kvartalet tertialet halvåret året period quarter tertial half-year year".split())
"""«Innen utgangen av tertialet»: the period itself."""
_A_DAY = timedelta(days=1)


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Ask where three key results or more have deadlines, and all of them the same last day."""
    period = context.period
    if period is None:
        return
    due: list[KeyResultItem] = []
    for key_result in context.key_results:
        deadline = _deadline(key_result, period)
        if deadline == period.end:
            due.append(key_result)
        elif deadline is not None:
            return
    if len(due) >= context.profile.setting("FOL04", "question_from"):
        facts = {
            "count": str(len(due)),
            "day": period.end.isoformat(),
            "halfway": (period.start + timedelta(days=period.days // 2)).isoformat(),
            "result": due[0].line.text,
        }
        yield Finding("FOL04", "", RULE.severity, facts)


def _deadline(item: KeyResultItem, period: Period) -> date | None:
    """The key result's own deadline, the last if its line gives more; «før 1. mai» is the thirtieth of April."""
    if item.key_result.deadline is not None:
        return item.key_result.deadline
    mentions = [mention for mention in item.line.dates if mention.deadline]
    days = [mention for mention in mentions if mention.day is not None]
    if not days:
        whole = any(not _WHOLE.isdisjoint(item.line.words[mention.first : mention.last + 1]) for mention in mentions)
        return period.end if whole else None
    last = max(days, key=lambda mention: mention.day or period.start)
    is_before = not _BEFORE.isdisjoint(item.line.words[last.first : last.last + 1])
    return period.end if is_before and last.day == period.end + _A_DAY else last.day


_OBJECTIVE = {"nb": "## Mål 1: Ro i kveldene", "nn": "## Mål 1: Ro om kvelden", "en": "## Objective 1: Quiet nights"}
_WORDS = {
    "nb": ("Utrykninger fra 9 til 4", "Klager på støy fra 30 til 12", "Skader på benker fra 14 til 5"),
    "nn": ("Utrykkingar frå 9 til 4", "Klager på støy frå 30 til 12", "Skadar på benker frå 14 til 5"),
    "en": ("Calls from 9 to 4", "Noise complaints from 30 to 12", "Damaged benches from 14 to 5"),
}


def _set(language: str, *deadlines: str, period: str = "T2 2026") -> str:
    lines = [f"- {text} {deadline}".rstrip() for text, deadline in zip(_WORDS[language], deadlines, strict=True)]
    return "\n".join([f"# OKR {period}", _OBJECTIVE[language], *lines])


RULE = Rule(
    code="FOL04",
    name="all-due-on-the-last-day",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb=(
            "Alle de {count} nøkkelresultatene med frist er satt til siste dag, {day}: hva skal dere se etter "
            "underveis?"
        ),
        nn=(
            "Alle dei {count} nøkkelresultata med frist er sette til siste dagen, {day}: kva skal de sjå etter "
            "undervegs?"
        ),
        en=(
            "All {count} key results with a deadline are due on the last day, {day}: what will you look for on the way?"
        ),
    ),
    suggestion=Text(
        nb="Hvilket av dem kan nås tidligere? For eksempel kan «{result}» få en delverdi innen {halfway}.",
        nn="Kva for eit av dei kan de nå tidlegare? Til dømes kan «{result}» få ein delverdi innan {halfway}.",
        en="Which of them can be reached sooner? For example, “{result}” could have a halfway value by {halfway}.",
    ),
    bad=Examples(
        nb=(
            _set("nb", "innen 31. august 2026", "innen 31.08.2026", "innen utgangen av august"),
            _set("nb", "innen utgangen av T2 2026", "før 1. september 2026", "innen 31. august"),
        ),
        nn=(
            _set("nn", "innan 31. august 2026", "innan 31.08.2026", "innan utgangen av august"),
            _set("nn", "innan utgangen av T2 2026", "før 1. september 2026", "innan 31. august"),
        ),
        en=(
            _set("en", "by 31 August 2026", "by 31 August", "by the end of August"),
            _set("en", "by 30 September 2026", "by the end of Q3", "before 1 October 2026", period="Q3 2026"),
        ),
    ),
    good=Examples(
        nb=(
            _set("nb", "innen 31. august 2026", "innen 1. juli 2026", "innen 31. august 2026"),
            _set("nb", "innen 31. august 2026", "innen 31. august 2026", ""),
            _set("nb", "", "", ""),
        ),
        nn=(
            _set("nn", "innan 31. august 2026", "innan 1. juli 2026", "innan 31. august 2026"),
            _set("nn", "innan 31. august 2026", "innan 31. august 2026", ""),
        ),
        en=(
            _set("en", "by 31 August 2026", "by 1 July 2026", "by 31 August 2026"),
            _set("en", "by 31 August 2026", "by 31 August 2026", ""),
        ),
    ),
    check=check,
)
