"""A deadline before the period begins or after it ends.

Why it hurts: a result that is due when the period is over cannot be followed up in it, and nobody will know at the last
check-in whether it was reached. Set a value that can be reached within the period, and keep the later one as the long
aim.

Source: the article's pitfall «no power to execute». Only a date given as a deadline counts, not that of a start value.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.language.dates import DateMention
from assistant.okr import Period
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_BEFORE = frozenset(("før", "before"))
_MOVES = frozenset("fall falls drop drops rise rises faller fell synker søkk øker aukar stiger stig".split())
"""Right behind a date they make it a part of the metric: «Withdrawals before week 10 fall by a quarter»."""
_A_DAY = timedelta(days=1)


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Compare each date given as a deadline with the set's period; one remark a line."""
    period = context.period
    if period is None:
        return
    long_term = item.key_result.long_term
    later = long_term.deadline if long_term else None
    for mention in item.line.dates:
        is_deadline = mention.introduced and item.line.tokens.padded[mention.last + 1] not in _MOVES
        if is_deadline and mention.day not in {None, later} and _is_outside(item, mention, period):
            tokens = item.line.tokens
            facts = _facts(tokens.slice(mention.first, mention.last), period)
            yield Finding(
                "EXE04", item.path, RULE.severity, facts, (tokens.start(mention.first), tokens.end(mention.last))
            )
            return
    deadline = item.key_result.deadline
    if deadline is not None and not period.start <= deadline <= period.end:
        yield Finding("EXE04", item.path, RULE.severity, _facts(deadline.isoformat(), period))


def _is_outside(item: KeyResultItem, mention: DateMention, period: Period) -> bool:
    day: date = mention.day or period.end
    if day == period.end + _A_DAY:  # «før 1. mai» is the thirtieth of April
        return _BEFORE.isdisjoint(item.line.words[mention.first : mention.last + 1])
    words = item.line.words[mention.first : mention.last + 1]
    if day < period.start and not any(word[0].isdecimal() for word in words):
        return False  # «før sommeren» may be the one that was
    return not period.start <= day <= period.end


def _facts(written: str, period: Period) -> dict[str, str]:
    return {"date": written, "period": period.label, "end": period.end.isoformat()}


RULE = Rule(
    code="EXE04",
    name="deadline-outside-period",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{date}» ligger utenfor perioden ({period}).",
        nn="«{date}» ligg utanfor perioden ({period}).",
        en="“{date}” lies outside the period ({period}).",
    ),
    suggestion=Text(
        nb="Hvor langt kan dere komme innen {end}? Skriv det, og la resten vente til neste periode.",
        nn="Kor langt kan de kome innan {end}? Skriv det, og lat resten vente til neste periode.",
        en="How far can you get by {end}? Write that, and leave the rest for the next period.",
    ),
    bad=Examples(
        nb=(
            "Øke gjenbruken fra 20 % til 35 % innen 31. desember 2026",
            "Kø ned fra 40 til 20 dager innen 1. april 2026",
        ),
        nn=(
            "Auke gjenbruken frå 20 % til 35 % innan 31. desember 2026",
            "Kø ned frå 40 til 20 dagar innan 1. april 2026",
        ),
        en=("Raise reuse from 20% to 35% by 31 December 2026", "Queue down from 40 to 20 days by 1 April 2026"),
    ),
    good=Examples(
        nb=(
            "Øke gjenbruken fra 20 % (desember 2025) til 35 % innen 31. august 2026",
            "Kø ned fra 40 dager i mars 2026 til 20 innen 1. juni 2026",
            "Restanser fra 90 til 30 før 1. september 2026",
        ),
        nn=(
            "Auke gjenbruken frå 20 % (desember 2025) til 35 % innan 31. august 2026",
            "Kø ned frå 40 dagar i mars 2026 til 20 innan 1. juni 2026",
            "Restansar frå 90 til 30 før 1. september 2026",
        ),
        en=(
            "Raise reuse from 20% (December 2025) to 35% by 31 August 2026",
            "Queue down from 40 days in March 2026 to 20 by 1 June 2026",
            "Backlog from 90 to 30 before 1 September 2026",
        ),
    ),
    check=check,
)
