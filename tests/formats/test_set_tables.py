"""Tables of key results, with bars or tabs, as people write and paste them."""

from __future__ import annotations

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Objective

OBJECTIVE = "Mål 1: Kundene kommer igjen"
RULE = {"|": "\n|---|---|---|---|---|---|", "\t": ""}


def objectives(text: str) -> tuple[Objective, ...]:
    """The objectives of a set."""
    return read_set_markdown(text).okr_set.objectives


def row(cells: list[str], mark: str) -> str:
    """A row of a table with bars or of a paste from a spreadsheet."""
    return "\t".join(cells) if mark == "\t" else f"| {' | '.join(cells)} |"


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_row_is_a_key_result_with_its_owner_and_source(mark: str) -> None:
    head = row(["Nøkkelresultat", "Nå", "Mål", "Frist", "Eier", "Kilde"], mark)
    cells = row(["Gjenkjøp", "45 %", "60 %", "30. april 2026", "Ola Berg", "CRM"], mark)
    (objective,) = objectives(f"## {OBJECTIVE}\n\n{head}{RULE[mark]}\n{cells}\n")
    (result,) = objective.key_results
    assert (result.text, result.owner, result.data_source) == (
        "Gjenkjøp fra 45 % til 60 % innen 30. april 2026", "Ola Berg", "CRM",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        ("Baseline", "Target"), ("Utgangspunkt", "Målverdi"), ("Nåverdi", "Mål T1"), ("I dag", "Mål"),
        ("Status nå", "Måltall"), ("Fra", "Til"), ("**Nå**", "**Mål 2026**"),
    ],
)  # fmt: skip
def test_the_columns_of_start_and_goal_go_by_many_names(start: str, goal: str) -> None:
    (objective,) = objectives(
        f"## {OBJECTIVE}\n\n| KR | {start} | {goal} |\n|---|---|---|\n| Gjenkjøp | 45 % | 60 % |\n"
    )
    assert objective.key_results[0].text == "Gjenkjøp fra 45 % til 60 %"


def test_a_column_of_objectives_before_the_key_results_is_no_goal() -> None:
    (objective,) = objectives("# OKR T1 2026\n\n| Mål | Nøkkelresultat |\n|---|---|\n| Ro | Klager fra 9 til 3 |\n")
    assert (objective.text, objective.key_results[0].text) == ("Ro", "Klager fra 9 til 3")


def test_a_paste_with_the_objective_on_its_first_row_only_goes_on_below_it() -> None:
    text = (
        "Mål\tNøkkelresultat\tEier\nRo i kveldene\tKlager fra 9 til 3\tOla Berg\n\tUtrykninger fra 8 til 2\tKari Moen\n"
    )
    (objective,) = objectives(f"OKR T1 2026\n{text}")
    assert [(result.text, result.owner) for result in objective.key_results] == [
        ("Klager fra 9 til 3", "Ola Berg"), ("Utrykninger fra 8 til 2", "Kari Moen"),
    ]  # fmt: skip


def test_an_empty_line_ends_no_paste() -> None:
    text = "Mål\tNøkkelresultat\nRo\tKlager fra 9 til 3\n\nLys\tStrømbrudd fra 4 til 1\n"
    assert [objective.text for objective in objectives(f"OKR T1 2026\n{text}")] == ["Ro", "Lys"]


@pytest.mark.parametrize("blank", ["", "-", "–", "n/a"])
def test_a_cell_with_nothing_in_it_says_nothing(blank: str) -> None:
    (objective,) = objectives(
        f"## {OBJECTIVE}\n\n| KR | Nå | Mål | Eier |\n|---|---|---|---|\n| Svar | {blank} | 60 % | {blank} |\n"
    )
    assert (objective.key_results[0].text, objective.key_results[0].owner) == ("Svar til 60 %", None)


def test_a_finding_in_a_paste_has_the_column_of_its_cell() -> None:
    read = read_set_markdown("OKR\nMål\tNøkkelresultat\nRo i kveldene\tKlager fra 9 til 3\n")
    places = {path: (place.line, place.column) for (path, _), place in read.places.items()}
    assert places == {"/objectives/0": (3, 1), "/objectives/0/key_results/0": (3, 15)}


