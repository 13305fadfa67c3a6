from __future__ import annotations

from typing import Any

import pytest

from assistant.language.strays import stray
from assistant.language.tokens import Tokens
from assistant.okr import Ambition, KeyResult, Language, Objective, OkrSet, Quantity
from assistant.review import check
from assistant.rules.clarity import wrong_language
from assistant.rules.profile import Profile, load_profile
from assistant.rules.rule import Finding
from assistant.rules.wording import suggestion


def of_key_result(language: str, text: str, code: str, **fields: Any) -> list[Finding]:
    """What one rule finds in a key result."""
    result = KeyResult(text=text, **fields)
    okr_set = OkrSet(objectives=(Objective(text="…", key_results=(result,)),), language=Language(language))
    return [finding for finding in check(okr_set).findings if finding.code == code and "key_results" in finding.path]


def of_objective(language: str, text: str, code: str) -> list[Finding]:
    """What one rule finds in an objective."""
    okr_set = OkrSet(objectives=(Objective(text=text),), language=Language(language))
    return [finding for finding in check(okr_set).findings if finding.code == code and finding.path.count("/") == 2]


def of_pair(language: str, one: str, other: str, *, objectives: bool = False) -> list[str]:
    """The paths at which two lines are said to say the same."""
    if objectives:
        okr_set = OkrSet(objectives=(Objective(text=one), Objective(text=other)), language=Language(language))
    else:
        results = (KeyResult(text=one), KeyResult(text=other))
        okr_set = OkrSet(objectives=(Objective(text="…", key_results=results),), language=Language(language))
    return [finding.path for finding in check(okr_set).findings if finding.code == "CLR12"]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("nb", "Tre av fire velger bussen", True),
        ("nb", "Gjestene bestiller opphold på 3 minutter", True),
        ("nb", "Kundene gir oss 4,5 av 5", True),
        ("nb", "Byens to sykehus blir ett", False),
        ("nb", "De 12 kommunene planlegger sammen", False),
        ("nb", "Ungdom mellom 16 og 24 år finner jobb", False),
        ("nb", "Butikken er åpen 365 dager i året", False),
        ("nb", "Visjon 2030 gjør kysten levende", False),
        ("nn", "Vi når 10 000 medlemmer", True),
        ("nn", "Eldre over 67 år bur heime", False),
        ("en", "Reach 10,000 members", True),
        ("en", "Teenagers aged 13 to 19 have somewhere to go", False),
        ("en", "Our 14 shops feel like one", False),
        ("en", "One team, one plan", False),
    ],
)
def test_a_number_in_an_objective_is_asked_about(language: str, text: str, asked: object) -> None:
    """Numbers that measure are; ages, names, and those that count what is known are not."""
    assert bool(of_objective(language, text, "CLR05")) is asked


def test_twenty_words_pass_and_twenty_one_do_not() -> None:
    """Numbers and signs are no words, and an abbreviation with points in it is one."""
    twenty = "Vi gir alle gode råd " * 4
    assert of_objective("nb", twenty.strip(), "CLR06") == []
    assert of_objective("nb", f"{twenty}– 24 30", "CLR06") == []
    assert len(of_objective("nb", f"{twenty}f.eks.", "CLR06")) == 1


@pytest.mark.parametrize(
    "text",
    ["Vi er nr. 1 i f.eks. Oslo", "Åpent fra kl. 8.30 på St. Olavs plass", "Klart til 1. jan. 2027 for alle", "Alle er med!",
     "Elevane lærer meir, t.d. Norsk", "We open at 8 a.m. Monday to Friday"],
)  # fmt: skip
def test_a_point_within_an_abbreviation_ends_no_sentence(text: str) -> None:
    """In either language."""
    assert of_objective("nb", text, "CLR06") == []


def test_a_long_objective_is_cut_at_a_good_place() -> None:
    """The thought to keep ends where the line itself pauses."""
    text = (
        "Pupils leave us able to read, write and count with confidence, whatever their start in life and whatever "
        "street they happen to live on"
    )
    (finding,) = of_objective("en", text, "CLR06")
    assert finding.params["kept"] == "Pupils leave us able to read, write and count with confidence"


