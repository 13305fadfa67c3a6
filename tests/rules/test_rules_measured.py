"""Start values told in other forms, states an outsider can verify, and start values that are measured first."""

from __future__ import annotations

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import KeyResult, Language, Objective, OkrSet
from assistant.review import check

CODES = {"CLR01", "CLR02", "CLR07", "CLR08", "CLR10", "CLR11", "EXE05", "FOL05"}


def _codes(language: str, text: str) -> set[str]:
    okr_set = OkrSet(
        objectives=(Objective(text="…", key_results=(KeyResult(text=text),)),), language=Language(language)
    )
    return {finding.code for finding in check(okr_set).findings if "key_results" in finding.path} & CODES


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Avlyste operasjoner: 62 i T1, ned til 30 innen 31. august"),
        ("nb", "Turnover blant nyutdannede: 24 % i 2025, 15 % i 2026"),
        ("nb", "Svartid i sentralbordet: 3,4 minutter i januar, 2 minutter i april"),
        ("nb", "Åtte færre fallulykker i måneden enn de 21 vi hadde i fjor høst"),
        ("nb", "Deploys per uke 9 → 20, feilrate på eller under 5 %"),
        ("nb", "Gjenbesøk: 31 % i dag / 45 % ved utgangen av T2"),
        ("nb", "Salgssyklusen er 74 dager i snitt og skal ned til 50"),
        ("nb", "Avisen har 12 000 betalende lesere, 1 500 flere enn i januar"),
        ("nn", "Tal på innmelde avvik: 22 i T1, opp til 40 innan utgangen av T3"),
        ("nn", "Sju færre sjukmeldingar i månaden enn dei 19 vi hadde i vår"),
        ("nn", "Saksbehandlinga tek 74 dagar i snitt og skal ned til 50"),
        ("en", "Deaths at home: 48 % in 2025, 60 % in 2026"),
        ("en", "12 fewer missed bin collections a week than the 30 we had in the spring"),
        ("en", "Releases per month 3 → 8, rollback rate at or under 4 %"),
        ("en", "Repeat bookings: 22% today / 30% at year end"),
        ("nb", "Avbestillinger senere enn 12 timer før vakt: 70 i måneden i snitt i 2025, 40 i april"),
        ("nn", "Utselde konsertar for aldersgruppa 13–19: åtte, mot fem hausten 2025"),
        ("nn", "40 prosent av gjestene under 20 kjem att innan seks veker; før sommaren gjorde 24 prosent det"),
        ("en", "Pages per on-call week 31 -> 12"),
        ("en", "Households back for a fourth parcel within six months: 31% down to 20%"),
        ("en", "Parcels gone astray: 1 in 900 becomes 1 in 2,000"),
        ("en", "Cash in hand covers 60 days of running, not 22"),
        ("en", "Our parcels reach the islands in 3 days instead of 6"),
        ("en", "Tickets bought by pupils make up 22% of sales, up 7 points"),
        ("en", "Late-running explained within five minutes on 9 in 10 trains (6 in 10)"),
        ("en", "Seed potatoes rejected at inspection: 6% falls to 4%"),
        ("en", "Dives aborted for kit failure: 9 a season to 4"),
        ("nb", "Passkøen er i snitt over på 9 minutter; i juni tok den 22"),
        ("en", "Our milk fetches 58p a litre, against 51p in the spring"),
        ("nb", "Pakker på avveie: 1 av 900 blir 1 av 2 000"),
        ("nb", "Vrak per tonn støpt, 84 kilo som skal bli 60"),
        ("nb", "Pakkene når øyene på 3 dager i stedet for 6"),
        ("nb", "Minst to lærlinger har sagt ja til fast stilling innen 18. desember"),
        ("nn", "Pakkane når øyane på 3 dagar i staden for 6"),
        ("nn", "Mjølk per ku 24 liter, no 21"),
        ("nn", "Minst to lærlingar har sagt ja til fast stilling innan 18. desember"),
    ],
)
def test_a_start_value_is_seen_however_it_is_told(language: str, text: str) -> None:
    assert _codes(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Skipet gjennom havnestatskontrollen uten ett pålegg"),
        ("nb", "Traktorparken gjennom EU-kontroll uten mangler"),
        ("nb", "Fartøyet har fått flaggstatens godkjenning"),
        ("nb", "Laget rykker opp til 2. divisjon"),
        ("nb", "Selskapet går i pluss i fjerde kvartal"),
        ("nb", "Nivå 4 i modenhetsmodellen, opp fra nivå 2"),
        ("nb", "Ventelisten til barnehageplass er tom"),
        ("nn", "Ferja gjennom årskontrollen utan eitt pålegg"),
        ("nn", "Lagskassa går i balanse"),
        ("nn", "Båten har fått fartsløyve"),
        ("en", "Vessel through port state control without a single deficiency"),
        ("en", "The club wins promotion to the National League"),
        ("en", "The fund breaks even by September"),
        ("en", "The food box reaches all 240 households on the list"),
        ("nb", "Statsforvalteren har fornyet utslippstillatelsen innen 1. desember"),
        ("nb", "Kystverket har klarert kaia for cruiseanløp innen 1. mai"),
        ("nb", "Årsmøtet vedtar sammenslåingen med to tredels flertall"),
        ("nb", "Telefonen tas på tredje ring, mot sjette i dag"),
        ("nb", "Ikke ett lam tatt av rev"),
        ("nn", "Statsforvaltaren har fornya utsleppsløyvet innan 1. desember"),
        ("nn", "Biblioteket er søndagsope frå mai"),
        ("nn", "Ikkje eitt lam teke av rev"),
        ("en", "The Marine Authority has cleared the quay for cruise calls by 1 May"),
        ("en", "Not one lamb lost to foxes"),
    ],
)
def test_what_an_outsider_can_verify_is_measured(language: str, text: str) -> None:
    assert _codes(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Kundene er fornøyde med leveransen"),
        ("nb", "Kontrollen oppleves uten mening"),
        ("nn", "Bebuarane har det godt"),
        ("en", "Patients understand their discharge letter"),
        ("en", "Staff have fun without a worry in the world, and feel it"),
    ],
)
def test_what_nobody_could_verify_is_not(language: str, text: str) -> None:
    assert _codes(language, text) == {"CLR01"}


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("nb", "Halvere antallet omkamper, men dagens nivå må vi telle først", {"FOL05"}),
        ("nb", "Svinn per butikk: mål dagens nivå, så halver det", {"FOL05"}),
        ("nb", "Doble andelen gjengangere når vi vet hvor mange de er", {"FOL05"}),
        ("nb", "Halvere reinnleggelsene (utgangspunktet er ukjent)", {"FOL05"}),
        ("nb", "Andel gjengangere opp 10 prosentpoeng fra nullpunktet, som måles innen 1. februar", set()),
        ("nn", "Matsvinn: vi måler først, deretter ned 20 %", {"FOL05"}),
        ("nn", "Telje kor mange som fell frå i kassa, deretter halvere det", {"FOL05"}),
        ("en", "Nitrate in the ditches: measure where we stand, then halve it", {"FOL05"}),
        ("en", "Water per guest down 15% (not measured today)", {"FOL05"}),
        ("en", "Trust up 5 points once the current level has been measured", {"FOL05"}),
        ("en", "Measure in April how often the machines stop, and cut it by 20%", set()),
    ],
)
def test_measuring_first_is_one_remark_until_it_has_a_date(language: str, text: str, codes: set[str]) -> None:
    assert _codes(language, text) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("nb", "Returer [uten kampanjevarer] ned fra 2,7 til 1,9 %", set()),
        ("nb", "Medlemmer i kunstklubben: [antall i dag] → 400", {"CLR11"}),
        ("nb", "Øke omsetningen hos [kunde] fra 40 til 50 mill. kr", {"CLR11"}),
        ("nn", "Besøkande [utanom skuleklassar] frå 900 til 1 300", set()),
        ("nn", "Auke [måltal] frå [startverdi] til [mål]", {"CLR11"}),
        ("en", "Returns [excluding promotions] down from 2.7% to 1.9%", set()),
        ("en", "Become the [adjective] choice of 40% of parents, from 30%", {"CLR11"}),
    ],
)
def test_an_aside_in_square_brackets_is_no_gap(language: str, text: str, codes: set[str]) -> None:
    assert _codes(language, text) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("nb", "Overtiden faller samtidig som flere velger heltid", {"CLR01", "CLR07"}),
        ("nb", "Kundene blir lenger og handler mer", {"CLR01", "CLR07"}),
        ("nb", "Energibruken ned fra 210 til 180 kWh mens innetemperaturen holdes over 20 grader", set()),
        ("nn", "Overtida minkar samstundes som fleire vel heil stilling", {"CLR01", "CLR07"}),
        ("en", "Overtime falls at the same time as more people choose full-time work", {"CLR01", "CLR07"}),
        ("en", "More guests and fewer complaints", {"CLR01", "CLR07"}),
        ("en", "Absence falls from 5.2% to 6.1%", {"CLR08"}),
        ("en", "Lifts out of service for more than a day: 7 → 3 a month", set()),
        ("en", "The heritage grant is confirmed by the lottery fund", set()),
        ("en", "Lido water rated excellent by the Environment Agency", set()),
        ("nb", "Kommunen oppleves som åpen", {"CLR01"}),
        ("nb", "15 % høyere snitthandel", {"CLR02"}),
        ("nb", "Omsetning i nettbutikken fra 900 000 til 1,2 mill. kr", set()),
        ("nb", "Eksportinntekter fra 200 000 til 1 mill. kr", {"EXE05"}),
        ("nb", "Tre ganger så mange frivillige på kveldstid", {"CLR02"}),
    ],
)
def test_seams_directions_and_units_are_read(language: str, text: str, codes: set[str]) -> None:
    assert _codes(language, text) == codes


