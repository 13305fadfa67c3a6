"""Directions, gaps, strays and hearings in the many ways people put them: CLR08, CLR11, CLR13, INV03."""

from __future__ import annotations

import pytest

from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import KeyResult, Language, Objective, OkrSet
from assistant.review import check
from tests.rules.direction_cases import AGREED, CONTRADICTED

GAPS = [
    ("nb", "Sykefravær ned til n % innen april"),
    ("nb", "Redusere reisekostnadene med kr … innen april"),
    ("nb", "Andel besøk i tide fra # til 90 %"),
    ("nb", "Kortere kø innen (dato)"),
    ("nb", "Få x av y elever gjennom prøven"),
    ("nb", "Måltall bestemmes senere"),
    ("nb", "[Nøkkelresultat 1]"),
    ("nb", "Skriv inn nøkkelresultat her"),
    ("nn", "Verdien blir bestemt seinare"),
    ("nn", "Måltal kjem seinare"),
    ("nn", "Kjem seinare"),
    ("nn", "Ikkje bestemt enno"),
    ("nn", "Talet på avvik ned frå 40 til (tal)"),
    ("en", "Target not yet set"),
    ("en", "Key result goes here"),
    ("en", "Waiting for figures from HR"),
    ("en", "Reach $XXk in monthly revenue"),
    ("en", "Raise margin from 1X% to 2X%"),
    ("en", "Satisfaction of at least N out of 10"),
]
FILLED = [
    ("nb", "Fakturaer der tall mangler ned fra 40 til 12"),
    ("nb", "Svartid (dato for mottak til svar) ned fra 9 til 4 dager"),
    ("nb", "Svarandel (N = 40) fra 61 % til 75 %"),
    ("nb", "Kunder i Generasjon X fra 12 % til 18 %"),
    ("nn", "Fakturaer der tal manglar ned frå 40 til 12"),
    ("nn", "Rangering som #1 i fylket, i dag #3"),
    ("en", "Invoices with a missing date down from 40 to 12"),
    ("en", "Stock turn from 2.1x to 3x"),
    ("en", "Messages in #ops without an answer down from 30 to 5"),
    ("en", "Pending claims down from 300 to 120"),
]
STRAYS = [
    ("nb", "Vegar utan hol: 60 til 90 km"),
    ("nb", "Butikkar med eigen parkering: 4 til 9"),
    ("nb", "Ungane trivst i lag: 60 til 80 %"),
    ("nn", "Ansatte som trives: 70 til 80 %"),
    ("nn", "Sykmeldte ned til 20"),
    ("nn", "Tilgjengelige vakter på kveld: 4 til 9"),
]
AT_HOME = [
    ("nb", "Delen som får plass heime, 50 til 60 %"),
    ("nb", "Lager med rett antall fra 80 % til 95 %"),
    ("nn", "Ungane hjelper kvarandre: frå 60 til 80 %"),
    ("nn", "Søknader gjennom Norad frå 2 til 5"),
]
UNHEARD = [
    ("nb", "ingen foreløpig"),
    ("nb", "ledergruppen"),
    ("nb", "utarbeidet av ledergruppen alene"),
    ("nb", "ansatte skal involveres i neste runde"),
    ("nn", "leiargruppa og styret"),
    ("nn", "ingen utanom leiargruppa"),
    ("nn", "ikkje gjennomført"),
    ("en", "staff will be consulted in the next round"),
    ("en", "CEO only"),
    ("en", "planned for autumn"),
    ("en", "none at this stage"),
]
HEARD = [
    ("nb", "ledergruppen og tillitsvalgte"),
    ("nb", "vi har spurt de som skal gjøre jobben"),
    ("nn", "verneombodet; tillitsvalde blir høyrde i mars"),
    ("nn", "planlagt saman med vaktleiarane"),
    ("en", "we asked those who will do the work"),
    ("en", "support, sales and management"),
]


def _found(language: str, text: str) -> set[str]:
    objective = Objective(text="…", key_results=(KeyResult(text=text),))
    findings = check(OkrSet(objectives=(objective,), language=Language(language))).findings
    return {finding.code for finding in findings if "key_results" in finding.path}


@pytest.mark.parametrize(("language", "text"), CONTRADICTED)
def test_words_that_go_one_way_and_values_the_other_contradict(language: str, text: str) -> None:
    """By verbs, nouns, particles, comparatives, and metrics with one better way."""
    assert "CLR08" in _found(language, text)


@pytest.mark.parametrize(("language", "text"), AGREED)
def test_a_direction_governs_only_the_values_it_is_said_of(language: str, text: str) -> None:
    """What is measured anew behind a colon, a bound, a part of a metric and a name have no direction."""
    assert "CLR08" not in _found(language, text)


@pytest.mark.parametrize(("language", "text"), GAPS)
def test_a_gap_is_told_however_it_is_put(language: str, text: str) -> None:
    """In letters, signs, brackets, and words."""
    assert "CLR11" in _found(language, text)


@pytest.mark.parametrize(("language", "text"), FILLED)
def test_names_and_faults_that_look_like_gaps_are_none(language: str, text: str) -> None:
    """What is missing from an invoice is measured, not left out."""
    assert "CLR11" not in _found(language, text)


@pytest.mark.parametrize(("language", "text"), STRAYS)
def test_one_word_of_the_other_norwegian_is_enough(language: str, text: str) -> None:
    """Where no one writes it in the set's own."""
    assert "CLR13" in _found(language, text)


@pytest.mark.parametrize(("language", "text"), AT_HOME)
def test_words_that_both_norwegians_have_tell_nothing(language: str, text: str) -> None:
    """A form that is allowed is no stray."""
    assert "CLR13" not in _found(language, text)


def _is_asked(language: str, who: str) -> bool:
    label = "Involved" if language == "en" else "Involvert"
    okr_set = read_set_markdown(f"{label}: {who}\n## O1: …\n- KR1: …").okr_set
    return "INV03" in {finding.code for finding in check(okr_set, language=Language(language)).findings}


@pytest.mark.parametrize(("language", "who"), UNHEARD)
def test_a_hearing_put_off_or_held_among_leaders_is_none(language: str, who: str) -> None:
    """The question stands until somebody who does the work is named."""
    assert _is_asked(language, who)


@pytest.mark.parametrize(("language", "who"), HEARD)
def test_those_who_do_the_work_are_heard_beside_leaders_too(language: str, who: str) -> None:
    """And a hearing held may be told of in words of the future."""
    assert not _is_asked(language, who)