TWO = [
    ("nb", "Svartid på e-post fra 9 til 4 timer og på telefon fra 6 til 2 minutter"),
    ("nb", "NPS på minst 40 og churn under 3 %"),
    ("nb", "Ventetiden er under 20 dager og minst 90 % av pasientene er fornøyde"),
    ("nb", "Øke NPS til 40 og kutte svartiden med 20 %"),
    ("nb", "Øke salget med 20 % samt forbedre kundetilfredsheten"),
    ("nb", "Klager ned fra 40 til 20; svartid ned fra 5 til 2 dager"),
    ("nn", "Minske svinnet frå 9 til 5 % og auke salet frå 2 til 3 mill. kr"),
    ("nn", "Betre trivsel og lågare fråvær"),
    ("en", "Grow revenue by 10% and reduce costs by 5%"),
    ("en", "Reduce sick leave and improve wellbeing"),
    ("en", "Delays over 5 minutes from 14% to 9%, and over 15 minutes from 4% to 2%"),
]
ONE = [
    ("nb", "Hver gruppeleder må ta to ekstra vakter, vakante vakter ned fra 30 til 8"),
    ("nb", "Svartid fra 9 til 4 timer samtidig som tilfredsheten holdes over 80"),
    ("nb", "Øke fra 40 til 60 i 2026 og fra 60 til 80 i 2027"),
    ("nb", "Tilfredshet fra 3,2 til 4,1 på en skala fra 1 til 5"),
    ("nb", "Minst 90 % av butikkene har svinn under 2 % og margin over 20 %"),
    ("nb", "Kunder med minst 3 kjøp og snittkurv over 500 kr: fra 120 til 300"),
    ("nb", "Kunder som kommer tilbake: fra 31 % til 40 %, hvorav nye fra 10 til 15 %"),
    ("nb", "Sykefravær (egenmeldt og legemeldt) fra 9,2 til 7,5 %"),
    ("nn", "Svartid frå 9 til 4 timar samstundes som tilfredsheita er minst 80"),
    ("nn", "Tal på unge som fullfører og består opp frå 71 til 80 %"),
    ("en", "Increase regular donors from 300 to 450 and keep lapses below 10%"),
    ("en", "Drinks sold between 5 and 7 and between 9 and 11: from 400 to 600"),
    ("en", "Search and rescue response time from 40 to 25 minutes"),
]


@pytest.mark.parametrize(("language", "text"), TWO)
def test_two_measures_or_outcomes_are_two_goals(language: str, text: str) -> None:
    """Joined by a word, a comma or a semicolon."""
    assert len(of_key_result(language, text, "CLR07")) == 1


@pytest.mark.parametrize(("language", "text"), ONE)
def test_a_limit_a_chain_and_a_pair_of_words_are_no_second_goal(language: str, text: str) -> None:
    """Nor are scales, segments and parts of the whole."""
    assert of_key_result(language, text, "CLR07") == []


@pytest.mark.parametrize(
    ("language", "text", "two"),
    [
        ("nb", "Kundene elsker appen, og vi vokser i Sverige", True),
        ("nb", "Sykehjemmet er et sted pårørende og ansatte anbefaler videre", False),
        ("nb", "Vi er arbeidsplassen mødre og fedre blir lenge i", False),
        ("nn", "Bebuarane søv godt og dei pårørande stolar på oss", True),
        ("nn", "Ein skule elevar og foreldre vel først", False),
        ("en", "Families feel safe in the locks and the yard fills its winter berths", True),
        ("en", "Every child learns to swim and the lido makes a profit", True),
        ("en", "Schools book early and the bar turns a profit", True),
        ("en", "The masters and the novices are one guild", False),
        ("en", "A place apprentices and masters are proud of", False),
        ("nb", "Bli best på service samt vokse i Sverige", True),
        ("nb", "Finne feilene og rette dem før kunden merker det", False),
        ("nb", "Pasienter får hjelp når de og familien trenger det", False),
        ("nb", "Bøndene leverer mer, og det merkes i bygda", False),
        ("nn", "Pasientane får hjelp i tide, og dei tilsette trivst", True),
        ("nn", "Gjere det trygt og enkelt å bu heime", False),
        ("en", "Customers love the app and our staff are proud to work here", True),
        ("en", "Nurses have time to see and hear every patient", False),
        ("en", "Build and run hospitals that staff are proud of", False),
    ],
)
def test_an_objective_with_two_subjects_or_two_verbs_is_two(language: str, text: str, two: object) -> None:
    """One subject may do two things; a verb and its pronoun go on with the first."""
    assert bool(of_objective(language, text, "CLR07")) is two


