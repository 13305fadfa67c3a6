from __future__ import annotations

import sys
from datetime import date

import pytest

from assistant.formats.set_lines import _FOLDED, _USUAL
from assistant.formats.set_markdown import ReadSet, read_set_markdown
from assistant.okr import Ambition, KeyResult, Objective, OkrSet
from assistant.rules.rule import Anchor

AIM = "Kundene velger oss igjen"
RESULT = "Øke gjenkjøp fra 45 % til 60 % innen 30. april 2026"


def read(text: str) -> OkrSet:
    return read_set_markdown(text).okr_set


def only_objective(text: str) -> Objective:
    (objective,) = read(text).objectives
    return objective


def only_result(line: str) -> KeyResult:
    (result,) = only_objective(f"# OKR T1 2026\n## Mål 1: {AIM}\n{line}\n").key_results
    return result


def pointed_at(read_set: ReadSet, text: str) -> dict[str, str]:
    """What stands in the file from each item's line and column on, as long as the item's text."""
    lines = text.replace("\r\n", "\n").split("\n")
    return {
        path: lines[place.line - 1][place.column - 1 :][: len(place.text)]
        for (path, anchor), place in read_set.places.items()
        if anchor is Anchor.TEXT
    }


# --- objectives --------------------------------------------------------------------------------------------------

OBJECTIVES = [
    "## Mål 1: {}", "## Mål: {}", "# Mål 1: {}", "#### Mål 1: {}", "Mål 1: {}", "Mål 1 – {}", "Mål 1 - {}", "Mål nr. 1: {}", "**Mål 1: {}**", "**Mål 1:** {}",
    "## **Mål 1: {}**", "## **Mål 1:** {}", "Objective: {}", "Objective 1: {}", "## Objective 1: {}", "**Objective 1:** {}", "O1: {}", "O: {}", "O 1: {}", "## O1: {}",
    "Hovedmål: {}", "Hovudmål: {}", "## Hovedmål 1: {}", "## Hovudmål 1: {}", "### 1. {}", "## {}", "### {}", "- Mål 1: {}", "> ## Mål 1: {}", "MÅL 1: {}",
    "Ma\u030al 1: {}", "\u200bMål 1: {}", "##\u00a0Mål\u00a01:\u00a0{}", "##Mål 1: {}", "1. Mål: {}", "## 1) {}", "__Mål 1:__ {}",
]  # fmt: skip


@pytest.mark.parametrize("style", OBJECTIVES)
def test_an_objective_is_read_however_it_is_set(style: str) -> None:
    text = f"# OKR T1 2026\n\n{style.format(AIM)}\n- {RESULT}\n"
    assert [item.text for item in read(text).objectives] == [AIM]


@pytest.mark.parametrize("style", OBJECTIVES)
def test_the_place_of_an_objective_is_where_its_words_begin(style: str) -> None:
    text = f"# OKR T1 2026\n\n{style.format(AIM)}\n- {RESULT}\n"
    assert pointed_at(read_set_markdown(text), text)["/objectives/0"] == AIM


# --- key results -------------------------------------------------------------------------------------------------

RESULTS = [
    "- {}", "* {}", "+ {}", "• {}", "1. {}", "1) {}", "- NR1: {}", "- KR1: {}", "- KR 1 - {}", "KR1: {}", "NR1: {}", "KR 1: {}", "KR1 – {}", "NR 1.1: {}", "- **KR1:** {}",
    "- **NR1**: {}", "Nøkkelresultat 1: {}", "- Nøkkelresultat 1: {}", "Key result 1: {}", "### KR1: {}", "  - {}", "- [ ] {}", "- [x] {}", "> - {}", "\t- {}",
    "Nøkkelresultater:\n{}", "Nøkkelresultater:\n- {}", "**Nøkkelresultater:**\n{}", "### Nøkkelresultater\n{}", "### Nøkkelresultater\n\n- {}", "Nøkkelresultat:\n- {}",
    "Key results:\n{}", "Key results:\n- {}", "## Key results\n- {}", "Nøkkelresultata:\n- {}", "{}", "-\u00a0{}", "\u200b- {}", "- **{}**",
]  # fmt: skip


