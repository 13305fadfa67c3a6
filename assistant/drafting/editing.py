"""What a person who edits a draft as text leaves as it was, although text cannot say it."""

from __future__ import annotations

from dataclasses import replace

from assistant.okr import Citation, KeyResult, Objective, OkrSet


def carried_over(edited: OkrSet, before: OkrSet) -> OkrSet:
    """``edited``, with what the lines that stand as before were known to mean.

    Markdown says what a key result is called, who owns it and where it is read; its values, their quotes and its deadline
    stand in the wording, which a reader of lines understands less of than whoever drafted it. Owners, reasons, work and
    rhythm are as the text has them: what was taken out of it is gone.

    Args:
        edited: The set as it was read from text.
        before: The set as it was when the text was written.
    """
    results = {result.text: result for objective in before.objectives for result in objective.key_results}
    cited = {citation.quote: citation for objective in before.objectives for citation in objective.sources}
    return replace(
        edited,
        objectives=tuple(_objective(objective, results, cited) for objective in edited.objectives),
        title=before.title if _begins_with(edited.title, before.title) else edited.title,
        language=edited.language or before.language,
        organisation=edited.organisation or before.organisation,
        level=edited.level or before.level,
        period=edited.period or before.period,
    )


def _objective(objective: Objective, results: dict[str, KeyResult], cited: dict[str, Citation]) -> Objective:
    return replace(
        objective,
        sources=tuple(cited.get(citation.quote, citation) for citation in objective.sources),
        key_results=tuple(_result(result, results.get(result.text)) for result in objective.key_results),
    )


def _result(result: KeyResult, before: KeyResult | None) -> KeyResult:
    if before is None:
        return result
    return replace(
        before,
        deadline=result.deadline or before.deadline,
        owner=result.owner,
        data_source=result.data_source,
        ambition=result.ambition,
    )


def _begins_with(title: str | None, before: str | None) -> bool:
    """Whether a title is the one before with the organisation's name behind it, as it is written out."""
    return title is not None and before is not None and title.startswith(before)
