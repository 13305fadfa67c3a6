"""Whether every number of a draft stands in the brief, was worked out from it, or says that it is proposed.

The numbers are looked up by their digits and by a short list of number words, with none of the product's own reading:
what it reads wrongly is not read wrongly twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.brief import Brief
from assistant.okr import Basis, Objective, OkrSet
from evals.drafted import Drafted
from evals.scorers.comparing import key_results, plain, values
from evals.scorers.scorer import Look, Scorer

_NUMBER = re.compile(r"(\d{1,3}(?:[ \u00a0\u202f\u2009.,]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?")
_BETWEEN = re.compile(r"\D")
_UNIT = re.compile(r"[^\W\d_]+|[%‰£€$]")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {
    word: str(number)
    for number, words in enumerate(
        (
            "null zero", "en én ett ei éin one", "to two", "tre three", "fire four", "fem five", "seks six",
            "sju syv seven", "åtte eight", "ni nine", "ti ten", "elleve eleven", "tolv twelve",
        )
    )
    for word in words.split()
}  # fmt: skip
_TENS = {
    word: f"{tens}0"
    for tens, words in enumerate(
        (
            "tjue tyve twenty", "tretti thirty", "førti forty", "femti fifty", "seksti sixty", "sytti seventy",
            "åtti eighty", "nitti ninety",
        ),
        start=2,
    )
    for word in words.split()
}  # fmt: skip
_HUNDREDS = re.compile(r"\b([^\W\d_]+)\s+hundred?(?:\s+(?:og|and)\s+([^\W\d_]+))?", re.IGNORECASE)


def _look(made: Drafted) -> Iterator[Look]:
    given = _numbers(" ".join(made.brief.sources.values())) | _said_in_words(made.brief)
    for path, item in key_results(made.okr_set):
        for name, value in values(item):
            held = value.basis is not Basis.SOURCE or _stands_in(value.text, value.quote or "")
            yield Look(f"{path}/{name}", held, "in the words it is said to stand in", f"{value.text} / {value.quote}")
    allowed = given | _of_the_period(made.okr_set)
    for at, objective in enumerate(made.okr_set.objectives):
        own = allowed | _marked(objective) | _days(objective)
        lost = [number for text in _texts(objective) for number in _in_order(text) if number not in own]
        yield Look(f"objectives/{at}/texts", not lost, "no number that is not in the brief", ", ".join(lost))


def _stands_in(value: str, quote: str) -> bool:
    """Whether a value stands in its quote: number and unit may be apart, as in «fra 9 til 6 prosent»."""
    words, said = (frozenset(_UNIT.findall(plain(text))) for text in (value, quote))
    return plain(value) in plain(quote) or (_numbers(value) <= _numbers(quote) and words <= said)


def _texts(objective: Objective) -> Iterator[str]:
    yield from (objective.text, objective.why or "", objective.owner or "", *objective.initiatives)
    for item in objective.key_results:
        yield from (item.text, item.metric or "", item.owner or "", item.data_source or "")


def _marked(objective: Objective) -> frozenset[str]:
    """The numbers that the objective's values say are proposed or worked out."""
    said = (value for item in objective.key_results for _, value in values(item) if value.basis is not Basis.SOURCE)
    return frozenset(number for value in said for number in _numbers(value.text))


def _days(objective: Objective) -> frozenset[str]:
    """The numbers of its deadlines: «utgangen av august» is the 31st."""
    long_terms = (item.long_term.deadline for item in objective.key_results if item.long_term)
    days = (*(item.deadline for item in objective.key_results), *long_terms)
    return frozenset(f"{number}" for day in days if day is not None for number in (day.day, day.month, day.year))


def _said_in_words(brief: Brief) -> frozenset[str]:
    texts = [text.lower() for text in brief.sources.values()]
    known = _WORDS | _TENS
    words = (word for text in texts for word in _WORD.findall(text))
    hundreds = (
        str(int(known[many]) * 100 + int(known.get(rest, "0")))
        for text in texts
        for many, rest in _HUNDREDS.findall(text)
        if many in known
    )
    return frozenset(known[word] for word in words if word in known) | frozenset(hundreds)


def _of_the_period(okr_set: OkrSet) -> frozenset[str]:
    period = okr_set.period
    return _numbers(f"{period.label} {period.start} {period.end}") if period else frozenset()


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_in_order(text))


def _in_order(text: str) -> list[str]:
    """The numbers of a text, each in one form: no divider of thousands, a point before the decimals, no zeros behind them."""
    return [_one_form(*found.groups("")) for found in _NUMBER.finditer(text)]


def _one_form(whole: str, decimals: str) -> str:
    digits, rest = _BETWEEN.sub("", whole).lstrip("0") or "0", decimals.rstrip("0")
    return f"{digits}.{rest}" if rest else digits


SCORER = Scorer(
    "numbers grounded", "Every number is in the brief, worked out from it, or marked as proposed.", _look, hard=True
)
