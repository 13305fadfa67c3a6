"""What a set tells in sentences instead of behind labels: how it is followed up, and why."""

from __future__ import annotations

import pytest

from assistant.formats.set_markdown import read_set_markdown

SETS = {
    "nb": "# OKR T1 2027\n{top}\n## Mål 1: Kundene velger oss igjen\nEier: Kari Moen, kundedirektør\n{why}\n- NR1: Gjenkjøp fra 40 % til 50 %\n- NR2: Klager ned fra 30 til 20 i måneden\n\n{bottom}\n",
    "nn": "# OKR T1 2027\n{top}\n## Mål 1: Kundane vel oss att\nEigar: Kari Moen, kundedirektør\n{why}\n- NR1: Gjenkjøp frå 40 % til 50 %\n- NR2: Klager ned frå 30 til 20 i månaden\n\n{bottom}\n",
    "en": "# OKR Q1 2027\n{top}\n## Objective 1: Customers choose us again\nOwner: Kari Moen, head of sales\n{why}\n- KR1: Renewals from 40% to 50%\n- KR2: Complaints down from 30 to 20 a month\n\n{bottom}\n",
}
RHYTHMS = [
    ("nb", "Måltavla oppdateres hver mandag kl. 8."),
    ("nb", "Status: ledermøtet annenhver onsdag"),
    ("nb", "Fast punkt i avdelingsmøtet hver tirsdag"),
    ("nb", "Vi tar temperaturen på målene hver fredag i lunsjen."),
    ("nb", "Møtes: hver 14. dag"),
    ("nb", "Tallene gjennomgås i ledergruppa annenhver mandag"),
    ("nb", "Ukentlig statusmøte, torsdager kl. 12"),
    ("nb", "Målene tas opp i mandagsmøtet hver uke"),
    ("nb", "Fredagsrunde ved tavla hver uke"),
    ("nb", "Tavlemøte: mandager kl. 08.30"),
    ("nb", "Når møtes vi: annenhver torsdag"),
    ("nb", "Rapporteres til styret hver måned, gjennomgås i teamet hver uke"),
    ("nn", "Måltavla blir oppdatert kvar måndag."),
    ("nn", "Fast punkt på avdelingsmøtet kvar tysdag"),
    ("nn", "Tala går vi gjennom annankvar onsdag"),
    ("nn", "Status kvar fredag i morgonmøtet"),
    ("en", "Weekly stand-up at the board, Tuesdays 9.15"),
    ("en", "Status every other Wednesday in the ops meeting"),
    ("en", "Numbers reviewed every Friday at the huddle"),
    ("en", "The board is updated each Monday morning"),
    ("en", "Standing item at the Monday leadership meeting"),
    ("en", "Fortnightly check-in with all owners on Thursdays"),
    ("en", "Scorecard: every second Tuesday, 30 minutes"),
    ("en", "Pulse: Mondays at 9"),
    ("en", "Reviewed on alternate Thursdays by the three owners"),
    ("en", "We sit down with the numbers every other Friday"),
    ("en", "Every Monday at 8.30 the owners go through the figures"),
    ("en", "Progress is discussed weekly in the site meeting."),
]
NO_RHYTHMS = [
    ("nb", "Vi hjelper 200 kunder hver dag."),
    ("nb", "Målene ble vedtatt av styret i januar."),
    ("nn", "Måla er vedtekne i styret."),
    ("en", "Our shops serve 4,000 people every week."),
    ("en", "The numbers come from the annual report."),
]
REASONS = [
    ("nb", "Vi vil dette fordi halvparten av kundene forsvinner etter første kjøp."),
    ("nn", "Dette hastar, for halvparten av kundane forsvinn etter første kjøp."),
    ("en", "We want this because half of our customers leave after the first purchase."),
]


@pytest.mark.parametrize(("language", "line"), RHYTHMS)
@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_rhythm_told_in_a_sentence_is_the_set_s(language: str, line: str, place: str) -> None:
    """Above the objectives or below the last key result, what is looked at how often needs no label."""
    text = SETS[language].format(**{"top": "", "why": "", "bottom": "", place: line})
    okr_set = read_set_markdown(text).okr_set
    assert okr_set.follow_up is not None
    assert okr_set.follow_up in line


@pytest.mark.parametrize(("language", "line"), NO_RHYTHMS)
def test_other_sentences_are_no_rhythm(language: str, line: str) -> None:
    """How often something else happens, or what is said of the goals without a frequency, is no rhythm."""
    assert read_set_markdown(SETS[language].format(top="", why="", bottom=line)).okr_set.follow_up is None


def test_a_rhythm_below_the_initiatives_is_no_initiative() -> None:
    """A sentence behind a list of plain lines is not one more of them."""
    last = "Initiatives:\nApply for the grant\nTrain the evening staff\n\nWe look at the numbers on the first Tuesday of every month."
    okr_set = read_set_markdown(SETS["en"].format(top="", why="", bottom=last)).okr_set
    assert okr_set.follow_up == "We look at the numbers on the first Tuesday of every month."
    assert okr_set.objectives[0].initiatives == ("Apply for the grant", "Train the evening staff")


@pytest.mark.parametrize(("language", "line"), REASONS)
def test_a_reason_told_in_a_sentence_is_the_objective_s(language: str, line: str) -> None:
    """Between an objective and its first key result, «because» says why; the line is not told as unread."""
    read = read_set_markdown(SETS[language].format(top="", why=line, bottom=""))
    assert read.okr_set.objectives[0].why == line
    assert read.unread == ()
