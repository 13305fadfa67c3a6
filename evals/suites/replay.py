"""Drafts made of recorded answers, good and bad: what the product makes of what models say, without a model."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.drafters.llm import Mode
from assistant.drafters.llm.library import libraries
from assistant.drafters.llm.modes import mode_of
from assistant.settings import Settings
from evals.drafted import Drafted, drafted
from evals.expectations import load as load_brief
from evals.live import REPEATS, allow
from evals.recordings import OnWire, Recorder, Recording, Rekeying, Replaying, load, names, prompts_now, save
from evals.running import Suite, SuiteCase
from evals.scorers import scorers
from evals.suites.briefs import tell

OTHER_PROMPTS = "its answers are to other prompts than those there are now"


def replay() -> Suite[str, Drafted]:
    """The suite: every recording, replayed."""
    return Suite(
        key="replay",
        cases=[_case(name) for name in names()],
        run=replayed,
        scorers=scorers(),
        tell=tell,
    )


async def replayed(name: str) -> Drafted:
    """What comes of a recording.

    Raises:
        MissError: Something was asked that has no recorded answer.
    """
    recording = load(name)
    wire = Replaying(recording.exchanges)
    made = await _drafted(recording, wire)
    wire.raise_if_missed(name)
    notes = [f"{wire.stale} recorded answers were not asked for"] if wire.stale else []
    if made.draft is not None and not _is_current(recording):
        notes.append(OTHER_PROMPTS)
    return replace(
        made,
        fault=recording.fault,
        ends=recording.ends,
        absent=recording.absent,
        not_from_source=recording.not_from_source,
        notes=tuple(notes),
    )


async def rekey(name: str) -> str | None:
    """Give the answers of a recording, in their order, to what is asked now; the recording says what it was asked with.

    Returns:
        What became of it, if anything in it changed: a line.
    """
    recording = load(name)
    wire = Rekeying(recording.exchanges)
    await _drafted(recording, wire)
    changed = recording.model_copy(update={"exchanges": wire.exchanges})
    if changed == recording:
        return None
    save(name, changed)
    left = f", {wire.stale} answers not asked for" if wire.stale else ""
    return f"{name}{left}{', and more was asked than was answered' if wire.missed else ''}"


def record_answers(model: str, briefs: Iterable[str]) -> Iterator[str]:
    """Draft briefs with a model over its own wire, and keep what it answers.

    Yields:
        The name of each recording as it is written.

    Raises:
        UsageError: A model may not be asked.
    """
    allow(REPEATS)
    for brief in briefs:
        name = f"{brief}--{re.sub(r'[^A-Za-z0-9.]+', '-', model)}"
        save(name, asyncio.run(_recorded(model, brief)))
        yield name


async def _recorded(model: str, name: str) -> Recording:
    brief, expected = load_brief(name)
    settings = Settings.from_environment()
    wire = Recorder()
    drafter = OnWire(model, wire, Mode(settings.model_mode) if settings.model_mode else None, settings.model_base)
    await drafted(brief, expected, drafter)
    return Recording(
        brief=name,
        model=model,
        mode=drafter.mode or mode_of(libraries(), model, settings.model_base),
        answered_by="the model, over the wire",
        asked_with=prompts_now(expected.language, "draft", "repair"),
        exchanges=wire.exchanges,
    )


async def _drafted(recording: Recording, wire: Replaying) -> Drafted:
    brief, expected = load_brief(recording.brief)
    return await drafted(brief, expected, OnWire(recording.model, wire, recording.mode))


def _is_current(recording: Recording) -> bool:
    asked = recording.asked_with
    now: dict[str, str] = {}
    for task, _, language in (name.partition(".") for name in asked):
        now |= prompts_now(language, task)
    return now == asked


def _case(name: str) -> SuiteCase[str]:
    recording = load(name)
    brief, expected = load_brief(recording.brief)
    source = "\n\n".join(dict.fromkeys(brief.sources.values()))
    fault = f"The recorded answer is a bad one: {recording.fault}\n\n" if recording.fault else ""
    return SuiteCase(name=name, language=expected.language, given=name, source=f"{fault}{source}")
