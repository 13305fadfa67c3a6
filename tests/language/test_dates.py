from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.dates import DateMention, read_dates, read_period
from assistant.language.tokens import Tokens
from assistant.okr import Language
from tests.language.date_cases import CASES, NOT_PERIODS, PERIODS, DateCase


def _name(case: DateCase) -> str:
    return f"{case.language}: {case.text}"


def _dates(text: str, language: str = "nb", year: int | None = None) -> list[DateMention]:
    return read_dates(Tokens(unicodedata.normalize("NFC", text), Language(language)), year)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_deadline_is_told_from_the_date_of_a_start_value(case: DateCase) -> None:
    """«innen», «by» and the like make a deadline, «fra 45 % i 2025» does not."""
    assert any(mention.deadline for mention in _dates(case.text, case.language)) is case.deadline


@pytest.mark.parametrize("case", [case for case in CASES if case.deadline or case.last_day], ids=_name)
def test_the_last_day_of_a_date_is_worked_out(case: DateCase) -> None:
    """Each of these lines has one date; without a year its day is open."""
    days = [mention.day for mention in _dates(case.text, case.language)]
    assert days == [date.fromisoformat(case.last_day) if case.last_day else None]


@pytest.mark.parametrize(
    ("text", "first_day", "last_day"),
    [
        ("innen utgangen av Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("i løpet av 2. tertial", date(2026, 5, 1), date(2026, 8, 31)),
        ("innen 1. oktober", date(2026, 10, 1), date(2026, 10, 1)),
        ("senest uke 34", date(2026, 8, 17), date(2026, 8, 23)),
        ("før sommeren", date(2026, 6, 1), date(2026, 8, 31)),
        ("i løpet av året", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_year_of_the_period_stands_in_for_one_that_is_not_written(
    text: str, first_day: date, last_day: date
) -> None:
    """The first day is known as well, for a span of time."""
    (mention,) = _dates(text, year=2026)
    assert (mention.start_day, mention.day) == (first_day, last_day)
    assert mention.deadline


def test_only_a_word_makes_a_date_introduced() -> None:
    """The date's place alone makes a deadline, but a weaker one."""
    assert [mention.introduced for mention in _dates("60 % i Q2 2026, 80 % innen Q4 2026")] == [False, True]


def test_a_mention_takes_the_words_that_introduce_it_along() -> None:
    """So that cutting it out leaves no «innen utgangen av» behind."""
    tokens = Tokens("Alt er på plass innen utgangen av Q3 2026", Language.NB)
    (mention,) = read_dates(tokens)
    assert tokens.slice(mention.first, mention.last) == "innen utgangen av Q3 2026"


@pytest.mark.parametrize(("text", "label", "start", "end"), PERIODS)
def test_a_period_is_read_with_its_first_and_last_day(text: str, label: str, start: str, end: str) -> None:
    """Alone, and with words around it."""
    for written in (text, f"OKR for {text}"):
        period = read_period(written)
        assert period is not None
        assert (period.label, period.start.isoformat(), period.end.isoformat()) == (label, start, end)


@pytest.mark.parametrize("text", NOT_PERIODS)
def test_what_only_looks_like_a_period_is_none(text: str) -> None:
    """A fifth quarter is a slip, and not the whole year."""
    assert read_period(text) is None


def test_a_year_alone_is_no_period_where_running_text_is_read() -> None:
    """But a quarter still is."""
    assert read_period("Målene for 2026", whole_year=False) is None
    assert read_period("Målene for Q1 2026", whole_year=False) is not None


def test_the_first_of_several_periods_counts() -> None:
    """Whatever forms they are written in."""
    period = read_period("3. kvartal 2026, etter Q2 2026")
    assert period is not None
    assert period.label == "K3 2026"


@given(st.text(), st.sampled_from(Language), st.none() | st.integers(2020, 2030))
def test_no_text_breaks_the_reading_of_dates(text: str, language: Language, year: int | None) -> None:
    """Mentions stay within the line, in order, and do not overlap."""
    tokens = Tokens(text, language)
    after = 0
    for mention in read_dates(tokens, year):
        assert after <= mention.first <= mention.last < len(tokens.words)
        after = mention.last + 1
    read_period(text)
