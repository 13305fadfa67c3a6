"""The days of the check-ins, from a rhythm in words."""

from __future__ import annotations

from datetime import date, time

import pytest

from assistant.formats.check_ins import check_ins
from assistant.okr import Language, OkrSet, Period

T1 = Period(label="T1 2027", start=date(2027, 1, 1), end=date(2027, 4, 30))


def days(language: str, said: str, period: Period | None = T1) -> list[str]:
    found = check_ins(OkrSet(follow_up=said, period=period), Language(language))
    return [] if found is None else [f"{day.day}.{day.month}" for day in found.days]


@pytest.mark.parametrize(
    ("language", "said", "first"),
    [
        ("nb", "innsjekk hver mandag", "4.1 11.1 18.1"), ("nn", "innsjekk kvar tysdag", "5.1 12.1 19.1"),
        ("en", "check-in every Wednesday", "6.1 13.1 20.1"), ("nb", "annenhver torsdag", "7.1 21.1 4.2"),
        ("nn", "annankvar veke", "4.1 18.1 1.2"), ("en", "every second week on Tuesdays", "5.1 19.1 2.2"),
        ("nb", "hver 14. dag", "4.1 18.1 1.2"), ("en", "weekly", "4.1 11.1 18.1"),
        ("nb", "månedlig", "4.1 1.2 1.3"), ("nb", "første tirsdag i måneden", "5.1 2.2 2.3"),
        ("en", "last Friday of the month", "29.1 26.2 26.3"), ("nb", "den 1. og 15. i måneden", "1.1 15.1 1.2"),
        ("nn", "første og tredje onsdag i månaden", "6.1 20.1 3.2"), ("nb", "onsdager i partallsuker", "13.1 27.1 10.2"),
        ("nb", "to ganger i uka", "4.1 7.1 11.1"), ("nb", "daglig tavlemøte", "1.1 4.1 5.1"),
        ("en", "quarterly", "1.4"), ("nb", "mandager og torsdager", "4.1 7.1 11.1"),
    ],
)  # fmt: skip
def test_a_rhythm_in_words_gives_its_days(language: str, said: str, first: str) -> None:
    """The first three days of it in the first tertial of 2027, which begins on a Friday nobody works."""
    assert days(language, said)[:3] == first.split()


@pytest.mark.parametrize("said", ["ved behov", "i ledermøtet", "én gjennomgang i juni", ""])
def test_words_without_a_rhythm_give_no_days(said: str) -> None:
    """No day is made up."""
    assert days("nb", said) == []


def test_without_a_period_there_are_no_days() -> None:
    """A rhythm alone does not say when it begins."""
    assert days("nb", "hver mandag", None) == []


@pytest.mark.parametrize(
    ("start", "end"), [(date(1, 1, 1), date(9999, 12, 31)), (date(9999, 12, 30), date(9999, 12, 31)), (date(2027, 5, 1), date(2027, 1, 1))]
)  # fmt: skip
@pytest.mark.parametrize(
    "said", ["hver mandag", "hver 14. dag", "månedlig", "kvartalsvis", "daglig", "siste fredag i måneden"]
)
def test_no_period_is_too_long_or_too_late(said: str, start: date, end: date) -> None:
    """Two years are planned at most, and the calendar's last day is none to fall over."""
    assert len(days("nb", said, Period(label="x", start=start, end=end))) <= 525


@pytest.mark.parametrize(
    ("said", "clock"),
    [("hver mandag kl. 9", time(9)), ("hver mandag kl 14.30", time(14, 30)), ("every Monday at 3 pm", time(15)), ("hver mandag", None), ("every Monday, at 45 minutes", None), ("every Monday, at 20 min", None), ("every Monday: are we at 3.5 %?", None)],
)  # fmt: skip
def test_a_time_of_day_is_read(said: str, clock: time | None) -> None:
    """«kl. 9», “at 3 pm”."""
    found = check_ins(OkrSet(follow_up=said, period=T1), Language.NB if "hver" in said else Language.EN)
    assert found is not None
    assert found.clock == clock
