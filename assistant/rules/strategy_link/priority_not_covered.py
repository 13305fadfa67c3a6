"""A priority of the strategy that no objective serves.

Why it hurts: what the strategy says and no goal takes up is dropped without anyone having dropped it, and those who
believed in it find out last. That may well be right, since few goals are better than many; but it should be said. Give it a
goal, put it under one, or write that it waits.

Source: the article's pitfall «no link between the business strategy and the purpose». An objective serves a priority when
it cites it, or clearly shares its wording in the goal, its key results or its initiatives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.language.folding import comparable
from assistant.language.line import Line
from assistant.language.tokens import split_words
from assistant.okr import OkrSet
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.brief_reading import (
    BriefReading,
    Said,
    content_of_goals,
    reading_of,
    speaks_alike,
    statements_cited,
)
from assistant.rules.content import content_of
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text

if TYPE_CHECKING:
    from assistant.rules.content import Content

_CLEARLY = 2
"""Words that few other priorities have; an objective that shares so many speaks of this one."""


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Ask about each priority that no objective cites or speaks of, up to a number a person will answer."""
    reading = reading_of(context)
    if reading is None or not item.objectives or not reading.priorities:
        return
    cites = [objective.sources for objective in item.objectives]
    alike = speaks_alike(context, reading)
    if not alike and not all(cites):
        return
    cited = {it.statement.id for sources in cites for group in statements_cited(sources, context) for it in group}
    sections = {it.statement.section for it in reading.said if it.statement.id in cited}
    open_ones = [
        it
        for it in reading.priorities
        if it.statement.id not in cited and not _goes_with(it, sections) and not _is_later(it, context)
    ]
    if alike:
        open_ones = _not_spoken_of(open_ones, reading, context)
    for it in open_ones[: int(context.profile.setting("LNK04", "most"))]:
        yield Finding("LNK04", "", RULE.severity, {"priority": _shown(it)})


def _goes_with(said: Said, sections: set[str | None]) -> bool:
    """Whether the priority is a sentence of running text under a heading of which another sentence is cited."""
    statement = said.statement
    return statement.section is not None and not statement.bullet and statement.section in sections


def _is_later(said: Said, context: Context) -> bool:
    """Whether the priority has a date of its own after the period."""
    period = context.period or (context.brief.period if context.brief is not None else None)
    if period is None or not any(word[0].isdecimal() for word in said.words):
        return False
    dates = Line(said.statement.text, said.language, period.end.year).dates
    return bool(dates) and all(mention.day is not None and mention.day > period.end for mention in dates)


def _not_spoken_of(priorities: list[Said], reading: BriefReading, context: Context) -> list[Said]:
    spread = Counter(key for it in reading.priorities for key in it.content.words)
    share = context.profile.setting("LNK04", "share")
    pools = [(objective, content_of_goals(objective)) for objective in context.objectives]
    return [
        it
        for it in priorities
        if not any(
            _speaks_of(pool, it.content, spread, share) or _takes_up_section(objective, it) for objective, pool in pools
        )
    ]


def _speaks_of(pool: Content, priority: Content, spread: Counter[str], share: float) -> bool:
    """Whether an objective clearly shares a priority's wording: words that many priorities have tell little."""
    shared = priority.found_in(pool)
    if not shared:
        return False
    told = sum(1 / spread[key] for key in shared)
    return told >= _CLEARLY or told >= share * sum(1 / spread[key] for key in priority.words)


def _takes_up_section(objective: ObjectiveItem, said: Said) -> bool:
    """Whether the objective is the very heading the priority stands under."""
    section = said.statement.section
    if not section:
        return False
    text = objective.objective.text
    if comparable(section).casefold().strip(" .:") == comparable(text).casefold().strip(" .:"):
        return True
    heading = content_of(split_words(section, said.language), said.language)
    ours = content_of(objective.line.words, objective.language)
    return len(heading) >= _CLEARLY and len(heading.shared(ours)) == len(heading)


def _shown(said: Said) -> str:
    """The priority as a person reads it: a table row without its bars."""
    cells = [value for _, value in said.statement.cells if value]
    return " – ".join(cells) if cells else said.statement.text.rstrip(" .;,")


