"""Whether what a recorded answer got wrong is kept from the leader, or marked where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import Basis, Objective
from evals.drafted import Drafted
from evals.scorers.comparing import key_results, plain, values
from evals.scorers.scorer import Look, Scorer

_MARKS = ("GND", "LNK", "INV01", "CLR13")
"""Rules whose findings tell the leader that a line does not hold against the strategy."""


def _look(made: Drafted) -> Iterator[Look]:
    lines = list(_lines(made))
    for number, words in enumerate(made.absent, 1):
        shown = [line for line in lines if words.lower() in line.lower()]
        yield Look(f"absent {number}", not shown, f"“{words}” nowhere, or marked where it stands", "; ".join(shown))
    sourced = {
        plain(value.text): item.text
        for _, item in key_results(made.okr_set)
        for _, value in values(item)
        if value.basis is not Basis.PROPOSED
    }
    for number, written in enumerate(made.not_from_source, 1):
        found = sourced.get(plain(written))
        yield Look(f"proposed {number}", found is None, f"“{written}” not as a value of the brief", found or "")


def _lines(made: Drafted) -> Iterator[str]:
    """The lines of the set that no remark says anything against."""
    found = made.draft.review.findings if made.draft else ()
    marked = {finding.path for finding in found if finding.code.startswith(_MARKS)}
    for at, objective in enumerate(made.okr_set.objectives):
        if f"/objectives/{at}" not in marked:
            yield from _said(objective)
    for path, item in key_results(made.okr_set):
        if f"/{path}" not in marked and f"/{path.partition('/key_results')[0]}" not in marked:
            yield from (item.text, item.owner or "", item.data_source or "", f"{item.deadline or ''}")


def _said(objective: Objective) -> Iterator[str]:
    yield from (objective.text, objective.why or "", objective.owner or "", *objective.initiatives)


SCORER = Scorer("bad answers held back", "What a model got wrong is not shown, or is marked.", _look, hard=True)
