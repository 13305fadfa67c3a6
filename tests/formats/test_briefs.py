from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.brief import Brief
from assistant.formats.briefs import read_brief_text
from assistant.formats.decoding import decode
from assistant.formats.errors import InputError
from assistant.formats.sets import read_set_text
from assistant.okr import Language, Level
from assistant.review import check

FULL: dict[str, Any] = {
    "strategy": "Vi skal doble salget i nord.",
    "vision": "Ett hjem for alle.",
    "mission": "Vi gir folk et hjem.",
    "values": ["Modig", "Ærlig"],
    "organisation": "Nordlys AS",
    "level": "team",
    "period": "T2 2026",
    "roles": ["daglig leder", {"title": "salgssjef", "name": "Kari Moen"}],
    "metrics": ["Frafall: 8 %"],
    "parent_objectives": ["Flere skal bo trygt"],
    "exclusions": ["Nytt hovedkontor"],
    "language": "nb",
    "max_objectives": 2,
}


def read(**changes: Any) -> Brief:
    return read_brief_text(json.dumps(FULL | changes))


@pytest.mark.parametrize(
    ("field", "texts"),
    [
        ("strategy", ["Vi skal doble salget i nord."]), ("vision", ["Ett hjem for alle."]), ("mission", ["Vi gir folk et hjem."]),
        ("values", ["Modig", "Ærlig"]), ("metrics", ["Frafall: 8 %"]), ("parent_objectives", ["Flere skal bo trygt"]), ("exclusions", ["Nytt hovedkontor"]),
    ],
)  # fmt: skip
def test_a_field_of_a_json_brief_becomes_statements(field: str, texts: list[str]) -> None:
    assert [item.text for item in read().of(field)] == texts


@pytest.mark.parametrize(
    ("name", "value"),
    [("organisation", "Nordlys AS"), ("level", Level.TEAM), ("language", Language.NB), ("max_objectives", 2)],
)
def test_a_value_of_a_json_brief_is_read(name: str, value: object) -> None:
    assert getattr(read(), name) == value


@pytest.mark.parametrize(("written", "label"), [("T2 2026", "T2 2026"), (2026, "2026"), ("2. tertial 2026", "T2 2026")])
def test_the_period_of_a_json_brief_is_read(written: object, label: str) -> None:
    period = read(period=written).period
    assert period is not None
    assert period.label == label


def test_the_roles_of_a_json_brief_are_read() -> None:
    assert [(role.title, role.name) for role in read().roles] == [("daglig leder", None), ("salgssjef", "Kari Moen")]


@pytest.mark.parametrize(
    "name", ["strategy", "vision", "mission", "values", "roles", "metrics", "parent_objectives", "exclusions"]
)
def test_every_text_of_a_json_brief_may_be_a_list(name: str) -> None:
    assert [item.text for item in read(**{name: ["Vi skal vokse", None, "Vi skal lære"]}).of(name)] == [
        "Vi skal vokse",
        "Vi skal lære",
    ]


@pytest.mark.parametrize("name", [name for name in FULL if name != "strategy"])
@pytest.mark.parametrize("value", [None, "", " - "])
def test_every_field_but_the_strategy_may_be_empty(name: str, value: str | None) -> None:
    assert [item.text for item in read(**{name: value}).of("strategy")] == ["Vi skal doble salget i nord."]


def test_a_field_of_another_name_is_left_alone() -> None:
    assert read(comment={"a": [1]}).of("strategy")


def test_a_json_brief_is_known_by_its_first_character_or_its_name() -> None:
    assert read_brief_text("\n " + json.dumps(FULL), name="-").organisation == "Nordlys AS"


@pytest.mark.parametrize(
    "text", ["{{7*7}}\n\nVi skal doble salget i nord.", "{Utkast}\n\nVi skal doble salget i nord."]
)
def test_a_text_that_begins_with_a_brace_is_text(text: str) -> None:
    assert "Vi skal doble salget i nord." in [item.text for item in read_brief_text(text).of("strategy")]


YAML = """
strategy: |
  Vi skal doble salget i nord.
  - Lytte mer
values: [Modig, Ærlig]
language: {language}
period: {period}
roles:
  - title: salgssjef
    name: Kari Moen
max_objectives: 2
"""


def yaml(language: str = "nb", period: str = "T2 2026") -> Brief:
    return read_brief_text(YAML.replace("{language}", language).replace("{period}", period), name="b.YML")


