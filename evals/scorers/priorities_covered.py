"""Whether what the brief wants without a number is in the draft: as a goal, as words it cites, or as a question."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.comparing import plain, says
from evals.scorers.scorer import Look, Scorer


def _look(made: Drafted) -> Iterator[Look]:
    objectives = made.okr_set.objectives
    cited = " ".join(plain(citation.quote) for objective in objectives for citation in objective.sources)
    lines = [text for it in objectives for text in (it.text, *(item.text for item in it.key_results))]
    asked = " ".join(plain(question.text) for question in made.draft.questions) if made.draft else ""
    texts = [*(plain(line) for line in lines), asked]
    for number, fragment in enumerate(made.expected.open_priorities, 1):
        words = plain(fragment)
        met = words in cited or any(says(text, words) for text in texts)
        yield Look(f"priority {number}", met, fragment, "" if met else "in no goal, no source and no question")


SCORER = Scorer(
    "priorities covered", "What the brief wants is a goal, is cited by one, or is asked about.", _look, of_quality=True
)
