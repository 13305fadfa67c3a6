"""Orders to one's own people, and what only looks like one: INV02; and who is too far from the work: INV05."""

from __future__ import annotations

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Language
from assistant.review import check
from tests.rules.test_rules_people import codes

ORDERS = [
    ("nb", "Vaktmestrene skal svare innen en time, fra 45 til 80 % av meldingene"),
    ("nb", "Fagarbeiderne skal være på plass klokka sju, fra 75 til 95 % av dagene"),
    ("nb", "Hver gruppeleder må ta to ekstra vakter, vakante vakter ned fra 30 til 8"),
    ("nb", "Hotellvertene skal hilse på gjesten med navn: fra 30 til 75 %"),
    ("nn", "Bussjåførane skal stå klare på haldeplassen fem minutt før avgang: frå 61 til 90 %"),
    ("nn", "Det er forventa at lærarane svarar foreldra same dag: frå 50 til 85 %"),
    ("nn", "Leiargruppa krev at fagsjefane svarar styret innan to dagar, frå 60 til 95 %"),
    ("nn", "Den einskilde sakshandsamaren skal avslutte ti saker i veka"),
    ("nb", "Avdelingslederne sørger for at alle fyller ut skjemaet"),
    ("nb", "Ledelsen pålegger alle å svare innen to timer"),
    ("nb", "Samtlige ansatte har å møte presis klokken åtte"),
    ("nb", "Ingen ansatte får ta ferie før målet er nådd"),
    ("nn", "Det ligg til alle avdelingsleiarane å rapportere kvar fredag"),
    ("nn", "Det er ikkje valfritt for sjukepleiarane å bruke appen"),
    ("nn", "Rektorane lyt levere planen innan mars"),
    ("en", "It falls to every ward to report by Friday"),
    ("en", "The line managers see to it that everyone fills in the form"),
    ("en", "Staff have no choice but to use the app"),
    ("en", "It is incumbent on all team leads to file the report"),
    ("nb", "Hver patrulje pålegges å skrive 60 forelegg innen 30. juni"),
    ("nb", "Avdelingen skal levere månedsrapport til direktøren innen den femte hver måned"),
    ("nb", "Renholderne skal signere sjekklista etter hvert oppdrag"),
    ("nb", "Kokkene plikter å veie matavfallet etter hver servering"),
    ("nb", "Hver dyrepleier må journalføre samme dag"),
    ("nb", "Det forventes at alle ledere skal gjennomføre medarbeidersamtaler innen 1. mars"),
    ("nb", "O: Alle butikker skal følge kampanjeplanen"),
    ("nn", "Tenestepersonane i seksjonen skal registrere samtlege bekymringssamtalar fortløpande"),
    ("nn", "Avdelinga skal levere månadsrapport til direktøren innan den femte kvar månad"),
    ("nn", "Fiskarane våre skal sløye all fisk om bord"),
    ("nn", "Samtlege helsefagarbeidarar blir pålagde å dokumentere i sanntid"),
    ("nn", "Kvar einskild medarbeidar skal setje seg tre personlege mål"),
    ("nb", "Konsulentene plikter å være fakturerbare minst 30 timer i uken, mot 26 i dag"),
    ("nb", "Lederne må følge opp sykmeldte innen fire uker, fra 60 % til 100 %"),
    ("nb", "Vi forventer at alle saksbehandlere holder fristen i 95 % av sakene, opp fra 81 %"),
    ("nb", "Butikkene skal sende inn tellelister innen fredag"),
    ("nb", "Alle på lageret skal bruke hjelm"),
    ("nb", "Telefonistene skal svare innen 20 sekunder"),
    ("en", "It is a requirement that all duty officers sign the log"),
    ("nb", "Kokkene instrueres om å veie alt matsvinn"),
    ("nn", "Me krev at leiarane rapporterer kvar veke"),
    ("en", "Agents will be required to answer 40 calls a day, up from 28"),
    ("en", "It is mandatory for all teachers to record absences the same day"),
    ("en", "Departments are to cut spend from 40 to 38 million"),
    ("en", "The department shall submit a monthly report to the director"),
    ("en", "Team leads have to file a risk assessment by 1 April"),
    ("en", "Every officer is expected to write 60 tickets by 30 June"),
    ("en", "Fire crews must drill monthly"),
    ("en", "Every veterinary nurse must write up cases the same day"),
    ("nb", "O: Kjøkkenet skal levere varm mat til fast tid"),
    ("nb", "Resepsjonen må svare på e-post innen to timer, mot seks i dag"),
    ("nb", "O: Vaktlaget skal møte forberedt til hvert skift"),
    ("nb", "O: Regnskap skal levere månedstallene i tide"),
    ("nb", "Sjåførene må få ned tomkjøringen fra 29 til 21 %"),
    ("nb", "O: Innkjøperne er nødt til å kutte leverandørlista"),
    ("nb", "Feierne pålegges å besøke 12 hus om dagen, mot 9 i dag"),
    ("nb", "Administrasjonen skal kutte reisebudsjettet fra 2,1 til 1,4 mill. kr"),
    ("nn", "O: Kjøkenet skal levere varm mat til fast tid"),
    ("nn", "Skranken må ta telefonen før tredje ring i 90 % av samtalane, mot 60 % no"),
    ("nn", "O: Vaktlaget skal møte utkvilt til kvar vurdering"),
    ("nn", "O: Innkjøparane er nøydde til å kutte leverandørlista"),
    ("nn", "O: Folka i felt skal levere data kvar dag"),
    ("en", "O: The kitchen must send out hot food on time"),
    ("en", "Reception has to answer email within two hours, against six today"),
    ("en", "Dispatchers have to bring late runs down from 40 to 22 a week"),
    ("en", "The night shift must bring scrap down from 5% to 3%"),
    ("en", "O: It is compulsory for all staff to log hours"),
    ("en", "Planners have to get empty running down from 29% to 21%"),
    ("nb", "O: Hele organisasjonen må levere mer på mindre"),
    ("nn", "O: Heile verksemda må selje meir"),
    ("en", "O: The whole company must sell more"),
    ("nn", "Turnusleiarane får ordre om å stenge ned innleige"),
    ("nb", "Butikksjefene har fått beskjed om å kutte vakter"),
    ("nb", "Alle skal gå vernerunde hver uke"),
    ("nn", "Montørane skal alltid ha med nettbrett"),
    ("nn", "Det er påbode nattevaktene å få talet bebuarar på fast sovemedisin ned frå 19 til 11"),
    ("en", "It falls to every programme director, no exceptions, to bring timetable clashes from 46 to 20"),
    ("nb", "Hver rådgiver må opp fra 12 til 18 vedtak i uka"),
    ("nb", "Medarbeiderne får ikke lov til å avvike fra malen"),
    ("en", "Staff may not deviate from the template"),
    ("en", "O: Teachers have to get better at handing in on time"),
]
NO_ORDERS = [
    ("nb", "Verkstedet har null åpne pålegg fra Arbeidstilsynet"),
    ("nb", "O: Ansatte skal ha det trygt på nattevakt"),
    ("nn", "Lærlingane skal få svar same dag, frå 40 til 80 % av spørsmåla"),
    ("nb", "Sykepleiere som er pålagt ekstravakt: fra 30 til 10 i måneden"),
    ("nb", "Lærerne sørger for at elevene lykkes"),
    ("nb", "Ansatte har å gjøre med færre systemer: fra 9 til 4"),
    ("nb", "Ingen ansatte får belastningsskader, i fjor 12"),
    ("nn", "Det er opp til kvart team å velje arbeidsform: delen som gjer det frå 20 % til 80 %"),
    ("en", "Ward managers see to it that every resident has a named contact: from 60% to 90%"),
    ("en", "No employee may feel alone: loneliness score from 40 to 20"),
    ("nb", "O: Legene skal rekke hjem til middag"),
    ("nb", "Antall ganger montørene må kjøre tilbake: fra 30 til 12 i måneden"),
    ("nb", "O: Ansatte vet hva som forventes av dem"),
    ("nn", "O: Dei tilsette skal gle seg til å gå på jobb"),
    ("en", "Staff who have to work more than every second weekend: from 14 to 0"),
    ("nb", "O: Brukerne skal slippe å gjenta historien sin"),
    ("nb", "Lærerne skal oppleve mindre støy i klasserommet"),
    ("nb", "Overtidstimer sykepleierne må ta per måned: 410 → 200"),
    ("nb", "O: Skogeierne skal vite hva tømmeret er verdt"),
    ("nb", "Serverne skal tåle dobbelt trafikk: svartid under 200 ms (i dag 900 ms)"),
    ("nb", "O: Ingen selger skal måtte kjøre hjem etter kl. 18"),
    ("nb", "Saker der saksbehandler må be om mer dokumentasjon, fra 45 % til 20 %"),
    ("nn", "O: Borna i barnehagen skal le minst ein gong om dagen"),
    ("nn", "Måltid bebuarane må ete aleine, ned frå 9 til 3 i veka"),
    ("nn", "O: Fiskarane skal vite kva dei får betalt før dei går ut"),
    ("nn", "Delen sjukepleiarar som må jobbe doble vakter, ned frå 30 % til 10 %"),
    ("en", "Hours nurses must take on call per month: 410 → 200"),
    ("en", "Times drivers have to redo a route: from 40 to 15 a week"),
    ("en", "O: Neighbours shall sleep at night"),
    ("en", "Sensors must work at minus 30 degrees: failures from 12 to 2"),
    ("en", "Applicants who must resend documents, from 33% to 12%"),
    ("nb", "Sykepleierne må lete etter utstyr 12 minutter per vakt, ned fra 31"),
    ("nn", "O: Ferja skal gå når tavla seier det"),
    ("en", "Nurses have to look for kit for 12 minutes a shift, down from 31"),
    ("en", "O: The app must answer within two seconds"),
]


