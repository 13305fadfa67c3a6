"""Goals told as what is so today and what shall be: the key result is a whole phrase, with its unit said once."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import asked, drafted, results

NB, NN, EN = Language.NB, Language.NN, Language.EN

CASES = [
    (NB, "I dag leveres 38 % av søknadene digitalt. Dette skal være 65 %.", "Andel av søknadene som leveres digitalt: fra 38 % til 65 %"),
    (NB, "I dag er 71 % av avgangene i rute. Dette skal være 90 %.", "Andel av avgangene som er i rute: fra 71 % til 90 %"),
    (NB, "23 % av billettene kjøpes i appen i dag. Andelen skal være 50 %.", "Andel av billettene som kjøpes i appen: fra 23 % til 50 %"),
    (NB, "I dag mister vi 12 % av plantene. Det skal ned til 5 %.", "Andel av plantene vi mister: fra 12 % til 5 %"),
    (NB, "Hjemmeboende møter i dag 14 ulike ansatte i uka. Det skal ned til høyst 8.", "Antall ulike ansatte hjemmeboende møter i uka: fra 14 til høyst 8"),
    (NB, "I dag tar det 9 dager å svare på en klage. Dette skal ned til 3 dager.", "Tiden det tar å svare på en klage: fra 9 til 3 dager"),
    (NB, "I 2025 hadde vi 5 alvorlige avvik. Målet er 0.", "Alvorlige avvik: fra 5 til 0"),
    (NB, "Antallet alvorlige avvik skal ned til 1. I 2025 hadde vi 5.", "Antallet alvorlige avvik: fra 5 til 1"),
    (NB, "Turnoveren er 12 % i året. Den skal ned til 8 %.", "Turnoveren: fra 12 % til 8 % i året"),
    (NN, "I dag blir 38 % av søknadene leverte digitalt. Dette skal vere 65 %.", "Delen av søknadene som blir leverte digitalt: frå 38 % til 65 %"),
    (NN, "Heimebuande møter i dag 14 ulike tilsette i veka. Det skal ned til høgst 8.", "Talet på ulike tilsette heimebuande møter i veka: frå 14 til høgst 8"),
    (NN, "I dag tek det 9 dagar å svare på ei klage. Dette skal ned til 3 dagar.", "Tida det tek å svare på ei klage: frå 9 til 3 dagar"),
    (NN, "Vi har i dag 12 alvorlege hendingar i året, og det skal ned til 4 i året.", "Alvorlege hendingar i året: frå 12 til 4"),
    (NN, "Talet på avvik skal ned til 1. I 2025 hadde vi 5.", "Talet på avvik: frå 5 til 1"),
    (EN, "Today 38% of applications are filed online. This shall be 65%.", "Share of applications filed online: from 38% to 65%"),
    (EN, "Only 62% of deliveries arrive on time today; we want 90%.", "Share of deliveries that arrive on time: from 62% to 90%"),
    (EN, "About 30% of our sales come from dealers abroad. That share is to reach 45%.", "Share of our sales that come from dealers abroad: from 30% to 45%"),
    (EN, "Currently customers wait 12 days for a spare part. We will cut this to 4 days.", "Time customers wait for a spare part: from 12 to 4 days"),
    (EN, "The number of injuries was 12 last year and shall fall to 4 a year.", "The number of injuries: from 12 to 4 a year"),
    (EN, "In 2025 we had 12 serious accidents. We will bring them down to 4 a year.", "Serious accidents: from 12 to 4 a year"),
    (EN, "The number of leaks shall fall to 1. In 2025 we had 5.", "The number of leaks: from 5 to 1"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "strategy", "line"), CASES)
def test_what_is_so_today_names_the_key_result_of_what_shall_be(language: Language, strategy: str, line: str) -> None:
    """«Av søknadene digitalt» names nothing, and «til 4» of what is over a year is half a value."""
    assert [item.text for item in results(drafted(language, strategy))] == [line]


@pytest.mark.parametrize(
    ("language", "strategy"),
    [
        (NB, "I 2025 solgte vi 1 200 sykler. Kundene skal ned til 3 dagers ventetid."),
        (NN, "I 2025 selde vi 1 200 syklar. Kundane skal ned til 3 dagar ventetid."),
        (EN, "We sold 1,200 bikes last year. Customers shall wait 3 days."),
    ],
)
def test_a_figure_of_something_else_is_no_start_value(language: Language, strategy: str) -> None:
    """Only words that point back take the figure before them."""
    made = drafted(language, strategy)
    assert not [item for item in results(made) if item.baseline is not None], asked(made)