@pytest.mark.parametrize(
    ("language", "first", "second", "same"),
    [
        ("nb", "Turnover blant butikkledere fra 23 til 14 %", "Gjennomtrekk i butikklederstillinger ned fra 23 til 14 %", True),
        ("nb", "Andel som består eksamen fra 82 % til 88 %", "Strykandel på eksamen ned fra 18 % til 12 %", True),
        ("nb", "Andel fornøyde pårørende fra 60 til 75 %", "Andel pårørende som kjenner primærkontakten fra 60 til 75 %", False),
        ("nb", "Svartid på e-post fra 12 til 6 timer", "Svartid på chat fra 12 til 6 timer", False),
        ("nb", "Klager på renhold ned fra 46 til 20", "Færre renholdsklager: fra 46 til 20", True),
        ("nb", "Sykefravær ned fra 8,4 til 6,9 %", "Ansatte som er borte grunnet sykdom fra 8,4 til 6,9 %", True),
        ("nb", "Nøgde kvinner fra 61,5 til 76,5 %", "Nøgde menn fra 61,5 til 76,5 %", False),
        ("nn", "Volum levert til kioskar: frå 310 til 420 kasser", "Kioskane får levert 420 kasser, mot 310 i fjor", True),
        ("en", "Guests rate breakfast 4.6 out of 5 (4.1 today)", "Breakfast score of 4.6 out of 5, up from 4.1", True),
        ("nn", "Ventetid hos legen frå 17 til 9 dagar", "Pasientane ventar 9 dagar på legen, ned frå 17", True),
        ("nn", "Besøk på Stad frå 120 til 300", "Besøk på Voss frå 120 til 300", False),
        ("en", "Pupils on time each morning from 83% to 91%", "Late pupils each morning down from 17% to 9%", True),
        ("en", "Absence among drivers from 9.4% to 7%", "Drivers off work down to 7% from 9.4%", True),
        ("en", "Girls in the choir from 12 to 18", "Boys in the choir from 12 to 18", False),
    ],
)  # fmt: skip
def test_one_metric_under_two_names_is_a_duplicate(language: str, first: str, second: str, *, same: bool) -> None:
    key_results = (KeyResult(text=first), KeyResult(text=second))
    okr_set = OkrSet(objectives=(Objective(text="…", key_results=key_results),), language=Language(language))
    assert ("CLR12" in {finding.code for finding in check(okr_set).findings}) is same