def test_a_yaml_brief_is_read() -> None:
    assert [item.text for item in yaml().of("strategy")] == ["Vi skal doble salget i nord.", "Lytte mer"]


@pytest.mark.parametrize(("written", "language"), [("no", Language.NB), ("nn", Language.NN), ("English", Language.EN)])
def test_the_language_of_a_yaml_brief_may_be_written_without_quotes(written: str, language: Language) -> None:
    assert yaml(language=written).language is language


@pytest.mark.parametrize("written", ["2026", "T2 2026", "2026-05-01..2026-08-31"])
def test_the_period_of_a_yaml_brief_may_be_written_without_quotes(written: str) -> None:
    assert yaml(period=written).period is not None


def test_places_in_a_yaml_brief_count_in_the_field() -> None:
    brief = yaml()
    last = brief.of("strategy")[-1]
    assert brief.sources["strategy"][last.start : last.end] == "Lytte mer"


# --- nothing crashes ---------------------------------------------------------------------------------------------

ODD = st.text(
    alphabet=st.sampled_from("aÅø1 \n\t-*#|:>(){}[]\"'«».,;%_`\\~\u00ad\u200b\u0301\u2028\x1b&!"), max_size=200
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "# OKR T1 2026", "## Mål 1: Kunder", "- KR1: øke fra 1 til 2 (eier: Ola)", "Eier: Kari", "Tiltak:", "| Mål | Nøkkelresultat |", "|---|---|",
            "| a | b |", "Oppfølging:", "innen 31. februar 2026", "- ", "```", "<!--", "Hvorfor: \\*", "(((", "9 av 0", "fra 1e999 % til −0", "\u0661\u0662 %",
            "Q9 2026", "99. desember 0000", "²", "½ %", "1.000.000.000.000.000.000.000,5 kr", "Spørsmål til dere",
        ]
    )
).map("\n".join)  # fmt: skip


def answer(read: Any, *args: Any, **kwargs: Any) -> Any:
    """What reading gives, or ``None`` where the input is refused as it should be."""
    try:
        return read(*args, **kwargs)
    except InputError:
        return None


@settings(deadline=None)
@given(st.text() | ODD | PIECES)
def test_any_text_is_read_as_a_set_and_checked_or_refused(text: str) -> None:
    read = answer(read_set_text, text)
    assert read is None or check(read.okr_set).pitfalls


@settings(deadline=None)
@given(st.text() | ODD | PIECES)
def test_any_text_is_read_as_a_brief_or_refused(text: str) -> None:
    brief = answer(read_brief_text, text)
    assert brief is None or brief.statements


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(list(FULL)), VALUES))
def test_any_json_is_read_as_a_brief_or_refused(data: dict[str, object]) -> None:
    brief = answer(read_brief_text, json.dumps(data), name="b.json")
    assert brief is None or brief.statements


@settings(deadline=None)
@given(ODD | st.dictionaries(st.sampled_from(list(FULL)), VALUES).map(json.dumps))
def test_any_yaml_is_read_as_a_brief_or_refused(text: str) -> None:
    brief = answer(read_brief_text, text, name="b.yaml")
    assert brief is None or brief.statements


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["objectives", "title", "period", "okr_set", "follow_up"]), VALUES))
def test_any_json_is_read_as_a_set_or_refused(data: dict[str, object]) -> None:
    read = answer(read_set_text, json.dumps(data))
    assert read is None or read.okr_set.objectives


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    text = answer(decode, data, 1000)
    assert text is None or text.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    ["strategy: !!timestamp x", "strategy: !!bool x", "strategy: " + "[" * 50, "strategy: [" + "x, " * 30_000 + "]"],
)
def test_yaml_that_is_no_brief_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_brief_text(text, name="brief.yaml")


def test_a_text_with_more_statements_than_a_strategy_is_refused() -> None:
    with pytest.raises(InputError):
        read_brief_text("# Strategi\n" + "- Vi skal øke salget fra 1 % til 2 %.\n" * 2_001)


def test_an_endless_number_of_objectives_is_no_crash() -> None:
    brief = read_brief_text("# Strategi\n\nVi skal øke salget fra 4 % til 6 %.\n\n# Maks mål\n\n" + "9" * 5_000)
    assert brief.max_objectives == 999
