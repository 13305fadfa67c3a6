"""Whatever text comes as a set, it is read and judged, or refused with a sentence: nothing else ever happens."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from assistant.brief import read_brief
from assistant.formats.agenda import write_agenda
from assistant.formats.errors import InputError
from assistant.formats.reports import Checked, report
from assistant.formats.sets import read_set_text
from assistant.okr import Language
from assistant.review import Checker

BRIEF = read_brief("# Strategi\nVi skal doble salget fra 40 til 80 MNOK innen 2027.\n# Roller\nsalgssjef, Kari Moen\n")
CHECKERS = (Checker(), Checker(BRIEF), Checker(remembers=50))
FORMS = ("text", "json", "sarif", "github")

# --- hostile text ------------------------------------------------------------------------------------------------

LABELS = [
    "# OKR T1 2026", "## Mål 1: ", "Mål: ", "Objective 1: ", "O1: ", "- KR1: ", "- NR2: ", "KR3 – ", "1. ", "- ", "* [x] ", "Eier: ", "Owner: ", "Hvorfor: ",
    "Forankring: «", "Tiltak:", "Oppfølging: ", "Involvert: ", "Sponsor: ", "Periode: ", "Språk: ", "Nivå: ", "Nøkkelresultater:", "| Nøkkelresultat | Fra | Til |",
    "|---|---|---|", "| a | 1 | 2 |", "Mål\tNøkkelresultat\tFra\tTil\tEier", "\t\t1\t2", "```", "~~~", "---", "===", "> ", "    ", "{", '{"objectives": [',
]  # fmt: skip
WORDS = [
    "Øke salget fra 45 % til 60 % innen 30. april 2026", "Launch the app", "ingen", "alle", "med 5 %", "X %", "TBD", "[...]", "(eier: Ola; kilde: CRM)", "(strekkmål)",
    "(((", ")))", "[[", "«««", "»", "“a «b ‘c’ »”", '"', "\"'\"", "9" * 60, "1" + " 000" * 30, "1e999", "-0", "0/0", "½", "٣٤", "²³", "Ⅷ", "1,2,3.4.5", "32.13.2026", "30. februar 2026",
    "T9 2026", "99999-01-01", "uke 99", "٪", "שלום", "مرحبا", "\u202eabc\u202c", "\u2066x\u2069", "e\u0301\u0302\u0323" * 3, "\u0300", "\u200b\u00ad\ufeff", "\U0001f469\u200d\U0001f4bb", "ß", "İ", "ﬁ",
    "<!-- okr: ignore TSK01 because ja -->", "<!-- okr: ignore", "<!--", "-->", "<b>", "</script>", "<u>", "&amp;", "[a](http://x)", "http://", "{{7*7}}", "%s", "{0}", "{words}",
    "[bold]", "[/]", "[red]x[/red]", "::error::", "%0A", "\\", "\\*", "\\«", "\x1b[31m", "\x07", "\x0b", "\x85", "\u2028", "\r", "\r\n", "\t", "*", "**", "__", "_", "`", "- - -", "–", "—", "→",
]  # fmt: skip
FRAGMENT = st.sampled_from([*LABELS, *WORDS]) | st.text(max_size=12)
GLUE = st.sampled_from(["\n", "\n", "\n\n", "\n- ", " ", "", "\t", "\r\n", "\n## Mål: ", "\n- KR1: "])
HOSTILE = st.lists(st.tuples(GLUE, FRAGMENT), max_size=30).map(lambda parts: "".join(a + b for a, b in parts))
TEXT = st.text(max_size=400) | HOSTILE | HOSTILE.map(lambda text: f"## Mål 1: {text}")
DATA: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | FRAGMENT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        "text objectives key_results why owner period language baseline target value unit sources field quote".split()
    ), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip
JSON = st.fixed_dictionaries({"objectives": st.lists(DATA, max_size=3)}, optional={"period": DATA, "owner": DATA})

ANY_TEXT = pytest.mark.parametrize("checker", CHECKERS, ids=["alone", "with-a-brief", "remembering"])


def _checked(text: str, checker: Checker) -> Checked | None:
    """The set, read and judged; ``None`` if it is refused."""
    try:
        read = read_set_text(text)
    except InputError:
        return None
    review = checker.check(read.okr_set, read.ignored())
    return Checked("okr.md", read, review, review.language)


def _records(checked: Checked) -> Iterator[dict[str, Any]]:
    record = checked.record()
    yield from record["findings"]
    yield from record["ignored"]


@ANY_TEXT
@settings(deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXT)
@example(text="|\n0\t0")
def test_any_text_is_judged_or_refused(checker: Checker, text: str) -> None:
    """Every span lies within its line, and every line and column in the file."""
    checked = _checked(text, checker)
    if checked is None:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in _records(checked):
        if finding["span"] is not None:
            start, end = finding["span"]
            assert 0 <= start <= end <= len(finding["text"])
        if finding["line"] is not None:
            assert 1 <= finding["line"] <= len(lines)
            assert 1 <= finding["column"] <= max(len(lines[finding["line"] - 1]), 1)


@settings(deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXT, form=st.sampled_from(FORMS), language=st.sampled_from(Language))
def test_any_review_can_be_printed_in_any_form(text: str, form: str, language: Language) -> None:
    """Each form of report is printed to the end for each reader, and JSON and SARIF are JSON."""
    checked = _checked(text, CHECKERS[0])
    if checked is None:
        return
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        report([Checked(checked.name, checked.read, checked.review, language)], form)
    assert write_agenda(checked.review, checked.read.okr_set, language)
    if form in {"json", "sarif"}:
        json.loads(printed.getvalue())


@settings(deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=JSON)
def test_any_json_is_judged_or_refused(data: dict[str, Any]) -> None:
    """What is not a set is refused with a sentence, and what is one gets its record."""
    checked = _checked(json.dumps(data), CHECKERS[1])
    assert checked is None or checked.record()["verdict"] in {"ready", "needs_work"}


@settings(deadline=None, max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(fragment=FRAGMENT, times=st.integers(50, 400))
def test_no_fragment_is_too_often_said(fragment: str, times: int) -> None:
    """A line and a file of one thing over and over are read and judged like any other."""
    for text in (f"## Mål: {fragment * times}\n- {fragment * times}", f"## Mål: A\n{fragment}\n" * (times // 4)):
        checked = _checked(text, CHECKERS[2])
        assert checked is None or checked.record()["findings"] is not None