def test_both_halves_of_a_double_line_are_offered() -> None:
    """The suggestion is the two lines to write."""
    (finding,) = of_key_result("nb", "Klager fra 40 til 20 og samtidig svartid fra 5 til 2 dager", "CLR07")
    assert finding.params == {"first": "Klager fra 40 til 20", "second": "Svartid fra 5 til 2 dager"}


def quantity(value: float | None, text: str) -> Quantity:
    """A value of a key result."""
    return Quantity(text=text, value=value, unit="kg" if value else None)


def test_the_fields_are_compared_where_the_line_has_no_values() -> None:
    """Numbers, and states told by their words."""
    same: dict[str, Any] = {"baseline": quantity(44, "44 kg"), "target": quantity(44, "44 kg")}
    assert len(of_key_result("en", "Fuel per mile", "CLR09", **same)) == 1
    state: dict[str, Any] = {"baseline": quantity(None, "CII D"), "target": quantity(None, "cii d")}
    assert len(of_key_result("en", "Rating of the ship", "CLR09", **state)) == 1
    assert (
        of_key_result("en", "Fuel per mile", "CLR09", baseline=quantity(44, "44 kg"), target=quantity(40, "40 kg"))
        == []
    )


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nb", "Fornøyde foreldre fra 70 % til 70 %", True),
        ("nb", "Svartid fra 60 minutter til 1 time", True),
        ("nb", "Svartid fra 3 dager til 3 timer", False),
        ("nb", "Fornøyde foreldre fra 70 % til over 70 %", False),
        ("nn", "70 % i dag, mål 70 %", True),
        ("en", "Fuel per trip from 44 kg to 44 kg", True),
        ("en", "Rework from 4.0% to 0.4%", False),
    ],
)
def test_a_goal_equal_to_the_start_is_found_in_any_unit(language: str, text: str, found: object) -> None:
    """Units of time are made alike first."""
    assert bool(of_key_result(language, text, "CLR09")) is found


@pytest.mark.parametrize(
    ("language", "text", "flagged"),
    [
        ("nb", "Reduksjon i sykefraværet på 10 %", True),
        ("nb", "Heve dekningsgraden 5 %", True),
        ("nb", "10 % økning i andelen digitale søknader", True),
        ("nb", "Redusere kostnadene knyttet til fravær med 10 %", False),
        ("nb", "Utslipp per andel ned 10 %", False),
        ("nb", "Redusere frafallet med 10 %, fra 20 % til 18 %", False),
        ("nn", "Auke delen elevar som fullfører, med 5 %", True),
        ("nn", "Ein del av kostnadene ned 10 %", False),
        ("en", "Increase conversion by 10%", True),
        ("en", "Conversion costs down 10%", False),
        ("en", "Cut churn to 3%", False),
    ],
)
def test_a_percentage_changed_by_a_percentage_is_unclear(language: str, text: str, flagged: object) -> None:
    """Only where the percentage is what changes, and its values are not given."""
    assert bool(of_key_result(language, text, "CLR10")) is flagged


def test_the_two_readings_of_a_percentage_are_worked_out() -> None:
    """From the start value, if the line has one."""
    (finding,) = of_key_result("nb", "Øke andelen fornøyde pårørende fra 60 % med 10 %", "CLR10")
    assert "66 %" in suggestion(finding, Language.NB)
    assert "70 %" in suggestion(finding, Language.NB)


