"""The dates of a draft as a calendar, read back with icalendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from assistant.formats.errors import InputError
from assistant.formats.exports import ExportForm, export_draft
from assistant.okr import Language
from tests.formats.exporting import exported, hostile_record, record

SUMMARIES = {
    Language.NB: ["Innsjekk: OKR T1 2027", "Gjennomgang: OKR T1 2027", "Frist: Frafallet i første avtaleår: fra 18 % til 12,5 %", "Frist: Klasse for utslipp: fra CII D til CII B"],
    Language.NN: ["Innsjekk: OKR T1 2027", "Gjennomgang: OKR T1 2027", "Frist: Frafallet i første avtaleår: fra 18 % til 12,5 %", "Frist: Klasse for utslipp: fra CII D til CII B"],
    Language.EN: ["Check-in: OKR T1 2027", "Review: OKR T1 2027", "Deadline: Frafallet i første avtaleår: fra 18 % til 12,5 %", "Deadline: Klasse for utslipp: fra CII D til CII B"],
}  # fmt: skip
PROPOSED = {Language.NB: "Dagen er foreslått", Language.NN: "Dagen er eit framlegg", Language.EN: "The day is proposed"}


def events(given: dict[str, Any]) -> list[Any]:
    content = export_draft(given, ExportForm.ICS).content
    return list(Calendar.from_ical(content).walk("VEVENT"))


def changed(language: Language = Language.NB, **fields: Any) -> dict[str, Any]:
    given = record(language)
    given["okr_set"].update(fields)
    return given


@pytest.mark.parametrize("language", Language)
def test_check_ins_the_review_and_deadlines_are_there(language: Language) -> None:
    """Each named in the draft's language."""
    assert [str(event["summary"]) for event in events(record(language))] == SUMMARIES[language]


@pytest.mark.parametrize("language", Language)
def test_check_ins_come_round_as_the_rhythm_says(language: Language) -> None:
    """One series, every Monday of the period."""
    event = events(record(language))[0]
    assert (event.decoded("dtstart"), event["rrule"].to_ical()) == (
        date(2027, 1, 4),
        b"FREQ=WEEKLY;COUNT=17;INTERVAL=1;BYDAY=MO",
    )


def test_the_review_is_on_the_last_working_day_of_the_period() -> None:
    """A period that ends on a Sunday is reviewed on the Friday before."""
    period = {"label": "Q1", "start": "2027-01-01", "end": "2027-02-28"}
    assert events(changed(period=period))[1].decoded("dtstart") == date(2027, 2, 26)


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.NB, "annenhver uke"), (Language.NN, "annakvar veke"), (Language.EN, "every second week")],
)
def test_a_rhythm_without_a_day_gets_a_proposed_one_and_says_so(language: Language, said: str) -> None:
    """Nobody thinks that it was agreed."""
    assert PROPOSED[language] in str(events(changed(language, follow_up=said))[0]["description"])


def test_a_day_that_was_named_is_not_called_proposed() -> None:
    """It was agreed."""
    assert PROPOSED[Language.NB] not in str(events(record(Language.NB))[0]["description"])


def test_a_time_that_was_named_makes_it_half_an_hour_in_the_readers_own_time() -> None:
    """Nine o'clock is nine o'clock, in winter and in summer."""
    event = events(changed(follow_up="innsjekk hver mandag kl. 9.30"))[0]
    starts, ends = event.decoded("dtstart"), event.decoded("dtend")
    assert (starts, ends) == (datetime(2027, 1, 4, 9, 30), datetime(2027, 1, 4, 10, 0))  # noqa: DTZ001 - a floating time is what is wanted


def test_without_a_period_only_deadlines_are_left() -> None:
    """What is not known is not made up."""
    assert [str(event["summary"])[:6] for event in events(changed(period=None))] == ["Frist:", "Frist:"]


def test_without_a_rhythm_there_are_no_check_ins() -> None:
    """The review and the deadlines stay."""
    assert [str(event["summary"])[:6] for event in events(changed(follow_up=None))] == ["Gjenno", "Frist:", "Frist:"]


def test_a_draft_without_dates_is_refused_with_what_to_do() -> None:
    """An empty calendar would look like a fault."""
    given = changed(period=None)
    for objective in given["okr_set"]["objectives"]:
        for item in objective["key_results"]:
            item["deadline"] = None
    with pytest.raises(InputError, match="no dates"):
        export_draft(given, ExportForm.ICS)


def test_events_have_different_names_that_stay() -> None:
    """Put into a calendar again, the same draft changes its events and adds none."""
    names = [str(event["uid"]) for event in events(record(Language.NB))]
    assert (len(set(names)), names) == (4, [str(event["uid"]) for event in events(record(Language.NB))])


def test_sets_of_other_teams_have_events_of_their_own() -> None:
    """Two teams with one title do not overwrite each other's check-ins."""
    own = {str(event["uid"]) for event in events(record(Language.NB))}
    others = changed()
    others["okr_set"]["objectives"][0]["text"] = "Noe annet"
    assert own.isdisjoint(str(event["uid"]) for event in events(others))


def test_lines_end_and_are_folded_as_the_standard_wants() -> None:
    """CRLF, and no line above 75 bytes."""
    lines = exported(ExportForm.ICS).split(b"\r\n")
    assert (max(map(len, lines)) <= 75, any(b"\n" in line for line in lines)) == (True, False)


@pytest.mark.parametrize(
    "text", ["a\r\nATTENDEE:mailto:x@y.z", "a\nBEGIN:VALARM\nACTION:AUDIO", "a;b,c\\n:d", "END:VEVENT"]
)
def test_text_becomes_no_property_of_an_event(text: str) -> None:
    """Nobody is invited, and nothing rings."""
    given = hostile_record(text)
    calendar = Calendar.from_ical(export_draft(given, ExportForm.ICS).content)
    assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    assert not any("ATTENDEE" in component or "ATTACH" in component for component in calendar.walk())
