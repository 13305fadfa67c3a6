"""Whether what the brief is silent about is asked, and not made up."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import Basis
from evals.drafted import Drafted
from evals.scorers.comparing import key_results, plain, values
from evals.scorers.scorer import Look, Scorer

_OF_THE_PERIOD = ("periode", "period")
_OF_A_CONTRADICTION = ("gjelder", "gjeld?", "holds?")


def _look(made: Drafted) -> Iterator[Look]:
    questions = made.draft.questions if made.draft else ()
    asked = plain(" ".join(question.text for question in questions))
    of_owners, of_values = (
        {question.path.lstrip("/") for question in questions if question.pitfall == pitfall}
        for pitfall in ("ownership", "clarity")
    )
    if made.expected.period is None:
        yield Look("period", any(word in asked for word in _OF_THE_PERIOD), "a question about the period")
    if made.expected.contradictions:
        expected = "; ".join(made.expected.contradictions)
        yield Look("contradiction", any(word in asked for word in _OF_A_CONTRADICTION), expected)
    for at, objective in enumerate(made.okr_set.objectives):
        if objective.owner is None and not all(item.owner for item in objective.key_results):
            path = f"objectives/{at}"
            yield Look(f"{path}/owner", path in of_owners, "a question about who owns it", objective.text)
    for path, item in key_results(made.okr_set):
        proposed = any(value.basis is Basis.PROPOSED for _, value in values(item))
        if item.target is None or item.baseline is None or proposed:
            met = path in of_values or path.partition("/key_results")[0] in of_values
            yield Look(f"{path}/values", met, "a question about its values", item.text)


SCORER = Scorer(
    "asked where the brief is silent",
    "What the brief does not say is asked: period, owners, values, contradictions.",
    _look,
)