def test_a_label_may_be_the_first_cell_of_a_pasted_line() -> None:
    (objective,) = objectives("Mål 1\tRo i kveldene\nKR1\tKlager fra 9 til 3\n")
    assert (objective.text, objective.key_results[0].text) == ("Ro i kveldene", "Klager fra 9 til 3")


def test_a_row_without_a_key_result_is_told() -> None:
    text = f"## {OBJECTIVE}\n\n| KR | Nå | Mål |\n|---|---|---|\n| Gjenkjøp | 45 % | 60 % |\n|  | 3 | 4 |\n"
    assert read_set_markdown(text).unread == (6,)


def test_a_table_of_something_else_is_no_part_of_the_set() -> None:
    text = f"## {OBJECTIVE}\n- Klager fra 9 til 3\n\n| Møte | Rom |\n|---|---|\n| Mandag | 12 |\n"
    assert [result.text for result in objectives(text)[0].key_results] == ["Klager fra 9 til 3"]


def test_a_column_of_codes_tells_objectives_from_key_results() -> None:
    text = "Nr\tTekst\tNå\tMål\tEier\nO1\tRo i kveldene\t\t\tOla Berg\nKR1\tKlager\t9\t3\tKari Moen\n"
    (objective,) = objectives(f"OKR T1 2026\n{text}")
    (result,) = objective.key_results
    assert (objective.text, objective.owner) == ("Ro i kveldene", "Ola Berg")
    assert (result.text, result.owner) == ("Klager fra 9 til 3", "Kari Moen")


def test_an_objective_s_row_says_why_who_and_what_is_done() -> None:
    head = "Hovudmål\tKvifor\tEigar\tNøkkelresultat\tFrå\tTil\tTiltak"
    text = f"{head}\nRo om kvelden\tFolk flyttar\tOla Berg\tKlager\t9\t3\tvakt på torget\n\t\t\tBråk\t4\t1\t\n"
    (objective,) = objectives(f"OKR T1 2026\n{text}")
    assert (objective.why, objective.owner, objective.initiatives) == ("Folk flyttar", "Ola Berg", ("vakt på torget",))
    assert [(result.text, result.owner) for result in objective.key_results] == [
        ("Klager frå 9 til 3", None), ("Bråk frå 4 til 1", None),
    ]  # fmt: skip


def test_a_column_named_for_the_end_of_the_period_holds_the_goals() -> None:
    text = (
        f"## {OBJECTIVE}\n\n| Nøkkelresultat | Utgangspunkt | Ved årets slutt |\n|---|---|---|\n| Svinn | 34 | 20 |\n"
    )
    assert objectives(text)[0].key_results[0].text == "Svinn fra 34 til 20"


# --- other marks, and what stands in one cell -----------------------------------------------------------------------

