"""Sets laid out as people lay them out: which lines are objectives, which are key results, and what the others say."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Level, OkrSet

AIM, OTHER = "Kundene blir", "Folk trives"
FIRST, SECOND, THIRD = "Gjenkjøp fra 45 % til 60 %", "Klager fra 31 til 12", "Sykefravær fra 9 % til 6 %"
TWO = [(AIM, [FIRST, SECOND]), (OTHER, [THIRD])]


def outline(okr_set: OkrSet) -> list[tuple[str, list[str]]]:
    """The objectives of a set, each with its key results."""
    return [(item.text, [result.text for result in item.key_results]) for item in okr_set.objectives]


def read(text: str) -> OkrSet:
    return read_set_markdown(text).okr_set


LAYOUTS = {
    "bullets in bullets": "- {0}\n  - {1}\n  - {2}\n- {3}\n  - {4}",
    "four spaces": "* {0}\n    * {1}\n    * {2}\n\n* {3}\n    * {4}",
    "tabs": "\tO1: {0}\n\t\t- {1}\n\t\t-\t{2}\n\tO2: {3}\n\t\t- {4}",
    "an outline without indents": "1. {0}\n1.1 {1}\n1.2 {2}\n2. {3}\n2.1 {4}",
    "an outline with indents": "1. {0}\n   1.1. {1}\n   1.2. {2}\n2. {3}\n   2.1. {4}",
    "numbers behind bullets": "1. **{0}**\n   * 1.1 {1}\n   * 1.2 {2}\n2. **{3}**\n   * 2.1 {4}",
    "numbers above bullets": "1) {0}\n- {1}\n- {2}\n2) {3}\n- {4}",
    "Roman numerals": "I. {0}\n   Eier: Kari\n   - {1}\n   - {2}\nII. {3}\n   - {4}",
    "letters": "Mål 1) {0}\na) {1}\nb) {2}\nMål 2) {3}\na) {4}",
    "codes without a colon": "O1. {0}\nKR1.1 {1}\nKR1.2 {2}\nO2. {3}\nKR2.1 {4}",
    "codes with a number sign": "Objective #1: {0}\nKR #1: {1}\nKR #2: {2}\nObjective #2: {3}\nKR #1: {4}",
    "codes with letters": "GOAL 1: {0}\n  KR A: {1}\n  KR B: {2}\nGOAL 2: {3}\n  KR A1: {4}",
    "arrows": "Mål nr. 1: {0}\n→ {1}\n→ {2}\nMål nr. 2: {3}\n→ {4}",
    "dashes without a space": "Mål 1 - {0}\n-{1}\n-{2}\nMål 2 - {3}\n-{4}",
    "bullets of Word": "•\tMål 1: {0}\no\t{1}\no\u00a0\u00a0 {2}\n•\tMål 2: {3}\no\t{4}",
    "toggles and pictures": "▸ 🎯 Mål 1: {0}\n  - 📈 KR1: {1}\n  - 📈 KR2: {2}\n▼ Mål 2 🎯 {3}\n  - ✅ KR1: {4}",
    "underlined headings": "{0}\n------\n- {1}\n- {2}\n\n{3}\n------\n- {4}",
    "underlined words": "<u>Mål 1: {0}</u>\n- {1}\n- {2}\n**<u>Mål 2: {3}</u>**\n- {4}",
    "bold and numbered": "**1. {0}**\n- {1}\n- {2}\n\n**2. {3}**\n- {4}",
    "italic": "*Mål 1: {0}*\n– {1}\n– {2}\n_Mål 2: {3}_\n– {4}",
    "nothing but a blank line": "{0}\n- {1}\n- {2}\n\n{3}\n- {4}",
    "labels on lines of their own": "Mål 1\n{0}\nKR1\n{1}\nKR2\n{2}\nMål 2\n{3}\nKR1\n{4}",
    "labels as headings": "## Mål 1\n{0}\n### KR1\n{1}\n### KR2\n{2}\n## Mål 2\n{3}\n### KR1\n{4}",
    "everything a heading": "## Objective 1: {0}\n### Key Result 1: {1}\n### Key Result 2: {2}\n## Objective 2: {3}\n### Key Result 1: {4}",
    "results of a number": "Målsetting 1: {0}\nResultat 1: {1}\nResultat 2: {2}\nMålsetting 2: {3}\nResultat 1: {4}",
    "subheadings": "## {0}\n### 🔑 Key Results\n1. {1}\n2. {2}\n## {3}\n### Key Results\n1. {4}",
    "labels in the list": "- **Mål 1:** {0}\n  - **Nøkkelresultater**\n    - {1}\n    - {2}\n- **Mål 2:** {3}\n  - Nøkkelresultater:\n    - {4}",
    "numbers in words": "OBJECTIVE ONE: {0}\nKEY RESULT ONE: {1}\nKEY RESULT TWO: {2}\nObjective two: {3}\nKey result one: {4}",
    "codes set apart": "Mål 1  {0}\n  KR 1.1  {1}\n  KR 1.2  {2}\nMål 2  {3}\n  KR 2.1  {4}",
    "bold codes": "- **O1** {0}\n  - **KR1** {1}\n  - **KR2** {2}\n- **O2** {3}\n  - **KR1** {4}",
    "letters and numbers": "A. {0}\nA.1 {1}\nA.2 {2}\nB. {3}\nB.1 {4}",
    "semicolons behind codes": "Mål 1; {0}\nKR1; {1}\nKR2; {2}\nMål 2; {3}\nKR1; {4}",
    "a question for a label": "Mål 1: {0}\nSlik vet vi at vi lykkes:\n- {1}\n- {2}\nMål 2: {3}\nWe'll know we have succeeded when:\n- {4}",
    "numbers in brackets": "Mål 1: {0}\n(1) {1}\n(2) {2}\nMål 2: {3}\n(a) {4}",
    "numbered headings without a full stop": "## 1 {0}\n### Nøkkelresultater (KR)\n- {1}\n- {2}\n## 2 {3}\n### Key results (how we measure)\n- {4}",
    "pictures in words": ":dart: *O1: {0}*\n• KR1: {1}\n• KR2: {2}\n:dart: *O2: {3}*\n• KR1: {4}",
    "definitions": "Mål 1\n:   {0}\n\nNøkkelresultat\n:   {1}\n:   {2}\n\nMål 2\n:   {3}\n\nNøkkelresultat\n:   {4}",
    "letters with a full stop": "Mål 1: {0}\n   a. {1}\n   b. {2}\nMål 2: {3}\n   a. {4}",
    "numbers and letters": "Mål 1: {0}\n1a: {1}\n1b: {2}\nMål 2: {3}\n2a: {4}",
    "bars behind codes": "**O1 | {0}**\n- **KR1 |** {1}\n- **KR2 |** {2}\n\n**O2 | {3}**\n- **KR1 |** {4}",
    "numbers of results in brackets": "Objective (T1 2026): {0}\nKey result (1): {1}\nKey result (2): {2}\nMål 2: {3}\nNøkkelresultat (1): {4}",
    "bars between labels and words": "Mål 1 | {0}\nNøkkelresultat 1 | {1}\nNøkkelresultat 2 | {2}\nMål 2 | {3}\nNøkkelresultat 1 | {4}",
    "key results as headings of an outline": "## 1. {0}\n### 1.1 {1}\n### 1.2 {2}\n## 2. {3}\n### 2.1 {4}",
    "how it is measured": "## {0}\n### Korleis vi måler det\n- {1}\n- {2}\n## {3}\nDet måler vi slik:\n- {4}",
    "bare numbers of an outline": "1 {0}\n  1.1 {1}\n  1.2 {2}\n2 {3}\n  2.1 {4}",
    "numbers in square brackets": "Mål 1: {0}\nVi er i mål når\n[1] {1}\n[2] {2}\nMål 2: {3}\n[1] {4}",
    "quoted twice": ">> Mål 1: {0}\n>> - {1}\n>> - {2}\n>> Mål 2: {3}\n>> - {4}",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_objectives_are_told_from_key_results(layout: str) -> None:
    assert outline(read(f"OKR T1 2026\n\n{layout.format(AIM, FIRST, SECOND, OTHER, THIRD)}\n")) == TWO


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_each_item_stands_where_its_words_begin(layout: str) -> None:
    text = f"OKR T1 2026\n\n{layout.format(AIM, FIRST, SECOND, OTHER, THIRD)}\n"
    lines = text.split("\n")
    for place in read_set_markdown(text).places.values():
        at = place.column_of(0) - 1
        assert lines[place.line - 1][at : at + 5] == place.text[:5]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_line_of_a_sound_set_is_read(layout: str) -> None:
    assert read_set_markdown(f"OKR T1 2026\n\n{layout.format(AIM, FIRST, SECOND, OTHER, THIRD)}\n").unread == ()


# --- broken lines --------------------------------------------------------------------------------------------------


def test_a_line_that_was_too_long_goes_on_in_the_next() -> None:
    text = (
        "> Mål 1: Kundene blir hos oss fordi vi løser problemene deres den dagen de\n> ringer\n"
        "> Hvorfor: I fjor mistet vi hver fjerde kunde, og de fleste sa at de ventet\n> for lenge.\n"
        "> - KR1: Kunder som er igjen etter tolv måneder, går fra 75 % til 84 % innen\n>   30. juni 2026 (kilde: CRM)\n"
    )
    (objective,) = read(text).objectives
    assert objective.text.endswith("den dagen de ringer")
    assert objective.why is not None
    assert objective.why.endswith("de ventet for lenge.")
    assert objective.key_results[0].text.endswith("til 84 % innen 30. juni 2026")
    assert objective.key_results[0].data_source == "CRM"


def test_lines_may_be_broken_early() -> None:
    text = (
        "Mål 1: Flere gründere overlever det tredje\nåret\nBegrunnelse: Halvparten av bedriftene er\nborte før det.\n\n"
        "KR1: Bedrifter som passerer tre år går fra\n11 til 18 innen\n31. desember 2026\n"
    )
    (objective,) = read(text).objectives
    assert (objective.text, objective.why) == (
        "Flere gründere overlever det tredje året", "Halvparten av bedriftene er borte før det.",
    )  # fmt: skip
    assert [result.text for result in objective.key_results] == [
        "Bedrifter som passerer tre år går fra 11 til 18 innen 31. desember 2026"
    ]


def test_short_lines_in_small_letters_are_lines_of_their_own() -> None:
    text = f"Mål 1: {AIM}\nNøkkelresultater:\nklager fra 9 til 3\nsvartid fra 4 til 2\n"
    assert outline(read(text)) == [(AIM, ["klager fra 9 til 3", "svartid fra 4 til 2"])]


def test_a_line_moved_in_below_a_key_result_goes_on_with_it() -> None:
    assert outline(read(f"Mål 1: {AIM}\n- KR1: Klager\n  fra 9 til 3\n- KR2: Kø\n  - fra 4 til 2\n")) == [
        (AIM, ["Klager fra 9 til 3", "Kø fra 4 til 2"])
    ]


# --- what is said of an objective --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "Mål 1: {} (eier: Kari Moen; hvorfor: folk går)", "Mål 1: {} (hvorfor: folk går) [eier: Kari Moen]",
        "Mål 1 (eier: Kari Moen): {}\nHvorfor – folk går", "**Mål 1: {}** *(Eier: Kari Moen)*\n**Hvorfor?** folk går",
        "Mål 1: {} – Eier: Kari Moen\nHvorfor:\nfolk går", "Mål 1: {}\nHvem eier målet? Kari Moen\nHvorfor er det viktig? folk går",
        "Mål 1: {}\n**Eier:** Kari Moen · **Hvorfor:** folk går", "Mål 1: {}\nEies av Kari Moen\nHvorfor: folk går",
        "Mål 1: {}\n(Eier: Kari Moen; hvorfor: folk går)", "Mål 1: {}\n*(Eier: Kari Moen. Hvorfor: folk går)*",
        "Mål 1: {}\nEier | Kari Moen\nHvorfor | folk går",
        "Mål 1: {}\nDirectly responsible: Kari Moen\nWhy this, why now: folk går", "Mål 1: {}\n### Kven\nKari Moen\n### Kvifor\nfolk går",
        "Mål 1: {}\nWHO OWNS IT\nKari Moen\nWHY IT MATTERS\nfolk går", "Mål 1: {}\nEier av målet: Kari Moen\nFordi: folk går", "## Mål 1\nEier: Kari Moen\n{}\nHvorfor: folk går",
        "Mål 1: {}\n👤 Målansvarlig: Kari Moen\n💡 Bakgrunn: folk går", "## Mål 1: {}\n### Eier\nKari Moen\n### Hvorfor\nfolk går",
    ],
)  # fmt: skip
def test_owner_and_reason_may_stand_anywhere(lines: str) -> None:
    (objective,) = read(f"{lines.format(AIM)}\n- {FIRST}\n").objectives
    assert (objective.text, objective.owner, objective.why) == (AIM, "Kari Moen", "folk går")
    assert [result.text for result in objective.key_results] == [FIRST]


@pytest.mark.parametrize(
    "line",
    [
        "Fordi folk går.",
        "Because people leave.",
        "Av di folk går.",
        "Dette er viktig fordi folk går.",
        "We do this because people leave.",
    ],
)
def test_a_reason_may_begin_with_because(line: str) -> None:
    (objective,) = read(f"## {AIM}\n\n{line}\n\n- {FIRST}\n").objectives
    assert (objective.why, len(objective.key_results)) == (line, 1)


def test_an_owner_below_the_values_of_a_key_result_is_its_own() -> None:
    (objective,) = read(f"Mål: {AIM}\nKR1: Klager\nNå: 9\nMål: 3\nEier: Kari\nKR2: {FIRST}\n").objectives
    assert objective.owner is None
    assert [(result.text, result.owner) for result in objective.key_results] == [
        ("Klager fra 9 til 3", "Kari"), (FIRST, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Kunder uten ansvarlig: 40 → 10", "Kunder med innsjekk: fra 4 til 9", "Team med sponsor: 3 av 10 → 8 av 10"],
)
def test_a_key_result_may_end_in_the_word_of_a_label(line: str) -> None:
    assert outline(read(f"Mål 1: {AIM}\n- {line}\n- {FIRST}\n")) == [(AIM, [line, FIRST])]


def test_start_goal_date_and_owner_go_by_many_names() -> None:
    for start, goal, when, who in (
        ("As is", "To be", "By when", "By whom"), ("Start", "End", "Due by", "Who"), ("Nullmåling", "Ønsket nivå", "Ferdig innen", "Hvem"),
    ):  # fmt: skip
        (objective,) = read(
            f"Mål 1: {AIM}\n\n1. Klager\n   {start}: 9\n   {goal}: 3\n   {when}: 30. april 2026\n   {who}: Ola\n"
        ).objectives
        (result,) = objective.key_results
        assert (result.text.split()[0::2], result.owner) == (["Klager", "9", "3", "30.", "2026"], "Ola")


def test_an_owner_moved_out_from_the_key_results_is_the_objectives() -> None:
    (objective,) = read(f"- Mål 1: {AIM}\n  - KR:\n    1. {FIRST}\n       - Kilde: kassa\n  - Eier: Kari\n").objectives
    assert (objective.owner, objective.key_results[0].owner) == ("Kari", None)


def test_what_is_said_of_a_key_result_may_be_set_apart_by_dots() -> None:
    (objective,) = read(
        f"Mål 1: {AIM}\n\n1. Klager: 9 → 3\n   *innen 30. april 2026 · målt i kassa · Eier: Ola*\n"
    ).objectives
    (result,) = objective.key_results
    assert (result.text, result.owner, result.data_source) == ("Klager: 9 → 3 innen 30. april 2026", "Ola", "kassa")


def test_work_may_be_numbered() -> None:
    (objective,) = read(f"Mål 1: {AIM}\nKR 1.1: {FIRST}\nInitiativ 1.1: Ringe\nInitiativ 1.2: Skrive\n").objectives
    assert objective.initiatives == ("Ringe", "Skrive")


def test_lines_below_the_label_of_a_key_result_are_all_about_it() -> None:
    (objective,) = read(
        f"Mål 1: {AIM}\n\nNøkkelresultat 1\nKlager\nfra 9 til 3\nFrist: 30. april 2026\nEier: Ola\n"
    ).objectives
    (result,) = objective.key_results
    assert (result.text, result.owner) == ("Klager fra 9 til 3 innen 30. april 2026", "Ola")


def test_a_reason_over_some_lines_ends_at_the_next_label() -> None:
    (objective,) = read(f"Mål 1: {AIM}\nHvorfor:\nFolk går.\nDe kommer ikke igjen.\nEier: Kari\n- {FIRST}\n").objectives
    assert (objective.why, len(objective.key_results)) == ("Folk går. De kommer ikke igjen.", 1)


@pytest.mark.parametrize("between", ["", "  - Tiltak: Ringe folk\n", "  - Tiltak:\n    - Ringe folk\n"])
def test_work_named_below_a_key_result_takes_no_key_result_along(between: str) -> None:
    (objective,) = read(f"## Mål 1: {AIM}\n- {FIRST}\n{between}- {SECOND}\n").objectives
    assert [result.text for result in objective.key_results] == [FIRST, SECOND]
    assert objective.initiatives == (("Ringe folk",) if between else ())


# --- what is said of the set -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("OKR\nGjelder 1. mai–31. august 2026", "2026-05-01", "2026-08-31"), ("OKR\nPeriode: 2026-05-01 – 2026-08-31", "2026-05-01", "2026-08-31"),
        ("OKR – april–juni 2026", "2026-04-01", "2026-06-30"), ("OKR from 1 May to 31 August 2026", "2026-05-01", "2026-08-31"),
        ("OKR\n01.05.2026 - 31.08.2026", "2026-05-01", "2026-08-31"), ("OKR 1.halvår 2026", "2026-01-01", "2026-06-30"),
        ("Hei!\nMøte i dag.\nDette er OKR for T1 2026.", "2026-01-01", "2026-04-30"), ("OKR\nKvartal: Q2 2026", "2026-04-01", "2026-06-30"),
        ("OKR 2026, første halvår", "2026-01-01", "2026-06-30"), ("OKR (2026 – 2. kvartal)", "2026-04-01", "2026-06-30"),
        ("OKR våren 2026", "2026-01-01", "2026-06-30"), ("OKRs, autumn term 2026", "2026-07-01", "2026-12-31"), ("OKR HAUSTEN 2026", "2026-07-01", "2026-12-31"),
        ("OKR\nInnsjekk hver mandag. Periode: 1. mai–31. august 2026", "2026-05-01", "2026-08-31"),
        ("OKR\nVi ser på tallene hver mandag. Gjelder mai–august 2026.", "2026-05-01", "2026-08-31"),
    ],
)  # fmt: skip
def test_the_period_is_read_wherever_the_set_says_it(head: str, start: str, end: str) -> None:
    period = read(f"{head}\n\nMål 1: {AIM}\n- {FIRST}\n").period
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "line", ["Eier: Kari Moen. Gjelder alle avdelinger.", "Eigar: Kari Moen. Gjeld alle avdelingar.", "Owner: Ann Lee. Valid for all units."]
)  # fmt: skip
def test_what_a_set_is_valid_for_need_not_be_a_period(line: str) -> None:
    assert read_set_markdown(f"OKR\n{line}\n\nMål 1: {AIM}\n- {FIRST}\n").unclear == ()


@pytest.mark.parametrize("question", ["Når ses vi?", "Kor ofte møtest vi?", "When do we meet?"])
def test_a_heading_that_asks_when_is_no_objective(question: str) -> None:
    okr_set = read(f"## Mål 1: {AIM}\n- {FIRST}\n\n## {question}\nHver mandag kl. 8\n")
    assert (len(okr_set.objectives), okr_set.follow_up) == (1, "Hver mandag kl. 8")


def test_a_rhythm_may_stand_behind_the_period() -> None:
    assert read(f"OKR\nPeriod: Q2 2027 · Review every Monday\n\nMål 1: {AIM}\n- {FIRST}\n").follow_up is not None


@pytest.mark.parametrize("label", ["Sponsor", "Eier", "OKR-ambassadør"])
def test_a_rhythm_may_stand_behind_another_field(label: str) -> None:
    okr_set = read(f"OKR T1 2026\n{label}: Eva Lie. Vi ser på tallene annenhver mandag.\n\nMål 1: {AIM}\n- {FIRST}\n")
    assert okr_set.follow_up == "Eva Lie. Vi ser på tallene annenhver mandag."


def test_a_reason_above_the_only_objective_is_about_it() -> None:
    (objective,) = read(f"OKR T1 2026\nHvorfor: Folk går.\n\nMål 1: {AIM}\n- {FIRST}\n").objectives
    assert objective.why == "Folk går."


def test_a_reason_above_more_objectives_is_about_none_of_them() -> None:
    okr_set = read(f"OKR T1 2026\nHvorfor: Folk går.\n\nMål 1: {AIM}\n- {FIRST}\nMål 2: {AIM}\n- {FIRST}\n")
    assert [objective.why for objective in okr_set.objectives] == [None, None]


@pytest.mark.parametrize("line", ["Avdeling for drift", "Team: Avdeling for drift", "Enhet: Avdeling for drift"])
def test_the_unit_may_be_named_below_the_title(line: str) -> None:
    assert read(f"OKR T1 2026\n{line}\n\nMål 1: {AIM}\n- {FIRST}\n").organisation == "Avdeling for drift"


@pytest.mark.parametrize(
    "line", ["Innsjekk holdes hver mandag.", "We check in every Monday.", "Vi går gjennom måla kvar måndag."]
)
def test_the_rhythm_may_be_told_in_a_sentence(line: str) -> None:
    read_set = read_set_markdown(f"OKR T1 2026\n\nMål 1: {AIM}\n- {FIRST}\nTiltak:\n- Ringe\n\n{line}\n")
    assert (read_set.okr_set.follow_up, read_set.unread) == (line, ())


@pytest.mark.parametrize("greeting", ["Hei alle sammen!", "Hi all,", "Kjære kollegaer", "God morgen,"])
def test_a_greeting_is_neither_title_nor_objective(greeting: str) -> None:
    read_set = read_set_markdown(f"{greeting}\n\nMål 1: {AIM}\n- {FIRST}\n")
    assert (read_set.okr_set.title, read_set.unread) == (None, (1,))


def test_sentences_behind_a_label_may_have_labels_of_their_own() -> None:
    okr_set = read(
        f"Mål 1: {AIM}\n- {FIRST}\n\nOppfølging: hver fredag. Sponsor: Kari Moen (direktør). OKR-ambassadør: Ola Berg.\n"
    )
    assert (okr_set.follow_up, okr_set.sponsor, okr_set.ambassador) == (
        "hver fredag", "Kari Moen (direktør)", "Ola Berg.",
    )  # fmt: skip


@pytest.mark.parametrize("heading", ["## Rammer", "## Rundt det hele", "## Formalities"])
def test_a_heading_over_what_is_said_of_the_set_is_no_objective(heading: str) -> None:
    okr_set = read(f"## {AIM}\n- {FIRST}\n{heading}\n- Sponsor: Kari Moen\n- Innsjekk: hver mandag\n")
    assert outline(okr_set) == [(AIM, [FIRST])]
    assert (okr_set.sponsor, okr_set.follow_up) == ("Kari Moen", "hver mandag")


@pytest.mark.parametrize("heading", ["## Eier", "**Owner**", "Eigar:"])
def test_an_owner_may_be_an_item_below_its_label(heading: str) -> None:
    (objective,) = read(f"## Mål 1: {AIM}\n{heading}\n- Kari Moen\n\n## Nøkkelresultater\n- {FIRST}\n").objectives
    assert (objective.owner, len(objective.key_results)) == ("Kari Moen", 1)


@pytest.mark.parametrize(
    "line",
    ["Dette gjør vi:", "How we'll get there:", "Slik kjem vi dit", "Tiltak vi starter med:", "The first initiatives:"],
)
def test_what_is_to_be_done_may_stand_below_a_sentence(line: str) -> None:
    (objective,) = read(f"Mål 1: {AIM}\nNøkkelresultat:\n- {FIRST}\n{line}\n- Ringe folk\n").objectives
    assert (len(objective.key_results), objective.initiatives) == (1, ("Ringe folk",))


def test_a_title_may_hold_the_only_objective() -> None:
    okr_set = read(f"OKR T1 2026: {AIM} hos oss\n\n- {FIRST}\n- {SECOND}\n")
    assert outline(okr_set) == [(f"{AIM} hos oss", [FIRST, SECOND])]
    assert okr_set.period is not None


def test_fields_may_stand_side_by_side_below_the_title() -> None:
    okr_set = read(
        f"# Klubben\n*April–juni 2026 · Eier av settet: Eva Lie · Innsjekk: hver mandag*\n\n## {AIM}\n- {FIRST}\n"
    )
    assert okr_set.period is not None
    assert (okr_set.owner, okr_set.follow_up) == ("Eva Lie", "hver mandag")


@pytest.mark.parametrize(
    "details",
    [
        "    - Baseline → Target: 45 % → 60 %\n    - Målt ved: kassa",
        "    - Frå/til: 45 % → 60 %\n    - Les av i: kassa",
    ],
)
def test_start_and_goal_may_share_a_line(details: str) -> None:
    (objective,) = read(f"Mål 1: {AIM}\n  - KR1: Gjenkjøp\n{details}\n").objectives
    assert (objective.key_results[0].text, objective.key_results[0].data_source) == (
        "Gjenkjøp fra 45 % → 60 %", "kassa",
    )  # fmt: skip


def test_the_first_line_is_the_objective_where_no_line_says_that_it_is_one() -> None:
    for mark in ("- ", ""):
        read_set = read_set_markdown(f"{AIM} hos oss\n\nHvorfor: folk går\n\n{mark}{FIRST}\n{mark}{SECOND}\n")
        assert outline(read_set.okr_set) == [(f"{AIM} hos oss", [FIRST, SECOND])]
        assert (read_set.okr_set.objectives[0].why, read_set.unread) == ("folk går", ())


def test_a_rhythm_among_unmarked_key_results_is_none_of_them() -> None:
    okr_set = read(f"Mål 1: {AIM}\n\n{FIRST}\n{SECOND}\n\nVi sjekker inn hver mandag.\n")
    assert (outline(okr_set), okr_set.follow_up) == ([(AIM, [FIRST, SECOND])], "Vi sjekker inn hver mandag.")


def test_an_item_beside_the_one_that_opened_a_section_is_not_in_it() -> None:
    (objective,) = read(f"- Mål: {AIM}\n  - Tiltak:\n    - Ringe folk\n  - {FIRST}\n").objectives
    assert (objective.initiatives, [result.text for result in objective.key_results]) == (("Ringe folk",), [FIRST])


@pytest.mark.parametrize("title", ["Mål etter Strategi 2030", "Our way towards 2030"])
def test_the_year_of_a_strategy_is_no_period(title: str) -> None:
    assert read(f"# {title}\n\n## Mål 1: {AIM}\n- {FIRST}\n").period is None


def test_fields_above_the_set_between_rules_are_read() -> None:
    text = f"---\ntitle: Våre mål\nperiode: T1 2026\nnivå: team\nsponsor: Eva Lie\ntags: [okr]\n---\n\n## Mål 1: {AIM}\n- {FIRST}\n"
    read_set = read_set_markdown(text)
    okr_set = read_set.okr_set
    assert (okr_set.title, okr_set.level, okr_set.sponsor) == ("Våre mål", Level.TEAM, "Eva Lie")
    assert read_set.unread == (6,)


# --- what is not read ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "unread"),
    [
        ("\n## Ikke nå\n- Ny nettbutikk\n- Ny butikk", (5, 6)), ("\n### Risiko\nSykdom i laget.", (5,)), ("Status: grønn", (3,)),
        ("\n[^1]: Målt i januar.", (4,)), ("Tiltak:\n- Ringe\n\nMed hilsen\nKari", (6, 7)), ("Frist: snart\nFrist: nå", (4,)),
        ("  - en detalj", (3,)), ("\n| Møte | Rom |\n|---|---|\n| Mandag | 12 |", (4, 6)), ("- Eier:", ()),
    ],
)  # fmt: skip
def test_a_line_that_is_not_read_is_told(after: str, unread: tuple[int, ...]) -> None:
    read_set = read_set_markdown(f"Mål 1: {AIM}\n- {FIRST}\n{after}\n")
    assert read_set.unread == unread
    assert len(read_set.okr_set.objectives[0].key_results) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "- a\n",
        "- a\n\n\n",
        "- Mål x\n  - a\n    - Nå: 3\n",
        "  mer av det\n",
        'x\ty "z\n',
        "(a [b (c ",
        "a, ",
        "| a |\n",
    ],
)
def test_a_long_text_takes_time_in_step_with_its_length(unit: str) -> None:
    """Counted in steps of the interpreter, so that a busy machine changes nothing."""
    short, long = (steps(f"Mål 1: {AIM}\n- {FIRST}\n{unit * count}") for count in (200, 800))
    assert long < 6 * short


def steps(text: str) -> int:
    """How many lines of code are run to read ``text``."""
    import sys

    count = 0

    def trace(*_: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_set_markdown(text)
    finally:
        sys.settrace(before)
    return count
