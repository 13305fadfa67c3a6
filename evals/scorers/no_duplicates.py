"""Whether two objectives, or two key results, say the same: nearly the same words, or the same change of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from evals.drafted import Drafted
from evals.scorers.comparing import key_results, plain
from evals.scorers.scorer import Look, Scorer

_WORD = re.compile(r"[\w%]+")
_SAME = 0.8
"""The share of all words of two lines that stand in both (Jaccard)."""


def _look(made: Drafted) -> Iterator[Look]:
    objectives = [it.text for it in made.okr_set.objectives]
    results = [item.text for _, item in key_results(made.okr_set)]
    for name, texts in (("objectives", objectives), ("key results", results)):
        if len(texts) > 1:
            pairs = _pairs(texts)
            yield Look(name, not pairs, "no two that say the same", "; ".join(pairs))


def _pairs(texts: Sequence[str]) -> list[str]:
    words = [frozenset(_WORD.findall(plain(text))) for text in texts]
    return [
        f"“{texts[one]}” and “{texts[other]}”"
        for one, other in combinations(range(len(texts)), 2)
        if len(words[one] & words[other]) >= _SAME * len(words[one] | words[other])
    ]


SCORER = Scorer(
    "no near-duplicates", "No two objectives, and no two key results, say the same.", _look, of_quality=True
)