_NB = """# Strategi
Vi har drevet verftet siden 1931.
- Skipene skal ut av dokken til avtalt dag
- Vi skal bygge 40 batteriferger for fylkene
- Ingen skal bli skadet på kranene våre"""
_NN = """# Strategi
Vi har drive verftet sidan 1931.
- Skipa skal ut av dokka til avtalt dag
- Vi skal byggje 40 batteriferjer for fylka
- Ingen skal bli skadde på kranane våre"""
_EN = """# Strategy
We have run the yard since 1931.
- Ships shall leave the dock on the day agreed
- We will build 40 battery ferries for the counties
- Nobody shall be hurt by our cranes"""


RULE = Rule(
    code="LNK04",
    name="priority-not-covered",
    scope=Scope.SET,
    severity=Severity.QUESTION,
    message=Text(
        nb="Ingen av målene tar opp «{priority}»: skal det vente, eller mangler det et mål?",
        nn="Ingen av måla tek opp «{priority}»: skal det vente, eller manglar det eit mål?",
        en="None of the objectives takes up “{priority}”: can it wait, or is an objective missing?",
    ),
    suggestion=Text(
        nb=(
            "Hører det til et av målene, så sett inn «{priority}» som forankring der. Ellers: lag et mål for det, "
            "eller skriv det under «Ikke nå»."
        ),
        nn=(
            "Høyrer det til eit av måla, så set inn «{priority}» som forankring der. Elles: lag eit mål for det, "
            "eller skriv det under «Ikkje no»."
        ),
        en=(
            "If it belongs to one of the objectives, quote “{priority}” there as the source. If not, write an "
            "objective for it, or list it under “Not now”."
        ),
    ),
    bad=Examples(
        nb=(
            Example("## Mål 1: Rederiene får skipet til avtalt dag\n## Mål 2: Kranene er trygge å gå under", _NB),
            Example("## Mål 1: Vi vokser\nForankring: «Vi skal bygge 40 batteriferger for fylkene»", _NB),
        ),
        nn=(
            Example("## Mål 1: Reiarlaga får skipet til avtalt dag\n## Mål 2: Kranane er trygge å gå under", _NN),
            Example("## Mål 1: Vi veks\nForankring: «Vi skal byggje 40 batteriferjer for fylka»", _NN),
        ),
        en=(
            Example("## Objective 1: Owners get their ship on the day agreed\n## Objective 2: Cranes are safe", _EN),
            Example("## Objective 1: We grow\nSource: “We will build 40 battery ferries for the counties”", _EN),
        ),
    ),
    good=Examples(
        nb=(
            Example(
                "## Mål 1: Rederiene får skipet ut av dokken til avtalt dag\n## Mål 2: Ingen skades under kranene\n"
                "## Mål 3: Fjordene får stille ferger\nForankring: «40 batteriferger for fylkene»",
                _NB,
            ),
            Example(
                "## Mål 1: Verftet holder det vi lover\n- NR1: Skip ute av dokken til avtalt dag fra 60 % til 90 %\n"
                "- NR2: Skader ved kranene fra 4 til 0\nTiltak:\n- Bygge batteriferger for fylkene",
                _NB,
            ),
        ),
        nn=(
            Example(
                "## Mål 1: Reiarlaga får skipet ut av dokka til avtalt dag\n## Mål 2: Ingen blir skadde under kranane\n"
                "## Mål 3: Fjordane får stille ferjer\nForankring: «40 batteriferjer for fylka»",
                _NN,
            ),
            Example(
                "## Mål 1: Verftet held det vi lovar\n- NR1: Skip ute av dokka til avtalt dag frå 60 % til 90 %\n"
                "- NR2: Skadar ved kranane frå 4 til 0\nTiltak:\n- Byggje batteriferjer for fylka",
                _NN,
            ),
        ),
        en=(
            Example(
                "## Objective 1: Owners see their ship leave the dock on the day agreed\n"
                "## Objective 2: Nobody is hurt under a crane\n"
                "## Objective 3: Quiet fjords\nSource: “40 battery ferries for the counties”",
                _EN,
            ),
            Example(
                "## Objective 1: The yard keeps its word\n- KR1: Ships out of dock on the day agreed from 60% to 90%\n"
                "- KR2: People hurt by cranes from 4 to 0\nInitiatives:\n- Build battery ferries for the counties",
                _EN,
            ),
        ),
    ),
    check=check,
    needs_brief=True,
)