@pytest.mark.parametrize(
    ("language", "text", "flagged"),
    [
        ("nb", "Bønder med avtale fra 100 til 300", False),
        ("nb", "Svinn fra 0,7 til 2,1 tonn", False),
        ("nb", "Bønder med avtale fra 100 til 301", True),
        ("nb", "Svartid fra 2 dager til 4 timer", True),
        ("nb", "Omsetning fra 900 000 til 1,2 mill. kr", False),
        ("nb", "eNPS fra 2 til 20", False),
        ("nn", "60 påmelde, mot 12 i dag", True),
        ("en", "Response time down to 5 minutes (now 40)", True),
        ("nn", "Strekkmål: turar per veke frå 400 til 1 500", False),
        ("en", "Lost days from 5 to 0", False),
        ("en", "Quadruple the number of farms from 20", True),
    ],
)
def test_a_leap_is_more_than_three_times(language: str, text: str, flagged: object) -> None:
    """Exactly three is none; zero and signed scores are exempt."""
    assert bool(of_key_result(language, text, "EXE05")) is flagged


def test_a_leap_marked_as_a_stretch_passes() -> None:
    """Committed is no such mark."""
    assert of_key_result("en", "Farms from 20 to 90", "EXE05", ambition=Ambition.ASPIRATIONAL) == []
    assert len(of_key_result("en", "Farms from 20 to 90", "EXE05", ambition=Ambition.COMMITTED)) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nb", "Redusere sykefraværet fra 8 til 6 %", "Sykefravær ned fra 8 % til 6 %"),
        ("nb", "Svartid fra ni til fire timer", "Svartid fra 9 til 4 timer innen juni 2026"),
        ("nb", "Forbedre kommunikasjonen", "Kommunikasjonen skal forbedres"),
        ("nn", "Redusere sjukefråværet frå 8 til 6 %", "Sjukefråvær ned frå 8 % til 6 %"),
        ("en", "Reading age gap from 14 to 9 months", "Reading age gap down from 14 months to 9"),
        ("en", "Increase NPS to 40", "NPS raised to 40"),
    ],
)
def test_the_second_of_two_alike_is_flagged(language: str, one: str, other: str) -> None:
    """Inflection, order, small words and the date make no difference."""
    assert of_pair(language, one, other) == ["/objectives/0/key_results/1"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nb", "Fyllingsgrad i sal 1 fra 60 til 80 %", "Fyllingsgrad i sal 2 fra 60 til 80 %"),
        ("nb", "Sykefravær fra 8 til 6 %", "Sykefravær i hjemmetjenesten fra 8 til 6 %"),
        ("nb", "Ventetid fra 9 til 6 uker innen juni", "Ventetid fra 6 til 4 uker innen desember"),
        ("nb", "Avvik lukket før frist fra 60 til 80 %", "Avvik lukket etter frist fra 60 til 80 %"),
        ("nb", "Flere klager besvart", "Færre klager besvart"),
        ("nb", "Kunder som kjøper igjen fra 45 til 60 %", "Kundetilfredshet fra 45 til 60 %"),
        ("nn", "Kø i Førde frå 14 til 6 minutt", "Kø i Florø frå 14 til 6 minutt"),
        ("en", "Pass rate in year 7 from 60% to 80%", "Pass rate in year 8 from 60% to 80%"),
        ("en", "Employees satisfied from 60% to 80%", "Customers satisfied from 60% to 80%"),
    ],
)
def test_another_place_group_or_step_is_no_duplicate(language: str, one: str, other: str) -> None:
    """Even with the same values."""
    assert of_pair(language, one, other) == []


def test_objectives_are_compared_by_their_words() -> None:
    """Their own, and not those of their key results."""
    assert of_pair("nb", "Fornøyde kunder som kommer tilbake", "Kundene er fornøyde og kommer tilbake", objectives=True)
    assert not of_pair("nb", "Trygg skolevei i nord", "Trygg skolevei i sør", objectives=True)


