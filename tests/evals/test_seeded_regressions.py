"""The suite can fail: a rule that is disabled, a prompt that is emptied and a drafter that invents turn it red."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

import prompts
from assistant.brief import Brief
from assistant.drafters import Proposal, Provenance, Replacements, Session
from assistant.drafters.events import Tell, nobody
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.drafters.repairs import Failing
from assistant.okr import Basis, KeyResult, Objective, OkrSet, Quantity
from assistant.rules.catalogue import catalogue
from assistant.rules.profile import Profile, load_profile
from evals.baseline import Baseline, Reason, accepted, held_against
from evals.marks import Result
from evals.running import Suite, run_suite
from evals.suites.briefs import Drafting, drafts
from evals.suites.checks import Labelled, Outcome, checks
from evals.suites.replay import replay

Given = TypeVar("Given")
Made = TypeVar("Made")
MOST = 3
"""Cases a rule is looked for in."""


def only(suite: Suite[Given, Made], *names: str) -> Suite[Given, Made]:
    """The suite with the cases of these names."""
    return replace(suite, cases=[case for case in suite.cases if case.name in names])


def red(before: list[Result], now: list[Result]) -> set[tuple[str, str]]:
    """Why the gates are red: the kinds, with the scorers where marks are the reason."""
    baseline = accepted(before, Baseline(), None)
    return {(reason.kind, scorer_of(reason)) for reason in held_against(now, baseline, complete=())}


def scorer_of(reason: Reason) -> str:
    return reason.where.split(" / ")[-1].partition(": ")[0] if ": " in reason.where else ""


# --- a rule that is disabled -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def checked() -> list[Result]:
    """Every labelled set of the dev split, checked."""
    return run_suite(checks(["dev"]))


def without(code: str) -> Profile:
    """The default profile with one rule less."""
    return replace(load_profile(), ignore=(code,))


@pytest.mark.parametrize("code", [rule.code for rule in catalogue()])
def test_a_rule_that_is_disabled_turns_the_gates_red(checked: list[Result], code: str) -> None:
    held = [it for it in checked if any(mark.passed and f" found: {code}@" in mark.key for mark in it.marks)][:MOST]
    suite: Suite[Labelled, Outcome] = only(checks(["dev"], without(code)), *(it.case for it in held))
    assert "worse" in {kind for kind, _ in red(held, run_suite(suite))}


# --- a drafter that invents ------------------------------------------------------------------------------------------


class Changed:
    """A drafter whose key results are changed after it has written them."""

    waits = False

    def __init__(self, change: Callable[[Objective], Objective]) -> None:
        self.change = change

    @asynccontextmanager
    async def session(self, brief: Brief, profile: Profile, tell: Tell = nobody) -> AsyncIterator[Session]:
        async with ExtractiveDrafter().session(brief, profile, tell) as session:
            yield Changing(session, self.change)


class Changing:
    """A session that changes the set it is given."""

    rounds = 0

    def __init__(self, session: Session, change: Callable[[Objective], Objective]) -> None:
        self.inner, self.change = session, change

    async def write(self, drafted: Sequence[str] = ()) -> Proposal:
        proposal = await self.inner.write(drafted)
        objectives = tuple(self.change(objective) for objective in proposal.okr_set.objectives)
        return replace(proposal, okr_set=replace(proposal.okr_set, objectives=objectives))

    async def repair(self, okr_set: OkrSet, failing: Mapping[int, Failing]) -> Replacements:
        return await self.inner.repair(okr_set, failing)

    async def rewrite(self, okr_set: OkrSet, path: str, instruction: str) -> Replacements:
        return await self.inner.rewrite(okr_set, path, instruction)

    def provenance(self) -> Provenance:
        return self.inner.provenance()


def invents_a_value(objective: Objective) -> Objective:
    """Gives every key result a target that its quote does not hold."""
    return with_target(objective, Quantity(text="987 %", value=987, unit="%", basis=Basis.SOURCE, quote="strategi"))


def invents_a_number_in_the_words(objective: Objective) -> Objective:
    return replace(objective, text=f"{objective.text} for 98 765 kunder")


def misquotes(objective: Objective) -> Objective:
    quoted = tuple(replace(source, quote=f"{source.quote} og litt til") for source in objective.sources)
    return replace(objective, sources=quoted)


def drafts_ten(objective: Objective) -> Objective:
    return replace(objective, key_results=objective.key_results * 3)


def cites_nothing(objective: Objective) -> Objective:
    return replace(objective, sources=())


def has_work_for_results(objective: Objective) -> Objective:
    return replace(objective, key_results=(KeyResult(text="Lansere ny app innen 1. mai"), *objective.key_results))


def with_target(objective: Objective, target: Quantity) -> Objective:
    results = tuple(replace(item, target=target) for item in objective.key_results)
    return replace(objective, key_results=results)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (invents_a_value, ("hard", "numbers grounded")),
        (invents_a_number_in_the_words, ("hard", "numbers grounded")),
        (misquotes, ("hard", "quotes verbatim")),
        (drafts_ten, ("worse", "no near-duplicates")),
        (cites_nothing, ("worse", "objectives with a source")),
        (has_work_for_results, ("worse", "no tasks as key results")),
    ],
)
def test_a_drafter_that_has_become_worse_turns_the_gates_red(
    change: Callable[[Objective], Objective], reason: tuple[str, str]
) -> None:
    def made(drafting: Drafting) -> list[Result]:
        return run_suite(only(drafts("briefs", drafting, ["dev"]), "nb-oppdrett", "nb-eiendom-kommune"))

    assert reason in red(made(Drafting(drafter=ExtractiveDrafter())), made(Drafting(drafter=Changed(change))))


# --- a prompt that is emptied ----------------------------------------------------------------------------------------


def test_a_prompt_that_is_emptied_turns_the_gates_red(tmp_path: Path) -> None:
    """What is sent is another text, and nobody has answered it: the miss is named."""
    folder = Path(prompts.__file__).parent
    shutil.copytree(folder, tmp_path / "prompts")
    (tmp_path / "prompts" / "draft.nb.jinja").write_text("", encoding="utf-8")
    suite = only(replay(), "nb-oppdrett", "en-software")
    before = run_suite(suite)
    with prompts.taken_from(tmp_path / "prompts"):
        now = run_suite(suite)
    assert {it.case: len(it.broken) for it in (*before, *now)} == {"en-software": 0, "nb-oppdrett": 1}
    assert red(before, now) == {("broken", "")}
    assert "MissError: no recorded answer in nb-oppdrett for " in now[-1].broken[0]
