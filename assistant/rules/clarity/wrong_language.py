"""A line in another language than its set.

Why it hurts: a line pasted from elsewhere looks like nobody's own, those who do not read the language pass it over, and
the words for the same thing no longer meet. Write it in the set's language. Names, quotes and loan words may stay, and a
profile may let bokmål and nynorsk stand side by side.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.strays import stray
from assistant.rules.analysis import Context, Item
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Flag the line if its telling words are of another language."""
    mixed = context.profile.setting("CLR13", "norwegian_mixed")
    found = stray(item.line.tokens, context.language, mixed=True) if mixed else item.line.stray
    if found is not None:
        facts = {
            "language": found.language.value if found.language is not None else found.name,
            "expected": context.language.value,
        }
        yield Finding("CLR13", item.path, RULE.severity, facts, found.span)


RULE = Rule(
    code="CLR13",
    name="wrong-language",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    message=Text(
        nb="Linja er på {language}, mens resten av settet er på {expected}.",
        nn="Linja er på {language}, medan resten av settet er på {expected}.",
        en="The line is in {language}, while the rest of the set is in {expected}.",
    ),
    suggestion=Text(
        nb="Skriv linja om til {expected}, eller sett den i anførselstegn om den er et sitat.",
        nn="Skriv linja om til {expected}, eller set ho i hermeteikn om ho er eit sitat.",
        en="Rewrite the line in {expected}, or put it in quotation marks if it is a quote.",
    ),
    bad=Examples(
        nb=(
            "Passenger complaints down from 80 to 50 a month",
            "Mål: Guests feel at home with us",
            "Fråfall i svømmegruppa ned frå 20 til 12",
            "Minska väntetiden från 9 till 5 dagar",
        ),
        nn=(
            "Passenger complaints down from 80 to 50 a month",
            "Mål: Gjestene føler seg hjemme hver gang",
            "Frafall i svømmegruppa ned fra 20 til 12",
        ),
        en=(
            "Klager fra passasjerer ned fra 80 til 50 i måneden",
            "Objective: Gjestene kjenner seg hjemme hos oss",
            "Talet på gjester frå Tyskland opp til 400",
        ),
    ),
    good=Examples(
        nb=(
            "First call resolution fra 62 til 75 %",
            "Reisende som svarer «the best trip of the year»: fra 9 til 14 %",
            "Mål: Onboarding av nye skippere går på skinner",
            "Besøk på Høgskulen i Volda fra 3 til 8",
        ),
        nn=(
            "First call resolution frå 62 til 75 %",
            "Reisande som svarer «the best trip of the year»: frå 9 til 14 %",
            "Mål: Onboarding av nye skipperar går på skjener",
            "Elevar som seier «jeg har det bra»: frå 60 til 75 %",
        ),
        en=(
            "Permits from Norges vassdrags- og energidirektorat handled within 40 days",
            "Visitors to Vigelandsanlegget up from 900 to 1,200 a week",
            "Objective: Every friluftsliv week is full",
        ),
    ),
    check=check,
)