@pytest.mark.parametrize("style", RESULTS)
def test_a_key_result_is_read_however_it_is_set(style: str) -> None:
    assert only_result(style.format(RESULT)).text == RESULT


@pytest.mark.parametrize("style", RESULTS)
def test_the_place_of_a_key_result_is_where_its_words_begin(style: str) -> None:
    text = f"# OKR T1 2026\n\n## Mål 1: {AIM}\n{style.format(RESULT)}\n"
    assert pointed_at(read_set_markdown(text), text)["/objectives/0/key_results/0"] == RESULT


def test_columns_are_those_of_the_file_when_letters_and_marks_are_folded() -> None:
    line = "- **O\u0308ke** sal\u00adget  fra `1` til 2"
    read_set = read_set_markdown(f"## Mål 1: {AIM}\n{line}\n")
    place = read_set.places["/objectives/0/key_results/0", Anchor.TEXT]
    assert [line[place.column_of(place.text.index(word)) - 1 :][: len(found)] for word, found in (("salget", "sal\u00adget"), ("til", "til"))] == [
        "sal\u00adget", "til",
    ]  # fmt: skip


def test_lines_are_counted_alike_with_carriage_returns() -> None:
    text = f"# OKR\r\n\r\n## Mål 1: {AIM}\r\n- {RESULT}\r\n"
    assert read_set_markdown(text).places["/objectives/0/key_results/0", Anchor.TEXT].line == 4


def test_objectives_and_results_nested_in_a_list_are_read() -> None:
    objectives = read(f"# OKR T1 2026\n- {AIM}\n  - {RESULT}\n  - {RESULT}\n- Folk blir\n  - {RESULT}\n").objectives
    assert [(item.text, len(item.key_results)) for item in objectives] == [(AIM, 2), ("Folk blir", 1)]


def test_a_deeper_item_that_explains_a_result_is_no_result() -> None:
    assert len(only_objective(f"## Mål 1: {AIM}\n- {RESULT}\n  - måles i CRM\n").key_results) == 1


@pytest.mark.parametrize("label", ["Hvorfor", "Kvifor", "Why", "**Hvorfor**"])
def test_the_reason_is_read(label: str) -> None:
    assert only_objective(f"## Mål 1: {AIM}\n{label}: Vi mister kunder.\n- {RESULT}").why == "Vi mister kunder."


@pytest.mark.parametrize("label", ["Forankring", "Source"])
@pytest.mark.parametrize("quoted", ["«{}»", "“{}”", '"{}"', "{}"])
def test_sources_are_read_without_their_quotation_marks(label: str, quoted: str) -> None:
    words = ("doble salget", "lytte mer")
    lines = "\n".join(f"{label}: {quoted.format(item)}" for item in words)
    assert tuple(item.quote for item in only_objective(f"## Mål 1: {AIM}\n{lines}\n- {RESULT}").sources) == words


@pytest.mark.parametrize("label", ["Eier", "Eigar", "Owner", "Ansvarlig", "Ansvarleg", "**Eier**", "- Eier"])
def test_the_owner_of_an_objective_is_read(label: str) -> None:
    assert (
        only_objective(f"## Mål 1: {AIM}\n{label}: Kari Moen, kundedirektør\n- {RESULT}").owner
        == "Kari Moen, kundedirektør"
    )


def test_an_owner_below_a_key_result_is_its_owner() -> None:
    (result,) = only_objective(f"## Mål 1: {AIM}\n- {RESULT}\n  - Eier: Ola\n").key_results
    assert result.owner == "Ola"


@pytest.mark.parametrize("label", ["eier", "eigar", "owner", "ansvarlig", "ansvarleg"])
def test_the_owner_in_brackets_is_read(label: str) -> None:
    assert only_result(f"- {RESULT} ({label}: Ola)").owner == "Ola"


@pytest.mark.parametrize("label", ["kilde", "kjelde", "source", "datakilde", "data source"])
def test_the_source_of_a_value_in_brackets_is_read(label: str) -> None:
    assert only_result(f"- {RESULT} (eier: Ola; {label}: CRM)").data_source == "CRM"


