"""No number comes out that the brief does not hold, and none that measures nothing becomes a value."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.line import Line
from assistant.okr import Basis, Language
from assistant.rules.rule import Severity
from tests.drafters.extracting import LEFT_OPEN, drafted, texts, values

_METRICS = {
    Language.NB: ["svartiden på klager", "sykefraværet", "antall serviceavtaler", "svinnet på lageret"],
    Language.NN: ["svartida på klager", "sjukefråværet", "talet på serviceavtalar", "svinnet på lageret"],
    Language.EN: ["the response time", "sickness absence", "the number of contracts", "waste in the warehouse"],
}
_CHANGES = {
    Language.NB: [
        "Vi skal endre {m} fra {a} % til {b} %.",
        "{M} skal fra {a} til {b} dager.",
        "{M} er {a} %. Målet er {b} %.",
    ],
    Language.NN: [
        "Vi skal endre {m} frå {a} % til {b} %.",
        "{M} skal frå {a} til {b} dagar.",
        "{M} er {a} %. Målet er {b} %.",
    ],
    Language.EN: [
        "We will move {m} from {a}% to {b}%.",
        "{M} shall go from {a} to {b} days.",
        "{M} is {a}%. The goal is {b}%.",
    ],
}
_NOISE = {
    Language.NB: [
        "Selskapet har org.nr. 987 654 321.", "Vi ble stiftet i 1974.", "Ring sentralbordet på telefon 55 12 34 56.",
        "Vi er sertifisert etter ISO 9001.", "Prosjektet er i fase 3.", "Se side 31 i årsrapporten.",
        "Styret er Ola Nordmann og Kari Nilsen.", "Versjon 4.7 ble tatt i bruk i 2019.",
    ],
    Language.NN: [
        "Selskapet har org.nr. 987 654 321.", "Vi vart stifta i 1974.", "Ring sentralbordet på telefon 55 12 34 56.",
        "Vi er sertifiserte etter ISO 9001.", "Prosjektet er i fase 3.", "Sjå side 31 i årsrapporten.",
        "Styret er Ola Nordmann og Kari Nilsen.", "Versjon 4.7 vart teken i bruk i 2019.",
    ],
    Language.EN: [
        "The company has registration no. 987 654 321.", "We were founded in 1974.", "Phone the switchboard on 55 12 34 56.",
        "We are certified to ISO 9001.", "The project is in phase 3.", "See page 31 of the annual report.",
        "The board is Ola Nordmann and Kari Nilsen.", "Version 4.7 came into use in 2019.",
    ],
}  # fmt: skip
_FORBIDDEN = {987654321, 987, 654, 321, 1974, 2019, 55123456, 55, 9001, 9, 3, 31, 4.7, 47}


@st.composite
def briefs(draw: st.DrawFn) -> tuple[Language, str]:
    """A strategy of measured sentences with others between that hold numbers of no measure."""
    language = draw(st.sampled_from(list(Language)))
    lines: list[str] = []
    for metric in draw(st.lists(st.sampled_from(_METRICS[language]), min_size=1, max_size=4, unique=True)):
        start, goal = draw(st.integers(201, 299)), draw(st.integers(101, 199))  # most of these are better when fewer
        sentence = draw(st.sampled_from(_CHANGES[language]))
        lines.append(sentence.format(m=metric, M=metric[0].upper() + metric[1:], a=start, b=goal))
    lines += draw(st.lists(st.sampled_from(_NOISE[language]), max_size=5, unique=True))
    return language, "\n\n".join(draw(st.permutations(lines)))


@given(briefs())
@settings(deadline=None, max_examples=60)
def test_a_value_stands_in_its_quote_or_is_worked_out_from_it(brief: tuple[Language, str]) -> None:
    for value in values(drafted(*brief)):
        assert value.basis is Basis.DERIVED or value.text in (value.quote or "")


@given(briefs())
@settings(deadline=None, max_examples=60)
def test_the_words_a_value_stands_in_are_of_the_brief(brief: tuple[Language, str]) -> None:
    for value in values(drafted(*brief)):
        assert (value.quote or "") in brief[1]


@given(briefs())
@settings(deadline=None, max_examples=60)
def test_a_number_that_measures_nothing_never_becomes_a_value(brief: tuple[Language, str]) -> None:
    assert not _FORBIDDEN & {value.value for value in values(drafted(*brief))}


@given(briefs())
@settings(deadline=None, max_examples=60)
def test_no_line_holds_a_measure_that_the_brief_does_not(brief: tuple[Language, str]) -> None:
    language, strategy = brief
    known = {it.value for line in strategy.splitlines() for it in Line(line, language).measures}
    for line in texts(drafted(*brief)):
        assert {it.value for it in Line(line, language).measures} <= known


@given(briefs())
@settings(deadline=None, max_examples=60)
def test_no_error_is_found_but_what_the_brief_leaves_open(brief: tuple[Language, str]) -> None:
    findings = drafted(*brief).review.findings
    assert {it.code for it in findings if it.severity is Severity.ERROR} <= LEFT_OPEN
