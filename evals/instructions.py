"""How many machine instructions checking one more set takes, counted by valgrind: the same figure on every run.

Run it as ``python -m evals.instructions [--accept]``. Two processes check N and 2N generated sets under cachegrind; what
the second does more, divided by N, is the cost of a set without the start of Python. The figure is compared with the
one in ``instructions.json``, which has one for each minor version of Python: seconds differ from machine to machine
and from hour to hour, instructions hardly.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ACCEPTED = Path(__file__).with_suffix(".json")
"""The committed figures, by minor version of Python."""
DOCUMENTS = 24
"""So many sets are checked, and twice as many: enough that each rule has met each language."""
MOST = 1.05
"""How much worse than the committed figure is still let through."""
_COUNTED = re.compile(r"I\s+refs:\s+([\d,]+)")


def check_generated(count: int) -> None:
    """Check ``count`` of the generated sets; the sets themselves are made in full, whatever ``count`` is."""
    from assistant.formats.set_markdown import read_set_markdown
    from assistant.review import check
    from evals.generated import generate

    documents = [generate(seed) for seed in range(2 * DOCUMENTS)]
    for document in documents[:count]:
        check(read_set_markdown(document).okr_set)


def _child(count: int, *under: str) -> str:
    """Run this module in a process of its own that starts the same way each time; what it said on standard error."""
    environment = {"PATH": os.defpath, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    command = [*under, sys.executable, "-m", "evals.instructions", "--child", str(count)]
    done = subprocess.run(
        command, env=environment, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
    )
    return done.stderr


def per_document(valgrind: str) -> int:
    """Instructions for one more set."""
    _child(1)  # whatever is compiled, is compiled now
    under = (valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
    counts: list[int] = []
    for count in (DOCUMENTS, 2 * DOCUMENTS):
        found = _COUNTED.search(_child(count, *under))
        if found is None:
            raise SystemExit("valgrind said nothing of instructions")
        counts.append(int(found[1].replace(",", "")))
    return (counts[1] - counts[0]) // DOCUMENTS


def _read() -> dict[str, int]:
    if not ACCEPTED.exists():
        return {}
    figures: dict[str, int] = json.loads(ACCEPTED.read_text(encoding="utf-8"))
    return figures


def accept(version: str, figure: int) -> None:
    """Write ``figure`` down as the one to compare with."""
    figures = dict(sorted({**_read(), version: figure}.items()))
    ACCEPTED.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def verdict(figure: int, accepted: int | None, version: str) -> tuple[str, int]:
    """What to say of a figure, and what to exit with."""
    if accepted is None:
        return f"nothing to compare with for Python {version}: --accept writes it down", 0
    change = f"{figure / accepted - 1:+.1%} against {accepted:,}"
    if figure > accepted * MOST:
        return f"{change}: more than {MOST - 1:.0%} worse (--accept if it is worth it)", 1
    return change, 0


def main(arguments: list[str] | None = None) -> int:
    """Count, print and compare."""
    parser = argparse.ArgumentParser(prog="python -m evals.instructions", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write the figure down as the one to compare with")
    parser.add_argument("--child", type=int, metavar="N", help="check N generated sets, and do nothing else")
    options = parser.parse_args(arguments)
    if options.child is not None:
        check_generated(options.child)
        return 0
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        print("instructions: not counted, since valgrind is not installed")
        return 0
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    figure = per_document(valgrind)
    if options.accept:
        accept(version, figure)
    told, code = verdict(figure, _read().get(version), version)
    print(f"instructions: {figure:,} for each set on Python {version}; {told}")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