ROWS = [
    ("Ro", "Klager fra 9 til 3", "Ola"),
    ("Ro", "Bråk fra 4 til 1", "Kari"),
    ("Lys", "Mørke lamper fra 40 til 5", "Ola"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Mål | Nøkkelresultat | Nå | Til | Eier\n---|:--|--:|---|---\nRo | Klager | 9 | 3 | Ola\n | Bråk | 4 | 1 | Kari\nLys | Mørke lamper | 40 | 5 | Ola",
        "Mål;Nøkkelresultat;Nå;Til;Eier\nRo;Klager;9;3;Ola\n;Bråk;4;1;Kari\nLys;Mørke lamper;40;5;Ola",
        'Mål,Nøkkelresultat,Fra,Til,Eier\nRo,"Klager",9,3,Ola\n"Ro",Bråk,4,1,Kari\nLys,Mørke lamper,40,5,Ola',
        "| # | **Mål** | # | Nøkkelresultat (KR) | Nåverdi (2025) | Mål T1 | DRI |\n|---|---|---|---|---|---|---|\n| 1 | Ro | 1.1 | Klager | 9 | 3 | Ola |\n| 1 | Ro | 1.2 | Bråk | 4 | 1 | Kari |\n| 2 | Lys | 2.1 | Mørke lamper | 40 | 5 | Ola |",
        "| | Nøkkelresultat | 2025 | 2026 | Eier |\n|---|---|---|---|---|\n| **Mål 1: Ro** | | | | |\n| KR1 | Klager | 9 | 3 | Ola |\n| KR2 | Bråk | 4 | 1 | Kari |\n| **Mål 2: Lys** | | | | |\n| KR1 | Mørke lamper | 40 | 5 | Ola |",
        "| Mål | Nøkkelresultat | Utgangspunkt | I dag | Mål | Eier |\n|---|---|---|---|---|---|\n| Ro | Klager | 9 | 7 | 3 | Ola |\n| Ro | Bråk | 4 | 2 | 1 | Kari |\n| Lys | Mørke lamper | 40 | 6 | 5 | Ola |",
        "| Mål | Nøkkelresultat | Fra | Til | Eier |\n|---|---|---|---|---|\n| O1: Ro | KR1: Klager<br>KR2: Bråk | 9<br/>4 | 3<br />1 | Ola<br>Kari |\n| O2: Lys | - Mørke lamper | 40 | 5 | Ola |",
        'Mål\tNøkkelresultat\tFra\tTil\tEier\nRo\t"Klager\nBråk"\t"9\n4"\t"3\n1"\t"Ola\nKari"\nLys\tMørke lamper\t40\t5\tOla',
    ],
)  # fmt: skip
def test_a_table_is_read_whatever_sets_its_cells_apart(text: str) -> None:
    found = [
        (objective.text, result.text, result.owner)
        for objective in objectives(f"OKR T1 2026\n\n{text}\n")
        for result in objective.key_results
    ]
    assert found == ROWS


def test_a_paste_without_a_head_has_objectives_before_key_results() -> None:
    text = "Ro\tKlager fra 9 til 3\n\tBråk fra 4 til 1\nLys\tMørke lamper fra 40 til 5\n"
    assert [(item.text, len(item.key_results)) for item in objectives(text)] == [("Ro", 2), ("Lys", 1)]


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_table_may_have_a_field_in_each_row(mark: str) -> None:
    rows = [["Mål 1", "Ro"], ["Eier", "Siri"], ["Hvorfor", "Folk flytter"], ["KR1", "Klager fra 9 til 3"]]
    lines = [row(cells, mark) for cells in rows]
    if mark == "|":
        lines.insert(1, "|---|---|")
    (objective,) = objectives("OKR T1 2026\n\n" + "\n".join(lines))
    assert (objective.text, objective.owner, objective.why) == ("Ro", "Siri", "Folk flytter")
    assert [result.text for result in objective.key_results] == ["Klager fra 9 til 3"]


def test_pieces_of_a_cell_have_the_lines_and_columns_of_the_file() -> None:
    text = 'Mål\tNøkkelresultat\nRo\t"Klager fra 9 til 3\nBråk fra 4 til 1"\n'
    places = {path: (place.line, place.column) for (path, _), place in read_set_markdown(text).places.items()}
    assert places == {
        "/objectives/0": (2, 1),
        "/objectives/0/key_results/0": (2, 5),
        "/objectives/0/key_results/1": (3, 1),
    }


def test_quotes_that_are_never_closed_hide_no_row() -> None:
    text = 'Mål\tNøkkelresultat\nRo\t"Klager fra 9 til 3\nLys\tMørke lamper fra 40 til 5\n'
    assert [item.text for item in objectives(text)] == ["Ro", "Lys"]


def test_a_goal_that_is_a_piece_of_another_number_is_told_all_the_same() -> None:
    text = f"## {OBJECTIVE}\n\n| KR | Nå | Mål |\n|---|---|---|\n| Svar innen 24 t | 18 % | 8 % |\n| Prøver | 94 % | 94 % |\n"
    assert [item.text for item in objectives(text)[0].key_results] == [
        "Svar innen 24 t fra 18 % til 8 %", "Prøver fra 94 % til 94 %",
    ]  # fmt: skip


