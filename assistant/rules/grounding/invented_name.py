"""A person, product or place in a goal that the strategy does not name.

Why it hurts: a name is taken for knowledge. «In Salesforce» and «for Bergen» sound as if somebody had looked, and the wrong
system or town is bought for, hired for and reported on. Use a name the strategy has, or say what it stands for: the
customer system, the largest branch.

Source: not the article; this guards against what a language model adds. Owners, the organisation itself, common abbreviations
and public bodies are no such names.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.tokens import split_words
from assistant.rules.analysis import Context, Item, KeyResultItem
from assistant.rules.brief_reading import reading_of
from assistant.rules.names import Name, is_known, proper_names, stems_of
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Look each proper name of the line up in the brief, and in what the set says of its own people."""
    reading = reading_of(context)
    if reading is None:
        return
    for name in proper_names(item.line):
        if not is_known(name, reading.vocabulary, reading.vocabulary_stems) and not _is_own(name, item, context):
            words = item.line.text[name.start : name.end]
            yield Finding("GND03", item.path, RULE.severity, {"name": words}, (name.start, name.end))


def _is_own(name: Name, item: Item, context: Context) -> bool:
    """Whether the name is that of the organisation or of somebody in the set, or an ordinary word beside it."""
    told = set(split_words(item.owner, context.language)) if item.owner else set()
    for line in (item.line, item.objective.line) if isinstance(item, KeyResultItem) else (item.line,):
        told |= {line.words[at] for at, start in enumerate(line.tokens.starts) if line.text[start].islower()}
    told |= context.named
    return is_known(name, frozenset(told), stems_of(told))


_NB = "# Strategi for Lysvik Bokhandel\nVi skal bli bokhandelen barna i Sandnes velger, med kassesystemet Tikk."
_NN = "# Strategi for Lysvik Bokhandel\nVi skal bli bokhandelen borna i Sandnes vel, med kassesystemet Tikk."
_EN = "# Strategy for Lysvik Books\nWe will be the bookshop that children in Sandnes choose, with the till system Tikk."

RULE = Rule(
    code="GND03",
    name="invented-name",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    message=Text(
        nb="Strategien nevner ikke «{name}».",
        nn="Strategien nemner ikkje «{name}».",
        en="The strategy does not mention “{name}”.",
    ),
    suggestion=Text(
        nb="Bruk det navnet strategien bruker, eller si hva «{name}» er: et system, et sted, en rolle.",
        nn="Bruk det namnet strategien bruker, eller sei kva «{name}» er: eit system, ein stad, ei rolle.",
        en="Use the name the strategy uses, or say what “{name}” is: a system, a place, a role.",
    ),
    bad=Examples(
        nb=(
            Example("Mål 1: Barna i Haugesund velger oss", _NB),
            Example("Lesestunder booket i Salesforce fra 20 til 60 i måneden innen 1. juli 2026", _NB),
            Example("Nettsalg opp fra 4 % til 9 %, ledet av Kari Nordmann, innen 1. juli 2026", _NB),
        ),
        nn=(
            Example("Mål 1: Borna i Haugesund vel oss", _NN),
            Example("Lesestunder tinga i Salesforce frå 20 til 60 i månaden innan 1. juli 2026", _NN),
            Example("Nettsal opp frå 4 % til 9 %, leidd av Kari Nordmann, innan 1. juli 2026", _NN),
        ),
        en=(
            Example("Objective 1: Children in Haugesund choose us", _EN),
            Example("Story hours booked in Salesforce from 20 to 60 a month by 1 July 2026", _EN),
            Example("Online sales up from 4% to 9%, led by Mary Nordmann, by 1 July 2026", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example("Mål 1: Barna i Sandnes velger Lysvik", _NB),
            Example("Kjøp registrert i Tikk-kassen fra 400 til 600 innen 1. juli 2026", _NB),
            Example("NPS: Andel barnefamilier som svarer «Svært fornøyd» fra 40 % til 60 % innen juli 2026", _NB),
            Example("Kunder i IT-systemet med gyldig e-post fra 40 % til 90 % innen 1. juli 2026", _NB),
        ),
        nn=(
            Example("Mål 1: Borna i Sandnes vel Lysvik", _NN),
            Example("Kjøp registrerte i Tikk-kassa frå 400 til 600 innan 1. juli 2026", _NN),
            Example("NPS: Del barnefamiliar som svarer «Svært nøgd» frå 40 % til 60 % innan juli 2026", _NN),
            Example("Kundar i IT-systemet med gyldig e-post frå 40 % til 90 % innan 1. juli 2026", _NN),
        ),
        en=(
            Example("Objective 1: Children in Sandnes choose Lysvik", _EN),
            Example("Purchases rung up in Tikk from 400 to 600 by Monday 1 June 2026", _EN),
            Example("NPS: Families answering “Very satisfied” from 40% to 60% by July 2026", _EN),
            Example("Customers in the CRM with a valid e-mail address in English from 40% to 90% by 1 July 2026", _EN),
        ),
    ),
    check=check,
    needs_brief=True,
    silenced_by=("CLR11", "GND04", "GND05"),
)