@pytest.mark.parametrize(("language", "line"), ORDERS)
def test_an_order_to_ones_own_people_is_flagged(language: str, line: str) -> None:
    """Whatever they are called, one unit, each of many or an occupation."""
    assert "INV02" in codes(language, line)


@pytest.mark.parametrize(("language", "line"), NO_ORDERS)
def test_a_promise_a_burden_counted_and_a_thing_are_no_orders(language: str, line: str) -> None:
    """What somebody shall have of it, how often they must today, and what a thing shall bear."""
    assert "INV02" not in codes(language, line)


LABELS = {"nb": ("Mål", "Eier"), "nn": ("Mål", "Eigar"), "en": ("Objective", "Owner")}


@pytest.mark.parametrize(
    ("language", "title", "owner", "asked"),
    [
        ("nb", "Solgry Varme, avdeling Kundetilknytning, OKR 2027", "administrerende direktør Per Ås", True),
        ("nb", "OKR Q3 2026 – Salg Nord", "Kari Lie, CEO", True),
        ("nb", "Team Flyt · Nordsoft · OKR Q2 2026", "Ola Dahl, teknologidirektør", True),
        ("nb", "Salgsteamet, Nordsoft, OKR Q2 2026", "Ola Dahl, salgsdirektør", False),
        ("nb", "Økonomiavdelingen, Nordsoft, OKR Q2 2026", "Ola Dahl, økonomidirektør", False),
        ("nb", "Nordkraft, Bodø, OKR T1 2026", "daglig leder", False),
        ("nb", "Bjørkelia skole, OKR T2 2026", "rektor Aud Nes", False),
        ("nn", "Seksjon for førebygging, Fjord politidistrikt, OKR T2 2026", "politimeister Aud Nes", True),
        ("nn", "7. trinn, Nes skule, OKR T1 2026", "rektor Liv Moe", True),
        ("nn", "Seksjon for førebygging, Fjord politidistrikt, OKR T2 2026", "Liv Moe, seksjonsleiar", False),
        ("nn", "Bygdelaget Fram, OKR 2026", "Liv Moe, dagleg leiar", False),
        ("en", "Kvantum Cloud | Platform team | OKR Q4 2026", "Ann Lee, CEO", True),
        ("en", "Claims, Prairie Mutual, OKRs Q2 2026", "Cal Dress, President", True),
        ("en", "Finance team, Brill Ltd, OKRs Q2 2026", "Ann Lee, chief finance officer", False),
        ("en", "Brill, Leeds – OKRs Q1 2026", "Ann Lee, managing director", False),
    ],
)
def test_a_units_set_owned_from_the_top_alone_is_asked_about(
    language: str, title: str, owner: str, *, asked: bool
) -> None:
    """A part of the title that names a unit or its field, and owners who lead more than that."""
    objective, label = LABELS[language]
    text = f"# {title}\n## {objective} 1: Ro\n{label}: {owner}\n- KR1: Feil fra 9 til 4\n"
    findings = check(read_set_markdown(text).okr_set, language=Language(language)).findings
    assert any(finding.code == "INV05" for finding in findings) is asked


