from __future__ import annotations

from datetime import date

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import KeyResult, Language, Level, Objective, OkrSet, Period, Quantity
from assistant.review import check
from assistant.rules.owners import Person, read_owners
from assistant.rules.people import People
from assistant.rules.rhythm import read_rhythm
from assistant.rules.rule import Anchor, Finding
from tests.rules.examples import SOUND

PERIOD = Period(label="T1 2026", start=date(2026, 1, 1), end=date(2026, 4, 30))


def found(okr_set: OkrSet, code: str, language: Language = Language.NB) -> list[Finding]:
    """The findings of one rule in a set."""
    return [finding for finding in check(okr_set, language=language).findings if finding.code == code]


def codes(language: str, line: str) -> set[str]:
    """What is said of a key result, or of an objective that begins with «O:», in a sound set."""
    sound = SOUND[Language(language)]
    text = sound.with_objective(line[2:].strip()) if line.startswith("O:") else sound.with_key_result(line)
    path = "/objectives/0" if line.startswith("O:") else "/objectives/0/key_results/2"
    findings = check(read_set_markdown(text).okr_set, language=Language(language)).findings
    return {finding.code for finding in findings if finding.path == path}


# --- follow-up ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("nb", "annenhver uke", 14), ("nb", "annenhver uke på tirsdager", 14), ("en", "every second week on Tuesdays", 14), ("nb", "hver 14. dag", 14), ("nb", "hver fjortende dag", 14),
        ("nb", "hver tredje uke", 21), ("nb", "to ganger i måneden", 15), ("nb", "ukesmøter", 7),
        ("nb", "første tirsdag i måneden", 30), ("nb", "hver andre onsdag i måneden", 30), ("nb", "hver andre uke", 14),
        ("nb", "innsjekk hver mandag; dypere gjennomgang siste torsdag i måneden", 7), ("nb", "hver måned, andre onsdag", 30),
        ("nb", "15 minutter i uka", 7), ("nb", "med to ukers mellomrom", 14), ("nb", "fire ganger i året", 91.25),
        ("nb", "1. og 3. mandag i måneden", 15), ("nb", "statusmøte den 15. hver måned", 30), ("nb", "tirsdagsmøtet", 7),
        ("nb", "i partallsuker", 14), ("nb", "uke for uke", 7), ("en", "six-weekly", 42), ("en", "half-termly", 61), ("en", "QBR", 91),
        ("nn", "annankvar tysdag", 14), ("nn", "siste sundag kvar månad", 30), ("nn", "to gonger i veka", 3.5),
        ("nn", "kvart kvartal", 91), ("nn", "ein gong i tertialet", 122),
        ("en", "biweekly", 14), ("en", "every other Monday", 14), ("en", "every second Tuesday", 14),
        ("en", "second Tuesday of every month", 30), ("en", "every six weeks", 42), ("en", "at two-week intervals", 14),
        ("en", "every 2-3 weeks", 14), ("en", "twice a month", 15), ("en", "at the end of each month", 30),
    ],
)  # fmt: skip
def test_a_rhythm_is_read_into_days(language: str, text: str, days: float) -> None:
    """Weekdays, multiples, counts a month and ordinals; of several rhythms the fastest counts."""
    rhythm = read_rhythm(text, Language(language))
    assert rhythm is not None
    assert rhythm.days == days


@pytest.mark.parametrize(
    ("language", "text", "reviews"),
    [
        ("nb", "én gjennomgang i juni", 1), ("nb", "midtveis og ved slutten av perioden", 2), ("nb", "i uke 24 og uke 34", 2),
        ("nb", "evalueres når kvartalet er omme", 1), ("nb", "etter sommeren", 1), ("en", "when the season is over", 1), ("nn", "når tertialet er til ende", 1),
        ("nb", "etter at perioden er slutt", 1), ("en", "at the AGM", 1), ("nn", "fredag 12. juni", 1), ("en", "one review at the end of August", 1), ("en", "twice in the period", 2),
    ],
)  # fmt: skip
def test_single_reviews_are_counted(language: str, text: str, reviews: int) -> None:
    """A date, a place in the period or a count says how many there will be, and not how often."""
    rhythm = read_rhythm(text, Language(language))
    assert rhythm is not None
    assert (rhythm.days, rhythm.reviews) == (None, reviews)


