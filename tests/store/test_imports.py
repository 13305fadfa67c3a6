from __future__ import annotations

import subprocess
import sys

import pytest

from tests.running import ROOT

HEAVY = "sqlmodel sqlalchemy alembic aiosqlite asyncpg".split()


@pytest.mark.parametrize(
    "statement", ["import assistant", "import assistant.cli, assistant.review, assistant.drafting"]
)
def test_what_needs_no_database_loads_none(statement: str) -> None:
    """Checking OKRs is quick because of it."""
    told = f"{statement}\nimport sys\nprint([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