@pytest.mark.parametrize(
    "notes",
    ["(eier: Ola; kilde: CRM)", "(strekkmål) (eier: Ola)", "[eier: Ola]", "(eier: Ola).", "– eier: Ola", "| eier: Ola"],
)
def test_what_stands_in_brackets_is_no_part_of_the_text(notes: str) -> None:
    assert only_result(f"- {RESULT} {notes}").text == RESULT


@pytest.mark.parametrize("words", ["(DAU)", "(2025: 5,5)", "(se (a) og (b))"])
def test_other_brackets_stay(words: str) -> None:
    assert only_result(f"- {RESULT} {words}").text == f"{RESULT} {words}"


@pytest.mark.parametrize(
    ("mark", "ambition"),
    [
        ("strekkmål", Ambition.ASPIRATIONAL), ("ambisiøst", Ambition.ASPIRATIONAL), ("aspirational", Ambition.ASPIRATIONAL),
        ("moonshot", Ambition.ASPIRATIONAL), ("Strekkma\u030al", Ambition.ASPIRATIONAL), ("forpliktende", Ambition.COMMITTED),
        ("forpliktande", Ambition.COMMITTED), ("committed", Ambition.COMMITTED),
    ],
)  # fmt: skip
def test_a_mark_of_ambition_is_read(mark: str, ambition: Ambition) -> None:
    assert only_result(f"- {RESULT} ({mark})").ambition is ambition


@pytest.mark.parametrize("label", ["Tiltak:", "Initiatives:", "Initiativ:", "**Tiltak:**", "### Tiltak", "Initiatives"])
def test_initiatives_are_no_key_results(label: str) -> None:
    objective = only_objective(
        f"## Mål 1: {AIM}\n- {RESULT}\n\n{label}\n- Ringe de 50 største kundene\n- Lage ny app\n"
    )
    assert (len(objective.key_results), objective.initiatives) == (1, ("Ringe de 50 største kundene", "Lage ny app"))


def test_a_key_result_after_the_initiatives_is_one() -> None:
    objective = only_objective(f"## Mål 1: {AIM}\nTiltak:\n- Ringe kundene\n\nKR1: {RESULT}\n")
    assert (objective.initiatives, len(objective.key_results)) == (("Ringe kundene",), 1)


def test_loose_lines_are_no_results_where_others_are_marked() -> None:
    assert [item.text for item in only_objective(f"## Mål 1: {AIM}\nVi tror på dette.\n- {RESULT}").key_results] == [
        RESULT
    ]


# --- the set -----------------------------------------------------------------------------------------------------

RHYTHM = "innsjekk hver mandag"


@pytest.mark.parametrize("label", ["Oppfølging", "Follow-up", "Innsjekk", "Check-in"])
def test_a_rhythm_above_the_first_objective_is_the_set_s(label: str) -> None:
    assert (
        read(
            f"# OKR T1 2026\n{label}: {RHYTHM}\n\n## Mål 1: {AIM}\n- {RESULT}\n\n## Mål 2: {AIM}\n- {RESULT}\n"
        ).follow_up
        == RHYTHM
    )


@pytest.mark.parametrize("heading", ["## Oppfølging", "# Oppfølging", "## Follow-up"])
@pytest.mark.parametrize("line", ["{}", "- {}"])
def test_a_rhythm_under_its_own_heading_is_the_set_s(heading: str, line: str) -> None:
    text = f"# OKR T1 2026\n## Mål 1: {AIM}\n- {RESULT}\n## Mål 2: {AIM}\n- {RESULT}\n\n{heading}\n\n{line.format(RHYTHM)}\n"
    assert read(text).follow_up == RHYTHM


def test_a_rhythm_under_the_only_objective_is_the_set_s() -> None:
    assert read(f"## Mål 1: {AIM}\nOppfølging: {RHYTHM}\n- {RESULT}\n").follow_up == RHYTHM


def test_a_rhythm_under_every_objective_is_the_set_s() -> None:
    one = f"Oppfølging: {RHYTHM}\n- {RESULT}\n"
    assert read(f"## Mål 1: {AIM}\n{one}\n## Mål 2: {AIM}\n{one}").follow_up == RHYTHM


