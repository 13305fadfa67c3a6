from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.language.dates import read_dates
from assistant.language.lexicon import lexicon
from assistant.language.numbers import Change, Measure, read_change, read_factor, read_measures
from assistant.language.tokens import Tokens
from assistant.okr import Bound, Language
from tests.language.number_cases import CASES, NumberCase


def _name(case: NumberCase) -> str:
    return f"{case.language}: {case.text}"


def _read(text: str, language: str = "nb") -> tuple[list[Measure], Change]:
    tokens = Tokens(unicodedata.normalize("NFC", text), Language(language))
    measures = read_measures(tokens, read_dates(tokens))
    return measures, read_change(tokens, measures)


def _value(measure: Measure | None) -> float | None:
    return None if measure is None else measure.value


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_every_number_that_measures_is_read_with_its_unit(case: NumberCase) -> None:
    """And none that names, orders or dates something."""
    measures, _ = _read(case.text, case.language)
    assert [(measure.value, measure.unit) for measure in measures] == case.quantities


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_change_is_read_as_start_value_and_goal(case: NumberCase) -> None:
    """A line without a change has at most one of the two."""
    _, change = _read(case.text, case.language)
    ends = _value(change.baseline), _value(change.target)
    assert ends == case.change if case.change else None in ends


@pytest.mark.parametrize(
    ("text", "baseline", "target", "delta", "factor"),
    [
        ("Klagene halveres fra 58 til våren", 58, None, None, 0.5),
        ("Trivselen opp 15 prosentpoeng, fra dagens 62 %", 62, None, 15, None),
        ("Øke salget med 20 %", None, None, 20, None),
        ("Selge 20 % mer enn i fjor", None, None, 20, None),
        ("Kutte matsvinnet med 20 %, fra 50 til 40 tonn", 50, 40, None, None),
        ("Redusere antall klager med en tredel", None, None, None, pytest.approx(2 / 3)),
        ("Øke antall søkere med en firedel", None, None, None, 1.25),
        ("Doble nettsalget", None, None, None, 2),
        ("Vi har 12 butikker i dag", 12, None, None, None),
    ],
)
def test_what_is_said_of_a_change_is_kept_apart(
    text: str, baseline: float | None, target: float | None, delta: float | None, factor: float | None
) -> None:
    """Start value, goal, size of the change, and factor."""
    _, change = _read(text)
    assert (_value(change.baseline), _value(change.target), _value(change.delta)) == (baseline, target, delta)
    assert change.factor == factor


@pytest.mark.parametrize(
    "text", ["En tredel av brevene sendes digitalt", "I andre halvår", "Dobbeltrom", "Andelen øker"]
)
def test_what_is_no_change_has_no_factor(text: str) -> None:
    """A share is none, nor is a word that begins like one."""
    assert read_factor(Tokens(text, Language.NB)) is None


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("nb", "Minst 90 % får svar", Bound.AT_LEAST),
        ("nb", "Over 4,4 av 5", Bound.AT_LEAST),
        ("nb", "Mer enn 300 kunder", Bound.AT_LEAST),
        ("nb", "Ikke under 95 %", Bound.AT_LEAST),
        ("nb", "Under 20 dager", Bound.AT_MOST),
        ("nb", "Høyst 5 klager", Bound.AT_MOST),
        ("nb", "Maks 30 prosent", Bound.AT_MOST),
        ("nb", "Ikke over 5 %", Bound.AT_MOST),
        ("nb", "Ikke mer enn 4 klager", Bound.AT_MOST),
        ("nb", "Færre enn ti åpne saker", Bound.AT_MOST),
        ("nb", "To avvik eller færre", Bound.AT_MOST),
        ("nb", "Oppetid ≥ 99,9 %", Bound.AT_LEAST),
        ("nb", "Svarprosenten opp til 60 %", None),
        ("nn", "Ikkje meir enn 4 klager", Bound.AT_MOST),
        ("en", "At least 80% of tenants", Bound.AT_LEAST),
        ("en", "Retention of 115% or more", Bound.AT_LEAST),
        ("en", "No more than two incidents", Bound.AT_MOST),
        ("en", "Churn below 2%", Bound.AT_MOST),
    ],
)
def test_floors_and_ceilings_are_told_apart(language: str, text: str, bound: Bound | None) -> None:
    """«Minst» is a floor, «ikke over» a ceiling, «opp til» only a direction."""
    (measure,), _ = _read(text, language)
    assert measure.bound is bound


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Under 20 % svinn", "20 %"),
        ("Fra 45 %, altså", "45 %"),
        ("Snittet er kr 1 490 i dag", "kr 1 490"),
        ("NPS på \u221212", "\u221212"),
        ("Spare 4 mill. kr i år", "4 mill. kr"),
        ("Karaktersnitt over 4.2.", "4.2"),
        ("Ni av ti får svar", "Ni av ti"),
        ("Signere 40 nye avtaler", "40 nye avtaler"),
        ("Vente 4 timer og 50 minutter", "4 timer og 50 minutter"),
    ],
)
def test_a_measure_stands_where_it_is_written(text: str, written: str) -> None:
    """Sign, leading currency and unit included; what bounds it is not."""
    (measure,), _ = _read(text)
    assert text[measure.start : measure.end] == written


_WORDS = (
    "fra frå from til to med by 45 % 12 1,5 -3 → kr mill . , ( ) : og and i in 2026 dag today dager av of ti Q3 innen "
    "under minst mål skal enn mer 30.6.2026 1 000 § ISO H1 per timer minutter eller"
).split()


@given(st.text() | st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join), st.sampled_from(Language))
@example("²", Language.NB)
@example("9" * 5000, Language.EN)
@example("0KR 0", Language.NB)
@example("0K KR 0", Language.NB)
@example("0 mill. KR KR 0", Language.NB)
@example("1.1.1.1 1/0 0/1 ٣ %", Language.NB)
def test_no_text_breaks_the_reading_of_numbers(text: str, language: Language) -> None:
    """Every measure's slice holds its digits or its number word, and measures do not overlap."""
    tokens = Tokens(text, language)
    measures = read_measures(tokens, read_dates(tokens, 2026))
    after = 0
    for measure in measures:
        assert after <= measure.start < measure.end <= len(text)
        after = measure.end
        written = text[measure.start : measure.end]
        words = Tokens(written, language).words
        assert any(char.isdecimal() for char in written) or not lexicon(language).number_words.keys().isdisjoint(words)
    read_change(tokens, measures)


def test_a_currency_is_the_unit_of_one_number_only() -> None:
    tokens = Tokens("40 kr 12", Language.NB)
    measures = read_measures(tokens, read_dates(tokens))
    assert all(one.end <= other.start for one, other in itertools.pairwise(measures))