# --- heads, and rows that are no key results --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "| Delmål/KR | Status i dag | Ønsket nivå | Tidsfrist | Hvem |", "| Nøkkelresultat | Nåværende nivå | Mål ved årsskiftet | Frist for måling | Ansvarlig leder |",
        "| Kva vi måler | Dagens tal | Måltal | Når | Kven |", "| What | Where we are now | Desired level | Due by | Who owns it |",
        "| Key result (what) | Current level | Target for Q2 | Deadline (date) | Responsible person |",
    ],
)  # fmt: skip
def test_a_head_says_what_its_column_holds_in_its_own_words(head: str) -> None:
    text = f"## {OBJECTIVE}\n\n{head}\n|---|---|---|---|---|\n| Klager | 9 | 3 | 30.04.2026 | Ola |\n"
    (objective,) = objectives(text)
    (result,) = objective.key_results
    assert result.owner == "Ola"
    assert [word for word in result.text.split() if word[0].isdigit()] == ["9", "3", "30.04.2026"]


@pytest.mark.parametrize("head", ["KR | Måling", "ID | Parameter", "OKR | Text", "| Objective / Key result"])
def test_a_column_of_codes_leaves_the_wording_to_another(head: str) -> None:
    text = f"## {OBJECTIVE}\n\n| {head} | Nå | Mål |\n|---|---|---|---|\n| 1.1 | Klager | 9 | 3 |\n"
    assert [item.text for item in objectives(text)[0].key_results] == ["Klager fra 9 til 3"]


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_field_below_key_results_is_none_of_them(mark: str) -> None:
    rows = [
        ["Nøkkelresultat", "Fra", "Til"],
        ["Klager", "9", "3"],
        ["Eier", "Siri", ""],
        ["Oppfølging:", "hver mandag", ""],
    ]
    lines = [row(cells, mark) for cells in rows]
    if mark == "|":
        lines.insert(1, "|---|---|---|")
    read_set = read_set_markdown(f"## {OBJECTIVE}\n\n" + "\n".join(lines))
    (objective,) = read_set.okr_set.objectives
    assert [result.text for result in objective.key_results] == ["Klager fra 9 til 3"]
    assert (objective.owner, read_set.okr_set.follow_up, read_set.unread) == ("Siri", "hver mandag", ())


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_table_may_begin_anew_below_the_next_objective(mark: str) -> None:
    rows = [["Mål 1: Ro", "", ""], ["Nøkkelresultat", "Fra", "Til"], ["Klager", "9", "3"]]
    more = [["Mål 2: Lys", "", ""], ["Nøkkelresultat", "Til", "Fra"], ["Mørke lamper", "5", "40"]]
    lines = [row(cells, mark) for cells in rows + more]
    if mark == "|":
        lines.insert(1, "|---|---|---|")
    read_set = read_set_markdown("OKR T1 2026\n\n" + "\n".join(lines))
    assert [(item.text, item.key_results[0].text) for item in read_set.okr_set.objectives] == [
        ("Ro", "Klager fra 9 til 3"), ("Lys", "Mørke lamper fra 40 til 5"),
    ]  # fmt: skip
    assert read_set.unread == ()


@pytest.mark.parametrize("bold", ["**", ""])
def test_a_row_without_values_over_those_that_have_them_is_their_objective(bold: str) -> None:
    text = (
        "OKR T1 2026\n\n| Nøkkelresultat | Nå | Mål | Eier |\n|---|---|---|---|\n"
        f"| {bold}Ro om natta{bold} | | | Kari |\n| Klager | 9 | 3 | Ola |\n| {bold}Lys i gata{bold} | | | |\n| Mørke lamper | 40 | 5 | |\n"
    )
    assert [(item.text, item.owner, len(item.key_results)) for item in objectives(text)] == [
        ("Ro om natta", "Kari", 1), ("Lys i gata", None, 1),
    ]  # fmt: skip


def test_objective_and_key_result_may_each_have_a_column_of_owners() -> None:
    (objective,) = objectives(
        "OKR\n\n| Mål | Måleier | Nøkkelresultat | Ansvarlig |\n|---|---|---|---|\n| Ro | Kari | Klager fra 9 til 3 | Ola |\n"
    )
    assert (objective.owner, objective.key_results[0].owner) == ("Kari", "Ola")


