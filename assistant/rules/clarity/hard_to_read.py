"""A set whose words are so long, and sentences so heavy, that it is hard to read: LIX over 60.

Why it hurts: LIX is the words in a sentence plus the share of words longer than six letters, in percent. Over 60 is the
language of regulations; those who are to carry the goals out skim it, and nod. Split the long compounds, and say who
does what.

Source: the article's pitfall «unclear goals give no engagement»; LIX is from C. H. Björnsson, Läsbarhet (1968).
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.lengths import lengths_of
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_SHOWN = 3
"""So many of the longest words are named."""
_STOPS = (". ", "! ", "? ", ": ")
_MARKS = ".,:;!?()«»“”\"'–—"


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Count words, sentences and long words of the objectives, their reasons and their key results."""
    words = sentences = 0
    long: list[str] = []
    for objective in context.objectives:
        for line in (objective.line, *[key_result.line for key_result in objective.key_results]):
            count, longer = line.lengths
            words += count
            long += longer
            sentences += 1
        if why := objective.objective.why:
            count, longer = lengths_of([word for part in why.lower().split() if (word := part.strip(_MARKS))])
            words += count
            long += longer
            sentences += 1 + sum([why.count(stop) for stop in _STOPS])
    if words < context.profile.setting("CLR14", "least_words"):
        return
    lix = words / sentences + 100 * len(long) / words
    if lix > context.profile.setting("CLR14", "question_above"):
        longest = sorted(dict.fromkeys(long), key=lambda word: -len(word))[:_SHOWN]
        yield Finding("CLR14", "", RULE.severity, {"lix": f"{lix:.0f}", "longest": ", ".join(longest)})


RULE = Rule(
    code="CLR14",
    name="hard-to-read",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb="Målene er tunge å lese (LIX {lix}): skjønner de som skal gjøre jobben, hva dere mener?",
        nn="Måla er tunge å lese (LIX {lix}): skjønar dei som skal gjere jobben, kva de meiner?",
        en="The goals are hard to read (LIX {lix}): will those who do the work see what you mean?",
    ),
    suggestion=Text(
        nb="Start med de lengste ordene: {longest}. Hva sier dere når dere snakker sammen?",
        nn="Start med dei lengste orda: {longest}. Kva seier de når de snakkar saman?",
        en="Start with the longest words: {longest}. What do you say when you talk to each other?",
    ),
    bad=Examples(
        nb=(
            (
                "## Mål 1: Virksomhetsovergripende kvalitetsforbedringsarbeid understøtter tjenesteproduksjonen\n"
                "Hvorfor: Rapporteringsforpliktelser nødvendiggjør standardiserte internkontrollsystemer.\n"
                "- NR1: Gjennomsnittlig saksbehandlingskapasitet videreutvikles innenfor ansvarsområdene\n"
                "- NR2: Kompetansehevende organisasjonsutviklingstiltak konkretiseres fortløpende"
            ),
            (
                "## Mål 1: Klimatilpasningsperspektivet integreres gjennomgående i arealplanleggingsprosessene\n"
                "- NR1: Overvannshåndteringskapasiteten videreutvikles innenfor områdereguleringene\n"
                "- NR2: Interkommunale beredskapsorganisasjoner kvalitetssikres systematisk i planleggingsperioden"
            ),
        ),
        nn=(
            (
                "## Mål 1: Heilskapleg kvalitetsforbetringsarbeid kjenneteiknar tenesteproduksjonen\n"
                "Kvifor: Rapporteringsplikter nødvendiggjer standardiserte internkontrollsystem.\n"
                "- NR1: Gjennomsnittleg sakshandsamingskapasitet vidareutviklast innanfor ansvarsområda\n"
                "- NR2: Kompetansehevande organisasjonsutviklingstiltak konkretiserast fortløpande"
            ),
            (
                "## Mål 1: Klimatilpassingsperspektivet integrerast gjennomgåande i arealplanleggingsprosessane\n"
                "- NR1: Overvasshandteringskapasiteten vidareutviklast innanfor områdereguleringane\n"
                "- NR2: Interkommunale beredskapsorganisasjonar kvalitetssikrast systematisk i planleggingsperioden"
            ),
        ),
        en=(
            (
                "## Objective 1: Organisational transformation facilitates sustainable interdepartmental collaboration\n"
                "Why: Regulatory requirements necessitate standardised governance structures.\n"
                "- KR1: Comprehensive competency frameworks operationalised throughout administrative functions\n"
                "- KR2: Stakeholder engagement methodologies systematically institutionalised"
            ),
            (
                "## Objective 1: Digitalisation strategies strengthen infrastructure resilience considerably\n"
                "- KR1: Environmental performance indicators harmonised between subsidiary organisations\n"
                "- KR2: Procurement documentation standardisation completed following consultation processes"
            ),
        ),
    ),
    good=Examples(
        nb=(
            (
                "## Mål 1: Innbyggerne får byggetillatelsen mens de ennå husker hva de søkte om\n"
                "Hvorfor: I fjor ventet de i 58 dager, og mange ga opp.\n"
                "- NR1: Gjennomsnittlig saksbehandlingstid ned fra 58 til 35 virkedager\n"
                "- NR2: Andel søknader som er fullstendige første gang, fra 41 % til 65 %"
            ),
            "## Mål 1: Samhandlingsreformen\n- NR1: Liggedøgn for utskrivningsklare fra 900 til 400",
        ),
        nn=(
            (
                "## Mål 1: Innbyggjarane får byggjeløyvet medan dei enno hugsar kva dei søkte om\n"
                "Kvifor: I fjor venta dei i 58 dagar, og mange gav opp.\n"
                "- NR1: Gjennomsnittleg sakshandsamingstid ned frå 58 til 35 vyrkedagar\n"
                "- NR2: Søknader som er fullstendige første gongen, frå 41 % til 65 %"
            ),
            "## Mål 1: Samhandlingsreforma\n- NR1: Liggjedøgn for utskrivingsklare frå 900 til 400",
        ),
        en=(
            (
                "## Objective 1: Residents get their building permit while they still remember what they asked for\n"
                "Why: Last year they waited 58 days, and many gave up.\n"
                "- KR1: Average processing time for applications down from 58 to 35 days\n"
                "- KR2: Applications that are complete the first time, from 41% to 65%"
            ),
            "## Objective 1: Interoperability\n- KR1: Reconciliation discrepancies from 900 to 400",
        ),
    ),
    check=check,
)
