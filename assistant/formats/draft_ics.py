"""The dates of a draft as a calendar: its check-ins, the review of the period, and the deadlines of its key results.

What is not known is left out: no period, no review; no rhythm, no check-ins. Times are the reader's own, and nobody is
invited.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from icalendar import Calendar, Event

from assistant.formats import draft_words as words
from assistant.formats.check_ins import QUESTIONS, CheckIns, check_ins, last_working_day
from assistant.formats.draft_rows import Row, columns, rows
from assistant.formats.errors import InputError
from assistant.formats.recorded import Recorded, plain_words
from assistant.rules.rule import Text

_STAMP = datetime(2000, 1, 1, tzinfo=UTC)
"""When every event says it was written, so that the same draft always gives the same calendar."""
_IDS = uuid.UUID("b1a1f2d4-6a3e-5d0b-9d57-0a4a3f7f7c11")
_LENGTH = timedelta(minutes=30)
_LONGEST_SUMMARY = 200
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_CHECK_IN = Text(nb="Innsjekk", nn="Innsjekk", en="Check-in")
_REVIEW = Text(nb="Gjennomgang", nn="Gjennomgang", en="Review")
_DEADLINE = Text(nb="Frist", nn="Frist", en="Deadline")
_DAY_PROPOSED = Text(
    nb="Dagen er foreslått: ingen har sagt hvilken det skal være. Flytt den gjerne.",
    nn="Dagen er eit framlegg: ingen har sagt kva dag det skal vere. Flytt han gjerne.",
    en="The day is proposed: nobody has said which it should be. Move it as you like.",
)
_REVIEWED = Text(
    nb="Hva nådde vi, hva lærte vi, og hva tar vi med oss inn i neste periode?",
    nn="Kva nådde vi, kva lærte vi, og kva tek vi med oss inn i neste periode?",
    en="What did we reach, what did we learn, and what do we take into the next period?",
)
_NO_DATES = Text(
    nb="Utkastet har ingen datoer å legge i en kalender: verken periode eller frister.",
    nn="Utkastet har ingen datoar å leggje i ein kalender: korkje periode eller fristar.",
    en="The draft has no dates to put in a calendar: neither a period nor deadlines.",
)
_SAY_DATES = Text(
    nb="Skriv perioden målene gjelder for, for eksempel «T1 2027», og hvor ofte dere følger dem opp.",
    nn="Skriv perioden måla gjeld for, til dømes «T1 2027», og kor ofte de følgjer dei opp.",
    en="Say which period the objectives are for, such as “Q1 2027”, and how often you follow them up.",
)


def write_ics(recorded: Recorded) -> bytes:
    """The dates of a recorded draft as an iCalendar file.

    Raises:
        InputError: It has no dates.
    """
    events = list(_Dates(recorded).events())
    if not events:
        raise InputError(_NO_DATES, _SAY_DATES)
    calendar = Calendar()
    calendar.add("prodid", "-//okr-assistant//okr//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


class _Dates:
    def __init__(self, recorded: Recorded) -> None:
        self.recorded = recorded
        self.language = recorded.language
        okr_set = recorded.okr_set
        self.title = plain_words(okr_set.title or "OKR")
        texts = (okr_set.title, okr_set.organisation, *(objective.text for objective in okr_set.objectives))
        self.own = uuid.uuid5(_IDS, "\n".join(text or "" for text in texts))

    def events(self) -> Iterator[Event]:
        """The events, in the order of their kinds."""
        okr_set = self.recorded.okr_set
        found = check_ins(okr_set, self.language)
        if found is not None:
            yield from self._check_ins(found)
        if okr_set.period is not None:
            day = last_working_day(okr_set.period.end)
            lines = [_REVIEWED, _DAY_PROPOSED]
            yield self._event("review", self._titled(_REVIEW), [self._say(line) for line in lines], day)
        for row in rows(self.recorded):
            if row.deadline is not None:
                yield self._event(f"deadline {row.number}", self._due(row), self._about(row), row.deadline)

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _titled(self, text: Text) -> str:
        return f"{self._say(text)}: {self.title}"

    def _due(self, row: Row) -> str:
        return f"{self._say(_DEADLINE)}: {row.key_result}"

    def _about(self, row: Row) -> list[str]:
        names = columns(self.language)
        said = ((names.objective, row.objective), (names.owner, row.owner), (names.source, row.source))
        return [f"{name}: {value}" for name, value in said if value]

    def _check_ins(self, found: CheckIns) -> Iterator[Event]:
        """A series for each weekday that comes round evenly, and an event of its own for every other day."""
        lines = [self._say(question) for question in QUESTIONS]
        if self.recorded.okr_set.follow_up:
            lines.insert(0, f"{self._say(words.FOLLOW_UP)}: {plain_words(self.recorded.okr_set.follow_up)}")
        if found.proposed:
            lines.append(self._say(_DAY_PROPOSED))
        summary = self._titled(_CHECK_IN)
        for weekday in sorted({day.weekday() for day in found.days}):
            days = [day for day in found.days if day.weekday() == weekday]
            gaps = {(later - day).days for day, later in pairwise(days)}
            series = len(gaps) == 1
            for day in days[:1] if series else days:
                event = self._event(f"check-in {day.isoformat()}", summary, lines, day, found)
                if series:
                    rule = {"freq": "weekly", "interval": gaps.pop() // 7, "count": len(days), "byday": _DAYS[weekday]}
                    event.add("rrule", rule)
                yield event

    def _event(self, kind: str, summary: str, lines: list[str], day: date, found: CheckIns | None = None) -> Event:
        """An event: half an hour where the time is known, else the whole day, which stays free."""
        event = Event()
        add: Any = event.add
        add("uid", f"{uuid.uuid5(self.own, kind)}@okr-assistant")
        add("dtstamp", _STAMP)
        if found is not None and found.clock is not None:
            start = datetime.combine(day, found.clock)
            add("dtstart", start)
            add("dtend", start + _LENGTH)
        else:
            add("dtstart", day)
            add("transp", "TRANSPARENT")
        add("summary", summary if len(summary) <= _LONGEST_SUMMARY else f"{summary[: _LONGEST_SUMMARY - 1]}…")
        add("description", "\n".join(lines))
        return event