def test_a_rhythm_below_the_last_objective_s_results_is_the_set_s() -> None:
    assert (
        read(f"## Mål 1: {AIM}\n- {RESULT}\n## Mål 2: {AIM}\n- {RESULT}\n\nOppfølging: {RHYTHM}\n").follow_up == RHYTHM
    )


@pytest.mark.parametrize(
    "text",
    [
        f"## Mål 1: {AIM}\nOppfølging: {RHYTHM}\n- {RESULT}\n\n## Mål 2: {AIM}\n- {RESULT}\n",
        f"## Mål 1: {AIM}\n- {RESULT}\n\n## Mål 2: {AIM}\nOppfølging: {RHYTHM}\n- {RESULT}\n",
    ],
)
def test_a_rhythm_under_one_objective_of_more_is_not_the_set_s(text: str) -> None:
    assert read(text).follow_up is None


@pytest.mark.parametrize("label", ["Involvert", "Involved", "Medvirkning", "Medverknad"])
@pytest.mark.parametrize("above", [True, False])
def test_those_involved_are_the_set_s(label: str, *, above: bool) -> None:
    line = f"{label}: salg, kundeservice og tillitsvalgte\n"
    body = f"## Mål 1: {AIM}\n- {RESULT}\n"
    assert (
        read(f"# OKR\n{line}\n{body}" if above else f"# OKR\n{body}\n{line}").involved
        == "salg, kundeservice og tillitsvalgte"
    )


def test_a_sponsor_is_read() -> None:
    assert (
        read(f"## Mål 1: {AIM}\n- {RESULT}\n\nSponsor: Eva Lie, administrerende direktør\n").sponsor
        == "Eva Lie, administrerende direktør"
    )


@pytest.mark.parametrize("label", ["OKR-ambassadør", "OKR ambassador", "OKR-ambassador", "**OKR-ambassadør**"])
def test_an_ambassador_is_read(label: str) -> None:
    assert read(f"## Mål 1: {AIM}\n- {RESULT}\n\n{label}: Ola Dahl\n").ambassador == "Ola Dahl"


@pytest.mark.parametrize(
    "title", ["# OKR T1 2026", "OKR T1 2026", "# Nordlys – T1 2026", "**OKR T1 2026**", "OKR 1. tertial 2026"]
)
def test_the_title_s_period_is_the_set_s(title: str) -> None:
    period = read(f"{title}\n\n## Mål 1: {AIM}\n- {RESULT}\n").period
    assert period is not None
    assert (period.start, period.end) == (date(2026, 1, 1), date(2026, 4, 30))


def test_the_title_is_read() -> None:
    assert read(f"# OKR T1 2026\n## Mål 1: {AIM}\n- {RESULT}").title == "OKR T1 2026"


def test_without_a_period_there_is_none() -> None:
    assert read(f"# OKR\n## Mål 1: {AIM}\n- {RESULT}").period is None


def test_a_text_without_objectives_has_none() -> None:
    assert read("Vi spiste lunsj.\n").objectives == ()


def test_what_stands_in_a_code_fence_or_a_comment_is_left_alone() -> None:
    assert (
        len(only_objective(f"## Mål 1: {AIM}\n```\n- eksempel\n```\n<!-- - utkast -->\n- {RESULT}\n").key_results) == 1
    )


# --- tables ------------------------------------------------------------------------------------------------------


def test_a_table_of_key_results_is_read() -> None:
    text = f"## Mål 1: {AIM}\n\n| Nøkkelresultat | Fra | Til | Frist | Eier | Kilde |\n|---|---|---|---|---|---|\n| Gjenkjøp | 45 % | 60 % | 30. april 2026 | Ola | CRM |\n"
    (result,) = only_objective(text).key_results
    assert (result.text, result.owner, result.data_source) == (
        "Gjenkjøp fra 45 % til 60 % innen 30. april 2026",
        "Ola",
        "CRM",
    )


def test_a_table_in_english_is_read_in_english() -> None:
    text = "## Objective 1: Customers come back\n\n| Key result | Baseline | Target | Deadline |\n|---|---|---|---|\n| Repeat sales | 45% | 60% | 30 April 2026 |\n"
    assert [item.text for item in only_objective(text).key_results] == ["Repeat sales from 45% to 60% by 30 April 2026"]