@pytest.mark.parametrize(
    "text", ["i ledermøtet", "jevnlig", "ved behov", "på tavlemøtet, 15 min", "in meetings, as needed"]
)
def test_a_place_or_an_intention_is_no_rhythm(text: str) -> None:
    """Nothing says how often."""
    assert read_rhythm(text, Language.NB) is None


@pytest.mark.parametrize(
    ("period", "said", "slow"),
    [
        ("T2 2026", "månedlig", True), ("T2 2026", "to ganger i måneden", False), ("H1 2026", "månedlig", False),
        ("H1 2026", "hver sjette uke", True), ("2026", "kvartalsvis", True), (None, "månedlig", True),
        (None, "annenhver uke", False), ("2026", "annethvert ledermøte", False), ("Q3 2026", "i ledermøtet", False),
    ],
)  # fmt: skip
def test_how_slow_is_too_slow_depends_on_the_period(period: str | None, said: str, *, slow: bool) -> None:
    """Every second week up to a tertial, monthly beyond; without a period, a quarter is meant."""
    title = f"# OKR {period}\n" if period else ""
    okr_set = read_set_markdown(f"{title}Oppfølging: {said}\n## Mål 1: Ro i kveldene").okr_set
    assert [finding.anchor for finding in found(okr_set, "FOL02")] == ([Anchor.FOLLOW_UP] if slow else [])


def due(*deadlines: date | None) -> list[Finding]:
    """The question of the last day, for key results with these deadlines in the first tertial."""
    results = tuple(KeyResult(text=f"Feil {n} ned fra 9 til 4", deadline=day) for n, day in enumerate(deadlines))
    return found(OkrSet(objectives=(Objective(text="Ro", key_results=results),), period=PERIOD), "FOL04")


def test_deadlines_on_the_last_day_are_asked_about_from_three_on() -> None:
    """One other deadline is enough to see something on the way; those without say nothing."""
    last = PERIOD.end
    assert len(due(last, last, last)) == len(due(last, None, last, last)) == 1
    assert due(last, last) == due(last, last, last, date(2026, 3, 1)) == due(None, None, None) == []


@pytest.mark.parametrize(
    ("language", "line", "asked"),
    [
        ("nb", "Kartlegge hvor mange som venter over 30 dager, og deretter halvere tallet", True),
        ("nb", "Ventetid i resepsjonen måles først, deretter ned 20 %", True),
        ("nb", "Etablere baseline for sykefravær og redusere det med 20 % innen 31. august 2026", True),
        ("nb", "Andel fornøyde: måles innen 1. juni, deretter opp 10 prosentpoeng", False),
        ("nb", "Øke andelen fra 45 % (baseline 2025) til 60 %", False),
        ("nb", "Svartid ned fra 9 til 4 dager, målt i uke 34", False),
        ("nn", "Auke delen digitale søknader med 15 prosentpoeng (startverdi ukjend)", True),
        ("nn", "Finne ut i mai kor mange som brukar bruktbua, og så doble talet", False),
        ("en", "Measure how long patients wait today, then cut it by 30%", True),
        ("en", "Cut food waste by 20% from baseline", True),
        ("en", "Find out by 1 June how many calls are dropped, then halve it", False),
        ("en", "Raise the share from a baseline of 45% to 60%", False),
    ],
)  # fmt: skip
def test_measuring_first_needs_a_date_of_its_own(language: str, line: str, *, asked: bool) -> None:
    """Without one it is FOL05 alone, with one nothing; a known start value is no measuring."""
    said = codes(language, line)
    assert ("FOL05" in said) is asked
    assert not said & {"CLR02", "TSK01"}


def test_a_start_value_given_as_a_field_is_read_too() -> None:
    """The field may be empty beside a text that says so, or say itself that nobody knows."""

    def of(text: str, baseline: Quantity | None) -> list[Finding]:
        target = Quantity(text="60 %", value=60, unit="%")
        result = KeyResult(text=text, metric="Andel som kommer igjen", baseline=baseline, target=target)
        return found(OkrSet(objectives=(Objective(text="Ro", key_results=(result,)),), period=PERIOD), "FOL05")

    said = "Andel som kommer igjen: grunnlinjen måles først, målet er 60 %"
    assert len(of(said, None)) == len(of("Andel som kommer igjen: 60 %", Quantity(text="måles først"))) == 1
    assert of(said, Quantity(text="45 %", value=45, unit="%")) == of("Andel som kommer igjen: 60 %", None) == []
    assert of(said.replace("først", "innen 1. februar"), None) == []


