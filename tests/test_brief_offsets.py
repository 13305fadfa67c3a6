"""A quote of a statement can be highlighted in what was pasted, whatever was folded to find it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.brief import Brief, cite, read_brief, read_brief_fields
from assistant.formats.briefs import read_brief_text
from assistant.language.folding import comparable, comparable_with_origins, fold

BRIEFS = Path(__file__).parent.parent / "evals" / "datasets" / "briefs"
DEV = sorted(
    path
    for path in BRIEFS.iterdir()
    if path.stem in set(json.loads((BRIEFS / "split.json").read_text("utf-8"))["dev"])
    and path.suffix in {".md", ".txt", ".json", ".yaml"}
)

WORDS = [
    "Vi", "skal", "øke", "o\u0308ke", "a\u030apne", "Kundene", "kun\u00addene", "45\u00a0%", "1\u202f000", "fra 10 til 20", "«sitat»", "“quote”",
    "**fet**", "_kursiv_", "`kode`", "snake_case", "<b>", "{{7*7}}", "🎉", "👩\u200d🚀", "🇳🇴", "sku\u200bff", "\u200eretning\u200f",
    "\u202eomvendt\u202c", "\U000e0041tag", "kl. 9.", "2. kvartal", "m\u0301\u0301", "\u1100\u1161\u11a8", "क़", "slutt.", "Slutt!", "ok…", "A.", "f.eks.",
    "[lenke](http://x)", "\\*", "&amp;", "–", "-", "|", "#", "1.", "a)", "\x01", "\x7f", "e\u00ad\u0301",
]  # fmt: skip
MARKS = [
    "", "", "", "- ", "* ", "1. ", "12) ", "a) ", "> ", ">> ", "> - ", "# ", "## ", "### ", "✓ ", "→ ", "- [x] ", "-\u00a0", "\t- ", "  - ", "| ", "\u200b- ",
]  # fmt: skip
BREAKS = [
    "\n", "\n", "\r\n", "\n\n", "\r\n\r\n", "\r", "\u2028", "\x0c", "\u00ad\n", "\u00ad\r\n  ", "\u00ad\n\n", "\n---\n", "\n===\n", "\n|---|---|\n",
    "\n\nVisjon\n", "\n\n**Verdier:**\n", "\n\nPeriode: T2 2026\n", "\nRoller: ", "\n\nMVH\n",
]  # fmt: skip
LINE = st.tuples(
    st.sampled_from(MARKS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
    st.sampled_from([" ", "  ", "\u00a0"]),
    st.sampled_from(BREAKS),
)
NAMES = "alfa beta gamma delta epsilon zeta eta theta".split()
"""A word of its own on each line: lines that come back are footers."""


@st.composite
def pasted(draw: st.DrawFn) -> str:
    """A document with the marks, letters and line breaks that pasting leaves behind."""
    lines = draw(st.lists(LINE, max_size=len(NAMES)))
    return "".join(
        mark + gap.join([*words, name]) + after for name, (mark, words, gap, after) in zip(NAMES, lines, strict=False)
    )


def misplaced(brief: Brief) -> list[str]:
    """Statements whose place in the source holds other words."""
    return [
        item.text
        for item in brief.statements
        if comparable(brief.sources[item.field][item.start : item.end]) != comparable(item.text)
    ]


def halves(text: str) -> list[str]:
    words = text.split(" ")
    middle = (len(words) + 1) // 2
    return [" ".join(words[:middle]), " ".join(words[middle:])]


def not_found(brief: Brief) -> list[str]:
    """Statements and halves of statements that are not found in the brief."""
    return [
        part
        for item in brief.statements
        for part in (item.text, *halves(item.text))
        if comparable(part) and brief.find(part, item.field) is None
    ]


@pytest.mark.parametrize("path", DEV, ids=lambda path: path.name)
def test_every_statement_of_a_pasted_brief_stands_where_it_says(path: Path) -> None:
    assert misplaced(read_brief_text(path.read_text("utf-8"), name=path.name)) == []


@pytest.mark.parametrize("path", DEV, ids=lambda path: path.name)
def test_every_statement_of_a_pasted_brief_and_its_halves_are_found(path: Path) -> None:
    assert not_found(read_brief_text(path.read_text("utf-8"), name=path.name)) == []


@settings(deadline=None)
@given(pasted())
def test_statements_stand_where_they_say_whatever_was_pasted(text: str) -> None:
    assert misplaced(read_brief(text)) == []


@settings(deadline=None)
@given(pasted())
def test_statements_are_found_whatever_was_pasted(text: str) -> None:
    assert not_found(read_brief(text)) == []


@settings(deadline=None)
@given(pasted())
def test_statements_of_a_field_stand_where_they_say_whatever_was_pasted(text: str) -> None:
    assert misplaced(read_brief_fields({"strategy": text})) == []


@settings(deadline=None)
@given(st.text())
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert [item.text for item in read_brief(text).statements if item.end > len(text)] == []


@pytest.mark.parametrize(
    "pasted_words",
    [
        "øke salget i nord",
        "o\u0308ke salget i nord".replace("o\u0308", "ø"),
        "øke sal\u00adget i nord",
        "øke sal\u00ad\nget i nord",
        "øke sal\u00ad\r\n  get i nord",
        "øke sal\u200bget\u200f i nord",
        "øke\u00a0salget\u202fi  nord",
        "øke\r\nsalget\ri\u2028nord",
        "øke\n> salget\n> i nord",
        "øke **salget** i _nord_",
        "øke «salget» i “nord”",
        "øke sal\u00ad\n\nget i nord",
        "øke sal\x01get i nord",
    ],
)
def test_the_same_words_are_found_however_they_are_set(pasted_words: str) -> None:
    text = f"> Før dette.\n\nVi skal {pasted_words} igjen."
    place = read_brief(text).find("øke salget i nord")
    assert place is not None
    assert comparable(text[slice(*place)]) == "øke salget i nord"


def test_letters_with_loose_accents_are_found_composed() -> None:
    text = "🎉 Vi skal a\u030apne fo\u0301rst"
    place = read_brief(text).find("åpne")
    assert place is not None
    assert text[slice(*place)] == "a\u030apne"


def test_an_accent_behind_a_soft_hyphen_belongs_to_its_letter() -> None:
    assert fold("e\u00ad\u0301n").text == "én"


def test_a_quote_over_a_page_break_with_a_page_number_is_found() -> None:
    brief = read_brief("Vi skal vinne gjen\u00ad\n\nSide 2 av 9\n\nkjøp i nord.\n")
    assert brief.find("vinne gjenkjøp i nord") is not None


def test_a_quote_across_the_cells_of_a_table_is_found() -> None:
    text = "## Måltall\n\n| Mål | I dag |\n|---|---|\n| Frafall | 8 % |\n"
    place = read_brief(text).find("Frafall 8 %")
    assert place is not None
    assert text[slice(*place)] == "Frafall | 8 %"


def test_words_that_are_not_there_are_not_found() -> None:
    assert read_brief("Vi skal øke salget.").find("Vi skal øke salget i nord") is None


def test_nothing_is_not_found() -> None:
    assert read_brief("Vi skal øke salget.").find(" «» ") is None


def test_offsets_count_code_points() -> None:
    text = "👩\u200d🚀🎉 Strategien vår. Vi skal vokse."
    last = read_brief(text).statements[-1]
    assert text[last.start : last.end] == "Vi skal vokse."


def test_a_citation_of_a_part_of_a_statement_points_at_that_part() -> None:
    text = "Vi skal o\u0308ke salget."
    statement = read_brief(text).statements[0]
    at = statement.text.index("salget")
    citation = cite(statement, at, at + len("salget"))
    assert text[citation.start : citation.end] == "salget"


@settings(deadline=None)
@given(st.text(alphabet="aø \n\r\t\u00ad\u200b\u0301-*>|«»_#1."))
def test_folding_to_compare_keeps_the_way_back_in_order(text: str) -> None:
    folded = comparable_with_origins(text)
    assert list(folded.starts) == sorted(folded.starts)
