"""A set that is written as Markdown is read back as it was, and nothing in its words becomes markup."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.formats.draft_markdown import write_set
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Ambition, Citation, KeyResult, Language, Objective, OkrSet, Period

WORDS = [
    "øke", "salget", "fra 45 % til 60 %", "1.", "-", "*", "**fet**", "_kursiv_", "snake_case", "__init__", "`kode`", "```", "<b>", "</script>", "<!--", "-->",
    "[lenke](http://x)", "![bilde](x)", "[ref]: http://x", "\\", "\\*", "#", "##", ">", "|", "||", "KR1:", "Mål 2:", "Eier: Ola", "Tiltak:", "(strekkmål)",
    "(eier: Ola)", "(DAU)", "– eier: Ola", "{{7*7}}", "=cmd", "~~~", "&amp;", "http://x.no", "«sitat»", ":", ";", ")", "(", "]", "[", "a)", "---", "===", "[x]",
    "Spørsmål til dere", "OKR",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda words: " ".join(["Vi", *words]))
HOSTILE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda words: " ".join([*words, "vi"]))
NAME = st.sampled_from(
    [None, "Kari Moen, kundedirektør", "salgssjef (vikar)", "CRM; kilde: to", "a | b", "Ola, eier: Per"]
)
RESULT = st.builds(
    KeyResult,
    text=TEXT | HOSTILE,
    owner=NAME,
    data_source=NAME,
    ambition=st.sampled_from([None, Ambition.COMMITTED, Ambition.ASPIRATIONAL]),
)
OBJECTIVE = st.builds(
    Objective,
    text=TEXT | HOSTILE,
    why=st.none() | TEXT | HOSTILE,
    owner=NAME,
    key_results=st.lists(RESULT, min_size=1, max_size=3).map(tuple),
    initiatives=st.lists(TEXT | HOSTILE, max_size=2).map(tuple),
)
SETS = st.builds(
    OkrSet, language=st.sampled_from(Language), objectives=st.lists(OBJECTIVE, min_size=1, max_size=3).map(tuple)
)


def results(okr_set: OkrSet) -> list[tuple[str, str | None, str | None, Ambition | None]]:
    return [
        (item.text, item.owner, item.data_source, item.ambition)
        for objective in okr_set.objectives
        for item in objective.key_results
    ]


@settings(deadline=None)
@given(SETS)
def test_objectives_are_read_back_as_they_were(okr_set: OkrSet) -> None:
    assert [item.text for item in read_set_markdown(write_set(okr_set)).okr_set.objectives] == [
        item.text for item in okr_set.objectives
    ]


@settings(deadline=None)
@given(SETS)
def test_key_results_are_read_back_as_they_were(okr_set: OkrSet) -> None:
    assert results(read_set_markdown(write_set(okr_set)).okr_set) == results(okr_set)


@settings(deadline=None)
@given(SETS)
def test_reasons_owners_and_initiatives_are_read_back_as_they_were(okr_set: OkrSet) -> None:
    def rest(of: OkrSet) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
        return [(item.why, item.owner, item.initiatives) for item in of.objectives]

    assert rest(read_set_markdown(write_set(okr_set)).okr_set) == rest(okr_set)


@settings(deadline=None)
@given(SETS)
def test_nothing_written_is_a_link_a_tag_or_code(okr_set: OkrSet) -> None:
    assert re.findall(r"(?<!\\)(?:\\\\)*(?:<|`|(?<=\])\()", write_set(okr_set)) == []


@settings(deadline=None)
@given(SETS)
def test_only_the_title_and_the_objectives_are_headings(okr_set: OkrSet) -> None:
    headings = [line for line in write_set(okr_set).split("\n") if re.match(r"\s*#", line)]
    assert len(headings) == 1 + len(okr_set.objectives)


FULL = OkrSet(
    title="OKR T1 2026",
    language=Language.NB,
    period=Period(label="T1 2026", start=date(2026, 1, 1), end=date(2026, 4, 30)),
    sponsor="Eva Lie",
    ambassador="Ola Dahl",
    follow_up="innsjekk hver mandag",
    involved="salg og tillitsvalgte",
    objectives=(
        Objective(
            text="Kundene blir",
            sources=(Citation(field="strategy", quote="doble salget"),),
            key_results=(KeyResult(text="A"),),
        ),
    ),
)


@pytest.mark.parametrize("name", ["title", "period", "sponsor", "ambassador", "follow_up", "involved"])
@pytest.mark.parametrize("language", list(Language))
def test_what_is_said_of_the_set_is_read_back(language: Language, name: str) -> None:
    from dataclasses import replace

    assert getattr(read_set_markdown(write_set(replace(FULL, language=language))).okr_set, name) == getattr(FULL, name)


def test_sources_are_read_back() -> None:
    assert read_set_markdown(write_set(FULL)).okr_set.objectives[0].sources == FULL.objectives[0].sources
