"""A key result that counts what we do: meetings, courses, posts, interviews.

Why it hurts: the number is in our own hands and can be reached without anything changing for anybody, so it is
reached. Write what those who came, read or were asked will do or say that they do not today, and keep the count as an
initiative.

Source: the article's pitfall «a massive to-do list».
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag a key result whose number counts activities."""
    work = item.work
    if work is not None and work.counted:
        counted = item.line.text[work.span[0] : work.span[1]]
        yield Finding("TSK02", item.path, RULE.severity, {"counted": counted, "activity": work.word}, work.span)


RULE = Rule(
    code="TSK02",
    name="counts-activities",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{counted}» teller det dere selv gjør, ikke det som kommer ut av det.",
        nn="«{counted}» tel det de sjølve gjer, ikkje det som kjem ut av det.",
        en="“{counted}” counts what you do yourselves, not what comes of it.",
    ),
    suggestion=Text(
        nb="Hva skal flere gjøre eller svare etter {counted}? Mål det («Andel som …: fra … til …»), "
        "og før {activity} opp som tiltak.",
        nn="Kva skal fleire gjere eller svare etter {counted}? Mål det («Del som …: frå … til …»), "
        "og før {activity} opp som tiltak.",
        en="What will more people do or say after {counted}? Measure that (“Share who …: from … to …”), and list "
        "{activity} as an initiative.",
    ),
    bad=Examples(
        nb=("Gjennomføre 10 brukerintervjuer", "Holde fire kurs i klart språk", "6 jobbmesser i løpet av våren"),
        nn=("Halde tre folkemøte", "Publisere 30 innlegg på LinkedIn", "Arrangere seks kurskveldar for foreldre"),
        en=("Hold six information evenings", "Publish 30 posts on LinkedIn", "12 workshops with the suppliers"),
    ),
    good=Examples(
        nb=(
            "90 % av møtene starter med en sak fra brukerne, opp fra 20 %",
            "Besøk av ungdom etter skoletid fra 45 til 90 per dag",
            "Klager etter kundemøter ned fra 14 til 5",
        ),
        nn=(
            "90 % av møta startar med ei sak frå brukarane, opp frå 20 %",
            "Besøk av ungdom etter skuletid frå 45 til 90 per dag",
            "Deltakarar i arbeid etter kurset: frå 12 til 20",
        ),
        en=(
            "90% of meetings end with a decision, up from 40%",
            "Museum visits after five o'clock from 45 to 90 a day",
            "Trainees in work three months after the course: from 12 to 20",
        ),
    ),
    check=check,
    only_if=attrgetter("work"),
)
