"""The scorecard: whatever others wrote is nothing but text in it, and it shows what it says it shows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from evals.about import About
from evals.baseline import Baseline, Bound, Reason
from evals.marks import Mark, Result, Spent
from evals.running import Suite, SuiteCase, Told, run_suite
from evals.scorecard import Scorecard, write
from evals.scorecard.markdown import as_markdown
from evals.scorecard.page import as_page
from tests.evals.reading import Page, one_line, rendered

HOSTILE = """<script>alert(1)</script></pre></details></li></td> ``` ````` ~~~ | a | "x' --> [lenke](https://svindel.example)
![bilde](//svindel.example/x.png) <https://svindel.example> {{ 7 * 7 }} {% raw %} {# c #} <svg onload=alert(1)> &lt;b&gt;

# Overskrift
```
</details><img src=x onerror=alert(1)> **fet** _kursiv_ ~~slettet~~ `kode` \\| <!-- skjult
- [ ] punkt
"""
ABOUT = About(
    commit="0a1b2c", clean=True, versions={"python": "3.11"}, prompts={"draft.nb": "1.0"}, models=("openai/en",)
)
PLACES = (
    "source", "made", "expected", "got", "case", "notes", "broken", "model", "models", "reason", "reason's place",
    "mark",
)  # fmt: skip
"""Where text from outside may stand."""


def card(place: str = "", text: str = "ord", *, seconds: float = 1.0) -> Scorecard:
    """A scorecard with one case that failed; ``text`` stands in one place of it, and a word in the others."""
    said = {**dict.fromkeys(PLACES, "ord"), place: text}
    result = Result(
        suite="briefs",
        case=said["case"],
        language="nb",
        drafter="llm",
        model=said["model"],
        marks=(
            Mark("loud", "line", passed=True),
            Mark("loud", said["mark"], passed=False, expected=said["expected"], got=said["got"]),
        ),
        source=said["source"],
        made=said["made"],
        accepted=True,
        spent=Spent(calls=2, input_tokens=700, output_tokens=90, cost=0.25, seconds=seconds),
        notes=(said["notes"],),
        broken=(said["broken"],),
    )
    known = Baseline({"briefs": {said["case"]: []}}, {"briefs / loud / all": Bound(0.25, 2)})
    reasons = [Reason("worse", said["reason's place"], said["reason"])]
    about = replace(ABOUT, models=(said["models"],))
    return Scorecard(about, [result], known, reasons, {"briefs": seconds})


# --- text from outside -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES)
def test_what_others_wrote_is_nothing_but_text_in_the_page(place: str) -> None:
    """It makes no element, closes none and changes no attribute, and stands there word for word."""
    harmless, hostile = Page(as_page(card())), Page(as_page(card(place, HOSTILE)))
    assert hostile.shape == harmless.shape
    assert one_line(HOSTILE) in one_line(hostile.text)


@pytest.mark.parametrize("place", PLACES)
def test_what_others_wrote_is_nothing_but_text_in_markdown(place: str) -> None:
    """Shown by a code host it makes no element, closes none, and stands there word for word."""
    harmless, hostile = rendered(as_markdown(card())), rendered(as_markdown(card(place, HOSTILE)))
    assert hostile.shape == harmless.shape
    assert one_line(HOSTILE) in one_line(hostile.text)


@pytest.mark.parametrize("place", [it for it in PLACES if it not in {"source", "made"}])
@pytest.mark.parametrize("address", ["https://svindel.example/x", "www.svindel.example"])
def test_a_bare_address_is_made_no_link(place: str, address: str) -> None:
    """Code hosts make a link of an address, unless a mark of it is escaped; in a fence they make none."""
    written = as_markdown(card(place, address))
    assert address not in written
    assert address in rendered(written).text


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_page_is_well_formed() -> None:
    assert Page(as_page(card())).open == []


def test_the_page_loads_nothing() -> None:
    page = Page(as_page(card()))
    assert {it.tag for it in page.elements} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "use",
        "a",
    } == set()
    names = {name for it in page.elements for name in it.attributes}
    assert [it for it in names if it.endswith(("src", "href", "srcset", "style")) or it.startswith("on")] == []
    assert re.search(r"url\(|@import|https?:", as_page(card())) is None


def test_the_page_lets_a_browser_load_nothing() -> None:
    (policy,) = (
        it.attributes["content"]
        for it in Page(as_page(card())).elements
        if it.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def plotted(kind: str, *ends: str, given: Scorecard | None = None) -> set[tuple[float, ...]]:
    """Where the lines or dots of a kind are drawn, in pixels."""
    page = Page(as_page(given or card()))
    found = [it for tag in ("line", "circle") for it in page.all(tag, kind)]
    return {tuple(float(it[end] or "") for end in ends) for it in found}


def test_a_share_of_one_in_two_is_drawn_in_the_middle() -> None:
    ((left, right),) = plotted("axis", "x1", "x2")
    assert plotted("share", "cx") == {((right - left) / 2,)}


def test_an_interval_is_drawn_from_its_lower_end_to_its_upper() -> None:
    """That of one in two is 0.095 to 0.905."""
    ((_, width),) = plotted("axis", "x1", "x2")
    ((low, high),) = plotted("interval", "x1", "x2")
    assert (low / width, high / width) == pytest.approx((0.095, 0.905), abs=0.001)


def test_the_baseline_s_bound_is_drawn_where_it_has_one() -> None:
    """The share of all languages has one, at 0.25, and that of bokmål has none."""
    ((_, width),) = plotted("axis", "x1", "x2")
    page = Page(as_page(card()))
    assert [float(it["x1"] or "") for it in page.all("line", "least")] == [width / 4]
    assert len(page.all("circle", "share")) == 2


# --- the three forms -------------------------------------------------------------------------------------------------


def written(given: Scorecard, folder: Path) -> dict[str, str]:
    """The three files, by the end of their names."""
    return {file.suffix: file.read_text(encoding="utf-8") for file in write(given, folder)}


SECRET = "Fjellheim tar sauene ned før snøen"


@dataclass(frozen=True)
class Repeating:
    """A scorer that says again what it was given, or raises it."""

    raises: bool
    key: str = "repeating"

    def marks(self, made: str) -> tuple[Mark, ...]:
        if self.raises:
            raise ValueError(made)
        return (Mark("repeating", "line", passed=False, expected=made, got=made),)


@pytest.mark.parametrize("raising", ["nothing", "the scorer", "the run"])
def test_the_text_of_a_hidden_case_is_in_none_of_the_forms(raising: str, tmp_path: Path) -> None:
    async def run(text: str) -> str:
        if raising == "the run":
            raise ValueError(text)
        return text

    hidden = SuiteCase(name="gjemt", language="nb", given=SECRET, source=SECRET, hidden=True)
    scorer = Repeating(raises=raising == "the scorer")
    suite = Suite(key="briefs", cases=[hidden], run=run, scorers=[scorer], tell=lambda made: Told(made=made))
    files = written(Scorecard(ABOUT, run_suite(suite), Baseline(), [], {}), tmp_path)
    assert [end for end, text in files.items() if SECRET in text or "gjemt" not in text] == []


def test_the_json_gives_back_what_was_said(tmp_path: Path) -> None:
    """All hostile text comes back as it was, and a mark's name too."""
    (case,) = json.loads(written(card("got", HOSTILE), tmp_path)[".json"])["cases"]
    assert case["failing"] == [{"mark": "loud: ord", "expected": "ord", "got": HOSTILE}]
    assert case["marks"] == {"loud: line": True, "loud: ord": False}


def test_the_json_holds_the_shares_with_their_intervals(tmp_path: Path) -> None:
    measures: list[dict[str, Any]] = json.loads(written(card(), tmp_path)[".json"])["measures"]
    share = {"suite": "briefs", "scorer": "loud", "passed": 1, "whole": 2, "low": 0.0945, "high": 0.9055}
    assert measures == [{**share, "of": "all"}, {**share, "of": "nb"}]


def test_what_differs_in_times_differs_below_the_last_heading_alone(tmp_path: Path) -> None:
    quick, slow = (written(card(seconds=it), tmp_path / f"{it}") for it in (1.0, 99.0))
    for end, heading in ((".md", "\n## Times\n"), (".html", "<h2>Times</h2>")):
        above, _, below = quick[end].rpartition(heading)
        assert above == slow[end].rpartition(heading)[0] != ""
        assert below != slow[end].rpartition(heading)[2]
        assert re.search(r"^#|<h\d", below, re.MULTILINE) is None


def test_what_differs_in_times_differs_under_times_alone_in_json(tmp_path: Path) -> None:
    quick, slow = (json.loads(written(card(seconds=it), tmp_path / f"{it}")[".json"]) for it in (1.0, 99.0))
    assert quick.pop("times") != slow.pop("times")
    assert quick == slow


def test_why_the_gates_are_red_is_told_in_every_form(tmp_path: Path) -> None:
    reasons = [Reason("gone", "briefs / a", "the case is no longer run"), Reason("below", "briefs / loud", "0.4")]
    files = written(replace(card(), reasons=reasons), tmp_path)
    for line in ("gone: briefs / a: the case is no longer run", "below: briefs / loud: 0.4"):
        assert line in rendered(files[".md"]).text
        assert line in Page(files[".html"]).text
    record = json.loads(files[".json"])
    assert record["reasons"] == [{"kind": it.kind, "where": it.where, "says": it.says} for it in reasons]
    assert record["passed"] is False


def test_green_gates_give_no_reasons(tmp_path: Path) -> None:
    files = written(replace(card(), reasons=[]), tmp_path)
    assert [end for end, text in files.items() if "Why it failed" in text] == []
    assert json.loads(files[".json"])["passed"] is True
