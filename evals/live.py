"""Drafts with a real model: only when asked for in so many words, for they cost money and send the briefs away."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from assistant.drafters.llm import LlmDrafter
from evals.drafted import Drafted
from evals.expectations import SPLITS, load, names
from evals.judging import Judge
from evals.running import Suite
from evals.suites.briefs import Drafting, drafts

SWITCH = "OKR_EVALS_LIVE"
REPEATS = 3
"""At least; one draft says little of a model that gives another the next time."""


def live(
    drafter: LlmDrafter, repeats: int = REPEATS, splits: Sequence[str] = SPLITS, judge: Judge | None = None
) -> Suite[str, Drafted]:
    """Every brief, drafted by a model as many times as asked for.

    Raises:
        UsageError: Nobody has said that it may cost something, or it is asked for too few times.
    """
    allow(repeats)
    return drafts(f"live {drafter.model}", Drafting(drafter=drafter, judge=judge), splits, repeats=repeats)


def allow(repeats: int) -> None:
    """Go on only if a model may be asked.

    Raises:
        UsageError: It may not.
    """
    if os.environ.get(SWITCH) != "1":
        raise click.UsageError(
            f"A model is asked only when {SWITCH}=1 is set: it costs money, and sends the briefs away."
        )
    if repeats < REPEATS:
        raise click.UsageError(f"Draft each brief at least {REPEATS} times: --repeats {REPEATS}")


def price_of_live(drafter: LlmDrafter, repeats: int, splits: Sequence[str] = SPLITS) -> str:
    """What drafting every brief may cost at most, in words.

    Raises:
        UsageError: It may not be done.
    """
    allow(repeats)
    chosen = [load(name)[0] for split in splits for name in names(split)]
    most = [drafter.bounded(brief)[1:] for brief in chosen]
    tokens = repeats * sum(tokens for tokens, _ in most)
    costs = [cost for _, cost in most]
    known = [cost for cost in costs if cost is not None]
    money = f"{repeats * sum(known):.2f} US dollars" if len(known) == len(costs) else "a sum that is not known"
    return f"{len(chosen)} briefs, {repeats} times each, with {drafter.model}: at most {tokens} tokens and {money}."
