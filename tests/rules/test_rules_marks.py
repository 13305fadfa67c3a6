"""What a line says its numbers rest on: GND01 and GND02 in Markdown."""

from __future__ import annotations

import pytest

from assistant.brief import read_brief
from assistant.formats.set_markdown import read_set_markdown
from assistant.okr import Language
from assistant.review import check
from tests.rules.examples import SOUND


def said(language: str, brief: str, line: str) -> list[str]:
    """The findings on a line's numbers, against a strategy of one sentence."""
    text = SOUND[Language(language)].with_key_result(line)
    strategy = read_brief(f"# {'Strategy' if language == 'en' else 'Strategi'}\n{brief}")
    findings = check(read_set_markdown(text).okr_set, strategy, language=Language(language)).findings
    path = "/objectives/0/key_results/2"
    return [finding.code for finding in findings if finding.path == path and finding.code in {"GND01", "GND02"}]


@pytest.mark.parametrize(
    ("language", "brief", "line", "codes"),
    [
        ("nb", "I dag får 40 % svar.", "Svar samme dag fra 40 % til 65 % (65 er forslag)", []),
        ("nb", "Vi skal svare fort.", "Svar samme dag fra 41 % til 66 % (forslag)", ["GND02"]),
        ("nb", "Vi skal svare fort.", "Svar samme dag fra 41 % til 66 % (begge tall er forslag)", []),
        ("nb", "I dag venter de 12 uker.", "Ventetid ned 5 uker fra 12 (forslag)", []),
        ("nb", "I dag venter de 12 uker.", "Forslag fra ansatte som tas i bruk: 12 → 30", ["GND02"]),
        ("nn", "I dag får 40 % svar.", "Svar same dag: 40 % → 65 % (framlegg) innan 1. juni 2026", []),
        ("nn", "Vi skal svare fort.", "Svar same dag frå 41 % (føreslått) til 66 % (føreslått)", []),
        ("en", "Today 40% get an answer.", "Same-day answers: 40% → 65% (proposed) by 1 June 2026", []),
        ("en", "We answer fast.", "Same-day answers from 41% to 66% (both proposed)", []),
        ("en", "They wait 12 weeks today.", "Proposals from staff put to use: 12 → 30", ["GND02"]),
    ],
)
def test_a_number_marked_as_proposed_needs_no_source(language: str, brief: str, line: str, codes: list[str]) -> None:
    """The numbers in the brackets, else the nearest before them that the brief does not have."""
    assert said(language, brief, line) == codes


@pytest.mark.parametrize(
    ("language", "brief", "line", "codes"),
    [
        ("nb", "Kø 20, mål 15.", "Kø fra 20 til 12 dager (strategien: «Kø 20, mål 15»)", ["GND01"]),
        ("nb", "Kø 20, mål 15.", "Kø fra 20 til 15 dager (strategien: «Kø 20, mål 15»)", []),
        ("nb", "Kø 20, mål 15.", "Kø fra 26 til 15 dager, som strategien sier", ["GND01"]),
        ("nb", "Kø 20, mål 15.", "Kø fra 20 til 15 dager, slik strategien sier", []),
        ("nn", "Kø 20, mål 15.", "Kø frå 20 til 12 dagar («Kø 20, mål 15»)", ["GND01"]),
        ("nn", "Kø 20, mål 15.", "Kø ned til 12 dagar, jf. strategien", ["GND01"]),
        ("en", "Queue 20, target 15.", 'Queue from 20 to 12 days (strategy: "target 15")', ["GND01"]),
        ("en", "Queue 20, target 15.", "Queue from 20 to 15 days, as the strategy says", []),
        ("en", "Queue 20, target 15.", 'Staff who say "I see how I fit the strategy": 20% → 15%', []),
    ],
)
def test_a_number_said_to_be_the_briefs_must_be_there(language: str, brief: str, line: str, codes: list[str]) -> None:
    """In the words quoted, or anywhere where the strategy alone is named; one remark, not two."""
    assert said(language, brief, line) == codes
