"""Drafts as the store is given them."""

from __future__ import annotations

import copy
from typing import Any

from assistant.store import Store, StoredDraft

_RECORD: dict[str, Any] = {
    "okr_set": {
        "title": "OKR T1 2027",
        "language": "nb",
        "period": {"label": "T1 2027", "start": "2027-01-01", "end": "2027-04-30"},
        "owner": None,
        "objectives": [
            {
                "text": "Kundene blir",
                "owner": "Kari Moen",
                "initiatives": ["Ringe de 50 største kundene"],
                "key_results": [
                    {"text": "Øke gjenkjøp fra 45 % til 60 %", "target": {"text": "60 %", "value": 60}, "owner": None},
                    {"text": "Redusere frafallet fra 18 % til 12 %", "target": {"text": "12 %"}, "owner": "Ola"},
                ],
            },
            {"text": "Raskere hjelp", "owner": None, "initiatives": [], "key_results": []},
        ],
    },
    "review": {"language": "nb", "verdict": "needs_work", "pitfalls": {}, "findings": []},
    "questions": [{"path": "/objectives/1", "pitfall": "ownership", "text": "Hvem eier målet?"}],
    "provenance": {"drafter": "extractive", "model": None, "cost": 0, "seconds": 0.248},
}


def a_record(title: str | None = "OKR T1 2027", **provenance: object) -> dict[str, Any]:
    """A record that nobody else holds."""
    record = copy.deepcopy(_RECORD)
    record["okr_set"]["title"] = title
    record["provenance"].update(provenance)
    return record


async def add(store: Store, tenant: str, title: str | None = "OKR T1 2027") -> StoredDraft:
    """Keep a new draft, done without keys."""
    return await store.add_draft(tenant, a_record(title), brief="# Strategi\nVokse.", language=None, by="local")
