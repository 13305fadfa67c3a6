"""An objective that quotes the strategy, but shares not one word with what it quotes.

Why it hurts: a quotation that says nothing of the goal is decoration. The goal looks decided when nobody has decided
it, and the sentence quoted looks taken care of when nobody works on it. Quote the words the goal does rest on, or say
in the goal what the quoted words ask for.

Source: the article's pitfall «no link between the business strategy and the purpose». Shared words prove no link and
their absence only makes one doubtful, so a person decides: inflection, compounds, the reason given and the heading above
the quoted words all count, and between two languages nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.brief_reading import (
    BriefReading,
    content_of_objective,
    reading_of,
    speaks_alike,
    statements_cited,
)
from assistant.rules.content import Content
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text

_VALUES = frozenset(("values",))
"""Parts of a brief that are too general to share words with a goal."""


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Compare the objective and its key results with every statement it cites."""
    sources = item.objective.sources
    reading = reading_of(context)
    if not sources or reading is None or not speaks_alike(context, reading):
        return
    cited = statements_cited(sources, context)
    if not cited or not all(cited):
        return
    said = {it.statement.id: it for group in cited for it in group}.values()
    if any(it.statement.field in _VALUES for it in said):
        return
    ours = content_of_objective(item)
    setting = context.profile.setting
    told = sum(len(it.content) for it in said)
    if min(len(ours), told) < setting("LNK03", "least_words") or any(it.around.touches(ours) for it in said):
        return
    if told < setting("LNK03", "enough_words") and not _speaks_of_another(ours, reading):
        return
    quote = next(source.quote for source in sources if source.quote.strip())
    yield Finding("LNK03", item.path, RULE.severity, {"objective": item.line.text, "quote": quote.rstrip(" .")})


def _speaks_of_another(ours: Content, reading: BriefReading) -> bool:
    """Whether the goal shares words with some other statement, and a short quote is likely the wrong one."""
    return any(it.statement.field == "strategy" and it.content.shared(ours) for it in reading.said)


_NB = "# Strategi\nVi skal korte ned ventetiden på høreapparat for pensjonister. Vi skal bygge ut nettet av ladestasjoner i fjellet."
_NN = "# Strategi\nVi skal korte ned ventetida på høyreapparat for pensjonistar. Vi skal byggje ut nettet av ladestasjonar i fjellet."
_EN = "# Strategy\nWe will shorten the wait for hearing aids for pensioners. We will build out charging stations in the mountains."

RULE = Rule(
    code="LNK03",
    name="objective-far-from-source",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="«{objective}» ser ut til å handle om noe annet enn «{quote}»: de har ikke ett ord felles.",
        nn="«{objective}» ser ut til å handle om noko anna enn «{quote}»: dei har ikkje eitt ord felles.",
        en="“{objective}” seems to be about something other than “{quote}”: they share not one word.",
    ),
    suggestion=Text(
        nb=(
            "Finn en setning i strategien som passer bedre, eller skriv under «Hvorfor:» hva målet har med «{quote}» "
            "å gjøre."
        ),
        nn=(
            "Finn ei setning i strategien som passar betre, eller skriv under «Kvifor:» kva målet har med «{quote}» å"
            " gjere."
        ),
        en=(
            "Find a sentence of the strategy that fits better, or say under “Why:” what the objective has to do with "
            "“{quote}”."
        ),
    ),
    bad=Examples(
        nb=(
            Example(
                "## Mål 1: Lærlingene blir hos oss\nForankring: «korte ned ventetiden på høreapparat»\n"
                "- NR1: Lærlinger som tar fast jobb: fra 4 til 9 av 12 innen 1. juli 2026",
                _NB,
            ),
            Example(
                "## Mål 1: Kveldene på kontoret er rolige\nForankring: «bygge ut nettet av ladestasjoner i fjellet»\n"
                "- NR1: Overtid fra 90 til 40 timer i måneden innen 1. juli 2026",
                _NB,
            ),
        ),
        nn=(
            Example(
                "## Mål 1: Lærlingane blir hos oss\nForankring: «korte ned ventetida på høyreapparat»\n"
                "- NR1: Lærlingar som tek fast jobb: frå 4 til 9 av 12 innan 1. juli 2026",
                _NN,
            ),
            Example(
                "## Mål 1: Kveldane på kontoret er rolege\nForankring: «byggje ut nettet av ladestasjonar i fjellet»\n"
                "- NR1: Overtid frå 90 til 40 timar i månaden innan 1. juli 2026",
                _NN,
            ),
        ),
        en=(
            Example(
                "## Objective 1: Apprentices stay with us\nSource: “shorten the wait for hearing aids”\n"
                "- KR1: Apprentices who take a permanent job: from 4 to 9 of 12 by 1 July 2026",
                _EN,
            ),
            Example(
                "## Objective 1: Evenings at the office are quiet\nSource: “charging stations in the mountains”\n"
                "- KR1: Overtime from 90 to 40 hours a month by 1 July 2026",
                _EN,
            ),
        ),
    ),
    good=Examples(
        nb=(
            Example(
                "## Mål 1: Alle hører barnebarna sine igjen\nForankring: «korte ned ventetiden på høreapparat»\n"
                "- NR1: Venting på første time fra 14 til 6 uker innen 1. juli 2026",
                _NB,
            ),
            Example(
                "## Mål 1: Ingen strander på høyfjellet\nForankring: «bygge ut nettet av ladestasjoner i fjellet»\n"
                "- NR1: Bilberginger for tomt batteri fra 60 til 20 innen 1. juli 2026",
                _NB,
            ),
        ),
        nn=(
            Example(
                "## Mål 1: Alle høyrer barnebarna sine att\nForankring: «korte ned ventetida på høyreapparat»\n"
                "- NR1: Venting på første time frå 14 til 6 veker innan 1. juli 2026",
                _NN,
            ),
            Example(
                "## Mål 1: Ingen strandar på høgfjellet\nForankring: «byggje ut nettet av ladestasjonar i fjellet»\n"
                "- NR1: Bilbergingar for tomt batteri frå 60 til 20 innan 1. juli 2026",
                _NN,
            ),
        ),
        en=(
            Example(
                "## Objective 1: Everyone hears their grandchildren\nSource: “shorten the wait for hearing aids”\n"
                "- KR1: Waiting for a first appointment from 14 to 6 weeks by 1 July 2026",
                _EN,
            ),
            Example(
                "## Objective 1: Drivers get across the pass\nSource: “charging stations in the mountains”\n"
                "- KR1: Cars towed with a flat battery on mountain roads from 60 to 20 by 1 July 2026",
                _EN,
            ),
        ),
    ),
    check=check,
    needs_brief=True,
    silenced_by=("LNK02",),
)
