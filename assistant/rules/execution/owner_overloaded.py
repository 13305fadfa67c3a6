"""One person who owns more key results than anyone can follow up, across objectives.

Why it hurts: whoever owns everything chooses every Monday what to let lie, and nobody else feels that it is theirs. The
goals may all be right; there is nobody to carry them. Give those nearest to the matter their own key results.

Source: the article's pitfall «no power to execute». A key result without an owner of its own inherits its objective's.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import OkrSet
from assistant.rules.analysis import Context, KeyResultItem
from assistant.rules.owners import Person
from assistant.rules.people import People, owner_of, persons_named, persons_of
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_TWO = 2
"""Objectives: many key results under one are another rule's."""


def check(item: OkrSet, context: Context) -> Iterator[Finding]:
    """Count each person's key results, inherited ones too."""
    most = context.profile.setting("EXE07", "warning_above")
    key_results = context.key_results
    if len(context.objectives) < _TWO or len(key_results) <= most:
        return
    written_as: dict[str, list[KeyResultItem]] = {}
    for key_result in key_results:
        if owner := owner_of(key_result, context):
            written_as.setdefault(owner, []).append(key_result)
    people = People(list(persons_named(context)))
    owned: dict[str, list[KeyResultItem]] = {}
    written: dict[str, Person] = {}
    for owner, of_owner in written_as.items():
        for person in persons_of(owner, context.language):
            key = people.key(person)
            written.setdefault(key, person)
            owned.setdefault(key, []).extend(of_owner)
    for key, results in owned.items():
        objectives = {result.objective.path: result.objective.line.text for result in results}
        if len(results) > most and len(objectives) >= _TWO:
            facts = {
                "owner": written[key].name or written[key].title or "",
                "count": str(len(results)),
                "objectives": str(len(objectives)),
                "objective": objectives[results[-1].objective.path],
            }
            yield Finding("EXE07", "", RULE.severity, facts)


_LINES = {
    "nb": ("## Mål {}: Ro i kveldene, {}. etappe", "Eier", "- NR{0}: Utrykninger i sone {0} fra 9 til 4"),
    "nn": ("## Mål {}: Ro om kvelden, {}. etappe", "Eigar", "- NR{0}: Utrykkingar i sone {0} frå 9 til 4"),
    "en": ("## Objective {}: Quiet nights, stage {}", "Owner", "- KR{0}: Calls in zone {0} from 9 to 4"),
}


def _set(language: str, *owners: tuple[str, int]) -> str:
    heading, label, result = _LINES[language]
    lines: list[str] = []
    for number, (owner, count) in enumerate(owners, 1):
        lines += [heading.format(number, number), f"{label}: {owner}"]
        lines += [result.format(10 * number + at) for at in range(1, count + 1)]
    return "\n".join(lines)


RULE = Rule(
    code="EXE07",
    name="owner-overloaded",
    scope=Scope.SET,
    severity=Severity.WARNING,
    message=Text(
        nb=(
            "{owner} eier {count} nøkkelresultater på tvers av {objectives} mål, og det er mer enn én rekker å følge "
            "opp."
        ),
        nn=(
            "{owner} eig {count} nøkkelresultat på tvers av {objectives} mål, og det er meir enn éin rekk å følgje opp."
        ),
        en="{owner} owns {count} key results across {objectives} objectives, more than one person can follow up.",
    ),
    suggestion=Text(
        nb=(
            "Hvem står nærmest «{objective}»? La den personen eie nøkkelresultatene der, så får {owner} tid til resten."
        ),
        nn=(
            "Kven står nærast «{objective}»? Lat den personen eige nøkkelresultata der, så får {owner} tid til resten."
        ),
        en=(
            "Who is closest to “{objective}”? Let that person own its key results, so that {owner} has time for the "
            "rest."
        ),
    ),
    bad=Examples(
        nb=(
            _set("nb", ("Kari Moen, driftssjef", 3), ("Kari Moen", 3)),
            _set("nb", ("driftssjefen", 4), ("Kari Moen, driftssjef", 2)),
            _set("nb", ("Kari Moen", 2), ("Ola Berg", 1), ("Kari", 2), ("Ola Berg og Kari Moen", 2)),
        ),
        nn=(
            _set("nn", ("Kari Moen, driftssjef", 3), ("Kari Moen", 3)),
            _set("nn", ("driftsleiaren", 4), ("Kari Moen, driftsleiar", 2)),
        ),
        en=(
            _set("en", ("Ann Lee, operations manager", 3), ("Ann Lee", 3)),
            _set("en", ("operations manager", 4), ("Ann Lee (operations manager)", 2)),
        ),
    ),
    good=Examples(
        nb=(
            _set("nb", ("Kari Moen, driftssjef", 3), ("Kari Berg", 3)),
            _set("nb", ("Kari Moen", 6)),
            _set("nb", ("Kari Moen", 3), ("Kari Moen", 2)),
            _set("nb", ("Kari Moen", 3), ("Ola Berg", 3), ("Kari Moen", 2)),
        ),
        nn=(
            _set("nn", ("Kari Moen, driftssjef", 3), ("Kari Berg", 3)),
            _set("nn", ("Kari Moen", 6)),
        ),
        en=(
            _set("en", ("Ann Lee, operations manager", 3), ("Ann Hill", 3)),
            _set("en", ("Ann Lee", 6)),
        ),
    ),
    check=check,
)