# --- owners ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owner", "persons"),
    [
        ("Kari Moen, kundedirektør", [Person("Kari Moen", "kundedirektør")]),
        ("kaptein Ruth Olsen", [Person("Ruth Olsen", "kaptein")]),
        ("Per Vestrheim, adm. dir.", [Person("Per Vestrheim", "adm. dir")]),
        ("vaktsjefen og Kari Moen (IT-sjef)", [Person(None, "vaktsjefen"), Person("Kari Moen", "IT-sjef")]),
        ("ledergruppen", []),
    ],
)
def test_an_owner_field_names_persons(owner: str, persons: list[Person]) -> None:
    """A name, a title, or both; a group is nobody."""
    assert list(read_owners(owner, Language.NB).persons) == persons


def test_one_person_is_one_with_and_without_the_title() -> None:
    """By full name, by first name where only one has it, and by the title given elsewhere."""
    kari, ola = Person("Kari Moen", "driftssjef"), Person("Ola Berg")
    people = People([kari, ola, Person("Ola Dahl")])
    assert (
        len({people.key(who) for who in (kari, Person("Kari"), Person("kari moen"), Person(None, "Driftssjefen"))}) == 1
    )
    assert len({people.key(who) for who in (ola, Person("Ola Dahl"), Person("Ola"))}) == 3


def test_an_owner_of_six_across_objectives_is_overloaded() -> None:
    """Inherited key results count, those of other owners do not, and the finding is the set's."""

    def objective(owner: str | None, *own: str | None) -> Objective:
        results = tuple(KeyResult(text=f"Feil {n} ned fra 9 til 4", owner=who) for n, who in enumerate(own))
        return Objective(text="Ro", owner=owner, key_results=results)

    kari = "Kari Moen, driftssjef"
    heavy = OkrSet(objectives=(objective(kari, None, None, None), objective("driftssjefen", None, None, "Kari Moen")))
    assert [finding.path for finding in found(heavy, "EXE07")] == [""]
    light = OkrSet(objectives=(objective(kari, None, None, None), objective("driftssjefen", None, None, "Ola Berg")))
    assert found(light, "EXE07") == []
    assert len(found(OkrSet(objectives=(objective(None, *[None] * 3),) * 2, owner=kari), "EXE07")) == 1


@pytest.mark.parametrize(
    ("title", "owner", "asked"),
    [
        ("Team Betaling, OKR Q3 2026", "adm. dir.", True),
        ("Hjemmetjenesten, Aurdal kommune", "kommunedirektøren", True),
        ("Kundeserviceavdelingen", "Eva Lie, daglig leder", True),
        ("Kundeserviceavdelingen", "Eva Lie, kunde- og daglig leder for butikk", False),
        ("Hjemmetjenesten AS", "Eva Lie, daglig leder", False),
        ("Team Malerne AS", "Eva Lie, daglig leder", False),
        ("Ledergruppen, avdeling hovedkontor", "administrerende direktør", False),
        ("Seksjon for drift", "assisterende rådmann", False),
        ("Seksjon for drift", "driftsdirektør", False),
        ("Seksjon for drift", "Eva Lie", False),
        ("OKR Q3 2026", "administrerende direktør", False),
    ],
)
def test_a_units_set_owned_from_the_top_is_asked_about(title: str, owner: str, *, asked: bool) -> None:
    """The title or the organisation tells that it is a unit's; deputies and heads of areas are not the top."""
    results = (KeyResult(text="Feil ned fra 9 til 4"),)
    objectives = (Objective(text="Ro", owner=owner, key_results=results),)
    assert bool(found(OkrSet(objectives=objectives, title=title), "INV05")) is asked
    assert bool(found(OkrSet(objectives=objectives, organisation=title), "INV05")) is asked


def test_the_level_of_a_set_counts_before_its_title() -> None:
    """What is said outright is not guessed."""
    objectives = (Objective(text="Ro", owner="CEO", key_results=(KeyResult(text="Feil ned fra 9 til 4"),)),)
    assert len(found(OkrSet(objectives=objectives, level=Level.TEAM), "INV05")) == 1
    assert found(OkrSet(objectives=objectives, level=Level.COMPANY, title="Team Nord"), "INV05") == []


# --- lines -------------------------------------------------------------------------------------------------------------

