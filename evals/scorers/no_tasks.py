"""Whether a key result is work to be done, by the labels of the brief or by the rules."""

from __future__ import annotations

from collections.abc import Iterator

from evals.drafted import Drafted
from evals.scorers.comparing import key_results, plain, says
from evals.scorers.scorer import Look, Scorer

_TASKS = frozenset(("TSK01", "TSK02"))


def _look(made: Drafted) -> Iterator[Look]:
    found = made.draft.review.findings if made.draft else ()
    flagged = {finding.path.lstrip("/") for finding in found if finding.code in _TASKS}
    work = [plain(fragment) for fragment in made.expected.work]
    for path, item in key_results(made.okr_set):
        labelled = any(says(plain(item.text), fragment) for fragment in work)
        yield Look(path, path not in flagged and not labelled, "a result, not work", item.text)


SCORER = Scorer("no tasks as key results", "No key result is work to be done.", _look, of_quality=True)