def test_a_table_of_labels_and_words_is_a_card_and_no_table_of_key_results() -> None:
    text = "| Objective | Parents know what happened today |\n|---|---|\n| Owner | Sue Park |\n| KR1 | Complaints from 26 to 8 |\n| Initiatives | Templates; a consent form |\n"
    (objective,) = objectives(text)
    assert (objective.text, objective.owner, len(objective.key_results)) == (
        "Parents know what happened today",
        "Sue Park",
        1,
    )
    assert objective.initiatives == ("Templates", "a consent form")


def test_key_results_may_have_a_column_each() -> None:
    (first, second) = objectives(
        "| Mål | KR1 | KR2 |\n|---|---|---|\n| Ro | Klager fra 9 til 3 | Bråk fra 4 til 1 |\n| Lys | Mørke lamper fra 40 til 5 | |\n"
    )
    assert [result.text for result in first.key_results] == ["Klager fra 9 til 3", "Bråk fra 4 til 1"]
    assert [result.text for result in second.key_results] == ["Mørke lamper fra 40 til 5"]


@pytest.mark.parametrize(("first", "second"), [("O1", "O2"), ("1", "2"), ("Ro", "Lys")])
def test_a_table_of_key_results_may_point_at_objectives_read_before(first: str, second: str) -> None:
    text = (
        "# Mål\n\n| ID | Mål | Eier |\n|---|---|---|\n| O1 | Ro | Kari |\n| O2 | Lys | Ola |\n\n# Nøkkelresultater\n\n"
        f"| Mål | Nøkkelresultat | Fra | Til |\n|---|---|---|---|\n| {second} | Mørke lamper | 40 | 5 |\n| {first} | Klager | 9 | 3 |\n"
    )
    assert [(item.text, item.owner, [result.text for result in item.key_results]) for item in objectives(text)] == [
        ("Ro", "Kari", ["Klager fra 9 til 3"]), ("Lys", "Ola", ["Mørke lamper fra 40 til 5"]),
    ]  # fmt: skip


def test_columns_may_be_set_apart_by_spaces() -> None:
    text = f"{OBJECTIVE}\n\nNøkkelresultat      Fra   Til   Eier\nKlager på støy      9     3     Ola Berg\nUtrykninger         8     2     Kari Moen\n"
    read_set = read_set_markdown(text)
    assert [(item.text, item.owner) for item in read_set.okr_set.objectives[0].key_results] == [
        ("Klager på støy fra 9 til 3", "Ola Berg"), ("Utrykninger fra 8 til 2", "Kari Moen"),
    ]  # fmt: skip


def test_a_list_in_cells_goes_on_below_its_label() -> None:
    text = "Mål\t\tRo\nEier\t\tKari\nNøkkelresultat\t1\tKlager fra 9 til 3\n\t2\tBråk fra 4 til 1\nTiltak\t\tRinge\n"
    (objective,) = objectives(f"OKR T1 2026\n\n{text}")
    assert [result.text for result in objective.key_results] == ["Klager fra 9 til 3", "Bråk fra 4 til 1"]
    assert (objective.owner, objective.initiatives) == ("Kari", ("Ringe",))


def test_the_objective_may_stand_behind_its_key_results() -> None:
    text = "KR\tStartverdi 01.01\tMålverdi 30.06\tAnsvarlig\tMål\nKlager\t9\t3\tOla\tRo\nBråk\t4\t1\tKari\tRo\n"
    (objective,) = objectives(text)
    assert [(item.text, item.owner) for item in objective.key_results] == [
        ("Klager fra 9 til 3", "Ola"), ("Bråk fra 4 til 1", "Kari"),
    ]  # fmt: skip


def test_a_table_may_have_a_column_for_each_field_of_the_objective() -> None:
    text = (
        f"## {OBJECTIVE}\n\n| Eier | Hvorfor | Kilde |\n|---|---|---|\n| Kari | folk går | «nær kunden» |\n\n"
        "| KR | Fra | Til |\n|---|---|---|\n| Klager | 9 | 3 |\n"
    )
    (objective,) = objectives(text)
    assert (objective.owner, objective.why, objective.sources[0].quote) == ("Kari", "folk går", "nær kunden")
    assert [item.text for item in objective.key_results] == ["Klager fra 9 til 3"]
