"""A line that orders the organisation's own people: «ansatte skal», «must», «pålegges».

Why it hurts: an order can be obeyed without anything getting better, and those who are ordered stop telling what would
work. Write what they will be able to do, or what those they serve will notice, and ask them how to get there. «Bør» and
«should» advise, and «skal slippe å» promises a benefit: neither is an order.

Source: the article's pitfall «no involvement: top-down management by objectives».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, Item
from assistant.rules.command_words import COMMAND_WORDS
from assistant.rules.commands import read_command
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Flag a clause whose subject is one's own people and whose verb commands them."""
    line = item.line
    found = read_command(line)
    if found is not None:
        _, first, last = found
        tokens = line.tokens
        facts = {"order": tokens.slice(first, last)}
        yield Finding("INV02", item.path, RULE.severity, facts, (tokens.start(first), tokens.end(last)))


RULE = Rule(
    code="INV02",
    name="command-language",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    message=Text(
        nb="«{order}» er en ordre til egne folk, ikke et resultat.",
        nn="«{order}» er ein ordre til eigne folk, ikkje eit resultat.",
        en="“{order}” is an order to your own people, not a result.",
    ),
    suggestion=Text(
        nb="Hva blir bedre, og for hvem, når det skjer? Skriv det, og spør dem det gjelder, hva som skal til.",
        nn="Kva blir betre, og for kven, når det skjer? Skriv det, og spør dei det gjeld, kva som skal til.",
        en=(
            "What gets better, and for whom, when it happens? Write that, and ask the people concerned what it would "
            "take."
        ),
    ),
    bad=Examples(
        nb=(
            "Alle avdelingsledere skal levere ukerapport innen fredag kl. 12",
            "Selgerne må ringe ti kunder om dagen",
            "Mål: Medarbeiderne skal følge rutinene for avfall",
            "Innen 1. juli 2026 skal alle ansatte ha gjennomført brannøvelse",
        ),
        nn=(
            "Alle avdelingsleiarar skal levere vekerapport innan fredag kl. 12",
            "Seljarane må ringje ti kundar om dagen",
            "Mål: Medarbeidarane skal følgje rutinane for avfall",
        ),
        en=(
            "All managers must submit a weekly report by Friday noon",
            "Sales staff are required to call ten customers a day",
            "Objective: Employees shall follow the waste routines",
        ),
    ),
    good=Examples(
        nb=(
            "Ansatte skal slippe å registrere det samme to ganger",
            "Tiden ansatte må bruke på rapportering ned fra 6 til 4 timer i uka",
            "Lederne bør ha færre direkte medarbeidere: fra 22 til 12",
            "Mål: Leverandøren skal ikke trenge å purre på betalingen",
        ),
        nn=(
            "Dei tilsette skal sleppe å registrere det same to gonger",
            "Tida tilsette må bruke på rapportering ned frå 6 til 4 timar i veka",
            "Mål: Leverandøren skal få svar same dag",
        ),
        en=(
            "Hours staff must spend on reporting down from 6 to 4 a week",
            "Required fields in the form down from 31 to 12",
            "Objective: Managers should have time to listen",
        ),
    ),
    check=check,
    words=COMMAND_WORDS,
)
