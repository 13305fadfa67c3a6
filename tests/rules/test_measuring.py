from __future__ import annotations

import pytest

from assistant.okr import KeyResult, Language, Objective, OkrSet, Quantity
from assistant.review import check

CODES = {"CLR01", "CLR02", "CLR04", "CLR08", "CLR11", "TSK01", "TSK02"}

LINES = [
    # Two values with their times, lengths of time written like clocks, numbers that belong to a name or a metric.
    ("nb", "Utrykningstid i sentrum, median: 7:20 → 6:30 min", ""),
    ("nb", "Togene er i rute: 88 % i vinter, 93 % til sommeren", ""),
    ("nb", "Sjekk-inn på nett: 44 % i sommersesongen, 60 % i vintersesongen", ""),
    ("nb", "Tid fra innmelding til første trening: 19 dager i snitt, 7 innen august", ""),
    ("nb", "Ventetid på telefon 95 → 40 sekunder innen 15. juni", ""),
    ("nb", "Løft 5 godkjent av sakkyndig kontrollør innen 12. juni", ""),
    ("nb", "Kommunen har opphevet kokevarselet innen 20. mai", ""),
    ("nb", "Færre avvik lukket for sent", "CLR01"),
    ("nb", "De tjue første familiene har flyttet inn innen 1. juli", ""),
    ("nb", "Elever som møter opp på leksehjelp fra 45 til 20", ""),
    ("nn", "Fall om natta: 17 i vinter, høgst 6 til sommaren", ""),
    ("nn", "Avvik i medisinlista: talde innan 30. april, så halverte innan 30. juni", ""),
    ("nn", "Tilbakemelding til søkjar: 12 dagar, deretter 5", ""),
    ("nn", "Median lesetid på mobil 48 → 70 sekund innan 15. september", ""),
    ("nn", "Målt nattstøy ved Parkvegen 57 → 52 dB", ""),
    ("nn", "Minst 40 bedrifter brukar løysinga", "CLR02"),
    ("en", "Average drive: from 42:30 to 38:00 minutes", ""),
    ("en", "Days scored under 3 for comfort: 41 last winter, at most 15 next", ""),
    ("en", "Belt 2 certified for oversize by 29 May", ""),
    ("en", "14 of 40 apprentices passed first time last year, 24 of 40 this year", ""),
    ("en", "Half the pupils read 100 words a minute, against a third today", ""),
    ("en", "Live incidents that wake someone up from 11 to 4", ""),
    ("en", "The regulator has lifted the notice by 30 June", ""),
    ("en", "More notices lifted", "CLR01"),
    ("en", "Complaints answered by phone within 2 days", "CLR02"),
    ("nb", "Andel av kundene som får tilbud innen to dager", "CLR01"),
    ("nn", "Delen av kundane som får tilbod innan to dagar", "CLR01"),
    ("en", "Share of customers who get an offer within two days", "CLR01"),
    # States of so many or so much, what is gone, counts that start at nothing, and start values told by a clause.
    ("nb", "«Terna» er sertifisert for 48 passasjerer av sjøfartsmyndighetene", ""),
    ("nb", "Etterslepet på 340 saker er borte", ""),
    ("nb", "85 % av leverandørene er sertifisert", "CLR02"),
    ("nb", "Søknader er innvilget innen 14 dager", "CLR02"),
    ("nb", "Fire kommuner bruker vaktordningen, der det i dag er én", ""),
    ("nb", "Seks gårder leverer til torget", ""),
    ("nb", "Renseanlegget oppfyller utslippskravet", ""),
    ("nb", "Tømmingen går fra annenhver uke til ukentlig", ""),
    ("nb", "Fra tre til én dags leveringstid på reservedeler", ""),
    ("nb", "En av tre kunder handler på nett", "CLR02"),
    ("nb", "Lunsjtilbudet får et realt løft", "CLR01 CLR04"),
    ("nn", "Gardsrestauranten har fått skjenkeløyve for 60 gjester", ""),
    ("nn", "Gjelda på 1,2 millionar er nedbetalt", ""),
    ("nn", "Avtalen med sjukehuset er forlengd i to år", ""),
    ("nn", "Sju faste kunstnarar i atelierhuset, no er det tre", ""),
    ("nn", "Ingen løftar meir enn 25 kilo åleine", ""),
    ("nn", "Ein av tre gjester kjem att; no berre ein av fem", ""),
    ("nn", "Snittkarakteren på turane er 5,4", "CLR02"),
    ("nn", "Lunsjtilbodet får eit skikkeleg løft", "CLR01 CLR04"),
    ("nb", "Vinne sentralserien i håndball", ""),
    ("nb", "Fire av fem brev er skrevet i klart språk – i 2026 gjaldt det to av fem", ""),
    ("nn", "Lammetapet kjem under 4 prosent (snitt siste tre år: 6,5)", ""),
    ("en", "Rent cases older than 90 days: from 61 to nil", ""),
    ("en", "The tasting room has its premises licence for 80 guests", ""),
    ("en", "The waiting list of 56 children is empty", ""),
    ("en", "Four councils share the night rota, where today there is one", ""),
    ("en", "Twelve befrienders on the rota; we have five now", ""),
    ("en", "Spare parts from three days to one", ""),
    ("en", "Average visits between 3 and 6 p.m.: 64 last fall, 110 this year", ""),
    ("en", "7 in 10 on the list are seen within four weeks (spring: 4 in 10)", ""),
    ("en", "Wellbeing rises from 5.1 to 4.6", "CLR08"),
    ("en", "12,000 visits to the exhibition", "CLR02"),
    ("en", "The lunch menu gets a real lift", "CLR01 CLR04"),
    ("nb", "Kundetilfredshet på minst 4,5 av 5", "CLR02"),
    ("nb", "Kundetilfredsheten er høy", "CLR01 CLR04"),
    ("nb", "Alle elever har en voksen å gå til", ""),
    ("nb", "Færre avbrudd over fem minutter", "CLR01"),
    ("nb", "Flere kunder over 70 år", "CLR01"),
    ("nb", "Øke omsetningen med 3 millioner kroner", "CLR02"),
    ("nb", "40 nye kunder", ""),
    ("nb", "Doble antall medlemmer", "CLR02"),
    ("nb", "Doble antall medlemmer fra 200", ""),
    ("nb", "Ventetid: fra 30 dager ned til 45 dager", "CLR08"),
    ("nb", "Ventetiden synker fra 30 til 20 dager", ""),
    ("nb", "Steg i saksbehandlingen fra 9 til 4", ""),
    ("nb", "Broen er åpnet for trafikk", ""),
    ("nb", "Ingen venter mer enn 10 dager", ""),
    ("nb", "Ingen føler seg utenfor", "CLR01"),
    ("nb", "Optimalisere driften", "CLR01 CLR04"),
    ("nb", "Fem workshops gjennomført", "TSK02"),
    ("nb", "Antall kundemøter fra 10 til 20", "TSK02"),
    ("nb", "Antall møter ned fra 20 til 10", ""),
    ("nb", "12 000 besøk i utstillingen", "CLR02"),
    ("nb", "20 % flere frivillige enn i fjor", "CLR02"),
    ("nb", "Svartid kortere enn 3 dager, ned fra 8", ""),
    ("nb", "Halvparten av husstandene sorterer plast, opp fra en tredel", ""),
    ("nb", "Øke andelen fra … til …", "CLR11"),
    ("nn", "Fleire frivillige", "CLR01"),
    ("nn", "Auke talet på medlemer frå 200 til 150", "CLR08"),
    ("nn", "Alle bebuarar har ein fast kontakt", ""),
    ("nn", "Styrkje samarbeidet med fylket", "CLR01 CLR04"),
    ("nn", "Dei første 50 kundane betaler", ""),
    ("nn", "Klagar ned til 5 i månaden", "CLR02"),
    ("nn", "Arrangere tre fagdagar", "TSK02"),
    ("en", "Grow revenue", "CLR01"),
    ("en", "Grow revenue by 15%", "CLR02"),
    ("en", "Churn below 3%, down from 5%", ""),
    ("en", "No customer waits longer than two days", ""),
    ("en", "No longer dependent on one supplier", "CLR01"),
    ("en", "Customer meetings a month from 8 to 15", "TSK02"),
    ("en", "Private consultations a month from 110 to 160", ""),
    ("en", "Course completions from 300 to 500", ""),
    ("en", "Onboarding time cut from 5 days to 12", "CLR08"),
    ("en", "Fewer than three incidents a month", "CLR02"),
    ("en", "Climb from 12th to 5th in the league table", ""),
    ("en", "Handbook written", "TSK01"),
    ("en", "The culture is more open", "CLR01"),
    ("en", "Onboarding that works", "CLR01"),
    ("en", "Donors sense the warmth of the kennels in every mailing", "CLR01"),
    ("en", "First line to first lift: 94 → 60 minutes", ""),
    ("en", "Median time in the building 95 → 60 minutes", ""),
    ("en", "Handlers rate explanations 4/5 or better, against 2.9/5 in December", ""),
    ("nb", "Billetter solgt til under 30: 2 100 i vår mot 1 800 våren 2026", ""),
    ("en", "Cost per claim no higher than £140", "CLR02"),
    ("en", "Half of the leads from the trade fair buy within 60 days (one in five in 2026)", ""),
    ("nb", "Tre av fire gjester kommer med tog (halvparten i 2026)", ""),
    ("nn", "Halvparten av gjestene kjem med tog", "CLR02"),
]


