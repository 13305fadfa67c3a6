"""Changes told in running text: by an amount, of what was just told, behind a date, and in words."""

from __future__ import annotations

import pytest

from assistant.okr import Language
from tests.drafters.extracting import drafted, results

NB, NN, EN = Language.NB, Language.NN, Language.EN


@pytest.mark.parametrize(
    ("language", "sentence", "line"),
    [
        (EN, "The queue takes 34 minutes. It is to be cut by 9 minutes.", "Time the queue takes: from 34 to 25 minutes"),
        (NN, "Vi kastar for mykje mat, og innan 1. mars 2027 skal svinnet ned frå 12 % til 5 %.", "Svinnet: frå 12 % til 5 % innan 1. mars 2027"),
        (NN, "Vi i Nordbakst kastar for mykje mat, og innan 1. mars 2027 skal svinnet ned frå 9 % til 4 %.", "Svinnet: frå 9 % til 4 % innan 1. mars 2027"),
        (NB, "også skal andelen som uteblir ned fra 14 % til 6 %", "Andelen som uteblir: fra 14 % til 6 %"),
        (NB, "Andelen som slutter, skal ned fra hver tredje til hver femte.", "Andelen som slutter: fra hver tredje til hver femte"),
        (NN, "Delen som kjem att, skal opp frå kvar sjette til kvar fjerde.", "Delen som kjem att: frå kvar sjette til kvar fjerde"),
        (NB, "kundescoren vår på 62 skal opp til 75", "Kundescoren vår: fra 62 til 75"),
    ],
)  # fmt: skip
def test_a_change_told_in_prose_keeps_its_values(language: Language, sentence: str, line: str) -> None:
    """The start value and the goal are found, and the metric is named."""
    assert [item.text for item in results(drafted(language, sentence))] == [line]
