"""What is told of a key result in lines below it and in brackets behind it."""

from __future__ import annotations

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Ambition, KeyResult

RESULT = "Svartid fra 9 til 4 timer"


def only_result(lines: str) -> KeyResult:
    (objective,) = read_set_markdown(f"## Mål 1: Ro\n{lines}\n").okr_set.objectives
    (result,) = objective.key_results
    return result


@pytest.mark.parametrize(
    "lines",
    [
        "- KR1: Svartid\n  - Nå: 9\n  - Mål: 4\n  - Frist: 1. mai 2026\n  - Eier: Ola\n  - Kilde: køen",
        "- Svartid\n\t- Utgangspunkt: 9\n\t- Målverdi: 4\n\t- Innen: 1. mai 2026\n\t- Ansvarlig: Ola\n\t- Måles i: køen",
        "- KR1: Svartid\n  Nå: 9\n  Mål T1 2026: 4\n  Frist: innen 1. mai 2026\n  Eier: Ola\n  Kilde: køen",
        "### KR1: Svartid\n- Nå: 9\n- Mål: 4\n- Frist: 1. mai 2026\n- Eier: Ola\n- Kilde: køen",
        "### KR1: Svartid\nNå: 9\nMål: 4\nFrist: 1. mai 2026\nEier: Ola\nKilde: køen",
        "- KR1: Svartid\n  - Nå: 9 / Mål: 4 / Frist: 1. mai 2026\n  - Eier: Ola, kilde: køen",
        "- KR1: Svartid\n  - Start: 9 | Mål: 4 | Frist: 1. mai 2026\n  - **Eier:** Ola | **Kilde:** køen",
        "- KR1: Svartid\n  - Nå: 9 → Mål: 4, frist: 1. mai 2026\n  - Eier: Ola. Kilde: køen",
        "- KR1: Svartid fra 9 til 4 innen 1. mai 2026\n  - Mål: 4\n  - Eier: Ola\n  - Kilde: køen",
    ],
)
def test_what_stands_below_a_key_result_is_said_of_it(lines: str) -> None:
    result = only_result(lines)
    said = (result.text.partition(" (")[0], result.owner, result.data_source)
    assert said == ("Svartid fra 9 til 4 innen 1. mai 2026", "Ola", "køen")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("- KR1: Waiting time\n    * Baseline: 19 days\n    * Target: 7 days\n    * Due: 1 May 2026", "Waiting time from 19 days to 7 days by 1 May 2026"),
        ("- KR1: Ventetida til borna\n  - No: 19 dagar\n  - Mål: 7 dagar", "Ventetida til borna frå 19 dagar til 7 dagar"),
    ],
)  # fmt: skip
def test_start_goal_and_date_are_joined_in_the_language_of_the_set(lines: str, text: str) -> None:
    assert only_result(lines).text == text


def test_a_goal_below_a_key_result_is_no_objective() -> None:
    text = "## Kundene blir\n- Gjenkjøp\n  - Mål: 60 %\n\n## Folk trives\n- Turnover\n  - Mål: 9 %\n"
    assert [item.text for item in read_set_markdown(text).okr_set.objectives] == ["Kundene blir", "Folk trives"]


def test_an_owner_below_the_last_key_result_and_not_moved_in_is_the_objectives() -> None:
    (objective,) = read_set_markdown(f"Mål 1: Ro\n- {RESULT}\nEier: Kari\n").okr_set.objectives
    assert (objective.owner, objective.key_results[0].owner) == ("Kari", None)


@pytest.mark.parametrize(
    ("notes", "owner", "source"),
    [
        ("(kilde: [portalen](https://eks.no/p))", None, "[portalen](https://eks.no/p)"), ("(eier: Kari (vikar); kilde: CRM)", "Kari (vikar)", "CRM"),
        ("(eier: Geir (salg), kilde: CRM (rapport «A»), forpliktende)", "Geir (salg)", "CRM (rapport «A»)"), ("(eier Kari Moen, kilde CRM)", "Kari Moen", "CRM"),
        ("[eier: Max] [kilde: køen]", "Max", "køen"), ("| eier: Cy | kilde: køen", "Cy", "køen"), (". Eier: adm. dir. Kilde: køen.", "adm. dir", "køen"),
        ("(måles i køen; strekkmål)", None, None), ("*(eier: Lars)*", "Lars", None), ("(leses av i køen, eier: Lars)", "Lars", "køen"),
    ],
)  # fmt: skip
def test_notes_behind_a_line_may_hold_brackets_and_each_other(
    notes: str, owner: str | None, source: str | None
) -> None:
    result = only_result(f"- {RESULT} {notes}".replace(" .", "."))
    assert (result.owner, result.data_source) == (owner, source or ("køen" if "køen" in notes else None))
    assert result.text == RESULT


@pytest.mark.parametrize(
    ("notes", "left"),
    [
        ("(2025: 11 (median); kilde: køen)", "(2025: 11 (median))"), ("(eier: Ola; frist: 1. mai; kilde: køen)", "(frist: 1. mai)"),
        ("(1. mai 2026, leses av i køen)", "(1. mai 2026)"), ("(kilde: køen; nå: 9)", "(nå: 9)"), ("(strategien: «raskere»; kilde: køen)", "(strategien: «raskere»)"),
    ],
)  # fmt: skip
def test_words_of_the_line_stay_where_they_share_brackets_with_notes(notes: str, left: str) -> None:
    text = f"## Mål 1: Ro\n- {RESULT} {notes}"
    read_set = read_set_markdown(text)
    (result,) = read_set.okr_set.objectives[0].key_results
    assert (result.text, result.data_source) == (f"{RESULT} {left}", "køen")
    place = next(place for (path, _), place in read_set.places.items() if "key_results" in path)
    line = text.split("\n")[1]
    assert "".join(line[place.column_of(at) - 1] for at in range(len(place.text))) == place.text


@pytest.mark.parametrize(
    "line", ["KR4 (strekkmål): {}", "- KR4 (strekkmål) – {}", "- {} (strekk)", "- {}\n  - Type: strekkmål"]
)
def test_the_ambition_may_stand_in_the_label_behind_the_line_or_below_it(line: str) -> None:
    result = only_result(line.format(RESULT))
    assert (result.text, result.ambition) == (RESULT, Ambition.ASPIRATIONAL)


def test_the_number_of_a_footnote_is_no_part_of_the_line() -> None:
    assert only_result(f"- {RESULT}[^1]").text == RESULT
