"""Two ways of drafting, side by side on the same briefs: what each does better, and what it costs."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from assistant.drafters import Drafter
from assistant.drafters.extractive import ExtractiveDrafter
from assistant.rules.catalogue import catalogue
from assistant.rules.profile import Profile, ProfileError, load_profile, profile_names, read_profile
from assistant.settings import Settings
from evals.expectations import SPLITS
from evals.running import run_suite
from evals.scorecard.scorecard import case_record
from evals.suites.briefs import Drafting, drafts
from prompts import taken_from

_RESAMPLES = 1_000
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison.

    Attributes:
        name: What it is called.
        marks: The share of passed marks of each scorer, by case and scorer: passed, and looked at.
        accepted: How many drafts have nothing left to mend; one that could not be made has not.
        drafts: How many were asked for.
        calls: Calls of a model.
        tokens: Tokens sent and received; ``None`` when nobody counted them.
        cost: US dollars; ``None`` when a price is not known.
    """

    name: str
    marks: Mapping[str, Mapping[str, tuple[int, int]]]
    accepted: int
    drafts: int
    calls: int
    tokens: int | None
    cost: float | None

    @classmethod
    def of_record(cls, name: str, record: dict[str, Any]) -> Side:
        """A side of a scorecard's JSON: the drafts of a model if it has any, else those of the suite ``briefs``."""
        suites = [case["suite"] for case in record["cases"]]
        suite = next((it for it in suites if it.startswith("live ")), "briefs")
        cases = [case for case in record["cases"] if case["suite"] == suite]
        marks: dict[str, dict[str, tuple[int, int]]] = {}
        for case in cases:
            counts = marks.setdefault(case["case"].partition(" [")[0], {})
            for key, passed in case["marks"].items():
                scorer = key.partition(": ")[0]
                part, whole = counts.get(scorer, (0, 0))
                counts[scorer] = part + passed, whole + 1
        calls, tokens = (sum(case[amount] for case in cases) for amount in ("calls", "tokens"))
        costs = [case["cost"] for case in cases]
        return cls(
            name=name,
            marks=marks,
            accepted=sum(case["accepted"] is True for case in cases),
            drafts=len(cases),
            calls=calls,
            tokens=None if calls and not tokens else tokens,
            cost=None if None in costs else sum(costs),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way of drafting that can be tried.

    Attributes:
        name: What it is called.
        drafting: How it drafts.
        prompts: The folder its prompts are taken from; ``None`` for the program's own.
    """

    name: str
    drafting: Drafting
    prompts: Path | None = None

    def side(self, repeats: int, splits: Sequence[str] = SPLITS, *, progress: bool = False) -> Side:
        """Draft every brief of the splits; with a model as many times as it says."""
        with taken_from(self.prompts) if self.prompts else nullcontext():
            turns = repeats if self.drafting.drafter.waits else 1
            results = run_suite(drafts("briefs", self.drafting, splits, repeats=turns), progress=progress)
        return Side.of_record(self.name, {"cases": [case_record(result) for result in results]})


def read_way(written: str) -> Way | Side:
    """What is to be compared, as somebody wrote it; nothing is drafted yet.

    Args:
        written: A scorecard's JSON; or a model, ``none`` for no model, with ``,profile=NAME`` and ``,prompts=FOLDER``
            behind it where these are others.

    Raises:
        UsageError: It cannot be understood.
    """
    if written.endswith(".json"):
        try:
            return Side.of_record(written, json.loads(Path(written).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise click.UsageError(f"{written} is no scorecard that okr-evals has written.") from None
    model, *more = written.split(",")
    said = dict(part.partition("=")[::2] for part in more)
    if not model or not said.keys() <= {"profile", "prompts"} or not all(said.values()):
        raise click.UsageError(f"Write {written} as MODEL, none or FILE.json, with ,profile=NAME and ,prompts=FOLDER.")
    drafter: Drafter = ExtractiveDrafter() if model == "none" else Settings.from_environment().drafter(model)
    profile = _profile(said["profile"]) if "profile" in said else None
    prompts = Path(said["prompts"]) if "prompts" in said else None
    if prompts is not None and not (prompts / "manifest.toml").is_file():
        raise click.UsageError(f"{prompts} is no folder of prompts: it has no manifest.toml.")
    return Way(name=written, drafting=Drafting(drafter=drafter, profile=profile), prompts=prompts)


def _profile(name: str) -> Profile:
    """A profile that comes with the program, or one in a file."""
    if name in profile_names():
        return load_profile(name)
    try:
        return read_profile(Path(name).read_text(encoding="utf-8"), name, [rule.code for rule in catalogue()])
    except (OSError, UnicodeDecodeError, ProfileError):
        raise click.UsageError(
            f"{name} is no profile: name one of {', '.join(profile_names())}, or a TOML file."
        ) from None


def compare(one: Side, other: Side) -> Iterator[str]:
    """The comparison as Markdown, a line at a time; the differences are of the cases that both have."""
    shared = sorted(one.marks.keys() & other.marks.keys())
    yield f"A: {one.name}  "
    yield f"B: {other.name}  "
    yield f"{len(shared)} briefs that both drafted. B - A in percentage points, with the 95 % interval of a bootstrap over briefs."
    yield ""
    yield "| scorer | A | B | B - A | better | worse |"
    yield "|---|---|---|---|---|---|"
    for scorer in sorted({name for case in shared for name in (*one.marks[case], *other.marks[case])}):
        pairs = [
            (one.marks[case][scorer], other.marks[case][scorer])
            for case in shared
            if scorer in one.marks[case] and scorer in other.marks[case]
        ]
        if pairs:
            yield _row(scorer, pairs)
    yield ""
    yield "| | accepted | calls each | tokens each | US dollars each |"
    yield "|---|---|---|---|---|"
    for letter, side in (("A", one), ("B", other)):
        amounts = (side.calls, side.tokens, side.cost)
        each = (f"{it / side.accepted:.4g}" if it is not None and side.accepted else "unknown" for it in amounts)
        yield f"| {letter} | {side.accepted} of {side.drafts} | {' | '.join(each)} |"


_Pair = tuple[tuple[int, int], tuple[int, int]]


def _row(scorer: str, pairs: Sequence[_Pair]) -> str:
    low, high = _interval(pairs)
    differences = [other[0] / other[1] - one[0] / one[1] for one, other in pairs]
    better, worse = sum(it > 0 for it in differences), sum(it < 0 for it in differences)
    shares = " | ".join(f"{_share(pairs, side):.2f}" for side in (0, 1))
    change = 100 * (_share(pairs, 1) - _share(pairs, 0))
    return f"| {scorer} | {shares} | {change:+.1f} ({low:+.1f} to {high:+.1f}) | {better} | {worse} |"


def _share(pairs: Sequence[_Pair], side: int) -> float:
    return sum(pair[side][0] for pair in pairs) / sum(pair[side][1] for pair in pairs)


def _interval(pairs: Sequence[_Pair]) -> tuple[float, float]:
    """The middle 95 % of the differences in resampled briefs: a brief's marks hang together, so briefs are drawn."""
    dice = random.Random(_SEED)
    found = []
    for _ in range(_RESAMPLES):
        drawn = dice.choices(pairs, k=len(pairs))
        found.append(100 * (_share(drawn, 1) - _share(drawn, 0)))
    found.sort()
    return found[int(0.025 * _RESAMPLES)], found[int(0.975 * _RESAMPLES) - 1]
