"""A line with a gap nobody has filled: «X %», «[...]», «TBD».

Why it hurts: what is left open is decided by whoever needs it, each in their own way, or never. Fill the gap, or say
who will find the value and by when. Everything else about the line can wait until then.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from assistant.rules.analysis import Context, Item
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Flag the first placeholder of a line."""
    span = item.placeholder
    if span is not None:
        yield Finding("CLR11", item.path, RULE.severity, {"gap": item.line.text[span[0] : span[1]]}, span)


RULE = Rule(
    code="CLR11",
    name="placeholder-left",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    message=Text(
        nb="«{gap}» er ikke fylt ut ennå.",
        nn="«{gap}» er ikkje fylt ut enno.",
        en="“{gap}” has yet to be filled in.",
    ),
    suggestion=Text(
        nb="Sett inn det som skal stå i stedet for «{gap}», eller skriv hvem som finner det ut, og når.",
        nn="Set inn det som skal stå i staden for «{gap}», eller skriv kven som finn det ut, og når.",
        en="Put in what belongs instead of “{gap}”, or write who will find out, and when.",
    ),
    bad=Examples(
        nb=(
            "Andel kunder med fast rådgiver fra X % til 80 %",
            "Mål: [sett inn mål om yrkesfag]",
            "Svartid ned fra 12 til TBD",
        ),
        nn=("Delen kundar med fast rådgjevar frå X % til 80 %", "Mål: [fyll inn]", "Svartid ned frå 12 til xx dagar"),
        en=(
            "Customers with a named adviser from X% to 80%",
            "Objective: [insert objective]",
            "Response time from 12 to TBD",
        ),
    ),
    good=Examples(
        nb=("Brukere av Generasjon X-tilbudet fra 200 til 300", "Klager på Xtra-kortet ned fra 14 til 6 [1]"),
        nn=("Brukarar av Generasjon X-tilbodet frå 200 til 300", "Klager på Xtra-kortet ned frå 14 til 6 [1]"),
        en=("Followers on X from 200 to 300", "Defects in the X-ray unit down from 14 to 6 [1]"),
    ),
    check=check,
    only_if=attrgetter("line.placeholder"),
)
