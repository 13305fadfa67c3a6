"""The ``okr-evals`` command: how good the checker and the drafts are, and whether that is as good as it was."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from assistant.drafters.llm import LlmDrafter
from assistant.settings import Settings
from evals import recordings
from evals.about import About
from evals.baseline import FILE, HINTS, Baseline, Reason, accepted, held_against
from evals.comparing import Side, Way, compare, read_way
from evals.expectations import SPLITS
from evals.expectations import names as briefs_of
from evals.judging import Judge
from evals.live import REPEATS, allow, live, price_of_live
from evals.marks import PARTS, Measured, Result
from evals.running import run_suite
from evals.scorecard import Scorecard, write
from evals.suites import judge as judge_suite
from evals.suites import replay as replay_suite
from evals.suites.briefs import briefs
from evals.suites.checks import checks
from evals.suites.judge import judge
from evals.suites.replay import OTHER_PROMPTS, record_answers, replay

OUT = Path(__file__).parent / "out"
SUITES = ("checks", "briefs", "replay", "judge")
"""The suites that ask no model, in the order they are run."""
_WHOLE = frozenset(("replay", "judge"))
"""Those that have no splits."""


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--suite", "names", type=click.Choice(SUITES), multiple=True, help="Run this suite; all when not given.")
@click.option("--split", type=click.Choice(SPLITS), help="Only the labelled texts of this split.")
@click.option("--model", help="Draft every brief with this model too (needs OKR_EVALS_LIVE=1; it costs money).")
@click.option(
    "--repeats", default=REPEATS, help=f"How many times each brief is drafted with the model (default: {REPEATS})."
)
@click.option("--judge", "judge_model", help="Have this model judge those drafts; no gate listens to it.")
@click.option("--verbose", is_flag=True, help="Print every mark that failed, but for those of the test split.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=OUT, help="Where the scorecard goes.")
@click.pass_context
def main(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: click.Context,
    names: tuple[str, ...],
    split: str | None,
    model: str | None,
    judge_model: str | None,
    repeats: int,
    *,
    verbose: bool,
    out: Path,
) -> None:
    """Run the suites, write the scorecard, and fail if anything is worse than the baseline.

    Exit code 0: as good as the baseline. 1: the gates are red, and the scorecard says why. 2: bad use.
    """
    if context.invoked_subcommand is not None:
        return
    baseline = _baseline()
    if model:
        allow(repeats)
    splits = (split,) if split else SPLITS
    chosen = [name for name in SUITES if not names or name in names]
    results, seconds = run(chosen, splits)
    if model:
        drafts, seconds["live"] = run_live(model, judge_model, repeats, splits)
        results += drafts
    complete = {name for name in chosen if not split or name in _WHOLE}
    reasons = held_against(results, baseline, complete=complete)
    card = Scorecard(About.of(results), results, baseline, reasons, seconds)
    show(card, verbose=verbose)
    click.echo(f"written to {', '.join(str(file) for file in write(card, out))}")
    sys.exit(bool(card.reasons))


@main.command()
@click.option("--because", help="Why what passed earlier may fail now; kept in the baseline.")
def accept(because: str | None) -> None:
    """Run the suites, and make what they come to the baseline.

    What could not be run, and what must hold always, cannot be accepted.
    """
    results, _ = run(SUITES, SPLITS)
    baseline = _baseline() if FILE.is_file() else Baseline()
    wrong = [it for it in held_against(results, baseline, complete=()) if it.kind in {"broken", "hard"}]
    if wrong:
        tell(wrong)
        sys.exit(1)
    try:
        accepted(results, baseline, because).write()
    except ValueError as error:
        click.echo(
            f"{error}\n\nThese are worse than they were. Mend them, or say why they may be: --because TEXT", err=True
        )
        sys.exit(1)
    click.echo("The baseline is what was run now. Look at what git says has changed in it, and commit it.")


def _baseline() -> Baseline:
    try:
        return Baseline.read()
    except FileNotFoundError:
        raise click.UsageError(
            "There is no evals/baseline.json to compare with: `okr-evals accept` makes one."
        ) from None


def run(names: Sequence[str], splits: Sequence[str]) -> tuple[list[Result], dict[str, float]]:
    """Run suites that ask no model.

    Returns:
        Every result, and how many seconds each suite took.
    """
    progress = sys.stdout.isatty()
    runs: dict[str, Callable[[], list[Result]]] = {
        "checks": lambda: run_suite(checks(splits), progress=progress),
        "briefs": lambda: run_suite(briefs(splits), progress=progress),
        "replay": lambda: run_suite(replay(), progress=progress),
        "judge": lambda: run_suite(judge(), progress=progress),
    }
    results: list[Result] = []
    seconds: dict[str, float] = {}
    for name in names:
        began = time.perf_counter()
        results += runs[name]()
        seconds[name] = time.perf_counter() - began
    return results, seconds


def run_live(model: str, judge_model: str | None, repeats: int, splits: Sequence[str]) -> tuple[list[Result], float]:
    """Draft every brief with a model, several times, after saying what it may cost."""
    settings = Settings.from_environment()
    drafter = settings.drafter(model)
    judging = Judge(settings.drafter(judge_model)) if judge_model else None
    click.echo(price_of_live(drafter, repeats, splits))
    if judging:
        click.echo("What the judge takes comes on top: one call for each draft.")
    began = time.perf_counter()
    results = run_suite(live(drafter, repeats, splits, judging), progress=sys.stdout.isatty())
    return results, time.perf_counter() - began


def show(card: Scorecard, *, verbose: bool) -> None:
    """Print the shares, and why the gates are red."""
    for suite in card.suites:
        click.echo(f"{suite:<34}" + "".join(f"{part or 'all':>18}" for part in PARTS))
        for scorer in dict.fromkeys(it.scorer for it in card.measures if it.suite == suite):
            found = [card.measures.get(Measured(suite, scorer, part)) for part in PARTS]
            click.echo(f"  {scorer:<32}" + "".join(f"{share or '-'!s:>18}" for share in found))
    if verbose:
        for result in card.results:
            for mark in () if result.hidden else result.failing:
                click.echo(f"{result.suite} / {result.case} / {mark.key} | {mark.expected} | {mark.got}")
    others = sum(OTHER_PROMPTS in result.notes for result in card.results)
    if others:
        click.echo(f"{others} drafts are of answers to other prompts than those there are now.")
    tell(card.reasons)
    click.echo("failed" if card.reasons else "passed")


def tell(reasons: Sequence[Reason]) -> None:
    """Print why the gates are red."""
    for reason in reasons:
        click.echo(f"{reason.kind}: {reason.where}" + (f": {reason.says}" if reason.says else ""), err=True)
    for kind, count in sorted(Counter(reason.kind for reason in reasons).items()):
        click.echo(f"{count} x {kind}: {HINTS[kind]}", err=True)


@main.command("compare")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--repeats", default=REPEATS, help="How many times a model drafts each brief.")
@click.option("--split", type=click.Choice(SPLITS), help="Only the briefs of this split.")
def compare_two(one: str, other: str, repeats: int, split: str | None) -> None:
    """Draft the same briefs in two ways, A and B, and tell what each does better and what it costs.

    A way is a model, or none for no model, with ,profile=NAME and ,prompts=FOLDER behind it where these are others:
    none, openai/gpt-4o-mini, openai/gpt-4o-mini,prompts=my-prompts. Or it is the JSON of an earlier scorecard.
    """
    splits = (split,) if split else SPLITS
    ways = [read_way(written) for written in (one, other)]
    for way in ways:
        if isinstance(way, Way) and isinstance(way.drafting.drafter, LlmDrafter):
            click.echo(price_of_live(way.drafting.drafter, repeats, splits))
    progress = sys.stdout.isatty()
    a, b = (way if isinstance(way, Side) else way.side(repeats, splits, progress=progress) for way in ways)
    if not a.marks.keys() & b.marks.keys():
        raise click.UsageError("The two sides have no brief in common.")
    for line in compare(a, b):
        click.echo(line)


@main.command()
@click.argument("briefs_to_record", metavar="[BRIEF]...", nargs=-1)
@click.option("--model", required=True, help="The model, as litellm names it (needs OKR_EVALS_LIVE=1; it costs money).")
def record(briefs_to_record: tuple[str, ...], model: str) -> None:
    """Draft briefs with a model, and keep its answers for the replay suite; every brief of dev when none is named."""
    for name in record_answers(model, briefs_to_record or briefs_of("dev")):
        click.echo(f"recorded {name}")


@main.command()
def rekey() -> None:
    """Give recorded answers, in their order, to what is asked now, after a prompt or a rule has changed.

    The answers stay those to what was asked earlier, and the recordings go on saying so. A model that is asked anew
    (okr-evals record) tells more.
    """
    changed = asyncio.run(_rekeyed())
    for told in changed:
        click.echo(told)
    click.echo(f"{len(changed)} recordings changed. They tell nothing of a prompt that is new to them.")


async def _rekeyed() -> list[str]:
    """What became of each recording that changed."""
    of_drafts = [await replay_suite.rekey(name) for name in recordings.names()]
    of_judges = [await judge_suite.rekey(name) for name in judge_suite.names()]
    return [told for told in (*of_drafts, *of_judges) if told is not None]