def test_a_line_in_another_language_is_measured_in_its_own() -> None:
    """The remark is that it is in another language; what its words mean there decides the rest."""
    key_results = (KeyResult(text="Fewer than three incidents a month, down from seven, at each of the sites"),)
    okr_set = OkrSet(objectives=(Objective(text="…", key_results=key_results),), language=Language.NB)
    codes = {finding.code for finding in check(okr_set).findings if "key_results" in finding.path}
    assert "CLR13" in codes
    assert codes.isdisjoint({"CLR01", "CLR02", "CLR04"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Øke andelen digitale søknader fra __ % til __ %"),
        ("nb", "Antall nye medlemmer: tbd"),
        ("nb", "Frafall fra 12 % til (tall kommer)"),
        ("nb", "Kundelojalitet: fra (X) til (Y)"),
        ("nn", "Fråfall frå 12 % til (tal kjem)"),
        ("nn", "Nøgde foreldre opp frå 61 til ___"),
        ("en", "Average handling time from _ to _ minutes"),
        ("en", "Raise conversion from tbd to 4%"),
        ("en", "New members from 200 to (fill in)"),
        ("en", "Trains on time from 80% to nn%"),
        ("en", "Waiting list down from 320 to ### names"),
        ("en", "Sales up to £Xm from £3m"),
        ("en", "Score above x.x in the survey"),
        ("nb", "Nye medlemmer fra 200 til (fylles inn)"),
        ("nn", "Refusjonar ned frå 9 % til Z %"),
    ],
)
def test_a_gap_to_fill_in_is_seen_however_it_is_left(language: str, text: str) -> None:
    """Underscores, small letters and «the number will come» are placeholders, and nothing else is said of the line."""
    assert _read_codes(language, text) == {"CLR11"}