def test_a_table_in_nynorsk_is_read_in_nynorsk() -> None:
    text = "## Mål 1: Kundane kjem att\n\n| Nøkkelresultat | Frå | Til | Frist |\n|---|---|---|---|\n| Attkjøp | 45 % | 60 % | 30. april 2026 |\n"
    assert [item.text for item in only_objective(text).key_results] == [
        "Attkjøp frå 45 % til 60 % innan 30. april 2026"
    ]


def test_a_table_with_its_objectives_is_read() -> None:
    text = f"# OKR T1 2026\n\n| Mål | Nøkkelresultat |\n|---|---|\n| {AIM} | {RESULT} |\n| {AIM} | {RESULT} |\n| | {RESULT} |\n| Folk blir | {RESULT} |\n"
    assert [(item.text, len(item.key_results)) for item in read(text).objectives] == [(AIM, 3), ("Folk blir", 1)]


def test_the_place_of_a_table_cell_is_where_its_words_begin() -> None:
    text = f"# OKR T1 2026\n\n| Mål | Nøkkelresultat |\n|:--|--:|\n|  {AIM} |   {RESULT}|\n"
    assert pointed_at(read_set_markdown(text), text) == {"/objectives/0": AIM, "/objectives/0/key_results/0": RESULT}


def test_a_bar_in_a_cell_may_be_escaped() -> None:
    text = f"# OKR T1 2026\n\n| Mål | Nøkkelresultat |\n|---|---|\n| {AIM} | A \\| B fra 1 til 2 |\n"
    assert [item.text for item in only_objective(text).key_results] == ["A | B fra 1 til 2"]


@pytest.mark.parametrize(
    "title", ["## OKR for klinikken, T1 2026", "## Kestrel Lines – OKRs, Q2 2026", "### Mål for salg, 1. halvår 2026"]
)
def test_a_heading_that_names_a_set_is_its_title_at_any_level(title: str) -> None:
    okr_set = read_set_markdown(f"{title}\n\nMål 1: Folk velger oss\n- Svartid fra 3 til 1 dag\n").okr_set
    assert [objective.text for objective in okr_set.objectives] == ["Folk velger oss"]
    assert okr_set.period is not None


def test_a_heading_with_a_year_may_be_an_objective() -> None:
    okr_set = read_set_markdown("## Trygg vinter i 2026\n- Fall ned fra 9 til 5\n").okr_set
    assert [objective.text for objective in okr_set.objectives] == ["Trygg vinter i 2026"]


def test_the_line_below_the_title_may_give_the_period() -> None:
    okr_set = read_set_markdown(
        "Solbakken omsorg\nOKR 1. tertial 2026\n\nMål 1: Gode dager\n- Fall fra 9 til 5\n"
    ).okr_set
    assert okr_set.period is not None
    assert okr_set.period.label == "T1 2026"


@pytest.mark.parametrize("label", ["Eier for hele settet", "Eigar for heile settet", "Owner for all"])
def test_one_owner_may_be_named_for_the_whole_set(label: str) -> None:
    okr_set = read_set_markdown(f"OKR T1 2026\n{label}: Hilde Bakken\n\nMål 1: Ro\n- Fall fra 9 til 5\n").okr_set
    assert okr_set.owner == "Hilde Bakken"


def test_an_objective_label_may_end_in_a_hyphen() -> None:
    okr_set = read_set_markdown("O1 - Savers keep going\nKR 1 - Savers left from 60% to 42%\n").okr_set
    assert okr_set.objectives[0].text == "Savers keep going"


def test_what_stands_before_a_source_in_its_brackets_stays_in_the_line() -> None:
    key_result = (
        read_set_markdown("O1: Calm\n- Delay from 5 to 3 hours (Q2 2025: 6; source: port log)\n")
        .okr_set.objectives[0]
        .key_results[0]
    )
    assert key_result.text == "Delay from 5 to 3 hours (Q2 2025: 6)"
    assert key_result.data_source == "port log"


