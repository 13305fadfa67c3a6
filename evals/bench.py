"""How much the checker does on one core, in CPU time; each figure with the median, the least and the most of its rounds.

Run it as ``python -m evals.bench [--rounds N]``. The sets are generated, each from its own seed, so that nothing can be
remembered from one to the next; reading the Markdown is part of the work. What is compared takes the same sets in turn, and
what counts is the ratio of each round: a busy machine slows both. So with proselint, where it is installed.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import count
from unittest.mock import patch

from assistant.formats.set_markdown import read_set_markdown
from assistant.review import Checker, check
from assistant.rules.catalogue import catalogue
from assistant.rules.families import FAMILIES
from assistant.rules.profile import load_profile
from evals.generated import generate

PAIRED = 120
"""Sets in a round of what is measured beside something else."""
LARGE = 5_000_000
"""Bytes of the large document."""
LARGE_ROUNDS = 3
"""At most: one takes as long as thousands of sets."""

_seeds = count()


def fresh(number: int) -> list[str]:
    """``number`` sets that nobody has seen before."""
    return [generate(next(_seeds)) for _ in range(number)]


def seconds(run: Callable[[str], object], documents: Iterable[str]) -> float:
    """The CPU time it takes to ``run`` each of the documents."""
    began = time.process_time()
    for document in documents:
        run(document)
    return time.process_time() - began


def check_text(document: str) -> None:
    """Read a set and check it, remembering nothing."""
    check(read_set_markdown(document).okr_set)


def in_turn(one: Callable[[str], object], other: Callable[[str], object], documents: Sequence[str]) -> float:
    """How many times as long ``other`` takes as ``one``, each set being given to both, now to this one first, now to that."""
    spent = {one: 0.0, other: 0.0}
    for turn, document in enumerate(documents):
        for run in (one, other) if turn % 2 else (other, one):
            spent[run] += seconds(run, [document])
    return spent[other] / spent[one]


def told(name: str, figures: Sequence[float], form: str, of: str) -> str:
    """A figure's line: the median, and the least and the most."""
    middle, least, most = statistics.median(figures), min(figures), max(figures)
    return f"{name}: {middle:{form}} (min {least:{form}}, max {most:{form}}) {of}"


# --- the figures -------------------------------------------------------------------------------------------------


def documents_a_second(rounds: int, number: int) -> str:
    """How many sets are read and checked a second."""
    size = sum(len(document.encode()) for document in fresh(90)) // 90
    rates = [number / seconds(check_text, fresh(number)) for _ in range(rounds)]
    return told(
        "check",
        rates,
        ".0f",
        f"documents a second, {rounds} rounds of {number} sets of {size} bytes, {len(catalogue())} rules",
    )


def _with_one_edit(document: str) -> str:
    """The set with one word more in one key result."""
    lines = document.split("\n")
    at = [number for number, line in enumerate(lines) if line.startswith("- KR")][4]
    return "\n".join([*lines[:at], f"{lines[at]} x", *lines[at + 1 :]])


def recheck_share(rounds: int) -> str:
    """What it costs to check a set again after an edit, as a share of checking it the first time."""
    shares: list[float] = []
    for _ in range(rounds):
        full = again = 0.0
        for document in fresh(PAIRED):
            checker = Checker(remembers=1000)

            def run(text: str, checker: Checker = checker) -> None:
                checker.check(read_set_markdown(text).okr_set)

            full += seconds(run, [document])
            again += seconds(run, [_with_one_edit(document)])
        shares.append(again / full)
    return told("one edited line", shares, ".0%", "of the time of a full check, when the checker remembers")


def doubled_rules(rounds: int) -> str:
    """What every rule taken twice costs, as a ratio."""
    every = replace(load_profile(), select=tuple(family.letters for family in FAMILIES))

    def run(document: str) -> None:
        check(read_set_markdown(document).okr_set, profile=every)

    with patch("assistant.review.catalogue", lambda: catalogue() * 2):
        seconds(run, fresh(3))  # the rules of a profile are sorted out once
    ratios = [in_turn(check_text, run, fresh(PAIRED)) for _ in range(rounds)]
    return told("twice the rules", ratios, ".2f", "times the time of a check")


def large_document(rounds: int) -> str:
    """How long one very long document takes."""
    parts: list[str] = []
    size = 0
    while size < LARGE:
        parts += fresh(1)
        size += len(parts[-1].encode())
    document = "\n".join(parts)
    times = [seconds(check_text, [document]) for _ in range(min(rounds, LARGE_ROUNDS))]
    return told(f"a document of {size / 1e6:.0f} MB", times, ".1f", "seconds")


def peak_memory() -> float:
    """The most memory this process has had, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _proselint() -> Callable[[str], object] | None:
    """How proselint checks a text with all its checks, if it is installed."""
    if find_spec("proselint") is None:
        return None
    registry, checks, tools, config = (
        importlib.import_module(f"proselint.{name}") for name in ("registry", "checks", "tools", "config")
    )
    registry.CheckRegistry().register_many(checks.__register__)
    return lambda document: tools.LintFile("okr.md", document).lint(config.DEFAULT)


def against_proselint(rounds: int) -> str:
    """How many times as many sets are checked a second as proselint checks of the same."""
    lint = _proselint()
    if lint is None:
        return "against proselint: not measured, since it is not installed"
    seconds(lint, fresh(3))
    ratios = [in_turn(check_text, lint, fresh(PAIRED)) for _ in range(rounds)]
    return told(
        "against proselint", ratios, ".2f", f"times its documents a second, {rounds} rounds of {PAIRED} sets in turn"
    )


def main() -> None:
    """Print each figure on a line of its own."""
    parser = argparse.ArgumentParser(description="What the checker does on one core, in CPU time.")
    parser.add_argument("--documents", type=int, default=600, help="How many sets a round checks (at least 500).")
    parser.add_argument("--rounds", type=int, default=5, help="How many rounds each figure is measured in.")
    chosen = parser.parse_args()
    rounds = max(chosen.rounds, 1)
    seconds(check_text, fresh(300))  # so that nothing is counted that is done once
    print(documents_a_second(rounds, max(chosen.documents, 500)))
    print(recheck_share(rounds))
    print(doubled_rules(rounds))
    small = peak_memory()
    print(large_document(rounds))
    print(f"peak memory: {small:.0f} MB after the sets, {peak_memory():.0f} MB after the large document")
    print(against_proselint(rounds))


if __name__ == "__main__":
    main()
