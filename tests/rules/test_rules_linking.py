from __future__ import annotations

import pytest

from assistant.brief import read_brief
from assistant.language.line import Line
from assistant.okr import Basis, Citation, KeyResult, Language, LongTermGoal, Objective, OkrSet, Quantity
from assistant.review import check
from assistant.rules.brief_numbers import numbers_of
from assistant.rules.catalogue import rule_of
from assistant.rules.rule import Example
from tests.rules.examples import findings_of

STRATEGY = "# Strategi\nMinst elleve av butikkene skal være i klasse CII D innen 30. juni. Vi omsetter for 1 200 kr."


def codes(okr_set: OkrSet, brief: str = STRATEGY) -> list[str]:
    """The codes found in a set, read against a brief in bokmål."""
    found = check(okr_set, read_brief(brief, language=Language.NB), language=Language.NB).findings
    return [finding.code for finding in found]


def with_target(quantity: Quantity, text: str = "Butikkene er bedre") -> OkrSet:
    """A set with one key result and its target."""
    return OkrSet(objectives=(Objective(text="Bedre", key_results=(KeyResult(text=text, target=quantity),)),))


def is_a_metric(text: str, language: Language) -> bool:
    """Whether LNK06 flags an objective."""
    rule = rule_of("LNK06")
    assert rule is not None
    return bool(findings_of(Example(text), rule, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vi skal øke omsetningen i Sverige med 10 % innen utgangen av 2026"),
        ("nb", "Omsetningen skal økes med 20 %"),
        ("nb", "Øke andelen fornøyde kunder"),
        ("nb", "Høyere omsetning"),
        ("nb", "Vokse med 20 %"),
        ("nb", "Økt salg av billetter"), ("nb", "Sykefraværet skal ned"), ("nb", "Få ned turnover"), ("nb", "Mer omsetning per kvadratmeter"),
        ("nb", "Omsetning: 40 millioner"), ("nb", "Flere følgere"), ("nb", "Antall skader ned"),
        ("nn", "Auka medlemstalet"), ("nn", "Auka omsetnad av plommer"), ("nn", "Redusert sjukefråvær"), ("nn", "Få opp salet"),
        ("en", "Increased membership"), ("en", "More subscribers"), ("en", "Bring down energy costs"), ("en", "Improve margin to 8%"),
        ("nn", "Auke talet på medlemer"),
        ("en", "Revenue grows by 20%"),
        ("en", "Increase the number of volunteers"),
    ],
)  # fmt: skip
def test_a_bare_movement_of_a_number_is_no_objective(language: str, text: str) -> None:
    """With or without a number, in any order, with a place or a date."""
    assert is_a_metric(text, Language(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Redusere ventetiden for kreftpasienter"),
        ("nb", "Øke omsetningen så vi kan ansette lærlinger"),
        ("nb", "Øke trivselen i bydelen"),
        ("nb", "Løfte 200 familier ut av fattigdom"),
        ("nb", "Færre ulykker på jobb"),
        ("nb", "Økt trygghet for beboerne"),
        ("nb", "Økt tillit mellom skole og hjem"),
        ("nb", "Lavere terskel for å be om hjelp"),
        ("nn", "Kortare veg frå idé til butikk"),
        ("en", "More customers choose us"),
        ("en", "Raise the joy in the choir"),
        ("nb", "Økte inntekter betaler skolegangen barna mangler"),
        ("nn", "Senke terskelen inn i idretten"),
        ("en", "Increase revenue to fund research"),
        ("en", "Grow together with our customers"),
        ("en", "Lift 200 families out of poverty"),
    ],
)
def test_a_direction_with_somebody_in_it_is_an_objective(language: str, text: str) -> None:
    """A beneficiary, a reason or something that is no number makes it a direction."""
    assert not is_a_metric(text, Language(language))


def test_every_quote_that_is_not_there_is_one_finding() -> None:
    """Two quotes, one of them made up: one LNK02; a blank quote is no quote at all."""
    quotes = ("i klasse CII D", "i klasse CII E", " ")
    sources = tuple(Citation(field="strategy", quote=quote) for quote in quotes)
    found = codes(OkrSet(objectives=(Objective(text="Bedre", sources=sources),)))
    assert found.count("LNK02") == 1
    assert "LNK01" not in found


def test_blank_quotes_alone_are_no_source() -> None:
    """An objective that cites nothing but white space cites nothing."""
    blank = (Citation(field="strategy", quote=" "),)
    assert "LNK01" in codes(OkrSet(objectives=(Objective(text="Bedre", sources=blank),)))


