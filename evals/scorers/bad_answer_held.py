"""Whether what a recorded answer got wrong is kept from the leader, or marked as a proposal."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.okr import Basis
from evals.drafted import Drafted
from evals.scorers.comparing import key_results, plain, values
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    shown = plain(made.shown())
    for number, words in enumerate(made.absent, 1):
        yield Look(f"absent {number}", plain(words) not in shown, f"“{words}” nowhere in the draft")
    sourced = {
        plain(value.text): item.text
        for _, item in key_results(made.okr_set)
        for _, value in values(item)
        if value.basis is not Basis.PROPOSED
    }
    for number, written in enumerate(made.not_from_source, 1):
        found = sourced.get(plain(written))
        yield Look(f"proposed {number}", found is None, f"“{written}” not as a value of the brief", found or "")


SCORER = Scorer(
    "bad answers held back", "What a model got wrong is not shown, or is marked as proposed.", _look, hard=True
)
