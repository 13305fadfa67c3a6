"""``python -m evals``: the same as ``okr-evals``."""

from evals.command import main

if __name__ == "__main__":
    main()
