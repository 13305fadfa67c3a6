"""A set whose key results are mostly work.

Why it hurts: each task may be sound, but together they are a plan without a goal. The list grows, everybody is busy,
and nobody can say what it was for. Move the work to initiatives and ask of each objective what would show it is
reached.

Source: the article's pitfall «a massive to-do list».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context
from assistant.rules.rule import Example, Examples, Finding, Rule, Scope, Severity, Text


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Count the key results that are work against the profile's share."""
    key_results = context.key_results
    tasks = len([key_result for key_result in key_results if key_result.work is not None])
    profile = context.profile
    if tasks >= profile.setting("TSK04", "least") and tasks >= profile.setting("TSK04", "share") * len(key_results):
        yield Finding("TSK04", "", RULE.severity, {"tasks": str(tasks), "count": str(len(key_results))})


def _set(objective: str, *key_results: str) -> Example:
    return Example("\n".join([f"## {objective}", *(f"- {text}" for text in key_results)]))


RULE = Rule(
    code="TSK04",
    name="to-do-list",
    scope=Scope.SET,
    severity=Severity.ERROR,
    message=Text(
        nb="{tasks} av {count} nøkkelresultater er oppgaver: settet er blitt en gjøreliste.",
        nn="{tasks} av {count} nøkkelresultat er oppgåver: settet er blitt ei gjereliste.",
        en="{tasks} of {count} key results are tasks: the set has become a to-do list.",
    ),
    suggestion=Text(
        nb="Flytt oppgavene til tiltak, og spør for hvert mål: hva blir annerledes når de er gjort?",
        nn="Flytt oppgåvene til tiltak, og spør for kvart mål: kva blir annleis når dei er gjorde?",
        en="Move the tasks to the initiatives, and ask of each objective: what will be different once they are done?",
    ),
    bad=Examples(
        nb=(
            _set("Mål 1: Flere finner fram", "Lansere ny nettside", "Skrive 20 artikler", "Klager ned fra 12 til 5"),
            _set(
                "Mål 1: Trygge elever",
                "Holde tre foreldremøter",
                "Andel som trives fra 70 % til 80 %",
                "Ansette miljøarbeider",
                "Fravær ned fra 8 % til 6 %",
            ),
        ),
        nn=(
            _set("Mål 1: Fleire finn fram", "Lansere ny nettstad", "Skrive 20 artiklar", "Klager ned frå 12 til 5"),
            _set(
                "Mål 1: Trygge elevar", "Halde tre foreldremøte", "Tilsetje miljøarbeidar", "Fråvær ned frå 8 % til 6 %"
            ),
        ),
        en=(
            _set(
                "Objective 1: More people find us",
                "Launch a new website",
                "Write 20 articles",
                "Complaints from 12 to 5",
            ),
            _set("Objective 1: Safe pupils", "Hold three meetings", "Hire a youth worker", "Absence from 8% to 6%"),
        ),
    ),
    good=Examples(
        nb=(
            _set("Mål 1: Flere finner fram", "Lansere ny nettside"),
            _set(
                "Mål 1: Flere finner fram",
                "Lansere ny nettside",
                "Klager ned fra 12 til 5",
                "Treff på søk fra 40 % til 70 %",
            ),
        ),
        nn=(
            _set("Mål 1: Fleire finn fram", "Lansere ny nettstad"),
            _set(
                "Mål 1: Fleire finn fram",
                "Klager ned frå 12 til 5",
                "Skrive 20 artiklar",
                "Treff på søk frå 40 % til 70 %",
            ),
        ),
        en=(
            _set("Objective 1: More people find us", "Launch a new website"),
            _set(
                "Objective 1: More people find us",
                "Launch a new website",
                "Complaints from 12 to 5",
                "Repeat visits from 40% to 70%",
            ),
        ),
    ),
    check=check,
)