@pytest.mark.parametrize(
    ("quantity", "invented"),
    [
        (Quantity(text="11", value=11, basis=Basis.SOURCE, quote="Minst elleve av butikkene"), False),
        (Quantity(text="12", value=12, basis=Basis.SOURCE, quote="Minst elleve av butikkene"), True),
        (Quantity(text="11", value=11, basis=Basis.SOURCE, quote="elleve av butikkene våre"), True),
        (Quantity(text="11", value=11, basis=Basis.SOURCE), True),
        (Quantity(text="1200", value=1200, basis=Basis.SOURCE, quote="omsetter for 1 200 kr"), False),
        (Quantity(text="30", value=30, basis=Basis.SOURCE, quote="CII D innen 30. juni"), True),
        (Quantity(text="CII D", basis=Basis.SOURCE, quote="klasse CII D"), False),
        (Quantity(text="cii  d", basis=Basis.SOURCE, quote="klasse CII D"), False),
        (Quantity(text="CII C", basis=Basis.SOURCE, quote="klasse CII D"), True),
        (Quantity(text="22", value=22, basis=Basis.DERIVED, quote="Minst elleve av butikkene"), False),
        (Quantity(text="22", value=22, basis=Basis.DERIVED, quote="elleve butikker"), True),
        (Quantity(text="22", value=22, basis=Basis.DERIVED), True),
        (Quantity(text="99", value=99), False),
    ],
)
def test_a_value_from_the_brief_stands_in_its_quote(quantity: Quantity, *, invented: bool) -> None:
    """GND01 asks for the value in the quote and the quote in the brief, of what is proposed nothing."""
    assert ("GND01" in codes(with_target(quantity))) is invented


def test_every_value_of_a_key_result_is_looked_up() -> None:
    """Baseline, target and long-term goal alike."""
    made_up = Quantity(text="7", value=7, basis=Basis.SOURCE, quote="sju")
    later = LongTermGoal(text="9", value=9, basis=Basis.SOURCE, quote="ni butikker")
    result = KeyResult(text="Bedre", baseline=made_up, target=made_up, long_term=later)
    okr_set = OkrSet(objectives=(Objective(text="Bedre", key_results=(result,)),))
    assert codes(okr_set).count("GND01") == 3


@pytest.mark.parametrize("basis", list(Basis))
def test_a_number_with_a_basis_is_marked(basis: Basis) -> None:
    """The wording may hold the value of a quantity; whether its source is real is GND01's to say."""
    marked = with_target(Quantity(text="75", value=75, basis=basis), "Butikker i klasse D: 75")
    assert "GND02" not in codes(marked)
    assert "GND02" in codes(with_target(Quantity(text="74", value=74, basis=basis), "Butikker i klasse D: 75"))


def test_each_unmarked_number_is_one_finding() -> None:
    """Two made-up numbers in a line are two findings, each with its place; dates and the brief's own are none."""
    text = "Fra 11 til 57 butikker og 1200 til 1500 kr innen 3. mai 2026"
    result = OkrSet(objectives=(Objective(text="Bedre", key_results=(KeyResult(text=text),)),))
    found = check(result, read_brief(STRATEGY, language=Language.NB), language=Language.NB).findings
    spans = [text[slice(*finding.span)] for finding in found if finding.code == "GND02" and finding.span]
    assert [span.split()[0] for span in spans] == ["57", "1500"]


def test_nobody_in_words_is_zero() -> None:
    """«ingen» in the brief covers a zero, but nothing else does."""
    text = with_target(Quantity(text=""), "0 skader i butikkene")
    assert "GND02" not in codes(text, "# Strategi\nIngen skal bli skadet på jobb.")
    assert "GND02" in codes(text, "# Strategi\nAlle skal komme trygt hjem.")


def test_numbers_are_compared_by_value() -> None:
    """Number words, group marks and decimal signs do not matter."""
    found = numbers_of(Line("elleve av 1 200, 3,5 % og −4", Language.NB).tokens).values
    assert found == {11.0, 1200.0, 3.5, 4.0}
    assert numbers_of(Line("eleven of 1,200 and 3.5%", Language.EN).tokens).values == {11.0, 1200.0, 3.5}


@pytest.mark.parametrize(
    "text",
    [
        "http://x.example", "HTTPS://X.EXAMPLE", "se mailto:kari@x.example", "javascript:alert(1)", "<b>x</b>",
        "<img src=x onerror=alert(1)", "<svg/onload=alert(1)>", "![bilde](x.png)",
        "<!-- skjult -->", "nå<br>da",
    ],
)  # fmt: skip
def test_links_and_markup_are_found_in_any_disguise(text: str) -> None:
    """Upper case, unclosed tags, comments and images too, in a set that comes as data."""
    result = OkrSet(objectives=(Objective(text="Ro", key_results=(KeyResult(text=f"Feil ned fra 9 til 4 {text}"),)),))
    assert "GND04" in {finding.code for finding in check(result, language=Language.NB).findings}


@pytest.mark.parametrize(
    "text",
    ["<5 %", "a < b og c > d", "[1]", "(kl. 08:30)", "1:2", "<tall>", "kari@x.example", "C++: 4", "[se note] (2025)"],
)
def test_signs_that_people_write_are_no_markup(text: str) -> None:
    """Less-than signs, notes, clock times and placeholders."""
    rule = rule_of("GND04")
    assert rule is not None
    assert not findings_of(Example(f"Feil ned fra 9 til 4 {text} innen 1. juli 2026"), rule, Language.NB)
