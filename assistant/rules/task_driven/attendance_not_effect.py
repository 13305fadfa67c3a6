"""A key result that counts who was there: a share of people who took part, completed or were trained.

Why it hurts: everybody can have sat through the course on the day nothing has changed. Attendance is in the organiser's
hands, and it measures the invitation. Write what those who were there do differently afterwards, or what others notice.
Where completing is the outcome itself (pupils, apprentices, patients), and where people use something, nothing is wrong.

Source: the article's pitfall «a massive to-do list».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.attendance import ATTENDANCE_WORDS, read_attendance
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: KeyResultItem, context: Context) -> Iterator[Finding]:
    """Flag people counted for being there."""
    found = read_attendance(item.line)
    if found is not None:
        tokens = item.line.tokens
        start, end = tokens.start(found.first), tokens.end(found.last)
        facts = {"words": item.line.text[start:end]}
        yield Finding("TSK05", item.path, RULE.severity, facts, (start, end))


RULE = Rule(
    code="TSK05",
    name="attendance-not-effect",
    scope=Scope.KEY_RESULT,
    severity=Severity.WARNING,
    message=Text(
        nb="«{words}» sier hvem som var med, ikke hva som kom ut av det.",
        nn="«{words}» seier kven som var med, ikkje kva som kom ut av det.",
        en="“{words}” says who was there, not what came of it.",
    ),
    suggestion=Text(
        nb=(
            "Hva gjør de annerledes tre måneder etterpå? Mål det («Andel som …: fra … til …»), og flytt linja til "
            "tiltak."
        ),
        nn=(
            "Kva gjer dei annleis tre månader etterpå? Mål det («Delen som …: frå … til …»), og flytt linja til tiltak."
        ),
        en=(
            "What do they do differently three months later? Measure that (“Share who …: from … to …”), and move the "
            "line to the initiatives."
        ),
    ),
    bad=Examples(
        nb=(
            "80 % av butikksjefene har gjennomført lederkurset",
            "Alle vaktene har fått opplæring i livredning",
            "Oppmøte på allmøtene opp fra 40 % til 75 %",
            "120 deltakere på fagdagene om brannvern",
        ),
        nn=(
            "80 % av butikksjefane har fullført leiarkurset",
            "Alle vaktene har fått opplæring i livredning",
            "Oppmøte på allmøta opp frå 40 % til 75 %",
            "90 % av montørane er kursa i høgspent",
        ),
        en=(
            "80% of shop managers have completed the leadership course",
            "All guards trained in life-saving",
            "Attendance at the all-hands up from 40% to 75%",
            "120 participants at the fire safety workshops",
        ),
    ),
    good=Examples(
        nb=(
            "Lærlinger som har fullført løpet med fagbrev: fra 60 % til 75 %",
            "Deltakere i jobb tre måneder etter kurset: fra 12 til 20",
            "Butikksjefer som har gjennomført kurset og bruker vaktplanen: fra 10 % til 60 %",
            "Kunder som fullfører nettkurset de kjøpte: fra 35 % til 55 %",
        ),
        nn=(
            "Lærlingar som har fullført løpet med fagbrev: frå 60 % til 75 %",
            "Deltakarar i jobb tre månader etter kurset: frå 12 til 20",
            "Skiftleiarar som brukar vaktplanen: frå 64 % til 100 %",
        ),
        en=(
            "Apprentices who complete their training: from 60% to 75%",
            "Trainees in work three months after the course: from 12 to 20",
            "Shift leaders who use the rota tool: from 64% to 100%",
            "Customers who complete the course they bought: from 35% to 55%",
        ),
    ),
    check=check,
    words=ATTENDANCE_WORDS,
    silenced_by=("TSK02", "CLR11"),
)
