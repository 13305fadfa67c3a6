"""Whether a number that is no goal and no start value of anything was made one: background, exclusions, injected text."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.comparing import key_results, values
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    forbidden = {float(value) for value in made.expected.forbidden_values if not isinstance(value, str)}
    taken = [
        f"{value.text} in “{item.text}”"
        for _, item in key_results(made.okr_set)
        for _, value in values(item)
        if value.value in forbidden and value.quote is not None
    ]
    if forbidden:
        yield Look("values", not taken, "no number that the brief gives for something else", "; ".join(taken))


SCORER = Scorer(
    "forbidden values unused",
    "No number of the background or of injected text is a goal or a start value.",
    _look,
)