OTHER = [
    ("nb", "Customer satisfaction up from 70 to 80", "English"),
    ("nb", "Launch new website", "English"),
    ("nb", "Increase revenue", "English"),
    ("nb", "Employees feel valued", "English"),
    ("nb", "Delivery precision up to 95 %", "English"),
    ("nn", "Waiting time down to 10 days", "English"),
    ("nb", "NPS frå 20 til 40", "nynorsk"),
    ("nb", "Bebuarane har ein kvardag med innhald", "nynorsk"),
    ("nn", "Svartid ned fra 9 til 4 timer", "bokmål"),
    ("nn", "Naboene snakker med hytteeierne", "bokmål"),
    ("en", "Leseferdigheter på 4. trinn opp fra 61 til 70", "bokmål"),
    ("en", "Svartid under 4 timer", "bokmål"),
    ("en", "Auke talet på medlemer frå 200 til 300", "nynorsk"),
    ("nb", "Öka andelen nöjda kunder från 70 till 80 %", "svenska"),
    ("nn", "Øge andelen af tilfredse kunder fra 70 til 80", "dansk"),
    ("en", "Die Kundenzufriedenheit von 70 auf 80 steigern", "Deutsch"),
    ("nb", "Kundetilfredsheden stiger fra 70 til 80", "dansk"),
    ("nb", "Ventetiden falder fra 12 til 8 uger", "dansk"),
    ("nn", "Andel af borgere der får svar: 50 % til 80 %", "dansk"),
    ("nb", "Barnen kommer hem tryggt", "svenska"),
    ("nb", "Everyone gets home safe", "English"),
    ("nb", "A harbour people come back to", "English"),
    ("nb", "Talet på avvik: 30 til 12", "nynorsk"),
    ("nb", "Medlemene kjenner seg trygge: 3,9 til 4,4", "nynorsk"),
    ("nn", "Gjestene våre føler seg hjemme", "bokmål"),
    ("nn", "Barna kommer trygt hjem", "bokmål"),
    ("en", "La part des clients fidèles passe de 40 à 55 %", "français"),
    ("en", "El número de quejas baja de 40 a 25", "español"),
]
OWN = [
    ("nb", "Redusere time to market fra 9 til 6 måneder"),
    ("nb", "Net revenue retention over 110 %"),
    ("nb", "Return on equity over 12 %"),
    ("nb", "Andel deals closed won opp fra 20 til 30 %"),
    ("nb", "Innføre The Natural Step i alle butikker"),
    ("nb", "Employee engagement"),
    ("nb", "Andel av elevene på Høgskulen på Vestlandet som fullfører"),
    ("nb", "Elever som sier «eg trivst her»"),
    ("nn", "Elevar som seier «jeg har det bra»"),
    ("nn", "Følge opp elevane kvar veke"),
    ("nn", "Onboarding på under 2 veker"),
    ("en", "Agreement with Norges vassdrags- og energidirektorat signed by May"),
    ("en", "Smørbrød sold per day from 40 to 90"),
    ("en", "Film and land rights sold under one deal"),
    ("en", "Chefs de partie who stay a year: 3 of 8 to 6 of 8"),
    ("nb", "Publikum på «Höstsonaten» fra 80 til 140 per kveld"),
    ("nb", "Andel saker løst i first line: 60 % til 80 %"),
    ("nn", "Gjester frå Sverige opp frå 400 til 700"),
]


@pytest.mark.parametrize(("home", "text", "name"), OTHER)
def test_a_line_in_another_language_is_told(home: str, text: str, name: str) -> None:
    """By its small words and its verbs."""
    found = stray(Tokens(text, Language(home)), Language(home))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("home", "text"), OWN)
def test_names_quotes_and_loan_words_are_at_home(home: str, text: str) -> None:
    """So are very short lines."""
    assert stray(Tokens(text, Language(home)), Language(home)) is None


def test_a_profile_may_let_the_two_norwegians_stand_side_by_side() -> None:
    """English among them is still told."""
    default = load_profile()
    mixed = Profile("mixed", {**default.settings, "CLR13": {"norwegian_mixed": 1}})
    lines = ("Kundane kjem tilbake kvar veke", "Customers come back to us every week")
    objectives = tuple(Objective(text=text) for text in lines)
    okr_set = OkrSet(objectives=objectives, language=Language.NB)
    found = [finding.path for finding in check(okr_set, profile=mixed).findings if finding.code == "CLR13"]
    assert found == ["/objectives/1"]
    assert wrong_language.RULE.code == "CLR13"


def test_a_few_heavy_words_make_no_heavy_set() -> None:
    """Below fifteen words LIX says nothing."""
    objective = Objective(text="Kvalitetsforbedringsarbeidet videreutvikles gjennomgående")
    findings = check(OkrSet(objectives=(objective,), language=Language.NB)).findings
    assert not [finding for finding in findings if finding.code == "CLR14"]
