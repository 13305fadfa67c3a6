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
        yield Finding("TSK02", item.path, RULE.severity, {"counted": counted}, work.span)


RULE = Rule(
    code="TSK02",
    name="counts-activities",
    scope=Scope.KEY_RESULT,
    severity=Severity.ERROR,
    message=Text(
        nb="«{counted}» teller det dere gjør, ikke det som kommer ut av det.",
        nn="«{counted}» tel det de gjer, ikkje det som kjem ut av det.",
        en="“{counted}” counts what you do, not what comes of it.",
    ),
    suggestion=Text(
        nb=(
            "Hva skal være annerledes etter «{counted}», og for hvem? Mål det («Andel som …: fra … til …»), og flytt "
            "linja til tiltak."
        ),
        nn=(
            "Kva skal vere annleis etter «{counted}», og for kven? Mål det («Delen som …: frå … til …»), og flytt "
            "linja til tiltak."
        ),
        en=(
            "What should be different after “{counted}”, and for whom? Measure that (“Share who …: from … to …”), and"
            " move the line to the initiatives."
        ),
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
    only_if=attrgetter("line.work"),
)
