"""Serve the faulty model service: ``python -m tests.drafters.faults [PORT]``."""

from __future__ import annotations

import sys

import uvicorn

from tests.drafters.faults.app import FAULTS, FaultyService

if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8765
    sys.stdout.write("".join(f"OKR_MODEL_BASE=http://127.0.0.1:{port}/{name}\n" for name in FAULTS))
    uvicorn.run(FaultyService(), port=port, log_level="warning")
