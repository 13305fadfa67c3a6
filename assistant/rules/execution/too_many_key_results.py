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
        nb="{count} nøkkelresultater er flere enn «{objective}» trenger.",
        nn="{count} nøkkelresultat er fleire enn «{objective}» treng.",
        en="{count} key results are more than “{objective}” needs.",
    ),
    suggestion=Text(
        nb="Behold de to til fire som ville overbevist en skeptiker om «{objective}», og la resten være styringstall.",
        nn="Hald på dei to til fire som ville ha overtydd ein skeptikar om «{objective}»; resten kan vere styringstal.",
        en="Keep the two to four that would convince a sceptic of “{objective}”, and watch the rest as figures.",
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