def _codes(language: str, key_result: KeyResult) -> list[str]:
    okr_set = OkrSet(objectives=(Objective(text="…", key_results=(key_result,)),), language=Language(language))
    return sorted(
        finding.code for finding in check(okr_set).findings if "key_results" in finding.path and finding.code in CODES
    )


@pytest.mark.parametrize(("language", "text", "codes"), LINES)
def test_a_line_gets_one_remark_for_each_fault(language: str, text: str, codes: str) -> None:
    """Of the rules on measures, directions and tasks, a line gets those that name its faults, and no more."""
    assert _codes(language, KeyResult(text=text)) == codes.split()


def _percent(value: float) -> Quantity:
    return Quantity(text=f"{value:g} %", value=value, unit="%")


STRUCTURED = [
    (KeyResult(text="Fornøyde", metric="Andel fornøyde", baseline=_percent(40), target=_percent(60)), ""),
    (KeyResult(text="Fornøyde", metric="Andel fornøyde", target=_percent(60)), "CLR02"),
    (KeyResult(text="Fornøyde", metric="Andel fornøyde", baseline=_percent(60)), "CLR01"),
    (KeyResult(text="Øke andelen fornøyde", baseline=_percent(60), target=_percent(40)), "CLR08"),
    (KeyResult(text="Tilstanden på byggene", target=Quantity(text="CII D")), ""),
    (KeyResult(text="Svar innen 10 dager", metric="Svar innen 10 dager", baseline=_percent(60)), "CLR01"),
]


@pytest.mark.parametrize(("key_result", "codes"), STRUCTURED)
def test_structured_values_count_as_much_as_words(key_result: KeyResult, codes: str) -> None:
    """A start value and a target beside the line are read like those within it."""
    assert _codes("nb", key_result) == codes.split()
