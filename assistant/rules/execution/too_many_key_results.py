"""More key results than an objective needs.

Why it hurts: with six measures of one goal nobody knows which of them counts, and the check-in becomes a reading of
figures. Two to four that together would convince a sceptic are enough.

Source: the article's pitfall «no power to execute».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import Language
from assistant.rules.analysis import Context, ObjectiveItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text


def check(item: ObjectiveItem, context: Context) -> Iterator[Finding]:
    """Count the objective's key results against the profile's two thresholds."""
    count = len(item.key_results)
    if count > context.profile.setting("EXE02", "warning_above"):
        grave = count > context.profile.setting("EXE02", "error_above")
        facts = {"count": str(count), "objective": item.line.text}
        yield Finding("EXE02", item.path, Severity.ERROR if grave else Severity.WARNING, facts)


_METRICS = {
    Language.NB: ("Mål 1: Gjestene vil tilbake", "Gjester som bestiller igjen, sal {}: fra 40 % til 50 %"),
    Language.NN: ("Mål 1: Gjestene vil tilbake", "Gjester som bestiller på nytt, sal {}: frå 40 % til 50 %"),
    Language.EN: ("Objective 1: Guests want to return", "Guests who book again, room {}: from 40% to 50%"),
}


def _objective(language: Language, count: int) -> str:
    objective, key_result = _METRICS[language]
    return "\n".join([f"## {objective}", *(f"- {key_result.format(number)}" for number in range(1, count + 1))])


RULE = Rule(
    code="EXE02",
    name="too-many-key-results",
    scope=Scope.OBJECTIVE,
    severity=Severity.WARNING,
    message=Text(
        nb="«{objective}» har {count} nøkkelresultater, og det er for mange å følge med på.",
        nn="«{objective}» har {count} nøkkelresultat, og det er for mange å følgje med på.",
        en="“{objective}” has {count} key results, too many to keep an eye on.",
    ),
    suggestion=Text(
        nb=(
            "Hvilke to til fire ville overbevist en skeptiker om at målet er nådd? Behold dem, og følg resten som "
            "styringstall."
        ),
        nn=(
            "Kva for to til fire ville ha overtydd ein skeptikar om at målet er nådd? Hald på dei, og følg resten som"
            " styringstal."
        ),
        en=(
            "Which two to four would convince a sceptic that it has been reached? Keep those, and track the rest as "
            "ordinary figures."
        ),
    ),
    bad=Examples(
        nb=(_objective(Language.NB, 5), _objective(Language.NB, 8)),
        nn=(_objective(Language.NN, 5), _objective(Language.NN, 8)),
        en=(_objective(Language.EN, 5), _objective(Language.EN, 8)),
    ),
    good=Examples(
        nb=(_objective(Language.NB, 4), _objective(Language.NB, 4) + "\nTiltak:\n- Ny meny\n- Bedre skilt"),
        nn=(_objective(Language.NN, 4), _objective(Language.NN, 4) + "\nTiltak:\n- Ny meny\n- Betre skilt"),
        en=(_objective(Language.EN, 4), _objective(Language.EN, 4) + "\nInitiatives:\n- A new menu\n- Better signs"),
    ),
    check=check,
)