FLAGGED = [
    ("OWN04", "nb", "Det vil bli jobbet aktivt med rekruttering"),
    ("OWN04", "nb", "Nye rutiner skal utarbeides"),
    ("OWN04", "nn", "Det blir jobba med fleire lærlingplassar"),
    ("OWN04", "en", "Communication with residents is to be strengthened"),
    ("INV02", "nb", "Det pålegges alle enheter å kutte 3 %"),
    ("INV02", "nb", "Ansatte i hjemmetjenesten skal føre kjørebok"),
    ("INV02", "nb", "O: Alle ansatte må bli mer kundevennlige"),
    ("INV02", "nn", "Dei tilsette pliktar å møte på allmøte"),
    ("INV02", "en", "By 1 July all managers must have signed the code of conduct"),
    ("INV04", "nb", "Sykefravær ned fra 8 % til 6 % (inngår i lønnssamtalen)"),
    ("INV04", "nn", "Leiarbonus avheng av at talet går frå 20 til 35"),
    ("INV04", "en", "Managers earn a pay rise if absence falls from 8% to 6%"),
    ("TSK05", "nb", "95 % av de ansatte har hatt medarbeidersamtale"),
    ("TSK05", "nb", "Alle ledere er kurset i vanskelige samtaler"),
    ("TSK05", "nn", "80 % av lærarane har teke kurset i lesing"),
    ("TSK05", "en", "Completion of mandatory e-learning from 70% to 100%"),
    ("TSK06", "nb", "Holde kostnadene på dagens nivå"),
    ("TSK06", "nn", "Tilbodet blir vidareført"),
    ("TSK06", "en", "O: Remain the employer of choice"),
]
LEFT_ALONE = [
    ("OWN04", "nb", "Det kastes mindre mat: fra 90 til 40 kg i uka"),
    ("OWN04", "nb", "Planen vurderes av fagutvalget innen 1. juni 2026"),
    ("OWN04", "nn", "O: Det blir lettare å finne fram"),
    ("OWN04", "en", "O: Every voice will be heard"),
    ("INV02", "nb", "Skjemaer ansatte må fylle ut ved sykdom: fra 5 til 1"),
    ("INV02", "nb", "O: Ansatte og pårørende vet hvem de skal spørre"),
    ("INV02", "nn", "Dei tilsette skal få høve til å delta"),
    ("INV02", "en", "Employees must never have to choose between pace and safety"),
    ("INV04", "nb", "Provisjonsinntekter opp fra 12 til 15 mill. kr"),
    ("INV04", "nb", "Bonusutbetalinger ned fra 4 til 2 mill. kr"),
    ("INV04", "nn", "Medlemer får bonus når dei handlar for 500 kr"),
    ("INV04", "en", "Suppliers paid within 14 days up from 60% to 90%"),
    ("TSK05", "nb", "Sykefravær hos ansatte som har fullført programmet ned fra 9 % til 6 %"),
    ("TSK05", "nb", "Saker ferdig behandlet innen 14 dager fra 40 % til 70 %"),
    ("TSK05", "nn", "Elevar som har fullført Vg3 opp frå 70 % til 80 %"),
    ("TSK05", "en", "Attendance at home games from 2,000 to 3,000"),
    ("TSK06", "nb", "Svartid ned fra dagens nivå på 9 dager til 4"),
    ("TSK06", "nn", "Halde svartida under 24 timar"),
    ("TSK06", "en", "Patients who maintain their weight loss from 20% to 35%"),
]


@pytest.mark.parametrize(("code", "language", "line"), FLAGGED)
def test_a_line_with_the_flaw_is_flagged(code: str, language: str, line: str) -> None:
    """In the wordings people use for it."""
    assert code in codes(language, line)


@pytest.mark.parametrize(("code", "language", "line"), LEFT_ALONE)
def test_a_line_that_only_looks_like_it_is_left_alone(code: str, language: str, line: str) -> None:
    """The same words, and nothing wrong."""
    assert code not in codes(language, line)


def test_people_at_a_course_are_attendance_and_no_task() -> None:
    """«Har gjennomført kurset» is said of people; «kurset er gjennomført» of the course."""
    assert codes("nb", "Alle ledere har gjennomført kurset i brannvern") & {"TSK01", "TSK05"} == {"TSK05"}
    assert codes("nb", "Kurset i brannvern er gjennomført") & {"TSK01", "TSK05"} == {"TSK01"}
