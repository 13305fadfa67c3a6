"""``python -m evals``: the same as ``okr-evals``."""

from __future__ import annotations

from importlib.util import find_spec


def run() -> None:
    """Run the command, or say in one sentence what it lacks: what only developers need is not installed with the rest."""
    if find_spec("pydantic_evals") is None:
        raise SystemExit(
            "okr-evals needs the development tools, and they are not installed here: run `make evals` once."
        )
    from evals.command import main

    main(prog_name="okr-evals")


if __name__ == "__main__":
    run()
