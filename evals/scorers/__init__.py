"""What a draft is scored by: every module here that defines ``SCORER``. Adding a scorer is adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from evals.scorers.scorer import Look, Scorer

__all__ = ["Look", "Scorer", "scorers"]


@cache
def scorers() -> tuple[Scorer, ...]:
    """Every scorer: those that must be passed always first, then by name."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    found = [module.SCORER for module in modules if hasattr(module, "SCORER")]
    keys = [scorer.key for scorer in found]
    if len(keys) > len(set(keys)):
        msg = f"two scorers have the same name: {sorted(keys)}"
        raise ValueError(msg)
    return tuple(sorted(found, key=lambda scorer: (not scorer.hard, scorer.key)))
