"""A goal that bonus or pay hangs on.

Why it hurts: whoever is paid for reaching a goal sets it where it is sure to be reached, hides bad news and helps nobody
else. Goals that are to stretch and to teach cannot also settle the pay. Take the consequence out of the line and settle
pay elsewhere; where pay itself is the matter («lønnsgap», «pay gap»), nothing hangs on it.

Source: the article's pitfall «no involvement: top-down management by objectives».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, Item
from assistant.rules.pay import PAY_WORDS, read_pay
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Flag pay that follows from the goal."""
    line = item.line
    at = read_pay(line)
    if at is not None:
        span = (line.tokens.start(at), line.tokens.end(at))
        facts = {"pay": line.text[span[0] : span[1]], "line": line.text}
        yield Finding("INV04", item.path, RULE.severity, facts, span)


RULE = Rule(
    code="INV04",
    name="tied-to-pay",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    message=Text(
        nb="Når «{pay}» henger på målet, blir målet satt der det er trygt å nå.",
        nn="Når «{pay}» heng på målet, blir målet sett der det er trygt å nå.",
        en="When “{pay}” hangs on a goal, the goal gets set where it is safe to reach.",
    ),
    suggestion=Text(
        nb="Ta «{pay}» ut av linja, og avtal lønn et annet sted. La linja bare si hva som skal bli bedre.",
        nn="Ta «{pay}» ut av linja, og avtal løn ein annan stad. Lat linja berre seie kva som skal bli betre.",
        en="Take “{pay}” out of the line, and settle pay elsewhere. Let the line say only what will get better.",
    ),
    bad=Examples(
        nb=(
            "Salget per butikk opp fra 40 til 48 tusen kroner, som utløser bonus til alle ansatte",
            "Selgerne får lønnstillegg når kundetilfredsheten går fra 70 til 80",
            "Mål: Alle når målene sine og får årsbonus",
        ),
        nn=(
            "Salet per butikk opp frå 40 til 48 tusen kroner, som utløyser bonus til alle tilsette",
            "Seljarane får lønstillegg når kundane er meir nøgde: frå 70 til 80",
            "Mål: Alle når måla sine og får årsbonus",
        ),
        en=(
            "Sales per shop up from 40 to 48, which triggers a bonus for everyone",
            "Fitters earn a pay rise once rework falls from 9% to 5%",
            "Objective: Everyone hits their numbers and gets the bonus",
        ),
    ),
    good=Examples(
        nb=(
            "Lønnsgapet mellom kvinner og menn ned fra 9 % til 5 %",
            "Lønnsomheten per butikk opp fra 4 % til 7 %",
            "Kunder som bruker bonusen når de handler: fra 30 % til 50 %",
            "Mål: Ingen går hjem uten riktig lønn",
        ),
        nn=(
            "Lønsgapet mellom kvinner og menn ned frå 9 % til 5 %",
            "Lønsemda per butikk opp frå 4 % til 7 %",
            "Medlemer som får bonus når dei handlar: frå 30 % til 50 %",
        ),
        en=(
            "Pay gap between women and men down from 9% to 5%",
            "Members who use their bonus when they shop: from 30% to 50%",
            "Objective: Nobody waits for their pay",
        ),
    ),
    check=check,
    words=PAY_WORDS,
)