PAID = [
    ("nb", "Produksjonen opp fra 40 til 52 tonn; skiftet som når det først, får 10 000 kroner"),
    ("nb", "Avfallet ned fra 18 til 12 kg per gjest; halve innsparingen går til de ansatte"),
    ("nb", "Alle turer i rute opp fra 88 til 95 %, trekk i lønn for dem som ikke klarer det"),
    ("nn", "Rett pris på hylla frå 80 til 96 %. Den som ikkje når 96 %, får ikkje tillegget"),
    ("nn", "Sjukefråværet ned frå 9 til 7 %, som gir alle tilsette eit eingongsbeløp på 3 000 kr"),
    ("en", "Refund errors down from 40 to 15 a month, and hitting it pays each clerk £500"),
    ("nb", "Svartid ned fra 9 til 4 dager, og da utløses 10 000 kr per ansatt"),
    ("nn", "Nådd mål gir gåvekort på 5 000 kr til kvar tilsett"),
    ("en", "Reply time down from 9 to 4 days, which unlocks £500 per head"),
    ("en", "Below 80% the allowance falls away"),
    ("en", "Merit increases hinge on renewals going from 70% to 80%"),
    ("nb", "Oppsigelser ned fra 9 til 4; innfris det, utløses 10 000 kroner i bonus til skiftlederne"),
    ("nb", "Kundetilfredshet fra 70 til 80, ellers ryker bonusen"),
    ("nb", "Salg opp fra 4 til 6 millioner (gir én månedslønn ekstra)"),
    ("nb", "Gjenbesøk fra 12 % til 6 %; teknikerne premieres med 3 000 kroner hver"),
    ("nn", "Klager frå 50 til 20; bonus på 10 000 kroner om me klarer det"),
    ("nn", "Feil frå 40 til 14, og måloppnåinga avgjer lønsauken"),
    ("en", "Churn from 6% to 4%; hitting it pays out a £500 bonus to the team"),
    ("en", "On-time delivery from 88% to 95%, counting for 30% of variable pay"),
    ("en", "Complaints from 50 to 20, otherwise no bonus"),
    ("nb", "Avkastning fra 4 til 6 %; resultatlønn etter måloppnåelse"),
    ("en", "Lost hours from 90 to 40 or the annual raise is withheld"),
    ("nb", "Svinn ned fra 4,2 til 3 %, som gir et trinn opp på lønnsstigen"),
    ("nb", "Tilfredshet fra 3,9 til 4,4, og lederne mister tillegget sitt hvis ikke"),
    ("nb", "Belegg fra 61 til 70 % med ti tusen kroner til hver selger"),
    ("nn", "Reklamasjonar ned frå 40 til 20, og gevinsten blir betalt ut til montørane"),
    ("nn", "Overtid frå 900 til 500 timar, elles blir det trekt i løna"),
    ("en", "Delayed discharges down from 46 to 25 a day, or no increment for the bed managers"),
    ("en", "Waste down from 4.2% to 3%, which moves everyone up a pay step"),
    ("en", "Occupancy from 61% to 70%, worth £500 to each rep"),
    ("en", "Lorries hosed down from 70% to 98%, and the shift splits £2,000"),
    ("nb", "Spylte biler fra 70 til 98 %, og skiftet deler 20 000 kr"),
    ("en", "New contracts from 12 to 20, tied to share options for the board"),
    ("en", "Satisfaction from 3.9 to 4.4, or managers lose their allowance"),
    ("nb", "Årets lønnsoppgjør henger på at svinnet går fra 5 til 3 %"),
    ("nn", "Lokale lønsforhandlingar tek utgangspunkt i om fråværet går frå 9 til 7 %"),
    ("nn", "Den som når 30 % (21 i dag), får ei ekstra lønsveke"),
    ("nn", "Avbrotstid per kunde; kvar montør hentar ut 8 000 kr i november dersom vi når målet, frå 44 til 30"),
    ("en", "Nights with soot over the limit 96 → 40, no shift premium for the power gang until then"),
    ("nn", "Lønsauke til alle som har fullt oppmøte"),
    ("nb", "Provisjonssatsen avhenger av at mersalget går fra 12 til 18 %"),
]
NOT_PAID = [
    ("nb", "O: Ingen mister lønn fordi de er syke"),
    ("nn", "O: Ingen taper løn på kjønnet sitt"),
    ("nb", "Overskuddet til lokale lag opp fra 40 000 til 90 000 kroner"),
    ("nb", "Besparelsen per husstand opp fra 400 til 900 kr for medlemmene"),
    ("nb", "Kostnad per hode i kantina ned fra 80 til 60 kr"),
    ("nn", "Feriereiser selde på nett frå 400 til 700"),
    ("en", "Orders triggered per user from 2 to 3"),
    ("en", "Vouchers used within a year from 60% to 80%"),
    ("nb", "Bonusutbetalinger til ledere fra 4 til 2 mill."),
    ("nb", "Kunder som bruker bonuspoengene sine: fra 20 % til 40 %"),
    ("nb", "Andel lønnskostnader av omsetningen fra 42 % til 38 %"),
    ("nn", "Kundar som brukar bonusen sin: frå 20 % til 40 %"),
    ("en", "Time from claim to payout from 20 to 8 days"),
    ("en", "Pay-as-you-go customers who stay a year: from 30% to 45%"),
    ("nb", "Feil på lønnsslippen ned fra 40 til 14 i måneden"),
    ("nb", "Ubetalte tillegg på faktura ned fra 60 til 25"),
    ("nn", "Premien til medlemmene ned frå 4 200 til 3 900 kr i året"),
    ("en", "Wage cost per job down from £410 to £360"),
]


@pytest.mark.parametrize(("language", "line"), PAID)
def test_a_reward_added_to_a_goal_hangs_on_it(language: str, line: str) -> None:
    """With a word that says so, or in a clause of its own behind the goal."""
    assert "INV04" in codes(language, line)


@pytest.mark.parametrize(("language", "line"), NOT_PAID)
def test_pay_that_is_measured_or_given_to_others_hangs_on_nothing(language: str, line: str) -> None:
    """What is paid out may be the metric, and what customers collect is no pay."""
    assert "INV04" not in codes(language, line)