def _read_codes(language: str, text: str) -> set[str]:
    """As for :func:`_codes`, read from Markdown: what marks emphasis there must not hide a gap."""
    label = "Objective 1: Customers stay" if language == "en" else "Mål 1: Kundene blir"
    okr_set = read_set_markdown(f"## {label}\n- KR1: {text}\n").okr_set
    findings = check(okr_set, language=Language(language)).findings
    return {finding.code for finding in findings if "key_results" in finding.path} & CODES


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vekst i abonnenter fra 4 000 til 3 200"),
        ("nb", "Leveringspresisjonen bedres fra 96 % til 91 %"),
        ("nb", "Raskere svar: snittet fra 4 timer til 6 timer"),
        ("nb", "Flere enn før gjennomfører: 78 % til 71 %"),
        ("nn", "Styrkje eigenkapitaldelen frå 38 % til 31 %"),
        ("nn", "Betre ventetida frå 10 til 14 dagar"),
        ("en", "Improve first-time fix rate from 82% to 74%"),
        ("en", "Improve response time from 4 to 6 hours"),
        ("en", "Bring down energy use from 180 to 210 kWh"),
        ("en", "Complaints drop from 25 to 40"),
        ("en", "Get more boats out on time: from 88% to 79%"),
        ("en", "A shorter queue at reception: 6 minutes becomes 14"),
        ("en", "Speedier repairs: 4 days to 9"),
        ("en", "Speed up discharge from 46 to 60 hours"),
        ("en", "Average stay lengthens from 3 nights to 2"),
    ],
)
def test_bettering_a_metric_the_wrong_way_contradicts_itself(language: str, text: str) -> None:
    """What is to be better, faster or more goes the way its metric has to go."""
    assert "CLR08" in _codes(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Redusere tapet fra -12 til -4 mill. kr"),
        ("nb", "Bedre responstiden fra 14 til 9 minutter"),
        ("nb", "Vekst i omsetningen fra 9 % til 7 %, uten nye butikker"),
        ("nn", "Vaksne hofisk av lus per laks i snitt 0,2 eller lågare (2025: 0,31)"),
        ("en", "Legacies as a share of income: 63 → 50 per cent, total income at £3.1m or better"),
        ("en", "Improve cost per case from $42 to $36"),
        ("en", "Rise in rents held to 2%, after 6% last year"),
        ("en", "Lorries hosed down at the gate from 70% to 98%"),
    ],
)
def test_a_metric_that_is_better_lower_contradicts_nothing(language: str, text: str) -> None:
    """Losses, times, costs and growth rates may go down."""
    assert "CLR08" not in _codes(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Number of members younger than 35 up from 92 to 130"),
        ("en", "Referrals still waiting for a first visit after 48 hours: none (11 this spring)"),
        ("nn", "Ingen vakter står utan folk to dagar før dørene opnar (3. kvartal: 14)"),
        ("nb", "Kunder som har ventet over 30 dager: 240, mot 260 i fjor"),
    ],
)
def test_a_number_that_tells_what_is_counted_is_no_value(language: str, text: str) -> None:
    """«Younger than 35», «after 48 hours» belong to the metric: no leap is reckoned from them."""
    assert "EXE05" not in _codes(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Ikke en eneste klage på støy fra havna"),
        ("nn", "Ikkje ein einaste klage på støy frå hamna"),
        ("en", "Not a single unit comes back with a refrigerant leak (Q4: 7)"),
    ],
)
def test_not_one_is_none(language: str, text: str) -> None:
    """None at all can be measured, and needs no start value."""
    assert _codes(language, text) == set()
