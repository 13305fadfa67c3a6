"""Drafts to export: one in each language with everything a draft can have, and one made of hostile texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.drafters import Question
from assistant.formats.exports import ExportForm, export_draft
from assistant.formats.records import plain, review_record
from assistant.okr import (
    Ambition,
    Basis,
    Bound,
    Citation,
    KeyResult,
    Language,
    Level,
    LongTermGoal,
    Objective,
    OkrSet,
    Period,
    Quantity,
)
from assistant.review import check

PERIOD = Period(label="T1 2027", start=date(2027, 1, 1), end=date(2027, 4, 30))


def _per_cent(value: float, **fields: Any) -> Quantity:
    return Quantity(text=f"{value:g} %".replace(".", ","), value=value, unit="%", **{"basis": Basis.SOURCE, **fields})


_NB = OkrSet(
    title="OKR T1 2027",
    language=Language.NB,
    organisation="Havglimt Varme AS",
    level=Level.COMPANY,
    period=PERIOD,
    sponsor="Eva Lie, administrerende direktør",
    ambassador="Per Dahl",
    follow_up="innsjekk hver mandag",
    involved="salg og tillitsvalgte",
    objectives=(
        Objective(
            text="Kundene blir hos oss",
            why="Nysalget faller",
            owner="Kari Moen, kundedirektør",
            sources=(Citation(field="strategy", quote="Frafallet skal ned fra 18 % til 12,5 %"),),
            key_results=(
                KeyResult(
                    text="Frafallet i første avtaleår: fra 18 % til 12,5 %",
                    metric="Frafallet i første avtaleår",
                    unit="%",
                    baseline=_per_cent(18),
                    target=_per_cent(12.5, bound=Bound.AT_MOST),
                    deadline=date(2027, 4, 30),
                    data_source="CRM",
                ),
                KeyResult(
                    text="Tid fra feil til varme: fra 52 til 30 timer",
                    baseline=Quantity(text="52 timer", value=52, unit="timer", basis=Basis.SOURCE),
                    target=Quantity(text="30 timer", value=30, unit="timer"),
                    owner="Ola Berg, driftssjef",
                    ambition=Ambition.ASPIRATIONAL,
                ),
            ),
            initiatives=("Ringe de 50 største kundene",),
        ),
        Objective(
            text="Flåten slipper ut mindre",
            key_results=(
                KeyResult(
                    text="Klasse for utslipp: fra CII D til CII B",
                    baseline=Quantity(text="CII D", basis=Basis.SOURCE),
                    target=Quantity(text="CII B", basis=Basis.SOURCE),
                    deadline=date(2027, 3, 31),
                ),
                KeyResult(
                    text="Resultat: fra -5 til 1,25 mill. kr",
                    baseline=Quantity(text="-5 mill. kr", value=-5, unit="mill. kr", basis=Basis.SOURCE),
                    target=Quantity(text="1,25 mill. kr", value=1.25, unit="mill. kr", basis=Basis.SOURCE),
                    long_term=LongTermGoal(
                        text="40 mill. kr", value=40, unit="mill. kr", basis=Basis.SOURCE, deadline=date(2029, 12, 31)
                    ),
                ),
            ),
        ),
    ),
)
_WORDS = {
    Language.NN: {
        "Kundane": "Kundene", "innsjekk kvar måndag": "innsjekk hver mandag", "Flåten slepp": "Flåten slipper",
        "sal og tillitsvalde": "salg og tillitsvalgte", "administrerande": "administrerende", "frå 52": "fra 52",
    },
    Language.EN: {
        "Our customers stay": "Kundene blir hos oss", "check-in every Monday": "innsjekk hver mandag",
        "The fleet emits less": "Flåten slipper ut mindre", "sales and unions": "salg og tillitsvalgte",
        "Time from fault to heat: from 52 to 30 hours": "Tid fra feil til varme: fra 52 til 30 timer",
    },
}  # fmt: skip
"""What is said otherwise than in bokmål; the rest would be the same work three times."""


def translated(value: Any, language: Language) -> Any:
    """A part of the set with its texts in another language."""
    if isinstance(value, str) and not isinstance(value, Language):
        for said, instead in _WORDS.get(language, {}).items():
            value = value.replace(instead, said)
        return value
    if isinstance(value, dict):
        return {name: translated(item, language) for name, item in value.items()}
    if isinstance(value, list):
        return [translated(item, language) for item in value]
    return value


def record_of(okr_set: OkrSet, language: Language | None = None) -> dict[str, Any]:
    """The record of a set, reviewed, with a question about a key result and one about the set."""
    review = check(okr_set, language=language)
    questions = (Question("", "follow_up", "Q?"), Question("/objectives/0/key_results/1", "clarity", "Q2?"))
    return {
        "okr_set": plain(okr_set),
        "review": review_record(review, okr_set, {}, review.language),
        "questions": plain(questions),
        "provenance": {"drafter": "extractive", "model": None, "note": "Note."},
    }


def record(language: Language) -> dict[str, Any]:
    """A draft with everything a draft can have, in one of the languages."""
    from assistant.formats.sets import set_from_data

    okr_set = set_from_data(translated(plain(_NB), language))
    return record_of(replace(okr_set, language=language), language)


def hostile_record(text: str) -> dict[str, Any]:
    """A draft in which every text is ``text``."""
    quantity = Quantity(text=text)
    result = KeyResult(
        text=text, metric=text, unit=text, baseline=quantity, target=quantity, owner=text, data_source=text,
        deadline=date(2027, 1, 31), long_term=LongTermGoal(text=text),
    )  # fmt: skip
    other = KeyResult(text=text, target=Quantity(text=text, value=5, unit=text))
    objective = Objective(
        text=text,
        why=text,
        owner=text,
        sources=(Citation(field=text, quote=text),),
        key_results=(result, other),
        initiatives=(text,),
    )
    okr_set = OkrSet(
        objectives=(objective,), title=text, organisation=text, owner=text, sponsor=text, ambassador=text,
        follow_up=f"hver mandag {text}", involved=text, period=PERIOD,
    )  # fmt: skip
    finding = {"path": "/objectives/0", "code": text, "severity": "error", "message": text, "suggestion": text}
    return {
        "okr_set": plain(okr_set),
        "review": {"language": "nb", "findings": [finding]},
        "questions": [{"path": "", "pitfall": text, "text": text}],
        "provenance": {"drafter": "extractive", "model": None, "note": text},
    }


def exported(form: ExportForm, language: Language = Language.NB) -> bytes:
    """The draft of a language in one form."""
    return export_draft(record(language), form).content