def test_a_rhythm_set_apart_below_the_last_objective_is_the_sets() -> None:
    okr_set = read_set_markdown(
        "Mål 1: Ro\n- Fall fra 9 til 5\n\nMål 2: Orden\nEier: Ola\n\nOppfølging: hver uke\n"
    ).okr_set
    assert okr_set.follow_up == "hver uke"


# --- headings and lines above the objectives ------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["Hovedmål A", "Mål II", "Mål B", "Objective C"])
def test_an_objective_may_be_numbered_by_letters(label: str) -> None:
    assert only_objective(f"{label}: {AIM}\n- {RESULT}").text == AIM


def test_a_heading_with_the_period_alone_is_no_objective() -> None:
    okr_set = read(f"# Seksjon for kollektivtrafikk\n## H2 2026\n\n## {AIM}\n- {RESULT}\n")
    assert [objective.text for objective in okr_set.objectives] == [AIM]
    assert okr_set.period is not None


def test_a_bold_line_is_no_objective_where_objectives_have_labels() -> None:
    okr_set = read(f"**OKR 2027**\n**Solgry, avdeling for drift**\n\n**Mål 1: {AIM}**\n- {RESULT}\n")
    assert [objective.text for objective in okr_set.objectives] == [AIM]


def test_bold_lines_are_objectives_where_none_has_a_label() -> None:
    okr_set = read(f"# OKR T1 2026\n**{AIM}**\n- {RESULT}\n\n**Folk blir**\n- {RESULT}\n")
    assert [objective.text for objective in okr_set.objectives] == [AIM, "Folk blir"]


def test_what_stands_under_another_heading_is_no_key_result() -> None:
    text = f"## Mål 1: {AIM}\n- {RESULT}\n\n## Risikoer\n- Vi får ikke tak i folk\n"
    assert [result.text for result in only_objective(text).key_results] == [RESULT]


def test_key_results_may_have_a_longer_heading_of_their_own() -> None:
    text = f"## Mål 1: {AIM}\n### Nøkkelresultater for butikkene\n- {RESULT}\n"
    assert [result.text for result in only_objective(text).key_results] == [RESULT]


@pytest.mark.parametrize(
    "line",
    ["Helen Ashworth, chair, stands behind this set.", "Styreleder Eva Lie står bak måla.", "Sponsor er Eva Lie."],
)
def test_a_sponsor_may_be_told_in_a_sentence(line: str) -> None:
    assert read(f"OKR 2026\n\n{line}\n\nMål 1: {AIM}\n- {RESULT}\n").sponsor == line


def test_an_ambassador_may_be_told_in_a_sentence() -> None:
    line = "Callum Reid on the ward desk is our OKR ambassador."
    assert read(f"OKR 2026\n\nWard\n{line}\n\nMål 1: {AIM}\n- {RESULT}\n").ambassador == line


@pytest.mark.parametrize("label", ["Kapasitet", "Capacity", "Ressursar", "*Tiltak*", "_Tiltak_"])
def test_capacity_counts_among_what_is_to_be_done(label: str) -> None:
    assert only_objective(f"Mål 1: {AIM}\n- {RESULT}\n{label}: to kvelder i uka\n").initiatives == ("to kvelder i uka",)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Svartid fra 3 til 1 dag. Kilde: køloggen", "køloggen"),
        ("Svartid fra 3 til 1 dag. Leses av i køloggen.", "køloggen"),
        ("Svartid frå 3 til 1 dag; kjelde: kølista", "kølista"),
        ("Answers from 3 days to 1. Read from the queue log", "the queue log"),
    ],
)
def test_where_a_value_is_read_may_be_said_behind_the_line(line: str, source: str) -> None:
    result = only_result(line)
    assert result.data_source == source
    assert result.text == line[: line.index(". ") if ". " in line else line.index(";")]


def test_an_owner_may_be_said_behind_the_line() -> None:
    assert only_result("Svartid fra 3 til 1 dag, eier: Kari Moen").owner == "Kari Moen"


def test_no_character_that_has_to_be_folded_counts_as_usual() -> None:
    """A text of usual characters alone is read as it stands."""
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [char for char in every if _USUAL.fullmatch(char) and _FOLDED.match(char)] == []
