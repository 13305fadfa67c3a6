from __future__ import annotations

import pytest

from evals.crashes import crash


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_what_was_acknowledged_survives_a_crash(database: str) -> None:
    """The writer is killed at any moment, on PostgreSQL the server too: nothing is lost, and all is whole.

    Ten rounds here; ``python -m evals.crashes`` runs as many as one likes.
    """
    outcome = crash(10, database)
    assert outcome.acknowledged > 0
    assert (outcome.lost, outcome.unsound) == (0, 0)
