"""What must not change a review, what may only better it, and what one fault may cost.

The properties are tried on the sound sets and on every labelled set of the dev split, so they hold whatever the rules
say of those: no label is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from assistant.formats.sets import read_set_text
from assistant.okr import Language, OkrSet
from assistant.review import PitfallVerdict, Review, Verdict, check
from assistant.rules.analysis import analyse
from assistant.rules.profile import load_profile
from assistant.rules.rule import Anchor
from tests.rules.documents import DOCUMENTS, EACH_DOCUMENT, Document, brief_of, sound
from tests.rules.examples import SOUND
from tests.rules.seeds import SEEDS, Seed

Rewrite = Callable[[str], str]
Said = tuple[Verdict, dict[str, PitfallVerdict], Counter[str], Language]


def said(review: Review) -> Said:
    """The verdicts of a review and how often it names each rule, without the places."""
    codes = Counter(finding.code for finding in review.findings)
    return review.verdict, dict(review.pitfalls), codes, review.language


@cache
def said_of(document: Document) -> Said:
    """What is said of a document as it stands."""
    return said(document.review())


# --- how it is written -------------------------------------------------------------------------------------------

_QUOTED = re.compile(r"[«“]([^«»“”\"\n]*)[»”]|(?<![^\s(>])\"([^\"\n]*)\"")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0]?%(?![\w-])")
_LISTED = re.compile(r"(\s*)[-*•] (?:(?:\*\*)?[KN]R ?\d+(?:\*\*)? ?[:.–-]? ?(?:\*\*)? ?)?")


def _quoted_with(opening: str, closing: str) -> Rewrite:
    return lambda text: _QUOTED.sub(lambda found: f"{opening}{found[1] or found[2] or ''}{closing}", text)


def _percent_as(sign: str) -> Rewrite:
    return lambda text: _PERCENT.sub(sign, text)


def _listed_with(mark: str) -> Rewrite:
    """Key results that are list items get another mark, numbered where it has room for a number."""

    def rewritten(text: str) -> str:
        lines = text.split("\n")
        for (path, anchor), place in read_set_text(text).places.items():
            found = _LISTED.match(lines[place.line - 1])
            if anchor is Anchor.TEXT and "/key_results/" in path and found is not None:
                number = int(path.rpartition("/")[2]) + 1
                lines[place.line - 1] = f"{found[1]}{mark.format(number)}{lines[place.line - 1][found.end() :]}"
        return "\n".join(lines)

    return rewritten


def _with_line_ends(end: str) -> Rewrite:
    return lambda text: text.replace("\n", end)


STYLES: dict[str, Rewrite] = {
    "white space at line ends": _with_line_ends(" \t\n"),
    "blank lines": lambda text: "\n\n" + text.replace("\n\n", "\n\n\n") + "\n\n",
    "blank lines in lists": lambda text: re.sub(r"^([-*•] .*\n)(?=[-*•] )", r"\1\n", text, flags=re.MULTILINE),
    "«»": _quoted_with("«", "»"),
    "“”": _quoted_with("“", "”"),
    "„“": _quoted_with("„", "“"),
    "‘’": _quoted_with("‘", "’"),
    '""': _quoted_with('"', '"'),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "CRLF": _with_line_ends("\r\n"),
    "CR": _with_line_ends("\r"),
    **{
        f"listed with {mark}": _listed_with(mark)
        for mark in ("- ", "* ", "+ ", "• ", "{}. ", "{}) ", "KR{}: ", "- KR{}: ", "- NR{}: ", "**KR{}:** ")
    },
}


@pytest.mark.parametrize("style", STYLES)
@EACH_DOCUMENT
def test_how_a_set_is_written_changes_nothing(document: Document, style: str) -> None:
    """White space, line ends, quotation marks, list marks and the form of letters say nothing."""
    written = STYLES[style](document.text)
    assert said(Document(style, written, document.brief).review()) == said_of(document)


@pytest.mark.parametrize("sign", ["%", " %", "\u00a0%", "word"])
@EACH_DOCUMENT
def test_percent_may_be_a_sign_or_a_word(document: Document, sign: str) -> None:
    """«40%», «40 %» and «40 prosent» are one and the same, if the strategy that is quoted has it the same way."""
    word = " percent" if said_of(document)[3] is Language.EN else " prosent"
    rewrite = _percent_as(word if sign == "word" else sign)
    brief = None if document.brief is None else rewrite(document.brief)
    assert said(Document(sign, rewrite(document.text), brief).review()) == said_of(document)


# --- in what order -----------------------------------------------------------------------------------------------


def _rotated(okr_set: OkrSet) -> OkrSet:
    return replace(okr_set, objectives=okr_set.objectives[1:] + okr_set.objectives[:1])


def _backwards(okr_set: OkrSet) -> OkrSet:
    return replace(okr_set, objectives=okr_set.objectives[::-1])


def _results_rotated(okr_set: OkrSet) -> OkrSet:
    return replace(
        okr_set,
        objectives=tuple(
            replace(item, key_results=item.key_results[1:] + item.key_results[:1]) for item in okr_set.objectives
        ),
    )


def _results_backwards(okr_set: OkrSet) -> OkrSet:
    return replace(
        okr_set, objectives=tuple(replace(item, key_results=item.key_results[::-1]) for item in okr_set.objectives)
    )


@pytest.mark.parametrize("order", [_rotated, _backwards, _results_rotated, _results_backwards])
@EACH_DOCUMENT
def test_the_order_of_objectives_and_key_results_changes_nothing(
    document: Document, order: Callable[[OkrSet], OkrSet]
) -> None:
    """Order may move a finding (the second of a pair, the first of several), and neither adds nor takes one away."""
    assert said(check(order(document.okr_set), brief_of(document))) == said_of(document)


# --- a start value helps -----------------------------------------------------------------------------------------

_GOAL = re.compile(r"\b(?:til|to) (\d+)(?:([,.])(\d+))?(?![\d.,]|\s\d{3})")
_LOWER = re.compile(r"\b(?:ned|ner|senk|reduser|kutt|cut|reduc|lower|down|færre|færr|fewer|minsk|fall)", re.IGNORECASE)
_FROM = {Language.NB: "fra", Language.NN: "frå", Language.EN: "from"}


def _with_a_start(text: str, language: Language) -> str | None:
    """The line with a start value before its goal, half as far from nothing or half as far beyond it."""
    found = _GOAL.search(text)
    if found is None or int(found[1]) == 0:
        return None
    goal = float(f"{found[1]}.{found[3] or 0}")
    start = goal * 3 / 2 if _LOWER.search(text) else goal * 2 / 3
    written = f"{start:.{len(found[3] or '')}f}".replace(".", found[2] or ".")
    return f"{text[: found.start()]}{_FROM[language]} {written} {text[found.start() :]}"


def _goals_only() -> list[object]:
    """Key results of the documents that have a goal and no start value, with one put in."""
    cases: list[object] = []
    for document in DOCUMENTS:
        context = analyse(document.okr_set, load_profile(), brief_of(document))
        for item in context.key_results:
            bettered = _with_a_start(item.line.text, context.language)
            if item.measuring.lacks_start and item.measuring.goal is not None and bettered is not None:
                old = document.text, item.line.text
                cases.append(pytest.param(document, *old[1:], bettered, id=f"{document.name}:{item.path}"))
    return cases


@pytest.mark.parametrize(("document", "line", "bettered"), _goals_only())
def test_a_start_value_adds_no_finding(document: Document, line: str, bettered: str) -> None:
    """A key result that has only a goal can but gain from a start value, though the strategy may not know it."""
    written = document.text.replace(line, bettered)
    after = said(Document("bettered", written, document.brief).review())[2]
    assert set(after - said_of(document)[2]) <= {"GND02"}


GOALS = {
    Language.NB: ("Øke {} til 60 %", "Redusere {} til 40 dager", "{} opp til 60 %", "Minst 60 % {}", "{}: 60 %"),
    Language.NN: ("Auke {} til 60 %", "Redusere {} til 40 dagar", "{} opp til 60 %", "Minst 60 % {}", "{}: 60 %"),
    Language.EN: ("Raise {} to 60%", "Cut {} to 40 days", "{} up to 60%", "At least 60% {}", "{}: 60%"),
}
METRIC = {Language.NB: "fornyede avtaler", Language.NN: "fornya avtalar", Language.EN: "renewed contracts"}
TODAY = {Language.NB: " (i dag 50)", Language.NN: " (i dag 50)", Language.EN: " (today 50)"}


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("language", Language)
def test_todays_value_in_brackets_adds_no_finding(language: Language, number: int) -> None:
    """A start value may stand behind the goal too."""
    line = GOALS[language][number].format(METRIC[language])
    before, after = (
        said(Document("", SOUND[language].with_key_result(text)).review())[2] for text in (line, line + TODAY[language])
    )
    assert after - before == Counter()


# --- one fault, one remark ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name.replace(" ", "-"))
def test_a_planted_fault_raises_its_own_rule_and_no_other(seed: Seed, language: Language) -> None:
    """A sound set with one fault gets the remarks that fault deserves: no other rule takes offence at it."""
    planted = Document(seed.name, seed.planted(sound(language).text, language))
    assert set(said(planted.review())[2]) == seed.codes
