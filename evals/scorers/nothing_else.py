"""Whether background, asides, exclusions or injected words were made into a goal or into work."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.comparing import plain, says
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    texts = [
        text
        for it in made.okr_set.objectives
        for text in (it.text, *(item.text for item in it.key_results), *it.initiatives)
    ]
    for number, fragment in enumerate(made.expected.not_goals, 1):
        taken = [text for text in texts if says(plain(text), plain(fragment))]
        yield Look(f"not a goal {number}", not taken, f"nothing made of “{fragment}”", "; ".join(taken))


SCORER = Scorer(
    "nothing made of the rest", "Background, exclusions and injected words are neither goals nor work.", _look
)
