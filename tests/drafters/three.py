"""A brief with three priorities, and three objectives that hold against it."""

from __future__ import annotations

from typing import Any

from tests.drafters.wire import value

BRIEF = """# Strategi for Nordlys Energi

Periode: T2 2026

## Roller

- Kari Moen, kundedirektør
- Per Vik, driftssjef
- Eva Lie, økonomisjef

## Strategi

- Kundene skal oppleve at vi holder avtalen. Andelen kunder som fornyer, skal opp fra 45 % til 60 %.
- Andelen klager som løses første dag, skal opp fra 30 % til 70 %.
- Anleggene skal virke når det er kaldest. Antallet stans i vinter skal ned fra 14 til 5.
- Andelen anlegg med fjernavlesing skal opp fra 20 % til 80 %.
- Vi skal bruke mindre energi selv. Eget strømforbruk skal ned fra 900 MWh til 700 MWh.
- Andelen biler som går på strøm, skal opp fra 10 % til 50 %.
- Vi vil lansere en ny app for kundene, og ansette fire lærlinger.
"""
_TEXTS = (
    ("Kundene blir fordi vi holder det vi lover", "Kari Moen, kundedirektør", "Kundene skal oppleve at vi holder avtalen."),
    ("Folk kan stole på varmen når det er kaldest", "Per Vik, driftssjef", "Anleggene skal virke når det er kaldest."),
    ("Vi går foran med å bruke mindre energi", "Eva Lie, økonomisjef", "Vi skal bruke mindre energi selv."),
)  # fmt: skip
_RESULTS = (
    (("Andelen kunder som fornyer", "øker", "45 %", "60 %"), ("Andelen klager som løses første dag", "øker", "30 %", "70 %")),
    (("Antallet stans i vinter", "går ned", "14", "5"), ("Andelen anlegg med fjernavlesing", "øker", "20 %", "80 %")),
    (("Eget strømforbruk", "går ned", "900 MWh", "700 MWh"), ("Andelen biler som går på strøm", "øker", "10 %", "50 %")),
)  # fmt: skip


def key_results(at: int) -> list[dict[str, Any]]:
    """The key results of the objective at ``at``."""
    made = []
    for metric, moves, low, high in _RESULTS[at]:
        quote = f"fra {low} til {high}"
        made.append(
            {
                "text": f"{metric} {moves} fra {low} til {high}",
                "metric": metric,
                "baseline": value(low, quote),
                "target": value(high, quote),
            }
        )
    return made


def objectives() -> list[dict[str, Any]]:
    """The three objectives, as a model sends them."""
    return [
        {"text": text, "why": source, "owner": owner, "sources": [source], "key_results": key_results(at)}
        for at, (text, owner, source) in enumerate(_TEXTS)
    ]
